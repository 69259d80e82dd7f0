/* SPDX-License-Identifier: MIT
 *
 * test-layers.c: which picture a size gets, and what the layered one does when it is too much.
 */
#include "around.h"

#include <string.h>

static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    return builder;
}

/* A group `group-N` that uses @n tools of its own. */
static void
add_star (AttriGraphBuilder *builder, guint number, guint n)
{
    g_autofree char *group = g_strdup_printf ("group-%02u", number);
    add_entity (builder, group, "intrusion-set", group);
    for (guint i = 0; i < n; i++) {
        g_autofree char *tool = g_strdup_printf ("kit-%02u-%02u", number, i);
        add_tool (builder, tool, tool, NULL, 0);
        add_claim (builder, group, "uses", tool, "report");
    }
}

static AttriScene *
make_view (AttriGraphBuilder *builder, AttriSceneView view, guint fold)
{
    g_autoptr (AttriGraph) graph = end_around (builder, NULL);
    return attri_scene_new (graph, &(AttriSceneOptions){.view = view, .fold = fold});
}

static gboolean
has_note (const AttriScene *scene, const char *text)
{
    for (guint i = 0; i < scene->notes->len; i++) {
        if (g_str_equal (g_ptr_array_index (scene->notes, i), text))
            return TRUE;
    }
    return FALSE;
}

/* Fourteen below each other are a column, fifteen a list. */
static void
test_fold (void)
{
    for (guint n = 14; n <= 15; n++) {
        AttriGraphBuilder *builder = begin ();
        add_star (builder, 0, n);
        g_autoptr (AttriScene) scene = make_view (builder, ATTRI_SCENE_VIEW_AUTO, 0);
        g_assert_cmpuint (scene->boxes->len, ==, n == 14 ? 15 : 2);
        if (n == 14)
            continue;
        const AttriSceneBox *fold = attri_scene__box (scene, 1);
        g_assert_cmpstr (fold->name, ==, "+ 15 malware");
        g_assert_cmpstr (attri_scene__row (scene, fold->rows.first)->text, ==,
                         "kit-00-00, kit-00-01, kit-00-02, kit-00-03, kit-00-04, kit-00-05 and 9 "
                         "more");
        const AttriSceneLine *line = attri_scene__line (scene, 0);
        g_assert_cmpstr (line->label, ==, "uses");
        g_assert_cmpstr (line->numbers, ==, "[1]");
        g_assert_cmpuint (scene->lines->len, ==, 1);
    }
}

/* Only what hangs on one box folds, by kind, and never two or what the user asked for. */
static void
test_what_folds (void)
{
    AttriGraphBuilder *builder = begin ();
    add_star (builder, 0, 12);
    add_star (builder, 1, 2);
    add_tool (builder, "shared", "Shared", NULL, 0);
    add_claim (builder, "group-00", "uses", "shared", "report");
    add_claim (builder, "group-01", "uses", "shared", "report");
    for (guint i = 0; i < 3; i++) {
        g_autofree char *sector = g_strdup_printf ("sector-%u", i);
        add_entity (builder, sector, "sector", sector);
        add_claim (builder, "group-01", i == 0 ? "targets" : "related-to", sector, "report");
    }
    g_autoptr (AttriScene) scene = make_view (builder, ATTRI_SCENE_VIEW_AUTO, 0);
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < scene->boxes->len; i++)
        g_string_append_printf (names, "%s|", attri_scene__box (scene, i)->name);
    g_assert_cmpstr (names->str, ==,
                     "group-00|group-01|kit-01-00|kit-01-01|Shared|+ 12 malware|+ 3 sectors|");
    g_assert_cmpstr (attri_scene__line (scene, scene->lines->len - 1)->label, ==, "3 relations");
}

/* Forty stars are too many boxes even folded; if any two share a tool it becomes a matrix, else
 * what has fewest relations is left out and counted. */
static void
test_too_many (void)
{
    for (guint shares = 0; shares < 2; shares++) {
        AttriGraphBuilder *builder = begin ();
        for (guint i = 0; i < 40; i++)
            add_star (builder, i, 5 + i % 3);
        if (shares)
            add_claim (builder, "group-01", "uses", "kit-00-00", "report");
        g_autoptr (AttriScene) scene = make_view (builder, ATTRI_SCENE_VIEW_AUTO, 0);
        g_assert_cmpint (scene->matrix, ==, shares == 1);
        if (shares)
            continue;
        guint drawn = 0;
        for (guint i = 0; i < scene->boxes->len; i++)
            drawn += g_str_has_prefix (attri_scene__box (scene, i)->key, "group");
        g_assert_cmpuint (drawn, ==, 14);
        g_assert_cmpuint (scene->boxes->len, ==, 28);
        /* 40 groups with 239 tools; of those drawn, 13 use seven and one six. */
        g_assert_true (has_note (scene, "168 entities with few relations are not drawn."));
    }
}

