/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, with all groups or one.
 * Out: a JSON document, of all groups whatever text would list. Members bear the names
 *      of the own file format where the same thing stands there. Sentences are as in
 *      plain text.
 */
#include "tell/claim-json-private.h"
#include "tell/overlap-words.h"

/* 10023 of 1000 is 10.023. */
static void
write_decimal (AttriJsonText *json, const char *key, guint32 value, guint32 unit)
{
    if (value == ATTRI_UNKNOWN)
        return;
    g_autofree char *member =
        unit == 1000 ? g_strdup_printf ("\"%s\": %u.%03u", key, value / unit, value % unit)
                     : g_strdup_printf ("\"%s\": %u.%02u", key, value / unit, value % unit);
    attri_json_text__members (json, member);
}

static void
write_id (AttriJsonText *json, const char *key, const AttriGraph *graph, guint32 entity)
{
    attri_json_text__string (json, key, attri_graph_get_entity (graph, entity)->id);
}

static void
write_ids (AttriJsonText *json, const char *key, const AttriGraph *graph, const GArray *entities)
{
    attri_json_text__open_array (json, key);
    for (guint i = 0; i < entities->len; i++)
        write_id (json, NULL, graph, g_array_index (entities, guint32, i));
    attri_json_text__close (json);
}

static void
write_claim (AttriOverlapTale *self, AttriJsonText *json, guint32 index)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, index);
    attri_tell__bibliography_add_claim (self->cited, claim);
    attri_json_text__claim (json, self->graph, claim);
}

