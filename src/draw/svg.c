/* SPDX-License-Identifier: MIT
 *
 * svg.c: a plan becomes SVG bytes, one element a line.
 * In:  an AttriPlan. Out: bytes that depend on it and the options alone.
 *
 * Only the elements of the wiki-safe profile, presentation attributes with
 * #rrggbb, integers or tenths; text goes through one escaper.
 */
#include "draw/svg.h"
#include "base/text-private.h"
#include "draw/icons-private.h"
#include "draw/theme-private.h"
#include "draw/words-private.h"
#include "layout/plan-private.h"

#include <string.h>

#define FONTS "Arial,'Liberation Sans',Arimo,Helvetica,sans-serif"

typedef struct {
    const AttriPlan *plan;
    AttriTheme theme;
    AttriAccess access;
    char *prefix;
    GString *out;
    gboolean in_lines; /* inside the group whose stroke all lines inherit */
} Writer;

static const AttriPaint tone_strokes[] = {
    [ATTRI_TONE_ACTOR] = ATTRI_PAINT_ACTOR, [ATTRI_TONE_MALWARE] = ATTRI_PAINT_MALWARE,
    [ATTRI_TONE_TOOL] = ATTRI_PAINT_TOOL,   [ATTRI_TONE_TARGET] = ATTRI_PAINT_TARGET,
    [ATTRI_TONE_PLAIN] = ATTRI_PAINT_PLAIN,
};

static const AttriPaint tone_fills[] = {
    [ATTRI_TONE_ACTOR] = ATTRI_PAINT_ACTOR_FILL, [ATTRI_TONE_MALWARE] = ATTRI_PAINT_MALWARE_FILL,
    [ATTRI_TONE_TOOL] = ATTRI_PAINT_TOOL_FILL,   [ATTRI_TONE_TARGET] = ATTRI_PAINT_TARGET_FILL,
    [ATTRI_TONE_PLAIN] = ATTRI_PAINT_PLAIN_FILL,
};

/* Of a line, in tenths of a pixel; in a diff by what became of it. */
#define STROKE_WIDTH 22
#define CELL_WIDTH   13
#define BAND_WIDTH   14

static const guint change_widths[] = {
    [ATTRI_CHANGE_NONE] = 14,
    [ATTRI_CHANGE_ADDED] = 34,
    [ATTRI_CHANGE_REMOVED] = 14,
    [ATTRI_CHANGE_CHANGED] = 50,
};
#define CHANGED_GAP 22 /* between the two strokes of a line that changed */

static const AttriPaint change_paints[] = {
    [ATTRI_CHANGE_NONE] = ATTRI_PAINT_BEFORE,
    [ATTRI_CHANGE_ADDED] = ATTRI_PAINT_ADDED,
    [ATTRI_CHANGE_REMOVED] = ATTRI_PAINT_REMOVED,
    [ATTRI_CHANGE_CHANGED] = ATTRI_PAINT_CHANGED,
};

static const char *const dashes[] = {
    [ATTRI_FIRMNESS_STATED] = NULL,
    [ATTRI_FIRMNESS_ASSESSED] = "8 4",
    [ATTRI_FIRMNESS_ALLEGED] = "1.5 4.5",
};

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
add_tenths (GString *out, const char *name, guint tenths)
{
    g_string_append_printf (out, " %s=\"%u", name, tenths / 10);
    if (tenths % 10 != 0)
        g_string_append_printf (out, ".%u", tenths % 10);
    g_string_append_c (out, '"');
}

static void
add_escaped (GString *out, const char *text)
{
    g_autofree char *escaped = attri_text__escape_xml (text);
    g_string_append (out, escaped);
}

/* A fill or stroke, and the class by which a dark page changes it. */
static void
add_paint (Writer *writer, AttriPaint fill, AttriPaint stroke)
{
    GString *out = writer->out;
    if (writer->theme == ATTRI_THEME_AUTO) {
        g_string_append (out, " class=\"");
        if (fill < ATTRI_N_PAINTS)
            g_string_append_printf (out, "%sf%d", writer->prefix, fill);
        if (stroke < ATTRI_N_PAINTS)
            g_string_append_printf (out, "%s%ss%d", fill < ATTRI_N_PAINTS ? " " : "",
                                    writer->prefix, stroke);
        g_string_append_c (out, '"');
    }
    g_string_append_printf (out, " fill=\"%s\"",
                            fill < ATTRI_N_PAINTS ? attri_theme__color (writer->theme, fill)
                                                  : "none");
    if (stroke < ATTRI_N_PAINTS)
        g_string_append_printf (out, " stroke=\"%s\"", attri_theme__color (writer->theme, stroke));
}

static void
write_style (Writer *writer)
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

