/* SPDX-License-Identifier: MIT
 *
 * view-private.h: what the steps of a selection hand to each other.
 *
 *   select.c   runs the steps, stamps the result
 *   wish.c     knows the words of a selection, or does not
 *   focus.c    finds what the names of a focus mean
 *   identity.c finds which entities are one
 *   notes.c    tells of what is left out
 *   marks.c    marks rows as the user says of their sources
 *   filters.c  marks what each option takes away, and what is hidden unasked
 *   hops.c     marks what lies within reach of the focus
 */
#pragma once

#include "model/graph-private.h"
#include <attrigraph/view.h>

/* One byte for each row of a graph: 1 to keep it. */
typedef struct {
    guint8 *entities;
    guint8 *claims;
    guint8 *citations;
    guint8 *sources;
    guint8 *saved; /* views */
} AttriMask;

/* One option that takes claims away. */
typedef struct {
    const char *option;     /* as the user writes it */
    gboolean spares_values; /* names and the like follow their entities */
    gboolean tells;         /* how much it takes is told */
    gboolean (*wanted) (const AttriSelection *wish);
    void (*mark) (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask);
} AttriFilter;

/* What every row is marked with once the user had a say. O(graph). (transfer full) */
AttriMarks *attri_view__marks_new (const AttriGraph *graph, const AttriSelection *wish);
void attri_view__marks_free (AttriMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriMarks, attri_view__marks_free)

/* --max-tlp, which comes before everything else. */
extern const AttriFilter attri_view__tlp_filter;

/* Sets the bytes of the entities that a claim speaks of: its ends and its places. */
void attri_view__mark_ends (const AttriGraph *graph, guint32 row, guint8 *entities);

/**
 * attri_view__filters:
 * @n: (out): how many
 * @n_claims: (out): how many come first that see claims as their sources made
 *   them; before the others identities are folded
 *
 * Returns: (transfer none) (array length=n): the other filters in the order in
 * which they work
 */
const AttriFilter *attri_view__filters (guint *n, guint *n_claims);

/**
 * attri_view__mark_hidden:
 * @stamp: told how many there are
 *
 * Marks what nobody sees who does not ask for it: what its publisher revoked or
 * deprecated, and custom types.
 *
 * Returns: whether there is any
 */
gboolean attri_view__mark_hidden (const AttriGraph *graph, const AttriSelection *wish,
                                  AttriMask *mask, AttriStamp *stamp);

/* What was asked for besides focus and clocks, in words; never the TLP. (transfer full) */
char *attri_view__describe (const AttriSelection *wish);

/**
 * AttriFocus:
 * @name: as it was asked for
 * @ids: (element-type utf8): what it may mean; one, unless folding is to decide
 * @later: (element-type utf8): what only a later tier would give
 * @alias: (nullable): the alias that led there, as its claims spell it
 *
 * One name of the focus. Strings are the graph's, or the wish's.
 */
typedef struct {
    const char *name;
    GPtrArray *ids;
    GPtrArray *later;
    const char *alias;
} AttriFocus;

/**
 * attri_view__find_focus:
 * @notes: (element-type utf8): gets what later tiers would have given, and what
 *   replaced a revoked record
 *
 * Returns: (transfer full) (nullable) (element-type AttriFocus): the names of the
 * focus, in their order
 */
GPtrArray *attri_view__find_focus (const AttriGraph *graph, const AttriSelection *wish,
                                   GPtrArray *notes, GError **error);

/**
 * attri_view__settle_focus:
 * @into: by entity of @graph, who stands for it
 * @focus: (element-type AttriFocus): each gets the ids that it means
 * @notes: (element-type utf8): gets what later tiers would have given
 *
 * Returns: whether no name is ambiguous
 */
gboolean
attri_view__settle_focus (const AttriGraph *graph, const guint32 *into, const AttriSelection *wish,
                          GPtrArray *focus, GPtrArray *notes, GError **error);

/* What a name means in the finished view: ids. Notes if they are several. (transfer full) */
char **attri_view__report_focus (const AttriGraph *view, const AttriFocus *focus, GPtrArray *notes);

/* Two entities that somebody equates and that stay two nevertheless, by id; because of two others,
 * or %NULL where others contradict it. */
typedef struct {
    const char *a;
    const char *b;
    const char *because_a;
    const char *because_b;
} AttriRefusal;

/**
 * attri_view__find_identities:
 * @focus: (array): by entity, whether it stands for others if it can
 * @refusals: (element-type AttriRefusal): gets what is not folded
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (array): by entity, who stands for it
 */
guint32 *attri_view__find_identities (const AttriGraph *graph, const AttriSelection *wish,
                                      const guint8 *focus, GArray *refusals);

/* Tells of claims that a clock leaves out because they bear no date. */
void
attri_view__note_undated (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes);
/* Tells of what is not folded (element-type AttriRefusal), if the view shows it. */
void attri_view__note_refusals (const AttriGraph *view, const GArray *refusals, GPtrArray *notes);
/* Tells that --min-sources took @n relations of so many. */
void attri_view__note_unsupported (guint n, guint of, const AttriSelection *wish, GPtrArray *notes);

/* Whether every type, relationship and source of the wish is known. */
gboolean
attri_view__check_words (const AttriGraph *graph, const AttriSelection *wish, GError **error);
/* Whether every source is known whose marking the user speaks of. */
gboolean
attri_view__check_marks (const AttriGraph *graph, const AttriSelection *wish, GError **error);

/* Keeps what is at most @hops from @focus. O(entities + edges). */
void
attri_view__mark_hops (const AttriGraph *graph, const GArray *focus, guint hops, AttriMask *mask);
