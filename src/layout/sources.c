/* SPDX-License-Identifier: MIT
 *
 * sources.c: the list of sources: who, when, and read in what. In columns, or without titles one
 * after the other on a page of fixed size.
 */
#include "layout/work.h"

#include <string.h>

#define SOURCE_WIDTH 520 /* of a column of sources, at least */
#define LEAST_ALIKE  3   /* sources read in the same, to say so once */
#define SOURCE_TEXT  36  /* from a source's number to its words */
#define NO_BREAK     "\302\240"
#define SOURCE_LINES 3  /* of one source */
#define SOURCE_BREAK 50 /* what a broken line may leave empty */
#define SOURCE_LEAST 60 /* of a title, or none at all */

/* Of " · read in [16] · our grade F" what it was read in, or %NULL. (transfer full) */
static char *
read_in (const char *tail)
{
    const char *end = strchr (tail, ']');
    if (!g_str_has_prefix (tail, " · read in [") || end == NULL)
        return NULL;
    return g_strndup (tail, (gsize)(end + 1 - tail));
}

static guint
count_tails (const AttriScene *scene, const char *start)
{
    guint n = 0;
    for (guint i = 0; i < scene->sources->len; i++)
        n += g_str_has_prefix (g_array_index (scene->sources, AttriSceneSource, i).tail, start);
    return n;
}

/* What so many were read in that it is better said once. */
static GPtrArray *
find_alike (const AttriScene *scene)
{
    GPtrArray *starts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < scene->sources->len; i++) {
        g_autofree char *start = read_in (g_array_index (scene->sources, AttriSceneSource, i).tail);
        if (start != NULL && count_tails (scene, start) >= LEAST_ALIKE &&
            !g_ptr_array_find_with_equal_func (starts, start, g_str_equal, NULL))
            g_ptr_array_add (starts, g_steal_pointer (&start));
    }
    return starts;
}

/* What is to be said of a source where @starts are said elsewhere. */
static const char *
own_tail (const AttriSceneSource *source, const GPtrArray *starts)
{
    for (guint i = 0; i < starts->len; i++) {
        const char *start = g_ptr_array_index (starts, i);
        if (g_str_has_prefix (source->tail, start))
            return source->tail + strlen (start);
    }
    return source->tail;
}

/* "· read in [4]" stays on one line. */
static char *
glue_tail (const char *tail)
{
    g_autoptr (GString) glued = g_string_new (NULL);
    for (const char *p = tail; *p != '\0'; p++) {
        if (*p == ' ' && !g_str_has_prefix (p, " ·"))
            g_string_append (glued, NO_BREAK);
        else
            g_string_append_c (glued, *p);
    }
    return g_string_free (g_steal_pointer (&glued), FALSE);
}

/* A source in at most SOURCE_LINES lines. Its title is cut short first; who, when and how read
 * never are, unless nothing else fits. @said: its tail, less what is said elsewhere */
static GPtrArray *
wrap_source (const AttriSceneSource *source, int width, const char *said)
{
    int room = width - SOURCE_TEXT;
    const char *title = source->title, *dot = title[0] != '\0' ? " · " : "";
    g_autofree char *tail = glue_tail (said);
    g_autofree char *whole = g_strconcat (source->head, dot, title, tail, NULL);
    GPtrArray *lines = attri_measure__wrap (whole, ATTRI_TYPE_SMALL, room, SOURCE_LINES + 1);
    if (lines->len <= SOURCE_LINES)
        return lines;
    g_ptr_array_unref (lines);
    g_autofree char *rest = g_strconcat (source->head, dot, tail, NULL);
    /* Lines break before they are full. */
    int left = SOURCE_LINES * (room - SOURCE_BREAK) - attri_measure__width (rest, ATTRI_TYPE_SMALL);
    if (left < SOURCE_LEAST) {
        g_autofree char *untitled = g_strconcat (source->head, tail, NULL);
        return attri_measure__wrap (untitled, ATTRI_TYPE_SMALL, room, SOURCE_LINES);
    }
    g_autoptr (GPtrArray) start = attri_measure__wrap (title, ATTRI_TYPE_SMALL, left, 1);
    g_autofree char *text =
        g_strconcat (source->head, dot, (char *)g_ptr_array_index (start, 0), tail, NULL);
    return attri_measure__wrap (text, ATTRI_TYPE_SMALL, room, SOURCE_LINES);
}

static void
add_source (Work *w, const AttriSceneSource *source, const GPtrArray *lines, int x, int y)
{
    attri_plan__add_text (w->plan, x, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, source->number);
    for (guint i = 0; i < lines->len; i++, y += work_foot_line (w)) {
        g_autoptr (GString) line = g_string_new (g_ptr_array_index (lines, i));
        g_string_replace (line, NO_BREAK, " ", 0);
        AttriItem *item = attri_plan__add_text (w->plan, x + SOURCE_TEXT, y, ATTRI_TYPE_SMALL,
                                                ATTRI_INK_MUTED, line->str);
        item->link = source->link;
    }
}

