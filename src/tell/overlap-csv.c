/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, with all groups or one.
 * Out: CSV for a spreadsheet: a line for each group, or of a pair for each tool. Lists
 *      within a cell are separated by blanks after a semicolon.
 */
#include "base/text-private.h"
#include "tell/overlap.h"

static void
append_number (GString *csv, guint number)
{
    g_autofree char *cell = g_strdup_printf ("%u", number);
    attri_text__append_cell (csv, cell);
}

/* 10023 of 1000 as 10.023; an empty cell if it is not known. */
static void
append_decimal (GString *csv, guint32 value, guint32 unit)
{
    g_autofree char *cell =
        value == ATTRI_UNKNOWN
            ? NULL
            : g_strdup_printf (unit == 1000 ? "%u.%03u" : "%u.%02u", value / unit, value % unit);
    attri_text__append_cell (csv, cell);
}

static void
append_names (const AttriOverlapTale *self, GString *csv, const GArray *entities)
{
    g_autoptr (GString) cell = g_string_new (NULL);
    for (guint i = 0; i < entities->len; i++)
        g_string_append_printf (
            cell, "%s%s", i > 0 ? "; " : "",
            attri_graph_get_entity (self->graph, g_array_index (entities, guint32, i))->name);
    attri_text__append_cell (csv, cell->str);
}

/* The ids of the reports behind the uses of @tools by @actor. */
static void
append_reports (const AttriOverlapTale *self, GString *csv, guint32 actor, const GArray *tools)
{
    g_autoptr (AttriSide) side = attri_side__new (self->graph, actor, tools);
    g_autoptr (GString) cell = g_string_new (NULL);
    for (guint i = 0; i < side->reports->len; i++) {
        guint32 source = g_array_index (side->reports, guint32, i);
        g_string_append_printf (cell, "%s%s", i > 0 ? "; " : "",
                                attri_graph_get_source (self->graph, source)->id);
    }
    attri_text__append_cell (csv, cell->str);
}

/* What is said of who the two are to each other: "distinct-from; overlaps-with". */
static void
append_identity (const AttriOverlapTale *self, GString *csv, guint32 actor)
{
    g_autoptr (GArray) edges =
        attri_overlap__find_identity (self->graph, self->overlap->focus, actor);
    g_autoptr (GString) cell = g_string_new (NULL);
    for (guint i = 0; i < edges->len; i++) {
        const AttriEdge *edge =
            attri_graph_get_edge (self->graph, g_array_index (edges, guint32, i));
        g_string_append_printf (cell, "%s%s%s", i > 0 ? "; " : "", edge->type,
                                edge->disputed ? " (disputed)" : "");
    }
    attri_text__append_cell (csv, cell->str);
}

static void
append_row (const AttriOverlapTale *self, GString *csv, guint rank, const AttriOverlapRow *row)
{
    const AttriOverlap *overlap = self->overlap;
    gboolean counted = overlap->n_groups > 0;
    const AttriEntity *entity = attri_graph_get_entity (self->graph, row->actor);
    g_autofree char *place = rank > 0 ? g_strdup_printf ("%u", rank) : NULL;
    attri_text__append_cell (csv, entity->id);
    attri_text__append_cell (csv, entity->name);
    attri_text__append_cell (csv, entity->type);
    attri_text__append_cell (csv, place);
    append_number (csv, row->telling);
    append_number (csv, overlap->telling);
    append_decimal (csv, counted ? row->telling_bits : ATTRI_UNKNOWN, 1000);
    append_number (csv, row->tools->len);
    append_number (csv, overlap->tools->len);
    append_decimal (csv, counted ? row->bits : ATTRI_UNKNOWN, 1000);
    append_decimal (csv, counted ? row->single_telling_bits : ATTRI_UNKNOWN, 1000);
    append_decimal (csv, counted ? row->single_bits : ATTRI_UNKNOWN, 1000);
    append_decimal (csv, row->expected, 100);
    append_decimal (csv, row->tail, 100);
    attri_text__append_cell (csv, row->undisputed ? "no" : "yes");
    append_names (self, csv, row->tools);
    append_names (self, csv, row->families);
    append_reports (self, csv, overlap->focus, row->tools);
    append_reports (self, csv, row->actor, row->tools);
    append_identity (self, csv, row->actor);
    g_string_append_c (csv, '\n');
}

char *
attri_overlap__to_csv (AttriOverlapTale *self)
{
    GString *csv = g_string_new (
        "id,name,type,rank,non_public,non_public_of,non_public_bits,shared,shared_of,bits,"
        "non_public_bits_without_families,bits_without_families,expected_non_public,"
        "in_100_chance_worlds,disputed,tools,families,focus_reports,reports,identity\n");
    guint rank = 0;
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        rank += row->is_group;
        append_row (self, csv, row->is_group ? rank : 0, row);
    }
    return g_string_free (csv, FALSE);
}

static void
append_tool (const AttriOverlapTale *self, GString *csv, guint32 tool)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, tool);
    AttriToolFacts facts = attri_overlap__get_facts (self, tool);
    guint32 bits = attri_query_bits (facts.groups, facts.of);
    g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (one, tool);
    attri_text__append_cell (csv, entity->id);
    attri_text__append_cell (csv, entity->name);
    attri_text__append_cell (csv, attri_availability_to_string (facts.availability));
    append_number (csv, facts.groups);
    append_number (csv, facts.of);
    append_decimal (csv, facts.groups > 0 ? bits : ATTRI_UNKNOWN, 1000);
    append_reports (self, csv, self->overlap->focus, one);
    append_reports (self, csv, self->question->other, one);
    g_string_append_c (csv, '\n');
}

char *
attri_overlap__pair_to_csv (AttriOverlapTale *self)
{
    const AttriOverlapRow *row = attri_overlap_get_row (self->overlap, self->question->other);
    GString *csv = g_string_new ("id,name,availability,groups,of,bits,focus_reports,reports\n");
    for (guint i = 0; row != NULL && i < row->tools->len; i++)
        append_tool (self, csv, g_array_index (row->tools, guint32, i));
    return g_string_free (csv, FALSE);
}
