/* SPDX-License-Identifier: MIT
 *
 * test-own.c: documents of the own format, as the graph they make or as what is
 * said of them.
 */
#include <attrigraph/read.h>

#include "support/golden.h"
#include "support/reading.h"

#include <string.h>

typedef struct {
    const char *name;
    guint goldens;
} Case;

static const Case cases[] = {
    {"every-field", TEST_GRAPH},
    {"defaults", TEST_GRAPH},
    {"claimants", TEST_GRAPH},
    {"confidence", TEST_GRAPH | TEST_FINDINGS},
    {"hostile-text", TEST_GRAPH | TEST_FINDINGS},
    {"unknown-fields", TEST_GRAPH | TEST_FINDINGS},
    {"wrong-types", TEST_FINDINGS},
    {"bad-values", TEST_FINDINGS},
    {"missing-fields", TEST_FINDINGS},
    {"dangling", TEST_FINDINGS},
    {"syntax", TEST_FINDINGS},
    {"unknown", TEST_FINDINGS},
};

static void
test_golden (gconstpointer data)
{
    const Case *test = data;
    test_read_golden (test->name, test->goldens);
}

/* What the schema refuses is refused or warned about here too. */
static void
test_schema_bad (void)
{
    /* The schema wants the canonical spelling of what is also read otherwise. */
    static const char *const laxer[] = {"document-recorded-time.json", "document-tlp-white.json",
                                        NULL};
    g_autofree char *folder =
        g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "schema", "bad", NULL);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    guint n = 0;

    g_assert_nonnull (dir);
    for (; (name = g_dir_read_name (dir)) != NULL; n++) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *text = NULL;
        gsize length;
        g_assert_true (g_file_get_contents (path, &text, &length, NULL));
        g_autoptr (AttriFindings) findings = attri_findings_new (9);
        g_autoptr (AttriGraph) graph = test_read_text (name, text, length, findings);
        const gboolean told = attri_findings_count (findings, ATTRI_SEVERITY_WARNING) > 0;
        const gboolean wrong = attri_findings_count (findings, ATTRI_SEVERITY_ERROR) > 0;
        g_test_message ("%s", name);
        g_assert_cmpint (wrong, ==, graph == NULL);
        g_assert_true (told != g_strv_contains (laxer, name));
        g_assert_true (wrong == (graph == NULL));
    }
    g_assert_cmpuint (n, >, 50);
}

/* The case of the project has nothing to complain of. */
static void
test_tag_22 (void)
{
    g_autofree char *folder =
        g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "data", "tag-22", NULL);
    const char *paths[] = {folder, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_autofree char *lines = test_diagnostics (findings);
    g_assert_no_error (error);
    g_assert_cmpstr (lines, ==, "");
    g_assert_cmpuint (attri_graph_find_entity (graph, "tag-22"), !=, ATTRI_NONE);
}

static void
test_survival (void)
{
    test_read_survives ("every-field");
}

/* Errors beyond the bound are counted quickly, however many there are. */
static void
test_many_errors (void)
{
    g_autoptr (GString) text = g_string_new ("{\"attrigraph\": 1, \"entities\": [{\"aliases\": [");
    for (guint i = 0; i < 100000; i++)
        g_string_append (text, "{\"x\": 1},");
    g_string_append (text, "0]}]}");
    g_autoptr (AttriFindings) findings = attri_findings_new (5);
    g_autoptr (AttriGraph) graph = test_read_text ("x", text->str, text->len, findings);

    g_assert_null (graph);
    /* No name in each alias but the last, which is none; no id, type and name. */
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_ERROR), ==, 100004);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), ==, 200004);
    g_assert_cmpuint (attri_findings_get_n_kept (findings), ==, 10);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/own/", cases[i].name, NULL);
        g_test_add_data_func (path, &cases[i], test_golden);
    }
    g_test_add_func ("/read/own/schema-bad", test_schema_bad);
    g_test_add_func ("/read/own/tag-22", test_tag_22);
    g_test_add_func ("/read/own/survival", test_survival);
    g_test_add_func ("/read/own/many-errors", test_many_errors);
    return g_test_run ();
}
