/* SPDX-License-Identifier: MIT
 *
 * dump.c: a graph goes in, one line of text for each of its rows comes out.
 * Places are left out: they say where a row was written, not what it says.
 */
#include "model/compare-private.h"

#include <attrigraph/model.h>

#include <string.h>

static void
put_text (GString *out, const char *key, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *shown = attri_text_for_terminal (text);
    g_string_append_printf (out, " %s=\"%s\"", key, shown);
}

static void
put_word (GString *out, const char *key, const char *word)
{
    g_string_append_printf (out, " %s=%s", key, word);
}

static void
put_date (GString *out, const char *key, AttriDate date)
{
    if (!attri_date_is_set (date))
        return;
    g_autofree char *text = attri_date_to_string (date);
    put_word (out, key, text);
}

static void
put_flag (GString *out, const char *word, gboolean flag)
{
    if (flag)
        g_string_append_printf (out, " %s", word);
}

static void
put_tlp (GString *out, AttriTlp tlp)
{
    if (tlp != ATTRI_TLP_UNMARKED)
        put_word (out, "tlp", attri_tlp_to_string (tlp));
}

static const char *
source_id (const AttriGraph *self, guint32 row)
{
    return attri_graph_get_source (self, row)->id;
}

static const char *
entity_id (const AttriGraph *self, guint32 row)
{
    return attri_graph_get_entity (self, row)->id;
}

/* Before a row of a diff: what became of it. */
static void
put_mark (GString *out, AttriChange change)
{
    static const char *const marks[] = {"", "+ ", "- ", "~ "};
    g_string_append (out, marks[change]);
}

typedef const char *(*IdOf) (const AttriGraph *self, guint32 row);

static void
put_ids (GString *out, const char *key, const AttriGraph *self, AttriRange range, IdOf id_of)
{
    for (guint32 i = 0; i < range.count; i++) {
        const char *id = id_of (self, attri_graph_get_index_at (self, range.first + i));
        if (i == 0)
            put_word (out, key, id);
        else
            g_string_append_printf (out, ",%s", id);
    }
}

static void
dump_source (GString *out, const AttriGraph *self, const AttriSource *source)
{
    put_mark (out, source->change);
    g_string_append_printf (out, "source %s", source->id);
    put_text (out, "publisher", source->publisher);
    put_text (out, "title", source->title);
    put_date (out, "published", source->published);
    put_date (out, "retrieved", source->retrieved);
    put_text (out, "url", source->url);
    put_word (out, "kind", attri_source_kind_to_string (source->kind));
    put_ids (out, "based_on", self, source->based_on, source_id);
    if (source->edition_of != ATTRI_NONE)
        put_word (out, "edition_of", source_id (self, source->edition_of));
    put_flag (out, "unread", !source->read);
    put_flag (out, "generated", source->generated);
    put_text (out, "lang", source->lang);
    put_text (out, "translated", source->translated);
    if (source->reliability != 0)
        g_string_append_printf (out, " reliability=%c", source->reliability);
    put_tlp (out, source->tlp);
    g_string_append_c (out, '\n');
}

static void
dump_reference (GString *out, const AttriReference *reference)
{
    g_string_append (out, " reference(");
    put_text (out, "source", reference->source);
    put_text (out, "external_id", reference->external_id);
    put_text (out, "url", reference->url);
    put_text (out, "description", reference->description);
    g_string_append (out, " )");
}

static void
dump_fields (GString *out, const AttriEntity *entity)
{
    put_text (out, "name", entity->name);
    put_text (out, "description", entity->description);
    put_text (out, "country", entity->country);
    put_text (out, "identity_class", entity->identity_class);
    put_date (out, "first_seen", entity->first_seen);
    put_date (out, "last_seen", entity->last_seen);
    put_date (out, "recorded", entity->recorded);
    put_flag (out, "family", entity->is_family);
    put_flag (out, "provisional", entity->provisional);
    put_flag (out, "placeholder", entity->placeholder);
    put_flag (out, "revoked", entity->revoked);
    put_flag (out, "deprecated", entity->deprecated);
    put_tlp (out, entity->tlp);
}

static void
dump_entity (GString *out, const AttriGraph *self, const AttriEntity *entity)
{
    put_mark (out, entity->change);
    g_string_append_printf (out, "entity %s type=%s", entity->id, entity->type);
    dump_fields (out, entity);
    put_text (out, "was", entity->was);
    for (guint32 i = 0; i < entity->references.count; i++)
        dump_reference (out, attri_graph_get_reference (self, entity->references.first + i));
    g_string_append_c (out, '\n');
    for (guint32 i = 0; i < entity->n_records; i++) {
        const AttriRecord *record = &entity->records[i];
        g_string_append_printf (out, "  record %s", record->row.id);
        if (record->row.type != NULL)
            put_word (out, "type", record->row.type);
        dump_fields (out, &record->row);
        for (guint32 j = 0; j < record->n_references; j++)
            dump_reference (out, &record->references[j]);
        g_string_append_c (out, '\n');
    }
}

static void
dump_citation (GString *out, const AttriGraph *self, const AttriClaim *claim,
               const AttriCitation *citation)
{
    g_string_append_printf (out, " cite(%s", source_id (self, citation->source));
    if (citation->cites != ATTRI_NONE)
        put_word (out, "cites", source_id (self, citation->cites));
    if (attri_order__date (citation->recorded, claim->recorded) != 0)
        put_date (out, "recorded", citation->recorded);
    put_text (out, "locator", citation->locator);
    put_text (out, "quote", citation->quote);
    if (citation->reading != ATTRI_READING_UNSTATED)
        put_word (out, "reading", attri_reading_to_string (citation->reading));
    if (citation->credibility != 0)
        g_string_append_printf (out, " credibility=%u", citation->credibility);
    g_string_append_c (out, ')');
}

