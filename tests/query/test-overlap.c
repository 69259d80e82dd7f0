/* SPDX-License-Identifier: MIT
 *
 * test-overlap.c: who shares tooling with `fox`, closest first. Counts are of
 * 16 groups, so that bits are whole: 1 of 16 is 4 bits, 2 are 3, 4 are 2, 8 are 1.
 */
#include "tools.h"

static const AttriDate unset = ATTRI_DATE_NONE;

static void
add_tool (AttriGraphBuilder *builder, const char *id, const char *availability, guint32 groups)
{
    add_entity (builder, id, "malware", id);
    add_availability (builder, id, availability, "report", unset, unset);
    add_prevalence (builder, id, groups, 16, "report", unset);
}

/* A tool of every tier, and `mute` of which nobody says anything. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "rebuttal", "Fox Friends", (AttriDate){2022, 1, 1});
    add_tool (builder, "common", "shared", 4);
    add_tool (builder, "free", "public", 8);
    add_tool (builder, "paid", "commercial", 1);
    add_tool (builder, "quiet", "exclusive", 2);
    add_tool (builder, "windows", "built-in", 2);
    add_entity (builder, "mute", "malware", "mute");
    add_entity (builder, "fox", "intrusion-set", "Fox");
    return builder;
}

/* @tools are separated by spaces. */
static void
add_user (AttriGraphBuilder *builder, const char *id, const char *type, const char *tools)
{
    g_auto (GStrv) words = g_strsplit (tools, " ", -1);
    if (!g_str_equal (id, "fox"))
        add_entity (builder, id, type, id);
    for (guint i = 0; words[i] != NULL; i++)
        add_claim (builder, id, "uses", words[i], "report");
}

static char *
list (const AttriGraph *graph, const GArray *entities)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < entities->len; i++)
        g_string_append_printf (
            text, "%s%s", i > 0 ? " " : "",
            attri_graph_get_entity (graph, g_array_index (entities, guint32, i))->id);
    return g_string_free (text, FALSE);
}

/* One line for each group: "beta: quiet free | 1 telling 3000 4000 | families | undisputed". */
static void
check_overlap (AttriGraphBuilder *builder, const char *tools, guint telling, const char *rows)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, NULL, find (graph, "fox"), 0);
    g_autofree char *own = list (graph, overlap->tools);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
        g_autofree char *shared = list (graph, row->tools);
        g_autofree char *families = list (graph, row->families);
        g_string_append_printf (text, "%s: %s | %u telling %u %u | %s | %s\n",
                                attri_graph_get_entity (graph, row->actor)->id, shared,
                                row->telling, row->telling_bits, row->bits, families,
                                row->undisputed ? "undisputed" : "disputed");
        g_assert_true (attri_overlap_get_row (overlap, row->actor) == row);
    }
    g_assert_cmpstr (own, ==, tools);
    g_assert_cmpuint (overlap->telling, ==, telling);
    g_assert_cmpstr (text->str, ==, rows);
    g_assert_null (attri_overlap_get_row (overlap, overlap->focus));
}

static void
test_ranking (void)
{
    AttriGraphBuilder *builder = begin ();
    add_user (builder, "fox", "intrusion-set", "common free mute paid quiet windows");
    add_user (builder, "alpha", "campaign", "common paid");
    add_user (builder, "beta", "intrusion-set", "free quiet");
    add_user (builder, "delta", "intrusion-set", "windows");
    add_user (builder, "gamma", "threat-actor", "free quiet");
    add_user (builder, "zebra", "intrusion-set", "quiet");
    check_overlap (builder, "quiet common mute paid free windows", 3,
                   "beta: quiet free | 1 telling 3000 4000 |  | undisputed\n"
                   "gamma: quiet free | 1 telling 3000 4000 |  | undisputed\n"
                   "zebra: quiet | 1 telling 3000 3000 |  | undisputed\n"
                   "alpha: common paid | 1 telling 2000 6000 |  | undisputed\n"
                   "delta: windows | 0 telling 0 3000 |  | undisputed\n");
}

/* A tool that nobody counted is telling, and adds no bits; but more tools come first. */
static void
test_uncounted (void)
{
    AttriGraphBuilder *builder = begin ();
    add_user (builder, "fox", "intrusion-set", "mute quiet");
    add_user (builder, "alpha", "intrusion-set", "quiet");
    add_user (builder, "beta", "intrusion-set", "mute quiet");
    add_entity (builder, "free-mute", "malware", "free-mute");
    add_availability (builder, "free-mute", "public", "report", unset, unset);
    add_claim (builder, "fox", "uses", "free-mute", "report");
    add_user (builder, "delta", "intrusion-set", "free-mute");
    add_user (builder, "gamma", "intrusion-set", "mute");
    check_overlap (builder, "quiet mute free-mute", 2,
                   "beta: quiet mute | 2 telling 3000 3000 |  | undisputed\n"
                   "alpha: quiet | 1 telling 3000 3000 |  | undisputed\n"
                   "gamma: mute | 1 telling 0 0 |  | undisputed\n"
                   "delta: free-mute | 0 telling 0 0 |  | undisputed\n");
}

