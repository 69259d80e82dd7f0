/* SPDX-License-Identifier: MIT
 *
 * In:  pieces of an answer, escaped already.
 * Out: headings, and tables as GitHub has them or as lists, appended. A blank
 *      line stands between any two blocks.
 */
#include "tell/markdown.h"

#include "base/text-private.h"
#include "tell/text.h"

#include <string.h>

static gboolean
ends_in (const GString *text, const char *end, gsize length)
{
    return text->len >= length && strncmp (text->str + text->len - length, end, length) == 0;
}

void
attri_markdown__begin_block (AttriMarkdown *self)
{
    if (self->text->len > 0 && !ends_in (self->text, "\n", 1))
        g_string_append_c (self->text, '\n');
    if (self->text->len > 0 && !ends_in (self->text, "\n\n", 2))
        g_string_append_c (self->text, '\n');
}

void
attri_markdown__heading (AttriMarkdown *self, guint depth, const char *words)
{
    attri_markdown__begin_block (self);
    for (guint i = 0; i < self->level + depth; i++)
        g_string_append_c (self->text, '#');
    g_string_append_printf (self->text, " %s\n\n", words);
}

AttriProse
attri_markdown__prose (AttriMarkdown *self, GString *text)
{
    return (AttriProse){text, self->cited, attri_text__escape_markdown};
}

void
attri_markdown__bibliography (AttriMarkdown *self)
{
    const AttriProse prose = attri_markdown__prose (self, self->text);
    if (self->cited->sources->len > 0)
        attri_markdown__heading (self, 1, "Sources");
    for (guint i = 0; i < self->cited->sources->len; i++) {
        const guint32 index = g_array_index (self->cited->sources, guint32, i);
        if (index == ATTRI_NONE)
            continue;
        const AttriSource *source = attri_graph_get_source (self->cited->graph, index);
        g_autofree char *title = attri_text__link_markdown (source->title, source->url);
        attri_prose__source (&prose, "- ", index);
        g_string_append_printf (self->text, ": %s", title);
        attri_tell__append_date (self->text, ", ", source->published);
        g_string_append (self->text, " (");
        attri_prose__character (&prose, source);
        g_string_append (self->text, ")\n");
    }
}

/* ---- tables ---- */

static void
free_cell (gpointer cell)
{
    g_string_free (cell, TRUE);
}

void
attri_markdown_table__init (AttriMarkdownTable *self, AttriMarkdown *to,
                            const char *const *headings)
{
    *self = (AttriMarkdownTable){.to = to,
                                 .headings = headings,
                                 .cells = g_ptr_array_new_with_free_func (free_cell)};
}

void
attri_markdown_table__clear (AttriMarkdownTable *self)
{
    g_ptr_array_unref (self->cells);
}

GString *
attri_markdown_table__cell (AttriMarkdownTable *self)
{
    GString *cell = g_string_new (NULL);
    g_ptr_array_add (self->cells, cell);
    return cell;
}

static gboolean
is_of_numbers (const char *heading)
{
    return *heading == '>';
}

static const char *
get_words (const char *heading)
{
    return is_of_numbers (heading) ? heading + 1 : heading;
}

static void
append_head (const AttriMarkdownTable *self)
{
    GString *text = self->to->text;
    for (guint i = 0; self->headings[i] != NULL; i++)
        g_string_append_printf (text, "| %s ", get_words (self->headings[i]));
    g_string_append (text, "|\n");
    for (guint i = 0; self->headings[i] != NULL; i++)
        g_string_append (text, is_of_numbers (self->headings[i]) ? "| --: " : "| --- ");
    g_string_append (text, "|\n");
}

static void
append_row (const AttriMarkdownTable *self)
{
    for (guint i = 0; i < self->cells->len; i++)
        g_string_append_printf (self->to->text, "| %s ",
                                ((const GString *)self->cells->pdata[i])->str);
    g_string_append (self->to->text, "|\n");
}

/* "- Said: 2021-07-08; uses Winnti" */
static void
append_item (const AttriMarkdownTable *self)
{
    const char *before = "- ";
    for (guint i = 0; i < self->cells->len; i++) {
        const GString *cell = self->cells->pdata[i];
        const char *heading = get_words (self->headings[i]);
        if (cell->len == 0)
            continue;
        g_string_append_printf (self->to->text, "%s%s%s%s", before, heading,
                                *heading != '\0' ? ": " : "", cell->str);
        before = "; ";
    }
    g_string_append_c (self->to->text, '\n');
}

void
attri_markdown_table__end_row (AttriMarkdownTable *self)
{
    if (!self->begun) {
        attri_markdown__begin_block (self->to);
        if (!self->to->lists)
            append_head (self);
    }
    self->begun = TRUE;
    if (self->to->lists)
        append_item (self);
    else
        append_row (self);
    g_ptr_array_set_size (self->cells, 0);
}
