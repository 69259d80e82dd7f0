/* SPDX-License-Identifier: MIT
 *
 * actor-column.c: the fourth column: related groups, closest first, each with
 * what it shares. Shared tools are not shared identity, and no score says so.
 */
#include "scene/maker.h"

#define MOST_BOXES 8 /* before the tail folds */

/* A group to be drawn, with what ranks it. */
typedef struct {
    guint32 actor;
    guint32 telling_bits;
    guint32 bits;
    guint shared;
    gboolean has_tool_lines;
    guint direct;
} Related;

static int
compare_related (gconstpointer a, gconstpointer b)
{
    const Related *left = a, *right = b;
    if (left->telling_bits != right->telling_bits)
        return left->telling_bits > right->telling_bits ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
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
    gboolean to_tool = attri_maker__role (m, edge->to) == ATTRI_ROLE_TOOL;
    gboolean from_tool = attri_maker__role (m, edge->from) == ATTRI_ROLE_TOOL;
    return (to_tool && m->box_of[edge->to] != ATTRI_NONE) ||
           (from_tool && m->box_of[edge->from] != ATTRI_NONE);
}

static Related
weigh (AttriMaker *m, guint32 actor)
{
    Related related = {.actor = actor};
    for (guint i = 0; i < m->overlaps->len; i++) {
        const AttriOverlapRow *row =
            attri_overlap_get_row (g_ptr_array_index (m->overlaps, i), actor);
        if (row == NULL)
            continue;
        related.telling_bits = MAX (related.telling_bits, row->telling_bits);
        related.bits = MAX (related.bits, row->bits);
        related.shared = MAX (related.shared, row->tools->len + row->families->len);
    }
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, actor, &n[0]),
                               attri_graph_get_incoming (m->graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            related.direct += joins_member (m, edges[side][i]);
            related.has_tool_lines |= reaches_tool (m, edges[side][i]);
        }
    }
    return related;
}

static GArray *
find_related (AttriMaker *m)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (Related));
    guint32 n = attri_graph_get_n_entities (m->graph);
    for (guint32 actor = 0; actor < n; actor++) {
        if (attri_maker__role (m, actor) != ATTRI_ROLE_ACTOR || attri_maker__is_member (m, actor))
            continue;
        Related related = weigh (m, actor);
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
    if (overlap->telling == 0)
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
    if (related->has_tool_lines)
        return ATTRI_NONE;
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if ((edge->from == related->actor || edge->to == related->actor) && joins_member (m, e))
            return e;
    }
    return ATTRI_NONE;
}

/* All other relations of a group to members, and from it to other groups. */
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
            if (side == 0 || attri_maker__is_member (m, other))
                g_array_append_val (found, index);
        }
    }
    return found;
}

/* Where only one may stand, it is the one that says "not the same". */
static void
add_relation_rows (AttriMaker *m, guint32 actor, guint32 own_line)
{
    g_autoptr (GArray) relations = find_relations (m, actor, own_line);
    guint first = 0;
    for (guint i = 0; m->options->fold > 0 && i < relations->len; i++) {
        if (attri_maker__relation (m, g_array_index (relations, guint32, i)) ==
            ATTRI_RELATION_DISTINCT)
            first = i;
    }
    guint end = m->options->fold > 0 ? MIN (first + 1, relations->len) : relations->len;
    for (guint i = first; i < end; i++)
        attri_maker__claim_row (m, g_array_index (relations, guint32, i), actor);
}

static void
add_actor (AttriMaker *m, const Related *related)
{
    AttriSceneBox box = attri_maker__box (m, related->actor, 3);
    describe (m, &box, related->actor);
    m->box_of[related->actor] = attri_scene__add_box (m->scene, &box);
    guint32 own_line = own_line_edge (m, related);
    add_relation_rows (m, related->actor, own_line);
    attri_maker__actor_lines (m, related->actor, FALSE);
    if (own_line == ATTRI_NONE)
        return;
    const AttriEdge *edge = attri_graph_get_edge (m->graph, own_line);
    guint32 member = edge->from == related->actor ? edge->to : edge->from;
    attri_maker__edge_line (m, own_line, edge->from == related->actor,
                            attri_maker__verb_from (m, own_line, member));
}

static void
add_fold (AttriMaker *m, GArray *related, guint first)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = first; i < related->len && names->len < 6; i++)
        g_ptr_array_add (names,
                         (char *)attri_maker__name (m, g_array_index (related, Related, i).actor));
    guint n = related->len - first;
    AttriSceneBox box = {
        .key = "fold:groups",
        .name = attri_maker__format (m, "+ %u groups sharing less", n),
        .detail = "",
        .icon = ATTRI_ICON_GROUP,
        .tone = ATTRI_TONE_ACTOR,
        .rounded = TRUE,
        .column = 3,
    };
    attri_scene__add_box (m->scene, &box);
    const char *list = attri_maker__join (m, names);
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT, .numbers = ""};
    row.text =
        n > names->len ? attri_maker__format (m, "%s, and %u more", list, n - names->len) : list;
    attri_scene__add_row (m->scene, &row);
}

void
attri_maker__actor_column (AttriMaker *m)
{
    g_autoptr (GArray) related = find_related (m);
    guint shown = related->len > MOST_BOXES + 1 ? MOST_BOXES : related->len;
    for (guint i = 0; i < shown; i++)
        add_actor (m, &g_array_index (related, Related, i));
    if (shown < related->len)
        add_fold (m, related, shown);
}
