/* SPDX-License-Identifier: MIT
 *
 * stix-object.c: the members of one object go in, a row of the run comes out,
 * with what the object's kind is read for.
 */
#include "read/stix-object.h"

#include "model/stix-private.h"
#include "read/stix-own.h"

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
    {ATTRI_STIX_SOURCE, STIX_SOURCE},
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
    GArray *references = stix_item_references (item);
    GPtrArray *reports = stix_run_begin_list (item->run);

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
read_relationship (StixItem *item, StixObject *object)
{
    object->from = stix_item_require_id (item, STIX_KEY_SOURCE_REF);
    object->to = stix_item_require_id (item, STIX_KEY_TARGET_REF);
    object->relation = stix_item_require_word (item, STIX_KEY_RELATIONSHIP_TYPE);
    if (object->from == NULL || object->to == NULL || object->relation == NULL)
        return FALSE;
    stix_item_time (item, STIX_KEY_START_TIME, &object->first);
    stix_item_time (item, STIX_KEY_STOP_TIME, &object->last);
    read_reports (item, object);
    return TRUE;
}

static const char *
describe_sighting (StixItem *item)
{
    const gint64 count = stix_item_count (item);
    const char *text = stix_item_borrow (item, STIX_KEY_DESCRIPTION);
    const char *plain = text != NULL ? stix_text_plain (item->run, text) : NULL;

    if (count < 0)
        return plain;
    g_autofree char *counted =
        g_strdup_printf ("Seen %" G_GINT64_FORMAT " time%s.%s%s", count, count == 1 ? "" : "s",
                         plain != NULL ? " " : "", plain != NULL ? plain : "");
    return attri_arena__strdup (item->run->arena, counted);
}

static gboolean
read_sighting (StixItem *item, StixObject *object)
{
    object->from = stix_item_require_id (item, STIX_KEY_SIGHTING_OF_REF);
    if (object->from == NULL)
        return FALSE;
    object->relation = stix_run_word (item->run, "sighted-by", strlen ("sighted-by"));
    object->refs = stix_item_ids (item, STIX_KEY_WHERE_SIGHTED_REFS);
    stix_item_time (item, STIX_KEY_FIRST_SEEN, &object->first);
    stix_item_time (item, STIX_KEY_LAST_SEEN, &object->last);
    read_reports (item, object);
    object->description = describe_sighting (item);
    return TRUE;
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
    if (stix_item_has (item, STIX_KEY_GRANULAR_MARKINGS)) {
        stix_item_tell (item, READ_RULE_GRANULAR_MARKING, STIX_KEY_GRANULAR_MARKINGS,
                        "markings of parts of an object are not understood; the whole is marked "
                        "as its most restrictive part");
        object->part_markings = stix_item_part_markings (item);
    }
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
        stix_object_read_report (item, object);
        return TRUE;
    case STIX_MARKING:
        stix_object_read_marking (item, object);
        return TRUE;
    case STIX_COLLECTION:
        stix_object_read_collection (item, object);
        return TRUE;
    case STIX_ENTITY:
        stix_object_read_entity (item, object);
        return TRUE;
    case STIX_SOURCE:
        object->name = stix_item_string (item, STIX_KEY_NAME);
        if (!stix_item_is_own (item))
            stix_item_tell (item, READ_RULE_BAD_OBJECT, N_STIX_KEYS,
                            "a source without our extension, which says what it is; left out");
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

    object.type = stix_item_require_word (item, STIX_KEY_TYPE);
    object.id = object.type != NULL ? stix_item_require_id (item, STIX_KEY_ID) : NULL;
    if (object.id == NULL)
        return;
    object.kind =
        strcmp (object.id->text, ATTRI_STIX_AUTHOR) == 0 ? STIX_IGNORED : kind_of (object.type);
    read_common (item, &object);
    object.own = stix_own_read (item, &object);
    if (!read_kind (item, &object))
        return;
    object.older = object.id->versions;
    object.id->versions = attri_arena__alloc (item->run->arena, 1, sizeof object);
    *object.id->versions = object;
}
