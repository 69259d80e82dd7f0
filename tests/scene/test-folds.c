/* SPDX-License-Identifier: MIT
 *
 * test-folds.c: what does not fit a column is counted and named, never lost.
 */
#include "around.h"

#include <string.h>

static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    return builder;
}

static void
add_group (AttriGraphBuilder *builder, const char *id, const char *tool)
{
    add_entity (builder, id, "intrusion-set", id);
    if (tool != NULL)
        add_claim (builder, id, "uses", tool, "report");
}

/* "hare-00" and so on, each using @tool, each with a report of its own. */
static void
add_hares (AttriGraphBuilder *builder, guint n, const char *tool)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *id = g_strdup_printf ("hare-%02u", i);
        g_autofree char *source = g_strdup_printf ("report-%02u", i);
        add_report (builder, source, source, (AttriDate){2020, 1, 1});
        add_entity (builder, id, "intrusion-set", id);
        add_claim (builder, id, "uses", tool, source);
    }
}

static const AttriSceneBox *
find_box (const AttriScene *scene, const char *key)
{
    for (guint i = 0; i < scene->boxes->len; i++) {
        if (g_str_equal (attri_scene__box (scene, i)->key, key))
            return attri_scene__box (scene, i);
    }
    return NULL;
}

static guint
count_boxes (const AttriScene *scene, guint column)
{
    guint n = 0;
    for (guint i = 0; i < scene->boxes->len; i++)
        n += attri_scene__box (scene, i)->column == column;
    return n;
}

static const char *
row_text (const AttriScene *scene, const AttriSceneBox *box, guint row)
{
    g_assert_cmpuint (row, <, box->rows.count);
    return attri_scene__row (scene, box->rows.first + row)->text;
}

/* The line between two boxes, or NULL. */
static const AttriSceneLine *
find_line (const AttriScene *scene, const char *left, const char *right)
{
    for (guint i = 0; i < scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (scene, i);
        if (g_str_equal (attri_scene__box (scene, line->left)->key, left) &&
            g_str_equal (attri_scene__box (scene, line->right)->key, right))
            return line;
    }
    return NULL;
}

static gboolean
has_note (const AttriScene *scene, const char *text)
{
    for (guint i = 0; i < scene->notes->len; i++) {
        if (g_str_equal (g_ptr_array_index (scene->notes, i), text))
            return TRUE;
    }
    return FALSE;
}

/* Thirty groups share what everybody has; one that is said to be another group shares nothing.
 * It must not be hidden behind them. */
static void
test_direct_stays (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", "public", 0);
    add_claim (builder, "fox", "uses", "pad", "report");
    add_hares (builder, 30, "pad");
    add_group (builder, "owl", NULL);
    add_claim (builder, "owl", "distinct-from", "fox", "report");
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpuint (count_boxes (scene, 3), ==, 9);
    g_assert_nonnull (find_box (scene, "owl"));
    g_assert_nonnull (find_box (scene, "hare-06"));
    g_assert_null (find_box (scene, "hare-07"));
    const AttriSceneBox *fold = find_box (scene, "fold:groups");
    g_assert_cmpstr (fold->name, ==, "+ 23 groups");
    g_assert_cmpstr (row_text (scene, fold, 0), ==,
                     "23 share no non-public tool: hare-07, hare-08, hare-09 and 20 more");
}

/* A line to the fold says of how many, and bears few numbers; only those are listed. */
static void
test_line_to_fold (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", "shared", 0);
    add_tool (builder, "net", "Net", "public", 0);
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "fox", "uses", "net", "report");
    add_hares (builder, 20, "net");
    add_group (builder, "owl", "pad");
    add_entity (builder, "raid", "campaign", "Raid");
    add_claim (builder, "raid", "uses", "net", "report");
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    const AttriSceneLine *line = find_line (scene, "net", "fold:groups");
    g_assert_null (find_line (scene, "pad", "fold:groups"));
    g_assert_cmpstr (find_box (scene, "fold:groups")->name, ==, "+ 14 more");
    g_assert_cmpstr (find_box (scene, "fold:groups")->detail, ==, "13 groups, 1 campaign");
    g_assert_cmpstr (line->label, ==, NULL); /* all of them use it */
    g_assert_true (g_str_has_suffix (line->numbers, " +12"));
    /* Seven hares with boxes of their own, two numbers at the fold, and "report". */
    g_assert_cmpuint (scene->sources->len, <=, 10);
    g_assert_true (g_str_equal (g_array_index (scene->legend, AttriSceneLegend, 1).text,
                                "and so many more sources"));
}

