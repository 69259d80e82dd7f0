/* SPDX-License-Identifier: MIT
 *
 * make.c: the order in which a scene is made.
 * In:  the graph of a view. Out: an AttriScene that needs the graph no more.
 */
#include "scene/layers.h"
#include "scene/usage.h"

#include <string.h>

#define MOST_TECHNIQUES 8 /* else they are counted */
#define MOST_FOCI       4 /* that columns show well */
#define MOST_LISTS      3 /* of what a list should hold, it may hold so many times */

/* Everything that is remembered between the two makings, but not the numbers. */
static void
reset (AttriMaker *m)
{
    guint32 n_entities = attri_graph_get_n_entities (m->graph);
    g_clear_pointer (&m->scene, attri_scene_unref);
    m->scene = attri_scene__new_empty ();
    m->scene->row_lines = m->room->row_lines;
    m->scene->breakable = m->options->fold + 2 >= ATTRI_SCENE_MOST_FOLD;
    memset (m->edge_drawn, 0, attri_graph_get_n_edges (m->graph));
    for (guint32 i = 0; i < n_entities; i++)
        m->box_of[i] = m->row_of[i] = ATTRI_NONE;
    memset (m->hedge_used, 0, sizeof m->hedge_used);
    m->dispute_used = m->denial_used = FALSE;
    m->more_used = FALSE;
    m->most_sources = m->room->sources;
    m->caption_used = FALSE;
    m->bar_of = 0;
    m->lone_entities = 0;
    m->finding = m->coverage = NULL;
    m->centred = FALSE;
    memset (m->is_told, 0, n_entities);
    memset (m->actor_place, ATTRI_ACTOR_NOWHERE, n_entities);
    g_array_set_size (m->folds, 0);
    g_array_set_size (m->availability_claims, 0);
    g_array_set_size (m->prevalence_claims, 0);
}

static void
make (AttriMaker *m)
{
    reset (m);
    if (m->picture == ATTRI_SCENE_VIEW_MATRIX)
        attri_maker__matrix (m);
    else if (m->picture == ATTRI_SCENE_VIEW_COLUMNS)
        attri_maker__columns (m);
    else
        attri_maker__layered (m);
    attri_maker__legend (m);
    attri_maker__news (m);
}

static void
add_member (AttriMaker *m, guint32 entity)
{
    if (m->is_member[entity])
        return;
    m->is_member[entity] = TRUE;
    g_array_append_val (m->members, entity);
}

/* The other end of an edge that equates @entity with something, or ATTRI_NONE. */
static guint32
equated_by (const AttriMaker *m, guint32 index, guint32 entity)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    if (edge->to == ATTRI_NONE || !edge->asserted || !attri_relation_info (edge->type)->equates)
        return ATTRI_NONE;
    return edge->from == entity ? edge->to : edge->from;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

/* Asked for often, and found by searching for a word. */
static guint8 *
find_roles (const AttriGraph *graph)
{
    guint32 n = attri_graph_get_n_entities (graph);
    guint8 *roles = g_new0 (guint8, n + 1);
    for (guint32 i = 0; i < n; i++)
        roles[i] = (guint8)attri_type_info (attri_graph_get_entity (graph, i)->type)->role;
    return roles;
}

/* The foci, then whatever an asserted claim equates with one of them, nearest first and in
 * the order of edges. O(edges at members). */
static void
find_members (AttriMaker *m)
{
    const AttriStamp *stamp = attri_graph_get_stamp (m->graph);
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < stamp->focus.count; i++)
        add_member (m, attri_graph_get_index_at (m->graph, stamp->focus.first + i));
    for (guint i = 0; i < m->members->len; i++) {
        guint32 member = g_array_index (m->members, guint32, i), n;
        g_array_set_size (edges, 0);
        const guint32 *found = attri_graph_get_outgoing (m->graph, member, &n);
        g_array_append_vals (edges, found, n);
        found = attri_graph_get_incoming (m->graph, member, &n);
        g_array_append_vals (edges, found, n);
        g_array_sort (edges, compare_rows);
        for (guint e = 0; e < edges->len; e++) {
            guint32 other = equated_by (m, g_array_index (edges, guint32, e), member);
            if (other != ATTRI_NONE)
                add_member (m, other);
        }
    }
}

