/* SPDX-License-Identifier: MIT
 *
 * test-builder.c: what becomes of drafts, and that their order does not matter.
 */
#include "case.h"

#include <string.h>

static const AttriClaim plain = {.confidence = -1};

/* Two carriers, a relayed claimant, and something to say about two groups. */
static void
fill (AttriGraphBuilder *builder, const guint *order, guint n)
{
    const char *const based_on[] = {"insikt", NULL};
    const char *const in[] = {"taiwan", "nepal", NULL};
    const AttriCitationDraft two[] = {{.source = "voi", .claimant = "insikt"}, {.source = "voi"}};
    const AttriReference mitre = {.source = "mitre-attack", .external_id = "G1006"};

    for (guint i = 0; i < n; i++) {
        switch (order[i]) {
        case 0:
            add_report (builder, "insikt", "Recorded Future", (AttriDate){2021, 7, 8});
            break;
        case 1:
            attri_graph_builder_add_source (builder,
                                            &(AttriSourceDraft){.row = {.id = "voi",
                                                                        .title = "News",
                                                                        .publisher = "VOI",
                                                                        .kind = ATTRI_SOURCE_NEWS,
                                                                        .published = {2021, 7, 0},
                                                                        .reliability = 'F'},
                                                                .based_on = based_on});
            break;
        case 2:
            add_entity (builder, "tag-22", "intrusion-set", "TAG-22");
            break;
        case 3:
            add_entity (builder, "winnti", "malware", "Winnti");
            break;
        case 4:
            add_entity (builder, "taiwan", "location", "Taiwan");
            break;
        case 5:
            add_entity (builder, "nepal", "location", "Nepal");
            break;
        case 6:
            attri_graph_builder_add_statement (
                builder, &(AttriStatementDraft){.row = {.type = "uses",
                                                        .confidence = -1,
                                                        .hedge = ATTRI_HEDGE_ASSESSED},
                                                .from = "tag-22",
                                                .to = "winnti",
                                                .in = in,
                                                .citations = two,
                                                .n_citations = 2});
            break;
        case 7:
            add_said (builder, "tag-22", "uses", "winnti", "voi", "insikt",
                      (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
            break;
        case 8:
            attri_graph_builder_add_entity (builder,
                                            &(AttriEntityDraft){.row = {.id = "earth-lusca",
                                                                        .type = "intrusion-set",
                                                                        .name = "Earth Lusca"},
                                                                .references = &mitre,
                                                                .n_references = 1});
            break;
        case 9:
            attri_graph_builder_add_entity (
                builder, &(AttriEntityDraft){.row = {.id = "intrusion-set--cc613a49",
                                                     .type = "threat-actor",
                                                     .name = "EARTH LUSCA",
                                                     .country = "CN"},
                                             .references = &mitre,
                                             .n_references = 1,
                                             .recorded = {2025, 11, 13}});
            break;
        case 10:
            add_said (builder, "intrusion-set--cc613a49", "same-as", "tag-22", "voi", NULL, plain);
            break;
        case 11:
            add_said (builder, "earth-lusca", "same-as", "tag-22", "voi", NULL, plain);
            break;
        case 12:
            attri_graph_builder_add_statement (
                builder,
                &(AttriStatementDraft){.row = {.type = "alias", .value = "TAG22", .confidence = -1},
                                       .from = "tag-22",
                                       .citations = two,
                                       .n_citations = 1});
            break;
        }
    }
}

static const char expected[] =
    "view identity=strict\n"
    "source insikt publisher=\"Recorded Future\" title=\"insikt\" published=2021-07-08 "
    "kind=report\n"
    "source voi publisher=\"VOI\" title=\"News\" published=2021-07 kind=news based_on=insikt "
    "unread reliability=F\n"
    "entity earth-lusca type=threat-actor name=\"EARTH LUSCA\" country=\"CN\" "
    "recorded=2025-11-13 "
    "reference( source=\"id\" external_id=\"intrusion-set--cc613a49\" ) "
    "reference( source=\"mitre-attack\" external_id=\"G1006\" ) "
    "reference( source=\"name\" external_id=\"Earth Lusca\" )\n"
    "  record earth-lusca type=intrusion-set name=\"Earth Lusca\" "
    "reference( source=\"mitre-attack\" external_id=\"G1006\" )\n"
    "  record intrusion-set--cc613a49 type=threat-actor name=\"EARTH LUSCA\" country=\"CN\" "
    "recorded=2025-11-13 reference( source=\"mitre-attack\" external_id=\"G1006\" )\n"
    "entity nepal type=location name=\"Nepal\"\n"
    "entity tag-22 type=intrusion-set name=\"TAG-22\"\n"
    "entity taiwan type=location name=\"Taiwan\"\n"
    "entity winnti type=malware name=\"Winnti\"\n"
    "claim earth-lusca same-as tag-22 by=voi hedge=stated said_on=2021-07 recorded=2021-07 "
    "cite(voi)\n"
    "claim tag-22 alias value=\"TAG22\" by=insikt hedge=stated said_on=2021-07-08 "
    "recorded=2021-07 cite(voi)\n"
    "claim tag-22 uses winnti by=insikt hedge=stated stance=denies said_on=2021-07-08 "
    "recorded=2021-07 cite(voi)\n"
    "claim tag-22 uses winnti in=nepal,taiwan by=insikt hedge=assessed said_on=2021-07-08 "
    "recorded=2021-07 cite(voi)\n"
    "claim tag-22 uses winnti in=nepal,taiwan by=voi hedge=assessed said_on=2021-07 "
    "recorded=2021-07 cite(voi)\n";

#define N_PARTS 13

static void
test_dump (void)
{
    guint order[N_PARTS];
    for (guint i = 0; i < N_PARTS; i++)
        order[i] = i;
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    fill (builder, order, N_PARTS);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *dump = attri_graph_dump (graph);
    g_assert_cmpstr (dump, ==, expected);

    const guint32 tag = attri_graph_find_entity (graph, "tag-22");
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, tag, &n);
    g_assert_cmpuint (n, ==, 2);
    const AttriEdge *uses = attri_graph_get_edge (graph, edges[1]);
    g_assert_cmpuint (uses->claims.count, ==, 3);
    g_assert_true (uses->disputed && uses->asserted);
    g_assert_cmpint (uses->hedge, ==, ATTRI_HEDGE_ASSESSED);
    attri_graph_get_incoming (graph, tag, &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpuint (attri_graph_find_entity (graph, "intrusion-set--cc613a49"), ==, ATTRI_NONE);
    const AttriDate latest = attri_graph_get_latest_date (graph);
    g_assert_cmpint (attri_date_compare (latest, (AttriDate){2021, 7, 31}), ==, 0);
}

static void
test_order (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (22);
    guint order[N_PARTS];
    for (guint i = 0; i < N_PARTS; i++)
        order[i] = i;
    for (guint round = 0; round < 200; round++) {
        for (guint i = N_PARTS - 1; i > 0; i--) {
            const guint j = (guint)g_rand_int_range (rand, 0, (gint32)i + 1);
            const guint swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        fill (builder, order, N_PARTS);
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autofree char *dump = attri_graph_dump (graph);
        g_assert_cmpstr (dump, ==, expected);
    }
}

static void
assert_findings (AttriGraphBuilder *builder, gboolean fails, const char *lines)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (100);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_autofree char *printed = print_findings (findings);
    g_assert_cmpstr (printed, ==, lines);
    if (fails) {
        g_assert_error (error, ATTRI_MODEL_ERROR, ATTRI_MODEL_ERROR_FINDINGS);
        g_assert_null (graph);
    } else {
        g_assert_no_error (error);
        attri_graph_unref (graph);
    }
}

static AttriGraphBuilder *
two_groups (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r1", "A", (AttriDate){2021, 0, 0});
    add_entity (builder, "tag-22", "intrusion-set", "TAG-22");
    add_entity (builder, "winnti", "malware", "Winnti");
    return builder;
}

static void
test_dangling (void)
{
    AttriGraphBuilder *builder = two_groups ();
    const char *const in[] = {"atlantis", NULL};
    const AttriCitationDraft citation = {.source = "r2",
                                         .claimant = "r1",
                                         .cites = "nobody",
                                         .place = {"f", 9, 1}};
    attri_graph_builder_add_statement (builder,
                                       &(AttriStatementDraft){.row = {.type = "uses",
                                                                      .place = {"f", 8, 1}},
                                                              .from = "tag-23",
                                                              .to = "wintni",
                                                              .in = in,
                                                              .citations = &citation,
                                                              .n_citations = 1,
                                                              .pointer = "/relationships/0"});
    assert_findings (
        builder, TRUE,
        "f:8:1: error: dangling-reference: no entity has the id 'atlantis'; expected one that a "
        "file declares\n"
        "f:8:1: error: dangling-reference: no entity has the id 'tag-23'; did you mean 'tag-22'?\n"
        "f:8:1: error: dangling-reference: no entity has the id 'wintni'; did you mean 'winnti'?\n"
        "f:9:1: error: dangling-reference: no source has the id 'nobody'; expected one that a "
        "file declares\n"
        "f:9:1: error: dangling-reference: no source has the id 'r2'; did you mean 'r1'?\n");
}

static void
test_repeats (void)
{
    AttriGraphBuilder *builder = two_groups ();
    add_report (builder, "r1", "B", (AttriDate){2021, 0, 0});
    add_entity (builder, "tag-22", "malware", "TAG-22");
    assert_findings (builder, TRUE,
                     "error: duplicate-entity: entity 'tag-22' has another type here, 'malware'; "
                     "expected 'intrusion-set', as at another place\n"
                     "error: duplicate-source: source 'r1' has another publisher here, 'B'; "
                     "expected 'A', as at another place\n");

    builder = two_groups ();
    add_report (builder, "r1", "A", (AttriDate){2021, 0, 0});
    add_entity (builder, "tag-22", "intrusion-set", "TAG-22");
    assert_findings (builder, FALSE, "");
}

static void
test_statements (void)
{
    AttriGraphBuilder *builder = two_groups ();
    add_claim (builder, "tag-22", "uses", "tag-22", "r1");
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = {.type = "uses"},
                                                                       .from = "tag-22",
                                                                       .to = "winnti"});
    add_said (builder, "tag-22", "uses", "winnti", "r1", NULL,
              (AttriClaim){.id = "c", .confidence = -1, .place = {"f", 1, 1}});
    add_said (builder, "tag-22", "uses", "winnti", "r1", NULL,
              (AttriClaim){.id = "c", .confidence = -1, .place = {"f", 2, 1}});
    add_said (builder, "tag-22", "drops", "winnti", "r1", NULL,
              (AttriClaim){.id = "c", .confidence = -1, .place = {"f", 3, 1}});
    assert_findings (
        builder, TRUE,
        "error: self-relationship: 'tag-22' is at both ends; expected two entities\n"
        "error: uncited-statement: nothing is cited; expected a citation here or for the "
        "document\n"
        "f:3:1: error: duplicate-claim-id: 'c' is the id of another relationship at f:2; expected "
        "an id of its own, or none\n");
}

