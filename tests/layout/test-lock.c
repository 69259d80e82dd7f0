/* SPDX-License-Identifier: MIT
 *
 * test-lock.c: a picture made from its own lock is the same picture; one of a graph that has grown
 * moves little, and less than it may.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "support/case.h"
#include "support/still.h"

#include <string.h>

#define N_CASES 30
#define N_STEPS 8

/* Of what both show, how much moved by more than a twentieth of the diagonal when these lines were
 * written, rounded up: less than the aim. */
#define REACHED_FAR 0.008

static AttriGraph *
focus_on (const AttriGraph *graph)
{
    static const char *const focus[] = {"group-0", NULL};
    const AttriSelection selection = {.focus = focus, .hops = 2};
    g_auto (AttriViewReport) report = {0};
    return attri_view_select (graph, &selection, &report, NULL);
}

static AttriPlan *
plan_unchecked (const AttriGraph *graph, AttriSceneView view, const char *lock_text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriLock) lock = NULL;
    if (lock_text != NULL) {
        g_autoptr (GBytes) bytes = g_bytes_new (lock_text, strlen (lock_text));
        lock = attri_lock_read ("test.lock", bytes, &error);
        g_assert_no_error (error);
    }
    AttriSceneOptions wish = {.view = view};
    if (lock != NULL)
        wish.held = attri_lock_get_columns (lock, &wish.n_held);
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &wish);
    const AttriPlanOptions options = {.lock = lock};
    AttriPlan *plan = attri_plan_new (scene, &options, &error);
    g_assert_no_error (error);
    return plan;
}

static AttriPlan *
plan_in (const AttriGraph *graph, AttriSceneView view, const char *lock_text)
{
    AttriPlan *plan = plan_unchecked (graph, view, lock_text);
    g_auto (GStrv) breaches = attri_plan_check (plan);
    g_assert_cmpstr (breaches[0], ==, NULL);
    return plan;
}

static AttriPlan *
plan_with (const AttriGraph *graph, const char *lock_text)
{
    return plan_in (graph, ATTRI_SCENE_VIEW_AUTO, lock_text);
}

static AttriGraph *
make_case (guint32 seed, gboolean focused)
{
    g_autoptr (AttriGraph) graph = test_case_new (seed, 8 + seed % 40);
    return focused ? focus_on (graph) : g_steal_pointer (&graph);
}

static void
test_same (gconstpointer data)
{
    for (guint32 seed = 1; seed <= N_CASES; seed++) {
        g_autoptr (AttriGraph) graph = make_case (seed, GPOINTER_TO_INT (data));
        if (graph == NULL)
            continue;
        g_test_message ("seed %u", seed);
        g_autoptr (AttriPlan) fresh = plan_with (graph, NULL);
        g_autofree char *lock = attri_plan_to_lock (fresh);
        g_autoptr (AttriPlan) held = plan_with (graph, lock);
        g_autofree char *again = attri_plan_to_lock (held);
        g_autofree char *one = attri_plan_dump (fresh);
        g_autofree char *two = attri_plan_dump (held);
        g_assert_cmpstr (one, ==, two);
        g_assert_cmpstr (lock, ==, again);
        g_assert_false (attri_plan_is_patched (held));
    }
}

/* @whole after a report, around the focus or all of it; %NULL if that is nothing. */
static AttriGraph *
grow (const AttriGraph *whole, guint32 seed, guint step, gboolean focused)
{
    g_autoptr (AttriGraph) graph = test_case_grow (whole, seed, step, N_STEPS);
    return focused ? focus_on (graph) : g_steal_pointer (&graph);
}

/* The small version of tests/bench: each case grows by one report, drawn with the lock of a fresh
 * picture of the case before. */
static void
test_grown (gconstpointer data)
{
    TestStillness stillness = {0};
    guint crossed = 0, fresh_crossed = 0;
    for (guint32 seed = 1; seed <= N_CASES; seed++) {
        g_autoptr (AttriGraph) whole = test_case_new (seed, 12 + seed * 7 % 48);
        for (guint step = 2; step < N_STEPS; step += 4) {
            g_autoptr (AttriGraph) less = grow (whole, seed, step, GPOINTER_TO_INT (data));
            g_autoptr (AttriGraph) more = grow (whole, seed, step + 1, GPOINTER_TO_INT (data));
            if (less == NULL || more == NULL)
                continue;
            g_autoptr (AttriPlan) old = plan_with (less, NULL);
            g_autofree char *lock = attri_plan_to_lock (old);
            g_autoptr (AttriPlan) new = plan_with (more, lock);
            g_autoptr (AttriPlan) fresh = plan_with (more, NULL);
            g_autoptr (TestPlaces) before = test_places_of_plan (old);
            g_autoptr (TestPlaces) after = test_places_of_plan (new);
            test_stillness_add (&stillness, before, after);
            crossed += attri_plan_get_crossings (new);
            fresh_crossed += attri_plan_get_crossings (fresh);
        }
    }
    g_test_message ("moved %.4f, far %.4f, ordered %.4f; crossings %u, afresh %u",
                    test_stillness_moved (&stillness), test_stillness_far (&stillness),
                    test_stillness_ordered (&stillness), crossed, fresh_crossed);
    g_assert_cmpuint (stillness.updates, >, N_CASES);
    g_assert_cmpfloat (test_stillness_moved (&stillness), <=, TEST_STILL_MOVED);
    g_assert_cmpfloat (test_stillness_far (&stillness), <=, REACHED_FAR);
    g_assert_cmpfloat (test_stillness_ordered (&stillness), >=, TEST_STILL_ORDERED);
    g_assert_cmpfloat (crossed, <=, TEST_STILL_CROSSED * fresh_crossed);
}

