/* SPDX-License-Identifier: MIT
 *
 * stix-own.c: a claim or a source goes in; what STIX has no property for comes out, in members of
 * our extension, spelt as in the own format.
 */
#include "export/own.h"
#include "export/stix.h"

static const char *
id_of_source (const StixWriter *self, guint32 source)
{
    return attri_graph_get_source (self->graph, source)->id;
}

/* ---- claims ---- */

static void
write_citation (StixWriter *self, const AttriClaim *claim, const AttriCitation *citation)
{
    AttriJsonText *json = self->json;

    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "source", id_of_source (self, citation->source));
    if (citation->source != claim->claimant)
        attri_json_text__string (json, "claimant", id_of_source (self, claim->claimant));
    if (citation->cites != ATTRI_NONE)
        attri_json_text__string (json, "cites", id_of_source (self, citation->cites));
    attri_json_text__date (json, "recorded", citation->recorded);
    attri_json_text__string (json, "locator", citation->locator);
    attri_json_text__string (json, "quote", citation->quote);
    if (citation->reading != ATTRI_READING_UNSTATED)
        attri_json_text__string (json, "reading", attri_reading_to_string (citation->reading));
    if (citation->credibility > 0)
        attri_json_text__number (json, "credibility", citation->credibility);
    attri_json_text__close (json);
}

static void
write_citations (StixWriter *self, const GArray *claims)
{
    attri_json_text__open_array (self->json, "citations");
    for (guint i = 0; i < claims->len; i++) {
        const AttriClaim *claim =
            attri_graph_get_claim (self->graph, g_array_index (claims, guint32, i));
        for (guint32 j = 0; j < claim->citations.count; j++)
            write_citation (self, claim,
                            attri_graph_get_citation (self->graph, claim->citations.first + j));
    }
    attri_json_text__close (self->json);
}

static void
write_places (StixWriter *self, const AttriClaim *claim)
{
    if (claim->in.count == 0)
        return;
    attri_json_text__open_array_on_line (self->json, "in_refs");
    for (guint32 i = 0; i < claim->in.count; i++) {
        const guint32 place = attri_graph_get_index_at (self->graph, claim->in.first + i);
        attri_json_text__string (self->json, NULL, g_ptr_array_index (self->ids, place));
    }
    attri_json_text__close (self->json);
}

static void
write_assessment (AttriJsonText *json, const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return;
    attri_json_text__open_object_on_line (json, "assessment");
    attri_json_text__string (json, "confidence", assessment->confidence);
    attri_json_text__string (json, "by", assessment->by);
    attri_json_text__date (json, "date", assessment->date);
    attri_json_text__string (json, "why", assessment->why);
    attri_json_text__close (json);
}

/* The times that it has, where properties of STIX would say more, or nothing. */
static void
write_times (StixWriter *self, const AttriClaim *claim)
{
    const gboolean none = attri_date_is_set (claim->start_time) &&
                          attri_date_compare (claim->stop_time, claim->start_time) <= 0;

    if (claim->to == ATTRI_NONE || claim->stance != ATTRI_STANCE_ASSERTS ||
        claim->start_time.day == 0)
        attri_json_text__date (self->json, "start_time", claim->start_time);
    if (claim->to == ATTRI_NONE || claim->stance != ATTRI_STANCE_ASSERTS ||
        claim->stop_time.day == 0 || none)
        attri_json_text__date (self->json, "stop_time", claim->stop_time);
    if (claim->ongoing)
        attri_json_text__boolean (self->json, "ongoing", TRUE);
}

void
stix_write_statement (StixWriter *self, const GArray *claims)
{
    const AttriClaim *claim =
        attri_graph_get_claim (self->graph, g_array_index (claims, guint32, 0));
    AttriJsonText *json = self->json;

    if (claim->hedge != ATTRI_HEDGE_STATED)
        attri_json_text__string (json, "hedge", attri_hedge_to_string (claim->hedge));
    attri_json_text__string (json, "wording", claim->wording);
    attri_json_text__string (json, "purpose", claim->purpose);
    attri_json_text__string (json, "confidence_word", claim->confidence_word);
    write_places (self, claim);
    write_times (self, claim);
    attri_json_text__date (json, "created", claim->created);
    attri_json_text__date (json, "modified", claim->modified);
    if (claim->deprecated)
        attri_json_text__boolean (json, "deprecated", TRUE);
    write_assessment (json, claim->assessment);
    attri_json_text__string (json, "note", claim->note);
    write_citations (self, claims);
}

/* What of a relationship properties of STIX say, too. */
void
stix_write_value (StixWriter *self, guint32 row)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, row);
    AttriJsonText *json = self->json;

    attri_json_text__string (json, "type", claim->type);
    attri_json_text__string (json, "value", claim->value);
    if (claim->of > 0) {
        attri_json_text__number (json, "groups", claim->groups);
        attri_json_text__number (json, "of", claim->of);
    }
    attri_json_text__date (json, "since", claim->since);
    if (claim->stance != ATTRI_STANCE_ASSERTS)
        attri_json_text__string (json, "stance", attri_stance_to_string (claim->stance));
    if (claim->confidence >= 0)
        attri_json_text__number (json, "confidence", (guint64)claim->confidence);
    if (claim->revoked)
        attri_json_text__boolean (json, "revoked", TRUE);
    if (claim->tlp != ATTRI_TLP_UNMARKED)
        attri_json_text__string (json, "tlp", attri_tlp_to_string (claim->tlp));
}

/* ---- sources ---- */

void
stix_write_source (StixWriter *self, guint32 row)
{
    const AttriSource *source = attri_graph_get_source (self->graph, row);
    g_autofree char *id = stix_make_id (ATTRI_STIX_SOURCE, source->id);

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, ATTRI_STIX_SOURCE, id, source->published, ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "name", source->title);
    stix_write_marking (self, source->tlp);
    stix_open_extension (self);
    attri_json_text__open_object (self->json, "source");
    own_write_source_members (&(OwnWriter){.graph = self->graph, .json = self->json}, source);
    attri_json_text__close (self->json);
    attri_json_text__close (self->json);
    attri_json_text__close (self->json);
    attri_json_text__close (self->json);
}