/* Only groups, only tools, only what both use. */
static void
test_who_is_compared (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "phishing", "attack-pattern", "phishing");
    add_user (builder, "fox", "intrusion-set", "quiet phishing");
    add_user (builder, "agency", "identity", "quiet");
    add_user (builder, "alpha", "intrusion-set", "phishing common");
    check_overlap (builder, "quiet", 1, "");
}

/* What is only denied, or withdrawn by our own hand, is no use. */
static void
test_asserted_only (void)
{
    AttriGraphBuilder *builder = begin ();
    add_user (builder, "fox", "intrusion-set", "quiet common");
    add_entity (builder, "alpha", "intrusion-set", "alpha");
    add_said (builder, "alpha", "uses", "quiet", "report", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    add_said (builder, "alpha", "uses", "common", "report", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE});
    check_overlap (builder, "quiet common", 2, "");
}

static void
deny (AttriGraphBuilder *builder, const char *actor, const char *tool)
{
    add_said (builder, actor, "uses", tool, "rebuttal", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
}

/* A dispute on either side counts, and one tool that nobody disputes is enough. */
static void
test_disputed (void)
{
    AttriGraphBuilder *builder = begin ();
    add_user (builder, "fox", "intrusion-set", "quiet common free");
    add_user (builder, "alpha", "intrusion-set", "quiet");
    add_user (builder, "beta", "intrusion-set", "common");
    add_user (builder, "gamma", "intrusion-set", "quiet free");
    deny (builder, "alpha", "quiet");
    deny (builder, "fox", "common");
    deny (builder, "gamma", "quiet");
    check_overlap (builder, "quiet common free", 2,
                   "gamma: quiet free | 1 telling 3000 4000 |  | undisputed\n"
                   "alpha: quiet | 1 telling 3000 3000 |  | disputed\n"
                   "beta: common | 1 telling 2000 2000 |  | disputed\n");
}

static AttriGraphBuilder *
begin_families (void)
{
    AttriGraphBuilder *builder = begin ();
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "kit", .type = "malware", .name = "Kit", .is_family = TRUE}});
    add_claim (builder, "quiet", "variant-of", "kit", "report");
    add_claim (builder, "common", "variant-of", "kit", "report");
    return builder;
}

/* Two members of a family are two tools, but one count. Nobody counted the family:
 * it is no rarer than its commonest member, 4 of 16. */
static void
test_family_counts_once (void)
{
    AttriGraphBuilder *builder = begin_families ();
    add_user (builder, "fox", "intrusion-set", "common quiet free");
    add_user (builder, "alpha", "intrusion-set", "common quiet free");
    check_overlap (builder, "quiet common free", 2,
                   "alpha: quiet common free | 2 telling 2000 3000 |  | undisputed\n");
}

/* Counted, the family is what counts, with one of its members or more: 8 of 16. */
static void
test_family_counted (void)
{
    AttriGraphBuilder *builder = begin_families ();
    add_prevalence (builder, "kit", 8, 16, "report", unset);
    add_user (builder, "fox", "intrusion-set", "common quiet free");
    add_user (builder, "alpha", "intrusion-set", "common quiet free");
    add_user (builder, "beta", "intrusion-set", "quiet");
    add_user (builder, "gamma", "intrusion-set", "kit");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, NULL, find (graph, "fox"), 0);
    const AttriOverlapRow *gamma = attri_overlap_get_row (overlap, find (graph, "gamma"));
    const AttriOverlapRow *alpha = attri_overlap_get_row (overlap, find (graph, "alpha"));
    const AttriOverlapRow *beta = attri_overlap_get_row (overlap, find (graph, "beta"));
    g_assert_cmpuint (alpha->telling_bits, ==, 1000);
    g_assert_cmpuint (alpha->bits, ==, 2000);
    g_assert_cmpuint (alpha->single_telling_bits, ==, 5000);
    g_assert_cmpuint (alpha->single_bits, ==, 6000);
    g_assert_cmpuint (beta->telling_bits, ==, 1000);
    g_assert_cmpuint (beta->single_telling_bits, ==, 3000);
    g_assert_cmpuint (gamma->telling_bits, ==, 1000);
    g_assert_cmpuint (gamma->single_telling_bits, ==, 0);
}

/* Different members, or a member and the family itself, share the family and no tool.
 * Nobody counted the family, whose commonest member is used by 4 of 16. */
static void
test_family_only (void)
{
    AttriGraphBuilder *builder = begin_families ();
    add_user (builder, "fox", "intrusion-set", "quiet");
    add_user (builder, "alpha", "intrusion-set", "common");
    add_user (builder, "beta", "intrusion-set", "kit");
    check_overlap (builder, "quiet", 1,
                   "alpha:  | 0 telling 2000 2000 | kit | undisputed\n"
                   "beta:  | 0 telling 2000 2000 | kit | undisputed\n");
}

