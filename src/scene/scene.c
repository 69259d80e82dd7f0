/* SPDX-License-Identifier: MIT
 *
 * scene.c: the life of a scene, and the order in which one is made.
 * In:  the graph of a view. Out: an AttriScene that needs the graph no more.
 */
#include "base/text-private.h"
#include "scene/maker.h"

#include <string.h>

AttriScene *
attri_scene__new_empty (void)
{
    AttriScene *self = g_atomic_rc_box_new0 (AttriScene);
    self->pool = g_string_chunk_new (4096);
    self->columns = g_array_new (FALSE, TRUE, sizeof (AttriSceneColumn));
    self->boxes = g_array_new (FALSE, TRUE, sizeof (AttriSceneBox));
    self->rows = g_array_new (FALSE, TRUE, sizeof (AttriSceneRow));
    self->lines = g_array_new (FALSE, TRUE, sizeof (AttriSceneLine));
    self->legend = g_array_new (FALSE, TRUE, sizeof (AttriSceneLegend));
    self->sources = g_array_new (FALSE, TRUE, sizeof (AttriSceneSource));
    self->notes = g_ptr_array_new ();
    self->title = self->subtitle = self->text = self->tlp_text = self->key = "";
    return self;
}

static void
scene_clear (gpointer data)
{
    AttriScene *self = data;
    g_string_chunk_free (self->pool);
    g_array_unref (self->columns);
    g_array_unref (self->boxes);
    g_array_unref (self->rows);
    g_array_unref (self->lines);
    g_array_unref (self->legend);
    g_array_unref (self->sources);
    g_ptr_array_unref (self->notes);
}

AttriScene *
attri_scene_ref (AttriScene *self)
{
    return g_atomic_rc_box_acquire (self);
}

void
attri_scene_unref (AttriScene *self)
{
    g_atomic_rc_box_release_full (self, scene_clear);
}

const char *
attri_scene_get_title (const AttriScene *self)
{
    return self->title;
}

const char *
attri_scene_get_text (const AttriScene *self)
{
    return self->text;
}

const char *
attri_scene__keep (AttriScene *self, const char *text)
{
    g_autofree char *visible = attri_text__make_visible (text);
    return g_string_chunk_insert (self->pool, visible);
}

guint32
attri_scene__add_box (AttriScene *self, const AttriSceneBox *box)
{
    AttriSceneBox copy = *box;
    copy.rows = (AttriRange){self->rows->len, 0};
    g_array_append_val (self->boxes, copy);
    return self->boxes->len - 1;
}

guint32
attri_scene__add_row (AttriScene *self, const AttriSceneRow *row)
{
    AttriSceneBox *box = attri_scene__box (self, self->boxes->len - 1);
    g_array_append_val (self->rows, *row);
    box->rows.count++;
    return self->rows->len - 1;
}

void
attri_scene__add_line (AttriScene *self, const AttriSceneLine *line)
{
    g_array_append_val (self->lines, *line);
}

/* Everything that is remembered between the two makings, but not the numbers. */
static void
reset (AttriMaker *m)
{
    guint32 n_entities = attri_graph_get_n_entities (m->graph);
    g_clear_pointer (&m->scene, attri_scene_unref);
    m->scene = attri_scene__new_empty ();
    memset (m->edge_drawn, 0, attri_graph_get_n_edges (m->graph));
    for (guint32 i = 0; i < n_entities; i++)
        m->box_of[i] = m->row_of[i] = ATTRI_NONE;
    memset (m->hedge_used, 0, sizeof m->hedge_used);
    m->dispute_used = FALSE;
    m->caption_used = FALSE;
    m->bar_of = 0;
    m->lone_entities = 0;
    m->fold_box = ATTRI_NONE;
    g_array_set_size (m->folded_tools, 0);
    g_array_set_size (m->availability_claims, 0);
    g_array_set_size (m->prevalence_claims, 0);
}

static void
make (AttriMaker *m)
{
    reset (m);
    AttriSceneView view = m->options->view;
    gboolean centred =
        m->members->len > 0 &&
        attri_maker__role (m, g_array_index (m->members, guint32, 0)) == ATTRI_ROLE_ACTOR;
    if (centred && view != ATTRI_SCENE_VIEW_LAYERED)
        attri_maker__columns (m);
    else
        attri_maker__layered (m);
    attri_maker__legend (m);
    attri_maker__sources (m);
    attri_maker__title (m);
    attri_maker__marks (m);
    attri_maker__aloud (m);
}

/* The foci, then whatever an asserted claim equates with one of them. */
static GArray *
find_members (const AttriGraph *graph)
{
    const AttriStamp *stamp = attri_graph_get_stamp (graph);
    GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < stamp->focus.count; i++) {
        guint32 focus = attri_graph_get_index_at (graph, stamp->focus.first + i);
        g_array_append_val (members, focus);
    }
    for (guint i = 0; i < members->len; i++) {
        guint32 member = g_array_index (members, guint32, i);
        for (guint32 e = 0; e < attri_graph_get_n_edges (graph); e++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, e);
            if (edge->to == ATTRI_NONE || !edge->asserted ||
                !attri_relation_info (edge->type)->equates)
                continue;
            if (edge->from != member && edge->to != member)
                continue;
            guint32 other = edge->from == member ? edge->to : edge->from;
            gboolean known = FALSE;
            for (guint j = 0; j < members->len; j++)
                known |= g_array_index (members, guint32, j) == other;
            if (!known)
                g_array_append_val (members, other);
        }
    }
    return members;
}

AttriScene *
attri_scene_new (const AttriGraph *graph, const AttriSceneOptions *options)
{
    g_return_val_if_fail (graph != NULL, NULL);

    static const AttriSceneOptions defaults = {0};
    guint32 n_entities = attri_graph_get_n_entities (graph);
    AttriMaker m = {
        .graph = graph,
        .options = options != NULL ? options : &defaults,
        .edge_drawn = g_new0 (guint8, attri_graph_get_n_edges (graph) + 1),
        .box_of = g_new0 (guint32, n_entities),
        .row_of = g_new0 (guint32, n_entities),
        .availability_claims = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .prevalence_claims = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .folded_tools = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .members = find_members (graph),
        .overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_overlap_free),
    };
    attri_numbering__init (&m.numbering, graph);
    for (guint i = 0; i < m.members->len; i++)
        g_ptr_array_add (m.overlaps,
                         attri_query_overlap (graph, m.options->census,
                                              g_array_index (m.members, guint32, i), 0));
    make (&m);
    attri_numbering__deal (&m.numbering, graph);
    make (&m);

    attri_numbering__clear (&m.numbering);
    g_free (m.edge_drawn);
    g_free (m.box_of);
    g_free (m.row_of);
    g_array_unref (m.availability_claims);
    g_array_unref (m.prevalence_claims);
    g_array_unref (m.folded_tools);
    g_array_unref (m.members);
    g_ptr_array_unref (m.overlaps);
    return m.scene;
}
