/* SPDX-License-Identifier: MIT
 *
 * own.c: a document of the own format goes in piece by piece, drafts go to the
 * builder. Trees live while their piece is read; the builder copies.
 *
 * An object with an error is told of and left out, and reading goes on with the
 * next.
 */
#include "read/own.h"

#include "base/text-private.h"

#include <string.h>

#define VERSION 1

void
own_check_type (const OwnDocument *own, const Node *node, const char *key, const char *type,
                const char *const *known)
{
    if (g_str_has_prefix (type, "x-") || g_strv_contains (known, type) ||
        (own->declared != NULL && g_strv_contains (own->declared, type)))
        return;

    const Node member = node_member (node, attri_json__get_member (node->json, key));
    g_autofree char *quoted = attri_text__quote (type);
    const char *nearest = attri_text_nearest (type, known);
    if (nearest != NULL)
        node_tell (&member, READ_RULE_UNKNOWN_TYPE, "unknown type %s; expected '%s'", quoted,
                   nearest);
    else
        node_tell (&member, READ_RULE_UNKNOWN_TYPE,
                   "unknown type %s; expected one of STIX's, one that begins with x-, or one of "
                   "the file's 'types'",
                   quoted);
}

typedef void (*ReadElement) (OwnDocument *own, const Node *node);

static void
read_list (OwnDocument *own, const AttriJsonMember *member, ReadElement read_element)
{
    const AttriJsonDocument *document = own->reader->document;

    for (guint i = 0; i < member->n; i++) {
        g_autofree char *base = g_strdup_printf ("/%s/%u", member->key, i);
        Node node;
        g_autoptr (AttriJson) json =
            node_parse (own->reader, attri_json__document_element (document, member, i), base,
                        &node);
        if (json != NULL)
            read_element (own, &node);
    }
}

static void
read_version (OwnDocument *own, const Node *node)
{
    gint64 version;

    (void)own;
    if (!node_expect (node, ATTRI_JSON_NUMBER))
        return;
    if (attri_json__get_integer (node->json, &version) && version == VERSION)
        return;
    g_autofree char *literal = node_literal (node);
    node_tell (node, READ_RULE_UNKNOWN_FORMAT, "version %s of the format is not known; expected %d",
               literal, VERSION);
}

static void
read_default_citation (OwnDocument *own, const Node *node)
{
    own->has_citation = own_citation_read (node, &own->citation);
    own->citation.place = node_place (node);
    own->citation.pointer = "/citation";
}

static void
read_recorded (OwnDocument *own, const Node *node)
{
    static const Field field = {.kind = FIELD_DATE};
    field_read (node, &field, &own->recorded);
}

static void
read_marking (OwnDocument *own, const Node *node)
{
    static const Field field = {.kind = FIELD_TLP};
    field_read (node, &field, &own->tlp);
}

static void
read_types (OwnDocument *own, const Node *node)
{
    if (node_expect (node, ATTRI_JSON_ARRAY))
        fields_read_ids (node, &own->declared);
}

/* The members of a document. What @head says holds for all lists, so heads are
 * read first. */
static const struct {
    const char *name;
    void (*head) (OwnDocument *own, const Node *node);
    ReadElement element;
} members[] = {
    {"attrigraph", read_version, NULL},  {"citation", read_default_citation, NULL},
    {"recorded", read_recorded, NULL},   {"tlp", read_marking, NULL},
    {"types", read_types, NULL},         {"sources", NULL, own_read_source},
    {"entities", NULL, own_read_entity}, {"relationships", NULL, own_read_relationship},
    {"views", NULL, own_read_view},
};

static void
read_heads (OwnDocument *own)
{
    for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
        const AttriJsonMember *member =
            attri_json__document_find (own->reader->document, members[i].name);
        if (member == NULL || members[i].head == NULL)
            continue;
        g_autofree char *base = g_strdup_printf ("/%s", member->key);
        Node node;
        AttriJson *json = node_parse (own->reader, &member->span, base, &node);
        if (json != NULL) {
            g_ptr_array_add (own->trees, json);
            members[i].head (own, &node);
        }
    }
}

static void
read_lists (OwnDocument *own)
{
    const AttriJsonDocument *document = own->reader->document;

    for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
        const AttriJsonMember *member = attri_json__document_find (document, members[i].name);
        if (member == NULL || members[i].element == NULL)
            continue;
        const AttriJsonType type = attri_json__span_type (document, &member->span);
        if (type == ATTRI_JSON_ARRAY) {
            read_list (own, member, members[i].element);
            continue;
        }
        g_autofree char *base = g_strdup_printf ("/%s", member->key);
        const Node node = {.reader = own->reader, .span = &member->span, .base = base};
        node_tell (&node, READ_RULE_WRONG_TYPE, "%s; expected %s", attri_json__type_name (type),
                   attri_json__type_name (ATTRI_JSON_ARRAY));
    }
}

static void
tell_unknown_members (const Reader *reader)
{
    const char *names[G_N_ELEMENTS (members) + 1] = {NULL};
    const GArray *found = reader->document->members;

    for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
        names[i] = members[i].name;
    for (guint i = 0; i < found->len; i++) {
        const AttriJsonMember *member = &g_array_index (found, AttriJsonMember, i);
        if (g_strv_contains (names, member->key))
            continue;
        const AttriPlace place = {reader->name, member->key_line, member->key_column};
        g_autoptr (GString) pointer = g_string_new (NULL);
        attri_json__pointer_append (pointer, member->key);
        fields_tell_unknown (reader, place, pointer->str, member->key, names);
    }
}

void
read_own (Reader *reader)
{
    g_autoptr (GPtrArray) trees = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_json__free);
    g_autofree const char **types = attri_type_list ();
    g_autofree const char **relations = attri_relation_list ();
    OwnDocument own = {
        .reader = reader,
        .trees = trees,
        .types = types,
        .relations = relations,
    };

    read_heads (&own);
    tell_unknown_members (reader);
    read_lists (&own);
    g_free (own.declared);
}
