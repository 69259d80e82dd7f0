/* SPDX-License-Identifier: MIT
 *
 * run-corpus.c: runs a fuzz target over every file of the folders it is given,
 * in any build, as an ordinary test.
 */
#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* How many files there were. */
static guint
run_folder (const char *folder)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
    const char *name;
    guint n = 0;

    g_assert_no_error (error);
    for (; (name = g_dir_read_name (dir)) != NULL; n++) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *text = NULL;
        gsize length;
        g_file_get_contents (path, &text, &length, &error);
        g_assert_no_error (error);
        /* A copy of exact size shows a sanitizer every byte read too far. */
        g_autofree guint8 *bytes = g_memdup2 (text, length);
        LLVMFuzzerTestOneInput (bytes, length);
    }
    return n;
}

int
main (int argc, char **argv)
{
    guint n = 0;

    for (int i = 1; i < argc; i++)
        n += run_folder (argv[i]);
    g_print ("%u files\n", n);
    return n > 0 ? 0 : 1;
}
