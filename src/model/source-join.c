/* SPDX-License-Identifier: MIT
 *
 * source-join.c: which records are one source. Records with one id are; and what readers make of
 * the references in feeds joins whatever has the same URL. What people declared under two ids
 * stays two: these may be editions, or pages of one site.
 */
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* The drafts with one id. */
typedef struct {
    const char *id;
    const char *page; /* by which it joins, or NULL */
    guint32 first;
    gboolean declared;
    gboolean edition; /* of another */
} Body;

/* One page each, so that no chain of joins brings two declared sources together. */
static GArray *
make_bodies (const GArray *drafts, char *const *pages)
{
    GArray *bodies = g_array_new (FALSE, FALSE, sizeof (Body));
    Body *last = NULL;

    for (guint32 i = 0; i < drafts->len; i++) {
        const AttriSourceDraft *draft = &g_array_index (drafts, AttriSourceDraft, i);
        if (last == NULL || strcmp (last->id, draft->row.id) != 0) {
            const Body body = {draft->row.id, NULL, i, !draft->generated, FALSE};
            g_array_append_val (bodies, body);
            last = &g_array_index (bodies, Body, bodies->len - 1);
        }
        last->page = last->page != NULL ? last->page : pages[i];
        last->edition = last->edition || draft->edition_of != NULL;
    }
    return bodies;
}

static int
compare_bodies (gconstpointer a, gconstpointer b)
{
    const Body *x = a;
    const Body *y = b;
    const int orders[] = {g_strcmp0 (x->page, y->page),
                          attri_order__u32 (!x->declared, !y->declared),
                          attri_order__u32 (x->edition, y->edition), strcmp (x->id, y->id)};
    return ATTRI_FIRST_ORDER (orders);
}

/* Joins the generated of the bodies first..last-1, which have one page, with the only declared
 * one, or the only one that is no edition of another, or else with each other. */
static void
join_page (const GArray *bodies, guint first, guint last, guint32 *roots)
{
    guint declared = 0;
    guint original = 0;
    for (; first + declared < last; declared++) {
        const Body *body = &g_array_index (bodies, Body, first + declared);
        if (!body->declared)
            break;
        original += body->edition ? 0 : 1;
    }
    const guint others = first + declared;
    const guint head = declared == 1 || original == 1 ? first : others;
    for (guint i = others; i < last; i++)
        roots[g_array_index (bodies, Body, i).first] = g_array_index (bodies, Body, head).first;
}

guint32 *
attri_build__group_sources (const GArray *drafts, char *const *pages, gboolean apart)
{
    g_autoptr (GArray) bodies = make_bodies (drafts, pages);
    guint32 *roots = g_new0 (guint32, drafts->len + 1);

    for (guint i = 0; i < bodies->len; i++) {
        const guint32 first = g_array_index (bodies, Body, i).first;
        roots[first] = first;
    }
    g_array_sort (bodies, compare_bodies);
    for (guint i = 0, end; i < bodies->len; i = end) {
        const char *page = g_array_index (bodies, Body, i).page;
        for (end = i + 1; end < bodies->len; end++) {
            if (g_strcmp0 (g_array_index (bodies, Body, end).page, page) != 0)
                break;
        }
        if (page != NULL && !apart)
            join_page (bodies, i, end, roots);
    }
    for (guint32 i = 1; i < drafts->len; i++) {
        if (strcmp (g_array_index (drafts, AttriSourceDraft, i - 1).row.id,
                    g_array_index (drafts, AttriSourceDraft, i).row.id) == 0)
            roots[i] = roots[i - 1];
    }
    return roots;
}
