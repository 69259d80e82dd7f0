/* SPDX-License-Identifier: MIT
 *
 * layered.c: the picture without a focus: every entity a box, in columns by
 * longest path, every line with its verb. What layers.c folded is one box.
 */
#include "scene/layers.h"

#include <string.h>

#define MOST_NAMES 6 /* in a fold */

/* Relations inside the last column, which stand for chains deeper than it. */
static void
add_rows_inside (AttriMaker *m, guint32 entity)
{
    const AttriLayers *layers = m->layers;
    guint32 n, rows = 0;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 to = attri_graph_get_edge (m->graph, edges[i])->to;
        if (attri_maker__is_shown (m, edges[i]) && layers->columns[to] == layers->columns[entity] &&
            rows++ < m->room->panel_rows)
            attri_maker__claim_row (m, edges[i], entity);
    }
    if (rows > m->room->panel_rows)
        attri_maker__count_row (m, rows - m->room->panel_rows, "");
}

static void
add_box (AttriMaker *m, guint32 entity)
{
    AttriSceneBox box = attri_maker__box (m, entity, m->layers->columns[entity]);
    box.focus = attri_maker__is_member (m, entity);
    m->box_of[entity] = attri_scene__add_box (m->scene, &box);
    attri_maker__alias_rows (m, entity);
    attri_maker__own_rows (m, entity);
    add_rows_inside (m, entity);
}

/* "+ 17 tools" */
static const char *
fold_name (AttriMaker *m, const AttriLeaves *fold)
{
    static const char *const words[] = {
        [ATTRI_ROLE_OTHER] = "objects",       [ATTRI_ROLE_ACTOR] = "groups and campaigns",
        [ATTRI_ROLE_TOOL] = "tools",          [ATTRI_ROLE_TECHNIQUE] = "techniques",
        [ATTRI_ROLE_IDENTITY] = "identities", [ATTRI_ROLE_PLACE] = "places",
        [ATTRI_ROLE_SECTOR] = "sectors",
    };
    guint32 first = g_array_index (fold->leaves, guint32, 0);
    const char *type = attri_graph_get_entity (m->graph, first)->type;
    gboolean same = TRUE;
    for (guint i = 0; i < fold->leaves->len; i++)
        same &= g_str_equal (
            type,
            attri_graph_get_entity (m->graph, g_array_index (fold->leaves, guint32, i))->type);
    const char *word = same && attri_type_info (type)->type[0] != '\0'
                           ? attri_type_info (type)->plural
                           : words[attri_maker__role (m, first)];
    return attri_maker__format (m, "+ %u %s", fold->leaves->len, word);
}

static void
add_fold (AttriMaker *m, guint index)
{
    const AttriLeaves *fold = &g_array_index (m->layers->folds, AttriLeaves, index);
    guint32 first = g_array_index (fold->leaves, guint32, 0);
    const AttriEntity *entity = attri_graph_get_entity (m->graph, first);
    g_autofree char *key = attri_layers__fold_key (m, fold);
    AttriSceneBox box = {
        .key = attri_maker__format (m, "%s", key),
        .name = fold_name (m, fold),
        .detail = "without other relations",
        .icon = attri_phrase__icon (entity),
        .tone = attri_phrase__tone (entity),
        .rounded = attri_maker__role (m, first) == ATTRI_ROLE_ACTOR,
        .column = fold->column,
    };
    guint32 added = attri_scene__add_box (m->scene, &box);
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = 0; i < fold->leaves->len; i++) {
        guint32 leaf = g_array_index (fold->leaves, guint32, i);
        m->box_of[leaf] = added;
        if (i < MOST_NAMES)
            g_ptr_array_add (names, (char *)attri_maker__name (m, leaf));
    }
    if (fold->leaves->len > MOST_NAMES)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u more",
                                                             fold->leaves->len - MOST_NAMES));
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT,
                         .text = attri_maker__join (m, names),
                         .numbers = ""};
    attri_scene__add_row (m->scene, &row);
}

