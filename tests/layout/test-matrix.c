/* SPDX-License-Identifier: MIT
 *
 * test-matrix.c: seeded matrices of all sizes; the checker must find nothing, no side may be
 * three times the other, and no type may be small.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "support/case.h"
#include "support/corpus.h"

#define LEAST_TYPE 120 /* tenths of a pixel */

/* %NULL if nothing is said of the focus. */
static AttriGraph *
look_at (AttriGraph *graph, const char *focus)
{
    const char *names[] = {focus, NULL};
    g_autoptr (GError) error = NULL;
    g_auto (AttriViewReport) report = {0};
    AttriSelection wish = {.focus = focus != NULL ? names : NULL, .hops = 2};
    AttriGraph *view = attri_view_select (graph, &wish, &report, &error);
    if (!g_error_matches (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY))
        g_assert_no_error (error);
    return view;
}

static AttriPlan *
make_plan (const AttriGraph *graph, AttriSceneView view, guint fold, AttriPage page)
{
    g_autoptr (GError) error = NULL;
    AttriSceneOptions options = {.view = view, .fold = fold};
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &options);
    AttriPlan *plan = attri_plan_new (scene, &(AttriPlanOptions){.page = page}, &error);
    if (page != ATTRI_PAGE_FIT &&
        g_error_matches (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE))
        return NULL;
    g_assert_no_error (error);
    return plan;
}

static guint
count_small (const AttriPlan *plan)
{
    guint n = 0;
    for (guint i = 0; i < plan->items->len; i++)
        n += attri_plan__item (plan, i)->kind == ATTRI_ITEM_TEXT &&
             attri_plan__item (plan, i)->type.size < LEAST_TYPE;
    return n;
}

/* How much is wrong with a plan. */
static guint
check_plan (const AttriPlan *plan, const char *what)
{
    g_auto (GStrv) breaches = attri_plan_check (plan);
    guint n = g_strv_length (breaches);
    for (guint i = 0; i < MIN (n, 3); i++)
        g_test_message ("%s: %s", what, breaches[i]);
    int longer = MAX (plan->page.w, plan->page.h), shorter = MIN (plan->page.w, plan->page.h);
    /* What is small for its width is no strip. */
    gboolean strip = longer > 3 * shorter && longer > 1280;
    if (strip)
        g_test_message ("%s: %d by %d", what, plan->page.w, plan->page.h);
    return n + strip + count_small (plan);
}

static guint
check_case (guint32 seed, const char *focus)
{
    guint n_groups = 2 + seed * 13 % 39, n_tools = 2 + seed * 7 % 59;
    g_autofree char *what =
        g_strdup_printf ("seed %u, %u groups, %u tools", seed, n_groups, n_tools);
    g_autoptr (AttriGraph) graph = test_case_new_matrix (seed, n_groups, n_tools, FALSE);
    g_autoptr (AttriGraph) view = look_at (graph, focus);
    guint bad = 0;
    if (view == NULL)
        return 0;
    for (guint fold = 0; fold <= ATTRI_SCENE_MOST_FOLD; fold++) {
        g_autoptr (AttriPlan) plan =
            make_plan (view, ATTRI_SCENE_VIEW_MATRIX, fold, ATTRI_PAGE_FIT);
        bad += check_plan (plan, what);
    }
    return bad;
}

static void
test_random (void)
{
    guint bad = 0;
    for (guint32 seed = 0; seed < 120; seed++)
        bad += check_case (seed, NULL) > 0;
    g_assert_cmpuint (bad, ==, 0);
}

static void
test_random_focus (void)
{
    guint bad = 0;
    static const char *const foci[] = {"group-0", "group-1", "tool-0", "tool-1"};
    for (guint32 seed = 0; seed < 60; seed++)
        bad += check_case (seed, foci[seed % 4]) > 0;
    g_assert_cmpuint (bad, ==, 0);
}