/* A box of a diff: colour and weight say what became of it, and nothing else. */
static void
write_compared_box (Writer *writer, const AttriItem *item)
{
    static const guint widths[] = {12, 30, 10, 12};
    const AttriRect rect = item->rect;
    const AttriPaint stroke = item->focus && item->change == ATTRI_CHANGE_NONE
                                  ? ATTRI_PAINT_TEXT
                                  : change_paints[item->change];
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"", rect.x,
                            rect.y, rect.w, rect.h, item->rounded ? 14 : 4);
    add_paint (writer, ATTRI_PAINT_PAGE, stroke);
    add_tenths (writer->out, "stroke-width", item->focus ? 26 : widths[item->change]);
    g_string_append (writer->out, "/>\n");
    if (item->change != ATTRI_CHANGE_CHANGED)
        return;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"",
                            rect.x + 3, rect.y + 3, rect.w - 6, rect.h - 6, item->rounded ? 11 : 2);
    add_paint (writer, ATTRI_N_PAINTS, stroke);
    add_tenths (writer->out, "stroke-width", widths[item->change]);
    g_string_append (writer->out, "/>\n");
}

static void
write_box (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    if (item->compared) {
        write_compared_box (writer, item);
        return;
    }
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"", rect.x,
                            rect.y, rect.w, rect.h, item->rounded ? 14 : 4);
    add_paint (writer, tone_fills[item->tone], tone_strokes[item->tone]);
    add_tenths (writer->out, "stroke-width", item->focus ? 26 : 12);
    g_string_append (writer->out, "/>\n");
}

/* Behind what is in focus; its cells stand on it. */
static void
write_band (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"", rect.x,
                            rect.y, rect.w, rect.h);
    add_paint (writer, tone_fills[item->tone], tone_strokes[item->tone]);
    add_tenths (writer->out, "stroke-width", BAND_WIDTH);
    g_string_append (writer->out, "/>\n");
}

/* Its frame has the dash that a line would have. */
static void
write_cell (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    gboolean changed = item->change != ATTRI_CHANGE_NONE;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"", rect.x,
                            rect.y, rect.w, rect.h);
    add_paint (writer, tone_fills[item->tone],
               changed ? change_paints[item->change] : ATTRI_PAINT_LINE);
    add_tenths (writer->out, "stroke-width", changed ? change_widths[item->change] : CELL_WIDTH);
    if (dashes[item->firmness] != NULL)
        g_string_append_printf (writer->out, " stroke-dasharray=\"%s\"", dashes[item->firmness]);
    g_string_append (writer->out, "/>\n");
}

static void
write_plate (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_string_append_printf (writer->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
                            rect.x, rect.y, rect.w, rect.h);
    if (item->rounded)
        g_string_append_printf (writer->out, " rx=\"%d\"", rect.h / 2);
    if (item->ink == ATTRI_INK_TLP_BACK)
        g_string_append (writer->out, " fill=\"#000000\"");
    else
        add_paint (writer,
                   item->change == ATTRI_CHANGE_NONE ? ATTRI_PAINT_BADGE
                                                     : change_paints[item->change],
                   ATTRI_N_PAINTS);
    g_string_append (writer->out, "/>\n");
}

static void
add_ink (Writer *writer, AttriInk ink)
{
    static const AttriPaint paints[] = {
        [ATTRI_INK_TEXT] = ATTRI_PAINT_TEXT,
        [ATTRI_INK_ON_BADGE] = ATTRI_PAINT_ON_BADGE,
        [ATTRI_INK_BADGE] = ATTRI_PAINT_BADGE,
    };
    if (ink == ATTRI_INK_MUTED)
        return; /* inherited from the root */
    if (ink == ATTRI_INK_TLP)
        g_string_append_printf (writer->out, " fill=\"%s\"",
                                attri_theme__tlp_color (writer->plan->scene->tlp));
    else
        add_paint (writer, paints[ink], ATTRI_N_PAINTS);
}

/* The ink of a text or of its strong part, and struck through where it is gone. */
static void
add_change (Writer *writer, const AttriItem *item)
{
    const AttriInk ink = item->strong != NULL ? ATTRI_INK_TEXT : item->ink;
    if (item->change == ATTRI_CHANGE_NONE)
        add_ink (writer, ink);
    else
        add_paint (writer, change_paints[item->change], ATTRI_N_PAINTS);
    if (item->change == ATTRI_CHANGE_REMOVED)
        g_string_append (writer->out, " text-decoration=\"line-through\"");
}

