/* SPDX-License-Identifier: MIT
 *
 * In:  a graph and chains of claims in it.
 * Out: the chains told in the wanted format. The sources are numbered in the
 *      order in which a reader meets them.
 */
#include "tell/path.h"

#include <string.h>

static void
add_edge (AttriPathTale *self, guint chain, guint32 index)
{
    if (self->told[index] != 0)
        return;
    self->told[index] = chain;
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    for (guint32 i = 0; i < edge->claims.count; i++)
        attri_tell__bibliography_add_claim (self->cited,
                                            attri_graph_get_claim (self->graph,
                                                                   edge->claims.first + i));
}

static void
add_chain (AttriPathTale *self, guint chain)
{
    const AttriPath *path = g_ptr_array_index (self->paths->paths, chain - 1);
    for (guint i = 0; i < path->hops->len; i++)
        add_edge (self, chain, g_array_index (path->hops, AttriPathHop, i).edge);
    for (guint i = 0; i < path->apart->len; i++)
        add_edge (self, chain, g_array_index (path->apart, guint32, i));
}

static void
add_entities (const AttriPaths *paths, GArray *entities)
{
    for (guint i = 0; i < paths->paths->len; i++) {
        const AttriPath *path = g_ptr_array_index (paths->paths, i);
        for (guint j = 0; j < path->hops->len; j++) {
            const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, j);
            if (hop->from != ATTRI_NONE)
                g_array_append_val (entities, hop->from);
            if (hop->to != ATTRI_NONE)
                g_array_append_val (entities, hop->to);
        }
    }
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
    const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    int order = strcmp (attri_graph_get_entity (data, left)->name,
                        attri_graph_get_entity (data, right)->name);
    return order != 0 ? order : (left > right) - (left < right);
}

/* Records of two feeds are often called the same, and are two until somebody says otherwise. */
static void
find_namesakes (AttriPathTale *self)
{
    g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_entities (self->paths, entities);
    if (self->beyond != NULL)
        add_entities (self->beyond, entities);
    g_array_sort_with_data (entities, compare_names, (gpointer)self->graph);
    for (guint i = 1; i < entities->len; i++) {
        guint32 one = g_array_index (entities, guint32, i - 1);
        guint32 other = g_array_index (entities, guint32, i);
        if (one == other || strcmp (attri_graph_get_entity (self->graph, one)->name,
                                    attri_graph_get_entity (self->graph, other)->name) != 0)
            continue;
        self->shares_name[one] = self->shares_name[other] = TRUE;
    }
}

char *
attri_tell_paths (const AttriGraph *graph, const AttriCensus *census, const AttriPaths *paths,
                  const AttriPaths *beyond, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL && paths != NULL, NULL);

    g_autoptr (AttriBibliography) cited = attri_tell__bibliography_new (graph);
    g_autofree guint *told = g_new0 (guint, attri_graph_get_n_edges (graph) + 1);
    g_autofree guint8 *shares_name = g_new0 (guint8, attri_graph_get_n_entities (graph) + 1);
    AttriPathTale tale = {graph, census, paths, beyond, cited, told, shares_name};
    find_namesakes (&tale);
    for (guint i = 0; i < paths->paths->len; i++)
        add_chain (&tale, i + 1);
    if (format == ATTRI_TELL_JSON)
        return attri_path__to_json (&tale);
    return format == ATTRI_TELL_MARKDOWN ? attri_path__to_markdown (&tale)
                                         : attri_path__to_text (&tale);
}
