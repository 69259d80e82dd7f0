/* SPDX-License-Identifier: MIT
 *
 * model.h: a frozen graph of sourced claims, and the one builder that makes it.
 *
 * Everything is a row in a table that the graph owns: entities, sources and
 * claims, each in canonical order, addressed by index. Strings belong to the
 * graph and live as long as it does.
 */
#pragma once

#include <attrigraph/base.h>

G_BEGIN_DECLS

/* An index that points nowhere. */
#define ATTRI_NONE G_MAXUINT32

/* How a statement stands to the relation it speaks of. */
typedef enum {
    ATTRI_STANCE_ASSERTS,
    ATTRI_STANCE_DOUBTS,
    ATTRI_STANCE_DENIES,
    ATTRI_STANCE_WITHDRAWS,
} AttriStance;

/* How firmly the claimant says it, firmest first. */
typedef enum {
    ATTRI_HEDGE_STATED,
    ATTRI_HEDGE_ASSESSED,
    ATTRI_HEDGE_SUSPECTED,
    ATTRI_HEDGE_ALLEGED,
} AttriHedge;

/* How close our wording is to what we read. */
typedef enum {
    ATTRI_READING_UNSTATED,
    ATTRI_READING_VERBATIM,
    ATTRI_READING_PARAPHRASE,
    ATTRI_READING_INFERRED,
} AttriReading;

/* Traffic Light Protocol 2.0 (FIRST, 2022), least restrictive first. */
typedef enum {
    ATTRI_TLP_UNMARKED,
    ATTRI_TLP_CLEAR,
    ATTRI_TLP_GREEN,
    ATTRI_TLP_AMBER,
    ATTRI_TLP_AMBER_STRICT,
    ATTRI_TLP_RED,
} AttriTlp;

typedef enum {
    ATTRI_SOURCE_REPORT,
    ATTRI_SOURCE_NEWS,
    ATTRI_SOURCE_COMPILATION,
    ATTRI_SOURCE_INTERNAL,
} AttriSourceKind;

/* Each of these gives the word of the own file format, or %NULL past the end. */
ATTRI_API const char *attri_stance_to_string (AttriStance stance);
ATTRI_API const char *attri_hedge_to_string (AttriHedge hedge);
ATTRI_API const char *attri_reading_to_string (AttriReading reading);
ATTRI_API const char *attri_tlp_to_string (AttriTlp tlp);
ATTRI_API const char *attri_source_kind_to_string (AttriSourceKind kind);
/* Reads `CLEAR`, `TLP:AMBER+STRICT`, `white`; case does not matter. */
ATTRI_API gboolean attri_tlp_parse (const char *text, AttriTlp *tlp);
/* Whether @limit keeps away what bears @tlp: at CLEAR the unmarked, too; without one nothing. */
ATTRI_API gboolean attri_tlp_is_above (AttriTlp tlp, AttriTlp limit);
/* Reads a word for confidence, as `moderate` or `very-likely`: 0 to 100 as STIX 2.1
 * (appendix A) has it; case does not matter. */
ATTRI_API gboolean attri_confidence_parse (const char *text, guint *confidence);
/* All such words, for suggestions. (transfer container) (array zero-terminated=1) */
ATTRI_API const char **attri_confidence_list (void);

/* Where the date on which something was said comes from, best first. */
typedef enum {
    ATTRI_DATED_BY_NOTHING,
    ATTRI_DATED_BY_CLAIMANT, /* the claimant's publication */
    ATTRI_DATED_BY_CARRIER,  /* the publication of what we read it in */
    ATTRI_DATED_BY_RECORD,   /* the day a feed's record was created */
} AttriDating;

/* What became of a row between two graphs; in a graph that compares nothing, always NONE. */
typedef enum {
    ATTRI_CHANGE_NONE,
    ATTRI_CHANGE_ADDED,
    ATTRI_CHANGE_REMOVED,
    ATTRI_CHANGE_CHANGED,
} AttriChange;

/* A run of rows in one of the graph's side tables. */
typedef struct {
    guint32 first;
    guint32 count;
} AttriRange;

