/* SPDX-License-Identifier: MIT
 *
 * test-check.c: a good plan made by hand has no breach; one thing moved in it
 * gives exactly the one sentence that tells it.
 *
 *            Title
 *                             ┌───────┐ [1] before it
 *     ┌───────┐  ──── 0 ────→ │ box 1 │
 *     │ box 0 │               └───────┘
 *     └───────┘  ──── 1 ────→ ┌───────┐
 *                             │ box 2 │ with a badge at its upper edge
 *                             └───────┘
 */
#include "layout/plan-private.h"

/* The items by their place in the plan. */
enum { BOX_0, NAME_0, BOX_1, BOX_2, BADGE, LINE_0, LINE_1, NUMBER, TITLE };

static AttriScene *
make_scene (void)
{
    AttriScene *scene = attri_scene__new_empty ();
    for (guint i = 0; i < 3; i++)
        attri_scene__add_box (
            scene, &(AttriSceneBox){.key = "", .name = "", .detail = "", .column = MIN (i, 1)});
    for (guint i = 0; i < 2; i++)
        attri_scene__add_line (scene, &(AttriSceneLine){.left = 0,
                                                        .right = 1 + i,
                                                        .left_row = ATTRI_NONE,
                                                        .right_row = ATTRI_NONE});
    return scene;
}

static void
add_box (AttriPlan *plan, guint32 box, AttriRect rect)
{
    AttriItem item = {.kind = ATTRI_ITEM_BOX, .rect = rect, .box = box, .line = ATTRI_NONE};
    attri_plan__add (plan, &item);
}

/* Straight to x = 180, then an S-curve to x = 280. */
static void
add_line (AttriPlan *plan, guint32 line, int from_y, int to_y)
{
    const AttriStep steps[] = {
        {.x = 180, .y = from_y},
        {.curve = TRUE, .x1 = 230, .y1 = from_y, .x2 = 230, .y2 = to_y, .x = 280, .y = to_y},
    };
    AttriItem item = {.kind = ATTRI_ITEM_LINE,
                      .x = 120,
                      .y = from_y,
                      .box = ATTRI_NONE,
                      .line = line,
                      .steps = {plan->steps->len, G_N_ELEMENTS (steps)}};
    g_array_append_vals (plan->steps, steps, G_N_ELEMENTS (steps));
    attri_plan__add (plan, &item);
}

static AttriPlan *
make_plan (void)
{
    g_autoptr (AttriScene) scene = make_scene ();
    AttriPlan *plan = attri_plan__new_empty (scene);
    plan->canvas = plan->page = (AttriRect){0, 0, 400, 300};
    add_box (plan, 0, (AttriRect){20, 100, 100, 60});
    attri_plan__add_text (plan, 30, 130, ATTRI_TYPE_NAME, ATTRI_INK_TEXT, "Fox")->box = 0;
    add_box (plan, 1, (AttriRect){280, 20, 100, 60});
    add_box (plan, 2, (AttriRect){280, 200, 100, 60});
    attri_plan__add_text (plan, 300, 204, ATTRI_TYPE_BADGE, ATTRI_INK_ON_BADGE, "new");
    add_line (plan, 0, 115, 50);
    add_line (plan, 1, 145, 230);
    attri_plan__add_text (plan, 250, 44, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "[1]")->line = 0;
    attri_plan__add_text (plan, 20, 30, ATTRI_TYPE_TITLE, ATTRI_INK_TEXT, "Title");
    return plan;
}

/* @expected: one sentence a line, without the last line feed. */
static void
check_breaches (const AttriPlan *plan, const char *expected)
{
    g_auto (GStrv) breaches = attri_plan_check (plan);
    g_autofree char *text = g_strjoinv ("\n", breaches);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_good (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    check_breaches (plan, "");
}

/* What touches does not overlap. */
static void
test_boxes_touch (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, BOX_1)->rect = (AttriRect){300, 140, 80, 60};
    check_breaches (plan, "");
    attri_plan__item (plan, BOX_1)->rect = (AttriRect){380, 200, 20, 60};
    check_breaches (plan, "");
}

static void
test_boxes_overlap (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, BOX_1)->rect = (AttriRect){300, 141, 80, 60};
    check_breaches (plan, "box 1 overlaps box 2");
    attri_plan__item (plan, BOX_1)->rect = (AttriRect){379, 200, 20, 60};
    check_breaches (plan, "box 1 overlaps box 2");
}

/* Line 0 begins at y = 115, and box 2 has come to stand on its straight part. */
static void
test_line_through_box (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, BADGE)->rect.y = 280;
    attri_plan__item (plan, BOX_2)->rect = (AttriRect){140, 100, 20, 30};
    check_breaches (plan, "line 0 runs through box 2 at 140,115");
}

