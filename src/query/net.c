/* SPDX-License-Identifier: MIT
 *
 * net.c: a graph goes in; its asserted edges with what each costs as a hop of a
 * chain come out, owned by the caller. The costs and their reasons stand with
 * attri_query_paths().
 */
#include "query/net.h"

#include "model/independence-private.h"

#include <string.h>

/* What an edge and its two ends are weighed by. */
typedef struct {
    const AttriGraph *graph;
    const AttriCensus *census;
    const AttriPathWish *wish;
    AttriIndependence *independence;
} Scales;

/* An arc and where it starts. */
typedef struct {
    guint32 from;
    AttriArc arc;
} Start;

/* ---- edges ---- */

static gboolean
is_actor (const AttriGraph *graph, guint32 entity)
{
    const char *type = attri_graph_get_entity (graph, entity)->type;
    return attri_type_info (type)->role == ATTRI_ROLE_ACTOR;
}

/* That a campaign is a group's doing names no sponsor. */
static AttriRelationClass
relation_of (const AttriGraph *graph, const AttriEdge *edge)
{
    AttriRelationClass relation = attri_relation_info (edge->type)->relation;
    gboolean actors = is_actor (graph, edge->from) && is_actor (graph, edge->to);
    return relation == ATTRI_RELATION_SPONSOR && actors ? ATTRI_RELATION_IDENTITY : relation;
}

#define COST_EQUATES 500

/* What the relation is worth, whoever claims it; 0 if it is no hop at all. */
static guint32
weigh_relation (const Scales *scales, const AttriEdge *edge)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    switch (relation_of (scales->graph, edge)) {
    case ATTRI_RELATION_IDENTITY:
        if (info->equates)
            return COST_EQUATES;
        return g_str_equal (edge->type, "overlaps-with") ? 1500 : 1000;
    case ATTRI_RELATION_FAMILY:
        return 1500;
    case ATTRI_RELATION_TOOLING:
        return 1000;
    case ATTRI_RELATION_OTHER:
        if (g_str_equal (edge->type, "revoked-by"))
            return 1000;
        return *info->type == '\0' || g_str_equal (edge->type, "related-to") ? 16000 : 2000;
    case ATTRI_RELATION_TARGET:
    case ATTRI_RELATION_SPONSOR:
    case ATTRI_RELATION_PLACE:
        if (scales->wish->through == ATTRI_PATH_THROUGH_ALL || edge->to == scales->wish->from ||
            edge->to == scales->wish->to)
            return 20000;
        return 0;
    case ATTRI_RELATION_DISTINCT:
    case ATTRI_RELATION_VALUE:
        break;
    }
    return 0;
}

static guint32
weigh_claim (const AttriClaim *claim)
{
    static const guint32 costs[] = {[ATTRI_HEDGE_STATED] = 0,
                                    [ATTRI_HEDGE_ASSESSED] = 500,
                                    [ATTRI_HEDGE_SUSPECTED] = 1500,
                                    [ATTRI_HEDGE_ALLEGED] = 3000};
    guint32 cost = costs[claim->hedge];
    if (claim->confidence >= 0 && claim->confidence < 30)
        return MAX (cost, costs[ATTRI_HEDGE_SUSPECTED]);
    if (claim->confidence >= 0 && claim->confidence < 70)
        return MAX (cost, costs[ATTRI_HEDGE_ASSESSED]);
    return cost;
}

/* How firmly and by how many it is said. */
static guint32
weigh_sources (const Scales *scales, const AttriEdge *edge)
{
    guint32 firmest = G_MAXUINT32;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (scales->graph, edge->claims.first + i);
        if (claim->stance == ATTRI_STANCE_ASSERTS && !claim->revoked && !claim->withdrawn)
            firmest = MIN (firmest, weigh_claim (claim));
    }
    guint n = attri_independence__count (scales->independence, edge->claims);
    return (firmest != G_MAXUINT32 ? firmest : 0) + (n == 0 ? 2000 : 1000 / n) +
           (edge->disputed ? 6000 : 0);
}

static void
add_arcs (const Scales *scales, guint32 index, GArray *starts)
{
    const AttriEdge *edge = attri_graph_get_edge (scales->graph, index);
    if (!edge->asserted || edge->to == ATTRI_NONE || edge->to == edge->from)
        return;
    guint32 cost = weigh_relation (scales, edge);
    if (cost == 0)
        return;
    cost += weigh_sources (scales, edge);
    const Start both[] = {{edge->from, {edge->to, cost, index}},
                          {edge->to, {edge->from, cost, index}}};
    g_array_append_vals (starts, both, G_N_ELEMENTS (both));
}

/* That a name is somebody's is a claim that two are one. */
static guint32
weigh_alias (const Scales *scales, guint32 index)
{
    if (index == ATTRI_NONE)
        return 0;
    return COST_EQUATES + weigh_sources (scales, attri_graph_get_edge (scales->graph, index));
}

