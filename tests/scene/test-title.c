/* SPDX-License-Identifier: MIT
 *
 * test-title.c: every way the finding and its counts may read.
 */
#include "around.h"

static void
check_title (AttriGraphBuilder *builder, const char *focus, const char *expected)
{
    g_autoptr (AttriScene) scene = make_scene (builder, focus);
    g_assert_cmpstr (attri_scene_get_title (scene), ==, expected);
}

/* Three groups, two publishers, and tools used by 8, 8, 3 and 40 of 158 groups. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "base", "Kept Facts", (AttriDate){2025, 0, 0});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "hare", "intrusion-set", "Hare");
    add_entity (builder, "owl", "intrusion-set", "Owl");
    add_tool (builder, "pad", "Pad", "shared", 8);
    add_tool (builder, "pen", "Pen", "shared", 8);
    add_tool (builder, "rare", "Rare", "shared", 3);
    add_tool (builder, "free", "Free", "public", 40);
    return builder;
}

static void
use (AttriGraphBuilder *builder, const char *actor, const char *tool)
{
    add_claim (builder, actor, "uses", tool, "report");
}

/* ---- sharing ---- */

static void
test_shares_one (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "hare", "pad");
    check_title (builder, "fox", "Fox shares one non-public tool with Hare");
}

/* Only those as close as the closest. */
static void
test_shares_with_closest (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "fox", "rare");
    use (builder, "hare", "rare");
    use (builder, "owl", "pad");
    check_title (builder, "fox", "Fox shares one non-public tool with Hare");
}

static void
test_shares_with_several (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "seal", "intrusion-set", "Seal");
    use (builder, "fox", "pad");
    use (builder, "fox", "rare");
    for (guint i = 0; i < 3; i++) {
        static const char *const others[] = {"hare", "owl", "seal"};
        use (builder, others[i], "pad");
        use (builder, others[i], "rare");
    }
    check_title (builder, "fox", "Fox shares two non-public tools with Hare, Owl and Seal");
}

/* What is not named is counted. */
static void
test_shares_with_many (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "seal", "intrusion-set", "Seal");
    add_entity (builder, "toad", "intrusion-set", "Toad");
    use (builder, "fox", "pad");
    static const char *const others[] = {"hare", "owl", "seal", "toad"};
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        use (builder, others[i], "pad");
    check_title (builder, "fox", "Fox shares one non-public tool with Hare, Owl and 2 others");
}

/* That a group's campaign shares most with the group finds nothing. */
static void
test_own_campaign (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "raid", "campaign", "Raid");
    add_claim (builder, "raid", "attributed-to", "fox", "report");
    use (builder, "fox", "pad");
    use (builder, "fox", "rare");
    use (builder, "raid", "pad");
    use (builder, "raid", "rare");
    use (builder, "hare", "pad");
    check_title (builder, "fox", "Fox shares one non-public tool with Hare");
}

/* The weakest of the four uses decides, on whichever side it is. */
static void
check_hedged (const char *actor, AttriHedge hedge, const char *expected)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "hare", "pad");
    use (builder, g_str_equal (actor, "fox") ? "hare" : "fox", "rare");
    add_hedged (builder, actor, "uses", "rare", "report", hedge);
    check_title (builder, "fox", expected);
}

static void
test_shares_hedged (void)
{
    check_hedged ("fox", ATTRI_HEDGE_ASSESSED,
                  "Fox is assessed to share two non-public tools with Hare");
    check_hedged ("hare", ATTRI_HEDGE_ASSESSED,
                  "Fox is assessed to share two non-public tools with Hare");
    check_hedged ("hare", ATTRI_HEDGE_SUSPECTED,
                  "Fox is suspected to share two non-public tools with Hare");
    check_hedged ("fox", ATTRI_HEDGE_ALLEGED,
                  "Fox is alleged to share two non-public tools with Hare");
}

/* A group whose sharing is disputed makes no title, however close it is. */
static void
test_disputed_is_passed_over (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "fox", "rare");
    use (builder, "hare", "rare");
    deny (builder, "hare", "uses", "rare", "base");
    use (builder, "owl", "pad");
    check_title (builder, "fox", "Fox shares one non-public tool with Owl");
}