/* Nor may it run inside the box that it ends at. */
static void
test_line_inside_its_box (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, LINE_1)->x = 110;
    check_breaches (plan, "line 1 runs through box 0 at 110,145");
}

/* Two pixels apart for the sixty pixels of their straight parts. */
static void
test_trunk (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    AttriItem *line = attri_plan__item (plan, LINE_1);
    AttriStep *steps = attri_plan__step (plan, line->steps.first);
    line->y = steps[0].y = steps[1].y1 = 117;
    check_breaches (plan, "lines 1 and 0 share a trunk at 137,117");
}

/* Three are enough. */
static void
test_no_trunk (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    AttriItem *line = attri_plan__item (plan, LINE_1);
    AttriStep *steps = attri_plan__step (plan, line->steps.first);
    line->y = steps[0].y = steps[1].y1 = 118;
    check_breaches (plan, "");
}

static void
test_crossing (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    AttriItem *line = attri_plan__item (plan, LINE_1);
    AttriStep *steps = attri_plan__step (plan, line->steps.first);
    line->y = steps[0].y = steps[1].y1 = 101;
    check_breaches (plan, "");
}

static void
move_text (AttriPlan *plan, guint index, int x, int y)
{
    AttriItem *item = attri_plan__item (plan, index);
    item->rect.x = x;
    item->rect.y = y;
}

static void
test_label_over_line (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    move_text (plan, NUMBER, 140, 110);
    check_breaches (plan, "line 0 runs through text '[1]' at 140,115");
}

static void
test_label_over_box (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    move_text (plan, NUMBER, 300, 30);
    check_breaches (plan, "text '[1]' covers box 1");
}

/* What follows in bold is told too. */
static void
test_label_over_label (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, NUMBER)->strong = " bold";
    move_text (plan, TITLE, 245, 33);
    attri_plan__item (plan, TITLE)->rect.w = 20;
    attri_plan__item (plan, TITLE)->rect.h = 10;
    check_breaches (plan, "text 'Title' covers text '[1] bold'");
}

static void
test_text_leaves_box (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    move_text (plan, NAME_0, 100, 120);
    check_breaches (plan, "text 'Fox' leaves box 0");
}

static void
test_text_leaves_page (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    move_text (plan, TITLE, -1, 10);
    check_breaches (plan, "item 8 Title leaves the page");
}

static void
test_box_leaves_page (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__item (plan, BOX_1)->rect.x = 301;
    check_breaches (plan, "item 2 leaves the page");
}

static void
test_line_leaves_page (void)
{
    g_autoptr (AttriPlan) plan = make_plan ();
    attri_plan__step (plan, attri_plan__item (plan, LINE_1)->steps.first)->y = 305;
    check_breaches (plan, "line 1 leaves the page");
}

/* A cell at 40,170 with its numbers, and the head of a column that rises from 150,280. */
enum { CELL = TITLE + 1, CELL_TEXT, HEAD };

