/* SPDX-License-Identifier: MIT
 *
 * actor-column.c: the fourth column: related groups, closest first, each with
 * what it shares. Shared tools are not shared identity, and no score says so.
 */
#include "scene/maker.h"

#define MOST_LETTERS 48 /* of names of one kind in the fold */
#define MOST_NUMBERS 2  /* on a line to the fold */

/* A group to be drawn, with what ranks it. @telling: how many non-public tools it shares */
typedef struct {
    guint32 actor;
    guint32 telling_bits;
    guint32 bits;
    guint shared;
    guint telling;
    gboolean has_tool_lines;
    guint direct;
    gboolean kept; /* for a claim that relates it to the focus, or for a diff's mark */
    gboolean folded;
} Related;

static int
compare_related (gconstpointer a, gconstpointer b)
{
    const Related *left = a, *right = b;
    if (left->telling_bits != right->telling_bits)
        return left->telling_bits > right->telling_bits ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
    if (left->telling != right->telling)
        return left->telling > right->telling ? -1 : 1;
    if (left->shared != right->shared)
        return left->shared > right->shared ? -1 : 1;
    if (left->direct != right->direct)
        return left->direct > right->direct ? -1 : 1;
    return (left->actor > right->actor) - (left->actor < right->actor);
}

const AttriOverlap *
attri_maker__reference (const AttriMaker *m)
{
    const AttriOverlap *best = NULL;
    for (guint i = 0; i < m->overlaps->len; i++) {
        const AttriOverlap *overlap = g_ptr_array_index (m->overlaps, i);
        if (best == NULL || overlap->tools->len > best->tools->len)
            best = overlap;
    }
    return best;
}

const char *
attri_maker__telling_word (const AttriOverlap *overlap)
{
    return overlap->unsaid < overlap->tools->len ? "non-public " : "";
}

static gboolean
joins_member (AttriMaker *m, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    return attri_maker__is_shown (m, index) &&
           (attri_maker__is_member (m, edge->from) || attri_maker__is_member (m, edge->to));
}

/* Whether some line joins @actor to a tool that is drawn. */
static gboolean
reaches_tool (AttriMaker *m, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    if (!attri_maker__is_shown (m, index))
        return FALSE;
    return m->is_told[edge->to] || m->is_told[edge->from];
}

static Related
weigh (AttriMaker *m, const AttriOverlapRow *const *rows, guint32 actor)
{
    Related related = {.actor = actor};
    for (guint i = 0; i < m->overlaps->len; i++) {
        const AttriOverlapRow *row = rows[(gsize)actor * m->overlaps->len + i];
        if (row == NULL)
            continue;
        related.telling_bits = MAX (related.telling_bits, row->telling_bits);
        related.bits = MAX (related.bits, row->bits);
        related.telling = MAX (related.telling, row->telling);
        related.shared = MAX (related.shared, row->tools->len + row->families->len);
    }
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, actor, &n[0]),
                               attri_graph_get_incoming (m->graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            related.direct += joins_member (m, edges[side][i]);
            gboolean to_tool = reaches_tool (m, edges[side][i]);
            related.has_tool_lines |= to_tool;
            related.kept |= to_tool && attri_maker__change (m, &edges[side][i], 1);
        }
    }
    related.kept |= related.direct > 0;
    return related;
}

/* By actor, then by overlap: its row, or NULL. */
static const AttriOverlapRow **
index_rows (const AttriMaker *m)
{
    gsize n_overlaps = m->overlaps->len;
    const AttriOverlapRow **rows =
        g_new0 (const AttriOverlapRow *, attri_graph_get_n_entities (m->graph) * n_overlaps + 1);
    for (guint i = 0; i < n_overlaps; i++) {
        const AttriOverlap *overlap = g_ptr_array_index (m->overlaps, i);
        for (guint r = 0; r < overlap->rows->len; r++) {
            const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, r);
            rows[row->actor * n_overlaps + i] = row;
        }
    }
    return rows;
}

static GArray *
find_related (AttriMaker *m)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (Related));
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree const AttriOverlapRow **rows = index_rows (m);
    for (guint32 actor = 0; actor < n; actor++) {
        if (attri_maker__role (m, actor) != ATTRI_ROLE_ACTOR || attri_maker__is_member (m, actor))
            continue;
        Related related = weigh (m, rows, actor);
        if (related.direct > 0 || related.has_tool_lines)
            g_array_append_val (found, related);
    }
    g_array_sort (found, compare_related);
    return found;
}

