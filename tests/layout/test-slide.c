/* SPDX-License-Identifier: MIT
 *
 * test-slide.c: made-up cases of 5 to 80 entities on pages of fixed size. Type keeps its size, what
 * does not fit folds, and what folds is counted; the checker finds nothing.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "scene/around.h"
#include "support/case.h"

#include <string.h>

#define CASES 12

/* NULL if there is nothing to see. */
static AttriGraph *
make_view (guint32 seed, gboolean focused)
{
    const char *focus[] = {focused ? "group-0" : NULL, NULL};
    AttriSelection selection = {.focus = focus, .hops = 2};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = test_case_new (seed * 7919 + 1, 5 + 5 * seed);
    if (!focused)
        return g_steal_pointer (&graph);
    AttriGraph *view = attri_view_select (graph, &selection, &report, &error);
    if (g_error_matches (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY))
        return NULL;
    g_assert_no_error (error);
    return view;
}

/* The first fold that fits, as the program takes it. */
static AttriPlan *
make_page (const AttriGraph *view, AttriPage page)
{
    for (guint fold = 0; fold <= ATTRI_SCENE_MOST_FOLD; fold++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (AttriScene) scene = attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
        AttriPlan *plan = attri_plan_new (scene, &(AttriPlanOptions){.page = page}, &error);
        if (plan != NULL)
            return plan;
        g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE);
        g_test_message ("fold %u: %s", fold, error->message);
    }
    return NULL;
}

/* Tenths of a pixel of the page. */
static guint
shown_size (const AttriPlan *plan, const AttriItem *item)
{
    return item->type.size * (guint)plan->page.w / (guint)plan->canvas.w;
}

static void
check_type (const AttriPlan *plan, guint least)
{
    guint marks = 0;
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind != ATTRI_ITEM_TEXT)
            continue;
        g_assert_cmpuint (shown_size (plan, item), >=, least);
        if (item->ink != ATTRI_INK_TLP)
            continue;
        marks++;
        g_assert_cmpuint (shown_size (plan, item), >=, least * 16 / 12);
        g_assert_cmpint (item->rect.x + item->rect.w, >, plan->canvas.w - 60);
        g_assert_true (item->rect.y < 60 || item->rect.y > plan->canvas.h - 60);
    }
    g_assert_cmpuint (marks, ==, 2);
}

/* Names in boxes. */
static void
check_names (const AttriPlan *plan, guint least)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind != ATTRI_ITEM_TEXT || item->box == ATTRI_NONE || plan->scene->matrix)
            continue;
        const AttriSceneBox *box = attri_scene__box (plan->scene, item->box);
        if (g_str_equal (item->text, box->name))
            g_assert_cmpuint (shown_size (plan, item), >=, least);
    }
}

/* Three columns and more end where the page does. */
static void
check_width (const AttriPlan *plan)
{
    int right = 0;
    guint columns = 0;
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind != ATTRI_ITEM_BOX)
            continue;
        right = MAX (right, item->rect.x + item->rect.w);
        columns |= 1u << attri_scene__box (plan->scene, item->box)->column;
    }
    if (g_bit_nth_msf (columns, -1) >= 2 && !plan->scene->matrix)
        g_assert_cmpint (right, ==, plan->canvas.w - 40);
}

static void
check_geometry (const AttriPlan *plan, guint32 seed)
{
    g_auto (GStrv) breaches = attri_plan_check (plan);
    if (breaches[0] != NULL)
        g_test_message ("seed %u: %s", seed, breaches[0]);
    g_assert_cmpstr (breaches[0], ==, NULL);
}

static void
test_pages (gconstpointer data)
{
    const gboolean focused = GPOINTER_TO_INT (data);
    for (guint32 seed = 0; seed < CASES; seed++) {
        g_autoptr (AttriGraph) view = make_view (seed, focused);
        if (view == NULL)
            continue;
        g_autoptr (AttriPlan) slide = make_page (view, ATTRI_PAGE_16_9);
        g_assert_nonnull (slide);
        g_assert_cmpint (slide->canvas.w, ==, 1280);
        g_assert_cmpint (slide->canvas.h, ==, 720);
        g_assert_cmpint (slide->page.w, ==, 1280);
        g_assert_cmpint (slide->page.h, ==, 720);
        check_type (slide, 120);
        check_names (slide, 150);
        check_width (slide);
        check_geometry (slide, seed);
        g_autoptr (AttriPlan) paper = make_page (view, ATTRI_PAGE_A4);
        g_assert_nonnull (paper);
        g_assert_cmpint (paper->page.w, ==, 1123);
        g_assert_cmpint (paper->page.h, ==, 794);
        check_type (paper, 96);
        check_geometry (paper, seed);
    }
}

