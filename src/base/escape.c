/* SPDX-License-Identifier: MIT
 *
 * escape.c: in goes text of the input, any bytes up to a NUL; out comes what
 * stands for it in Markdown and CSV, written on one line.
 */
#include "base/text-private.h"

#include <string.h>

#define WORD_JOINER "&#8288;" /* has no width and breaks no line */

/* Whether a line that begins with @text would be a list, a heading or a rule. */
static const char *
find_block_mark (const char *text)
{
    if (*text != '\0' && strchr ("-+=#", *text) != NULL)
        return text;
    gsize digits = strspn (text, G_CSET_DIGITS);
    return digits > 0 && (text[digits] == '.' || text[digits] == ')') ? text + digits : NULL;
}

/* Whether GitHub's extension would make a link from here on. */
static gboolean
begins_link (const char *p)
{
    return g_str_has_prefix (p, "://") || g_ascii_strncasecmp (p, "www.", 4) == 0;
}

/* What the name of a mailbox is made of there, and about that of its host. */
static gboolean
is_mail (char c)
{
    return g_ascii_isalnum (c) || (c != '\0' && strchr (".+-_", c) != NULL);
}

/* Whether the extension might take the @ at @p for that of an address. It looks for these, and for
 * mailto: and xmpp: before them, after escapes are done with: only a character keeps it off. */
static gboolean
is_address (const char *begin, const char *p)
{
    return *p == '@' && p > begin && is_mail (p[-1]) && is_mail (p[1]);
}

char *
attri_text__escape_markdown (const char *text)
{
    g_return_val_if_fail (text != NULL, NULL);

    g_autofree char *visible = attri_text__make_visible (text);
    /* Four blanks would begin code; before other words one more is never seen. */
    const char *begin = visible + strspn (visible, " ");
    const char *mark = find_block_mark (begin);
    GString *out = g_string_sized_new (strlen (visible) + 16);
    for (const char *p = begin; *p != '\0'; p++) {
        if (p == mark || strchr ("\\`*_[]<>|~&$", *p) != NULL)
            g_string_append_c (out, '\\');
        if (is_address (begin, p))
            g_string_append (out, WORD_JOINER);
        if (!begins_link (p)) {
            g_string_append_c (out, *p);
        } else if (*p == ':') {
            g_string_append (out, "\\:");
        } else {
            g_string_append_len (out, p, 3);
            g_string_append (out, "\\.");
            p += 3;
        }
    }
    return g_string_free (out, FALSE);
}

/* What may not stand between < and > there, or would be shown otherwise than it is. */
static void
append_address (GString *out, const char *url)
{
    for (const char *p = url; *p != '\0'; p++) {
        guchar byte = (guchar)*p;
        if (byte <= 0x20 || byte >= 0x7f || strchr ("<>\\\"`|&", *p) != NULL)
            g_string_append_printf (out, *p == '&' ? "&amp;" : "%%%02X", byte);
        else
            g_string_append_c (out, *p);
    }
}

char *
attri_text__link_markdown (const char *label, const char *url)
{
    g_autofree char *escaped = attri_text__escape_markdown (label);
    if (url == NULL || (g_ascii_strncasecmp (url, "https://", 8) != 0 &&
                        g_ascii_strncasecmp (url, "http://", 7) != 0))
        return g_steal_pointer (&escaped);

    GString *out = g_string_new ("[");
    g_string_append (out, escaped);
    g_string_append (out, "](<");
    append_address (out, url);
    g_string_append (out, ">)");
    return g_string_free (out, FALSE);
}

/* Full-width forms are read as formulas by some, too. */
static gboolean
begins_formula (const char *text)
{
    gunichar c = g_utf8_get_char (text + strspn (text, " "));
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d || c == 0xff0b ||
           c == 0xff0d || c == 0xff20;
}

void
attri_text__append_cell (GString *csv, const char *cell)
{
    gboolean first = csv->len == 0 || csv->str[csv->len - 1] == '\n';
    if (!first)
        g_string_append_c (csv, ',');
    if (cell == NULL)
        cell = "";

    g_autofree char *visible = attri_text__make_visible (cell);
    gboolean formula = begins_formula (visible);
    gboolean quoted = formula || strpbrk (visible, "\",;") != NULL || visible[0] == ' ' ||
                      g_str_has_suffix (visible, " ") || (first && visible[0] == '\0');
    if (quoted)
        g_string_append_c (csv, '"');
    if (formula)
        g_string_append_c (csv, '\'');
    for (const char *p = visible; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c (csv, '"');
        g_string_append_c (csv, *p);
    }
    if (quoted)
        g_string_append_c (csv, '"');
}
