/* SPDX-License-Identifier: MIT
 *
 * test-patch.c: the changes from one document to another, applied to the one, give the other, for
 * generated graphs; applied to anything else they are refused, with the place.
 */
#include "../support/case.h"
#include "../support/fill.h"

#include <attrigraph/diff.h>
#include <attrigraph/export.h>
#include <attrigraph/read.h>

#include <string.h>

static char *
write_case (guint32 seed)
{
    g_autoptr (AttriGraph) graph = test_case_new (seed, 5 + seed % 20);
    return attri_export_own (graph);
}

/* The same with everything that the format can hold, saved views included. */
static char *
write_filled (guint32 seed)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    test_fill (builder, seed, TRUE, seed % 20);
    test_fill_views (builder, seed);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return attri_export_own (graph);
}

/* @text read and written again. */
static char *
rewrite (const char *text)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (GError) error = NULL;
    attri_read_bytes (builder, "result", bytes, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return attri_export_own (graph);
}

/* The changes as the document they are part of. */
static char *
make_patch (const char *before, const char *after)
{
    g_autofree char *members = attri_diff_make_patch (before, after);
    return g_strdup_printf ("{\"attrigraph-diff\": 1,\n%s}", members);
}

static void
check_applied (const char *before, const char *after)
{
    g_autofree char *patch = make_patch (before, after);
    g_autoptr (GError) error = NULL;
    g_autofree char *result = attri_diff_apply_patch (before, "patch", patch, &error);
    g_assert_no_error (error);
    g_autofree char *again = rewrite (result);
    g_assert_cmpstr (again, ==, after);
}

static void
test_generated (void)
{
    for (guint32 seed = 1; seed <= 60; seed++) {
        g_test_message ("seed %u", seed);
        g_autofree char *before = write_case (seed);
        g_autofree char *after = write_case (seed + 1000);
        check_applied (before, after);
    }
}

static void
test_filled (void)
{
    guint n_views = 0;
    for (guint32 seed = 1; seed <= 100; seed++) {
        g_test_message ("seed %u", seed);
        g_autofree char *before = write_filled (seed);
        g_autofree char *after = write_filled (seed + 1000);
        check_applied (before, after);
        n_views += strstr (before, "\"views\": [") != NULL;
    }
    g_assert_cmpuint (n_views, >, 50);
}

static void
test_nothing (void)
{
    g_autofree char *text = write_case (7);
    g_autofree char *members = attri_diff_make_patch (text, text);
    g_assert_nonnull (strstr (members, "\"relationships_added\": []"));
    g_assert_nonnull (strstr (members, "\"relationships_removed\": []"));
    g_assert_nonnull (strstr (members, "\"entities_added\": []"));
    g_assert_nonnull (strstr (members, "\"views_added\": []"));
}

static void
check_refused (const char *before, const char *patch, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *result = attri_diff_apply_patch (before, "patch.json", patch, &error);
    g_assert_null (result);
    g_assert_error (error, ATTRI_DIFF_ERROR, ATTRI_DIFF_ERROR_PATCH);
    g_assert_nonnull (strstr (error->message, expected));
}

static void
test_refused (void)
{
    g_autofree char *before = write_case (1);
    g_autofree char *after = write_case (1001);
    g_autofree char *patch = make_patch (before, after);

    check_refused (after, patch, "_removed: the files do not hold this");
    check_refused (before, "{\"attrigraph\": 1}", "no list of changes");
    check_refused (before, "[", "patch.json:1:2: ");
    check_refused (before,
                   "{\"attrigraph-diff\": 1, \"head_before\": {\"tlp\": \"RED\"}, "
                   "\"head_after\": {}}",
                   "patch.json:1:39: /head_before: ");
    check_refused (before, "{\"attrigraph-diff\": 1, \"head_before\": {}, \"head_after\": 7}",
                   "/head_after: not an object");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/diff/patch/generated", test_generated);
    g_test_add_func ("/diff/patch/filled", test_filled);
    g_test_add_func ("/diff/patch/nothing", test_nothing);
    g_test_add_func ("/diff/patch/refused", test_refused);
    return g_test_run ();
}
