/* SPDX-License-Identifier: MIT
 *
 * chains.c: a net and two of its entities go in; the best chains between them
 * come out, owned by the caller.
 *
 * Yen's algorithm (Management Science 17, 1971) as Lawler improved it (ibid. 18,
 * 1972): each chain found is split into all that leave it at one of its
 * entities, and the best of each of these enters the competition. The best is
 * found from the far end, one hop more in each round, because the number of hops
 * is bounded. Keys hold the cost and, below it, the hops; where both are equal
 * the lesser id is taken at every step, so that the order is total and the
 * result depends on nothing but the facts.
 */
#include "query/net.h"

#include <string.h>

#define FAR G_MAXUINT64

/* A key: the cost times 16 plus the hops. */
#define KEY(cost, hops) ((guint64)(cost)*16 + (hops))

/**
 * Search:
 * @closed: by entity, whether a chain may not lead on through it
 * @reach: by round and entity, the least key from there to the far end
 * @marks: by entity, the last round that touched it
 */
typedef struct {
    const AttriNet *net;
    guint32 from;
    guint32 to;
    guint count;
    guint8 *closed;
    guint64 *reach;
    GArray *front;
    GArray *next_front;
    guint32 *marks;
    guint32 round;
} Search;

static guint64 *
reach_in (const Search *self, guint hops)
{
    return self->reach + (gsize)hops * self->net->n;
}

/* What an arc to @to and everything beyond costs, with @hops left from @to on. */
static guint64
key_over (const Search *self, const AttriArc *arc, guint hops)
{
    gboolean end = arc->to == self->to;
    guint64 beyond = reach_in (self, hops)[arc->to];
    if (beyond == FAR || (!end && self->closed[arc->to]))
        return FAR;
    return beyond + KEY (arc->cost + (end ? 0 : self->net->pass[arc->to]), 1);
}

/* One hop more: whoever is next to the front may come nearer through it. */
static void
step (Search *self, guint hops)
{
    const AttriNet *net = self->net;
    guint64 *reach = reach_in (self, hops);
    const guint64 *before = reach_in (self, hops - 1);
    memcpy (reach, before, net->n * sizeof *reach);
    g_array_set_size (self->next_front, 0);
    self->round++;
    for (guint i = 0; i < self->front->len; i++) {
        guint32 at = g_array_index (self->front, guint32, i);
        gboolean end = at == self->to;
        guint64 pass = end ? 0 : net->pass[at];
        for (guint32 j = net->first[at]; j < net->first[at + 1]; j++) {
            guint32 from = net->arcs[j].to;
            guint64 key = before[at] + KEY (net->arcs[j].cost + pass, 1);
            if (self->closed[from] || key >= reach[from])
                continue;
            reach[from] = key;
            if (self->marks[from] != self->round)
                g_array_append_val (self->next_front, from);
            self->marks[from] = self->round;
        }
    }
    GArray *front = self->front;
    self->front = self->next_front;
    self->next_front = front;
}

/* Fills the rounds up to @hops. Closed entities are not reached. */
static void
reach_back (Search *self, guint hops)
{
    for (guint32 i = 0; i < self->net->n; i++)
        self->reach[i] = FAR;
    self->reach[self->to] = 0;
    g_array_set_size (self->front, 0);
    g_array_append_val (self->front, self->to);
    for (guint round = 1; round <= hops; round++)
        step (self, round);
}

/* The best arc on from @at with @hops left after it, or %NULL; of equal ones the first. */
static const AttriArc *
choose_arc (const Search *self, guint32 at, guint hops, const GArray *barred)
{
    const AttriArc *best = NULL;
    guint64 least = FAR;
    for (guint32 i = self->net->first[at]; i < self->net->first[at + 1]; i++) {
        const AttriArc *arc = &self->net->arcs[i];
        gboolean is_barred = FALSE;
        for (guint j = 0; barred != NULL && j < barred->len; j++)
            is_barred = is_barred || g_array_index (barred, guint32, j) == arc->to;
        guint64 key = is_barred ? FAR : key_over (self, arc, hops);
        if (key < least) {
            least = key;
            best = arc;
        }
    }
    return best;
}