static const AttriItem *
find_box (const AttriPlan *plan, const char *key)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_BOX &&
            g_str_equal (attri_scene__box (plan->scene, item->box)->key, key))
            return item;
    }
    return NULL;
}

/* Columns tell what matters most first: what is new may stand lower than it should, where that
 * pushes less, but above nothing old that matters more. */
static void
check_ranks (const AttriPlan *old, const AttriPlan *new)
{
    const AttriScene *scene = new->scene;
    for (guint i = 0; i < scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (scene, i);
        const AttriItem *below = find_box (new, box->key);
        for (guint j = 0; j < i && find_box (old, box->key) == NULL; j++) {
            const AttriSceneBox *other = attri_scene__box (scene, j);
            const AttriItem *above = find_box (old, other->key);
            if (other->column != box->column || above == NULL)
                continue;
            if (attri_scene__box (old->scene, above->box)->column == box->column)
                g_assert_cmpint (find_box (new, other->key)->rect.y, <, below->rect.y);
        }
    }
}

static void
test_ranked (void)
{
    for (guint32 seed = 1; seed <= N_CASES; seed++) {
        g_autoptr (AttriGraph) whole = test_case_new (seed, 12 + seed * 7 % 48);
        g_autoptr (AttriGraph) less = grow (whole, seed, N_STEPS / 2, TRUE);
        g_autoptr (AttriGraph) more = grow (whole, seed, N_STEPS, TRUE);
        if (less == NULL || more == NULL)
            continue;
        g_test_message ("seed %u", seed);
        g_autoptr (AttriPlan) old = plan_with (less, NULL);
        g_autofree char *lock = attri_plan_to_lock (old);
        g_autoptr (AttriPlan) new = plan_with (more, lock);
        check_ranks (old, new);
    }
}

/* What was placed beside the rest is held from then on like the rest. */
static void
test_settled (gconstpointer data)
{
    for (guint32 seed = 1; seed <= N_CASES; seed++) {
        g_autoptr (AttriGraph) whole = test_case_new (seed, 12 + seed * 7 % 48);
        g_autoptr (AttriGraph) less = grow (whole, seed, 0, GPOINTER_TO_INT (data));
        g_autoptr (AttriGraph) more = grow (whole, seed, N_STEPS, GPOINTER_TO_INT (data));
        if (less == NULL || more == NULL)
            continue;
        g_test_message ("seed %u", seed);
        g_autoptr (AttriPlan) old = plan_with (less, NULL);
        g_autofree char *lock = attri_plan_to_lock (old);
        g_autoptr (AttriPlan) grown = plan_with (more, lock);
        g_autofree char *new_lock = attri_plan_to_lock (grown);
        g_autoptr (AttriPlan) again = plan_with (more, new_lock);
        g_autofree char *one = attri_plan_dump (grown);
        g_autofree char *two = attri_plan_dump (again);
        g_assert_cmpstr (one, ==, two);
        g_assert_false (attri_plan_is_patched (again));
    }
}

/* More than a layered picture has room for: what folds and what is left out is the same again. */
static void
test_folded (void)
{
    guint folded = 0;
    for (guint32 seed = 1; seed <= 12; seed++) {
        g_autoptr (AttriGraph) graph =
            test_case_new_matrix (seed, 4 + 2 * seed, 50 + 8 * seed, FALSE);
        g_test_message ("seed %u", seed);
        g_autoptr (AttriPlan) fresh = plan_in (graph, ATTRI_SCENE_VIEW_LAYERED, NULL);
        g_autofree char *lock = attri_plan_to_lock (fresh);
        g_autoptr (AttriPlan) held = plan_in (graph, ATTRI_SCENE_VIEW_LAYERED, lock);
        g_autofree char *one = attri_plan_dump (fresh);
        g_autofree char *two = attri_plan_dump (held);
        g_assert_cmpstr (one, ==, two);
        folded += strstr (lock, "\"fold:") != NULL;
    }
    g_assert_cmpuint (folded, >, 0);
}