static void
add_bearer (AttriGraphBuilder *builder, const char *id, const char *type, const char *first,
            const char *second)
{
    const AttriReference references[] = {{.source = "m", .external_id = first},
                                         {.source = second ? "n" : "m", .external_id = second}};
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = id, .type = type, .name = "same"},
                                     .references = references,
                                     .n_references = second ? 2 : 1});
}

static guint
count_entities (AttriGraphBuilder *builder)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    return attri_graph_get_n_entities (graph);
}

static void
test_joins (void)
{
    /* One number, one kind: one entity, although feeds disagree about the type. */
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_bearer (builder, "a", "tool", "S1", NULL);
    add_bearer (builder, "b", "malware", "S1", NULL);
    g_assert_cmpuint (count_entities (builder), ==, 1);

    /* One number, but a technique and what is done about it: two. */
    builder = attri_graph_builder_new ();
    add_bearer (builder, "a", "attack-pattern", "T1", NULL);
    add_bearer (builder, "b", "course-of-action", "T1", NULL);
    g_assert_cmpuint (count_entities (builder), ==, 2);

    /* One name and nothing else: two. */
    builder = attri_graph_builder_new ();
    add_bearer (builder, "a", "tool", "S1", NULL);
    add_bearer (builder, "b", "tool", "S2", NULL);
    g_assert_cmpuint (count_entities (builder), ==, 2);
}

