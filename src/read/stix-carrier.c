/* SPDX-License-Identifier: MIT
 *
 * stix-carrier.c: which feed each object was read in, and what that is called.
 */
#include "read/stix-settle.h"

#include "read/fields.h"
#include "read/reference.h"

#include <string.h>

/* Feeds whose publisher goes by another name than its identity, also where that is absent. */
static const struct {
    const char *creator;
    const char *authority;
    const char *publisher;
    const char *url;
} known_feeds[] = {
    {"identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5", "mitre-attack", "MITRE ATT&CK",
     "https://attack.mitre.org/"},
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
                new_carrier (self, known_feeds[i].publisher, known_feeds[i].publisher);
            carrier->id = known_feeds[i].authority;
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

/* ---- sites ---- */

/* That an object of a feed has its page at @origin, and an id there. */
typedef struct {
    StixCarrier *carrier;
    const char *authority;
    const char *origin;
} Site;

static int
compare_sites (gconstpointer a, gconstpointer b)
{
    const Site *x = a;
    const Site *y = b;
    const int order = strcmp (x->authority, y->authority);

    if (x->carrier != y->carrier)
        return x->carrier < y->carrier ? -1 : 1;
    return order != 0 ? order : strcmp (x->origin, y->origin);
}

/* `https://host/` of @url, or %NULL. */
static const char *
origin_of (StixRun *self, const char *url)
{
    if (url == NULL || !check_link.ok (url))
        return NULL;
    const char *host = strchr (url, ':') + 3;
    const gsize length = strcspn (host, "/?#");
    g_autofree char *origin =
        g_strdup_printf ("%.*s/", (int)MIN ((gsize)(host - url) + length, G_MAXINT / 2), url);
    return stix_run_word (self, origin, strlen (origin));
}

/* Whether the first part of @authority is a word of @name: a feed may hold the ids of others,
 * too, as those of ATT&CK, and is not theirs for that. */
static gboolean
is_named_after (const char *authority, const char *name)
{
    const gsize length = strcspn (authority, "-_ .");
    const char *word = name;

    if (length < 3)
        return FALSE;
    while (*word != '\0') {
        const gsize n = strcspn (word, " -_.,");
        if (n == length && g_ascii_strncasecmp (word, authority, n) == 0)
            return TRUE;
        word += n;
        word += strspn (word, " -_.,");
    }
    return FALSE;
}

static void
note_site (StixRun *self, const StixObject *object, StixCarrier *carrier, GArray *sites)
{
    if (object->kind != STIX_ENTITY || object->n_references == 0 || carrier->url != NULL)
        return;
    const AttriReference *reference = &object->references[0];
    const Site site = {carrier, reference->source, origin_of (self, reference->url)};
    if (site.origin != NULL && is_named_after (site.authority, carrier->publisher))
        g_array_append_val (sites, site);
}

/* The site where most of its objects are is the feed's. */
static void
settle_sites (StixRun *self, GArray *sites)
{
    guint most = 0;

    g_array_sort (sites, compare_sites);
    for (guint i = 0, end; i < sites->len; i = end) {
        const Site *site = &g_array_index (sites, Site, i);
        if (i == 0 || site->carrier != (site - 1)->carrier)
            most = 0;
        for (end = i + 1; end < sites->len; end++) {
            if (compare_sites (site, &g_array_index (sites, Site, end)) != 0)
                break;
        }
        if (end - i <= most)
            continue;
        most = end - i;
        site->carrier->id = slug_of (self, site->authority);
        site->carrier->url = site->origin;
    }
}

void
stix_carriers_settle (StixRun *self)
{
    g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (Site));

    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->object;
        if (object == NULL)
            continue;
        StixCarrier *carrier = stix_carrier_of (self, object);
        note_site (self, object, carrier, sites);
        carrier->has_editions = carrier->has_editions || object->kind == STIX_COLLECTION;
        if (attri_date_is_set (object->modified) &&
            (!attri_date_is_set (carrier->latest) ||
             attri_date_compare (object->modified, carrier->latest) > 0))
            carrier->latest = object->modified;
    }
    settle_sites (self, sites);
}
