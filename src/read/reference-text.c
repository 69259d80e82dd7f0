/* SPDX-License-Identifier: MIT
 *
 * reference-text.c: the description of a reference goes in, its parts come out; they point into
 * the description.
 */
#include "read/reference.h"

#include <string.h>

#define LONGEST_DATE 40

/* A run of bytes. */
typedef struct {
    const char *at;
    const char *end;
} Span;

static Span
trim (Span span)
{
    while (span.at < span.end && g_ascii_isspace (*span.at))
        span.at++;
    while (span.end > span.at && g_ascii_isspace (span.end[-1]))
        span.end--;
    return span;
}

/* ---- dates ---- */

/* 1 to 12 by the first three letters, or 0. */
static guint8
read_month (const char *word, gsize length)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (guint8 i = 0; length >= 3 && i < 12; i++) {
        if (g_ascii_strncasecmp (word, months + 3 * (gsize)i, 3) == 0)
            return i + 1;
    }
    return 0;
}

/* @date without what is impossible in it. */
static AttriDate
settle_date (AttriDate date)
{
    AttriDate valid = ATTRI_DATE_NONE;
    do {
        g_autofree char *text = attri_date_to_string (date);
        if (date.year >= 1900 && date.year < 2200 && attri_date_parse (text, &valid))
            return valid;
        if (date.day != 0)
            date.day = 0;
        else if (date.month != 0)
            date.month = 0;
        else
            date.year = 0;
    } while (date.year != 0);
    return valid;
}

/* Puts a number where it belongs: a year has four digits; of the others a month comes first,
 * unless it stands there already as a word. */
static gboolean
take_number (AttriDate *date, guint value, gsize digits)
{
    if (digits == 4 && date->year == 0)
        date->year = (guint16)value;
    else if (digits > 2)
        return FALSE;
    else if (date->month == 0 && date->year != 0 && value <= 12)
        date->month = (guint8)value;
    else if (date->day == 0 && value <= 31)
        date->day = (guint8)value;
    return TRUE;
}

/* "n.d." comes as two words. */
static gboolean
is_no_date (const char *word, gsize length)
{
    return (length == 1 && strchr ("ndND", *word) != NULL) ||
           (length == 2 && g_ascii_strncasecmp (word, "nd", 2) == 0) ||
           (length == 4 && strncmp (word, "null", 4) == 0);
}

/**
 * read_date:
 * @span: what may be a date: "2017, April 6", "MAY 1, 2020", "2019/03/28", "Sept. 2018",
 *   "n.d.", "2020, March null"
 * @date: (out): the date, none for "n.d."
 *
 * Returns: whether there is nothing else in @span
 */
static gboolean
read_date (Span span, AttriDate *date)
{
    AttriDate read = ATTRI_DATE_NONE;
    gboolean none = FALSE;

    while (span.at < span.end) {
        const char *word = span.at;
        if (g_ascii_isdigit (*word)) {
            guint value = 0;
            for (; span.at < span.end && g_ascii_isdigit (*span.at); span.at++)
                value = MIN (value * 10 + (guint)(*span.at - '0'), 10000);
            if (!take_number (&read, value, (gsize)(span.at - word)))
                return FALSE;
        } else if (g_ascii_isalpha (*word)) {
            while (span.at < span.end && g_ascii_isalpha (*span.at))
                span.at++;
            const gsize length = (gsize)(span.at - word);
            const guint8 month = read_month (word, length);
            if (month != 0)
                read.month = read.month != 0 ? read.month : month;
            else if (is_no_date (word, length))
                none = TRUE;
            else if (!(length == 2 && read.day != 0)) /* "1st" */
                return FALSE;
        } else if (strchr (" \t\n,./-", *span.at++) == NULL) {
            return FALSE;
        }
    }
    *date = settle_date (read);
    return none || read.year != 0 || read.month != 0;
}

/* ---- parts ---- */

/* A date at the head of @span that is followed by the rest of a sentence, as "2019, March 26" in
 * "2019, March 26 VPNFilter Deep Dive"; @span moves behind it. */