/**
 * AttriSource:
 * @published: when it appeared; %ATTRI_DATE_NONE if unknown
 * @based_on: sources it rests on (attri_graph_get_index_at())
 * @edition_of: index of the source it is an edition of, or %ATTRI_NONE
 * @read: whether we read it ourselves
 * @translated: (nullable): "machine", "human"
 * @reliability: our Admiralty grade, 'A' to 'F', or 0
 * @generated: nobody declared it: readers made it of references in feeds
 *
 * Something published.
 */
typedef struct {
    const char *id;
    const char *title;
    const char *publisher;
    const char *url;
    const char *lang;
    const char *translated;
    AttriDate published;
    AttriDate retrieved;
    AttriSourceKind kind;
    AttriRange based_on;
    guint32 edition_of;
    gboolean read;
    gboolean generated;
    char reliability;
    AttriTlp tlp;
    AttriChange change;
    AttriPlace place;
} AttriSource;

/* One line of an entity's external_references; any part but @source may be NULL. */
typedef struct {
    const char *source;
    const char *external_id;
    const char *url;
    const char *description;
} AttriReference;

typedef struct _AttriRecord AttriRecord;

/**
 * AttriEntity:
 * @type: a STIX type, or `sector`
 * @references: see attri_graph_get_reference()
 * @provisional: the name is a placeholder by its own giver (`TAG-22`, `UNC1234`)
 * @placeholder: nothing defined it; a feed's relationship pointed here
 * @revoked: its publisher took the record back
 * @deprecated: its publisher no longer maintains the record; independent of @revoked
 * @recorded: when our files held it, of several records the newest; or %ATTRI_DATE_NONE
 * @records, @n_records: (nullable) (array length=n_records): what the records say, where
 *   this row cannot say it all
 * @was: (nullable): what changed, in words: "name TAG-22 → RedHotel"
 */
typedef struct {
    const char *id;
    const char *type;
    const char *name;
    const char *description;
    const char *country;
    const char *identity_class;
    AttriDate first_seen;
    AttriDate last_seen;
    AttriDate recorded;
    AttriRange references;
    gboolean is_family;
    gboolean provisional;
    gboolean placeholder;
    gboolean revoked;
    gboolean deprecated;
    AttriTlp tlp;
    const AttriRecord *records;
    guint32 n_records;
    AttriChange change;
    const char *was;
    AttriPlace place;
} AttriEntity;

/**
 * AttriRecord:
 * @row: the id the record bears, and what it says. A row with a name is what was recorded
 *   last under that id; the rows after it, without one, are what was recorded earlier, or
 *   contradicts it
 * @references: (array length=n_references): those given under that id
 *
 * What was said of an entity under one of its ids: records that are joined, and records
 * that disagree, are all kept. Ordered by id.
 */
struct _AttriRecord {
    AttriEntity row; /* its range is empty */
    const AttriReference *references;
    guint32 n_references;
};

/* What we ourselves think of a claim; never mixed with what the claimant says. */
typedef struct {
    const char *confidence;
    const char *by;
    const char *why;
    AttriDate date;
} AttriAssessment;

/**
 * AttriCitation:
 * @source: index of what we read (the carrier)
 * @cites: index of what the claimant itself cites for it, or %ATTRI_NONE
 * @credibility: our Admiralty credibility 1 to 6, or 0
 * @recorded: when our files held it: the file's `recorded`, else the carrier's date
 */
typedef struct {
    guint32 source;
    guint32 cites;
    const char *locator;
    const char *quote;
    AttriReading reading;
    guint8 credibility;
    AttriDate recorded;
} AttriCitation;

