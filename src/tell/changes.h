/* SPDX-License-Identifier: MIT
 *
 * changes.h: a diff as sentences, in the order in which they are told.
 */
#pragma once

#include <attrigraph/tell.h>

G_BEGIN_DECLS

/* The chapters, in order. */
typedef enum {
    ATTRI_SECTION_SOURCES,
    ATTRI_SECTION_GROUPS,
    ATTRI_SECTION_TOOLING,
    ATTRI_SECTION_NAMES,
    ATTRI_SECTION_CLAIMS,
    ATTRI_SECTION_RETRACTIONS,
    ATTRI_SECTION_OTHER,
    ATTRI_SECTION_VIEWS,
    ATTRI_N_SECTIONS,
} AttriSection;

/* What became of it, as a reader counts. The last three are no change of the facts, or one that
 * is told once for all. */
typedef enum {
    ATTRI_KIND_ADDED,
    ATTRI_KIND_GONE,
    ATTRI_KIND_CHANGED,
    ATTRI_KIND_WITHDRAWN,
    ATTRI_KIND_REVOKED,
    ATTRI_KIND_HIDDEN,
    ATTRI_KIND_MARKED,
    ATTRI_KIND_REWORDED,
    ATTRI_KIND_RESTAMPED,
    ATTRI_N_KINDS,
} AttriChangeKind;

/**
 * AttriChangeEntry:
 * @row: in the diff, or %G_MAXUINT for an edition
 * @what: "TAG-22 uses Winnti"
 * @detail: "hedge suspected → stated", or ""
 * @says: "says Trend Micro, 2022, read in MITRE ATT&CK; new to us", or ""
 *
 * Not yet escaped.
 */
typedef struct {
    AttriSection section;
    AttriChangeKind kind;
    guint row;
    char *what;
    char *detail;
    char *says;
} AttriChangeEntry;

/* (element-type AttriChangeEntry): the changes by section, then as the diff has them.
 * (transfer full) */
GArray *attri_tell__changes_list (const AttriDiff *diff);

/* A section's heading, and its name as a JSON value. */
const char *attri_tell__section_get_heading (AttriSection section);
const char *attri_tell__section_get_slug (AttriSection section);

/* How many there are of each kind. */
void attri_tell__changes_count (const GArray *entries, guint *counts);
/* Whether it is told without being asked for. */
gboolean attri_tell__kind_is_told (AttriChangeKind kind);

/* "removed" */
const char *attri_tell__change_get_word (AttriChange change);
/* NULL where there is nothing to say. */
const char *attri_tell__novelty_get_word (AttriNovelty novelty);
const char *attri_tell__retraction_get_word (AttriRetraction retraction);

char *attri_tell__changes_to_json (const AttriDiff *diff, const GArray *entries,
                                   const AttriChangesOptions *options);

/* Appends Markdown with headings of level 3; of a section at most @most are listed. */
void attri_tell__changes_append_markdown (const AttriDiff *diff, guint most, GString *text);

G_END_DECLS
