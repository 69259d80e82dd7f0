/* SPDX-License-Identifier: MIT
 *
 * url.c: a link goes in, the page it leads to comes out as text to compare; the caller owns it.
 */
#include "base/url-private.h"

#include <string.h>

/* Where @text goes on after @prefix, case of ASCII letters aside, or NULL. */
static const char *
skip_prefix (const char *text, const char *prefix)
{
    const gsize n = strlen (prefix);
    return g_ascii_strncasecmp (text, prefix, n) == 0 ? text + n : NULL;
}

/* Past the scheme. An archive writes `https:/` as well as `https://`. */
static const char *
skip_scheme (const char *url)
{
    const char *rest = skip_prefix (url, "https:/");
    if (rest == NULL)
        rest = skip_prefix (url, "http:/");
    return rest != NULL && *rest == '/' ? rest + 1 : rest;
}

/* What web.archive.org holds a copy of: the part after `/web/STAMP/`. */
static const char *
unwrap_archive (const char *rest)
{
    for (;;) {
        const char *stamp = skip_prefix (rest, "web.archive.org/web/");
        if (stamp == NULL)
            return rest;
        stamp += strspn (stamp, "0123456789*abcdefghijklmnopqrstuvwxyz_");
        if (*stamp != '/')
            return rest;
        const char *inner = skip_scheme (stamp + 1);
        rest = inner != NULL ? inner : stamp + 1;
    }
}

static void
append_host (GString *out, const char *authority, gsize length)
{
    const char *end = authority + length;
    for (const char *at = authority; at < end; at++) {
        if (*at == '@')
            authority = at + 1;
    }
    const char *port = memchr (authority, ':', (gsize)(end - authority));
    if (port != NULL && (end - port == 1 || (end - port == 3 && memcmp (port, ":80", 3) == 0) ||
                         (end - port == 4 && memcmp (port, ":443", 4) == 0)))
        end = port;

    g_string_append_len (out, authority, end - authority);
    g_string_ascii_down (out);
    if (out->len > 0 && out->str[out->len - 1] == '.')
        g_string_truncate (out, out->len - 1);
    if (g_str_has_prefix (out->str, "www.") && strchr (out->str + 4, '.') != NULL)
        g_string_erase (out, 0, 4);
}

/* The parameters of @query, up to @end, that are not about who follows the link. */
static void
append_query (GString *out, const char *query, const char *end)
{
    char joint = '?';
    while (query < end) {
        const char *next = memchr (query, '&', (gsize)(end - query));
        const char *stop = next != NULL ? next : end;
        if (stop > query && skip_prefix (query, "utm_") == NULL) {
            g_string_append_c (out, joint);
            g_string_append_len (out, query, stop - query);
            joint = '&';
        }
        query = stop + 1;
    }
}

char *
attri_url__normalise (const char *url)
{
    if (url == NULL)
        return NULL;
    url += strspn (url, " \t\r\n");
    const char *rest = skip_scheme (url);
    if (rest == NULL)
        return NULL;
    rest = unwrap_archive (rest);

    const gsize authority = strcspn (rest, "/?# \t\r\n");
    const char *path = rest + authority;
    const char *query = path + strcspn (path, "?#");
    const char *end = query + strcspn (query, "#");
    while (end > query && g_ascii_isspace (end[-1]))
        end--;
    const char *path_end = query;
    while (path_end > path && (path_end[-1] == '/' || g_ascii_isspace (path_end[-1])))
        path_end--;

    g_autoptr (GString) out = g_string_new (NULL);
    append_host (out, rest, authority);
    if (out->len == 0)
        return NULL;
    g_string_append_len (out, path, path_end - path);
    if (*query == '?')
        append_query (out, query + 1, end);
    return g_string_free (g_steal_pointer (&out), FALSE);
}

gsize
attri_url__host_length (const char *url)
{
    return strcspn (url, "/?:");
}
