/* SPDX-License-Identifier: MIT
 *
 * stix-source.c: reports, feeds and their releases become sources, each with an
 * id of its own.
 */
#include "read/stix-settle.h"

#include "base/text-private.h"
#include "read/reference.h"
#include "read/stix-own.h"

#include <string.h>

/* A name that a text cites without a reference beside it means the one report that other
 * objects call so. Among several it could be any, so it stays apart. */
static void
settle_loose (StixRun *self)
{
    for (guint i = 0; i < self->all_reports->len; i++) {
        StixReport *report = g_ptr_array_index (self->all_reports, i);
        if (!report->loose)
            continue;
        StixReport *named =
            *attri_table__slot (self->names, report->name, strlen (report->name), NULL);
        if (named != NULL && named != &self->several)
            report->same = named;
    }
}

/* ---- drafts ---- */

static guint
add_draft (StixRun *self, const AttriSourceDraft *draft)
{
    g_array_append_val (self->sources, *draft);
    return self->sources->len - 1;
}

static AttriSourceDraft *
draft_at (StixRun *self, guint index)
{
    return &g_array_index (self->sources, AttriSourceDraft, index);
}

static guint
draft_report (StixRun *self, const StixReport *report)
{
    const Reference reference = {report->name, report->description, report->url};
    AttriSourceDraft draft;

    reference_to_source (&reference, self->arena, &draft);
    return add_draft (self, &draft);
}

static guint
draft_carrier (StixRun *self, const StixCarrier *carrier)
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
    return add_draft (self, &draft);
}

/* A release: ICS ATT&CK v18.1, with that as its id. */
static guint
draft_release (StixRun *self, StixObject *collection)
{
    const char *name = collection->name != NULL ? collection->name : collection->id->text;
    g_autofree char *title = collection->word != NULL
                                 ? g_strdup_printf ("%s v%s", name, collection->word)
                                 : g_strdup (name);
    const Reference reference = {title, NULL, NULL};
    AttriSourceDraft draft;

    reference_to_source (&reference, self->arena, &draft);
    draft.row.title = attri_arena__strdup (self->arena, title);
    draft.row.publisher = stix_carrier_of (self, collection)->publisher;
    draft.row.published = collection->modified;
    draft.row.kind = ATTRI_SOURCE_COMPILATION;
    draft.row.read = TRUE;
    draft.row.tlp = (AttriTlp)collection->tlp;
    draft.row.place = stix_place (collection);
    return add_draft (self, &draft);
}

void
stix_sources_settle (StixRun *self)
{
    settle_loose (self);
    for (guint i = 0; i < self->all_reports->len; i++) {
        StixReport *report = g_ptr_array_index (self->all_reports, i);
        if (report->same == NULL)
            report->draft = draft_report (self, report);
    }
    for (guint i = 0; i < self->carriers->len; i++) {
        StixCarrier *carrier = g_ptr_array_index (self->carriers, i);
        carrier->draft = draft_carrier (self, carrier);
    }
    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->versions;
        for (; object != NULL; object = object->older) {
            if (object->kind == STIX_COLLECTION)
                object->draft = draft_release (self, object);
        }
    }
    references_settle_ids (self->sources, self->arena);
}

/* ---- citing ---- */

/* Whether a source that @object names must not be shown to everybody for that. What only CLEAR
 * objects name is CLEAR, too: it is a part of them. */
static gboolean
guards (const StixObject *object)
{
    return object->tlp != ATTRI_TLP_CLEAR;
}

const char *
stix_use_report (StixRun *self, const StixObject *object, StixReport *report,
                 AttriFindings *findings)
{
    if (report->loose && report->same == NULL) {
        g_autofree char *quoted = attri_text__quote (report->name);
        stix_tell (object, findings, READ_RULE_DANGLING_CITATION, NULL,
                   "cites %s, which is no external reference of this object, and no other's alone",
                   quoted);
    }
    if (report->same != NULL)
        report = report->same;
    report->used = TRUE;
    report->guarded = report->guarded || guards (object);
    return draft_at (self, report->draft)->row.id;
}

static const char *
use_carrier (StixRun *self, StixObject *object)
{
    StixCarrier *carrier = stix_carrier_of (self, object);

    carrier->used = TRUE;
    carrier->guarded = carrier->guarded || guards (object);
    return draft_at (self, carrier->draft)->row.id;
}

