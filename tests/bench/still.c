/* SPDX-License-Identifier: MIT
 *
 * still SOURCE: how still pictures hold while their cases grow, beside plain dot.
 *
 * Each case is drawn once afresh, and then after each report with the lock of the picture before,
 * as `draw --lock` does. Fails where an aim is missed, or a picture breaks a rule of geometry.
 */
#include <attrigraph/attrigraph.h>

#include "support/case.h"
#include "support/corpus.h"
#include "support/still.h"

#include <string.h>

#define N_CASES 36
#define N_STEPS 8

/* What was measured of one kind of picture. */
typedef struct {
    const char *name;
    TestStillness held, worst, dot;
    guint cases;
    guint crossed, fresh_crossed;   /* after one update of a fresh layout */
    guint long_crossed, long_fresh; /* after all updates */
    gboolean broken;
} Series;

/* ---- drawing ---- */

static AttriPlan *
plan_with (const AttriGraph *graph, const AttriCensus *census, AttriSceneView view,
           const AttriPlan *before)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriLock) lock = NULL;
    AttriSceneOptions wish = {.view = view, .census = census};
    if (before != NULL) {
        g_autofree char *text = attri_plan_to_lock (before);
        g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
        lock = attri_lock_read ("still.lock", bytes, &error);
        g_assert_no_error (error);
        wish.held = attri_lock_get_columns (lock, &wish.n_held);
    }
    g_autoptr (AttriScene) scene = attri_scene_new (graph, &wish);
    const AttriPlanOptions options = {.lock = lock};
    AttriPlan *plan = attri_plan_new (scene, &options, &error);
    g_assert_no_error (error);
    return plan;
}

static void
check_plan (Series *series, const AttriPlan *plan)
{
    g_auto (GStrv) breaches = attri_plan_check (plan);
    if (breaches[0] != NULL)
        g_printerr ("%s: %s\n", series->name, breaches[0]);
    series->broken |= breaches[0] != NULL;
}

static void
add_update (TestStillness *all, const AttriPlan *old, const AttriPlan *new)
{
    g_autoptr (TestPlaces) before = test_places_of_plan (old);
    g_autoptr (TestPlaces) after = test_places_of_plan (new);
    test_stillness_add (all, before, after);
}

static void
add_dot (TestStillness *all, const AttriPlan *old, const AttriPlan *new)
{
    g_autoptr (TestPlaces) before = test_places_of_dot (old);
    g_autoptr (TestPlaces) after = test_places_of_dot (new);
    if (before != NULL && after != NULL)
        test_stillness_add (all, before, after);
}

/* ---- a case that grows ---- */

/* What is there after each step; (nullable) where there is nothing yet. */
typedef struct {
    AttriGraph *graph;
    AttriCensus *census;
} State;

static void
state_clear (gpointer data)
{
    State *state = data;
    g_clear_pointer (&state->graph, attri_graph_unref);
    g_clear_pointer (&state->census, attri_census_free);
}

static GArray *
states_new (void)
{
    GArray *states = g_array_new (FALSE, TRUE, sizeof (State));
    g_array_set_clear_func (states, state_clear);
    return states;
}

/* A step that brings nothing would only flatter. */
static gboolean
is_news (const GArray *states, const AttriGraph *graph)
{
    if (states->len == 0)
        return TRUE;
    const AttriGraph *last = g_array_index (states, State, states->len - 1).graph;
    return attri_graph_get_n_entities (graph) != attri_graph_get_n_entities (last) ||
           attri_graph_get_n_claims (graph) != attri_graph_get_n_claims (last);
}

/* @whole under a wish, if that leaves something new. Takes how widely tools are used from all of
 * it, as `draw` does. */
static void
add_state (GArray *states, AttriGraph *whole, const AttriSelection *wish)
{
    g_auto (AttriViewReport) report = {0}, silent = {0};
    g_autoptr (AttriGraph) graph = attri_view_select (whole, wish, &report, NULL);
    if (graph == NULL || !is_news (states, graph))
        return;
    AttriSelection uncut = *wish;
    uncut.hops = ATTRI_HOPS_ALL;
    g_autoptr (AttriGraph) all = attri_view_select (whole, &uncut, &silent, NULL);
    const State state = {g_steal_pointer (&graph), attri_census_new (all)};
    g_array_append_val (states, state);
}

