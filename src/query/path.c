/* SPDX-License-Identifier: MIT
 *
 * path.c: a graph and two of its entities go in; the best chains of claims
 * between them come out, owned by the caller.
 */
#include "query/net.h"

static void
path_free (gpointer data)
{
    AttriPath *path = data;
    g_array_unref (path->hops);
    g_array_unref (path->apart);
    g_free (path);
}

void
attri_paths_free (AttriPaths *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->paths);
    g_free (self);
}

static void
add_hop (AttriPath *path, AttriPathHop hop)
{
    g_array_append_val (path->hops, hop);
    path->cost += hop.cost + hop.pass;
}

static void
add_hops (AttriPath *path, const AttriNet *net, const AttriPathWish *wish, const AttriChain *chain)
{
    if (wish->from_alias != ATTRI_NONE)
        add_hop (path,
                 (AttriPathHop){ATTRI_NONE, wish->from, wish->from_alias, net->from_alias, 0});
    for (guint i = 0; i + 1 < chain->n; i++) {
        const AttriArc *arc = attri_net__find (net, chain->nodes[i], chain->nodes[i + 1]);
        guint32 pass = i + 2 < chain->n ? net->pass[arc->to] : 0;
        add_hop (path, (AttriPathHop){chain->nodes[i], arc->to, arc->edge, arc->cost, pass});
    }
    if (wish->to_alias != ATTRI_NONE)
        add_hop (path, (AttriPathHop){wish->to, ATTRI_NONE, wish->to_alias, net->to_alias, 0});
}

static guint
find_weakest (const GArray *hops)
{
    guint weakest = 0;
    guint32 most = 0;
    guint32 before = 0;
    for (guint i = 0; i < hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (hops, AttriPathHop, i);
        guint32 weight = hop->cost + MAX (before, hop->pass);
        before = hop->pass;
        if (weight <= most)
            continue;
        most = weight;
        weakest = i;
    }
    return weakest;
}

static gboolean
is_on (const AttriChain *chain, guint32 entity)
{
    for (guint i = 0; i < chain->n; i++)
        if (chain->nodes[i] == entity)
            return TRUE;
    return FALSE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

static void
add_apart (AttriPath *path, const AttriGraph *graph, const AttriChain *chain)
{
    for (guint i = 0; i < chain->n; i++) {
        guint32 n;
        const guint32 *edges = attri_graph_get_outgoing (graph, chain->nodes[i], &n);
        for (guint32 j = 0; j < n; j++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, edges[j]);
            if (edge->asserted && edge->to != ATTRI_NONE && is_on (chain, edge->to) &&
                attri_relation_info (edge->type)->relation == ATTRI_RELATION_DISTINCT)
                g_array_append_val (path->apart, edges[j]);
        }
    }
    g_array_sort (path->apart, compare_edges);
}

static void
add_path (AttriPaths *self, const AttriGraph *graph, const AttriNet *net, const AttriChain *chain)
{
    AttriPath *path = g_new0 (AttriPath, 1);
    path->hops = g_array_new (FALSE, FALSE, sizeof (AttriPathHop));
    path->apart = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_hops (path, net, &self->wish, chain);
    path->weakest = find_weakest (path->hops);
    add_apart (path, graph, chain);
    g_ptr_array_add (self->paths, path);
}

AttriPaths *
attri_query_paths (const AttriGraph *graph, const AttriCensus *census, const AttriPathWish *wish)
{
    g_return_val_if_fail (graph != NULL && wish != NULL, NULL);
    g_return_val_if_fail (wish->from < attri_graph_get_n_entities (graph), NULL);
    g_return_val_if_fail (wish->to < attri_graph_get_n_entities (graph), NULL);

    AttriPaths *self = g_new0 (AttriPaths, 1);
    self->wish = *wish;
    self->paths = g_ptr_array_new_with_free_func (path_free);
    g_autoptr (AttriNet) net = attri_net__new (graph, census, wish);
    if (wish->from == wish->to) {
        /* Two names of one entity: the claims that say so are the chain. */
        const AttriChain alone = {.nodes = {wish->from}, .n = 1};
        if (wish->from_alias != wish->to_alias)
            add_path (self, graph, net, &alone);
        return self;
    }
    g_autoptr (GArray) chains =
        attri_net__find_chains (net, wish->from, wish->to, MIN (wish->count, ATTRI_PATH_MOST));
    for (guint i = 0; i < chains->len; i++)
        add_path (self, graph, net, &g_array_index (chains, AttriChain, i));
    return self;
}
