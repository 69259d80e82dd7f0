/* SPDX-License-Identifier: MIT
 *
 * test-svg.c: one plan made by hand that holds a thing of every kind, against
 * tests/golden/draw; and what may never stand in an SVG.
 */
#include <attrigraph/view.h>

#include "draw/theme-private.h"
#include "layout/plan-private.h"
#include "model/case.h"
#include "support/golden.h"

#include <string.h>

static AttriScene *
make_scene (void)
{
    AttriScene *scene = attri_scene__new_empty ();
    scene->title = "Fox & \"Hare\" <1>";
    scene->text = "Fox's title.\nA <b>statement</b>.\n";
    scene->tlp = ATTRI_TLP_AMBER;
    scene->tlp_text = "TLP:AMBER";
    scene->key = "a";
    for (guint i = 0; i < 2; i++)
        attri_scene__add_box (scene,
                              &(AttriSceneBox){.key = "", .name = "", .detail = "", .column = i});
    attri_scene__add_line (scene, &(AttriSceneLine){.right = 1,
                                                    .left_row = ATTRI_NONE,
                                                    .right_row = ATTRI_NONE});
    return scene;
}

static void
add (AttriPlan *plan, AttriItem item)
{
    if (item.kind != ATTRI_ITEM_BOX && item.kind != ATTRI_ITEM_GROUP)
        item.box = ATTRI_NONE;
    item.line = ATTRI_NONE;
    attri_plan__add (plan, &item);
}

static void
add_boxes (AttriPlan *plan)
{
    const char *link = "https://fox.example/?a=1&b=\"2\"";
    add (plan, (AttriItem){.kind = ATTRI_ITEM_GROUP, .text = "Fox & <Hare>", .link = link});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_BOX,
                           .rect = {20, 40, 100, 50},
                           .tone = ATTRI_TONE_ACTOR,
                           .rounded = TRUE,
                           .focus = TRUE});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_ICON, .rect = {40, 65, 0, 0}});
    attri_plan__add_text (plan, 60, 70, ATTRI_TYPE_NAME, ATTRI_INK_TEXT, "Fox <&>\"'");
    add (plan, (AttriItem){.kind = ATTRI_ITEM_END, .link = link});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_GROUP, .text = "Pad", .box = 1});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_BOX,
                           .rect = {220, 40, 100, 50},
                           .tone = ATTRI_TONE_MALWARE,
                           .box = 1});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_BAR, .rect = {230, 70, 36, 7}, .filled = 8});
    add (plan, (AttriItem){.kind = ATTRI_ITEM_PLATE,
                           .rect = {270, 32, 40, 16},
                           .rounded = TRUE,
                           .ink = ATTRI_INK_BADGE});
    attri_plan__add_text (plan, 290, 44, ATTRI_TYPE_BADGE, ATTRI_INK_ON_BADGE, "new");
    attri_plan__anchor (plan, ATTRI_ANCHOR_MIDDLE);
    add (plan, (AttriItem){.kind = ATTRI_ITEM_END});
}