/* An array of edges, each with its claims. */
static void
write_edges (AttriOverlapTale *self, AttriJsonText *json, const char *key, const GArray *edges)
{
    attri_json_text__open_array (json, key);
    for (guint i = 0; i < edges->len; i++) {
        const AttriEdge *edge =
            attri_graph_get_edge (self->graph, g_array_index (edges, guint32, i));
        attri_tell__bibliography_add_claims (self->cited, edge->claims);
        attri_json_text__open_object (json, NULL);
        attri_json_text__edge (json, self->graph, edge);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

/* What the uses of @tools by @actor rest on. */
static void
write_side (AttriOverlapTale *self, AttriJsonText *json, const char *key, guint32 actor,
            const GArray *tools)
{
    g_autoptr (AttriSide) side = attri_side__new (self->graph, actor, tools);
    attri_json_text__open_object (json, key);
    attri_json_text__boolean (json, "one_report", side->reports->len == 1);
    attri_json_text__open_array (json, "reports");
    for (guint i = 0; i < side->reports->len; i++)
        attri_json_text__string (
            json, NULL,
            attri_tell__get_source_id (self->graph, g_array_index (side->reports, guint32, i)));
    attri_json_text__close (json);
    attri_json_text__open_array (json, "independent_publishers");
    for (guint i = 0; i < side->publishers->len; i++)
        attri_json_text__string (json, NULL, side->publishers->pdata[i]);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

/* ---- the focus and its tools ---- */

static void
write_question (AttriOverlapTale *self, AttriJsonText *json)
{
    guint32 alias = self->question->alias;
    g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (alias != ATTRI_NONE)
        g_array_append_val (asked, alias);
    attri_json_text__entity (json, "focus", self->graph, self->overlap->focus);
    if (alias != ATTRI_NONE)
        attri_json_text__string (json, "asked", attri_graph_get_edge (self->graph, alias)->value);
    write_edges (self, json, "asked_through", asked);
    if (self->question->other != ATTRI_NONE)
        attri_json_text__entity (json, "with", self->graph, self->question->other);
    attri_json_text__view (json, attri_graph_get_stamp (self->graph));
    attri_json_text__string (json, "caution", attri_overlap__caution);
}

static void
write_count (AttriJsonText *json, const AttriToolFacts *facts)
{
    if (facts->groups == 0)
        return;
    attri_json_text__number (json, "groups", facts->groups);
    attri_json_text__number (json, "of", facts->of);
    write_decimal (json, "bits", attri_query_bits (facts->groups, facts->of), 1000);
}

static void
write_tool (AttriOverlapTale *self, AttriJsonText *json, guint32 tool)
{
    AttriToolFacts facts = attri_overlap__get_facts (self, tool);
    const AttriEdge *use = attri_overlap__get_use (self->graph, self->overlap->focus, tool);
    attri_json_text__open_object (json, NULL);
    attri_json_text__entity (json, "tool", self->graph, tool);
    attri_json_text__boolean (json, "non_public",
                              attri_availability_is_telling (facts.availability));
    attri_json_text__string (json, "availability",
                             attri_availability_to_string (facts.availability));
    attri_json_text__true (json, "suggests_public", facts.suggests_public);
    write_count (json, &facts);
    if (facts.family != ATTRI_NONE)
        write_id (json, "family", self->graph, facts.family);
    attri_json_text__boolean (json, "disputed", use->disputed);
    attri_json_text__open_array (json, "uses");
    for (guint32 i = 0; i < use->claims.count; i++)
        write_claim (self, json, use->claims.first + i);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "claims");
    if (facts.availability_claim != ATTRI_NONE)
        write_claim (self, json, facts.availability_claim);
    if (facts.prevalence_claim != ATTRI_NONE)
        write_claim (self, json, facts.prevalence_claim);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

static void
write_tools (AttriOverlapTale *self, AttriJsonText *json)
{
    const AttriOverlap *overlap = self->overlap;
    attri_json_text__open_array (json, "tools");
    for (guint i = 0; i < overlap->tools->len; i++)
        write_tool (self, json, g_array_index (overlap->tools, guint32, i));
    attri_json_text__close (json);
    attri_json_text__open_object (json, "left_out");
    for (guint i = 0; i <= ATTRI_AVAILABILITY_BUILT_IN; i++) {
        if (overlap->left_out[i] > 0)
            attri_json_text__number (json, attri_availability_to_string ((AttriAvailability)i),
                                     overlap->left_out[i]);
    }
    attri_json_text__close (json);
    write_side (self, json, "rests_on", overlap->focus, overlap->tools);
}

/* ---- chance ---- */

static void
write_chances (AttriJsonText *json, const char *key, const GArray *chances)
{
    attri_json_text__open_array (json, key);
    for (guint i = 0; i < chances->len; i++) {
        const AttriChance *chance = &g_array_index (chances, AttriChance, i);
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__number (json, "at_least", chance->least);
        attri_json_text__number (json, "observed", chance->observed);
        write_decimal (json, "expected", chance->expected, 100);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_chance (AttriOverlapTale *self, AttriJsonText *json)
{
    static const char *const models[] = {
        [ATTRI_NULL_NONE] = "none",
        [ATTRI_NULL_FREQUENCY] = "tool-frequency",
        [ATTRI_NULL_CONFIGURATION] = "bipartite-configuration",
    };
    const AttriOverlap *overlap = self->overlap;
    g_autoptr (GString) words = g_string_new (NULL);
    attri_words__model (self, words);
    attri_json_text__open_object (json, "chance");
    attri_json_text__string (json, "model", models[overlap->model]);
    attri_json_text__string (json, "means", words->str);
    attri_json_text__number (json, "groups", overlap->n_groups);
    attri_json_text__number (json, "other_groups", overlap->n_others);
    attri_json_text__number (json, "tools", overlap->n_tools);
    write_chances (json, "non_public", overlap->telling_chance);
    write_chances (json, "all", overlap->chance);
    attri_json_text__close (json);
}

/* ---- the rows ---- */

static void
write_shared_tool (AttriOverlapTale *self, AttriJsonText *json, guint32 actor, guint32 tool)
{
    const AttriEdge *use = attri_overlap__get_use (self->graph, actor, tool);
    attri_json_text__open_object (json, NULL);
    write_id (json, "tool", self->graph, tool);
    attri_json_text__boolean (json, "disputed", use->disputed);
    attri_json_text__open_array (json, "uses");
    for (guint32 i = 0; i < use->claims.count; i++)
        write_claim (self, json, use->claims.first + i);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

static void
write_numbers (AttriOverlapTale *self, AttriJsonText *json, const AttriOverlapRow *row)
{
    attri_json_text__number (json, "non_public", row->telling);
    attri_json_text__number (json, "non_public_of", self->overlap->telling);
    attri_json_text__number (json, "shared", row->tools->len);
    attri_json_text__number (json, "shared_of", self->overlap->tools->len);
    attri_json_text__number (json, "tools", row->n_tools);
    if (self->overlap->n_groups > 0) {
        write_decimal (json, "non_public_bits", row->telling_bits, 1000);
        write_decimal (json, "bits", row->bits, 1000);
        write_decimal (json, "non_public_bits_without_families", row->single_telling_bits, 1000);
        write_decimal (json, "bits_without_families", row->single_bits, 1000);
    }
    write_decimal (json, "expected_non_public", row->expected, 100);
    write_decimal (json, "in_100_chance_worlds", row->tail, 100);
    write_decimal (json, "expected_groups", row->together, 100);
}

static void
write_row (AttriOverlapTale *self, AttriJsonText *json, guint rank, const AttriOverlapRow *row)
{
    g_autoptr (GArray) identity =
        attri_overlap__find_identity (self->graph, self->overlap->focus, row->actor);
    g_autoptr (GArray) same = attri_overlap__find_same_report (self, row);
    attri_json_text__open_object (json, NULL);
    if (rank > 0)
        attri_json_text__number (json, "rank", rank);
    attri_json_text__entity (json, row->is_group ? "group" : "campaign", self->graph, row->actor);
    write_numbers (self, json, row);
    attri_json_text__boolean (json, "disputed", !row->undisputed);
    write_ids (json, "families", self->graph, row->families);
    attri_json_text__open_array (json, "shares");
    for (guint i = 0; i < row->tools->len; i++)
        write_shared_tool (self, json, row->actor, g_array_index (row->tools, guint32, i));
    attri_json_text__close (json);
    write_side (self, json, "focus_rests_on", self->overlap->focus, row->tools);
    write_side (self, json, "rests_on", row->actor, row->tools);
    write_ids (json, "same_report", self->graph, same);
    write_edges (self, json, "identity", identity);
    attri_json_text__close (json);
}

static void
write_rows (AttriOverlapTale *self, AttriJsonText *json)
{
    guint rank = 0;
    attri_json_text__open_array (json, "rows");
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        rank += row->is_group;
        if (self->question->other == ATTRI_NONE || self->question->other == row->actor)
            write_row (self, json, row->is_group ? rank : 0, row);
    }
    attri_json_text__close (json);
}

char *
attri_overlap__to_json (AttriOverlapTale *self)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    write_question (self, json);
    write_tools (self, json);
    write_chance (self, json);
    write_rows (self, json);
    attri_json_text__bibliography (json, self->cited);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
