/* SPDX-License-Identifier: MIT
 *
 * test-chance.c: groups expected by chance, against tables shuffled by swaps that keep
 * every group's number of tools and every tool's number of groups to the letter. The
 * model keeps them on average: in its worlds a group may have more tools than it has,
 * so that it finds large overlaps likelier. It errs on the side of chance, and not far.
 */
#include "tools.h"

#include <string.h>

#define GROUPS  60
#define TOOLS   80
#define SAMPLES 2000
/* Swaps tried between two samples: some for each one in the table. */
#define SWAPS 1500

typedef guint8 Table[GROUPS][TOOLS];

/* Numerical Recipes' generator: the test must be the same everywhere. */
static guint32
next_random (guint64 *state)
{
    *state = *state * G_GUINT64_CONSTANT (6364136223846793005) +
             G_GUINT64_CONSTANT (1442695040888963407);
    return (guint32)(*state >> 33);
}

/* Large groups and small, common tools and rare. */
static void
fill (Table table, guint64 *state)
{
    for (guint i = 0; i < GROUPS; i++) {
        guint size = 2 + 60 / (i + 2);
        for (guint n = 0; n < size;) {
            guint32 r = next_random (state) % 1000;
            guint tool = r * r / 1000 * TOOLS / 1000;
            if (!table[i][tool]) {
                table[i][tool] = TRUE;
                n++;
            }
        }
    }
}

/* Makes A-x, B-y into A-y, B-x where that is a change of the table. */
static void
swap (Table table, guint64 *state)
{
    guint a = next_random (state) % GROUPS, b = next_random (state) % GROUPS;
    guint x = next_random (state) % TOOLS, y = next_random (state) % TOOLS;
    if (!table[a][x] || !table[b][y] || table[a][y] || table[b][x])
        return;
    table[a][x] = table[b][y] = FALSE;
    table[a][y] = table[b][x] = TRUE;
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

/* How many groups share at least @least tools with @focus, all or only the telling. */
static guint
count_sharing (Table table, guint focus, guint least, gboolean telling)
{
    guint count = 0;
    for (guint i = 0; i < GROUPS; i++) {
        guint shared = 0;
        for (guint j = 0; j < TOOLS && i != focus; j++)
            shared += table[i][j] && table[focus][j] && (!telling || j % 4 != 0);
        count += shared >= least;
    }
    return count;
}

/* No more than a tenth below what swaps give, nor more than three fifths and half a group
 * above. */
static void
check_near (const GArray *chances, const double *mean, Table table, guint focus, gboolean telling)
{
    g_assert_cmpuint (chances->len, >, 1);
    for (guint i = 0; i < chances->len; i++) {
        const AttriChance *chance = &g_array_index (chances, AttriChance, i);
        g_assert_cmpuint (chance->least, ==, i + 1);
        g_assert_cmpuint (chance->observed, ==, count_sharing (table, focus, i + 1, telling));
        g_test_message ("at least %u: %u here, %u/100 expected, %.3f by swaps", i + 1,
                        chance->observed, chance->expected, mean[i]);
        g_assert_cmpfloat (chance->expected / 100.0, >, 0.9 * mean[i]);
        g_assert_cmpfloat (chance->expected / 100.0, <, 1.6 * mean[i] + 0.5);
    }
}

static void
check_focus (Table table, guint focus, guint64 *state)
{
    g_autofree char *id = g_strdup_printf ("group-%02u", focus);
    g_autoptr (AttriGraph) graph = make_graph (table);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (graph, census, find (graph, id), 0);
    g_assert_cmpint (overlap->model, ==, ATTRI_NULL_CONFIGURATION);
    g_assert_cmpuint (overlap->n_others, ==, GROUPS - 1);

    double of_telling[TOOLS] = {0}, of_all[TOOLS] = {0};
    Table shuffled;
    memcpy (shuffled, table, sizeof (Table));
    for (guint sample = 0; sample < SAMPLES; sample++) {
        for (guint n = 0; n < SWAPS; n++)
            swap (shuffled, state);
        for (guint i = 0; i < overlap->telling_chance->len; i++)
            of_telling[i] += count_sharing (shuffled, focus, i + 1, TRUE) / (double)SAMPLES;
        for (guint i = 0; i < overlap->chance->len; i++)
            of_all[i] += count_sharing (shuffled, focus, i + 1, FALSE) / (double)SAMPLES;
    }
    check_near (overlap->telling_chance, of_telling, table, focus, TRUE);
    check_near (overlap->chance, of_all, table, focus, FALSE);
}

static void
test_swaps (void)
{
    guint64 state = 22;
    Table table = {{0}};
    fill (table, &state);
    check_focus (table, 0, &state);
    check_focus (table, 6, &state);
}

/* Of a pair: the same tails and means, by hand where all groups are alike. Nine groups use
 * two of three tools each, every tool is used by six: any cell is 2/3, any tool shared by
 * 4/9, so that two share 4/3 on average, and two or more in (3 × 16 × 5 + 64) / 729 of cases. */
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
    g_assert_cmpuint (row->expected, ==, 134);
    g_assert_cmpuint (row->tail, ==, 4171);
    const AttriChance *both = &g_array_index (overlap->telling_chance, AttriChance, 1);
    g_assert_cmpuint (both->observed, ==, 2);
    g_assert_cmpuint (both->expected, ==, 334);
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
    g_test_add_func ("/query/chance/campaign", test_campaign);
    return g_test_run ();
}
