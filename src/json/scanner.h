/* SPDX-License-Identifier: MIT
 *
 * scanner.h: the state of one scan, shared by the files that make it up.
 */
#pragma once

#include "json/scan-private.h"

/* A key of an object that is still open. */
typedef struct {
    const char *bytes; /* decoded; in the text or in the document's keys */
    gsize length;
    guint64 print; /* differs for most keys that differ */
    guint32 line;
    guint32 column;
} ScanKey;

/* An object or array that is still open. */
typedef struct {
    gboolean is_object;
    gboolean in_value; /* between a member's key, or an element's start, and its end */
    guint32 line;      /* of its opening bracket */
    guint32 column;
    guint first_key; /* of an object, in Scanner.keys */
    guint64 index;   /* of an array: the current element */
} ScanFrame;

/**
 * Scanner:
 * @at: the next byte
 * @line_start: where @at's line begins
 * @continued: bytes since @line_start that continue a code point, so that a
 *   column is a subtraction
 * @comma: the last comma, for a message about it
 * @problems: findings of this scan
 */
typedef struct {
    const char *name;
    const char *start;
    const char *end;
    const char *at;
    const char *line_start;
    guint32 line;
    gsize continued;
    AttriPlace comma;
    AttriJsonLimits limits;
    guint64 values;
    guint problems;
    GArray *frames; /* ScanFrame */
    GArray *keys;   /* ScanKey */
    AttriJsonDocument *document;
    AttriFindings *findings;
} Scanner;

/* A string literal, as read. */
typedef struct {
    const char *bytes; /* after the opening quote */
    gsize length;      /* up to the closing quote */
    gsize decoded;     /* length after decoding */
    gboolean escaped;
} ScanString;

typedef enum {
    JSON_RULE_SYNTAX,
    JSON_RULE_TEXT,
    JSON_RULE_DUPLICATE_KEY,
    JSON_RULE_LIMIT,
} JsonRule;

/* What the grammar allows at Scanner.at. */
typedef enum {
    EXPECT_VALUE,
    EXPECT_FIRST_VALUE, /* or the end of the array */
    EXPECT_KEY,
    EXPECT_FIRST_KEY, /* or the end of the object */
    EXPECT_COLON,
    EXPECT_COMMA, /* or the end of the array or object */
    EXPECT_END,
    EXPECT_NOTHING, /* the scan is over */
} Expect;

/* scanner.c */
/* A line or column; past what fits they are all the last one. */
guint32 scanner_clamp (gsize value);
AttriPlace scanner_place (const Scanner *self);
/* Adds a finding at @place, on the value being read. */
void scanner_tell (Scanner *self, JsonRule rule, AttriPlace place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
ScanFrame *scanner_top (const Scanner *self);

/* string.c: FALSE after a finding that ends the scan. */
gboolean scan_string (Scanner *self, ScanString *string);
/* The length of the UTF-8 sequence at @at, or 0 (RFC 3629, section 4). */
guint scan_utf8 (const char *at, const char *end);
/* Writes the decoded form of the literal between its quotes; @out holds @length bytes. */
gsize decode_string (const char *bytes, gsize length, char *out);

/* number.c: FALSE after a finding that ends the scan. */
gboolean scan_number (Scanner *self);

/* keys.c: remembers a key, and checks those of an object that ends. */
void scan_key_add (Scanner *self, const ScanString *string, AttriPlace place);
void scan_keys_check (Scanner *self);

/* complain.c: tells what stands at Scanner.at instead of what is expected. */
void complain (Scanner *self, Expect expect);
