/* SPDX-License-Identifier: MIT
 *
 * reading.c: documents go in, graphs and lines come out, owned by the caller.
 */
#include "support/reading.h"

#include "support/golden.h"

AttriGraph *
test_read_text (const char *name, const char *text, gsize length, AttriFindings *findings)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (GBytes) bytes = g_bytes_new (text, length);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = NULL;

    if (attri_read_bytes (builder, name, bytes, NULL, findings, &error))
        graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
    else
        g_assert_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS);
    attri_findings_sort (findings);
    return graph;
}

char *
test_diagnostics (const AttriFindings *findings)
{
    GString *lines = g_string_new (NULL);

    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        g_autofree char *line = attri_finding_to_diagnostic (attri_findings_get (findings, i));
        g_string_append_printf (lines, "%s\n", line);
    }
    return g_string_free (lines, FALSE);
}

char *
test_load (const char *folder, const char *name, gsize *length)
{
    g_autofree char *below = g_build_filename (folder, name, NULL);
    g_autofree char *path = attri_golden_path (below);
    g_autoptr (GError) error = NULL;
    char *text = NULL;

    g_file_get_contents (path, &text, length, &error);
    g_assert_no_error (error);
    return text;
}

void
test_read_golden (const char *name, guint goldens)
{
    gsize length;
    g_autofree char *file = g_strconcat (name, ".json", NULL);
    g_autofree char *graph_name = g_strdup_printf ("read/%s.graph", name);
    g_autofree char *findings_name = g_strdup_printf ("read/%s.findings", name);
    g_autofree char *text = test_load ("read", file, &length);
    g_autoptr (AttriFindings) findings = attri_findings_new (1000);
    g_autoptr (AttriGraph) graph = test_read_text (file, text, length, findings);
    g_autofree char *lines = test_diagnostics (findings);

    g_assert_true ((graph != NULL) == ((goldens & TEST_GRAPH) != 0));
    if (graph != NULL) {
        g_autofree char *dump = attri_graph_dump (graph);
        attri_golden_check (graph_name, dump);
    }
    if ((goldens & TEST_FINDINGS) != 0)
        attri_golden_check (findings_name, lines);
    else
        g_assert_cmpstr (lines, ==, "");
}