/* What is shared beyond dispute is counted with what is not, which is told. */
static void
test_disputed_is_told (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "fox", "rare");
    use (builder, "hare", "pad");
    use (builder, "hare", "rare");
    deny (builder, "hare", "uses", "rare", "base");
    check_title (builder, "fox",
                 "Fox shares two non-public tools with Hare; one of them is disputed");
}

/* What is beyond dispute is a tool that anybody can have. */
static void
test_disputed_but_for_public (void)
{
    AttriGraphBuilder *builder = begin ();
    static const char *const tools[] = {"rare", "free"};
    for (guint i = 0; i < G_N_ELEMENTS (tools); i++) {
        use (builder, "fox", tools[i]);
        use (builder, "hare", tools[i]);
    }
    deny (builder, "fox", "uses", "rare", "base");
    check_title (builder, "fox", "Fox shares one non-public tool with Hare; that is disputed");
}

static void
test_disputed_with_one_of_two (void)
{
    AttriGraphBuilder *builder = begin ();
    static const char *const actors[] = {"fox", "hare", "owl"};
    for (guint i = 0; i < G_N_ELEMENTS (actors); i++) {
        use (builder, actors[i], "pad");
        use (builder, actors[i], "rare");
    }
    deny (builder, "owl", "uses", "rare", "base");
    check_title (builder, "fox",
                 "Fox shares two non-public tools with Hare and Owl; part of that is disputed");
}

/* Nor does a tool that anybody can have. */
static void
test_public_is_passed_over (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "free");
    use (builder, "hare", "free");
    check_title (builder, "fox", "One source states that Fox uses Free");
}

/* ---- the focus is equated with a group that is known better ---- */

static void
check_equated (AttriHedge hedge, const char *expected)
{
    AttriGraphBuilder *builder = begin ();
    add_hedged (builder, "fox", "same-as", "owl", "base", hedge);
    use (builder, "owl", "pad");
    use (builder, "hare", "pad");
    check_title (builder, "fox", expected);
}

static void
test_equated (void)
{
    check_equated (ATTRI_HEDGE_STATED, "Kept Facts equates Fox with Owl, which shares one "
                                       "non-public tool with Hare");
    check_equated (ATTRI_HEDGE_ASSESSED, "Kept Facts assesses that Fox is Owl, which shares one "
                                         "non-public tool with Hare");
    check_equated (ATTRI_HEDGE_SUSPECTED, "Kept Facts suspects that Fox is Owl, which shares one "
                                          "non-public tool with Hare");
}

/* By way of a third name. */
static void
test_linked (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "den", "intrusion-set", "Den");
    add_claim (builder, "fox", "same-as", "den", "base");
    add_claim (builder, "den", "same-as", "owl", "report");
    use (builder, "owl", "pad");
    use (builder, "hare", "pad");
    check_title (builder, "fox",
                 "Fox is linked to Owl, which shares one non-public tool with Hare");
}

/* ---- nothing is shared ---- */

static void
test_uses (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "club", "Club", "exclusive", 1);
    use (builder, "fox", "club");
    check_title (builder, "fox", "One source states that Fox uses Club");
}

/* All of them shared: that is worth saying. */
static void
test_uses_shared (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    add_hedged (builder, "fox", "uses", "pen", "report", ATTRI_HEDGE_ASSESSED);
    check_title (builder, "fox", "One source assesses that Fox uses Pad and Pen, shared tooling");
}

static void
test_uses_many (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "club", "Club", NULL, 0);
    use (builder, "fox", "pad");
    add_hedged (builder, "fox", "uses", "pen", "base", ATTRI_HEDGE_ALLEGED);
    use (builder, "fox", "rare");
    use (builder, "fox", "club");
    use (builder, "fox", "free");
    check_title (builder, "fox",
                 "Fox is alleged to use Rare, Pad, Pen and others, each by one source");
}

/* Of a group that shares only with a campaign the title names what is drawn, not what folds. */
static void
test_uses_drawn (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "raid", "campaign", "Raid");
    for (guint i = 0; i < 12; i++) {
        g_autofree char *id = g_strdup_printf ("kit-%02u", i);
        add_tool (builder, id, id, "shared", 1 + i / 9);
        use (builder, "fox", id);
    }
    for (guint i = 9; i < 12; i++) {
        g_autofree char *id = g_strdup_printf ("kit-%02u", i);
        use (builder, "raid", id);
    }
    g_autoptr (AttriGraph) view = end_around (builder, "fox");
    g_autoptr (AttriScene) scene = attri_scene_new (view, &(AttriSceneOptions){.fold = 6});
    g_assert_cmpstr (attri_scene_get_title (scene), ==,
                     "One source states that Fox uses kit-09, kit-10, kit-11 and others, shared "
                     "tooling");
}

