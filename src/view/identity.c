/* SPDX-License-Identifier: MIT
 *
 * identity.c: a graph and whose word on identity counts go in; which entities
 * are one comes out. What best stands on independent publishers is folded
 * first, and nothing is folded that would bring two together of whom anybody
 * says that they are not one.
 */
#include "base/text-private.h"
#include "model/compare-private.h"
#include "model/independence-private.h"
#include "model/names-private.h"
#include "view/view-private.h"

#include <string.h>

/* What is said of two entities; one for each edge, then one for each pair. */
typedef struct {
    guint32 low;
    guint32 high;
    gboolean equated; /* by somebody whose word counts */
    gboolean opposed; /* somebody doubts it, or says otherwise */
    gboolean apart;   /* somebody says that they are two */
    guint publishers; /* independent ones who equate them */
    guint32 edge;     /* one that equates them, or %ATTRI_NONE */
} Pair;

/* One run of attri_view__find_identities(). */
typedef struct {
    const AttriGraph *graph;
    const AttriSelection *wish;
    guint32 n;        /* entities in the graph */
    GArray *pairs;    /* Pair */
    guint32 *parents; /* by entity: up to its root */
    GTree **enemies;  /* by root: the roots it must not meet, and the pair that says so */
    GArray *refusals; /* AttriRefusal */
} Identities;

static guint32
find_root (guint32 *parents, guint32 i)
{
    while (parents[i] != i) {
        parents[i] = parents[parents[i]];
        i = parents[i];
    }
    return i;
}

/* ---- what is said ---- */

static gboolean
counts (const Identities *self, const AttriClaim *claim)
{
    const char *id = self->wish->identity_source;
    if (self->wish->identity == ATTRI_IDENTITY_UNION)
        return TRUE;
    if (strcmp (attri_graph_get_source (self->graph, claim->claimant)->id, id) == 0)
        return TRUE;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        if (strcmp (attri_graph_get_source (self->graph, citation->source)->id, id) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
add_pair (Identities *self, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const gboolean distinct = info->relation == ATTRI_RELATION_DISTINCT;
    if (edge->to == ATTRI_NONE || edge->from == edge->to || !(info->equates || distinct))
        return;

    Pair pair = {.low = MIN (edge->from, edge->to),
                 .high = MAX (edge->from, edge->to),
                 .edge = distinct ? ATTRI_NONE : index};
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first + i);
        const gboolean asserts = claim->stance == ATTRI_STANCE_ASSERTS;
        if (claim->revoked || claim->stance == ATTRI_STANCE_WITHDRAWS)
            continue;
        pair.equated |= !distinct && asserts && counts (self, claim);
        pair.opposed |= distinct == asserts;
        pair.apart |= distinct ? asserts : claim->stance == ATTRI_STANCE_DENIES;
    }
    g_array_append_val (self->pairs, pair);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
    const Pair *x = a;
    const Pair *y = b;
    const int orders[] = {attri_order__u32 (x->low, y->low), attri_order__u32 (x->high, y->high),
                          attri_order__u32 (x->edge, y->edge)};
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* How many publishers stand independently behind the equations first..last-1 of a pair. */
static guint
count_publishers (const Identities *self, guint first, guint last)
{
    g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
    for (guint i = first; i < last; i++) {
        const guint32 edge = g_array_index (self->pairs, Pair, i).edge;
        if (edge == ATTRI_NONE)
            continue;
        g_autofree const char **publishers =
            attri_graph_get_lineage (self->graph, attri_graph_get_edge (self->graph, edge)->claims);
        for (guint p = 0; publishers[p] != NULL; p++)
            g_ptr_array_add (all, attri_publisher__fold (publishers[p]));
    }
    g_ptr_array_sort (all, compare_words);
    guint n = 0;
    for (guint i = 0; i < all->len; i++)
        n += i == 0 || strcmp (all->pdata[i], all->pdata[i - 1]) != 0;
    return n;
}

/* Makes one pair of all that speak of the same two entities. */
static void
merge_pairs (Identities *self)
{
    g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Pair));
    g_array_sort (self->pairs, compare_pairs);
    for (guint i = 0, end; i < self->pairs->len; i = end) {
        Pair pair = g_array_index (self->pairs, Pair, i);
        for (end = i + 1; end < self->pairs->len; end++) {
            const Pair *next = &g_array_index (self->pairs, Pair, end);
            if (next->low != pair.low || next->high != pair.high)
                break;
            pair.equated |= next->equated;
            pair.opposed |= next->opposed;
            pair.apart |= next->apart;
        }
        if (pair.equated)
            pair.publishers = count_publishers (self, i, end);
        g_array_append_val (merged, pair);
    }
    g_array_unref (self->pairs);
    self->pairs = g_steal_pointer (&merged);
}

/* ---- who must not meet ---- */

static int
compare_roots (gconstpointer a, gconstpointer b)
{
    return attri_order__u32 (GPOINTER_TO_UINT (a), GPOINTER_TO_UINT (b));
}

static void
set_enemy (Identities *self, guint32 root, guint32 enemy, gpointer pair)
{
    if (self->enemies[root] == NULL)
        self->enemies[root] = g_tree_new (compare_roots);
    g_tree_insert (self->enemies[root], GUINT_TO_POINTER (enemy), pair);
}

static void
set_all_enemies (Identities *self)
{
    for (guint i = 0; i < self->pairs->len; i++) {
        Pair *pair = &g_array_index (self->pairs, Pair, i);
        if (!pair->apart)
            continue;
        set_enemy (self, pair->low, pair->high, pair);
        set_enemy (self, pair->high, pair->low, pair);
    }
}

