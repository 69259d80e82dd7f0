/* SPDX-License-Identifier: MIT
 *
 * test-check.c: for every rule a graph that breaches it, and exactly what is
 * then found.
 */
#include "../model/case.h"

#include <attrigraph/check.h>

#include <string.h>

static const AttriClaim plain = {.confidence = -1};

/* Two reports of 2021 by different houses, a group and two tools, all in use:
 * nothing to find. */
static AttriGraphBuilder *
make_sound (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r1", "One", (AttriDate){2021, 3, 1});
    add_report (builder, "r2", "Two", (AttriDate){2021, 4, 1});
    add_entity (builder, "g", "intrusion-set", "Group");
    add_entity (builder, "t", "malware", "Tool");
    add_claim (builder, "g", "uses", "t", "r1");
    add_claim (builder, "g", "uses", "t", "r2");
    return builder;
}

static void
assert_finds (AttriGraphBuilder *builder, const char *expected)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriFindings) findings = attri_findings_new (100);
    attri_check_graph (graph, findings);
    g_autofree char *printed = print_findings (findings);
    g_assert_cmpstr (printed, ==, expected);
}

static void
add_source (AttriGraphBuilder *builder, AttriSource row, const char *parent)
{
    const char *const based_on[] = {parent, NULL};
    row.title = row.title != NULL ? row.title : row.id;
    attri_graph_builder_add_source (
        builder, &(AttriSourceDraft){.row = row, .based_on = parent != NULL ? based_on : NULL});
}

static void
test_sound (void)
{
    assert_finds (make_sound (), "");
}

static void
test_sources (void)
{
    AttriGraphBuilder *builder = make_sound ();
    add_source (builder, (AttriSource){.id = "unread", .publisher = "U", .published = {2021, 7, 8}},
                NULL);
    add_source (builder,
                (AttriSource){.id = "news",
                              .title = "Ne\xe2\x80\x8bws",
                              .publisher = "N",
                              .kind = ATTRI_SOURCE_NEWS,
                              .published = {2021, 7, 0},
                              .url = "javascript:alert(1)",
                              .reliability = 'F',
                              .read = TRUE},
                "unread");
    add_said (builder, "g", "delivers", "t", "news", "unread", plain);
    add_source (builder, (AttriSource){.id = "idle", .publisher = "I", .published = {2021, 0, 0}},
                NULL);
    assert_finds (
        builder,
        "warning: hidden-character: the title 'Ne\\u200bws' holds hidden characters; expected "
        "none\n"
        "warning: single-point-of-failure: source 'unread' is not read and reaches us only "
        "through carriers graded F (claims: 1); expected a better carrier\n"
        "info: uncited-source: nothing cites source 'idle'\n"
        "warning: unsafe-link: 'javascript:alert(1)' is no web link; expected http or https\n");
}

/* Editions share a link by right, others do not. */
static void
test_links (void)
{
    AttriGraphBuilder *builder = make_sound ();
    const char *const ids[] = {"one", "other", "newer"};
    for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
        const AttriSource row = {.id = ids[i],
                                 .publisher = "P",
                                 .published = {2021, 0, 0},
                                 .url = i == 1 ? "https://example.com/a"
                                               : "http://www.example.com/a/#b",
                                 .read = TRUE};
        attri_graph_builder_add_source (builder,
                                        &(AttriSourceDraft){.row = row,
                                                            .edition_of = i == 2 ? "other" : NULL});
        add_said (builder, "g", "delivers", "t", ids[i], NULL, plain);
    }
    assert_finds (builder, "warning: shared-link: source 'one' has the link of 'newer', and "
                           "neither is an edition of the other\n"
                           "warning: shared-link: source 'other' has the link of 'one', and "
                           "neither is an edition of the other\n");
}

static void
test_cycle (void)
{
    AttriGraphBuilder *builder = make_sound ();
    add_source (builder, (AttriSource){.id = "x", .publisher = "X", .published = {2021, 0, 0}},
                "y");
    add_source (builder, (AttriSource){.id = "y", .publisher = "Y", .published = {2021, 0, 0}},
                "x");
    add_claim (builder, "g", "delivers", "t", "x");
    assert_finds (builder, "warning: lineage-cycle: source 'x' is based on itself by way of "
                           "others; expected no circle\n");
}

