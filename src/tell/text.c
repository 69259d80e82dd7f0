/* SPDX-License-Identifier: MIT
 *
 * In:  strings of the input, any bytes.
 * Out: plain text that a terminal can be shown, appended to what is there.
 */
#include "tell/text.h"

#define LINE_CHARACTERS 90

void
attri_tell__append_safe (GString *text, const char *input)
{
    g_autofree char *safe = attri_text_for_terminal (input);
    g_string_append (text, safe);
}

void
attri_tell__append_date (GString *text, const char *before, AttriDate date)
{
    if (!attri_date_is_set (date))
        return;
    g_autofree char *written = attri_date_to_string (date);
    g_string_append_printf (text, "%s%s", before, written);
}

void
attri_tell__append_line (GString *text, int indent, const char *label, const char *input)
{
    if (input == NULL)
        return;
    g_string_append_printf (text, "%*s%s", indent, "", label);
    attri_tell__append_safe (text, input);
    g_string_append_c (text, '\n');
}

void
attri_tell__append_paragraph (GString *text, int indent, const char *words)
{
    g_auto (GStrv) each = g_strsplit (words, " ", -1);
    glong column = 0;
    for (guint i = 0; each[i] != NULL; i++) {
        glong length = g_utf8_strlen (each[i], -1);
        if (i > 0 && column + 1 + length <= LINE_CHARACTERS) {
            g_string_append_c (text, ' ');
            column++;
        } else {
            g_string_append_printf (text, "%s%*s", i > 0 ? "\n" : "", indent, "");
            column = indent;
        }
        g_string_append (text, each[i]);
        column += length;
    }
    g_string_append_c (text, '\n');
}