static gboolean
skip_bare_date (Span *span, AttriDate *date)
{
    static const char shape[] = "0000, ";
    for (gsize i = 0; shape[i] != '\0'; i++) {
        if (span->at + i >= span->end ||
            (shape[i] == '0' ? !g_ascii_isdigit (span->at[i]) : span->at[i] != shape[i]))
            return FALSE;
    }
    const char *end = span->at + strlen (shape);
    const char *month = end;
    while (end < span->end && g_ascii_isalpha (*end))
        end++;
    if (read_month (month, (gsize)(end - month)) == 0)
        return FALSE;
    if (end + 1 < span->end && *end == ' ' && g_ascii_isdigit (end[1])) {
        for (end++; end < span->end && g_ascii_isdigit (*end);)
            end++;
    }
    if (!read_date ((Span){span->at, end}, date))
        return FALSE;
    span->at = end;
    return TRUE;
}

/* A date in parentheses at the head of @span; @span moves behind it. */
static gboolean
skip_enclosed_date (Span *span, AttriDate *date)
{
    const char *limit = MIN (span->end, span->at + LONGEST_DATE);
    const char *close = memchr (span->at, ')', (gsize)(limit - span->at));
    if (*span->at != '(' || close == NULL || !read_date ((Span){span->at + 1, close}, date))
        return FALSE;
    span->at = close + 1;
    return TRUE;
}

/* Divides @all at its date into what is before and behind; FALSE if it has none. */
static gboolean
divide_at_date (Span all, Span *before, Span *behind, AttriDate *date)
{
    for (Span rest = all; rest.at < rest.end; rest.at++) {
        const char *at = rest.at;
        const gboolean word = at == all.at || g_ascii_isspace (at[-1]) || *at == '(';
        if (word && (skip_enclosed_date (&rest, date) || skip_bare_date (&rest, date))) {
            *before = (Span){all.at, at};
            *behind = rest;
            return TRUE;
        }
    }
    return FALSE;
}

/* Cuts "Retrieved DATE." off the end of @span. */
static AttriDate
cut_retrieved (Span *span)
{
    static const char word[] = "retrieved";
    const gsize length = strlen (word);
    AttriDate date = ATTRI_DATE_NONE;

    for (const char *at = span->end; at-- > span->at;) {
        if ((gsize)(span->end - at) < length || g_ascii_strncasecmp (at, word, length) != 0 ||
            (at > span->at && g_ascii_isalnum (at[-1])))
            continue;
        Span rest = trim ((Span){at + length, span->end});
        if ((gsize)(rest.end - rest.at) > 3 && g_ascii_strncasecmp (rest.at, "on ", 3) == 0)
            rest.at += 3;
        if (rest.end - rest.at <= LONGEST_DATE && read_date (rest, &date)) {
            span->end = at;
            return date;
        }
        return ATTRI_DATE_NONE;
    }
    return ATTRI_DATE_NONE;
}

/* Without the stop at its end, unless that is one of several. */
static Span
trim_title (Span span)
{
    while (span.at < span.end && strchr (" \t\n.,", *span.at) != NULL)
        span.at++;
    span = trim (span);
    const gsize length = (gsize)(span.end - span.at);
    const gboolean ellipsis = length >= 3 && memcmp (span.end - 3, "...", 3) == 0;
    if (length >= 1 && span.end[-1] == '.' && !ellipsis)
        span.end--;
    return trim (span);
}

/* The same, unless it is an initial's. */
static Span
trim_authors (Span span)
{
    span = trim (span);
    const gsize length = (gsize)(span.end - span.at);
    const gboolean initial = length >= 2 && g_ascii_isupper (span.end[-2]) &&
                             (length == 2 || !g_ascii_isalnum (span.end[-3]));
    return initial ? span : trim_title (span);
}

ReferenceText
reference_parse_text (const char *description)
{
    Span all = {description, description + strlen (description)};
    Span authors = {all.at, all.at};
    ReferenceText text = {.published = ATTRI_DATE_NONE};

    text.retrieved = cut_retrieved (&all);
    Span title = all;
    if (divide_at_date (all, &authors, &title, &text.published))
        authors = trim_authors (authors);
    title = trim_title (title);

    text.authors = authors.at;
    text.authors_length = (gsize)(authors.end - authors.at);
    text.title = title.at;
    text.title_length = (gsize)(title.end - title.at);
    return text;
}
