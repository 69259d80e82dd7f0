/* SPDX-License-Identifier: MIT
 *
 * node.c: the way to a value, as a pointer and a place when somebody asks.
 */
#include "read/reader.h"

#define MOST_PLACES 10000

AttriJson *
node_parse (const Reader *reader, const AttriJsonSpan *span, const char *base, Node *node)
{
    AttriJson *json = attri_json__parse (reader->document, span);

    *node = (Node){.reader = reader, .span = span, .base = base, .json = json};
    if (json == NULL)
        attri_findings_add (reader->findings, read_rule (READ_RULE_FILE_LIMIT),
                            node_piece_place (node), base,
                            "no memory to read this; expected something smaller");
    return json;
}

Node
node_member (const Node *parent, const AttriJson *json)
{
    return (Node){
        .reader = parent->reader,
        .parent = parent,
        .key = attri_json__get_key (json),
        .json = json,
    };
}

Node
node_element (const Node *parent, const AttriJson *json, guint index)
{
    return (Node){.reader = parent->reader, .parent = parent, .index = index, .json = json};
}

static const Node *
piece_of (const Node *node)
{
    while (node->parent != NULL)
        node = node->parent;
    return node;
}

/* Appends the way from @node's piece to @node. */
static void
append_way (GString *pointer, const Node *node)
{
    if (node->parent == NULL)
        return;
    append_way (pointer, node->parent);
    if (node->key != NULL)
        attri_json__pointer_append (pointer, node->key);
    else
        g_string_append_printf (pointer, "/%u", node->index);
}

char *
node_pointer (const Node *node)
{
    GString *pointer = g_string_new (piece_of (node)->base);

    append_way (pointer, node);
    return g_string_free (pointer, FALSE);
}

static AttriJsonSpan
locate (const Node *node, AttriJsonWhere where)
{
    g_autoptr (GString) way = g_string_new (NULL);

    append_way (way, node);
    return attri_json__locate (node->reader->document, piece_of (node)->span, way->str, where);
}

static AttriPlace
place_of_span (const Node *node, const AttriJsonSpan *span)
{
    return (AttriPlace){node->reader->name, span->line, span->column};
}

AttriPlace
node_place (const Node *node)
{
    const AttriJsonSpan span = locate (node, ATTRI_JSON_AT_VALUE);
    return place_of_span (node, &span);
}

AttriPlace
node_piece_place (const Node *node)
{
    return place_of_span (node, piece_of (node)->span);
}

/* A place costs a walk through its piece: past so many findings that of the piece will do. */
static gboolean
is_costly (const Node *node, AttriSeverity severity)
{
    const AttriFindings *findings = node->reader->findings;
    return attri_findings_is_full (findings, severity) ||
           attri_findings_count (findings, severity) > MOST_PLACES;
}

AttriPlace
node_key_place (const Node *node)
{
    if (is_costly (node, ATTRI_SEVERITY_WARNING))
        return node_piece_place (node);
    const AttriJsonSpan span = locate (node, ATTRI_JSON_AT_KEY);
    return place_of_span (node, &span);
}

AttriJsonSpan
node_first_span (const Node *node)
{
    const AttriJsonSpan array = locate (node, ATTRI_JSON_AT_VALUE);
    return attri_json__locate_first (node->reader->document, &array);
}

void
node_tell (const Node *node, ReadRule rule, const char *format, ...)
{
    AttriFindings *findings = node->reader->findings;
    const gboolean lenient =
        node->reader->is_lenient && read_rule (rule)->severity == ATTRI_SEVERITY_ERROR;
    const AttriRule *row = read_rule (lenient ? READ_RULE_BAD_MEMBER : rule);

    /* What is only counted needs no place, which would cost a walk each time. */
    if (attri_findings_is_full (findings, row->severity)) {
        attri_findings_add (findings, row, node_piece_place (node), NULL, "%s", row->summary);
        return;
    }
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    g_autofree char *pointer = node_pointer (node);
    const AttriPlace place =
        is_costly (node, row->severity) ? node_piece_place (node) : node_place (node);
    attri_findings_add (findings, row, place, pointer, "%s", message);
}

gboolean
node_expect_as (const Node *node, AttriJsonType type, const char *expected)
{
    const AttriJsonType found = attri_json__get_type (node->json);

    if (found != type)
        node_tell (node, READ_RULE_WRONG_TYPE, "%s; expected %s", attri_json__type_name (found),
                   expected);
    return found == type;
}

gboolean
node_expect (const Node *node, AttriJsonType type)
{
    return node_expect_as (node, type, attri_json__type_name (type));
}

char *
node_literal (const Node *node)
{
    const AttriJsonSpan span = locate (node, ATTRI_JSON_AT_VALUE);
    return g_strndup (node->reader->document->text + span.start, span.end - span.start);
}