/* "2 of 2 non-public, 6 of 9": names and counts, never a bare score. */
static const char *
caption (AttriMaker *m, const AttriOverlap *overlap, const AttriOverlapRow *row)
{
    if (row->tools->len == 0) {
        guint32 family = g_array_index (row->families, guint32, 0);
        return attri_maker__format (m, "%s family only", attri_maker__name (m, family));
    }
    if (overlap->telling == 0 || attri_maker__telling_word (overlap)[0] == '\0')
        return attri_maker__format (m, "%u of %u tools", row->tools->len, overlap->tools->len);
    return attri_maker__format (m, "%u of %u non-public, %u of %u", row->telling, overlap->telling,
                                row->tools->len, overlap->tools->len);
}

static void
describe (AttriMaker *m, AttriSceneBox *box, guint32 actor)
{
    const AttriOverlap *reference = attri_maker__reference (m);
    const AttriOverlapRow *row = attri_overlap_get_row (reference, actor);
    const AttriOverlap *overlap = reference;
    for (guint i = 0; row == NULL && i < m->overlaps->len; i++) {
        overlap = g_ptr_array_index (m->overlaps, i);
        row = attri_overlap_get_row (overlap, actor);
    }
    if (row == NULL) {
        box->detail = "no shared tool";
        return;
    }
    if (!row->undisputed) {
        box->badge = "disputed";
        return;
    }
    box->detail = caption (m, overlap, row);
    m->caption_used |= overlap == reference && row->tools->len > 0;
    if (overlap != reference)
        box->detail =
            attri_maker__format (m, "%s of %s", box->detail, attri_maker__name (m, overlap->focus));
}

/* A group that no tool joins to the focus gets a line of its own to a member. */
static guint32
own_line_edge (AttriMaker *m, const Related *related)
{
    guint32 first = ATTRI_NONE, n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, related->actor, &n[0]),
                               attri_graph_get_incoming (m->graph, related->actor, &n[1])};
    for (guint side = 0; side < 2 && !related->has_tool_lines; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            if (joins_member (m, edges[side][i]))
                first = MIN (first, edges[side][i]);
        }
    }
    return first;
}

/* All other relations of a group to members, from it to other groups, and to it from those that
 * have no box of their own where this could stand. */
static GArray *
find_relations (AttriMaker *m, guint32 actor, guint32 own_line)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, actor, &n[0]),
                               attri_graph_get_incoming (m->graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            guint32 index = edges[side][i];
            const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
            guint32 other = side == 0 ? edge->to : edge->from;
            if (index == own_line || !attri_maker__is_shown (m, index) || m->edge_drawn[index] ||
                attri_maker__role (m, other) != ATTRI_ROLE_ACTOR)
                continue;
            if (side == 0 || attri_maker__is_member (m, other) ||
                m->actor_place[other] == ATTRI_ACTOR_NOWHERE)
                g_array_append_val (found, index);
        }
    }
    return found;
}

/* Whether @relations hold that the same voices equate what @edge only likens: that says it all. */
static gboolean
is_outsaid (AttriMaker *m, const GArray *relations, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    if (attri_maker__relation (m, index) != ATTRI_RELATION_IDENTITY ||
        attri_relation_info (edge->type)->equates)
        return FALSE;
    g_autofree char *voices = attri_maker__voices_key (m, index);
    for (guint i = 0; i < relations->len; i++) {
        guint32 stronger = g_array_index (relations, guint32, i);
        const AttriEdge *other = attri_graph_get_edge (m->graph, stronger);
        gboolean same = (other->from == edge->from && other->to == edge->to) ||
                        (other->from == edge->to && other->to == edge->from);
        if (!same || !other->asserted || !attri_relation_info (other->type)->equates)
            continue;
        g_autofree char *others = attri_maker__voices_key (m, stronger);
        if (g_str_equal (voices, others))
            return TRUE;
    }
    return FALSE;
}

/* Above all what says "not the same", then what is said of the focus. */
static guint
relation_weight (AttriMaker *m, guint32 edge)
{
    return (attri_maker__relation (m, edge) == ATTRI_RELATION_DISTINCT ? 2 : 0) +
           (joins_member (m, edge) ? 1 : 0);
}

/* Where only one may stand, it is the weightiest. */
static void
add_relation_rows (AttriMaker *m, guint32 actor, guint32 own_line)
{
    g_autoptr (GArray) relations = find_relations (m, actor, own_line);
    const gboolean one = m->options->fold > 0;
    guint first = 0;
    for (guint i = 1; one && i < relations->len; i++) {
        if (relation_weight (m, g_array_index (relations, guint32, i)) >
            relation_weight (m, g_array_index (relations, guint32, first)))
            first = i;
    }
    guint end = one ? MIN (first + 1, relations->len) : relations->len;
    for (guint i = first; i < end; i++) {
        guint32 relation = g_array_index (relations, guint32, i);
        if (!is_outsaid (m, relations, relation))
            attri_maker__claim_row (m, relation, actor);
    }
}

