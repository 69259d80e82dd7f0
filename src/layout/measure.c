/* SPDX-License-Identifier: MIT
 *
 * measure.c: text is measured with a compiled-in table, never with installed
 * fonts, so that a picture has the same bytes on every machine.
 */
#include "layout/measure-private.h"

#include "layout/advances.h"

#include <string.h>

#define SLACK       103 /* percent: hinting rounds each glyph to whole pixels */
#define EM          100 /* the table's unit is a hundredth of an em */
#define UNKNOWN     105 /* of a glyph that no font has: a box */
#define PICTOGRAPH  140 /* Windows draws them widest */
#define TALL        140 /* from line to line where marks stand above and below */
#define ELLIPSIS    "…"
#define SHORT       16 /* bytes of a parenthesis that stays on one line */
#define JOINER      0x200d
#define EMOJI_STYLE 0xfe0f /* makes a picture of the sign before it */

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

/* The run that holds @c, or %NULL. O(log n). */
static const AdvanceRun *
find_run (gunichar c, const AdvanceRun *runs, gsize n)
{
    gsize first = 0, after = n;
    while (first < after) {
        gsize middle = first + (after - first) / 2;
        if (c < runs[middle].first)
            after = middle;
        else if (c > runs[middle].last)
            first = middle + 1;
        else
            return &runs[middle];
    }
    return NULL;
}

/* What adds nothing to the width, and stays with what is before it. */
static gboolean
is_combining (gunichar c)
{
    return c >= 0x0300 && (find_run (c, mark_runs, G_N_ELEMENTS (mark_runs)) != NULL ||
                           c == JOINER || (c >= 0xe0100 && c <= 0xe01ef));
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

static gboolean
is_flag_letter (gunichar c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static guint
look_up (const AdvanceRange *range, gunichar c, gboolean bold)
{
    if (c < range->first || c > range->last)
        return 0;
    return (bold ? range->bold : range->regular)[c - range->first];
}

/* In hundredths of an em, of @c when @next comes after it. */
static guint
advance_of (gunichar c, gunichar next, gboolean bold)
{
    if (is_combining (c))
        return 0;
    guint advance = 0;
    if (look_up (&joined_range, next, bold) > 0)
        advance = look_up (&joined_range, c, bold);
    for (gsize i = 0; i < G_N_ELEMENTS (advance_ranges) && advance == 0; i++)
        advance = look_up (&advance_ranges[i], c, bold);
    if (advance > 0)
        return advance;
    if (is_wide (c))
        return EM;
    if (is_pictograph (c))
        return PICTOGRAPH;
    const AdvanceRun *run = find_run (c, advance_runs, G_N_ELEMENTS (advance_runs));
    return run != NULL ? run->width : UNKNOWN;
}

/* Whether nothing may come between @last and @c: marks and vowel signs, joined pictures,
 * and in Thai and Lao the vowels written before or after their letter. */
static gboolean
belongs_to (gunichar c, gunichar last)
{
    static const Range after[] = {
        {0x0903, 0x0903},   {0x093b, 0x094f}, {0x0982, 0x0983}, {0x09be, 0x09d7}, {0x0a03, 0x0a03},
        {0x0a3e, 0x0a4d},   {0x0a83, 0x0a83}, {0x0abe, 0x0acd}, {0x0b02, 0x0b03}, {0x0b3e, 0x0b57},
        {0x0bbe, 0x0bd7},   {0x0c01, 0x0c03}, {0x0c3e, 0x0c56}, {0x0c82, 0x0c83}, {0x0cbe, 0x0cd6},
        {0x0d02, 0x0d03},   {0x0d3e, 0x0d4d}, {0x0d82, 0x0d83}, {0x0dca, 0x0ddf}, {0x0e30, 0x0e3a},
        {0x0e45, 0x0e4e},   {0x0eb0, 0x0ebc}, {0x0ec8, 0x0ece}, {0x102b, 0x103e}, {0x17b6, 0x17d3},
        {0x1f3fb, 0x1f3ff}, /* tones of skin */
    };
    static const Range before[] = {{0x0e40, 0x0e44}, {0x0ec0, 0x0ec4}, {0x17d2, 0x17d2}};
    return is_combining (c) || last == JOINER ||
           (c >= 0x0903 && in_ranges (c, after, G_N_ELEMENTS (after))) ||
           in_ranges (last, before, G_N_ELEMENTS (before));
}

/* The end of what stays together at the start of @text, which is not empty. */
static const char *
end_of_cluster (const char *text)
{
    gunichar last = g_utf8_get_char (text);
    gboolean half_flag = is_flag_letter (last);
    const char *p = g_utf8_next_char (text);
    for (; *p != '\0'; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (!belongs_to (c, last) && !(half_flag && is_flag_letter (c)))
            break;
        half_flag = FALSE;
        last = c;
    }
    return p;
}

/* In hundredths of an em, from @text to @end, when @next comes after it. */
static guint
cluster_advance (const char *text, const char *end, gunichar next, gboolean bold)
{
    guint advance = 0;
    gboolean is_emoji = FALSE;
    for (const char *p = text; p < end;) {
        gunichar c = g_utf8_get_char (p);
        p = g_utf8_next_char (p);
        advance += advance_of (c, p < end ? g_utf8_get_char (p) : next, bold);
        is_emoji |= c == EMOJI_STYLE;
    }
    return is_emoji ? MAX (advance, PICTOGRAPH) : advance;
}

static int
to_pixels (guint64 advance, AttriType type)
{
    guint64 unit = (guint64)EM * 100 * 10;
    return (int)((advance * SLACK * type.size + unit - 1) / unit);
}

int
attri_measure__width (const char *text, AttriType type)
{
    guint64 total = 0;
    while (*text != '\0') {
        const char *end = end_of_cluster (text);
        total += cluster_advance (text, end, g_utf8_get_char (end), type.bold);
        text = end;
    }
    return to_pixels (total, type);
}

int
attri_measure__step (const char *text, AttriType type, int step)
{
    /* Stacked marks, Arabic, the scripts from India to Cambodia, and what stands for
     * hidden characters. */
    static const Range tall[] = {{0x0300, 0x036f}, {0x0600, 0x06ff}, {0x0750, 0x077f},
                                 {0x0900, 0x109f}, {0x1780, 0x17ff}, {0x1ea0, 0x1ef9},
                                 {0x27e8, 0x27e9}, {0xfffd, 0xfffd}};
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (c >= 0x0300 && in_ranges (c, tall, G_N_ELEMENTS (tall)))
            return MAX (step, (int)(type.size * TALL + 999) / 1000);
    }
    return step;
}

static gboolean
is_among (gunichar c, const gunichar *list, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (c == list[i])
            return TRUE;
    }
    return FALSE;
}