static void
test_ambiguous_joins (void)
{
    /* One record bears two numbers of one authority: it joins neither. */
    const AttriReference both[] = {{.source = "m", .external_id = "G1"},
                                   {.source = "m", .external_id = "G2"}};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_bearer (builder, "a", "tool", "G1", NULL);
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = "b", .type = "tool", .name = "same"},
                                     .references = both,
                                     .n_references = 2});
    assert_findings (builder, FALSE,
                     "warning: ambiguous-join: 'b' bears, or would be joined with, two ids of 'm', "
                     "'G1' and 'G2'; expected one, so it is not joined\n");

    /* A chain a–b–c through another authority would bring G1 and G2 together. */
    builder = attri_graph_builder_new ();
    add_bearer (builder, "a", "tool", "G1", NULL);
    add_bearer (builder, "b", "tool", "G1", "x");
    add_bearer (builder, "c", "tool", "G2", "x");
    g_assert_cmpuint (count_entities (builder), ==, 3);
}

/* Of records that disagree the newest is shown; what one publisher took back stays in sight. */
static void
test_disagreement (void)
{
    const AttriReference mitre = {.source = "m", .external_id = "G1"};
    AttriEntityDraft own = {.row = {.id = "own",
                                    .type = "intrusion-set",
                                    .name = "Heron",
                                    .description = "Ours",
                                    .tlp = ATTRI_TLP_CLEAR},
                            .references = &mitre,
                            .n_references = 1};
    AttriEntityDraft feed = own;
    feed.row.id = "feed";
    feed.row.name = "HERON";
    feed.row.description = "Theirs";
    feed.row.country = "XX";
    feed.row.revoked = TRUE;
    feed.row.deprecated = TRUE;
    feed.row.tlp = ATTRI_TLP_UNMARKED;
    feed.recorded = (AttriDate){2025, 1, 2};
    AttriEntityDraft other = feed;
    other.row.id = "z-other";
    other.row.name = "Egret";
    other.row.deprecated = FALSE;
    other.row.country = "YY";

    const AttriEntityDraft *const drafts[] = {&own, &feed, &other};
    for (guint turn = 0; turn < 3; turn++) {
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        for (guint i = 0; i < 3; i++)
            attri_graph_builder_add_entity (builder, drafts[(i + turn) % 3]);
        g_autoptr (AttriFindings) findings = attri_findings_new (100);
        g_autoptr (AttriGraph) graph = attri_graph_builder_end (builder, findings, NULL);
        g_autofree char *dump = attri_graph_dump (graph);
        g_autofree char *printed = print_findings (findings);
        g_assert_cmpstr (
            dump, ==,
            "view identity=strict\n"
            "entity own type=intrusion-set name=\"Egret\" description=\"Theirs\" country=\"XX\" "
            "recorded=2025-01-02 reference( source=\"id\" external_id=\"feed\" ) "
            "reference( source=\"id\" external_id=\"z-other\" ) "
            "reference( source=\"m\" external_id=\"G1\" ) "
            "reference( source=\"name\" external_id=\"HERON\" ) "
            "reference( source=\"name\" external_id=\"Heron\" )\n"
            "  record feed type=intrusion-set name=\"HERON\" description=\"Theirs\" "
            "country=\"XX\" recorded=2025-01-02 revoked deprecated "
            "reference( source=\"m\" external_id=\"G1\" )\n"
            "  record own type=intrusion-set name=\"Heron\" description=\"Ours\" tlp=CLEAR "
            "reference( source=\"m\" external_id=\"G1\" )\n"
            "  record z-other type=intrusion-set name=\"Egret\" description=\"Theirs\" "
            "country=\"YY\" recorded=2025-01-02 revoked "
            "reference( source=\"m\" external_id=\"G1\" )\n");
        g_assert_cmpstr (
            printed, ==,
            "warning: conflicting-field: entity 'feed' has another name here, 'HERON'; expected "
            "'Egret', as at another place\n"
            "warning: conflicting-field: entity 'feed' has another state here, 'revoked'; expected "
            "'current', as at another place\n"
            "warning: conflicting-field: entity 'own' has another name here, 'Heron'; expected "
            "'Egret', as at another place\n"
            "warning: conflicting-field: entity 'z-other' has another country here, 'YY'; expected "
            "'XX', as at another place\n"
            "warning: conflicting-field: entity 'z-other' has another state here, 'revoked'; "
            "expected 'current', as at another place\n"
            "info: different-description: entity 'own' has another description here, 'Ours'; "
            "expected 'Theirs', as at another place\n"
            "info: joined-records: 'feed' is one entity with 'own': both bear the same external "
            "id\n"
            "info: joined-records: 'z-other' is one entity with 'own': both bear the same "
            "external id\n");
        g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, "heron");
        g_assert_cmpuint (match->entities->len, ==, 1);
    }
}

