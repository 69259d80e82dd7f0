/* SPDX-License-Identifier: MIT
 *
 * test-names.c: what a typed name means, tier by tier.
 */
#include "case.h"

static void
add_alias (AttriGraphBuilder *builder, const char *entity, const char *alias, AttriStance stance)
{
    add_said (builder, entity, "alias", NULL, "r", NULL,
              (AttriClaim){.confidence = -1, .value = alias, .stance = stance});
}

static AttriGraph *
make_graph (void)
{
    const AttriReference mitre = {.source = "mitre-attack", .external_id = "G1006"};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = {.id = "earth-lusca",
                                                                         .type = "intrusion-set",
                                                                         .name = "Earth Lusca"},
                                                                 .references = &mitre,
                                                                 .n_references = 1});
    add_entity (builder, "tag-22", "intrusion-set", "TAG-22");
    add_entity (builder, "g-winnti", "intrusion-set", "Winnti");
    add_entity (builder, "m-winnti", "malware", "Winnti");
    add_entity (builder, "strasse", "location", "Straße");
    add_entity (builder, "X", "tool", "upper");
    add_entity (builder, "x", "tool", "lower");
    add_alias (builder, "earth-lusca", "TAG-22", ATTRI_STANCE_ASSERTS);
    add_alias (builder, "earth-lusca", "ControlX", ATTRI_STANCE_ASSERTS);
    add_alias (builder, "tag-22", "Denied", ATTRI_STANCE_DENIES);
    return end_well (builder);
}

static char *
print_rows (const AttriGraph *graph, const GArray *rows)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < rows->len; i++)
        g_string_append_printf (
            out, "%s ", attri_graph_get_entity (graph, g_array_index (rows, guint32, i))->id);
    return g_string_free (out, FALSE);
}

static void
assert_resolves (const AttriGraph *graph, const char *name, AttriNameTier tier, const char *now,
                 const char *later)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    g_autofree char *entities = print_rows (graph, match->entities);
    g_autofree char *others = print_rows (graph, match->later);
    g_test_message ("%s", name);
    g_assert_cmpint (match->tier, ==, tier);
    g_assert_cmpstr (entities, ==, now);
    g_assert_cmpstr (others, ==, later);
}

static void
test_tiers (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    assert_resolves (graph, "TAG-22", ATTRI_NAME_ID, "tag-22 ", "earth-lusca ");
    assert_resolves (graph, "mitre-attack:g1006", ATTRI_NAME_EXTERNAL_ID, "earth-lusca ", "");
    assert_resolves (graph, "G1006", ATTRI_NAME_EXTERNAL_ID, "earth-lusca ", "");
    assert_resolves (graph, "earth LUSCA", ATTRI_NAME_OWN, "earth-lusca ", "");
    assert_resolves (graph, "controlx", ATTRI_NAME_ALIAS, "earth-lusca ", "");
    assert_resolves (graph, "denied", ATTRI_NAME_NONE, "", "");
    assert_resolves (graph, "winnti", ATTRI_NAME_OWN, "g-winnti m-winnti ", "");
    assert_resolves (graph, "malware:Winnti", ATTRI_NAME_OWN, "m-winnti ", "");
    assert_resolves (graph, "tool:Winnti", ATTRI_NAME_NONE, "", "");
    assert_resolves (graph, "STRASSE", ATTRI_NAME_ID, "strasse ", "");
    assert_resolves (graph, "ＴＡＧ－２２", ATTRI_NAME_ID, "tag-22 ", "earth-lusca ");
    assert_resolves (graph, "X", ATTRI_NAME_ID, "X ", "x ");
    assert_resolves (graph, "\xff", ATTRI_NAME_NONE, "", "");
}

static void
assert_suggests (const AttriGraph *graph, const char *name, const char *expected)
{
    g_auto (GStrv) names = attri_graph_suggest (graph, name);
    g_autofree char *joined = g_strjoinv ("; ", names);
    g_assert_cmpstr (joined, ==, expected);
}

static void
test_suggest (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    assert_suggests (graph, "Earht Lusca", "Earth Lusca");
    assert_suggests (graph, "Wnnti", "Winnti");
    assert_suggests (graph, "lusca", "Earth Lusca");
    assert_suggests (graph, "Contrlox", "ControlX");
    assert_suggests (graph, "nothing like it", "");
}

static void
test_finds_alias (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    guint32 lusca = attri_graph_find_entity (graph, "earth-lusca");
    guint32 tag = attri_graph_find_entity (graph, "tag-22");
    guint32 edge = attri_graph_find_alias (graph, lusca, "intrusion-set:tag-22");
    g_assert_cmpuint (edge, !=, ATTRI_NONE);
    g_assert_cmpstr (attri_graph_get_edge (graph, edge)->value, ==, "TAG-22");
    g_assert_cmpuint (attri_graph_find_alias (graph, lusca, "malware:TAG-22"), ==, ATTRI_NONE);
    /* Its own name is no alias, nor is what is denied. */
    g_assert_cmpuint (attri_graph_find_alias (graph, tag, "TAG-22"), ==, ATTRI_NONE);
    g_assert_cmpuint (attri_graph_find_alias (graph, tag, "Denied"), ==, ATTRI_NONE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/names/tiers", test_tiers);
    g_test_add_func ("/model/names/suggest", test_suggest);
    g_test_add_func ("/model/names/finds-alias", test_finds_alias);
    return g_test_run ();
}
