/* SPDX-License-Identifier: MIT
 *
 * availability.c: the name of a file goes in, which says how easily tools are had;
 * what it says of tools in the caller's builder is added there.
 */
#include "base/beside-private.h"

#include <attrigraph/read.h>

#define INSTALLED_FILE "availability.json"

gboolean
attri_read_availability (AttriGraphBuilder *builder, const char *path,
                         const AttriReadLimits *limits, AttriFindings *findings, GError **error)
{
    g_return_val_if_fail (builder != NULL && findings != NULL, FALSE);

    g_autofree char *installed = path == NULL ? attri_beside__find_data (INSTALLED_FILE) : NULL;
    const char *const paths[] = {path != NULL ? path : installed, NULL};
    if (paths[0] == NULL) {
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                     "cannot find the installed file %s, which says how easily tools are had",
                     INSTALLED_FILE);
        return FALSE;
    }
    g_autoptr (AttriGraphBuilder) own = attri_graph_builder_new ();
    if (!attri_read_paths (own, paths, limits, findings, error))
        return FALSE;
    g_autoptr (AttriGraph) notes =
        attri_graph_builder_end (g_steal_pointer (&own), findings, error);
    if (notes == NULL)
        return FALSE;
    attri_graph_builder_annotate (builder, notes);
    return TRUE;
}
