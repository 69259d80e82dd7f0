/* SPDX-License-Identifier: MIT
 *
 * test-chance.c: groups expected by chance, against tables shuffled by swaps that keep
 * every group's number of tools and every tool's number of groups to the letter. The
 * model keeps them on average: in its worlds a group may have more tools than it has,
 * so that it finds large overlaps likelier. It errs on the side of chance, and not far.
 */
#include "swaps.h"
#include "tools.h"

#define GROUPS  60
#define TOOLS   80
#define SAMPLES 2000

typedef guint8 Table[GROUPS][TOOLS];

/* Large groups and small, common tools and rare. */
static void
fill (Table table, guint64 *state)
{
    for (guint i = 0; i < GROUPS; i++) {
        guint size = 2 + 60 / (i + 2);
        for (guint n = 0; n < size;) {
            guint32 r = swaps_random (state) % 1000;
            guint tool = r * r / 1000 * TOOLS / 1000;
            if (!table[i][tool]) {
                table[i][tool] = TRUE;
                n++;
            }
        }
    }
}

static AttriGraph *
make_graph (Table table)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Watch", (AttriDate){2024, 1, 1});
    for (guint j = 0; j < TOOLS; j++) {
        g_autofree char *tool = g_strdup_printf ("tool-%02u", j);
        add_entity (builder, tool, "malware", tool);
        if (j % 4 == 0)
            add_availability (builder, tool, "public", "report", (AttriDate){2024, 1, 1},
                              (AttriDate)ATTRI_DATE_NONE);
    }
    for (guint i = 0; i < GROUPS; i++) {
        g_autofree char *group = g_strdup_printf ("group-%02u", i);
        add_entity (builder, group, "intrusion-set", group);
        for (guint j = 0; j < TOOLS; j++) {
            g_autofree char *tool = g_strdup_printf ("tool-%02u", j);
            if (table[i][j])
                add_claim (builder, group, "uses", tool, "report");
        }
    }
    return end_well (builder);
}

/* Within a tenth and a twentieth of a group of what swaps give, or above it by three tenths where
 * many tools are shared. */
static void
check_near (const GArray *chances, const double *mean, const double *here)
{
    g_assert_cmpuint (chances->len, >, 1);
    for (guint i = 0; i < chances->len; i++) {
        const AttriChance *chance = &g_array_index (chances, AttriChance, i);
        g_assert_cmpuint (chance->least, ==, i + 1);
        g_assert_cmpuint (chance->observed, ==, (guint)here[i + 1]);
        g_test_message ("at least %u: %u here, %u/100 expected, %.3f by swaps", i + 1,
                        chance->observed, chance->expected, mean[i + 1]);
        g_assert_cmpfloat (chance->expected / 100.0, >, 0.9 * mean[i + 1] - 0.05);
        g_assert_cmpfloat (chance->expected / 100.0, <, (i == 0 ? 1.1 : 1.3) * mean[i + 1] + 0.05);
    }
}

static void
check_focus (Table table, guint focus)
{
    g_autofree char *id = g_strdup_printf ("group-%02u", focus);
    g_autoptr (AttriGraph) graph = make_graph (table);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, id), 0);
    g_assert_cmpint (overlap->model, ==, ATTRI_NULL_CONFIGURATION);
    g_assert_cmpuint (overlap->n_others, ==, GROUPS - 1);

    double here[2][SWAPS_MOST_SHARED + 1] = {{0}}, mean[2][SWAPS_MOST_SHARED + 1] = {{0}};
    Swaps swaps = swaps_new (GROUPS, TOOLS, focus);
    for (guint i = 0; i < GROUPS; i++) {
        for (guint j = 0; j < TOOLS; j++) {
            swaps.telling[j] = j % 4 != 0;
            if (table[i][j])
                swaps_add (&swaps, i, j);
        }
    }
    swaps_count (&swaps, TRUE, 1, here[0]);
    swaps_count (&swaps, FALSE, 1, here[1]);
    swaps_sample (&swaps, SAMPLES, mean[0], mean[1]);
    check_near (overlap->telling_chance, mean[0], here[0]);
    check_near (overlap->chance, mean[1], here[1]);
    swaps_clear (&swaps);
}