/* From left to right; in a column single boxes, then what folds. */
static void
add_boxes (AttriMaker *m)
{
    const AttriLayers *layers = m->layers;
    guint32 n = attri_graph_get_n_entities (m->graph);
    guint columns = 0;
    for (guint32 i = 0; i < n; i++)
        columns = MAX (columns, layers->columns[i] + 1);
    for (guint column = 0; column < columns; column++) {
        AttriSceneColumn empty = {.heading = "", .note = "", .verb = ""};
        g_array_append_val (m->scene->columns, empty);
        for (guint32 i = 0; i < n; i++) {
            if (layers->columns[i] == column && layers->has_edge[i] && !layers->hidden[i] &&
                layers->fold_of[i] == ATTRI_NONE)
                add_box (m, i);
        }
        for (guint i = 0; i < layers->folds->len; i++) {
            const AttriLeaves *fold = &g_array_index (layers->folds, AttriLeaves, i);
            if (fold->column == column && !layers->hidden[g_array_index (fold->leaves, guint32, 0)])
                add_fold (m, i);
        }
    }
}

static void
add_lines (AttriMaker *m)
{
    const AttriLayers *layers = m->layers;
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        guint32 left, right;
        if (!attri_maker__is_shown (m, e))
            continue;
        attri_layers__ends (m, layers, e, &left, &right);
        if (layers->columns[left] < layers->columns[right] && m->box_of[left] != ATTRI_NONE &&
            m->box_of[right] != ATTRI_NONE && layers->fold_of[left] == ATTRI_NONE &&
            layers->fold_of[right] == ATTRI_NONE)
            attri_maker__edge_line (m, e, layers->backwards[e],
                                    attri_maker__verb_from (m, e, left));
    }
}

/* What all edges of a fold say, as read from the left; or how many there are. */
static const char *
fold_verb (AttriMaker *m, const AttriLeaves *fold)
{
    const char *verb = NULL;
    for (guint i = 0; i < fold->edges->len; i++) {
        guint32 edge = g_array_index (fold->edges, guint32, i), left, right;
        attri_layers__ends (m, m->layers, edge, &left, &right);
        const char *next = attri_maker__verb_from (m, edge, left);
        if (verb != NULL && !g_str_equal (verb, next))
            return attri_maker__format (m, "%u relations", fold->edges->len);
        verb = next;
    }
    return verb;
}

static void
add_fold_lines (AttriMaker *m)
{
    for (guint i = 0; i < m->layers->folds->len; i++) {
        const AttriLeaves *fold = &g_array_index (m->layers->folds, AttriLeaves, i);
        guint32 box = m->box_of[g_array_index (fold->leaves, guint32, 0)];
        if (box == ATTRI_NONE)
            continue;
        gboolean hub_is_left = m->layers->columns[fold->hub] < fold->column;
        AttriSceneLine line = {
            .left = hub_is_left ? m->box_of[fold->hub] : box,
            .left_row = ATTRI_NONE,
            .right = hub_is_left ? box : m->box_of[fold->hub],
            .right_row = ATTRI_NONE,
            .label = fold_verb (m, fold),
        };
        attri_maker__bundle (m, fold->edges, line, G_MAXUINT, attri_maker__name (m, fold->hub),
                             attri_scene__box (m->scene, box)->name);
    }
}

static void
count_lone (AttriMaker *m)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        m->lone_entities += !m->layers->has_edge[i] && !attri_maker__is_left_out (m, i);
}

void
attri_maker__layered (AttriMaker *m)
{
    add_boxes (m);
    add_lines (m);
    add_fold_lines (m);
    count_lone (m);
    if (m->layers->n_hidden > 0)
        g_ptr_array_add (m->scene->notes, (gpointer)attri_maker__format (
                                              m, "%u entities with few relations are not drawn.",
                                              m->layers->n_hidden));
}
