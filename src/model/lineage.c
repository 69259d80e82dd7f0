/* SPDX-License-Identifier: MIT
 *
 * lineage.c: a run of claims goes in, the publishers that stand independently
 * behind it come out.
 */
#include "model/independence-private.h"

#include <string.h>

typedef struct {
    const char *publisher;
    char *folded;
} Publisher;

static void
clear_publisher (gpointer data)
{
    g_free (((Publisher *)data)->folded);
}

static int
compare_publishers (gconstpointer a, gconstpointer b)
{
    const Publisher *x = a;
    const Publisher *y = b;
    const int order = strcmp (x->folded, y->folded);
    return order != 0 ? order : strcmp (x->publisher, y->publisher);
}

/* News and compilations repeat somebody; where they do not say whom, nobody is
 * counted. What only we know is no source of its own. */
static gboolean
is_root (const AttriSource *source)
{
    return source->based_on.count == 0 && source->edition_of == ATTRI_NONE;
}

gboolean
attri_source__counts_as_root (const AttriSource *source)
{
    return is_root (source) && source->kind == ATTRI_SOURCE_REPORT && source->publisher != NULL &&
           *source->publisher != '\0';
}

char *
attri_publisher__fold (const char *publisher)
{
    /* One company from 2014 to 2021, whose reports have moved from one site to the other. */
    static const char *const houses[][2] = {{"fireeye", "mandiant"}};
    g_autofree char *folded = g_utf8_casefold (publisher, (gssize)strcspn (publisher, ","));

    for (gsize i = 0; i < G_N_ELEMENTS (houses); i++) {
        if (strcmp (folded, houses[i][0]) == 0)
            return g_strdup (houses[i][1]);
    }
    return g_steal_pointer (&folded);
}

char *
attri_source__house (const AttriSource *source)
{
    g_autofree char *folded =
        attri_publisher__fold (source->publisher != NULL ? source->publisher : "");
    /* No publisher begins with a line feed. */
    return *folded != '\0' ? g_steal_pointer (&folded) : g_strconcat ("\n", source->id, NULL);
}

static void
push_once (GArray *stack, guint8 *seen, guint32 source)
{
    if (!seen[source]) {
        seen[source] = 1;
        g_array_append_val (stack, source);
    }
}

/* Every source that is reached from @stack, each once; cycles end by themselves. */
static void
close_over_lineage (const AttriGraph *self, GArray *stack, guint8 *seen)
{
    for (guint i = 0; i < stack->len; i++) {
        const AttriSource *source =
            attri_graph_get_source (self, g_array_index (stack, guint32, i));
        for (guint32 j = 0; j < source->based_on.count; j++)
            push_once (stack, seen, attri_graph_get_index_at (self, source->based_on.first + j));
        if (source->edition_of != ATTRI_NONE)
            push_once (stack, seen, source->edition_of);
    }
}

const char **
attri_graph_get_lineage (const AttriGraph *self, AttriRange claims)
{
    g_return_val_if_fail (self != NULL, NULL);

    g_autofree guint8 *seen = g_new0 (guint8, attri_graph_get_n_sources (self) + 1);
    g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Publisher));
    g_array_set_clear_func (found, clear_publisher);

    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self, claims.first + i);
        if (claim->stance == ATTRI_STANCE_ASSERTS && !claim->revoked && !claim->withdrawn)
            push_once (stack, seen, claim->claimant);
    }
    close_over_lineage (self, stack, seen);
    for (guint i = 0; i < stack->len; i++) {
        const AttriSource *source =
            attri_graph_get_source (self, g_array_index (stack, guint32, i));
        if (attri_source__counts_as_root (source)) {
            const Publisher publisher = {source->publisher,
                                         attri_publisher__fold (source->publisher)};
            g_array_append_val (found, publisher);
        }
    }
    g_array_sort (found, compare_publishers);

    const char **publishers = g_new0 (const char *, found->len + 1);
    guint n = 0;
    for (guint i = 0; i < found->len; i++) {
        const Publisher *publisher = &g_array_index (found, Publisher, i);
        if (i == 0 || strcmp (publisher->folded, (publisher - 1)->folded) != 0)
            publishers[n++] = publisher->publisher;
    }
    return publishers;
}
