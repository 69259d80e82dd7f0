/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: a JSON document. Members bear the names of the own file format where the
 *      same thing stands there, and come in a fixed order.
 */
#include "tell/claim-json-private.h"
#include "tell/dossier.h"

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
    attri_json_text__open_object (json, "entity");
    attri_json_text__entity_members (json, self->graph, self->entity);
    attri_json_text__close (json);
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
