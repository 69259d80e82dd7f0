/* SPDX-License-Identifier: MIT
 *
 * place.c: a height for every node.
 *
 * dot's heights are a start: its order is dealt again in the order we mean, and
 * pool-adjacent-violators (Barlow and others, 1972) gives the heights that are
 * nearest to the wished ones and keep every gap. A few rounds of wishing to
 * stand level with one's neighbours straighten the lines.
 */
#include "layout/work.h"

#define FINE      16 /* wishes are in sixteenths of a pixel */
#define HELD      32 /* the weight of a node that a lock holds; others weigh 1 */
#define ROUNDS    6
#define GAP_BOX   26
#define GAP_LANE  20
#define GAP_TIGHT 14 /* between boxes on a page of fixed size */
#define GAP_LINK  58 /* room for the words beside a vertical line */
#define GAP_TALK  40 /* the same on a page of fixed size */
#define GAP_HELD  12 /* beside a lane, where a lock holds what it would push */

/* The centre of a member row, or of the part of a box that lines may end at. */
int
work_attach (const Work *w, guint32 index, guint32 line, gboolean at_left)
{
    const WorkNode *node = work_node (w, index);
    if (node->box == ATTRI_NONE)
        return 0;
    const WorkBox *box = work_box (w, node->box);
    const AttriSceneLine *scene_line = attri_scene__line (w->scene, line);
    guint32 row = at_left ? scene_line->right_row : scene_line->left_row;
    if (row != ATTRI_NONE)
        return work_row (w, row)->y + work_row (w, row)->h / 2 - box->tall / 2;
    const AttriSceneBox *scene_box = attri_scene__box (w->scene, node->box);
    gboolean has_members =
        scene_box->rows.count > 0 &&
        attri_scene__row (w->scene, scene_box->rows.first)->kind == ATTRI_ROW_MEMBER;
    return has_members ? box->header / 2 - box->tall / 2 : 0;
}

static gboolean
is_linked (const Work *w, guint32 upper, guint32 lower)
{
    for (guint i = 0; i < w->scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        if (work_is_vertical (w, i) && work_box (w, line->left)->node == upper &&
            work_box (w, line->right)->node == lower)
            return TRUE;
    }
    return FALSE;
}

/* From centre to centre. */
static int
distance (const Work *w, guint32 upper, guint32 lower)
{
    const WorkNode *a = work_node (w, upper), *b = work_node (w, lower);
    gboolean lane = a->box == ATTRI_NONE || b->box == ATTRI_NONE;
    int gap = w->compact ? GAP_TIGHT + w->loose : GAP_BOX;
    if (lane)
        gap = w->held ? GAP_HELD : GAP_LANE;
    else if (w->held)
        gap = MIN (gap, GAP_LANE);
    if (a->box != ATTRI_NONE && b->box != ATTRI_NONE && is_linked (w, upper, lower))
        gap = w->compact ? GAP_TALK + w->loose / 2 : GAP_LINK;
    return a->tall / 2 + b->tall / 2 + gap;
}

/* A pool of neighbours that move as one. */
typedef struct {
    gint64 sum;
    guint weight;
    guint count;
} Pool;

