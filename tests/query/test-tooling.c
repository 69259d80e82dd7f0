/* SPDX-License-Identifier: MIT
 *
 * test-tooling.c: what is known of one tool, and what sharing it would tell.
 */
#include "tools.h"

static const AttriDate unset = ATTRI_DATE_NONE;
static const AttriDate spring = {2024, 4, 1}, autumn = {2024, 10, 1};

/* Two reports, "old" of 2019 and "new" of 2024, and the tool that they speak of. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "new", "New Ltd", (AttriDate){2024, 1, 1});
    add_report (builder, "old", "Old Ltd", (AttriDate){2019, 1, 1});
    add_entity (builder, "pad", "malware", "Pad");
    return builder;
}

/* log2 (158 / 8) = 4.30378, log2 (158 / 3) = 5.71882, log2 (158 / 7) = 4.49643. */
static void
test_bits (void)
{
    g_assert_cmpuint (attri_query_bits (8, 158), ==, 4304);
    g_assert_cmpuint (attri_query_bits (3, 158), ==, 5719);
    g_assert_cmpuint (attri_query_bits (7, 158), ==, 4496);
    g_assert_cmpuint (attri_query_bits (1, 2), ==, 1000);
    g_assert_cmpuint (attri_query_bits (158, 158), ==, 0);
}

static void
test_bits_unknown (void)
{
    g_assert_cmpuint (attri_query_bits (0, 0), ==, 0);
    g_assert_cmpuint (attri_query_bits (0, 158), ==, 0);
    g_assert_cmpuint (attri_query_bits (9, 8), ==, 0);
}

static void
test_telling (void)
{
    g_assert_true (attri_availability_is_telling (ATTRI_AVAILABILITY_EXCLUSIVE));
    g_assert_true (attri_availability_is_telling (ATTRI_AVAILABILITY_SHARED));
    g_assert_true (attri_availability_is_telling (ATTRI_AVAILABILITY_UNKNOWN));
    g_assert_false (attri_availability_is_telling (ATTRI_AVAILABILITY_COMMERCIAL));
    g_assert_false (attri_availability_is_telling (ATTRI_AVAILABILITY_PUBLIC));
    g_assert_false (attri_availability_is_telling (ATTRI_AVAILABILITY_BUILT_IN));
}

static void
test_nothing_said (void)
{
    g_autoptr (AttriGraph) graph = end_well (begin ());
    AttriToolFacts facts = attri_query_tool (graph, NULL, find (graph, "pad"));
    g_assert_cmpint (facts.availability, ==, ATTRI_AVAILABILITY_UNKNOWN);
    g_assert_cmpuint (facts.availability_claim, ==, ATTRI_NONE);
    g_assert_cmpuint (facts.groups, ==, 0);
    g_assert_cmpuint (facts.of, ==, 0);
    g_assert_cmpuint (facts.prevalence_claim, ==, ATTRI_NONE);
    g_assert_cmpuint (facts.family, ==, ATTRI_NONE);
}

static void
check_availability (AttriGraphBuilder *builder, AttriAvailability expected, const char *claimant)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    AttriToolFacts facts = attri_query_tool (graph, NULL, find (graph, "pad"));
    g_assert_cmpint (facts.availability, ==, expected);
    const AttriClaim *claim = attri_graph_get_claim (graph, facts.availability_claim);
    g_assert_cmpstr (attri_graph_get_source (graph, claim->claimant)->id, ==, claimant);
}

/* What our files held last wins over what was published last. */
static void
test_later_recorded (void)
{
    AttriGraphBuilder *builder = begin ();
    add_availability (builder, "pad", "exclusive", "new", spring, unset);
    add_availability (builder, "pad", "shared", "old", autumn, unset);
    check_availability (builder, ATTRI_AVAILABILITY_SHARED, "old");
    builder = begin ();
    add_availability (builder, "pad", "exclusive", "new", autumn, unset);
    add_availability (builder, "pad", "shared", "old", spring, unset);
    check_availability (builder, ATTRI_AVAILABILITY_EXCLUSIVE, "new");
}

