/* SPDX-License-Identifier: MIT
 *
 * stix-item.c: the text of one object goes in, its members come out, checked.
 * Strings are copied into the run's arena, all else is borrowed from the text.
 */
#include "read/stix-item.h"

#include "base/text-private.h"
#include "read/fields.h"

#include <string.h>

#define MOST_ID_BYTES 256

#define KEY(name)                                                                                  \
    {                                                                                              \
        sizeof (name) - 1, name                                                                    \
    }

/* By length, then by bytes; the same order as StixKey. */
static const struct {
    guint8 length;
    const char *name;
} keys[N_STIX_KEYS] = {
    KEY ("id"),
    KEY ("key"),
    KEY ("name"),
    KEY ("path"),
    KEY ("type"),
    KEY ("count"),
    KEY ("value"),
    KEY ("region"),
    KEY ("aliases"),
    KEY ("content"),
    KEY ("country"),
    KEY ("created"),
    KEY ("objects"),
    KEY ("opinion"),
    KEY ("pattern"),
    KEY ("revoked"),
    KEY ("subject"),
    KEY ("abstract"),
    KEY ("modified"),
    KEY ("is_family"),
    KEY ("last_seen"),
    KEY ("published"),
    KEY ("stop_time"),
    KEY ("confidence"),
    KEY ("definition"),
    KEY ("extensions"),
    KEY ("first_seen"),
    KEY ("source_ref"),
    KEY ("start_time"),
    KEY ("target_ref"),
    KEY ("description"),
    KEY ("explanation"),
    KEY ("object_refs"),
    KEY ("created_by_ref"),
    KEY ("identity_class"),
    KEY ("definition_type"),
    KEY ("sighting_of_ref"),
    KEY ("x_mitre_aliases"),
    KEY ("x_mitre_version"),
    KEY ("x_mitre_contents"),
    KEY ("granular_markings"),
    KEY ("relationship_type"),
    KEY ("observed_data_refs"),
    KEY ("where_sighted_refs"),
    KEY ("x_mitre_deprecated"),
    KEY ("external_references"),
    KEY ("object_marking_refs"),
    KEY ("x_mitre_modified_by_ref"),
};

void
stix_keys_index (guint8 first[STIX_KEY_LENGTHS])
{
    gsize key = 0;

    for (gsize length = 0; length < STIX_KEY_LENGTHS; length++) {
        while (key < N_STIX_KEYS && keys[key].length < length)
            key++;
        first[length] = (guint8)key;
    }
}

/* The key between the quotes at @bytes, or N_STIX_KEYS. */
static gsize
find_key (const StixRun *run, const char *bytes, gsize length)
{
    if (length >= STIX_KEY_LENGTHS)
        return N_STIX_KEYS;
    for (gsize key = run->keys[length]; key < N_STIX_KEYS && keys[key].length == length; key++) {
        if (keys[key].name[0] == bytes[0] && memcmp (bytes, keys[key].name, length) == 0)
            return key;
    }
    return N_STIX_KEYS;
}

/* The same where the key may be written with escapes, which hardly anybody does. */
static gsize
find_key_of (const StixRun *run, const char *bytes, gsize length)
{
    char decoded[256];
    const gsize key = find_key (run, bytes, length);

    if (key < N_STIX_KEYS || length >= sizeof decoded - 2 || memchr (bytes, '\\', length) == NULL)
        return key;
    const AttriJsonText quoted = {bytes - 1, bytes + length + 1};
    return find_key (run, decoded, attri_json__text_decode (quoted, decoded));
}

static gboolean
ends_with (const char *bytes, gsize length, const char *suffix)
{
    const gsize n = strlen (suffix);
    return length > n && memcmp (bytes + length - n, suffix, n) == 0;
}

void
stix_item_enter (StixItem *self, AttriJsonText text)
{
    AttriJsonCursor cursor = attri_json__enter (text);
    StixRefMember member;

    memset (self->members, 0, sizeof self->members);
    g_array_set_size (self->refs, 0);
    while (attri_json__next_member (&cursor, &member.key, &member.value)) {
        const char *bytes = member.key.start + 1;
        const gsize length = (gsize)(member.key.end - member.key.start) - 2;
        const gsize key = find_key_of (self->run, bytes, length);
        if (key < N_STIX_KEYS)
            self->members[key] = member.value;
        else if (ends_with (bytes, length, "_ref") || ends_with (bytes, length, "_refs"))
            g_array_append_val (self->refs, member);
    }
}

gboolean
stix_item_has (const StixItem *self, StixKey key)
{
    return self->members[key].start != NULL;
}

/* ---- telling ---- */

