/* SPDX-License-Identifier: MIT
 *
 * net.h: a graph as chains of claims see it: who is next to whom, and at what cost.
 */
#pragma once

#include <attrigraph/query.h>

/* An entity that no chain leads through. */
#define ATTRI_NET_CLOSED G_MAXUINT32

/* The best edge to a neighbour. */
typedef struct {
    guint32 to;
    guint32 cost;
    guint32 edge;
} AttriArc;

/**
 * AttriNet:
 * @n: entities
 * @first: the arcs of entity e are @arcs[@first[e]] up to @arcs[@first[e + 1]], by @to
 * @pass: by entity, what leading on through it costs, or %ATTRI_NET_CLOSED
 * @from_alias, @to_alias: what the aliases of the wish cost
 *
 * Every arc is there both ways, at the same cost, which is never 0.
 */
typedef struct {
    guint32 n;
    guint32 *first;
    AttriArc *arcs;
    guint32 *pass;
    guint32 from_alias;
    guint32 to_alias;
} AttriNet;

/* O(n + e log e). (transfer full) */
AttriNet *
attri_net__new (const AttriGraph *graph, const AttriCensus *census, const AttriPathWish *wish);
void attri_net__free (AttriNet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriNet, attri_net__free)

/* The arc from @from to @to, which must be neighbours. O(log degree). */
const AttriArc *attri_net__find (const AttriNet *self, guint32 from, guint32 to);

#define ATTRI_CHAIN_MOST (ATTRI_PATH_MOST_HOPS + 1)

/**
 * AttriChain:
 * @nodes: entities from one end to the other, @n of them
 * @deviates: for the search
 * @key: total order by cost, then hops
 */
typedef struct {
    guint32 nodes[ATTRI_CHAIN_MOST];
    guint n;
    guint deviates;
    guint64 key;
} AttriChain;

/* At most @count loopless chains between two entities, best first. (transfer full)
 * (element-type AttriChain) */
GArray *attri_net__find_chains (const AttriNet *self, guint32 from, guint32 to, guint count);
