/* SPDX-License-Identifier: MIT
 *
 * independence.c: a graph goes in; how many publishers stand behind a run of its
 * claims comes out, again and again, at no more than the cost of the run.
 *
 * Each source keeps the first few publishers at the roots of its lineage. They
 * are handed down publisher by publisher, and no further than to sources whose
 * list is full: what such a source hands down, its heirs have got already. So
 * no source is visited more often than its list is long, circles included.
 */
#include "model/compare-private.h"
#include "model/independence-private.h"

#include <string.h>

typedef struct {
    guint32 publisher[ATTRI_INDEPENDENCE_MOST];
    guint32 n;
} Roots;

struct _AttriIndependence {
    const AttriGraph *graph;
    Roots *roots; /* by source */
};

/* A source that stands for itself, and its publisher without regard to case. */
typedef struct {
    guint32 source;
    char *publisher;
} Root;

/* Who is based on whom. */
typedef struct {
    guint32 below;
    guint32 above;
} Link;

static void
clear_root (gpointer data)
{
    g_free (((Root *)data)->publisher);
}

static int
compare_roots (gconstpointer a, gconstpointer b)
{
    const Root *x = a;
    const Root *y = b;
    const int order = strcmp (x->publisher, y->publisher);
    return order != 0 ? order : attri_order__u32 (x->source, y->source);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
    const Link *x = a;
    const Link *y = b;
    const int order = attri_order__u32 (x->below, y->below);
    return order != 0 ? order : attri_order__u32 (x->above, y->above);
}

/* The roots, those of one publisher together. */
static GArray *
list_roots (const AttriGraph *graph)
{
    GArray *roots = g_array_new (FALSE, FALSE, sizeof (Root));
    g_array_set_clear_func (roots, clear_root);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        const AttriSource *source = attri_graph_get_source (graph, i);
        if (!attri_source__counts_as_root (source))
            continue;
        const Root root = {i, attri_publisher__fold (source->publisher)};
        g_array_append_val (roots, root);
    }
    g_array_sort (roots, compare_roots);
    return roots;
}

/* From each source to those that rest on it, in order. */
static GArray *
list_links (const AttriGraph *graph)
{
    GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        const AttriSource *source = attri_graph_get_source (graph, i);
        for (guint32 j = 0; j < source->based_on.count; j++) {
            const Link link = {attri_graph_get_index_at (graph, source->based_on.first + j), i};
            g_array_append_val (links, link);
        }
        if (source->edition_of != ATTRI_NONE) {
            const Link link = {source->edition_of, i};
            g_array_append_val (links, link);
        }
    }
    g_array_sort (links, compare_links);
    return links;
}

/* The place of the first link from @source, or of where it would be. */
static guint
find_link (const GArray *links, guint32 source)
{
    guint low = 0, high = links->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index (links, Link, middle).below < source)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Gives @source the publisher, if it has none of that name and room for one. */
static void
give (AttriIndependence *self, GArray *stack, guint32 source, guint32 publisher)
{
    Roots *roots = &self->roots[source];
    if (roots->n == ATTRI_INDEPENDENCE_MOST ||
        (roots->n > 0 && roots->publisher[roots->n - 1] == publisher))
        return;
    roots->publisher[roots->n++] = publisher;
    g_array_append_val (stack, source);
}

/* Hands @publisher down from what is on the stack. */
static void
hand_down (AttriIndependence *self, const GArray *links, GArray *stack, guint32 publisher)
{
    while (stack->len > 0) {
        const guint32 source = g_array_index (stack, guint32, stack->len - 1);
        g_array_set_size (stack, stack->len - 1);
        for (guint i = find_link (links, source); i < links->len; i++) {
            const Link *link = &g_array_index (links, Link, i);
            if (link->below != source)
                break;
            give (self, stack, link->above, publisher);
        }
    }
}

AttriIndependence *
attri_independence__new (const AttriGraph *graph)
{
    AttriIndependence *self = g_new0 (AttriIndependence, 1);
    self->graph = graph;
    self->roots = g_new0 (Roots, attri_graph_get_n_sources (graph) + 1);

    g_autoptr (GArray) roots = list_roots (graph);
    g_autoptr (GArray) links = list_links (graph);
    g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 publisher = 0;
    for (guint i = 0; i < roots->len; i++) {
        const Root *root = &g_array_index (roots, Root, i);
        publisher += i > 0 && strcmp (root->publisher, (root - 1)->publisher) != 0;
        give (self, stack, root->source, publisher);
        hand_down (self, links, stack, publisher);
    }
    return self;
}

void
attri_independence__free (AttriIndependence *self)
{
    g_free (self->roots);
    g_free (self);
}

static void
add_publisher (Roots *found, guint32 publisher)
{
    for (guint32 i = 0; i < found->n; i++)
        if (found->publisher[i] == publisher)
            return;
    if (found->n < ATTRI_INDEPENDENCE_MOST)
        found->publisher[found->n++] = publisher;
}

guint
attri_independence__count (const AttriIndependence *self, AttriRange claims)
{
    Roots found = {0};
    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, claims.first + i);
        if (claim->stance != ATTRI_STANCE_ASSERTS || claim->revoked || claim->withdrawn)
            continue;
        const Roots *roots = &self->roots[claim->claimant];
        for (guint32 j = 0; j < roots->n; j++)
            add_publisher (&found, roots->publisher[j]);
    }
    return found.n;
}