/* The entities that follow @chain's first @n in any chain of @found that begins so. */
static GArray *
list_barred (const GArray *found, const AttriChain *chain, guint n)
{
    GArray *barred = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < found->len; i++) {
        const AttriChain *other = &g_array_index (found, AttriChain, i);
        if (other->n > n && memcmp (other->nodes, chain->nodes, n * sizeof (guint32)) == 0)
            g_array_append_val (barred, other->nodes[n]);
    }
    return barred;
}

static guint64
measure (const Search *self, const AttriChain *chain)
{
    guint64 key = 0;
    for (guint i = 0; i + 1 < chain->n; i++) {
        const AttriArc *arc = attri_net__find (self->net, chain->nodes[i], chain->nodes[i + 1]);
        key += KEY (arc->cost + (i + 2 < chain->n ? self->net->pass[arc->to] : 0), 1);
    }
    return key;
}

/*
 * The best chain that begins with @chain's first @n entities and then goes on
 * otherwise than any of @found. Whether there is one.
 */
static gboolean
deviate (Search *self, const GArray *found, const AttriChain *chain, guint n, AttriChain *result)
{
    for (guint i = 0; i < n; i++)
        self->closed[chain->nodes[i]] = TRUE;
    reach_back (self, ATTRI_PATH_MOST_HOPS - n);

    *result = *chain;
    result->n = n;
    result->deviates = n - 1;
    g_autoptr (GArray) barred = list_barred (found, chain, n);
    const AttriArc *arc = choose_arc (self, chain->nodes[n - 1], ATTRI_PATH_MOST_HOPS - n, barred);
    while (arc != NULL) {
        result->nodes[result->n++] = arc->to;
        if (arc->to == self->to)
            break;
        arc = choose_arc (self, arc->to, ATTRI_PATH_MOST_HOPS - result->n, NULL);
    }
    for (guint i = 0; i < n; i++)
        self->closed[chain->nodes[i]] = self->net->pass[chain->nodes[i]] == ATTRI_NET_CLOSED;
    if (arc == NULL)
        return FALSE;
    result->key = measure (self, result);
    return TRUE;
}

static int
compare_chains (const AttriChain *a, const AttriChain *b)
{
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    for (guint i = 0; i < MIN (a->n, b->n); i++)
        if (a->nodes[i] != b->nodes[i])
            return a->nodes[i] < b->nodes[i] ? -1 : 1;
    return 0;
}

/* Takes the best candidate over to @found; whether there was one. */
static gboolean
take_best (GArray *candidates, GArray *found)
{
    guint best = 0;
    if (candidates->len == 0)
        return FALSE;
    for (guint i = 1; i < candidates->len; i++)
        if (compare_chains (&g_array_index (candidates, AttriChain, i),
                            &g_array_index (candidates, AttriChain, best)) < 0)
            best = i;
    g_array_append_val (found, g_array_index (candidates, AttriChain, best));
    g_array_remove_index_fast (candidates, best);
    return TRUE;
}

/* The chains, best first. (element-type AttriChain) */
static GArray *
find_chains (Search *self)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (AttriChain));
    g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (AttriChain));
    const AttriChain start = {.nodes = {self->from}, .n = 1};
    AttriChain chain;
    if (deviate (self, found, &start, 1, &chain))
        g_array_append_val (candidates, chain);
    while (found->len < self->count && take_best (candidates, found)) {
        /* A copy: what is found grows meanwhile. */
        const AttriChain last = g_array_index (found, AttriChain, found->len - 1);
        for (guint i = last.deviates; i + 1 < last.n; i++)
            if (deviate (self, found, &last, i + 1, &chain))
                g_array_append_val (candidates, chain);
    }
    return found;
}

GArray *
attri_net__find_chains (const AttriNet *self, guint32 from, guint32 to, guint count)
{
    Search search = {.net = self, .from = from, .to = to, .count = count};
    search.closed = g_new0 (guint8, self->n);
    search.reach = g_new (guint64, (gsize)self->n * ATTRI_CHAIN_MOST);
    search.marks = g_new0 (guint32, self->n);
    search.front = g_array_new (FALSE, FALSE, sizeof (guint32));
    search.next_front = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < self->n; i++)
        search.closed[i] = self->pass[i] == ATTRI_NET_CLOSED;

    GArray *found = find_chains (&search);
    g_free (search.closed);
    g_free (search.reach);
    g_free (search.marks);
    g_array_unref (search.front);
    g_array_unref (search.next_front);
    return found;
}
