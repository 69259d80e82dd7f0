/* SPDX-License-Identifier: MIT
 *
 * stix-object-report.c: the members of reports, notes and opinions go in, and of
 * objects about other objects: markings and collections.
 */
#include "read/stix-object.h"
#include "read/stix-own.h"

#include <string.h>

/* The longest title made of a text that is none, in bytes. */
#define MOST_TITLE_BYTES 120

/* ---- reports ---- */

static const char *
find_url (StixItem *item)
{
    const GArray *references = stix_item_references (item);

    for (guint i = 0; i < references->len; i++) {
        const AttriJsonText url = g_array_index (references, StixReference, i).url;
        if (url.start != NULL)
            return stix_text_keep (item->run, url);
    }
    return NULL;
}

/* @text, or its beginning. */
static const char *
cut_title (StixRun *run, const char *text)
{
    gsize length = strlen (text);

    if (length <= MOST_TITLE_BYTES)
        return text;
    for (length = MOST_TITLE_BYTES; ((guchar)text[length] & 0xc0) == 0x80; length--)
        ;
    g_autofree char *title = g_strdup_printf ("%.*s…", (int)length, text);
    return attri_arena__strdup (run->arena, title);
}

static const char *
plain_text (StixItem *item, StixKey key)
{
    const char *text = stix_item_borrow (item, key);
    return text != NULL ? stix_text_plain (item->run, text) : NULL;
}

static const char *
name_opinion (StixRun *run, const char *word)
{
    g_autofree char *title = word != NULL ? g_strdup_printf ("Opinion: %s", word) : NULL;
    return attri_arena__strdup (run->arena, title);
}

void
stix_object_read_report (StixItem *item, StixObject *object)
{
    stix_item_time (item, STIX_KEY_PUBLISHED, &object->first);
    object->refs = stix_item_ids (item, STIX_KEY_OBJECT_REFS);
    object->url = find_url (item);
    if (object->kind == STIX_REPORT) {
        object->name = stix_item_string (item, STIX_KEY_NAME);
    } else if (object->kind == STIX_NOTE) {
        object->description = plain_text (item, STIX_KEY_CONTENT);
        object->name = stix_item_string (item, STIX_KEY_ABSTRACT);
        if (object->name == NULL && object->description != NULL)
            object->name = cut_title (item->run, object->description);
    } else {
        object->description = plain_text (item, STIX_KEY_EXPLANATION);
        object->word = stix_item_word (item, STIX_KEY_OPINION);
        object->name = object->description != NULL ? cut_title (item->run, object->description)
                                                   : name_opinion (item->run, object->word);
    }
}

/* One line of a collection's contents: an object, and in which version it is there. */
static StixId *
read_content (const StixItem *item, AttriJsonText text, gint64 *time)
{
    AttriJsonText key;
    AttriJsonText value;
    AttriDate unused;
    StixId *id = NULL;

    *time = 0;
    if (attri_json__text_type (text) != ATTRI_JSON_OBJECT)
        return NULL;
    AttriJsonCursor members = attri_json__enter (text);
    while (attri_json__next_member (&members, &key, &value)) {
        if (attri_json__text_reads (key, "object_ref"))
            id = stix_item_find_id (item, value);
        else if (attri_json__text_reads (key, "object_modified"))
            stix_text_time (value, time, &unused);
    }
    return id;
}

void
stix_object_read_collection (StixItem *item, StixObject *object)
{
    GPtrArray *ids = stix_run_begin_list (item->run);
    g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
    const StixKey key = STIX_KEY_X_MITRE_CONTENTS;
    AttriJsonText element;

    object->name = stix_item_string (item, STIX_KEY_NAME);
    object->word = stix_item_string (item, STIX_KEY_X_MITRE_VERSION);
    if (!stix_item_expect (item, key, ATTRI_JSON_ARRAY))
        return;
    AttriJsonCursor cursor = attri_json__enter (item->members[key]);
    for (guint i = 0; attri_json__next_element (&cursor, &element); i++) {
        gint64 time;
        StixId *id = read_content (item, element, &time);
        if (id == NULL) {
            stix_item_tell (item, READ_RULE_BAD_MEMBER, key,
                            "element %u has no object_ref that is an id", i);
            continue;
        }
        g_ptr_array_add (ids, id);
        g_array_append_val (times, time);
    }
    object->refs = stix_run_list (item->run, ids);
    gint64 *copy = attri_arena__alloc (item->run->arena, times->len, sizeof (gint64));
    if (times->len > 0)
        memcpy (copy, times->data, times->len * sizeof (gint64));
    object->times = copy;
}

/* ---- markings ---- */

/* TLP 1 says it in the definition, TLP 2.0 in an extension; the name of both is TLP:COLOUR. A
 * definition of type statement is a copyright notice, and marks nothing. */
void
stix_object_read_marking (StixItem *item, StixObject *object)
{
    static const char tlp2[] = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
    AttriJsonText extension = {NULL, NULL};
    AttriJsonText colour = {NULL, NULL};
    AttriTlp tlp;

    if (!(stix_text_find (item->members[STIX_KEY_EXTENSIONS], tlp2, &extension) &&
          stix_text_find (extension, "tlp_2_0", &colour)) &&
        !stix_text_find (item->members[STIX_KEY_DEFINITION], "tlp", &colour))
        colour = item->members[STIX_KEY_NAME];
    if (colour.start == NULL || *colour.start != '"')
        return;
    const char *text = stix_text_keep (item->run, colour);
    if (text != NULL && attri_tlp_parse (text, &tlp))
        object->tlp = (guint8)tlp;
}
