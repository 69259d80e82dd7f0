/* SPDX-License-Identifier: MIT
 *
 * value-private.h: one piece of a scanned document as a tree of values.
 */
#pragma once

#include "json/scan-private.h"

/* A value; owned by the tree it is part of. */
typedef struct cJSON AttriJson;

typedef enum {
    ATTRI_JSON_NULL,
    ATTRI_JSON_BOOL,
    ATTRI_JSON_NUMBER,
    ATTRI_JSON_STRING,
    ATTRI_JSON_ARRAY,
    ATTRI_JSON_OBJECT,
} AttriJsonType;

/**
 * attri_json__parse:
 * @span: a piece of @document
 *
 * Time: O(length of @span).
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL for want of memory
 */
AttriJson *attri_json__parse (const AttriJsonDocument *document, const AttriJsonSpan *span);
void attri_json__free (AttriJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriJson, attri_json__free)

AttriJsonType attri_json__get_type (const AttriJson *self);
/* The same of a value that is not parsed, by its first byte. */
AttriJsonType attri_json__type_of (char first);
/* The same of a piece that is not parsed. */
AttriJsonType attri_json__span_type (const AttriJsonDocument *document, const AttriJsonSpan *span);
/* "a string", for a message. */
const char *attri_json__type_name (AttriJsonType type);

/* The first value inside an array or object, and the one after a value; %NULL at the end. */
const AttriJson *attri_json__get_first (const AttriJson *self);
const AttriJson *attri_json__get_next (const AttriJson *self);
/* The key of an object's member. */
const char *attri_json__get_key (const AttriJson *self);
/* The member @key of an object, matched by its bytes, or %NULL. O(members). */
const AttriJson *attri_json__get_member (const AttriJson *self, const char *key);

/* The text of a string, else %NULL. */
const char *attri_json__get_string (const AttriJson *self);
/* Whether @self is true. */
gboolean attri_json__get_bool (const AttriJson *self);
/**
 * attri_json__get_integer:
 * @value: (out): its value; untouched on failure
 *
 * Returns: whether @self is a whole number that a double holds exactly, that is
 * from -2⁵³ to 2⁵³
 */
gboolean attri_json__get_integer (const AttriJson *self, gint64 *value);
