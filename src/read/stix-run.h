/* SPDX-License-Identifier: MIT
 *
 * stix-run.h: what STIX objects have said so far, for the files that read and settle it.
 *
 *   stix.c            documents: which objects there are
 *   stix-item.c       one object: its members, checked
 *   stix-object.c     its members as a row of the run
 *   stix-own.c        our own extension of it
 *   stix-report.c     external references, and `(Citation: X)` in text
 *   stix-settle.c     when all are known: versions, markings, editions, who lists whom
 *   stix-carrier.c    the feed that an object was read in
 *   stix-entity.c     entities and their names to the builder
 *   stix-statement.c  relationships, sightings, opinions and embedded edges to the builder
 *
 * Rows and strings live in the run's arena. Nothing points into a document, whose text goes
 * as soon as it is read.
 */
#pragma once

#include "base/arena-private.h"
#include "base/table-private.h"
#include "read/stix.h"
#include "json/cursor-private.h"

/* What an object is to us. */
typedef enum {
    STIX_ENTITY,
    STIX_RELATIONSHIP,
    STIX_SIGHTING,
    STIX_REPORT, /* report, grouping: says what it lists */
    STIX_NOTE,   /* stands beside what it lists */
    STIX_OPINION,
    STIX_MARKING,
    STIX_SOURCE,     /* of our own bundles: one of the sources */
    STIX_COLLECTION, /* of ATT&CK: which objects a release holds */
    STIX_IGNORED,    /* about other objects in a way we do not read */
} StixKind;

typedef struct StixObject StixObject;
typedef struct StixOwn StixOwn;
typedef struct StixStatement StixStatement;
typedef struct StixCarrier StixCarrier;

typedef enum {
    STIX_ID_NONE, /* nothing can have it */
    STIX_ID_ODD,  /* an id, but not of STIX's */
    STIX_ID_GOOD,
} StixIdForm;

typedef enum {
    STIX_MARKING_UNASKED,
    STIX_MARKING_UNKNOWN,
    STIX_MARKING_KNOWN,
} StixMarking;

/**
 * StixId:
 * @versions: every object read under this id, latest read first
 * @object: the one that counts, once that is settled
 * @carrier: of an identity: the feed it publishes
 * @form: whether it is an id at all, and one as STIX has them
 * @marking, @tlp: of a marking: what it says
 * @wanted: of those that point here where nothing defines it, the first by place
 */
typedef struct {
    const char *text;
    guint32 length;
    StixIdForm form;
    StixObject *versions;
    StixObject *object;
    StixCarrier *carrier;
    const StixObject *wanted;
    StixMarking marking;
    guint8 tlp;
} StixId;

/* A file, and the carrier of its objects that name no author. */
typedef struct {
    const char *name;
    StixCarrier *carrier;
} StixFile;

/**
 * StixReport:
 * @name, @url, @description: an external reference without an id; the same URL under other
 *   names is the same report
 * @loose: only named in a text, `(Citation: X)`; no reference beside it says what X is
 * @same: of a loose one: the only report that other objects call so, if there is one
 * @used: some claim rests on it
 * @guarded: one that is not marked CLEAR does
 */
typedef struct StixReport StixReport;
struct StixReport {
    const char *name;
    const char *url;
    const char *description;
    gboolean loose;
    StixReport *same;
    guint draft; /* which of the run's sources */
    gboolean used;
    gboolean guarded;
};

/* A name among an object's aliases: what its publisher says of it, and cites for it. */
typedef struct {
    const char *name;
    const char *wording;
    StixReport *const *cites; /* (nullable) (array zero-terminated=1) */
} StixAlias;

/* A `*_ref` of an object, as a relationship. */
typedef struct {
    const char *relation;
    StixId *to;
} StixEdge;

/* One object of a list that is built from the end. */
typedef struct StixLink StixLink;
struct StixLink {
    StixObject *object;
    StixLink *next;
};

/**
 * StixObject:
 * @older: the version of this id that was read before
 * @list, @index: its JSON pointer, as "/objects" and 17, or %NULL if it is the document
 * @creator: who published it, by created_by_ref or, without one, x_mitre_modified_by_ref
 * @time: when it was modified, else created, in units of 100 ns since 1970, or 0
 * @markings, @part_markings, @refs: ids, or %NULL
 * @listed: reports and notes that list it
 * @editions: collections that hold this very version
 * @own: (nullable): what our own extension says of it
 *
 * Of every version of every object what the graph may need.
 */
