/* SPDX-License-Identifier: MIT
 *
 * own-statement.c: a claim goes in, a statement of the own format comes out: a
 * relationship, or an element of one of the lists inside an entity.
 */
#include "export/own.h"

#include "model/compare-private.h"

#include <string.h>

static const char *
entity_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_entity (graph, row)->id;
}

static const char *
source_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_source (graph, row)->id;
}

/* When our files held what a citation says, if neither it nor its statement tells. */
static AttriDate
implied_date (const OwnWriter *self, const AttriCitation *citation)
{
    return attri_date_is_set (self->recorded)
               ? self->recorded
               : attri_graph_get_source (self->graph, citation->source)->published;
}

static gboolean
is_implied (const OwnWriter *self, const AttriCitation *citation)
{
    return attri_order__date (citation->recorded, implied_date (self, citation)) == 0;
}

/* What the citations of a claim have in common. */
typedef struct {
    guint32 claimant;
    gboolean one_date; /* which the statement tells if it must */
} OwnCited;

static OwnCited
find_common (const OwnWriter *self, const AttriClaim *claim)
{
    OwnCited cited = {claim->claimant, TRUE};
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        if (attri_order__date (citation->recorded, claim->recorded) != 0)
            cited.one_date = FALSE;
    }
    return cited;
}

static gboolean
tells_date (const OwnWriter *self, const AttriCitation *citation, const OwnCited *cited)
{
    return !cited->one_date && !is_implied (self, citation);
}

/* A source that speaks for itself, and nothing else to say of it. */
static gboolean
is_bare (const OwnWriter *self, const AttriCitation *citation, const OwnCited *cited)
{
    return citation->source == cited->claimant && citation->cites == ATTRI_NONE &&
           citation->locator == NULL && citation->quote == NULL &&
           citation->reading == ATTRI_READING_UNSTATED && citation->credibility == 0 &&
           !tells_date (self, citation, cited);
}

static void
write_citation (const OwnWriter *self, const AttriCitation *citation, const OwnCited *cited)
{
    AttriJsonText *json = self->json;

    if (is_bare (self, citation, cited)) {
        attri_json_text__string (json, NULL, source_id (self->graph, citation->source));
        return;
    }
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "source", source_id (self->graph, citation->source));
    if (citation->source != cited->claimant)
        attri_json_text__string (json, "claimant", source_id (self->graph, cited->claimant));
    if (citation->cites != ATTRI_NONE)
        attri_json_text__string (json, "cites", source_id (self->graph, citation->cites));
    if (tells_date (self, citation, cited))
        attri_json_text__date (json, "recorded", citation->recorded);
    attri_json_text__string (json, "locator", citation->locator);
    attri_json_text__string (json, "quote", citation->quote);
    if (citation->reading != ATTRI_READING_UNSTATED)
        attri_json_text__string (json, "reading", attri_reading_to_string (citation->reading));
    if (citation->credibility != 0)
        attri_json_text__number (json, "credibility", citation->credibility);
    attri_json_text__close (json);
}

/* The statement's own date, and the citations. */
static void
write_citations (const OwnWriter *self, const AttriClaim *claim)
{
    const AttriRange range = claim->citations;
    const OwnCited cited = find_common (self, claim);
    gboolean implied = TRUE;

    for (guint32 i = 0; i < range.count; i++)
        implied =
            is_implied (self, attri_graph_get_citation (self->graph, range.first + i)) && implied;
    if (cited.one_date && !implied)
        attri_json_text__date (self->json, "recorded", claim->recorded);
    if (range.count == 1)
        attri_json_text__open_array_on_line (self->json, "citations");
    else
        attri_json_text__open_array (self->json, "citations");
    for (guint32 i = 0; i < range.count; i++)
        write_citation (self, attri_graph_get_citation (self->graph, range.first + i), &cited);
    attri_json_text__close (self->json);
}

/* A word stands for its number where the reader would give it that. */
static void
write_confidence (const OwnWriter *self, const AttriClaim *claim)
{
    const char *word = claim->confidence_word;
    guint known;
    const gboolean is_known = word != NULL && attri_confidence_parse (word, &known);

    if (word != NULL && claim->confidence == (is_known ? (int)known : -1)) {
        attri_json_text__string (self->json, "confidence", word);
        return;
    }
    if (claim->confidence >= 0)
        attri_json_text__number (self->json, "confidence", (guint64)claim->confidence);
    attri_json_text__string (self->json, "confidence_word", word);
}

