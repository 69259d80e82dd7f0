/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: a JSON document. Members bear the names of the own file format where the
 *      same thing stands there, and come in a fixed order.
 */
#include "tell/dossier.h"
#include "tell/json.h"

static void
write_tlp (AttriJsonText *json, AttriTlp tlp)
{
    if (tlp != ATTRI_TLP_UNMARKED)
        attri_tell__json_string (json, "tlp", attri_tlp_to_string (tlp));
}

static void
write_true (AttriJsonText *json, const char *key, gboolean value)
{
    if (value)
        attri_tell__json_boolean (json, key, TRUE);
}

static const char *
get_source_id (const AttriDossier *self, guint32 source)
{
    return source == ATTRI_NONE ? NULL : attri_graph_get_source (self->graph, source)->id;
}

static void
write_references (AttriJsonText *json, const AttriDossier *self, const AttriEntity *entity)
{
    if (entity->references.count == 0)
        return;
    attri_tell__json_open_array (json, "external_references");
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (self->graph, entity->references.first + i);
        attri_tell__json_open_object (json, NULL);
        attri_tell__json_string (json, "source_name", reference->source);
        attri_tell__json_string (json, "external_id", reference->external_id);
        attri_tell__json_string (json, "url", reference->url);
        attri_tell__json_string (json, "description", reference->description);
        attri_tell__json_close (json);
    }
    attri_tell__json_close (json);
}

static void
write_entity (AttriJsonText *json, const AttriDossier *self)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);

    attri_tell__json_open_object (json, "entity");
    attri_tell__json_string (json, "id", entity->id);
    attri_tell__json_string (json, "type", entity->type);
    attri_tell__json_string (json, "name", entity->name);
    if (entity->provisional)
        attri_tell__json_string (json, "naming", "provisional");
    write_true (json, "is_family", entity->is_family);
    write_true (json, "placeholder", entity->placeholder);
    write_references (json, self, entity);
    attri_tell__json_string (json, "country", entity->country);
    attri_tell__json_string (json, "identity_class", entity->identity_class);
    attri_tell__json_date (json, "first_seen", entity->first_seen);
    attri_tell__json_date (json, "last_seen", entity->last_seen);
    write_tlp (json, entity->tlp);
    attri_tell__json_string (json, "description", entity->description);
    attri_tell__json_close (json);
}

static void
write_view (AttriJsonText *json, const AttriStamp *stamp)
{
    attri_tell__json_open_object (json, "view");
    attri_tell__json_string (json, "identity", stamp->identity);
    attri_tell__json_date (json, "as_of", stamp->as_of);
    attri_tell__json_date (json, "known_on", stamp->known_on);
    if (stamp->filters != NULL && *stamp->filters != '\0')
        attri_tell__json_string (json, "filters", stamp->filters);
    attri_tell__json_close (json);
}

static void
write_citations (AttriJsonText *json, const AttriDossier *self, const AttriClaim *claim)
{
    attri_tell__json_open_array (json, "citations");
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        attri_tell__json_open_object (json, NULL);
        attri_tell__json_string (json, "source", get_source_id (self, citation->source));
        attri_tell__json_string (json, "cites", get_source_id (self, citation->cites));
        attri_tell__json_string (json, "locator", citation->locator);
        attri_tell__json_string (json, "quote", citation->quote);
        if (citation->reading != ATTRI_READING_UNSTATED)
            attri_tell__json_string (json, "reading", attri_reading_to_string (citation->reading));
        if (citation->credibility > 0)
            attri_tell__json_number (json, "credibility", citation->credibility);
        attri_tell__json_close (json);
    }
    attri_tell__json_close (json);
}

static void
write_places (AttriJsonText *json, const AttriDossier *self, const AttriClaim *claim)
{
    if (claim->in.count == 0)
        return;
    attri_tell__json_open_array (json, "in");
    for (guint32 i = 0; i < claim->in.count; i++) {
        guint32 place = attri_graph_get_index_at (self->graph, claim->in.first + i);
        attri_tell__json_string (json, NULL, attri_graph_get_entity (self->graph, place)->id);
    }
    attri_tell__json_close (json);
}

static void
write_judgements (AttriJsonText *json, const AttriClaim *claim)
{
    if (claim->confidence >= 0)
        attri_tell__json_number (json, "confidence", (guint64)claim->confidence);
    attri_tell__json_string (json, "confidence_word", claim->confidence_word);
    if (claim->assessment != NULL) {
        attri_tell__json_open_object (json, "assessment");
        attri_tell__json_string (json, "confidence", claim->assessment->confidence);
        attri_tell__json_string (json, "by", claim->assessment->by);
        attri_tell__json_date (json, "date", claim->assessment->date);
        attri_tell__json_string (json, "why", claim->assessment->why);
        attri_tell__json_close (json);
    }
    if (claim->revoked) {
        attri_tell__json_open_object (json, "revoked");
        attri_tell__json_date (json, "date", claim->revoked_on);
        attri_tell__json_string (json, "reason", claim->revoked_reason);
        attri_tell__json_close (json);
    }
}

