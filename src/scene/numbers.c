/* SPDX-License-Identifier: MIT
 *
 * numbers.c: which number each source bears in the picture.
 *
 * A scene is made twice: the first time only marks the sources that it cites,
 * then numbers are dealt in the order in which our files came to know them, so
 * that a new report takes the next number and moves no other.
 */
#include "scene/maker.h"

#include <string.h>

void
attri_numbering__init (AttriNumbering *self, const AttriGraph *graph)
{
    self->n_sources = attri_graph_get_n_sources (graph);
    self->numbers = g_new0 (guint32, self->n_sources);
    self->recorded = g_new0 (AttriDate, self->n_sources);
    self->used = g_new0 (guint8, self->n_sources);
}

void
attri_numbering__clear (AttriNumbering *self)
{
    g_free (self->numbers);
    g_free (self->recorded);
    g_free (self->used);
}

static void
mark_source (AttriNumbering *self, guint32 source, AttriDate recorded)
{
    if (!self->used[source] || attri_date_compare (recorded, self->recorded[source]) < 0)
        self->recorded[source] = recorded;
    self->used[source] = TRUE;
}

void
attri_numbering__mark (AttriNumbering *self, const AttriGraph *graph, guint32 index)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, index);
    mark_source (self, claim->claimant, claim->recorded);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        guint32 row = claim->citations.first + i;
        mark_source (self, attri_graph_get_citation (graph, row)->source, claim->recorded);
    }
}

typedef struct {
    const AttriNumbering *numbering;
    const AttriGraph *graph;
} DealContext;

static int
compare_sources (gconstpointer a, gconstpointer b, gpointer data)
{
    const DealContext *context = data;
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    int order = attri_date_compare (context->numbering->recorded[left],
                                    context->numbering->recorded[right]);
    if (order == 0)
        order = attri_date_compare (attri_graph_get_source (context->graph, left)->published,
                                    attri_graph_get_source (context->graph, right)->published);
    return order != 0 ? order : (left > right) - (left < right);
}

void
attri_numbering__deal (AttriNumbering *self, const AttriGraph *graph)
{
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < self->n_sources; i++) {
        if (self->used[i])
            g_array_append_val (order, i);
    }
    DealContext context = {self, graph};
    g_array_sort_with_data (order, compare_sources, &context);
    for (guint i = 0; i < order->len; i++)
        self->numbers[g_array_index (order, guint32, i)] = i + 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

/* "[1,4–6]"; a run of two stays "4,5". */
static void
append_numbers (GString *text, GArray *numbers)
{
    g_array_sort (numbers, compare_numbers);
    const guint32 *n = (const guint32 *)numbers->data;
    gboolean first = TRUE;
    g_string_append_c (text, '[');
    for (guint i = 0; i < numbers->len;) {
        guint last = i;
        while (last + 1 < numbers->len && n[last + 1] <= n[last] + 1)
            last++;
        g_string_append_printf (text, first ? "%u" : ",%u", n[i]);
        if (n[last] > n[i])
            g_string_append_printf (text, n[last] > n[i] + 1 ? "–%u" : ",%u", n[last]);
        first = FALSE;
        i = last + 1;
    }
    g_string_append_c (text, ']');
}

static const char *
format_numbers (AttriMaker *m, GArray *asserting, GArray *opposing)
{
    g_autoptr (GString) text = g_string_new (NULL);
    if (asserting->len > 0)
        append_numbers (text, asserting);
    if (opposing->len > 0) {
        g_string_append (text, text->len > 0 ? " ?" : "?");
        append_numbers (text, opposing);
        m->dispute_used = TRUE;
    }
    return attri_scene__keep (m->scene, text->str);
}

const char *
attri_maker__numbers (AttriMaker *m, const guint32 *edges, guint n)
{
    g_autoptr (GArray) asserting = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) opposing = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        for (guint32 c = 0; c < edge->claims.count; c++) {
            guint32 index = edge->claims.first + c;
            const AttriClaim *claim = attri_graph_get_claim (m->graph, index);
            if (!attri_claim__is_live (claim))
                continue;
            attri_numbering__mark (&m->numbering, m->graph, index);
            guint32 number = m->numbering.numbers[claim->claimant];
            g_array_append_val (claim->stance == ATTRI_STANCE_ASSERTS ? asserting : opposing,
                                number);
        }
    }
    return format_numbers (m, asserting, opposing);
}

const char *
attri_maker__claim_numbers (AttriMaker *m, const GArray *claims)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < claims->len; i++) {
        guint32 index = g_array_index (claims, guint32, i);
        attri_numbering__mark (&m->numbering, m->graph, index);
        guint32 claimant = attri_graph_get_claim (m->graph, index)->claimant;
        g_array_append_val (numbers, m->numbering.numbers[claimant]);
    }
    return format_numbers (m, numbers, none);
}