void
stix_item_tell_member (const StixItem *self, ReadRule rule, const char *member, const char *message)
{
    g_autofree char *base = stix_pointer (self->list, self->index);
    const Node piece = {.reader = self->reader, .span = &self->span, .base = base};
    const Node node = {.reader = self->reader, .parent = &piece, .key = member};

    node_tell (member != NULL ? &node : &piece, rule, "%s", message);
}

void
stix_item_tell (const StixItem *self, ReadRule rule, StixKey key, const char *format, ...)
{
    const gboolean there = key < N_STIX_KEYS && stix_item_has (self, key);
    va_list args;

    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    stix_item_tell_member (self, rule, there ? keys[key].name : NULL, message);
}

gboolean
stix_item_expect (const StixItem *self, StixKey key, AttriJsonType type)
{
    if (!stix_item_has (self, key))
        return FALSE;
    const AttriJsonType found = attri_json__text_type (self->members[key]);
    if (found != type)
        stix_item_tell (self, self->rule, key, "%s; expected %s", attri_json__type_name (found),
                        attri_json__type_name (type));
    return found == type;
}

/* ---- values ---- */

const char *
stix_text_keep (StixRun *run, AttriJsonText text)
{
    const gsize bytes = (gsize)(text.end - text.start);

    if (*text.start != '"' || bytes <= 2)
        return NULL;
    if (memchr (text.start, '\\', bytes) == NULL)
        return attri_arena__strndup (run->arena, text.start + 1, bytes - 2);
    g_string_set_size (run->scratch, bytes);
    const gsize length = attri_json__text_decode (text, run->scratch->str);
    return attri_arena__strndup (run->arena, run->scratch->str, length);
}

const char *
stix_item_string (const StixItem *self, StixKey key)
{
    if (!stix_item_expect (self, key, ATTRI_JSON_STRING))
        return NULL;
    return stix_text_keep (self->run, self->members[key]);
}

const char *
stix_item_borrow (const StixItem *self, StixKey key)
{
    GString *borrowed = self->run->borrowed;
    const AttriJsonText text = self->members[key];

    if (!stix_item_expect (self, key, ATTRI_JSON_STRING))
        return NULL;
    g_string_set_size (borrowed, (gsize)(text.end - text.start));
    return attri_json__text_decode (text, borrowed->str) > 0 ? borrowed->str : NULL;
}

const char *
stix_text_keep_word (StixRun *run, AttriJsonText text)
{
    g_string_set_size (run->scratch, (gsize)(text.end - text.start));
    const gsize length = attri_json__text_decode (text, run->scratch->str);
    return length > 0 ? stix_run_word (run, run->scratch->str, length) : NULL;
}

const char *
stix_item_word (const StixItem *self, StixKey key)
{
    if (!stix_item_expect (self, key, ATTRI_JSON_STRING))
        return NULL;
    return stix_text_keep_word (self->run, self->members[key]);
}

gboolean
stix_item_flag (const StixItem *self, StixKey key)
{
    return stix_item_expect (self, key, ATTRI_JSON_BOOL) &&
           attri_json__text_is_true (self->members[key]);
}

/* A whole number of at most @most, or -1 after a finding. */
static gint64
read_number (const StixItem *self, StixKey key, gint64 most)
{
    const AttriJsonText text = self->members[key];
    gint64 value = 0;

    if (!stix_item_expect (self, key, ATTRI_JSON_NUMBER))
        return -1;
    for (const char *c = text.start; c < text.end; c++)
        value = g_ascii_isdigit (*c) && value <= most ? value * 10 + (*c - '0') : most + 1;
    if (value <= most)
        return value;
    stix_item_tell (self, READ_RULE_BAD_MEMBER, key,
                    "no whole number in range; expected 0 to %" G_GINT64_FORMAT, most);
    return -1;
}

int
stix_item_confidence (const StixItem *self)
{
    return (int)read_number (self, STIX_KEY_CONFIDENCE, 100);
}

/* STIX 2.1, section 5.2. */
gint64
stix_item_count (const StixItem *self)
{
    return read_number (self, STIX_KEY_COUNT, 999999999);
}

/* ---- ids ---- */

StixId *
stix_item_find_id (const StixItem *self, AttriJsonText text)
{
    const gsize length = (gsize)(text.end - text.start) - 2;
    char decoded[MOST_ID_BYTES + 2];
    StixId *id;

    if (*text.start != '"' || length == 0 || length > MOST_ID_BYTES)
        return NULL;
    if (memchr (text.start, '\\', length) == NULL)
        id = stix_run_id (self->run, text.start + 1, length);
    else
        id = stix_run_id (self->run, decoded, attri_json__text_decode (text, decoded));
    return id->form != STIX_ID_NONE ? id : NULL;
}