/**
 * AttriClaim:
 * @from: entity the claim is about
 * @type: relationship type: STIX's (`uses`, `targets`, `attributed-to`, …), ours
 *   (`same-as`, `alias-of`, `distinct-from`, `sponsored-by`, …), or one of the
 *   three that state a value: `alias`, `availability`, `prevalence`
 * @to: entity at the other end, or %ATTRI_NONE where @value is set
 * @value: (nullable): the alias, or the availability
 * @groups, @of: a prevalence: so many of so many groups; else 0
 * @claimant: index of the source that says so
 * @in: entities (places) it is limited to (attri_graph_get_index_at())
 * @confidence: 0 to 100 where the source gives one, else -1
 * @confidence_word: (nullable): the source's own word for it
 * @revoked: we, or the publisher of the record, took it back
 * @revoked_reason: (nullable): why we took it back; a publisher's gives none
 * @deprecated: its publisher no longer maintains the record
 * @withdrawn: it asserts, and its claimant, or another source of the same publisher, withdrew
 *   that since; the graph fills it in
 * @created, @modified: when a feed's record was made, and last changed after that, or
 *   %ATTRI_DATE_NONE
 * @said_on: when it was said: the claimant's date of publication, else @created,
 *   else the carrier's. What a feed says itself is dated by @created, if that is earlier
 * @said_by: which of the three it is
 * @recorded: when our files first held it: the earliest of its citations
 * @said_of, @said_to: (nullable): the name under which the claimant speaks of @from
 *   and @to, where the view folded that entity into the one that stands there
 * @folded: (nullable): of an alias that was an equation, the id of the entity
 *   that the view folded because of it
 * @was: (nullable): what changed, in words: "confidence moderate → high"
 * @shift: (nullable): how firmly it was said and is said now: "moderate → high"; or why it is
 *   said no longer: "withdrawn"
 *
 * One statement by one claimant.
 */
typedef struct {
    const char *id;
    const char *type;
    const char *value;
    guint32 from;
    guint32 to;
    guint32 claimant;
    guint32 groups;
    guint32 of;
    AttriRange in;
    AttriRange citations;
    gint16 confidence;
    AttriStance stance;
    AttriHedge hedge;
    gboolean ongoing;
    gboolean revoked;
    gboolean deprecated;
    gboolean withdrawn;
    AttriTlp tlp;
    const char *confidence_word;
    const char *purpose;
    const char *wording;
    const char *note;
    const char *revoked_reason;
    AttriDate since;
    AttriDate start_time;
    AttriDate stop_time;
    AttriDate revoked_on;
    AttriDate created;
    AttriDate modified;
    AttriDating said_by;
    AttriDate said_on;
    AttriDate recorded;
    const char *said_of;
    const char *said_to;
    const char *folded;
    AttriChange change;
    const char *was;
    const char *shift;
    const AttriAssessment *assessment;
    AttriPlace place;
} AttriClaim;

/**
 * AttriEdge:
 * @claims: all claims with one (from, type, to or value), neighbours in the
 *   claims table
 * @hedge: that of the firmest asserting claim, or of the firmest if none asserts
 * @disputed: some claim asserts it and another opposes it
 *   (attri_edge_is_opposed_by())
 * @asserted: some claim asserts it; a claim that is revoked or withdrawn, or that
 *   a diff marks as removed, counts for neither
 * @change: that of all its claims, or CHANGED where they differ
 *
 * What a picture draws as one line.
 */
typedef struct {
    const char *type;
    const char *value;
    guint32 from;
    guint32 to;
    AttriRange claims;
    AttriHedge hedge;
    gboolean disputed;
    gboolean asserted;
    AttriChange change;
} AttriEdge;

/**
 * attri_edge_is_opposed_by:
 * @claim: any claim of the same graph
 *
 * A claim opposes what it doubts or denies. What equates two entities opposes
 * what tells them apart, and the other way round, whichever end comes first.
 * What is revoked, withdrawn or marked as removed opposes nothing.
 *
 * Time: O(1).
 */
ATTRI_API gboolean attri_edge_is_opposed_by (const AttriEdge *edge, const AttriClaim *claim);

/* As a number of hops: nothing is too far. */
#define ATTRI_HOPS_ALL G_MAXUINT

/* An option of a saved view, as on the command line: `known-on` and `2021-07-31`. */
typedef struct {
    const char *name;
    const char *value;
} AttriViewOption;

/**
 * AttriSavedView:
 * @focus: entities (attri_graph_get_index_at())
 * @options: (array length=n_options): by name; attri_view_option_list() has those there may be
 * @title, @subtitle: (nullable): in place of the computed ones, or before them
 * @judgement: (nullable): what we conclude from the picture, in our own words
 * @confidence: (nullable): ours in the judgement
 * @by, @date: who of us judged, and when
 * @alternative: (nullable): what else would explain the picture
 *
 * A picture that a case wants drawn again, and what we think of it. Never a source's claim.
 */
