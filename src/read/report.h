/* SPDX-License-Identifier: MIT
 *
 * report.h: the account of what was read, as the files of this room keep it.
 */
#pragma once

#include <attrigraph/read.h>

/* How many drafts a builder held before a run. */
typedef struct {
    guint entities;
    guint sources;
    guint statements;
} ReportMark;

ReportMark report_mark (const AttriGraphBuilder *builder);

/* So many files more are to be read. */
void report_expect (AttriReadReport *self, guint n);
/* A file is done with; @format is a literal, or %NULL if it is in none. */
void report_add_file (AttriReadReport *self, const char *name, const char *path, const char *format,
                      gboolean is_feed);

/**
 * report_count:
 * @since: the builder as it was before the run
 *
 * Counts what the files of a run gave to @builder, once all of it is there.
 *
 * Time: O(n log files) for n drafts.
 */
void report_count (AttriReadReport *self, const AttriGraphBuilder *builder, ReportMark since);
