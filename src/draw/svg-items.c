/* SPDX-License-Identifier: MIT
 *
 * svg-items.c: an item of a plan goes in; the elements that show it come out, one a line.
 */
#include "draw/svg-items.h"
#include "base/text-private.h"
#include "draw/icons-private.h"
#include "draw/words-private.h"

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

void
svg_add_tenths (GString *out, const char *name, guint tenths)
{
    g_string_append_printf (out, " %s=\"%u", name, tenths / 10);
    if (tenths % 10 != 0)
        g_string_append_printf (out, ".%u", tenths % 10);
    g_string_append_c (out, '"');
}

void
svg_add_escaped (GString *out, const char *text)
{
    g_autofree char *escaped = attri_text__escape_xml (text);
    g_string_append (out, escaped);
}

void
svg_add_paint (SvgWriter *writer, AttriPaint fill, AttriPaint stroke)
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

/* A box of a diff: colour and weight say what became of it, and nothing else. */
static void
write_compared_box (SvgWriter *writer, const AttriItem *item)
{
    static const guint widths[] = {12, 30, 10, 12};
    const AttriRect rect = item->rect;
    const AttriPaint stroke = item->focus && item->change == ATTRI_CHANGE_NONE
                                  ? ATTRI_PAINT_TEXT
                                  : change_paints[item->change];
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"", rect.x,
                            rect.y, rect.w, rect.h, item->rounded ? 14 : 4);
    svg_add_paint (writer, ATTRI_PAINT_PAGE, stroke);
    svg_add_tenths (writer->out, "stroke-width", item->focus ? 26 : widths[item->change]);
    g_string_append (writer->out, "/>\n");
    if (item->change != ATTRI_CHANGE_CHANGED)
        return;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"",
                            rect.x + 3, rect.y + 3, rect.w - 6, rect.h - 6, item->rounded ? 11 : 2);
    svg_add_paint (writer, ATTRI_N_PAINTS, stroke);
    svg_add_tenths (writer->out, "stroke-width", widths[item->change]);
    g_string_append (writer->out, "/>\n");
}

static void
write_box (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    if (item->compared) {
        write_compared_box (writer, item);
        return;
    }
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"", rect.x,
                            rect.y, rect.w, rect.h, item->rounded ? 14 : 4);
    svg_add_paint (writer, tone_fills[item->tone], tone_strokes[item->tone]);
    svg_add_tenths (writer->out, "stroke-width", item->focus ? 26 : 12);
    g_string_append (writer->out, "/>\n");
}

/* Behind what is in focus; its cells stand on it. */
static void
write_band (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"", rect.x,
                            rect.y, rect.w, rect.h);
    svg_add_paint (writer, tone_fills[item->tone], tone_strokes[item->tone]);
    svg_add_tenths (writer->out, "stroke-width", BAND_WIDTH);
    g_string_append (writer->out, "/>\n");
}

/* Its frame has the dash that a line would have. */
static void
write_cell (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    gboolean changed = item->change != ATTRI_CHANGE_NONE;
    g_string_append_printf (writer->out,
                            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"", rect.x,
                            rect.y, rect.w, rect.h);
    svg_add_paint (writer, tone_fills[item->tone],
                   changed ? change_paints[item->change] : ATTRI_PAINT_LINE);
    svg_add_tenths (writer->out, "stroke-width",
                    changed ? change_widths[item->change] : CELL_WIDTH);
    if (dashes[item->firmness] != NULL)
        g_string_append_printf (writer->out, " stroke-dasharray=\"%s\"", dashes[item->firmness]);
    g_string_append (writer->out, "/>\n");
}

static void
write_plate (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_string_append_printf (writer->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
                            rect.x, rect.y, rect.w, rect.h);
    if (item->rounded)
        g_string_append_printf (writer->out, " rx=\"%d\"", rect.h / 2);
    if (item->ink == ATTRI_INK_TLP_BACK)
        g_string_append (writer->out, " fill=\"#000000\"");
    else
        svg_add_paint (writer,
                       item->change == ATTRI_CHANGE_NONE ? ATTRI_PAINT_BADGE
                                                         : change_paints[item->change],
                       ATTRI_N_PAINTS);
    g_string_append (writer->out, "/>\n");
}

static void
add_ink (SvgWriter *writer, AttriInk ink)
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
        svg_add_paint (writer, paints[ink], ATTRI_N_PAINTS);
}

/* The ink of a text or of its strong part, and struck through where it is gone. */
static void
add_change (SvgWriter *writer, const AttriItem *item)
{
    const AttriInk ink = item->strong != NULL ? ATTRI_INK_TEXT : item->ink;
    if (item->change == ATTRI_CHANGE_NONE)
        add_ink (writer, ink);
    else
        svg_add_paint (writer, change_paints[item->change], ATTRI_N_PAINTS);
    if (item->change == ATTRI_CHANGE_REMOVED)
        g_string_append (writer->out, " text-decoration=\"line-through\"");
}

