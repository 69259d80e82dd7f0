/* SPDX-License-Identifier: MIT
 *
 * stix-entity.c: entities and their names go to the builder, and placeholders
 * for what is pointed to and was never read.
 */
#include "read/stix-settle.h"

#include "base/text-private.h"
#include "read/fields.h"

#include <string.h>

static void
give_alias (StixRun *self, AttriGraphBuilder *builder, StixObject *object, const StixAlias *alias,
            GArray *citations)
{
    g_array_set_size (citations, 0);
    /* That both are one is said by the publisher; the report is cited for the name. */
    for (StixReport *const *report = alias->cites; report != NULL && *report != NULL; report++)
        stix_cite (self, object, NULL, stix_use_report (self, *report), citations);
    if (citations->len == 0)
        stix_cite (self, object, NULL, NULL, citations);
    for (guint i = 0; object->n_references > 0 && i < citations->len; i++)
        g_array_index (citations, AttriCitationDraft, i).row.locator =
            object->references[0].external_id;

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
        .citations = (const AttriCitationDraft *)citations->data,
        .n_citations = citations->len,
    };
    attri_graph_builder_add_statement (builder, &draft);
}

static void
give_entity (AttriGraphBuilder *builder, const StixObject *object)
{
    const AttriEntityDraft draft = {
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
    g_autofree char *quoted = attri_text__quote (object->id->text);

    if (object->revoked)
        stix_tell (object, findings, READ_RULE_REVOKED_OBJECT, "revoked",
                   "%s was taken back by its publisher", quoted);
    if (object->deprecated)
        stix_tell (object, findings, READ_RULE_DEPRECATED_OBJECT, "x_mitre_deprecated",
                   "%s is no longer maintained by its publisher", quoted);
    if (object->kind == STIX_ENTITY && *attri_type_info (object->type)->type == '\0')
        stix_tell (object, findings, READ_RULE_CUSTOM_OBJECT, "type",
                   "%s is of a type that we know nothing of", quoted);
}

void
stix_give_entities (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings)
{
    g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));

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
        for (guint j = 0; j < id->object->n_aliases; j++)
            give_alias (self, builder, id->object, &id->object->aliases[j], citations);
    }
}
