/* SPDX-License-Identifier: MIT
 *
 * stix-statement.c: relationships, sightings, opinions and embedded references
 * become statements in the builder, each with those who say it.
 */
#include "read/stix-settle.h"

#include "base/text-private.h"

#include <string.h>

typedef struct {
    StixRun *run;
    AttriGraphBuilder *builder;
    AttriFindings *findings;
    GArray *citations; /* AttriCitationDraft */
} Giver;

/* Whether @id can be the end of a relationship. One that nothing defines can: a placeholder will
 * stand there. */
static gboolean
check_end (Giver *self, StixObject *object, StixId *id, const char *member)
{
    g_autofree char *quoted = NULL;

    if (id->object != NULL && id->object->kind == STIX_ENTITY)
        return TRUE;
    quoted = attri_text__quote (id->text);
    if (id->object != NULL) {
        stix_tell (object, self->findings, READ_RULE_NOT_AN_ENTITY, member,
                   "%s is %s %s, which cannot be an end; left out", quoted,
                   strchr ("aeiou", id->object->type[0]) != NULL ? "an" : "a", id->object->type);
        return FALSE;
    }
    stix_tell (object, self->findings, READ_RULE_DANGLING_OBJECT, member,
               "no object has the id %s; a placeholder stands for it", quoted);
    if (id->wanted == NULL || stix_compare_places (object, id->wanted) < 0)
        id->wanted = object;
    return TRUE;
}

static gboolean
check_ends (Giver *self, StixObject *object, StixId *from, const char *from_member, StixId *to,
            const char *to_member)
{
    const gboolean begins = from->object == object || check_end (self, object, from, from_member);

    if (!check_end (self, object, to, to_member) || !begins)
        return FALSE;
    if (from != to)
        return TRUE;
    g_autofree char *quoted = attri_text__quote (from->text);
    stix_tell (object, self->findings, READ_RULE_SELF_REFERENCE, to_member,
               "%s is at both ends; left out", quoted);
    return FALSE;
}

/* What all statements of an object have in common. */
static AttriClaim
claim_of (const StixObject *object)
{
    return (AttriClaim){
        .confidence = object->confidence,
        .revoked = object->revoked,
        .deprecated = object->deprecated,
        .tlp = (AttriTlp)object->tlp,
        .created = object->created,
        .modified = attri_date_compare (object->modified, object->created) > 0 ? object->modified
                                                                               : ATTRI_DATE_NONE,
        .place = stix_place (object),
    };
}

static void
give (Giver *self, const AttriClaim *row, const StixId *from, const StixId *to)
{
    const AttriStatementDraft draft = {
        .row = *row,
        .from = from->text,
        .to = to->text,
        .citations = (const AttriCitationDraft *)self->citations->data,
        .n_citations = self->citations->len,
    };
    attri_graph_builder_add_statement (self->builder, &draft);
}

/* A note is no statement of its own: it is one more place where the statement stands, with its
 * text as what is written there. */
static void
cite_notes (Giver *self, const StixObject *object)
{
    const guint n = self->citations->len;

    for (const StixLink *link = object->listed; link != NULL; link = link->next) {
        if (link->object->kind != STIX_NOTE)
            continue;
        for (guint i = 0; i < n; i++) {
            AttriCitationDraft draft = g_array_index (self->citations, AttriCitationDraft, i);
            if (draft.claimant == NULL)
                draft.claimant = draft.source;
            draft.source = stix_use_object (self->run, link->object);
            draft.row.quote = link->object->description;
            g_array_append_val (self->citations, draft);
        }
    }
}

/* Who says what @object states: the reports that it cites and those that list it; without any,
 * its publisher. */
static void
cite (Giver *self, StixObject *object)
{
    g_array_set_size (self->citations, 0);
    for (StixReport *const *report = object->reports; report != NULL && *report != NULL; report++)
        stix_cite (self->run, object, stix_use_report (self->run, object, *report, self->findings),
                   NULL, self->citations);
    for (const StixLink *link = object->listed; link != NULL; link = link->next) {
        if (link->object->kind == STIX_REPORT)
            stix_cite (self->run, link->object, stix_use_object (self->run, link->object), NULL,
                       self->citations);
    }
    if (self->citations->len == 0)
        stix_cite (self->run, object, NULL, NULL, self->citations);
    cite_notes (self, object);
}

static void
give_relationship (Giver *self, StixObject *object)
{
    if (!check_ends (self, object, object->from, "source_ref", object->to, "target_ref"))
        return;
    AttriClaim row = claim_of (object);
    row.id = object->id->text;
    row.type = object->relation;
    row.start_time = object->first;
    row.stop_time = object->last;
    row.note = object->description;
    cite (self, object);
    give (self, &row, object->from, object->to);
}