/* ---- locks that are none, or of another picture ---- */

static void
expect_refusal (const AttriGraph *graph, AttriSceneView view, const char *lock_text,
                const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (lock_text, strlen (lock_text));
    g_autoptr (AttriLock) lock = attri_lock_read ("test.lock", bytes, &error);
    g_assert_no_error (error);
    const AttriSceneOptions wish = {.view = view};
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &wish);
    const AttriPlanOptions options = {.lock = lock};
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, &options, &error);
    g_assert_null (plan);
    g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK);
    g_assert_nonnull (strstr (error->message, expected));
}

static void
test_other (void)
{
    g_autoptr (AttriGraph) graph = make_case (7, TRUE);
    g_autoptr (AttriPlan) plan = plan_with (graph, NULL);
    g_autofree char *lock = attri_plan_to_lock (plan);
    expect_refusal (graph, ATTRI_SCENE_VIEW_LAYERED, lock, "holds a picture in view 'columns'");
    expect_refusal (graph, ATTRI_SCENE_VIEW_COLUMNS,
                    "{\"attrigraph-lock\": 1, \"view\": \"columns\", \"columns\": [], \"places\": "
                    "[{\"id\": \"fold:tools\", \"column\": 2, \"y\": 9},"
                    " {\"id\": \"stranger\", \"column\": 2, \"y\": 99}]}",
                    "holds nothing of this picture");
    g_autoptr (AttriGraph) whole = make_case (7, FALSE);
    g_autoptr (AttriPlan) layers = plan_in (graph, ATTRI_SCENE_VIEW_LAYERED, NULL);
    g_autofree char *focused = attri_plan_to_lock (layers);
    expect_refusal (whole, ATTRI_SCENE_VIEW_LAYERED, focused,
                    "holds a picture of group-0, and this one is without a focus");
}

/* Every number of a real lock made large, small or the same as others: a picture comes of it,
 * however ugly, and the same again. */
static void
test_hostile (gconstpointer data)
{
    static const char *const numbers[] = {"0", "1", "11", "12", "500", "4000", "19999"};
    for (guint32 seed = 1; seed <= 10; seed++) {
        g_autoptr (AttriGraph) graph = make_case (seed, GPOINTER_TO_INT (data));
        if (graph == NULL)
            continue;
        g_autoptr (AttriPlan) fresh = plan_with (graph, NULL);
        g_autofree char *lock = attri_plan_to_lock (fresh);
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        g_autoptr (GString) broken = g_string_new (NULL);
        for (const char *at = lock; *at != '\0'; at++) {
            const gboolean begins = g_ascii_isdigit (*at) && at[-1] == ' ';
            if (!begins || g_str_has_prefix (at, "1,\n  \"view\"") ||
                g_rand_int_range (random, 0, 3) > 0) {
                g_string_append_c (broken, *at);
                continue;
            }
            g_string_append (broken,
                             numbers[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (numbers))]);
            while (g_ascii_isdigit (at[1]))
                at++;
        }
        g_test_message ("seed %u", seed);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = g_bytes_new (broken->str, broken->len);
        g_autoptr (AttriLock) read = attri_lock_read ("test.lock", bytes, &error);
        if (error != NULL) {
            g_assert_null (read);
            g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK);
            continue;
        }
        g_autoptr (AttriPlan) plan = plan_unchecked (graph, ATTRI_SCENE_VIEW_AUTO, broken->str);
        g_autoptr (AttriPlan) again = plan_unchecked (graph, ATTRI_SCENE_VIEW_AUTO, broken->str);
        g_autofree char *one = attri_plan_dump (plan);
        g_autofree char *two = attri_plan_dump (again);
        g_assert_cmpstr (one, ==, two);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/layout/lock/same-columns", GINT_TO_POINTER (TRUE), test_same);
    g_test_add_data_func ("/layout/lock/same-layered", GINT_TO_POINTER (FALSE), test_same);
    g_test_add_data_func ("/layout/lock/grown-columns", GINT_TO_POINTER (TRUE), test_grown);
    g_test_add_data_func ("/layout/lock/grown-layered", GINT_TO_POINTER (FALSE), test_grown);
    g_test_add_func ("/layout/lock/ranked", test_ranked);
    g_test_add_data_func ("/layout/lock/settled-columns", GINT_TO_POINTER (TRUE), test_settled);
    g_test_add_data_func ("/layout/lock/settled-layered", GINT_TO_POINTER (FALSE), test_settled);
    g_test_add_func ("/layout/lock/folded", test_folded);
    g_test_add_func ("/layout/lock/other", test_other);
    g_test_add_data_func ("/layout/lock/hostile-columns", GINT_TO_POINTER (TRUE), test_hostile);
    g_test_add_data_func ("/layout/lock/hostile-layered", GINT_TO_POINTER (FALSE), test_hostile);
    return g_test_run ();
}
