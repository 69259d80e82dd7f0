/* SPDX-License-Identifier: MIT
 *
 * test-diff.c: two files go in, the list of changes comes out. The goldens:
 *
 *   claims    added, gone, changed, withdrawn and revoked claims; new to the world and to us
 *   entities  a rename, an external id, a namesake, two ids that no one record can be matched by
 *   editions  a feed's new edition is one line, and what it dropped another
 *   pairing   claims of one key: by id, by places and time, by places, by what is left
 */
#include "../support/case.h"
#include "../support/golden.h"

#include <attrigraph/diff.h>
#include <attrigraph/read.h>
#include <attrigraph/view.h>

#include <string.h>

static AttriGraph *
read_graph (const char *name, const char *side)
{
    g_autofree char *file = g_strdup_printf ("diff/%s.%s.json", name, side);
    g_autofree char *path = attri_golden_path (file);
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const char *const paths[] = {path, NULL};
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

static const char *
subject_id (const AttriGraph *graph, const AttriDiffRow *row)
{
    return row->subject == ATTRI_DIFF_SOURCE ? attri_graph_get_source (graph, row->row)->id
                                             : attri_graph_get_entity (graph, row->row)->id;
}

static void
put_subject (GString *out, const AttriGraph *graph, const AttriDiffRow *row)
{
    if (row->subject != ATTRI_DIFF_CLAIM) {
        g_string_append_printf (out, "%s %s",
                                row->subject == ATTRI_DIFF_SOURCE ? "source" : "entity",
                                subject_id (graph, row));
        return;
    }
    const AttriClaim *claim = attri_graph_get_claim (graph, row->row);
    g_string_append_printf (out, "claim %s %s %s by %s",
                            attri_graph_get_entity (graph, claim->from)->id, claim->type,
                            claim->to != ATTRI_NONE ? attri_graph_get_entity (graph, claim->to)->id
                                                    : claim->value,
                            attri_graph_get_source (graph, claim->claimant)->id);
}

static char *
list_changes (const AttriDiff *diff)
{
    static const char marks[] = " +-~";
    static const char *const novelties[] = {"", " (new)", " (new to us)"};
    static const char *const retractions[] = {"", " (withdrawn)", " (revoked)", " (gone)"};
    const AttriGraph *graph = attri_diff_get_graph (diff);
    GString *out = g_string_new (NULL);

    for (guint i = 0; i < attri_diff_get_n_rows (diff); i++) {
        const AttriDiffRow *row = attri_diff_get_row (diff, i);
        g_string_append_printf (out, "%c ", marks[row->change]);
        put_subject (out, graph, row);
        g_string_append_printf (out, "%s%s%s\n", novelties[row->novelty],
                                retractions[row->retraction], row->minor ? " (minor)" : "");
        for (guint32 j = 0; j < row->fields.count; j++) {
            const AttriFieldChange *field = attri_diff_get_field (diff, row->fields.first + j);
            g_string_append_printf (out, "    %s: '%s' -> '%s'%s\n", field->field, field->before,
                                    field->after, field->minor ? " (minor)" : "");
        }
    }
    for (guint i = 0; i < attri_diff_get_n_editions (diff); i++) {
        const AttriDiffEdition *edition = attri_diff_get_edition (diff, i);
        g_string_append_printf (out, "edition %s -> %s\n",
                                attri_graph_get_source (graph, edition->before)->id,
                                attri_graph_get_source (graph, edition->after)->id);
    }
    for (guint i = 0; i < attri_diff_get_n_candidates (diff); i++) {
        const AttriDiffCandidate *candidate = attri_diff_get_candidate (diff, i);
        g_string_append_printf (out, "candidate %s -> %s\n",
                                attri_graph_get_entity (graph, candidate->removed)->id,
                                attri_graph_get_entity (graph, candidate->added)->id);
    }
    return g_string_free (out, FALSE);
}

static void
test_golden (gconstpointer name)
{
    g_autoptr (AttriGraph) before = read_graph (name, "old");
    g_autoptr (AttriGraph) after = read_graph (name, "new");
    g_autoptr (AttriDiff) diff = attri_diff_new (before, after, FALSE);
    g_autofree char *changes = list_changes (diff);
    g_autofree char *changes_name = g_strdup_printf ("diff/%s.changes", (const char *)name);
    g_autofree char *dump = attri_graph_dump (attri_diff_get_graph (diff));
    g_autofree char *dump_name = g_strdup_printf ("diff/%s.graph", (const char *)name);

    attri_golden_check (changes_name, changes);
    attri_golden_check (dump_name, dump);
    g_assert_false (attri_diff_is_empty (diff));
}

static void
assert_same (const AttriGraph *a, const AttriGraph *b)
{
    g_autofree char *one = attri_graph_dump (a);
    g_autofree char *two = attri_graph_dump (b);
    g_assert_cmpstr (one, ==, two);
}

/* What the marks say of one side: the rows of it are those that are not of the other alone. */
static guint
count_marks (const AttriGraph *graph, AttriChange change)
{
    guint n = 0;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        n += attri_graph_get_claim (graph, i)->change == change;
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        n += attri_graph_get_entity (graph, i)->change == change;
    return n;
}

static AttriGraph *
without_tools (const AttriGraph *graph)
{
    static const char *const types[] = {"intrusion-set", "sector", "identity", NULL};
    const AttriSelection wish = {.types = types};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    AttriGraph *part = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);
    return part;
}

