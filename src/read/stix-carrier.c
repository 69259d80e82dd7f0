/* SPDX-License-Identifier: MIT
 *
 * stix-carrier.c: which feed each object was read in, and what that is called.
 */
#include "read/stix-settle.h"

#include "read/reference.h"

#include <string.h>

/* Feeds that give their records ids under a name of their own, and whose publisher goes by
 * another name than its identity. */
static const struct {
    const char *creator;
    const char *id;
    const char *title;
    const char *publisher;
    const char *url;
} known_feeds[] = {
    {"identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5", "mitre-attack", "MITRE ATT&CK",
     "MITRE ATT&CK", "https://attack.mitre.org/"},
};

static const char *
slug_of (StixRun *self, const char *name)
{
    AttriSourceDraft draft;
    const Reference reference = {name, NULL, NULL};

    reference_to_source (&reference, self->arena, &draft);
    return draft.row.id;
}

static StixCarrier *
new_carrier (StixRun *self, const char *publisher, const char *title)
{
    StixCarrier *carrier = attri_arena__alloc (self->arena, 1, sizeof (StixCarrier));

    carrier->id = slug_of (self, publisher);
    carrier->title = title;
    carrier->publisher = publisher;
    g_ptr_array_add (self->carriers, carrier);
    return carrier;
}

static StixCarrier *
carrier_of_creator (StixRun *self, StixId *creator)
{
    for (gsize i = 0; i < G_N_ELEMENTS (known_feeds); i++) {
        if (strcmp (creator->text, known_feeds[i].creator) == 0) {
            StixCarrier *carrier =
                new_carrier (self, known_feeds[i].publisher, known_feeds[i].title);
            carrier->id = known_feeds[i].id;
            carrier->url = known_feeds[i].url;
            return carrier;
        }
    }
    const StixObject *identity = creator->object;
    const char *name =
        identity != NULL && identity->kind == STIX_ENTITY ? identity->name : creator->text;
    g_autofree char *title = g_strdup_printf ("STIX objects of %s", name);
    return new_carrier (self, name, attri_arena__strdup (self->arena, title));
}

/* Of objects that name no author, all that is known is where they lie: the file they are in
 * together, or the folder of files with one object each. */
static StixCarrier *
carrier_of_file (StixRun *self, const StixFile *file, gboolean alone)
{
    g_autofree char *folder = g_path_get_dirname (file->name);
    g_autofree char *name =
        g_path_get_basename (alone && strcmp (folder, ".") != 0 ? folder : file->name);
    g_autofree char *title = g_strdup_printf ("STIX objects in %s that name no author", name);
    gpointer *slot = attri_table__slot (self->feeds, name, strlen (name), NULL);

    if (*slot == NULL)
        *slot = new_carrier (self, attri_arena__strdup (self->arena, name),
                             attri_arena__strdup (self->arena, title));
    return *slot;
}

StixCarrier *
stix_carrier_of (StixRun *self, StixObject *object)
{
    StixCarrier **carrier =
        object->creator != NULL ? &object->creator->carrier : &object->file->carrier;

    if (*carrier == NULL)
        *carrier = object->creator != NULL
                       ? carrier_of_creator (self, object->creator)
                       : carrier_of_file (self, object->file, object->list == NULL);
    return *carrier;
}

void
stix_carriers_settle (StixRun *self)
{
    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->object;
        if (object == NULL)
            continue;
        StixCarrier *carrier = stix_carrier_of (self, object);
        carrier->has_editions = carrier->has_editions || object->kind == STIX_COLLECTION;
        if (attri_date_is_set (object->modified) &&
            (!attri_date_is_set (carrier->latest) ||
             attri_date_compare (object->modified, carrier->latest) > 0))
            carrier->latest = object->modified;
    }
}
