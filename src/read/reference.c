/* SPDX-License-Identifier: MIT
 *
 * reference.c: references of feeds go in, drafts of sources come out; their strings are in the
 * caller's arena.
 */
#include "read/reference.h"
#include "base/url-private.h"
#include "read/publishers.h"

#include <string.h>

#define LONGEST_ID    80
#define LONGEST_TITLE 300

/* NULL for an empty text. */
static const char *
or_null (const char *text)
{
    return text != NULL && *text != '\0' ? text : NULL;
}

/* ASCII letters and digits of @text in lower case, hyphens between its words. (transfer full)
 * (nullable) */
static char *
make_slug (const char *text)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (; *text != '\0' && out->len < LONGEST_ID; text++) {
        if (g_ascii_isalnum (*text))
            g_string_append_c (out, g_ascii_tolower (*text));
        else if (out->len > 0 && out->str[out->len - 1] != '-')
            g_string_append_c (out, '-');
    }
    if (out->len > 0 && out->str[out->len - 1] == '-')
        g_string_truncate (out, out->len - 1);
    return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* The host and the last part of the path of a normalised URL. (transfer full) (nullable) */
static char *
make_url_slug (const char *url)
{
    const gsize host = attri_url__host_length (url);
    const gsize path = strcspn (url, "?");
    const char *last = g_strrstr_len (url, (gssize)path, "/");
    g_autofree char *text = last == NULL
                                ? g_strndup (url, host)
                                : g_strdup_printf ("%.*s %.*s", (int)MIN (host, LONGEST_ID), url,
                                                   (int)MIN (url + path - last, LONGEST_ID), last);
    return make_slug (text);
}

/* (transfer full) */
static char *
make_id (const Reference *reference, const char *page)
{
    char *id = NULL;
    if (or_null (reference->source_name) != NULL)
        id = make_slug (reference->source_name);
    if (id == NULL && page != NULL)
        id = make_url_slug (page);
    return id != NULL ? id : g_strdup ("reference");
}

/* (transfer full) (nullable) */
static char *
copy_span (const char *text, gsize length)
{
    if (length == 0)
        return NULL;
    if (length <= LONGEST_TITLE)
        return g_strndup (text, length);
    const char *end = g_utf8_find_prev_char (text, text + LONGEST_TITLE + 1);
    g_autofree char *cut = g_strndup (text, (gsize)(end - text));
    return g_strconcat (cut, "…", NULL);
}

/* Who answers for what @reference leads to. (transfer full) */
static char *
make_publisher (const Reference *reference, const ReferenceText *text, const char *page,
                const Publisher *known)
{
    if (known != NULL && known->name != NULL)
        return g_strdup (known->name);
    if (page != NULL && known == NULL)
        return publisher_domain (page);
    char *authors = copy_span (text->authors, text->authors_length);
    if (authors != NULL)
        return authors;
    if (page != NULL)
        return g_strndup (page, attri_url__host_length (page));
    return g_strdup (or_null (reference->source_name));
}

void
reference_to_source (const Reference *reference, AttriArena *arena, AttriSourceDraft *source)
{
    const char *url = or_null (reference->url);
    const char *description = or_null (reference->description);
    g_autofree char *page = attri_url__normalise (url);
    const Publisher *known = page != NULL ? publisher_find (page) : NULL;
    const ReferenceText text = reference_parse_text (description != NULL ? description : "");

    g_autofree char *id = make_id (reference, page);
    g_autofree char *title = copy_span (text.title, text.title_length);
    g_autofree char *publisher = make_publisher (reference, &text, page, known);
    if (title == NULL)
        title = g_strdup (or_null (reference->source_name) != NULL ? reference->source_name : page);

    *source = (AttriSourceDraft){
        .row = {.id = attri_arena__strdup (arena, id),
                .title = attri_arena__strdup (arena, title),
                .publisher = attri_arena__strdup (arena, publisher),
                .url = attri_arena__strdup (arena, url),
                .published = text.published,
                .retrieved = text.retrieved,
                .kind = known != NULL ? known->kind : ATTRI_SOURCE_REPORT,
                .edition_of = ATTRI_NONE},
        .generated = TRUE,
    };
}

/* ---- ids ---- */

/* A draft, and the page or else the text that tells it from others with its id. */
typedef struct {
    AttriSourceDraft *draft;
    char *page;
} Claimed;

static void
clear_claimed (gpointer data)
{
    g_free (((Claimed *)data)->page);
}

static int
compare_claimed (gconstpointer a, gconstpointer b)
{
    const Claimed *x = a;
    const Claimed *y = b;
    const int order = strcmp (x->draft->row.id, y->draft->row.id);
    return order != 0 ? order : g_strcmp0 (x->page, y->page);
}

/* Gives the claimed first..last-1, which have one id, ids of their own. */
static void
part_ids (GArray *claimed, guint first, guint last, AttriArena *arena)
{
    const char *id = g_array_index (claimed, Claimed, first).draft->row.id;
    for (guint i = first; i < last; i++) {
        const Claimed *one = &g_array_index (claimed, Claimed, i);
        g_autofree char *hash =
            g_compute_checksum_for_string (G_CHECKSUM_SHA256, one->page != NULL ? one->page : "",
                                           -1);
        g_autofree char *parted = g_strdup_printf ("%s-%.6s", id, hash);
        one->draft->row.id = attri_arena__strdup (arena, parted);
    }
}

void
references_settle_ids (GArray *sources, AttriArena *arena)
{
    g_autoptr (GArray) claimed = g_array_new (FALSE, FALSE, sizeof (Claimed));
    g_array_set_clear_func (claimed, clear_claimed);
    for (guint i = 0; i < sources->len; i++) {
        AttriSourceDraft *draft = &g_array_index (sources, AttriSourceDraft, i);
        char *page = attri_url__normalise (draft->row.url);
        const Claimed one = {draft, page != NULL ? page : g_strdup (draft->row.title)};
        g_array_append_val (claimed, one);
    }
    g_array_sort (claimed, compare_claimed);

    for (guint i = 0, end; i < claimed->len; i = end) {
        const Claimed *first = &g_array_index (claimed, Claimed, i);
        const Claimed *last = first;
        for (end = i + 1; end < claimed->len; end++) {
            const Claimed *next = &g_array_index (claimed, Claimed, end);
            if (strcmp (next->draft->row.id, first->draft->row.id) != 0)
                break;
            last = next;
        }
        if (g_strcmp0 (first->page, last->page) != 0)
            part_ids (claimed, i, end, arena);
    }
}