static void
write_text (SvgWriter *writer, const AttriItem *item)
{
    static const char *const anchors[] = {NULL, "middle", "end"};
    GString *out = writer->out;
    if (item->link != NULL) {
        g_string_append (out, "<a href=\"");
        svg_add_escaped (out, item->link);
        g_string_append (out, "\">\n");
    }
    g_string_append_printf (out, "<text x=\"%d\" y=\"%d\"", item->x, item->y);
    if (item->turned)
        g_string_append_printf (out, " transform=\"rotate(-45 %d %d)\"", item->x, item->y);
    if (item->type.size != ATTRI_TYPE_SMALL.size)
        svg_add_tenths (out, "font-size", item->type.size);
    if (item->type.bold)
        g_string_append (out, " font-weight=\"700\"");
    if (item->italic)
        g_string_append (out, " font-style=\"italic\"");
    if (item->spacing > 0)
        svg_add_tenths (out, "letter-spacing", item->spacing);
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
        svg_add_escaped (out, item->strong);
        g_string_append (out, "</tspan>");
    }
    g_string_append (out, item->link != NULL ? "</text>\n</a>\n" : "</text>\n");
}

/* What all lines and dashes have in common. */
static void
add_stroke (SvgWriter *writer)
{
    svg_add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_LINE);
    svg_add_tenths (writer->out, "stroke-width", STROKE_WIDTH);
    g_string_append (writer->out, " stroke-linecap=\"round\"");
}

static void
add_dashes (SvgWriter *writer, AttriFirmness firmness)
{
    if (dashes[firmness] != NULL)
        g_string_append_printf (writer->out, " stroke-dasharray=\"%s\"", dashes[firmness]);
    g_string_append (writer->out, "/>\n");
}

/* The stroke of a line that bears a change mark; the others inherit theirs from their group. */
static void
add_change_stroke (SvgWriter *writer, const AttriItem *item)
{
    if (!item->compared)
        return;
    svg_add_paint (writer, ATTRI_N_PAINTS, change_paints[item->change]);
    svg_add_tenths (writer->out, "stroke-width", change_widths[item->change]);
    /* A round end would close the gap between two strokes, and reach into the box. */
    if (item->change == ATTRI_CHANGE_CHANGED)
        g_string_append (writer->out, " stroke-linecap=\"butt\"");
}

/* What makes one stroke two: a narrower one in the page's colour upon it. */
static void
add_gap_stroke (SvgWriter *writer, const char *path)
{
    g_string_append (writer->out, path);
    svg_add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_PAGE);
    svg_add_tenths (writer->out, "stroke-width", CHANGED_GAP);
    g_string_append (writer->out, " stroke-linecap=\"butt\"");
    g_string_append (writer->out, "/>\n");
}

static void
write_line (SvgWriter *writer, const AttriItem *item)
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
write_straight (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    g_autofree char *path = g_strdup_printf ("<path d=\"M%d %dL%d %d\"", rect.x, rect.y,
                                             rect.x + rect.w, rect.y + rect.h);
    g_string_append (writer->out, path);
    if (item->kind == ATTRI_ITEM_RULE) {
        svg_add_paint (writer, ATTRI_N_PAINTS, ATTRI_PAINT_RULE);
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
write_bar (SvgWriter *writer, const AttriItem *item)
{
    AttriRect rect = item->rect;
    int widths[] = {rect.w, item->filled};
    AttriPaint paints[] = {ATTRI_PAINT_TRACK, ATTRI_PAINT_LINE};
    for (guint i = 0; i < 2; i++) {
        g_string_append_printf (writer->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
                                rect.x, rect.y, widths[i], rect.h);
        svg_add_paint (writer, paints[i], ATTRI_N_PAINTS);
        g_string_append (writer->out, "/>\n");
    }
}

static void
write_icon (SvgWriter *writer, const AttriItem *item)
{
    g_string_append_printf (writer->out, "<path transform=\"translate(%d %d)\" d=\"%s\"",
                            item->rect.x, item->rect.y, attri_icon__path (item->icon));
    svg_add_paint (writer, ATTRI_N_PAINTS, tone_strokes[item->tone]);
    g_string_append (
        writer->out,
        " stroke-width=\"1.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
}

static void
write_group (SvgWriter *writer, const AttriItem *item)
{
    if (item->link != NULL) {
        g_string_append (writer->out, "<a href=\"");
        svg_add_escaped (writer->out, item->link);
        g_string_append (writer->out, "\">\n");
    }
    g_string_append (writer->out, "<g");
    if (item->box != ATTRI_NONE)
        g_string_append_printf (writer->out, " id=\"%sn%u\"", writer->prefix, item->box);
    if (writer->access == ATTRI_ACCESS_FULL)
        g_string_append_printf (writer->out, " role=\"graphics-%s\"",
                                item->box != ATTRI_NONE ? "object" : "symbol");
    g_string_append (writer->out, ">\n<title>");
    svg_add_escaped (writer->out, item->text);
    g_string_append (writer->out, "</title>\n");
}

/* Lines stand together on the plan; the group around them says what they share. */
static void
enter_or_leave_lines (SvgWriter *writer, const AttriItem *item)
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

void
svg_write_item (SvgWriter *writer, const AttriItem *item)
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
