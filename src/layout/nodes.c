/* SPDX-License-Identifier: MIT
 *
 * nodes.c: boxes and lanes as nodes. A line that crosses a column gets a lane
 * there, so that every piece of it joins neighbouring columns.
 */
#include "layout/work.h"

#define LANE_TALL 4

gboolean
work_is_vertical (const Work *w, guint32 index)
{
    const AttriSceneLine *line = attri_scene__line (w->scene, index);
    return attri_scene__box (w->scene, line->left)->column ==
           attri_scene__box (w->scene, line->right)->column;
}

gboolean
work_is_fixed (const Work *w, guint32 index)
{
    const WorkNode *node = work_node (w, index);
    return node->box != ATTRI_NONE && (node->held || w->scene->ordered);
}

static guint32
add_node (Work *w, guint column, guint32 box, guint32 line, int tall)
{
    WorkNode node = {.column = column, .box = box, .line = line, .tall = tall};
    g_array_append_val (w->nodes, node);
    guint32 index = w->nodes->len - 1;
    g_array_append_val (work_column (w, column)->nodes, index);
    return index;
}

void
work_make_nodes (Work *w)
{
    for (guint i = 0; i < w->scene->boxes->len; i++)
        work_box (w, i)->node = add_node (w, attri_scene__box (w->scene, i)->column, i, ATTRI_NONE,
                                          work_box (w, i)->tall);
    for (guint i = 0; i < w->scene->lines->len; i++) {
        const AttriSceneLine *scene_line = attri_scene__line (w->scene, i);
        WorkLine line = {.nodes = g_array_new (FALSE, FALSE, sizeof (guint32)),
                         .track = g_array_new (FALSE, TRUE, sizeof (guint))};
        guint32 left = work_box (w, scene_line->left)->node;
        guint32 right = work_box (w, scene_line->right)->node;
        g_array_append_val (line.nodes, left);
        guint last = work_node (w, right)->column;
        for (guint column = work_node (w, left)->column + 1; column < last; column++) {
            guint32 lane = add_node (w, column, ATTRI_NONE, i, LANE_TALL);
            g_array_append_val (line.nodes, lane);
        }
        g_array_append_val (line.nodes, right);
        g_array_set_size (line.track, line.nodes->len - 1);
        g_array_append_val (w->lines, line);
    }
}
