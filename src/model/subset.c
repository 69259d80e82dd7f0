/* SPDX-License-Identifier: MIT
 *
 * subset.c: a graph and what to keep of it go in; a graph of its own comes out,
 * which borrows the strings of the first and keeps it alive.
 */
#include "model/compare-private.h"
#include "model/graph-private.h"

/* One run of attri_graph__subset(). */
typedef struct {
    const AttriGraph *whole;
    const AttriSubset *subset;
    const AttriStamp *stamp;
    AttriGraph *part;
    guint32 *entity_rows; /* old row to new, or %ATTRI_NONE */
    guint32 *source_rows;
    guint8 *claims;    /* what is kept in the end */
    GArray *citations; /* AttriCitation, of the claim at hand */
} Cut;

static gboolean
citation_stays (const AttriGraph *graph, const AttriSubset *subset, guint32 row)
{
    return subset->citations[row] && subset->sources[attri_graph_get_citation (graph, row)->source];
}

gboolean
attri_graph__claim_stays (const AttriGraph *graph, const AttriSubset *subset, guint32 row)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, row);
    if (!subset->claims[row] || !subset->sources[claim->claimant] ||
        !subset->entities[claim->from] || (claim->to != ATTRI_NONE && !subset->entities[claim->to]))
        return FALSE;
    /* Without one of its places the claim would say more than it did. */
    for (guint32 i = 0; i < claim->in.count; i++) {
        if (!subset->entities[attri_graph_get_index_at (graph, claim->in.first + i)])
            return FALSE;
    }
    for (guint32 i = 0; i < claim->citations.count; i++) {
        if (citation_stays (graph, subset, claim->citations.first + i))
            return TRUE;
    }
    return FALSE;
}

static void
use_source (const Cut *cut, GArray *used, guint8 *seen, guint32 row)
{
    if (row != ATTRI_NONE && cut->subset->sources[row] && !seen[row]) {
        seen[row] = 1;
        g_array_append_val (used, row);
    }
}

/* Marks the sources that kept claims name, and what these are based on. */
static guint8 *
find_used_sources (const Cut *cut)
{
    const AttriGraph *whole = cut->whole;
    guint8 *seen = g_new0 (guint8, whole->sources->len + 1);
    g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (guint32 i = 0; i < whole->claims->len; i++) {
        const AttriClaim *claim = attri_graph_get_claim (whole, i);
        if (!cut->claims[i])
            continue;
        use_source (cut, used, seen, claim->claimant);
        for (guint32 j = 0; j < claim->citations.count; j++) {
            const guint32 row = claim->citations.first + j;
            if (!citation_stays (whole, cut->subset, row))
                continue;
            use_source (cut, used, seen, attri_graph_get_citation (whole, row)->source);
            use_source (cut, used, seen, attri_graph_get_citation (whole, row)->cites);
        }
    }
    for (guint i = 0; i < used->len; i++) {
        const AttriSource *source =
            attri_graph_get_source (whole, g_array_index (used, guint32, i));
        for (guint32 j = 0; j < source->based_on.count; j++)
            use_source (cut, used, seen,
                        attri_graph_get_index_at (whole, source->based_on.first + j));
        use_source (cut, used, seen, source->edition_of);
    }
    return seen;
}

/* Numbers the kept rows; returned free-standing. */
static guint32 *
number_rows (const guint8 *kept, guint32 n)
{
    guint32 *rows = g_new (guint32, n + 1);
    guint32 next = 0;
    for (guint32 i = 0; i < n; i++)
        rows[i] = kept[i] ? next++ : ATTRI_NONE;
    return rows;
}

/* Copies a run of indexes, through @rows, leaving out what is not kept. */
static AttriRange
copy_indexes (const Cut *cut, AttriRange range, const guint32 *rows)
{
    AttriRange copy = {cut->part->indexes->len, 0};
    for (guint32 i = 0; i < range.count; i++) {
        const guint32 row = rows[attri_graph_get_index_at (cut->whole, range.first + i)];
        if (row != ATTRI_NONE) {
            g_array_append_val (cut->part->indexes, row);
            copy.count++;
        }
    }
    return copy;
}

static void
copy_sources (const Cut *cut)
{
    for (guint32 i = 0; i < cut->whole->sources->len; i++) {
        AttriSource row = *attri_graph_get_source (cut->whole, i);
        if (cut->source_rows[i] == ATTRI_NONE)
            continue;
        row.based_on = copy_indexes (cut, row.based_on, cut->source_rows);
        if (cut->subset->marks != NULL)
            row.tlp = cut->subset->marks->sources[i];
        if (row.edition_of != ATTRI_NONE)
            row.edition_of = cut->source_rows[row.edition_of];
        g_array_append_val (cut->part->sources, row);
    }
}