/* Seen by those it names, else by who published it (STIX 2.1, section 5.2). */
static void
give_sighting (Giver *self, StixObject *object)
{
    StixId *const publisher[] = {object->creator, NULL};
    StixId *const *where = object->refs != NULL ? object->refs : publisher;
    const char *member = object->refs != NULL ? "where_sighted_refs" : "created_by_ref";

    if (*where == NULL)
        stix_tell (object, self->findings, READ_RULE_SKIPPED_OBJECT, NULL,
                   "a sighting that does not say where; left out");
    AttriClaim row = claim_of (object);
    row.type = object->relation;
    row.start_time = object->first;
    row.stop_time = object->last;
    row.note = object->description;
    for (; *where != NULL; where++) {
        if (!check_ends (self, object, object->from, "sighting_of_ref", *where, member))
            continue;
        cite (self, object);
        give (self, &row, object->from, *where);
    }
}

static void
give_edges (Giver *self, StixObject *object)
{
    AttriClaim row = claim_of (object);

    /* It stands in this version; whether it stood in the first, nobody says. */
    row.created = object->modified;
    row.modified = ATTRI_DATE_NONE;
    for (guint i = 0; i < object->n_edges; i++) {
        const StixEdge *edge = &object->edges[i];
        if (!check_ends (self, object, object->id, NULL, edge->to, NULL))
            continue;
        row.type = edge->relation;
        g_array_set_size (self->citations, 0);
        stix_cite (self->run, object, NULL, NULL, self->citations);
        give (self, &row, object->id, edge->to);
    }
}

/* ---- opinions ---- */

/* STIX 2.1, section 10.15. Neutral is no stance. */
static const struct {
    const char *word;
    AttriStance stance;
} stances[] = {
    {"strongly-disagree", ATTRI_STANCE_DENIES},
    {"disagree", ATTRI_STANCE_DOUBTS},
    {"agree", ATTRI_STANCE_ASSERTS},
    {"strongly-agree", ATTRI_STANCE_ASSERTS},
};

static gboolean
find_stance (const StixObject *opinion, AttriStance *stance)
{
    for (gsize i = 0; opinion->word != NULL && i < G_N_ELEMENTS (stances); i++) {
        if (strcmp (opinion->word, stances[i].word) == 0) {
            *stance = stances[i].stance;
            return TRUE;
        }
    }
    return FALSE;
}

static void
give_opinion (Giver *self, StixObject *opinion)
{
    AttriClaim row = claim_of (opinion);

    if (!find_stance (opinion, &row.stance)) {
        stix_tell (opinion, self->findings, READ_RULE_SKIPPED_OBJECT, "opinion",
                   "an opinion that neither agrees nor disagrees; left out");
        return;
    }
    row.wording = opinion->description;
    for (StixId *const *id = opinion->refs; id != NULL && *id != NULL; id++) {
        const StixObject *about = (*id)->object;
        if (about == NULL || about->kind != STIX_RELATIONSHIP) {
            g_autofree char *quoted = attri_text__quote ((*id)->text);
            stix_tell (opinion, self->findings, READ_RULE_SKIPPED_OBJECT, "object_refs",
                       "an opinion on %s, which is no relationship that was read; left out",
                       quoted);
            continue;
        }
        /* What is wrong with the ends is told of the relationship. */
        if (about->from == about->to ||
            (about->from->object != NULL && about->from->object->kind != STIX_ENTITY) ||
            (about->to->object != NULL && about->to->object->kind != STIX_ENTITY))
            continue;
        row.type = about->relation;
        g_array_set_size (self->citations, 0);
        stix_cite (self->run, opinion, stix_use_object (self->run, opinion), NULL, self->citations);
        give (self, &row, about->from, about->to);
    }
}

void
stix_give_statements (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));
    Giver giver = {self, builder, findings, citations};

    for (guint i = 0; i < self->all_ids->len; i++) {
        StixObject *object = ((StixId *)g_ptr_array_index (self->all_ids, i))->object;
        if (object == NULL)
            continue;
        if (object->kind == STIX_RELATIONSHIP)
            give_relationship (&giver, object);
        else if (object->kind == STIX_SIGHTING)
            give_sighting (&giver, object);
        else if (object->kind == STIX_ENTITY)
            give_edges (&giver, object);
        else if (object->kind == STIX_OPINION && !object->revoked)
            give_opinion (&giver, object);
    }
}
