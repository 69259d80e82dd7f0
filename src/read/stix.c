/* SPDX-License-Identifier: MIT
 *
 * stix.c: STIX documents go in, object by object; when the last of a run has
 * been read, drafts go to the builder. The run owns every row until then.
 */
#include "read/fields.h"
#include "read/stix-object.h"
#include "read/stix-settle.h"

#include <string.h>

static void read_value (StixItem *item);

/* Reads the elements of the array @span, whose JSON pointer is @list. */
static void
read_list (StixItem *item, const AttriJsonSpan *array, const char *list)
{
    const AttriJsonDocument *document = item->reader->document;
    AttriJsonSpan span = attri_json__locate_first (document, array);

    item->list = stix_run_word (item->run, list, strlen (list));
    for (guint32 i = 0; span.start != array->start; i++) {
        const AttriJsonSpan next = attri_json__locate_next (document, &span);
        item->index = i;
        item->span = span;
        read_value (item);
        if (next.start == span.start)
            break;
        span = next;
    }
}

/* A bundle in a list; one at the root is read from the spans that the scan has noted. */
static void
read_inner_bundle (StixItem *item)
{
    const char *outer = item->list;
    const guint32 index = item->index;
    const AttriJsonSpan bundle = item->span;
    g_autofree char *list = g_strdup_printf ("%s/%u/objects", outer, index);
    const AttriJsonSpan objects =
        attri_json__locate (item->reader->document, &bundle, "/objects", ATTRI_JSON_AT_VALUE);

    if (attri_json__span_type (item->reader->document, &objects) == ATTRI_JSON_ARRAY)
        read_list (item, &objects, list);
    item->list = outer;
    item->index = index;
    item->span = bundle;
}

static void
read_value (StixItem *item)
{
    const AttriJsonText text = attri_json__text (item->reader->document, &item->span);

    if (attri_json__text_type (text) != ATTRI_JSON_OBJECT) {
        stix_item_tell (item, READ_RULE_BAD_OBJECT, N_STIX_KEYS, "%s; expected an object",
                        attri_json__type_name (attri_json__text_type (text)));
        return;
    }
    stix_item_enter (item, text);
    if (stix_item_has (item, STIX_KEY_TYPE))
        item->n_typed++;
    if (stix_item_has (item, STIX_KEY_TYPE) &&
        attri_json__text_reads (item->members[STIX_KEY_TYPE], "bundle"))
        read_inner_bundle (item);
    else
        stix_object_add (item);
}

/* The objects of a bundle, or of an array at the root. */
static void
read_objects (StixItem *item, const AttriJsonMember *member, const char *list)
{
    item->list = list;
    for (guint i = 0; i < member->n; i++) {
        item->index = i;
        item->span = *attri_json__document_element (item->reader->document, member, i);
        read_value (item);
    }
}

/* Whether the root, an object, is a bundle. Observed data of STIX 2.0 has a member `objects`
 * as well. */
static gboolean
is_bundle (const AttriJsonDocument *document)
{
    const AttriJsonMember *type = attri_json__document_find (document, "type");

    return type == NULL
               ? attri_json__document_find (document, "objects") != NULL
               : attri_json__text_reads (attri_json__text (document, &type->span), "bundle");
}

gboolean
stix_is_object (const AttriJsonDocument *document)
{
    const AttriJsonMember *type = attri_json__document_find (document, "type");
    const AttriJsonMember *id = attri_json__document_find (document, "id");

    if (type == NULL || id == NULL)
        return FALSE;
    /* Both with their quotes: "tool" and "tool--…". */
    const AttriJsonText word = attri_json__text (document, &type->span);
    const AttriJsonText text = attri_json__text (document, &id->span);
    const gsize length = (gsize)(word.end - word.start) - 1;
    return *word.start == '"' && length > 1 && (gsize)(text.end - text.start) > length + 3 &&
           memcmp (text.start, word.start, length) == 0 &&
           memcmp (text.start + length, "--", 2) == 0;
}

static void
read_bundle (StixItem *item)
{
    const AttriJsonDocument *document = item->reader->document;
    const AttriJsonMember *objects = attri_json__document_find (document, "objects");

    if (objects == NULL)
        return; /* a bundle may be empty */
    if (attri_json__span_type (document, &objects->span) == ATTRI_JSON_ARRAY) {
        read_objects (item, objects, "/objects");
        return;
    }
    const Node node = {.reader = item->reader, .span = &objects->span, .base = "/objects"};
    node_tell (&node, READ_RULE_WRONG_TYPE, "%s; expected %s",
               attri_json__type_name (attri_json__span_type (document, &objects->span)),
               attri_json__type_name (ATTRI_JSON_ARRAY));
}

static void
read_array (StixItem *item)
{
    const AttriJsonDocument *document = item->reader->document;

    read_objects (item, &g_array_index (document->members, AttriJsonMember, 0), "");
    if (item->n_typed > 0)
        return;
    attri_findings_add (
        item->reader->findings, read_rule (READ_RULE_UNKNOWN_FORMAT),
        (AttriPlace){item->reader->name, document->root.line, document->root.column}, NULL,
        "an array without a STIX object; expected an object with \"attrigraph\": 1, or "
        "objects of STIX");
}

static StixFile *
add_file (StixRun *self, const char *name)
{
    StixFile *file = attri_arena__alloc (self->arena, 1, sizeof (StixFile));

    file->name = attri_arena__strdup (self->arena, name);
    return file;
}

void
read_stix (Reader *reader)
{
    if (reader->run->stix == NULL) {
        reader->run->stix = stix_run_new ();
        stix_keys_index (reader->run->stix->keys);
    }

    const AttriJsonDocument *document = reader->document;
    StixRun *run = reader->run->stix;
    g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (StixRefMember));
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (StixReference));
    StixItem item = {.reader = reader,
                     .run = run,
                     .span = document->root,
                     .rule = READ_RULE_BAD_MEMBER,
                     .refs = refs,
                     .references = references};

    run->file = add_file (run, reader->name);
    if (attri_json__span_type (document, &document->root) == ATTRI_JSON_ARRAY)
        read_array (&item);
    else if (is_bundle (document))
        read_bundle (&item);
    else
        read_value (&item);
}

void
stix_run_end (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    stix_settle (self, findings);
    stix_carriers_settle (self);
    stix_sources_settle (self);
    stix_give_statements (self, builder, findings);
    stix_give_entities (self, builder, findings);
    stix_give_sources (self, builder, findings);
}