static void
copy_entities (const Cut *cut)
{
    for (guint32 i = 0; i < cut->whole->entities->len; i++) {
        AttriEntity row = *attri_graph_get_entity (cut->whole, i);
        if (cut->entity_rows[i] == ATTRI_NONE)
            continue;
        if (cut->subset->marks != NULL)
            row.tlp = cut->subset->marks->entities[i];
        const AttriRange old = row.references;
        row.references.first = cut->part->references->len;
        for (guint32 j = 0; j < old.count; j++)
            g_array_append_val (cut->part->references,
                                *attri_graph_get_reference (cut->whole, old.first + j));
        g_array_append_val (cut->part->entities, row);
    }
}

/* @claim: gets the citations that are left, and the dates that hang on them.
 * Two that differed in what they cite may be one now. */
static void
copy_citations (const Cut *cut, AttriClaim *claim)
{
    const AttriRange range = claim->citations;

    g_array_set_size (cut->citations, 0);
    for (guint32 i = 0; i < range.count; i++) {
        if (!citation_stays (cut->whole, cut->subset, range.first + i))
            continue;
        AttriCitation row = *attri_graph_get_citation (cut->whole, range.first + i);
        row.source = cut->source_rows[row.source];
        if (row.cites != ATTRI_NONE)
            row.cites = cut->source_rows[row.cites];
        g_array_append_val (cut->citations, row);
    }
    claim->recorded = ATTRI_DATE_NONE;
    claim->citations = attri_graph__add_citations (cut->part, cut->citations, &claim->recorded);
    attri_graph__date_claim (cut->part, claim);
}

static void
copy_claims (const Cut *cut)
{
    for (guint32 i = 0; i < cut->whole->claims->len; i++) {
        AttriClaim row = *attri_graph_get_claim (cut->whole, i);
        if (!cut->claims[i])
            continue;
        if (cut->subset->marks != NULL)
            row.tlp = cut->subset->marks->claims[i];
        row.from = cut->entity_rows[row.from];
        if (row.to != ATTRI_NONE)
            row.to = cut->entity_rows[row.to];
        row.claimant = cut->source_rows[row.claimant];
        row.in = copy_indexes (cut, row.in, cut->entity_rows);
        copy_citations (cut, &row);
        if (row.revoked && attri_date_is_set (cut->stamp->known_on) &&
            attri_date_compare (row.revoked_on, cut->stamp->known_on) > 0) {
            row.revoked = FALSE;
            row.revoked_on = ATTRI_DATE_NONE;
            row.revoked_reason = NULL;
        }
        g_array_append_val (cut->part->claims, row);
    }
}

static void
copy_saved_views (const Cut *cut)
{
    for (guint32 i = 0; i < cut->whole->saved->len; i++) {
        AttriSavedView row = g_array_index (cut->whole->saved, AttriSavedView, i);
        const guint32 n = row.focus.count;
        if (cut->subset->saved != NULL && !cut->subset->saved[i])
            continue;
        row.focus = copy_indexes (cut, row.focus, cut->entity_rows);
        if (row.focus.count == n)
            g_array_append_val (cut->part->saved, row);
    }
}

/* The focus as far as it is kept, by its new rows. */
static GArray *
map_focus (const Cut *cut)
{
    const GArray *focus = cut->subset->focus;
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; focus != NULL && i < focus->len; i++) {
        const guint32 row = cut->entity_rows[g_array_index (focus, guint32, i)];
        if (row != ATTRI_NONE)
            g_array_append_val (rows, row);
    }
    return rows;
}

AttriGraph *
attri_graph__subset (const AttriGraph *graph, const AttriSubset *subset, const AttriStamp *stamp)
{
    g_autoptr (AttriGraph) part = attri_graph__new (attri_arena__new ());
    g_autofree guint8 *claims = g_new0 (guint8, graph->claims->len + 1);
    g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (AttriCitation));
    Cut cut = {.whole = graph,
               .subset = subset,
               .stamp = stamp,
               .part = part,
               .claims = claims,
               .citations = citations};

    guint n_claims = 0;
    guint n_citations = 0;
    part->lender = attri_graph__lend (graph);
    for (guint32 i = 0; i < graph->claims->len; i++) {
        claims[i] = attri_graph__claim_stays (graph, subset, i);
        if (!claims[i])
            continue;
        n_claims++;
        n_citations += attri_graph_get_claim (graph, i)->citations.count;
    }
    attri_graph__make_room (part, n_claims, n_citations);

    g_autofree guint8 *used = find_used_sources (&cut);
    g_autofree guint32 *source_rows = number_rows (used, graph->sources->len);
    g_autofree guint32 *entity_rows = number_rows (subset->entities, graph->entities->len);
    cut.source_rows = source_rows;
    cut.entity_rows = entity_rows;

    copy_sources (&cut);
    copy_entities (&cut);
    copy_claims (&cut);
    copy_saved_views (&cut);
    g_autoptr (GArray) focus = map_focus (&cut);
    attri_graph__set_stamp (part, stamp, focus);
    attri_graph__seal (part);
    return g_steal_pointer (&part);
}
