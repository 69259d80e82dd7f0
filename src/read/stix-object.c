/* SPDX-License-Identifier: MIT
 *
 * stix-object.c: the members of one object go in, a row of the run comes out,
 * with what the object's kind is read for.
 */
#include "read/stix-object.h"

#include "base/text-private.h"
#include "read/fields.h"

#include <string.h>

/* Types that are not entities. */
static const struct {
    const char *type;
    StixKind kind;
} kinds[] = {
    {"relationship", STIX_RELATIONSHIP},
    {"sighting", STIX_SIGHTING},
    {"report", STIX_REPORT},
    {"grouping", STIX_REPORT},
    {"note", STIX_NOTE},
    {"opinion", STIX_OPINION},
    {"marking-definition", STIX_MARKING},
    {"x-mitre-collection", STIX_COLLECTION},
    {"extension-definition", STIX_IGNORED},
    {"language-content", STIX_IGNORED},
};

static StixKind
kind_of (const char *type)
{
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (strcmp (type, kinds[i].type) == 0)
            return kinds[i].kind;
    }
    return STIX_ENTITY;
}

/* The first of these members that is a text. */
static const char *
first_string (const StixItem *item, const StixKey *keys, gsize n)
{
    const char *text = NULL;
    for (gsize i = 0; text == NULL && i < n; i++)
        text = stix_item_string (item, keys[i]);
    return text;
}

/* ---- entities ---- */

static const char *
name_entity (const StixItem *item, const StixObject *object)
{
    /* Observables and indicators have what they are instead of a name. */
    static const StixKey keys[] = {STIX_KEY_NAME,    STIX_KEY_VALUE,   STIX_KEY_PATH,
                                   STIX_KEY_KEY,     STIX_KEY_SUBJECT, STIX_KEY_PATTERN,
                                   STIX_KEY_COUNTRY, STIX_KEY_REGION};
    const char *name = first_string (item, keys, G_N_ELEMENTS (keys));

    return name != NULL ? name : object->id->text;
}

static void
read_references (StixItem *item, StixObject *object, GArray *references)
{
    AttriArena *arena = item->run->arena;
    guint n = 0;

    for (guint i = 0; i < references->len; i++)
        n += g_array_index (references, StixReference, i).external_id.start != NULL;
    n = MIN (n, G_MAXUINT16);
    AttriReference *rows = attri_arena__alloc (arena, n, sizeof (AttriReference));
    for (guint i = 0; i < references->len && object->n_references < n; i++) {
        const StixReference *reference = &g_array_index (references, StixReference, i);
        if (reference->external_id.start == NULL)
            continue;
        rows[object->n_references++] = (AttriReference){
            .source = stix_text_keep_word (item->run, reference->name),
            .external_id = stix_text_keep (item->run, reference->external_id),
            .url = reference->url.start != NULL ? stix_text_keep (item->run, reference->url) : NULL,
        };
    }
    object->references = rows;
}

/* What the publisher says of an alias: ATT&CK keeps it in an external reference whose
 * source_name is the alias, a text that cites others; elsewhere the reference may itself be what
 * is cited. */
static void
explain_alias (StixRun *run, GArray *references, StixAlias *alias)
{
    g_autoptr (GPtrArray) cites = g_ptr_array_new ();

    for (guint i = 0; i < references->len; i++) {
        StixReference *reference = &g_array_index (references, StixReference, i);
        if (reference->external_id.start != NULL ||
            !stix_reference_is_called (reference, alias->name, strlen (alias->name)))
            continue;
        if (reference->url.start != NULL) {
            g_ptr_array_add (cites, stix_reference_report (run, reference));
        } else if (reference->description.start != NULL) {
            g_autofree char *text =
                g_malloc ((gsize)(reference->description.end - reference->description.start));
            attri_json__text_decode (reference->description, text);
            stix_text_cites (run, text, references, cites);
            if (alias->wording == NULL)
                alias->wording = stix_text_plain (run, text);
        }
    }
    alias->cites = stix_run_list (run, cites);
}

