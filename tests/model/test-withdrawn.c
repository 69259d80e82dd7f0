/* SPDX-License-Identifier: MIT
 *
 * test-withdrawn.c: what a publisher withdrew it no longer asserts.
 */
#include "model/independence-private.h"

#include "case.h"

/* A claim by a claimant who has no date, read in what appeared that year; 0 for no date at all. */
typedef struct {
    const char *claimant;
    AttriStance stance;
    guint16 year;
    gboolean revoked;
} Said;

#define SAYS      ATTRI_STANCE_ASSERTS
#define WITHDRAWS ATTRI_STANCE_WITHDRAWS

static AttriGraph *
make_graph (const Said *said, guint n)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "owl", "Owl", ATTRI_DATE_NONE);
    add_report (builder, "hen", "Hen", ATTRI_DATE_NONE);
    add_report (builder, "owl-team", "OWL, Team", ATTRI_DATE_NONE);
    add_report (builder, "nobody", "", ATTRI_DATE_NONE);
    add_report (builder, "nemo", "", ATTRI_DATE_NONE);
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    for (guint16 year = 2019; year <= 2022; year++) {
        g_autofree char *carrier = g_strdup_printf ("%u", year);
        add_report (builder, carrier, "Crow", (AttriDate){year, 0, 0});
    }
    add_report (builder, "0", "Crow", ATTRI_DATE_NONE);
    for (guint i = 0; i < n; i++) {
        g_autofree char *carrier = g_strdup_printf ("%u", said[i].year);
        /* What differs in nothing but the carrier would be one claim. */
        add_said (builder, "fox", "uses", "den", carrier, said[i].claimant,
                  (AttriClaim){.confidence = -1,
                               .note = carrier,
                               .stance = said[i].stance,
                               .revoked = said[i].revoked});
    }
    return end_well (builder);
}

static void
check (const Said *said, guint n, gboolean asserted, guint publishers)
{
    g_autoptr (AttriGraph) graph = make_graph (said, n);
    const AttriEdge *edge = attri_graph_get_edge (graph, 0);
    g_autofree const char **lineage = attri_graph_get_lineage (graph, edge->claims);
    g_autoptr (AttriIndependence) independence = attri_independence__new (graph);
    g_assert_cmpint (edge->asserted, ==, asserted);
    g_assert_false (edge->disputed);
    g_assert_cmpuint (g_strv_length ((char **)lineage), ==, publishers);
    g_assert_cmpuint (attri_independence__count (independence, edge->claims), ==, publishers);
}

#define CHECK(asserted, publishers, ...)                                                           \
    do {                                                                                           \
        const Said said[] = {__VA_ARGS__};                                                         \
        check (said, G_N_ELEMENTS (said), asserted, publishers);                                   \
    } while (0)

static void
test_own (void)
{
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 2021, FALSE});
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 2020, FALSE});
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 0, FALSE});
    CHECK (FALSE, 0, {"owl", SAYS, 0, FALSE}, {"owl", WITHDRAWS, 2021, FALSE});
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl", SAYS, 2021, FALSE},
           {"owl", WITHDRAWS, 2021, FALSE});
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 0, FALSE},
           {"owl", WITHDRAWS, 2019, FALSE});
}

/* Said again, or withdrawn by somebody else, or the withdrawal itself taken back. */
static void
test_not (void)
{
    CHECK (TRUE, 1, {"owl", SAYS, 2022, FALSE}, {"owl", WITHDRAWS, 2021, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 2021, FALSE},
           {"owl", SAYS, 2022, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"hen", WITHDRAWS, 2021, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 2021, FALSE},
           {"hen", SAYS, 2020, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 2021, TRUE});
}

/* A report cannot be called back; its publisher does it in another. */
static void
test_house (void)
{
    CHECK (FALSE, 0, {"owl", SAYS, 2020, FALSE}, {"owl-team", WITHDRAWS, 2021, FALSE});
    CHECK (FALSE, 0, {"owl-team", SAYS, 2020, FALSE}, {"owl", WITHDRAWS, 0, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2022, FALSE}, {"owl-team", WITHDRAWS, 2021, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"owl-team", WITHDRAWS, 2021, FALSE},
           {"owl", SAYS, 2022, FALSE});
    CHECK (TRUE, 1, {"owl", SAYS, 2020, FALSE}, {"owl-team", WITHDRAWS, 2021, TRUE});
}

/* Sources that name no publisher are not of one. */
static void
test_nameless (void)
{
    CHECK (TRUE, 0, {"nobody", SAYS, 2020, FALSE}, {"nemo", WITHDRAWS, 2021, FALSE});
    CHECK (FALSE, 0, {"nobody", SAYS, 2020, FALSE}, {"nobody", WITHDRAWS, 2021, FALSE});
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/withdrawn/own", test_own);
    g_test_add_func ("/model/withdrawn/not", test_not);
    g_test_add_func ("/model/withdrawn/house", test_house);
    g_test_add_func ("/model/withdrawn/nameless", test_nameless);
    return g_test_run ();
}
