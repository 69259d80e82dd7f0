/* SPDX-License-Identifier: MIT
 *
 * test-scene.c: small cases and the scenes they make, written down in
 * tests/golden/scene; and the numbers that sources bear.
 */
#include "around.h"
#include "support/golden.h"

#include <string.h>

static const AttriClaim plain = {.confidence = -1};

static void
check_golden (AttriGraphBuilder *builder, const char *focus, const char *name)
{
    g_autoptr (AttriScene) scene = make_scene (builder, focus);
    g_autofree char *dump = attri_scene__dump (scene);
    attri_golden_check (name, dump);
}

/* What a screen reader finds in it. */
static void
check_aloud (AttriGraphBuilder *builder, const char *focus, const char *name)
{
    g_autoptr (AttriScene) scene = make_scene (builder, focus);
    attri_golden_check (name, attri_scene_get_text (scene));
}

static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "base", "Kept Facts", (AttriDate){2025, 0, 0});
    add_entity (builder, "fox", "intrusion-set", "Fox-1");
    return builder;
}

/* A sponsor above, a panel of targets, a member below, names within. */
static void
test_focus (void)
{
    AttriGraphBuilder *builder = begin ();
    const char *const in[] = {"nepal", "taiwan", NULL};
    const AttriCitationDraft citation = {.source = "report"};
    const AttriEntityDraft state = {.row = {.id = "state",
                                            .type = "identity",
                                            .name = "State",
                                            .country = "XA",
                                            .identity_class = "government"}};
    attri_graph_builder_add_entity (builder, &state);
    add_entity (builder, "den", "intrusion-set", "Den");
    add_entity (builder, "nepal", "location", "Nepal");
    add_entity (builder, "taiwan", "location", "Taiwan");
    add_entity (builder, "phones", "sector", "Telecommunications");
    add_entity (builder, "schools", "sector", "Education");
    add_entity (builder, "mail", "attack-pattern", "Phishing");
    add_hedged (builder, "fox", "attributed-to", "state", "report", ATTRI_HEDGE_ASSESSED);
    add_claim (builder, "den", "same-as", "fox", "base");
    add_claim (builder, "fox", "uses", "mail", "report");
    add_said (builder, "fox", "alias", NULL, "base", NULL,
              (AttriClaim){.value = "Fuchs", .confidence = -1});
    for (guint i = 0; i < 2; i++)
        attri_graph_builder_add_statement (
            builder, &(AttriStatementDraft){.row = {.type = "targets", .confidence = -1},
                                            .from = "fox",
                                            .to = i == 0 ? "phones" : "schools",
                                            .in = in,
                                            .citations = &citation,
                                            .n_citations = 1});
    add_hedged (builder, "den", "targets", "schools", "base", ATTRI_HEDGE_ALLEGED);
    check_golden (builder, "fox", "scene/focus.scene");
}

/* A family with its members, a fold of what is public, a group with a caption. */
static void
test_tooling (void)
{
    AttriGraphBuilder *builder = begin ();
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "kit", .type = "malware", .name = "Kit", .is_family = TRUE}});
    add_tool (builder, "kit-linux", "Kit for Linux", "shared", 3);
    add_tool (builder, "kit-mac", "Kit for Mac", "shared", 1);
    add_tool (builder, "pad", "Pad", "exclusive", 8);
    add_tool (builder, "free", "Free Scanner", "public", 40);
    add_tool (builder, "net", "Net", "built-in", 60);
    add_entity (builder, "hare", "intrusion-set", "Hare");
    add_claim (builder, "kit-linux", "variant-of", "kit", "base");
    add_claim (builder, "kit-mac", "variant-of", "kit", "base");
    add_hedged (builder, "fox", "uses", "kit-linux", "report", ATTRI_HEDGE_ASSESSED);
    add_claim (builder, "fox", "uses", "kit-mac", "report");
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "fox", "uses", "pad", "base");
    add_hedged (builder, "fox", "uses", "free", "base", ATTRI_HEDGE_ASSESSED);
    add_claim (builder, "fox", "uses", "net", "base");
    add_claim (builder, "hare", "uses", "kit-linux", "base");
    add_claim (builder, "hare", "uses", "pad", "base");
    add_claim (builder, "hare", "uses", "net", "base");
    check_golden (builder, "fox", "scene/tooling.scene");
}

