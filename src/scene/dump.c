/* SPDX-License-Identifier: MIT
 *
 * dump.c: a scene written down, one thing a line, for goldens and for looking.
 */
#include "scene/scene-private.h"

/* Before what a diff marks. */
static void
put_mark (GString *text, AttriChange change)
{
    static const char *const marks[] = {"", "+ ", "- ", "~ "};
    g_string_append (text, marks[change]);
}

static void
dump_box (const AttriScene *self, guint index, GString *text)
{
    const AttriSceneBox *box = attri_scene__box (self, index);
    put_mark (text, box->change);
    g_string_append_printf (text, "box %u column %u%s: %s | %s", index, box->column,
                            box->focus ? " focus" : "", box->name, box->detail);
    if (box->of > 0)
        g_string_append_printf (text, " | %u of %u", box->groups, box->of);
    if (box->badge != NULL)
        g_string_append_printf (text, " | (%s)", box->badge);
    g_string_append_c (text, '\n');
    static const char *const kinds[] = {"claim", "name", "member", "text"};
    static const char dashes[] = {'-', '=', '.'};
    for (guint32 i = 0; i < box->rows.count; i++) {
        const AttriSceneRow *row = attri_scene__row (self, box->rows.first + i);
        put_mark (text, row->change);
        g_string_append_printf (text, "  row %u %s %c %s %s", box->rows.first + i, kinds[row->kind],
                                dashes[row->firmness], row->text, row->numbers);
        if (row->of > 0)
            g_string_append_printf (text, " | %u of %u", row->groups, row->of);
        if (row->strong)
            g_string_append (text, " | strong");
        g_string_append_c (text, '\n');
    }
}

char *
attri_scene__dump (const AttriScene *self)
{
    static const char *const dashes[] = {"stated", "assessed", "alleged"};
    g_autoptr (GString) text = g_string_new (NULL);
    g_string_append_printf (text, "title %s\nsubtitle %s\n%s\n", self->title, self->subtitle,
                            self->tlp_text);
    for (guint i = 0; i < self->columns->len; i++) {
        const AttriSceneColumn *column = &g_array_index (self->columns, AttriSceneColumn, i);
        g_string_append_printf (text, "column %u: %s | %s\n", i, column->heading, column->verb);
    }
    for (guint i = 0; i < self->bands->len; i++) {
        const AttriSceneBand *band = &g_array_index (self->bands, AttriSceneBand, i);
        g_string_append_printf (text, "band from %u: %s\n", band->box, band->text);
    }
    for (guint i = 0; i < self->feet->len; i++)
        g_string_append_printf (text, "foot %s\n", (char *)g_ptr_array_index (self->feet, i));
    if (self->beside[0] != '\0')
        g_string_append_printf (text, "beside %s\n", self->beside);
    for (guint i = 0; i < self->boxes->len; i++)
        dump_box (self, i, text);
    for (guint i = 0; i < self->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (self, i);
        put_mark (text, line->change);
        g_string_append_printf (text, "%s %u", self->matrix ? "cell" : "line", line->left);
        if (line->left_row != ATTRI_NONE)
            g_string_append_printf (text, ".%u", line->left_row);
        g_string_append_printf (text, " - %u", line->right);
        if (line->right_row != ATTRI_NONE)
            g_string_append_printf (text, ".%u", line->right_row);
        g_string_append_printf (text, " %s %s%s%s\n", dashes[line->firmness],
                                line->label != NULL ? line->label : "",
                                line->label != NULL ? " " : "", line->numbers);
    }
    for (guint i = 0; i < self->legend->len; i++)
        g_string_append_printf (text, "legend %s\n",
                                g_array_index (self->legend, AttriSceneLegend, i).text);
    for (guint i = 0; i < self->notes->len; i++)
        g_string_append_printf (text, "note %s\n", (char *)g_ptr_array_index (self->notes, i));
    for (guint i = 0; i < self->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (self->sources, AttriSceneSource, i);
        g_string_append_printf (text, "source %s %s | %s |%s\n", source->number, source->head,
                                source->title, source->tail);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}
