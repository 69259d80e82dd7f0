/* SPDX-License-Identifier: MIT
 *
 * page.c: what stands around the picture: title, counts and column headings
 * above it; dashes, notes and sources below it; the marking at both ends.
 */
#include "layout/work.h"

#include <string.h>

#define TLP_TOP       26
#define SUBTITLE_TALL 12 /* above its baseline */
#define SUBTITLE_LINE 18
#define JUDGED        ((AttriType){145, FALSE})
#define JUDGED_LINE   19
#define JUDGED_GAP    6
#define JUDGED_TIGHT  4
#define SAMPLE        36 /* of a dash in the legend */

static int
add_paragraph (Work *w, int x, int y, int width, AttriType type, AttriInk ink, guint most, int step,
               const char *text)
{
    g_autoptr (GPtrArray) lines = attri_measure__wrap (text, type, width, most);
    step = attri_measure__step (text, type, step);
    for (guint i = 0; i < lines->len; i++, y += step)
        attri_plan__add_text (w->plan, x, y, type, ink, g_ptr_array_index (lines, i));
    return y;
}

/* A lock may hold boxes in an order that is not that of today's facts. */
static gboolean
is_in_order (const Work *w, guint column)
{
    int last = G_MININT;
    for (guint i = 0; i < w->boxes->len; i++) {
        const WorkNode *node = work_node (w, work_box (w, i)->node);
        if (node->column != column)
            continue;
        if (node->y < last)
            return FALSE;
        last = node->y;
    }
    return TRUE;
}

static void
add_heading (Work *w, guint index, int y)
{
    const WorkColumn *column = work_column (w, index);
    const AttriSceneColumn *scene = &g_array_index (w->scene->columns, AttriSceneColumn, index);
    if (column->width == 0 || scene->heading[0] == '\0')
        return;
    AttriItem *item = attri_plan__add_text (w->plan, column->x, y, ATTRI_TYPE_NUMBER,
                                            ATTRI_INK_MUTED, scene->heading);
    item->spacing = 8;
    item->rect.w += (int)g_utf8_strlen (scene->heading, -1);
    int note_x = item->rect.x + item->rect.w + 8;
    int note_width = attri_measure__width (scene->note, ATTRI_TYPE_SMALL);
    /* Before the verb, which stands in the middle of the gap. */
    const int verb = attri_measure__width (scene->verb, ATTRI_TYPE_SMALL);
    const int room = column->width + MAX (0, (column->zone - verb) / 2 - 8);
    if (note_width > 0 && note_x + note_width <= column->x + room && is_in_order (w, index))
        attri_plan__add_text (w->plan, note_x, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, scene->note);
    attri_plan__add_rule (w->plan, column->x, y + 8, column->width, 0);
    if (column->zone == 0)
        return;
    int middle = column->x + column->width + column->zone / 2;
    item =
        attri_plan__add_text (w->plan, middle, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, scene->verb);
    item->italic = TRUE;
    attri_plan__anchor (w->plan, ATTRI_ANCHOR_MIDDLE);
}

static guint
count_lines (const char *text, AttriType type, int width)
{
    g_autoptr (GPtrArray) lines = attri_measure__wrap (text, type, width, 3);
    return lines->len;
}

/* On one line if a little smaller type will do; else on lines of about one length. */
static int
add_title (Work *w, int width)
{
    static const guint sizes[] = {240, 220, 205};
    AttriType type = ATTRI_TYPE_TITLE;
    const int step = w->compact ? 27 : 29;
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        type.size = sizes[i];
        if (attri_measure__width (w->scene->title, type) <= width)
            return add_paragraph (w, ATTRI_MARGIN, 48, width, type, ATTRI_INK_TEXT, 1, step,
                                  w->scene->title);
    }
    type.size = 220;
    guint lines = count_lines (w->scene->title, type, width);
    while (width > 300 && lines < 3 && count_lines (w->scene->title, type, width - 10) == lines)
        width -= 10;
    return add_paragraph (w, ATTRI_MARGIN, 48, width, type, ATTRI_INK_TEXT, 3, step,
                          w->scene->title);
}

