/* SPDX-License-Identifier: MIT
 *
 * words.c: text as the content of an SVG element.
 *
 * Unicode's algorithm (UAX #9) takes figures and signs after an Arabic or Hebrew name for
 * part of it: "2024-02-03" behind one is shown as "03-02-2024". A tspan that is isolated
 * ends the name where it ends. It bears no direction of its own: renderers would anchor
 * the whole text by it.
 */
#include "draw/words-private.h"

#include "base/text-private.h"

#include <string.h>

/* The blocks written from right to left, with their marks and digits. */
static gboolean
is_right_to_left (gunichar c)
{
    return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
           (c >= 0x1e800 && c <= 0x1efff);
}

/* The end of a number, or %NULL where it is the start of a date or of the like. */
static const char *
end_of_number (const char *digits)
{
    const char *p = digits + strspn (digits, "0123456789");
    return *p == '-' || *p == ',' ? NULL : p;
}

/* The end of what begins at @text from right to left: words, with the blanks, figures
 * and plain signs among them. What the picture's own words put between two names ends it. */
static const char *
end_of_run (const char *text)
{
    const char *end = text, *p = text;
    while (*p != '\0') {
        gunichar c = g_utf8_get_char (p);
        if (is_right_to_left (c)) {
            p = end = g_utf8_next_char (p);
        } else if (g_ascii_isdigit (*p)) {
            const char *after = end_of_number (p);
            if (after == NULL)
                break;
            p = end = after;
        } else if (c < 0x80 && strchr (" -./'", (int)c) != NULL) {
            p++;
        } else {
            break;
        }
    }
    return end;
}

static void
add_escaped (GString *out, const char *text, const char *end)
{
    g_autofree char *part = g_strndup (text, (gsize)(end - text));
    g_autofree char *escaped = attri_text__escape_xml (part);
    g_string_append (out, escaped);
}

void
attri_draw__add_words (GString *out, const char *text, gboolean alone)
{
    const char *done = text;
    for (const char *p = text; *p != '\0';) {
        if (!is_right_to_left (g_utf8_get_char (p))) {
            p = g_utf8_next_char (p);
            continue;
        }
        const char *end = end_of_run (p);
        if (alone && p == text && *end == '\0')
            break;
        add_escaped (out, done, p);
        g_string_append (out, "<tspan unicode-bidi=\"isolate\">");
        add_escaped (out, p, end);
        g_string_append (out, "</tspan>");
        done = p = end;
    }
    add_escaped (out, done, done + strlen (done));
}