static void
write_text (Writer *writer, const AttriItem *item)
{
    static const char *const anchors[] = {NULL, "middle", "end"};
    GString *out = writer->out;
    if (item->link != NULL) {
        g_string_append (out, "<a href=\"");
        add_escaped (out, item->link);
        g_string_append (out, "\">\n");
    }
    g_string_append_printf (out, "<text x=\"%d\" y=\"%d\"", item->x, item->y);
    if (item->turned)
        g_string_append_printf (out, " transform=\"rotate(-45 %d %d)\"", item->x, item->y);
    if (item->type.size != ATTRI_TYPE_SMALL.size)
        add_tenths (out, "font-size", item->type.size);
    if (item->type.bold)
        g_string_append (out, " font-weight=\"700\"");
    if (item->italic)
        g_string_append (out, " font-style=\"italic\"");
    if (item->spacing > 0)
        add_tenths (out, "letter-spacing", item->spacing);
    if (anchors[item->anchor] != NULL)
        g_string_append_printf (out, " text-anchor=\"%s\"", anchors[item->anchor]);
    if (item->strong == NULL)
        add_change (writer, item);
    else
        add_ink (writer, item->ink);
    g_string_append_c (out, '>');
    attri_draw__add_words (out, item->text, item->strong == NULL);
    if (item->strong != NULL) {
        g_string_append (out, "<tspan font-weight=\"700\"");
        add_change (writer, item);
        g_string_append_c (out, '>');
        add_escaped (out, item->strong);
        g_string_append (out, "</tspan>");
    }
    g_string_append (out, item->link != NULL ? "</text>\n</a>\n" : "</text>\n");
}

/* What all lines and dashes have in common. */
static void
add_stroke (Writer *writer)
{
    add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_LINE);
    add_tenths (writer->out, "stroke-width", STROKE_WIDTH);
    g_string_append (writer->out, " stroke-linecap=\"round\"");
}

static void
add_dashes (Writer *writer, AttriFirmness firmness)
{
    if (dashes[firmness] != NULL)
        g_string_append_printf (writer->out, " stroke-dasharray=\"%s\"", dashes[firmness]);
    g_string_append (writer->out, "/>\n");
}

/* The stroke of a line that bears a change mark; the others inherit theirs from their group. */
static void
add_change_stroke (Writer *writer, const AttriItem *item)
{
    if (!item->compared)
        return;
    add_paint (writer, ATTRI_N_PAINTS, change_paints[item->change]);
    add_tenths (writer->out, "stroke-width", change_widths[item->change]);
    /* A round end would close the gap between two strokes, and reach into the box. */
    if (item->change == ATTRI_CHANGE_CHANGED)
        g_string_append (writer->out, " stroke-linecap=\"butt\"");
}

/* What makes one stroke two: a narrower one in the page's colour upon it. */
static void
add_gap_stroke (Writer *writer, const char *path)
{
    g_string_append (writer->out, path);
    add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_PAGE);
    add_tenths (writer->out, "stroke-width", CHANGED_GAP);
    g_string_append (writer->out, " stroke-linecap=\"butt\"");
    g_string_append (writer->out, "/>\n");
}

static void
write_line (Writer *writer, const AttriItem *item)
{
    g_autoptr (GString) path = g_string_new (NULL);
    g_string_append_printf (path, "<path d=\"M%d %d", item->x, item->y);
    for (guint32 i = 0; i < item->steps.count; i++) {
        const AttriStep *step = attri_plan__step (writer->plan, item->steps.first + i);
        if (step->curve)
            g_string_append_printf (path, "C%d %d %d %d %d %d", step->x1, step->y1, step->x2,
                                    step->y2, step->x, step->y);
        else
            g_string_append_printf (path, "L%d %d", step->x, step->y);
    }
    g_string_append_c (path, '"');
    g_string_append (writer->out, path->str);
    add_change_stroke (writer, item);
    add_dashes (writer, item->firmness);
    if (item->compared && item->change == ATTRI_CHANGE_CHANGED)
        add_gap_stroke (writer, path->str);
}

static void
write_straight (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_autofree char *path = g_strdup_printf ("<path d=\"M%d %dL%d %d\"", rect.x, rect.y,
                                             rect.x + rect.w, rect.y + rect.h);
    g_string_append (writer->out, path);
    if (item->kind == ATTRI_ITEM_RULE) {
        add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_RULE);
        g_string_append (writer->out, "/>\n");
        return;
    }
    if (item->change == ATTRI_CHANGE_NONE && !item->compared) {
        add_stroke (writer);
        add_dashes (writer, item->firmness);
        return;
    }
    add_change_stroke (writer, item);
    if (item->change != ATTRI_CHANGE_CHANGED)
        g_string_append (writer->out, " stroke-linecap=\"round\"");
    add_dashes (writer, item->firmness);
    if (item->change == ATTRI_CHANGE_CHANGED)
        add_gap_stroke (writer, path);
}