/* Twelve tools of the focus alone, and three that it shares. */
static AttriGraphBuilder *
begin_own_tools (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 15; i++) {
        g_autofree char *id = g_strdup_printf ("kit-%02u", i);
        add_tool (builder, id, id, NULL, i < 12 ? 1 : 8);
        add_claim (builder, "fox", "uses", id, "report");
    }
    add_group (builder, "owl", "kit-12");
    add_claim (builder, "owl", "uses", "kit-13", "report");
    add_claim (builder, "owl", "uses", "kit-14", "report");
    return builder;
}

/* What only the focus uses folds before what it shares, however telling. */
static void
test_own_tools (void)
{
    g_autoptr (AttriScene) scene = make_scene (begin_own_tools (), "fox");
    g_assert_cmpuint (count_boxes (scene, 2), ==, 4);
    g_assert_nonnull (find_box (scene, "kit-14"));
    const AttriSceneBox *fold = find_box (scene, "fold:own-tools");
    g_assert_cmpstr (fold->name, ==, "+ 12 tools");
    g_assert_cmpstr (fold->detail, ==, "used by no other group");
    g_assert_cmpstr (row_text (scene, fold, 0), ==,
                     "kit-00, kit-01, kit-02, kit-03, kit-04, kit-05 and 6 more");
}

/* What a campaign has that is drawn is not the focus's alone, though no other group uses it. */
static void
test_own_and_drawn (void)
{
    AttriGraphBuilder *builder = begin_own_tools ();
    add_entity (builder, "raid", "campaign", "Raid");
    add_claim (builder, "raid", "uses", "kit-03", "report");
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_nonnull (find_line (scene, "kit-03", "raid"));
    g_assert_cmpstr (find_box (scene, "fold:own-tools")->name, ==, "+ 11 tools");
}

/* A case with tools of every kind: three that few have and share, the rarest of them with a group
 * that folds, one for sale, one that nobody else uses, and two that anybody can have. */
static AttriGraph *
make_kinds (guint n_hares)
{
    static const struct {
        const char *id;
        const char *availability;
        guint32 groups;
    } tools[] = {{"alone", "exclusive", 1}, {"bought", "commercial", 2}, {"far", "shared", 3},
                 {"free", "public", 9},     {"near", "shared", 8},       {"next", "shared", 8},
                 {"system", "built-in", 9}};
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < G_N_ELEMENTS (tools); i++) {
        add_tool (builder, tools[i].id, tools[i].id, tools[i].availability, tools[i].groups);
        add_claim (builder, "fox", "uses", tools[i].id, "report");
    }
    for (guint g = 0; g < n_hares; g++) {
        g_autofree char *id = g_strdup_printf ("hare-%u", g);
        add_group (builder, id, "near");
        add_claim (builder, id, "uses", "next", "report");
        add_claim (builder, id, "uses", "bought", "report");
    }
    add_claim (builder, "hare-0", "uses", "free", "report");
    add_group (builder, "mole", "far");
    return end_around (builder, "fox");
}

/* The step at which a tool loses its box, or one more than the last. */
static guint
folded_at (const AttriGraph *view, const char *tool)
{
    guint fold = 0;
    for (; fold <= ATTRI_SCENE_MOST_FOLD; fold++) {
        const AttriSceneOptions options = {.view = ATTRI_SCENE_VIEW_COLUMNS, .fold = fold};
        g_autoptr (AttriScene) scene = attri_scene_new (view, &options);
        if (find_box (scene, tool) == NULL)
            break;
    }
    return fold;
}

