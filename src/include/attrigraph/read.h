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

/* The same for one document in memory; @name stands in messages. */
ATTRI_API gboolean attri_read_bytes (AttriGraphBuilder *builder, const char *name, GBytes *bytes,
                                     const AttriReadLimits *limits, AttriFindings *findings,
                                     GError **error);

/* The rules this room checks, for the manual. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_read_get_rules (guint *n);
/* Those that every JSON text is checked by first. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_read_get_json_rules (guint *n);

G_END_DECLS
