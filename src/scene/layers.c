/* SPDX-License-Identifier: MIT
 *
 * layers.c: a graph goes in, a column for every box comes out, by longest path. Past what a reader
 * can follow, what hangs on one box only folds into one beside it, and in the end what has fewest
 * relations is left out and counted. By size only.
 */
#include "scene/layers.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_LEAVES 3 /* that are worth a fold */

/* A depth-first walk in canonical order. @from and @to may be swapped by it. */
typedef struct {
    guint8 *state;     /* by entity: 0 new, 1 on the path, 2 done */
    guint8 *backwards; /* by edge, as in AttriLayers */
    guint32 *stack;    /* entities on the path */
    guint32 *next;     /* by entity: next outgoing edge to look at */
} Walk;

static void
walk_from (AttriMaker *m, Walk *walk, guint32 root)
{
    guint32 depth = 0;
    walk->stack[depth++] = root;
    walk->state[root] = 1;
    while (depth > 0) {
        guint32 entity = walk->stack[depth - 1], n;
        const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
        if (walk->next[entity] == n) {
            walk->state[entity] = 2;
            depth--;
            continue;
        }
        guint32 edge = edges[walk->next[entity]++];
        if (!attri_maker__is_shown (m, edge))
            continue;
        guint32 to = attri_graph_get_edge (m->graph, edge)->to;
        if (walk->state[to] == 1)
            walk->backwards[edge] = TRUE;
        else if (walk->state[to] == 0) {
            walk->stack[depth++] = to;
            walk->state[to] = 1;
        }
    }
}

static void
ends_of (const AttriMaker *m, const guint8 *backwards, guint32 index, guint32 *left, guint32 *right)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    *left = backwards[index] ? edge->to : edge->from;
    *right = backwards[index] ? edge->from : edge->to;
}

/* Longest path from the left; at most one pass for each column. */
static void
rank (AttriMaker *m, const Walk *walk, guint *columns)
{
    guint32 n_edges = attri_graph_get_n_edges (m->graph);
    for (guint pass = 0; pass < ATTRI_MOST_LAYERS; pass++) {
        gboolean moved = FALSE;
        for (guint32 e = 0; e < n_edges; e++) {
            guint32 left, right;
            if (!attri_maker__is_shown (m, e))
                continue;
            ends_of (m, walk->backwards, e, &left, &right);
            guint wanted = MIN (columns[left] + 1, m->room->deep - 1);
            if (columns[right] < wanted) {
                columns[right] = wanted;
                moved = TRUE;
            }
        }
        if (!moved)
            return;
    }
}

/* A source of lines stands just left of what it first reaches. */
static void
pull_right (AttriMaker *m, const Walk *walk, guint *columns)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree guint *nearest = g_new (guint, n);
    g_autofree guint8 *entered = g_new0 (guint8, n);
    for (guint32 i = 0; i < n; i++)
        nearest[i] = G_MAXUINT;
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        guint32 left, right;
        if (!attri_maker__is_shown (m, e))
            continue;
        ends_of (m, walk->backwards, e, &left, &right);
        nearest[left] = MIN (nearest[left], columns[right]);
        entered[right] = TRUE;
    }
    for (guint32 i = 0; i < n; i++) {
        if (!entered[i] && nearest[i] != G_MAXUINT && nearest[i] > 0)
            columns[i] = nearest[i] - 1;
    }
}

/* ---- the columns ---- */

static void
mark_edges (const AttriMaker *m, AttriLayers *self)
{
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if (attri_maker__is_shown (m, e))
            self->has_edge[edge->from] = self->has_edge[edge->to] = TRUE;
    }
}

static void
leaves_clear (gpointer data)
{
    AttriLeaves *leaves = data;
    g_array_unref (leaves->leaves);
    g_array_unref (leaves->edges);
}

AttriLayers *
attri_layers__new (AttriMaker *m)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    guint32 n_edges = attri_graph_get_n_edges (m->graph);
    AttriLayers *self = g_new0 (AttriLayers, 1);
    self->columns = g_new0 (guint, n + 1);
    self->backwards = g_new0 (guint8, n_edges + 1);
    self->has_edge = g_new0 (guint8, n + 1);
    self->fold_of = g_new (guint32, n + 1);
    self->hidden = g_new0 (guint8, n + 1);
    self->folds = g_array_new (FALSE, FALSE, sizeof (AttriLeaves));
    g_array_set_clear_func (self->folds, leaves_clear);
    for (guint32 i = 0; i < n; i++)
        self->fold_of[i] = ATTRI_NONE;
    mark_edges (m, self);

    g_autofree guint8 *state = g_new0 (guint8, n + 1);
    g_autofree guint32 *stack = g_new0 (guint32, n + 1);
    g_autofree guint32 *next = g_new0 (guint32, n + 1);
    Walk walk = {state, self->backwards, stack, next};
    for (guint32 i = 0; i < n; i++) {
        if (state[i] == 0)
            walk_from (m, &walk, i);
    }
    rank (m, &walk, self->columns);
    pull_right (m, &walk, self->columns);
    return self;
}

