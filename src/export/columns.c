/* SPDX-License-Identifier: MIT
 *
 * columns.c: a row of a graph and a column go in; the text of the cell comes out. What has
 * several values has them in one text, apart by semicolons: ids hold no blanks, so a list
 * of ids can be taken apart again.
 */
#include "export/columns.h"

#include <string.h>

void
column_append_part (GString *out, const char *part)
{
    if (out->len > 0)
        g_string_append (out, "; ");
    g_string_append (out, part);
}

void
column_append_date (GString *out, AttriDate date)
{
    if (attri_date_is_set (date))
        g_string_append_printf (out, "%04u", date.year);
    if (date.month > 0)
        g_string_append_printf (out, "-%02u", date.month);
    if (date.day > 0)
        g_string_append_printf (out, "-%02u", date.day);
}

void
column_append_text (GString *out, const char *text)
{
    g_string_append (out, text != NULL ? text : "");
}

void
column_make_value (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriClaim *claim = row;
    (void)graph;
    column_append_text (out, claim->value);
    if (claim->of > 0)
        g_string_append_printf (out, "%u of %u", claim->groups, claim->of);
}

void
column_append (GString *out, const Column *column, const AttriGraph *graph, gconstpointer row)
{
    const void *slot = (const char *)row + column->offset;

    switch (column->source) {
    case COLUMN_OF_TEXT:
        column_append_text (out, *(const char *const *)slot);
        break;
    case COLUMN_OF_DATE:
        column_append_date (out, *(const AttriDate *)slot);
        break;
    case COLUMN_OF_FLAG:
        if (*(const gboolean *)slot)
            g_string_append (out, "true");
        break;
    case COLUMN_OF_TLP:
        if (*(const AttriTlp *)slot != ATTRI_TLP_UNMARKED)
            g_string_append (out, attri_tlp_to_string (*(const AttriTlp *)slot));
        break;
    case COLUMN_MADE:
        column->make (out, graph, row);
        break;
    }
}

static guint
count_said (const ColumnTable *table, const Column *column, const AttriGraph *graph)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 0;

    for (guint32 i = 0; i < table->get_n (graph); i++) {
        gconstpointer row = table->get_row (graph, i);
        if (column->is_implied != NULL && column->is_implied (graph, row))
            continue;
        g_string_truncate (text, 0);
        column_append (text, column, graph, row);
        n += text->len > 0 && g_strcmp0 (text->str, column->usual) != 0;
    }
    return n;
}

void
column_tell_missing (GPtrArray *losses, const ColumnTable *table, const AttriGraph *graph,
                     const char *const *missing)
{
    for (gsize i = 0; i < table->n_columns; i++) {
        const Column *column = &table->columns[i];
        if (!g_strv_contains (missing, column->name))
            continue;
        const guint n = count_said (table, column, graph);
        if (n > 0)
            g_ptr_array_add (losses, g_strdup_printf ("%s of %u %s", column->name, n,
                                                      n == 1 ? table->noun : table->nouns));
    }
}
