/* SPDX-License-Identifier: MIT
 *
 * test-lock.c: a picture made from its own lock is the same picture; one of a graph that has grown
 * moves little. The measures are those of diagram stability (Misue and others, 1995): how far what
 * both pictures hold has moved, and how many pairs kept their order.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "model/graph-private.h"
#include "support/case.h"

#include <math.h>
#include <string.h>

#define MOST_MOVED    0.02 /* of the diagonal, on average */
#define LEAST_ORDERED 0.98 /* of all pairs */
#define MOST_FAR      0.02 /* of what both hold, by more than 5 % */
#define MOST_CROSSED  1.3  /* of a fresh layout's crossings */

static AttriGraph *
focus_on (const AttriGraph *graph)
{
    static const char *const focus[] = {"group-0", NULL};
    const AttriSelection selection = {.focus = focus, .hops = 2};
    g_auto (AttriViewReport) report = {0};
    return attri_view_select (graph, &selection, &report, NULL);
}

/* @graph before one report: without two of what is not a group. */
static AttriGraph *
shrink (const AttriGraph *graph, guint32 seed)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    const guint sizes[] = {graph->entities->len, graph->claims->len, graph->citations->len,
                           graph->sources->len};
    guint8 *kept[G_N_ELEMENTS (sizes)];
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        kept[i] = g_malloc (sizes[i] + 1);
        memset (kept[i], 1, sizes[i] + 1);
    }
    for (guint left = 2; left > 0;) {
        const guint32 row = (guint32)g_rand_int_range (random, 0, (gint32)sizes[0]);
        if (kept[0][row] && !g_str_has_prefix (attri_graph_get_entity (graph, row)->id, "group-")) {
            kept[0][row] = 0;
            left--;
        }
    }
    const AttriSubset subset = {.entities = kept[0],
                                .claims = kept[1],
                                .citations = kept[2],
                                .sources = kept[3]};
    AttriGraph *part = attri_graph__subset (graph, &subset, attri_graph_get_stamp (graph));
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        g_free (kept[i]);
    return part;
}

static AttriPlan *
plan_with (const AttriGraph *graph, const char *lock_text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriLock) lock = NULL;
    if (lock_text != NULL) {
        g_autoptr (GBytes) bytes = g_bytes_new (lock_text, strlen (lock_text));
        lock = attri_lock_read ("test.lock", bytes, &error);
        g_assert_no_error (error);
    }
    AttriSceneOptions wish = {0};
    if (lock != NULL)
        wish.held = attri_lock_get_columns (lock, &wish.n_held);
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &wish);
    const AttriPlanOptions options = {.lock = lock};
    AttriPlan *plan = attri_plan_new (scene, &options, &error);
    g_assert_no_error (error);
    g_auto (GStrv) breaches = attri_plan_check (plan);
    g_assert_cmpstr (breaches[0], ==, NULL);
    return plan;
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
    for (guint32 seed = 1; seed <= 40; seed++) {
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

/* Where a box both plans hold was, and is. */
typedef struct {
    double x[2];
    double y[2];
} Place;

static gboolean
find_box (const AttriPlan *plan, const char *key, double *x, double *y)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind != ATTRI_ITEM_BOX ||
            strcmp (attri_scene__box (plan->scene, item->box)->key, key) != 0)
            continue;
        *x = item->rect.x + item->rect.w / 2.0;
        *y = item->rect.y + item->rect.h / 2.0;
        return TRUE;
    }
    return FALSE;
}

static GArray *
find_common (const AttriPlan *old, const AttriPlan *new)
{
    GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
    for (guint i = 0; i < old->scene->boxes->len; i++) {
        const char *key = attri_scene__box (old->scene, i)->key;
        Place place;
        if (find_box (old, key, &place.x[0], &place.y[0]) &&
            find_box (new, key, &place.x[1], &place.y[1]))
            g_array_append_val (places, place);
    }
    return places;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
median (GArray *numbers)
{
    g_array_sort (numbers, compare_doubles);
    return numbers->len > 0 ? g_array_index (numbers, double, numbers->len / 2) : 0;
}

static double
median_shift (const GArray *places, gboolean of_x)
{
    g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index (places, Place, i);
        const double shift = of_x ? place->x[1] - place->x[0] : place->y[1] - place->y[0];
        g_array_append_val (shifts, shift);
    }
    return median (shifts);
}

