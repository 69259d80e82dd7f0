/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: plain text to be read by a person, two spaces a level, nothing wrapped.
 *      Every string of the input passes attri_text_for_terminal().
 */
#include "tell/claim-text.h"
#include "tell/dossier.h"
#include "tell/prose.h"
#include "tell/text.h"

#define INDENT_EDGE 2

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
        g_string_append_printf (text, "%*s%s: ", INDENT_EDGE, "",
                                reference->external_id != NULL ? "external id" : "reference");
        attri_tell__append_safe (text, reference->source);
        if (reference->external_id != NULL) {
            g_string_append_c (text, ':');
            attri_tell__append_safe (text, reference->external_id);
        }
        if (reference->url != NULL) {
            g_string_append_c (text, ' ');
            attri_tell__append_safe (text, reference->url);
        } else if (reference->external_id == NULL && reference->description != NULL) {
            g_string_append (text, ", ");
            attri_tell__append_safe (text, reference->description);
        }
        g_string_append_c (text, '\n');
    }
}

/* Through which name it was found, if that is not its own: "TAG-22, a name given by
 * [1] MITRE ATT&CK". */
static void
append_asked (GString *text, const AttriDossier *self)
{
    const AttriStamp *stamp = attri_graph_get_stamp (self->graph);
    if (stamp->asked == NULL || stamp->focus.count == 0 ||
        attri_graph_get_index_at (self->graph, stamp->focus.first) != self->entity)
        return;
    const guint32 alias = attri_graph_find_alias (self->graph, self->entity, stamp->asked);
    if (alias == ATTRI_NONE)
        return;
    const AttriRange claims = attri_graph_get_edge (self->graph, alias)->claims;
    const char *before = ", a name given by ";
    g_string_append_printf (text, "%*sfound as: ", INDENT_EDGE, "");
    attri_tell__append_safe (text, stamp->asked);
    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, claims.first + i);
        if (claim->stance != ATTRI_STANCE_ASSERTS || claim->revoked)
            continue;
        g_string_append (text, before);
        attri_tell__append_source (text, self->cited, claim->claimant);
        before = " and ";
    }
    g_string_append_c (text, '\n');
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
    append_asked (text, self);
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
    const AttriProse prose = {text, self->cited, attri_text_for_terminal};
    attri_prose__view (&prose, "  this view: ", "\n");
    attri_tell__append_line (text, INDENT_EDGE, "", entity->description);
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

/* Between two records that the view folded into one. */
static void
append_own_relation (GString *text, const AttriDossier *self, const AttriEdge *edge)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first);
    const AttriRelationInfo *relation = attri_relation_info (edge->type);
    const char *name = get_name (self->graph, edge->from);
    attri_tell__append_safe (text, claim->said_of != NULL ? claim->said_of : name);
    g_string_append_printf (text, " %s ", relation->forward);
    attri_tell__append_safe (text, claim->said_to != NULL ? claim->said_to : name);
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
    if (edge->to == edge->from) {
        append_own_relation (text, self, edge);
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

    attri_tell__append_claims (text, self->cited, NULL, edge->claims);
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
