/* SPDX-License-Identifier: MIT
 *
 * test-own.c: what is written in the own format is read again as the same graph, and
 * written again as the same bytes.
 */
#include <attrigraph/export.h>
#include <attrigraph/view.h>

#include "support/case.h"
#include "support/corpus.h"
#include "support/fill.h"
#include "support/golden.h"
#include "support/reading.h"

#include <string.h>

static AttriGraph *
read_text (const char *text)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (200);
    AttriGraph *graph = test_read_text ("written.json", text, strlen (text), findings);
    g_autofree char *lines = test_diagnostics (findings);
    if (graph == NULL)
        g_test_message ("%s", lines);
    g_assert_nonnull (graph);
    /* What we write we know, whatever a feed calls it. */
    g_assert_null (strstr (lines, "unknown"));
    return graph;
}

/* All rows of a graph; which view it is is no part of a document. */
static char *
dump_rows (const AttriGraph *graph)
{
    g_autofree char *dump = attri_graph_dump (graph);
    return g_strdup (strchr (dump, '\n'));
}

/* Tells of the first line that differs, and fails. */
static void
check_same (const char *found, const char *expected)
{
    /* Whole texts first: to split megabytes takes minutes under a sanitizer. */
    if (strcmp (found, expected) == 0)
        return;
    g_auto (GStrv) a = g_strsplit (found, "\n", -1);
    g_auto (GStrv) b = g_strsplit (expected, "\n", -1);
    guint i = 0;

    while (a[i] != NULL && g_strcmp0 (a[i], b[i]) == 0)
        i++;
    g_assert_cmpstr (a[i], ==, b[i]);
}

static void
check_round_trip (const AttriGraph *graph)
{
    g_autofree char *written = attri_export_own (graph);
    g_autoptr (AttriGraph) again = read_text (written);
    g_autofree char *expected = dump_rows (graph);
    g_autofree char *found = dump_rows (again);
    check_same (found, expected);

    g_autofree char *rewritten = attri_export_own (again);
    check_same (rewritten, written);
    g_assert_true (g_str_has_suffix (written, "}\n"));
}

/* What @n_files made-up files say together. */
static AttriGraph *
make_filled (guint32 seed, gboolean joins, guint n_files, guint n)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (0);
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < n_files; i++)
        test_fill (builder, seed * 10 + i, joins, n);
    test_fill_views (builder, seed);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

static void
test_filled (void)
{
    guint n_joined = 0;
    guint n_contradicted = 0;

    for (guint32 seed = 1; seed <= 200; seed++) {
        g_autoptr (AttriGraph) graph = make_filled (seed, TRUE, 1 + seed % 4, seed % 40);
        g_test_message ("seed %u", seed);
        check_round_trip (graph);
        for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
            const AttriEntity *entity = attri_graph_get_entity (graph, i);
            for (guint32 j = 1; j < entity->n_records; j++) {
                n_joined += entity->records[j].row.name != NULL;
                n_contradicted += entity->records[j].row.name == NULL;
            }
        }
    }
    g_assert_cmpuint (n_joined, >, 20);
    g_assert_cmpuint (n_contradicted, >, 500);
}

static void
test_cases (void)
{
    for (guint32 seed = 1; seed <= 30; seed++) {
        g_autoptr (AttriGraph) graph = test_case_new (seed, 60);
        g_test_message ("seed %u", seed);
        check_round_trip (graph);
    }
}

/* What a view left out is not there, and what is there can be read. Nothing is joined here:
 * what is not because of a third record may be once that is left out. */
static void
test_views (void)
{
    static const AttriSelection wishes[] = {{.max_tlp = ATTRI_TLP_GREEN},
                                            {.as_of = {2021, 0, 0}},
                                            {.known_on = {2021, 0, 0}},
                                            {.include_revoked = TRUE}};

    for (guint32 seed = 1; seed <= 100; seed++) {
        g_autoptr (AttriGraph) graph = make_filled (seed, FALSE, 2, 20);
        g_test_message ("seed %u", seed);
        for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++) {
            g_auto (AttriViewReport) report = {0};
            g_autoptr (AttriGraph) view = attri_view_select (graph, &wishes[i], &report, NULL);
            if (view != NULL)
                check_round_trip (view);
        }
    }
}

static void
test_empty (void)
{
    g_autoptr (AttriGraph) graph = read_text ("{\"attrigraph\": 1}");
    g_autofree char *written = attri_export_own (graph);
    g_assert_cmpstr (written, ==, "{\n  \"attrigraph\": 1\n}\n");
}

static AttriGraph *
read_path (const char *path)
{
    const char *paths[] = {path, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

static void
test_tag_22 (void)
{
    g_autofree char *folder =
        g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "data", "tag-22", NULL);
    g_autoptr (AttriGraph) graph = read_path (folder);
    check_round_trip (graph);
}

/* How it looks, once: what is written by hand, and the canonical form of it. */
static void
test_canonical (void)
{
    g_autofree char *path = attri_golden_path ("export/own.json");
    g_autoptr (AttriGraph) graph = read_path (path);
    g_autofree char *written = attri_export_own (graph);
    check_round_trip (graph);
    attri_golden_check ("export/own.canonical.json", written);
}

/* Feeds hold what nobody would write by hand. */
static void
test_corpus (gconstpointer name)
{
    g_autofree char *path = test_corpus_path (name);
    if (path == NULL)
        return;
    g_autoptr (AttriGraph) graph = read_path (path);
    check_round_trip (graph);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/export/own/empty", test_empty);
    g_test_add_func ("/export/own/canonical", test_canonical);
    g_test_add_func ("/export/own/filled", test_filled);
    g_test_add_func ("/export/own/cases", test_cases);
    g_test_add_func ("/export/own/views", test_views);
    g_test_add_func ("/export/own/tag-22", test_tag_22);
    g_test_add_data_func ("/export/own/enterprise", "attack-enterprise-18.1.json", test_corpus);
    g_test_add_data_func ("/export/own/ics", "attack-ics-18.1.json", test_corpus);
    g_test_add_data_func ("/export/own/misp", "misp-threat-actor.json", test_corpus);
    return g_test_run ();
}
