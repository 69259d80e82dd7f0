/* SPDX-License-Identifier: MIT
 *
 * tool-column.c: the third column: tooling, most telling first. A family is one
 * box with a row for each member; what is public or built in folds into one.
 */
#include "scene/maker.h"

#include <string.h>

#define MOST_BOXES 9 /* before the tail folds too */

/* A box to be: a tool, or a family with its members. */
typedef struct {
    guint32 tool;
    GArray *variants; /* guint32 tools; NULL for a plain tool */
    guint tier;
    gboolean easy; /* public or built in */
    guint32 bits;
    guint users;
} Candidate;

static void
candidate_free (gpointer data)
{
    Candidate *self = data;
    if (self->variants != NULL)
        g_array_unref (self->variants);
    g_free (self);
}

/* How many actors of the view are said to use @tool. */
static guint
count_users (AttriMaker *m, guint32 tool)
{
    guint users = 0;
    guint32 n;
    const guint32 *edges = attri_graph_get_incoming (m->graph, tool, &n);
    for (guint32 i = 0; i < n; i++)
        users += attri_maker__relation (m, edges[i]) == ATTRI_RELATION_TOOLING &&
                 attri_maker__is_shown (m, edges[i]);
    return users;
}

static void
weigh (AttriMaker *m, Candidate *candidate, guint32 tool)
{
    AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, tool);
    candidate->tier = MIN (candidate->tier, attri_availability_get_tier (facts.availability));
    candidate->bits = MAX (candidate->bits, attri_query_bits (facts.groups, facts.of));
    candidate->easy = facts.availability == ATTRI_AVAILABILITY_PUBLIC ||
                      facts.availability == ATTRI_AVAILABILITY_BUILT_IN;
    candidate->users += count_users (m, tool);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
    const Candidate *left = *(Candidate *const *)a, *right = *(Candidate *const *)b;
    if (left->tier != right->tier)
        return left->tier < right->tier ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
    if (left->users != right->users)
        return left->users > right->users ? -1 : 1;
    return (left->tool > right->tool) - (left->tool < right->tool);
}

/* What @tool is said to be a variant of, if the view has it. */
static guint32
parent_of (AttriMaker *m, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->asserted && attri_maker__relation (m, edges[i]) == ATTRI_RELATION_FAMILY &&
            attri_maker__is_shown (m, edges[i]) &&
            attri_maker__role (m, edge->to) == ATTRI_ROLE_TOOL &&
            !attri_maker__is_member (m, edge->to))
            return edge->to;
    }
    return ATTRI_NONE;
}

/* The family whose box shows @tool: one that is no variant itself, because a
 * box has rows and no rows of rows. */
static guint32
family_of (AttriMaker *m, guint32 tool)
{
    guint32 parent = parent_of (m, tool);
    return parent != ATTRI_NONE && parent_of (m, parent) == ATTRI_NONE ? parent : ATTRI_NONE;
}

/* Whether a live claim joins @tool to the focus or to what equates with it. */
static gboolean
joins_member (AttriMaker *m, guint32 tool)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, tool, &n[0]),
                               attri_graph_get_incoming (m->graph, tool, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            if (attri_maker__is_shown (m, edges[side][i]) &&
                attri_maker__is_member (m, side == 0 ? edge->to : edge->from))
                return TRUE;
        }
    }
    return FALSE;
}

/* A tool of other groups says nothing of the focus, unless it is of a family
 * that the focus uses. */
static gboolean
is_told_of_focus (const Candidate *candidate, AttriMaker *m)
{
    gboolean told = joins_member (m, candidate->tool);
    for (guint i = 0; candidate->variants != NULL && i < candidate->variants->len; i++)
        told |= joins_member (m, g_array_index (candidate->variants, guint32, i));
    return told;
}

