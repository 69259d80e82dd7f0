/* SPDX-License-Identifier: MIT
 *
 * test-census.c: who counts, what is counted, and when counts are believed.
 */
#include "tools.h"

static const AttriDate unset = ATTRI_DATE_NONE;

/* Nine groups, of which g0 to g7 use `common`, g0 and g1 `rare`, g8 `own`; a campaign
 * uses all, a victim and an idle group nothing that counts. */
static AttriGraphBuilder *
begin (guint n_groups)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Watch", (AttriDate){2024, 1, 1});
    add_entity (builder, "common", "tool", "common");
    add_entity (builder, "rare", "malware", "rare");
    add_entity (builder, "own", "malware", "own");
    add_entity (builder, "unused", "malware", "unused");
    add_entity (builder, "raid", "campaign", "raid");
    add_entity (builder, "agency", "identity", "agency");
    add_entity (builder, "idle", "threat-actor", "idle");
    for (guint i = 0; i < n_groups; i++) {
        g_autofree char *id = g_strdup_printf ("g%u", i);
        add_entity (builder, id, i % 2 == 0 ? "intrusion-set" : "threat-actor", id);
        add_claim (builder, id, "uses", i < 8 ? "common" : "own", "report");
        if (i < 2)
            add_claim (builder, id, "uses", "rare", "report");
    }
    add_claim (builder, "raid", "uses", "common", "report");
    add_claim (builder, "raid", "uses", "rare", "report");
    add_claim (builder, "agency", "uses", "rare", "report");
    add_said (builder, "idle", "uses", "rare", "report", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    return builder;
}

static void
check_tool (const AttriGraph *graph, const AttriCensus *census, const char *tool, guint32 groups,
            guint32 of)
{
    AttriToolFacts facts = attri_query_tool (graph, census, find (graph, tool));
    g_assert_cmpuint (facts.groups, ==, groups);
    g_assert_cmpuint (facts.of, ==, of);
}

static void
test_counts (void)
{
    g_autoptr (AttriGraph) graph = end_well (begin (9));
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_assert_cmpuint (attri_census_get_n_groups (census), ==, 9);
    g_assert_cmpuint (attri_census_get_n_tools (census), ==, 3);
    g_assert_true (attri_census_counts (census));
    check_tool (graph, census, "common", 8, 9);
    check_tool (graph, census, "rare", 2, 9);
    check_tool (graph, census, "own", 1, 9);
    check_tool (graph, census, "unused", 0, 0);
}

/* A case, which was put together for what its groups share. */
static void
test_too_few (void)
{
    g_autoptr (AttriGraph) small = end_well (begin (ATTRI_CENSUS_LEAST_GROUPS - 1));
    g_autoptr (AttriCensus) of_small = attri_census_new (small);
    g_assert_false (attri_census_counts (of_small));
    check_tool (small, of_small, "common", 0, 0);
    g_autoptr (AttriGraph) large = end_well (begin (ATTRI_CENSUS_LEAST_GROUPS));
    g_autoptr (AttriCensus) of_large = attri_census_new (large);
    g_assert_true (attri_census_counts (of_large));
}

/* Where somebody counted among more groups, that is believed; one such claim among many
 * tools is not, nor one of fewer groups. */
static void
test_counted_elsewhere (void)
{
    AttriGraphBuilder *builder = begin (9);
    add_prevalence (builder, "common", 50, 200, "report", unset);
    add_prevalence (builder, "rare", 3, 200, "report", unset);
    g_autoptr (AttriGraph) most = end_well (builder);
    g_autoptr (AttriCensus) of_most = attri_census_new (most);
    g_assert_false (attri_census_counts (of_most));
    check_tool (most, of_most, "common", 50, 200);
    check_tool (most, of_most, "own", 0, 0);

    builder = begin (9);
    add_prevalence (builder, "rare", 3, 200, "report", unset);
    add_prevalence (builder, "common", 3, 4, "report", unset);
    add_prevalence (builder, "own", 3, 4, "report", unset);
    g_autoptr (AttriGraph) some = end_well (builder);
    g_autoptr (AttriCensus) of_some = attri_census_new (some);
    g_assert_true (attri_census_counts (of_some));
    check_tool (some, of_some, "rare", 2, 9);
    AttriToolFacts facts = attri_query_tool (some, of_some, find (some, "rare"));
    g_assert_cmpuint (facts.prevalence_claim, ==, ATTRI_NONE);
}

/* Any member: g0 and g1 by `rare`, g1 and g8 by `own`, g5 by the family itself. */
static void
test_family (void)
{
    AttriGraphBuilder *builder = begin (9);
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "kit", .type = "malware", .name = "Kit", .is_family = TRUE}});
    add_claim (builder, "rare", "variant-of", "kit", "report");
    add_claim (builder, "own", "variant-of", "kit", "report");
    add_claim (builder, "g1", "uses", "own", "report");
    add_claim (builder, "g5", "uses", "kit", "report");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    check_tool (graph, census, "kit", 4, 9);
    check_tool (graph, census, "rare", 2, 9);
    check_tool (graph, census, "own", 2, 9);
}

/* Rows of another graph are found by id: this one lacks the entities before them. */
static void
test_of_a_part (void)
{
    g_autoptr (AttriGraph) whole = end_well (begin (9));
    g_autoptr (AttriCensus) census = attri_census_new (whole);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_entity (builder, "rare", "malware", "rare");
    add_entity (builder, "strange", "malware", "strange");
    g_autoptr (AttriGraph) part = end_well (builder);
    check_tool (part, census, "rare", 2, 9);
    check_tool (part, census, "strange", 0, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/census/counts", test_counts);
    g_test_add_func ("/query/census/too-few", test_too_few);
    g_test_add_func ("/query/census/counted-elsewhere", test_counted_elsewhere);
    g_test_add_func ("/query/census/family", test_family);
    g_test_add_func ("/query/census/of-a-part", test_of_a_part);
    return g_test_run ();
}
