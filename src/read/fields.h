/* SPDX-License-Identifier: MIT
 *
 * fields.h: the members of an object, checked against a table and written into
 * a struct.
 */
#pragma once

#include "read/reader.h"

/**
 * TextCheck:
 * @ok: whether a text that is not empty may stand here
 * @rule: what is breached if not
 * @expected: what may, for the message
 */
typedef struct {
    gboolean (*ok) (const char *text);
    ReadRule rule;
    const char *expected;
} TextCheck;

extern const TextCheck check_id;       /* names something in the files of a run */
extern const TextCheck check_word;     /* a type: lower case, hyphens between parts */
extern const TextCheck check_link;     /* http or https; anything else is warned about */
extern const TextCheck check_language; /* BCP 47, by its shape */
extern const TextCheck check_country;  /* ISO 3166-1 alpha-2, by its shape */

/* What a field is, and the C type it is written as. */
typedef enum {
    FIELD_TEXT,        /* const char *, borrowed from the tree; see Field.check */
    FIELD_CHOICE,      /* an enum: Field.min for the first of Field.words, and so on */
    FIELD_CHOICE_TEXT, /* const char *, one of Field.words */
    FIELD_NUMBER,      /* gint64 from Field.min to Field.max */
    FIELD_BOOL,        /* gboolean */
    FIELD_DATE,        /* AttriDate */
    FIELD_TLP,         /* AttriTlp */
    FIELD_OBJECT,      /* const AttriJson * */
    FIELD_ARRAY,       /* const AttriJson * */
    FIELD_ANY,         /* const AttriJson *, of whatever type */
} FieldKind;

/**
 * Field:
 * @offset: where in the struct it is written
 *
 * What is not in the document leaves the struct as it was.
 */
typedef struct {
    const char *name;
    FieldKind kind;
    gsize offset;
    gboolean required;
    const TextCheck *check;
    const char *const *words;
    gint64 min;
    gint64 max;
} Field;

/**
 * fields_read:
 * @node: any value
 * @fields: (array length=n): at most 32
 * @into: the struct that the offsets are in
 *
 * Tells whatever is wrong: no object, unknown, missing and ill-typed members.
 *
 * Returns: whether @node is an object without an error in these fields
 */
gboolean fields_read (const Node *node, const Field *fields, gsize n, gpointer into);

/* Checks a single value as fields_read() would. */
gboolean field_read (const Node *node, const Field *field, gpointer into);

/* Warns of a key that is none of @names. */
void fields_tell_unknown (const Reader *reader, AttriPlace place, const char *pointer,
                          const char *key, const char *const *names);

/**
 * fields_read_ids:
 * @node: an array
 * @ids: (out) (transfer container) (array zero-terminated=1): its elements,
 *   borrowed from the tree
 *
 * Returns: whether they are different ids, and at least one
 */
gboolean fields_read_ids (const Node *node, const char ***ids);

/* The member @json of @node, if it is there, read by fields_read_ids(). */
gboolean fields_read_ids_member (const Node *node, const AttriJson *json, const char ***ids);