static void
add_actor (AttriMaker *m, const Related *related)
{
    AttriSceneBox box = attri_maker__box (m, related->actor, 3);
    describe (m, &box, related->actor);
    m->box_of[related->actor] = attri_scene__add_box (m->scene, &box);
    guint32 own_line = m->room->terse ? ATTRI_NONE : own_line_edge (m, related);
    attri_maker__folded_rows (m, related->actor);
    add_relation_rows (m, related->actor, own_line);
    attri_maker__actor_lines (m, related->actor, FALSE);
    if (own_line == ATTRI_NONE)
        return;
    const AttriEdge *edge = attri_graph_get_edge (m->graph, own_line);
    guint32 member = edge->from == related->actor ? edge->to : edge->from;
    attri_maker__edge_line (m, own_line, edge->from == related->actor,
                            attri_maker__verb_from (m, own_line, member));
}

/* Past what a column shows the tail folds; but what somebody says of a group and the focus
 * itself, above all that they are not the same, is not to be lost behind shared tools. */
static void
fold_tail (const AttriRoom *room, GArray *related)
{
    if (related->len <= room->groups + 1)
        return;
    for (guint i = room->groups; i < related->len; i++)
        g_array_index (related, Related, i).folded = TRUE;
    guint kept = 0, last = room->groups;
    for (guint i = 0; i < related->len && kept < room->kept; i++) {
        Related *candidate = &g_array_index (related, Related, i);
        if (!candidate->kept)
            continue;
        kept++;
        if (!candidate->folded)
            continue;
        while (g_array_index (related, Related, last - 1).kept)
            last--;
        g_array_index (related, Related, --last).folded = TRUE;
        candidate->folded = FALSE;
    }
}

/* What those in the fold have in common with the focus. */
typedef enum {
    SHARES_TELLING,
    SHARES_LITTLE,
    SHARES_NOTHING,
    N_SHARES,
} Shares;

static Shares
shares_of (const Related *related)
{
    if (related->shared == 0)
        return SHARES_NOTHING;
    return related->telling > 0 ? SHARES_TELLING : SHARES_LITTLE;
}

/* "6 share a non-public tool: A, B, C and 3 more" */
static void
add_fold_row (AttriMaker *m, const GArray *related, Shares shares)
{
    static const char *const words[] = {"share%s a %stool", "share%s no %stool", "share%s no tool"};
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    guint n = 0;
    glong letters = 0;
    for (guint i = 0; i < related->len; i++) {
        const Related *candidate = &g_array_index (related, Related, i);
        if (!candidate->folded || shares_of (candidate) != shares)
            continue;
        const char *name = attri_maker__name (m, candidate->actor);
        letters += g_utf8_strlen (name, -1);
        if (++n <= m->room->names && (n == 1 || letters <= MOST_LETTERS))
            g_ptr_array_add (names, (char *)name);
    }
    if (n == 0)
        return;
    if (names->len > 0 && n > names->len)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u more", n - names->len));
    g_autoptr (GString) phrase = g_string_new (words[shares]);
    g_string_replace (phrase, "%s", n == 1 ? "s" : "", 1);
    g_string_replace (phrase, "%s", attri_maker__telling_word (attri_maker__reference (m)), 1);
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT, .numbers = ""};
    row.text = attri_maker__format (m, "%u %s%s%s", n, phrase->str, names->len > 0 ? ": " : "",
                                    attri_maker__join (m, names));
    attri_scene__add_row (m->scene, &row);
}

/* "+ 71 groups"; of two kinds "+ 79 more", "71 groups, 8 campaigns". */
static void
name_fold (AttriMaker *m, AttriSceneBox *box)
{
    guint groups = 0, campaigns = 0;
    for (guint i = 0; i < m->related->len; i++) {
        const Related *candidate = &g_array_index (m->related, Related, i);
        gboolean group = attri_maker__is_group (m, candidate->actor);
        campaigns += candidate->folded && !group;
        groups += candidate->folded && group;
    }
    const char *first = attri_maker__format (m, "%u group%s", groups, groups == 1 ? "" : "s");
    const char *second =
        attri_maker__format (m, "%u campaign%s", campaigns, campaigns == 1 ? "" : "s");
    if (groups > 0 && campaigns > 0) {
        box->name = attri_maker__format (m, "+ %u more", groups + campaigns);
        box->detail = attri_maker__format (m, "%s, %s", first, second);
    } else {
        box->name = attri_maker__format (m, "+ %s", groups > 0 ? first : second);
    }
}

