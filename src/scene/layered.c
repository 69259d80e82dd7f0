/* SPDX-License-Identifier: MIT
 *
 * layered.c: the picture without a focus: every entity a box, in columns by
 * longest path, every line with its verb.
 */
#include "scene/maker.h"

#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 12 /* deeper chains end as rows in the last column */

/* A depth-first walk in canonical order. @from and @to may be swapped by it. */
typedef struct {
    guint8 *state;     /* by entity: 0 new, 1 on the path, 2 done */
    guint8 *backwards; /* by edge: closes a cycle, so it is laid the other way */
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

static int
compare_key (const void *key, const void *held)
{
    return strcmp (key, ((const AttriHeldColumn *)held)->key);
}

/* By entity: the column it had, or MOST_COLUMNS. */
static guint *
find_held (const AttriMaker *m)
{
    const AttriSceneOptions *options = m->options;
    const guint32 n = attri_graph_get_n_entities (m->graph);
    guint *columns = g_new0 (guint, n + 1);
    for (guint32 i = 0; i < n; i++) {
        const AttriHeldColumn *held = NULL;
        if (options->n_held > 0)
            held = bsearch (attri_graph_get_entity (m->graph, i)->id, options->held,
                            options->n_held, sizeof (AttriHeldColumn), compare_key);
        columns[i] = held != NULL ? MIN (held->column, MOST_COLUMNS) : MOST_COLUMNS;
    }
    return columns;
}

static void
ends_of (AttriMaker *m, const Walk *walk, guint32 index, guint32 *left, guint32 *right)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    *left = walk->backwards[index] ? edge->to : edge->from;
    *right = walk->backwards[index] ? edge->from : edge->to;
}

/* Longest path from the left; at most one pass for each column. */
static void
rank (AttriMaker *m, const Walk *walk, guint *columns)
{
    guint32 n_edges = attri_graph_get_n_edges (m->graph);
    for (guint pass = 0; pass < MOST_COLUMNS; pass++) {
        gboolean moved = FALSE;
        for (guint32 e = 0; e < n_edges; e++) {
            guint32 left, right;
            if (!attri_maker__is_shown (m, e))
                continue;
            ends_of (m, walk, e, &left, &right);
            guint wanted = MIN (columns[left] + 1, MOST_COLUMNS - 1);
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
        ends_of (m, walk, e, &left, &right);
        nearest[left] = MIN (nearest[left], columns[right]);
        entered[right] = TRUE;
    }
    for (guint32 i = 0; i < n; i++) {
        if (!entered[i] && nearest[i] != G_MAXUINT && nearest[i] > 0)
            columns[i] = nearest[i] - 1;
    }
}

/* Bit c is set where a placed neighbour of @entity stands in column c. @wanted: (inout): right of
 * what leads to it, else left of what it leads to. */
static guint
look_around (const AttriMaker *m, const guint8 *placed, const guint *columns, guint32 entity,
             int *wanted)
{
    guint taken = 0;
    int left = -1, right = MOST_COLUMNS;
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_incoming (m->graph, entity, &n[0]),
                               attri_graph_get_outgoing (m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            const guint32 other = side == 0 ? edge->from : edge->to;
            if (!attri_maker__is_shown (m, edges[side][i]) || !placed[other])
                continue;
            taken |= 1u << columns[other];
            if (side == 0)
                left = MAX (left, (int)columns[other]);
            else
                right = MIN (right, (int)columns[other]);
        }
    }
    *wanted = CLAMP (left >= 0 ? left + 1 : right - 1, 0, MOST_COLUMNS - 1);
    return taken;
}

/* The column nearest to @wanted in which no neighbour stands: lines join different columns. */
static guint
free_column (guint taken, int wanted)
{
    for (int off = 0; off < MOST_COLUMNS; off++) {
        if (wanted + off < MOST_COLUMNS && !(taken & 1u << (wanted + off)))
            return (guint)(wanted + off);
        if (wanted - off >= 0 && !(taken & 1u << (wanted - off)))
            return (guint)(wanted - off);
    }
    return (guint)wanted;
}

