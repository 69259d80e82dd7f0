/* SPDX-License-Identifier: MIT
 *
 * query.h: questions asked of a finished graph.
 * In:  an AttriGraph, which is read and neither changed nor kept.
 * Out: a value that stays valid after the graph is gone.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * AttriToolFacts:
 * @availability: the latest claim's word; %ATTRI_AVAILABILITY_UNKNOWN if no claim says
 * @availability_claim: the claim that says so, or %ATTRI_NONE
 * @groups, @of: used by so many of so many groups; 0 of 0 if nobody says
 * @prevalence_claim: the claim that says so, or %ATTRI_NONE if counted here or unknown
 * @family: the family entity it is a variant of (or itself, if it is a family), or %ATTRI_NONE
 *
 * What is known of a tool and tells how much sharing it means.
 */
typedef struct {
    AttriAvailability availability;
    guint32 availability_claim;
    guint32 groups;
    guint32 of;
    guint32 prevalence_claim;
    guint32 family;
} AttriToolFacts;

/* O(degree). */
ATTRI_API AttriToolFacts attri_query_tool (const AttriGraph *graph, guint32 tool);

/* 0 for what tells most (exclusive, shared, unknown), 1 for commercial and public,
 * 2 for what is built in. */
ATTRI_API guint attri_availability_get_tier (AttriAvailability availability);
/* Whether availability says little of who uses it: public or built in, or commercial. */
ATTRI_API gboolean attri_availability_is_telling (AttriAvailability availability);

/* log2 (of / groups) in thousandths of a bit, rounded; 0 if unknown. */
ATTRI_API guint32 attri_query_bits (guint32 groups, guint32 of);

/**
 * AttriOverlapRow:
 * @actor: the group compared with
 * @tools: (element-type guint32): shared tools by entity index, most telling first
 * @telling: how many of them are neither commercial, public nor built in
 * @telling_bits, @bits: sums over the telling and over all shared tools, in
 *   thousandths of a bit; a family counts once
 * @families: (element-type guint32): families both use, though no member in common
 * @undisputed: at least one shared tool or family rests on undisputed claims only
 */
typedef struct {
    guint32 actor;
    GArray *tools;
    guint telling;
    guint32 telling_bits;
    guint32 bits;
    GArray *families;
    gboolean undisputed;
} AttriOverlapRow;

/**
 * AttriOverlap:
 *
 * The groups that share tooling with one group, closest first: by telling
 * bits, then all bits, then the number of tools (where nobody counted users),
 * then canonical id. Shared tools are not shared
 * identity. Immutable; one owner.
 */
typedef struct {
    guint32 focus;
    GArray *tools;   /* (element-type guint32): all the focus uses, most telling first */
    guint telling;   /* how many of them are telling */
    GPtrArray *rows; /* (element-type AttriOverlapRow) */
} AttriOverlap;

/**
 * attri_query_overlap:
 * @graph: (transfer none): where to look
 * @focus: entity index of a group
 *
 * Only asserted `uses` edges count.
 *
 * Time: O(n log n) in the graph.
 *
 * Returns: (transfer full): the groups, none if nothing is shared
 */
ATTRI_API AttriOverlap *attri_query_overlap (const AttriGraph *graph, guint32 focus);
ATTRI_API void attri_overlap_free (AttriOverlap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriOverlap, attri_overlap_free)

/* The row of @actor, or %NULL. O(rows). (transfer none) */
ATTRI_API const AttriOverlapRow *attri_overlap_get_row (const AttriOverlap *self, guint32 actor);

/**
 * attri_query_expected:
 * @facts: of the tools a group shares with the focus
 * @n: how many
 *
 * How many other groups would use at least these @n tools together by chance,
 * if each tool kept its number of users and groups picked independently: the
 * product of (groups - 1) / (of - 1) over the tools, times of - 1. Group sizes are not in the facts
 * of a single case, so this is the tool-frequency null model, and a caption must say so.
 *
 * Returns: the expectation in hundredths of a group, rounded up; %G_MAXUINT32 if
 * a tool's prevalence is unknown
 */
ATTRI_API guint32 attri_query_expected (const AttriToolFacts *facts, guint n);

G_END_DECLS