/* What the title counts stays longest, however many groups have it. */
static void
test_telling_last (void)
{
    g_autoptr (AttriGraph) view = make_kinds (5);
    g_assert_cmpuint (folded_at (view, "free"), ==, 0);
    g_assert_cmpuint (folded_at (view, "system"), ==, 0);
    g_assert_cmpuint (folded_at (view, "alone"), <, folded_at (view, "bought"));
    g_assert_cmpuint (folded_at (view, "bought"), <, folded_at (view, "far"));
    g_assert_cmpuint (folded_at (view, "far"), <, folded_at (view, "near"));
    g_assert_cmpuint (folded_at (view, "next"), ==, ATTRI_SCENE_MOST_FOLD);
    g_assert_cmpuint (folded_at (view, "near"), >, ATTRI_SCENE_MOST_FOLD);
}

/* A rarer tool that another drawn group has does not displace what the title counts. */
static void
test_counted_last (void)
{
    g_autoptr (AttriGraph) view = make_kinds (1);
    const AttriSceneOptions options = {.view = ATTRI_SCENE_VIEW_COLUMNS, .fold = 7};
    g_autoptr (AttriScene) scene = attri_scene_new (view, &options);
    g_assert_cmpstr (attri_scene_get_title (scene), ==,
                     "Fox shares two non-public tools with hare-0");
    g_assert_nonnull (find_box (scene, "mole"));
    g_assert_nonnull (find_box (scene, "near"));
    g_assert_nonnull (find_box (scene, "next"));
    g_assert_null (find_box (scene, "far"));
}

/* A fold of one would be no fold, and a second one takes the room of a tool. */
static void
test_one_fold (void)
{
    g_autoptr (AttriGraph) view = make_kinds (5);
    const guint fold = folded_at (view, "alone");
    g_autoptr (AttriScene) scene = attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
    g_assert_null (find_box (scene, "fold:tools"));
    const AttriSceneBox *box = find_box (scene, "fold:more-tools");
    g_assert_cmpstr (box->name, ==, "+ 3 tools");
    g_assert_cmpstr (box->detail, ==, "2 public or built in");
    g_assert_nonnull (find_box (scene, "bought"));
}

/* Nine tools that eight groups share would be seventy lines. */
static void
test_few_lines (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint g = 0; g < 8; g++) {
        g_autofree char *group = g_strdup_printf ("hare-%u", g);
        add_group (builder, group, NULL);
    }
    for (guint t = 0; t < 9; t++) {
        g_autofree char *id = g_strdup_printf ("kit-%u", t);
        add_tool (builder, id, id, NULL, t + 2);
        add_claim (builder, "fox", "uses", id, "report");
        for (guint g = 0; g < 8; g++) {
            g_autofree char *group = g_strdup_printf ("hare-%u", g);
            add_claim (builder, group, "uses", id, "report");
        }
    }
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpuint (count_boxes (scene, 2), ==, 4);
    const AttriSceneBox *fold = find_box (scene, "fold:more-tools");
    g_assert_cmpstr (fold->name, ==, "+ 6 tools");
    g_assert_nonnull (find_box (scene, "kit-0")); /* the rarest */
    g_assert_cmpstr (find_line (scene, "fold:more-tools", "hare-0")->numbers, ==, "[1]");
}

/* One statement of many: so many numbers as there is room for, and a count. */
static void
test_few_numbers (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", NULL, 0);
    for (guint i = 0; i < 40; i++) {
        g_autofree char *source = g_strdup_printf ("report-%02u", i);
        add_report (builder, source, source, (AttriDate){2020, 1, 1});
        add_claim (builder, "fox", "uses", "pad", source);
    }
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpstr (attri_scene__line (scene, 0)->numbers, ==, "[1–8] +32");
    g_assert_cmpuint (scene->sources->len, ==, 8);
}

static AttriScene *
make_techniques (guint n, gboolean asked)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", NULL, 0);
    add_claim (builder, "fox", "uses", "pad", "report");
    for (guint i = 0; i < n; i++) {
        g_autofree char *id = g_strdup_printf ("technique-%u", i);
        add_entity (builder, id, "attack-pattern", id);
        add_claim (builder, "fox", "uses", id, "report");
    }
    const char *focus[] = {"fox", NULL}, *types[] = {"attack-pattern", NULL};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = end_well (builder);
    AttriSelection wish = {.focus = focus, .hops = 2, .types = asked ? types : NULL};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);
    return attri_scene_new (view, NULL);
}

