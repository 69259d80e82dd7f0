/* SPDX-License-Identifier: MIT
 *
 * panes.c: several scenes of one case become one plan, one below the other, in
 * which what they have in common stands at the same place: that of the last.
 * They share the head, the foot and the width of every column.
 */
#include "layout/work.h"

#define PANE_GAP 40 /* from what a pane shows to the next rule */

typedef struct {
    AttriPlan *part;
    Work work;
} Pane;

static void
pane_clear (gpointer data)
{
    Pane *pane = data;
    if (pane->part == NULL)
        return;
    work_end (&pane->work);
    attri_plan_unref (pane->part);
}

/* Places everything, with what is in @lock where that has it. */
static gboolean
place (GArray *panes, AttriScene *scene, const AttriLock *lock, gboolean framed, GError **error)
{
    Pane pane = {.part = attri_plan__new_empty (scene)};
    work_begin (&pane.work, pane.part);
    pane.work.lock = lock;
    pane.work.least_width = WORK_FIT_WIDTH;
    pane.work.all_columns = framed;
    g_array_append_val (panes, pane);
    return work_arrange (&g_array_index (panes, Pane, panes->len - 1).work, error);
}

/* The places of the last scene, in columns as wide as the widest of any. */
static AttriLock *
merge_locks (const GArray *panes)
{
    const AttriLock *last = g_array_index (panes, Pane, panes->len - 1).part->lock;
    AttriLock *lock = attri_lock__new ();
    lock->engine = last->engine;
    lock->view = last->view;
    lock->focus = g_string_chunk_insert (lock->pool, last->focus);
    lock->tlp = last->tlp;
    for (guint c = 0; c < last->columns->len; c++) {
        AttriLockColumn column = g_array_index (last->columns, AttriLockColumn, c);
        for (guint i = 0; i < panes->len; i++) {
            const AttriLockColumn *other =
                attri_lock__find_column (g_array_index (panes, Pane, i).part->lock, column.heading,
                                         c);
            if (other == NULL)
                continue;
            column.width = MAX (column.width, other->width);
            column.gutter = MAX (column.gutter, other->gutter);
            column.zone = MAX (column.zone, other->zone);
        }
        attri_lock__add_column (lock, &column);
    }
    for (guint i = 0; i < last->nodes->len; i++)
        attri_lock__add_node (lock, &g_array_index (last->nodes, AttriLockNode, i));
    attri_lock__seal (lock);
    return lock;
}

static GArray *
new_panes (void)
{
    GArray *panes = g_array_new (FALSE, TRUE, sizeof (Pane));
    g_array_set_clear_func (panes, pane_clear);
    return panes;
}

/* All scenes as @lock has the last, which must not move while they are looked at. */
static GArray *
place_all (AttriScene *const *scenes, guint n, const AttriLock *lock, gboolean framed,
           GError **error)
{
    g_autoptr (GArray) panes = new_panes ();
    for (guint i = 0; i < n; i++) {
        if (!place (panes, scenes[i], lock, framed, error))
            return NULL;
    }
    return g_steal_pointer (&panes);
}

/* ---- one plan of all ---- */

/* Takes the things of a part, whose boxes and lines have other numbers now. */
static void
take_items (AttriPlan *self, AttriPlan *part, guint32 boxes, guint32 lines)
{
    const guint32 steps = self->steps->len;
    g_array_append_vals (self->steps, part->steps->data, part->steps->len);
    for (guint i = 0; i < part->items->len; i++) {
        AttriItem item = *attri_plan__item (part, i);
        item.box += item.box != ATTRI_NONE ? boxes : 0;
        item.line += item.line != ATTRI_NONE ? lines : 0;
        item.steps.first += steps;
        attri_plan__add (self, &item);
    }
    g_ptr_array_add (self->parts, attri_plan_ref (part));
}

static void
draw_pane (Work *w, int top)
{
    w->top = top;
    work_shift (w, top);
    work_draw_lines (w);
    work_fill_boxes (w);
    work_draw_labels (w);
}

static AttriPlan *
draw_all (AttriScene *whole, GArray *panes, const char *const *headings)
{
    AttriPlan *self = attri_plan__new_empty (whole);
    const guint n = panes->len;
    Pane *last = &g_array_index (panes, Pane, n - 1);
    guint32 boxes = 0, lines = 0;
    Work frame;

    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_plan_unref);
    work_begin (&frame, self);
    for (guint i = 0; i < n; i++)
        frame.width = MAX (frame.width, g_array_index (panes, Pane, i).work.width);
    int y = work_draw_title (&frame);
    for (guint i = 0; i < n; i++) {
        Pane *pane = &g_array_index (panes, Pane, i);
        pane->work.width = frame.width;
        y = work_draw_pane_head (&pane->work, y, headings[i], pane == last);
        draw_pane (&pane->work, y);
        take_items (self, pane->part, boxes, lines);
        boxes += pane->work.scene->boxes->len;
        lines += pane->work.scene->lines->len;
        y += pane->work.bottom + (pane != last ? PANE_GAP : 0);
    }
    frame.bottom = y;
    work_draw_foot (&frame);
    work_end (&frame);
    self->page = self->canvas;
    self->engine = last->part->engine;
    self->crossings = last->part->crossings;
    self->patched = last->part->patched;
    return self;
}

AttriPlan *
attri_plan_new_panes (AttriScene *const *scenes, const char *const *headings, guint n,
                      const AttriPlanOptions *options, GError **error)
{
    g_return_val_if_fail (scenes != NULL && headings != NULL && n > 0, NULL);

    for (guint i = 0; i < n; i++) {
        if (!scenes[i]->matrix)
            continue;
        g_set_error_literal (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PANES,
                             "a matrix has other rows and columns in every pane; show less "
                             "(--focus, --context), or choose --view layered");
        return NULL;
    }
    g_autoptr (AttriPlan) alone =
        attri_plan_new (scenes[n - 1],
                        &(AttriPlanOptions){.lock = options != NULL ? options->lock : NULL}, error);
    if (alone == NULL)
        return NULL;
    g_autoptr (GArray) tried = place_all (scenes, n, alone->lock, FALSE, error);
    if (tried == NULL)
        return NULL;
    g_autoptr (AttriLock) lock = merge_locks (tried);
    g_autoptr (GArray) panes = place_all (scenes, n, lock, TRUE, error);
    if (panes == NULL)
        return NULL;
    g_autoptr (AttriScene) whole = attri_scene__stack (scenes, headings, n);
    AttriPlan *self = draw_all (whole, panes, headings);
    attri_lock_free (self->lock);
    self->lock = g_steal_pointer (&lock);
    self->patched = alone->patched;
    return self;
}