static GPtrArray *
find_candidates (AttriMaker *m)
{
    GPtrArray *found = g_ptr_array_new_with_free_func (candidate_free);
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree Candidate **by_tool = g_new0 (Candidate *, n);
    for (guint32 tool = 0; tool < n; tool++) {
        if (attri_maker__role (m, tool) != ATTRI_ROLE_TOOL || attri_maker__is_member (m, tool))
            continue;
        guint32 family = family_of (m, tool);
        guint32 owner = family != ATTRI_NONE ? family : tool;
        if (by_tool[owner] == NULL) {
            by_tool[owner] = g_new0 (Candidate, 1);
            by_tool[owner]->tool = owner;
            by_tool[owner]->tier = G_MAXUINT;
            g_ptr_array_add (found, by_tool[owner]);
        }
        weigh (m, by_tool[owner], tool);
        if (family == ATTRI_NONE)
            continue;
        if (by_tool[owner]->variants == NULL)
            by_tool[owner]->variants = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_array_append_val (by_tool[owner]->variants, tool);
    }
    for (guint i = found->len; i > 0; i--) {
        if (!is_told_of_focus (g_ptr_array_index (found, i - 1), m))
            g_ptr_array_remove_index (found, i - 1);
    }
    g_ptr_array_sort (found, compare_candidates);
    return found;
}

/* "for Linux" of "Winnti for Linux" in the box "Winnti". */
static const char *
name_in_family (AttriMaker *m, guint32 variant, guint32 family)
{
    const char *name = attri_graph_get_entity (m->graph, variant)->name;
    const char *prefix = attri_graph_get_entity (m->graph, family)->name;
    if (g_str_has_prefix (name, prefix) && name[strlen (prefix)] == ' ')
        name += strlen (prefix) + 1;
    return attri_scene__keep (m->scene, name);
}

static void
add_variant_row (AttriMaker *m, guint32 variant, guint32 family)
{
    AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, variant);
    AttriSceneRow row = {
        .kind = ATTRI_ROW_MEMBER,
        .text = name_in_family (m, variant, family),
        .numbers = "",
        .groups = facts.groups,
        .of = facts.of,
        .change = attri_graph_get_entity (m->graph, variant)->change,
    };
    if (facts.groups > 0)
        attri_maker__bar (m, &facts);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, variant, &n);
    for (guint32 i = 0; i < n; i++) {
        if (attri_graph_get_edge (m->graph, edges[i])->to == family &&
            attri_maker__relation (m, edges[i]) == ATTRI_RELATION_FAMILY) {
            row.numbers = attri_maker__numbers (m, &edges[i], 1);
            attri_maker__drawn (m, edges[i]);
        }
    }
    m->row_of[variant] = attri_scene__add_row (m->scene, &row);
    m->box_of[variant] = m->box_of[family];
}

static void
add_tool_box (AttriMaker *m, const Candidate *candidate)
{
    AttriSceneBox box = attri_maker__box (m, candidate->tool, 2);
    m->box_of[candidate->tool] = attri_scene__add_box (m->scene, &box);
    for (guint i = 0; candidate->variants != NULL && i < candidate->variants->len; i++)
        add_variant_row (m, g_array_index (candidate->variants, guint32, i), candidate->tool);
}

/* What is easily had, or past what a column can show, in one box that names it. */
static void
add_fold (AttriMaker *m, GPtrArray *folded, gboolean only_easy)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    gboolean public = FALSE, built_in = FALSE;
    for (guint i = 0; i < folded->len; i++) {
        const Candidate *candidate = g_ptr_array_index (folded, i);
        AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, candidate->tool);
        built_in |= facts.availability == ATTRI_AVAILABILITY_BUILT_IN;
        public |= facts.availability == ATTRI_AVAILABILITY_PUBLIC;
        g_array_append_val (m->folded_tools, candidate->tool);
        for (guint v = 0; candidate->variants != NULL && v < candidate->variants->len; v++)
            g_array_append_val (m->folded_tools, g_array_index (candidate->variants, guint32, v));
        if (facts.availability_claim != ATTRI_NONE) {
            g_array_append_val (m->availability_claims, facts.availability_claim);
            attri_numbering__mark (&m->numbering, m->graph, facts.availability_claim);
        }
        if (names->len < 12)
            g_ptr_array_add (names, (char *)attri_maker__name (m, candidate->tool));
    }
    const char *kind = !only_easy           ? "more tools"
                       : public && built_in ? "public or built in"
                       : public             ? "public tools"
                                            : "built-in tools";
    AttriSceneBox box = {
        .key = "fold:tools",
        .name = attri_maker__format (m, "+ %u %s", folded->len, kind),
        .detail = "",
        .icon = ATTRI_ICON_TOOL,
        .tone = ATTRI_TONE_TOOL,
        .column = 2,
    };
    m->fold_box = attri_scene__add_box (m->scene, &box);
    const char *list = attri_maker__join (m, names);
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT, .numbers = ""};
    row.text = folded->len > names->len
                   ? attri_maker__format (m, "%s, and %u more", list, folded->len - names->len)
                   : list;
    attri_scene__add_row (m->scene, &row);
    for (guint i = 0; i < m->folded_tools->len; i++)
        m->box_of[g_array_index (m->folded_tools, guint32, i)] = m->fold_box;
}

