/* SPDX-License-Identifier: MIT
 *
 * fuzz-stix.c: several STIX documents in one run, through the scan, the reader
 * and the builder.
 *
 * The bytes are documents with U+0000 between them. Besides not crashing: feeds
 * make no error that a document by itself does not make, every finding has a
 * place, the order of documents makes no difference, and what is written in the
 * own format says the same.
 */
#include "fuzz.h"

#include <attrigraph/read.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_DOCUMENTS 4

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* g_error() would trap, which a fuzzer takes for something else. */
G_GNUC_PRINTF (1, 2)
static void
fail (const char *format, ...)
{
    va_list args;

    va_start (args, format);
    vfprintf (stderr, format, args);
    va_end (args);
    fputc ('\n', stderr);
    abort ();
}

static void
check_findings (const AttriFindings *findings)
{
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        const AttriFinding *finding = attri_findings_get (findings, i);
        g_autofree char *line = attri_finding_to_diagnostic (finding);
        if (finding->rule->severity != ATTRI_SEVERITY_INFO && finding->place.line == 0)
            fail ("a finding without a place: %s", line);
        if (!g_utf8_validate (line, -1, NULL))
            fail ("a finding without legible text: %s", line);
    }
}

/* Writes the documents, @last first if @backwards, and reads them as one run. */
static char *
read_once (const char *folder, char **documents, guint n, gboolean backwards)
{
    const AttriReadLimits limits = {1 << 16, 2000, 12, 2000};
    const char *paths[MOST_DOCUMENTS + 1] = {NULL};
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (AttriFindings) findings = attri_findings_new (20);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriGraph) graph = NULL;

    for (guint i = 0; i < n; i++) {
        /* The name goes with the document, not with its turn. */
        char *path = g_strdup_printf ("%s/%u.json", folder, i);
        g_ptr_array_add (names, path);
        if (!g_file_set_contents (path, documents[i], -1, NULL))
            fail ("cannot write %s", path);
        paths[backwards ? n - 1 - i : i] = path;
    }
    if (attri_read_paths (builder, paths, &limits, findings, NULL))
        graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
    check_findings (findings);
    for (guint i = 0; i < n; i++)
        g_unlink (g_ptr_array_index (names, i));
    if (graph == NULL)
        return NULL;
    fuzz_check_written (graph);
    return attri_graph_dump (graph);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    char *documents[MOST_DOCUMENTS] = {NULL};
    guint n = 0;

    if (size > 1 << 16)
        return 0;
    for (gsize at = 0; at < size && n < MOST_DOCUMENTS; n++) {
        documents[n] = g_strndup ((const char *)data + at, size - at);
        at += strlen (documents[n]) + 1;
    }
    g_autofree char *folder = g_dir_make_tmp ("attrigraph-fuzz-XXXXXX", NULL);
    g_autofree char *first = read_once (folder, documents, n, FALSE);
    g_autofree char *second = read_once (folder, documents, n, TRUE);

    g_rmdir (folder);
    for (guint i = 0; i < n; i++)
        g_free (documents[i]);
    if (g_strcmp0 (first, second) != 0)
        fail ("the order of documents made two graphs:\n%s\n%s", first, second);
    return 0;
}
