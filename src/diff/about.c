/* SPDX-License-Identifier: MIT
 *
 * about.c: a diff goes in; its changes of one entity come out, and how they are
 * marked.
 */
#include "diff/diff-private.h"

static gboolean
speaks_of (const AttriGraph *graph, const AttriClaim *claim, guint32 entity)
{
    if (claim->from == entity || (claim->to == entity && entity != ATTRI_NONE))
        return TRUE;
    for (guint32 i = 0; i < claim->in.count; i++)
        if (attri_graph_get_index_at (graph, claim->in.first + i) == entity)
            return TRUE;
    return FALSE;
}

/* For each source, whether a claim that speaks of @entity cites it or is its. */
static guint8 *
mark_sources (const AttriGraph *graph, guint32 entity)
{
    guint8 *marks = g_new0 (guint8, attri_graph_get_n_sources (graph) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        if (!speaks_of (graph, claim, entity))
            continue;
        marks[claim->claimant] = 1;
        for (guint32 j = 0; j < claim->citations.count; j++)
            marks[attri_graph_get_citation (graph, claim->citations.first + j)->source] = 1;
    }
    return marks;
}

static gboolean
is_focus (const AttriGraph *graph, const AttriSavedView *view, guint32 entity)
{
    for (guint32 i = 0; i < view->focus.count; i++)
        if (attri_graph_get_index_at (graph, view->focus.first + i) == entity)
            return TRUE;
    return FALSE;
}

/* @sources: by source, whether what is claimed of @entity cites it */
static gboolean
is_about (const AttriGraph *graph, const AttriDiffRow *row, guint32 entity, const guint8 *sources)
{
    switch (row->subject) {
    case ATTRI_DIFF_SOURCE:
        return sources[row->row];
    case ATTRI_DIFF_ENTITY:
        return row->row == entity;
    case ATTRI_DIFF_VIEW:
        return is_focus (graph, attri_graph_get_saved_view (graph, row->row), entity);
    case ATTRI_DIFF_CLAIM:
        break;
    }
    return speaks_of (graph, attri_graph_get_claim (graph, row->row), entity);
}

AttriDiff *
attri_diff_get_about (const AttriDiff *self, guint32 entity)
{
    g_return_val_if_fail (self != NULL, NULL);

    g_autofree guint8 *sources = mark_sources (self->graph, entity);
    AttriDiff *about = attri_diff__new_empty (self->graph);
    g_array_append_vals (about->fields, self->fields->data, self->fields->len);
    for (guint i = 0; i < self->rows->len; i++) {
        const AttriDiffRow *row = &g_array_index (self->rows, AttriDiffRow, i);
        if (is_about (self->graph, row, entity, sources))
            g_array_append_val (about->rows, *row);
    }
    for (guint i = 0; i < self->candidates->len; i++) {
        const AttriDiffCandidate *candidate =
            &g_array_index (self->candidates, AttriDiffCandidate, i);
        if (candidate->removed == entity || candidate->added == entity)
            g_array_append_val (about->candidates, *candidate);
    }
    return about;
}

static AttriTlp
get_row_tlp (const AttriGraph *graph, const AttriDiffRow *row)
{
    switch (row->subject) {
    case ATTRI_DIFF_SOURCE:
        return attri_graph_get_source (graph, row->row)->tlp;
    case ATTRI_DIFF_ENTITY:
        return attri_graph_get_entity (graph, row->row)->tlp;
    case ATTRI_DIFF_VIEW:
        return attri_graph_get_saved_view (graph, row->row)->tlp;
    case ATTRI_DIFF_CLAIM:
        break;
    }
    return attri_graph_get_claim (graph, row->row)->tlp;
}

AttriTlp
attri_diff_get_tlp (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, ATTRI_TLP_UNMARKED);

    AttriTlp tlp = ATTRI_TLP_CLEAR;
    for (guint i = 0; i < self->rows->len; i++)
        tlp = attri_tlp__join (tlp, get_row_tlp (self->graph,
                                                 &g_array_index (self->rows, AttriDiffRow, i)));
    return tlp;
}
