/* SPDX-License-Identifier: MIT
 *
 * plan.c: the life of a plan, and what is put on it.
 */
#include "layout/plan-private.h"

AttriPlan *
attri_plan__new_empty (AttriScene *scene)
{
    AttriPlan *self = g_atomic_rc_box_new0 (AttriPlan);
    self->scene = attri_scene_ref (scene);
    self->pool = g_string_chunk_new (1024);
    self->items = g_array_new (FALSE, TRUE, sizeof (AttriItem));
    self->steps = g_array_new (FALSE, TRUE, sizeof (AttriStep));
    self->engine = "grid";
    self->lock = attri_lock__new ();
    return self;
}

static void
plan_clear (gpointer data)
{
    AttriPlan *self = data;
    attri_scene_unref (self->scene);
    g_string_chunk_free (self->pool);
    g_array_unref (self->items);
    g_array_unref (self->steps);
    attri_lock_free (self->lock);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
}

AttriPlan *
attri_plan_ref (AttriPlan *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
attri_plan_unref (AttriPlan *self)
{
    g_atomic_rc_box_release_full (self, plan_clear);
}

void
attri_plan__add (AttriPlan *self, const AttriItem *item)
{
    g_array_append_val (self->items, *item);
}

AttriItem *
attri_plan__add_text (AttriPlan *self, int x, int y, AttriType type, AttriInk ink, const char *text)
{
    int ascent = (int)type.size * 76 / 1000, descent = (int)type.size * 22 / 1000;
    AttriItem item = {
        .kind = ATTRI_ITEM_TEXT,
        .x = x,
        .y = y,
        .rect = {x, y - ascent, attri_measure__width (text, type), ascent + descent},
        .box = ATTRI_NONE,
        .line = ATTRI_NONE,
        .type = type,
        .ink = ink,
        .text = g_string_chunk_insert (self->pool, text),
    };
    g_array_append_val (self->items, item);
    return attri_plan__item (self, self->items->len - 1);
}

void
attri_plan__anchor (AttriPlan *self, AttriAnchor anchor)
{
    AttriItem *item = attri_plan__item (self, self->items->len - 1);
    item->anchor = anchor;
    if (anchor == ATTRI_ANCHOR_END)
        item->rect.x = item->x - item->rect.w;
    else if (anchor == ATTRI_ANCHOR_MIDDLE)
        item->rect.x = item->x - item->rect.w / 2;
}

void
attri_plan__add_rule (AttriPlan *self, int x, int y, int w, int h)
{
    AttriItem item = {
        .kind = ATTRI_ITEM_RULE,
        .rect = {x, y, w, h},
        .box = ATTRI_NONE,
        .line = ATTRI_NONE,
    };
    attri_plan__add (self, &item);
}

char *
attri_plan_dump (const AttriPlan *self)
{
    static const char *const kinds[] = {"group", "end",  "box",  "band", "cell", "plate",
                                        "text",  "line", "dash", "rule", "bar",  "icon"};
    g_autoptr (GString) text = g_string_new (NULL);
    g_string_append_printf (text, "page %d %d canvas %d %d %s\n", self->page.w, self->page.h,
                            self->canvas.w, self->canvas.h, self->engine);
    for (guint i = 0; i < self->items->len; i++) {
        const AttriItem *item = attri_plan__item (self, i);
        g_string_append_printf (text, "%s %d %d %d %d", kinds[item->kind], item->rect.x,
                                item->rect.y, item->rect.w, item->rect.h);
        for (guint32 s = 0; s < item->steps.count; s++) {
            const AttriStep *step = attri_plan__step (self, item->steps.first + s);
            g_string_append_printf (text, " %c%d,%d", step->curve ? 'c' : 'l', step->x, step->y);
        }
        if (item->text != NULL)
            g_string_append_printf (text, " %s", item->text);
        if (item->strong != NULL)
            g_string_append_printf (text, "%s", item->strong);
        g_string_append_c (text, '\n');
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
attri_plan_to_lock (const AttriPlan *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->scene->matrix ? NULL : attri_lock__write (self->lock);
}

const AttriScene *
attri_plan_get_scene (const AttriPlan *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->scene;
}

guint
attri_plan_get_crossings (const AttriPlan *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->crossings;
}

gboolean
attri_plan_is_patched (const AttriPlan *self)
{
    g_return_val_if_fail (self != NULL, FALSE);
    return self->patched;
}
