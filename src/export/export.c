/* SPDX-License-Identifier: MIT
 *
 * export.c: a graph and the name of a format go in; its text comes out, and what it has no
 * place for, both owned by the caller.
 */
#include "export/columns.h"
#include "export/formats.h"
#include "model/compare-private.h"

void
export_tell_values (GPtrArray *losses, const AttriGraph *graph)
{
    guint n = 0;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        n += attri_graph_get_claim (graph, i)->to == ATTRI_NONE;
    if (n > 0)
        g_ptr_array_add (losses,
                         g_strdup_printf ("all but value, claimant and stance of %u alias%s", n,
                                          n == 1 ? " or the like" : "es and the like"));
}

void
export_tell_sources (GPtrArray *losses, const AttriGraph *graph)
{
    static const char *const missing[] = {"retrieved", "kind", "based_on",   "edition_of",
                                          "read",      "lang", "translated", "reliability",
                                          "tlp",       NULL};
    column_tell_missing (losses, &column_sources, graph, missing);
}

static AttriTlp
join (AttriTlp a, AttriTlp b, gboolean first)
{
    return first ? b : attri_tlp__join (a, b);
}

static AttriTlp
find_marking (const AttriGraph *graph)
{
    AttriTlp tlp = ATTRI_TLP_UNMARKED;
    gboolean first = TRUE;

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++, first = FALSE)
        tlp = join (tlp, attri_graph_get_entity (graph, i)->tlp, first);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++, first = FALSE)
        tlp = join (tlp, attri_graph_get_claim (graph, i)->tlp, first);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++, first = FALSE)
        tlp = join (tlp, attri_graph_get_source (graph, i)->tlp, first);
    return tlp;
}

char *
export_marking_words (const AttriGraph *graph)
{
    const AttriTlp tlp = find_marking (graph);
    return tlp == ATTRI_TLP_UNMARKED ? g_strdup ("TLP: NOT MARKED")
                                     : g_strconcat ("TLP:", attri_tlp_to_string (tlp), NULL);
}

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
