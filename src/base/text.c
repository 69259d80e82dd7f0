/* SPDX-License-Identifier: MIT
 *
 * text.c: in goes text from a file or a command line, any bytes up to a NUL;
 * out come copies, owned by the caller, that can be shown without harm. The
 * tables of characters are our own, so that the result does not depend on the
 * Unicode version of the GLib at hand.
 */
#include "base/text-private.h"

#include <string.h>

#define REPLACEMENT        "\xef\xbf\xbd"
#define INVALID_BYTE       ((gunichar)G_MAXUINT32)
#define QUOTE_LIMIT        60
#define NEAREST_LIMIT      64
#define ZERO_WIDTH_JOINER  0x200d
#define VARIATION_SELECTOR 0xfe0f
#define MOST_STACKED       3 /* marks that a letter has in any language's names */

typedef enum {
    KIND_PLAIN,
    KIND_SPACE,   /* tab and line breaks */
    KIND_CONTROL, /* what may not or should not stand in XML 1.0 (section 2.2) */
    KIND_HIDDEN,  /* changes what is seen without being seen, or covers what others say */
} CharKind;

typedef struct {
    gunichar first;
    gunichar last;
} CharRange;

/* What precedes a character. */
typedef struct {
    gunichar last;
    guint stacked; /* marks in a row, over and under one letter */
} Before;

