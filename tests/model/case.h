/* SPDX-License-Identifier: MIT
 *
 * case.h: short ways to fill a builder in tests.
 */
#pragma once

#include <attrigraph/model.h>

/* A dated report by a publisher. */
static inline void
add_report (AttriGraphBuilder *builder, const char *id, const char *publisher, AttriDate published)
{
    attri_graph_builder_add_source (builder, &(AttriSourceDraft){.row = {.id = id,
                                                                         .title = id,
                                                                         .publisher = publisher,
                                                                         .published = published,
                                                                         .read = TRUE}});
}

static inline void
add_entity (AttriGraphBuilder *builder, const char *id, const char *type, const char *name)
{
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){
                                                 .row = {.id = id, .type = type, .name = name}});
}

/* A statement read in @carrier, where @claimant (or the carrier itself) says it. */
static inline void
add_said (AttriGraphBuilder *builder, const char *from, const char *type, const char *to,
          const char *carrier, const char *claimant, AttriClaim row)
{
    const AttriCitationDraft citation = {.source = carrier, .claimant = claimant};
    row.type = type;
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = row,
                                                                       .from = from,
                                                                       .to = to,
                                                                       .citations = &citation,
                                                                       .n_citations = 1});
}

/* The same without anything else to say. */
static inline void
add_claim (AttriGraphBuilder *builder, const char *from, const char *type, const char *to,
           const char *carrier)
{
    add_said (builder, from, type, to, carrier, NULL, (AttriClaim){.confidence = -1});
}

static inline AttriGraph *
end_well (AttriGraphBuilder *builder)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (100);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++)
        g_test_message ("%s", attri_findings_get (findings, i)->message);
    g_assert_no_error (error);
    g_assert_nonnull (graph);
    return graph;
}

/* All findings, sorted, one a line. */
static inline char *
print_findings (AttriFindings *findings)
{
    GString *out = g_string_new (NULL);
    attri_findings_sort (findings);
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        g_autofree char *line = attri_finding_to_string (attri_findings_get (findings, i));
        g_string_append_printf (out, "%s\n", line);
    }
    return g_string_free (out, FALSE);
}