static gboolean
is_live (const AttriGraph *graph, const AttriEdge *edge)
{
    for (guint32 c = 0; c < edge->claims.count; c++) {
        if (attri_claim__is_live (attri_graph_get_claim (graph, edge->claims.first + c)))
            return TRUE;
    }
    return FALSE;
}

/* Techniques are what everybody uses: a few are worth a row, many hide all the rest. */
static void
find_shown (AttriMaker *m)
{
    guint techniques = 0;
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        techniques += attri_maker__role (m, i) == ATTRI_ROLE_TECHNIQUE && !m->is_member[i];
    if (techniques > MOST_TECHNIQUES && !attri_graph_get_stamp (m->graph)->types_chosen)
        m->left_out = techniques;
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        if (edge->to == ATTRI_NONE || edge->to == edge->from || !is_live (m->graph, edge))
            continue;
        m->edge_shown[e] =
            !attri_maker__is_left_out (m, edge->from) && !attri_maker__is_left_out (m, edge->to);
    }
}

static gboolean
is_around_actor (const AttriMaker *m)
{
    return m->members->len > 0 &&
           attri_maker__role (m, g_array_index (m->members, guint32, 0)) == ATTRI_ROLE_ACTOR;
}

/* By size only: columns around a focus, or the matrix around many; else layers if they fit, if
 * need be folded; else the matrix; else as much of the layers as fits. */
static void
choose_picture (AttriMaker *m)
{
    AttriSceneView view = m->options->view;
    guint foci = attri_graph_get_stamp (m->graph)->focus.count;
    if (view == ATTRI_SCENE_VIEW_AUTO &&
        (m->options->fold >= ATTRI_SCENE_MOST_FOLD || (is_around_actor (m) && foci > MOST_FOCI)))
        view = ATTRI_SCENE_VIEW_MATRIX;
    m->picture = ATTRI_SCENE_VIEW_MATRIX;
    if (view == ATTRI_SCENE_VIEW_MATRIX && attri_maker__has_matrix (m))
        return;
    m->picture = ATTRI_SCENE_VIEW_COLUMNS;
    if (is_around_actor (m) && view != ATTRI_SCENE_VIEW_LAYERED)
        return;
    m->picture = ATTRI_SCENE_VIEW_LAYERED;
    m->layers = attri_layers__new (m);
    if (!attri_layers__fits (m, m->layers))
        attri_layers__fold (m, m->layers);
    if (!attri_layers__fits (m, m->layers)) {
        if (view == ATTRI_SCENE_VIEW_AUTO && attri_maker__has_matrix (m))
            m->picture = ATTRI_SCENE_VIEW_MATRIX;
        else
            attri_layers__cut (m, m->layers);
    }
    if (m->options->n_held > 0)
        attri_layers__hold (m, m->layers);
}

/* How much of the picture rests on a listed source: what it says, and above all what was read in
 * it. */
typedef struct {
    guint place; /* in the list */
    guint64 weight;
} ListedSource;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
    const ListedSource *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const ListedSource *left = a, *right = b;
    return (left->place > right->place) - (left->place < right->place);
}

/* The @n most weighty, in their order. (transfer full) */
static GArray *
find_weightiest (const AttriMaker *m, guint n)
{
    const AttriNumbering *numbering = &m->numbering;
    GArray *found = g_array_new (FALSE, FALSE, sizeof (ListedSource));
    for (guint i = 0; i < numbering->order->len; i++) {
        guint32 source = g_array_index (numbering->order, guint32, i);
        ListedSource listed = {i, numbering->claims[source]};
        g_array_append_val (found, listed);
    }
    for (guint32 c = 0; c < attri_graph_get_n_claims (m->graph); c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
        for (guint32 i = 0; i < claim->citations.count; i++) {
            guint32 carrier =
                attri_graph_get_citation (m->graph, claim->citations.first + i)->source;
            if (carrier != claim->claimant && numbering->numbers[carrier] > 0)
                g_array_index (found, ListedSource, numbering->numbers[carrier] - 1).weight += 2;
        }
    }
    g_array_sort (found, compare_weights);
    g_array_set_size (found, n);
    g_array_sort (found, compare_places);
    return found;
}

