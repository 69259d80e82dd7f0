/* SPDX-License-Identifier: MIT
 *
 * whole.c: a graph goes in; the marking of all of it comes out, and what several formats lose.
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