/* "+ 8 more" is 8, "and 3 more" is 3, any other text is one thing. */
static guint
count_in (const char *text)
{
    if (!g_str_has_prefix (text, "+ ") && !g_str_has_prefix (text, "and "))
        return 1;
    guint n = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (g_ascii_isdigit (*c) && !g_ascii_isalnum (c[-1]))
            n += (guint)g_ascii_strtoull (c, NULL, 10);
    }
    return n;
}

/* How many things a column has, with those that a box stands for; in @column 0 the rows of what is
 * targeted. */
static guint
count_column (const AttriScene *scene, guint column)
{
    guint n = 0;
    for (guint i = 0; i < scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (scene, i);
        if (box->column != column)
            continue;
        n += column > 0 ? count_in (box->name) : 0;
        for (guint32 r = 0; column == 0 && r < box->rows.count; r++)
            n += count_in (attri_scene__row (scene, box->rows.first + r)->text);
    }
    return n;
}

/* However much folds, nothing vanishes uncounted. */
static void
test_counted (void)
{
    for (guint32 seed = 0; seed < CASES; seed++) {
        g_autoptr (AttriGraph) view = make_view (seed, TRUE);
        if (view == NULL)
            continue;
        g_autoptr (AttriScene) whole = attri_scene_new (view, NULL);
        for (guint fold = 1; fold < ATTRI_SCENE_MOST_FOLD; fold++) {
            g_autoptr (AttriScene) folded =
                attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
            for (guint column = 0; column < 4; column += column == 0 ? 2 : 1)
                g_assert_cmpuint (count_column (folded, column), ==, count_column (whole, column));
        }
    }
}

/* Boxes in a column that stand for one thing. */
static guint
count_own_boxes (const AttriScene *scene, guint column)
{
    guint n = 0;
    for (guint i = 0; i < scene->boxes->len; i++)
        n += attri_scene__box (scene, i)->column == column &&
             !g_str_has_prefix (attri_scene__box (scene, i)->name, "+ ");
    return n;
}

/* The first step that fits is the least folded: no step shows what one before it does not. */
static void
test_ladder (void)
{
    for (guint32 seed = 0; seed < CASES; seed++) {
        g_autoptr (AttriGraph) view = make_view (seed, TRUE);
        guint most[4] = {G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT};
        for (guint fold = 0; view != NULL && fold < ATTRI_SCENE_MOST_FOLD; fold++) {
            g_autoptr (AttriScene) scene =
                attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
            for (guint column = 1; column < 4; column++) {
                const guint n = count_own_boxes (scene, column);
                g_assert_cmpuint (n, <=, most[column]);
                most[column] = n;
            }
        }
    }
}

/* A panel alone in its column is as tall as any other box: what is left of the page is known. */
static void
test_foot_at_bottom (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    for (guint i = 0; i < 6; i++) {
        g_autofree char *id = g_strdup_printf ("sector-%u", i);
        const AttriHedge hedge = i % 2 == 0 ? ATTRI_HEDGE_STATED : ATTRI_HEDGE_ALLEGED;
        add_entity (builder, id, "sector", id);
        add_said (builder, "fox", "targets", id, "report", NULL,
                  (AttriClaim){.confidence = -1, .hedge = hedge});
    }
    g_autoptr (AttriGraph) view = end_around (builder, "fox");
    g_autoptr (AttriPlan) slide = make_page (view, ATTRI_PAGE_16_9);
    int lowest = 0;
    for (guint i = 0; i < slide->items->len; i++) {
        const AttriItem *item = attri_plan__item (slide, i);
        if (item->kind == ATTRI_ITEM_TEXT && item->ink != ATTRI_INK_TLP)
            lowest = MAX (lowest, item->y);
    }
    g_assert_cmpint (lowest, >, slide->canvas.h - 40);
}

/* Where there is height to spare, boxes stand apart. */
static void
test_spread (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    for (guint i = 0; i < 3; i++) {
        g_autofree char *id = g_strdup_printf ("kit-%u", i);
        add_entity (builder, id, "malware", id);
        add_claim (builder, "fox", "uses", id, "report");
    }
    g_autoptr (AttriGraph) view = end_around (builder, "fox");
    g_autoptr (AttriPlan) slide = make_page (view, ATTRI_PAGE_16_9);
    int bottom = 0;
    for (guint i = 0; i < slide->items->len; i++) {
        const AttriItem *item = attri_plan__item (slide, i);
        if (item->kind != ATTRI_ITEM_BOX || attri_scene__box (slide->scene, item->box)->column != 2)
            continue;
        g_assert_cmpint (item->rect.y, >=, bottom + 40);
        bottom = item->rect.y + item->rect.h;
    }
    g_assert_cmpint (bottom, >, 0);
}

