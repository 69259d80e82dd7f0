/* SPDX-License-Identifier: MIT
 *
 * base.h: places, findings, dates and saved bytes; no word of our trade.
 */
#pragma once

#include <attrigraph/api.h>

G_BEGIN_DECLS

/**
 * AttriSeverity:
 * @ATTRI_SEVERITY_INFO: worth knowing
 * @ATTRI_SEVERITY_WARNING: doubtful, but it can be drawn
 * @ATTRI_SEVERITY_ERROR: wrong; reading fails on it
 */
typedef enum {
    ATTRI_SEVERITY_INFO,
    ATTRI_SEVERITY_WARNING,
    ATTRI_SEVERITY_ERROR,
} AttriSeverity;

ATTRI_API const char *attri_severity_to_string (AttriSeverity severity);

/**
 * AttriRule:
 * @slug: stable name, lower case with hyphens
 * @severity: how grave a breach is
 * @summary: one sentence for the finding's reader
 * @explanation: why the rule exists and what to do
 *
 * One kind of finding. Every room that makes findings has one table of these.
 */
typedef struct {
    const char *slug;
    AttriSeverity severity;
    const char *summary;
    const char *explanation;
} AttriRule;

/**
 * AttriPlace:
 * @file: name as the user gave it, or %NULL for nowhere in particular
 * @line: from 1, or 0 for the whole file
 * @column: from 1, in Unicode code points, or 0 for the whole line
 */
typedef struct {
    const char *file;
    guint32 line;
    guint32 column;
} AttriPlace;

/**
 * AttriFinding:
 * @rule: what was breached
 * @place: where
 * @pointer: JSON pointer (RFC 6901), or ""
 * @message: the problem and what was expected, input already escaped
 */
typedef struct {
    const AttriRule *rule;
    AttriPlace place;
    const char *pointer;
    const char *message;
} AttriFinding;

/* How often a rule was breached. */
typedef struct {
    const AttriRule *rule;
    guint count;
} AttriRuleCount;

/**
 * AttriFindings:
 *
 * A growing list of findings with one owner. It keeps copies of all strings,
 * so it outlives what it speaks of. Past its bound it only counts; each severity
 * has the bound for itself, so that no flood of notes hides an error.
 */
typedef struct _AttriFindings AttriFindings;

/**
 * attri_findings_new:
 * @bound: how many findings of each severity to keep; the rest are counted
 *
 * Returns: (transfer full): an empty list
 */
ATTRI_API AttriFindings *attri_findings_new (guint bound);
ATTRI_API void attri_findings_free (AttriFindings *self);

/**
 * attri_findings_add:
 * @pointer: (nullable): JSON pointer of the culprit
 * @format: the message; escape input with attri_text__quote() first
 */