void
attri_layers__free (AttriLayers *self)
{
    g_free (self->columns);
    g_free (self->backwards);
    g_free (self->has_edge);
    g_free (self->fold_of);
    g_free (self->hidden);
    g_array_unref (self->folds);
    g_free (self);
}

void
attri_layers__ends (const AttriMaker *m, const AttriLayers *self, guint32 edge, guint32 *left,
                    guint32 *right)
{
    ends_of (m, self->backwards, edge, left, right);
}

/* ---- how large it is ---- */

static gboolean
has_box (const AttriLayers *self, guint32 entity)
{
    return self->has_edge[entity] && !self->hidden[entity] && self->fold_of[entity] == ATTRI_NONE;
}

gboolean
attri_layers__fits (const AttriMaker *m, const AttriLayers *self)
{
    guint tall[ATTRI_MOST_LAYERS] = {0}, boxes = 0, lines = self->folds->len, tallest = 0;
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        tall[self->columns[i]] += has_box (self, i);
    for (guint i = 0; i < self->folds->len; i++)
        tall[g_array_index (self->folds, AttriLeaves, i).column]++;
    for (guint c = 0; c < ATTRI_MOST_LAYERS; c++) {
        boxes += tall[c];
        tallest = MAX (tallest, tall[c]);
    }
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        lines +=
            attri_maker__is_shown (m, e) && has_box (self, edge->from) && has_box (self, edge->to);
    }
    return boxes <= m->room->boxes && tallest <= m->room->tall && lines <= m->room->links;
}

/* ---- folding ---- */

/* The only neighbour of @entity, or ATTRI_NONE. */
static guint32
find_hub (const AttriMaker *m, guint32 entity)
{
    guint32 hub = ATTRI_NONE, n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, entity, &n[0]),
                               attri_graph_get_incoming (m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            guint32 other = side == 0 ? edge->to : edge->from;
            if (!attri_maker__is_shown (m, edges[side][i]))
                continue;
            if (hub != ATTRI_NONE && hub != other)
                return ATTRI_NONE;
            hub = other;
        }
    }
    return hub;
}

/* A leaf with what it is sorted by, so that those of one fold are neighbours. */
typedef struct {
    guint32 hub;
    guint column;
    AttriRole role;
    guint32 entity;
} Leaf;

static int
compare_kinds (const Leaf *left, const Leaf *right)
{
    if (left->hub != right->hub)
        return left->hub < right->hub ? -1 : 1;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    return (left->role > right->role) - (left->role < right->role);
}

static int
compare_leaves (gconstpointer a, gconstpointer b)
{
    const Leaf *left = a, *right = b;
    int order = compare_kinds (left, right);
    return order != 0 ? order : (left->entity > right->entity) - (left->entity < right->entity);
}

/* Of two boxes that have only each other, one is not a leaf of the other. */
static GArray *
find_leaves (const AttriMaker *m, const AttriLayers *self)
{
    GArray *leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        guint32 hub = attri_maker__is_member (m, i) ? ATTRI_NONE : find_hub (m, i);
        if (hub == ATTRI_NONE || self->columns[hub] == self->columns[i] || find_hub (m, hub) == i)
            continue;
        Leaf leaf = {hub, self->columns[i], attri_maker__role (m, i), i};
        g_array_append_val (leaves, leaf);
    }
    g_array_sort (leaves, compare_leaves);
    return leaves;
}

static void
add_leaf (const AttriMaker *m, AttriLayers *self, AttriLeaves *fold, guint32 entity)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, entity, &n[0]),
                               attri_graph_get_incoming (m->graph, entity, &n[1])};
    g_array_append_val (fold->leaves, entity);
    self->fold_of[entity] = self->folds->len;
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            if (attri_maker__is_shown (m, edges[side][i]))
                g_array_append_val (fold->edges, edges[side][i]);
        }
    }
}

void
attri_layers__fold (const AttriMaker *m, AttriLayers *self)
{
    g_autoptr (GArray) leaves = find_leaves (m, self);
    for (guint i = 0; i < leaves->len;) {
        const Leaf *first = &g_array_index (leaves, Leaf, i);
        guint n = 1;
        while (i + n < leaves->len &&
               compare_kinds (first, &g_array_index (leaves, Leaf, i + n)) == 0)
            n++;
        if (n >= LEAST_LEAVES) {
            AttriLeaves fold = {first->hub, first->column,
                                first->column > self->columns[first->hub],
                                g_array_new (FALSE, FALSE, sizeof (guint32)),
                                g_array_new (FALSE, FALSE, sizeof (guint32))};
            for (guint l = 0; l < n; l++)
                add_leaf (m, self, &fold, g_array_index (leaves, Leaf, i + l).entity);
            g_array_append_val (self->folds, fold);
        }
        i += n;
    }
}