/* Boxes keep the columns they had; new ones go beside what they are joined with. What then leads
 * from right to left is drawn so. */
static void
hold_columns (AttriMaker *m, Walk *walk, const guint *held, guint *columns)
{
    const guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree guint8 *placed = g_new0 (guint8, n + 1);
    for (guint32 i = 0; i < n; i++) {
        placed[i] = held[i] < MOST_COLUMNS;
        if (placed[i])
            columns[i] = held[i];
    }
    for (gboolean moved = TRUE; moved;) {
        moved = FALSE;
        for (guint32 i = 0; i < n; i++) {
            int wanted;
            const guint taken = placed[i] ? 0 : look_around (m, placed, columns, i, &wanted);
            if (taken == 0)
                continue;
            columns[i] = free_column (taken, wanted);
            placed[i] = 1;
            moved = TRUE;
        }
    }
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if (attri_maker__is_shown (m, e))
            walk->backwards[e] = columns[edge->from] > columns[edge->to];
    }
}

static gboolean
has_shown_edge (AttriMaker *m, guint32 entity)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, entity, &n[0]),
                               attri_graph_get_incoming (m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            if (attri_maker__is_shown (m, edges[side][i]))
                return TRUE;
        }
    }
    return FALSE;
}

/* Relations inside the last column, which stand for chains deeper than it. */
static void
add_rows_inside (AttriMaker *m, guint32 entity, const guint *columns)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 to = attri_graph_get_edge (m->graph, edges[i])->to;
        if (attri_maker__is_shown (m, edges[i]) && columns[to] == columns[entity])
            attri_maker__claim_row (m, edges[i], entity);
    }
}

static guint
add_boxes (AttriMaker *m, const guint *columns)
{
    guint used = 0;
    guint32 n = attri_graph_get_n_entities (m->graph);
    for (guint column = 0; column < MOST_COLUMNS; column++) {
        for (guint32 entity = 0; entity < n; entity++) {
            if (columns[entity] != column)
                continue;
            if (!has_shown_edge (m, entity)) {
                m->lone_entities += !attri_maker__is_left_out (m, entity);
                continue;
            }
            AttriSceneBox box = attri_maker__box (m, entity, column);
            for (guint i = 0; i < m->members->len; i++)
                box.focus |= g_array_index (m->members, guint32, i) == entity;
            m->box_of[entity] = attri_scene__add_box (m->scene, &box);
            attri_maker__alias_rows (m, entity);
            attri_maker__own_rows (m, entity);
            add_rows_inside (m, entity, columns);
            used = column + 1;
        }
    }
    return used;
}

void
attri_maker__layered (AttriMaker *m)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    guint32 n_edges = attri_graph_get_n_edges (m->graph);
    g_autofree guint8 *state = g_new0 (guint8, n);
    g_autofree guint8 *backwards = g_new0 (guint8, n_edges);
    g_autofree guint32 *stack = g_new0 (guint32, n);
    g_autofree guint32 *next = g_new0 (guint32, n);
    g_autofree guint *columns = g_new0 (guint, n);
    g_autofree guint *held = find_held (m);
    Walk walk = {state, backwards, stack, next};
    for (guint32 i = 0; i < n; i++) {
        if (state[i] == 0)
            walk_from (m, &walk, i);
    }
    rank (m, &walk, columns);
    pull_right (m, &walk, columns);
    if (m->options->n_held > 0)
        hold_columns (m, &walk, held, columns);

    guint used = add_boxes (m, columns);
    for (guint i = 0; i < used; i++) {
        AttriSceneColumn column = {"", "", ""};
        g_array_append_val (m->scene->columns, column);
    }
    for (guint32 e = 0; e < n_edges; e++) {
        guint32 left, right;
        if (!attri_maker__is_shown (m, e))
            continue;
        ends_of (m, &walk, e, &left, &right);
        if (columns[left] < columns[right])
            attri_maker__edge_line (m, e, backwards[e], attri_maker__verb_from (m, e, left));
    }
}
