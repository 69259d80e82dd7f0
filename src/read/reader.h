/* SPDX-License-Identifier: MIT
 *
 * reader.h: one document on its way into the builder, for the files of this room.
 */
#pragma once

#include "json/locate-private.h"
#include "json/value-private.h"

#include <attrigraph/read.h>

typedef enum {
    READ_RULE_AMBIGUOUS_VERSION,
    READ_RULE_BAD_DATE,
    READ_RULE_BAD_ID,
    READ_RULE_BAD_MEMBER,
    READ_RULE_BAD_OBJECT,
    READ_RULE_BAD_STIX_ID,
    READ_RULE_BAD_VALUE,
    READ_RULE_CUSTOM_OBJECT,
    READ_RULE_DANGLING_CITATION,
    READ_RULE_DANGLING_OBJECT,
    READ_RULE_DEPRECATED_OBJECT,
    READ_RULE_FILE_LIMIT,
    READ_RULE_GRANULAR_MARKING,
    READ_RULE_MISSING_FIELD,
    READ_RULE_NOT_AN_ENTITY,
    READ_RULE_OTHER_NAME,
    READ_RULE_REPEATED_ID,
    READ_RULE_REVOKED_OBJECT,
    READ_RULE_SELF_REFERENCE,
    READ_RULE_SHADOWED_VERSION,
    READ_RULE_SKIPPED_OBJECT,
    READ_RULE_UNKNOWN_CONFIDENCE,
    READ_RULE_UNKNOWN_FIELD,
    READ_RULE_UNKNOWN_FORMAT,
    READ_RULE_UNKNOWN_MARKING,
    READ_RULE_UNKNOWN_TYPE,
    READ_RULE_UNREAD_FIELD,
    READ_RULE_UNSAFE_LINK,
    READ_RULE_WRONG_TYPE,
} ReadRule;

const AttriRule *read_rule (ReadRule rule);

/**
 * ReadRun:
 * @stix: (nullable): what STIX objects of all files have said so far (stix.h)
 * @misp: (nullable): what values of MISP clusters have said of others (misp.h)
 *
 * What lasts from the first file of a run to the last: versions of one STIX object, and what
 * one object says about another, may stand in different files.
 */
typedef struct {
    struct StixRun *stix;
    struct MispRun *misp;
} ReadRun;

/**
 * Reader:
 * @format: what the document is, as a literal, once that is known; a reader may be
 *   more precise than the members of the root are
 * @is_feed: whether that format is not ours
 * @is_lenient: whether what is an error in the own format is but a bad member here, as our own
 *   extension in a feed: it must not keep anybody from the rest
 *
 * A document that the scan has passed, and where what it says goes.
 */
typedef struct {
    const char *name;
    const char *format;
    gboolean is_feed;
    gboolean is_lenient;
    const AttriJsonDocument *document;
    ReadRun *run;
    AttriGraphBuilder *builder;
    AttriFindings *findings;
} Reader;

/**
 * Node:
 * @parent: what it is in, or %NULL for a piece of the document
 * @span, @base: of a piece: where it is, and its JSON pointer
 * @key: of an object's member, or %NULL
 * @index: of an array's element
 *
 * A value and the way to it. The way lives on the C stack of whoever walks the
 * tree, and costs nothing unless something is wrong at its end.
 */
typedef struct Node Node;
struct Node {
    const Reader *reader;
    const Node *parent;
    const AttriJsonSpan *span;
    const char *base;
    const char *key;
    guint index;
    const AttriJson *json;
};

/**
 * node_parse:
 * @base: its JSON pointer, which must live as long as @node
 * @node: (out): the first node of ways into it
 *
 * Returns: (transfer full) (nullable): the tree of the piece @span, or %NULL after a finding
 */
AttriJson *
node_parse (const Reader *reader, const AttriJsonSpan *span, const char *base, Node *node);
/* The member or element @json of @parent. */
Node node_member (const Node *parent, const AttriJson *json);
Node node_element (const Node *parent, const AttriJson *json, guint index);
/* The JSON pointer of @node from the root of the document on. (transfer full) */
char *node_pointer (const Node *node);
/* Where @node begins. O(length of its piece). */
AttriPlace node_place (const Node *node);
/* Where its key begins; after very many warnings, where its piece does. */
AttriPlace node_key_place (const Node *node);
/* Where the piece begins that @node is in. O(depth). */
AttriPlace node_piece_place (const Node *node);
/* Where the elements of the array @node are, one after the other. */
AttriJsonSpan node_first_span (const Node *node);

/* Adds a finding on @node; after very many its place is that of @node's piece. */
void node_tell (const Node *node, ReadRule rule, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* TRUE, or FALSE after a finding that @node is not of type @type; @expected
 * says in words what is. */
gboolean node_expect (const Node *node, AttriJsonType type);
gboolean node_expect_as (const Node *node, AttriJsonType type, const char *expected);
/* @node as it is written. (transfer full) O(length of its piece). */
char *node_literal (const Node *node);

/* own.c */
void read_own (Reader *reader);

/* format.c: recognises the document and reads it. */
void read_document (Reader *reader);
