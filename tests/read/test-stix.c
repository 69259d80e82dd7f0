/* SPDX-License-Identifier: MIT
 *
 * test-stix.c: STIX documents, each guarding a rule of the reader, as the graph
 * they make or as what is said of them.
 */
#include "support/reading.h"

typedef struct {
    const char *name;
    guint goldens;
} Case;

static const Case cases[] = {
    {"stix-bundle", TEST_GRAPH | TEST_FINDINGS},
    {"stix-array", TEST_FINDINGS},
};

static void
test_golden (gconstpointer data)
{
    const Case *test = data;
    test_read_golden (test->name, test->goldens);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/stix/", cases[i].name + 5, NULL);
        g_test_add_data_func (path, &cases[i], test_golden);
    }
    return g_test_run ();
}
