/* SPDX-License-Identifier: MIT
 *
 * test-editions.c: what editions are editions of in the end.
 */
#include "case.h"
#include "model/graph-private.h"

/* Sources a to h; a letter's place in @parents holds what it is an edition of, or '.'. */
static void
assert_roots (const char *parents, const char *expected)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint i = 0; parents[i] != '\0'; i++) {
        const char id[] = {(char)('a' + (char)i), '\0'};
        const char parent[] = {parents[i], '\0'};
        attri_graph_builder_add_source (builder,
                                        &(AttriSourceDraft){.row = {.id = id, .title = id},
                                                            .edition_of =
                                                                parents[i] != '.' ? parent : NULL});
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree guint32 *roots = attri_graph__find_edition_roots (graph);
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        g_string_append_c (found, (char)('a' + (char)roots[i]));
    g_assert_cmpstr (found->str, ==, expected);
}

static void
test_roots (void)
{
    assert_roots ("....", "abcd");
    assert_roots (".abc", "aaaa");
    assert_roots ("bcd.", "dddd");
    assert_roots ("b.bb", "bbbb");
    /* Circles, and ways into them. */
    assert_roots ("a", "a");
    assert_roots ("bca", "aaa");
    assert_roots ("bcdebg.", "bbbbbgg");
    assert_roots ("hbabcdef", "bbbbbbbb");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/editions/roots", test_roots);
    return g_test_run ();
}
