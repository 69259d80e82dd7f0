/* SPDX-License-Identifier: MIT
 *
 * In:  strings of the input, any bytes.
 * Out: plain text that a terminal can be shown, appended to what is there.
 */
#include "tell/text.h"

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