/* Told in any order, the same picture, to the byte. */
static void
test_order (void)
{
    for (guint32 seed = 0; seed < 10; seed++) {
        g_autoptr (AttriGraph) forward = test_case_new_matrix (seed, 35, 80, FALSE);
        g_autoptr (AttriGraph) backward = test_case_new_matrix (seed, 35, 80, TRUE);
        g_autoptr (AttriPlan) one = make_plan (forward, ATTRI_SCENE_VIEW_MATRIX, 0, ATTRI_PAGE_FIT);
        g_autoptr (AttriPlan) other =
            make_plan (backward, ATTRI_SCENE_VIEW_MATRIX, 0, ATTRI_PAGE_FIT);
        g_autoptr (GBytes) first = attri_draw_svg (one, NULL);
        g_autoptr (GBytes) second = attri_draw_svg (other, NULL);
        g_assert_true (g_bytes_equal (first, second));
    }
}

/* As many as ATT&CK has: the matrix is chosen, and what asks for layers gets some. */
static void
test_large (void)
{
    g_autoptr (AttriGraph) graph = test_case_new_matrix (1, 172, 657, FALSE);
    for (AttriSceneView view = ATTRI_SCENE_VIEW_AUTO; view <= ATTRI_SCENE_VIEW_MATRIX; view++) {
        g_autoptr (AttriPlan) plan = make_plan (graph, view, 0, ATTRI_PAGE_FIT);
        g_assert_cmpuint (check_plan (plan, "large"), ==, 0);
        g_assert_cmpint (plan->scene->matrix, ==,
                         view == ATTRI_SCENE_VIEW_AUTO || view == ATTRI_SCENE_VIEW_MATRIX);
        g_autoptr (GBytes) svg = attri_draw_svg (plan, NULL);
        g_assert_cmpuint (g_bytes_get_size (svg), <, 400000);
    }
}

/* A slide takes a smaller one. */
static void
test_page (void)
{
    g_autoptr (AttriGraph) graph = test_case_new_matrix (1, 20, 30, FALSE);
    g_autoptr (AttriPlan) whole = make_plan (graph, ATTRI_SCENE_VIEW_MATRIX, 0, ATTRI_PAGE_16_9);
    g_autoptr (AttriPlan) folded =
        make_plan (graph, ATTRI_SCENE_VIEW_MATRIX, ATTRI_SCENE_MOST_FOLD, ATTRI_PAGE_16_9);
    g_assert_null (whole);
    g_assert_nonnull (folded);
    g_assert_cmpint (folded->page.w, ==, 1280);
    g_assert_cmpint (folded->page.h, ==, 720);
    g_assert_cmpuint (check_plan (folded, "page"), ==, 0);
}

static void
test_attack (void)
{
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return;
    const char *paths[] = {path, NULL};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) view = look_at (graph, NULL);
    g_autoptr (AttriPlan) whole = make_plan (view, ATTRI_SCENE_VIEW_AUTO, 0, ATTRI_PAGE_FIT);
    g_assert_true (whole->scene->matrix);
    g_assert_cmpuint (check_plan (whole, "ATT&CK"), ==, 0);
    g_autoptr (AttriGraph) near = look_at (graph, "TAG-22");
    g_autoptr (AttriPlan) focus = make_plan (near, ATTRI_SCENE_VIEW_AUTO, 0, ATTRI_PAGE_FIT);
    g_assert_false (focus->scene->matrix);
    g_assert_cmpuint (check_plan (focus, "TAG-22"), ==, 0);
    g_assert_cmpint (focus->page.w, <, 1600);
    g_assert_cmpint (focus->page.h, <, 1800);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/matrix/random", test_random);
    g_test_add_func ("/layout/matrix/random-focus", test_random_focus);
    g_test_add_func ("/layout/matrix/order", test_order);
    g_test_add_func ("/layout/matrix/large", test_large);
    g_test_add_func ("/layout/matrix/page", test_page);
    g_test_add_func ("/layout/matrix/attack", test_attack);
    return g_test_run ();
}
