/* SPDX-License-Identifier: MIT
 *
 * In:  how a wiki writes a link, a page's name, and the name to show.
 * Out: Markdown, for a CommonMark parser a link or harmless text.
 */
#include "base/text-private.h"

#include <attrigraph/tell.h>

#include <string.h>

/* What no wiki lets one escape in a link of its own. */
static char *
make_plain (const char *name)
{
    char *plain = g_strdup (name);
    g_strdelimit (plain, "[{", '(');
    g_strdelimit (plain, "]}", ')');
    return g_strdelimit (plain, "|", '/');
}

/* @pattern with each `{page}` and `{name}` replaced, its own bars escaped if @bars. */
static char *
fill_in (const char *pattern, const char *page, const char *name, gboolean bars)
{
    GString *out = g_string_new (NULL);
    while (*pattern != '\0') {
        if (g_str_has_prefix (pattern, "{page}")) {
            g_string_append (out, page);
            pattern += strlen ("{page}");
        } else if (g_str_has_prefix (pattern, "{name}")) {
            g_string_append (out, name);
            pattern += strlen ("{name}");
        } else {
            if (bars && *pattern == '|')
                g_string_append_c (out, '\\');
            g_string_append_c (out, *pattern++);
        }
    }
    return g_string_free (out, FALSE);
}

char *
attri_tell_link (const char *pattern, const char *page, const char *name, gboolean in_table)
{
    g_return_val_if_fail (pattern != NULL && page != NULL && name != NULL, NULL);

    if (*pattern == '[') {
        g_autofree char *plain = make_plain (name);
        g_autofree char *shown = attri_text__escape_markdown (plain);
        return fill_in (pattern, page, shown, in_table);
    }
    g_autofree char *shown = attri_text__escape_markdown (name);
    g_autofree char *encoded = g_uri_escape_string (name, NULL, FALSE);
    g_autofree char *address = fill_in (pattern, page, encoded, FALSE);
    return g_strdup_printf ("[%s](<%s>)", shown, address);
}