typedef struct {
    const char *id;
    AttriRange focus;
    const AttriViewOption *options;
    guint n_options;
    const char *title;
    const char *subtitle;
    const char *judgement;
    const char *confidence;
    const char *by;
    AttriDate date;
    const char *alternative;
    AttriTlp tlp;
    AttriPlace place;
} AttriSavedView;

/* The options that a view may save: what chooses, and how it is drawn, but nothing that names a
 * file. (transfer none) (array zero-terminated=1) */
ATTRI_API const char *const *attri_view_option_list (void);

/**
 * AttriStamp:
 * @focus: entities the view was centred on (attri_graph_get_index_at())
 * @asked_ids: (nullable): ids of what was asked for as the focus, before anything was folded,
 *   in byte order and each on a line; %NULL without a focus
 * @as_of, @known_on: the clocks it was cut at, or %ATTRI_DATE_NONE
 * @identity: "strict", "union" or "source:ID"
 * @asked: (nullable): the alias by which the first focus was asked for, as its claims
 *   spell it, if it is among the view's
 * @hops: how far from the focus, or %ATTRI_HOPS_ALL
 * @hidden_entities, @hidden_claims: left out by --hops and folding, counted after
 *   the TLP cut; what the user filtered away is not among them
 * @hidden_revoked: entities and claims left out because their publisher revoked or
 *   deprecated them
 * @hidden_custom: entities left out because of their custom type
 * @filters: what else was asked for, in words ("only source voi-2021"), or ""
 * @types_chosen: whether it was asked for by entity type, so that a picture leaves
 *   out no type of its own accord
 * @compares: whether rows bear change marks, even if nothing changed
 * @since: of a diff, the day the older side is cut at, or the latest it rests on
 * @limited: cut by marking, so that nothing may be said of what is not in it
 *
 * Which view of the facts this graph is. A graph fresh from the builder has
 * no focus and no clocks.
 */
typedef struct {
    AttriRange focus;
    AttriDate as_of;
    AttriDate known_on;
    const char *identity;
    const char *asked;
    const char *asked_ids;
    const char *filters;
    guint hops;
    guint hidden_entities;
    guint hidden_claims;
    gboolean types_chosen;
    gboolean compares;
    AttriDate since;
    gboolean limited;
    guint hidden_revoked;
    guint hidden_custom;
} AttriStamp;

/**
 * AttriGraph:
 *
 * Immutable and reference counted; safe to read from several threads.
 * Entities and sources are ordered by id; edges and claims by (from id, type,
 * to id or value, claimant id, in, start_time, id, then all other fields), all
 * by bytes.
 */
typedef struct _AttriGraph AttriGraph;

ATTRI_API AttriGraph *attri_graph_ref (AttriGraph *self);
ATTRI_API void attri_graph_unref (AttriGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriGraph, attri_graph_unref)

/* Sizes and rows. (transfer none); an index out of range is a programmer's error. */
ATTRI_API guint32 attri_graph_get_n_entities (const AttriGraph *self);
ATTRI_API guint32 attri_graph_get_n_sources (const AttriGraph *self);
ATTRI_API guint32 attri_graph_get_n_claims (const AttriGraph *self);
ATTRI_API guint32 attri_graph_get_n_edges (const AttriGraph *self);
ATTRI_API const AttriEntity *attri_graph_get_entity (const AttriGraph *self, guint32 index);
ATTRI_API const AttriSource *attri_graph_get_source (const AttriGraph *self, guint32 index);
ATTRI_API const AttriClaim *attri_graph_get_claim (const AttriGraph *self, guint32 index);
ATTRI_API const AttriEdge *attri_graph_get_edge (const AttriGraph *self, guint32 index);
ATTRI_API const AttriStamp *attri_graph_get_stamp (const AttriGraph *self);
ATTRI_API guint32 attri_graph_get_n_saved_views (const AttriGraph *self);
ATTRI_API const AttriSavedView *attri_graph_get_saved_view (const AttriGraph *self, guint32 index);
/* That of this id, or %NULL. O(log n). */
ATTRI_API const AttriSavedView *
attri_graph_find_saved_view (const AttriGraph *self, const char *id);

