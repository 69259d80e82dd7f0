/* SPDX-License-Identifier: MIT
 *
 * measure.c: text is measured with a compiled-in table, never with installed
 * fonts, so that a picture has the same bytes on every machine.
 */
#include "layout/measure-private.h"

#include "layout/advances.h"

#include <string.h>

#define EM       64  /* the table's unit is a sixty-fourth of an em */
#define SLACK    117 /* percent; DejaVu and Verdana are this much wider than Arial */
#define ELLIPSIS "…"

typedef struct {
    gunichar first;
    gunichar last;
} Range;

static gboolean
in_ranges (gunichar c, const Range *ranges, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last)
            return TRUE;
    }
    return FALSE;
}

/* What adds nothing to the width: marks that combine, joiners, selectors. Of
 * Unicode 15.0, the blocks that analysts' names are written in. */
static gboolean
is_combining (gunichar c)
{
    static const Range ranges[] = {
        {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd},   {0x0610, 0x061a}, {0x064b, 0x065f},
        {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4},   {0x0900, 0x0902}, {0x0941, 0x0948},
        {0x094d, 0x094d}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a},   {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff},
        {0x1dc0, 0x1dff}, {0x200d, 0x200d}, {0x20d0, 0x20ff},   {0x302a, 0x302d}, {0x3099, 0x309a},
        {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xe0100, 0xe01ef},
    };
    return c >= 0x0300 && in_ranges (c, ranges, G_N_ELEMENTS (ranges));
}

/* East Asian Width W and F (UAX #11), by block. */
static gboolean
is_wide (gunichar c)
{
    static const Range ranges[] = {
        {0x1100, 0x115f}, {0x2e80, 0x303e},   {0x3041, 0xa4cf},   {0xa960, 0xa97f},
        {0xac00, 0xd7a3}, {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},
        {0xffe0, 0xffe6}, {0x16fe0, 0x18cff}, {0x1b000, 0x1b2ff}, {0x20000, 0x3fffd},
    };
    return c >= 0x1100 && in_ranges (c, ranges, G_N_ELEMENTS (ranges));
}

static gboolean
is_pictograph (gunichar c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf);
}

/* In hundredths of a sixty-fourth of an em, slack and all. */
static guint
advance_of (gunichar c, gboolean bold)
{
    if (is_combining (c))
        return 0;
    if (is_wide (c))
        return EM * 100;
    if (is_pictograph (c))
        return EM * 140;
    for (gsize i = 0; i < G_N_ELEMENTS (advance_ranges); i++) {
        const AdvanceRange *range = &advance_ranges[i];
        if (c < range->first || c > range->last)
            continue;
        guint advance = (bold ? range->bold : range->regular)[c - range->first];
        if (advance > 0)
            return advance * SLACK;
    }
    /* Scripts outside the table are drawn in fonts we know nothing of. */
    return EM * 80 * SLACK / 100;
}

static int
to_pixels (guint64 advance, AttriType type)
{
    guint64 unit = (guint64)EM * 100 * 10;
    return (int)((advance * type.size + unit - 1) / unit);
}

int
attri_measure__width (const char *text, AttriType type)
{
    guint64 total = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        total += advance_of (g_utf8_get_char (p), type.bold);
    return to_pixels (total, type);
}

/* The end of the longest start of @text that fits @width, at a good place to
 * break if there is one; at least one character with its marks. */
static const char *
break_line (const char *text, AttriType type, int width)
{
    const char *best = NULL, *p = text;
    guint64 total = 0;
    while (*p != '\0') {
        gunichar c = g_utf8_get_char (p);
        guint advance = advance_of (c, type.bold);
        if (p > text && advance > 0 && (c == ' ' || is_wide (c)))
            best = p;
        if (p > text && advance > 0 && to_pixels (total + advance, type) > width && c != ' ')
            return best != NULL ? best : p;
        total += advance;
        p = g_utf8_next_char (p);
    }
    return p;
}

/* A line without the blanks at its end, which would count into its width. */
static char *
copy_line (const char *text, const char *end)
{
    while (end > text && end[-1] == ' ')
        end--;
    return g_strndup (text, (gsize)(end - text));
}

/* The longest start of @text that leaves room for an ellipsis, with it. */
static char *
shorten (const char *text, AttriType type, int width)
{
    int room = width - attri_measure__width (ELLIPSIS, type);
    const char *end = text;
    guint64 total = 0;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        total += advance_of (g_utf8_get_char (p), type.bold);
        if (to_pixels (total, type) > room)
            break;
        end = g_utf8_next_char (p);
    }
    g_autofree char *start = copy_line (text, end);
    return g_strconcat (start, ELLIPSIS, NULL);
}

GPtrArray *
attri_measure__wrap (const char *text, AttriType type, int width, guint most)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
    while (*text == ' ')
        text++;
    do {
        const char *end = break_line (text, type, width);
        if (*end != '\0' && lines->len + 1 == most) {
            g_ptr_array_add (lines, shorten (text, type, width));
            return lines;
        }
        g_ptr_array_add (lines, copy_line (text, end));
        text = end;
        while (*text == ' ')
            text++;
    } while (*text != '\0');
    return lines;
}
