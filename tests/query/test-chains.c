/* SPDX-License-Identifier: MIT
 *
 * test-chains.c: the chains found are those that trying all of them gives, in the
 * same order, whatever the net. Costs are small, so that many are equal.
 */
#include "query/net.h"

#define N_ROUNDS   1500
#define MOST_NODES 9

static AttriNet *
make_net (guint32 seed)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    guint32 n = (guint32)g_rand_int_range (random, 2, MOST_NODES + 1);
    gint density = g_rand_int_range (random, 2, 11);
    guint32 costs[MOST_NODES][MOST_NODES] = {{0}};
    for (guint32 i = 0; i < n; i++)
        for (guint32 j = i + 1; j < n; j++)
            if (g_rand_int_range (random, 0, 10) < density)
                costs[i][j] = costs[j][i] = (guint32)g_rand_int_range (random, 1, 4);

    AttriNet *net = g_new0 (AttriNet, 1);
    net->n = n;
    net->first = g_new0 (guint32, n + 2);
    net->arcs = g_new0 (AttriArc, n * n + 1);
    net->pass = g_new0 (guint32, n + 1);
    guint32 n_arcs = 0;
    for (guint32 i = 0; i < n; i++) {
        for (guint32 j = 0; j < n; j++)
            if (costs[i][j] > 0)
                net->arcs[n_arcs++] = (AttriArc){j, costs[i][j], 0};
        net->first[i + 1] = n_arcs;
        net->pass[i] = g_rand_int_range (random, 0, 8) == 0
                           ? ATTRI_NET_CLOSED
                           : (guint32)g_rand_int_range (random, 0, 3);
    }
    return net;
}

/* Every loopless chain that begins with @chain. */
static void
try_all (const AttriNet *net, guint32 to, AttriChain *chain, GArray *all)
{
    guint32 at = chain->nodes[chain->n - 1];
    if (at == to) {
        g_array_append_val (all, *chain);
        return;
    }
    if (chain->n == ATTRI_CHAIN_MOST || (chain->n > 1 && net->pass[at] == ATTRI_NET_CLOSED))
        return;
    for (guint32 i = net->first[at]; i < net->first[at + 1]; i++) {
        guint32 next = net->arcs[i].to;
        gboolean seen = FALSE;
        for (guint j = 0; j < chain->n; j++)
            seen = seen || chain->nodes[j] == next;
        if (seen)
            continue;
        AttriChain longer = *chain;
        longer.nodes[longer.n++] = next;
        longer.key += (guint64)(net->arcs[i].cost + (chain->n > 1 ? net->pass[at] : 0)) * 16 + 1;
        try_all (net, to, &longer, all);
    }
}

static int
compare_chains (gconstpointer a, gconstpointer b)
{
    const AttriChain *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    for (guint i = 0; i < MIN (left->n, right->n); i++)
        if (left->nodes[i] != right->nodes[i])
            return left->nodes[i] < right->nodes[i] ? -1 : 1;
    return 0;
}

static void
assert_same (const GArray *found, const GArray *all, guint count)
{
    g_assert_cmpuint (found->len, ==, MIN (all->len, count));
    for (guint i = 0; i < found->len; i++) {
        const AttriChain *one = &g_array_index (found, AttriChain, i);
        const AttriChain *other = &g_array_index (all, AttriChain, i);
        g_assert_cmpuint (one->key, ==, other->key);
        g_assert_cmpmem (one->nodes, one->n * sizeof (guint32), other->nodes,
                         other->n * sizeof (guint32));
    }
}

static void
test_brute_force (void)
{
    guint n_found = 0, n_none = 0, n_many = 0;
    for (guint32 seed = 1; seed <= N_ROUNDS; seed++) {
        g_autoptr (AttriNet) net = make_net (seed);
        guint count = 1 + seed % ATTRI_PATH_MOST;
        g_autoptr (GArray) found = attri_net__find_chains (net, 0, net->n - 1, count);
        g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AttriChain));
        AttriChain start = {.nodes = {0}, .n = 1};
        try_all (net, net->n - 1, &start, all);
        g_array_sort (all, compare_chains);
        g_test_message ("seed %u: %u chains", seed, all->len);
        assert_same (found, all, count);
        n_found += found->len;
        n_none += found->len == 0;
        n_many += all->len > count;
    }
    /* All kinds of nets were among them. */
    g_assert_cmpuint (n_found, >, N_ROUNDS * 5);
    g_assert_cmpuint (n_none, >, N_ROUNDS / 100);
    g_assert_cmpuint (n_many, >, N_ROUNDS / 5);
}

/* ---- size ---- */

#define N_MANY   2000
#define N_AROUND 50

/* Everyone is next to the fifty before and after, all at one cost: as many equal chains as
 * there can be. */
static AttriNet *
make_large_net (void)
{
    AttriNet *net = g_new0 (AttriNet, 1);
    net->n = N_MANY;
    net->first = g_new0 (guint32, N_MANY + 2);
    net->arcs = g_new0 (AttriArc, N_MANY * 2 * N_AROUND);
    net->pass = g_new0 (guint32, N_MANY + 1);
    guint32 n_arcs = 0;
    for (gint32 i = 0; i < N_MANY; i++) {
        for (gint32 j = MAX (i - N_AROUND, 0); j <= MIN (i + N_AROUND, N_MANY - 1); j++)
            if (j != i)
                net->arcs[n_arcs++] = (AttriArc){(guint32)j, 1, 0};
        net->first[i + 1] = n_arcs;
    }
    return net;
}

/* A hundred thousand claims are a moment's work, and of equal chains the least ids come first. */
static void
test_large (void)
{
    g_autoptr (AttriNet) net = make_large_net ();
    g_autoptr (GArray) found = attri_net__find_chains (net, 0, 5 * N_AROUND + 1, ATTRI_PATH_MOST);
    g_assert_cmpuint (found->len, ==, ATTRI_PATH_MOST);
    const AttriChain *first = &g_array_index (found, AttriChain, 0);
    const guint32 least[] = {0, 1, 51, 101, 151, 201, 251};
    g_assert_cmpmem (first->nodes, first->n * sizeof (guint32), least, sizeof least);
    for (guint i = 1; i < found->len; i++)
        g_assert_cmpint (compare_chains (&g_array_index (found, AttriChain, i - 1),
                                         &g_array_index (found, AttriChain, i)),
                         <, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/chains/brute-force", test_brute_force);
    g_test_add_func ("/query/chains/large", test_large);
    return g_test_run ();
}
