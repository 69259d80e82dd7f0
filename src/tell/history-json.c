/* SPDX-License-Identifier: MIT
 *
 * In:  a history.
 * Out: a JSON document: the events in order, each with its claim. Events refer to
 *      each other by their place in the list, from 0.
 */
#include "tell/claim-json-private.h"
#include "tell/history.h"

static const char *
get_dating (AttriDating dating)
{
    static const char *const words[] = {[ATTRI_DATED_BY_NOTHING] = NULL,
                                        [ATTRI_DATED_BY_CLAIMANT] = "claimant",
                                        [ATTRI_DATED_BY_CARRIER] = "carrier",
                                        [ATTRI_DATED_BY_RECORD] = "record"};
    return words[dating];
}

static void
write_place (AttriJsonText *json, const char *key, guint32 place)
{
    if (place != ATTRI_NO_EVENT)
        attri_json_text__number (json, key, place);
}

static void
write_event (AttriJsonText *json, const AttriHistory *self, guint place)
{
    const AttriEvent *event = attri_tell__history_get (self, place);
    const AttriEdge *edge = attri_graph_get_edge (self->graph, event->edge);
    const AttriClaim *claim = attri_tell__history_get_claim (self, place);

    attri_json_text__open_object (json, NULL);
    attri_json_text__date (json, "date", event->date);
    attri_json_text__string (json, "event", event->taken_back ? "taken-back" : "said");
    if (!event->taken_back) {
        attri_json_text__string (json, "dated_by", get_dating (claim->said_by));
        attri_json_text__date (json, "known_since", attri_tell__get_known_since (claim));
    }
    attri_json_text__string (json, "from", attri_graph_get_entity (self->graph, edge->from)->id);
    attri_json_text__string (json, "type", edge->type);
    if (edge->to != ATTRI_NONE)
        attri_json_text__string (json, "to", attri_graph_get_entity (self->graph, edge->to)->id);
    attri_json_text__string (json, "value", edge->value);
    attri_json_text__true (json, "first", event->first);
    attri_json_text__true (json, "withdrawn", !event->taken_back && claim->withdrawn);
    write_place (json, "contradicts", event->contradicts);
    write_place (json, "contradicted_by", event->contradicted_by);
    attri_json_text__open_array (json, "claims");
    attri_json_text__claim (json, self->graph, claim);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

char *
attri_tell__history_to_json (const AttriHistory *self)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__entity (json, "entity", self->graph, self->entity);
    attri_json_text__view (json, attri_graph_get_stamp (self->graph));
    attri_json_text__open_array (json, "events");
    for (guint i = 0; i < self->events->len; i++)
        write_event (json, self, i);
    attri_json_text__close (json);
    attri_json_text__number (json, "left_out", self->left_out);
    attri_json_text__bibliography (json, self->cited);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