/* Who asks for layers gets them, and who asks for a matrix. */
static void
test_asked (void)
{
    for (AttriSceneView view = ATTRI_SCENE_VIEW_LAYERED; view <= ATTRI_SCENE_VIEW_MATRIX; view++) {
        AttriGraphBuilder *large = begin (), *small = begin ();
        for (guint i = 0; i < 40; i++)
            add_star (large, i, 6);
        add_claim (large, "group-01", "uses", "kit-00-00", "report");
        add_star (small, 0, 1);
        add_star (small, 1, 1);
        add_claim (small, "group-01", "uses", "kit-00-00", "report");
        g_autoptr (AttriScene) one = make_view (large, view, 0);
        g_autoptr (AttriScene) other = make_view (small, view, 0);
        g_assert_cmpint (one->matrix, ==, view == ATTRI_SCENE_VIEW_MATRIX);
        g_assert_cmpint (other->matrix, ==, view == ATTRI_SCENE_VIEW_MATRIX);
        g_assert_cmpuint (one->boxes->len, <=, 48);
    }
}

/* Four foci stand in a column; five are asked as a question of who shares what. */
static void
test_foci (void)
{
    for (guint n = 4; n <= 5; n++) {
        AttriGraphBuilder *builder = begin ();
        for (guint i = 0; i < 5; i++)
            add_star (builder, i, 1);
        for (guint i = 1; i < 5; i++) {
            g_autofree char *group = g_strdup_printf ("group-%02u", i);
            add_claim (builder, group, "uses", "kit-00-00", "report");
        }
        const char *focus[] = {"group-00", "group-01", "group-02", "group-03", "group-04", NULL};
        focus[n] = NULL;
        g_auto (AttriViewReport) report = {0};
        g_autoptr (GError) error = NULL;
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autoptr (AttriGraph) view =
            attri_view_select (graph, &(AttriSelection){.focus = focus, .hops = 2}, &report,
                               &error);
        g_assert_no_error (error);
        g_autoptr (AttriScene) scene = attri_scene_new (view, NULL);
        g_assert_cmpint (scene->matrix, ==, n == 5);
    }
}

/* On a page of fixed size the matrix is the last way to make it smaller. */
static void
test_page (void)
{
    for (guint fold = 0; fold <= ATTRI_SCENE_MOST_FOLD; fold++) {
        AttriGraphBuilder *builder = begin ();
        add_star (builder, 0, 3);
        add_star (builder, 1, 1);
        add_claim (builder, "group-01", "uses", "kit-00-00", "report");
        g_autoptr (AttriScene) scene = make_view (builder, ATTRI_SCENE_VIEW_AUTO, fold);
        g_assert_cmpint (scene->matrix, ==, fold == ATTRI_SCENE_MOST_FOLD);
    }
}

/* A chain longer than there are columns ends in rows, of which not all are told. */
static void
test_rows_inside (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 14; i++) {
        g_autofree char *id = g_strdup_printf ("x-%02u", i);
        g_autofree char *last = g_strdup_printf ("x-%02u", i - 1);
        add_entity (builder, id, "infrastructure", id);
        if (i > 0)
            add_claim (builder, last, "controls", id, "report");
    }
    for (guint i = 0; i < 9; i++) {
        g_autofree char *id = g_strdup_printf ("y-%02u", i);
        add_entity (builder, id, "infrastructure", id);
        add_claim (builder, "x-13", "controls", id, "report");
    }
    g_autoptr (AttriScene) scene = make_view (builder, ATTRI_SCENE_VIEW_AUTO, 0);
    for (guint i = 0; i < scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (scene, i);
        if (!g_str_equal (box->key, "x-13"))
            continue;
        g_assert_cmpuint (box->rows.count, ==, 9);
        g_assert_cmpstr (attri_scene__row (scene, box->rows.first + 8)->text, ==, "and 1 more");
        return;
    }
    g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/layers/fold", test_fold);
    g_test_add_func ("/scene/layers/what-folds", test_what_folds);
    g_test_add_func ("/scene/layers/too-many", test_too_many);
    g_test_add_func ("/scene/layers/asked", test_asked);
    g_test_add_func ("/scene/layers/foci", test_foci);
    g_test_add_func ("/scene/layers/page", test_page);
    g_test_add_func ("/scene/layers/rows-inside", test_rows_inside);
    return g_test_run ();
}