static AttriPlan *
make_cells (void)
{
    AttriPlan *plan = make_plan ();
    AttriItem cell = {.kind = ATTRI_ITEM_CELL,
                      .rect = {40, 170, 60, 20},
                      .box = ATTRI_NONE,
                      .line = ATTRI_NONE};
    attri_plan__add (plan, &cell);
    attri_plan__add_text (plan, 50, 184, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "[1]")->cell = CELL + 1;
    attri_plan__add_text (plan, 150, 280, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Aquatic Panda")
        ->turned = TRUE;
    return plan;
}

static void
test_good_cells (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    check_breaches (plan, "");
}

static void
test_text_leaves_cell (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    attri_plan__item (plan, CELL_TEXT)->rect.x = 39;
    check_breaches (plan, "text '[1]' leaves its cell");
}

static void
test_text_over_cell (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    attri_plan__item (plan, CELL_TEXT)->cell = 0;
    check_breaches (plan, "text '[1]' covers a cell");
}

static void
test_cell_over_cell (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    AttriItem cell = {.kind = ATTRI_ITEM_CELL,
                      .rect = {99, 189, 60, 20},
                      .box = ATTRI_NONE,
                      .line = ATTRI_NONE};
    attri_plan__add (plan, &cell);
    check_breaches (plan, "a cell covers a cell at 99,189");
}

/* Side by side, turned texts need no more room than their height, whatever their length; but
 * one that is not turned covers one that is. */
static void
test_turned_texts (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    attri_plan__add_text (plan, 180, 280, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Earth Lusca")
        ->turned = TRUE;
    check_breaches (plan, "");
    attri_plan__add_text (plan, 194, 280, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Near")->turned = TRUE;
    check_breaches (plan, "text 'Near' covers text 'Earth Lusca'");
    attri_plan__item (plan, HEAD + 2)->turned = FALSE;
    attri_plan__item (plan, HEAD + 2)->rect.y -= 20;
    check_breaches (plan, "text 'Near' covers text 'Earth Lusca'");
}

/* Not turned, it would stay on the page. */
static void
test_turned_text_leaves_page (void)
{
    g_autoptr (AttriPlan) plan = make_cells ();
    AttriItem *head = attri_plan__item (plan, HEAD);
    head->x = head->rect.x = 120;
    head->y = 32;
    head->rect.y = 22;
    check_breaches (plan, "item 11 Aquatic Panda leaves the page");
}

/* Names that take no room, too much room, or room in the wrong place: placed by
 * the room itself, and good. */
static void
test_hostile_names (void)
{
    g_autofree char *wide = g_strnfill (10000, 'W');
    g_autofree char *blanks = g_strnfill (500, ' ');
    g_autofree char *apart = g_strdup_printf ("A%sB", blanks);
    const char *names[] = {
        wide, apart, blanks, "", "\u0301\u0301\u0301", "影の猫影の猫影の猫影の猫影の猫"};
    const char *hostile[G_N_ELEMENTS (names)];
    g_autoptr (AttriScene) scene = attri_scene__new_empty ();
    g_autoptr (GError) error = NULL;
    AttriSceneColumn column = {.heading = "", .note = "", .verb = ""};
    scene->title = scene->subtitle = wide;
    scene->tlp_text = "TLP:CLEAR";
    g_array_append_val (scene->columns, column);
    g_array_append_val (scene->columns, column);
    for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++) {
        guint n = i % G_N_ELEMENTS (names);
        hostile[n] = attri_scene__keep (scene, names[n]);
        attri_scene__add_box (scene, &(AttriSceneBox){.key = "",
                                                      .name = hostile[n],
                                                      .detail = hostile[n],
                                                      .column = i / G_N_ELEMENTS (names)});
        attri_scene__add_row (scene, &(AttriSceneRow){.kind = ATTRI_ROW_NAME,
                                                      .text = hostile[n],
                                                      .numbers = "[1–9]"});
    }
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        attri_scene__add_line (scene, &(AttriSceneLine){.left = i,
                                                        .left_row = ATTRI_NONE,
                                                        .right = 2 * G_N_ELEMENTS (names) - 1 - i,
                                                        .right_row = ATTRI_NONE,
                                                        .numbers = "[1,2,3–9]",
                                                        .label = hostile[i],
                                                        .about = hostile[i]});
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, &error);
    g_assert_no_error (error);
    check_breaches (plan, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/check/good", test_good);
    g_test_add_func ("/layout/check/boxes-touch", test_boxes_touch);
    g_test_add_func ("/layout/check/boxes-overlap", test_boxes_overlap);
    g_test_add_func ("/layout/check/line-through-box", test_line_through_box);
    g_test_add_func ("/layout/check/line-inside-its-box", test_line_inside_its_box);
    g_test_add_func ("/layout/check/trunk", test_trunk);
    g_test_add_func ("/layout/check/no-trunk", test_no_trunk);
    g_test_add_func ("/layout/check/crossing", test_crossing);
    g_test_add_func ("/layout/check/label-over-line", test_label_over_line);
    g_test_add_func ("/layout/check/label-over-box", test_label_over_box);
    g_test_add_func ("/layout/check/label-over-label", test_label_over_label);
    g_test_add_func ("/layout/check/text-leaves-box", test_text_leaves_box);
    g_test_add_func ("/layout/check/text-leaves-page", test_text_leaves_page);
    g_test_add_func ("/layout/check/box-leaves-page", test_box_leaves_page);
    g_test_add_func ("/layout/check/line-leaves-page", test_line_leaves_page);
    g_test_add_func ("/layout/check/good-cells", test_good_cells);
    g_test_add_func ("/layout/check/text-leaves-cell", test_text_leaves_cell);
    g_test_add_func ("/layout/check/text-over-cell", test_text_over_cell);
    g_test_add_func ("/layout/check/cell-over-cell", test_cell_over_cell);
    g_test_add_func ("/layout/check/turned-texts", test_turned_texts);
    g_test_add_func ("/layout/check/turned-text-leaves-page", test_turned_text_leaves_page);
    g_test_add_func ("/layout/check/hostile-names", test_hostile_names);
    return g_test_run ();
}
