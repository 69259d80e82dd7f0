/* SPDX-License-Identifier: MIT
 *
 * locate-private.h: the place of a value, found by reading its text again.
 */
#pragma once

#include "json/scan-private.h"

/* Which end of a member a message is about. */
typedef enum {
    ATTRI_JSON_AT_VALUE,
    ATTRI_JSON_AT_KEY,
} AttriJsonWhere;

/**
 * attri_json__locate:
 * @document: what @span is a piece of
 * @span: a piece of it
 * @pointer: JSON pointer of the culprit, from @span on
 * @where: which end of it
 *
 * No index of places is kept, because almost no value is ever wrong.
 *
 * Time: O(length of @span).
 *
 * Returns: the culprit's value; where it does not exist, the innermost value
 * on the way there
 */
AttriJsonSpan attri_json__locate (const AttriJsonDocument *document, const AttriJsonSpan *span,
                                  const char *pointer, AttriJsonWhere where);

/**
 * attri_json__locate_first:
 * @array: where an array is, as attri_json__locate() told
 *
 * Returns: its first element; @array itself if it is empty
 */
AttriJsonSpan
attri_json__locate_first (const AttriJsonDocument *document, const AttriJsonSpan *array);
/* The element after @element; @element itself if that is the last. */
AttriJsonSpan
attri_json__locate_next (const AttriJsonDocument *document, const AttriJsonSpan *element);
