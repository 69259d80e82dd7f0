/* SPDX-License-Identifier: MIT
 *
 * tracks.c: lines whose ends are known go in; by how much each bend in a gap between columns is put
 * off comes out, so that no two lines look like one.
 */
#include "layout/bend.h"
#include "layout/work.h"

#define TRACK       4 /* the step by which a bend is put off */
#define NUDGE       5 /* pixels: as little as tells two lines apart */
#define MOST_NUDGES 12

/* A line between two columns. */
typedef struct {
    guint32 line;
    guint gap; /* index among the line's gaps */
    AttriBend bend;
} Piece;

int
work_bend (const Work *w)
{
    return w->compact ? ATTRI_BEND_TIGHT : ATTRI_BEND;
}

int
work_height_in (const Work *w, const WorkLine *line, guint n, gboolean at_left)
{
    guint32 node = g_array_index (line->nodes, guint32, n);
    if (work_node (w, node)->box == ATTRI_NONE)
        return work_node (w, node)->y + work_node (w, node)->nudge;
    return at_left ? line->right_y : line->left_y;
}

/* Downward bends: the lowest turns first. Upward ones: the highest. That is the
 * order in which bends side by side need the least room. */
static int
compare_pieces (gconstpointer a, gconstpointer b)
{
    const guint32 left_line = ((const Piece *)a)->line, right_line = ((const Piece *)b)->line;
    const AttriBend *left = &((const Piece *)a)->bend, *right = &((const Piece *)b)->bend;
    int left_way = (left->to > left->from) - (left->to < left->from);
    int right_way = (right->to > right->from) - (right->to < right->from);
    if ((left_way == 0) != (right_way == 0))
        return left_way == 0 ? -1 : 1; /* what does not bend was there first */
    if (left_way != right_way)
        return left_way > right_way ? -1 : 1;
    if (left->from != right->from)
        return (left->from > right->from) == (left_way > 0) ? -1 : 1;
    return (left_line > right_line) - (left_line < right_line);
}

/* The pieces of all lines in the gap after @column. */
static GArray *
find_pieces (const Work *w, guint column)
{
    GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    for (guint i = 0; i < w->lines->len; i++) {
        const WorkLine *line = work_line (w, i);
        for (guint n = 0; !work_is_vertical (w, i) && n + 1 < line->nodes->len; n++) {
            guint32 node = g_array_index (line->nodes, guint32, n);
            const Piece piece = {i,
                                 n,
                                 {work_height_in (w, line, n, FALSE),
                                  work_height_in (w, line, n + 1, TRUE), 0}};
            if (work_node (w, node)->column == column)
                g_array_append_val (pieces, piece);
        }
    }
    return pieces;
}

/* Puts each bend off until it runs together with none before it. Returns the
 * first that finds no place within @most pixels, or the number of pieces. With @all the others
 * still find theirs. */
static guint
put_off (GArray *pieces, const AttriBendShape *shape, int most, gboolean all)
{
    for (guint i = 0; i < pieces->len; i++) {
        AttriBend *bend = &g_array_index (pieces, Piece, i).bend;
        guint j = 0;
        bend->off = 0;
        while (bend->from != bend->to && j < i) {
            const AttriBend *other = &g_array_index (pieces, Piece, j).bend;
            if (!attri_bend__are_alike (bend, other, shape)) {
                j++;
                continue;
            }
            bend->off += TRACK;
            j = 0;
            if (bend->off <= most)
                continue;
            if (!all)
                return i;
            bend->off = 0;
            break;
        }
    }
    return pieces->len;
}

/* A level that a bend leaves may be one that another comes to: then only few
 * places will do, and the piece must choose before the others. So whoever finds
 * no place goes first, and all start again. Returns %ATTRI_NONE, or the line that is stuck. */
static guint32
deal_pieces (GArray *pieces, const AttriBendShape *shape)
{
    int most = shape->wide + 3 * TRACK * (int)pieces->len;
    guint stuck = put_off (pieces, shape, most, FALSE);
    for (guint attempt = 0; attempt < 2 * pieces->len && stuck < pieces->len; attempt++) {
        Piece piece = g_array_index (pieces, Piece, stuck);
        g_array_remove_index (pieces, stuck);
        g_array_prepend_val (pieces, piece);
        stuck = put_off (pieces, shape, most, FALSE);
    }
    if (stuck == pieces->len)
        return ATTRI_NONE;
    const guint32 line = g_array_index (pieces, Piece, stuck).line;
    put_off (pieces, shape, most, TRUE);
    return line;
}

/* Up, then down, then back again. */
static int
next_nudge (int nudge)
{
    if (nudge == 0)
        return NUDGE;
    return nudge > 0 ? -NUDGE : 0;
}

/* Moves the right end of a line's piece in the gap after @column, and at a box what ends beside
 * it. What stands there keeps its place. */
static void
nudge (Work *w, guint32 index, guint column)
{
    const GArray *nodes = work_line (w, index)->nodes;
    const guint first = work_node (w, g_array_index (nodes, guint32, 0))->column;
    WorkNode *node = work_node (w, g_array_index (nodes, guint32, column - first + 1));
    const AttriSceneLine *line = attri_scene__line (w->scene, index);
    if (node->box == ATTRI_NONE) {
        node->nudge = next_nudge (node->nudge);
        return;
    }
    const int from = work_line (w, index)->nudge, to = next_nudge (from);
    for (guint i = 0; i < w->lines->len; i++) {
        const AttriSceneLine *other = attri_scene__line (w->scene, i);
        if (other->right != line->right || other->right_row != line->right_row)
            continue;
        work_line (w, i)->nudge = to;
        work_line (w, i)->right_y += to - from;
    }
}

/* Two lines may swap their levels, so that each would have to bend before the other: then one of
 * them ends a little higher or lower. */
void
work_deal_tracks (Work *w, guint column)
{
    AttriBendShape shape;
    g_autoptr (GArray) pieces = NULL;
    guint32 stuck = ATTRI_NONE;
    attri_bend__fill_shape (&shape, work_bend (w));
    for (guint attempt = 0; attempt <= MOST_NUDGES; attempt++) {
        if (stuck != ATTRI_NONE)
            nudge (w, stuck, column);
        g_clear_pointer (&pieces, g_array_unref);
        pieces = find_pieces (w, column);
        g_array_sort (pieces, compare_pieces);
        stuck = deal_pieces (pieces, &shape);
        if (stuck == ATTRI_NONE)
            break;
    }
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index (pieces, Piece, i);
        const guint off = (guint)piece->bend.off;
        g_array_index (work_line (w, piece->line)->track, guint, piece->gap) = off;
        work_column (w, column)->tracks = MAX (work_column (w, column)->tracks, off);
    }
}

guint
work_count_crossings (const Work *w)
{
    guint crossings = 0;
    for (guint column = 0; column + 1 < w->columns->len; column++) {
        g_autoptr (GArray) pieces = find_pieces (w, column);
        for (guint i = 0; i < pieces->len; i++) {
            const AttriBend *a = &g_array_index (pieces, Piece, i).bend;
            for (guint j = 0; j < i; j++) {
                const AttriBend *b = &g_array_index (pieces, Piece, j).bend;
                crossings +=
                    (a->from < b->from && a->to > b->to) || (a->from > b->from && a->to < b->to);
            }
        }
    }
    return crossings;
}
