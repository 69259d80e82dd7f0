/* SPDX-License-Identifier: MIT
 *
 * stix-item.h: one STIX object while its text is there.
 */
#pragma once

#include "read/stix-run.h"

/* The members we read, but for embedded references. In the order of the table in stix-item.c. */
typedef enum {
    STIX_KEY_ID,
    STIX_KEY_KEY,
    STIX_KEY_NAME,
    STIX_KEY_PATH,
    STIX_KEY_TYPE,
    STIX_KEY_COUNT,
    STIX_KEY_VALUE,
    STIX_KEY_REGION,
    STIX_KEY_ALIASES,
    STIX_KEY_CONTENT,
    STIX_KEY_COUNTRY,
    STIX_KEY_CREATED,
    STIX_KEY_OBJECTS,
    STIX_KEY_OPINION,
    STIX_KEY_PATTERN,
    STIX_KEY_REVOKED,
    STIX_KEY_SUBJECT,
    STIX_KEY_ABSTRACT,
    STIX_KEY_MODIFIED,
    STIX_KEY_IS_FAMILY,
    STIX_KEY_LAST_SEEN,
    STIX_KEY_PUBLISHED,
    STIX_KEY_STOP_TIME,
    STIX_KEY_CONFIDENCE,
    STIX_KEY_DEFINITION,
    STIX_KEY_EXTENSIONS,
    STIX_KEY_FIRST_SEEN,
    STIX_KEY_SOURCE_REF,
    STIX_KEY_START_TIME,
    STIX_KEY_TARGET_REF,
    STIX_KEY_DESCRIPTION,
    STIX_KEY_EXPLANATION,
    STIX_KEY_OBJECT_REFS,
    STIX_KEY_CREATED_BY_REF,
    STIX_KEY_IDENTITY_CLASS,
    STIX_KEY_DEFINITION_TYPE,
    STIX_KEY_SIGHTING_OF_REF,
    STIX_KEY_X_MITRE_ALIASES,
    STIX_KEY_X_MITRE_VERSION,
    STIX_KEY_X_MITRE_CONTENTS,
    STIX_KEY_GRANULAR_MARKINGS,
    STIX_KEY_RELATIONSHIP_TYPE,
    STIX_KEY_OBSERVED_DATA_REFS,
    STIX_KEY_WHERE_SIGHTED_REFS,
    STIX_KEY_X_MITRE_DEPRECATED,
    STIX_KEY_EXTERNAL_REFERENCES,
    STIX_KEY_OBJECT_MARKING_REFS,
    STIX_KEY_X_MITRE_MODIFIED_BY_REF,
    N_STIX_KEYS
} StixKey;

/* An embedded reference that has no place of its own in StixKey. */
typedef struct {
    AttriJsonText key;
    AttriJsonText value;
} StixRefMember;

/**
 * StixItem:
 * @list, @index: as in #StixObject
 * @members: each one's text, or none
 * @n_typed: how many objects of the document had a type
 * @rule: what a value of the wrong type breaches
 * @refs: (element-type StixRefMember): the other members whose names end in _ref or _refs
 * @references: (element-type StixReference): see stix_item_references()
 *
 * Strings that it gives out are in the run's arena. What is absent or empty is %NULL or 0; what
 * is of the wrong type is told of, and then as good as absent.
 */
typedef struct {
    const Reader *reader;
    StixRun *run;
    AttriJsonSpan span;
    const char *list;
    guint32 index;
    ReadRule rule;
    AttriJsonText members[N_STIX_KEYS];
    GArray *refs;
    GArray *references;
    guint n_typed;
} StixItem;

/* Where in the table of keys those of each length begin. */
void stix_keys_index (guint8 first[STIX_KEY_LENGTHS]);

/* Notes where the members of @text are, an object. */
void stix_item_enter (StixItem *self, AttriJsonText text);
gboolean stix_item_has (const StixItem *self, StixKey key);

/* Adds a finding on the member @key, or on the object where that is absent or N_STIX_KEYS. */
void stix_item_tell (const StixItem *self, ReadRule rule, StixKey key, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* The same on any member that is there, or with %NULL on the object. */
void stix_item_tell_member (const StixItem *self, ReadRule rule, const char *member,
                            const char *message);
/* Whether the member is there and of this type; told of if it is of another. */
gboolean stix_item_expect (const StixItem *self, StixKey key, AttriJsonType type);

/* What the object cannot do without, a word as check_word has it; %NULL after a finding that it
 * is left out. */
const char *stix_item_require_word (StixItem *self, StixKey key);
StixId *stix_item_require_id (StixItem *self, StixKey key);

const char *stix_item_string (const StixItem *self, StixKey key);
/* The same, good until the next call. */
const char *stix_item_borrow (const StixItem *self, StixKey key);
/* The same as one of the run's words. */
const char *stix_item_word (const StixItem *self, StixKey key);
gboolean stix_item_flag (const StixItem *self, StixKey key);
/* 0 to 100, or -1. */
int stix_item_confidence (const StixItem *self);
/* How often something was seen, or -1. */
gint64 stix_item_count (const StixItem *self);
/* A timestamp in units of 100 ns since 1970; 0 where there is none. */
gint64 stix_item_time (const StixItem *self, StixKey key, AttriDate *date);
StixId *stix_item_id (const StixItem *self, StixKey key);
/* (nullable) (array zero-terminated=1): the ids of a list; what is no id in it is told of. */
StixId *const *stix_item_ids (const StixItem *self, StixKey key);
/* The same of an embedded reference, one id or a list. */
StixId *const *stix_item_ref_ids (const StixItem *self, const StixRefMember *member);
/* The marking_ref of each of granular_markings; those that only say a language have none. */
StixId *const *stix_item_part_markings (const StixItem *self);
/* The same of a single value; %NULL for what is no id, which is not told of. */
StixId *stix_item_find_id (const StixItem *self, AttriJsonText text);

/* A string's text in the arena; %NULL for what is none, or empty. */
const char *stix_text_keep (StixRun *run, AttriJsonText text);
/* The same as one of the run's words. */
const char *stix_text_keep_word (StixRun *run, AttriJsonText text);
/* Reads RFC 3339, as 2021-07-08T12:00:00.5Z; FALSE if it is none. */
gboolean stix_text_time (AttriJsonText text, gint64 *time, AttriDate *date);