static void
test_generated (void)
{
    for (guint32 seed = 1; seed <= 40; seed++) {
        g_test_message ("seed %u", seed);
        g_autoptr (AttriGraph) whole = test_case_new (seed, 5 + seed % 30);
        g_autoptr (AttriGraph) part = without_tools (whole);

        g_autoptr (AttriDiff) nothing = attri_diff_new (whole, whole, FALSE);
        g_assert_true (attri_diff_is_empty (nothing));
        g_assert_cmpuint (attri_diff_get_n_rows (nothing), ==, 0);

        g_autoptr (AttriDiff) growth = attri_diff_new (part, whole, FALSE);
        g_autoptr (AttriDiff) loss = attri_diff_new (whole, part, FALSE);
        const AttriGraph *grown = attri_diff_get_graph (growth);
        const AttriGraph *shrunk = attri_diff_get_graph (loss);
        g_assert_cmpuint (attri_graph_get_n_claims (grown), ==, attri_graph_get_n_claims (whole));
        g_assert_cmpuint (attri_graph_get_n_claims (shrunk), ==, attri_graph_get_n_claims (whole));
        g_assert_cmpuint (count_marks (grown, ATTRI_CHANGE_ADDED), ==,
                          count_marks (shrunk, ATTRI_CHANGE_REMOVED));
        g_assert_cmpuint (count_marks (grown, ATTRI_CHANGE_ADDED), ==,
                          attri_graph_get_n_claims (whole) - attri_graph_get_n_claims (part) +
                              attri_graph_get_n_entities (whole) -
                              attri_graph_get_n_entities (part));
        g_assert_cmpuint (count_marks (grown, ATTRI_CHANGE_REMOVED), ==, 0);
        g_assert_cmpuint (count_marks (grown, ATTRI_CHANGE_CHANGED), ==, 0);

        g_autoptr (AttriDiff) again = attri_diff_new (part, whole, FALSE);
        assert_same (grown, attri_diff_get_graph (again));
    }
}

/* A view of a diff keeps what the diff alone owns. */
static void
test_outlived (void)
{
    g_autoptr (AttriGraph) before = read_graph ("claims", "old");
    g_autoptr (AttriGraph) after = read_graph ("claims", "new");
    AttriDiff *diff = attri_diff_new (before, after, FALSE);
    g_autoptr (AttriGraph) near = attri_diff_get_context (diff, 1);
    g_autoptr (AttriGraph) whole = attri_graph_ref (attri_diff_get_graph (diff));

    attri_diff_unref (diff);
    g_clear_pointer (&before, attri_graph_unref);
    g_clear_pointer (&after, attri_graph_unref);
    g_autofree char *dump = attri_graph_dump (near);
    g_assert_nonnull (strstr (dump, "hedge suspected \u2192 stated"));
    g_autofree char *all = attri_graph_dump (whole);
    g_assert_nonnull (strstr (all, "- claim fox same-as wolf"));
}

static void
test_context (void)
{
    g_autoptr (AttriGraph) before = read_graph ("editions", "old");
    g_autoptr (AttriGraph) after = read_graph ("editions", "new");
    g_autoptr (AttriDiff) diff = attri_diff_new (before, after, FALSE);
    g_autoptr (AttriGraph) ends = attri_diff_get_context (diff, 0);
    g_autoptr (AttriGraph) near = attri_diff_get_context (diff, 1);

    g_assert_cmpuint (attri_graph_find_entity (ends, "fox"), !=, ATTRI_NONE);
    g_assert_cmpuint (attri_graph_find_entity (ends, "pit"), !=, ATTRI_NONE);
    g_assert_cmpuint (attri_graph_find_entity (ends, "den"), ==, ATTRI_NONE);
    g_assert_cmpuint (attri_graph_get_stamp (ends)->hidden_entities, ==, 1);
    g_assert_cmpuint (attri_graph_find_entity (near, "den"), !=, ATTRI_NONE);
}

int
main (int argc, char **argv)
{
    static const char *const goldens[] = {"claims", "entities", "editions", "pairing"};

    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++) {
        g_autofree char *path = g_strdup_printf ("/diff/%s", goldens[i]);
        g_test_add_data_func (path, goldens[i], test_golden);
    }
    g_test_add_func ("/diff/generated", test_generated);
    g_test_add_func ("/diff/outlived", test_outlived);
    g_test_add_func ("/diff/context", test_context);
    return g_test_run ();
}
