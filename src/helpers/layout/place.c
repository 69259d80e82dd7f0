/* SPDX-License-Identifier: MIT
 *
 * place.c: the one file that speaks to Graphviz.
 * In:  a checked request; nothing in it is text.
 * Out: whole pixels, checked against the columns that were asked for.
 *
 * Nothing is freed: the process ends right after, and gvFreeLayout() aborts on
 * a graph whose layout failed. Lengths: a pixel is a point is 1/72 inch, and
 * Graphviz wants inches but keeps coordinates in points, y upwards.
 */
#include "helpers/layout/place.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

/* Last: it defines the keyword `extern` away. */
#include <graphviz/gvc.h>

/* Exported by the two plug-ins, declared in none of their headers. */
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;

/* Nothing that Graphviz says is for the asker: the check below decides. Without
 * this it would print, or keep its words in a temporary file. */
static int
hear_nothing (char *message)
{
    (void)message;
    return 0;
}

/* cgraph takes strings as writable and copies them. */
static void
set (void *object, const char *name, const char *value)
{
    agsafeset (object, (char *)name, (char *)value, (char *)"");
}

/* Inches to six places, exact enough that Graphviz rounds back to the same
 * number of points. */
static void
set_length (void *object, const char *name, int pixels)
{
    const int millionths = (int)((pixels * 1000000LL + 36) / 72);
    char inches[32];

    snprintf (inches, sizeof inches, "%d.%06d", millionths / 1000000, millionths % 1000000);
    set (object, name, inches);
}

static graph_t *
new_graph (const AttriRequest *request)
{
    graph_t *graph = agopen ((char *)"plan", Agdirected, NULL);

    set (graph, "rankdir", "LR");
    set (graph, "newrank", "true");
    set (graph, "splines", "none");
    /* Bounds the work by size, so that no clock has to. */
    set (graph, "nslimit", "1");
    set (graph, "nslimit1", "1");
    set (graph, "mclimit", "0.3");
    set_length (graph, "ranksep", request->ranksep);
    set_length (graph, "nodesep", request->nodesep);
    return graph;
}

/* One node for each of the request, in its order, on which the result depends.
 * The columns are plain subgraphs: as clusters they would leak and interfere. */
static void
add_nodes (graph_t *graph, const AttriRequest *request, node_t **nodes)
{
    for (int i = 0; i < request->n_nodes; i++) {
        char name[16];
        graph_t *column;

        snprintf (name, sizeof name, "%d", i);
        nodes[i] = agnode (graph, name, 1);
        set (nodes[i], "shape", "box");
        set (nodes[i], "label", "");
        set (nodes[i], "fixedsize", "true");
        set_length (nodes[i], "width", request->nodes[i].width);
        set_length (nodes[i], "height", request->nodes[i].height);

        snprintf (name, sizeof name, "column%d", request->nodes[i].column);
        column = agsubg (graph, name, 1);
        set (column, "rank", "same");
        agsubnode (column, nodes[i], 1);
    }
}

/* Columns that no edge joins would all become the leftmost: their first nodes
 * are joined by an edge that pulls at nothing. */
static void
join_columns (graph_t *graph, const AttriRequest *request, node_t **nodes)
{
    bool joined[ATTRI_WIRE_NODES_MAX] = {false};
    node_t *first[ATTRI_WIRE_NODES_MAX] = {NULL};

    for (int i = 0; i < request->n_edges; i++)
        joined[request->nodes[request->edges[i].a].column] = true;
    for (int i = 0; i < request->n_nodes; i++) {
        if (first[request->nodes[i].column] == NULL)
            first[request->nodes[i].column] = nodes[i];
    }
    for (int column = 0; column + 1 < request->n_columns; column++) {
        if (!joined[column])
            set (agedge (graph, first[column], first[column + 1], NULL, 1), "weight", "0");
    }
}

static void
add_edges (graph_t *graph, const AttriRequest *request, node_t **nodes)
{
    /* Declared before the first edge, so that only weightless ones differ. */
    agattr (graph, AGEDGE, (char *)"weight", (char *)"1");
    for (int i = 0; i < request->n_edges; i++)
        agedge (graph, nodes[request->edges[i].a], nodes[request->edges[i].b], NULL, 1);
    join_columns (graph, request, nodes);
    /* A hint that dot often follows; without any it fails on some graphs while
     * it fills its ranks. */
    for (int i = 0; i < request->n_orders; i++)
        agedge (graph, nodes[request->orders[i].a], nodes[request->orders[i].b], NULL, 1);
}

/* Into whole pixels from the top left corner of the outermost boxes. */
static void
read_places (const AttriRequest *request, node_t **nodes, AttriPlaced *places)
{
    double left = INFINITY;
    double top = -INFINITY;

    for (int i = 0; i < request->n_nodes; i++) {
        left = fmin (left, ND_coord (nodes[i]).x - request->nodes[i].width / 2.0);
        top = fmax (top, ND_coord (nodes[i]).y + request->nodes[i].height / 2.0);
    }
    for (int i = 0; i < request->n_nodes; i++) {
        places[i].x = (int)floor (ND_coord (nodes[i]).x - left + 0.5);
        places[i].y = (int)floor (top - ND_coord (nodes[i]).y + 0.5);
    }
}

/* gvLayout() can say that all is well and leave nodes where they were. */
static bool
is_in_columns (const AttriRequest *request, const AttriPlaced *places)
{
    int x[ATTRI_WIRE_NODES_MAX];

    for (int column = 0; column < request->n_columns; column++)
        x[column] = -1;
    for (int i = 0; i < request->n_nodes; i++) {
        int *of_column = &x[request->nodes[i].column];

        if (*of_column == -1)
            *of_column = places[i].x;
        if (*of_column != places[i].x)
            return false;
    }
    for (int column = 1; column < request->n_columns; column++) {
        if (x[column] <= x[column - 1])
            return false;
    }
    return true;
}

bool
attri_place__with_dot (const AttriRequest *request, AttriPlaced *places)
{
    lt_symlist_t plugins[] = {
        {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {NULL, NULL},
    };
    node_t *nodes[ATTRI_WIRE_NODES_MAX];
    GVC_t *context;
    graph_t *graph;

    agseterrf (hear_nothing);
    context = gvContextPlugins (plugins, 0);
    graph = new_graph (request);
    add_nodes (graph, request, nodes);
    add_edges (graph, request, nodes);
    if (gvLayout (context, graph, "dot") != 0)
        return false;
    read_places (request, nodes, places);
    return is_in_columns (request, places);
}
