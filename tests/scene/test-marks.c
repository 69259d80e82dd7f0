/* SPDX-License-Identifier: MIT
 *
 * test-marks.c: what a diff marks, as a scene: a group and its tool are new, a claim is firmer,
 * another is gone, and the rest is as before.
 */
#include "around.h"
#include "support/golden.h"

#include <attrigraph/diff.h>

static AttriGraph *
make_graph (gboolean newer)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "report", "Fox Watch", (AttriDate){2021, 7, 8});
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "den", "malware", "Den");
    add_entity (builder, "pit", "malware", "Pit");
    add_hedged (builder, "fox", "uses", "den", "report",
                newer ? ATTRI_HEDGE_STATED : ATTRI_HEDGE_SUSPECTED);
    if (!newer)
        add_hedged (builder, "fox", "uses", "pit", "report", ATTRI_HEDGE_STATED);
    if (newer) {
        add_report (builder, "news", "Hen News", (AttriDate){2022, 1, 2});
        add_entity (builder, "wolf", "intrusion-set", "Wolf");
        add_hedged (builder, "wolf", "uses", "den", "news", ATTRI_HEDGE_STATED);
    }
    return end_around (builder, "fox");
}

static void
test_marks (void)
{
    g_autoptr (AttriGraph) before = make_graph (FALSE);
    g_autoptr (AttriGraph) after = make_graph (TRUE);
    g_autoptr (AttriDiff) diff = attri_diff_new (before, after, FALSE);
    g_autoptr (AttriScene) scene = attri_scene_new (attri_diff_get_graph (diff), NULL);
    g_autofree char *dump = attri_scene__dump (scene);

    attri_golden_check ("scene/marks.scene", dump);
    attri_golden_check ("scene/marks.txt", attri_scene_get_text (scene));
}

/* Without a diff nothing is marked. */
static void
test_none (void)
{
    g_autoptr (AttriGraph) view = make_graph (TRUE);
    g_autoptr (AttriScene) scene = attri_scene_new (view, NULL);

    g_assert_false (scene->compares);
    for (guint i = 0; i < scene->boxes->len; i++)
        g_assert_cmpint (attri_scene__box (scene, i)->change, ==, ATTRI_CHANGE_NONE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scene/marks/diff", test_marks);
    g_test_add_func ("/scene/marks/none", test_none);
    return g_test_run ();
}
