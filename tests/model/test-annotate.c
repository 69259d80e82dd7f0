/* SPDX-License-Identifier: MIT
 *
 * test-annotate.c: what a list says of tools reaches those of which nobody said it,
 * and leaves no other trace.
 */
#include "case.h"

#include <string.h>

static void
add_tool (AttriGraphBuilder *builder, const char *id, const char *type, const char *authority,
          const char *external_id)
{
    const AttriReference reference = {.source = authority, .external_id = external_id};
    attri_graph_builder_add_entity (builder,
                                    &(AttriEntityDraft){.row = {.id = id, .type = type, .name = id},
                                                        .references = &reference,
                                                        .n_references = 1});
}

static void
add_availability (AttriGraphBuilder *builder, const char *tool, const char *value,
                  const char *carrier, const char *claimant)
{
    add_said (builder, tool, "availability", NULL, carrier, claimant,
              (AttriClaim){.confidence = -1, .value = value, .recorded = {2024, 1, 1}});
}

/* "pad" and "kit" are public, says their page; "door" is shared, says another. */
static AttriGraph *
make_notes (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const char *based_on[] = {"root", NULL};
    add_report (builder, "root", "Root", (AttriDate){2011, 0, 0});
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "page",
                                                                .title = "Page",
                                                                .url = "https://example.org/",
                                                                .publisher = "Maker"},
                                                        .based_on = based_on});
    add_report (builder, "list", "List", (AttriDate){2024, 1, 1});
    add_report (builder, "other", "Other", (AttriDate){2024, 1, 1});
    add_tool (builder, "note-pad", "tool", "catalogue", "S1");
    add_tool (builder, "note-kit", "malware", "catalogue", "S2");
    add_tool (builder, "note-door", "malware", "catalogue", "S3");
    add_availability (builder, "note-pad", "public", "list", "page");
    add_availability (builder, "note-kit", "public", "list", "page");
    add_availability (builder, "note-door", "shared", "other", NULL);
    return end_well (builder);
}

static char *
annotated (AttriGraphBuilder *builder)
{
    g_autoptr (AttriGraph) notes = make_notes ();
    attri_graph_builder_annotate (builder, notes);
    g_autoptr (AttriGraph) graph = end_well (builder);
    return attri_graph_dump (graph);
}

/* Whatever the type is called here; with the source, and what that rests on. */
static void
test_joins (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_tool (builder, "pad", "malware", "catalogue", "S1");
    g_autofree char *dump = annotated (builder);
    g_assert_nonnull (strstr (dump, "claim pad availability value=\"public\" by=page"));
    g_assert_nonnull (strstr (dump, "cite(list"));
    g_assert_nonnull (strstr (dump, "source page "));
    g_assert_nonnull (strstr (dump, "source root "));
    g_assert_null (strstr (dump, "note-"));
    g_assert_null (strstr (dump, "other"));
    g_assert_null (strstr (dump, "shared"));
}

/* Only by an external id of the same authority, and only tools. */
static void
test_joins_nothing (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_entity (builder, "note-pad", "tool", "note-pad");
    add_tool (builder, "pad", "tool", "register", "S1");
    add_tool (builder, "group", "intrusion-set", "catalogue", "S2");
    g_autofree char *dump = annotated (builder);
    g_assert_null (strstr (dump, "claim"));
    g_assert_null (strstr (dump, "source page"));
}

/* A record of the same tool that says it is enough, whatever it says and which it is. */
static void
test_own_word_wins (void)
{
    for (guint order = 0; order < 2; order++) {
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        add_report (builder, "mine", "Me", (AttriDate){2001, 1, 1});
        add_tool (builder, order == 0 ? "a" : "b", "tool", "catalogue", "S1");
        add_tool (builder, order == 0 ? "b" : "a", "malware", "catalogue", "S1");
        add_availability (builder, "b", "unknown", "mine", NULL);
        g_autofree char *dump = annotated (builder);
        g_assert_nonnull (strstr (dump, "value=\"unknown\" by=mine"));
        g_assert_null (strstr (dump, "public"));
        g_assert_null (strstr (dump, "source page"));
    }
}

/* Of two records the claim is said once, of whichever stands first by id. */
static void
test_said_once (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_tool (builder, "b", "malware", "catalogue", "S2");
    add_tool (builder, "a", "malware", "catalogue", "S2");
    g_autofree char *dump = annotated (builder);
    const char *first = strstr (dump, "availability");
    g_assert_nonnull (first);
    g_assert_null (strstr (first + 1, "availability"));
}

/* A page that the files cite, however they spell it, is cited by the id it has there. */
static void
test_known_page (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "theirs",
                                                                .title = "Another title",
                                                                .publisher = "Another",
                                                                .published = {1999, 1, 1},
                                                                .url = "http://www.example.org"},
                                                        .generated = TRUE});
    add_tool (builder, "pad", "malware", "catalogue", "S1");
    g_autofree char *dump = annotated (builder);
    g_assert_nonnull (strstr (dump, "claim pad availability value=\"public\" by=theirs"));
    g_assert_null (strstr (dump, "source page"));
    g_assert_null (strstr (dump, "source root"));
}

/* Where it bears no date there and does in the list, the two become one, dated. */
static void
test_undated_page (void)
{
    AttriGraphBuilder *notes = attri_graph_builder_new ();
    attri_graph_builder_add_source (notes,
                                    &(AttriSourceDraft){.row = {.id = "page",
                                                                .title = "Page",
                                                                .publisher = "Maker",
                                                                .published = {2012, 0, 0},
                                                                .url = "https://example.org/"}});
    add_tool (notes, "note-pad", "tool", "catalogue", "S1");
    add_availability (notes, "note-pad", "public", "page", NULL);
    g_autoptr (AttriGraph) list = end_well (notes);

    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "theirs",
                                                                .title = "Page",
                                                                .publisher = "Maker",
                                                                .url = "http://www.example.org"},
                                                        .generated = TRUE});
    add_tool (builder, "pad", "malware", "catalogue", "S1");
    attri_graph_builder_annotate (builder, list);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_assert_cmpuint (attri_graph_get_n_sources (graph), ==, 1);
    g_assert_cmpuint (attri_graph_get_source (graph, 0)->published.year, ==, 2012);
    g_assert_cmpuint (attri_graph_get_claim (graph, 0)->said_on.year, ==, 2012);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/annotate/joins", test_joins);
    g_test_add_func ("/model/annotate/joins-nothing", test_joins_nothing);
    g_test_add_func ("/model/annotate/own-word-wins", test_own_word_wins);
    g_test_add_func ("/model/annotate/said-once", test_said_once);
    g_test_add_func ("/model/annotate/known-page", test_known_page);
    g_test_add_func ("/model/annotate/undated-page", test_undated_page);
    return g_test_run ();
}
