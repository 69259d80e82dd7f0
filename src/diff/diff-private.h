/* SPDX-License-Identifier: MIT
 *
 * diff-private.h: what the steps of a comparison hand to each other.
 *
 *   match.c   which entities and sources are one
 *   union.c   both graphs in the rows of one; which claims are one
 *   fields.c  what differs within a row
 *   outside.c what the files hold and the two views leave out
 *   diff.c    runs the steps, lists the changes
 *   about.c   the changes of one entity
 *   raise.c   what the newer files mark higher, marked so in the older
 */
#pragma once

#include "base/arena-private.h"
#include "model/compare-private.h"
#include "model/graph-private.h"
#include <attrigraph/diff.h>

/* The two graphs. */
enum { BEFORE, AFTER, N_SIDES };

/* By what a table of a graph is ordered. */
typedef const char *(*AttriIdAt) (const AttriGraph *graph, guint32 row);
const char *attri_diff__entity_id (const AttriGraph *graph, guint32 row);
const char *attri_diff__source_id (const AttriGraph *graph, guint32 row);
const char *attri_diff__saved_id (const AttriGraph *graph, guint32 row);

/* Which row of the newer graph a row of the older one is, or %ATTRI_NONE. */
typedef struct {
    guint32 *entities;
    guint32 *sources;
    guint32 *saved;
} AttriMatch;

AttriMatch attri_diff__match (const AttriGraph *before, const AttriGraph *after);
void attri_diff__match_clear (AttriMatch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriMatch, attri_diff__match_clear)

/* The row of a side that a row of the union was made of, or %ATTRI_NONE. */
typedef struct {
    guint32 row[N_SIDES];
} AttriOrigin;

/**
 * AttriUnion:
 * @graph: all rows of both, in canonical order, sealed by attri_diff__union_seal(); where both
 *   have a row it is the newer one's
 * @entities, @sources, @claims, @saved: (element-type AttriOrigin): by row of @graph
 * @entity_rows, @source_rows: by row of a side, the row of @graph
 * @roots: by source of @graph, what its editions are editions of
 * @across: whose claim it is does not count
 */
typedef struct {
    const AttriGraph *sides[N_SIDES];
    AttriGraph *graph;
    GArray *entities;
    GArray *sources;
    GArray *claims;
    GArray *saved;
    guint32 *entity_rows[N_SIDES];
    guint32 *source_rows[N_SIDES];
    guint32 *roots;
    gboolean across;
} AttriUnion;

AttriUnion
attri_diff__unite (AttriGraph *before, AttriGraph *after, const AttriMatch *match, gboolean across);
void attri_diff__union_clear (AttriUnion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriUnion, attri_diff__union_clear)

/**
 * AttriDiffText:
 * @arena: where the words are kept
 * @fields: (element-type AttriFieldChange): appended to
 *
 * Where differences within a row go. Each function gives the run it appended.
 */
typedef struct {
    AttriArena *arena;
    GArray *fields;
} AttriDiffText;

AttriRange attri_diff__entity_fields (const AttriUnion *both, guint32 row, AttriDiffText *into);
AttriRange attri_diff__source_fields (const AttriUnion *both, guint32 row, AttriDiffText *into);
AttriRange attri_diff__claim_fields (const AttriUnion *both, guint32 row, AttriDiffText *into);
AttriRange attri_diff__view_fields (const AttriUnion *both, guint32 row, AttriDiffText *into);

/**
 * attri_diff__entity_outside:
 * @row: an entity of the union that only the older view has
 *
 * Whether the newer files hold it all the same.
 *
 * Time: O(log n), and for a claim the relations of one entity.
 *
 * Returns: REVOKED, HIDDEN or, where they do not hold it or it may not be said, GONE
 */
AttriRetraction attri_diff__entity_outside (const AttriUnion *both, guint32 row);
/* The same for a claim. */
AttriRetraction attri_diff__claim_outside (const AttriUnion *both, guint32 row);

/* Whether the files of the other side hold a saved view that only one side has: then a selection
 * took what it shows, and nothing became of it. O(log n). */
gboolean attri_diff__view_outside (const AttriUnion *both, guint32 row);

/* Appends what of custom types neither view shows. @hidden: (element-type AttriDiffHidden) */
void attri_diff__find_hidden (const AttriUnion *both, GArray *hidden);

struct _AttriDiff {
    AttriGraph *graph;
    GArray *rows;       /* AttriDiffRow */
    GArray *fields;     /* AttriFieldChange */
    GArray *candidates; /* AttriDiffCandidate */
    GArray *editions;   /* AttriDiffEdition */
    GArray *hidden;     /* AttriDiffHidden */
    gboolean across;
    AttriGraph *sides[N_SIDES];    /* (nullable): what is compared */
    guint32 *entity_rows[N_SIDES]; /* by row of a side, that of the graph */
};

/* Without changes; it keeps @graph. (transfer full) */
AttriDiff *attri_diff__new_empty (AttriGraph *graph);
