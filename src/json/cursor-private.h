/* SPDX-License-Identifier: MIT
 *
 * cursor-private.h: the values of a scanned document, read where they stand.
 *
 * For readers that want a few members of each of many objects: no tree is made and nothing
 * is copied but what is asked for. The text must have passed attri_json__scan().
 */
#pragma once

#include "json/value-private.h"

/* A value, or a key with its quotes, as it is written. */
typedef struct {
    const char *start;
    const char *end;
} AttriJsonText;

/* What is left of an array or object. */
typedef struct {
    const char *at;
    const char *end;
} AttriJsonCursor;

/* A piece of @document. */
AttriJsonText attri_json__text (const AttriJsonDocument *document, const AttriJsonSpan *span);

AttriJsonType attri_json__text_type (AttriJsonText text);
/* Whether it is the literal true. */
gboolean attri_json__text_is_true (AttriJsonText text);
/* Whether it is a string that reads @wanted. O(length). */
gboolean attri_json__text_reads (AttriJsonText text, const char *wanted);

/**
 * attri_json__text_decode:
 * @text: a string
 * @out: (out) (array): room for as many bytes as @text has
 *
 * Time: O(length).
 *
 * Returns: how many bytes the string has; a NUL is behind them
 */
gsize attri_json__text_decode (AttriJsonText text, char *out);

/* Before the first member or element of @text, an object or array. */
AttriJsonCursor attri_json__enter (AttriJsonText text);
/* Moves past the next member; FALSE at the end. O(length of the member). */
gboolean attri_json__next_member (AttriJsonCursor *self, AttriJsonText *key, AttriJsonText *value);
/* Moves past the next element; FALSE at the end. O(length of the element). */
gboolean attri_json__next_element (AttriJsonCursor *self, AttriJsonText *value);