/* ---- entities ---- */

/* log2 (@n) in thousandths. */
static guint32
bits_among (guint32 n)
{
    return attri_query_bits (1, MAX (n, 1));
}

/* Where nobody counts, those of the graph at hand. */
static guint32
count_users (const AttriGraph *graph, guint32 tool)
{
    guint32 n, users = 0;
    const guint32 *edges = attri_graph_get_incoming (graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        users += edge->asserted && is_actor (graph, edge->from) &&
                 attri_relation_info (edge->type)->relation == ATTRI_RELATION_TOOLING;
    }
    return users;
}

static guint32
weigh_tool (const Scales *scales, guint32 tool)
{
    AttriToolFacts facts = attri_query_tool (scales->graph, scales->census, tool);
    guint32 users = facts.groups > 0 ? facts.groups : count_users (scales->graph, tool);
    return bits_among (users) + 4000 * attri_availability_get_tier (facts.availability) +
           (facts.suggests_public ? 2000 : 0);
}

static guint32
weigh_entity (const Scales *scales, guint32 entity, guint32 n_neighbours)
{
    const char *type = attri_graph_get_entity (scales->graph, entity)->type;
    switch (attri_type_info (type)->role) {
    case ATTRI_ROLE_ACTOR:
        return 0;
    case ATTRI_ROLE_TOOL:
        return weigh_tool (scales, entity);
    case ATTRI_ROLE_OTHER:
        break;
    case ATTRI_ROLE_TECHNIQUE:
    case ATTRI_ROLE_IDENTITY:
    case ATTRI_ROLE_PLACE:
    case ATTRI_ROLE_SECTOR:
        if (scales->wish->through != ATTRI_PATH_THROUGH_ALL)
            return ATTRI_NET_CLOSED;
        break;
    }
    return bits_among (n_neighbours);
}

/* ---- the net ---- */

static int
compare_u32 (guint32 a, guint32 b)
{
    return (a > b) - (a < b);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
    const Start *x = a;
    const Start *y = b;
    if (x->from != y->from)
        return compare_u32 (x->from, y->from);
    if (x->arc.to != y->arc.to)
        return compare_u32 (x->arc.to, y->arc.to);
    if (x->arc.cost != y->arc.cost)
        return compare_u32 (x->arc.cost, y->arc.cost);
    return compare_u32 (x->arc.edge, y->arc.edge);
}

/* Keeps the best arc to each neighbour. */
static void
fill_net (AttriNet *self, const GArray *starts)
{
    guint32 kept = 0;
    self->arcs = g_new (AttriArc, starts->len + 1);
    for (guint i = 0; i < starts->len; i++) {
        const Start *start = &g_array_index (starts, Start, i);
        if (i > 0 && start->from == (start - 1)->from && start->arc.to == (start - 1)->arc.to)
            continue;
        self->arcs[kept++] = start->arc;
        self->first[start->from + 1] = kept;
    }
    for (guint32 i = 0; i < self->n; i++)
        self->first[i + 1] = MAX (self->first[i + 1], self->first[i]);
}

AttriNet *
attri_net__new (const AttriGraph *graph, const AttriCensus *census, const AttriPathWish *wish)
{
    g_autoptr (AttriIndependence) independence = attri_independence__new (graph);
    const Scales scales = {graph, census, wish, independence};
    g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (Start));
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        add_arcs (&scales, i, starts);
    g_array_sort (starts, compare_starts);

    AttriNet *self = g_new0 (AttriNet, 1);
    self->n = attri_graph_get_n_entities (graph);
    self->first = g_new0 (guint32, self->n + 2);
    self->pass = g_new0 (guint32, self->n + 1);
    fill_net (self, starts);
    for (guint32 i = 0; i < self->n; i++) {
        guint32 n_neighbours = self->first[i + 1] - self->first[i];
        self->pass[i] = n_neighbours > 1 ? weigh_entity (&scales, i, n_neighbours) : 0;
    }
    self->from_alias = weigh_alias (&scales, wish->from_alias);
    self->to_alias = weigh_alias (&scales, wish->to_alias);
    return self;
}

void
attri_net__free (AttriNet *self)
{
    g_free (self->first);
    g_free (self->arcs);
    g_free (self->pass);
    g_free (self);
}

static int
compare_to_arc (const void *to, const void *arc)
{
    return compare_u32 (*(const guint32 *)to, ((const AttriArc *)arc)->to);
}

const AttriArc *
attri_net__find (const AttriNet *self, guint32 from, guint32 to)
{
    const AttriArc *arcs = self->arcs + self->first[from];
    gsize n = self->first[from + 1] - self->first[from];
    return bsearch (&to, arcs, n, sizeof *arcs, compare_to_arc);
}