static gint64
floor_div (gint64 a, gint64 b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* The height of a column whose nodes stand as near as they may. */
static int
least_tall (const Work *w, guint index)
{
    const GArray *nodes = work_column (w, index)->nodes;
    int tall = 0;
    for (guint i = 0; i < nodes->len; i++) {
        guint32 node = g_array_index (nodes, guint32, i);
        if (i > 0)
            tall += distance (w, g_array_index (nodes, guint32, i - 1), node);
        if (i == 0)
            tall += work_node (w, node)->tall / 2;
        if (i + 1 == nodes->len)
            tall += work_node (w, node)->tall / 2;
    }
    return tall;
}

/* A wish, less the offset of its node, that lets the whole column stand in the frame. */
static void
keep_in_frame (const Work *w, guint index, Pool *pool)
{
    if (w->frame_tall == 0)
        return;
    const GArray *nodes = work_column (w, index)->nodes;
    gint64 first = w->frame_top + work_node (w, g_array_index (nodes, guint32, 0))->tall / 2;
    gint64 play = MAX (0, w->frame_tall - least_tall (w, index));
    pool->sum = CLAMP (pool->sum, first * FINE, (first + play) * FINE);
}

/* The heights nearest to the wished ones, in the column's order and with its
 * gaps. O(nodes of the column). */
static void
settle (Work *w, guint index)
{
    GArray *nodes = work_column (w, index)->nodes;
    g_autofree gint64 *offset = g_new0 (gint64, nodes->len);
    g_autofree Pool *pools = g_new0 (Pool, nodes->len);
    guint n_pools = 0;
    for (guint i = 0; i < nodes->len; i++) {
        guint32 node = g_array_index (nodes, guint32, i);
        if (i > 0)
            offset[i] = offset[i - 1] + distance (w, g_array_index (nodes, guint32, i - 1), node);
        const guint weight = work_node (w, node)->held ? HELD : 1;
        pools[n_pools++] = (Pool){(work_node (w, node)->wanted - offset[i] * FINE), weight, 1};
        keep_in_frame (w, index, &pools[n_pools - 1]);
        pools[n_pools - 1].sum *= weight;
        while (n_pools > 1 && pools[n_pools - 2].sum * pools[n_pools - 1].weight >
                                  pools[n_pools - 1].sum * pools[n_pools - 2].weight) {
            pools[n_pools - 2].sum += pools[n_pools - 1].sum;
            pools[n_pools - 2].weight += pools[n_pools - 1].weight;
            pools[n_pools - 2].count += pools[n_pools - 1].count;
            n_pools--;
        }
    }
    guint next = 0;
    for (guint p = 0; p < n_pools; p++) {
        gint64 base = floor_div (pools[p].sum, (gint64)pools[p].weight * FINE);
        for (guint i = 0; i < pools[p].count; i++, next++)
            work_node (w, g_array_index (nodes, guint32, next))->y = (int)(base + offset[next]);
    }
}

/* Each node that no lock holds wishes that its lines were level. */
static void
wish (Work *w)
{
    g_autofree gint64 *sum = g_new0 (gint64, w->nodes->len);
    g_autofree guint *count = g_new0 (guint, w->nodes->len);
    for (guint i = 0; i < w->lines->len; i++) {
        const WorkLine *line = work_line (w, i);
        gboolean vertical = work_is_vertical (w, i);
        for (guint n = 0; n + 1 < line->nodes->len; n++) {
            guint32 left = g_array_index (line->nodes, guint32, n);
            guint32 right = g_array_index (line->nodes, guint32, n + 1);
            int at_left = vertical ? 0 : work_attach (w, left, i, FALSE);
            int at_right = vertical ? 0 : work_attach (w, right, i, TRUE);
            sum[left] += work_node (w, right)->y + at_right - at_left;
            sum[right] += work_node (w, left)->y + at_left - at_right;
            count[left]++;
            count[right]++;
        }
    }
    for (guint i = 0; i < w->nodes->len; i++) {
        WorkNode *node = work_node (w, i);
        if (node->held)
            continue;
        node->wanted = count[i] > 0 ? floor_div (sum[i] * FINE, count[i]) : (gint64)node->y * FINE;
    }
}

static int
compare_by_height (gconstpointer a, gconstpointer b, gpointer data)
{
    const Work *w = data;
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    const WorkNode *x = work_node (w, left), *y = work_node (w, right);
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    return (left > right) - (left < right);
}

/* Sorts a column by height; if the order of boxes is meant, they take the boxes'
 * places in that order, and lanes keep theirs. */
static void
deal (Work *w, guint index)
{
    GArray *nodes = work_column (w, index)->nodes;
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < nodes->len; i++) {
        guint32 node = g_array_index (nodes, guint32, i);
        if (work_node (w, node)->box != ATTRI_NONE)
            g_array_append_val (boxes, node);
    }
    g_array_sort_with_data (nodes, compare_by_height, w);
    guint next = 0;
    for (guint i = 0; w->scene->ordered && i < nodes->len; i++) {
        guint32 *node = &g_array_index (nodes, guint32, i);
        if (work_node (w, *node)->box == ATTRI_NONE)
            continue;
        int y = work_node (w, *node)->y;
        *node = g_array_index (boxes, guint32, next++);
        work_node (w, *node)->wanted = (gint64)y * FINE;
    }
    for (guint i = 0; i < nodes->len; i++) {
        WorkNode *node = work_node (w, g_array_index (nodes, guint32, i));
        if (!w->scene->ordered || node->box == ATTRI_NONE)
            node->wanted = (gint64)node->y * FINE;
    }
}