static void
dump_said (GString *out, const AttriClaim *claim)
{
    put_word (out, "hedge", attri_hedge_to_string (claim->hedge));
    if (claim->stance != ATTRI_STANCE_ASSERTS)
        put_word (out, "stance", attri_stance_to_string (claim->stance));
    if (claim->confidence >= 0)
        g_string_append_printf (out, " confidence=%d", claim->confidence);
    put_text (out, "confidence_word", claim->confidence_word);
    put_text (out, "purpose", claim->purpose);
    put_text (out, "wording", claim->wording);
    put_text (out, "note", claim->note);
    put_date (out, "since", claim->since);
    put_date (out, "start", claim->start_time);
    put_date (out, "stop", claim->stop_time);
    put_flag (out, "ongoing", claim->ongoing);
    put_flag (out, "revoked", claim->revoked);
    put_date (out, "revoked_on", claim->revoked_on);
    put_text (out, "revoked_reason", claim->revoked_reason);
    put_flag (out, "deprecated", claim->deprecated);
    put_date (out, "created", claim->created);
    put_date (out, "modified", claim->modified);
    put_date (out, "said_on", claim->said_on);
    if (claim->said_by > ATTRI_DATED_BY_CLAIMANT)
        put_word (out, "said_by", claim->said_by == ATTRI_DATED_BY_CARRIER ? "carrier" : "record");
    put_date (out, "recorded", claim->recorded);
    put_tlp (out, claim->tlp);
    put_text (out, "was", claim->was);
}

static void
dump_claim (GString *out, const AttriGraph *self, const AttriClaim *claim)
{
    put_mark (out, claim->change);
    g_string_append_printf (out, "claim %s %s", entity_id (self, claim->from), claim->type);
    if (claim->to != ATTRI_NONE)
        g_string_append_printf (out, " %s", entity_id (self, claim->to));
    put_text (out, "value", claim->value);
    if (claim->of != 0)
        g_string_append_printf (out, " groups=%u/%u", claim->groups, claim->of);
    put_text (out, "id", claim->id);
    put_text (out, "said_of", claim->said_of);
    put_text (out, "said_to", claim->said_to);
    put_text (out, "folded", claim->folded);
    put_ids (out, "in", self, claim->in, entity_id);
    put_word (out, "by", source_id (self, claim->claimant));
    dump_said (out, claim);
    if (claim->assessment != NULL) {
        g_string_append (out, " assessment(");
        put_text (out, "confidence", claim->assessment->confidence);
        put_text (out, "by", claim->assessment->by);
        put_date (out, "date", claim->assessment->date);
        put_text (out, "why", claim->assessment->why);
        g_string_append (out, " )");
    }
    for (guint32 i = 0; i < claim->citations.count; i++)
        dump_citation (out, self, claim,
                       attri_graph_get_citation (self, claim->citations.first + i));
    g_string_append_c (out, '\n');
}

static void
dump_stamp (GString *out, const AttriGraph *self)
{
    const AttriStamp *stamp = attri_graph_get_stamp (self);
    g_string_append_printf (out, "view identity=%s", stamp->identity);
    put_ids (out, "focus", self, stamp->focus, entity_id);
    put_text (out, "asked", stamp->asked);
    if (stamp->focus.count > 0 && stamp->hops != ATTRI_HOPS_ALL)
        g_string_append_printf (out, " hops=%u", stamp->hops);
    put_date (out, "as_of", stamp->as_of);
    put_date (out, "known_on", stamp->known_on);
    if (stamp->hidden_entities > 0 || stamp->hidden_claims > 0)
        g_string_append_printf (out, " hidden=%u/%u", stamp->hidden_entities, stamp->hidden_claims);
    if (stamp->hidden_revoked > 0 || stamp->hidden_custom > 0)
        g_string_append_printf (out, " revoked=%u custom=%u", stamp->hidden_revoked,
                                stamp->hidden_custom);
    if (*stamp->filters != '\0')
        put_text (out, "filters", stamp->filters);
    g_string_append_c (out, '\n');
}

static void
dump_saved_view (GString *out, const AttriGraph *self, const AttriSavedView *view)
{
    g_string_append_printf (out, "saved %s", view->id);
    put_ids (out, "focus", self, view->focus, entity_id);
    for (guint i = 0; i < view->n_options; i++)
        put_text (out, view->options[i].name, view->options[i].value);
    put_text (out, "title", view->title);
    put_text (out, "subtitle", view->subtitle);
    put_text (out, "judgement", view->judgement);
    put_text (out, "confidence", view->confidence);
    put_text (out, "by", view->by);
    put_date (out, "date", view->date);
    put_text (out, "alternative", view->alternative);
    put_tlp (out, view->tlp);
    g_string_append_c (out, '\n');
}

char *
attri_graph_dump (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, NULL);

    GString *out = g_string_new (NULL);
    dump_stamp (out, self);
    for (guint32 i = 0; i < attri_graph_get_n_sources (self); i++)
        dump_source (out, self, attri_graph_get_source (self, i));
    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++)
        dump_entity (out, self, attri_graph_get_entity (self, i));
    for (guint32 i = 0; i < attri_graph_get_n_claims (self); i++)
        dump_claim (out, self, attri_graph_get_claim (self, i));
    for (guint32 i = 0; i < attri_graph_get_n_saved_views (self); i++)
        dump_saved_view (out, self, attri_graph_get_saved_view (self, i));
    return g_string_free (out, FALSE);
}