static void
read_alias_list (const StixItem *item, StixKey key, const StixObject *object, GArray *aliases,
                 GArray *references)
{
    AttriJsonText element;

    if (!stix_item_expect (item, key, ATTRI_JSON_ARRAY))
        return;
    AttriJsonCursor cursor = attri_json__enter (item->members[key]);
    for (guint i = 0; attri_json__next_element (&cursor, &element); i++) {
        if (*element.start != '"') {
            stix_item_tell (item, READ_RULE_BAD_MEMBER, key, "element %u is %s; expected a string",
                            i, attri_json__type_name (attri_json__text_type (element)));
            continue;
        }
        StixAlias alias = {.name = stix_text_keep (item->run, element)};
        gboolean known = alias.name == NULL || strcmp (alias.name, object->name) == 0;
        for (guint j = 0; !known && j < MIN (aliases->len, 100); j++)
            known = strcmp (g_array_index (aliases, StixAlias, j).name, alias.name) == 0;
        if (known)
            continue;
        explain_alias (item->run, references, &alias);
        g_array_append_val (aliases, alias);
    }
}

static void
read_aliases (StixItem *item, StixObject *object, GArray *references)
{
    g_autoptr (GArray) aliases = g_array_new (FALSE, FALSE, sizeof (StixAlias));

    read_alias_list (item, STIX_KEY_ALIASES, object, aliases, references);
    read_alias_list (item, STIX_KEY_X_MITRE_ALIASES, object, aliases, references);
    g_array_set_size (aliases, MIN (aliases->len, G_MAXUINT16));
    if (aliases->len == 0)
        return;
    StixAlias *rows = attri_arena__alloc (item->run->arena, aliases->len, sizeof (StixAlias));
    memcpy (rows, aliases->data, aliases->len * sizeof (StixAlias));
    object->aliases = rows;
    object->n_aliases = (guint16)aliases->len;
}

/* The relationship that a member says: of `resolves_to_refs`, resolves-to. */
static const char *
relation_of (StixRun *run, AttriJsonText key)
{
    GString *scratch = run->scratch;

    g_string_set_size (scratch, (gsize)(key.end - key.start));
    g_string_truncate (scratch, attri_json__text_decode (key, scratch->str));
    g_string_truncate (scratch, scratch->len - (g_str_has_suffix (scratch->str, "s") ? 5 : 4));
    for (char *c = scratch->str; *c != '\0'; c++)
        *c = g_ascii_isalnum (*c) ? g_ascii_tolower (*c) : '-';
    return stix_run_word (run, scratch->str, scratch->len);
}

static void
add_edges (GArray *edges, const char *relation, StixId *const *ids)
{
    for (; ids != NULL && *ids != NULL; ids++) {
        const StixEdge edge = {relation, *ids};
        g_array_append_val (edges, edge);
    }
}

static void
read_edges (StixItem *item, StixObject *object)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (StixEdge));
    StixRun *run = item->run;

    for (guint i = 0; i < item->refs->len; i++) {
        const StixRefMember *member = &g_array_index (item->refs, StixRefMember, i);
        add_edges (edges, relation_of (run, member->key), stix_item_ref_ids (item, member));
    }
    if (stix_item_has (item, STIX_KEY_OBJECT_REFS))
        add_edges (edges, stix_run_word (run, "contains", 8),
                   stix_item_ids (item, STIX_KEY_OBJECT_REFS));
    if (edges->len == 0)
        return;
    StixEdge *rows = attri_arena__alloc (run->arena, edges->len, sizeof (StixEdge));
    memcpy (rows, edges->data, edges->len * sizeof (StixEdge));
    object->edges = rows;
    object->n_edges = edges->len;
}