char *
attri_layers__fold_key (const AttriMaker *m, const AttriLeaves *fold)
{
    const guint32 first = g_array_index (fold->leaves, guint32, 0);
    return g_strdup_printf ("fold:%s:%u:%s", attri_graph_get_entity (m->graph, fold->hub)->id,
                            (guint)attri_maker__role (m, first), fold->right ? "right" : "left");
}

/* ---- leaving out ---- */

/* An entity with how many relations it has. */
typedef struct {
    guint32 entity;
    gboolean member;
    guint degree;
} Weight;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
    const Weight *left = a, *right = b;
    if (left->member != right->member)
        return left->member ? -1 : 1;
    if (left->degree != right->degree)
        return left->degree > right->degree ? -1 : 1;
    return (left->entity > right->entity) - (left->entity < right->entity);
}

static GArray *
weigh_boxes (const AttriMaker *m, const AttriLayers *self)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree guint *degrees = g_new0 (guint, n + 1);
    GArray *weights = g_array_new (FALSE, FALSE, sizeof (Weight));
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if (!attri_maker__is_shown (m, e))
            continue;
        degrees[edge->from]++;
        degrees[edge->to]++;
    }
    for (guint32 i = 0; i < n; i++) {
        Weight weight = {i, attri_maker__is_member (m, i), degrees[i]};
        if (has_box (self, i))
            g_array_append_val (weights, weight);
    }
    g_array_sort (weights, compare_weights);
    return weights;
}

/* How many lines there would be between @entity and what is kept. */
static guint
count_links (const AttriMaker *m, const guint8 *kept, guint32 entity)
{
    guint links = 0;
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, entity, &n[0]),
                               attri_graph_get_incoming (m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            links += attri_maker__is_shown (m, edges[side][i]) &&
                     kept[side == 0 ? edge->to : edge->from];
        }
    }
    return links;
}

/* A fold goes with its hub, or where its column has no room. */
static void
cut_folds (AttriLayers *self, const guint8 *kept, guint *tall, guint *boxes, const AttriRoom *room)
{
    for (guint i = 0; i < self->folds->len; i++) {
        const AttriLeaves *fold = &g_array_index (self->folds, AttriLeaves, i);
        gboolean stays = kept[fold->hub] && tall[fold->column] < room->tall && *boxes < room->boxes;
        tall[fold->column] += stays;
        *boxes += stays;
        for (guint l = 0; l < fold->leaves->len; l++)
            self->hidden[g_array_index (fold->leaves, guint32, l)] = !stays;
    }
}

/* Drops what lost all its neighbours, unless something folds at it. */
static void
drop_lone (const AttriMaker *m, const AttriLayers *self, const GArray *weights, guint8 *kept)
{
    g_autofree guint8 *hubs = g_new0 (guint8, attri_graph_get_n_entities (m->graph) + 1);
    for (guint i = 0; i < self->folds->len; i++) {
        const AttriLeaves *fold = &g_array_index (self->folds, AttriLeaves, i);
        hubs[fold->hub] |= !self->hidden[g_array_index (fold->leaves, guint32, 0)];
    }
    for (guint i = 0; i < weights->len; i++) {
        const Weight *weight = &g_array_index (weights, Weight, i);
        if (!weight->member && !hubs[weight->entity] && count_links (m, kept, weight->entity) == 0)
            kept[weight->entity] = FALSE;
    }
}

void
attri_layers__cut (const AttriMaker *m, AttriLayers *self)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    guint tall[ATTRI_MOST_LAYERS] = {0}, boxes = 0, links = 0;
    g_autoptr (GArray) weights = weigh_boxes (m, self);
    g_autofree guint8 *kept = g_new0 (guint8, n + 1);
    for (guint i = 0; i < weights->len; i++) {
        guint32 entity = g_array_index (weights, Weight, i).entity;
        guint column = self->columns[entity], more = count_links (m, kept, entity);
        if (tall[column] >= m->room->tall || boxes >= m->room->boxes ||
            links + more > m->room->links)
            continue;
        kept[entity] = TRUE;
        tall[column]++;
        boxes++;
        links += more;
    }
    cut_folds (self, kept, tall, &boxes, m->room);
    drop_lone (m, self, weights, kept);
    for (guint i = 0; i < weights->len; i++) {
        guint32 entity = g_array_index (weights, Weight, i).entity;
        self->hidden[entity] = !kept[entity];
    }
    self->n_hidden = 0;
    for (guint32 i = 0; i < n; i++)
        self->n_hidden += self->hidden[i];
}
