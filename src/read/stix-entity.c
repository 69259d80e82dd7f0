/* SPDX-License-Identifier: MIT
 *
 * stix-entity.c: entities and their names go to the builder, and placeholders
 * for what is pointed to and was never read.
 */
#include "read/stix-settle.h"

#include "read/fields.h"
#include "read/stix-own.h"

#include <string.h>

typedef struct {
    StixRun *run;
    AttriGraphBuilder *builder;
    AttriFindings *findings;
    GArray *citations; /* AttriCitationDraft */
} Giver;

/* That both names are of one is said by the publisher; the report is cited for the name. */
static void
cite_alias (Giver *self, StixObject *object, const StixAlias *alias)
{
    GArray *citations = self->citations;

    g_array_set_size (citations, 0);
    for (StixReport *const *report = alias->cites; report != NULL && *report != NULL; report++)
        stix_cite (self->run, object, NULL,
                   stix_use_report (self->run, object, *report, self->findings), citations);
    if (citations->len == 0)
        stix_cite (self->run, object, NULL, NULL, citations);
    for (guint i = 0; object->n_references > 0 && i < citations->len; i++)
        g_array_index (citations, AttriCitationDraft, i).row.locator =
            object->references[0].external_id;
}

static void
give_alias (Giver *self, StixObject *object, const StixAlias *alias)
{
    cite_alias (self, object, alias);
    const AttriStatementDraft draft = {
        .row = {.type = "alias",
                .value = alias->name,
                .wording = alias->wording,
                .confidence = object->confidence,
                .revoked = object->revoked,
                .deprecated = object->deprecated,
                .tlp = (AttriTlp)object->tlp,
                /* It stands in this version; whether it stood in the first, nobody says. */
                .created = object->modified,
                .place = stix_place (object)},
        .from = object->id->text,
        .citations = (const AttriCitationDraft *)self->citations->data,
        .n_citations = self->citations->len,
    };
    attri_graph_builder_add_statement (self->builder, &draft);
}

/* Whether our own extension says more of the name. */
static gboolean
is_told (const StixObject *object, const StixAlias *alias)
{
    for (guint i = 0; object->own != NULL && i < object->own->n_statements; i++) {
        const AttriClaim *row = &object->own->statements[i].row;
        if (strcmp (row->type, "alias") == 0 && strcmp (row->value, alias->name) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What our own extension adds, or says more precisely. */
static void
add_own (AttriEntity *row, const StixOwn *own)
{
    row->provisional = own->provisional;
    row->is_family = row->is_family || own->is_family;
    if (own->type != NULL) {
        row->type = own->type;
        row->identity_class = NULL; /* that of what stands for it */
    }
    if (own->identity_class != NULL)
        row->identity_class = own->identity_class;
    if (own->country != NULL)
        row->country = own->country;
    if (attri_date_is_set (own->first_seen))
        row->first_seen = own->first_seen;
    if (attri_date_is_set (own->last_seen))
        row->last_seen = own->last_seen;
}

static void
give_entity (AttriGraphBuilder *builder, const StixObject *object)
{
    AttriEntityDraft draft = {
        .row = {.id = object->id->text,
                .type = object->type,
                .name = object->name,
                .description = object->description,
                .country = object->country,
                .identity_class = object->identity_class,
                .first_seen = object->first,
                .last_seen = object->last,
                .is_family = object->is_family,
                .revoked = object->revoked,
                .deprecated = object->deprecated,
                .tlp = (AttriTlp)object->tlp,
                .place = stix_place (object)},
        .references = object->references,
        .n_references = object->n_references,
        .recorded = object->modified,
    };
    if (object->own != NULL)
        add_own (&draft.row, object->own);
    attri_graph_builder_add_entity (builder, &draft);
}

static void
give_placeholder (AttriGraphBuilder *builder, const StixId *id)
{
    const char *end = strstr (id->text, "--");
    g_autofree char *type = g_strndup (id->text, end != NULL ? (gsize)(end - id->text) : 0);
    const AttriEntityDraft draft = {
        .row = {.id = id->text,
                .type = *type != '\0' && check_word.ok (type) ? type : "x-unknown",
                .name = id->text,
                .placeholder = TRUE,
                .place = stix_place (id->wanted)},
    };
    attri_graph_builder_add_entity (builder, &draft);
}

/* What there is to know of any object, entity or not. */
static void
tell_state (const StixObject *object, AttriFindings *findings)
{
    const gboolean custom =
        object->kind == STIX_ENTITY && *attri_type_info (object->type)->type == '\0';

    if (object->revoked)
        stix_tell_id (object, findings, READ_RULE_REVOKED_OBJECT, "revoked",
                      "was taken back by its publisher");
    if (object->deprecated)
        stix_tell_id (object, findings, READ_RULE_DEPRECATED_OBJECT, "x_mitre_deprecated",
                      "is no longer maintained by its publisher");
    if (custom)
        stix_tell_id (object, findings, READ_RULE_CUSTOM_OBJECT, "type",
                      "is of a type that we know nothing of");
}

void
stix_give_entities (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));
    Giver giver = {self, builder, findings, citations};

    for (guint i = 0; i < self->all_ids->len; i++) {
        StixId *id = g_ptr_array_index (self->all_ids, i);
        if (id->object == NULL) {
            if (id->wanted != NULL)
                give_placeholder (builder, id);
            continue;
        }
        tell_state (id->object, findings);
        if (id->object->kind != STIX_ENTITY)
            continue;
        give_entity (builder, id->object);
        for (guint j = 0; j < id->object->n_aliases; j++) {
            if (!is_told (id->object, &id->object->aliases[j]))
                give_alias (&giver, id->object, &id->object->aliases[j]);
        }
    }
}
