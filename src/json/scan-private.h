/* SPDX-License-Identifier: MIT
 *
 * scan-private.h: bytes that claim to be JSON are checked, and cut into pieces.
 */
#pragma once

#include <attrigraph/base.h>

/**
 * AttriJsonLimits:
 * @values: most values in a document
 * @depth: deepest nesting, at most 1000
 * @string_bytes: longest string or key, in bytes after decoding
 */
typedef struct {
    guint64 values;
    guint depth;
    guint64 string_bytes;
} AttriJsonLimits;

/* cJSON copies a number into a buffer of 64 and drops the rest. */
#define ATTRI_JSON_NUMBER_BYTES 63

/* After so many problems that leave the grammar intact, a scan gives up. */
#define ATTRI_JSON_PROBLEMS 100

/* Where one value begins and ends in the text, and its first byte's place. */
typedef struct {
    gsize start;
    gsize end;
    guint32 line;
    guint32 column;
} AttriJsonSpan;

/**
 * AttriJsonMember:
 * @key: decoded, or "" for the root itself where that is no object
 * @key_line, @key_column: where the key is
 * @span: the value
 * @first, @n: its elements in #AttriJsonDocument.elements, if it is an array
 */
typedef struct {
    const char *key;
    guint32 key_line;
    guint32 key_column;
    AttriJsonSpan span;
    guint first;
    guint n;
} AttriJsonMember;

/**
 * AttriJsonDocument:
 * @text: borrowed from the caller, who keeps it while this lives
 * @root: the whole value
 * @members: (element-type AttriJsonMember): the root object's members in their
 *   order, or one for a root that is no object
 * @elements: (element-type AttriJsonSpan): elements of members that are arrays
 *
 * A document known to be strict JSON, parsed no further than one needs to
 * take it apart: attri_json__parse() makes a tree of one piece at a time.
 */
typedef struct {
    const char *text;
    AttriJsonSpan root;
    GArray *members;
    GArray *elements;
    GStringChunk *keys;
} AttriJsonDocument;

/**
 * attri_json__scan:
 * @name: the file, for messages
 * @text: (array length=length): any bytes; borrowed
 * @findings: the first breach of the grammar is told, and every duplicate
 *   key, bad character and long string before it, up to a bound
 *
 * Checks RFC 8259 strictly, and more: no duplicate keys, no U+0000, no lone
 * surrogates, no byte order mark.
 *
 * Time: O(length), plus O(k log k) for an object of k keys.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL after an error
 */
AttriJsonDocument *attri_json__scan (const char *name, const char *text, gsize length,
                                     const AttriJsonLimits *limits, AttriFindings *findings);
void attri_json__document_free (AttriJsonDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriJsonDocument, attri_json__document_free)

/* The root's member @key, or %NULL. O(members). */
const AttriJsonMember *attri_json__document_find (const AttriJsonDocument *self, const char *key);
/* The element @index of @member. O(1). */
const AttriJsonSpan *attri_json__document_element (const AttriJsonDocument *self,
                                                   const AttriJsonMember *member, guint index);

/* Appends `/` and @key as a reference token of a JSON pointer (RFC 6901, section 3). */
void attri_json__pointer_append (GString *pointer, const char *key);

/* The rules this room checks. (transfer none) (array length=n) */
const AttriRule *attri_json__get_rules (guint *n);
