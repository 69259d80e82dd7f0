/* SPDX-License-Identifier: MIT
 *
 * query.h: questions asked of a finished graph.
 * In:  an AttriGraph, which is read and neither changed nor kept, unless a
 *      function says so.
 * Out: a value that holds indexes into that graph.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/* A graph with fewer groups that use software counts nothing: it is a case, not a collection. */
#define ATTRI_CENSUS_LEAST_GROUPS 8

/**
 * AttriCensus:
 *
 * How many groups use each tool, counted over a whole graph. It is taken before
 * a graph is cut down to a focus, because what is left then was chosen for the
 * tools it shares. A group is an `intrusion-set` or `threat-actor` that some
 * claim asserts uses a tool; campaigns are groups' doings and not counted.
 * Immutable; one owner.
 */
typedef struct _AttriCensus AttriCensus;

/**
 * attri_census_new:
 * @graph: (transfer none): all that is to be counted; kept
 *
 * Time: O(entities + claims).
 *
 * Returns: (transfer full): the counts
 */
ATTRI_API AttriCensus *attri_census_new (AttriGraph *graph);
ATTRI_API void attri_census_free (AttriCensus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriCensus, attri_census_free)

/* How many groups use any tool. */
ATTRI_API guint32 attri_census_get_n_groups (const AttriCensus *self);
/* How many tools are used by any group. */
ATTRI_API guint32 attri_census_get_n_tools (const AttriCensus *self);

/**
 * attri_census_counts:
 *
 * Returns: whether the graph is large enough for its own counts to be used:
 * at least %ATTRI_CENSUS_LEAST_GROUPS groups, and not most of its tools come
 * with a `prevalence` that speaks of more groups than it holds. Else only those
 * claims tell how widely a tool is used
 */
ATTRI_API gboolean attri_census_counts (const AttriCensus *self);

/**
 * AttriToolFacts:
 * @availability: the latest claim's word; %ATTRI_AVAILABILITY_UNKNOWN if no claim says
 * @availability_claim: the claim that says so, or %ATTRI_NONE
 * @suggests_public: no claim says, but ATT&CK files it as a `tool`, which by its
 *   own definition is mostly software that anybody may have
 * @groups, @of: used by so many of so many groups; 0 of 0 if nobody says or counts.
 *   Of a family, the groups that use any member
 * @prevalence_claim: the claim that says so, or %ATTRI_NONE if counted here or unknown
 * @family: the family entity it is a variant of (or itself, if it is a family), or %ATTRI_NONE
 *
 * What is known of a tool and tells how much sharing it means.
 */
typedef struct {
    AttriAvailability availability;
    guint32 availability_claim;
    gboolean suggests_public;
    guint32 groups;
    guint32 of;
    guint32 prevalence_claim;
    guint32 family;
} AttriToolFacts;

/**
 * attri_query_tool:
 * @graph: (transfer none): where to look
 * @census: (nullable): of @graph or of what it was cut from; if %NULL, only
 *   `prevalence` claims count
 * @tool: entity index in @graph
 *
 * Time: O(degree + log n).
 */
ATTRI_API AttriToolFacts attri_query_tool (const AttriGraph *graph, const AttriCensus *census,
                                           guint32 tool);

/* 0 for what tells most (exclusive, shared, unknown), 1 for commercial and public,
 * 2 for what is built in. */
ATTRI_API guint attri_availability_get_tier (AttriAvailability availability);
/* Whether sharing such a tool tells something: it is neither sold, nor published, nor built in. */
ATTRI_API gboolean attri_availability_is_telling (AttriAvailability availability);

/* log2 (of / groups) in thousandths of a bit, rounded; 0 if unknown. */
ATTRI_API guint32 attri_query_bits (guint32 groups, guint32 of);

/* A number of something, in hundredths, that cannot be told. */
#define ATTRI_UNKNOWN G_MAXUINT32

/* What chance is measured by. */
typedef enum {
    ATTRI_NULL_NONE,      /* nobody counted users */
    ATTRI_NULL_FREQUENCY, /* each tool keeps its number of users; sizes of groups are not known */
    ATTRI_NULL_CONFIGURATION, /* each tool keeps its users and each group its number of tools */
} AttriNullModel;

/**
 * AttriChance:
 * @least: sharing at least so many tools with the focus
 * @observed: so many other groups do
 * @expected: so many would by chance, in hundredths, rounded up
 */
typedef struct {
    guint least;
    guint observed;
    guint32 expected;
} AttriChance;

