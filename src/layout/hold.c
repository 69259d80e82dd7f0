/* SPDX-License-Identifier: MIT
 *
 * hold.c: heights from a lock go into the nodes, and where everything came to
 * stand goes into the lock of the plan. What is not in the lock is put between
 * its neighbours.
 */
#include "layout/work.h"

#include <string.h>

#define ROUNDS   4  /* of guessing heights from neighbours that are guessed themselves */
#define SIFTINGS 3  /* rounds of looking for places with fewer crossings */
#define GAP      26 /* a first guess; the gaps are made right afterwards */

/* By line: how many lines before it join the same boxes. */
static guint *
number_lines (const Work *w)
{
    guint *numbers = g_new0 (guint, w->lines->len + 1);
    for (guint i = 0; i < w->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        for (guint j = 0; j < i; j++) {
            const AttriSceneLine *other = attri_scene__line (w->scene, j);
            numbers[i] += line->left == other->left && line->right == other->right;
        }
    }
    return numbers;
}

/* What a node is called in a lock, and where it stands. */
static AttriLockNode
name_node (const Work *w, const guint *numbers, guint32 index)
{
    const WorkNode *node = work_node (w, index);
    AttriLockNode name = {.to = "", .column = node->column, .y = node->y};
    if (node->box != ATTRI_NONE) {
        name.from = attri_scene__box (w->scene, node->box)->key;
        return name;
    }
    const AttriSceneLine *line = attri_scene__line (w->scene, node->line);
    name.from = attri_scene__box (w->scene, line->left)->key;
    name.to = attri_scene__box (w->scene, line->right)->key;
    name.number = numbers[node->line];
    name.lane = node->column;
    return name;
}

/* Gives the nodes in the lock their heights; returns how many are not in it. */
static guint
take_heights (Work *w)
{
    g_autofree guint *numbers = number_lines (w);
    guint missing = 0;
    for (guint i = 0; i < w->nodes->len; i++) {
        WorkNode *node = work_node (w, i);
        const AttriLockNode wanted = name_node (w, numbers, i);
        const AttriLockNode *found = attri_lock__find (w->lock, &wanted);
        node->held = found != NULL;
        node->y = node->held ? found->y : 0;
        missing += !node->held;
    }
    return missing;
}

/* The mean height of the neighbours whose height is known. */
static void
guess_heights (Work *w)
{
    g_autofree guint8 *known = g_new0 (guint8, w->nodes->len + 1);
    for (guint i = 0; i < w->nodes->len; i++)
        known[i] = work_node (w, i)->held;
    for (guint round = 0; round < ROUNDS; round++) {
        g_autofree gint64 *sum = g_new0 (gint64, w->nodes->len + 1);
        g_autofree guint *count = g_new0 (guint, w->nodes->len + 1);
        for (guint i = 0; i < w->lines->len; i++) {
            const GArray *nodes = work_line (w, i)->nodes;
            for (guint n = 1; n < nodes->len; n++) {
                const guint32 ends[] = {g_array_index (nodes, guint32, n - 1),
                                        g_array_index (nodes, guint32, n)};
                for (guint e = 0; e < 2; e++) {
                    sum[ends[e]] += known[ends[!e]] ? work_node (w, ends[!e])->y : 0;
                    count[ends[e]] += known[ends[!e]];
                }
            }
        }
        for (guint i = 0; i < w->nodes->len; i++) {
            WorkNode *node = work_node (w, i);
            if (node->held || count[i] == 0)
                continue;
            node->y = (int)(sum[i] / count[i]);
            known[i] = 1;
        }
    }
}

static int
compare_by_height (gconstpointer a, gconstpointer b, gpointer data)
{
    const Work *w = data;
    const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    const WorkNode *x = work_node (w, left), *y = work_node (w, right);
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    return (left > right) - (left < right);
}

/* Where in @order the box @index stands, or -1. */
static int
find_box (const Work *w, const GArray *order, guint index)
{
    for (guint i = 0; i < order->len; i++) {
        if (g_array_index (order, guint32, i) == work_box (w, index)->node)
            return (int)i;
    }
    return -1;
}

/* After the box that the scene has before it, else before the one it has after it. */
static int
place_in_order (const Work *w, const GArray *order, guint box)
{
    const guint column = attri_scene__box (w->scene, box)->column;
    for (guint i = box; i > 0 && attri_scene__box (w->scene, i - 1)->column == column; i--) {
        const int at = find_box (w, order, i - 1);
        if (at >= 0)
            return at + 1;
    }
    for (guint i = box + 1; i < w->boxes->len && attri_scene__box (w->scene, i)->column == column;
         i++) {
        const int at = find_box (w, order, i);
        if (at >= 0)
            return at;
    }
    return -1;
}

/* Puts a node that no lock holds into the order of its column, and beside its neighbours there. */
static void
insert (Work *w, GArray *order, guint32 index)
{
    WorkNode *node = work_node (w, index);
    int at = -1;
    if (node->box != ATTRI_NONE && w->scene->ordered)
        at = place_in_order (w, order, node->box);
    if (at < 0) {
        for (at = 0; at < (int)order->len; at++) {
            if (work_node (w, g_array_index (order, guint32, at))->y > node->y)
                break;
        }
    } else if (at > 0) {
        const WorkNode *above = work_node (w, g_array_index (order, guint32, at - 1));
        node->y = above->y + above->tall / 2 + GAP + node->tall / 2;
    } else {
        const WorkNode *below = work_node (w, g_array_index (order, guint32, 0));
        node->y = below->y - below->tall / 2 - GAP - node->tall / 2;
    }
    g_array_insert_val (order, (guint)at, index);
}

