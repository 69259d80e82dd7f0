/* SPDX-License-Identifier: MIT
 *
 * In:  a graph and chains of claims in it.
 * Out: the chains told in the wanted format. The sources are numbered in the
 *      order in which a reader meets them.
 */
#include "tell/path.h"
#include "model/names-private.h"

static void
add_edge (AttriPathTale *self, guint chain, guint32 index)
{
    if (self->told[index] != 0)
        return;
    self->told[index] = chain;
    attri_tell__bibliography_add_claims (self->cited,
                                         attri_graph_get_edge (self->graph, index)->claims);
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
name_entities (const AttriPaths *paths, guint8 *named)
{
    for (guint i = 0; paths != NULL && i < paths->paths->len; i++) {
        const AttriPath *path = g_ptr_array_index (paths->paths, i);
        for (guint j = 0; j < path->hops->len; j++) {
            const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, j);
            if (hop->from != ATTRI_NONE)
                named[hop->from] = TRUE;
            if (hop->to != ATTRI_NONE)
                named[hop->to] = TRUE;
        }
    }
}

static const char **
find_namesakes (const AttriGraph *graph, const AttriPaths *paths, const AttriPaths *beyond)
{
    g_autofree guint8 *named = g_new0 (guint8, attri_graph_get_n_entities (graph) + 1);
    name_entities (paths, named);
    name_entities (beyond, named);
    return attri_graph__tell_apart (graph, named);
}

char *
attri_tell_paths (const AttriGraph *graph, const AttriCensus *census, const AttriPaths *paths,
                  const AttriPaths *beyond, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL && paths != NULL, NULL);

    g_autoptr (AttriBibliography) cited = attri_tell__bibliography_new (graph);
    g_autofree guint *told = g_new0 (guint, attri_graph_get_n_edges (graph) + 1);
    g_autofree const char **apart = find_namesakes (graph, paths, beyond);
    AttriPathTale tale = {graph, census, paths, beyond, cited, told, apart};
    for (guint i = 0; i < paths->paths->len; i++)
        add_chain (&tale, i + 1);
    if (format == ATTRI_TELL_JSON)
        return attri_path__to_json (&tale);
    return format == ATTRI_TELL_MARKDOWN ? attri_path__to_markdown (&tale)
                                         : attri_path__to_text (&tale);
}
