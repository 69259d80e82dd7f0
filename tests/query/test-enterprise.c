/* SPDX-License-Identifier: MIT
 *
 * test-enterprise.c: ATT&CK Enterprise v18.1 with our list of how easily tools are had,
 * against answers counted by hand. Skipped where the corpus is not.
 */
#include <attrigraph/read.h>
#include <attrigraph/view.h>

#include "support/corpus.h"
#include "swaps.h"
#include "tools.h"

/* What all tests ask of; read once. */
typedef struct {
    AttriGraph *graph;
    AttriCensus *census;
} Feed;

/* FALSE, and the test is skipped, where the corpus is not. */
static gboolean
read_feed (Feed *feed)
{
    if (feed->graph != NULL)
        return TRUE;
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return FALSE;
    const char *const paths[] = {path, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    attri_read_availability (builder, AVAILABILITY_FILE, NULL, findings, &error);
    g_assert_no_error (error);
    feed->graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    feed->census = attri_census_new (feed->graph);
    return TRUE;
}

static guint32
resolve (const AttriGraph *graph, const char *name)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    g_assert_cmpuint (match->entities->len, ==, 1);
    return g_array_index (match->entities, guint32, 0);
}

static const AttriOverlapRow *
get_row (const Feed *feed, const AttriOverlap *overlap, guint i, const char *name)
{
    const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
    g_assert_cmpstr (attri_graph_get_entity (feed->graph, row->actor)->name, ==, name);
    return row;
}

static void
test_tag_22 (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    guint32 focus = resolve (feed->graph, "TAG-22");
    g_assert_cmpstr (attri_graph_get_entity (feed->graph, focus)->name, ==, "Earth Lusca");
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (feed->graph, feed->census, focus, 0);
    g_assert_cmpuint (overlap->n_groups, ==, 158);
    g_assert_cmpuint (overlap->n_others, ==, 157);
    g_assert_cmpuint (overlap->tools->len, ==, 9);
    g_assert_cmpuint (overlap->telling, ==, 2);

    const AttriOverlapRow *apt41 = get_row (feed, overlap, 0, "APT41");
    g_assert_cmpuint (apt41->tools->len, ==, 6);
    g_assert_cmpuint (apt41->n_tools, ==, 32);
    g_assert_cmpuint (apt41->telling_bits, ==, 10023);
    g_assert_cmpuint (apt41->bits, ==, 21837);
    const AttriOverlapRow *panda = get_row (feed, overlap, 1, "Aquatic Panda");
    g_assert_cmpuint (panda->telling_bits, ==, 10023);
    g_assert_cmpuint (panda->bits, ==, 12469);
    /* By bits alone, of tools that anybody has, this one would stand before it. */
    const AttriOverlapRow *turla = attri_overlap_get_row (overlap, resolve (feed->graph, "Turla"));
    g_assert_cmpuint (turla->bits, ==, 12935);
    g_assert_cmpuint (turla->telling, ==, 0);
}

/* The groups and their tools, as the census counts them. */
static Swaps
make_swaps (const AttriGraph *graph, guint32 focus)
{
    guint32 n = attri_graph_get_n_entities (graph), n_groups = 0, n_tools = 0;
    g_autofree guint32 *places = g_new0 (guint32, n);
    g_autofree guint8 *telling = g_new0 (guint8, n);
    for (guint32 i = 0; i < n; i++) {
        const char *type = attri_graph_get_entity (graph, i)->type;
        if (g_str_equal (type, "intrusion-set")) {
            places[i] = n_groups++;
        } else if (g_str_equal (type, "malware") || g_str_equal (type, "tool")) {
            telling[n_tools] =
                attri_availability_is_telling (attri_query_tool (graph, NULL, i).availability);
            places[i] = n_tools++;
        }
    }
    Swaps swaps = swaps_new (n_groups, n_tools, places[focus]);
    memcpy (swaps.telling, telling, n_tools);
    for (guint32 e = 0; e < attri_graph_get_n_edges (graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, e);
        if (!g_str_equal (edge->type, "uses") || !edge->asserted)
            continue;
        const char *user = attri_graph_get_entity (graph, edge->from)->type;
        const char *used = attri_graph_get_entity (graph, edge->to)->type;
        if (g_str_equal (user, "intrusion-set") &&
            (g_str_equal (used, "malware") || g_str_equal (used, "tool")))
            swaps_add (&swaps, places[edge->from], places[edge->to]);
    }
    return swaps;
}

static void
check_chances (const GArray *chances, const double *mean, const guint *observed, guint n)
{
    g_assert_cmpuint (chances->len, ==, n);
    for (guint i = 0; i < n; i++) {
        const AttriChance *chance = &g_array_index (chances, AttriChance, i);
        g_assert_cmpuint (chance->observed, ==, observed[i]);
        g_test_message ("at least %u: %u here, %u/100 expected, %.3f by swaps", i + 1,
                        chance->observed, chance->expected, mean[i + 1]);
        g_assert_cmpfloat (chance->expected / 100.0, >, 0.9 * mean[i + 1]);
        g_assert_cmpfloat (chance->expected / 100.0, <, 1.2 * mean[i + 1] + 0.05);
    }
}

/* Two groups share two non-public tools, where chance would give a fifth of one; seven share
 * one, and more would by chance. Held against shuffles of the very table. */
