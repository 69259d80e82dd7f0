/* SPDX-License-Identifier: MIT
 *
 * test-path.c: chains told as text, Markdown and JSON, against tests/golden/tell.
 */
#include "foxes.h"
#include "model/case.h"

#include <string.h>

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

/* Two records called the same are told apart by their ids, short where a catalogue gives one. */
static void
test_namesakes (void)
{
    const AttriReference reference = {"mitre-attack", "G0025", NULL, NULL};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "owl", "Owl", (AttriDate){2020, 0, 0});
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = "a", .type = "intrusion-set", .name = "Fox"},
                                     .references = &reference,
                                     .n_references = 1});
    add_entity (builder, "b", "threat-actor", "Fox");
    add_entity (builder, "c", "threat-actor", "Elk");
    add_entity (builder, "d", "threat-actor", "Elk");
    add_claim (builder, "a", "same-as", "b", "owl");
    add_claim (builder, "b", "same-as", "c", "owl");
    g_autoptr (AttriGraph) graph = end_well (builder);
    const AttriPathWish wish = {.from = find_fox (graph, "a", NULL),
                                .to = find_fox (graph, "c", NULL),
                                .from_alias = ATTRI_NONE,
                                .to_alias = ATTRI_NONE,
                                .count = 1};
    g_autoptr (AttriPaths) paths = attri_query_paths (graph, NULL, &wish);
    g_autofree char *text = attri_tell_paths (graph, NULL, paths, NULL, ATTRI_TELL_MARKDOWN);
    g_assert_nonnull (strstr (text, "Fox (G0025) is the same as Fox (threat actor), says "
                                    "Owl; Fox (threat actor) is the same as Elk, says Owl."));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/path/text", test_text);
    g_test_add_func ("/tell/path/markdown", test_markdown);
    g_test_add_func ("/tell/path/json", test_json);
    g_test_add_func ("/tell/path/none", test_none);
    g_test_add_func ("/tell/path/namesakes", test_namesakes);
    return g_test_run ();
}
