/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: a JSON document. Members bear the names of the own file format where the
 *      same thing stands there, and come in a fixed order.
 */
#include "tell/claim-json-private.h"
#include "tell/dossier.h"

static void
write_references (AttriJsonText *json, const AttriDossier *self, const AttriEntity *entity)
{
    if (entity->references.count == 0)
        return;
    attri_json_text__open_array (json, "external_references");
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (self->graph, entity->references.first + i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "source_name", reference->source);
        attri_json_text__string (json, "external_id", reference->external_id);
        attri_json_text__string (json, "url", reference->url);
        attri_json_text__string (json, "description", reference->description);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_entity (AttriJsonText *json, const AttriDossier *self)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);

    attri_json_text__open_object (json, "entity");
    attri_json_text__string (json, "id", entity->id);
    attri_json_text__string (json, "type", entity->type);
    attri_json_text__string (json, "name", entity->name);
    if (entity->provisional)
        attri_json_text__string (json, "naming", "provisional");
    attri_json_text__true (json, "is_family", entity->is_family);
    attri_json_text__true (json, "placeholder", entity->placeholder);
    write_references (json, self, entity);
    attri_json_text__string (json, "country", entity->country);
    attri_json_text__string (json, "identity_class", entity->identity_class);
    attri_json_text__date (json, "first_seen", entity->first_seen);
    attri_json_text__date (json, "last_seen", entity->last_seen);
    attri_json_text__tlp (json, entity->tlp);
    attri_json_text__string (json, "description", entity->description);
    attri_json_text__close (json);
}

static void
write_edge (AttriJsonText *json, const AttriDossier *self, AttriChapter chapter,
            const AttriEdge *edge)
{
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "chapter", attri_tell__chapter_get_slug (chapter));
    attri_json_text__edge (json, self->graph, edge);
    attri_json_text__close (json);
}

char *
attri_tell__dossier_to_json (const AttriDossier *self)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    write_entity (json, self);
    attri_json_text__view (json, attri_graph_get_stamp (self->graph));
    attri_json_text__open_array (json, "edges");
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        for (guint j = 0; j < self->edges[i]->len; j++)
            write_edge (json, self, i,
                        attri_graph_get_edge (self->graph,
                                              g_array_index (self->edges[i], guint32, j)));
    attri_json_text__close (json);
    attri_json_text__bibliography (json, self->cited);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
