/* SPDX-License-Identifier: MIT
 *
 * fuzz.c: any bytes through the scan, a reader, the builder and the writer.
 */
#include "fuzz.h"

#include <attrigraph/export.h>
#include <attrigraph/read.h>

#include <string.h>

/* Small limits, so that the fuzzer meets them. */
static const AttriReadLimits limits = {1 << 16, 2000, 12, 2000};

static void
check_findings (const AttriFindings *findings)
{
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        const AttriFinding *finding = attri_findings_get (findings, i);
        g_autofree char *line = attri_finding_to_diagnostic (finding);
        if (finding->place.line == 0 || finding->place.column == 0 ||
            !g_utf8_validate (line, -1, NULL))
            g_error ("a finding without a place or legible text: %s", line);
    }
}

/* The graph, or %NULL. */
static AttriGraph *
read_once (GBytes *bytes, const AttriReadLimits *most)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (20);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    AttriGraph *graph = NULL;

    if (attri_read_bytes (builder, "x.json", bytes, most, findings, NULL))
        graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
    if ((graph == NULL) != (attri_findings_count (findings, ATTRI_SEVERITY_ERROR) > 0))
        g_error ("a graph in spite of errors, or none and no word why");
    check_findings (findings);
    return graph;
}

static void
check_same (const AttriGraph *graph, const AttriGraph *other)
{
    g_autofree char *first = attri_graph_dump (graph);
    g_autofree char *second = other != NULL ? attri_graph_dump (other) : NULL;
    if (g_strcmp0 (first, second) != 0)
        g_error ("two graphs where there should be one:\n%s\n%s", first, second);
}

void
fuzz_check_written (const AttriGraph *graph)
{
    char *text = attri_export_own (graph);
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
    g_autoptr (AttriGraph) again = read_once (bytes, NULL);

    check_same (graph, again);
    g_autofree char *rewritten = attri_export_own (again);
    if (strcmp (text, rewritten) != 0)
        g_error ("written in two ways:\n%s\n%s", text, rewritten);
}

void
fuzz_read (const guint8 *data, gsize size, const char *before, const char *after)
{
    g_autoptr (GString) text = g_string_new (before);
    g_string_append_len (text, (const char *)data, (gssize)size);
    g_string_append (text, after);
    /* A file that is too large has no place to point at. */
    if (text->len > limits.file_bytes)
        return;

    /* A copy of exact size shows a sanitizer every byte read too far. */
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
    g_autoptr (AttriGraph) graph = read_once (bytes, &limits);
    g_autoptr (AttriGraph) again = read_once (bytes, &limits);
    if (graph == NULL && again == NULL)
        return;
    if (graph == NULL)
        g_error ("the same bytes gave a graph once");
    check_same (graph, again);
    fuzz_check_written (graph);
}