static void
test_family_disputed (void)
{
    AttriGraphBuilder *builder = begin_families ();
    add_user (builder, "fox", "intrusion-set", "quiet");
    add_user (builder, "alpha", "intrusion-set", "common");
    add_user (builder, "beta", "intrusion-set", "common kit");
    deny (builder, "alpha", "common");
    deny (builder, "beta", "common");
    check_overlap (builder, "quiet", 1,
                   "alpha:  | 0 telling 2000 2000 | kit | disputed\n"
                   "beta:  | 0 telling 2000 2000 | kit | undisputed\n");
}

/* Where groups are not counted, tools are taken to be picked independently:
 * (8 - 1) × (3 - 1) / (158 - 1) = 0.0892, (11 - 1) × (11 - 1) / (101 - 1) = 1 to the digit. */
static void
check_frequency (guint32 first, guint32 second, guint32 of, guint32 expected)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "one", "malware", "one");
    add_entity (builder, "two", "malware", "two");
    add_prevalence (builder, "one", first, of, "report", unset);
    if (second > 0)
        add_prevalence (builder, "two", second, of, "report", unset);
    add_user (builder, "fox", "intrusion-set", "one two");
    add_user (builder, "alpha", "intrusion-set", "one two");
    add_user (builder, "beta", "intrusion-set", "one");
    add_user (builder, "raid", "campaign", "one two");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, NULL, find (graph, "fox"), 0);
    g_assert_cmpuint (overlap->chance->len, ==, 0);
    if (expected == ATTRI_UNKNOWN) {
        g_assert_cmpuint (overlap->telling_chance->len, ==, 0);
        g_assert_cmpuint (overlap->closest->together, ==, ATTRI_UNKNOWN);
        return;
    }
    g_assert_cmpint (overlap->model, ==, ATTRI_NULL_FREQUENCY);
    g_assert_cmpuint (overlap->n_groups, ==, of);
    g_assert_cmpuint (overlap->n_others, ==, of - 1);
    g_assert_cmpuint (overlap->telling_chance->len, ==, 1);
    const AttriChance *chance = &g_array_index (overlap->telling_chance, AttriChance, 0);
    g_assert_cmpuint (chance->least, ==, 2);
    g_assert_cmpuint (chance->observed, ==, 1);
    g_assert_cmpuint (chance->expected, ==, expected);
}

static void
test_frequency (void)
{
    check_frequency (8, 3, 158, 9);
    check_frequency (11, 11, 101, 100);
    check_frequency (8, 1, 158, 0);
    check_frequency (8, 0, 158, ATTRI_UNKNOWN);
}

/* What is left out counts nowhere, and is counted. */
static void
test_without (void)
{
    AttriGraphBuilder *builder = begin ();
    add_user (builder, "fox", "intrusion-set", "common free mute paid quiet windows");
    add_user (builder, "alpha", "intrusion-set", "common free windows");
    add_user (builder, "beta", "intrusion-set", "free");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriOverlap) overlap =
        attri_query_overlap (graph, NULL, find (graph, "fox"),
                             1u << ATTRI_AVAILABILITY_PUBLIC | 1u << ATTRI_AVAILABILITY_BUILT_IN);
    g_autofree char *own = list (graph, overlap->tools);
    g_assert_cmpstr (own, ==, "quiet common mute paid");
    g_assert_cmpuint (overlap->left_out[ATTRI_AVAILABILITY_PUBLIC], ==, 1);
    g_assert_cmpuint (overlap->left_out[ATTRI_AVAILABILITY_BUILT_IN], ==, 1);
    g_assert_cmpuint (overlap->left_out[ATTRI_AVAILABILITY_COMMERCIAL], ==, 0);
    g_assert_cmpuint (overlap->rows->len, ==, 1);
    const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, 0);
    g_assert_cmpuint (row->tools->len, ==, 1);
    g_assert_cmpuint (row->n_tools, ==, 3);
    g_assert_cmpuint (row->bits, ==, 2000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/overlap/ranking", test_ranking);
    g_test_add_func ("/query/overlap/uncounted", test_uncounted);
    g_test_add_func ("/query/overlap/who-is-compared", test_who_is_compared);
    g_test_add_func ("/query/overlap/asserted-only", test_asserted_only);
    g_test_add_func ("/query/overlap/disputed", test_disputed);
    g_test_add_func ("/query/overlap/family-counts-once", test_family_counts_once);
    g_test_add_func ("/query/overlap/family-only", test_family_only);
    g_test_add_func ("/query/overlap/family-disputed", test_family_disputed);
    g_test_add_func ("/query/overlap/family-counted", test_family_counted);
    g_test_add_func ("/query/overlap/frequency", test_frequency);
    g_test_add_func ("/query/overlap/without", test_without);
    return g_test_run ();
}
