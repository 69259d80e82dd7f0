/* SPDX-License-Identifier: MIT
 *
 * diff.h: two graphs become one with change marks, and a list of the changes.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

#define ATTRI_DIFF_ERROR (attri_diff_error_quark ())
ATTRI_API GQuark attri_diff_error_quark (void);

/**
 * AttriDiffError:
 * @ATTRI_DIFF_ERROR_PATCH: it is none, or does not fit
 */
typedef enum {
    ATTRI_DIFF_ERROR_PATCH,
} AttriDiffError;

/* What a change is a change of. */
typedef enum {
    ATTRI_DIFF_SOURCE,
    ATTRI_DIFF_ENTITY,
    ATTRI_DIFF_CLAIM,
    ATTRI_DIFF_VIEW, /* a saved one */
} AttriDiffSubject;

/* Whether what was added is news to the world or only to us. */
typedef enum {
    ATTRI_NOVELTY_UNKNOWN, /* not added, or not dated */
    ATTRI_NOVELTY_NEW,     /* published after all that the old graph rests on */
    ATTRI_NOVELTY_LATE,    /* new to us, but published before */
} AttriNovelty;

/* How what was there came to be there no longer. */
typedef enum {
    ATTRI_RETRACTION_NONE,
    ATTRI_RETRACTION_WITHDRAWN, /* its claimant took it back, or now doubts or denies it */
    ATTRI_RETRACTION_REVOKED,   /* we, or the publisher of the record, took it back */
    ATTRI_RETRACTION_GONE,      /* the newer files do not hold it; nobody took it back */
    ATTRI_RETRACTION_HIDDEN,    /* the newer files hold it, but outside of what was selected */
} AttriRetraction;

/**
 * AttriFieldChange:
 * @field: as in the own file format: "confidence"
 * @before, @after: in words; "" where nothing was said
 * @minor: counted, but no change of the facts: another description, another quotation
 *
 * One difference within a row.
 */
typedef struct {
    const char *field;
    const char *before;
    const char *after;
    gboolean minor;
} AttriFieldChange;

/**
 * AttriDiffRow:
 * @row: in the diff's graph, among the sources, entities, claims or saved views
 * @fields: see attri_diff_get_field(); none unless CHANGED
 * @minor: nothing but minor fields changed
 * @retraction: of an entity or a claim
 * @restamp: minor, and nothing but when the record was made
 * @marking: nothing but the TLP changed, which the graph does not mark: a picture bears it once
 *
 * A claim that was withdrawn or revoked is CHANGED here, for the newer files still hold it; the
 * graph shows it as it was made and marks it as removed.
 */
typedef struct {
    AttriDiffSubject subject;
    AttriChange change;
    AttriNovelty novelty;
    guint32 row;
    AttriRange fields;
    gboolean minor;
    AttriRetraction retraction;
    gboolean marking;
    gboolean restamp;
} AttriDiffRow;

/**
 * AttriDiffCandidate:
 * @removed, @added: entities of the diff's graph
 *
 * Two entities of one kind and name but different ids. They may be one; nothing is matched by
 * name.
 */
typedef struct {
    guint32 removed;
    guint32 added;
} AttriDiffCandidate;

/**
 * AttriDiffEdition:
 * @before, @after: sources of the diff's graph, editions of one source
 *
 * A feed's new edition: what it says unchanged is no change.
 */
typedef struct {
    guint32 before;
    guint32 after;
} AttriDiffEdition;

/**
 * AttriDiffHidden:
 * @type: a custom type that neither view shows, or %NULL for the relations at such entities
 * @before, @after: how many the files hold
 * @added, @removed: how many of them are in the one and not in the other, by id
 *
 * What a view leaves out unasked, and so is not compared.
 */
typedef struct {
    const char *type;
    guint before;
    guint after;
    guint added;
    guint removed;
} AttriDiffHidden;

/**
 * AttriDiffRemarked:
 * @claims, @entities, @sources, @saved: how many each
 * @spared: (nullable) (array zero-terminated=1): for AttriSelection of both sides
 *
 * What a limit lets through in the older files and not in the newer, which hold it still.
 */
typedef struct {
    guint claims;
    guint entities;
    guint sources;
    guint saved;
    char **spared;
} AttriDiffRemarked;

ATTRI_API void attri_diff_remarked_clear (AttriDiffRemarked *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriDiffRemarked, attri_diff_remarked_clear)

/**
 * attri_diff_raise_markings:
 * @before, @after: (inout): all that the files hold, uncut; then the same, to be cut by @limit
 * @limit: above which nothing is to be told
 * @remarked: (out): what was found, for standard error only; clear it afterwards
 *
 * What the newer files mark above the limit must not be told of as gone, for that would say that
 * it is there. So it is marked above it in the older graph, too, and a view of that does not have
 * it. Where it is open which of several claims was marked higher, all of them are. An entity of
 * which the limit takes the last claim on one side is marked above it on both, or where claims of
 * it are told on the other, to be spared on both: it did not come or go.
 *
 * Time: O(n log n).
 */
