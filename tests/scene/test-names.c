/* SPDX-License-Identifier: MIT
 *
 * test-names.c: a focus found by a name that somebody gives it, records that
 * the view folds into one, and who disputes that.
 */
#include "around.h"
#include "support/golden.h"

#include <string.h>

static const AttriClaim plain = {.confidence = -1};

/* Den is called Lair by one and Fox by two, one of whom only suspects it; it uses Pad, as
 * Owl does. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "base", "Kept Facts", (AttriDate){2025, 0, 0});
    add_entity (builder, "den", "intrusion-set", "Den");
    add_entity (builder, "owl", "intrusion-set", "Owl");
    add_entity (builder, "pad", "malware", "Pad");
    AttriClaim alias = plain;
    alias.value = "Lair";
    add_said (builder, "den", "alias", NULL, "report", NULL, alias);
    alias.value = "Fox";
    add_said (builder, "den", "alias", NULL, "report", NULL, alias);
    alias.hedge = ATTRI_HEDGE_SUSPECTED;
    add_said (builder, "den", "alias", NULL, "base", NULL, alias);
    add_claim (builder, "den", "uses", "pad", "report");
    add_claim (builder, "owl", "uses", "pad", "base");
    return builder;
}

static void
check (AttriGraphBuilder *builder, const char *focus, AttriIdentity identity, const char *name)
{
    const char *const names[] = {focus, NULL};
    const AttriSelection wish = {.focus = names, .hops = 2, .identity = identity};
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_auto (AttriViewReport) report = {0};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, NULL);
    g_assert_nonnull (view);
    g_autoptr (AttriScene) scene = attri_scene_new (view, NULL);
    g_autofree char *dump = attri_scene__dump (scene);
    g_autofree char *both = g_strconcat (dump, attri_scene_get_text (scene), NULL);
    attri_golden_check (name, both);
}

/* The name asked for comes first, in bold, and the title says whose it is. */
static void
test_asked (void)
{
    check (begin (), "fox", ATTRI_IDENTITY_STRICT, "scene/asked.scene");
}

/* Names of folded records are lines with sources; so is what is said between
 * them, and of a group beside the focus. */
static void
test_folded (void)
{
    AttriGraphBuilder *builder = begin ();
    add_entity (builder, "fox", "threat-actor", "Fox-1");
    add_entity (builder, "lynx", "intrusion-set", "Lynx");
    add_claim (builder, "fox", "same-as", "den", "base");
    add_claim (builder, "den", "overlaps-with", "fox", "report");
    add_claim (builder, "owl", "same-as", "lynx", "report");
    check (builder, "den", ATTRI_IDENTITY_UNION, "scene/folded.scene");
}

/* Who equates and who tells apart stand against each other, though the types differ. */
static void
test_disputed (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "owl", "same-as", "den", "report");
    add_claim (builder, "den", "distinct-from", "owl", "base");
    check (builder, "den", ATTRI_IDENTITY_STRICT, "scene/told-apart.scene");
}

/* Two catalogues' records of one group have one name: the row, the box, the title and the
 * description say which is meant. What is said of the group from outside the picture stands in
 * its box, and only once where those who say that two overlap say that they are one. */
static void
test_namesakes (void)
{
    AttriGraphBuilder *builder = begin ();
    const AttriReference reference = {.source = "catalogue", .external_id = "G0007"};
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = "lynx", .type = "intrusion-set", .name = "Lynx"},
                                     .references = &reference,
                                     .n_references = 1});
    add_entity (builder, "other-lynx", "threat-actor", "Lynx");
    add_claim (builder, "lynx", "uses", "pad", "report");
    add_claim (builder, "other-lynx", "same-as", "lynx", "base");
    add_claim (builder, "lynx", "overlaps-with", "other-lynx", "base");
    add_claim (builder, "other-lynx", "same-as", "owl", "base");
    add_claim (builder, "owl", "overlaps-with", "other-lynx", "report");
    check (builder, "den", ATTRI_IDENTITY_STRICT, "scene/namesakes.scene");
}

/* @n names of Den, for each of which "base" cites @each reports. */
static AttriGraph *
make_cited (guint n, guint each)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < n * each; i++) {
        g_autofree char *name = g_strdup_printf ("Burrow %u", i / each);
        g_autofree char *report = g_strdup_printf ("cited-%02u", i);
        const AttriCitationDraft citation = {.source = "base", .cites = report};
        AttriClaim row = plain;
        row.type = "alias";
        row.value = name;
        add_report (builder, report, "Badger Watch", (AttriDate){2020, 1, 1});
        attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = row,
                                                                           .from = "den",
                                                                           .citations = &citation,
                                                                           .n_citations = 1});
    }
    return end_around (builder, "den");
}

static guint
count_cited (const AttriGraph *view, guint fold, guint *listed)
{
    g_autoptr (AttriScene) scene = attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
    guint cited = 0;
    for (guint i = 0; i < scene->sources->len; i++)
        cited +=
            strstr (g_array_index (scene->sources, AttriSceneSource, i).tail, "cited in") != NULL;
    *listed = scene->sources->len;
    return cited;
}

/* What a name's source cites for it is listed, with the name; but not where there is little room,
 * or where it would crowd out who says something. */
static void
test_cited (void)
{
    guint listed;
    g_autoptr (AttriGraph) view = make_cited (2, 1);
    g_autoptr (AttriScene) scene = attri_scene_new (view, NULL);
    g_assert_cmpstr (g_array_index (scene->sources, AttriSceneSource, 1).tail, ==,
                     " · cited in [4] for “Burrow 0”");
    g_assert_cmpstr (g_array_index (scene->sources, AttriSceneSource, 3).head, ==,
                     "Kept Facts, 2025");
    g_assert_nonnull (strstr (attri_scene_get_text (scene),
                              "Kept Facts [4] states that Den is also called Burrow 0, citing "
                              "Badger Watch [2]."));
    g_assert_cmpuint (count_cited (view, 1, &listed), ==, 1);
    g_assert_cmpuint (count_cited (view, 2, &listed), ==, 0);
    g_assert_cmpuint (listed, ==, 2);
    g_autoptr (AttriGraph) many = make_cited (1, 40);
    g_assert_cmpuint (count_cited (many, 0, &listed), ==, 0);
    g_assert_cmpuint (listed, ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/names/asked", test_asked);
    g_test_add_func ("/scene/names/folded", test_folded);
    g_test_add_func ("/scene/names/disputed", test_disputed);
    g_test_add_func ("/scene/names/namesakes", test_namesakes);
    g_test_add_func ("/scene/names/cited", test_cited);
    return g_test_run ();
}
