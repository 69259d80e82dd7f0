/* SPDX-License-Identifier: MIT
 *
 * stix-own.c: an object with our own extension goes in; what that says comes out, checked. Its
 * strings are borrowed from trees that the run keeps.
 */
#include "read/stix-own.h"

#include "base/text-private.h"
#include "model/stix-private.h"
#include "read/own.h"

#include <string.h>

gboolean
stix_text_find (AttriJsonText text, const char *name, AttriJsonText *found)
{
    AttriJsonText key;

    if (text.start == NULL || attri_json__text_type (text) != ATTRI_JSON_OBJECT)
        return FALSE;
    AttriJsonCursor cursor = attri_json__enter (text);
    while (attri_json__next_member (&cursor, &key, found)) {
        if (attri_json__text_reads (key, name))
            return TRUE;
    }
    return FALSE;
}

gboolean
stix_item_is_own (const StixItem *item)
{
    AttriJsonText found;
    return stix_text_find (item->members[STIX_KEY_EXTENSIONS], ATTRI_STIX_EXTENSION, &found);
}

/* ---- entities ---- */

typedef struct {
    StixOwn own;
    const char *extension_type;
    const AttriJson *statements;
} Entity;

#define FIELD(key, how, member)                                                                    \
    {                                                                                              \
        .name = (key), .kind = (how), .offset = offsetof (Entity, member)                          \
    }

static const Field entity_fields[] = {
    FIELD ("extension_type", FIELD_TEXT, extension_type),
    {.name = "type",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, own.type),
     .check = &check_word},
    FIELD ("provisional", FIELD_BOOL, own.provisional),
    FIELD ("is_family", FIELD_BOOL, own.is_family),
    {.name = "country",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, own.country),
     .check = &check_country},
    FIELD ("identity_class", FIELD_TEXT, own.identity_class),
    FIELD ("first_seen", FIELD_DATE, own.first_seen),
    FIELD ("last_seen", FIELD_DATE, own.last_seen),
    FIELD ("statements", FIELD_ARRAY, statements),
};

/* A type that the object's own stands for: a sector is an identity of STIX, and what STIX does not
 * have at all bears our prefix. No other object becomes what it is not. */
static gboolean
check_type (const Node *node, const StixObject *object, const char *type)
{
    if (type == NULL || (strcmp (type, "sector") == 0 && strcmp (object->type, "identity") == 0) ||
        (g_str_has_prefix (object->type, ATTRI_STIX_PREFIX) &&
         strcmp (object->type + strlen (ATTRI_STIX_PREFIX), type) == 0))
        return TRUE;
    g_autofree char *quoted = attri_text__quote (type);
    node_tell (node, READ_RULE_BAD_VALUE, "%s is not what an object of type %s stands for", quoted,
               object->type);
    return FALSE;
}

static void
read_statements (StixItem *item, const Node *list, StixOwn *own)
{
    g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (StixStatement));
    guint index = 0;

    for (const AttriJson *json = attri_json__get_first (list->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node node = node_element (list, json, index++);
        StixStatement statement = {0};
        if (stix_own_read_statement (item, &node, TRUE, &statement))
            g_array_append_val (statements, statement);
    }
    if (statements->len == 0)
        return;
    StixStatement *copy = attri_arena__alloc (item->run->arena, statements->len, sizeof *copy);
    memcpy (copy, statements->data, statements->len * sizeof *copy);
    own->statements = copy;
    own->n_statements = statements->len;
}

static gboolean
read_entity (StixItem *item, const Node *node, const StixObject *object, StixOwn *own)
{
    Entity entity = {0};

    if (!fields_read (node, entity_fields, G_N_ELEMENTS (entity_fields), &entity) &&
        attri_json__get_type (node->json) != ATTRI_JSON_OBJECT)
        return FALSE;
    *own = entity.own;
    if (!check_type (node, object, own->type))
        own->type = NULL;
    if (own->country != NULL && !check_country.ok (own->country))
        own->country = NULL;
    if (entity.statements != NULL) {
        const Node list = node_member (node, entity.statements);
        read_statements (item, &list, own);
    }
    return TRUE;
}

/* ---- sources ---- */

typedef struct {
    const char *extension_type;
    const AttriJson *source;
} Source;

static const Field source_fields[] = {
    {.name = "extension_type", .kind = FIELD_TEXT, .offset = offsetof (Source, extension_type)},
    {.name = "source", .kind = FIELD_OBJECT, .offset = offsetof (Source, source), .required = TRUE},
};

static gboolean
read_source (StixItem *item, const Node *node, StixOwn *own)
{
    StixRun *run = item->run;
    g_autofree const char **based_on = NULL;
    Source source = {0};

    if (!fields_read (node, source_fields, G_N_ELEMENTS (source_fields), &source))
        return FALSE;
    const Node member = node_member (node, source.source);
    own->source.row.read = TRUE;
    if (!own_source_read (&member, &own->source, &based_on))
        return FALSE;
    GPtrArray *list = stix_run_begin_list (run);
    for (gsize i = 0; based_on != NULL && based_on[i] != NULL; i++)
        g_ptr_array_add (list, (gpointer)based_on[i]);
    own->source.based_on = stix_run_list (run, list);
    const char *id = own->source.row.id;
    *attri_table__slot (run->own_ids, id, strlen (id), NULL) = own;
    return TRUE;
}

/* ---- all ---- */

static gboolean
read_extension (StixItem *item, const Node *node, const StixObject *object, StixOwn *own)
{
    StixStatement *statement;

    switch (object->kind) {
    case STIX_ENTITY:
        return read_entity (item, node, object, own);
    case STIX_SOURCE:
        return read_source (item, node, own);
    case STIX_RELATIONSHIP:
    case STIX_OPINION:
        statement = attri_arena__alloc (item->run->arena, 1, sizeof *statement);
        own->statements = statement;
        own->n_statements = 1;
        return stix_own_read_statement (item, node, FALSE, statement);
    case STIX_SIGHTING:
    case STIX_REPORT:
    case STIX_NOTE:
    case STIX_MARKING:
    case STIX_COLLECTION:
    case STIX_IGNORED:
    default:
        node_tell (node, READ_RULE_SKIPPED_OBJECT, "our extension has nothing to say of a %s",
                   object->type);
        return FALSE;
    }
}

const StixOwn *
stix_own_read (StixItem *item, const StixObject *object)
{
    g_autofree char *base = stix_pointer (item->list, item->index);
    StixRun *run = item->run;
    Reader lenient = *item->reader;
    AttriJsonText text;
    Node piece;

    lenient.is_lenient = TRUE;
    if (!stix_text_find (item->members[STIX_KEY_EXTENSIONS], ATTRI_STIX_EXTENSION, &text))
        return NULL;
    AttriJson *tree = node_parse (&lenient, &item->span, base, &piece);
    if (tree == NULL)
        return NULL;
    g_ptr_array_add (run->trees, tree);
    const AttriJson *outer = attri_json__get_member (tree, "extensions");
    const AttriJson *inner =
        outer != NULL ? attri_json__get_member (outer, ATTRI_STIX_EXTENSION) : NULL;
    if (inner == NULL)
        return NULL;
    const Node extensions = node_member (&piece, outer);
    const Node node = node_member (&extensions, inner);
    StixOwn *own = attri_arena__alloc (run->arena, 1, sizeof *own);
    const gboolean ok = read_extension (item, &node, object, own);
    own->text = attri_arena__strndup (run->arena, text.start, (gsize)(text.end - text.start));
    return ok ? own : NULL;
}
