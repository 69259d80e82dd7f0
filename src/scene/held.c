/* SPDX-License-Identifier: MIT
 *
 * held.c: the columns of an earlier picture go into the layers. Only where boxes stand is held:
 * which there are, and which fold, follows from the facts alone.
 */
#include "scene/layers.h"

#include <stdlib.h>
#include <string.h>

/* What a column costs a new box, besides the columns its lines cross. */
#define COST_SPAN      4
#define COST_BACKWARDS 3
#define COST_OPENING   100   /* an empty column between others: all behind it would move */
#define COST_BESIDE    10000 /* a neighbour in the same column: the line becomes a row */

/* @placed: by entity: its box has its column. @used: by column: some box stands there. */
typedef struct {
    const AttriMaker *m;
    AttriLayers *layers;
    guint8 *placed;
    gboolean used[ATTRI_MOST_LAYERS];
} Hold;

static int
compare_key (const void *key, const void *held)
{
    return strcmp (key, ((const AttriHeldColumn *)held)->key);
}

/* The column a box had, or that after the last there is room for. */
static guint
find_column (const AttriMaker *m, const char *key)
{
    const AttriHeldColumn *held =
        bsearch (key, m->options->held, m->options->n_held, sizeof (AttriHeldColumn), compare_key);
    return held != NULL ? MIN (held->column, m->room->deep) : m->room->deep;
}

static gboolean
has_box (const AttriLayers *layers, guint32 entity)
{
    return layers->has_edge[entity] && !layers->hidden[entity] &&
           layers->fold_of[entity] == ATTRI_NONE;
}

/* The other end of an edge of @entity, if that has its column already, else %ATTRI_NONE. */
static guint32
find_placed (const Hold *hold, guint32 index, guint32 entity)
{
    const AttriEdge *edge = attri_graph_get_edge (hold->m->graph, index);
    const guint32 other = edge->from == entity ? edge->to : edge->from;
    return attri_maker__is_shown (hold->m, index) && hold->placed[other] ? other : ATTRI_NONE;
}

static gboolean
is_opening (const Hold *hold, guint column)
{
    gboolean before = FALSE, after = FALSE;
    for (guint c = 0; c < ATTRI_MOST_LAYERS; c++) {
        before |= hold->used[c] && c < column;
        after |= hold->used[c] && c > column;
    }
    return before && after && !hold->used[column];
}

/* What it costs to put @entity there; 0 neighbours make it -1. */
static int
cost_of (const Hold *hold, guint32 entity, guint column)
{
    int cost = -1;
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_incoming (hold->m->graph, entity, &n[0]),
                               attri_graph_get_outgoing (hold->m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const guint32 other = find_placed (hold, edges[side][i], entity);
            if (other == ATTRI_NONE)
                continue;
            const int off = (int)column - (int)hold->layers->columns[other];
            const gboolean backwards = side == 0 ? off < 0 : off > 0;
            cost = MAX (cost, 0) + COST_SPAN * ABS (off) + COST_BACKWARDS * backwards +
                   COST_BESIDE * (off == 0);
        }
    }
    return cost >= 0 && is_opening (hold, column) ? cost + COST_OPENING : cost;
}

static void
put (Hold *hold, guint32 entity, guint column)
{
    hold->layers->columns[entity] = column;
    hold->placed[entity] = TRUE;
    hold->used[column] = TRUE;
}

/* Beside what it is joined with, if any of that is placed. */
static gboolean
put_beside (Hold *hold, guint32 entity)
{
    int least = cost_of (hold, entity, 0);
    guint best = 0;
    if (least < 0)
        return FALSE;
    for (guint column = 1; column < hold->m->room->deep; column++) {
        const int cost = cost_of (hold, entity, column);
        if (cost < least) {
            least = cost;
            best = column;
        }
    }
    put (hold, entity, best);
    return TRUE;
}

static void
put_boxes (Hold *hold)
{
    const guint32 n = attri_graph_get_n_entities (hold->m->graph);
    for (guint32 i = 0; i < n; i++) {
        if (!has_box (hold->layers, i))
            continue;
        const guint column = find_column (hold->m, attri_graph_get_entity (hold->m->graph, i)->id);
        if (column < hold->m->room->deep)
            put (hold, i, column);
    }
    for (gboolean moved = TRUE; moved;) {
        moved = FALSE;
        for (guint32 i = 0; i < n; i++)
            moved |= has_box (hold->layers, i) && !hold->placed[i] && put_beside (hold, i);
    }
}

/* Where it was, but never in its hub's column; else on the side where it would be afresh. */
static void
put_fold (Hold *hold, AttriLeaves *fold)
{
    const guint hub = hold->layers->columns[fold->hub];
    g_autofree char *key = attri_layers__fold_key (hold->m, fold);
    guint column = find_column (hold->m, key);
    if (column == hub || column == hold->m->room->deep)
        column = hub > 0 && (!fold->right || hub + 1 == hold->m->room->deep) ? hub - 1 : hub + 1;
    fold->column = column;
    for (guint i = 0; i < fold->leaves->len; i++)
        hold->layers->columns[g_array_index (fold->leaves, guint32, i)] = column;
}

void
attri_layers__hold (const AttriMaker *m, AttriLayers *self)
{
    Hold hold = {m, self, g_new0 (guint8, attri_graph_get_n_entities (m->graph) + 1), {FALSE}};
    put_boxes (&hold);
    for (guint i = 0; i < self->folds->len; i++)
        put_fold (&hold, &g_array_index (self->folds, AttriLeaves, i));
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if (attri_maker__is_shown (m, e))
            self->backwards[e] = self->columns[edge->from] > self->columns[edge->to];
    }
    g_free (hold.placed);
}