/* Ours is kept as text; a number was one when it was read. */
static void
write_assessment (const OwnWriter *self, const AttriAssessment *assessment)
{
    AttriJsonText *json = self->json;
    guint64 number;

    if (assessment == NULL)
        return;
    attri_json_text__open_object_on_line (json, "assessment");
    if (assessment->confidence != NULL &&
        g_ascii_string_to_unsigned (assessment->confidence, 10, 0, 100, &number, NULL))
        attri_json_text__number (json, "confidence", number);
    else
        attri_json_text__string (json, "confidence", assessment->confidence);
    attri_json_text__string (json, "by", assessment->by);
    attri_json_text__date (json, "date", assessment->date);
    attri_json_text__string (json, "why", assessment->why);
    attri_json_text__close (json);
}

static void
write_revoked (const OwnWriter *self, const AttriClaim *claim)
{
    if (claim->revoked_reason == NULL) {
        own_write_flag (self, "revoked", claim->revoked);
        return;
    }
    attri_json_text__open_object_on_line (self->json, "revoked");
    attri_json_text__date (self->json, "date", claim->revoked_on);
    attri_json_text__string (self->json, "reason", claim->revoked_reason);
    attri_json_text__close (self->json);
}

/* What every statement may have; @tlp is what it has if it does not say. */
static void
write_common (const OwnWriter *self, const AttriClaim *claim, AttriTlp tlp)
{
    AttriJsonText *json = self->json;

    attri_json_text__string (json, "id", claim->id);
    own_write_ids (self, "in", claim->in, entity_id);
    attri_json_text__string (json, "purpose", claim->purpose);
    if (claim->stance != ATTRI_STANCE_ASSERTS)
        attri_json_text__string (json, "stance", attri_stance_to_string (claim->stance));
    if (claim->hedge != ATTRI_HEDGE_STATED)
        attri_json_text__string (json, "hedge", attri_hedge_to_string (claim->hedge));
    write_confidence (self, claim);
    attri_json_text__string (json, "wording", claim->wording);
    attri_json_text__date (json, "start_time", claim->start_time);
    if (claim->ongoing)
        attri_json_text__string (json, "stop_time", "ongoing");
    else
        attri_json_text__date (json, "stop_time", claim->stop_time);
    attri_json_text__date (json, "created", claim->created);
    attri_json_text__date (json, "modified", claim->modified);
    write_citations (self, claim);
    write_assessment (self, claim->assessment);
    write_revoked (self, claim);
    own_write_flag (self, "deprecated", claim->deprecated);
    own_write_tlp (self, claim->tlp, tlp);
    attri_json_text__string (json, "note", claim->note);
}

void
own_write_relationship (const OwnWriter *self, const AttriClaim *claim)
{
    attri_json_text__open_object (self->json, NULL);
    attri_json_text__string (self->json, "from", entity_id (self->graph, claim->from));
    attri_json_text__string (self->json, "type", claim->type);
    attri_json_text__string (self->json, "to", entity_id (self->graph, claim->to));
    write_common (self, claim, self->tlp);
    attri_json_text__close (self->json);
}

/* ---- inside an entity ---- */

static void
write_value (const OwnWriter *self, const AttriClaim *claim)
{
    if (claim->of > 0) {
        attri_json_text__number (self->json, "groups", claim->groups);
        attri_json_text__number (self->json, "of", claim->of);
    } else if (strcmp (claim->type, "alias") == 0) {
        attri_json_text__string (self->json, "name", claim->value);
    } else {
        attri_json_text__string (self->json, "value", claim->value);
        attri_json_text__date (self->json, "since", claim->since);
    }
}

static void
write_inner (const OwnWriter *self, AttriTlp tlp, AttriRange claims)
{
    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, claims.first + i);
        attri_json_text__open_object_on_line (self->json, NULL);
        write_value (self, claim);
        write_common (self, claim, tlp);
        attri_json_text__close (self->json);
    }
}

void
own_write_inner_statements (const OwnWriter *self, guint32 entity, AttriTlp tlp)
{
    static const struct {
        const char *type;
        const char *member;
    } lists[] = {{"alias", "aliases"},
                 {"availability", "availability"},
                 {"prevalence", "prevalence"}};
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, entity, &n);

    for (gsize list = 0; list < G_N_ELEMENTS (lists); list++) {
        gboolean any = FALSE;
        for (guint32 i = 0; i < n; i++) {
            const AttriEdge *edge = attri_graph_get_edge (self->graph, edges[i]);
            if (edge->to != ATTRI_NONE || strcmp (edge->type, lists[list].type) != 0)
                continue;
            if (!any)
                attri_json_text__open_array (self->json, lists[list].member);
            any = TRUE;
            write_inner (self, tlp, edge->claims);
        }
        if (any)
            attri_json_text__close (self->json);
    }
}
