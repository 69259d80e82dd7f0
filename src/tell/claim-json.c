/* SPDX-License-Identifier: MIT
 *
 * In:  a claim.
 * Out: a JSON object. Members bear the names of the own file format where the
 *      same thing stands there, and come in a fixed order.
 */
#include "tell/claim-json-private.h"

void
attri_json_text__tlp (AttriJsonText *json, AttriTlp tlp)
{
    if (tlp != ATTRI_TLP_UNMARKED)
        attri_json_text__string (json, "tlp", attri_tlp_to_string (tlp));
}

void
attri_json_text__true (AttriJsonText *json, const char *key, gboolean value)
{
    if (value)
        attri_json_text__boolean (json, key, TRUE);
}

void
attri_json_text__change (AttriJsonText *json, AttriChange change, const char *was)
{
    static const char *const words[] = {NULL, "added", "removed", "changed"};
    attri_json_text__string (json, "change", words[change]);
    attri_json_text__string (json, "was", was);
}

const char *
attri_tell__get_source_id (const AttriGraph *graph, guint32 source)
{
    return source == ATTRI_NONE ? NULL : attri_graph_get_source (graph, source)->id;
}

static void
write_citations (AttriJsonText *json, const AttriGraph *graph, const AttriClaim *claim)
{
    attri_json_text__open_array (json, "citations");
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (graph, claim->citations.first + i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "source",
                                 attri_tell__get_source_id (graph, citation->source));
        attri_json_text__string (json, "cites", attri_tell__get_source_id (graph, citation->cites));
        attri_json_text__string (json, "locator", citation->locator);
        attri_json_text__string (json, "quote", citation->quote);
        if (citation->reading != ATTRI_READING_UNSTATED)
            attri_json_text__string (json, "reading", attri_reading_to_string (citation->reading));
        if (citation->credibility > 0)
            attri_json_text__number (json, "credibility", citation->credibility);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_places (AttriJsonText *json, const AttriGraph *graph, const AttriClaim *claim)
{
    if (claim->in.count == 0)
        return;
    attri_json_text__open_array (json, "in");
    for (guint32 i = 0; i < claim->in.count; i++) {
        guint32 place = attri_graph_get_index_at (graph, claim->in.first + i);
        attri_json_text__string (json, NULL, attri_graph_get_entity (graph, place)->id);
    }
    attri_json_text__close (json);
}

static void
write_judgements (AttriJsonText *json, const AttriClaim *claim)
{
    if (claim->confidence >= 0)
        attri_json_text__number (json, "confidence", (guint64)claim->confidence);
    attri_json_text__string (json, "confidence_word", claim->confidence_word);
    if (claim->assessment != NULL) {
        attri_json_text__open_object (json, "assessment");
        attri_json_text__string (json, "confidence", claim->assessment->confidence);
        attri_json_text__string (json, "by", claim->assessment->by);
        attri_json_text__date (json, "date", claim->assessment->date);
        attri_json_text__string (json, "why", claim->assessment->why);
        attri_json_text__close (json);
    }
    if (claim->revoked) {
        attri_json_text__open_object (json, "revoked");
        attri_json_text__date (json, "date", claim->revoked_on);
        attri_json_text__string (json, "reason", claim->revoked_reason);
        attri_json_text__close (json);
    }
}

static void
write_claim (AttriJsonText *json, const AttriGraph *graph, const AttriClaim *claim)
{
    attri_json_text__string (json, "id", claim->id);
    attri_json_text__string (json, "claimant", attri_tell__get_source_id (graph, claim->claimant));
    attri_json_text__string (json, "said_of", claim->said_of);
    attri_json_text__string (json, "said_to", claim->said_to);
    attri_json_text__string (json, "folded", claim->folded);
    attri_json_text__string (json, "stance", attri_stance_to_string (claim->stance));
    attri_json_text__string (json, "hedge", attri_hedge_to_string (claim->hedge));
    attri_json_text__true (json, "withdrawn", claim->withdrawn);
    write_judgements (json, claim);
    attri_json_text__string (json, "wording", claim->wording);
    write_places (json, graph, claim);
    attri_json_text__string (json, "purpose", claim->purpose);
    if (claim->of > 0) {
        attri_json_text__number (json, "groups", claim->groups);
        attri_json_text__number (json, "of", claim->of);
    }
    attri_json_text__date (json, "since", claim->since);
    attri_json_text__date (json, "start_time", claim->start_time);
    attri_json_text__date (json, "stop_time", claim->stop_time);
    attri_json_text__true (json, "ongoing", claim->ongoing);
    attri_json_text__date (json, "said_on", claim->said_on);
    attri_json_text__date (json, "recorded", claim->recorded);
    attri_json_text__tlp (json, claim->tlp);
    write_citations (json, graph, claim);
    attri_json_text__string (json, "note", claim->note);
}

void
attri_json_text__claim (AttriJsonText *json, const AttriGraph *graph, const AttriClaim *claim)
{
    attri_json_text__open_object (json, NULL);
    write_claim (json, graph, claim);
    attri_json_text__close (json);
}

void
attri_json_text__source (AttriJsonText *json, const AttriGraph *graph, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (graph, index);
    const char reliability[] = {source->reliability, '\0'};

    attri_json_text__string (json, "id", source->id);
    attri_json_text__string (json, "title", source->title);
    attri_json_text__string (json, "publisher", source->publisher);
    attri_json_text__date (json, "published", source->published);
    attri_json_text__date (json, "retrieved", source->retrieved);
    attri_json_text__string (json, "url", source->url);
    attri_json_text__string (json, "kind", attri_source_kind_to_string (source->kind));
    if (source->based_on.count > 0) {
        attri_json_text__open_array (json, "based_on");
        for (guint32 i = 0; i < source->based_on.count; i++)
            attri_json_text__string (
                json, NULL,
                attri_tell__get_source_id (graph,
                                           attri_graph_get_index_at (graph,
                                                                     source->based_on.first + i)));
        attri_json_text__close (json);
    }
    attri_json_text__string (json, "edition_of",
                             attri_tell__get_source_id (graph, source->edition_of));
    attri_json_text__boolean (json, "read", source->read);
    attri_json_text__string (json, "lang", source->lang);
    attri_json_text__string (json, "translated", source->translated);
    if (source->reliability != 0)
        attri_json_text__string (json, "reliability", reliability);
    attri_json_text__tlp (json, source->tlp);
}

void
attri_json_text__edge (AttriJsonText *json, const AttriGraph *graph, const AttriEdge *edge)
{
    attri_json_text__string (json, "from", attri_graph_get_entity (graph, edge->from)->id);
    attri_json_text__string (json, "type", edge->type);
    if (edge->to != ATTRI_NONE)
        attri_json_text__string (json, "to", attri_graph_get_entity (graph, edge->to)->id);
    attri_json_text__string (json, "value", edge->value);
    attri_json_text__boolean (json, "disputed", edge->disputed);
    attri_json_text__boolean (json, "asserted", edge->asserted);
    attri_json_text__open_array (json, "independent_publishers");
    g_autofree const char **publishers = attri_graph_get_lineage (graph, edge->claims);
    for (guint i = 0; publishers[i] != NULL; i++)
        attri_json_text__string (json, NULL, publishers[i]);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "claims");
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        attri_json_text__open_object (json, NULL);
        write_claim (json, graph, claim);
        attri_json_text__change (json, claim->change, claim->was);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

void
attri_json_text__entity (AttriJsonText *json, const char *key, const AttriGraph *graph,
                         guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    attri_json_text__open_object (json, key);
    attri_json_text__string (json, "id", entity->id);
    attri_json_text__string (json, "type", entity->type);
    attri_json_text__string (json, "name", entity->name);
    attri_json_text__close (json);
}

static void
write_references (AttriJsonText *json, const AttriGraph *graph, const AttriEntity *entity)
{
    if (entity->references.count == 0)
        return;
    attri_json_text__open_array (json, "external_references");
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "source_name", reference->source);
        attri_json_text__string (json, "external_id", reference->external_id);
        attri_json_text__string (json, "url", reference->url);
        attri_json_text__string (json, "description", reference->description);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

void
attri_json_text__entity_members (AttriJsonText *json, const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    attri_json_text__string (json, "id", entity->id);
    attri_json_text__string (json, "type", entity->type);
    attri_json_text__string (json, "name", entity->name);
    if (entity->provisional)
        attri_json_text__string (json, "naming", "provisional");
    attri_json_text__true (json, "is_family", entity->is_family);
    attri_json_text__true (json, "placeholder", entity->placeholder);
    write_references (json, graph, entity);
    attri_json_text__string (json, "country", entity->country);
    attri_json_text__string (json, "identity_class", entity->identity_class);
    attri_json_text__date (json, "first_seen", entity->first_seen);
    attri_json_text__date (json, "last_seen", entity->last_seen);
    attri_json_text__tlp (json, entity->tlp);
    attri_json_text__string (json, "description", entity->description);
    attri_json_text__change (json, entity->change, entity->was);
}

void
attri_json_text__view (AttriJsonText *json, const AttriStamp *stamp)
{
    attri_json_text__open_object (json, "view");
    attri_json_text__string (json, "identity", stamp->identity);
    attri_json_text__string (json, "asked", stamp->asked);
    attri_json_text__date (json, "as_of", stamp->as_of);
    attri_json_text__date (json, "known_on", stamp->known_on);
    if (stamp->filters != NULL && *stamp->filters != '\0')
        attri_json_text__string (json, "filters", stamp->filters);
    attri_json_text__close (json);
}