static void
read_country (const StixItem *item, StixObject *object)
{
    const char *country = stix_item_string (item, STIX_KEY_COUNTRY);
    if (country == NULL)
        return;
    g_autofree char *upper = g_ascii_strup (country, -1);
    if (check_country.ok (upper))
        object->country = stix_run_word (item->run, upper, 2);
    else
        stix_item_tell (item, READ_RULE_BAD_MEMBER, STIX_KEY_COUNTRY, "no country; expected %s",
                        check_country.expected);
}

static void
read_entity (StixItem *item, StixObject *object)
{
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (StixReference));

    stix_item_references (item, references);
    object->name = name_entity (item, object);
    read_references (item, object, references);
    read_aliases (item, object, references);
    read_edges (item, object);
    object->first = ATTRI_DATE_NONE;
    stix_item_time (item, STIX_KEY_FIRST_SEEN, &object->first);
    stix_item_time (item, STIX_KEY_LAST_SEEN, &object->last);
    object->identity_class = stix_item_word (item, STIX_KEY_IDENTITY_CLASS);
    object->is_family = stix_item_flag (item, STIX_KEY_IS_FAMILY);
    read_country (item, object);
    /* Custom types are seldom shown, and often long. */
    if (!g_str_has_prefix (object->type, "x-") && stix_item_has (item, STIX_KEY_DESCRIPTION)) {
        const char *text = stix_item_borrow (item, STIX_KEY_DESCRIPTION);
        object->description = text != NULL ? stix_text_plain (item->run, text) : NULL;
    }
}

/* ---- statements ---- */

/* What a relationship's description says is worth its memory where it is about actors and tools;
 * those to techniques are ten times as many, and say no more than the technique does. */
static gboolean
is_worth_words (const StixObject *object)
{
    return !g_str_has_prefix (object->to->text, "attack-pattern--") &&
           !g_str_has_prefix (object->from->text, "attack-pattern--");
}

/* The reports it cites: its external references, and what its description names besides. */
static void
read_reports (StixItem *item, StixObject *object)
{
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (StixReference));
    g_autoptr (GPtrArray) reports = g_ptr_array_new ();

    stix_item_references (item, references);
    for (guint i = 0; i < references->len; i++) {
        StixReference *reference = &g_array_index (references, StixReference, i);
        if (reference->external_id.start == NULL)
            g_ptr_array_add (reports, stix_reference_report (item->run, reference));
    }
    const char *text = stix_item_borrow (item, STIX_KEY_DESCRIPTION);
    if (text != NULL) {
        stix_text_cites (item->run, text, references, reports);
        if (object->kind == STIX_RELATIONSHIP && is_worth_words (object))
            object->description = stix_text_plain (item->run, text);
    }
    object->reports = stix_run_list (item->run, reports);
}

static gboolean
require (const StixItem *item, StixKey key, gboolean there)
{
    if (there)
        return TRUE;
    if (stix_item_has (item, key))
        stix_item_tell (item, READ_RULE_BAD_OBJECT, key, "not usable; the object is left out");
    else
        stix_item_tell (item, READ_RULE_BAD_OBJECT, key, "no %s; the object is left out",
                        stix_key_name (key));
    return FALSE;
}

static gboolean
read_relationship (StixItem *item, StixObject *object)
{
    object->from = stix_item_id (item, STIX_KEY_SOURCE_REF);
    object->to = stix_item_id (item, STIX_KEY_TARGET_REF);
    object->relation = stix_item_word (item, STIX_KEY_RELATIONSHIP_TYPE);
    if (!require (item, STIX_KEY_SOURCE_REF, object->from != NULL) ||
        !require (item, STIX_KEY_TARGET_REF, object->to != NULL) ||
        !require (item, STIX_KEY_RELATIONSHIP_TYPE,
                  object->relation != NULL && check_word.ok (object->relation)))
        return FALSE;
    stix_item_time (item, STIX_KEY_START_TIME, &object->first);
    stix_item_time (item, STIX_KEY_STOP_TIME, &object->last);
    read_reports (item, object);
    return TRUE;
}