static AttriPlan *
make_plan (void)
{
    g_autoptr (AttriScene) scene = make_scene ();
    AttriPlan *plan = attri_plan__new_empty (scene);
    plan->page = (AttriRect){0, 0, 340, 170};
    plan->canvas = (AttriRect){0, 0, 400, 200};
    const AttriStep steps[] = {
        {.x = 140, .y = 65},
        {.curve = TRUE, .x1 = 170, .y1 = 65, .x2 = 170, .y2 = 60, .x = 200, .y = 60},
        {.x = 220, .y = 60},
    };
    g_array_append_vals (plan->steps, steps, G_N_ELEMENTS (steps));
    add_boxes (plan);
    const AttriItem of_line[] = {
        {.kind = ATTRI_ITEM_GROUP, .text = "Fox uses Pad", .box = ATTRI_NONE},
        {.kind = ATTRI_ITEM_LINE,
         .x = 120,
         .y = 65,
         .box = ATTRI_NONE,
         .firmness = ATTRI_FIRMNESS_ASSESSED,
         .steps = {0, G_N_ELEMENTS (steps)}},
        {.kind = ATTRI_ITEM_END, .box = ATTRI_NONE},
    };
    for (guint i = 0; i < G_N_ELEMENTS (of_line); i++)
        attri_plan__add (plan, &of_line[i]);
    AttriItem *label =
        attri_plan__add_text (plan, 218, 55, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, "uses ");
    label->line = 0;
    label->strong = "[1]";
    label->italic = TRUE;
    attri_plan__anchor (plan, ATTRI_ANCHOR_END);
    attri_plan__add_text (plan, 20, 20, ATTRI_TYPE_NUMBER, ATTRI_INK_MUTED, "FOCUS")->spacing = 8;
    attri_plan__add_text (plan, 20, 30, ATTRI_TYPE_ROW, ATTRI_INK_TEXT, "");
    attri_plan__add_rule (plan, 20, 110, 360, 0);
    for (guint i = 0; i < 3; i++)
        add (plan, (AttriItem){.kind = ATTRI_ITEM_DASH,
                               .rect = {20, 120 + 10 * (int)i, 36, 0},
                               .firmness = (AttriFirmness)i});
    attri_plan__add_text (plan, 20, 160, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, "Fox Watch")->link =
        "http://fox.example/'";
    add (plan, (AttriItem){.kind = ATTRI_ITEM_PLATE,
                           .rect = {300, 170, 90, 28},
                           .ink = ATTRI_INK_TLP_BACK});
    attri_plan__add_text (plan, 345, 190, ATTRI_TYPE_TLP, ATTRI_INK_TLP, "TLP:AMBER");
    attri_plan__anchor (plan, ATTRI_ANCHOR_MIDDLE);
    return plan;
}

/* The SVG as a string; it holds no NUL. */
static char *
draw (const AttriPlan *plan, AttriTheme theme, const char *prefix)
{
    g_autoptr (GBytes) bytes =
        attri_draw_svg (plan, &(AttriDrawOptions){.theme = theme, .id_prefix = prefix});
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);
    g_assert_null (memchr (data, '\0', size));
    return g_strndup (data, size);
}

static void
test_golden (gconstpointer data)
{
    static const char *const names[] = {"auto", "light", "dark", "print"};
    AttriTheme theme = (AttriTheme)GPOINTER_TO_INT (data);
    g_autoptr (AttriPlan) plan = make_plan ();
    g_autofree char *svg = draw (plan, theme, "fox-");
    g_autofree char *name = g_strdup_printf ("draw/%s.svg", names[theme]);
    attri_golden_check (name, svg);
}