/* The pair that says that two roots are two, or NULL. */
static const Pair *
find_enmity (const Identities *self, guint32 a, guint32 b)
{
    return self->enemies[a] != NULL ? g_tree_lookup (self->enemies[a], GUINT_TO_POINTER (b)) : NULL;
}

static guint
count_enemies (const Identities *self, guint32 root)
{
    return self->enemies[root] != NULL ? (guint)g_tree_nnodes (self->enemies[root]) : 0;
}

/* The root with fewer enemies goes, so that each enmity moves O(log n) times. */
static void
unite (Identities *self, guint32 a, guint32 b)
{
    const guint32 stays = count_enemies (self, a) >= count_enemies (self, b) ? a : b;
    const guint32 goes = stays == a ? b : a;

    self->parents[goes] = stays;
    if (self->enemies[goes] == NULL)
        return;
    for (GTreeNode *node = g_tree_node_first (self->enemies[goes]); node != NULL;
         node = g_tree_node_next (node)) {
        const guint32 enemy = GPOINTER_TO_UINT (g_tree_node_key (node));
        gpointer pair = g_tree_node_value (node);
        g_tree_remove (self->enemies[enemy], GUINT_TO_POINTER (goes));
        set_enemy (self, enemy, stays, pair);
        set_enemy (self, stays, enemy, pair);
    }
    g_clear_pointer (&self->enemies[goes], g_tree_unref);
}

/* ---- folding ---- */

static int
compare_strength (gconstpointer a, gconstpointer b)
{
    const Pair *x = *(const Pair *const *)a;
    const Pair *y = *(const Pair *const *)b;
    const int orders[] = {attri_order__u32 (y->publishers, x->publishers),
                          attri_order__u32 (x->low, y->low), attri_order__u32 (x->high, y->high)};
    return ATTRI_FIRST_ORDER (orders);
}

static void
refuse (Identities *self, const Pair *pair, const Pair *because)
{
    const AttriRefusal refusal = {
        attri_graph_get_entity (self->graph, pair->low)->id,
        attri_graph_get_entity (self->graph, pair->high)->id,
        because != NULL ? attri_graph_get_entity (self->graph, because->low)->id : NULL,
        because != NULL ? attri_graph_get_entity (self->graph, because->high)->id : NULL};
    g_array_append_val (self->refusals, refusal);
}

static void
fold_pairs (Identities *self)
{
    g_autoptr (GPtrArray) equated = g_ptr_array_new ();
    for (guint i = 0; i < self->pairs->len; i++) {
        Pair *pair = &g_array_index (self->pairs, Pair, i);
        if (pair->equated)
            g_ptr_array_add (equated, pair);
    }
    g_ptr_array_sort (equated, compare_strength);
    for (guint i = 0; i < equated->len; i++) {
        const Pair *pair = equated->pdata[i];
        const guint32 a = find_root (self->parents, pair->low);
        const guint32 b = find_root (self->parents, pair->high);
        const Pair *enmity = find_enmity (self, a, b);
        if (pair->opposed)
            refuse (self, pair, NULL);
        else if (enmity != NULL)
            refuse (self, pair, enmity);
        else if (a != b)
            unite (self, a, b);
    }
}

/* ---- who stands for the others ---- */

static gboolean
is_past (const AttriEntity *entity)
{
    return entity->revoked || entity->deprecated;
}

/* The focus, else what is current and defined, else as the builder chooses ids. */
static gboolean
stands_better (const AttriGraph *graph, const guint8 *focus, guint32 a, guint32 b)
{
    const AttriEntity *x = attri_graph_get_entity (graph, a);
    const AttriEntity *y = attri_graph_get_entity (graph, b);
    if (focus[a] != focus[b])
        return focus[a] > focus[b];
    if (is_past (x) != is_past (y))
        return is_past (y);
    if (x->placeholder != y->placeholder)
        return y->placeholder;
    return attri_order__better_id (x->id, y->id);
}

/* By entity: who stands for it. */
static guint32 *
choose (const Identities *self, const guint8 *focus)
{
    const guint32 n = self->n;
    g_autofree guint32 *best = g_new (guint32, n + 1);
    guint32 *into = g_new (guint32, n + 1);

    for (guint32 i = 0; i < n; i++)
        best[i] = ATTRI_NONE;
    for (guint32 i = 0; i < n; i++) {
        const guint32 root = find_root (self->parents, i);
        if (best[root] == ATTRI_NONE || stands_better (self->graph, focus, i, best[root]))
            best[root] = i;
    }
    for (guint32 i = 0; i < n; i++)
        into[i] = best[find_root (self->parents, i)];
    return into;
}

guint32 *
attri_view__find_identities (const AttriGraph *graph, const AttriSelection *wish,
                             const guint8 *focus, GArray *refusals)
{
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint32 *parents = g_new (guint32, n + 1);
    g_autofree GTree **enemies = g_new0 (GTree *, n + 1);
    Identities self = {.graph = graph,
                       .wish = wish,
                       .n = n,
                       .pairs = g_array_new (FALSE, FALSE, sizeof (Pair)),
                       .parents = parents,
                       .enemies = enemies,
                       .refusals = refusals};

    for (guint32 i = 0; i < n; i++)
        parents[i] = i;
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        add_pair (&self, i);
    merge_pairs (&self);
    set_all_enemies (&self);
    fold_pairs (&self);
    guint32 *into = choose (&self, focus);

    for (guint32 i = 0; i < n; i++)
        g_clear_pointer (&enemies[i], g_tree_unref);
    g_array_unref (self.pairs);
    return into;
}