static void
write_claim (AttriJsonText *json, const AttriDossier *self, const AttriClaim *claim)
{
    attri_tell__json_open_object (json, NULL);
    attri_tell__json_string (json, "id", claim->id);
    attri_tell__json_string (json, "claimant", get_source_id (self, claim->claimant));
    attri_tell__json_string (json, "stance", attri_stance_to_string (claim->stance));
    attri_tell__json_string (json, "hedge", attri_hedge_to_string (claim->hedge));
    write_judgements (json, claim);
    attri_tell__json_string (json, "wording", claim->wording);
    write_places (json, self, claim);
    attri_tell__json_string (json, "purpose", claim->purpose);
    if (claim->of > 0) {
        attri_tell__json_number (json, "groups", claim->groups);
        attri_tell__json_number (json, "of", claim->of);
    }
    attri_tell__json_date (json, "since", claim->since);
    attri_tell__json_date (json, "start_time", claim->start_time);
    attri_tell__json_date (json, "stop_time", claim->stop_time);
    write_true (json, "ongoing", claim->ongoing);
    attri_tell__json_date (json, "said_on", claim->said_on);
    attri_tell__json_date (json, "recorded", claim->recorded);
    write_tlp (json, claim->tlp);
    write_citations (json, self, claim);
    attri_tell__json_string (json, "note", claim->note);
    attri_tell__json_close (json);
}

static void
write_edge (AttriJsonText *json, const AttriDossier *self, AttriChapter chapter,
            const AttriEdge *edge)
{
    attri_tell__json_open_object (json, NULL);
    attri_tell__json_string (json, "chapter", attri_tell__chapter_get_slug (chapter));
    attri_tell__json_string (json, "from", attri_graph_get_entity (self->graph, edge->from)->id);
    attri_tell__json_string (json, "type", edge->type);
    if (edge->to != ATTRI_NONE)
        attri_tell__json_string (json, "to", attri_graph_get_entity (self->graph, edge->to)->id);
    attri_tell__json_string (json, "value", edge->value);
    attri_tell__json_boolean (json, "disputed", edge->disputed);
    attri_tell__json_boolean (json, "asserted", edge->asserted);
    attri_tell__json_open_array (json, "independent_publishers");
    g_autofree const char **publishers = attri_graph_get_lineage (self->graph, edge->claims);
    for (guint i = 0; publishers[i] != NULL; i++)
        attri_tell__json_string (json, NULL, publishers[i]);
    attri_tell__json_close (json);
    attri_tell__json_open_array (json, "claims");
    for (guint32 i = 0; i < edge->claims.count; i++)
        write_claim (json, self, attri_graph_get_claim (self->graph, edge->claims.first + i));
    attri_tell__json_close (json);
    attri_tell__json_close (json);
}

static void
write_source (AttriJsonText *json, const AttriDossier *self, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (self->graph, index);
    char reliability[] = {source->reliability, '\0'};

    attri_tell__json_open_object (json, NULL);
    attri_tell__json_number (json, "number", self->numbers[index]);
    attri_tell__json_string (json, "id", source->id);
    attri_tell__json_string (json, "title", source->title);
    attri_tell__json_string (json, "publisher", source->publisher);
    attri_tell__json_date (json, "published", source->published);
    attri_tell__json_date (json, "retrieved", source->retrieved);
    attri_tell__json_string (json, "url", source->url);
    attri_tell__json_string (json, "kind", attri_source_kind_to_string (source->kind));
    if (source->based_on.count > 0) {
        attri_tell__json_open_array (json, "based_on");
        for (guint32 i = 0; i < source->based_on.count; i++)
            attri_tell__json_string (
                json, NULL,
                get_source_id (self,
                               attri_graph_get_index_at (self->graph, source->based_on.first + i)));
        attri_tell__json_close (json);
    }
    attri_tell__json_string (json, "edition_of", get_source_id (self, source->edition_of));
    attri_tell__json_boolean (json, "read", source->read);
    attri_tell__json_string (json, "lang", source->lang);
    attri_tell__json_string (json, "translated", source->translated);
    if (source->reliability != 0)
        attri_tell__json_string (json, "reliability", reliability);
    write_tlp (json, source->tlp);
    attri_tell__json_close (json);
}

char *
attri_tell__dossier_to_json (const AttriDossier *self)
{
    AttriJsonText *json = attri_tell__json_new ();
    attri_tell__json_open_object (json, NULL);
    write_entity (json, self);
    write_view (json, attri_graph_get_stamp (self->graph));
    attri_tell__json_open_array (json, "edges");
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        for (guint j = 0; j < self->edges[i]->len; j++)
            write_edge (json, self, i,
                        attri_graph_get_edge (self->graph,
                                              g_array_index (self->edges[i], guint32, j)));
    attri_tell__json_close (json);
    attri_tell__json_open_array (json, "sources");
    for (guint i = 0; i < self->sources->len; i++)
        write_source (json, self, g_array_index (self->sources, guint32, i));
    attri_tell__json_close (json);
    attri_tell__json_close (json);
    return attri_tell__json_end (json);
}