/* One line from a tool's box or row to the fold, for all in the fold that use it. */
static void
add_fold_line (AttriMaker *m, guint n_folded, guint32 fold, const GArray *tools)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autofree guint8 *users = g_new0 (guint8, attri_graph_get_n_entities (m->graph));
    guint n_users = 0;
    for (guint t = 0; t < tools->len; t++) {
        guint32 n;
        const guint32 *incoming =
            attri_graph_get_incoming (m->graph, g_array_index (tools, guint32, t), &n);
        for (guint32 i = 0; i < n; i++) {
            guint32 user = attri_graph_get_edge (m->graph, incoming[i])->from;
            if (m->actor_place[user] != ATTRI_ACTOR_FOLDED ||
                !attri_maker__is_shown (m, incoming[i]) ||
                attri_maker__relation (m, incoming[i]) != ATTRI_RELATION_TOOLING)
                continue;
            g_array_append_val (edges, incoming[i]);
            n_users += !users[user];
            users[user] = TRUE;
        }
    }
    if (n_users == 0)
        return;
    guint32 tool = g_array_index (tools, guint32, 0);
    AttriSceneLine line = {
        .left = m->box_of[tool],
        .left_row = m->row_of[tool],
        .right = fold,
        .right_row = ATTRI_NONE,
        .label = n_users < n_folded ? attri_maker__format (m, "%u of %u", n_users, n_folded) : NULL,
    };
    attri_maker__bundle (m, edges, line, m->room->brief ? 1 : MOST_NUMBERS,
                         attri_maker__format (m, "%u of these", n_users),
                         attri_maker__format (m, "use %s",
                                              tools->len > 1 ? "some"
                                                             : attri_maker__name (m, tool)));
}

/* The lines to the fold: from every tool that has a box or a row of its own, and from those
 * that share one. */
static void
add_fold_lines (AttriMaker *m, guint n_folded, guint32 fold)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autoptr (GArray) tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 tool = 0; tool < n; tool++) {
        if (!m->is_told[tool] || attri_maker__find_fold (m, m->box_of[tool]) != NULL)
            continue;
        g_array_set_size (tools, 0);
        g_array_append_val (tools, tool);
        add_fold_line (m, n_folded, fold, tools);
    }
    for (guint i = 0; i < m->folds->len; i++)
        add_fold_line (m, n_folded, fold, g_array_index (m->folds, AttriFold, i).tools);
}

static void
add_fold (AttriMaker *m, guint n_folded)
{
    AttriSceneBox box = {
        .key = "fold:groups",
        .detail = "",
        .icon = ATTRI_ICON_GROUP,
        .tone = ATTRI_TONE_ACTOR,
        .rounded = TRUE,
        .column = 3,
    };
    name_fold (m, &box);
    guint32 fold = attri_scene__add_box (m->scene, &box);
    for (guint i = 0; i < m->related->len; i++) {
        const Related *related = &g_array_index (m->related, Related, i);
        if (related->folded)
            m->box_of[related->actor] = fold;
    }
    for (Shares shares = 0; shares < N_SHARES; shares++)
        add_fold_row (m, m->related, shares);
    add_fold_lines (m, n_folded, fold);
}

GArray *
attri_maker__closest (AttriMaker *m)
{
    g_autoptr (GArray) related = find_related (m);
    GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < related->len; i++)
        g_array_append_val (actors, g_array_index (related, Related, i).actor);
    return actors;
}

void
attri_maker__choose_actors (AttriMaker *m)
{
    g_clear_pointer (&m->related, g_array_unref);
    m->related = find_related (m);
    fold_tail (m->room, m->related);
    for (guint i = 0; i < m->related->len; i++) {
        const Related *related = &g_array_index (m->related, Related, i);
        m->actor_place[related->actor] = related->folded ? ATTRI_ACTOR_FOLDED : ATTRI_ACTOR_SHOWN;
    }
}

void
attri_maker__actor_column (AttriMaker *m)
{
    guint n_folded = 0;
    for (guint i = 0; i < m->related->len; i++) {
        const Related *related = &g_array_index (m->related, Related, i);
        n_folded += related->folded;
        if (!related->folded)
            add_actor (m, related);
    }
    if (n_folded > 0)
        add_fold (m, n_folded);
}
