/* SPDX-License-Identifier: MIT
 *
 * test-hops.c: what lies within reach of a focus.
 */
#include "../model/case.h"

#include <attrigraph/view.h>

/* The case in small: tag is equated with lusca; tools and a family lead to other
 * groups, a target and a sponsor do not. */
static AttriGraph *
make_graph (void)
{
    static const char *const entities[][2] = {
        {"tag", "intrusion-set"},      {"lusca", "intrusion-set"}, {"apt41", "intrusion-set"},
        {"winnti-g", "intrusion-set"}, {"apt17", "intrusion-set"}, {"other", "intrusion-set"},
        {"far", "intrusion-set"},      {"linux", "malware"},       {"windows", "malware"},
        {"winnti", "malware"},         {"shadow", "malware"},      {"coffee", "malware"},
        {"gov", "identity"},           {"telecom", "sector"},      {"taiwan", "location"},
    };
    static const char *const claims[][3] = {
        {"lusca", "same-as", "tag"},         {"tag", "targets", "telecom"},
        {"tag", "sponsored-by", "gov"},      {"other", "targets", "telecom"},
        {"other", "sponsored-by", "gov"},    {"lusca", "uses", "linux"},
        {"lusca", "uses", "shadow"},         {"apt41", "uses", "shadow"},
        {"winnti-g", "uses", "windows"},     {"linux", "variant-of", "winnti"},
        {"windows", "variant-of", "winnti"}, {"tag", "related-to", "apt17"},
        {"apt17", "uses", "coffee"},         {"far", "uses", "coffee"},
        {"telecom", "located-at", "taiwan"},
    };
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
        add_entity (builder, entities[i][0], entities[i][1], entities[i][0]);
    for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
        add_claim (builder, claims[i][0], claims[i][1], claims[i][2], "r");
    add_said (builder, "tag", "same-as", "far", "r", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    return end_well (builder);
}

static void
assert_reaches (const char *focus, guint hops, const char *expected, guint hidden_entities,
                guint hidden_claims)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    const char *const names[] = {focus, NULL};
    const AttriSelection wish = {.focus = names, .hops = hops};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);

    GString *out = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_entities (view); i++)
        g_string_append_printf (out, "%s ", attri_graph_get_entity (view, i)->id);
    g_assert_cmpstr (out->str, ==, expected);
    g_string_free (out, TRUE);

    const AttriStamp *stamp = attri_graph_get_stamp (view);
    g_assert_cmpuint (stamp->focus.count, ==, 1);
    const guint32 row = attri_graph_get_index_at (view, stamp->focus.first);
    g_assert_cmpstr (attri_graph_get_entity (view, row)->id, ==, focus);
    g_assert_cmpuint (stamp->hops, ==, hops);
    g_assert_cmpuint (stamp->hidden_entities, ==, hidden_entities);
    g_assert_cmpuint (stamp->hidden_claims, ==, hidden_claims);
}

static void
test_distance (void)
{
    assert_reaches ("tag", 0, "lusca tag ", 13, 15);
    /* The family costs nothing after the first hop; "far" is met by a denial. */
    assert_reaches ("tag", 1, "apt17 far gov linux lusca shadow tag telecom windows winnti ", 5, 7);
    /* Tools lead to other groups; the sector and the sponsor lead nowhere. */
    assert_reaches ("tag", 2,
                    "apt17 apt41 coffee far gov linux lusca shadow tag telecom windows winnti "
                    "winnti-g ",
                    2, 3);
}

/* A leaf in focus is no leaf. */
static void
test_leaf_focus (void)
{
    assert_reaches ("telecom", 1, "lusca other tag taiwan telecom ", 10, 12);
    assert_reaches ("telecom", 2, "lusca other tag taiwan telecom ", 10, 12);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/view/hops/distance", test_distance);
    g_test_add_func ("/view/hops/leaf-focus", test_leaf_focus);
    return g_test_run ();
}
