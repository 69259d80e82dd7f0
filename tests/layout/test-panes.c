/* SPDX-License-Identifier: MIT
 *
 * test-panes.c: what two scenes have in common stands at one place in both panes, whatever else
 * there is in each; and the plan of all breaches no rule.
 */
#include "layout/plan-private.h"

#include "../support/case.h"

#include <attrigraph/diff.h>
#include <attrigraph/view.h>

#include <string.h>

static const char *const headings[] = {"Before", "After", "What changed"};

/* What some of the case's sources say around @focus, or NULL. */
static AttriGraph *
look (const AttriGraph *whole, const char *focus, const char *without)
{
    const char *const names[] = {focus, NULL};
    const char *const sources[] = {without, NULL};
    const AttriSelection wish = {.focus = names,
                                 .hops = 2,
                                 .without_sources = without != NULL ? sources : NULL};
    g_auto (AttriViewReport) report = {0};
    return attri_view_select (whole, &wish, &report, NULL);
}

typedef struct {
    AttriScene *scenes[3];
    AttriPlan *plan;
} Panes;

static void
make_panes (Panes *panes, AttriGraph *before, AttriGraph *after)
{
    g_autoptr (AttriDiff) diff = attri_diff_new (before, after, FALSE);
    const AttriGraph *graphs[] = {before, after, attri_diff_get_graph (diff)};
    AttriSceneOptions options = {.view = ATTRI_SCENE_VIEW_LAYERED};
    g_autoptr (GError) error = NULL;
    if (attri_graph_get_stamp (after)->focus.count > 0)
        options.view = ATTRI_SCENE_VIEW_COLUMNS;
    for (guint i = 3; i > 0; i--) {
        panes->scenes[i - 1] = attri_scene_new (graphs[i - 1], &options);
        options.numbers_of = panes->scenes[2];
    }
    panes->plan = attri_plan_new_panes (panes->scenes, headings, 3, NULL, &error);
    g_assert_no_error (error);
}

static void
panes_clear (Panes *panes)
{
    for (guint i = 0; i < 3; i++)
        attri_scene_unref (panes->scenes[i]);
    attri_plan_unref (panes->plan);
}

static const AttriItem *
find_box (const AttriPlan *plan, guint32 box)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_BOX && item->box == box)
            return item;
    }
    g_assert_not_reached ();
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
    return *(const int *)a - *(const int *)b;
}

/* Of the boxes of @pane that the last has in the same column, how many there are and how many of
 * them stand elsewhere there: most give the distance of the panes. */
static void
count_places (const Panes *panes, guint pane, guint *common, guint *moved)
{
    const AttriScene *scene = panes->scenes[pane], *last = panes->scenes[2];
    const guint32 first = pane == 0 ? 0 : panes->scenes[0]->boxes->len;
    const guint32 of_last = panes->scenes[0]->boxes->len + panes->scenes[1]->boxes->len;
    g_autoptr (GArray) by = g_array_new (FALSE, FALSE, sizeof (int));
    for (guint i = 0; i < scene->boxes->len; i++) {
        for (guint j = 0; j < last->boxes->len; j++) {
            const AttriSceneBox *a = attri_scene__box (scene, i), *b = attri_scene__box (last, j);
            if (strcmp (a->key, b->key) != 0 || a->column != b->column)
                continue;
            const AttriItem *one = find_box (panes->plan, first + i);
            const AttriItem *two = find_box (panes->plan, of_last + j);
            const int distance = (two->rect.y + two->rect.h / 2) - (one->rect.y + one->rect.h / 2);
            g_assert_cmpint (one->rect.x, ==, two->rect.x);
            g_array_append_val (by, distance);
        }
    }
    g_array_sort (by, compare_ints);
    for (guint i = 0; i < by->len; i++)
        *moved += ABS (g_array_index (by, int, i) - g_array_index (by, int, by->len / 2)) > 1;
    *common += by->len;
}

static void
check_rules (const AttriPlan *plan)
{
    g_auto (GStrv) breaches = attri_plan_check (plan);
    for (guint i = 0; breaches[i] != NULL; i++)
        g_test_message ("%s", breaches[i]);
    g_assert_null (breaches[0]);
}

static void
test_generated (void)
{
    guint common = 0, moved = 0;
    for (guint32 seed = 1; seed <= 12; seed++) {
        g_test_message ("seed %u", seed);
        g_autoptr (AttriGraph) whole = test_case_new (seed, 10 + seed);
        const char *source =
            attri_graph_get_source (whole, seed % attri_graph_get_n_sources (whole))->id;
        const char *focus = "group-0";
        g_autoptr (AttriGraph) before = look (whole, focus, source);
        g_autoptr (AttriGraph) after = look (whole, focus, NULL);
        if (before == NULL || after == NULL)
            continue;
        Panes panes;
        make_panes (&panes, before, after);
        count_places (&panes, 0, &common, &moved);
        count_places (&panes, 1, &common, &moved);
        check_rules (panes.plan);
        panes_clear (&panes);
    }
    g_test_message ("%u of %u boxes stand elsewhere", moved, common);
    g_assert_cmpuint (common, >, 40);
    g_assert_cmpuint (moved * 10, <=, common);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/panes/generated", test_generated);
    return g_test_run ();
}