StixId *
stix_item_id (const StixItem *self, StixKey key)
{
    if (!stix_item_expect (self, key, ATTRI_JSON_STRING))
        return NULL;

    StixId *id = stix_item_find_id (self, self->members[key]);
    if (id == NULL)
        stix_item_tell (self, self->rule, key, "no id; expected %s", check_id.expected);
    else if (key == STIX_KEY_ID && id->form != STIX_ID_GOOD)
        stix_item_tell (self, READ_RULE_BAD_STIX_ID, key,
                        "no id of STIX's; expected the type, two hyphens and a UUID");
    return id;
}

StixId *const *
stix_item_ids (const StixItem *self, StixKey key)
{
    if (!stix_item_expect (self, key, ATTRI_JSON_ARRAY))
        return NULL;

    GPtrArray *ids = stix_run_begin_list (self->run);
    AttriJsonCursor cursor = attri_json__enter (self->members[key]);
    AttriJsonText element;
    for (guint i = 0; attri_json__next_element (&cursor, &element); i++) {
        StixId *id = stix_item_find_id (self, element);
        if (id != NULL)
            g_ptr_array_add (ids, id);
        else
            stix_item_tell (self, READ_RULE_BAD_MEMBER, key, "element %u is no id; expected %s", i,
                            check_id.expected);
    }
    return stix_run_list (self->run, ids);
}

/* ATT&CK writes an empty string where it has no reference; anything else is told of. */
static void
add_ref (const StixItem *self, const StixRefMember *member, AttriJsonText text, GPtrArray *ids)
{
    StixId *id = stix_item_find_id (self, text);

    if (id != NULL) {
        g_ptr_array_add (ids, id);
    } else if (!attri_json__text_reads (text, "")) {
        g_autofree char *key = g_malloc ((gsize)(member->key.end - member->key.start));
        g_autofree char *message = g_strdup_printf ("no id; expected %s", check_id.expected);
        attri_json__text_decode (member->key, key);
        stix_item_tell_member (self, READ_RULE_BAD_MEMBER, key, message);
    }
}

StixId *const *
stix_item_ref_ids (const StixItem *self, const StixRefMember *member)
{
    GPtrArray *ids = stix_run_begin_list (self->run);
    AttriJsonText element;

    if (attri_json__text_type (member->value) != ATTRI_JSON_ARRAY) {
        add_ref (self, member, member->value, ids);
    } else {
        AttriJsonCursor cursor = attri_json__enter (member->value);
        while (attri_json__next_element (&cursor, &element))
            add_ref (self, member, element, ids);
    }
    return stix_run_list (self->run, ids);
}

StixId *const *
stix_item_part_markings (const StixItem *self)
{
    if (!stix_item_expect (self, STIX_KEY_GRANULAR_MARKINGS, ATTRI_JSON_ARRAY))
        return NULL;

    GPtrArray *ids = stix_run_begin_list (self->run);
    AttriJsonCursor parts = attri_json__enter (self->members[STIX_KEY_GRANULAR_MARKINGS]);
    AttriJsonText part;
    while (attri_json__next_element (&parts, &part)) {
        AttriJsonText key;
        AttriJsonText value;
        if (attri_json__text_type (part) != ATTRI_JSON_OBJECT)
            continue;
        AttriJsonCursor members = attri_json__enter (part);
        while (attri_json__next_member (&members, &key, &value)) {
            StixId *id = attri_json__text_reads (key, "marking_ref")
                             ? stix_item_find_id (self, value)
                             : NULL;
            if (id != NULL)
                g_ptr_array_add (ids, id);
        }
    }
    return stix_run_list (self->run, ids);
}

/* ---- what must be there ---- */

static gboolean
begin_required (StixItem *self, StixKey key)
{
    if (!stix_item_has (self, key))
        stix_item_tell (self, READ_RULE_BAD_OBJECT, key, "no %s; the object is left out",
                        keys[key].name);
    self->rule = READ_RULE_BAD_OBJECT;
    return stix_item_has (self, key);
}

const char *
stix_item_require_word (StixItem *self, StixKey key)
{
    const char *word = begin_required (self, key) ? stix_item_word (self, key) : NULL;

    self->rule = READ_RULE_BAD_MEMBER;
    if (word != NULL && check_word.ok (word))
        return word;
    if (!stix_item_has (self, key) ||
        attri_json__text_type (self->members[key]) != ATTRI_JSON_STRING)
        return NULL;
    g_autofree char *quoted = attri_text__quote (word != NULL ? word : "");
    stix_item_tell (self, READ_RULE_BAD_OBJECT, key, "%s is no type; expected %s", quoted,
                    check_word.expected);
    return NULL;
}

StixId *
stix_item_require_id (StixItem *self, StixKey key)
{
    StixId *id = begin_required (self, key) ? stix_item_id (self, key) : NULL;

    self->rule = READ_RULE_BAD_MEMBER;
    return id;
}