/* Whether a line may end before @c, with @last at its end: at spaces and between East
 * Asian characters, but not before what closes, nor after what opens (JLREQ 3.1.7, 3.1.8). */
static gboolean
may_break (gunichar last, gunichar c)
{
    static const gunichar closing[] = {
        0x2019, 0x201d, 0x3001, 0x3002, 0x3005, 0x3009, 0x300b, 0x300d,
        0x300f, 0x3011, 0x3015, 0x301f, 0x30fb, 0x30fc, 0xff01, 0xff09,
        0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff3d, 0xff5d,
    };
    static const gunichar opening[] = {
        '(',    '[',    0x2018, 0x201c, 0x3008, 0x300a, 0x300c,
        0x300e, 0x3010, 0x3014, 0x301d, 0xff08, 0xff3b, 0xff5b,
    };
    if (c == ' ')
        return TRUE;
    gboolean opens = is_among (c, opening, G_N_ELEMENTS (opening));
    return !is_among (c, closing, G_N_ELEMENTS (closing)) &&
           !is_among (last, opening, G_N_ELEMENTS (opening)) &&
           (is_wide (c) || (is_wide (last) && (opens || c > 0x7f)));
}

/* The end of what stands in parentheses at @text, if that is too short to be broken; else @text. */
static const char *
skip_parenthesis (const char *text)
{
    for (guint i = 1; *text == '(' && i < SHORT && text[i] != '\0'; i++) {
        if (text[i] == ')')
            return text + i;
    }
    return text;
}

/* The end of the longest start of @text that fits @width, at a good place to
 * break if there is one; at least one character with its marks. */
static const char *
break_line (const char *text, AttriType type, int width)
{
    const char *best = NULL, *p = text, *glued = text;
    guint64 total = 0;
    while (*p != '\0') {
        const char *end = end_of_cluster (p);
        gunichar c = g_utf8_get_char (p);
        if (p > text && p >= glued && may_break (g_utf8_get_char (g_utf8_prev_char (p)), c))
            best = p;
        if (c == '(')
            glued = skip_parenthesis (p);
        guint alone = cluster_advance (p, end, 0, type.bold);
        if (p > text && c != ' ' && to_pixels (total + alone, type) > width)
            return best != NULL ? best : p;
        total += cluster_advance (p, end, g_utf8_get_char (end), type.bold);
        p = end;
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
    const char *fits = text;
    guint64 total = 0;
    for (const char *p = text; *p != '\0';) {
        const char *end = end_of_cluster (p);
        if (to_pixels (total + cluster_advance (p, end, 0, type.bold), type) > room)
            break;
        total += cluster_advance (p, end, g_utf8_get_char (end), type.bold);
        fits = p = end;
    }
    g_autofree char *start = copy_line (text, fits);
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
