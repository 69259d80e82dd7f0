/* SPDX-License-Identifier: MIT
 *
 * marks.c: a graph and what the user says of the marking of sources go in; the
 * marking of every row comes out. Whatever restricts takes hold of all that a
 * source had a part in. Only what nobody marked is set to CLEAR, and only where
 * nobody has a part in it whose marking is not known.
 */
#include "view/view-private.h"

#include <string.h>

/* One run of attri_view__mark_tlp(). */
typedef struct {
    const AttriGraph *graph;
    AttriTlp *levels;  /* by source: what the user said, else unmarked */
    guint8 *cleared;   /* by claim: set to CLEAR by the user's word */
    AttriMarks *marks; /* what comes out */
} Marking;

static void
mark_sources (const Marking *marking, const AttriSelection *wish)
{
    for (guint i = 0; i < wish->n_marks; i++) {
        const guint32 row = attri_graph_find_source (marking->graph, wish->marks[i].source);
        if (row != ATTRI_NONE)
            marking->levels[row] = MAX (marking->levels[row], wish->marks[i].tlp);
    }
    for (guint32 i = 0; i < attri_graph_get_n_sources (marking->graph); i++)
        marking->marks->sources[i] =
            MAX (attri_graph_get_source (marking->graph, i)->tlp, marking->levels[i]);
}

/* The claimant speaks for itself; else all we read it in must be public. */
static gboolean
may_clear (const Marking *marking, const AttriClaim *claim)
{
    gboolean told = FALSE;
    if (marking->levels[claim->claimant] == ATTRI_TLP_CLEAR)
        return TRUE;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const guint32 carrier =
            attri_graph_get_citation (marking->graph, claim->citations.first + i)->source;
        if (marking->marks->sources[carrier] != ATTRI_TLP_CLEAR)
            return FALSE;
        told |= marking->levels[carrier] == ATTRI_TLP_CLEAR;
    }
    return told;
}

static void
mark_claim (const Marking *marking, guint32 row)
{
    const AttriClaim *claim = attri_graph_get_claim (marking->graph, row);
    AttriTlp *tlp = &marking->marks->claims[row];
    AttriTlp strictest = marking->levels[claim->claimant];

    for (guint32 i = 0; i < claim->citations.count; i++) {
        const guint32 carrier =
            attri_graph_get_citation (marking->graph, claim->citations.first + i)->source;
        strictest = MAX (strictest, marking->levels[carrier]);
    }
    *tlp = claim->tlp;
    if (strictest > ATTRI_TLP_CLEAR) {
        *tlp = MAX (*tlp, strictest);
    } else if (*tlp == ATTRI_TLP_UNMARKED && may_clear (marking, claim)) {
        *tlp = ATTRI_TLP_CLEAR;
        marking->cleared[row] = 1;
    }
}

/* Whom an unmarked row is spoken of by, in bits. */
enum {
    BY_CLEARED = 1,
    BY_UNMARKED = 2,
};

static void
add_speakers (const Marking *marking, guint32 row, guint8 *entities, guint8 *sources)
{
    const AttriGraph *graph = marking->graph;
    const AttriClaim *claim = attri_graph_get_claim (graph, row);
    const guint8 bits = (marking->cleared[row] ? BY_CLEARED : 0) |
                        (marking->marks->claims[row] == ATTRI_TLP_UNMARKED ? BY_UNMARKED : 0);
    entities[claim->from] |= bits;
    if (claim->to != ATTRI_NONE)
        entities[claim->to] |= bits;
    for (guint32 i = 0; i < claim->in.count; i++)
        entities[attri_graph_get_index_at (graph, claim->in.first + i)] |= bits;
    sources[claim->claimant] |= bits;
}

/* What only public claims name is public itself: entities, and the reports that
 * a feed merely cites. What we read is not, whatever others say in it. */
static void
clear_named (const Marking *marking)
{
    const AttriGraph *graph = marking->graph;
    g_autofree guint8 *entities = g_new0 (guint8, graph->entities->len + 1);
    g_autofree guint8 *sources = g_new0 (guint8, graph->sources->len + 1);
    AttriMarks *marks = marking->marks;

    for (guint32 i = 0; i < graph->claims->len; i++)
        add_speakers (marking, i, entities, sources);
    for (guint32 i = 0; i < graph->entities->len; i++) {
        marks->entities[i] = attri_graph_get_entity (graph, i)->tlp;
        if (marks->entities[i] == ATTRI_TLP_UNMARKED && entities[i] == BY_CLEARED)
            marks->entities[i] = ATTRI_TLP_CLEAR;
    }
    for (guint32 i = 0; i < graph->sources->len; i++) {
        if (marks->sources[i] == ATTRI_TLP_UNMARKED && sources[i] == BY_CLEARED)
            marks->sources[i] = ATTRI_TLP_CLEAR;
    }
}

AttriMarks *
attri_view__marks_new (const AttriGraph *graph, const AttriSelection *wish)
{
    g_autofree AttriTlp *levels = g_new0 (AttriTlp, graph->sources->len + 1);
    g_autofree guint8 *cleared = g_new0 (guint8, graph->claims->len + 1);
    AttriMarks *marks = g_new0 (AttriMarks, 1);
    const Marking marking = {graph, levels, cleared, marks};

    marks->entities = g_new0 (AttriTlp, graph->entities->len + 1);
    marks->claims = g_new0 (AttriTlp, graph->claims->len + 1);
    marks->sources = g_new0 (AttriTlp, graph->sources->len + 1);
    mark_sources (&marking, wish);
    for (guint32 i = 0; i < graph->claims->len; i++)
        mark_claim (&marking, i);
    clear_named (&marking);
    return marks;
}

void
attri_view__marks_free (AttriMarks *self)
{
    if (self == NULL)
        return;
    g_free (self->entities);
    g_free (self->claims);
    g_free (self->sources);
    g_free (self);
}
