/* SPDX-License-Identifier: MIT
 *
 * view.h: a graph and a wish become the smaller graph everybody downstream gets.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

#define ATTRI_VIEW_ERROR (attri_view_error_quark ())
ATTRI_API GQuark attri_view_error_quark (void);

/**
 * AttriViewError:
 * @ATTRI_VIEW_ERROR_EMPTY: nothing is left, and the message says which step took the last of it
 * @ATTRI_VIEW_ERROR_UNKNOWN: a name, type or source is not in the graph; the message suggests
 * @ATTRI_VIEW_ERROR_AMBIGUOUS: a name means several entities; the message lists them
 */
typedef enum {
    ATTRI_VIEW_ERROR_EMPTY,
    ATTRI_VIEW_ERROR_UNKNOWN,
    ATTRI_VIEW_ERROR_AMBIGUOUS,
} AttriViewError;

/**
 * AttriIdentity:
 * @ATTRI_IDENTITY_STRICT: entities that somebody equates stay apart
 * @ATTRI_IDENTITY_UNION: those that anybody equates are one
 * @ATTRI_IDENTITY_SOURCE: those that one source equates, or that were read in it
 *
 * How sourced identities are folded. Only `same-as`, `alias-of` and `duplicate-of`
 * equate. What somebody doubts or denies does not fold, and nothing is folded that
 * would, directly or through others, bring two together that anybody calls
 * `distinct-from` each other: the equation with more independent publishers goes
 * first, then the one with the lesser ids.
 */
typedef enum {
    ATTRI_IDENTITY_STRICT,
    ATTRI_IDENTITY_UNION,
    ATTRI_IDENTITY_SOURCE,
} AttriIdentity;

/**
 * AttriMark:
 * @source: id of a source
 * @tlp: CLEAR to RED
 *
 * What the user says of the marking of a source. Above CLEAR it takes hold of the
 * source, of all it claims and of all that was read in it. CLEAR only sets what is
 * unmarked: the source, what it claims, what was read in nothing but public
 * sources, and the entities and cited reports that no other unmarked claim names.
 * No marking is ever lowered.
 */
typedef struct {
    const char *source;
    AttriTlp tlp;
} AttriMark;

/**
 * AttriSelection:
 * @focus: names to centre on; (nullable) for all
 * @several: a name that several entities of one role bear means all of them, the one
 *   of which most is said first; without it that is an error
 * @hops: how far from the focus, 0 to 99, or %ATTRI_HOPS_ALL
 * @types, @relationships: keep only these entity and relationship types; the
 *   focus stays whatever its type, and so do the places of what is kept
 * @sources: keep only claims claimed by or read in one of these sources
 * @without_sources: drop claims claimed by one of these or read only in them
 * @min_sources: keep only edges with so many independent publishers
 * @min_confidence: 0 to 100; claims that state none are kept unless @stated_only
 * @as_of, @known_on: the two clocks, or %ATTRI_DATE_NONE
 * @max_tlp: drop what is marked above; %ATTRI_TLP_UNMARKED for no limit. At
 *   CLEAR the unmarked goes too
 * @identity, @identity_source: how identities are folded, and by whose word
 * @marks: (nullable) (array length=n_marks): markings of sources, for what bears none
 * @include_revoked: keep what its publisher revoked or deprecated
 * @spared: (nullable): by bytes, ids of entities that stay although @max_tlp takes the last
 *   claim of them
 * @tolerant: types, relationships and sources that the graph does not know select nothing,
 *   instead of being an error: of two graphs that are compared, one may not know them yet
 *
 * A wish. Zero-initialised it keeps everything. What states a value (alias,
 * availability, prevalence) obeys TLP, clocks and sources, and else follows its
 * entity. An entity that loses its last claim goes with it. What bears no date
 * is on neither clock, and goes when one is set. Entities of custom types
 * (`x-…`) are left out unless @types or @focus names them. A claim that we
 * ourselves took back, for a reason, stays: it is part of the case's history.
 * Arrays are (nullable) (array zero-terminated=1).
 */
typedef struct {
    const char *const *focus;
    gboolean several;
    guint hops;
    const char *const *types;
    const char *const *relationships;
    const char *const *sources;
    const char *const *without_sources;
    guint min_sources;
    guint min_confidence;
    gboolean stated_only;
    AttriDate as_of;
    AttriDate known_on;
    AttriTlp max_tlp;
    AttriIdentity identity;
    const char *identity_source;
    const AttriMark *marks;
    guint n_marks;
    gboolean include_revoked;
    const char *const *spared;
    gboolean tolerant;
} AttriSelection;

/**
 * AttriViewReport:
 * @tlp_claims, @tlp_entities, @tlp_sources: how many --max-tlp took, or took the
 *   last word about; for standard error only, it must leave no trace in any output
 * @found: (element-type GStrv): for each name of the focus, in their order, the
 *   ids that it means in the view; empty where the view was not made
 * @notes: (element-type utf8): what the user should be told on standard error,
 *   as "TAG-22 is also an alias of earth-lusca"
 */
typedef struct {
    guint tlp_claims;
    guint tlp_entities;
    guint tlp_sources;
    GPtrArray *found;
    GPtrArray *notes;
} AttriViewReport;

ATTRI_API void attri_view_report_clear (AttriViewReport *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriViewReport, attri_view_report_clear)

/**
 * attri_view_select:
 * @graph: (transfer none): everything
 * @selection: the wish
 * @report: (out caller-allocates): told to the user; clear it afterwards
 * @error: return location for an #ATTRI_VIEW_ERROR
 *
 * The order of steps: marks, TLP, what is revoked or of a custom type, clocks, sources,
 * confidence, identity, relationship and entity types, independent sources, then
 * focus and hops. The first hop from a focus goes along every relation; relations that
 * equate cost no hop, nor do families; further hops go through tooling and
 * identity only, never through targets, places, sponsors or techniques. Every
 * claim between two entities so reached is kept. A name that only a revoked
 * record bears leads to the record that replaced it.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (nullable): the view, stamped
 */
ATTRI_API AttriGraph *attri_view_select (const AttriGraph *graph, const AttriSelection *selection,
                                         AttriViewReport *report, GError **error);

/**
 * attri_view_select_nothing:
 * @selection: what attri_view_select() left nothing of @graph under
 *
 * Returns: (transfer full): the empty view all the same, stamped; a comparison can tell that its
 * files hold more
 */
ATTRI_API AttriGraph *
attri_view_select_nothing (const AttriGraph *graph, const AttriSelection *selection);

/**
 * attri_view_mark:
 * @selection: whose marks are wanted; what @graph does not know of them is passed over
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): the graph with the markings that a selection would see; itself if the
 * user has none
 */
ATTRI_API AttriGraph *attri_view_mark (AttriGraph *graph, const AttriSelection *selection);

G_END_DECLS
