/* SPDX-License-Identifier: MIT
 *
 * stack.c: several scenes of one case go in; one that holds the boxes and lines
 * of all comes out, to be drawn one below the other under one head and above one
 * foot. It keeps what it is made of.
 */
#include "scene/scene-private.h"

#include <string.h>

/* Rows of boxes, boxes and lines point to each other by index. */
static void
append_picture (AttriScene *self, const AttriScene *part)
{
    const guint32 boxes = self->boxes->len, rows = self->rows->len;
    g_array_append_vals (self->rows, part->rows->data, part->rows->len);
    for (guint i = 0; i < part->boxes->len; i++) {
        AttriSceneBox box = *attri_scene__box (part, i);
        box.rows.first += rows;
        g_array_append_val (self->boxes, box);
    }
    for (guint i = 0; i < part->lines->len; i++) {
        AttriSceneLine line = *attri_scene__line (part, i);
        line.left += boxes;
        line.right += boxes;
        line.left_row += line.left_row != ATTRI_NONE ? rows : 0;
        line.right_row += line.right_row != ATTRI_NONE ? rows : 0;
        g_array_append_val (self->lines, line);
    }
}

/* What the boxes and lines stand for, in the graph of the last. */
static void
append_traces (GArray *traces, const GArray *part, guint32 first)
{
    for (guint i = 0; i < part->len; i++) {
        AttriSceneTrace trace = g_array_index (part, AttriSceneTrace, i);
        trace.of += first;
        g_array_append_val (traces, trace);
    }
}

static gboolean
has_legend (const AttriScene *self, const AttriSceneLegend *entry)
{
    for (guint i = 0; i < self->legend->len; i++) {
        const AttriSceneLegend *other = &g_array_index (self->legend, AttriSceneLegend, i);
        if (other->kind == entry->kind && other->firmness == entry->firmness &&
            other->change == entry->change)
            return TRUE;
    }
    return FALSE;
}

static void
merge_legend (AttriScene *self, const AttriScene *part)
{
    for (guint i = 0; i < part->legend->len; i++) {
        const AttriSceneLegend *entry = &g_array_index (part->legend, AttriSceneLegend, i);
        if (!has_legend (self, entry))
            g_array_append_val (self->legend, *entry);
    }
}

static void
merge_notes (AttriScene *self, const AttriScene *part, const char *heading)
{
    for (guint i = 0; i < part->notes->len; i++) {
        const char *note = g_ptr_array_index (part->notes, i);
        gboolean said = FALSE;
        for (guint j = 0; j < self->notes->len; j++)
            said |= strcmp (note, g_ptr_array_index (self->notes, j)) == 0;
        if (said)
            continue;
        g_autofree char *words = g_strdup_printf ("%s: %s", heading, note);
        g_ptr_array_add (self->notes, (gpointer)attri_scene__keep (self, words));
    }
}

/* Their numbers are the same: those of the last. */
static void
merge_sources (AttriScene *self, const AttriScene *part)
{
    for (guint i = 0; i < part->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (part->sources, AttriSceneSource, i);
        gboolean listed = FALSE;
        for (guint j = 0; j < self->sources->len; j++)
            listed |= strcmp (source->number,
                              g_array_index (self->sources, AttriSceneSource, j).number) == 0;
        if (!listed)
            g_array_append_val (self->sources, *source);
    }
}

AttriScene *
attri_scene__stack (AttriScene *const *scenes, const char *const *headings, guint n)
{
    AttriScene *self = attri_scene__new_empty ();
    const AttriScene *last = scenes[n - 1];

    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_scene_unref);
    g_array_append_vals (self->columns, last->columns->data, last->columns->len);
    g_array_append_vals (self->news, last->news->data, last->news->len);
    g_array_append_vals (self->judgements, last->judgements->data, last->judgements->len);
    g_array_append_vals (self->numbers, last->numbers->data, last->numbers->len);
    for (guint i = n; i > 0; i--) {
        merge_legend (self, scenes[i - 1]);
        merge_sources (self, scenes[i - 1]);
        if (i == n)
            g_ptr_array_extend (self->notes, last->notes, NULL, NULL);
        else
            merge_notes (self, scenes[i - 1], headings[i - 1]);
    }
    for (guint i = 0; i < n; i++) {
        g_ptr_array_add (self->parts, attri_scene_ref (scenes[i]));
        if (scenes[i] == last) {
            append_traces (self->held, last->held, self->boxes->len);
            append_traces (self->told, last->told, self->lines->len);
        }
        append_picture (self, scenes[i]);
    }
    self->title = last->title;
    self->subtitle = last->subtitle;
    self->text = last->text;
    self->tlp = last->tlp;
    self->tlp_text = last->tlp_text;
    self->key = last->key;
    self->focus = last->focus;
    self->ordered = last->ordered;
    self->compares = last->compares;
    return self;
}