static void
measure (Series *series, const GArray *states, AttriSceneView view)
{
    g_autoptr (AttriPlan) last = NULL, last_fresh = NULL;
    TestStillness own = {0};
    for (guint i = 0; i < states->len; i++) {
        const State *state = &g_array_index (states, State, i);
        g_autoptr (AttriPlan) fresh = plan_with (state->graph, state->census, view, NULL);
        g_autoptr (AttriPlan) held = plan_with (state->graph, state->census, view, last);
        check_plan (series, held);
        if (last != NULL) {
            g_autoptr (AttriPlan) once = plan_with (state->graph, state->census, view, last_fresh);
            check_plan (series, once);
            series->crossed += attri_plan_get_crossings (once);
            series->fresh_crossed += attri_plan_get_crossings (fresh);
            add_update (&series->held, last, held);
            add_update (&own, last, held);
            add_dot (&series->dot, last, held);
        }
        g_clear_pointer (&last, attri_plan_unref);
        g_clear_pointer (&last_fresh, attri_plan_unref);
        last = g_steal_pointer (&held);
        last_fresh = g_steal_pointer (&fresh);
    }
    if (own.updates == 0)
        return;
    series->cases++;
    series->long_crossed += attri_plan_get_crossings (last);
    series->long_fresh += attri_plan_get_crossings (last_fresh);
    if (test_stillness_moved (&own) > test_stillness_moved (&series->worst))
        series->worst = own;
}

static void
measure_made_up (Series *series, AttriSceneView view)
{
    static const char *const focus[] = {"group-0", NULL};
    const AttriSelection wish = {.focus = view == ATTRI_SCENE_VIEW_COLUMNS ? focus : NULL,
                                 .hops = 2};
    for (guint32 seed = 1; seed <= N_CASES; seed++) {
        g_autoptr (AttriGraph) whole = test_case_new (seed, 12 + seed * 7 % 48);
        g_autoptr (GArray) states = states_new ();
        for (guint step = 0; step <= N_STEPS; step++) {
            g_autoptr (AttriGraph) graph = test_case_grow (whole, seed, step, N_STEPS);
            add_state (states, graph, &wish);
        }
        measure (series, states, view);
    }
}

/* ---- real cases ---- */

static AttriGraph *
load (const char *path)
{
    const char *const paths[] = {path, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    g_autoptr (GError) error = NULL;
    if (attri_read_paths (builder, paths, NULL, findings, &error)) {
        AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
        if (graph != NULL)
            return graph;
    } else {
        attri_graph_builder_free (builder);
    }
    g_printerr ("%s: %s\n", path, error->message);
    return NULL;
}

/* One case at a few dates. */
static void
measure_dates (Series *series, AttriGraph *whole, const char *const *focus, AttriSceneView view,
               const char *const *dates, gboolean known)
{
    g_autoptr (GArray) states = states_new ();
    for (guint i = 0; dates[i] != NULL; i++) {
        AttriSelection wish = {.focus = focus, .hops = 2};
        const gboolean is_date = attri_date_parse (dates[i], known ? &wish.known_on : &wish.as_of);
        g_assert_true (is_date);
        add_state (states, whole, &wish);
    }
    measure (series, states, view);
}

/* TAG-22's neighbourhood as ATT&CK's reports came out, year by year. */
static void
measure_attack (Series *series, AttriGraph *attack)
{
    static const char *const years[] = {"2013", "2014", "2015", "2016", "2017", "2018", "2019",
                                        "2020", "2021", "2022", "2023", "2024", "2025", NULL};
    static const char *const names[] = {"G1006", "G0096", "G0143", "G0044", "G0025"};
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        const char *const focus[] = {names[i], NULL};
        measure_dates (series, attack, focus, ATTRI_SCENE_VIEW_COLUMNS, years, FALSE);
        measure_dates (series, attack, focus, ATTRI_SCENE_VIEW_LAYERED, years, FALSE);
    }
}

