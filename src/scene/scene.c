/* SPDX-License-Identifier: MIT
 *
 * scene.c: the life of a scene; boxes, rows, lines and texts go in, one at a time.
 */
#include "base/text-private.h"
#include "scene/maker.h"

AttriScene *
attri_scene__new_empty (void)
{
    AttriScene *self = g_atomic_rc_box_new0 (AttriScene);
    self->pool = g_string_chunk_new (4096);
    self->row_lines = attri_room__get (0)->row_lines;
    self->columns = g_array_new (FALSE, TRUE, sizeof (AttriSceneColumn));
    self->boxes = g_array_new (FALSE, TRUE, sizeof (AttriSceneBox));
    self->rows = g_array_new (FALSE, TRUE, sizeof (AttriSceneRow));
    self->lines = g_array_new (FALSE, TRUE, sizeof (AttriSceneLine));
    self->legend = g_array_new (FALSE, TRUE, sizeof (AttriSceneLegend));
    self->sources = g_array_new (FALSE, TRUE, sizeof (AttriSceneSource));
    self->cited = g_ptr_array_new ();
    self->notes = g_ptr_array_new ();
    self->judgements = g_array_new (FALSE, TRUE, sizeof (AttriSceneJudgement));
    self->news = g_array_new (FALSE, TRUE, sizeof (AttriSceneNews));
    self->bands = g_array_new (FALSE, TRUE, sizeof (AttriSceneBand));
    self->feet = g_ptr_array_new ();
    self->held = g_array_new (FALSE, TRUE, sizeof (AttriSceneTrace));
    self->told = g_array_new (FALSE, TRUE, sizeof (AttriSceneTrace));
    self->numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
    self->beside = "";
    self->title = self->subtitle = self->text = self->tlp_text = self->key = "";
    self->focus = "";
    return self;
}

static void
scene_clear (gpointer data)
{
    AttriScene *self = data;
    g_string_chunk_free (self->pool);
    g_array_unref (self->columns);
    g_array_unref (self->boxes);
    g_array_unref (self->rows);
    g_array_unref (self->lines);
    g_array_unref (self->legend);
    g_array_unref (self->sources);
    g_ptr_array_unref (self->cited);
    g_ptr_array_unref (self->notes);
    g_array_unref (self->judgements);
    g_array_unref (self->news);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_array_unref (self->bands);
    g_ptr_array_unref (self->feet);
    g_array_unref (self->held);
    g_array_unref (self->told);
    g_array_unref (self->numbers);
}

AttriScene *
attri_scene_ref (AttriScene *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
attri_scene_unref (AttriScene *self)
{
    g_atomic_rc_box_release_full (self, scene_clear);
}

const char *
attri_scene_get_title (const AttriScene *self)
{
    return self->title;
}

const char *const *
attri_scene_get_sources (const AttriScene *self, guint *n)
{
    *n = self->cited->len;
    return (const char *const *)self->cited->pdata;
}

const char *
attri_scene_get_text (const AttriScene *self)
{
    return self->text;
}

const char *
attri_scene__keep (AttriScene *self, const char *text)
{
    g_autofree char *visible = attri_text__make_visible (text);
    return g_string_chunk_insert (self->pool, visible);
}

guint32
attri_scene__add_box (AttriScene *self, const AttriSceneBox *box)
{
    AttriSceneBox copy = *box;
    copy.rows = (AttriRange){self->rows->len, 0};
    g_array_append_val (self->boxes, copy);
    return self->boxes->len - 1;
}

guint32
attri_scene__add_row (AttriScene *self, const AttriSceneRow *row)
{
    AttriSceneBox *box = attri_scene__box (self, self->boxes->len - 1);
    g_array_append_val (self->rows, *row);
    box->rows.count++;
    return self->rows->len - 1;
}

void
attri_scene__add_line (AttriScene *self, const AttriSceneLine *line)
{
    g_array_append_val (self->lines, *line);
}

void
attri_scene__hold (AttriScene *self, guint32 box, guint32 entity)
{
    AttriSceneTrace trace = {box, entity};
    g_array_append_val (self->held, trace);
}

void
attri_scene__tell (AttriScene *self, guint32 edge)
{
    AttriSceneTrace trace = {self->lines->len - 1, edge};
    g_array_append_val (self->told, trace);
}
