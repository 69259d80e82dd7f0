/* SPDX-License-Identifier: MIT
 *
 * test-matrix.c: which tools and groups a matrix shows, in which order, and what it says of
 * the rest.
 */
#include "around.h"
#include "support/golden.h"

#include <string.h>

static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_report (builder, "rebuttal", "Fox Friends", (AttriDate){2023, 1, 1});
    return builder;
}

/* A group that uses @tools, which are separated by spaces. */
static void
add_user (AttriGraphBuilder *builder, const char *id, const char *tools)
{
    g_auto (GStrv) words = g_strsplit (tools, " ", -1);
    add_entity (builder, id, "intrusion-set", id);
    for (guint i = 0; words[i] != NULL; i++)
        add_claim (builder, id, "uses", words[i], "report");
}

static AttriScene *
make_matrix (AttriGraphBuilder *builder, const char *focus, guint fold)
{
    g_autoptr (AttriGraph) view = end_around (builder, focus);
    AttriSceneOptions options = {.view = ATTRI_SCENE_VIEW_MATRIX, .fold = fold};
    return attri_scene_new (view, &options);
}

/* The keys of the boxes of one column, with a space between. */
static char *
list_keys (const AttriScene *scene, guint column)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (scene, i);
        if (box->column == column)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", box->key);
    }
    return g_string_free (text, FALSE);
}

static void
check_keys (const AttriScene *scene, const char *tools, const char *groups)
{
    g_autofree char *rows = list_keys (scene, 0), *columns = list_keys (scene, 1);
    g_assert_true (scene->matrix);
    g_assert_cmpstr (rows, ==, tools);
    g_assert_cmpstr (columns, ==, groups);
}

static gboolean
has_note (const AttriScene *scene, const char *text)
{
    for (guint i = 0; i < scene->notes->len; i++) {
        if (strstr (g_ptr_array_index (scene->notes, i), text) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Two tiers, a hedge, a dispute, a tool that only one group uses, and a campaign. */
static void
test_small (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", "shared", 3);
    add_tool (builder, "kit", "Kit", NULL, 8);
    add_tool (builder, "net", "Net", "public", 40);
    add_tool (builder, "own", "Own", NULL, 1);
    add_user (builder, "fox", "pad net own");
    add_user (builder, "hare", "pad kit");
    add_user (builder, "owl", "kit net");
    add_hedged (builder, "owl", "uses", "pad", "report", ATTRI_HEDGE_ASSESSED);
    deny (builder, "hare", "uses", "kit", "rebuttal");
    add_entity (builder, "raid", "campaign", "Raid");
    add_claim (builder, "raid", "uses", "pad", "report");
    g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
    g_autofree char *dump = attri_scene__dump (scene);
    attri_golden_check ("scene/matrix.scene", dump);
}

/* Those that share most stand side by side, and their tools below each other. */
static void
test_blocks (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 6; i++) {
        g_autofree char *id = g_strdup_printf ("kit-%u", i);
        add_tool (builder, id, id, NULL, 2);
    }
    add_user (builder, "ant", "kit-0 kit-2 kit-4");
    add_user (builder, "bat", "kit-1 kit-3");
    add_user (builder, "cat", "kit-0 kit-2 kit-5");
    add_user (builder, "dog", "kit-1 kit-3");
    add_user (builder, "eel", "kit-5 kit-1");
    g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
    check_keys (scene, "kit-0 kit-2 kit-5 kit-1 kit-3", "cat ant eel bat dog");
}

/* The focus comes first, then the closest; its tools by how telling they are. */
static void
test_focus (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "common", "Common", NULL, 40);
    add_tool (builder, "rare", "Rare", NULL, 2);
    add_tool (builder, "free", "Free", "public", 2);
    add_tool (builder, "other", "Other", NULL, 2);
    add_user (builder, "zorilla", "common rare free");
    add_user (builder, "ant", "common free other");
    add_user (builder, "bat", "rare");
    add_user (builder, "cat", "free");
    g_autoptr (AttriScene) scene = make_matrix (builder, "zorilla", 0);
    check_keys (scene, "rare common free", "zorilla bat ant cat");
    g_assert_true (attri_scene__box (scene, 3)->focus);
    g_assert_false (attri_scene__box (scene, 4)->focus);
    g_assert_cmpstr (g_ptr_array_index (scene->feet, 0), ==, "shared with zorilla, of 3");
    g_assert_cmpstr (attri_scene__row (scene, attri_scene__box (scene, 5)->rows.first)->text, ==,
                     "2");
}

/* Around a tool: its row first, and who uses it. */
static void
test_tool_focus (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", NULL, 40);
    add_tool (builder, "kit", "Kit", NULL, 2);
    add_user (builder, "ant", "kit pad");
    add_user (builder, "bat", "kit pad");
    add_user (builder, "cat", "kit");
    g_autoptr (AttriScene) scene = make_matrix (builder, "pad", 0);
    check_keys (scene, "pad kit", "ant bat");
    g_assert_cmpstr (scene->title, ==, "2 groups are said to use Pad and share one other tool");
}

/* A family and its variants stand together, and two variants are something shared. */
static void
test_family (void)
{
    AttriGraphBuilder *builder = begin ();
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){
                     .row = {.id = "win", .type = "malware", .name = "Win", .is_family = TRUE}});
    add_tool (builder, "a-win", "Win A", "shared", 2);
    add_tool (builder, "z-win", "Win Z", "shared", 30);
    add_tool (builder, "mid", "Mid", "shared", 8);
    add_claim (builder, "a-win", "variant-of", "win", "report");
    add_claim (builder, "z-win", "variant-of", "win", "report");
    add_user (builder, "ant", "a-win mid");
    add_user (builder, "bat", "z-win");
    add_user (builder, "cat", "mid");
    g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
    check_keys (scene, "mid a-win z-win", "ant cat bat");
}

