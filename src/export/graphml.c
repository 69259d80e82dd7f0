/* SPDX-License-Identifier: MIT
 *
 * graphml.c: a graph goes in, GraphML 1.0 comes out: a node for each entity, an edge for
 * each claim that has two ends, with keys of the types their values have.
 */
#include "base/text-private.h"
#include "export/columns.h"
#include "export/formats.h"

static void
append_escaped (GString *xml, const char *text)
{
    g_autofree char *escaped = attri_text__escape_xml (text);
    g_string_append (xml, escaped);
}

/* @letter stands before the number of a key, which is that of its column. */
static void
append_keys (GString *xml, const ColumnTable *table, const char *element, char letter)
{
    static const char *const types[] = {"string", "int", "boolean"};

    for (gsize i = 0; i < table->n_columns; i++) {
        const Column *column = &table->columns[i];
        if (!column->is_end)
            g_string_append_printf (
                xml, "  <key id=\"%c%u\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", letter,
                (guint)i, element, column->name, types[column->type]);
    }
}

static void
append_data (GString *xml, const ColumnTable *table, const AttriGraph *graph, gconstpointer row,
             char letter)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (gsize i = 0; i < table->n_columns; i++) {
        const Column *column = &table->columns[i];
        if (column->is_end)
            continue;
        g_string_truncate (text, 0);
        column_append (text, column, graph, row);
        if (text->len == 0)
            continue;
        g_string_append_printf (xml, "      <data key=\"%c%u\">", letter, (guint)i);
        append_escaped (xml, text->str);
        g_string_append (xml, "</data>\n");
    }
}

static void
append_node (GString *xml, const AttriGraph *graph, const AttriEntity *entity)
{
    g_string_append (xml, "    <node id=\"");
    append_escaped (xml, entity->id);
    g_string_append (xml, "\">\n");
    append_data (xml, &column_entities, graph, entity, 'n');
    g_string_append (xml, "    </node>\n");
}

static void
append_edge (GString *xml, const AttriGraph *graph, guint32 row)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, row);

    if (claim->to == ATTRI_NONE)
        return;
    g_string_append_printf (xml, "    <edge id=\"e%u\" source=\"", row);
    append_escaped (xml, attri_graph_get_entity (graph, claim->from)->id);
    g_string_append (xml, "\" target=\"");
    append_escaped (xml, attri_graph_get_entity (graph, claim->to)->id);
    g_string_append (xml, "\">\n");
    append_data (xml, &column_claims, graph, claim, 'e');
    g_string_append (xml, "    </edge>\n");
}

char *
export_graphml (const AttriGraph *graph, GPtrArray *losses)
{
    GString *xml =
        g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                      "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                      "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");

    append_keys (xml, &column_entities, "node", 'n');
    append_keys (xml, &column_claims, "edge", 'e');
    g_string_append (xml, "  <graph id=\"attrigraph\" edgedefault=\"directed\">\n");
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        append_node (xml, graph, attri_graph_get_entity (graph, i));
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        append_edge (xml, graph, i);
    g_string_append (xml, "  </graph>\n</graphml>\n");
    export_tell_values (losses, graph);
    export_tell_sources (losses, graph);
    return g_string_free (xml, FALSE);
}
