/* SPDX-License-Identifier: MIT
 *
 * fuzz-own.c: any bytes through the scan, the own reader and the builder.
 *
 * Besides not crashing: what yields no graph yields an error at a place, what
 * yields one yields the same again, and so does what is written of it.
 */
#include <attrigraph/export.h>
#include <attrigraph/read.h>

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

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
read_once (GBytes *bytes, const AttriReadLimits *limits)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (20);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    AttriGraph *graph = NULL;

    if (attri_read_bytes (builder, "x.json", bytes, limits, findings, NULL))
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

/* Whether what is written of @graph says the same. */
static void
check_written (const AttriGraph *graph)
{
    char *text = attri_export_own (graph);
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
    g_autoptr (AttriGraph) again = read_once (bytes, NULL);

    check_same (graph, again);
    g_autofree char *rewritten = attri_export_own (again);
    if (strcmp (text, rewritten) != 0)
        g_error ("written in two ways:\n%s\n%s", text, rewritten);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    /* A file that is too large has no place to point at. */
    if (size > 1 << 16)
        return 0;
    /* Small limits, so that the fuzzer meets them. */
    const AttriReadLimits limits = {1 << 16, 2000, 12, 2000};
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);
    g_autoptr (AttriGraph) graph = read_once (bytes, &limits);
    g_autoptr (AttriGraph) again = read_once (bytes, &limits);

    if (graph == NULL && again == NULL)
        return 0;
    if (graph == NULL)
        g_error ("the same bytes gave a graph once");
    check_same (graph, again);
    check_written (graph);
    return 0;
}