static void
test_chance (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    static const guint observed[] = {71, 38, 15, 6, 2, 1}, observed_telling[] = {7, 2};
    guint32 focus = resolve (feed->graph, "TAG-22");
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (feed->graph, feed->census, focus, 0);
    g_assert_cmpint (overlap->model, ==, ATTRI_NULL_CONFIGURATION);
    double telling[SWAPS_MOST_SHARED + 1] = {0}, all[SWAPS_MOST_SHARED + 1] = {0};
    Swaps swaps = make_swaps (feed->graph, focus);
    g_assert_cmpuint (swaps.uses->len, ==, 1104 - 9);
    swaps_sample (&swaps, 400, telling, all);
    swaps_clear (&swaps);
    check_chances (overlap->telling_chance, telling, observed_telling, 2);
    check_chances (overlap->chance, all, observed, 6);
}

/* What had been published by the end of 2022 says as much of the tools, if not of the groups. */
static void
test_as_of (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    const AttriSelection wish = {.as_of = {2022, 12, 31}};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view = attri_view_select (feed->graph, &wish, &report, &error);
    g_assert_no_error (error);
    g_autoptr (AttriCensus) census = attri_census_new (view);
    g_autoptr (AttriOverlap) overlap =
        attri_query_overlap (view, census, resolve (view, "Earth Lusca"), 0);
    g_assert_cmpuint (overlap->tools->len, ==, 9);
    g_assert_cmpuint (overlap->telling, ==, 2);
    g_assert_cmpuint (overlap->n_groups, <, 158);
    const AttriOverlapRow *first = g_ptr_array_index (overlap->rows, 0);
    g_assert_cmpstr (attri_graph_get_entity (view, first->actor)->name, ==, "APT41");
}

static void
test_counts (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    static const struct {
        const char *name;
        guint32 groups;
    } rows[] = {{"Mimikatz", 51},   {"Cobalt Strike", 29},   {"PlugX", 15},
                {"NBTscan", 10},    {"ShadowPad", 8},        {"Nltest", 7},
                {"BLACKCOFFEE", 3}, {"Winnti for Linux", 3}, {"Winnti for Windows", 2}};
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        guint32 tool = resolve (feed->graph, rows[i].name);
        AttriToolFacts facts = attri_query_tool (feed->graph, feed->census, tool);
        g_assert_cmpuint (facts.groups, ==, rows[i].groups);
        g_assert_cmpuint (facts.of, ==, 158);
    }
}

/* The list speaks of everything that ATT&CK files as a tool, under the name it has there. */
static void
test_availability (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    guint told = 0;
    for (guint32 i = 0; i < attri_graph_get_n_entities (feed->graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (feed->graph, i);
        if (!g_str_equal (entity->type, "tool") || entity->revoked || entity->deprecated)
            continue;
        AttriToolFacts facts = attri_query_tool (feed->graph, NULL, i);
        if (facts.availability_claim == ATTRI_NONE)
            g_error ("nothing is said of %s", entity->name);
        g_assert_false (facts.suggests_public);
        told++;
    }
    g_assert_cmpuint (told, ==, 91);
}

/* The record that ATT&CK gave this id. */
static const AttriEntity *
find_bearer (const AttriGraph *graph, const char *id)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        for (guint32 r = 0; r < entity->references.count; r++) {
            const AttriReference *reference =
                attri_graph_get_reference (graph, entity->references.first + r);
            if (g_strcmp0 (reference->source, "mitre-attack") == 0 &&
                g_strcmp0 (reference->external_id, id) == 0)
                return entity;
        }
    }
    return NULL;
}

/* No finding, and every entry joins a record of that name. */
static void
test_list (gpointer data)
{
    Feed *feed = data;
    if (!read_feed (feed))
        return;
    const char *const paths[] = {AVAILABILITY_FILE, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) list = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (attri_findings_get_n_kept (findings), ==, 0);
    for (guint32 i = 0; i < attri_graph_get_n_entities (list); i++) {
        const AttriEntity *entry = attri_graph_get_entity (list, i);
        const AttriReference *reference = attri_graph_get_reference (list, entry->references.first);
        const AttriEntity *record = find_bearer (feed->graph, reference->external_id);
        g_assert_nonnull (record);
        g_assert_cmpstr (entry->name, ==, record->name);
        g_assert_cmpstr (entry->type, ==, record->type);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    Feed feed = {NULL, NULL};
    g_test_add_data_func ("/query/enterprise/tag-22", &feed, (GTestDataFunc)test_tag_22);
    g_test_add_data_func ("/query/enterprise/chance", &feed, (GTestDataFunc)test_chance);
    g_test_add_data_func ("/query/enterprise/as-of", &feed, (GTestDataFunc)test_as_of);
    g_test_add_data_func ("/query/enterprise/counts", &feed, (GTestDataFunc)test_counts);
    g_test_add_data_func ("/query/enterprise/availability", &feed,
                          (GTestDataFunc)test_availability);
    g_test_add_data_func ("/query/enterprise/list", &feed, (GTestDataFunc)test_list);
    int status = g_test_run ();
    attri_census_free (feed.census);
    g_clear_pointer (&feed.graph, attri_graph_unref);
    return status;
}