static gboolean
read_sighting (StixItem *item, StixObject *object)
{
    object->from = stix_item_id (item, STIX_KEY_SIGHTING_OF_REF);
    if (!require (item, STIX_KEY_SIGHTING_OF_REF, object->from != NULL))
        return FALSE;
    object->relation = stix_run_word (item->run, "sighted-by", strlen ("sighted-by"));
    object->refs = stix_item_ids (item, STIX_KEY_WHERE_SIGHTED_REFS);
    stix_item_time (item, STIX_KEY_FIRST_SEEN, &object->first);
    stix_item_time (item, STIX_KEY_LAST_SEEN, &object->last);
    read_reports (item, object);
    return TRUE;
}

/* ---- reports ---- */

static const char *
find_url (StixItem *item)
{
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (StixReference));

    stix_item_references (item, references);
    for (guint i = 0; i < references->len; i++) {
        const AttriJsonText url = g_array_index (references, StixReference, i).url;
        if (url.start != NULL)
            return stix_text_keep (item->run, url);
    }
    return NULL;
}

static void
read_report (StixItem *item, StixObject *object)
{
    static const StixKey names[] = {STIX_KEY_NAME, STIX_KEY_ABSTRACT, STIX_KEY_CONTENT,
                                    STIX_KEY_EXPLANATION};
    const char *text;

    object->name = first_string (item, names, G_N_ELEMENTS (names));
    stix_item_time (item, STIX_KEY_PUBLISHED, &object->first);
    object->refs = stix_item_ids (item, STIX_KEY_OBJECT_REFS);
    object->url = find_url (item);
    object->word = stix_item_word (item, STIX_KEY_OPINION);
    if (object->kind == STIX_NOTE)
        text = stix_item_borrow (item, STIX_KEY_CONTENT);
    else
        text = object->kind == STIX_OPINION ? stix_item_borrow (item, STIX_KEY_EXPLANATION) : NULL;
    object->description = text != NULL ? stix_text_plain (item->run, text) : NULL;
}

/* What a release of ATT&CK holds: which objects, and in which version. */
static void
read_collection (StixItem *item, StixObject *object)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
    AttriJsonText element;

    object->name = stix_item_string (item, STIX_KEY_NAME);
    object->word = stix_item_string (item, STIX_KEY_X_MITRE_VERSION);
    if (!stix_item_expect (item, STIX_KEY_X_MITRE_CONTENTS, ATTRI_JSON_ARRAY))
        return;
    AttriJsonCursor cursor = attri_json__enter (item->members[STIX_KEY_X_MITRE_CONTENTS]);
    while (attri_json__next_element (&cursor, &element)) {
        AttriJsonText key;
        AttriJsonText value;
        StixId *id = NULL;
        gint64 time = 0;
        AttriDate unused;
        if (attri_json__text_type (element) != ATTRI_JSON_OBJECT)
            continue;
        AttriJsonCursor members = attri_json__enter (element);
        while (attri_json__next_member (&members, &key, &value)) {
            if (attri_json__text_reads (key, "object_ref"))
                id = stix_item_find_id (item, value);
            else if (attri_json__text_reads (key, "object_modified"))
                stix_text_time (value, &time, &unused);
        }
        if (id != NULL) {
            g_ptr_array_add (ids, id);
            g_array_append_val (times, time);
        }
    }
    object->refs = stix_run_list (item->run, ids);
    gint64 *copy = attri_arena__alloc (item->run->arena, times->len, sizeof (gint64));
    if (times->len > 0)
        memcpy (copy, times->data, times->len * sizeof (gint64));
    object->times = copy;
}

/* ---- markings ---- */

/* The member @name of the object @text. */
static gboolean
find_member (AttriJsonText text, const char *name, AttriJsonText *found)
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