static AttriGraphBuilder *
begin_dispute (void)
{
    AttriGraphBuilder *builder = begin ();
    add_report (builder, "rebuttal", "Fox Friends", (AttriDate){2023, 1, 1});
    add_tool (builder, "pad", "Pad", NULL, 0);
    add_entity (builder, "hare", "intrusion-set", "Hare");
    add_entity (builder, "lynx", "intrusion-set", "Lynx");
    add_entity (builder, "owl", "intrusion-set", "Owl");
    add_entity (builder, "phones", "sector", "Telecommunications");
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "hare", "uses", "pad", "report");
    deny (builder, "hare", "uses", "pad", "rebuttal");
    add_said (builder, "fox", "related-to", "lynx", "base", NULL,
              (AttriClaim){.confidence = 40, .purpose = "similar scope"});
    add_entity (builder, "banks", "sector", "Banks");
    add_entity (builder, "schools", "sector", "Education");
    deny (builder, "fox", "targets", "phones", "rebuttal");
    add_claim (builder, "fox", "targets", "banks", "report");
    deny (builder, "fox", "targets", "banks", "rebuttal");
    add_hedged (builder, "fox", "targets", "schools", "report", ATTRI_HEDGE_SUSPECTED);
    add_said (builder, "fox", "distinct-from", "owl", "base", NULL, plain);
    add_said (builder, "lynx", "uses", "pad", "report", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE, .revoked_reason = "our-error"});
    return builder;
}

/* What is doubted bears "?"; a group without a tool line gets one of its own,
 * with its verb; what was withdrawn or revoked is not drawn. */
static void
test_dispute (void)
{
    check_golden (begin_dispute (), "fox", "scene/dispute.scene");
}

static void
test_dispute_aloud (void)
{
    check_aloud (begin_dispute (), "fox", "scene/dispute.txt");
}

/* Closest first: by what is not public, then by all, then whom the focus is related to. */
static void
test_order_of_groups (void)
{
    static const char *const expected[] = {"fox", "pad",  "fold:tools", "rat",
                                           "owl", "hare", "bat",        "ant"};
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", "shared", 8);
    add_tool (builder, "free", "Free", "public", 4);
    add_tool (builder, "net", "Net", "public", 8);
    static const char *const uses[][2] = {{"fox", "pad"}, {"fox", "free"}, {"fox", "net"},
                                          {"rat", "pad"}, {"owl", "free"}, {"hare", "net"}};
    for (guint i = 3; i < G_N_ELEMENTS (expected); i++)
        add_entity (builder, expected[i], "intrusion-set", expected[i]);
    for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
        add_claim (builder, uses[i][0], "uses", uses[i][1], "report");
    add_claim (builder, "fox", "related-to", "ant", "report");
    add_claim (builder, "fox", "related-to", "bat", "report");
    add_claim (builder, "bat", "related-to", "fox", "report");
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpuint (scene->boxes->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < scene->boxes->len; i++)
        g_assert_cmpstr (attri_scene__box (scene, i)->key, ==, expected[i]);
}

/* Nine groups are drawn; of ten, eight and one box that names the rest. */
static void
test_fold_of_groups (void)
{
    for (guint n = 9; n <= 10; n++) {
        AttriGraphBuilder *builder = begin ();
        add_tool (builder, "pad", "Pad", "shared", 0);
        add_claim (builder, "fox", "uses", "pad", "report");
        for (guint i = 0; i < n; i++) {
            g_autofree char *id = g_strdup_printf ("hare-%u", i);
            add_entity (builder, id, "intrusion-set", id);
            add_claim (builder, id, "uses", "pad", "report");
        }
        g_autoptr (AttriScene) scene = make_scene (builder, "fox");
        const AttriSceneBox *last = attri_scene__box (scene, scene->boxes->len - 1);
        g_assert_cmpuint (scene->boxes->len, ==, 11);
        g_assert_cmpstr (last->name, ==, n == 9 ? "hare-8" : "+ 2 groups");
        if (n == 10)
            g_assert_cmpstr (attri_scene__row (scene, last->rows.first)->text, ==,
                             "2 share a non-public tool: hare-8 and hare-9");
    }
}

/* Without a focus: by longest path, each line with its verb, a cycle cut; what
 * no line enters stands just before what it leads to. */
static void
test_layered (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "hare", "campaign", "Hare");
    add_entity (builder, "site", "infrastructure", "site.example");
    add_entity (builder, "flaw", "vulnerability", "Flaw");
    add_entity (builder, "thing", "thing", "Thing");
    add_entity (builder, "alone", "tool", "Alone");
    add_tool (builder, "pad", "Pad", "commercial", 8);
    add_claim (builder, "hare", "attributed-to", "fox", "report");
    add_claim (builder, "fox", "uses", "pad", "report");
    add_hedged (builder, "pad", "communicates-with", "site", "base", ATTRI_HEDGE_SUSPECTED);
    add_claim (builder, "pad", "exploits", "flaw", "base");
    add_claim (builder, "site", "x-shows", "thing", "base");
    add_claim (builder, "site", "related-to", "hare", "base");
    add_entity (builder, "owl", "threat-actor", "Owl");
    add_claim (builder, "owl", "related-to", "thing", "base");
    check_golden (builder, NULL, "scene/layered.scene");
}

