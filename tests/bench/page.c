/* SPDX-License-Identifier: MIT
 *
 * page N: writes to standard output a page to explore of N boxes, each really drawn, and a line for
 * each claim between them, for pages.mjs to move. The program itself would fold so many.
 */
#include <attrigraph/attrigraph.h>

#include "layout/plan-private.h"
#include "scene/scene-private.h"

#include <stdio.h>
#include <stdlib.h>

#define TALL 40 /* boxes in a column */

/* Groups and malware by turns. */
static gboolean
is_group (guint box)
{
    return box / TALL % 2 == 0;
}

static char *
make_id (guint box)
{
    return g_strdup_printf ("%s-%u", is_group (box) ? "group" : "malware", box);
}

static void
add_use (AttriGraphBuilder *builder, guint left, guint right)
{
    const AttriCitationDraft citation = {.source = "report", .pointer = ""};
    g_autofree char *from = make_id (is_group (left) ? left : right);
    g_autofree char *to = make_id (is_group (left) ? right : left);
    AttriStatementDraft statement = {
        .row = {.type = "uses",
                .confidence = -1,
                .hedge = left % 3 == 0 ? ATTRI_HEDGE_ASSESSED : ATTRI_HEDGE_STATED},
        .from = from,
        .to = to,
        .citations = &citation,
        .n_citations = 1,
        .pointer = "",
    };
    attri_graph_builder_add_statement (builder, &statement);
}

/* Every box has a neighbour in the next column, every second one two. */
static AttriGraph *
make_graph (guint n)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    AttriSourceDraft source = {
        .row = {.id = "report", .title = "A made-up report", .publisher = "Nobody"}};
    attri_graph_builder_add_source (builder, &source);
    for (guint i = 0; i < n; i++) {
        g_autofree char *id = make_id (i);
        g_autofree char *name = g_strdup_printf ("%s %u", is_group (i) ? "Panda" : "Backdoor", i);
        AttriEntityDraft entity = {
            .row = {.id = id, .type = is_group (i) ? "intrusion-set" : "malware", .name = name}};
        attri_graph_builder_add_entity (builder, &entity);
    }
    for (guint i = 0; i + TALL < n; i++) {
        add_use (builder, i, i + TALL);
        if (i % 2 == 0 && i + TALL + 1 < n && i / TALL == (i + 1) / TALL)
            add_use (builder, i, i + TALL + 1);
    }
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

/* A box's place in a picture of columns; entities of the graph are sorted by id. */
static guint
place_of (const AttriGraph *graph, guint32 entity)
{
    const char *id = attri_graph_get_entity (graph, entity)->id;
    return (guint)g_ascii_strtoull (strchr (id, '-') + 1, NULL, 10);
}

static void
add_boxes (AttriScene *scene, const AttriGraph *graph, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *id = make_id (i);
        guint32 entity = attri_graph_find_entity (graph, id);
        const AttriSceneBox box = {
            .key = attri_scene__keep (scene, id),
            .name = attri_scene__keep (scene, attri_graph_get_entity (graph, entity)->name),
            .detail = is_group (i) ? "threat group" : "malware",
            .icon = is_group (i) ? ATTRI_ICON_GROUP : ATTRI_ICON_MALWARE,
            .tone = is_group (i) ? ATTRI_TONE_ACTOR : ATTRI_TONE_MALWARE,
            .rounded = is_group (i),
            .column = i / TALL,
        };
        attri_scene__hold (scene, attri_scene__add_box (scene, &box), entity);
    }
}

static void
add_lines (AttriScene *scene, const AttriGraph *graph)
{
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        const guint a = place_of (graph, edge->from), b = place_of (graph, edge->to);
        const AttriSceneLine line = {
            .left = MIN (a, b),
            .right = MAX (a, b),
            .left_row = ATTRI_NONE,
            .right_row = ATTRI_NONE,
            .firmness = MIN (a, b) % 3 == 0 ? ATTRI_FIRMNESS_ASSESSED : ATTRI_FIRMNESS_STATED,
            .numbers = "[1]",
            .about = "",
        };
        attri_scene__add_line (scene, &line);
        attri_scene__tell (scene, i);
    }
}

static AttriScene *
make_scene (const AttriGraph *graph, guint n)
{
    AttriScene *scene = attri_scene__new_empty ();
    const AttriSceneColumn column = {.heading = "", .note = "", .verb = ""};
    for (guint i = 0; i < n; i += TALL)
        g_array_append_val (scene->columns, column);
    add_boxes (scene, graph, n);
    add_lines (scene, graph);
    scene->title = "A thousand made-up boxes";
    scene->subtitle = scene->text = scene->key = "";
    scene->tlp_text = "TLP:CLEAR";
    scene->tlp = ATTRI_TLP_CLEAR;
    const guint32 number = 1;
    g_array_append_val (scene->numbers, number);
    return scene;
}

int
main (int argc, char **argv)
{
    const guint n = argc == 2 ? (guint)strtoul (argv[1], NULL, 10) : 0;
    if (n == 0) {
        g_printerr ("usage: bench-page N\n");
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = make_graph (n);
    g_autoptr (AttriScene) scene = make_scene (graph, n);
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, &error);
    if (plan == NULL) {
        g_printerr ("bench-page: %s\n", error->message);
        return 1;
    }
    g_autoptr (GBytes) page = attri_draw_html (plan, graph, NULL);
    gsize size;
    const void *bytes = g_bytes_get_data (page, &size);
    return fwrite (bytes, 1, size, stdout) == size ? 0 : 1;
}
