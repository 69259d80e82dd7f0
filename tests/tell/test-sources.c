/* SPDX-License-Identifier: MIT
 *
 * test-sources.c: what rests on which source. The goldens tell it of
 * tests/golden/tell/foxes.json; the counts agree with what is left without a source.
 */
#include "foxes.h"
#include "support/case.h"
#include "support/corpus.h"
#include "tell/sources.h"

#include <attrigraph/view.h>

#include <string.h>

static void
check (AttriTellFormat format, const char *golden)
{
    g_autoptr (AttriGraph) graph = read_foxes ();
    g_autofree char *text = attri_tell_sources (graph, FALSE, format);
    attri_golden_check (golden, text);
}

static void
test_text (void)
{
    check (ATTRI_TELL_TEXT, "tell/sources.txt");
}

static void
test_markdown (void)
{
    check (ATTRI_TELL_MARKDOWN, "tell/sources.md");
}

static void
test_csv (void)
{
    check (ATTRI_TELL_CSV, "tell/sources.csv");
}

static void
test_json (void)
{
    check (ATTRI_TELL_JSON, "tell/sources.json");
}

static const AttriBearing *
find_bearing (const AttriFoundations *foundations, const char *id)
{
    for (guint i = 0; i < foundations->bearings->len; i++) {
        const AttriBearing *bearing = &g_array_index (foundations->bearings, AttriBearing, i);
        if (strcmp (attri_graph_get_source (foundations->graph, bearing->source)->id, id) == 0)
            return bearing;
    }
    g_assert_not_reached ();
}

static AttriGraph *
leave_out (AttriGraph *graph, const char *source)
{
    const char *const sources[] = {source, NULL};
    const AttriSelection selection = {.without_sources = sources, .include_revoked = TRUE};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    AttriGraph *view = attri_view_select (graph, &selection, &report, &error);
    g_assert_no_error (error);
    return view;
}

static guint32
count_asserted (const AttriGraph *graph)
{
    guint32 n = 0;
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        n += attri_graph_get_edge (graph, i)->asserted;
    return n;
}

static gboolean
is_asserted_in (const AttriGraph *graph, const AttriGraph *rest, const AttriEdge *edge)
{
    const char *from = attri_graph_get_entity (graph, edge->from)->id;
    const char *to =
        edge->to != ATTRI_NONE ? attri_graph_get_entity (graph, edge->to)->id : edge->value;
    for (guint32 i = 0; i < attri_graph_get_n_edges (rest); i++) {
        const AttriEdge *other = attri_graph_get_edge (rest, i);
        const char *other_to =
            other->to != ATTRI_NONE ? attri_graph_get_entity (rest, other->to)->id : other->value;
        if (other->asserted && strcmp (other->type, edge->type) == 0 &&
            g_strcmp0 (other_to, to) == 0 &&
            strcmp (attri_graph_get_entity (rest, other->from)->id, from) == 0)
            return TRUE;
    }
    return FALSE;
}

static guint32
count_lost (const AttriGraph *graph, const AttriGraph *rest)
{
    guint32 lost = 0;
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        lost += edge->asserted && !is_asserted_in (graph, rest, edge);
    }
    return lost;
}

/* As many statements rest on a source alone as --without-source takes away. */
static void
check_without (AttriGraph *graph)
{
    g_autoptr (AttriFoundations) foundations = attri_tell__foundations_new (graph);
    guint32 all = count_asserted (graph);
    const guint32 *shares = foundations->by_publishers;
    g_assert_cmpuint (shares[0] + shares[1] + shares[2], ==, all);
    for (guint i = 0; i < foundations->bearings->len; i++) {
        const AttriBearing *bearing = &g_array_index (foundations->bearings, AttriBearing, i);
        const char *id = attri_graph_get_source (graph, bearing->source)->id;
        g_autoptr (AttriGraph) rest = leave_out (graph, id);
        g_test_message ("%s", id);
        g_assert_cmpuint (count_lost (graph, rest), ==, bearing->alone);
        if (i == 0)
            continue;
        g_assert_cmpuint (bearing->alone, <=, (bearing - 1)->alone);
    }
}

static void
test_without (void)
{
    g_autoptr (AttriGraph) foxes = read_foxes ();
    check_without (foxes);
    for (guint32 seed = 1; seed <= 20; seed++) {
        g_autoptr (AttriGraph) graph = test_case_new (seed, 12);
        check_without (graph);
    }
}

static void
add_source (AttriGraphBuilder *builder, const char *id, const char *edition_of)
{
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = id,
                                                                .title = id,
                                                                .publisher = "Digest",
                                                                .kind = ATTRI_SOURCE_COMPILATION},
                                                        .edition_of = edition_of});
}