/* A few techniques are rows; many are counted, unless they were asked for. */
static void
test_techniques (void)
{
    g_autoptr (AttriScene) few = make_techniques (8, FALSE);
    g_autoptr (AttriScene) many = make_techniques (9, FALSE);
    g_autoptr (AttriScene) asked = make_techniques (10, TRUE);
    g_assert_cmpuint (find_box (few, "panel:rest:fox")->rows.count, ==, 8);
    /* None of it is a target, and a lock knows the column all the same. */
    const AttriSceneColumn *first = &g_array_index (few->columns, AttriSceneColumn, 0);
    g_assert_cmpstr (first->heading, ==, "ALSO SAID");
    g_assert_cmpstr (first->verb, ==, "");
    g_assert_cmpstr (first->role, ==, "TARGETS");
    g_assert_null (find_box (many, "panel:rest:fox"));
    g_assert_true (has_note (many, "9 techniques are not drawn (--type attack-pattern)."));
    /* To count one would take the room that it needs itself. */
    g_autoptr (AttriScene) nine = make_techniques (9, TRUE);
    g_assert_cmpstr (row_text (nine, find_box (nine, "panel:rest:fox"), 8), ==, "uses technique-8");
    const AttriSceneBox *panel = find_box (asked, "panel:rest:fox");
    g_assert_cmpstr (row_text (asked, panel, 8), ==, "and 2 more");
}

/* What many call the same has one box for the rest. */
static void
test_members (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 20; i++) {
        g_autofree char *id = g_strdup_printf ("vixen-%02u", i);
        add_group (builder, id, NULL);
        add_claim (builder, id, "same-as", "fox", "report");
    }
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_cmpuint (count_boxes (scene, 1), ==, 7);
    const AttriSceneBox *fold = find_box (scene, "fold:members");
    g_assert_cmpstr (fold->name, ==, "+ 15 said to be the same");
    g_assert_true (g_str_has_prefix (row_text (scene, fold, 0), "vixen-05, "));
    g_assert_true (g_str_has_suffix (row_text (scene, fold, 0), " and 9 more"));
}

/* Where not everything can be read aloud, what is said of the focus comes first. */
static void
test_aloud (void)
{
    AttriGraphBuilder *builder = begin ();
    add_tool (builder, "pad", "Pad", NULL, 0);
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "fox", "uses", "zip", "report");
    add_tool (builder, "zip", "Zip", NULL, 0);
    add_entity (builder, "ant", "intrusion-set", "Ant");
    add_claim (builder, "ant", "uses", "pad", "report");
    for (guint i = 0; i < 500; i++) {
        g_autofree char *value = g_strdup_printf ("Ant-%03u", i);
        add_said (builder, "ant", "alias", NULL, "report", NULL,
                  (AttriClaim){.confidence = -1, .value = value});
    }
    g_autoptr (AttriScene) scene = make_scene (builder, "fox");
    g_assert_nonnull (strstr (scene->text, "that Fox uses Pad."));
    g_assert_nonnull (strstr (scene->text, "that Fox uses Zip."));
    g_assert_nonnull (strstr (scene->text, "And 103 more claims.\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/folds/direct-stays", test_direct_stays);
    g_test_add_func ("/scene/folds/line-to-fold", test_line_to_fold);
    g_test_add_func ("/scene/folds/own-tools", test_own_tools);
    g_test_add_func ("/scene/folds/own-and-drawn", test_own_and_drawn);
    g_test_add_func ("/scene/folds/telling-last", test_telling_last);
    g_test_add_func ("/scene/folds/counted-last", test_counted_last);
    g_test_add_func ("/scene/folds/one-fold", test_one_fold);
    g_test_add_func ("/scene/folds/few-lines", test_few_lines);
    g_test_add_func ("/scene/folds/few-numbers", test_few_numbers);
    g_test_add_func ("/scene/folds/techniques", test_techniques);
    g_test_add_func ("/scene/folds/members", test_members);
    g_test_add_func ("/scene/folds/aloud", test_aloud);
    return g_test_run ();
}
