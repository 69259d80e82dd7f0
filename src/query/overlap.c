/* SPDX-License-Identifier: MIT
 *
 * overlap.c: which groups share tooling with one group, and how telling it is.
 * In:  a graph; out: a list of rows that holds indexes only, owned by the caller.
 *
 * Tools are tiered by how easily they are had, never weighted by it: a group is
 * closer by the bits of what is not for sale or for free, and only then by the rest.
 */
#include <attrigraph/query.h>

/* A tool of the focus with what ranks it. */
typedef struct {
    guint32 tool;
    AttriToolFacts facts;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
    const Ranked *left = a, *right = b;
    guint left_tier = attri_availability_get_tier (left->facts.availability);
    guint right_tier = attri_availability_get_tier (right->facts.availability);
    if (left_tier != right_tier)
        return left_tier < right_tier ? -1 : 1;
    guint32 left_bits = attri_query_bits (left->facts.groups, left->facts.of);
    guint32 right_bits = attri_query_bits (right->facts.groups, right->facts.of);
    if (left_bits != right_bits)
        return left_bits > right_bits ? -1 : 1;
    return (left->tool > right->tool) - (left->tool < right->tool);
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

static gboolean
contains (GArray *sorted, guint32 index)
{
    return g_array_binary_search (sorted, &index, compare_index, NULL);
}

/* The tools @actor is said to use, sorted by index. */
static GArray *
tools_of (const AttriGraph *graph, guint32 actor)
{
    GArray *tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (edge->asserted && edge->to != ATTRI_NONE &&
            attri_relation_info (edge->type)->relation == ATTRI_RELATION_TOOLING &&
            attri_type_info (attri_graph_get_entity (graph, edge->to)->type)->role ==
                ATTRI_ROLE_TOOL)
            g_array_append_val (tools, edge->to);
    }
    g_array_sort (tools, compare_index);
    return tools;
}

static gboolean
is_disputed_use (const AttriGraph *graph, guint32 actor, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (edge->to == tool && edge->asserted && !edge->disputed &&
            attri_relation_info (edge->type)->relation == ATTRI_RELATION_TOOLING)
            return FALSE;
    }
    return TRUE;
}

/* Whether nobody disputes that @actor uses some one of @tools that is of @family. */
static gboolean
is_firm_in_family (const AttriGraph *graph, guint32 actor, GArray *tools, guint32 family)
{
    for (guint i = 0; i < tools->len; i++) {
        guint32 tool = g_array_index (tools, guint32, i);
        if (attri_query_tool (graph, tool).family == family &&
            !is_disputed_use (graph, actor, tool))
            return TRUE;
    }
    return FALSE;
}

/* Families of @tools, sorted, each once. */
static GArray *
families_of (const AttriGraph *graph, GArray *tools)
{
    GArray *families = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < tools->len; i++) {
        guint32 family = attri_query_tool (graph, g_array_index (tools, guint32, i)).family;
        if (family != ATTRI_NONE)
            g_array_append_val (families, family);
    }
    g_array_sort (families, compare_index);
    for (guint i = families->len; i > 1; i--) {
        if (g_array_index (families, guint32, i - 1) == g_array_index (families, guint32, i - 2))
            g_array_remove_index (families, i - 1);
    }
    return families;
}

/* Counts one shared tool into @row. Of two members of a family only the first,
 * which is the rarer, adds bits. */
static void
share_tool (AttriOverlapRow *row, GArray *counted_families, const Ranked *ranked)
{
    gboolean telling = attri_availability_is_telling (ranked->facts.availability);
    g_array_append_val (row->tools, ranked->tool);
    row->telling += telling;
    if (ranked->facts.family != ATTRI_NONE) {
        for (guint i = 0; i < counted_families->len; i++) {
            if (g_array_index (counted_families, guint32, i) == ranked->facts.family)
                return;
        }
        g_array_append_val (counted_families, ranked->facts.family);
    }
    guint32 bits = attri_query_bits (ranked->facts.groups, ranked->facts.of);
    row->bits += bits;
    if (telling)
        row->telling_bits += bits;
}

