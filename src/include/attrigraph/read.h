/* SPDX-License-Identifier: MIT
 *
 * read.h: files in a known format fill a builder.
 * In:  names of files and directories, or bytes.
 * Out: statements in an AttriGraphBuilder; what is wrong, as findings.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

#define ATTRI_READ_ERROR (attri_read_error_quark ())
ATTRI_API GQuark attri_read_error_quark (void);

/**
 * AttriReadError:
 * @ATTRI_READ_ERROR_FINDINGS: the findings say what is wrong
 * @ATTRI_READ_ERROR_NO_JSON: a directory holds no `*.json`
 */
typedef enum {
    ATTRI_READ_ERROR_FINDINGS,
    ATTRI_READ_ERROR_NO_JSON,
} AttriReadError;

/**
 * AttriReadLimits:
 * @file_bytes: largest file, in bytes
 * @values: most JSON values in a file
 * @depth: deepest nesting; more than 1000 counts as 1000
 * @string_bytes: longest string, in bytes after decoding
 *
 * What a file may ask of us.
 */
typedef struct {
    guint64 file_bytes;
    guint64 values;
    guint depth;
    guint64 string_bytes;
} AttriReadLimits;

/* 512 MiB, 50 million values, 64 levels, 64 KiB. */
ATTRI_API AttriReadLimits attri_read_limits_default (void);

/* How many entities of a type there are. */
typedef struct {
    const AttriTypeInfo *type; /* the generic row for all types unknown to us */
    guint count;
} AttriTypeCount;

/**
 * AttriReadFile:
 * @name: as in the places of findings
 * @path: what it was found by: @name, or the directory that was to be read
 * @format: "STIX bundle", or %NULL where it could not be read or recognised
 * @is_feed: whether somebody publishes it in a format not ours
 * @types: (array length=n_types): entities by type, those that we know in byte
 *   order, before all others together
 * @relationships: statements with an entity at either end
 * @names: other names, and who gives them
 * @reports: publications that the file itself describes, not merely cites
 *
 * One file and what it holds, before anything is joined: revoked and repeated
 * records count like all others. How much of it was not taken as it came is told
 * by attri_findings_count_by_rule().
 */
typedef struct {
    const char *name;
    const char *path;
    const char *format;
    gboolean is_feed;
    const AttriTypeCount *types;
    guint n_types;
    guint relationships;
    guint names;
    guint reports;
} AttriReadFile;

/**
 * AttriReadReport:
 *
 * What was read, file by file, in the order of reading; each name once. It has
 * one owner, and may be filled by several calls.
 */
typedef struct _AttriReadReport AttriReadReport;

ATTRI_API AttriReadReport *attri_read_report_new (void);
ATTRI_API void attri_read_report_free (AttriReadReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriReadReport, attri_read_report_free)

ATTRI_API guint attri_read_report_get_n_files (const AttriReadReport *self);
/* (transfer none): a file, by index. */
ATTRI_API const AttriReadFile *
attri_read_report_get_file (const AttriReadReport *self, guint index);
/* (transfer none) (nullable): the file of that name. O(log n) once reading is over. */
ATTRI_API const AttriReadFile *
attri_read_report_find (const AttriReadReport *self, const char *name);

/**
 * attri_read_report_get_progress:
 * @n_done: (out): files that have been read
 * @n_all: (out): files that are to be read, 0 until that is known
 *
 * The one function that may be called in another thread while files are read.
 */
ATTRI_API void
attri_read_report_get_progress (const AttriReadReport *self, guint *n_done, guint *n_all);

/**
 * attri_read_paths:
 * @builder: filled
 * @paths: (array zero-terminated=1): files, directories (every `*.json` below
 *   them, in byte order of the path), or `-` for standard input
 * @limits: (nullable): what a file may ask of us; the defaults if %NULL
 * @findings: where problems are told
 * @error: return location for a #G_FILE_ERROR with the path in its message, or
 *   an #ATTRI_READ_ERROR
 *
 * Goes on after a bad file, so that one run names all of them; the messages of
 * files that cannot be read stand in @error, a line each.
 *
 * Time: O(bytes).
 *
 * Returns: whether everything was read
 */
ATTRI_API gboolean attri_read_paths (AttriGraphBuilder *builder, const char *const *paths,
                                     const AttriReadLimits *limits, AttriFindings *findings,
                                     GError **error);

/* The same, and says in @report (nullable) what was read. */
ATTRI_API gboolean attri_read_paths_full (AttriGraphBuilder *builder, const char *const *paths,
                                          const AttriReadLimits *limits, AttriFindings *findings,
                                          AttriReadReport *report, GError **error);

/* The same for one document in memory; @name stands in messages. */
ATTRI_API gboolean attri_read_bytes (AttriGraphBuilder *builder, const char *name, GBytes *bytes,
                                     const AttriReadLimits *limits, AttriFindings *findings,
                                     GError **error);
ATTRI_API gboolean attri_read_bytes_full (AttriGraphBuilder *builder, const char *name,
                                          GBytes *bytes, const AttriReadLimits *limits,
                                          AttriFindings *findings, AttriReadReport *report,
                                          GError **error);

/**
 * attri_read_availability:
 * @builder: (transfer none): all that is known of the tools otherwise
 * @path: (nullable): a file or directory, or the file that is installed with the library
 * @limits: (nullable): what a file may ask of us; the defaults if %NULL
 *
 * Adds what @path says of how easily tools are had, for tools that bear an external
 * id it speaks of and of which @builder does not say it yet; see
 * attri_graph_builder_annotate(). Nothing else of it enters @builder.
 *
 * Returns: whether it was read
 */
ATTRI_API gboolean attri_read_availability (AttriGraphBuilder *builder, const char *path,
                                            const AttriReadLimits *limits, AttriFindings *findings,
                                            GError **error);

/**
 * attri_read_splice:
 * @name: the document's, for messages
 * @bytes: a document in the own format
 * @list: "sources", "entities" or "relationships"
 * @element: JSON text to stand at the end of that list, which is added where it is missing
 * @error: return location for an #ATTRI_READ_ERROR with the place in its message
 *
 * Nothing is rewritten: all other bytes stay. The result is not checked.
 *
 * Time: O(length).
 *
 * Returns: (transfer full) (nullable): the longer document
 */
ATTRI_API GBytes *attri_read_splice (const char *name, GBytes *bytes, const char *list,
                                     const char *element, GError **error);

/**
 * attri_read_default_citation:
 * @source, @claimant: (out) (transfer full) (nullable): what the document cites by default
 *
 * Returns: whether @bytes are a document in the own format
 */
ATTRI_API gboolean attri_read_default_citation (const char *name, GBytes *bytes, char **source,
                                                char **claimant, GError **error);

/* The rules this room checks, for the manual. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_read_get_rules (guint *n);
/* Those that every JSON text is checked by first. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_read_get_json_rules (guint *n);

G_END_DECLS
