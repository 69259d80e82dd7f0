/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: plain text to be read by a person, two spaces a level, nothing wrapped.
 *      Every string of the input passes attri_text_for_terminal().
 */
#include "tell/dossier.h"
#include "tell/text.h"

#include <string.h>

#define INDENT_EDGE   2
#define INDENT_CLAIM  4
#define INDENT_DETAIL 6

static const char *
get_name (const AttriGraph *graph, guint32 entity)
{
    return attri_graph_get_entity (graph, entity)->name;
}

/* ---- the heading ---- */

static void
append_references (GString *text, const AttriGraph *graph, const AttriEntity *entity)
{
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        g_string_append_printf (text, "%*sexternal id: ", INDENT_EDGE, "");
        attri_tell__append_safe (text, reference->source);
        if (reference->external_id != NULL) {
            g_string_append_c (text, ':');
            attri_tell__append_safe (text, reference->external_id);
        }
        if (reference->url != NULL) {
            g_string_append_c (text, ' ');
            attri_tell__append_safe (text, reference->url);
        }
        g_string_append_c (text, '\n');
    }
}

/* Which cut of the facts this is, if it is one. */
static void
append_view (GString *text, const AttriStamp *stamp)
{
    g_autoptr (GString) view = g_string_new (NULL);
    attri_tell__append_date (view, "; as of ", stamp->as_of);
    attri_tell__append_date (view, "; known on ", stamp->known_on);
    if (stamp->filters != NULL && *stamp->filters != '\0') {
        g_string_append (view, "; ");
        attri_tell__append_safe (view, stamp->filters);
    }
    if (view->len > 0)
        g_string_append_printf (text, "%*sthis view: %s\n", INDENT_EDGE, "", view->str + 2);
}

static void
append_heading (GString *text, const AttriDossier *self)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);

    attri_tell__append_safe (text, entity->name);
    g_string_append_printf (text, ", %s%s%s\n", entity->provisional ? "provisional name of a " : "",
                            attri_type_info (entity->type)->label,
                            entity->placeholder ? ", not defined by any file" : "");
    g_string_append_printf (text, "%*sid: ", INDENT_EDGE, "");
    attri_tell__append_safe (text, entity->id);
    g_string_append (text, " (");
    attri_tell__append_safe (text, entity->type);
    g_string_append (text, entity->is_family ? ", a family)\n" : ")\n");
    append_references (text, self->graph, entity);
    attri_tell__append_line (text, INDENT_EDGE, "country: ", entity->country);
    attri_tell__append_line (text, INDENT_EDGE, "kind: ", entity->identity_class);
    if (attri_date_is_set (entity->first_seen) || attri_date_is_set (entity->last_seen)) {
        g_string_append_printf (text, "%*sseen:", INDENT_EDGE, "");
        attri_tell__append_date (text, " first ", entity->first_seen);
        attri_tell__append_date (text, " last ", entity->last_seen);
        g_string_append_c (text, '\n');
    }
    if (entity->tlp != ATTRI_TLP_UNMARKED)
        attri_tell__append_line (text, INDENT_EDGE, "TLP:", attri_tlp_to_string (entity->tlp));
    append_view (text, attri_graph_get_stamp (self->graph));
    attri_tell__append_line (text, INDENT_EDGE, "", entity->description);
}

/* ---- a claim ---- */

static const char *
get_verdict (const AttriClaim *claim)
{
    switch (claim->stance) {
    case ATTRI_STANCE_DOUBTS:
        return "doubted";
    case ATTRI_STANCE_DENIES:
        return "denied";
    case ATTRI_STANCE_WITHDRAWS:
        return "withdrawn";
    case ATTRI_STANCE_ASSERTS:
        break;
    }
    return attri_hedge_to_string (claim->hedge);
}

static const char *
get_reading (AttriReading reading)
{
    switch (reading) {
    case ATTRI_READING_VERBATIM:
        return "word for word";
    case ATTRI_READING_PARAPHRASE:
        return "in our words";
    case ATTRI_READING_INFERRED:
        return "inferred by us";
    case ATTRI_READING_UNSTATED:
        break;
    }
    return NULL;
}