static void
check_uses_by_two (AttriHedge hedge, const char *expected)
{
    AttriGraphBuilder *builder = begin ();
    add_hedged (builder, "fox", "uses", "free", "report", hedge);
    add_hedged (builder, "fox", "uses", "free", "base", hedge);
    check_title (builder, "fox", expected);
}

static void
test_uses_hedged (void)
{
    check_uses_by_two (ATTRI_HEDGE_STATED, "Two sources state that Fox uses Free");
    check_uses_by_two (ATTRI_HEDGE_ASSESSED, "Two sources assess that Fox uses Free");
    check_uses_by_two (ATTRI_HEDGE_ALLEGED, "Two sources allege that Fox uses Free");
}

/* News of unknown lineage counts as no source. */
static void
test_uses_by_hearsay (void)
{
    AttriGraphBuilder *builder = begin ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "news",
                                                                .title = "News",
                                                                .publisher = "Daily",
                                                                .kind = ATTRI_SOURCE_NEWS}});
    add_claim (builder, "fox", "uses", "pad", "news");
    check_title (builder, "fox", "Fox is said to use Pad, on no independent source");
}

/* Sources of different tools do not add up. */
static void
test_uses_by_different (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    add_claim (builder, "fox", "uses", "pen", "base");
    check_title (builder, "fox",
                 "Fox is stated to use Pad and Pen, shared tooling, each by one source");
    builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "fox", "pen");
    add_claim (builder, "fox", "uses", "pen", "base");
    check_title (builder, "fox",
                 "Fox is stated to use Pad and Pen, shared tooling, each by at least one source");
    builder = begin ();
    add_report (builder, "team", "FOX WATCH, Team", (AttriDate){2022, 0, 0});
    use (builder, "fox", "pad");
    add_claim (builder, "fox", "uses", "pen", "team");
    check_title (builder, "fox", "One source states that Fox uses Pad and Pen, shared tooling");
}

static void
test_uses_partly_by_hearsay (void)
{
    AttriGraphBuilder *builder = begin ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "news",
                                                                .title = "News",
                                                                .publisher = "Daily",
                                                                .kind = ATTRI_SOURCE_NEWS}});
    use (builder, "fox", "pad");
    add_claim (builder, "fox", "uses", "rare", "news");
    check_title (builder, "fox",
                 "Fox is stated to use Rare and Pad, shared tooling, not all of it on an "
                 "independent source");
}

static void
oppose (AttriGraphBuilder *builder, const char *source, AttriStance stance)
{
    add_said (builder, "fox", "uses", "free", source, NULL,
              (AttriClaim){.confidence = -1, .stance = stance});
}

static void
test_uses_disputed (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "free");
    oppose (builder, "base", ATTRI_STANCE_DENIES);
    check_title (builder, "fox", "One source states that Fox uses Free; another denies it");
    builder = begin ();
    use (builder, "fox", "free");
    oppose (builder, "base", ATTRI_STANCE_DOUBTS);
    check_title (builder, "fox", "One source states that Fox uses Free; another doubts it");
    builder = begin ();
    add_report (builder, "third", "Third", (AttriDate){2022, 0, 0});
    use (builder, "fox", "free");
    oppose (builder, "base", ATTRI_STANCE_DOUBTS);
    oppose (builder, "third", ATTRI_STANCE_DENIES);
    check_title (builder, "fox", "One source states that Fox uses Free; two others dispute it");
    builder = begin ();
    add_report (builder, "again", "Fox Watch", (AttriDate){2022, 0, 0});
    use (builder, "fox", "free");
    oppose (builder, "again", ATTRI_STANCE_DENIES);
    check_title (builder, "fox", "One source states that Fox uses Free; that is disputed");
    builder = begin ();
    use (builder, "fox", "pad");
    use (builder, "fox", "pen");
    deny (builder, "fox", "uses", "pen", "base");
    check_title (builder, "fox",
                 "One source states that Fox uses Pad and Pen, shared tooling; one of them is "
                 "disputed");
}