/* How many columns of @height lines the sources fill, one after the other. */
static guint
count_columns (const GPtrArray *sources, guint height)
{
    guint columns = 1, used = 0;
    for (guint i = 0; i < sources->len; i++) {
        guint lines = ((GPtrArray *)g_ptr_array_index (sources, i))->len;
        if (used + lines > height) {
            columns++;
            used = 0;
        }
        used += lines;
    }
    return columns;
}

/* "[5–9, 12]": the numbers of all whose tail begins with @start. */
static char *
list_numbers (const AttriScene *scene, const char *start)
{
    g_autoptr (GString) text = g_string_new ("[");
    guint64 first = 0, last = 0;
    for (guint i = 0; i <= scene->sources->len; i++) {
        const AttriSceneSource *source =
            i < scene->sources->len ? &g_array_index (scene->sources, AttriSceneSource, i) : NULL;
        if (source != NULL && !g_str_has_prefix (source->tail, start))
            continue;
        const guint64 number =
            source != NULL ? g_ascii_strtoull (source->number + strlen ("["), NULL, 10) : 0;
        if (first > 0 && number != last + 1) {
            g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, text->len > 1 ? ", " : "", first);
            if (last > first)
                g_string_append_printf (text, "%s%" G_GUINT64_FORMAT, last > first + 1 ? "–" : ", ",
                                        last);
        }
        if (first == 0 || number != last + 1)
            first = number;
        last = number;
    }
    g_string_append_c (text, ']');
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "Read in [16]: [5–14]", above the list, for each of @starts. */
static int
add_alike (Work *w, const GPtrArray *starts, int y)
{
    for (guint i = 0; i < starts->len; i++) {
        const char *start = g_ptr_array_index (starts, i);
        g_autofree char *lead = g_strdup_printf ("R%s: ", start + strlen (" · r"));
        g_autofree char *numbers = list_numbers (w->scene, start);
        const int indent = attri_measure__width (lead, ATTRI_TYPE_SMALL);
        g_autoptr (GPtrArray) lines =
            attri_measure__wrap (numbers, ATTRI_TYPE_NUMBER,
                                 work_right_of_page (w) - WORK_FOOT_X - indent,
                                 w->scene->sources->len);
        AttriItem *item =
            attri_plan__add_text (w->plan, WORK_FOOT_X, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, lead);
        item->strong = g_string_chunk_insert (w->plan->pool, g_ptr_array_index (lines, 0));
        item->rect.w += attri_measure__width (item->strong, ATTRI_TYPE_NUMBER);
        y += work_foot_line (w);
        for (guint l = 1; l < lines->len; l++, y += work_foot_line (w))
            attri_plan__add_text (w->plan, WORK_FOOT_X + indent, y, ATTRI_TYPE_NUMBER,
                                  ATTRI_INK_TEXT, g_ptr_array_index (lines, l));
    }
    return y;
}

/* In columns of equal height, the last of which ends a line early, beside the marking. */
static int
add_sources_in_columns (Work *w, int y)
{
    guint n = w->scene->sources->len;
    g_autoptr (GPtrArray) starts = find_alike (w->scene);
    y = add_alike (w, starts, y);
    guint columns = MAX (1, (guint)(work_right_of_page (w) - WORK_FOOT_X) / SOURCE_WIDTH);
    int width = (work_right_of_page (w) - WORK_FOOT_X) / (int)columns;
    g_autoptr (GPtrArray) sources =
        g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    guint height = SOURCE_LINES, most = 0;
    for (guint i = 0; i < n; i++) {
        const AttriSceneSource *source = &g_array_index (w->scene->sources, AttriSceneSource, i);
        g_ptr_array_add (sources, wrap_source (source, width - 16, own_tail (source, starts)));
    }
    while (count_columns (sources, height) > columns)
        height++;
    guint column = 0, used = 0;
    for (guint i = 0; i < n; i++) {
        GPtrArray *lines = g_ptr_array_index (sources, i);
        if (used + lines->len > height) {
            column++;
            used = 0;
        }
        add_source (w, &g_array_index (w->scene->sources, AttriSceneSource, i), lines,
                    WORK_FOOT_X + width * (int)column, y + work_foot_line (w) * (int)used);
        used += lines->len;
        most = MAX (most, used + (column + 1 == columns));
    }
    return y + work_foot_line (w) * (int)most;
}

/* One source without its title. @lead: (nullable): what this and those after it have in common */
typedef struct {
    const char *lead;
    const char *number;
    const char *text;
    const char *link;
} ShortSource;