/* As the reports came out, each year's together. */
static void
measure_tag_22 (Series *series, AttriGraph *graph)
{
    static const char *const dates[] = {"2021-07-31", "2021-12-31", "2022-12-31", "2025-12-31",
                                        NULL};
    static const char *const focus[] = {"tag-22", NULL};
    measure_dates (series, graph, focus, ATTRI_SCENE_VIEW_COLUMNS, dates, FALSE);
    measure_dates (series, graph, focus, ATTRI_SCENE_VIEW_LAYERED, dates, FALSE);
}

/* As the files know it: all of four years' reports in one step. */
static void
measure_jump (Series *series, AttriGraph *graph)
{
    static const char *const dates[] = {"2021-07-31", "2025-12-31", NULL};
    static const char *const focus[] = {"tag-22", NULL};
    measure_dates (series, graph, focus, ATTRI_SCENE_VIEW_COLUMNS, dates, TRUE);
    measure_dates (series, graph, focus, ATTRI_SCENE_VIEW_LAYERED, dates, TRUE);
}

/* ---- the table ---- */

static void
print_row (const char *name, const TestStillness *stillness)
{
    g_print ("  %-26s %7.4f %7.4f %6.1f %%", name, test_stillness_moved (stillness),
             test_stillness_ordered (stillness), 100 * test_stillness_far (stillness));
}

static double
ratio (guint crossed, guint fresh)
{
    return fresh > 0 ? (double)crossed / fresh : 1 + crossed;
}

/* Whether all aims are met. */
static gboolean
print_series (const Series *self)
{
    g_print ("%s: %u cases, %u updates\n", self->name, self->cases, self->held.updates);
    print_row ("attrigraph", &self->held);
    g_print ("   %5.2f %5.2f\n", ratio (self->crossed, self->fresh_crossed),
             ratio (self->long_crossed, self->long_fresh));
    print_row ("  its least still case", &self->worst);
    g_print ("\n");
    if (self->dot.updates > 0) {
        print_row ("dot", &self->dot);
        g_print ("\n");
    }
    return !self->broken && self->held.updates > 0 &&
           test_stillness_moved (&self->held) <= TEST_STILL_MOVED &&
           test_stillness_far (&self->held) <= TEST_STILL_FAR &&
           test_stillness_ordered (&self->held) >= TEST_STILL_ORDERED &&
           self->crossed <= TEST_STILL_CROSSED * self->fresh_crossed;
}

static gboolean
run_real (const char *name, const char *path, void (*run) (Series *, AttriGraph *))
{
    Series series = {.name = name};
    g_autoptr (AttriGraph) graph = load (path);
    if (graph == NULL)
        return FALSE;
    run (&series, graph);
    return print_series (&series);
}

int
main (int argc, char **argv)
{
    static const AttriSceneView views[] = {ATTRI_SCENE_VIEW_COLUMNS, ATTRI_SCENE_VIEW_LAYERED};
    static const char *const names[] = {"made up, in columns", "made up, layered"};
    if (argc != 2) {
        g_printerr ("usage: still SOURCE\n");
        return 2;
    }
    gboolean met = TRUE;
    g_print ("%-28s %7s %7s %8s   crossings, of fresh:\n%-28s %7s %7s %8s   after 1, after all\n",
             "", "D", "O", "far", "aims", "0.02", "0.98", "2 %");
    for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
        Series series = {.name = names[i]};
        measure_made_up (&series, views[i]);
        met &= print_series (&series);
    }
    g_autofree char *tag_22 = g_build_filename (argv[1], "data", "tag-22", NULL);
    met &= run_real ("data/tag-22, by year", tag_22, measure_tag_22);
    run_real ("data/tag-22, four years at once (no aim)", tag_22, measure_jump);
    g_autofree char *attack = test_corpus_path ("attack-enterprise-18.1.json");
    if (attack != NULL)
        met &= run_real ("TAG-22 and its neighbours in ATT&CK, by year", attack, measure_attack);
    else
        g_print ("ATT&CK: skipped, there is no corpus\n");
    return met ? 0 : 1;
}