/* Ours stands on a plate, which nothing that a source says does. */
static int
add_judgements (Work *w, int y)
{
    int widest = 0;
    const int gap = w->compact ? JUDGED_TIGHT : JUDGED_GAP;
    for (guint i = 0; i < w->scene->judgements->len; i++)
        widest =
            MAX (widest, attri_measure__width (
                             g_array_index (w->scene->judgements, AttriSceneJudgement, i).label,
                             ATTRI_TYPE_BADGE));
    for (guint i = 0; i < w->scene->judgements->len; i++) {
        const AttriSceneJudgement *judgement =
            &g_array_index (w->scene->judgements, AttriSceneJudgement, i);
        AttriItem plate = {
            .kind = ATTRI_ITEM_PLATE,
            .rect = {ATTRI_MARGIN, y - 14, widest + 20, 20},
            .box = ATTRI_NONE,
            .line = ATTRI_NONE,
            .rounded = TRUE,
            .ink = ATTRI_INK_BADGE,
        };
        attri_plan__add (w->plan, &plate);
        attri_plan__add_text (w->plan, ATTRI_MARGIN + widest / 2 + 10, y, ATTRI_TYPE_BADGE,
                              ATTRI_INK_ON_BADGE, judgement->label);
        attri_plan__anchor (w->plan, ATTRI_ANCHOR_MIDDLE);
        int x = ATTRI_MARGIN + widest + 32;
        y = add_paragraph (w, x, y, w->width - ATTRI_MARGIN - x, JUDGED, ATTRI_INK_TEXT,
                           w->compact ? 2 : 6, JUDGED_LINE, judgement->text) +
            gap;
    }
    return y;
}

/* Breaks where one count ends and the next begins, if each has room on a line. */
static int
add_subtitle (Work *w, int y, int width)
{
    static const char dot[] = " · ", no_break[] = "\302\240";
    g_auto (GStrv) parts = g_strsplit (w->scene->subtitle, dot, -1);
    int widest = 0;
    for (guint i = 0; parts[i] != NULL; i++)
        widest = MAX (widest, attri_measure__width (parts[i], ATTRI_TYPE_SUBTITLE));
    if (widest > width)
        return add_paragraph (w, ATTRI_MARGIN, y, width, ATTRI_TYPE_SUBTITLE, ATTRI_INK_MUTED, 3,
                              SUBTITLE_LINE, w->scene->subtitle);
    g_autoptr (GString) glued = g_string_new (w->scene->subtitle);
    g_string_replace (glued, " ", no_break, 0);
    g_string_replace (glued, "\302\240·\302\240", "\302\240· ", 0);
    g_autoptr (GPtrArray) lines = attri_measure__wrap (glued->str, ATTRI_TYPE_SUBTITLE, width, 3);
    const int step = attri_measure__step (glued->str, ATTRI_TYPE_SUBTITLE, SUBTITLE_LINE);
    for (guint i = 0; i < lines->len; i++, y += step) {
        g_autoptr (GString) line = g_string_new (g_ptr_array_index (lines, i));
        g_string_replace (line, no_break, " ", 0);
        if (i + 1 < lines->len && g_str_has_suffix (line->str, " ·"))
            g_string_truncate (line, line->len - strlen (" ·"));
        attri_plan__add_text (w->plan, ATTRI_MARGIN, y, ATTRI_TYPE_SUBTITLE, ATTRI_INK_MUTED,
                              line->str);
    }
    return y;
}

int
work_draw_title (Work *w)
{
    int width = work_right_of_marking (w) - ATTRI_MARGIN - 4;
    work_draw_tlp (w, TLP_TOP);
    int y = add_title (w, width);
    if (y - 3 - SUBTITLE_TALL > TLP_TOP + WORK_TLP_TALL)
        width = w->width - 2 * ATTRI_MARGIN;
    y = add_subtitle (w, y - 3, width);
    if (w->scene->judgements->len > 0)
        y = add_judgements (w, y + JUDGED_GAP + 2);
    return y;
}