/**
 * AttriOverlapRow:
 * @actor: the group or campaign compared with
 * @is_group: not a campaign
 * @n_tools: how many tools it is said to use
 * @tools: (element-type guint32): shared tools by entity index, most telling first
 * @telling: how many of them are neither commercial, public nor built in
 * @disputed, @telling_disputed: of how many of @tools, and of the telling ones, it is
 *   disputed that one of the two uses them
 * @telling_bits, @bits: sums over the telling and over all shared tools, in
 *   thousandths of a bit; a family counts once, with the number of groups that use
 *   any member, whichever members the two use
 * @single_telling_bits, @single_bits: the same without families, every tool by itself
 * @families: (element-type guint32): families both use, though no member in common
 * @undisputed: at least one shared tool or family rests on undisputed claims only
 * @expected: how many telling tools a group that uses as many as this would share with
 *   the focus by chance, in hundredths, rounded up; or %ATTRI_UNKNOWN
 * @tail: in how many of 10,000 chance worlds they would share at least @telling
 *   telling tools, rounded up; or %ATTRI_UNKNOWN
 * @together: how many groups but the focus would use all the telling tools and the
 *   families they share, were tools picked independently, in hundredths, rounded up;
 *   or %ATTRI_UNKNOWN. Only under the frequency model
 */
typedef struct {
    guint32 actor;
    gboolean is_group;
    guint n_tools;
    GArray *tools;
    guint telling;
    guint disputed;
    guint telling_disputed;
    guint32 telling_bits;
    guint32 bits;
    guint32 single_telling_bits;
    guint32 single_bits;
    GArray *families;
    gboolean undisputed;
    guint32 expected;
    guint32 tail;
    guint32 together;
} AttriOverlapRow;

/**
 * AttriOverlap:
 * @focus: whom the rest are compared with
 * @tools: (element-type guint32): all it uses, most telling first, less what was left out
 * @telling: how many of them are neither commercial, public nor built in
 * @unsaid: of how many of these nobody says how easily they are had
 * @rows: (element-type AttriOverlapRow): who shares a tool or a family, closest first
 * @closest: (nullable): the first group of the rows whose sharing nobody disputes, or
 *   if all are disputed the first group
 * @left_out: tools of the focus left out because of their #AttriAvailability
 * @model: what chance is measured by
 * @n_groups: of how many groups tools are counted; 0 if nobody counted
 * @n_others: how many of them are not the focus
 * @n_tools: how many tools those others use; 0 unless @model is the configuration model
 * @telling_chance: (element-type AttriChance): for telling tools; from 1 tool up
 *   under the configuration model, else for exactly those that @closest shares
 * @chance: (element-type AttriChance): for all tools; empty under other models
 *
 * The groups that share tooling with one group, closest first: by telling
 * bits, then all bits, then (where nobody counted users) the number of telling
 * tools and of all, then canonical id. Shared tools are not shared identity. Immutable; one owner.
 */
typedef struct {
    guint32 focus;
    GArray *tools;
    guint telling;
    guint unsaid;
    GPtrArray *rows;
    const AttriOverlapRow *closest;
    guint left_out[ATTRI_AVAILABILITY_BUILT_IN + 1];
    AttriNullModel model;
    guint32 n_groups;
    guint32 n_others;
    guint32 n_tools;
    GArray *telling_chance;
    GArray *chance;
} AttriOverlap;

/**
 * attri_query_overlap:
 * @graph: (transfer none): where to look
 * @census: (nullable): of @graph or of what it was cut from; if %NULL, only
 *   `prevalence` claims tell how widely a tool is used
 * @focus: entity index of a group
 * @without: a bit, 1 << #AttriAvailability, for each availability to leave out
 *
 * Only asserted `uses` edges count.
 *
 * Chance is a bipartite configuration model (Saracco, Di Clemente, Gabrielli,
 * Squartini, 2015, after Squartini and Garlaschelli, 2011) where the census
 * counts: the focus uses what it uses, and the table of all other groups and their
 * tools is the most random in which every group keeps its number of tools and every
 * tool its number of groups, on average. What another group shares with the focus is
 * then Poisson-binomial, and its tail is exact. (Were the focus's row random, too, two
 * groups could share by chance a tool that one alone uses: of ATT&CK's tools five in
 * six are such.) Otherwise tools are taken to be picked independently, each as often
 * as is claimed.
 *
 * Time: O(entities + claims), and a few thousand steps a tool for the tail.
 *
 * Returns: (transfer full): the groups, none if nothing is shared
 */
ATTRI_API AttriOverlap *attri_query_overlap (const AttriGraph *graph, const AttriCensus *census,
                                             guint32 focus, guint without);
ATTRI_API void attri_overlap_free (AttriOverlap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriOverlap, attri_overlap_free)