static void
append_short (Work *w, GArray *list, const AttriSceneSource *source, const char *lead,
              const char *tail)
{
    g_autofree char *text = g_strconcat (source->head, tail, NULL);
    ShortSource entry = {
        .lead = lead,
        .number = source->number,
        .text = g_string_chunk_insert (w->plan->pool, text),
        .link = source->link,
    };
    g_array_append_val (list, entry);
}

/* All whose tail begins with @start, which is said once for all of them. */
static void
append_alike (Work *w, GArray *list, const char *start)
{
    g_autofree char *words = g_strdup_printf ("%s:", start + strlen (" · "));
    const char *lead = g_string_chunk_insert (w->plan->pool, words);
    for (guint i = 0; i < w->scene->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (w->scene->sources, AttriSceneSource, i);
        if (!g_str_has_prefix (source->tail, start))
            continue;
        append_short (w, list, source, lead, source->tail + strlen (start));
        lead = NULL;
    }
}

/* What each is read in is said at each, or before many that were read in the same. The count of
 * what the list leaves out stays last. */
static GArray *
list_short_sources (Work *w)
{
    const AttriScene *scene = w->scene;
    GArray *list = g_array_new (FALSE, FALSE, sizeof (ShortSource));
    g_autoptr (GPtrArray) starts = find_alike (scene);
    const AttriSceneSource *rest = NULL;
    for (guint i = 0; i < scene->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (scene->sources, AttriSceneSource, i);
        if (source->number[0] == '\0')
            rest = source;
        else if (own_tail (source, starts) == source->tail)
            append_short (w, list, source, NULL, source->tail);
    }
    for (guint i = 0; i < starts->len; i++)
        append_alike (w, list, g_ptr_array_index (starts, i));
    if (rest != NULL)
        append_short (w, list, rest, NULL, rest->tail);
    return list;
}

/* Returns how much room it would take. */
static int
add_short_source (Work *w, const ShortSource *source, int x, int y, int right, gboolean draw)
{
    int lead = source->lead == NULL ? 0 : attri_measure__width (source->lead, ATTRI_TYPE_SMALL) + 8;
    int number = attri_measure__width (source->number, ATTRI_TYPE_NUMBER) + 5;
    if (draw && source->lead != NULL)
        attri_plan__add_text (w->plan, x, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, source->lead)
            ->italic = TRUE;
    if (draw) {
        attri_plan__add_text (w->plan, x + lead, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT,
                              source->number);
        g_autoptr (GPtrArray) line =
            attri_measure__wrap (source->text, ATTRI_TYPE_SMALL, right - x - lead - number, 1);
        AttriItem *item = attri_plan__add_text (w->plan, x + lead + number, y, ATTRI_TYPE_SMALL,
                                                ATTRI_INK_MUTED, g_ptr_array_index (line, 0));
        item->link = source->link;
    }
    return lead + number + attri_measure__width (source->text, ATTRI_TYPE_SMALL);
}

/* One for all rows: as much as the tallest script among them needs. */
static int
row_step (const Work *w, const GArray *list)
{
    int step = work_foot_line (w);
    for (guint i = 0; i < list->len; i++)
        step =
            attri_measure__step (g_array_index (list, ShortSource, i).text, ATTRI_TYPE_SMALL, step);
    return step;
}

/* Without titles, one after the other. Of @n_rows the last two stand beside the marking. Returns
 * how many rows there are. */
static guint
add_sources_in_a_row (Work *w, const GArray *list, int y, guint n_rows, gboolean draw)
{
    int x = WORK_FOOT_X;
    guint row = 1;
    for (guint i = 0; i < list->len; i++) {
        const ShortSource *source = &g_array_index (list, ShortSource, i);
        int right = row + 1 < n_rows ? work_right_of_page (w) : work_right_of_marking (w);
        int width = add_short_source (w, source, x, y, right, FALSE);
        if (x > WORK_FOOT_X && x + width > right) {
            x = WORK_FOOT_X;
            y += row_step (w, list);
            row++;
            right = row + 1 < n_rows ? work_right_of_page (w) : work_right_of_marking (w);
        }
        if (draw)
            add_short_source (w, source, x, y, right, TRUE);
        x += width + 14;
    }
    return row;
}

int
work_draw_sources (Work *w, int y)
{
    guint n = w->scene->sources->len;
    if (n == 0)
        return y;
    attri_plan__add_text (w->plan, ATTRI_MARGIN, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Sources");
    if (w->compact && !w->titled) {
        g_autoptr (GArray) list = list_short_sources (w);
        guint rows = 1;
        while (add_sources_in_a_row (w, list, y, rows, FALSE) > rows)
            rows++;
        add_sources_in_a_row (w, list, y, rows, TRUE);
        return y + row_step (w, list) * (int)MAX (rows, 2);
    }
    return add_sources_in_columns (w, y);
}
