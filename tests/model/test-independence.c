/* SPDX-License-Identifier: MIT
 *
 * test-independence.c: the quick count agrees with the list of publishers.
 */
#include "model/independence-private.h"

#include "case.h"

#define N_SOURCES 14
#define N_ROUNDS  300

static const char *const publishers[] = {"Fox Watch", "FOX WATCH", "Owl", "Hen", "Elk", "Ant"};

static char *
name_source (guint32 index)
{
    return g_strdup_printf ("s%02u", index);
}

/* Sources that rest on each other at random, in circles, too. */
static void
add_sources (AttriGraphBuilder *builder, GRand *random)
{
    for (guint32 i = 0; i < N_SOURCES; i++) {
        g_autofree char *id = name_source (i);
        g_auto (GStrv) based_on = g_new0 (char *, 4);
        guint n = 0;
        while (n < 3 && g_rand_int_range (random, 0, 3) == 0)
            based_on[n++] = name_source ((guint32)g_rand_int_range (random, 0, N_SOURCES));
        g_autofree char *edition =
            g_rand_int_range (random, 0, 6) == 0
                ? name_source ((guint32)g_rand_int_range (random, 0, N_SOURCES))
                : NULL;
        attri_graph_builder_add_source (
            builder,
            &(AttriSourceDraft){
                .row = {.id = id,
                        .title = id,
                        .kind = (AttriSourceKind)MAX (g_rand_int_range (random, -4, 4), 0),
                        .publisher =
                            publishers[g_rand_int_range (random, 0, G_N_ELEMENTS (publishers))]},
                .based_on = (const char *const *)based_on,
                .edition_of = edition});
    }
}

static AttriGraph *
make_graph (guint32 seed)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_sources (builder, random);
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    guint n = (guint)g_rand_int_range (random, 1, 7);
    for (guint i = 0; i < n; i++) {
        g_autofree char *id = name_source ((guint32)g_rand_int_range (random, 0, N_SOURCES));
        gboolean doubts = g_rand_int_range (random, 0, 5) == 0;
        add_said (builder, "fox", "uses", "den", id, NULL,
                  (AttriClaim){.confidence = -1,
                               .stance = doubts ? ATTRI_STANCE_DOUBTS : ATTRI_STANCE_ASSERTS,
                               .revoked = g_rand_int_range (random, 0, 5) == 0});
    }
    g_autoptr (AttriFindings) findings = attri_findings_new (100);
    return attri_graph_builder_end (builder, findings, NULL);
}

static void
test_agrees (void)
{
    guint seen[ATTRI_INDEPENDENCE_MOST + 1] = {0};
    for (guint32 seed = 1; seed <= N_ROUNDS; seed++) {
        g_autoptr (AttriGraph) graph = make_graph (seed);
        if (graph == NULL)
            continue;
        g_autoptr (AttriIndependence) independence = attri_independence__new (graph);
        const AttriRange all = {0, attri_graph_get_n_claims (graph)};
        g_autofree const char **list = attri_graph_get_lineage (graph, all);
        guint expected = MIN (g_strv_length ((char **)list), ATTRI_INDEPENDENCE_MOST);
        guint count = attri_independence__count (independence, all);
        g_test_message ("seed %u", seed);
        g_assert_cmpuint (count, ==, expected);
        seen[count]++;
    }
    for (guint i = 0; i <= ATTRI_INDEPENDENCE_MOST; i++)
        g_assert_cmpuint (seen[i], >, 0);
}

/* Each rests on the one before it: not a moment's work. */
static void
test_long_chain (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint32 i = 0; i < 20000; i++) {
        g_autofree char *id = g_strdup_printf ("s%05u", i);
        g_autofree char *below = g_strdup_printf ("s%05u", i - 1);
        const char *based_on[] = {i > 0 ? below : NULL, NULL};
        attri_graph_builder_add_source (
            builder, &(AttriSourceDraft){.row = {.id = id, .title = id, .publisher = "Owl"},
                                         .based_on = based_on});
    }
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    add_claim (builder, "fox", "uses", "den", "s19999");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriIndependence) independence = attri_independence__new (graph);
    g_assert_cmpuint (attri_independence__count (independence, (AttriRange){0, 1}), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/independence/agrees", test_agrees);
    g_test_add_func ("/model/independence/long-chain", test_long_chain);
    return g_test_run ();
}
