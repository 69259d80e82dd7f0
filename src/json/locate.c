/* SPDX-License-Identifier: MIT
 *
 * locate.c: walks the text of a piece that a scan has passed, along a pointer.
 *
 * The text is known to be strict JSON, so brackets and quotes alone tell where
 * a value ends.
 */
#include "json/locate-private.h"

#include "json/scanner.h"

#include <string.h>

/* The walk: the next byte, and its place. */
typedef struct {
    const char *text;
    const char *end;
    const char *at;
    guint32 line;
    guint32 column;
} Walk;

static Walk
walk_begin (const AttriJsonDocument *document, const AttriJsonSpan *span)
{
    return (Walk){document->text, document->text + document->root.end, document->text + span->start,
                  span->line, span->column};
}

static char
peek (const Walk *walk)
{
    return walk->at < walk->end ? *walk->at : '\0';
}

static void
step (Walk *walk)
{
    const guchar c = (guchar)*walk->at++;
    if (c == '\n') {
        walk->line++;
        walk->column = 1;
    } else if ((c & 0xc0) != 0x80) {
        walk->column++;
    }
}

static gboolean
is_space (char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
skip_space (Walk *walk)
{
    while (walk->at < walk->end && is_space (*walk->at))
        step (walk);
}

static void
skip_string (Walk *walk)
{
    step (walk);
    while (*walk->at != '"') {
        if (*walk->at == '\\')
            step (walk);
        step (walk);
    }
    step (walk);
}

static void
skip_scalar (Walk *walk)
{
    while (walk->at < walk->end && *walk->at != ',' && *walk->at != ']' && *walk->at != '}' &&
           !is_space (*walk->at))
        step (walk);
}

static void
skip_value (Walk *walk)
{
    guint depth = 0;

    do {
        const char c = *walk->at;
        if (c == '"') {
            skip_string (walk);
        } else if (depth == 0 && c != '{' && c != '[') {
            skip_scalar (walk);
        } else {
            if (c == '{' || c == '[')
                depth++;
            else if (c == '}' || c == ']')
                depth--;
            step (walk);
        }
    } while (depth > 0);
}

static AttriJsonSpan
span_here (Walk walk)
{
    AttriJsonSpan span = {(gsize)(walk.at - walk.text), 0, walk.line, walk.column};
    skip_value (&walk);
    span.end = (gsize)(walk.at - walk.text);
    return span;
}

/* After a value: moves to the next element or key, FALSE if there is none. */
static gboolean
next_sibling (Walk *walk)
{
    skip_value (walk);
    skip_space (walk);
    if (peek (walk) != ',')
        return FALSE;
    step (walk);
    skip_space (walk);
    return TRUE;
}

/* From an opening bracket to the first element or key, FALSE if there is none. */
static gboolean
first_child (Walk *walk)
{
    step (walk);
    skip_space (walk);
    return peek (walk) != ']' && peek (walk) != '}';
}

/* Whether a literal, between its quotes, reads @wanted. */
static gboolean
reads (const char *bytes, gsize length, const char *wanted)
{
    if (memchr (bytes, '\\', length) == NULL)
        return strlen (wanted) == length && memcmp (bytes, wanted, length) == 0;
    g_autofree char *decoded = g_malloc (length + 1);
    decoded[decode_string (bytes, length, decoded)] = '\0';
    return strcmp (decoded, wanted) == 0;
}

/* Whether the key at @walk reads @wanted; moves on to its value. */
static gboolean
key_is (Walk *walk, const char *wanted)
{
    const char *first = walk->at + 1;
    skip_string (walk);
    const gboolean found = reads (first, (gsize)(walk->at - 1 - first), wanted);

    skip_space (walk);
    step (walk); /* the colon */
    skip_space (walk);
    return found;
}

/* Moves from an object to its member @token, or from an array to the element
 * of that number; @key is where a member's key is. FALSE if there is none. */
static gboolean
enter (Walk *walk, const char *token, Walk *key)
{
    const gboolean is_object = peek (walk) == '{';
    guint64 index = 0;

    if (!is_object && (peek (walk) != '[' ||
                       !g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT64, &index, NULL)))
        return FALSE;
    for (gboolean more = first_child (walk); more; more = next_sibling (walk)) {
        *key = *walk;
        if (is_object ? key_is (walk, token) : index-- == 0)
            return TRUE;
    }
    return FALSE;
}

/* The next reference token of a JSON pointer, decoded (RFC 6901, section 4). */
static char *
take_token (const char **pointer)
{
    GString *token = g_string_new (NULL);
    const char *c = *pointer + 1;

    for (; *c != '\0' && *c != '/'; c++) {
        if (c[0] == '~' && (c[1] == '0' || c[1] == '1'))
            g_string_append_c (token, *++c == '0' ? '~' : '/');
        else
            g_string_append_c (token, *c);
    }
    *pointer = c;
    return g_string_free (token, FALSE);
}

AttriJsonSpan
attri_json__locate (const AttriJsonDocument *document, const AttriJsonSpan *span,
                    const char *pointer, AttriJsonWhere where)
{
    Walk walk = walk_begin (document, span);
    Walk value = walk;
    Walk key = walk;

    while (*pointer == '/') {
        g_autofree char *token = take_token (&pointer);
        if (!enter (&walk, token, &key))
            return span_here (value);
        value = walk;
    }
    return span_here (where == ATTRI_JSON_AT_KEY ? key : value);
}

AttriJsonSpan
attri_json__locate_first (const AttriJsonDocument *document, const AttriJsonSpan *array)
{
    Walk walk = walk_begin (document, array);
    return first_child (&walk) ? span_here (walk) : *array;
}

AttriJsonSpan
attri_json__locate_next (const AttriJsonDocument *document, const AttriJsonSpan *element)
{
    Walk walk = walk_begin (document, element);
    return next_sibling (&walk) ? span_here (walk) : *element;
}
