/* SPDX-License-Identifier: MIT
 *
 * context.c: a diff goes in; the part of its graph around what changed comes
 * out, owned by the caller.
 */
#include "diff/diff-private.h"

#include <string.h>

/* Marks the ends of every change. */
static guint8 *
mark_changed (const AttriGraph *graph)
{
    guint8 *near = g_new0 (guint8, attri_graph_get_n_entities (graph) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        near[i] = attri_graph_get_entity (graph, i)->change != ATTRI_CHANGE_NONE;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        if (claim->change == ATTRI_CHANGE_NONE)
            continue;
        near[claim->from] = 1;
        if (claim->to != ATTRI_NONE)
            near[claim->to] = 1;
    }
    return near;
}

/* Marks what is one relation from what is marked. */
static void
spread (const AttriGraph *graph, guint8 *near)
{
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint8 *was = g_memdup2 (near, n + 1);
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        if (edge->to == ATTRI_NONE)
            continue;
        near[edge->from] |= was[edge->to];
        near[edge->to] |= was[edge->from];
    }
}

/* A place that a claim is limited to comes with the claim. */
static void
mark_places (const AttriGraph *graph, const guint8 *near, guint8 *kept)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        if (!near[claim->from] || (claim->to != ATTRI_NONE && !near[claim->to]))
            continue;
        for (guint32 j = 0; j < claim->in.count; j++)
            kept[attri_graph_get_index_at (graph, claim->in.first + j)] = 1;
    }
}

static guint8 *
all_of (guint32 n)
{
    guint8 *bytes = g_malloc (n + 1);
    memset (bytes, 1, n + 1);
    return bytes;
}

/* The entities marked in @kept, with what is said among them. */
static AttriGraph *
keep (const AttriGraph *graph, const guint8 *kept)
{
    g_autofree guint8 *claims = all_of (graph->claims->len);
    g_autofree guint8 *citations = all_of (graph->citations->len);
    g_autofree guint8 *sources = all_of (graph->sources->len);
    g_autoptr (GArray) focus = g_array_new (FALSE, FALSE, sizeof (guint32));
    const AttriRange asked = graph->stamp.focus;
    for (guint32 i = 0; i < asked.count; i++) {
        const guint32 row = attri_graph_get_index_at (graph, asked.first + i);
        if (kept[row])
            g_array_append_val (focus, row);
    }

    AttriStamp stamp = graph->stamp;
    for (guint32 i = 0; i < graph->entities->len; i++)
        stamp.hidden_entities += !kept[i];
    const AttriSubset subset = {.entities = kept,
                                .claims = claims,
                                .citations = citations,
                                .sources = sources,
                                .focus = focus};
    return attri_graph__subset (graph, &subset, &stamp);
}

AttriGraph *
attri_diff_get_context (const AttriDiff *self, guint hops)
{
    g_return_val_if_fail (self != NULL, NULL);

    const AttriGraph *graph = attri_diff_get_graph (self);
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint8 *near = mark_changed (graph);
    for (guint i = 0; i < hops; i++)
        spread (graph, near);

    g_autofree guint8 *kept = g_memdup2 (near, n + 1);
    mark_places (graph, near, kept);
    return keep (graph, kept);
}

AttriGraph *
attri_diff_get_side (const AttriDiff *self, gboolean after, const AttriGraph *context)
{
    g_return_val_if_fail (self != NULL, NULL);

    AttriGraph *side = self->sides[after ? AFTER : BEFORE];
    const guint32 *rows = self->entity_rows[after ? AFTER : BEFORE];
    g_return_val_if_fail (side != NULL, NULL);
    if (context == NULL)
        return attri_graph_ref (side);
    g_autofree guint8 *kept = g_new0 (guint8, side->entities->len + 1);
    for (guint32 i = 0; i < side->entities->len; i++) {
        const char *id = attri_graph_get_entity (attri_diff_get_graph (self), rows[i])->id;
        kept[i] = attri_graph_find_entity (context, id) != ATTRI_NONE;
    }
    return keep (side, kept);
}