/* Our own answer, which cannot fail: stacked in the order of the mean place of
 * neighbours, a few times back and forth. */
static void
stack (Work *w)
{
    for (guint i = 0; i < w->nodes->len; i++)
        work_node (w, i)->wanted = 0;
    for (guint round = 0; round < ROUNDS; round++) {
        for (guint c = 0; c < w->columns->len; c++)
            settle (w, c);
        wish (w);
        for (guint i = 0; i < w->nodes->len; i++)
            work_node (w, i)->y = (int)floor_div (work_node (w, i)->wanted, FINE);
        for (guint c = 0; c < w->columns->len; c++)
            deal (w, c);
    }
}

void
work_shift (Work *w, int by)
{
    for (guint i = 0; i < w->nodes->len; i++)
        work_node (w, i)->y += by;
    for (guint i = 0; i < w->lines->len; i++) {
        work_line (w, i)->left_y += by;
        work_line (w, i)->right_y += by;
    }
}

/* Heights for all nodes, without the gaps between them: as dot says, or our own. */
static gboolean
place_afresh (Work *w, GError **error)
{
    gboolean placed;
    if (!work_ask_helper (w, &placed, error))
        return FALSE;
    if (placed) {
        w->plan->engine = "dot";
        for (guint c = 0; c < w->columns->len; c++)
            deal (w, c);
    } else {
        stack (w);
    }
    return TRUE;
}

/* As the lock says, if it knows anything of this picture. */
static gboolean
place_by_lock (Work *w, GError **error)
{
    guint missing;
    if (w->lock == NULL)
        return TRUE;
    if (!work_hold (w, &missing, error))
        return FALSE;
    w->held = missing < w->nodes->len;
    if (!w->held)
        return TRUE;
    w->plan->patched = missing > 0;
    w->plan->engine = w->lock->engine;
    for (guint i = 0; i < w->nodes->len; i++)
        work_node (w, i)->wanted = (gint64)work_node (w, i)->y * FINE;
    return TRUE;
}

/* Boxes stand as far apart as they may and every column has room for. */
static void
loosen (Work *w)
{
    for (gboolean fits = FALSE; w->loose > 0 && !fits;) {
        fits = TRUE;
        for (guint c = 0; c < w->columns->len; c++)
            fits &= least_tall (w, c) <= w->frame_tall;
        if (!fits)
            w->loose--;
    }
}

/* On a page of fixed size no column stands higher or lower than the tallest needs and the page
 * has to spare. */
static void
set_frame (Work *w)
{
    int top = G_MAXINT, bottom = G_MININT, tall = 0;
    const int loose = w->loose;
    w->loose = 0;
    for (guint c = 0; c < w->columns->len; c++)
        tall = MAX (tall, least_tall (w, c));
    for (guint i = 0; i < w->nodes->len; i++) {
        const WorkNode *node = work_node (w, i);
        top = MIN (top, node->y - node->tall / 2);
        bottom = MAX (bottom, node->y + node->tall / 2);
    }
    w->frame_tall = w->rigid ? tall : tall + w->spare;
    w->frame_top = (top + bottom - w->frame_tall) / 2;
    w->loose = loose;
    loosen (w);
}

/* Up to the top; but what a lock holds only moves down, and only if it must. */
static void
lift (Work *w)
{
    int top = G_MAXINT;
    for (guint i = 0; i < w->nodes->len; i++)
        top = MIN (top, work_node (w, i)->y - work_node (w, i)->tall / 2);
    if (w->nodes->len > 0 && (!w->held || top < 0))
        work_shift (w, -top);
}

gboolean
work_place (Work *w, GError **error)
{
    if (!place_by_lock (w, error) || (!w->held && !place_afresh (w, error)))
        return FALSE;
    if (!w->held && w->compact && w->nodes->len > 0)
        set_frame (w);
    for (guint c = 0; c < w->columns->len; c++)
        settle (w, c);
    for (guint round = 0; round < ROUNDS; round++) {
        wish (w);
        for (guint c = 0; c < w->columns->len; c++)
            settle (w, c);
    }
    lift (w);
    int bottom = 0;
    for (guint i = 0; i < w->nodes->len; i++)
        bottom = MAX (bottom, work_node (w, i)->y + work_node (w, i)->tall / 2);
    w->bottom = bottom;
    if (w->frame_tall > 0 && !w->rigid)
        w->spare = MAX (0, w->frame_tall - bottom);
    return TRUE;
}