/* "read in [2] VOI, para. 8, inferred by us, citing [3] CyCraft", or "". */
static char *
describe_citation (const AttriDossier *self, const AttriClaim *claim, const AttriCitation *citation)
{
    GString *text = g_string_new (NULL);
    if (citation->source != claim->claimant) {
        g_string_append (text, ", read in ");
        attri_tell__append_source (text, self->cited, citation->source);
    }
    if (citation->locator != NULL) {
        g_string_append (text, ", ");
        attri_tell__append_safe (text, citation->locator);
    }
    const char *reading = get_reading (citation->reading);
    if (reading != NULL)
        g_string_append_printf (text, ", %s", reading);
    if (citation->cites != ATTRI_NONE) {
        g_string_append (text, ", citing ");
        attri_tell__append_source (text, self->cited, citation->cites);
    }
    if (citation->credibility > 0)
        g_string_append_printf (text, ", our credibility %u", citation->credibility);
    g_string_erase (text, 0, MIN (2, (gssize)text->len));
    return g_string_free (text, FALSE);
}

static void
append_citations (GString *text, const AttriDossier *self, const AttriClaim *claim)
{
    const char *before = " (";
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        g_autofree char *words = describe_citation (self, claim, citation);
        if (*words == '\0')
            continue;
        g_string_append_printf (text, "%s%s", before, words);
        before = "; ";
    }
    if (*before == ';')
        g_string_append_c (text, ')');
}

/* "in Taiwan, Nepal: " */
static void
append_places (GString *text, const AttriGraph *graph, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->in.count; i++) {
        g_string_append (text, i == 0 ? "in " : ", ");
        attri_tell__append_safe (text,
                                 get_name (graph,
                                           attri_graph_get_index_at (graph, claim->in.first + i)));
    }
    if (claim->in.count > 0)
        g_string_append (text, ": ");
}

static void
append_time (GString *text, const AttriClaim *claim)
{
    g_autoptr (GString) when = g_string_new (NULL);
    attri_tell__append_date (when, " as of ", claim->since);
    attri_tell__append_date (when, " from ", claim->start_time);
    attri_tell__append_date (when, " to ", claim->stop_time);
    if (claim->ongoing)
        g_string_append (when, when->len > 0 ? ", ongoing" : " ongoing");
    if (when->len > 0)
        g_string_append_printf (text, "%*swhen:%s\n", INDENT_DETAIL, "", when->str);
}

static void
append_confidence (GString *text, const AttriClaim *claim)
{
    if (claim->confidence < 0 && claim->confidence_word == NULL)
        return;
    g_string_append_printf (text, "%*sconfidence:", INDENT_DETAIL, "");
    if (claim->confidence_word != NULL) {
        g_string_append_c (text, ' ');
        attri_tell__append_safe (text, claim->confidence_word);
    }
    if (claim->confidence >= 0)
        g_string_append_printf (text, "%s %d of 100", claim->confidence_word != NULL ? "," : "",
                                claim->confidence);
    g_string_append_c (text, '\n');
}

static void
append_assessment (GString *text, const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return;
    g_string_append_printf (text, "%*sour own view:", INDENT_DETAIL, "");
    const struct {
        const char *before;
        const char *input;
    } parts[] = {{" ", assessment->confidence}, {", by ", assessment->by}};
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if (parts[i].input != NULL) {
            g_string_append (text, parts[i].before);
            attri_tell__append_safe (text, parts[i].input);
        }
    attri_tell__append_date (text, ", ", assessment->date);
    if (assessment->why != NULL) {
        g_string_append (text, ": ");
        attri_tell__append_safe (text, assessment->why);
    }
    g_string_append_c (text, '\n');
}

/* Quotes that say more than the wording on the claim's first line. */
static void
append_quotes (GString *text, const AttriDossier *self, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const char *quote =
            attri_graph_get_citation (self->graph, claim->citations.first + i)->quote;
        if (quote == NULL || g_strcmp0 (quote, claim->wording) == 0)
            continue;
        g_string_append_printf (text, "%*squote: \"", INDENT_DETAIL, "");
        attri_tell__append_safe (text, quote);
        g_string_append (text, "\"\n");
    }
}

static void
append_details (GString *text, const AttriDossier *self, const AttriClaim *claim)
{
    attri_tell__append_line (text, INDENT_DETAIL, "for: ", claim->purpose);
    append_time (text, claim);
    append_confidence (text, claim);
    append_quotes (text, self, claim);
    attri_tell__append_line (text, INDENT_DETAIL, "note: ", claim->note);
    append_assessment (text, claim->assessment);
    if (claim->revoked) {
        g_string_append_printf (text, "%*sno longer held", INDENT_DETAIL, "");
        attri_tell__append_date (text, " since ", claim->revoked_on);
        if (claim->revoked_reason != NULL) {
            g_string_append (text, ": ");
            attri_tell__append_safe (text, claim->revoked_reason);
        }
        g_string_append_c (text, '\n');
    }
    if (claim->tlp != ATTRI_TLP_UNMARKED && claim->tlp != ATTRI_TLP_CLEAR)
        attri_tell__append_line (text, INDENT_DETAIL, "TLP:", attri_tlp_to_string (claim->tlp));
}

