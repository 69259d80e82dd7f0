/* SPDX-License-Identifier: MIT
 *
 * value.c: the only file that knows cJSON.
 *
 * It is given pieces that a scan has passed, which keeps it from what it does
 * not see itself: duplicate keys, U+0000, invalid UTF-8, numbers of more than
 * 63 characters and endless nesting. Keys are matched by bytes, lists walked by
 * their links, and its global hooks left alone.
 */
#include "json/value-private.h"

#include <cjson/cJSON.h>

#define MAX_EXACT_INTEGER 9007199254740992.0 /* 2⁵³ */

AttriJson *
attri_json__parse (const AttriJsonDocument *document, const AttriJsonSpan *span)
{
    return cJSON_ParseWithLength (document->text + span->start, span->end - span->start);
}

void
attri_json__free (AttriJson *self)
{
    cJSON_Delete (self);
}

AttriJsonType
attri_json__get_type (const AttriJson *self)
{
    if (cJSON_IsString (self))
        return ATTRI_JSON_STRING;
    if (cJSON_IsObject (self))
        return ATTRI_JSON_OBJECT;
    if (cJSON_IsArray (self))
        return ATTRI_JSON_ARRAY;
    if (cJSON_IsNumber (self))
        return ATTRI_JSON_NUMBER;
    return cJSON_IsBool (self) ? ATTRI_JSON_BOOL : ATTRI_JSON_NULL;
}

AttriJsonType
attri_json__type_of (char first)
{
    switch (first) {
    case '{':
        return ATTRI_JSON_OBJECT;
    case '[':
        return ATTRI_JSON_ARRAY;
    case '"':
        return ATTRI_JSON_STRING;
    case 't':
    case 'f':
        return ATTRI_JSON_BOOL;
    case 'n':
        return ATTRI_JSON_NULL;
    default:
        return ATTRI_JSON_NUMBER;
    }
}

AttriJsonType
attri_json__span_type (const AttriJsonDocument *document, const AttriJsonSpan *span)
{
    return attri_json__type_of (document->text[span->start]);
}

const char *
attri_json__type_name (AttriJsonType type)
{
    static const char *const names[] = {
        [ATTRI_JSON_NULL] = "null",       [ATTRI_JSON_BOOL] = "true or false",
        [ATTRI_JSON_NUMBER] = "a number", [ATTRI_JSON_STRING] = "a string",
        [ATTRI_JSON_ARRAY] = "an array",  [ATTRI_JSON_OBJECT] = "an object",
    };
    return names[type];
}

const AttriJson *
attri_json__get_first (const AttriJson *self)
{
    return self->child;
}

const AttriJson *
attri_json__get_next (const AttriJson *self)
{
    return self->next;
}

const char *
attri_json__get_key (const AttriJson *self)
{
    return self->string;
}

const AttriJson *
attri_json__get_member (const AttriJson *self, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive (self, key);
}

const char *
attri_json__get_string (const AttriJson *self)
{
    return cJSON_GetStringValue (self);
}

gboolean
attri_json__get_bool (const AttriJson *self)
{
    return cJSON_IsTrue (self);
}

gboolean
attri_json__get_integer (const AttriJson *self, gint64 *value)
{
    if (!cJSON_IsNumber (self))
        return FALSE;
    const double number = self->valuedouble;
    /* Written so that infinity, as of 1e999, fails too. */
    if (!(number >= -MAX_EXACT_INTEGER && number <= MAX_EXACT_INTEGER))
        return FALSE;
    const gint64 whole = (gint64)number;
    if ((double)whole != number)
        return FALSE;
    *value = whole;
    return TRUE;
}
