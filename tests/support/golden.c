/* SPDX-License-Identifier: MIT
 *
 * golden.c: files below tests/golden against what was made.
 *
 * ATTRI_GOLDEN_DIR and ATTRI_OBSERVED_DIR come from the build, so that a test
 * finds its goldens whatever folder it runs in.
 */
#include "support/golden.h"

char *
attri_golden_path (const char *name)
{
    return g_build_filename (ATTRI_GOLDEN_DIR, name, NULL);
}

static void
write_file (const char *path, const char *text)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
}

static char *
run_diff (const char *expected, const char *observed)
{
    const char *argv[] = {"diff", "-u", "--", expected, observed, NULL};
    g_autofree char *output = NULL;
    g_autoptr (GError) error = NULL;

    if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                       NULL, &error))
        return g_strdup (error->message);
    return g_steal_pointer (&output);
}

void
attri_golden_check (const char *name, const char *observed)
{
    g_autofree char *expected_path = attri_golden_path (name);
    g_autofree char *observed_path = g_build_filename (ATTRI_OBSERVED_DIR, name, NULL);
    g_autofree char *expected = NULL;
    g_autofree char *diff = NULL;

    if (g_strcmp0 (g_getenv ("ATTRIGRAPH_GOLDEN_UPDATE"), "1") == 0) {
        write_file (expected_path, observed);
        return;
    }
    g_file_get_contents (expected_path, &expected, NULL, NULL);
    if (g_strcmp0 (expected, observed) == 0)
        return;

    write_file (observed_path, observed);
    diff = run_diff (expected != NULL ? expected_path : "/dev/null", observed_path);
    g_printerr ("%s differs from what is expected:\n%s", name, diff);
    g_test_fail ();
}
