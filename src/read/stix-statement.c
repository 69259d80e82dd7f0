/* SPDX-License-Identifier: MIT
 *
 * stix-statement.c: relationships, sightings, opinions and embedded references
 * become statements in the builder, each with those who say it.
 */
#include "read/stix-settle.h"

#include "base/text-private.h"
#include "read/stix-own.h"

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

/* The places that @statement is limited to, by id; what cannot be one is told of. (transfer
 * container) (nullable) */
static const char **
find_places (Giver *self, StixObject *object, const StixStatement *statement)
{
    g_autoptr (GPtrArray) places = g_ptr_array_new ();

    for (StixId *const *id = statement->in; id != NULL && *id != NULL; id++) {
        if (check_end (self, object, *id, "extensions"))
            g_ptr_array_add (places, (gpointer)(*id)->text);
    }
    if (places->len == 0)
        return NULL;
    g_ptr_array_add (places, NULL);
    return (const char **)g_ptr_array_free (g_steal_pointer (&places), FALSE);
}

static const StixStatement *
own_statement (const StixObject *object)
{
    return object->own != NULL ? object->own->statements : NULL;
}

/* @row says what the object's properties say; our own extension adds what there is none for, and
 * dates that are no more than a month or a year. */
static void
add_own (AttriClaim *row, const AttriClaim *own)
{
    row->hedge = own->hedge;
    row->purpose = own->purpose;
    /* The text of an opinion is one of the two, and says not which. */
    if (own->wording != NULL || own->note != NULL)
        row->wording = own->wording;
    if (own->note != NULL)
        row->note = own->note;
    row->confidence_word = own->confidence_word;
    row->assessment = own->assessment;
    row->ongoing = own->ongoing;
    row->deprecated = row->deprecated || own->deprecated;
    row->created = own->created;
    row->modified = own->modified;
    if (attri_date_is_set (own->start_time))
        row->start_time = own->start_time;
    if (attri_date_is_set (own->stop_time))
        row->stop_time = own->stop_time;
}

/* Gives what @object says, its own extension included. */
static void
give_whole (Giver *self, StixObject *object, AttriClaim *row, const StixId *from, const StixId *to)
{
    const StixStatement *statement = own_statement (object);
    g_autofree const char **in = NULL;

    if (statement != NULL) {
        add_own (row, &statement->row);
        in = find_places (self, object, statement);
    }
    const AttriStatementDraft draft = {
        .row = *row,
        .from = from->text,
        .to = to->text,
        .in = in,
        .citations = (const AttriCitationDraft *)self->citations->data,
        .n_citations = self->citations->len,
    };
    attri_graph_builder_add_statement (self->builder, &draft);
}

/* Who says what @object states: the reports that it cites and those that list it; without any,
 * its publisher. */
static void
cite (Giver *self, StixObject *object)
{
    const StixStatement *own = own_statement (object);
    StixReport *const *report = object->reports;

    g_array_set_size (self->citations, 0);
    if (own != NULL && stix_cite_own (self->run, object, own, self->findings, self->citations))
        report = NULL;
    for (; report != NULL && *report != NULL; report++)
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
    give_whole (self, object, &row, object->from, object->to);
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

/* What our own extension says of an entity: its names, and how easily it is had. */
static void
give_values (Giver *self, StixObject *object)
{
    for (guint i = 0; object->own != NULL && i < object->own->n_statements; i++) {
        const StixStatement *statement = &object->own->statements[i];
        AttriClaim row = statement->row;
        row.revoked = row.revoked || object->revoked;
        row.deprecated = row.deprecated || object->deprecated;
        if (row.tlp <= ATTRI_TLP_CLEAR || row.tlp < (AttriTlp)object->tlp)
            row.tlp = (AttriTlp)object->tlp;
        row.place = stix_place (object);
        g_array_set_size (self->citations, 0);
        if (!stix_cite_own (self->run, object, statement, self->findings, self->citations))
            stix_cite (self->run, object, NULL, NULL, self->citations);
        g_autofree const char **in = find_places (self, object, statement);
        const AttriStatementDraft draft = {
            .row = row,
            .from = object->id->text,
            .in = in,
            .citations = (const AttriCitationDraft *)self->citations->data,
            .n_citations = self->citations->len,
        };
        attri_graph_builder_add_statement (self->builder, &draft);
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

/* Who says it: the opinion itself, unless our own extension names others. */
static void
cite_opinion (Giver *self, StixObject *opinion)
{
    const StixStatement *own = own_statement (opinion);

    g_array_set_size (self->citations, 0);
    if (own == NULL || !stix_cite_own (self->run, opinion, own, self->findings, self->citations))
        stix_cite (self->run, opinion, stix_use_object (self->run, opinion), NULL, self->citations);
}

/* Whether @opinion spoke of what @id says before: of one relation there may be several records,
 * and it is one opinion on it all the same. */
static gboolean
is_repeated (const StixObject *opinion, StixId *const *id)
{
    for (StixId *const *other = opinion->refs; other < id; other++) {
        const StixObject *a = (*other)->object;
        const StixObject *b = (*id)->object;
        if (a != NULL && a->kind == STIX_RELATIONSHIP && a->from == b->from && a->to == b->to &&
            strcmp (a->relation, b->relation) == 0)
            return TRUE;
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
        if (is_repeated (opinion, id))
            continue;
        row.type = about->relation;
        cite_opinion (self, opinion);
        give_whole (self, opinion, &row, about->from, about->to);
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
        else if (object->kind == STIX_ENTITY) {
            give_edges (&giver, object);
            give_values (&giver, object);
        } else if (object->kind == STIX_OPINION && !object->revoked)
            give_opinion (&giver, object);
    }
}