static void
test_swaps (void)
{
    guint64 state = 22;
    Table table = {{0}};
    fill (table, &state);
    check_focus (table, 0);
    check_focus (table, 6);
}

/* Of a pair: the same tails and means, by hand where all groups are alike. Nine groups use two
 * of three tools each, every tool is used by six. Without the focus, which uses a and b, five
 * of eight use a, and five b: 10/8 are shared on average, and both in 25/64 of cases. */
static void
test_pair (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Watch", (AttriDate){2024, 1, 1});
    const char *tools[] = {"a", "b", "c"};
    for (guint j = 0; j < 3; j++)
        add_entity (builder, tools[j], "malware", tools[j]);
    for (guint i = 0; i < 9; i++) {
        g_autofree char *group = g_strdup_printf ("g%u", i);
        add_entity (builder, group, "intrusion-set", group);
        add_claim (builder, group, "uses", tools[i % 3], "report");
        add_claim (builder, group, "uses", tools[(i + 1) % 3], "report");
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, "g0"), 0);
    const AttriOverlapRow *row = attri_overlap_get_row (overlap, find (graph, "g3"));
    g_assert_cmpuint (row->telling, ==, 2);
    g_assert_cmpuint (row->expected, ==, 125);
    g_assert_cmpuint (row->tail, ==, 3907);
    const AttriChance *both = &g_array_index (overlap->telling_chance, AttriChance, 1);
    g_assert_cmpuint (both->observed, ==, 2);
    g_assert_cmpuint (both->expected, ==, 313);
}

/* What the focus alone uses nobody shares by chance, however many such tools there are. */
static void
test_alone (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Watch", (AttriDate){2024, 1, 1});
    add_entity (builder, "common", "malware", "common");
    for (guint i = 0; i < 9; i++) {
        g_autofree char *group = g_strdup_printf ("g%u", i);
        add_entity (builder, group, "intrusion-set", group);
        for (guint j = 0; j < 6; j++) {
            g_autofree char *tool = g_strdup_printf ("tool-%u-%u", i, j);
            add_entity (builder, tool, "malware", tool);
            add_claim (builder, group, "uses", tool, "report");
        }
        if (i < 2)
            add_claim (builder, group, "uses", "common", "report");
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, "g0"), 0);
    g_assert_cmpuint (overlap->telling_chance->len, ==, 1);
    g_assert_cmpuint (g_array_index (overlap->telling_chance, AttriChance, 0).expected, ==, 100);
}

/* A campaign is compared with all groups, and is none of those counted. */
static void
test_campaign (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Watch", (AttriDate){2024, 1, 1});
    add_entity (builder, "raid", "campaign", "raid");
    for (guint j = 0; j < 4; j++) {
        g_autofree char *tool = g_strdup_printf ("tool-%u", j);
        add_entity (builder, tool, "malware", tool);
        add_claim (builder, "raid", "uses", tool, "report");
    }
    for (guint i = 0; i < 10; i++) {
        g_autofree char *group = g_strdup_printf ("g%u", i);
        g_autofree char *tool = g_strdup_printf ("tool-%u", i % 4);
        add_entity (builder, group, "intrusion-set", group);
        add_claim (builder, group, "uses", tool, "report");
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, "raid"), 0);
    g_assert_cmpint (overlap->model, ==, ATTRI_NULL_CONFIGURATION);
    g_assert_cmpuint (overlap->n_groups, ==, 10);
    g_assert_cmpuint (overlap->n_others, ==, 10);
    /* It uses all there is. Each of the others uses the first two tools with probability
     * 3/10 and the last two with 2/10, and so any with 1 - 0.49 × 0.64. */
    const AttriChance *one = &g_array_index (overlap->chance, AttriChance, 0);
    g_assert_cmpuint (one->observed, ==, 10);
    g_assert_cmpuint (one->expected, ==, 687);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/chance/swaps", test_swaps);
    g_test_add_func ("/query/chance/pair", test_pair);
    g_test_add_func ("/query/chance/alone", test_alone);
    g_test_add_func ("/query/chance/campaign", test_campaign);
    return g_test_run ();
}
