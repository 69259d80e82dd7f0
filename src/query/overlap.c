/* SPDX-License-Identifier: MIT
 *
 * overlap.c: which groups share tooling with one group, and how telling it is.
 * In:  a graph; out: a list of rows that holds indexes only, owned by the caller.
 *
 * Tools are tiered by how easily they are had, never weighted by it: a group is
 * closer by the bits of what is not for sale or for free, and only then by the rest.
 */
#include "query/census.h"
#include "query/chance.h"

/* A tool of the focus with what ranks it. */
typedef struct {
    guint32 tool;
    gboolean disputed;
    guint32 family; /* row among the families, or ATTRI_NONE */
    AttriToolFacts facts;
} Ranked;

/* A family that the focus uses. */
typedef struct {
    guint32 entity;
    gboolean telling;    /* a member that the focus uses is */
    guint32 bits;        /* by the groups that use any member; 0 if nobody counted */
    gboolean undisputed; /* nobody disputes that the focus uses some member */
} Family;

/* What each actor is compared with. */
typedef struct {
    const AttriGraph *graph;
    const AttriCensus *census;
    guint without;
    GArray *ranked;     /* Ranked */
    GArray *families;   /* Family, by entity */
    guint32 *rank_of;   /* by entity: a tool's row in ranked, or ATTRI_NONE */
    guint32 *family_of; /* by entity: a member's row in families, or ATTRI_NONE */
} Focus;

/* A tool that both use. */
typedef struct {
    guint32 rank;      /* its row in ranked */
    gboolean disputed; /* that one of them uses it */
} Shared;

/* What one actor has in common with the focus, while it is looked at. */
typedef struct {
    guint32 actor;
    guint n_tools;
    GArray *shared;          /* Shared */
    gboolean undisputed;     /* one of them is */
    guint8 *in_family;       /* by family: uses a member */
    guint8 *firm_in_family;  /* by family: and nobody disputes it */
    guint8 *shares_a_member; /* by family */
} Common;

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

static int
compare_shared (gconstpointer a, gconstpointer b)
{
    const Shared *left = a, *right = b;
    return (left->rank > right->rank) - (left->rank < right->rank);
}

static void
row_free (gpointer data)
{
    AttriOverlapRow *row = data;
    g_array_unref (row->tools);
    g_array_unref (row->families);
    g_free (row);
}

/* ---- the focus ---- */

static void
collect_tools (Focus *focus, AttriOverlap *overlap)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (focus->graph, overlap->focus, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_query__tooling (focus->graph, edges[i]);
        if (edge == NULL)
            continue;
        const Ranked entry = {edge->to, edge->disputed, ATTRI_NONE,
                              attri_query_tool (focus->graph, focus->census, edge->to)};
        if (focus->without & 1u << entry.facts.availability)
            overlap->left_out[entry.facts.availability]++;
        else
            g_array_append_val (focus->ranked, entry);
    }
    g_array_sort (focus->ranked, compare_ranked);
    for (guint i = 0; i < focus->ranked->len; i++) {
        const Ranked *entry = &g_array_index (focus->ranked, Ranked, i);
        focus->rank_of[entry->tool] = i;
        g_array_append_val (overlap->tools, entry->tool);
        overlap->telling += attri_availability_is_telling (entry->facts.availability);
        overlap->unsaid += entry->facts.availability == ATTRI_AVAILABILITY_UNKNOWN;
    }
}

/* Marks @member as one of the family in @row, which is no rarer than it. */
static void
add_member (Focus *focus, guint32 member, guint32 row)
{
    Family *family = &g_array_index (focus->families, Family, row);
    if (focus->family_of[member] != ATTRI_NONE)
        return;
    focus->family_of[member] = row;
    AttriToolFacts facts = attri_query_tool (focus->graph, focus->census, member);
    guint32 bits = attri_query_bits (facts.groups, facts.of);
    if (bits > 0)
        family->bits = family->bits == 0 ? bits : MIN (family->bits, bits);
}

static void
add_family (Focus *focus, guint32 entity)
{
    guint32 row = focus->families->len;
    const Family family = {.entity = entity};
    g_array_append_val (focus->families, family);
    add_member (focus, entity, row);
    guint32 n;
    const guint32 *edges = attri_graph_get_incoming (focus->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (focus->graph, edges[i]);
        if (edge->asserted && attri_relation_info (edge->type)->relation == ATTRI_RELATION_FAMILY)
            add_member (focus, edge->from, row);
    }
}

