/* SPDX-License-Identifier: MIT
 *
 * consumer.c: somebody else's program. Two groups, one tool; it prints which
 * engine placed them and how many bytes the painted picture has, and so needs
 * both helpers.
 */
#include <attrigraph/attrigraph.h>

#include <stdio.h>
#include <string.h>

static void
add_entity (AttriGraphBuilder *builder, const char *id, const char *type)
{
    const AttriEntityDraft entity = {.row = {.id = id, .type = type, .name = id}};

    attri_graph_builder_add_entity (builder, &entity);
}

static void
add_use (AttriGraphBuilder *builder, const char *from)
{
    const AttriCitationDraft citation = {.source = "report", .pointer = ""};
    const AttriStatementDraft statement = {
        .row = {.type = "uses", .confidence = -1},
        .from = from,
        .to = "tool",
        .citations = &citation,
        .n_citations = 1,
        .pointer = "",
    };

    attri_graph_builder_add_statement (builder, &statement);
}

static AttriGraph *
make_graph (GError **error)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const AttriSourceDraft source = {
        .row = {.id = "report", .title = "A report", .publisher = "Somebody"}};

    attri_graph_builder_add_source (builder, &source);
    add_entity (builder, "one", "intrusion-set");
    add_entity (builder, "other", "intrusion-set");
    add_entity (builder, "tool", "malware");
    add_use (builder, "one");
    add_use (builder, "other");
    return attri_graph_builder_end (builder, findings, error);
}

static GBytes *
draw (AttriGraph *graph, GError **error)
{
    g_autoptr (AttriScene) scene = attri_scene_new (graph, NULL);
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, error);
    g_autoptr (GBytes) svg = NULL;
    g_autofree char *dump = NULL;

    if (plan == NULL)
        return NULL;
    dump = attri_plan_dump (plan);
    printf ("placed by %s\n", strstr (dump, " dot\n") != NULL ? "dot" : "another");
    svg = attri_draw_svg (plan, NULL);
    return attri_draw_png (svg, 100, error);
}

int
main (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = make_graph (&error);
    g_autoptr (GBytes) png = graph != NULL ? draw (graph, &error) : NULL;

    if (png == NULL) {
        fprintf (stderr, "%s\n", error->message);
        return 2;
    }
    printf ("painted %s\n", g_bytes_get_size (png) > 1000 ? "well" : "little");
    return 0;
}
