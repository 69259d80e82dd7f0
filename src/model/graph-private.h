/* SPDX-License-Identifier: MIT
 *
 * graph-private.h: the tables inside a graph, and cutting a smaller graph out
 * of one.
 */
#pragma once

#include "base/arena-private.h"
#include <attrigraph/model.h>

struct _AttriGraph {
    AttriGraph *lender; /* (nullable): whose strings and assessments are used too */
    AttriGraph *elder;  /* (nullable): of a diff, the graph compared with, used likewise */
    AttriArena *arena;  /* our own */
    gboolean has_words; /* rows point into it */

    GArray *sources;    /* AttriSource, by id */
    GArray *entities;   /* AttriEntity, by id */
    GArray *claims;     /* AttriClaim, in the order of attri_claim__compare_key() */
    GArray *edges;      /* AttriEdge, made of neighbouring claims */
    GArray *citations;  /* AttriCitation, in runs by claim */
    GArray *references; /* AttriReference, in runs by entity */
    GArray *saved;      /* AttriSavedView, by id */
    GArray *indexes;    /* guint32, the runs that AttriRange speaks of */

    /* Compressed adjacency: the edges at entity e are edge_at[first[e]] up to
     * edge_at[first[e + 1]]. */
    guint32 *out_first;
    guint32 *out_edge_at;
    guint32 *in_first;
    guint32 *in_edge_at;

    AttriStamp stamp;
};

/* An empty graph. It takes @arena; the caller fills the tables, then seals it. */
AttriGraph *attri_graph__new (AttriArena *arena);

/* A reference for one that borrows from @self: what a view borrows belongs to its
 * lender; a diff and a fold have words of their own. (transfer full) */
AttriGraph *attri_graph__lend (const AttriGraph *self);

/* Copies @stamp, its words included; @focus (element-type guint32) comes in place of its range. */
void attri_graph__set_stamp (AttriGraph *self, const AttriStamp *stamp, const GArray *focus);

/* Adds an entity to the focus of a saved view, the run at the end of the indexes; once, though
 * several ids may mean it. */
void attri_graph__add_focus (AttriGraph *self, AttriRange *focus, guint32 entity);

/* Before any is there: room for as many, so that they are not copied again and again. */
void attri_graph__make_room (AttriGraph *self, guint n_claims, guint n_citations);

/**
 * attri_graph__add_citations:
 * @citations: (element-type AttriCitation): what a claim cites; it gets sorted
 * @recorded: (inout): made as early as the earliest of them
 *
 * What is cited twice in the same words is kept once, with the earlier date.
 *
 * Returns: where they stand now
 */
AttriRange attri_graph__add_citations (AttriGraph *self, GArray *citations, AttriDate *recorded);

/**
 * attri_graph__find_edition_roots:
 *
 * Time: O(sources).
 *
 * Returns: (transfer full): by source, what it is in the end an edition of; itself if of nothing.
 * The sources of a circle have one in common
 */
guint32 *attri_graph__find_edition_roots (const AttriGraph *self);

/**
 * attri_graph__date_claim:
 * @self: a graph whose sources are in place
 * @claim: with its claimant, citations and created; gets its said_on and said_by
 */
void attri_graph__date_claim (const AttriGraph *self, AttriClaim *claim);

/**
 * attri_graph__seal:
 * @self: a graph whose sources, entities and claims are in place and in order
 *
 * Makes the edges and the adjacency. Time: O(entities + claims).
 */
void attri_graph__seal (AttriGraph *self);

/* A marking for each row, in place of its own. */
typedef struct {
    AttriTlp *entities;
    AttriTlp *claims;
    AttriTlp *sources;
} AttriMarks;

/**
 * AttriSubset:
 * @entities, @claims, @citations: one byte a row, 0 to leave it out. A claim
 *   needs its entities, its `in` and one of its citations, and goes without
 * @sources: one byte a row, 0 for what must leave no trace: a claim by such a
 *   source goes, as does a citation of it, and lineage ends before it
 * @focus: (element-type guint32) (nullable): entities of @graph for the stamp
 * @marks: (nullable): what to mark the rows with
 * @saved: (nullable): one byte for each saved view, 0 to leave it out; one without all of its
 *   focus goes too
 *
 * What to keep of a graph. Of the sources only those are kept that a kept
 * claim names, and what they are based on.
 */
typedef struct {
    const guint8 *entities;
    const guint8 *claims;
    const guint8 *citations;
    const guint8 *sources;
    const GArray *focus;
    const AttriMarks *marks;
    const guint8 *saved;
} AttriSubset;

/* Marks which of the claims of one edge its publisher withdrew on the same day or later, or nobody
 * knows when. Time: O(n) where one withdraws. */
void attri_claims__mark_withdrawn (const AttriGraph *graph, AttriClaim *claims, guint32 n);

/* Whether attri_graph__subset() would keep this claim. */
gboolean attri_graph__claim_stays (const AttriGraph *graph, const AttriSubset *subset, guint32 row);

/**
 * attri_graph__subset:
 * @graph: (transfer none): the whole; the result borrows its strings and keeps
 *   it alive
 * @subset: what to keep
 * @stamp: what to stamp the result with; its focus range is ignored. What we
 *   revoked after its known_on counts as not yet revoked
 *
 * Time: O(size of @graph).
 *
 * Returns: (transfer full): the part
 */
AttriGraph *
attri_graph__subset (const AttriGraph *graph, const AttriSubset *subset, const AttriStamp *stamp);

/**
 * attri_graph__fold:
 * @graph: (transfer none): the whole; the result borrows its strings and keeps
 *   it alive
 * @into: (array): for each entity its representative, or itself; a representative
 *   represents itself
 * @stamp: what to stamp the result with; its focus range is ignored
 *
 * Makes one entity of those with one representative. Their claims become its own,
 * with the name that each was said of; what equates two of them becomes an
 * `alias` of it that says which record it folded; any other relation between two
 * of them has it at both ends.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): the folded graph, without a focus
 */
AttriGraph *
attri_graph__fold (const AttriGraph *graph, const guint32 *into, const AttriStamp *stamp);
