/* SPDX-License-Identifier: MIT
 *
 * export.c: a graph and the name of a format go in; its text comes out, and what it has no
 * place for, both owned by the caller.
 */
#include "export/formats.h"

static char *
export_own (const AttriGraph *graph, GPtrArray *losses)
{
    (void)losses;
    return attri_export_own (graph);
}

static const struct {
    const char *name;
    char *(*write) (const AttriGraph *graph, GPtrArray *losses);
} formats[] = {
    [ATTRI_EXPORT_OWN] = {"json", export_own},
    [ATTRI_EXPORT_STIX] = {"stix", export_stix},
    [ATTRI_EXPORT_DOT] = {"dot", export_dot},
    [ATTRI_EXPORT_GRAPHML] = {"graphml", export_graphml},
    [ATTRI_EXPORT_MERMAID] = {"mermaid", export_mermaid},
    [ATTRI_EXPORT_CSV] = {"csv", export_csv},
};

const char *
attri_export_format_to_string (AttriExportFormat format)
{
    return (guint)format < G_N_ELEMENTS (formats) ? formats[format].name : NULL;
}

char *
attri_export_graph (const AttriGraph *graph, AttriExportFormat format, char ***losses)
{
    g_return_val_if_fail (graph != NULL && (guint)format < G_N_ELEMENTS (formats), NULL);

    g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
    char *text = formats[format].write (graph, phrases);
    if (losses != NULL) {
        g_ptr_array_add (phrases, NULL);
        *losses = (char **)g_ptr_array_free (g_steal_pointer (&phrases), FALSE);
    }
    return text;
}
