/* SPDX-License-Identifier: MIT
 *
 * ask.c: the question to the layout helper, and its answer: numbers only.
 */
#include "base/spawn-private.h"
#include "helpers/wire.h"
#include "layout/work.h"

#include <stdlib.h>
#include <string.h>

#define COLUMN_GAP 100 /* what dot is told lies between columns */
#define NODE_GAP   26
#define PATIENCE   20000 /* milliseconds */

/* Columns without a node are left out of the question. */
static guint
number_columns (const Work *w, guint *numbers)
{
    guint n = 0;
    for (guint i = 0; i < w->columns->len; i++) {
        numbers[i] = n;
        n += work_column (w, i)->nodes->len > 0;
    }
    return n;
}

static guint
count_edges (const Work *w)
{
    guint n = 0;
    for (guint i = 0; i < w->lines->len; i++)
        n += work_is_vertical (w, i) ? 0 : work_line (w, i)->nodes->len - 1;
    return n;
}

/* What is above what in a column, where that is given. */
static void
write_order (const Work *w, guint column, GString *text)
{
    const GArray *nodes = work_column (w, column)->nodes;
    guint32 above = ATTRI_NONE;
    for (guint i = 0; i < nodes->len; i++) {
        const guint32 node = g_array_index (nodes, guint32, i);
        if (!work_is_fixed (w, node))
            continue;
        if (above != ATTRI_NONE)
            g_string_append_printf (text, "o %u %u\n", above, node);
        above = node;
    }
}

static GBytes *
write_question (const Work *w)
{
    g_autofree guint *numbers = g_new0 (guint, w->columns->len);
    guint n_columns = number_columns (w, numbers);
    g_autoptr (GString) text = g_string_new (NULL);
    g_string_append_printf (text, "%s %u %u %u %d %d\n", ATTRI_WIRE_LAYOUT_HEADER, w->nodes->len,
                            count_edges (w), n_columns, COLUMN_GAP, NODE_GAP);
    for (guint i = 0; i < w->nodes->len; i++) {
        const WorkNode *node = work_node (w, i);
        g_string_append_printf (text, "n %u %d %d\n", numbers[node->column],
                                work_column (w, node->column)->width, node->tall);
    }
    for (guint i = 0; i < w->lines->len; i++) {
        const WorkLine *line = work_line (w, i);
        for (guint n = 0; !work_is_vertical (w, i) && n + 1 < line->nodes->len; n++)
            g_string_append_printf (text, "e %u %u\n", g_array_index (line->nodes, guint32, n),
                                    g_array_index (line->nodes, guint32, n + 1));
    }
    for (guint i = 0; i < w->columns->len; i++)
        write_order (w, i, text);
    g_string_append (text, "end\n");
    return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* "p INDEX X Y" for the @index-th node. */
static gboolean
read_place (const char *text, guint index, WorkNode *node)
{
    char *end;
    if (!g_str_has_prefix (text, "p "))
        return FALSE;
    guint64 got = g_ascii_strtoull (text + 2, &end, 10);
    if (got != index || *end != ' ')
        return FALSE;
    g_ascii_strtoll (end, &end, 10);
    if (*end != ' ')
        return FALSE;
    gint64 y = g_ascii_strtoll (end, &end, 10);
    if (*end != '\0' || ABS (y) > 1000000)
        return FALSE;
    node->y = (int)y;
    return TRUE;
}

static gboolean
read_answer (Work *w, const char *text, gboolean *placed)
{
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint n = g_strv_length (lines);
    if (n < 2 || lines[n - 1][0] != '\0' || !g_str_equal (lines[n - 2], "end"))
        return FALSE;
    if (n == 3 && g_str_has_prefix (lines[0], "grid "))
        return TRUE;
    if (n - 2 != w->nodes->len)
        return FALSE;
    for (guint i = 0; i < w->nodes->len; i++) {
        if (!read_place (lines[i], i, work_node (w, i)))
            return FALSE;
    }
    *placed = TRUE;
    return TRUE;
}

/* Sets @placed if every node got a height; without an error it may not have. */
gboolean
work_ask_helper (Work *w, gboolean *placed, GError **error)
{
    *placed = FALSE;
    if (w->nodes->len > ATTRI_WIRE_NODES_MAX || count_edges (w) > ATTRI_WIRE_EDGES_MAX ||
        w->nodes->len == 0)
        return TRUE;
    for (guint i = 0; i < w->nodes->len; i++) {
        if (work_node (w, i)->tall > ATTRI_WIRE_SIZE_MAX)
            return TRUE;
    }
    g_autoptr (GBytes) question = write_question (w);
    g_autoptr (GBytes) answer = attri_spawn__run (ATTRI_WIRE_LAYOUT_HELPER, NULL, question,
                                                  PATIENCE, ATTRI_WIRE_LAYOUT_ANSWER_MAX, error);
    if (answer == NULL)
        return FALSE;
    gsize size;
    const char *bytes = g_bytes_get_data (answer, &size);
    g_autofree char *text = g_strndup (bytes, size);
    if (strlen (text) == size && read_answer (w, text, placed))
        return TRUE;
    g_set_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_HELPER,
                 "%s: its answer is cut short or makes no sense; expected a place for each of %u "
                 "nodes and a last line 'end'",
                 ATTRI_WIRE_LAYOUT_HELPER, w->nodes->len);
    return FALSE;
}