static void
test_dates (void)
{
    AttriGraphBuilder *builder = make_sound ();
    add_source (builder, (AttriSource){.id = "undated", .publisher = "U", .read = TRUE}, NULL);
    add_claim (builder, "g", "owns", "t", "undated");
    add_claim (builder, "g", "controls", "t", "undated");
    add_said (builder, "g", "drops", "t", "r1", "r2", plain);
    AttriClaim early = plain;
    early.recorded = (AttriDate){2021, 2, 0};
    add_said (builder, "g", "hosts", "t", "r1", NULL, early);
    AttriClaim reversed = plain;
    reversed.start_time = (AttriDate){2021, 3, 0};
    reversed.stop_time = (AttriDate){2021, 2, 0};
    add_said (builder, "g", "delivers", "t", "r1", NULL, reversed);
    /* Read in two places, so held with the first of them. */
    add_said (builder, "g", "has", "t", "r1", "undated", plain);
    add_said (builder, "g", "has", "t", "r2", "undated", plain);
    assert_finds (
        builder,
        "warning: claimant-after-carrier: 'g drops t' is said by 'r2' of 2021-04-01 but was read "
        "in 'r1' of 2021-03-01; expected a later carrier\n"
        "warning: recorded-before-carrier: 'g hosts t' was recorded on 2021-02 but read in 'r1' "
        "of 2021-03-01; expected a later record\n"
        "warning: time-reversed: 'g delivers t' starts after it stops; expected the other order\n"
        "warning: undated-claim: neither 'undated' nor what it was read in bears a date (claims: "
        "2); expected at least a year\n");
}

/* A month may hold the day: no contradiction. */
static void
test_vague_dates (void)
{
    AttriGraphBuilder *builder = make_sound ();
    add_report (builder, "month", "M", (AttriDate){2021, 4, 0});
    add_report (builder, "day", "D", (AttriDate){2021, 4, 2});
    add_said (builder, "g", "drops", "t", "day", "month", plain);
    add_said (builder, "g", "hosts", "t", "month", "day", plain);
    assert_finds (builder, "");
}

static void
test_entities (void)
{
    AttriGraphBuilder *builder = make_sound ();
    const AttriReference reference = {.source = "x", .url = "ftp://example.org"};
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = {.id = "u",
                                                                         .type = "malwre",
                                                                         .name = "a\xe2\x80\xae"
                                                                                 "b",
                                                                         .first_seen = {2021, 1, 2},
                                                                         .last_seen = {2021, 1, 1}},
                                                                 .references = &reference,
                                                                 .n_references = 1});
    assert_finds (
        builder,
        "warning: hidden-character: the name 'a\\u202eb' holds hidden characters; expected none\n"
        "warning: time-reversed: 'u' was first seen after it was last seen; expected the other "
        "order\n"
        "info: unknown-type: entity type 'malwre' is unknown; did you mean 'malware'?\n"
        "warning: unsafe-link: 'ftp://example.org' is no web link; expected http or https\n"
        "info: unused-entity: no claim speaks of 'u'\n");
}

/* Ends exchanged, and a sector where places stand. */
static void
test_ends (void)
{
    AttriGraphBuilder *builder = make_sound ();
    const char *const places[] = {"p", "s", NULL};
    const AttriCitationDraft citation = {.source = "r1"};
    add_entity (builder, "s", "sector", "Sector");
    add_entity (builder, "p", "location", "Place");
    add_claim (builder, "t", "uses", "g", "r1");
    add_claim (builder, "t", "uses", "g", "r2");
    add_claim (builder, "g", "targets", "t", "r1");
    add_claim (builder, "g", "variant-of", "t", "r1");
    AttriClaim row = plain;
    row.type = "targets";
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = row,
                                                                       .from = "g",
                                                                       .to = "s",
                                                                       .in = places,
                                                                       .citations = &citation,
                                                                       .n_citations = 1});
    assert_finds (
        builder,
        "warning: odd-ends: 'g targets s' is limited to 's', which is no place; expected a "
        "location\n"
        "warning: odd-ends: 'g targets t' joins what it cannot; expected a victim, sector or place "
        "to be targeted\n"
        "warning: odd-ends: 'g variant-of t' joins what it cannot; expected tools at both ends\n"
        "warning: odd-ends: 't uses g' joins what it cannot; expected a tool, technique or the "
        "like to be used\n"
        "warning: odd-ends: 't uses g' joins what it cannot; expected a tool, technique or the "
        "like to be used\n");
}