static void
collect_families (Focus *focus)
{
    g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < focus->ranked->len; i++) {
        guint32 family = g_array_index (focus->ranked, Ranked, i).facts.family;
        if (family != ATTRI_NONE)
            g_array_append_val (entities, family);
    }
    g_array_sort (entities, compare_index);
    for (guint i = 0; i < entities->len; i++) {
        if (i == 0 ||
            g_array_index (entities, guint32, i) != g_array_index (entities, guint32, i - 1))
            add_family (focus, g_array_index (entities, guint32, i));
    }
    for (guint i = 0; i < focus->ranked->len; i++) {
        Ranked *entry = &g_array_index (focus->ranked, Ranked, i);
        entry->family = focus->family_of[entry->tool];
        if (entry->family == ATTRI_NONE)
            continue;
        Family *family = &g_array_index (focus->families, Family, entry->family);
        family->undisputed |= !entry->disputed;
        family->telling |= attri_availability_is_telling (entry->facts.availability);
    }
}

static void
focus_init (Focus *focus, const AttriGraph *graph, const AttriCensus *census, guint without,
            AttriOverlap *overlap)
{
    guint32 n = attri_graph_get_n_entities (graph);
    *focus = (Focus){
        .graph = graph,
        .census = census,
        .without = without,
        .ranked = g_array_new (FALSE, FALSE, sizeof (Ranked)),
        .families = g_array_new (FALSE, FALSE, sizeof (Family)),
        .rank_of = g_new (guint32, n + 1),
        .family_of = g_new (guint32, n + 1),
    };
    for (guint32 i = 0; i < n; i++)
        focus->rank_of[i] = focus->family_of[i] = ATTRI_NONE;
    collect_tools (focus, overlap);
    collect_families (focus);
}

static void
focus_clear (Focus *focus)
{
    g_array_unref (focus->ranked);
    g_array_unref (focus->families);
    g_free (focus->rank_of);
    g_free (focus->family_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Focus, focus_clear)

/* ---- another actor ---- */

static void
common_init (Common *common, guint n_families)
{
    *common = (Common){
        .shared = g_array_new (FALSE, FALSE, sizeof (Shared)),
        .in_family = g_new0 (guint8, n_families + 1),
        .firm_in_family = g_new0 (guint8, n_families + 1),
        .shares_a_member = g_new0 (guint8, n_families + 1),
    };
}

static void
common_clear (Common *common)
{
    g_array_unref (common->shared);
    g_free (common->in_family);
    g_free (common->firm_in_family);
    g_free (common->shares_a_member);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Common, common_clear)

static void
common_add (Common *common, const Focus *focus, const AttriEdge *edge)
{
    guint32 rank = focus->rank_of[edge->to];
    guint32 family = focus->family_of[edge->to];
    common->n_tools++;
    if (family != ATTRI_NONE) {
        common->in_family[family] = TRUE;
        common->firm_in_family[family] |= !edge->disputed;
        common->shares_a_member[family] |= rank != ATTRI_NONE;
    }
    if (rank == ATTRI_NONE)
        return;
    const Shared shared = {rank,
                           edge->disputed || g_array_index (focus->ranked, Ranked, rank).disputed};
    g_array_append_val (common->shared, shared);
    common->undisputed |= !shared.disputed;
}

/* Sees what @actor shares with the focus; FALSE for nothing. */
static gboolean
find_common (Common *common, const Focus *focus, guint32 actor)
{
    guint n_families = focus->families->len;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (focus->graph, actor, &n);
    common->actor = actor;
    common->n_tools = 0;
    common->undisputed = FALSE;
    g_array_set_size (common->shared, 0);
    for (guint i = 0; i < n_families; i++)
        common->in_family[i] = common->firm_in_family[i] = common->shares_a_member[i] = FALSE;

    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_query__tooling (focus->graph, edges[i]);
        if (edge != NULL)
            common_add (common, focus, edge);
    }
    g_array_sort (common->shared, compare_shared);
    for (guint i = 0; i < n_families; i++) {
        if (common->in_family[i])
            return TRUE;
    }
    return common->shared->len > 0;
}