static gboolean
has_text (const AttriPlan *plan, const char *text)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_TEXT && g_str_equal (item->text, text))
            return TRUE;
    }
    return FALSE;
}

/* A sector, the focus and its sponsor, a tool and a group, each named by one word; the tool by
 * @tool. */
static AttriPlan *
plan_words (const char *word, const char *tool)
{
    static const char *const types[] = {"sector", "identity", "malware", "intrusion-set"};
    static const char *const verbs[] = {"targets", "sponsored-by", "uses", "same-scope-as"};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", word);
    for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
        const gboolean is_tool = g_str_equal (types[i], "malware");
        g_autofree char *name = g_strdup_printf ("%s%u", is_tool ? tool : word, i);
        add_entity (builder, types[i], types[i], name);
        add_claim (builder, "fox", verbs[i], types[i], "report");
    }
    add_claim (builder, "intrusion-set", "uses", "malware", "report");
    g_autoptr (AttriGraph) view = end_around (builder, "fox");
    return make_page (view, ATTRI_PAGE_16_9);
}

/* A long word widens its column; if that leaves no room for the others, it breaks before the
 * picture becomes a matrix. */
static void
test_words (void)
{
    static const char word[] = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";
    g_autoptr (AttriPlan) whole = plan_words ("Fox", "ECCENTRICBANDWAGON");
    g_assert_true (has_text (whole, "ECCENTRICBANDWAGON2"));
    /* Where the heading is wider than the boxes there is room in the gap. */
    g_autoptr (AttriPlan) narrow = plan_words ("Fox", "Den");
    g_assert_true (has_text (narrow, "most telling first"));
    check_geometry (narrow, 0);
    g_autoptr (AttriPlan) broken = plan_words (word, word);
    g_assert_false (broken->scene->matrix);
    g_assert_false (has_text (broken, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW2"));
    check_geometry (broken, 0);
}

/* Sources have their titles where the page has room for them, and nothing folds for it. */
static void
test_titles (void)
{
    guint titled = 0, untitled = 0;
    for (guint32 seed = 0; seed < CASES; seed++) {
        g_autoptr (AttriGraph) view = make_view (seed, TRUE);
        g_autoptr (AttriPlan) slide = view != NULL ? make_page (view, ATTRI_PAGE_16_9) : NULL;
        gboolean any = FALSE;
        for (guint i = 0; slide != NULL && i < slide->items->len; i++) {
            const AttriItem *item = attri_plan__item (slide, i);
            any |= item->kind == ATTRI_ITEM_TEXT && item->text != NULL &&
                   strstr (item->text, "A made-up report") != NULL;
        }
        titled += slide != NULL && any;
        untitled += slide != NULL && !any;
        if (any)
            g_assert_cmpint (slide->canvas.w, ==, slide->page.w);
    }
    g_assert_cmpuint (titled, >, 0);
    g_assert_cmpuint (untitled, >, 0);
}

/* Every number in the picture is in the list, or the list says how many it lacks. */
static void
test_sources_listed (void)
{
    for (guint32 seed = 0; seed < CASES; seed++) {
        g_autoptr (AttriGraph) view = make_view (seed, TRUE);
        for (guint fold = 1; view != NULL && fold < ATTRI_SCENE_MOST_FOLD; fold++) {
            g_autoptr (AttriScene) scene =
                attri_scene_new (view, &(AttriSceneOptions){.fold = fold});
            guint listed = 0, most = 0;
            for (guint i = 0; i < scene->sources->len; i++) {
                const AttriSceneSource *source =
                    &g_array_index (scene->sources, AttriSceneSource, i);
                listed += source->number[0] != '\0' ? 1 : count_in (source->head);
            }
            for (guint i = 0; i < scene->lines->len; i++) {
                const char *number = attri_scene__line (scene, i)->numbers;
                most = MAX (most,
                            number[0] == '[' ? (guint)g_ascii_strtoull (number + 1, NULL, 10) : 0);
            }
            g_assert_cmpuint (listed, >=, most);
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/slide/titles", test_titles);
    g_test_add_data_func ("/layout/slide/layered", GINT_TO_POINTER (FALSE), test_pages);
    g_test_add_data_func ("/layout/slide/focus", GINT_TO_POINTER (TRUE), test_pages);
    g_test_add_func ("/layout/slide/counted", test_counted);
    g_test_add_func ("/layout/slide/ladder", test_ladder);
    g_test_add_func ("/layout/slide/foot-at-bottom", test_foot_at_bottom);
    g_test_add_func ("/layout/slide/spread", test_spread);
    g_test_add_func ("/layout/slide/words", test_words);
    g_test_add_func ("/layout/slide/sources-listed", test_sources_listed);
    return g_test_run ();
}
