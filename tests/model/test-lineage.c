/* SPDX-License-Identifier: MIT
 *
 * test-lineage.c: how many publishers stand independently behind an edge.
 */
#include "case.h"

static void
add_based (AttriGraphBuilder *builder, const char *id, const char *publisher, AttriSourceKind kind,
           const char *parent)
{
    const char *const based_on[] = {parent, NULL};
    attri_graph_builder_add_source (
        builder,
        &(AttriSourceDraft){.row = {.id = id, .title = id, .publisher = publisher, .kind = kind},
                            .based_on = parent != NULL ? based_on : NULL});
}

static AttriGraphBuilder *
with_sources (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_based (builder, "insikt", "Recorded Future", ATTRI_SOURCE_REPORT, NULL);
    add_based (builder, "ehn", "E Hacking News", ATTRI_SOURCE_NEWS, "insikt");
    add_based (builder, "voi", "VOI", ATTRI_SOURCE_NEWS, "ehn");
    add_based (builder, "rumour", "Rumours", ATTRI_SOURCE_NEWS, NULL);
    add_based (builder, "list", "Lists", ATTRI_SOURCE_COMPILATION, NULL);
    add_based (builder, "ours", "Us", ATTRI_SOURCE_INTERNAL, NULL);
    add_based (builder, "trend", "Trend Micro", ATTRI_SOURCE_REPORT, NULL);
    add_based (builder, "trend-2", "TREND MICRO", ATTRI_SOURCE_REPORT, NULL);
    add_based (builder, "ring-1", "Ring", ATTRI_SOURCE_REPORT, "ring-2");
    add_based (builder, "ring-2", "Ring", ATTRI_SOURCE_REPORT, "ring-1");
    add_based (builder, "insikt-2", "Recorded Future, Insikt Group", ATTRI_SOURCE_REPORT, NULL);
    add_based (builder, "fireeye", "FireEye", ATTRI_SOURCE_REPORT, NULL);
    add_based (builder, "mandiant", "MANDIANT", ATTRI_SOURCE_REPORT, NULL);
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "trend-3",
                                                                .title = "Trend, third edition",
                                                                .publisher = "Trendy"},
                                                        .edition_of = "trend"});
    add_entity (builder, "a", "intrusion-set", "A");
    add_entity (builder, "b", "tool", "B");
    return builder;
}

static void
assert_lineage (const char *const *claimants, const char *expected)
{
    AttriGraphBuilder *builder = with_sources ();
    for (; *claimants != NULL; claimants++)
        add_claim (builder, "a", "uses", "b", *claimants);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree const char **publishers =
        attri_graph_get_lineage (graph, attri_graph_get_edge (graph, 0)->claims);
    g_autofree char *joined = g_strjoinv ("; ", (char **)publishers);
    g_assert_cmpstr (joined, ==, expected);
}

static void
test_roots (void)
{
    assert_lineage ((const char *const[]){"voi", "ehn", "insikt", NULL}, "Recorded Future");
    assert_lineage ((const char *const[]){"voi", NULL}, "Recorded Future");
    assert_lineage ((const char *const[]){"rumour", "list", "ours", NULL}, "");
    assert_lineage ((const char *const[]){"trend", "trend-2", NULL}, "TREND MICRO");
    assert_lineage ((const char *const[]){"voi", "trend", "rumour", NULL},
                    "Recorded Future; Trend Micro");
    assert_lineage ((const char *const[]){"ring-1", NULL}, "");
    /* An edition is no new source, nor is a house under another name. */
    assert_lineage ((const char *const[]){"trend-3", NULL}, "Trend Micro");
    assert_lineage ((const char *const[]){"trend-3", "trend", NULL}, "Trend Micro");
    assert_lineage ((const char *const[]){"insikt", "insikt-2", NULL}, "Recorded Future");
    assert_lineage ((const char *const[]){"mandiant", "fireeye", NULL}, "FireEye");
}

/* Who denies it does not stand behind it, nor does a claim we took back. */
static void
test_stance (void)
{
    AttriGraphBuilder *builder = with_sources ();
    add_said (builder, "a", "uses", "b", "insikt", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    add_said (builder, "a", "uses", "b", "trend", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE});
    g_autoptr (AttriGraph) graph = end_well (builder);
    const AttriEdge *edge = attri_graph_get_edge (graph, 0);
    g_autofree const char **publishers = attri_graph_get_lineage (graph, edge->claims);
    g_assert_null (publishers[0]);
    g_assert_false (edge->asserted);
    g_assert_false (edge->disputed);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/lineage/roots", test_roots);
    g_test_add_func ("/model/lineage/stance", test_stance);
    return g_test_run ();
}