/* Rows of the side tables, at @range.first + i for i below @range.count. */
ATTRI_API const AttriCitation *attri_graph_get_citation (const AttriGraph *self, guint32 row);
ATTRI_API const AttriReference *attri_graph_get_reference (const AttriGraph *self, guint32 row);
ATTRI_API guint32 attri_graph_get_index_at (const AttriGraph *self, guint32 row);

/**
 * attri_graph_get_outgoing:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): indexes of the edges that start at
 * @entity, in canonical order. O(1).
 */
ATTRI_API const guint32 *
attri_graph_get_outgoing (const AttriGraph *self, guint32 entity, guint32 *n);
/* The same for the edges that end at @entity. */
ATTRI_API const guint32 *
attri_graph_get_incoming (const AttriGraph *self, guint32 entity, guint32 *n);

/* The row with this id, or %ATTRI_NONE. O(log n). */
ATTRI_API guint32 attri_graph_find_entity (const AttriGraph *self, const char *id);
ATTRI_API guint32 attri_graph_find_source (const AttriGraph *self, const char *id);

/**
 * attri_graph_get_latest_date:
 *
 * Returns: the latest day on which a claimant or carrier of any claim was
 * published: what a picture prints in place of today. Our own judgements, which
 * may be passed at any time, count only if there is nothing else. O(claims).
 */
ATTRI_API AttriDate attri_graph_get_latest_date (const AttriGraph *self);

/**
 * attri_graph_get_tlp:
 *
 * Returns: the most restrictive marking of anything in it, as a picture or page of it must
 * bear; where nothing is above CLEAR but something unmarked, %ATTRI_TLP_UNMARKED. O(n).
 */
ATTRI_API AttriTlp attri_graph_get_tlp (const AttriGraph *self);

/**
 * attri_graph_dump:
 *
 * Returns: (transfer full): the whole graph, one source, entity or claim a
 * line, for tests and for looking
 */
ATTRI_API char *attri_graph_dump (const AttriGraph *self);

/* How a name was matched, best first. */
typedef enum {
    ATTRI_NAME_ID,
    ATTRI_NAME_EXTERNAL_ID,
    ATTRI_NAME_OWN,
    ATTRI_NAME_ALIAS,
    ATTRI_NAME_NONE,
} AttriNameTier;

/**
 * AttriNameMatch:
 * @tier: the first tier with a hit, or %ATTRI_NAME_NONE
 * @entities: (element-type guint32): the entities of that tier, by index; more
 *   than one is ambiguous
 * @later: (element-type guint32): entities that only a later tier would give
 *
 * An own name or alias of what is revoked or deprecated counts only if nothing
 * current bears it: a record and its replacement are often called the same.
 */
typedef struct {
    AttriNameTier tier;
    GArray *entities;
    GArray *later;
} AttriNameMatch;

/**
 * attri_graph_resolve:
 * @name: an id, an external id (`mitre-attack:G0096` or `G0096`), a name or an
 *   alias, optionally after a type (`malware:Winnti`); compared after Unicode
 *   case folding and NFKC
 *
 * Time: O(entities + claims).
 *
 * Returns: (transfer full): what it may mean
 */
ATTRI_API AttriNameMatch *attri_graph_resolve (const AttriGraph *self, const char *name);
/* The edge by which @entity is called @name, as attri_graph_resolve() matches an alias, or
 * %ATTRI_NONE. O(degree). */
ATTRI_API guint32 attri_graph_find_alias (const AttriGraph *self, guint32 entity, const char *name);
/* Names near to @name for a "did you mean", at most three. (transfer full) (array
 * zero-terminated=1) */
ATTRI_API char **attri_graph_suggest (const AttriGraph *self, const char *name);
ATTRI_API void attri_name_match_free (AttriNameMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriNameMatch, attri_name_match_free)