struct StixObject {
    StixId *id;
    StixObject *older;
    StixFile *file;
    const char *list;
    guint32 index;
    guint32 line;
    guint32 column;
    StixKind kind;
    const char *type;
    const char *name;
    const char *description;
    StixId *creator;
    gint64 time;
    AttriDate created;
    AttriDate modified;
    AttriDate first; /* first_seen, start_time or published */
    AttriDate last;
    guint8 tlp; /* AttriTlp */
    gint8 confidence;
    guint revoked : 1;
    guint deprecated : 1;
    guint is_family : 1;
    guint used : 1; /* a report that some claim rests on */
    StixId *const *markings;
    StixId *const *part_markings; /* of parts of it */
    StixId *const *refs;          /* object_refs, or where_sighted_refs */
    StixLink *listed;
    StixLink *editions;
    const StixOwn *own;
    union {
        struct { /* an entity */
            const AttriReference *references;
            const StixAlias *aliases;
            const StixEdge *edges;
            const char *country;
            const char *identity_class;
            guint16 n_references;
            guint16 n_aliases;
            guint32 n_edges;
        };
        struct { /* a relationship or sighting */
            StixId *from;
            StixId *to;
            const char *relation;
            StixReport *const *reports;
        };
        struct { /* a report, note, opinion or collection */
            const char *url;
            const char *word;    /* an opinion, or a version */
            const gint64 *times; /* of a collection: those of @refs */
            guint32 draft;       /* of a collection: which of the run's sources */
        };
    };
};

/* One more than the longest key that we read. */
#define STIX_KEY_LENGTHS 24

struct StixRun {
    guint8 keys[STIX_KEY_LENGTHS]; /* by length, the first of stix-item.c's table of keys */
    AttriArena *arena;
    AttriTable *ids;     /* StixId */
    StixId *recent[16];  /* found last, by the end of their texts: a few come all the time */
    AttriTable *words;   /* types, relations and file names, each once */
    AttriTable *reports; /* StixReport, by URL, or by name and description */
    AttriTable *names;   /* StixReport by its name, or @several */
    AttriTable *own_ids; /* of sources that our own extension declares, to any value */
    GPtrArray *trees;    /* AttriJson: of extensions, whose strings are borrowed */
    AttriTable *feeds;   /* StixCarrier of objects without an author, by file or folder */
    GPtrArray *all_ids;
    GPtrArray *all_reports;
    GPtrArray *carriers;
    GArray *sources;    /* AttriSourceDraft: reports, feeds and their releases, once settled */
    StixReport several; /* stands for more than one */
    GPtrArray *list;    /* one that is being made, see stix_run_begin_list() */
    GString *scratch;
    GString *borrowed; /* a text that is looked at, not kept */
    StixFile *file;    /* of the document that is being read */
};

/* ---- stix-run.c ---- */

/* Without the index of keys, which stix-item.c fills. */
StixRun *stix_run_new (void);

/* The rows of @text, each made once. (transfer none) */
StixId *stix_run_id (StixRun *self, const char *text, gsize length);
const char *stix_run_word (StixRun *self, const char *text, gsize length);
/* An empty list to be filled, good until the next call: most objects have several. */
GPtrArray *stix_run_begin_list (StixRun *self);
/* The pointers of @list in the arena with %NULL behind them, or %NULL for none. */
gpointer stix_run_list (StixRun *self, const GPtrArray *list);
/* The JSON pointer of element @index of @list. (transfer full) */
char *stix_pointer (const char *list, guint32 index);
/* Where an object is, and a finding on it when its text is gone. */
AttriPlace stix_place (const StixObject *object);
/* Less than, equal to or greater than 0: by file, line and column. */
int stix_compare_places (const StixObject *a, const StixObject *b);
void stix_tell (const StixObject *object, AttriFindings *findings, ReadRule rule,
                const char *member, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* The same with the object's id before @message. */
void stix_tell_id (const StixObject *object, AttriFindings *findings, ReadRule rule,
                   const char *member, const char *message);
