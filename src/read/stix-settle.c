/* SPDX-License-Identifier: MIT
 *
 * stix-settle.c: all versions of all objects are there; which of them count, and
 * what they say about each other, is written into the run's rows.
 */
#include "read/stix-settle.h"

#include "base/text-private.h"

#include <string.h>

/* ---- versions ---- */

/* Whether @a is to be taken before @b: by time, then by content, then by place. */
static gboolean
is_better (const StixObject *a, const StixObject *b)
{
    if (a->time != b->time)
        return a->time > b->time;
    const int order = stix_object_compare (a, b);
    if (order != 0)
        return order < 0;
    return stix_compare_places (a, b) < 0;
}

/* Tells of the versions that do not count. */
static void
tell_versions (const StixId *id, AttriFindings *findings)
{
    const StixObject *kept = id->object;
    g_autofree char *quoted = attri_text__quote (id->text);
    g_autofree char *file = attri_text_for_terminal (kept->file->name);
    g_autofree char *at = g_strdup_printf ("%s:%u:%u", file, kept->line, kept->column);

    for (const StixObject *object = id->versions; object != NULL; object = object->older) {
        if (object == kept)
            continue;
        if (object->time != kept->time)
            stix_tell (object, findings, READ_RULE_SHADOWED_VERSION, NULL,
                       "an older version of %s; the one at %s counts", quoted, at);
        else if (stix_object_contradicts (object, kept))
            stix_tell (object, findings, READ_RULE_AMBIGUOUS_VERSION, NULL,
                       "%s differs from the one at %s, of the same time; the one whose content "
                       "comes first counts",
                       quoted, at);
    }
}

static void
settle_versions (StixRun *self, AttriFindings *findings)
{
    for (guint i = 0; i < self->all_ids->len; i++) {
        StixId *id = g_ptr_array_index (self->all_ids, i);
        id->object = id->versions;
        for (StixObject *object = id->versions; object != NULL; object = object->older) {
            if (object != id->object && is_better (object, id->object))
                id->object = object;
        }
        /* Every version of a collection tells of a release of its own. */
        if (id->versions != NULL && id->versions->older != NULL &&
            id->object->kind != STIX_COLLECTION)
            tell_versions (id, findings);
    }
}

/* ---- markings ---- */

/* The ids that OASIS (STIX 2.1, section 7.2.1.4; TLP 2.0 extension, section 2) has given to the
 * markings, so that they hold where the objects are absent. By bytes. */
static const struct {
    const char *id;
    AttriTlp tlp;
} known_markings[] = {
    {"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", ATTRI_TLP_GREEN},
    {"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", ATTRI_TLP_AMBER},
    {"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", ATTRI_TLP_RED},
    {"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", ATTRI_TLP_CLEAR},
    {"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", ATTRI_TLP_AMBER_STRICT},
    {"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", ATTRI_TLP_CLEAR},
    {"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", ATTRI_TLP_GREEN},
    {"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", ATTRI_TLP_RED},
    {"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", ATTRI_TLP_AMBER},
};

/* What a marking says, if anybody knows; it is looked up once, as most objects bear the same. */
static void
settle_tlp (StixId *id)
{
    if (id->marking != STIX_MARKING_UNASKED)
        return;
    id->marking = STIX_MARKING_UNKNOWN;
    if (id->object != NULL && id->object->kind == STIX_MARKING) {
        id->marking = STIX_MARKING_KNOWN;
        id->tlp = id->object->tlp;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (known_markings); i++) {
        if (strcmp (id->text, known_markings[i].id) != 0)
            continue;
        id->marking = STIX_MARKING_KNOWN;
        id->tlp = (guint8)MAX (id->tlp, known_markings[i].tlp);
    }
}

/* Of several markings the most restrictive holds. FALSE if it is not known what all of them say. */
static gboolean
settle_markings (StixObject *object, StixId *const *markings, const char *member,
                 AttriFindings *findings)
{
    gboolean known = TRUE;

    for (StixId *const *id = markings; id != NULL && *id != NULL; id++) {
        settle_tlp (*id);
        object->tlp = MAX (object->tlp, (*id)->tlp);
        if ((*id)->marking == STIX_MARKING_KNOWN)
            continue;
        known = FALSE;
        g_autofree char *quoted = attri_text__quote ((*id)->text);
        stix_tell (object, findings, READ_RULE_UNKNOWN_MARKING, member,
                   "no file defines the marking %s, and it is none of TLP's; expected its "
                   "definition beside it",
                   quoted);
    }
    return known;
}

/* What only a part of an object bears holds for all of it: nobody can see here which part a picture
 * would show. What is CLEAR in part, or CLEAR and something else that we do not know, is not CLEAR.
 */
static void
settle_marking (StixObject *object, AttriFindings *findings)
{
    gboolean known = settle_markings (object, object->markings, "object_marking_refs", findings);
    const gboolean cleared = object->tlp == ATTRI_TLP_CLEAR;

    if (!settle_markings (object, object->part_markings, "granular_markings", findings))
        known = FALSE;
    if (object->tlp == ATTRI_TLP_CLEAR && !(cleared && known))
        object->tlp = ATTRI_TLP_UNMARKED;
}

/* ---- who lists whom ---- */

static void
push_link (StixRun *self, StixLink **list, StixObject *object)
{
    StixLink *link = attri_arena__alloc (self->arena, 1, sizeof (StixLink));

    *link = (StixLink){object, *list};
    *list = link;
}

static void
settle_listing (StixRun *self, StixObject *report)
{
    if (report->revoked)
        return;
    for (StixId *const *id = report->refs; id != NULL && *id != NULL; id++) {
        StixObject *object = (*id)->object;
        if (object != NULL && (object->kind == STIX_RELATIONSHIP || object->kind == STIX_SIGHTING))
            push_link (self, &object->listed, report);
    }
}

/* A collection names the objects of a release, and in which version they are in it. */
static void
settle_release (StixRun *self, StixObject *collection)
{
    const gint64 *time = collection->times;

    for (StixId *const *id = collection->refs; id != NULL && *id != NULL; id++, time++) {
        StixObject *object = (*id)->object;
        if (object != NULL && (*time == 0 || object->time == *time))
            push_link (self, &object->editions, collection);
    }
}

static void
settle_releases (StixRun *self, const StixId *id)
{
    for (StixObject *version = id->versions; version != NULL; version = version->older) {
        if (version->kind == STIX_COLLECTION)
            settle_release (self, version);
    }
}

void
stix_settle (StixRun *self, AttriFindings *findings)
{
    settle_versions (self, findings);
    for (guint i = 0; i < self->all_ids->len; i++) {
        const StixId *id = g_ptr_array_index (self->all_ids, i);
        StixObject *object = id->object;
        if (object == NULL)
            continue;
        settle_marking (object, findings);
        if (object->kind == STIX_REPORT || object->kind == STIX_NOTE)
            settle_listing (self, object);
        if (object->kind == STIX_COLLECTION)
            settle_releases (self, id);
    }
}