/* A focus's band, a cell for each dash, one that a diff marks, and a head that is turned. */
static void
test_matrix (void)
{
    g_autoptr (AttriScene) scene = make_scene ();
    g_autoptr (AttriPlan) plan = attri_plan__new_empty (scene);
    plan->page = plan->canvas = (AttriRect){0, 0, 340, 200};
    add (plan, (AttriItem){.kind = ATTRI_ITEM_BAND, .rect = {20, 60, 60, 120}, .focus = TRUE});
    attri_plan__add_text (plan, 50, 54, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Fox <1>")->turned =
        TRUE;
    for (int i = ATTRI_FIRMNESS_STATED; i <= ATTRI_FIRMNESS_ALLEGED + 1; i++) {
        add (plan, (AttriItem){.kind = ATTRI_ITEM_CELL,
                               .rect = {24, 64 + 28 * i, 52, 20},
                               .tone = ATTRI_TONE_TOOL,
                               .firmness = (AttriFirmness)(i % 3),
                               .change = i > 2 ? ATTRI_CHANGE_ADDED : ATTRI_CHANGE_NONE});
        AttriItem *text = attri_plan__add_text (plan, 50, 78 + 28 * i, ATTRI_TYPE_NUMBER,
                                                ATTRI_INK_TEXT, "[1] +2");
        text->cell = plan->items->len - 1;
        attri_plan__anchor (plan, ATTRI_ANCHOR_MIDDLE);
    }
    g_autofree char *svg = draw (plan, ATTRI_THEME_AUTO, "fox-");
    attri_golden_check ("draw/matrix.svg", svg);
}

/* A box, a line with its number and a sample for each thing that can become of a row. */
static void
test_marks (void)
{
    g_autoptr (AttriScene) scene = make_scene ();
    g_autoptr (AttriPlan) plan = attri_plan__new_empty (scene);
    scene->compares = TRUE;
    plan->page = plan->canvas = (AttriRect){0, 0, 340, 200};
    for (int i = ATTRI_CHANGE_NONE; i <= ATTRI_CHANGE_CHANGED; i++) {
        const AttriChange change = (AttriChange)i;
        const AttriStep step = {.x = 220, .y = 30 + 40 * i};
        g_array_append_val (plan->steps, step);
        add (plan, (AttriItem){.kind = ATTRI_ITEM_BOX,
                               .rect = {20, 20 + 40 * i, 100, 30},
                               .rounded = i % 2 == 0,
                               .compared = TRUE,
                               .change = change});
        add (plan, (AttriItem){.kind = ATTRI_ITEM_DASH,
                               .rect = {260, 30 + 40 * i, 36, 0},
                               .compared = TRUE,
                               .change = change});
        const AttriItem line = {.kind = ATTRI_ITEM_LINE,
                                .x = 120,
                                .y = 30 + 40 * i,
                                .box = ATTRI_NONE,
                                .compared = TRUE,
                                .change = change,
                                .steps = {(guint32)i, 1}};
        attri_plan__add (plan, &line);
        AttriItem *number = attri_plan__add_text (plan, 218, 25 + 40 * i, ATTRI_TYPE_SMALL,
                                                  ATTRI_INK_MUTED, "uses ");
        number->strong = "[1]";
        number->change = change;
    }
    g_autofree char *svg = draw (plan, ATTRI_THEME_LIGHT, "fox-");
    attri_golden_check ("draw/marks.svg", svg);
}

static void
assert_has (const char *svg, const char *text)
{
    if (strstr (svg, text) == NULL)
        g_error ("'%s' is missing", text);
}

static void
assert_has_not (const char *svg, const char *text)
{
    if (strstr (svg, text) != NULL)
        g_error ("'%s' is there", text);
}

/* One style, of nothing but what a dark page changes; and none in fixed themes. */
static void
test_style (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    g_autofree char *svg = draw (plan, ATTRI_THEME_AUTO, "fox-");
    g_auto (GStrv) parts = g_regex_split_simple ("</?style>", svg, 0, 0);
    g_assert_cmpuint (g_strv_length (parts), ==, 3);
    g_assert_true (
        g_regex_match_simple ("^@media \\(prefers-color-scheme: dark\\) \\{"
                              "( \\.fox-[fs][0-9]+ \\{ (fill|stroke): #[0-9a-f]{6} \\})+ \\}$",
                              parts[1], 0, 0));
    for (AttriTheme theme = ATTRI_THEME_LIGHT; theme <= ATTRI_THEME_PRINT; theme++) {
        g_autofree char *fixed = draw (plan, theme, "fox-");
        assert_has_not (fixed, "<style");
        assert_has_not (fixed, "class=");
        assert_has_not (fixed, "@media");
    }
}

/* Without the style the automatic picture is the light one. */
static void
test_auto_is_light (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    g_autofree char *svg = draw (plan, ATTRI_THEME_AUTO, "fox-");
    g_autofree char *light = draw (plan, ATTRI_THEME_LIGHT, "fox-");
    g_autoptr (GRegex) regex = g_regex_new ("<style>.*</style>\n| class=\"[^\"]*\"", 0, 0, NULL);
    g_autofree char *bare = g_regex_replace_literal (regex, svg, -1, 0, "", 0, NULL);
    g_assert_cmpstr (bare, ==, light);
}

static void
test_escaping (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    g_autofree char *svg = draw (plan, ATTRI_THEME_LIGHT, NULL);
    assert_has (svg, ">Fox &lt;&amp;&gt;&quot;&#39;</text>");
    assert_has (svg, "<a href=\"https://fox.example/?a=1&amp;b=&quot;2&quot;\">");
    assert_has (svg, "<title>Fox &amp; &lt;Hare&gt;</title>");
    assert_has_not (svg, "<b>");
}

/* FNV-1a of "a" is e40c292c, as its authors publish; six digits of it are used. */
static void
test_default_prefix (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    g_autofree char *svg = draw (plan, ATTRI_THEME_AUTO, NULL);
    assert_has (svg, "<g id=\"ae40c29n0\">");
    assert_has (svg, "<g id=\"ae40c29n1\">");
    assert_has (svg, " .ae40c29f0 {");
    g_autofree char *own = draw (plan, ATTRI_THEME_AUTO, "mine_");
    assert_has (own, "<g id=\"mine_n0\">");
    assert_has_not (own, "ae40c29");
}

/* A group with one or two tools, around it, under a title. */
static char *
draw_case (const char *focus, const char *title, gboolean more)
{
    const AttriReference reference = {.source = "base", .url = "javascript:alert(1)"};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "report",
                                                                .title = "Report",
                                                                .publisher = "Fox Watch",
                                                                .url = "data:text/html,<script>",
                                                                .published = {2021, 7, 8}}});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "hare", "intrusion-set", "Hare");
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = "pad", .type = "malware", .name = "<script>"},
                                     .references = &reference,
                                     .n_references = 1});
    add_claim (builder, "fox", "uses", "pad", "report");
    add_claim (builder, "hare", "uses", "pad", "report");
    if (more)
        add_claim (builder, "fox", "related-to", "hare", "report");
    g_autoptr (AttriGraph) all = end_well (builder);
    const char *names[] = {focus, NULL};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view =
        attri_view_select (all, &(AttriSelection){.focus = names, .hops = 2}, &report, &error);
    g_assert_no_error (error);
    g_autoptr (AttriScene) scene = attri_scene_new (view, &(AttriSceneOptions){.title = title});
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, &error);
    g_assert_no_error (error);
    return draw (plan, ATTRI_THEME_LIGHT, NULL);
}

