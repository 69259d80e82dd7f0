/* SPDX-License-Identifier: MIT
 *
 * folds.c: boxes that stand for many tools, and lines that stand for many edges.
 * What a box hides it counts and begins to name; what a line hides it counts.
 */
#include "scene/maker.h"

static void
fold_clear (gpointer data)
{
    g_array_unref (((AttriFold *)data)->tools);
}

GArray *
attri_maker__new_folds (void)
{
    GArray *folds = g_array_new (FALSE, FALSE, sizeof (AttriFold));
    g_array_set_clear_func (folds, fold_clear);
    return folds;
}

GArray *
attri_maker__add_fold (AttriMaker *m, guint32 box)
{
    AttriFold fold = {box, g_array_new (FALSE, FALSE, sizeof (guint32))};
    g_array_append_val (m->folds, fold);
    return fold.tools;
}

const AttriFold *
attri_maker__find_fold (const AttriMaker *m, guint32 box)
{
    for (guint i = 0; i < m->folds->len; i++) {
        const AttriFold *fold = &g_array_index (m->folds, AttriFold, i);
        if (fold->box == box)
            return fold;
    }
    return NULL;
}

/* Every edge is said at least as firmly as the line is drawn. */
void
attri_maker__bundle (AttriMaker *m, const GArray *edges, AttriSceneLine line, guint most_numbers,
                     const char *who, const char *what)
{
    const guint32 *indexes = (const guint32 *)edges->data;
    line.firmness = ATTRI_FIRMNESS_STATED;
    for (guint i = 0; i < edges->len; i++) {
        line.firmness = MAX (line.firmness, attri_maker__firmness (m, &indexes[i], 1));
        attri_maker__drawn (m, indexes[i]);
    }
    line.numbers =
        attri_maker__few_numbers (m, indexes, edges->len, MIN (m->most_numbers, most_numbers));
    line.change = attri_maker__change (m, indexes, edges->len);
    line.about = attri_maker__format (m, "%s %s: %s", who, what, line.numbers);
    attri_scene__add_line (m->scene, &line);
    for (guint i = 0; i < edges->len; i++)
        attri_scene__tell (m->scene, indexes[i]);
}

/* One line from an actor to a fold for all it uses of it. */
static void
add_line_to_fold (AttriMaker *m, guint32 actor, const AttriFold *fold, gboolean actor_is_left)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *outgoing = attri_graph_get_outgoing (m->graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 tool = attri_graph_get_edge (m->graph, outgoing[i])->to;
        if (attri_maker__is_shown (m, outgoing[i]) && m->box_of[tool] == fold->box &&
            attri_maker__relation (m, outgoing[i]) == ATTRI_RELATION_TOOLING)
            g_array_append_val (edges, outgoing[i]);
    }
    if (edges->len == 0)
        return;
    AttriSceneLine line = {
        .left = actor_is_left ? m->box_of[actor] : fold->box,
        .left_row = ATTRI_NONE,
        .right = actor_is_left ? fold->box : m->box_of[actor],
        .right_row = ATTRI_NONE,
    };
    if (edges->len < fold->tools->len)
        line.label = attri_maker__format (m, "%u of %u", edges->len, fold->tools->len);
    attri_maker__bundle (m, edges, line, m->room->brief ? 1 : G_MAXUINT,
                         attri_maker__name (m, actor),
                         attri_maker__format (m, "uses %u of these", edges->len));
}

static void
add_lines_to_folds (AttriMaker *m, guint32 actor, gboolean actor_is_left)
{
    for (guint i = 0; i < m->folds->len; i++)
        add_line_to_fold (m, actor, &g_array_index (m->folds, AttriFold, i), actor_is_left);
}

void
attri_maker__actor_lines (AttriMaker *m, guint32 actor, gboolean actor_is_left)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, actor, &n[0]),
                               attri_graph_get_incoming (m->graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            guint32 tool = side == 0 ? edge->to : edge->from;
            if (tool == ATTRI_NONE || !attri_maker__is_shown (m, edges[side][i]) ||
                !m->is_told[tool] || attri_maker__find_fold (m, m->box_of[tool]) != NULL)
                continue;
            gboolean plain =
                side == 0 && attri_maker__relation (m, edges[side][i]) == ATTRI_RELATION_TOOLING;
            const char *label =
                plain ? NULL
                      : attri_maker__verb_from (m, edges[side][i], actor_is_left ? actor : tool);
            attri_maker__edge_line (m, edges[side][i], (side == 0) != actor_is_left, label);
        }
    }
    add_lines_to_folds (m, actor, actor_is_left);
}
