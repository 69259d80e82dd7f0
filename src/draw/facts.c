/* SPDX-License-Identifier: MIT
 *
 * facts.c: a graph and a picture of it go in; out comes the JSON that a page
 * answers questions from. The graph is that of a view, so what `--max-tlp` or
 * another wish took away is not in it.
 */
#include "draw/facts.h"

#include "base/text-private.h"
#include "layout/plan-private.h"
#include "tell/claim-json-private.h"

/* The rows of @traces that are of each box or line, one array each on a line. */
typedef struct {
    GArray *first; /* guint32, one more than there are boxes or lines */
    GArray *rows;  /* guint32 */
} Runs;

static Runs
sort_traces (const GArray *traces, guint n)
{
    Runs runs = {g_array_new (FALSE, TRUE, sizeof (guint32)),
                 g_array_new (FALSE, TRUE, sizeof (guint32))};
    g_array_set_size (runs.first, n + 1);
    g_array_set_size (runs.rows, traces->len);
    for (guint i = 0; i < traces->len; i++)
        g_array_index (runs.first, guint32, g_array_index (traces, AttriSceneTrace, i).of + 1)++;
    for (guint i = 0; i < n; i++)
        g_array_index (runs.first, guint32, i + 1) += g_array_index (runs.first, guint32, i);
    g_autoptr (GArray) next = g_array_copy (runs.first);
    for (guint i = 0; i < traces->len; i++) {
        const AttriSceneTrace *trace = &g_array_index (traces, AttriSceneTrace, i);
        g_array_index (runs.rows, guint32, g_array_index (next, guint32, trace->of)++) = trace->row;
    }
    return runs;
}

static void
runs_clear (Runs *runs)
{
    g_array_unref (runs->first);
    g_array_unref (runs->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Runs, runs_clear)

static void
write_run (AttriJsonText *json, const char *key, const Runs *runs, guint of)
{
    attri_json_text__open_array (json, key);
    for (guint32 i = g_array_index (runs->first, guint32, of);
         i < g_array_index (runs->first, guint32, of + 1); i++)
        attri_json_text__number (json, NULL, g_array_index (runs->rows, guint32, i));
    attri_json_text__close (json);
}

/* By box or line: the elements of the picture. */
static Runs
sort_marks (const GArray *marks, guint n, gboolean lines)
{
    g_autoptr (GArray) traces = g_array_new (FALSE, FALSE, sizeof (AttriSceneTrace));
    for (guint i = 0; i < marks->len; i++) {
        const AttriSvgMark *mark = &g_array_index (marks, AttriSvgMark, i);
        AttriSceneTrace trace = {lines ? mark->line : mark->box, mark->element};
        if (trace.of != ATTRI_NONE)
            g_array_append_val (traces, trace);
    }
    return sort_traces (traces, n);
}

static void
write_boxes (AttriJsonText *json, const AttriScene *scene, const GArray *marks)
{
    const guint n = scene->boxes->len;
    g_auto (Runs) held = sort_traces (scene->held, n);
    g_auto (Runs) elements = sort_marks (marks, n, FALSE);
    attri_json_text__open_array (json, "boxes");
    for (guint i = 0; i < n; i++) {
        const AttriSceneBox *box = attri_scene__box (scene, i);
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__string (json, "key", box->key);
        attri_json_text__string (json, "name", box->name);
        attri_json_text__number (json, "column", box->column);
        write_run (json, "holds", &held, i);
        write_run (json, "elements", &elements, i);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_lines (AttriJsonText *json, const AttriScene *scene, const GArray *marks)
{
    const guint n = scene->lines->len;
    g_auto (Runs) told = sort_traces (scene->told, n);
    g_auto (Runs) elements = sort_marks (marks, n, TRUE);
    attri_json_text__open_array (json, "lines");
    for (guint i = 0; i < n; i++) {
        const AttriSceneLine *line = attri_scene__line (scene, i);
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__number (json, "left", line->left);
        attri_json_text__number (json, "right", line->right);
        write_run (json, "edges", &told, i);
        write_run (json, "elements", &elements, i);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

/* A type or relation that is not ours is told by its own word. */
static const char *
or_itself (const char *word, const char *type, const char *known)
{
    return known[0] != '\0' ? word : type;
}

/* The type with what a reader calls it, the first time that it is met. */
static void
write_type (AttriJsonText *json, GTree *met, const char *type)
{
    if (g_tree_lookup_node (met, type) != NULL)
        return;
    g_tree_insert (met, (gpointer)type, NULL);
    const AttriTypeInfo *info = attri_type_info (type);
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "type", type);
    attri_json_text__string (json, "label", or_itself (info->label, type, info->type));
    attri_json_text__string (json, "plural", or_itself (info->plural, type, info->type));
    attri_json_text__close (json);
}

static void
write_relation (AttriJsonText *json, GTree *met, const char *type)
{
    if (g_tree_lookup_node (met, type) != NULL)
        return;
    g_tree_insert (met, (gpointer)type, NULL);
    const AttriRelationInfo *info = attri_relation_info (type);
    const char *forward = or_itself (info->forward, type, info->type);
    const char *backward = or_itself (info->backward, type, info->type);
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "type", type);
    attri_json_text__string (json, "forward", forward);
    attri_json_text__string (json, "backward", backward);
    attri_json_text__close (json);
}

/* The trees only tell what was met; the order is that of the graph. */
static void
write_words (AttriJsonText *json, const AttriGraph *graph)
{
    g_autoptr (GTree) types = g_tree_new_full (attri_text__compare, NULL, NULL, NULL);
    g_autoptr (GTree) relations = g_tree_new_full (attri_text__compare, NULL, NULL, NULL);
    attri_json_text__open_array (json, "types");
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        write_type (json, types, attri_graph_get_entity (graph, i)->type);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "relations");
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        write_relation (json, relations, attri_graph_get_edge (graph, i)->type);
    attri_json_text__close (json);
}

static void
write_graph (AttriJsonText *json, const AttriScene *scene, const AttriGraph *graph)
{
    attri_json_text__open_array (json, "entities");
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__entity_members (json, graph, i);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
    attri_json_text__open_array (json, "edges");
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__edge (json, graph, attri_graph_get_edge (graph, i));
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
    attri_json_text__open_array (json, "sources");
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__number (json, "number", g_array_index (scene->numbers, guint32, i));
        attri_json_text__source (json, graph, i);
        attri_json_text__change (json, attri_graph_get_source (graph, i)->change, NULL);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

/* Outside of strings JSON has none of these characters, and inside an escape means the same. */
static char *
escape_html (const char *text)
{
    GString *out = g_string_new (NULL);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '<' || *p == '>' || *p == '&')
            g_string_append_printf (out, "\\u%04x", (guint)*p);
        else
            g_string_append_c (out, *p);
    }
    return g_string_free (out, FALSE);
}

char *
attri_facts__write (const AttriPlan *plan, const AttriGraph *graph, const GArray *marks)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__view (json, attri_graph_get_stamp (graph));
    attri_json_text__tlp (json, plan->scene->tlp);
    attri_json_text__boolean (json, "compares", plan->scene->compares);
    write_words (json, graph);
    write_boxes (json, plan->scene, marks);
    write_lines (json, plan->scene, marks);
    write_graph (json, plan->scene, graph);
    attri_json_text__close (json);
    g_autofree char *text = attri_json_text__end (json);
    return escape_html (text);
}