static void
append_claim (GString *text, const AttriDossier *self, const AttriClaim *claim)
{
    g_string_append_printf (text, "%*s", INDENT_CLAIM, "");
    append_places (text, self->graph, claim);
    if (claim->of > 0)
        g_string_append_printf (text, "%u of %u groups, ", claim->groups, claim->of);
    g_string_append (text, get_verdict (claim));
    if (claim->wording != NULL) {
        g_string_append (text, " (\"");
        attri_tell__append_safe (text, claim->wording);
        g_string_append (text, "\")");
    }
    g_string_append (text, ", says ");
    attri_tell__append_source (text, self->cited, claim->claimant);
    append_citations (text, self, claim);
    attri_tell__append_date (text, ", ", claim->said_on);
    g_string_append_c (text, '\n');
    append_details (text, self, claim);
}

/* ---- an edge ---- */

static void
append_independence (GString *text, const AttriDossier *self, const AttriEdge *edge)
{
    g_autofree const char **publishers = attri_graph_get_lineage (self->graph, edge->claims);
    guint n = g_strv_length ((char **)publishers);
    if (n == 0)
        g_string_append (text, " - no independent source");
    else if (n > 1)
        g_string_append_printf (text, " - %u independent sources", n);
}

static void
append_edge_name (GString *text, const AttriDossier *self, AttriChapter chapter,
                  const AttriEdge *edge)
{
    const AttriRelationInfo *relation = attri_relation_info (edge->type);
    gboolean outgoing = edge->from == self->entity;

    if (chapter == ATTRI_CHAPTER_NAMES) {
        attri_tell__append_safe (text, edge->value);
        return;
    }
    if (relation->relation == ATTRI_RELATION_VALUE) {
        attri_tell__append_safe (text, edge->value != NULL ? edge->value : relation->forward);
        return;
    }
    if (chapter == ATTRI_CHAPTER_PLACE) {
        attri_tell__append_safe (text, get_name (self->graph, edge->from));
        g_string_append_c (text, ' ');
        outgoing = TRUE;
    }
    if (chapter == ATTRI_CHAPTER_PLACE || chapter == ATTRI_CHAPTER_IDENTITY ||
        chapter == ATTRI_CHAPTER_FAMILY || chapter == ATTRI_CHAPTER_OTHER) {
        attri_tell__append_safe (text, outgoing ? relation->forward : relation->backward);
        g_string_append_c (text, ' ');
    }
    const AttriEntity *other =
        attri_graph_get_entity (self->graph, outgoing ? edge->to : edge->from);
    attri_tell__append_safe (text, other->name);
    g_string_append_printf (text, " (%s)", attri_type_info (other->type)->label);
}

static void
append_edge (GString *text, const AttriDossier *self, AttriChapter chapter, const AttriEdge *edge)
{
    g_string_append_printf (text, "%*s", INDENT_EDGE, "");
    append_edge_name (text, self, chapter, edge);
    if (edge->disputed)
        g_string_append (text, " - disputed");
    else if (!edge->asserted)
        g_string_append (text, " - asserted by nobody");
    else if (attri_relation_info (edge->type)->relation != ATTRI_RELATION_VALUE)
        append_independence (text, self, edge);
    g_string_append_c (text, '\n');

    for (guint32 i = 0; i < edge->claims.count; i++)
        append_claim (text, self, attri_graph_get_claim (self->graph, edge->claims.first + i));
}

char *
attri_tell__dossier_to_text (const AttriDossier *self)
{
    GString *text = g_string_new (NULL);
    append_heading (text, self);
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++) {
        const GArray *edges = self->edges[i];
        if (edges->len > 0)
            g_string_append_printf (text, "\n%s\n", attri_tell__chapter_get_heading (i));
        for (guint j = 0; j < edges->len; j++)
            append_edge (text, self, i,
                         attri_graph_get_edge (self->graph, g_array_index (edges, guint32, j)));
    }
    if (self->cited->sources->len == 0)
        g_string_append (text, "\nNothing is claimed of it.\n");
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}