/* Names are shown for what they are: no mark hides, no line feed makes a line. */
static void
test_hostile (void)
{
    g_autofree char *long_name = g_strnfill (10000, 'W');
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox\u202e hctaW", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox\u202exoF");
    add_entity (builder, "hare", "intrusion-set", "Hare\x1b[2J\x07\r\nbox 9 column 9: Forged");
    add_entity (builder, "pad", "malware", "<script>alert(\"1\")&amp;</script>");
    add_entity (builder, "long", "malware", long_name);
    add_entity (builder, "blank", "tool", "Zero\u200bwidth\u2066");
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "fox", "uses", "long", "report");
    add_claim (builder, "fox", "uses", "blank", "report");
    add_claim (builder, "hare", "uses", "pad", "report");
    check_golden (builder, "fox", "scene/hostile.scene");
}

/* "[1] First, 2020|[2] …" */
static void
check_sources (AttriGraphBuilder *builder, const char *expected)
{
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < scene->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (scene->sources, AttriSceneSource, i);
        g_string_append_printf (text, "%s%s %s", i > 0 ? "|" : "", source->number, source->head);
    }
    g_assert_cmpstr (text->str, ==, expected);
}

static void
add_use (AttriGraphBuilder *builder, const char *source, AttriDate published, AttriDate recorded)
{
    add_report (builder, source, source, published);
    add_said (builder, "fox", "uses", "pad", source, NULL,
              (AttriClaim){.confidence = -1, .recorded = recorded});
}

static AttriGraphBuilder *
begin_numbers (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_tool (builder, "pad", "Pad", NULL, 0);
    return builder;
}

/* What we recorded first comes first, then what was published first, then by id. */
static void
test_numbers (void)
{
    const AttriDate spring = {2024, 4, 1}, autumn = {2024, 10, 1};
    AttriGraphBuilder *builder = begin_numbers ();
    add_use (builder, "alpha", (AttriDate){2019, 1, 1}, autumn);
    add_use (builder, "beta", (AttriDate){2022, 1, 1}, spring);
    add_use (builder, "delta", (AttriDate){2021, 1, 1}, spring);
    add_use (builder, "gamma", (AttriDate){2021, 1, 1}, spring);
    check_sources (builder, "[1] delta, 2021-01-01|[2] gamma, 2021-01-01|[3] beta, 2022-01-01|"
                            "[4] alpha, 2019-01-01");
}

/* A report that we come to know later takes the next number, however old it is;
 * one that the picture does not cite takes none. */
static void
test_numbers_stay (void)
{
    const AttriDate spring = {2024, 4, 1}, autumn = {2024, 10, 1};
    AttriGraphBuilder *builder = begin_numbers ();
    add_use (builder, "beta", (AttriDate){2022, 1, 1}, spring);
    add_use (builder, "gamma", (AttriDate){2023, 1, 1}, spring);
    add_use (builder, "alpha", (AttriDate){2015, 1, 1}, autumn);
    add_report (builder, "aside", "aside", (AttriDate){2010, 1, 1});
    check_sources (builder, "[1] beta, 2022-01-01|[2] gamma, 2023-01-01|[3] alpha, 2015-01-01");
}

/* The order in which files were read moves nothing. */
static void
test_input_order (void)
{
    const AttriDate spring = {2024, 4, 1};
    AttriGraphBuilder *forward = begin_numbers (), *backward = begin_numbers ();
    add_use (forward, "alpha", (AttriDate){2015, 1, 1}, spring);
    add_use (forward, "beta", (AttriDate){2014, 1, 1}, spring);
    add_use (backward, "beta", (AttriDate){2014, 1, 1}, spring);
    add_use (backward, "alpha", (AttriDate){2015, 1, 1}, spring);
    g_autoptr (AttriScene) first = make_scene (forward, "fox");
    g_autoptr (AttriScene) second = make_scene (backward, "fox");
    g_autofree char *one = attri_scene__dump (first), *other = attri_scene__dump (second);
    g_assert_cmpstr (one, ==, other);
    g_assert_cmpstr (first->text, ==, second->text);
    g_assert_nonnull (strstr (one, " [1,2]\n"));
}

