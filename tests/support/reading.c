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

/* ---- survival ---- */

static void
assert_survives (const char *text, gsize length)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (AttriGraph) graph = test_read_text ("x", text, length, findings);
    g_assert_true ((graph == NULL) == (attri_findings_count (findings, ATTRI_SEVERITY_ERROR) > 0));
}

static void
try_prefixes (const char *text, gsize length)
{
    for (gsize n = 0; n < length; n++) {
        g_autofree char *copy = g_memdup2 (text, n);
        assert_survives (copy, n);
    }
}

static void
try_mutations (const char *text, gsize length)
{
    static const char bytes[] = "\"\\{}[],:0-9eE.\n\x01\x7f\x80\xc3\xff aut/";
    g_autoptr (GRand) random = g_rand_new_with_seed (22);

    for (guint i = 0; i < 4000; i++) {
        g_autofree char *copy = g_memdup2 (text, length);
        const gsize at = (gsize)g_rand_int_range (random, 0, (gint32)length);
        copy[at] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
        assert_survives (copy, length);
    }
}

/* A cut in the middle, so that pieces meet that never should. */
static void
try_splices (const char *text, gsize length)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (23);

    for (guint i = 0; i < 2000; i++) {
        const gsize from = (gsize)g_rand_int_range (random, 0, (gint32)length);
        const gsize to = (gsize)g_rand_int_range (random, (gint32)from, (gint32)length);
        g_autoptr (GString) copy = g_string_new_len (text, (gssize)length);
        g_string_erase (copy, (gssize)from, (gssize)(to - from));
        assert_survives (copy->str, copy->len);
    }
}

void
test_read_survives (const char *name)
{
    gsize length;
    g_autofree char *file = g_strconcat (name, ".json", NULL);
    g_autofree char *text = test_load ("read", file, &length);

    try_prefixes (text, length);
    try_mutations (text, length);
    try_splices (text, length);
}