const char *
stix_use_object (StixRun *self, StixObject *object)
{
    object->used = TRUE;
    return object->kind == STIX_COLLECTION ? draft_at (self, object->draft)->row.id
                                           : object->id->text;
}

static void
add_citation (GArray *citations, const char *source, const char *claimant, const char *cites)
{
    const AttriCitationDraft draft = {
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
    const char *own = use_carrier (self, object);

    if (claimant == NULL)
        claimant = own;
    if (object->editions == NULL)
        add_citation (citations, own, claimant, cites);
    for (const StixLink *link = object->editions; link != NULL; link = link->next)
        add_citation (citations, stix_use_object (self, link->object), claimant, cites);
}

/* Whether @id (nullable) is none, or that of a source of ours. */
static gboolean
is_declared (StixRun *self, const StixObject *object, const char *id, AttriFindings *findings)
{
    if (id == NULL || *attri_table__slot (self->own_ids, id, strlen (id), NULL) != NULL)
        return TRUE;
    g_autofree char *quoted = attri_text__quote (id);
    stix_tell (object, findings, READ_RULE_DANGLING_OBJECT, "extensions",
               "no object is the source %s; what is said of it is left out", quoted);
    return FALSE;
}

gboolean
stix_cite_own (StixRun *self, const StixObject *object, const StixStatement *statement,
               AttriFindings *findings, GArray *citations)
{
    const guint n = citations->len;

    for (guint i = 0; i < statement->n_citations; i++) {
        const AttriCitationDraft *draft = &statement->citations[i];
        if (is_declared (self, object, draft->source, findings) &&
            is_declared (self, object, draft->claimant, findings) &&
            is_declared (self, object, draft->cites, findings))
            g_array_append_val (citations, *draft);
    }
    return citations->len > n;
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

/* One of our own bundle; a marking that the object bears is not taken from it. */
static void
give_own_source (StixRun *self, AttriGraphBuilder *builder, const StixObject *object,
                 AttriFindings *findings)
{
    g_autoptr (GPtrArray) based_on = g_ptr_array_new ();

    if (object->own == NULL)
        return;
    AttriSourceDraft draft = object->own->source;
    for (const char *const *id = draft.based_on; id != NULL && *id != NULL; id++) {
        if (is_declared (self, object, *id, findings))
            g_ptr_array_add (based_on, (gpointer)*id);
    }
    g_ptr_array_add (based_on, NULL);
    draft.based_on = (const char *const *)based_on->pdata;
    if (!is_declared (self, object, draft.edition_of, findings))
        draft.edition_of = NULL;
    if (draft.row.tlp <= ATTRI_TLP_CLEAR || draft.row.tlp < (AttriTlp)object->tlp)
        draft.row.tlp = (AttriTlp)object->tlp;
    draft.row.place = stix_place (object);
    attri_graph_builder_add_source (builder, &draft);
}

static void
give_release (StixRun *self, AttriGraphBuilder *builder, StixObject *collection)
{
    AttriSourceDraft draft = *draft_at (self, collection->draft);

    draft.edition_of = use_carrier (self, collection);
    attri_graph_builder_add_source (builder, &draft);
}

static void
give_draft (StixRun *self, AttriGraphBuilder *builder, guint index, gboolean guarded)
{
    AttriSourceDraft *draft = draft_at (self, index);

    draft->row.tlp = guarded ? ATTRI_TLP_UNMARKED : ATTRI_TLP_CLEAR;
    attri_graph_builder_add_source (builder, draft);
}

void
stix_give_sources (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    for (guint i = 0; i < self->all_ids->len; i++) {
        const StixId *id = g_ptr_array_index (self->all_ids, i);
        if (id->object != NULL && id->object->kind == STIX_SOURCE)
            give_own_source (self, builder, id->object, findings);
        for (StixObject *object = id->versions; object != NULL; object = object->older) {
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
            give_draft (self, builder, carrier->draft, carrier->guarded);
    }
    for (guint i = 0; i < self->all_reports->len; i++) {
        const StixReport *report = g_ptr_array_index (self->all_reports, i);
        if (report->used)
            give_draft (self, builder, report->draft, report->guarded);
    }
}
