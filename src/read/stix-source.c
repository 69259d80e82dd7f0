/* SPDX-License-Identifier: MIT
 *
 * stix-source.c: reports, feeds and their releases become sources, each with an
 * id of its own.
 */
#include "read/stix-settle.h"

#include "read/reference.h"

#include <string.h>

static int
compare_reports (gconstpointer a, gconstpointer b)
{
    const StixReport *x = *(StixReport *const *)a;
    const StixReport *y = *(StixReport *const *)b;
    const int order = strcmp (x->name, y->name);
    return order != 0 ? order : (int)x->loose - (int)y->loose;
}

/* A name that a text cites without a reference beside it means the one report that other
 * objects call so. Among several it could be any, so it stays apart. */
static void
settle_loose (StixRun *self)
{
    g_ptr_array_sort (self->all_reports, compare_reports);
    for (guint i = 0, end; i < self->all_reports->len; i = end) {
        StixReport *first = g_ptr_array_index (self->all_reports, i);
        for (end = i + 1; end < self->all_reports->len; end++) {
            StixReport *next = g_ptr_array_index (self->all_reports, end);
            if (strcmp (next->name, first->name) != 0)
                break;
            if (next->loose && end == i + 1)
                next->same = first;
        }
    }
}

/* ICS ATT&CK v18.1, with that as its id. */
static void
name_release (StixRun *self, StixObject *collection)
{
    const char *name = collection->name != NULL ? collection->name : collection->id->text;
    g_autofree char *title = collection->word != NULL
                                 ? g_strdup_printf ("%s v%s", name, collection->word)
                                 : g_strdup (name);
    AttriSourceDraft draft;

    collection->name = attri_arena__strdup (self->arena, title);
    reference_to_source (&(Reference){collection->name, NULL, NULL}, self->arena, &draft);
    collection->source_id = draft.row.id;
}

void
stix_sources_settle (StixRun *self)
{
    settle_loose (self);
    for (guint i = 0; i < self->all_reports->len; i++) {
        StixReport *report = g_ptr_array_index (self->all_reports, i);
        AttriSourceDraft draft;
        if (report->same != NULL)
            continue;
        const Reference reference = {report->name, report->description, report->url};
        reference_to_source (&reference, self->arena, &draft);
        report->draft = self->sources->len;
        g_array_append_val (self->sources, draft);
    }
    references_settle_ids (self->sources, self->arena);
    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->versions;
        for (; object != NULL; object = object->older) {
            if (object->kind == STIX_COLLECTION)
                name_release (self, object);
        }
    }
}

const char *
stix_use_report (StixRun *self, StixReport *report)
{
    if (report->same != NULL)
        report = report->same;
    report->used = TRUE;
    return g_array_index (self->sources, AttriSourceDraft, report->draft).row.id;
}

const char *
stix_use_carrier (StixCarrier *carrier)
{
    carrier->used = TRUE;
    return carrier->id;
}

const char *
stix_use_object (StixObject *object)
{
    object->used = TRUE;
    return object->kind == STIX_COLLECTION ? object->source_id : object->id->text;
}

static void
add_citation (GArray *citations, const char *source, const char *claimant, const char *cites,
              const char *locator)
{
    const AttriCitationDraft draft = {
        .row = {.locator = locator},
        .source = source,
        .claimant = claimant != NULL && strcmp (claimant, source) != 0 ? claimant : NULL,
        .cites = cites,
    };
    g_array_append_val (citations, draft);
}

void
stix_cite (StixRun *self, StixObject *object, const char *claimant, const char *cites,
           GArray *citations)
{
    StixCarrier *carrier = stix_carrier_of (self, object);
    const char *own = stix_use_carrier (carrier);

    if (claimant == NULL)
        claimant = own;
    if (object->editions == NULL)
        add_citation (citations, own, claimant, cites, NULL);
    for (const StixLink *link = object->editions; link != NULL; link = link->next)
        add_citation (citations, stix_use_object (link->object), claimant, cites, NULL);
}

/* ---- giving ---- */

static const char *
publisher_of (StixObject *object)
{
    const StixObject *creator = object->creator != NULL ? object->creator->object : NULL;

    return creator != NULL && creator->kind == STIX_ENTITY ? creator->name : NULL;
}

/* A report, note or opinion that is an object. */
static void
give_report (StixRun *self, AttriGraphBuilder *builder, StixObject *object)
{
    const char *publisher = publisher_of (object);
    const gboolean published = attri_date_is_set (object->first);
    const AttriSourceDraft draft = {
        .row = {.id = object->id->text,
                .title = object->name != NULL ? object->name : object->id->text,
                .publisher =
                    publisher != NULL ? publisher : stix_carrier_of (self, object)->publisher,
                .url = object->url,
                .published = published ? object->first : object->created,
                .kind = ATTRI_SOURCE_REPORT,
                .edition_of = ATTRI_NONE,
                /* Of a report there is the name and what it speaks of; of the others all. */
                .read = object->kind != STIX_REPORT,
                .tlp = (AttriTlp)object->tlp,
                .place = stix_place (object)},
        .generated = TRUE,
    };
    attri_graph_builder_add_source (builder, &draft);
}

static void
give_release (StixRun *self, AttriGraphBuilder *builder, StixObject *collection)
{
    StixCarrier *carrier = stix_carrier_of (self, collection);
    const AttriSourceDraft draft = {
        .row = {.id = collection->source_id,
                .title = collection->name,
                .publisher = carrier->publisher,
                .published = collection->modified,
                .kind = ATTRI_SOURCE_COMPILATION,
                .read = TRUE,
                .tlp = (AttriTlp)collection->tlp,
                .place = stix_place (collection)},
        .edition_of = stix_use_carrier (carrier),
        .generated = TRUE,
    };
    attri_graph_builder_add_source (builder, &draft);
}

static void
give_carrier (AttriGraphBuilder *builder, const StixCarrier *carrier)
{
    const AttriSourceDraft draft = {
        .row = {.id = carrier->id,
                .title = carrier->title,
                .publisher = carrier->publisher,
                .url = carrier->url,
                /* Releases have dates of their own; the series has none. */
                .published = carrier->has_editions ? ATTRI_DATE_NONE : carrier->latest,
                .kind = ATTRI_SOURCE_COMPILATION,
                .read = TRUE},
        .generated = TRUE,
    };
    attri_graph_builder_add_source (builder, &draft);
}

void
stix_give_sources (StixRun *self, AttriGraphBuilder *builder)
{
    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->versions;
        for (; object != NULL; object = object->older) {
            if (!object->used)
                continue;
            if (object->kind == STIX_COLLECTION)
                give_release (self, builder, object);
            else
                give_report (self, builder, object);
        }
    }
    for (guint i = 0; i < self->carriers->len; i++) {
        const StixCarrier *carrier = g_ptr_array_index (self->carriers, i);
        if (carrier->used)
            give_carrier (builder, carrier);
    }
    for (guint i = 0; i < self->all_reports->len; i++) {
        const StixReport *report = g_ptr_array_index (self->all_reports, i);
        if (report->used)
            attri_graph_builder_add_source (builder,
                                            &g_array_index (self->sources, AttriSourceDraft,
                                                            report->draft));
    }
}