/* Counts the shared tools into @row, the members of a family once. */
static void
share_tools (AttriOverlapRow *row, const Focus *focus, const Common *common)
{
    g_autofree guint8 *counted = g_new0 (guint8, focus->families->len + 1);
    for (guint i = 0; i < common->shared->len; i++) {
        const Shared *shared = &g_array_index (common->shared, Shared, i);
        const Ranked *entry = &g_array_index (focus->ranked, Ranked, shared->rank);
        gboolean telling = attri_availability_is_telling (entry->facts.availability);
        guint32 bits = attri_query_bits (entry->facts.groups, entry->facts.of);
        g_array_append_val (row->tools, entry->tool);
        row->telling += telling;
        row->disputed += shared->disputed;
        row->telling_disputed += telling && shared->disputed;
        row->single_bits += bits;
        row->single_telling_bits += telling ? bits : 0;
        if (entry->family != ATTRI_NONE) {
            /* The first one is the most telling. */
            bits = counted[entry->family]
                       ? 0
                       : g_array_index (focus->families, Family, entry->family).bits;
            counted[entry->family] = TRUE;
        }
        row->bits += bits;
        row->telling_bits += telling ? bits : 0;
    }
}

static AttriOverlapRow *
make_row (const Focus *focus, const Common *common)
{
    AttriOverlapRow *row = g_new0 (AttriOverlapRow, 1);
    row->actor = common->actor;
    row->is_group = attri_query__is_group (attri_graph_get_entity (focus->graph, row->actor)->type);
    row->n_tools = common->n_tools;
    row->undisputed = common->undisputed;
    row->expected = row->tail = row->together = ATTRI_UNKNOWN;
    row->tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    row->families = g_array_new (FALSE, FALSE, sizeof (guint32));
    share_tools (row, focus, common);
    for (guint i = 0; i < focus->families->len; i++) {
        const Family *family = &g_array_index (focus->families, Family, i);
        if (!common->in_family[i] || common->shares_a_member[i])
            continue;
        g_array_append_val (row->families, family->entity);
        row->bits += family->bits;
        row->telling_bits += family->telling ? family->bits : 0;
        row->undisputed |= common->firm_in_family[i] && family->undisputed;
    }
    return row;
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
    if (left->telling != right->telling)
        return left->telling > right->telling ? -1 : 1;
    if (left->tools->len != right->tools->len)
        return left->tools->len > right->tools->len ? -1 : 1;
    return (left->actor > right->actor) - (left->actor < right->actor);
}

static const AttriOverlapRow *
find_closest (const GPtrArray *rows)
{
    const AttriOverlapRow *disputed = NULL;
    for (guint i = 0; i < rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (rows, i);
        if (row->is_group && row->undisputed)
            return row;
        if (row->is_group && disputed == NULL)
            disputed = row;
    }
    return disputed;
}

AttriOverlap *
attri_query_overlap (const AttriGraph *graph, const AttriCensus *census, guint32 focus,
                     guint without)
{
    g_return_val_if_fail (graph != NULL && focus < attri_graph_get_n_entities (graph), NULL);

    AttriOverlap *self = g_new0 (AttriOverlap, 1);
    self->focus = focus;
    self->tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->rows = g_ptr_array_new_with_free_func (row_free);
    self->telling_chance = g_array_new (FALSE, FALSE, sizeof (AttriChance));
    self->chance = g_array_new (FALSE, FALSE, sizeof (AttriChance));

    g_auto (Focus) target;
    g_auto (Common) common;
    focus_init (&target, graph, census, without, self);
    common_init (&common, target.families->len);
    guint32 n = attri_graph_get_n_entities (graph);
    for (guint32 actor = 0; actor < n; actor++) {
        const char *type = attri_graph_get_entity (graph, actor)->type;
        if (actor != focus && attri_type_info (type)->role == ATTRI_ROLE_ACTOR &&
            find_common (&common, &target, actor))
            g_ptr_array_add (self->rows, make_row (&target, &common));
    }
    g_ptr_array_sort (self->rows, compare_rows);
    self->closest = find_closest (self->rows);
    attri_overlap__add_chance (self, graph, census, without);
    return self;
}

void
attri_overlap_free (AttriOverlap *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->tools);
    g_ptr_array_unref (self->rows);
    g_array_unref (self->telling_chance);
    g_array_unref (self->chance);
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