static void
write_bar (Writer *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    int widths[] = {rect.w, item->filled};
    AttriPaint paints[] = {ATTRI_PAINT_TRACK, ATTRI_PAINT_LINE};
    for (guint i = 0; i < 2; i++) {
        g_string_append_printf (writer->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
                                rect.x, rect.y, widths[i], rect.h);
        add_paint (writer, paints[i], ATTRI_N_PAINTS);
        g_string_append (writer->out, "/>\n");
    }
}

static void
write_icon (Writer *writer, const AttriItem *item)
{
    g_string_append_printf (writer->out, "<path transform=\"translate(%d %d)\" d=\"%s\"",
                            item->rect.x, item->rect.y, attri_icon__path (item->icon));
    add_paint (writer, ATTRI_N_PAINTS, tone_strokes[item->tone]);
    g_string_append (
        writer->out,
        " stroke-width=\"1.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
}

static void
write_group (Writer *writer, const AttriItem *item)
{
    if (item->link != NULL) {
        g_string_append (writer->out, "<a href=\"");
        add_escaped (writer->out, item->link);
        g_string_append (writer->out, "\">\n");
    }
    g_string_append (writer->out, "<g");
    if (item->box != ATTRI_NONE)
        g_string_append_printf (writer->out, " id=\"%sn%u\"", writer->prefix, item->box);
    if (writer->access == ATTRI_ACCESS_FULL)
        g_string_append_printf (writer->out, " role=\"graphics-%s\"",
                                item->box != ATTRI_NONE ? "object" : "symbol");
    g_string_append (writer->out, ">\n<title>");
    add_escaped (writer->out, item->text);
    g_string_append (writer->out, "</title>\n");
}

/* Lines stand together on the plan; the group around them says what they share. */
static void
enter_or_leave_lines (Writer *writer, const AttriItem *item)
{
    gboolean of_line = item->line != ATTRI_NONE && item->kind != ATTRI_ITEM_TEXT;
    if (of_line && !writer->in_lines) {
        g_string_append (writer->out, "<g");
        add_stroke (writer);
        g_string_append (writer->out, ">\n");
    } else if (!of_line && writer->in_lines) {
        g_string_append (writer->out, "</g>\n");
    }
    writer->in_lines = of_line;
}

static void
write_item (Writer *writer, const AttriItem *item)
{
    enter_or_leave_lines (writer, item);
    switch (item->kind) {
    case ATTRI_ITEM_GROUP:
        write_group (writer, item);
        break;
    case ATTRI_ITEM_END:
        g_string_append (writer->out, item->link != NULL ? "</g>\n</a>\n" : "</g>\n");
        break;
    case ATTRI_ITEM_BOX:
        write_box (writer, item);
        break;
    case ATTRI_ITEM_BAND:
        write_band (writer, item);
        break;
    case ATTRI_ITEM_CELL:
        write_cell (writer, item);
        break;
    case ATTRI_ITEM_PLATE:
        write_plate (writer, item);
        break;
    case ATTRI_ITEM_TEXT:
        if (item->text[0] != '\0' || item->strong != NULL)
            write_text (writer, item);
        break;
    case ATTRI_ITEM_LINE:
        write_line (writer, item);
        break;
    case ATTRI_ITEM_DASH:
    case ATTRI_ITEM_RULE:
        write_straight (writer, item);
        break;
    case ATTRI_ITEM_BAR:
        write_bar (writer, item);
        break;
    case ATTRI_ITEM_ICON:
        write_icon (writer, item);
        break;
    }
}

/* An image has no parts for a screen reader, so what can be followed must not be in one. */
static const char *
role_of (const Writer *writer)
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
write_head (Writer *writer)
{
    const AttriPlan *plan = writer->plan;
    GString *out = writer->out;
    g_string_append_printf (out,
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                            "viewBox=\"0 0 %d %d\" font-family=\"" FONTS "\"",
                            plan->page.w, plan->page.h, plan->canvas.w, plan->canvas.h);
    /* What most texts have, said once. */
    add_tenths (out, "font-size", ATTRI_TYPE_SMALL.size);
    add_paint (writer, ATTRI_PAINT_MUTED, ATTRI_N_PAINTS);
    g_string_append_printf (out, " role=\"%s\">\n<title>", role_of (writer));
    add_escaped (out, plan->scene->title);
    g_string_append (out, "</title>\n<desc>");
    g_auto (GStrv) lines = g_strsplit (plan->scene->text, "\n", -1);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        add_escaped (out, lines[i]);
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
    add_paint (writer, ATTRI_PAINT_PAGE, ATTRI_N_PAINTS);
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

    Writer writer = {.plan = plan, .out = g_string_new (NULL)};
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
        write_item (&writer, attri_plan__item (plan, i));
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