/* What follows a source's title: through what it was read, and what it is worth. */
static void
test_source_tails (void)
{
    const char *const based_on[] = {"insikt", NULL};
    const AttriSourceDraft drafts[] = {
        {.row = {.id = "insikt", .title = "", .publisher = "Insikt", .published = {2021, 7, 8}}},
        {.row = {.id = "voi",
                 .title = "",
                 .publisher = "VOI",
                 .published = {2021, 7, 12},
                 .kind = ATTRI_SOURCE_NEWS,
                 .translated = "machine",
                 .reliability = 'F',
                 .read = TRUE},
         .based_on = based_on},
        {.row = {.id = "we",
                 .title = "",
                 .publisher = "Us",
                 .published = {2024, 1, 1},
                 .kind = ATTRI_SOURCE_INTERNAL,
                 .read = TRUE}},
    };
    static const char *const expected[] = {" · read in [2]",
                                           " · machine-translated · our grade F · based on [1]",
                                           " · our own judgement"};
    AttriGraphBuilder *builder = begin_numbers ();
    for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
        attri_graph_builder_add_source (builder, &drafts[i]);
    add_said (builder, "fox", "uses", "pad", "voi", "insikt", plain);
    add_said (builder, "fox", "alias", NULL, "insikt", NULL,
              (AttriClaim){.confidence = -1, .value = "Fuchs"});
    add_said (builder, "fox", "uses", "pad", "we", NULL, plain);
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpuint (scene->sources->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpstr (g_array_index (scene->sources, AttriSceneSource, i).tail, ==, expected[i]);
}

static void
check_tlp (AttriTlp group, AttriTlp tool, const char *expected)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_add_source (builder, &(AttriSourceDraft){.row = {.id = "report",
                                                                         .title = "Report",
                                                                         .publisher = "Fox Watch",
                                                                         .tlp = ATTRI_TLP_CLEAR}});
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "fox", .type = "intrusion-set", .name = "Fox", .tlp = group}});
    attri_graph_builder_add_entity (
        builder,
        &(AttriEntityDraft){.row = {.id = "pad", .type = "malware", .name = "Pad", .tlp = tool}});
    add_said (builder, "fox", "uses", "pad", "report", NULL,
              (AttriClaim){.confidence = -1, .tlp = ATTRI_TLP_CLEAR});
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpstr (scene->tlp_text, ==, expected);
}

/* The most restrictive marking wins; nothing unmarked is called clear. */
static void
test_tlp (void)
{
    check_tlp (ATTRI_TLP_CLEAR, ATTRI_TLP_CLEAR, "TLP:CLEAR");
    check_tlp (ATTRI_TLP_CLEAR, ATTRI_TLP_UNMARKED, "TLP: NOT MARKED");
    check_tlp (ATTRI_TLP_GREEN, ATTRI_TLP_UNMARKED, "TLP:GREEN");
    check_tlp (ATTRI_TLP_AMBER_STRICT, ATTRI_TLP_AMBER, "TLP:AMBER+STRICT");
    check_tlp (ATTRI_TLP_AMBER, ATTRI_TLP_RED, "TLP:RED");
}

/* However many take something back, numbered are as many as the description tells of. */
static void
test_many_withdrawals (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    for (guint i = 0; i < 600; i++) {
        g_autofree char *id = g_strdup_printf ("%03u", i);
        add_report (builder, id, id, (AttriDate){2021, 0, 0});
        add_said (builder, "fox", "uses", "den", id, NULL,
                  (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_WITHDRAWS});
    }
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_nonnull (strstr (scene->text, "Source [400]: "));
    g_assert_null (strstr (scene->text, "Source [401]: "));
    g_assert_true (g_str_has_prefix (g_ptr_array_index (scene->notes, 0),
                                     "600 withdrawals take back nothing here: ["));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/scene/focus", test_focus);
    g_test_add_func ("/scene/scene/tooling", test_tooling);
    g_test_add_func ("/scene/scene/dispute", test_dispute);
    g_test_add_func ("/scene/scene/dispute-aloud", test_dispute_aloud);
    g_test_add_func ("/scene/scene/order-of-groups", test_order_of_groups);
    g_test_add_func ("/scene/scene/fold-of-groups", test_fold_of_groups);
    g_test_add_func ("/scene/scene/layered", test_layered);
    g_test_add_func ("/scene/scene/hostile", test_hostile);
    g_test_add_func ("/scene/scene/numbers", test_numbers);
    g_test_add_func ("/scene/scene/numbers-stay", test_numbers_stay);
    g_test_add_func ("/scene/scene/input-order", test_input_order);
    g_test_add_func ("/scene/scene/source-tails", test_source_tails);
    g_test_add_func ("/scene/scene/tlp", test_tlp);
    g_test_add_func ("/scene/scene/many-withdrawals", test_many_withdrawals);
    return g_test_run ();
}
