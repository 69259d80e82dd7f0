/* SPDX-License-Identifier: MIT
 *
 * test-raise.c: what the newer of two graphs marks above a limit is in no change between the two
 * as far as the limit lets them be seen, whatever the two say, for generated graphs.
 */
#include "../support/fill.h"

#include <attrigraph/diff.h>
#include <attrigraph/view.h>

#define SEEDS 150

static AttriGraph *
make_graph (guint32 seed)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    test_fill (builder, seed, FALSE, 10 + seed % 40);
    test_fill_views (builder, seed);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

/* What may be seen of @graph, nothing if nothing may. */
static AttriGraph *
cut (const AttriGraph *graph, AttriTlp limit, char **spared)
{
    const AttriSelection wish = {.max_tlp = limit,
                                 .include_revoked = TRUE,
                                 .spared = (const char *const *)spared};
    g_auto (AttriViewReport) report = {0};
    AttriGraph *view = attri_view_select (graph, &wish, &report, NULL);
    return view != NULL ? view : attri_view_select_nothing (graph, &wish);
}

/* What may be seen of @graph, as if it held nothing else: then no entity loses a claim. */
static AttriGraph *
cut_innocently (const AttriGraph *graph, AttriTlp limit)
{
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree char **all = g_new0 (char *, n + 1);
    for (guint32 i = 0; i < n; i++)
        all[i] = (char *)attri_graph_get_entity (graph, i)->id;
    return cut (graph, limit, all);
}

/* ---- what is secret ---- */

static gboolean
is_secret_source (const AttriGraph *graph, const char *id, AttriTlp limit)
{
    const guint32 row = attri_graph_find_source (graph, id);
    return row != ATTRI_NONE &&
           attri_tlp_is_above (attri_graph_get_source (graph, row)->tlp, limit);
}

static gboolean
is_secret_entity (const AttriGraph *graph, const char *id, AttriTlp limit)
{
    const guint32 row = attri_graph_find_entity (graph, id);
    return row != ATTRI_NONE &&
           attri_tlp_is_above (attri_graph_get_entity (graph, row)->tlp, limit);
}

static const char *
end_of (const AttriGraph *graph, const AttriClaim *claim)
{
    return claim->to != ATTRI_NONE ? attri_graph_get_entity (graph, claim->to)->id : claim->value;
}

/* Whether @claim of @graph says of whom @other of @others does, by the same claimant. */
static gboolean
is_same_key (const AttriGraph *graph, const AttriClaim *claim, const AttriGraph *others,
             const AttriClaim *other)
{
    return g_str_equal (claim->type, other->type) &&
           g_str_equal (attri_graph_get_entity (graph, claim->from)->id,
                        attri_graph_get_entity (others, other->from)->id) &&
           g_strcmp0 (end_of (graph, claim), end_of (others, other)) == 0 &&
           g_str_equal (attri_graph_get_source (graph, claim->claimant)->id,
                        attri_graph_get_source (others, other->claimant)->id);
}

/* How many claims of the key of @claim @others holds, and how many of them are told. */
static void
count_alike (const AttriGraph *graph, const AttriClaim *claim, const AttriGraph *others,
             AttriTlp limit, guint *n, guint *told)
{
    *n = *told = 0;
    for (guint32 i = 0; i < attri_graph_get_n_claims (others); i++) {
        const AttriClaim *other = attri_graph_get_claim (others, i);
        if (!is_same_key (graph, claim, others, other))
            continue;
        *n += 1;
        *told += !attri_tlp_is_above (other->tlp, limit);
    }
}

/* ---- changes ---- */

/* What would be seen if the newer files did not hold what is secret is not gone because they do.
 * @after: what would be seen */
static void
check_entity (const AttriGraph *graph, const AttriDiffRow *row, const AttriGraph *after,
              AttriTlp limit)
{
    const char *id = attri_graph_get_entity (graph, row->row)->id;
    g_assert_false (is_secret_entity (after, id, limit));
    g_assert_false (row->change == ATTRI_CHANGE_REMOVED &&
                    attri_graph_find_entity (after, id) != ATTRI_NONE);
}

static void
check_row (const AttriDiff *diff, const AttriDiffRow *row, const AttriGraph *after,
           const AttriGraph *innocent, AttriTlp limit)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    guint n;
    guint told;
    switch (row->subject) {
    case ATTRI_DIFF_SOURCE:
        g_assert_false (
            is_secret_source (after, attri_graph_get_source (graph, row->row)->id, limit));
        break;
    case ATTRI_DIFF_ENTITY:
        check_entity (graph, row, innocent, limit);
        break;
    case ATTRI_DIFF_VIEW: {
        const char *id = attri_graph_get_saved_view (graph, row->row)->id;
        const AttriSavedView *newer = attri_graph_find_saved_view (after, id);
        g_assert_false (newer != NULL && attri_tlp_is_above (newer->tlp, limit));
        break;
    }
    case ATTRI_DIFF_CLAIM:
        /* Gone, although somebody holds it, and nobody may know. */
        count_alike (graph, attri_graph_get_claim (graph, row->row), after, limit, &n, &told);
        g_assert_false (row->change == ATTRI_CHANGE_REMOVED && n > 0 && told == 0);
        break;
    }
}

static guint
check_pair (guint32 seed, AttriTlp limit)
{
    AttriGraph *before = make_graph (seed);
    AttriGraph *after = make_graph (seed + 1000);
    g_autoptr (AttriGraph) whole = attri_graph_ref (after);
    g_autoptr (AttriGraph) innocent = cut_innocently (after, limit);
    g_auto (AttriDiffRemarked) remarked = {0};
    attri_diff_raise_markings (&before, &after, limit, &remarked);
    g_autoptr (AttriGraph) older = cut (before, limit, remarked.spared);
    g_autoptr (AttriGraph) newer = cut (after, limit, remarked.spared);
    g_autoptr (AttriDiff) diff = attri_diff_new (older, newer, FALSE);
    for (guint i = 0; i < attri_diff_get_n_rows (diff); i++)
        check_row (diff, attri_diff_get_row (diff, i), whole, innocent, limit);
    attri_graph_unref (before);
    attri_graph_unref (after);
    return remarked.claims + remarked.entities + remarked.sources + remarked.saved;
}

static void
test_generated (void)
{
    static const AttriTlp limits[] = {ATTRI_TLP_CLEAR, ATTRI_TLP_GREEN, ATTRI_TLP_AMBER,
                                      ATTRI_TLP_AMBER_STRICT};
    for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
        guint n = 0;
        for (guint32 seed = 1; seed <= SEEDS; seed++) {
            g_test_message ("seed %u, limit %s", seed, attri_tlp_to_string (limits[i]));
            n += check_pair (seed, limits[i]);
        }
        g_assert_cmpuint (n, >, SEEDS / 10);
    }
}

/* Without a limit nothing is done, and nothing counted. */
static void
test_unlimited (void)
{
    AttriGraph *before = make_graph (1);
    AttriGraph *after = make_graph (1001);
    const AttriGraph *same[] = {before, after};
    g_auto (AttriDiffRemarked) remarked = {0};

    attri_diff_raise_markings (&before, &after, ATTRI_TLP_UNMARKED, &remarked);
    g_assert_true (before == same[0] && after == same[1]);
    g_assert_cmpuint (remarked.claims + remarked.entities + remarked.sources + remarked.saved, ==,
                      0);
    g_assert_null (remarked.spared);
    attri_graph_unref (before);
    attri_graph_unref (after);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/diff/raise/generated", test_generated);
    g_test_add_func ("/diff/raise/unlimited", test_unlimited);
    return g_test_run ();
}