static void
row_free (gpointer data)
{
    AttriOverlapRow *row = data;
    g_array_unref (row->tools);
    g_array_unref (row->families);
    g_free (row);
}

/* What @actor shares with the focus, or NULL for nothing. */
static AttriOverlapRow *
compare_with (const AttriGraph *graph, guint32 focus, GArray *focus_tools, GArray *ranked,
              GArray *families, guint32 actor)
{
    g_autoptr (GArray) tools = tools_of (graph, actor);
    g_autoptr (GArray) own_families = families_of (graph, tools);
    g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (guint32));
    AttriOverlapRow *row = g_new0 (AttriOverlapRow, 1);
    row->actor = actor;
    row->tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    row->families = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < ranked->len; i++) {
        const Ranked *tool = &g_array_index (ranked, Ranked, i);
        if (!contains (tools, tool->tool))
            continue;
        share_tool (row, counted, tool);
        row->undisputed |= !is_disputed_use (graph, actor, tool->tool) &&
                           !is_disputed_use (graph, focus, tool->tool);
    }
    for (guint i = 0; i < families->len; i++) {
        guint32 family = g_array_index (families, guint32, i);
        gboolean by_member = FALSE;
        for (guint j = 0; j < counted->len; j++)
            by_member |= g_array_index (counted, guint32, j) == family;
        if (by_member || !contains (own_families, family))
            continue;
        g_array_append_val (row->families, family);
        row->undisputed |= is_firm_in_family (graph, actor, tools, family) &&
                           is_firm_in_family (graph, focus, focus_tools, family);
    }
    if (row->tools->len > 0 || row->families->len > 0)
        return row;
    row_free (row);
    return NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const AttriOverlapRow *left = *(AttriOverlapRow *const *)a;
    const AttriOverlapRow *right = *(AttriOverlapRow *const *)b;
    if (left->telling_bits != right->telling_bits)
        return left->telling_bits > right->telling_bits ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
    if (left->tools->len != right->tools->len)
        return left->tools->len > right->tools->len ? -1 : 1;
    return (left->actor > right->actor) - (left->actor < right->actor);
}

AttriOverlap *
attri_query_overlap (const AttriGraph *graph, guint32 focus)
{
    g_return_val_if_fail (focus < attri_graph_get_n_entities (graph), NULL);

    g_autoptr (GArray) tools = tools_of (graph, focus);
    g_autoptr (GArray) families = families_of (graph, tools);
    g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
    AttriOverlap *self = g_new0 (AttriOverlap, 1);
    self->focus = focus;
    self->tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->rows = g_ptr_array_new_with_free_func (row_free);

    for (guint i = 0; i < tools->len; i++) {
        guint32 tool = g_array_index (tools, guint32, i);
        Ranked entry = {tool, attri_query_tool (graph, tool)};
        g_array_append_val (ranked, entry);
    }
    g_array_sort (ranked, compare_ranked);
    for (guint i = 0; i < ranked->len; i++) {
        const Ranked *entry = &g_array_index (ranked, Ranked, i);
        g_array_append_val (self->tools, entry->tool);
        self->telling += attri_availability_is_telling (entry->facts.availability);
    }
    guint32 n = attri_graph_get_n_entities (graph);
    for (guint32 actor = 0; actor < n; actor++) {
        const char *type = attri_graph_get_entity (graph, actor)->type;
        if (actor == focus || attri_type_info (type)->role != ATTRI_ROLE_ACTOR)
            continue;
        AttriOverlapRow *row = compare_with (graph, focus, tools, ranked, families, actor);
        if (row != NULL)
            g_ptr_array_add (self->rows, row);
    }
    g_ptr_array_sort (self->rows, compare_rows);
    return self;
}

void
attri_overlap_free (AttriOverlap *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->tools);
    g_ptr_array_unref (self->rows);
    g_free (self);
}

const AttriOverlapRow *
attri_overlap_get_row (const AttriOverlap *self, guint32 actor)
{
    for (guint i = 0; i < self->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->rows, i);
        if (row->actor == actor)
            return row;
    }
    return NULL;
}
