/* SPDX-License-Identifier: MIT
 *
 * own-entity.c: an entity goes in, an object of the own format comes out, or one for each
 * id its records bear: reading joins them again.
 */
#include "export/own.h"

#include <string.h>

static void
write_references (const OwnWriter *self, const AttriReference *references, guint32 n)
{
    AttriJsonText *json = self->json;

    if (n == 0)
        return;
    attri_json_text__open_array (json, "external_references");
    for (guint32 i = 0; i < n; i++) {
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__string (json, "source_name", references[i].source);
        attri_json_text__string (json, "external_id", references[i].external_id);
        attri_json_text__string (json, "url", references[i].url);
        attri_json_text__string (json, "description", references[i].description);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

/* What may differ from one record to the next under one id. */
static void
write_said (const OwnWriter *self, const AttriEntity *row)
{
    AttriJsonText *json = self->json;

    attri_json_text__string (json, "country", row->country);
    attri_json_text__string (json, "identity_class", row->identity_class);
    attri_json_text__date (json, "first_seen", row->first_seen);
    attri_json_text__date (json, "last_seen", row->last_seen);
    own_write_recorded (self, row->recorded);
    attri_json_text__string (json, "description", row->description);
}

/* What was said before, or against it. */
static void
write_variants (const OwnWriter *self, const AttriRecord *variants, guint32 n)
{
    if (n == 0)
        return;
    attri_json_text__open_array (self->json, "also");
    for (guint32 i = 0; i < n; i++) {
        attri_json_text__open_object_on_line (self->json, NULL);
        write_said (self, &variants[i].row);
        attri_json_text__close (self->json);
    }
    attri_json_text__close (self->json);
}

/* Writes @record, the variants after it among @n, and with the id that is shown what is
 * claimed of the entity @row. */
static void
write_object (const OwnWriter *self, guint32 row, const AttriRecord *record, guint32 n)
{
    const AttriEntity *said = &record->row;
    AttriJsonText *json = self->json;

    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "id", said->id);
    attri_json_text__string (json, "type", said->type);
    attri_json_text__string (json, "name", said->name);
    if (said->provisional)
        attri_json_text__string (json, "naming", "provisional");
    own_write_flag (self, "is_family", said->is_family);
    write_said (self, said);
    write_variants (self, record + 1, n - 1);
    write_references (self, record->references, record->n_references);
    if (strcmp (said->id, attri_graph_get_entity (self->graph, row)->id) == 0)
        own_write_inner_statements (self, row, said->tlp);
    own_write_flag (self, "revoked", said->revoked);
    own_write_flag (self, "deprecated", said->deprecated);
    own_write_flag (self, "placeholder", said->placeholder);
    own_write_tlp (self, said->tlp, self->tlp);
    attri_json_text__close (json);
}

void
own_write_entity (const OwnWriter *self, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, row);
    const AttriRange references = entity->references;

    if (entity->n_records == 0) {
        const AttriRecord record = {
            .row = *entity,
            .references = references.count > 0
                              ? attri_graph_get_reference (self->graph, references.first)
                              : NULL,
            .n_references = references.count,
        };
        write_object (self, row, &record, 1);
        return;
    }
    for (guint32 i = 0, end; i < entity->n_records; i = end) {
        for (end = i + 1; end < entity->n_records && entity->records[end].row.name == NULL; end++)
            ;
        write_object (self, row, &entity->records[i], end - i);
    }
}
