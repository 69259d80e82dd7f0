/* SPDX-License-Identifier: MIT
 *
 * svg.c: a plan becomes SVG bytes, one element a line.
 * In:  an AttriPlan. Out: bytes that depend on it and the options alone.
 *
 * Only the elements of the wiki-safe profile, presentation attributes with
 * #rrggbb, integers or tenths; text goes through one escaper.
 */
#include "draw/svg.h"
#include "draw/svg-items.h"

#include <string.h>

#define FONTS "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"

/* FNV-1a (Fowler, Noll and Vo), 32 bits: an id that is the same tomorrow. */
static guint32
hash (const char *text)
{
    guint32 value = 2166136261u;
    for (; *text != '\0'; text++)
        value = (value ^ (guchar)*text) * 16777619u;
    return value;
}

static void
write_style (SvgWriter *writer)
{
    if (writer->theme != ATTRI_THEME_AUTO)
        return;
    GString *out = writer->out;
    g_string_append (out, "<style>@media (prefers-color-scheme: dark) {");
    const int n = writer->plan->scene->compares ? ATTRI_N_PAINTS : ATTRI_PAINT_BEFORE;
    for (int paint = 0; paint < n; paint++) {
        const char *color = attri_theme__color (ATTRI_THEME_DARK, paint);
        g_string_append_printf (out, " .%sf%d { fill: %s } .%ss%d { stroke: %s }", writer->prefix,
                                paint, color, writer->prefix, paint, color);
    }
    g_string_append (out, " }</style>\n");
}

/* An image has no parts for a screen reader, so what can be followed must not be in one. */
static const char *
role_of (const SvgWriter *writer)
{
    /* Readers that do not know the first role take the second. */
    if (writer->access == ATTRI_ACCESS_FULL)
        return "graphics-document document";
    for (guint i = 0; i < writer->plan->items->len; i++) {
        if (attri_plan__item (writer->plan, i)->link != NULL)
            return "group";
    }
    return "img";
}

/* The opening tag; a canvas of another shape than the page is centred on it. */
static void
write_head (SvgWriter *writer)
{
    const AttriPlan *plan = writer->plan;
    GString *out = writer->out;
    g_string_append_printf (out,
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                            "viewBox=\"0 0 %d %d\" font-family=\"" FONTS "\"",
                            plan->page.w, plan->page.h, plan->canvas.w, plan->canvas.h);
    /* What most texts have, said once. */
    svg_add_tenths (out, "font-size", ATTRI_TYPE_SMALL.size);
    svg_add_paint (writer, ATTRI_PAINT_MUTED, ATTRI_N_PAINTS);
    g_string_append_printf (out, " role=\"%s\">\n<title>", role_of (writer));
    svg_add_escaped (out, plan->scene->title);
    g_string_append (out, "</title>\n<desc>");
    g_auto (GStrv) lines = g_strsplit (plan->scene->text, "\n", -1);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        svg_add_escaped (out, lines[i]);
        g_string_append_c (out, '\n');
    }
    g_string_append_printf (out, "Placed by %s.</desc>\n", plan->engine);
    write_style (writer);
    /* Scaled to paper of not quite its shape, it must not end before two edges. */
    const AttriRect page = plan->page, canvas = plan->canvas;
    const int over = page.w * canvas.h == page.h * canvas.w ? 0 : 1;
    g_string_append_printf (out, "<rect%s width=\"%d\" height=\"%d\"",
                            over > 0 ? " x=\"-1\" y=\"-1\"" : "", canvas.w + 2 * over,
                            canvas.h + 2 * over);
    svg_add_paint (writer, ATTRI_PAINT_PAGE, ATTRI_N_PAINTS);
    g_string_append (out, "/>\n");
}

/* How many elements begin in what was written from @start on: all other text is escaped.
 * @last: (out): the place among them, from 1, of the last that is a group or a text; or 0 */
static guint
count_elements (const GString *out, gsize start, guint *last)
{
    guint n = 0;
    *last = 0;
    for (const char *p = strchr (out->str + start, '<'); p != NULL; p = strchr (p + 1, '<')) {
        if (!g_ascii_isalpha (p[1]))
            continue;
        n++;
        if (g_str_has_prefix (p, "<g ") || g_str_has_prefix (p, "<g>") ||
            g_str_has_prefix (p, "<text "))
            *last = n;
    }
    return n;
}

/* What a reader can point at: a box or the head of a row or column, a line, its numbers, a cell.
 * What is drawn inside a group is part of it. */
static void
add_mark (GArray *marks, const AttriItem *item, guint element)
{
    AttriSvgMark mark = {.element = element, .box = ATTRI_NONE, .line = ATTRI_NONE};
    if (item->kind != ATTRI_ITEM_GROUP && item->kind != ATTRI_ITEM_TEXT &&
        item->kind != ATTRI_ITEM_BAR)
        return;
    if (item->head > 0)
        mark.box = item->head - 1;
    else if (item->meets > 0)
        mark.line = item->meets - 1;
    else if (item->kind == ATTRI_ITEM_GROUP && item->box != ATTRI_NONE)
        mark.box = item->box;
    else
        mark.line = item->line;
    if (mark.box != ATTRI_NONE || mark.line != ATTRI_NONE)
        g_array_append_val (marks, mark);
}

/* Of the @n elements that @item became, from @first on: all of a bar, else the @last, if any. */
static void
add_marks (GArray *marks, const AttriItem *item, guint first, guint n, guint last)
{
    if (item->kind == ATTRI_ITEM_BAR) {
        for (guint i = 0; i < n; i++)
            add_mark (marks, item, first + i);
    } else if (last > 0) {
        add_mark (marks, item, first + last - 1);
    }
}

GBytes *
attri_draw_svg (const AttriPlan *plan, const AttriDrawOptions *options)
{
    return attri_svg__write (plan, options, NULL);
}

GBytes *
attri_svg__write (const AttriPlan *plan, const AttriDrawOptions *options, GArray *marks)
{
    g_return_val_if_fail (plan != NULL, NULL);

    SvgWriter writer = {.plan = plan, .out = g_string_new (NULL)};
    if (options != NULL)
        writer.theme = options->theme;
    if (options != NULL)
        writer.access = options->access;
    if (options != NULL && options->id_prefix != NULL)
        writer.prefix = g_strdup (options->id_prefix);
    else
        writer.prefix = g_strdup_printf ("a%06x", hash (plan->scene->key) >> 8);
    write_head (&writer);
    guint last, elements = marks != NULL ? count_elements (writer.out, 0, &last) : 0;
    for (guint i = 0; i < plan->items->len; i++) {
        const gsize start = writer.out->len;
        svg_write_item (&writer, attri_plan__item (plan, i));
        if (marks == NULL)
            continue;
        const guint n = count_elements (writer.out, start, &last);
        add_marks (marks, attri_plan__item (plan, i), elements, n, last);
        elements += n;
    }
    g_string_append (writer.out, "</svg>\n");
    g_free (writer.prefix);
    return g_string_free_to_bytes (writer.out);
}