static gboolean
in_ranges (gunichar c, const CharRange *ranges, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_hidden (gunichar c)
{
    static const CharRange ranges[] = {
        {0x00ad, 0x00ad},   /* soft hyphen */
        {0x0488, 0x0489},   /* rings around a letter, which reach over its neighbours */
        {0x061c, 0x061c},   /* Arabic letter mark */
        {0x180e, 0x180e},   /* Mongolian vowel separator */
        {0x200b, 0x200f},   /* zero-width space to right-to-left mark */
        {0x2028, 0x202e},   /* separators, bidirectional embeddings and overrides */
        {0x2060, 0x2064},   /* word joiner, invisible operators */
        {0x2066, 0x206f},   /* bidirectional isolates, deprecated format characters */
        {0x20dd, 0x20e0},   /* circles and squares around a letter, */
        {0x20e2, 0x20e2},   /* screens, */
        {0x20e4, 0x20e4},   /* triangles; what makes a key of a letter stays */
        {0xfeff, 0xfeff},   /* byte order mark */
        {0xfff9, 0xfffb},   /* interlinear annotation */
        {0xe0000, 0xe007f}, /* tags, which can carry whole hidden texts */
    };
    return in_ranges (c, ranges, G_N_ELEMENTS (ranges));
}

/* Chooses among the forms of the letter before it, and is nothing by itself. */
static gboolean
is_selector (gunichar c)
{
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

static gboolean
is_emoji (gunichar c)
{
    static const CharRange ranges[] = {
        {0x2190, 0x2bff}, /* arrows, technical and other symbols */
        {VARIATION_SELECTOR, VARIATION_SELECTOR},
        {0x1f000, 0x1faff},
    };
    return in_ranges (c, ranges, G_N_ELEMENTS (ranges));
}

/* Marks that fonts set above or below one another without end. Those of scripts whose letters
 * themselves stack, from Devanagari to Tibetan, are not among them. */
static gboolean
is_stacking (gunichar c)
{
    static const CharRange ranges[] = {
        {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05c7}, {0x0610, 0x061a},
        {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06ed}, {0x0951, 0x0954}, {0x0e31, 0x0e31},
        {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x0eb1, 0x0eb1}, {0x0eb4, 0x0ebc}, {0x0ec8, 0x0ece},
        {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe20, 0xfe2f},
    };
    return c >= 0x0300 && in_ranges (c, ranges, G_N_ELEMENTS (ranges));
}

/* Reads one character and moves on; 0 at the end, INVALID_BYTE for a byte that
 * begins none. */
static gunichar
read_char (const char **text)
{
    gunichar c = (guchar) * *text;
    if (c == 0)
        return 0;
    if (c >= 0x80) {
        c = g_utf8_get_char_validated (*text, -1);
        if (c >= (gunichar)-2) {
            (*text)++;
            return INVALID_BYTE;
        }
    }
    *text = g_utf8_next_char (*text);
    return c;
}

/* @rest is what follows @c; @before is moved on to it. */
static CharKind
classify (Before *before, gunichar c, const char *rest)
{
    const gunichar last = before->last;
    before->last = c;
    if (!is_selector (c))
        before->stacked = is_stacking (c) ? before->stacked + 1 : 0;
    if (c >= 0x20 && c < 0x7f)
        return KIND_PLAIN;
    if (c == '\t' || c == '\n' || c == '\r')
        return KIND_SPACE;
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xfffe || c == 0xffff || c == INVALID_BYTE)
        return KIND_CONTROL;
    if (c == ZERO_WIDTH_JOINER && is_emoji (last) && is_emoji (read_char (&rest)))
        return KIND_PLAIN;
    const gboolean towers = before->stacked > MOST_STACKED && is_stacking (c);
    return is_hidden (c) || towers ? KIND_HIDDEN : KIND_PLAIN;
}

static void
append_mark (GString *out, gunichar c)
{
    g_string_append_printf (out, "⟨U+%04X⟩", (guint)c);
}

char *
attri_text__make_visible (const char *text)
{
    GString *out = g_string_sized_new (strlen (text));
    Before before = {0};
    gunichar c;

    while ((c = read_char (&text)) != 0) {
        switch (classify (&before, c, text)) {
        case KIND_PLAIN:
            g_string_append_unichar (out, c);
            break;
        case KIND_SPACE:
            g_string_append_c (out, ' ');
            break;
        case KIND_CONTROL:
            g_string_append (out, REPLACEMENT);
            break;
        case KIND_HIDDEN:
            append_mark (out, c);
            break;
        }
    }
    return g_string_free (out, FALSE);
}

static void
append_xml (GString *out, gunichar c)
{
    switch (c) {
    case '&':
        g_string_append (out, "&amp;");
        break;
    case '<':
        g_string_append (out, "&lt;");
        break;
    case '>':
        g_string_append (out, "&gt;");
        break;
    case '"':
        g_string_append (out, "&quot;");
        break;
    case '\'':
        g_string_append (out, "&#39;");
        break;
    default:
        g_string_append_unichar (out, c);
    }
}

char *
attri_text__escape_xml (const char *text)
{
    GString *out = g_string_sized_new (strlen (text));
    Before before = {0};
    gunichar c;

    while ((c = read_char (&text)) != 0) {
        switch (classify (&before, c, text)) {
        case KIND_PLAIN:
            append_xml (out, c);
            break;
        case KIND_SPACE:
            /* A parser would turn a bare carriage return into a newline. */
            g_string_append_c (out, c == '\r' ? ' ' : (char)c);
            break;
        case KIND_CONTROL:
            g_string_append (out, REPLACEMENT);
            break;
        case KIND_HIDDEN:
            append_mark (out, c);
            break;
        }
    }
    return g_string_free (out, FALSE);
}

gboolean
attri_text__has_hidden (const char *text)
{
    Before before = {0};
    gunichar c;

    while ((c = read_char (&text)) != 0) {
        if (classify (&before, c, text) == KIND_HIDDEN)
            return TRUE;
    }
    return FALSE;
}

/* Appends at most @limit characters of @text; TRUE if that was all of it. */
static gboolean
append_escaped (GString *out, const char *text, gsize limit)
{
    Before before = {0};

    for (gsize n = 0; *text != '\0'; n++) {
        if (n == limit)
            return FALSE;
        guchar byte = (guchar)*text;
        gunichar c = read_char (&text);
        if (c == INVALID_BYTE)
            g_string_append_printf (out, "\\x%02x", byte);
        else if (classify (&before, c, text) == KIND_PLAIN)
            g_string_append_unichar (out, c);
        else if (c <= 0xffff)
            g_string_append_printf (out, "\\u%04x", (guint)c);
        else
            g_string_append_printf (out, "\\U%08x", (guint)c);
    }
    return TRUE;
}

char *
attri_text_for_terminal (const char *text)
{
    g_return_val_if_fail (text != NULL, NULL);

    GString *out = g_string_sized_new (strlen (text));
    append_escaped (out, text, G_MAXSIZE);
    return g_string_free (out, FALSE);
}

char *
attri_text__quote (const char *text)
{
    const char *shown = text != NULL ? text : "";
    const char quote = strchr (shown, '\'') != NULL ? '"' : '\'';
    GString *out = g_string_new (NULL);

    g_string_append_c (out, quote);
    if (!append_escaped (out, shown, QUOTE_LIMIT))
        g_string_append (out, "…");
    g_string_append_c (out, quote);
    return g_string_free (out, FALSE);
}

/* Optimal string alignment: Levenshtein's distance plus swaps of neighbours.
 * Three rows of the table are enough. */
static guint
edit_distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
    guint rows[3][NEAREST_LIMIT + 1];
    for (gsize j = 0; j <= n_b; j++)
        rows[0][j] = (guint)j;

    for (gsize i = 1; i <= n_a; i++) {
        guint *row = rows[i % 3];
        const guint *above = rows[(i + 2) % 3];
        const guint *above_that = rows[(i + 1) % 3];
        const char c = g_ascii_tolower (a[i - 1]);

        row[0] = (guint)i;
        for (gsize j = 1; j <= n_b; j++) {
            const char d = g_ascii_tolower (b[j - 1]);
            row[j] = MIN (above[j], row[j - 1]) + 1;
            row[j] = MIN (row[j], above[j - 1] + (c == d ? 0 : 1));
            if (i > 1 && j > 1 && c == g_ascii_tolower (b[j - 2]) &&
                d == g_ascii_tolower (a[i - 2]))
                row[j] = MIN (row[j], above_that[j - 2] + 1);
        }
    }
    return rows[n_a % 3][n_b];
}

const char *
attri_text_nearest (const char *word, const char *const *candidates)
{
    g_return_val_if_fail (word != NULL && candidates != NULL, NULL);

    const gsize length = strlen (word);
    if (length == 0 || length > NEAREST_LIMIT)
        return NULL;

    /* One slip in a short word, one in three letters of a longer one. */
    guint best = (guint)MAX (length / 3, 1) + 1;
    const char *nearest = NULL;
    for (; *candidates != NULL; candidates++) {
        const gsize other = strlen (*candidates);
        if (other > NEAREST_LIMIT || MAX (length, other) - MIN (length, other) >= best)
            continue;
        const guint distance = edit_distance (word, length, *candidates, other);
        if (distance < best) {
            best = distance;
            nearest = *candidates;
        }
    }
    return nearest;
}

int
attri_text__compare (gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return strcmp (a, b);
}