/* When something was said: the claimant's date, else the record's, else the carrier's. */
static void
test_dating (void)
{
    static const struct {
        const char *claimant;
        const char *carrier;
        AttriDate created;
        AttriDate said_on;
        AttriDating said_by;
    } cases[] = {
        {"r1", "r2", {2023, 1, 1}, {2021, 0, 0}, ATTRI_DATED_BY_CLAIMANT},
        {"u1", "r2", {2023, 1, 1}, {2023, 1, 1}, ATTRI_DATED_BY_RECORD},
        /* A feed's own words are as old as their record, a report's as the report. */
        {"r1", "r1", {2019, 1, 1}, {2019, 1, 1}, ATTRI_DATED_BY_RECORD},
        {"r1", "r1", {2023, 1, 1}, {2021, 0, 0}, ATTRI_DATED_BY_CLAIMANT},
        {"r1", "r2", {2019, 1, 1}, {2021, 0, 0}, ATTRI_DATED_BY_CLAIMANT},
        {"u1", "r2", {0, 0, 0}, {2022, 0, 0}, ATTRI_DATED_BY_CARRIER},
        {"u1", "u2", {0, 0, 0}, {0, 0, 0}, ATTRI_DATED_BY_NOTHING},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        AttriGraphBuilder *builder = two_groups ();
        add_report (builder, "r2", "B", (AttriDate){2022, 0, 0});
        add_report (builder, "u1", "C", ATTRI_DATE_NONE);
        add_report (builder, "u2", "D", ATTRI_DATE_NONE);
        add_said (builder, "tag-22", "uses", "winnti", cases[i].carrier, cases[i].claimant,
                  (AttriClaim){.confidence = -1, .created = cases[i].created});
        g_autoptr (AttriGraph) graph = end_well (builder);
        const AttriClaim *claim = attri_graph_get_claim (graph, 0);
        g_assert_cmpint (claim->said_by, ==, cases[i].said_by);
        g_assert_cmpint (claim->said_on.year, ==, cases[i].said_on.year);
    }
}

static void
test_vanished (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r1", "A", (AttriDate){2021, 0, 0});
    add_bearer (builder, "a", "tool", "S1", NULL);
    add_bearer (builder, "b", "tool", "S1", NULL);
    add_claim (builder, "a", "same-as", "b", "r1");
    assert_findings (
        builder, FALSE,
        "info: joined-records: 'b' is one entity with 'a': both bear the same external id\n"
        "info: vanished-relationship: 'a' and 'b' are records of one entity; left out\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/builder/dump", test_dump);
    g_test_add_func ("/model/builder/order", test_order);
    g_test_add_func ("/model/builder/dangling", test_dangling);
    g_test_add_func ("/model/builder/repeats", test_repeats);
    g_test_add_func ("/model/builder/statements", test_statements);
    g_test_add_func ("/model/builder/joins", test_joins);
    g_test_add_func ("/model/builder/ambiguous-joins", test_ambiguous_joins);
    g_test_add_func ("/model/builder/disagreement", test_disagreement);
    g_test_add_func ("/model/builder/dating", test_dating);
    g_test_add_func ("/model/builder/vanished", test_vanished);
    return g_test_run ();
}