static gboolean
has_badges (const Work *w)
{
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->badge != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Returns where the boxes may begin, and their badges clear of the headings. */
static int
add_headings (Work *w, int y)
{
    gboolean headed = FALSE;
    for (guint i = 0; i < w->columns->len; i++)
        headed |= g_array_index (w->scene->columns, AttriSceneColumn, i).heading[0] != '\0';
    const int drop = w->compact ? 14 : 20;
    for (guint i = 0; headed && i < w->columns->len; i++)
        add_heading (w, i, y + drop);
    const int below = !w->compact ? 30 : has_badges (w) ? 26 : 18;
    return y + (headed ? drop + below : 16);
}

void
work_draw_head (Work *w)
{
    w->top = add_headings (w, work_draw_title (w)) + w->spare / 2;
}

int
work_draw_pane_head (Work *w, int y, const char *heading, gboolean last)
{
    const int width = w->width - 2 * ATTRI_MARGIN;
    attri_plan__add_rule (w->plan, ATTRI_MARGIN, y, width, 0);
    AttriItem *item = attri_plan__add_text (w->plan, ATTRI_MARGIN, y + 26, ATTRI_TYPE_NAME,
                                            ATTRI_INK_TEXT, heading);
    const int x = item->rect.x + item->rect.w + 14;
    if (!last) {
        add_paragraph (w, x, y + 26, w->width - ATTRI_MARGIN - x, ATTRI_TYPE_ROW, ATTRI_INK_TEXT, 1,
                       18, w->scene->title);
        add_paragraph (w, ATTRI_MARGIN, y + 46, width, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, 1, 18,
                       w->scene->subtitle);
    }
    return add_headings (w, y + (last ? 32 : 52));
}

/* One legend entry; returns where the next may begin. */
static int
add_legend_entry (Work *w, const AttriSceneLegend *entry, int x, int y)
{
    int width = SAMPLE;
    if (entry->kind == ATTRI_LEGEND_DISPUTE || entry->kind == ATTRI_LEGEND_MORE) {
        AttriItem *item = attri_plan__add_text (w->plan, x, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT,
                                                entry->kind == ATTRI_LEGEND_MORE ? "+n" : "?[n]");
        width = item->rect.w;
    } else {
        AttriItem sample = {
            .kind = entry->kind == ATTRI_LEGEND_BAR ? ATTRI_ITEM_BAR : ATTRI_ITEM_DASH,
            .rect = {x, y - 4, SAMPLE, 0},
            .box = ATTRI_NONE,
            .line = ATTRI_NONE,
            .firmness = entry->firmness,
            .change = entry->change,
            .compared = entry->kind == ATTRI_LEGEND_CHANGE,
        };
        if (entry->kind == ATTRI_LEGEND_BAR) {
            sample.rect.y -= 4;
            sample.rect.h = 7;
            sample.filled = 8;
        }
        attri_plan__add (w->plan, &sample);
    }
    AttriItem *text = attri_plan__add_text (w->plan, x + width + 7, y, ATTRI_TYPE_SMALL,
                                            ATTRI_INK_MUTED, entry->text);
    return text->rect.x + text->rect.w + 22;
}

static int
legend_entry_width (const AttriSceneLegend *entry)
{
    return SAMPLE + 30 + attri_measure__width (entry->text, ATTRI_TYPE_SMALL);
}

static int
add_legend (Work *w, int y, int right)
{
    int x = WORK_FOOT_X;
    if (w->scene->legend->len == 0)
        return y;
    attri_plan__add_text (w->plan, ATTRI_MARGIN, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Said as");
    for (guint i = 0; i < w->scene->legend->len; i++) {
        const AttriSceneLegend *entry = &g_array_index (w->scene->legend, AttriSceneLegend, i);
        if (x > WORK_FOOT_X && x + legend_entry_width (entry) > right) {
            x = WORK_FOOT_X;
            y += work_foot_line (w);
        }
        x = add_legend_entry (w, entry, x, y);
    }
    return y + work_foot_line (w) + (w->compact ? 3 : 4);
}

static int
add_notes (Work *w, int y, int right)
{
    if (w->scene->notes->len == 0)
        return y;
    attri_plan__add_text (w->plan, ATTRI_MARGIN, y, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, "Notes");
    g_autoptr (GString) all = g_string_new (NULL);
    for (guint i = 0; i < w->scene->notes->len; i++) {
        const char *note = g_ptr_array_index (w->scene->notes, i);
        g_string_append_printf (all, "%s%s", i > 0 ? " " : "", note);
        if (!w->compact)
            y = add_paragraph (w, WORK_FOOT_X, y, right - WORK_FOOT_X, ATTRI_TYPE_SMALL,
                               ATTRI_INK_MUTED, 3, work_foot_line (w), note);
    }
    if (w->compact)
        y = add_paragraph (w, WORK_FOOT_X, y, right - WORK_FOOT_X, ATTRI_TYPE_SMALL,
                           ATTRI_INK_MUTED, 6, work_foot_line (w), all->str);
    return y + 4;
}

void
work_draw_foot (Work *w)
{
    int right = w->scene->sources->len > 0 ? work_right_of_page (w) : work_right_of_marking (w);
    int y = w->top + w->bottom + w->spare / 2 + (w->compact ? 14 : 34);
    attri_plan__add_rule (w->plan, ATTRI_MARGIN, y, w->width - 2 * ATTRI_MARGIN, 0);
    y = work_draw_news (w, y + (w->compact ? 18 : 23), right);
    y = add_legend (w, y, right);
    y = add_notes (w, y, right);
    y = work_draw_sources (w, y);
    if (w->compact && w->scene->sources->len > 0)
        y -= 13; /* the last two rows stand beside the marking */
    else if (w->scene->sources->len > 0)
        y += 8; /* clear of the marking's upper edge */
    int height = MAX (y + 14, w->least_height);
    work_draw_tlp (w, height - WORK_TLP_TALL - (w->compact ? 12 : 20));
    w->plan->canvas = (AttriRect){0, 0, w->width, height};
}
