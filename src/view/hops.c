/* SPDX-License-Identifier: MIT
 *
 * hops.c: what lies within reach of a focus. From the focus every relation
 * leads on; from there only tooling and identity do, and what was met as a
 * target, place, sponsor or technique leads nowhere: half of all groups target
 * governments and all of them phish, and that relates none of them. Relations
 * that equate and families cost no hop.
 */
#include "view/view-private.h"

/* The state of a search, breadth first. */
typedef struct {
    const AttriGraph *graph;
    guint *distance;  /* by entity; G_MAXUINT where not reached */
    guint8 *leads_on; /* whether the entity is more than a leaf */
    GArray *reached;  /* guint32: the entities of the hop at hand */
} Search;

static gboolean
is_technique (const AttriGraph *graph, guint32 entity)
{
    return attri_type_info (attri_graph_get_entity (graph, entity)->type)->role ==
           ATTRI_ROLE_TECHNIQUE;
}

/* Whether an entity met along @edge leads nowhere. */
static gboolean
ends_at (const AttriGraph *graph, const AttriEdge *edge, guint32 entity)
{
    const AttriRelationClass relation = attri_relation_info (edge->type)->relation;
    return relation == ATTRI_RELATION_TARGET || relation == ATTRI_RELATION_PLACE ||
           relation == ATTRI_RELATION_SPONSOR || is_technique (graph, entity);
}

static gboolean
is_free (const AttriEdge *edge)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    return edge->asserted && (info->equates || info->relation == ATTRI_RELATION_FAMILY);
}

/* What is used may be a technique, which is no tooling. */
static gboolean
leads_further (const AttriGraph *graph, const AttriEdge *edge, guint distance)
{
    const AttriRelationClass relation = attri_relation_info (edge->type)->relation;
    return distance == 0 || relation == ATTRI_RELATION_IDENTITY ||
           (relation == ATTRI_RELATION_TOOLING && !is_technique (graph, edge->to));
}

/* Puts @entity into @into, again if it has just ceased to be a leaf. */
static void
reach (Search *search, GArray *into, guint32 entity, guint distance, gboolean leads_on)
{
    const gboolean known = search->distance[entity] <= distance;
    if (known && (search->distance[entity] < distance || search->leads_on[entity] || !leads_on))
        return;
    search->distance[entity] = distance;
    search->leads_on[entity] = leads_on;
    g_array_append_val (into, entity);
}

typedef void (*Visit) (Search *search, GArray *into, guint32 entity, guint32 other,
                       const AttriEdge *edge);

static void
visit_neighbours (Search *search, GArray *into, guint32 entity, Visit visit)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (search->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (search->graph, edges[i]);
        if (edge->to != ATTRI_NONE)
            visit (search, into, entity, edge->to, edge);
    }
    edges = attri_graph_get_incoming (search->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (search->graph, edges[i]);
        visit (search, into, entity, edge->from, edge);
    }
}

static void
visit_free (Search *search, GArray *into, guint32 entity, guint32 other, const AttriEdge *edge)
{
    if (is_free (edge))
        reach (search, into, other, search->distance[entity], search->leads_on[entity]);
}

static void
visit_next (Search *search, GArray *into, guint32 entity, guint32 other, const AttriEdge *edge)
{
    const guint distance = search->distance[entity];
    if (search->leads_on[entity] && leads_further (search->graph, edge, distance))
        reach (search, into, other, distance + 1, !ends_at (search->graph, edge, other));
}

/* Moves on by one hop. */
static void
advance (Search *search)
{
    GArray *next = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < search->reached->len; i++)
        visit_neighbours (search, next, g_array_index (search->reached, guint32, i), visit_next);
    g_array_unref (search->reached);
    search->reached = next;
}

/* Adds to the hop at hand what costs nothing from it. The list grows meanwhile. */
static void
spread (Search *search)
{
    for (guint i = 0; i < search->reached->len; i++)
        visit_neighbours (search, search->reached, g_array_index (search->reached, guint32, i),
                          visit_free);
}

static void
mark_reached (const Search *search, AttriMask *mask)
{
    const AttriGraph *graph = search->graph;
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        mask->entities[i] = search->distance[i] != G_MAXUINT;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        mask->claims[i] = search->distance[claim->from] != G_MAXUINT &&
                          (claim->to == ATTRI_NONE || search->distance[claim->to] != G_MAXUINT);
        for (guint32 j = 0; mask->claims[i] && j < claim->in.count; j++)
            mask->entities[attri_graph_get_index_at (graph, claim->in.first + j)] = 1;
    }
}

void
attri_view__mark_hops (const AttriGraph *graph, const GArray *focus, guint hops, AttriMask *mask)
{
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint *distance = g_new0 (guint, n + 1);
    g_autofree guint8 *leads_on = g_new0 (guint8, n + 1);
    Search search = {graph, distance, leads_on, g_array_new (FALSE, FALSE, sizeof (guint32))};

    for (guint32 i = 0; i < n; i++)
        distance[i] = G_MAXUINT;
    for (guint i = 0; i < focus->len; i++)
        reach (&search, search.reached, g_array_index (focus, guint32, i), 0, TRUE);
    spread (&search);
    for (guint hop = 0; hop < hops && search.reached->len > 0; hop++) {
        advance (&search);
        spread (&search);
    }
    mark_reached (&search, mask);
    g_array_unref (search.reached);
}
