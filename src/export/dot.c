/* SPDX-License-Identifier: MIT
 *
 * dot.c: a graph goes in, a digraph in the language of Graphviz comes out: a node for each
 * entity, an edge for each claim that has two ends. What Graphviz has no attribute for
 * stands in attributes that begin with `x_`, which it keeps and does not read.
 */
#include "base/text-private.h"
#include "export/columns.h"
#include "export/formats.h"

#include <string.h>

/* Graphviz expands backslashes in most texts (`\N` is the name of the node), so they are
 * doubled in all; no text can end its quotation marks. */
static void
append_line (GString *dot, const char *line)
{
    g_autofree char *visible = attri_text__make_visible (line);
    for (const char *p = visible; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_c (dot, '\\');
        g_string_append_c (dot, *p);
    }
}

static void
append_quoted (GString *dot, const char *text)
{
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    g_string_append_c (dot, '"');
    for (guint i = 0; lines[i] != NULL; i++) {
        if (i > 0)
            g_string_append (dot, "\\n");
        append_line (dot, lines[i]);
    }
    g_string_append_c (dot, '"');
}

static void
append_attribute (GString *dot, const char *key, const char *text)
{
    g_string_append_printf (dot, ",\n    %s=", key);
    append_quoted (dot, text);
}

/* In what is drawn, Graphviz takes `&lt;` for a sign. */
static char *
escape_entities (const char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, "&", -1);
    return g_strjoinv ("&amp;", parts);
}

static void
append_columns (GString *dot, const ColumnTable *table, const AttriGraph *graph, gconstpointer row)
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
        g_autofree char *key = g_strconcat ("x_", column->name, NULL);
        append_attribute (dot, key, text->str);
    }
}

static const char *
shape_of (AttriRole role)
{
    static const char *const shapes[] = {
        [ATTRI_ROLE_OTHER] = "box",        [ATTRI_ROLE_ACTOR] = "box3d",
        [ATTRI_ROLE_TOOL] = "component",   [ATTRI_ROLE_TECHNIQUE] = "note",
        [ATTRI_ROLE_IDENTITY] = "ellipse", [ATTRI_ROLE_PLACE] = "house",
        [ATTRI_ROLE_SECTOR] = "folder",
    };
    return (guint)role < G_N_ELEMENTS (shapes) && shapes[role] != NULL ? shapes[role] : "box";
}

static void
append_node (GString *dot, const AttriGraph *graph, const AttriEntity *entity)
{
    const AttriTypeInfo *info = attri_type_info (entity->type);
    g_autofree char *words =
        g_strdup_printf ("%s\n%s", entity->name, *info->type != '\0' ? info->label : entity->type);
    g_autofree char *label = escape_entities (words);

    g_string_append (dot, "  ");
    append_quoted (dot, entity->id);
    g_string_append_printf (dot, " [shape=%s", shape_of (info->role));
    append_attribute (dot, "label", label);
    append_columns (dot, &column_entities, graph, entity);
    g_string_append (dot, "];\n");
}

/* Graphviz 2.43 writes a link into SVG as it is: what could end the attribute there is
 * written as its byte. */
static char *
escape_link (const char *url)
{
    GString *out = g_string_new (NULL);
    for (const char *p = url; *p != '\0'; p++) {
        if (*p == '&')
            g_string_append (out, "&amp;");
        else if ((guchar)*p <= ' ' || (guchar)*p >= 0x7f || strchr ("\"'<>\\`", *p) != NULL)
            g_string_append_printf (out, "%%%02X", (guchar)*p);
        else
            g_string_append_c (out, *p);
    }
    return g_string_free (out, FALSE);
}

static gboolean
is_link (const char *url)
{
    return url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0 ||
                           g_ascii_strncasecmp (url, "http://", 7) == 0);
}

/* "uses, denied", and below it who says so. */
static char *
make_edge_label (const AttriClaim *claim, const AttriSource *claimant)
{
    static const char *const stances[] = {"", ", doubted", ", denied", ", withdrawn"};
    const AttriRelationInfo *info = attri_relation_info (claim->type);
    g_autofree char *words = g_strconcat (*info->type != '\0' ? info->forward : claim->type,
                                          stances[claim->stance], "\n", claimant->publisher, NULL);
    return escape_entities (words);
}

static void
append_edge (GString *dot, const AttriGraph *graph, const AttriClaim *claim)
{
    static const char *const dashes[] = {"solid", "dashed", "dotted", "dotted"};
    const AttriSource *claimant = attri_graph_get_source (graph, claim->claimant);
    g_autofree char *label = make_edge_label (claim, claimant);
    g_autofree char *date = attri_date_to_string (claimant->published);
    g_autofree char *said = g_strdup_printf ("%s: %s%s%s", claimant->publisher, claimant->title,
                                             *date != '\0' ? ", " : "", date);
    g_autofree char *tooltip = escape_entities (said);

    if (claim->to == ATTRI_NONE)
        return;
    g_string_append (dot, "  ");
    append_quoted (dot, attri_graph_get_entity (graph, claim->from)->id);
    g_string_append (dot, " -> ");
    append_quoted (dot, attri_graph_get_entity (graph, claim->to)->id);
    g_string_append_printf (dot, " [style=%s", dashes[claim->hedge]);
    if (attri_relation_info (claim->type)->symmetric)
        g_string_append (dot, ", dir=none");
    if (claim->revoked)
        g_string_append (dot, ", color=gray, fontcolor=gray");
    append_attribute (dot, "label", label);
    append_attribute (dot, "tooltip", tooltip);
    if (is_link (claimant->url)) {
        g_autofree char *link = escape_link (claimant->url);
        append_attribute (dot, "URL", link);
    }
    append_columns (dot, &column_claims, graph, claim);
    g_string_append (dot, "];\n");
}

char *
export_dot (const AttriGraph *graph, GPtrArray *losses)
{
    GString *dot = g_string_new ("digraph attrigraph {\n");
    g_autofree char *marking = export_marking_words (graph);

    g_string_append_printf (dot, "  graph [charset=\"UTF-8\", rankdir=LR, label=\"%s\"];\n",
                            marking);

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        append_node (dot, graph, attri_graph_get_entity (graph, i));
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        append_edge (dot, graph, attri_graph_get_claim (graph, i));
    g_string_append (dot, "}\n");
    export_tell_values (losses, graph);
    export_tell_sources (losses, graph);
    return g_string_free (dot, FALSE);
}