static void
order_column (Work *w, guint index)
{
    GArray *nodes = work_column (w, index)->nodes;
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < nodes->len; i++) {
        const guint32 node = g_array_index (nodes, guint32, i);
        if (work_node (w, node)->held)
            g_array_append_val (order, node);
    }
    g_array_sort_with_data (order, compare_by_height, w);
    for (guint i = 0; i < nodes->len; i++) {
        const guint32 node = g_array_index (nodes, guint32, i);
        if (!work_node (w, node)->held)
            insert (w, order, node);
    }
    g_array_set_size (nodes, 0);
    g_array_append_vals (nodes, order->data, order->len);
}

/* How many pieces of lines cross those that end at the node @index, if it stood at @y. */
static guint
crossings_at (const Work *w, guint32 index, int y)
{
    const guint column = work_node (w, index)->column;
    guint crossings = 0;
    for (guint i = 0; i < w->lines->len; i++) {
        const GArray *mine = work_line (w, i)->nodes;
        for (guint n = 1; n < mine->len; n++) {
            const guint32 left = g_array_index (mine, guint32, n - 1);
            const guint32 right = g_array_index (mine, guint32, n);
            if (left != index && right != index)
                continue;
            const guint gap = left == index ? column : column - 1;
            const int from = left == index ? y : work_node (w, left)->y;
            const int to = right == index ? y : work_node (w, right)->y;
            for (guint j = 0; j < w->lines->len; j++) {
                const GArray *other = work_line (w, j)->nodes;
                const guint first = work_node (w, g_array_index (other, guint32, 0))->column;
                if (i == j || first > gap || gap - first + 1 >= other->len)
                    continue;
                const guint32 a = g_array_index (other, guint32, gap - first);
                const guint32 b = g_array_index (other, guint32, gap - first + 1);
                const int a_y = work_node (w, a)->y, b_y = work_node (w, b)->y;
                crossings += a != index && b != index &&
                             ((from < a_y && to > b_y) || (from > a_y && to < b_y));
            }
        }
    }
    return crossings;
}

/* Half way between the nodes above and below the place @at of @order, or outside of them. */
static int
height_between (const Work *w, const GArray *order, guint at)
{
    const WorkNode *above = at > 0 ? work_node (w, g_array_index (order, guint32, at - 1)) : NULL;
    const WorkNode *below =
        at < order->len ? work_node (w, g_array_index (order, guint32, at)) : NULL;
    if (above != NULL && below != NULL)
        return above->y + (below->y - above->y) / 2;
    if (above != NULL)
        return above->y + above->tall / 2 + GAP;
    return below != NULL ? below->y - below->tall / 2 - GAP : 0;
}

/* Moves a node that may stand anywhere in its column to where it crosses least; of several places
 * to the one nearest to where it is. */
static void
sift (Work *w, guint32 index)
{
    WorkNode *node = work_node (w, index);
    GArray *order = work_column (w, node->column)->nodes;
    guint at = 0;
    while (g_array_index (order, guint32, at) != index)
        at++;
    g_array_remove_index (order, at);

    const guint was = at;
    int best_y = node->y;
    guint least = crossings_at (w, index, node->y);
    for (guint i = 0; i <= order->len; i++) {
        const int y = height_between (w, order, i);
        const guint crossings = crossings_at (w, index, y);
        const guint off = i > was ? i - was : was - i;
        const guint best_off = at > was ? at - was : was - at;
        if (crossings < least || (crossings == least && at != was && off < best_off)) {
            least = crossings;
            best_y = y;
            at = i;
        }
    }
    node->y = best_y;
    g_array_insert_val (order, at, index);
}

guint
work_hold (Work *w)
{
    const guint missing = take_heights (w);
    guess_heights (w);
    for (guint i = 0; i < w->columns->len; i++)
        order_column (w, i);
    for (guint round = 0; round < SIFTINGS && missing < w->nodes->len; round++) {
        for (guint i = 0; i < w->nodes->len; i++) {
            const WorkNode *node = work_node (w, i);
            if (!node->held && (node->box == ATTRI_NONE || !w->scene->ordered))
                sift (w, i);
        }
    }
    return missing;
}

/* ---- columns ---- */

static const char *
heading_of (const Work *w, guint column)
{
    return g_array_index (w->scene->columns, AttriSceneColumn, column).heading;
}

const AttriLockColumn *
work_find_locked_column (const Work *w, guint column)
{
    if (w->lock == NULL)
        return NULL;
    return attri_lock__find_column (w->lock, heading_of (w, column), column);
}

/* ---- recording ---- */

void
work_record (Work *w)
{
    g_autofree guint *numbers = number_lines (w);
    AttriLock *lock = w->plan->lock;
    lock->engine = w->plan->engine;
    for (guint i = 0; i < w->columns->len; i++) {
        const WorkColumn *column = work_column (w, i);
        attri_lock__add_column (lock, &(AttriLockColumn){heading_of (w, i), column->width,
                                                         column->gutter, column->zone});
    }
    for (guint i = 0; i < w->nodes->len; i++) {
        const AttriLockNode node = name_node (w, numbers, i);
        attri_lock__add_node (lock, &node);
    }
    attri_lock__seal (lock);
}
