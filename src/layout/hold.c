/* SPDX-License-Identifier: MIT
 *
 * hold.c: heights from a lock go into the nodes, and where everything came to
 * stand goes into the lock of the plan. What is not in the lock is put between
 * its neighbours.
 */
#include "base/text-private.h"
#include "layout/work.h"
#include "model/compare-private.h"

#include <string.h>

#define ROUNDS 4  /* of guessing heights from neighbours that are guessed themselves */
#define GAP    26 /* a first guess; the gaps are made right afterwards */

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

/* Gives the nodes in the lock their heights; returns how many are not in it. What changed its
 * column counts as new: its height there says nothing here. */
static guint
take_heights (Work *w)
{
    g_autofree guint *numbers = number_lines (w);
    guint missing = 0;
    for (guint i = 0; i < w->nodes->len; i++) {
        WorkNode *node = work_node (w, i);
        const AttriLockNode wanted = name_node (w, numbers, i);
        const AttriLockNode *found = attri_lock__find (w->lock, &wanted);
        node->held = found != NULL && found->column == node->column;
        node->y = node->held ? found->y : 0;
        missing += !node->held;
    }
    return missing;
}

/* Among boxes that stay, lines that cross a column may find better ways past what is new. */
static void
free_lanes (Work *w)
{
    for (guint i = 0; i < w->nodes->len; i++)
        work_node (w, i)->held &= work_node (w, i)->box != ATTRI_NONE;
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

/* How many are not in the lock comes out in @missing. */
gboolean
work_hold (Work *w, guint *missing, GError **error)
{
    *missing = take_heights (w);
    if (*missing == w->nodes->len)
        return TRUE;
    guess_heights (w);
    for (guint i = 0; i < w->columns->len; i++)
        order_column (w, i);
    if (*missing == 0)
        return TRUE;
    free_lanes (w);
    return work_fit_in (w, error);
}

/* ---- columns ---- */

static const char *
heading_of (const Work *w, guint column)
{
    const AttriSceneColumn *scene = &g_array_index (w->scene->columns, AttriSceneColumn, column);
    return scene->role != NULL ? scene->role : scene->heading;
}

const AttriLockColumn *
work_find_locked_column (const Work *w, guint column)
{
    if (w->lock == NULL)
        return NULL;
    return attri_lock__find_column (w->lock, heading_of (w, column), column);
}

/* ---- whether it is the lock of this picture ---- */

static const char *
view_of (const AttriScene *scene)
{
    return scene->ordered ? "columns" : "layered";
}

/* Whether it holds any box of the scene; folds are called the same in many pictures. */
static gboolean
holds_any (const AttriLock *lock, const AttriScene *scene)
{
    for (guint i = 0; i < scene->boxes->len; i++) {
        const AttriLockNode wanted = {.from = attri_scene__box (scene, i)->key, .to = ""};
        if (!g_str_has_prefix (wanted.from, "fold:") && attri_lock__find (lock, &wanted) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* "of tag-22", or "without a focus". (transfer full) */
static char *
describe_focus (const char *focus)
{
    g_auto (GStrv) ids = g_strsplit (focus, "\n", -1);
    g_autofree char *list = g_strjoinv (", ", ids);
    g_autofree char *shown = attri_text_for_terminal (list);
    return *shown != '\0' ? g_strconcat ("of ", shown, NULL) : g_strdup ("without a focus");
}

static void
refuse_focus (const AttriLock *lock, const char *file, const char *focus, GError **error)
{
    g_autofree char *held = describe_focus (lock->focus);
    g_autofree char *wanted = describe_focus (focus);
    g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK,
                 "%s: holds a picture %s, and this one is %s; expected another file, or --relayout",
                 file, held, wanted);
}

gboolean
work_check_lock (const AttriLock *lock, const AttriScene *scene, GError **error)
{
    if (lock == NULL || scene->matrix)
        return TRUE;
    g_autofree char *file = attri_text_for_terminal (lock->name);
    if (!g_str_equal (lock->view, view_of (scene)))
        g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK,
                     "%s: holds a picture in view '%s', and this one is in '%s'; expected another "
                     "file, or --relayout",
                     file, lock->view, view_of (scene));
    else if (lock->focus != NULL && !g_str_equal (lock->focus, scene->focus))
        refuse_focus (lock, file, scene->focus, error);
    else if (lock->held->len > 0 && !holds_any (lock, scene))
        g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_LOCK,
                     "%s: holds nothing of this picture; expected another file, or --relayout",
                     file);
    else
        return TRUE;
    return FALSE;
}

/* ---- recording ---- */

void
work_record (Work *w)
{
    g_autofree guint *numbers = number_lines (w);
    AttriLock *lock = w->plan->lock;
    lock->view = view_of (w->scene);
    lock->focus = g_string_chunk_insert (lock->pool, w->scene->focus);
    lock->tlp = w->lock != NULL ? attri_tlp__join (w->lock->tlp, w->scene->tlp) : w->scene->tlp;
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