/* Nobody shares anything: there is no matrix, and the layered picture has everything. */
static void
test_nothing_shared (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", NULL, 0);
    add_tool (builder, "kit", "Kit", NULL, 0);
    add_user (builder, "ant", "pad");
    add_user (builder, "bat", "kit");
    deny (builder, "ant", "uses", "kit", "rebuttal");
    g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
    g_assert_false (scene->matrix);
    g_assert_cmpuint (scene->boxes->len, ==, 4);
    g_assert_cmpuint (scene->lines->len, ==, 3);
}

/* Every pair of @n groups shares a tool of its own with the next. */
static AttriGraphBuilder *
begin_chain (guint n)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < n; i++) {
        g_autofree char *tool = g_strdup_printf ("kit-%03u", i);
        g_autofree char *tools = g_strdup_printf ("kit-%03u kit-%03u", i, (i + 1) % n);
        g_autofree char *group = g_strdup_printf ("group-%03u", i);
        add_tool (builder, tool, tool, NULL, 2);
        add_user (builder, group, tools);
    }
    return builder;
}

/* So many have room; the rest is counted exactly, wherever it is told. */
static void
test_limits (void)
{
    g_autoptr (AttriScene) scene = make_matrix (begin_chain (100), NULL, 0);
    guint groups = 0, tools = 0;
    for (guint i = 0; i < scene->boxes->len; i++) {
        groups += attri_scene__box (scene, i)->column == 1;
        tools += attri_scene__box (scene, i)->column == 0;
    }
    g_assert_cmpuint (groups, ==, 30);
    g_assert_cmpuint (tools, <=, 30);
    g_autofree char *drawn =
        g_strdup_printf ("drawn: %u of 100 groups, %u of 100 tools", groups, tools);
    g_autofree char *rest = g_strdup_printf ("Not drawn: 70 groups and %u tools.", 100 - tools);
    g_autofree char *edges =
        g_strdup_printf ("%u relations are not drawn", 200 - scene->lines->len);
    g_assert_nonnull (strstr (scene->subtitle, drawn));
    g_assert_true (has_note (scene, rest));
    g_assert_true (has_note (scene, edges));
    g_autoptr (AttriScene) folded = make_matrix (begin_chain (100), NULL, 1);
    g_assert_cmpuint (folded->boxes->len, <=, 24);
}

/* Where even the description has no room for them, the note says what kind they are of: each
 * kind, or the three most frequent of many. */
static void
test_undrawn (void)
{
    static const char *const types[] = {"mentions", "resembles", "watches", "feeds"};
    for (guint n = 0; n <= G_N_ELEMENTS (types); n += 2) {
        AttriGraphBuilder *builder = begin_chain (200);
        for (guint t = 0; t < n; t++) {
            for (guint i = 0; i <= t; i++) {
                g_autofree char *group = g_strdup_printf ("group-%03u", 100 + i);
                add_claim (builder, group, types[t], "group-199", "report");
            }
        }
        g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
        const guint uses = 400 - scene->lines->len;
        char *kinds[] = {
            g_strdup_printf ("%u relations are not drawn: all “uses”.", uses),
            g_strdup_printf ("%u relations are not drawn: %u “uses”, 2 “resembles”, 1 “mentions”.",
                             uses + 3, uses),
            g_strdup_printf ("%u relations are not drawn: %u “uses”, 4 “feeds”, 3 “watches”, 3 "
                             "others.",
                             uses + 10, uses),
        };
        g_assert_true (has_note (scene, kinds[n / 2]));
        for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
            g_free (kinds[i]);
    }
}

/* A report for every cell is more than a list can hold; the description has them all. */
static void
test_sources (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint g = 0; g < 12; g++) {
        g_autofree char *group = g_strdup_printf ("group-%02u", g);
        add_entity (builder, group, "intrusion-set", group);
    }
    for (guint t = 0; t < 30; t++) {
        g_autofree char *tool = g_strdup_printf ("kit-%02u", t);
        add_tool (builder, tool, tool, NULL, 0);
        for (guint g = 0; g < 12; g++) {
            g_autofree char *group = g_strdup_printf ("group-%02u", g);
            g_autofree char *source = g_strdup_printf ("report-%02u-%02u", t, g);
            add_report (builder, source, source, (AttriDate){2020, 1, 1});
            add_claim (builder, group, "uses", tool, source);
        }
    }
    g_autoptr (AttriScene) scene = make_matrix (builder, NULL, 0);
    g_assert_cmpuint (scene->lines->len, ==, 360);
    g_assert_cmpuint (scene->sources->len, ==, 288);
    g_assert_cmpstr (g_array_index (scene->sources, AttriSceneSource, 287).head, ==,
                     "and 73 more, which the description lists");
    g_assert_nonnull (strstr (scene->text, "Source [360]: "));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/matrix/small", test_small);
    g_test_add_func ("/scene/matrix/blocks", test_blocks);
    g_test_add_func ("/scene/matrix/focus", test_focus);
    g_test_add_func ("/scene/matrix/tool-focus", test_tool_focus);
    g_test_add_func ("/scene/matrix/family", test_family);
    g_test_add_func ("/scene/matrix/nothing-shared", test_nothing_shared);
    g_test_add_func ("/scene/matrix/limits", test_limits);
    g_test_add_func ("/scene/matrix/undrawn", test_undrawn);
    g_test_add_func ("/scene/matrix/sources", test_sources);
    return g_test_run ();
}
