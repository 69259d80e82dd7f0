/* SPDX-License-Identifier: MIT
 *
 * Who shares tooling with Fox, told in every format: a hand-made case with a family, a
 * dispute, names that want to be something else, and one report behind it all; against
 * tests/golden/tell.
 */
#include <attrigraph/tell.h>

#include "query/tools.h"
#include "support/golden.h"

static const AttriDate unset = ATTRI_DATE_NONE;

static void
add_tool (AttriGraphBuilder *builder, const char *id, const char *name, guint32 groups)
{
    add_entity (builder, id, "malware", name);
    add_prevalence (builder, id, groups, 16, "report", unset);
}

static AttriGraph *
make_case (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const AttriCitationDraft cited = {.source = "report", .cites = "rebuttal"};
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "rebuttal", "Fox | Friends", (AttriDate){2022, 1, 1});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "vixen", "intrusion-set", "*Vixen* | \x1b[2J");
    add_entity (builder, "wolf", "intrusion-set", "=Wolf\xe2\x80\xae");
    add_tool (builder, "den", "Den", 2);
    add_tool (builder, "cat", "Cat", 8);
    add_tool (builder, "kit", "Kit", 4);
    add_tool (builder, "kit-1", "Kit 1", 1);
    add_tool (builder, "kit-2", "Kit 2", 3);
    add_availability (builder, "den", "shared", "rebuttal", unset, unset);
    add_availability (builder, "cat", "public", "report", unset, unset);
    add_claim (builder, "kit-1", "variant-of", "kit", "report");
    add_claim (builder, "kit-2", "variant-of", "kit", "report");
    add_claim (builder, "fox", "uses", "den", "report");
    add_claim (builder, "fox", "uses", "cat", "report");
    add_claim (builder, "fox", "uses", "kit-1", "report");
    add_claim (builder, "vixen", "uses", "den", "report");
    add_claim (builder, "vixen", "uses", "cat", "rebuttal");
    add_claim (builder, "vixen", "uses", "kit-2", "report");
    add_claim (builder, "wolf", "uses", "kit-1", "report");
    add_said (builder, "wolf", "uses", "kit-1", "rebuttal", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    add_claim (builder, "vixen", "distinct-from", "fox", "rebuttal");
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = {.type = "alias",
                                                                               .value = "Reynard",
                                                                               .confidence = -1},
                                                                       .from = "fox",
                                                                       .citations = &cited,
                                                                       .n_citations = 1});
    return end_well (builder);
}

static void
check (const AttriGraph *graph, const char *other, AttriTellFormat format, const char *golden)
{
    g_autoptr (AttriCensus) census = attri_census_new ((AttriGraph *)graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, "fox"), 0);
    const AttriOverlapQuestion question = {
        .alias = attri_graph_find_alias (graph, find (graph, "fox"), "reynard"),
        .other = other != NULL ? find (graph, other) : ATTRI_NONE,
        .top = 10};
    g_autofree char *told = attri_tell_overlap (graph, census, overlap, &question, format);
    attri_golden_check (golden, told);
}

static void
test_all (void)
{
    g_autoptr (AttriGraph) graph = make_case ();
    check (graph, NULL, ATTRI_TELL_TEXT, "tell/overlap.txt");
    check (graph, NULL, ATTRI_TELL_MARKDOWN, "tell/overlap.md");
    check (graph, NULL, ATTRI_TELL_CSV, "tell/overlap.csv");
}

static void
test_pair (void)
{
    g_autoptr (AttriGraph) graph = make_case ();
    check (graph, "vixen", ATTRI_TELL_TEXT, "tell/overlap-pair.txt");
    check (graph, "vixen", ATTRI_TELL_MARKDOWN, "tell/overlap-pair.md");
    check (graph, "vixen", ATTRI_TELL_CSV, "tell/overlap-pair.csv");
}

/* Claims make JSON long, so that the case is the smallest. */
static void
test_json (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "raid", "campaign", "Raid");
    add_tool (builder, "den", "Den", 3);
    add_claim (builder, "fox", "uses", "den", "report");
    add_claim (builder, "raid", "uses", "den", "report");
    g_autoptr (AttriGraph) graph = end_well (builder);
    check (graph, NULL, ATTRI_TELL_JSON, "tell/overlap.json");
}

/* With a census of 12 groups there is a model, and chance for every number of tools. */
static void
test_counted (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    add_entity (builder, "cat", "tool", "Cat");
    add_availability (builder, "cat", "built-in", "report", unset, unset);
    add_claim (builder, "fox", "uses", "den", "report");
    add_claim (builder, "fox", "uses", "cat", "report");
    for (guint i = 1; i < 12; i++) {
        g_autofree char *id = g_strdup_printf ("cub-%02u", i);
        g_autofree char *own = g_strdup_printf ("toy-%02u", i);
        add_entity (builder, id, "intrusion-set", id);
        add_entity (builder, own, "malware", own);
        add_claim (builder, id, "uses", i < 3 ? "den" : i < 6 ? "cat" : own, "report");
        if (i == 2)
            add_claim (builder, id, "uses", "cat", "report");
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    check (graph, NULL, ATTRI_TELL_TEXT, "tell/overlap-counted.txt");
    check (graph, NULL, ATTRI_TELL_MARKDOWN, "tell/overlap-counted.md");
    check (graph, "cub-02", ATTRI_TELL_TEXT, "tell/overlap-counted-pair.txt");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/overlap/all", test_all);
    g_test_add_func ("/tell/overlap/pair", test_pair);
    g_test_add_func ("/tell/overlap/json", test_json);
    g_test_add_func ("/tell/overlap/counted", test_counted);
    return g_test_run ();
}