static void
test_later_since (void)
{
    AttriGraphBuilder *builder = begin ();
    add_availability (builder, "pad", "exclusive", "new", spring, (AttriDate){2015, 0, 0});
    add_availability (builder, "pad", "shared", "old", spring, (AttriDate){2017, 0, 0});
    check_availability (builder, ATTRI_AVAILABILITY_SHARED, "old");
}

/* Of one day's recording, the later report; "public" comes first in the graph. */
static void
test_later_said (void)
{
    AttriGraphBuilder *builder = begin ();
    add_availability (builder, "pad", "public", "old", spring, unset);
    add_availability (builder, "pad", "shared", "new", spring, unset);
    check_availability (builder, ATTRI_AVAILABILITY_SHARED, "new");
}

static void
test_denied_or_revoked (void)
{
    AttriGraphBuilder *builder = begin ();
    add_availability (builder, "pad", "shared", "old", spring, unset);
    add_said (builder, "pad", "availability", NULL, "new", NULL,
              (AttriClaim){.confidence = -1,
                           .value = "public",
                           .recorded = autumn,
                           .stance = ATTRI_STANCE_DENIES});
    add_said (
        builder, "pad", "availability", NULL, "new", NULL,
        (AttriClaim){.confidence = -1, .value = "commercial", .recorded = autumn, .revoked = TRUE});
    check_availability (builder, ATTRI_AVAILABILITY_SHARED, "old");
}

static void
test_prevalence (void)
{
    AttriGraphBuilder *builder = begin ();
    add_prevalence (builder, "pad", 5, 140, "old", spring);
    add_prevalence (builder, "pad", 8, 158, "new", autumn);
    g_autoptr (AttriGraph) graph = end_well (builder);
    AttriToolFacts facts = attri_query_tool (graph, NULL, find (graph, "pad"));
    g_assert_cmpuint (facts.groups, ==, 8);
    g_assert_cmpuint (facts.of, ==, 158);
    g_assert_cmpuint (attri_graph_get_claim (graph, facts.prevalence_claim)->groups, ==, 8);
}

static void
test_family (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "pad-linux", "malware", "Pad for Linux");
    add_entity (builder, "pad-mac", "malware", "Pad for Mac");
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "kit", .type = "malware", .name = "Kit", .is_family = TRUE}});
    add_claim (builder, "pad-linux", "variant-of", "pad", "old");
    add_claim (builder, "kit", "variant-of", "pad", "old");
    add_said (builder, "pad-mac", "variant-of", "pad", "old", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    g_autoptr (AttriGraph) graph = end_well (builder);
    guint32 pad = find (graph, "pad"), kit = find (graph, "kit");
    g_assert_cmpuint (attri_query_tool (graph, NULL, find (graph, "pad-linux")).family, ==, pad);
    g_assert_cmpuint (attri_query_tool (graph, NULL, find (graph, "pad-mac")).family, ==,
                      ATTRI_NONE);
    g_assert_cmpuint (attri_query_tool (graph, NULL, kit).family, ==, kit);
    g_assert_cmpuint (attri_query_tool (graph, NULL, pad).family, ==, ATTRI_NONE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/tooling/bits", test_bits);
    g_test_add_func ("/query/tooling/bits-unknown", test_bits_unknown);
    g_test_add_func ("/query/tooling/telling", test_telling);
    g_test_add_func ("/query/tooling/nothing-said", test_nothing_said);
    g_test_add_func ("/query/tooling/later-recorded", test_later_recorded);
    g_test_add_func ("/query/tooling/later-since", test_later_since);
    g_test_add_func ("/query/tooling/later-said", test_later_said);
    g_test_add_func ("/query/tooling/denied-or-revoked", test_denied_or_revoked);
    g_test_add_func ("/query/tooling/prevalence", test_prevalence);
    g_test_add_func ("/query/tooling/family", test_family);
    return g_test_run ();
}