/* What stands before "n0" in the first id. */
static char *
prefix_of (const char *svg)
{
    g_auto (GStrv) parts = g_regex_split_simple ("<g id=\"(a[0-9a-f]{6})n0\">", svg, 0, 0);
    g_assert_cmpuint (g_strv_length (parts), ==, 3);
    return g_strdup (parts[1]);
}

/* The facts are not in it, so that next month's picture bears the same ids. */
static void
test_prefix_of_focus_and_title (void)
{
    g_autofree char *before = draw_case ("fox", "Title", FALSE);
    g_autofree char *after = draw_case ("fox", "Title", TRUE);
    g_autofree char *titled = draw_case ("fox", "Other title", FALSE);
    g_autofree char *focused = draw_case ("hare", "Title", FALSE);
    g_autofree char *first = prefix_of (before), *second = prefix_of (after);
    g_autofree char *third = prefix_of (titled), *fourth = prefix_of (focused);
    g_assert_cmpstr (before, !=, after);
    g_assert_cmpstr (first, ==, second);
    g_assert_cmpstr (first, !=, third);
    g_assert_cmpstr (first, !=, fourth);
}

static void
test_hostile_links (void)
{
    g_autofree char *svg = draw_case ("fox", NULL, FALSE);
    assert_has_not (svg, "<a ");
    assert_has_not (svg, "javascript:");
    assert_has_not (svg, "data:");
    assert_has_not (svg, "<script");
    assert_has (svg, "&lt;script&gt;");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/draw/svg/auto", GINT_TO_POINTER (ATTRI_THEME_AUTO), test_golden);
    g_test_add_data_func ("/draw/svg/light", GINT_TO_POINTER (ATTRI_THEME_LIGHT), test_golden);
    g_test_add_data_func ("/draw/svg/dark", GINT_TO_POINTER (ATTRI_THEME_DARK), test_golden);
    g_test_add_data_func ("/draw/svg/print", GINT_TO_POINTER (ATTRI_THEME_PRINT), test_golden);
    g_test_add_func ("/draw/svg/matrix", test_matrix);
    g_test_add_func ("/draw/svg/marks", test_marks);
    g_test_add_func ("/draw/svg/style", test_style);
    g_test_add_func ("/draw/svg/auto-is-light", test_auto_is_light);
    g_test_add_func ("/draw/svg/escaping", test_escaping);
    g_test_add_func ("/draw/svg/default-prefix", test_default_prefix);
    g_test_add_func ("/draw/svg/prefix-of-focus-and-title", test_prefix_of_focus_and_title);
    g_test_add_func ("/draw/svg/hostile-links", test_hostile_links);
    return g_test_run ();
}