/* ---- neither ---- */

static void
test_nothing (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "fox", "related-to", "hare", "report");
    check_title (builder, "fox", "What is said of Fox");
    builder = begin ();
    use (builder, "fox", "pad");
    check_title (builder, "pad", "What is said of Pad");
}

static void
test_no_focus (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    check_title (builder, NULL, "9 claims on 7 entities");
}

/* ---- wishes and counts ---- */

static void
check_subtitle (const AttriGraph *graph, const AttriSceneOptions *options, const char *title,
                const char *subtitle)
{
    g_autoptr (AttriScene) scene = attri_scene_new (graph, options);
    g_assert_cmpstr (scene->title, ==, title);
    g_assert_cmpstr (scene->subtitle, ==, subtitle);
}

static void
test_own_title (void)
{
    AttriGraphBuilder *builder = begin ();
    use (builder, "fox", "pad");
    g_autoptr (AttriGraph) graph = end_around (builder, "fox");
    const AttriSceneOptions options = {.title = "Mine\u202e", .subtitle = "Draft"};
    check_subtitle (graph, &options, "Mine⟨U+202E⟩",
                    "Draft · Sources to 8 July 2021 · 1 independent source · 3 claims on 2 "
                    "entities · identity: strict · 5 entities further than 2 hops left out");
}

static AttriGraph *
select_at (AttriGraphBuilder *builder, AttriDate as_of, AttriDate known_on)
{
    const char *focus[] = {"fox", NULL};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = end_well (builder);
    AttriGraph *view = attri_view_select (
        graph, &(AttriSelection){.focus = focus, .hops = 1, .as_of = as_of, .known_on = known_on},
        &report, &error);
    g_assert_no_error (error);
    return view;
}

/* Fox uses a tool, which a group further away uses too. */
static AttriGraphBuilder *
begin_chain (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "hare", "intrusion-set", "Hare");
    add_tool (builder, "pad", "Pad", "shared", 8);
    use (builder, "fox", "pad");
    use (builder, "hare", "pad");
    return builder;
}

static void
test_clocks (void)
{
    const AttriDate end = {2021, 12, 31}, month = {2022, 3, 0}, none = ATTRI_DATE_NONE;
    const char *title = "One source states that Fox uses Pad, shared tooling";
    g_autoptr (AttriGraph) known = select_at (begin_chain (), none, month);
    check_subtitle (known, NULL, title,
                    "Known on March 2022 · 1 independent source · 3 claims on 2 entities · "
                    "identity: strict · 1 entity further than 1 hop left out");
    g_autoptr (AttriGraph) both = select_at (begin_chain (), end, month);
    check_subtitle (both, NULL, title,
                    "Known on March 2022 · Published by 31 December 2021 · 1 independent source · "
                    "3 claims on 2 entities · identity: strict · 1 entity further than 1 hop left "
                    "out");
}

/* The claimants were not read, only what tells of them. */
static void
test_read_through (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "insikt",
                                                                .title = "Report",
                                                                .publisher = "Insikt",
                                                                .published = {2021, 7, 8}}});
    attri_graph_builder_add_source (builder, &(AttriSourceDraft){.row = {.id = "voi",
                                                                         .title = "News",
                                                                         .publisher = "VOI",
                                                                         .kind = ATTRI_SOURCE_NEWS,
                                                                         .published = {2021, 7, 0},
                                                                         .read = TRUE}});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "pad", "malware", "Pad");
    add_said (builder, "fox", "uses", "pad", "voi", "insikt", (AttriClaim){.confidence = -1});
    g_autoptr (AttriGraph) graph = end_around (builder, "fox");
    check_subtitle (graph, NULL, "One source states that Fox uses Pad",
                    "Sources to July 2021 · 1 independent source, read through VOI · 1 claim on "
                    "2 entities · identity: strict");
}

