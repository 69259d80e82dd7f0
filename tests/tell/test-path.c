/* SPDX-License-Identifier: MIT
 *
 * test-path.c: chains told as text, Markdown and JSON, against tests/golden/tell.
 */
#include "foxes.h"

static void
check (const char *from, const char *to, AttriTellFormat format, const char *golden)
{
    g_autoptr (AttriGraph) graph = read_foxes ();
    AttriPathWish wish = {.count = 2};
    wish.from = find_fox (graph, from, &wish.from_alias);
    wish.to = find_fox (graph, to, &wish.to_alias);
    g_autoptr (AttriPaths) paths = attri_query_paths (graph, NULL, &wish);
    wish.through = ATTRI_PATH_THROUGH_ALL;
    g_autoptr (AttriPaths) beyond = attri_query_paths (graph, NULL, &wish);
    g_autofree char *text = attri_tell_paths (graph, NULL, paths, beyond, format);
    attri_golden_check (golden, text);
}

static void
test_text (void)
{
    check ("reynard", "Vixen", ATTRI_TELL_TEXT, "tell/path.txt");
}

static void
test_markdown (void)
{
    check ("reynard", "Vixen", ATTRI_TELL_MARKDOWN, "tell/path.md");
}

static void
test_json (void)
{
    check ("Todd", "Den", ATTRI_TELL_JSON, "tell/path.json");
}

/* The only chain leads through a common target. */
static void
test_none (void)
{
    check ("Hare", "Trap", ATTRI_TELL_TEXT, "tell/path-none.txt");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/path/text", test_text);
    g_test_add_func ("/tell/path/markdown", test_markdown);
    g_test_add_func ("/tell/path/json", test_json);
    g_test_add_func ("/tell/path/none", test_none);
    return g_test_run ();
}
