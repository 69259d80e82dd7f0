/* SPDX-License-Identifier: MIT
 *
 * test-formats.c: the formats of other tools, and what they say they lose. Whether those
 * tools read them is tested from outside (test_peers.py).
 */
#include <attrigraph/export.h>
#include <attrigraph/view.h>

#include "support/corpus.h"
#include "support/golden.h"
#include "support/reading.h"

#include <string.h>

static AttriGraph *
read_golden (const char *name)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    gsize length;
    g_autofree char *text = test_load ("export", name, &length);
    AttriGraph *graph = test_read_text (name, text, length, findings);
    g_assert_nonnull (graph);
    return graph;
}

/* Names that are commands to somebody, in every format. */
static void
test_hostile (gconstpointer data)
{
    const AttriExportFormat format = GPOINTER_TO_INT (data);
    g_autoptr (AttriGraph) graph = read_golden ("hostile.json");
    g_auto (GStrv) losses = NULL;
    g_autofree char *text = attri_export_graph (graph, format, &losses);
    g_autofree char *again = attri_export_graph (graph, format, NULL);
    g_autofree char *name =
        g_strconcat ("export/hostile.", attri_export_format_to_string (format), NULL);
    g_autofree char *lost_name = g_strconcat (name, ".losses", NULL);
    g_autofree char *lost = g_strjoinv ("\n", losses);
    g_autofree char *lines = g_strconcat (lost, "\n", NULL);

    g_assert_cmpstr (again, ==, text);
    g_assert_true (g_str_has_suffix (text, "\n"));
    attri_golden_check (name, text);
    attri_golden_check (lost_name, lines);
}

/* What our own reader makes of the bundle: who says what survives. */
static void
test_stix (void)
{
    g_autoptr (AttriGraph) graph = read_golden ("hostile.json");
    g_autofree char *text = attri_export_graph (graph, ATTRI_EXPORT_STIX, NULL);
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (AttriGraph) again = test_read_text ("bundle.json", text, strlen (text), findings);
    g_assert_nonnull (again);
    g_autofree char *dump = attri_graph_dump (again);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), ==, 0);
    attri_golden_check ("export/hostile.stix.graph", dump);
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return strcmp (a, b);
}

/* Who claims what: "relationship--… by mitre-attack". */
static GTree *
find_claimants (const AttriGraph *graph)
{
    GTree *found = g_tree_new_full (compare_texts, NULL, g_free, NULL);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        if (claim->id != NULL)
            g_tree_insert (found,
                           g_strdup_printf ("%s by %s", claim->id,
                                            attri_graph_get_source (graph, claim->claimant)->id),
                           NULL);
    }
    return found;
}

static gboolean
count_missing (gpointer key, gpointer value, gpointer data)
{
    gpointer *state = data;
    (void)value;
    if (g_tree_lookup_node (state[0], key) == NULL) {
        g_test_message ("%s", (const char *)key);
        (*(guint *)state[1])++;
    }
    return FALSE;
}

/* Relationships of a real feed come back under their ids, with those who claim them. */
static void
test_enterprise (void)
{
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return;
    const char *paths[] = {path, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (0);
    attri_read_paths (builder, paths, NULL, findings, NULL);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
    g_autofree char *text = attri_export_graph (graph, ATTRI_EXPORT_STIX, NULL);
    g_autoptr (AttriGraph) again = test_read_text ("bundle.json", text, strlen (text), findings);
    g_autoptr (GTree) before = find_claimants (graph);
    g_autoptr (GTree) after = find_claimants (again);
    guint n_missing = 0;
    gpointer state[] = {after, &n_missing};

    g_tree_foreach (before, count_missing, state);
    g_assert_cmpint (g_tree_nnodes (before), >, 20000);
    g_assert_cmpuint (n_missing, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (AttriExportFormat format = ATTRI_EXPORT_DOT; format <= ATTRI_EXPORT_CSV; format++) {
        g_autofree char *path =
            g_strconcat ("/export/formats/hostile/", attri_export_format_to_string (format), NULL);
        g_test_add_data_func (path, GINT_TO_POINTER (format), test_hostile);
    }
    g_test_add_func ("/export/formats/stix", test_stix);
    g_test_add_func ("/export/formats/enterprise", test_enterprise);
    return g_test_run ();
}