/* What a relationship type means to the questions and pictures. */
typedef enum {
    ATTRI_RELATION_OTHER,
    ATTRI_RELATION_TOOLING,  /* uses */
    ATTRI_RELATION_TARGET,   /* targets */
    ATTRI_RELATION_SPONSOR,  /* sponsored-by, attributed-to */
    ATTRI_RELATION_IDENTITY, /* same-as, alias-of, part-of, overlaps-with */
    ATTRI_RELATION_DISTINCT, /* distinct-from */
    ATTRI_RELATION_FAMILY,   /* variant-of */
    ATTRI_RELATION_PLACE,    /* located-at, originates-from */
    ATTRI_RELATION_VALUE,    /* alias, availability, prevalence */
} AttriRelationClass;

/**
 * AttriRelationInfo:
 * @type: as in files
 * @relation: what it means
 * @equates: whether it says that both ends are one (`same-as`, `alias-of`,
 *   `duplicate-of`)
 * @symmetric: whether it reads the same both ways
 * @forward: "uses"
 * @backward: "used by"
 */
typedef struct {
    const char *type;
    AttriRelationClass relation;
    gboolean equates;
    gboolean symmetric;
    const char *forward;
    const char *backward;
} AttriRelationInfo;

/* What an entity is to the questions and pictures. */
typedef enum {
    ATTRI_ROLE_OTHER,
    ATTRI_ROLE_ACTOR, /* intrusion-set, threat-actor, campaign */
    ATTRI_ROLE_TOOL,  /* malware, tool */
    ATTRI_ROLE_TECHNIQUE,
    ATTRI_ROLE_IDENTITY, /* identity */
    ATTRI_ROLE_PLACE,    /* location */
    ATTRI_ROLE_SECTOR,   /* sector */
} AttriRole;

/**
 * AttriTypeInfo:
 * @type: as in files
 * @role: what it is to us
 * @label: "threat group", for a reader
 * @plural: "threat groups"
 */
typedef struct {
    const char *type;
    AttriRole role;
    const char *label;
    const char *plural;
} AttriTypeInfo;

/* Facts about a type; a type unknown to us gets a generic row whose @type is "".
 * Never %NULL. O(log n). */
ATTRI_API const AttriRelationInfo *attri_relation_info (const char *type);
ATTRI_API const AttriTypeInfo *attri_type_info (const char *type);
/* "is " or "is the " where the words @forward or @backward of a relation want it to make
 * a sentence of two names, else "". */
ATTRI_API const char *attri_relation_copula (const char *words);
/* All known types, for suggestions. (transfer full) (array zero-terminated=1) */
ATTRI_API const char **attri_relation_list (void);
ATTRI_API const char **attri_type_list (void);

/* How easily a tool is had, most telling first. */
typedef enum {
    ATTRI_AVAILABILITY_EXCLUSIVE,
    ATTRI_AVAILABILITY_SHARED,
    ATTRI_AVAILABILITY_UNKNOWN,
    ATTRI_AVAILABILITY_COMMERCIAL,
    ATTRI_AVAILABILITY_PUBLIC,
    ATTRI_AVAILABILITY_BUILT_IN,
} AttriAvailability;

ATTRI_API const char *attri_availability_to_string (AttriAvailability availability);
ATTRI_API gboolean attri_availability_parse (const char *text, AttriAvailability *availability);

/**
 * attri_graph_get_lineage:
 * @claims: a run of claims
 *
 * Independence is counted over the publishers at the root of each asserting
 * claimant's `based_on` and `edition_of`. News and compilations whose lineage is
 * not given, and internal sources, count as none. Publishers whose names differ only
 * behind a comma, as "House, Team", or that were one house, as FireEye and Mandiant,
 * count as one.
 *
 * Returns: (transfer full) (array zero-terminated=1): publishers, sorted, each once
 */
ATTRI_API const char **attri_graph_get_lineage (const AttriGraph *self, AttriRange claims);

/* ---- building ---- */

/**
 * AttriGraphBuilder:
 *
 * Collects what readers find in all files of a run. Consumed by
 * attri_graph_builder_end(). The drafts it is given are looked at during the
 * call and copied; strings that are %NULL are absent.
 */
typedef struct _AttriGraphBuilder AttriGraphBuilder;

/**
 * AttriSourceDraft:
 * @generated: a reader made it of a reference in a feed. It joins the sources with the same page
 *   for URL, however that is spelt, and fills in what they leave out. What people declared wins,
 *   and two sources that people declared are never joined by URL
 *
 * A source as read; ids in place of indexes.
 */