ATTRI_API void attri_diff_raise_markings (AttriGraph **before, AttriGraph **after, AttriTlp limit,
                                          AttriDiffRemarked *remarked);

/**
 * AttriDiff:
 *
 * Immutable and reference counted.
 */
typedef struct _AttriDiff AttriDiff;

/**
 * attri_diff_new:
 * @before, @after: the graphs of two views with the same selection
 * @across: two sources are compared, so that a claim is one whoever makes it, and who cites what
 *   for it and in which words does not count, and only claims are listed
 *
 * Entities are one by id, else by an external id that only one unmatched entity of each graph
 * bears; sources by id, else by URL; and the one file on each side whose objects
 * name no author. Claims are one by (from, type, to, claimant), paired by id,
 * then `in` and start_time, then `in`, then by what is left if it is one of each; the editions of
 * a feed count as one claimant. Saved views are one by id; one that only a selection takes from a
 * graph did not change. Order, places and the times of records do not count.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): what changed
 */
ATTRI_API AttriDiff *attri_diff_new (AttriGraph *before, AttriGraph *after, gboolean across);
ATTRI_API AttriDiff *attri_diff_ref (AttriDiff *self);
ATTRI_API void attri_diff_unref (AttriDiff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriDiff, attri_diff_unref)

/* Both graphs in one, each row with its change mark; the stamp is that of the newer.
 * (transfer none) */
ATTRI_API AttriGraph *attri_diff_get_graph (const AttriDiff *self);

/* The changes by subject, then in the graph's order. */
ATTRI_API guint attri_diff_get_n_rows (const AttriDiff *self);
ATTRI_API const AttriDiffRow *attri_diff_get_row (const AttriDiff *self, guint index);
/* At @fields.first + i of a row. */
ATTRI_API const AttriFieldChange *attri_diff_get_field (const AttriDiff *self, guint32 index);

ATTRI_API guint attri_diff_get_n_candidates (const AttriDiff *self);
ATTRI_API const AttriDiffCandidate *attri_diff_get_candidate (const AttriDiff *self, guint index);
ATTRI_API guint attri_diff_get_n_editions (const AttriDiff *self);
ATTRI_API const AttriDiffEdition *attri_diff_get_edition (const AttriDiff *self, guint index);
/* By type, the relations last. None where a marking was a limit. */
ATTRI_API guint attri_diff_get_n_hidden (const AttriDiff *self);
ATTRI_API const AttriDiffHidden *attri_diff_get_hidden (const AttriDiff *self, guint index);

/**
 * attri_diff_get_about:
 * @entity: of the diff's graph, or %ATTRI_NONE for one that neither side has
 *
 * Time: O(claims + changes).
 *
 * Returns: (transfer full): the same with the changes of @entity alone, of the claims that it is
 * in, of the sources that those cite, and of the saved views that it is the focus of
 */
ATTRI_API AttriDiff *attri_diff_get_about (const AttriDiff *self, guint32 entity);

/**
 * attri_diff_get_tlp:
 *
 * Returns: the most restrictive marking of what changed, as attri_graph_get_tlp() has it;
 * %ATTRI_TLP_CLEAR if nothing did. O(changes).
 */
ATTRI_API AttriTlp attri_diff_get_tlp (const AttriDiff *self);

/* Whether two sources are compared, so that added and removed mean who says it. */
ATTRI_API gboolean attri_diff_is_across (const AttriDiff *self);

/* Whether nothing but minor fields changed. */
ATTRI_API gboolean attri_diff_is_empty (const AttriDiff *self);

/**
 * attri_diff_get_context:
 * @hops: how far from what changed
 *
 * Time: O(n · hops).
 *
 * Returns: (transfer full): the diff's graph without what is further than @hops relations from
 * every changed entity and every end of a changed claim; minor changes do not count
 */
ATTRI_API AttriGraph *attri_diff_get_context (const AttriDiff *self, guint hops);

/**
 * attri_diff_get_side:
 * @after: the newer one, else the older
 * @context: (nullable): what attri_diff_get_context() gave
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): one of the two graphs, with only those of its entities that are in
 * @context
 */
ATTRI_API AttriGraph *
attri_diff_get_side (const AttriDiff *self, gboolean after, const AttriGraph *context);

/**
 * attri_diff_make_patch:
 * @before, @after: documents as attri_export_own() writes them
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): members of a JSON object: every source, entity, relationship and saved
 * view that is in one and not in the other, whole, and both heads
 */
ATTRI_API char *attri_diff_make_patch (const char *before, const char *after);

/**
 * attri_diff_apply_patch:
 * @before: a document as attri_export_own() writes it
 * @name: of @patch, for messages
 * @patch: a JSON object with the members that attri_diff_make_patch() made
 * @error: return location for an #ATTRI_DIFF_ERROR with the place in its message
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (nullable): a document in the own format, to be read and checked as any
 * other; read and written again it is the one that @patch was made for
 */
ATTRI_API char *
attri_diff_apply_patch (const char *before, const char *name, const char *patch, GError **error);

G_END_DECLS