/* Where even one number on a line makes too many, the description has the rest. */
static void
shorten_sources (AttriMaker *m)
{
    GArray *sources = m->scene->sources;
    guint n = sources->len;
    guint most = m->room->brief ? m->most_sources * 3 / 2 : m->most_sources * MOST_LISTS;
    if (n <= most)
        return;
    g_autoptr (GArray) kept = find_weightiest (m, most - 1);
    for (guint i = 0; i < kept->len; i++)
        g_array_index (sources, AttriSceneSource, i) =
            g_array_index (sources, AttriSceneSource, g_array_index (kept, ListedSource, i).place);
    AttriSceneSource rest = {.number = "",
                             .head =
                                 attri_maker__format (m, "and %u more, which the description lists",
                                                      n - most + 1),
                             .title = "",
                             .tail = ""};
    g_array_set_size (sources, most - 1);
    g_array_append_val (sources, rest);
}

/* What a page needs to find its way from the picture back to the graph. */
static void
leave_traces (AttriMaker *m)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        if (m->box_of[i] != ATTRI_NONE)
            attri_scene__hold (m->scene, m->box_of[i], i);
    }
    g_array_append_vals (m->scene->numbers, m->numbering.numbers, m->numbering.n_sources);
}

/* Makes it until the list of sources is short enough, with ever fewer numbers on a line. */
static void
make_to_number (AttriMaker *m)
{
    static const guint bounds[] = {8, 3, 2, 1};
    for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
        m->most_numbers = bounds[i];
        attri_numbering__forget (&m->numbering);
        make (m);
        if (attri_numbering__count (&m->numbering) <= m->most_sources)
            break;
    }
    attri_numbering__bound (&m->numbering, m->room->brief ? 0 : m->most_sources);
    attri_numbering__deal (&m->numbering, m->graph, m->options->numbers_of);
    attri_maker__tell_apart (m);
    make (m);
    attri_maker__sources (m);
    attri_maker__title (m);
    attri_maker__judgement (m);
    attri_maker__marks (m);
    attri_maker__tell_all_apart (m);
    attri_maker__aloud (m);
    shorten_sources (m);
    leave_traces (m);
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
        .room = attri_room__get (options != NULL ? options->fold : 0),
        .roles = find_roles (graph),
        .edge_shown = g_new0 (guint8, attri_graph_get_n_edges (graph) + 1),
        .edge_drawn = g_new0 (guint8, attri_graph_get_n_edges (graph) + 1),
        .box_of = g_new0 (guint32, n_entities),
        .row_of = g_new0 (guint32, n_entities),
        .availability_claims = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .prevalence_claims = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .folds = attri_maker__new_folds (),
        .is_told = g_new0 (guint8, n_entities + 1),
        .actor_place = g_new0 (guint8, n_entities + 1),
        .members = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .is_member = g_new0 (guint8, n_entities),
        .named = g_new0 (guint8, n_entities + 1),
        .overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_overlap_free),
    };
    attri_numbering__init (&m.numbering, graph);
    find_members (&m);
    find_shown (&m);
    for (guint i = 0; i < m.members->len; i++)
        g_ptr_array_add (m.overlaps,
                         attri_query_overlap (graph, m.options->census,
                                              g_array_index (m.members, guint32, i), 0));
    choose_picture (&m);
    make_to_number (&m);

    attri_numbering__clear (&m.numbering);
    g_free (m.roles);
    g_free (m.edge_shown);
    g_free (m.edge_drawn);
    g_free (m.box_of);
    g_free (m.row_of);
    g_array_unref (m.availability_claims);
    g_array_unref (m.prevalence_claims);
    g_array_unref (m.folds);
    g_free (m.is_told);
    g_free (m.actor_place);
    g_clear_pointer (&m.related, g_array_unref);
    g_clear_pointer (&m.usage, attri_usage__free);
    g_clear_pointer (&m.layers, attri_layers__free);
    g_array_unref (m.members);
    g_free (m.is_member);
    g_free (m.named);
    g_free (m.apart);
    g_ptr_array_unref (m.overlaps);
    return m.scene;
}