/* TLP 1 says it in the definition, TLP 2.0 in an extension; the name of both is TLP:COLOUR. A
 * definition of type statement is a copyright notice, and marks nothing. */
static void
read_marking (StixItem *item, StixObject *object)
{
    static const char tlp2[] = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
    AttriJsonText extension = {NULL, NULL};
    AttriJsonText colour = {NULL, NULL};
    AttriTlp tlp;

    if (!(find_member (item->members[STIX_KEY_EXTENSIONS], tlp2, &extension) &&
          find_member (extension, "tlp_2_0", &colour)) &&
        !find_member (item->members[STIX_KEY_DEFINITION], "tlp", &colour))
        colour = item->members[STIX_KEY_NAME];
    if (colour.start == NULL || *colour.start != '"')
        return;
    const char *text = stix_text_keep (item->run, colour);
    if (text != NULL && attri_tlp_parse (text, &tlp))
        object->tlp = (guint8)tlp;
}

/* ---- all ---- */

static void
read_common (StixItem *item, StixObject *object)
{
    object->creator = stix_item_id (item, STIX_KEY_CREATED_BY_REF);
    if (object->creator == NULL)
        object->creator = stix_item_id (item, STIX_KEY_X_MITRE_MODIFIED_BY_REF);
    const gint64 created = stix_item_time (item, STIX_KEY_CREATED, &object->created);
    object->time = stix_item_time (item, STIX_KEY_MODIFIED, &object->modified);
    if (object->time == 0) {
        object->time = created;
        object->modified = object->created;
    }
    object->revoked = stix_item_flag (item, STIX_KEY_REVOKED) != FALSE;
    object->deprecated = stix_item_flag (item, STIX_KEY_X_MITRE_DEPRECATED) != FALSE;
    object->confidence = (gint8)stix_item_confidence (item);
    object->markings = stix_item_ids (item, STIX_KEY_OBJECT_MARKING_REFS);
    if (stix_item_has (item, STIX_KEY_GRANULAR_MARKINGS))
        stix_item_tell (item, READ_RULE_GRANULAR_MARKING, STIX_KEY_GRANULAR_MARKINGS,
                        "markings of parts of an object are not understood; the whole is read "
                        "as its object_marking_refs mark it");
}

static gboolean
read_kind (StixItem *item, StixObject *object)
{
    switch (object->kind) {
    case STIX_RELATIONSHIP:
        return read_relationship (item, object);
    case STIX_SIGHTING:
        return read_sighting (item, object);
    case STIX_REPORT:
    case STIX_NOTE:
    case STIX_OPINION:
        read_report (item, object);
        return TRUE;
    case STIX_MARKING:
        read_marking (item, object);
        return TRUE;
    case STIX_COLLECTION:
        read_collection (item, object);
        return TRUE;
    case STIX_ENTITY:
        read_entity (item, object);
        return TRUE;
    case STIX_IGNORED:
    default:
        stix_item_tell (item, READ_RULE_SKIPPED_OBJECT, STIX_KEY_TYPE,
                        "%s is not read; it says nothing that could be drawn", object->type);
        return TRUE;
    }
}

void
stix_object_add (StixItem *item)
{
    StixObject object = {
        .file = item->run->file,
        .list = item->list,
        .index = item->index,
        .line = item->span.line,
        .column = item->span.column,
    };

    object.type = stix_item_word (item, STIX_KEY_TYPE);
    object.id = stix_item_id (item, STIX_KEY_ID);
    if (!require (item, STIX_KEY_TYPE, object.type != NULL && check_word.ok (object.type)) ||
        !require (item, STIX_KEY_ID, object.id != NULL))
        return;
    object.kind = kind_of (object.type);
    read_common (item, &object);
    if (!read_kind (item, &object))
        return;
    object.older = object.id->versions;
    object.id->versions = attri_arena__alloc (item->run->arena, 1, sizeof object);
    *object.id->versions = object;
}