/* Who was read and only denies is not what others were read through. */
static void
test_denier_is_no_carrier (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    static const char *const ids[] = {"insikt", "bolt"};
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        attri_graph_builder_add_source (builder,
                                        &(AttriSourceDraft){.row = {.id = ids[i],
                                                                    .title = ids[i],
                                                                    .publisher = ids[i],
                                                                    .published = {2021, 7, 8},
                                                                    .read = i == 1}});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "pad", "malware", "Pad");
    add_claim (builder, "fox", "uses", "pad", "insikt");
    deny (builder, "fox", "uses", "pad", "bolt");
    g_autoptr (AttriGraph) graph = end_around (builder, "fox");
    check_subtitle (graph, NULL, "One source states that Fox uses Pad; another denies it",
                    "Sources to 8 July 2021 · 1 independent source · 2 claims on 2 entities · "
                    "identity: strict");
}

/* A feed and another list of its publisher are one house, by whatever they were read through. */
static void
test_read_through_one_house (void)
{
    static const char *const ids[] = {"feed", "list"};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        attri_graph_builder_add_source (builder, &(AttriSourceDraft){
                                                     .row = {.id = ids[i],
                                                             .title = ids[i],
                                                             .publisher = "House",
                                                             .kind = ATTRI_SOURCE_COMPILATION,
                                                             .published = {2021, 7, 0},
                                                             .read = TRUE}});
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "insikt",
                                                                .title = "Report",
                                                                .publisher = "Insikt",
                                                                .published = {2021, 7, 8}}});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "pad", "malware", "Pad");
    add_entity (builder, "web", "malware", "Web");
    add_said (builder, "fox", "uses", "pad", "feed", "insikt", (AttriClaim){.confidence = -1});
    add_said (builder, "fox", "uses", "web", "list", "insikt", (AttriClaim){.confidence = -1});
    g_autoptr (AttriGraph) graph = end_around (builder, "fox");
    check_subtitle (graph, NULL, "One source states that Fox uses Pad and Web",
                    "Sources to July 2021 · 1 independent source, read through House · 2 claims on "
                    "3 entities · identity: strict");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/title/shares-one", test_shares_one);
    g_test_add_func ("/scene/title/shares-with-closest", test_shares_with_closest);
    g_test_add_func ("/scene/title/shares-with-several", test_shares_with_several);
    g_test_add_func ("/scene/title/shares-with-many", test_shares_with_many);
    g_test_add_func ("/scene/title/own-campaign", test_own_campaign);
    g_test_add_func ("/scene/title/shares-hedged", test_shares_hedged);
    g_test_add_func ("/scene/title/disputed-is-passed-over", test_disputed_is_passed_over);
    g_test_add_func ("/scene/title/disputed-is-told", test_disputed_is_told);
    g_test_add_func ("/scene/title/disputed-but-for-public", test_disputed_but_for_public);
    g_test_add_func ("/scene/title/disputed-with-one-of-two", test_disputed_with_one_of_two);
    g_test_add_func ("/scene/title/public-is-passed-over", test_public_is_passed_over);
    g_test_add_func ("/scene/title/equated", test_equated);
    g_test_add_func ("/scene/title/linked", test_linked);
    g_test_add_func ("/scene/title/uses", test_uses);
    g_test_add_func ("/scene/title/uses-shared", test_uses_shared);
    g_test_add_func ("/scene/title/uses-many", test_uses_many);
    g_test_add_func ("/scene/title/uses-drawn", test_uses_drawn);
    g_test_add_func ("/scene/title/uses-hedged", test_uses_hedged);
    g_test_add_func ("/scene/title/uses-by-hearsay", test_uses_by_hearsay);
    g_test_add_func ("/scene/title/uses-by-different", test_uses_by_different);
    g_test_add_func ("/scene/title/uses-partly-by-hearsay", test_uses_partly_by_hearsay);
    g_test_add_func ("/scene/title/uses-disputed", test_uses_disputed);
    g_test_add_func ("/scene/title/nothing", test_nothing);
    g_test_add_func ("/scene/title/no-focus", test_no_focus);
    g_test_add_func ("/scene/title/own-title", test_own_title);
    g_test_add_func ("/scene/title/clocks", test_clocks);
    g_test_add_func ("/scene/title/read-through", test_read_through);
    g_test_add_func ("/scene/title/denier-is-no-carrier", test_denier_is_no_carrier);
    g_test_add_func ("/scene/title/read-through-one-house", test_read_through_one_house);
    return g_test_run ();
}