typedef struct {
    AttriSource row;             /* its ranges and edition_of are ignored */
    const char *const *based_on; /* (nullable) (array zero-terminated=1): ids */
    const char *edition_of;
    gboolean generated;
} AttriSourceDraft;

/* An entity as read. Where records of one entity disagree, what was recorded last is shown,
 * and of several values the least by bytes. */
typedef struct {
    AttriEntity row; /* its range and recorded are ignored */
    const AttriReference *references;
    guint n_references;
    AttriDate recorded; /* when our files held it, or %ATTRI_DATE_NONE */
} AttriEntityDraft;

/* A citation as read. */
typedef struct {
    AttriCitation row; /* its indexes are ignored */
    const char *source;
    const char *claimant; /* (nullable): @source is the claimant */
    const char *cites;
    AttriPlace place;
    const char *pointer;
} AttriCitationDraft;

/* A statement as read; it becomes one claim for each claimant of its citations. */
typedef struct {
    AttriClaim row; /* its indexes, ranges and said_on are ignored */
    const char *from;
    const char *to;        /* or row.value */
    const char *const *in; /* (nullable) (array zero-terminated=1): ids */
    const AttriCitationDraft *citations;
    guint n_citations;
    AttriPlace from_place; /* of the two ids, or line 0 for that of the whole */
    AttriPlace to_place;
    const char *pointer; /* JSON pointer of the statement */
} AttriStatementDraft;

ATTRI_API AttriGraphBuilder *attri_graph_builder_new (void);
ATTRI_API void attri_graph_builder_free (AttriGraphBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriGraphBuilder, attri_graph_builder_free)

/**
 * attri_graph_builder_keep_apart:
 *
 * Records are one only if they bear the same id: nothing is joined by an external id or a
 * URL. For what is written to be read again, with other files that may have more to say
 * about who is who.
 */
ATTRI_API void attri_graph_builder_keep_apart (AttriGraphBuilder *self);

ATTRI_API void
attri_graph_builder_add_source (AttriGraphBuilder *self, const AttriSourceDraft *source);
/* A repeat must agree on type and name, and adds what the first left out. */
ATTRI_API void
attri_graph_builder_add_entity (AttriGraphBuilder *self, const AttriEntityDraft *entity);
ATTRI_API void
attri_graph_builder_add_statement (AttriGraphBuilder *self, const AttriStatementDraft *statement);
/* @focus: (array zero-terminated=1): ids; @pointer: (nullable): of the view in its document */
ATTRI_API void
attri_graph_builder_add_saved_view (AttriGraphBuilder *self, const AttriSavedView *view,
                                    const char *const *focus, const char *pointer);

/**
 * attri_graph_builder_annotate:
 * @notes: (transfer none): a graph that says how easily some tools are had
 *
 * Adds the `availability` claims of @notes, and their sources, for tools that bear
 * the same external id of the same authority and of which nothing that was added so
 * far says it. A source whose page is there already is not added again. What joins
 * nothing leaves no trace. To be called after all else has been added.
 *
 * Time: O(n log n).
 */
ATTRI_API void attri_graph_builder_annotate (AttriGraphBuilder *self, const AttriGraph *notes);

#define ATTRI_MODEL_ERROR (attri_model_error_quark ())
ATTRI_API GQuark attri_model_error_quark (void);

/**
 * AttriModelError:
 * @ATTRI_MODEL_ERROR_FINDINGS: the findings hold at least one error
 */
typedef enum {
    ATTRI_MODEL_ERROR_FINDINGS,
} AttriModelError;

/**
 * attri_graph_builder_end:
 * @self: (transfer full): consumed, whatever comes back
 * @findings: where dangling ids, contradictions and conflicts are told
 * @error: return location for an #ATTRI_MODEL_ERROR
 *
 * Resolves ids, splits statements by claimant, orders everything. The result
 * does not depend on the order in which things were added.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (nullable): the graph, or %NULL if @findings holds an error
 */
ATTRI_API AttriGraph *
attri_graph_builder_end (AttriGraphBuilder *self, AttriFindings *findings, GError **error);

/* The rules this room checks, for the manual. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_model_get_rules (guint *n);

G_END_DECLS
