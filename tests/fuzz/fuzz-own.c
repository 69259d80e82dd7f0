/* SPDX-License-Identifier: MIT
 *
 * fuzz-own.c: any bytes through the scan, the own reader and the builder.
 *
 * Besides not crashing: what yields no graph yields an error at a place, and
 * what yields one yields the same again.
 */
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

/* The graph as text, or %NULL. */
static char *
read_once (GBytes *bytes)
{
    /* Small limits, so that the fuzzer meets them. */
    const AttriReadLimits limits = {1 << 16, 2000, 12, 2000};
    g_autoptr (AttriFindings) findings = attri_findings_new (20);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriGraph) graph = NULL;

    if (attri_read_bytes (builder, "x.json", bytes, &limits, findings, NULL))
        graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
    if ((graph == NULL) != (attri_findings_count (findings, ATTRI_SEVERITY_ERROR) > 0))
        g_error ("a graph in spite of errors, or none and no word why");
    check_findings (findings);
    return graph != NULL ? attri_graph_dump (graph) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    /* A file that is too large has no place to point at. */
    if (size > 1 << 16)
        return 0;
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);
    g_autofree char *first = read_once (bytes);
    g_autofree char *second = read_once (bytes);

    if (g_strcmp0 (first, second) != 0)
        g_error ("the same bytes gave two graphs");
    return 0;
}