ATTRI_API void
attri_findings_add (AttriFindings *self, const AttriRule *rule, AttriPlace place,
                    const char *pointer, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* How many there were of at least this severity, kept or not. O(1). */
ATTRI_API guint attri_findings_count (const AttriFindings *self, AttriSeverity at_least);
/**
 * attri_findings_count_by_rule:
 * @file: (nullable): only findings in the file of this name; all if %NULL
 *
 * Time: O(log n + rules), or O(n) for all, n being the pairs of file and rule.
 *
 * Returns: (transfer full) (element-type AttriRuleCount): how many there were of
 * each rule that was breached, kept or not, by slug
 */
ATTRI_API GArray *attri_findings_count_by_rule (const AttriFindings *self, const char *file);
/* Whether the next finding of this severity would only be counted. O(1). */
ATTRI_API gboolean attri_findings_is_full (const AttriFindings *self, AttriSeverity severity);
/* How many are kept, and the kept ones by index. */
ATTRI_API guint attri_findings_get_n_kept (const AttriFindings *self);
ATTRI_API const AttriFinding *attri_findings_get (const AttriFindings *self, guint index);
/* Sorts by file, line, column, slug, message. O(n log n). */
ATTRI_API void attri_findings_sort (AttriFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriFindings, attri_findings_free)

/**
 * attri_finding_to_string:
 *
 * Returns: (transfer full): `file:line:col: severity: slug: message`, without a
 * newline
 */
ATTRI_API char *attri_finding_to_string (const AttriFinding *finding);

/**
 * attri_finding_to_diagnostic:
 *
 * Returns: (transfer full): `file:line:col: /pointer: problem; expectation`,
 * after `warning: ` or `note: ` when it is no error; without a newline
 */
ATTRI_API char *attri_finding_to_diagnostic (const AttriFinding *finding);

/**
 * AttriDate:
 * @year: 1 to 9999, or 0 for no date
 * @month: 1 to 12, or 0 where only the year is known
 * @day: 1 to 31, or 0 where only the month is known
 *
 * A day, a month or a year. Times of day are dropped: no rule here needs them.
 */
typedef struct {
    guint16 year;
    guint8 month;
    guint8 day;
} AttriDate;

#define ATTRI_DATE_NONE ((AttriDate){0, 0, 0})

/**
 * attri_date_parse:
 * @text: `Y`, `Y-M`, `Y-M-D` with four and two digits, or an RFC 3339 date and
 *   time, whose UTC day is taken
 * @date: (out): the date; untouched on failure
 *
 * Returns: whether @text is a date of the proleptic Gregorian calendar
 */
ATTRI_API gboolean attri_date_parse (const char *text, AttriDate *date);
/* The text form that attri_date_parse() reads back; "" for no date. (transfer full) */
ATTRI_API char *attri_date_to_string (AttriDate date);
/* The last day of the year or month, so that a month counts at its end. */
ATTRI_API AttriDate attri_date_end (AttriDate date);
/* <0, 0, >0 by the last day of each; no date sorts before all others. */
ATTRI_API int attri_date_compare (AttriDate a, AttriDate b);
ATTRI_API gboolean attri_date_is_set (AttriDate date);

/**
 * attri_text_nearest:
 * @word: what was typed
 * @candidates: (array zero-terminated=1): what could have been meant
 *
 * Time: O(n · length²).
 *
 * Returns: (transfer none) (nullable): the one candidate nearest to @word by
 * edit distance with transpositions, none if even that is too far; the case of
 * ASCII letters does not count; ties go to the first
 */
ATTRI_API const char *attri_text_nearest (const char *word, const char *const *candidates);

/**
 * attri_text_for_terminal:
 *
 * Returns: (transfer full): @text with control, bidirectional and zero-width
 * characters, and what is stacked beyond three marks on one letter, written as
 * visible escapes (`\u202e`) and invalid UTF-8 as `\xNN`
 */
ATTRI_API char *attri_text_for_terminal (const char *text);

/**
 * attri_save:
 * @path: a file name
 * @bytes: all that is to be in it
 * @error: return location for a #G_FILE_ERROR, prefixed with the path
 *
 * Writes a temporary file beside @path, syncs and renames it, so that a failure
 * leaves what was there. The new file has the mode of the old one, or what the
 * umask leaves; a read-only file is not replaced. A device, pipe or other
 * special file is written to in place; a link is followed and its target
 * replaced.
 *
 * Returns: whether every byte is in place
 */
ATTRI_API gboolean attri_save (const char *path, GBytes *bytes, GError **error);

/**
 * attri_save_fd:
 * @fd: an open descriptor, such as that of standard output; stays open
 * @bytes: all that is to be written
 * @error: return location for a #G_FILE_ERROR, for the caller to prefix
 *
 * Goes on after signals and short writes, and waits where @fd does not block.
 * On a pipe that nobody reads SIGPIPE is raised as for any write.
 *
 * Returns: whether every byte was written
 */
ATTRI_API gboolean attri_save_fd (int fd, GBytes *bytes, GError **error);

G_END_DECLS