static gboolean
is_easy (const Candidate *candidate)
{
    return candidate->easy && candidate->variants == NULL;
}

/* One line from a member to the fold for all it uses of it. */
static void
add_fold_line (AttriMaker *m, guint32 actor, gboolean actor_is_left)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
    AttriFirmness weakest = ATTRI_FIRMNESS_STATED;
    guint32 n;
    const guint32 *outgoing = attri_graph_get_outgoing (m->graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, outgoing[i]);
        if (!attri_maker__is_shown (m, outgoing[i]) || m->box_of[edge->to] != m->fold_box ||
            attri_maker__relation (m, outgoing[i]) != ATTRI_RELATION_TOOLING)
            continue;
        g_array_append_val (edges, outgoing[i]);
        weakest = MAX (weakest, attri_maker__firmness (m, &outgoing[i], 1));
        attri_maker__drawn (m, outgoing[i]);
    }
    if (edges->len == 0)
        return;
    AttriSceneLine line = {
        .left = actor_is_left ? m->box_of[actor] : m->fold_box,
        .left_row = ATTRI_NONE,
        .right = actor_is_left ? m->fold_box : m->box_of[actor],
        .right_row = ATTRI_NONE,
        .firmness = weakest,
        .numbers = attri_maker__numbers (m, (const guint32 *)edges->data, edges->len),
        .change = attri_maker__change (m, (const guint32 *)edges->data, edges->len),
    };
    line.numbers = attri_maker__mark_numbers (m, line.numbers, line.change);
    if (edges->len < m->folded_tools->len)
        line.label = attri_maker__format (m, "%u of %u", edges->len, m->folded_tools->len);
    line.about = attri_maker__format (m, "%s uses %u of these: %s", attri_maker__name (m, actor),
                                      edges->len, line.numbers);
    attri_scene__add_line (m->scene, &line);
}

void
attri_maker__actor_lines (AttriMaker *m, guint32 actor, gboolean actor_is_left)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, actor, &n[0]),
                               attri_graph_get_incoming (m->graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            guint32 tool = side == 0 ? edge->to : edge->from;
            if (tool == ATTRI_NONE || !attri_maker__is_shown (m, edges[side][i]) ||
                attri_maker__role (m, tool) != ATTRI_ROLE_TOOL ||
                attri_maker__is_member (m, tool) || m->box_of[tool] == ATTRI_NONE ||
                m->box_of[tool] == m->fold_box)
                continue;
            gboolean plain =
                side == 0 && attri_maker__relation (m, edges[side][i]) == ATTRI_RELATION_TOOLING;
            const char *label =
                plain ? NULL
                      : attri_maker__verb_from (m, edges[side][i], actor_is_left ? actor : tool);
            attri_maker__edge_line (m, edges[side][i], (side == 0) != actor_is_left, label);
        }
    }
    if (m->fold_box != ATTRI_NONE)
        add_fold_line (m, actor, actor_is_left);
}

void
attri_maker__tool_column (AttriMaker *m)
{
    g_autoptr (GPtrArray) candidates = find_candidates (m);
    g_autoptr (GPtrArray) folded = g_ptr_array_new ();
    guint easy = 0, shown = 0;
    for (guint i = 0; i < candidates->len; i++)
        easy += is_easy (g_ptr_array_index (candidates, i));
    gboolean only_easy = TRUE;
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index (candidates, i);
        gboolean tail = shown >= MOST_BOXES && candidates->len - i > 1;
        if ((easy > 1 && is_easy (candidate)) || tail || (folded->len > 0 && shown >= MOST_BOXES)) {
            only_easy &= is_easy (candidate);
            g_ptr_array_add (folded, candidate);
            continue;
        }
        add_tool_box (m, candidate);
        shown++;
    }
    if (folded->len > 0)
        add_fold (m, folded, only_easy);
    for (guint i = 0; i < m->members->len; i++)
        attri_maker__actor_lines (m, g_array_index (m->members, guint32, i), TRUE);
}