/* The row of @actor, or %NULL. O(rows). (transfer none) */
ATTRI_API const AttriOverlapRow *attri_overlap_get_row (const AttriOverlap *self, guint32 actor);

/* ---- chains of claims ---- */

/* Longer chains are not looked for: every hop more is one more thing to be believed. */
#define ATTRI_PATH_MOST_HOPS 6
/* More chains than anybody reads. */
#define ATTRI_PATH_MOST 50

/**
 * AttriPathThrough:
 * @ATTRI_PATH_THROUGH_TELLING: actors, software, infrastructure and the like
 * @ATTRI_PATH_THROUGH_ALL: also techniques, sectors, organisations and places,
 *   and what is targeted, what sponsors and where somebody is from
 *
 * What a chain may lead through. That two groups have a target, a technique or a
 * country in common explains nothing, so that is not the default; such things may
 * always stand at the ends.
 */
typedef enum {
    ATTRI_PATH_THROUGH_TELLING,
    ATTRI_PATH_THROUGH_ALL,
} AttriPathThrough;

/**
 * AttriPathWish:
 * @from, @to: entities
 * @from_alias, @to_alias: edges by which the two were found by name, or %ATTRI_NONE;
 *   they become the first and the last hop
 * @count: the most chains, up to %ATTRI_PATH_MOST
 * @through: what they may lead through
 */
typedef struct {
    guint32 from;
    guint32 to;
    guint32 from_alias;
    guint32 to_alias;
    guint count;
    AttriPathThrough through;
} AttriPathWish;

/**
 * AttriPathHop:
 * @from, @to: entities, in the direction of the chain; of an alias, one of them
 *   is %ATTRI_NONE and stands for the name
 * @edge: the claims; the edge itself may point the other way
 * @cost: of the edge
 * @pass: of leading on through @to; 0 at the end
 */
typedef struct {
    guint32 from;
    guint32 to;
    guint32 edge;
    guint32 cost;
    guint32 pass;
} AttriPathHop;

/**
 * AttriPath:
 * @hops: (element-type AttriPathHop): from one end to the other, none visited twice
 * @cost: the sum over all hops
 * @weakest: the hop that is dearest together with the dearer of what it leads through
 * @apart: (element-type guint32): edges by which anybody says that two entities of
 *   the chain are distinct
 */
typedef struct {
    GArray *hops;
    guint64 cost;
    guint weakest;
    GArray *apart;
} AttriPath;

/**
 * AttriPaths:
 * @wish: what was asked for
 * @paths: (element-type AttriPath): best first
 *
 * Chains of claims between two entities. That there is one says nothing of
 * whether its ends are one actor. Immutable; one owner.
 */
typedef struct {
    AttriPathWish wish;
    GPtrArray *paths;
} AttriPaths;

/**
 * attri_query_paths:
 * @graph: (transfer none): where to look
 * @census: (nullable): as for attri_query_tool(); without counts, users are those
 *   in @graph
 *
 * Only edges that somebody asserts are hops, in either direction, the cheapest
 * between two entities; `distinct-from` and values are none. The chains are the
 * loopless ones of least cost with at most %ATTRI_PATH_MOST_HOPS hops between the
 * two entities; of equal cost the shorter goes first, then the lesser ids.
 *
 * Costs are thousandths of a bit, and say how little a chain ties its ends:
 *
 * - a claim that two are one 500, that one is part of or replaces the other 1000,
 *   that they overlap, or that software is of one family, 1500; that somebody uses
 *   something 1000; another fact 2000; `related-to` and types unknown to us 16000, as
 *   they claim no more than likeness: less than two rare tools in a row, more than
 *   public ones; target, sponsor and place 20000;
 * - on top of that, 1000 divided by the number of independent publishers, or 2000
 *   without any; for the firmest claim that asserts it: assessed (or a confidence
 *   below 70) 500, suspected (below 30) 1500, alleged 3000; disputed 6000;
 * - leading on through software log2 of the number of groups that use it, through
 *   anything else but actors log2 of the number of its neighbours: the bits it takes
 *   to say which of them; commercial and public software counts as used by 16 times
 *   as many (4000 more), what is built in by 256 times (8000), what is only
 *   suggested to be public by four times (2000); an actor costs nothing, as that
 *   it is known to use much shows above all that it is well researched.
 *
 * Time: O((n + e log e) + count · hops² · (n + e)).
 *
 * Returns: (transfer full): the chains, possibly none
 */
ATTRI_API AttriPaths *
attri_query_paths (const AttriGraph *graph, const AttriCensus *census, const AttriPathWish *wish);
ATTRI_API void attri_paths_free (AttriPaths *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriPaths, attri_paths_free)

G_END_DECLS