/* Fox uses Den, read in each of the @carriers, which Owl says. */
static AttriGraph *
make_editions (const char *const *carriers)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_source (builder, "digest", NULL);
    add_source (builder, "digest-1", "digest");
    add_source (builder, "digest-2", "digest-1");
    add_source (builder, "other", NULL);
    add_source (builder, "ring-1", "ring-2");
    add_source (builder, "ring-2", "ring-1");
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){
                                        .row = {.id = "owl", .title = "owl", .publisher = "Owl"}});
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = "fox", .type = "intrusion-set", .name = "Fox"}});
    attri_graph_builder_add_entity (builder,
                                    &(AttriEntityDraft){
                                        .row = {.id = "den", .type = "malware", .name = "Den"}});
    AttriCitationDraft citations[3] = {0};
    guint n = 0;
    for (; carriers[n] != NULL; n++)
        citations[n] = (AttriCitationDraft){.source = carriers[n], .claimant = "owl"};
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = {.type = "uses",
                                                                               .confidence = -1},
                                                                       .from = "fox",
                                                                       .to = "den",
                                                                       .citations = citations,
                                                                       .n_citations = n});
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

/* Two releases of a feed are one thing to rest on; a ring of editions is no trap. */
static void
test_editions (void)
{
    static const struct {
        const char *carriers[4];
        const char *source;
        guint32 alone;
    } rows[] = {
        {{"digest-1", "digest-2", NULL}, "digest", 1},
        {{"digest-2", NULL}, "digest", 1},
        {{"digest-2", NULL}, "digest-2", 0},
        {{"digest-1", "other", NULL}, "digest", 0},
        {{"digest-1", "other", NULL}, "owl", 1},
        {{"ring-1", "ring-2", NULL}, "owl", 1},
        {{"ring-2", NULL}, "ring-1", 1},
        {{"other", NULL}, "other", 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        g_autoptr (AttriGraph) graph = make_editions (rows[i].carriers);
        g_autoptr (AttriFoundations) foundations = attri_tell__foundations_new (graph);
        g_test_message ("%u", i);
        g_assert_cmpuint (find_bearing (foundations, rows[i].source)->alone, ==, rows[i].alone);
    }
}

/* The first twenty of many, and the rest counted. */
static void
test_many (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint i = 0; i < 23; i++) {
        g_autofree char *id = g_strdup_printf ("s%02u", i);
        add_source (builder, id, NULL);
    }
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (AttriGraph) graph = attri_graph_builder_end (builder, findings, NULL);
    g_autofree char *few = attri_tell_sources (graph, FALSE, ATTRI_TELL_TEXT);
    g_autofree char *all = attri_tell_sources (graph, TRUE, ATTRI_TELL_TEXT);
    g_autofree char *csv = attri_tell_sources (graph, FALSE, ATTRI_TELL_CSV);
    g_assert_nonnull (strstr (few, "(s19, "));
    g_assert_null (strstr (few, "(s20, "));
    g_assert_nonnull (strstr (few, "3 more sources"));
    g_assert_nonnull (strstr (all, "(s22, "));
    g_assert_null (strstr (all, "more source"));
    g_assert_nonnull (strstr (csv, "\n0,0,0,s22,"));
}

/* ATT&CK carries everything; most of it is said by one publisher or by none. */
static void
test_corpus (void)
{
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return;
    const char *const paths[] = {path, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    g_autoptr (GError) error = NULL;
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) whole = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    const char *const types[] = {"intrusion-set", "malware", "tool", NULL};
    const char *const relationships[] = {"uses", NULL};
    const AttriSelection selection = {.types = types, .relationships = relationships};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (AttriGraph) view = attri_view_select (whole, &selection, &report, &error);
    g_assert_no_error (error);
    g_autoptr (AttriFoundations) foundations = attri_tell__foundations_new (view);
    const AttriBearing *first = &g_array_index (foundations->bearings, AttriBearing, 0);
    g_assert_cmpuint (first->alone, ==, count_asserted (view));
    g_assert_cmpstr (attri_graph_get_source (view, first->source)->id, ==, "mitre-attack");
    const guint32 *n = foundations->by_publishers;
    g_test_message ("none %u, one %u, more %u", n[0], n[1], n[2]);
    g_assert_cmpuint (10 * (n[0] + n[1]), >, 7 * (n[0] + n[1] + n[2]));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/sources/text", test_text);
    g_test_add_func ("/tell/sources/markdown", test_markdown);
    g_test_add_func ("/tell/sources/csv", test_csv);
    g_test_add_func ("/tell/sources/json", test_json);
    g_test_add_func ("/tell/sources/without", test_without);
    g_test_add_func ("/tell/sources/editions", test_editions);
    g_test_add_func ("/tell/sources/many", test_many);
    g_test_add_func ("/tell/sources/corpus", test_corpus);
    return g_test_run ();
}