static void
test_availability (void)
{
    AttriGraphBuilder *builder = make_sound ();
    AttriClaim public = plain;
    public.value = "public";
    AttriClaim shared = plain;
    shared.value = "shared";
    add_said (builder, "t", "availability", NULL, "r1", NULL, public);
    add_said (builder, "t", "availability", NULL, "r2", NULL, shared);
    assert_finds (builder, "warning: availability-conflict: 't' is said to be shared as well as "
                           "public at one time; expected one, or different dates\n");

    builder = make_sound ();
    shared.since = (AttriDate){2017, 0, 0};
    public.since = (AttriDate){2020, 0, 0};
    add_said (builder, "t", "availability", NULL, "r1", NULL, public);
    add_said (builder, "t", "availability", NULL, "r2", NULL, shared);
    assert_finds (builder, "");
}

static void
test_names (void)
{
    AttriGraphBuilder *builder = make_sound ();
    AttriClaim alias = plain;
    alias.value = "TOOL";
    add_said (builder, "g", "alias", NULL, "r1", NULL, alias);
    assert_finds (builder, "info: possible-same-name: 'Tool' is a name of 'g' and of 't', and no "
                           "relationship between the two says whether they are one\n");

    builder = make_sound ();
    add_said (builder, "g", "alias", NULL, "r1", NULL, alias);
    add_claim (builder, "t", "distinct-from", "g", "r1");
    assert_finds (builder, "");
}

static void
test_edges (void)
{
    AttriGraphBuilder *builder = make_sound ();
    add_source (builder,
                (AttriSource){.id = "rumour",
                              .publisher = "R",
                              .kind = ATTRI_SOURCE_NEWS,
                              .published = {2021, 0, 0},
                              .read = TRUE},
                NULL);
    AttriClaim denies = plain;
    denies.stance = ATTRI_STANCE_DENIES;
    add_claim (builder, "g", "usess", "t", "r1");
    add_said (builder, "g", "delivers", "t", "r1", NULL, plain);
    add_said (builder, "g", "delivers", "t", "r2", NULL, denies);
    add_claim (builder, "g", "part-of", "t", "r1");
    add_claim (builder, "g", "overlaps-with", "t", "rumour");
    assert_finds (
        builder,
        "info: disputed-edge: 'g delivers t' is asserted by one source and doubted or denied by "
        "another\n"
        "warning: no-independent-source: nobody of known lineage says 'g overlaps-with t'; "
        "expected a report, or based_on\n"
        "info: single-source: 'g part-of t' rests on 'One' alone\n"
        "info: unknown-relationship: relationship type 'usess' is unknown; did you mean "
        "'uses'?\n");
}

static void
test_rules (void)
{
    guint n;
    const AttriRule *rules = attri_check_get_rules (&n);
    for (guint i = 0; i < n; i++) {
        g_assert_nonnull (rules[i].slug);
        g_assert_true (g_str_has_suffix (rules[i].summary, "."));
        g_assert_true (g_str_has_suffix (rules[i].explanation, "."));
        g_assert_true (i == 0 || strcmp (rules[i - 1].slug, rules[i].slug) < 0);
    }
}

static void
test_withdrawals (void)
{
    const AttriClaim withdrawal = {.confidence = -1, .stance = ATTRI_STANCE_WITHDRAWS};
    AttriGraphBuilder *builder = make_sound ();
    add_report (builder, "r3", "ONE, Team", (AttriDate){2021, 5, 1});
    add_report (builder, "r4", "Four", (AttriDate){2021, 5, 1});
    add_report (builder, "r5", "Four", (AttriDate){2021, 6, 1});
    add_claim (builder, "g", "uses", "t", "r5");
    add_said (builder, "g", "uses", "t", "r3", NULL, withdrawal);
    add_said (builder, "g", "uses", "t", "r4", NULL, withdrawal);
    assert_finds (builder,
                  "warning: idle-withdrawal: 'r4' withdraws 'g uses t', which its publisher "
                  "asserts in no source that is as old or older; expected another "
                  "claimant, or 'denies'\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/check/check/sound", test_sound);
    g_test_add_func ("/check/check/sources", test_sources);
    g_test_add_func ("/check/check/links", test_links);
    g_test_add_func ("/check/check/cycle", test_cycle);
    g_test_add_func ("/check/check/dates", test_dates);
    g_test_add_func ("/check/check/vague-dates", test_vague_dates);
    g_test_add_func ("/check/check/entities", test_entities);
    g_test_add_func ("/check/check/availability", test_availability);
    g_test_add_func ("/check/check/names", test_names);
    g_test_add_func ("/check/check/edges", test_edges);
    g_test_add_func ("/check/check/ends", test_ends);
    g_test_add_func ("/check/check/rules", test_rules);
    g_test_add_func ("/check/check/withdrawals", test_withdrawals);
    return g_test_run ();
}
