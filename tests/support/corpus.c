/* SPDX-License-Identifier: MIT
 *
 * corpus.c: a file's name goes in, its path comes out, or the test is skipped.
 */
#include "corpus.h"

char *
test_corpus_path (const char *name)
{
    const char *folder = g_getenv ("ATTRIGRAPH_CORPUS");
    g_autofree char *path =
        g_build_filename (folder != NULL ? folder : TEST_CORPUS_FOLDER, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    g_autofree char *message = g_strdup_printf ("no corpus: %s is not there", path);
    g_test_skip (message);
    return NULL;
}
