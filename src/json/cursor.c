/* SPDX-License-Identifier: MIT
 *
 * cursor.c: the text of a piece that a scan has passed is walked once; where its
 * values begin and end comes out. Nothing is owned.
 *
 * Most bytes are in strings, which memchr() crosses fastest. Lines and columns
 * are not counted: attri_json__locate() finds the place of the few values that
 * somebody has to be told of.
 */
#include "json/cursor-private.h"

#include "json/scanner.h"

#include <string.h>

AttriJsonText
attri_json__text (const AttriJsonDocument *document, const AttriJsonSpan *span)
{
    return (AttriJsonText){document->text + span->start, document->text + span->end};
}

AttriJsonType
attri_json__text_type (AttriJsonText text)
{
    return attri_json__type_of (*text.start);
}

gboolean
attri_json__text_is_true (AttriJsonText text)
{
    return *text.start == 't';
}

gboolean
attri_json__text_reads (AttriJsonText text, const char *wanted)
{
    const gsize n = strlen (wanted);

    if (*text.start != '"')
        return FALSE;
    const gsize length = (gsize)(text.end - text.start) - 2;
    if (length <= n)
        return length == n && memcmp (text.start + 1, wanted, n) == 0;
    /* What is longer can only be the same if it is written with escapes. */
    if (memchr (text.start, '\\', length + 1) == NULL)
        return FALSE;
    g_autofree char *decoded = g_malloc (length + 2);
    attri_json__text_decode (text, decoded);
    return strcmp (decoded, wanted) == 0;
}

gsize
attri_json__text_decode (AttriJsonText text, char *out)
{
    const char *bytes = text.start + 1;
    gsize length = (gsize)(text.end - text.start) - 2;

    if (memchr (bytes, '\\', length) == NULL)
        memcpy (out, bytes, length);
    else
        length = decode_string (bytes, length, out);
    out[length] = '\0';
    return length;
}

/* Something else comes before @end. Blanks are indentation, mostly, and crossed four at a time. */
static const char *
skip_space (const char *at, const char *end)
{
    while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
        at += *at == ' ' && end - at >= 4 && memcmp (at, "    ", 4) == 0 ? 4 : 1;
    return at;
}

/* From the opening quote to behind the closing one. */
static const char *
skip_string (const char *at, const char *end)
{
    for (;;) {
        const char *quote = memchr (at + 1, '"', (gsize)(end - at) - 1);
        const char *escape = quote;
        /* The opening quote is no backslash, so the count ends there. */
        while (escape[-1] == '\\')
            escape--;
        if ((quote - escape) % 2 == 0)
            return quote + 1;
        at = quote;
    }
}

static const char *
skip_scalar (const char *at, const char *end)
{
    while (at < end && strchr (",]} \n\t\r", *at) == NULL)
        at++;
    return at;
}

static const char *
skip_value (const char *at, const char *end)
{
    guint depth = 0;

    if (*at != '"' && *at != '{' && *at != '[')
        return skip_scalar (at, end);
    do {
        if (*at == '"') {
            at = skip_string (at, end);
            continue;
        }
        if (*at == ' ' || *at == '\n') {
            at = skip_space (at, end);
            continue;
        }
        if (*at == '{' || *at == '[')
            depth++;
        else if (*at == '}' || *at == ']')
            depth--;
        at++;
    } while (depth > 0);
    return at;
}

AttriJsonCursor
attri_json__enter (AttriJsonText text)
{
    return (AttriJsonCursor){text.start + 1, text.end};
}

/* To the next key or element, past the comma; FALSE at the closing bracket. */
static gboolean
next (AttriJsonCursor *self)
{
    self->at = skip_space (self->at, self->end);
    if (*self->at == ',')
        self->at = skip_space (self->at + 1, self->end);
    return *self->at != ']' && *self->at != '}';
}

gboolean
attri_json__next_element (AttriJsonCursor *self, AttriJsonText *value)
{
    if (!next (self))
        return FALSE;
    value->start = self->at;
    value->end = self->at = skip_value (self->at, self->end);
    return TRUE;
}

gboolean
attri_json__next_member (AttriJsonCursor *self, AttriJsonText *key, AttriJsonText *value)
{
    if (!next (self))
        return FALSE;
    key->start = self->at;
    key->end = skip_string (self->at, self->end);
    self->at = skip_space (key->end, self->end) + 1; /* the colon */
    value->start = skip_space (self->at, self->end);
    value->end = self->at = skip_value (value->start, self->end);
    return TRUE;
}
