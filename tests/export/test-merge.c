/* SPDX-License-Identifier: MIT
 *
 * test-merge.c: what is written of several files is what they say together, in whatever
 * order and however many steps.
 */
#include <attrigraph/export.h>

#include "support/fill.h"
#include "support/reading.h"

#include <string.h>

/* The graph of documents, joined or not; the files are named in the order given. */
static AttriGraph *
read_together (const char *const *texts, gboolean apart, AttriFindings *findings)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (GError) error = NULL;

    if (apart)
        attri_graph_builder_keep_apart (builder);
    for (guint i = 0; texts[i] != NULL; i++) {
        g_autofree char *name = g_strdup_printf ("%u.json", i);
        g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
        attri_read_bytes (builder, name, bytes, NULL, findings, &error);
        g_assert_no_error (error);
    }
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

static char *
merge (const char *a, const char *b, AttriFindings *findings)
{
    const char *const texts[] = {a, b, NULL};
    g_autoptr (AttriGraph) graph = read_together (texts, TRUE, findings);
    return attri_export_own (graph);
}

/* A file as somebody might write it: what test_fill() makes, in the own format. */
static char *
make_file (guint32 seed)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    attri_graph_builder_keep_apart (builder);
    test_fill (builder, seed, TRUE, 5 + seed % 9);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return attri_export_own (graph);
}

static void
check_same (const char *found, const char *expected)
{
    g_auto (GStrv) a = g_strsplit (found, "\n", -1);
    g_auto (GStrv) b = g_strsplit (expected, "\n", -1);
    guint i = 0;

    while (a[i] != NULL && g_strcmp0 (a[i], b[i]) == 0)
        i++;
    g_assert_cmpstr (a[i], ==, b[i]);
}

static void
test_laws (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (9);

    for (guint32 seed = 1; seed <= 100; seed++) {
        g_autofree char *a = make_file (seed * 3);
        g_autofree char *b = make_file (seed * 3 + 1);
        g_autofree char *c = make_file (seed * 3 + 2);
        g_autofree char *ab = merge (a, b, findings);
        g_autofree char *ba = merge (b, a, findings);
        g_autofree char *bc = merge (b, c, findings);
        g_autofree char *aa = merge (a, a, findings);
        g_autofree char *left = merge (ab, c, findings);
        g_autofree char *right = merge (a, bc, findings);
        g_autofree char *again = merge (left, b, findings);

        g_test_message ("seed %u", seed);
        check_same (ba, ab);
        check_same (aa, a);
        check_same (right, left);
        check_same (again, left);
    }
    /* There was something to contradict. */
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), >, 300);
}

/* A merged file says what its parts say, joins included. */
static void
test_reading (void)
{
    guint n_joined = 0;

    for (guint32 seed = 1; seed <= 80; seed++) {
        g_autoptr (AttriFindings) findings = attri_findings_new (9);
        g_autofree char *a = make_file (seed * 2);
        g_autofree char *b = make_file (seed * 2 + 1);
        g_autofree char *ab = merge (a, b, findings);
        const char *const parts[] = {a, b, NULL};
        const char *const whole[] = {ab, NULL};
        g_autoptr (AttriGraph) apart = read_together (parts, FALSE, findings);
        g_autoptr (AttriGraph) merged = read_together (whole, FALSE, findings);
        g_autofree char *expected = attri_graph_dump (apart);
        g_autofree char *found = attri_graph_dump (merged);

        g_test_message ("seed %u", seed);
        check_same (found, expected);
        for (guint32 i = 0; i < attri_graph_get_n_entities (merged); i++) {
            const AttriEntity *entity = attri_graph_get_entity (merged, i);
            for (guint32 j = 1; j < entity->n_records; j++)
                n_joined += entity->records[j].row.name != NULL;
        }
    }
    g_assert_cmpuint (n_joined, >, 20);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/export/merge/laws", test_laws);
    g_test_add_func ("/export/merge/reading", test_reading);
    return g_test_run ();
}