typedef struct {
    double moved, far, pairs, ordered, places;
} Measure;

static void
add_measure (Measure *all, const AttriPlan *old, const AttriPlan *new)
{
    g_autoptr (GArray) places = find_common (old, new);
    const double dx = median_shift (places, TRUE), dy = median_shift (places, FALSE);
    const double diagonal = hypot (old->canvas.w, old->canvas.h);
    for (guint i = 0; i < places->len; i++) {
        const Place *a = &g_array_index (places, Place, i);
        const double move = hypot (a->x[1] - a->x[0] - dx, a->y[1] - a->y[0] - dy) / diagonal;
        all->moved += move;
        all->far += move > 0.05;
        all->places++;
        for (guint j = 0; j < i; j++) {
            const Place *b = &g_array_index (places, Place, j);
            all->pairs += 2;
            all->ordered += (a->x[0] - b->x[0]) * (a->x[1] - b->x[1]) >= 0;
            all->ordered += (a->y[0] - b->y[0]) * (a->y[1] - b->y[1]) >= 0;
        }
    }
}

static void
test_grown (gconstpointer data)
{
    Measure held = {0}, free = {0};
    guint crossed = 0, fresh_crossed = 0;
    for (guint32 seed = 1; seed <= 40; seed++) {
        g_autoptr (AttriGraph) whole = test_case_new (seed, 8 + seed % 40);
        g_autoptr (AttriGraph) part = shrink (whole, seed);
        if (GPOINTER_TO_INT (data)) {
            AttriGraph *views[] = {focus_on (whole), focus_on (part)};
            attri_graph_unref (whole);
            attri_graph_unref (part);
            whole = views[0];
            part = views[1];
            if (whole == NULL || part == NULL)
                continue;
        }
        g_autoptr (AttriPlan) old = plan_with (part, NULL);
        g_autofree char *lock = attri_plan_to_lock (old);
        g_autoptr (AttriPlan) new = plan_with (whole, lock);
        g_autoptr (AttriPlan) fresh = plan_with (whole, NULL);
        add_measure (&held, old, new);
        add_measure (&free, old, fresh);
        crossed += attri_plan_get_crossings (new);
        fresh_crossed += attri_plan_get_crossings (fresh);
    }
    g_test_message ("held: moved %.4f, far %.4f, ordered %.4f; crossings %u",
                    held.moved / held.places, held.far / held.places, held.ordered / held.pairs,
                    crossed);
    g_test_message ("free: moved %.4f, far %.4f, ordered %.4f; crossings %u",
                    free.moved / free.places, free.far / free.places, free.ordered / free.pairs,
                    fresh_crossed);
    g_assert_cmpfloat (held.moved / held.places, <=, MOST_MOVED);
    g_assert_cmpfloat (held.far / held.places, <=, MOST_FAR);
    g_assert_cmpfloat (held.ordered / held.pairs, >=, LEAST_ORDERED);
    g_assert_cmpfloat (crossed, <=, MOST_CROSSED * fresh_crossed);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/layout/lock/same-columns", GINT_TO_POINTER (TRUE), test_same);
    g_test_add_data_func ("/layout/lock/same-layered", GINT_TO_POINTER (FALSE), test_same);
    g_test_add_data_func ("/layout/lock/grown-columns", GINT_TO_POINTER (TRUE), test_grown);
    g_test_add_data_func ("/layout/lock/grown-layered", GINT_TO_POINTER (FALSE), test_grown);
    return g_test_run ();
}
