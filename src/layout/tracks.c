/* SPDX-License-Identifier: MIT
 *
 * tracks.c: lines whose ends are known go in; by how much each bend in a gap between columns is put
 * off comes out, so that no two lines look like one.
 */
#include "layout/bend.h"
#include "layout/work.h"

#include <string.h>

#define TRACK        4 /* the step by which a bend is put off */
#define NUDGE        5 /* pixels: as little as tells two lines apart */
#define N_NUDGES     3 /* up, down, and back */
#define MOST_NUDGES  12
#define ROOMY        80 /* pixels over which bends may always be spread */
#define BESIDE       16 /* pixels beside the bends */
#define BESIDE_TIGHT 10
#define MOST_LOOKS   24

/* Beyond so many steps one bend is over before the other begins, and what lies between is flat. */
#define REACH ((ATTRI_BEND + 2 * ATTRI_BEND_LONG) / TRACK + 1)
#define STEPS (2 * REACH + 1)

/* A line between two columns. @id: numbers those of a gap from 0 */
typedef struct {
    guint32 line;
    guint gap; /* index among the line's gaps */
    guint id;
    AttriBend bend;
} Piece;

/* What lies between two columns. @known: by two pieces, the greater id first, and by how much later
 * the first of them bends: whether they look alike, once that was asked */
typedef struct {
    GArray *pieces; /* Piece, in the order in which they choose their places */
    guint8 *known;
    int room; /* pixels over which bends may be spread before ends are moved for it */
    AttriBendShape shape;
} Gap;

typedef enum { UNKNOWN, DIFFERENT, ALIKE } Likeness;

int
work_bend (const Work *w)
{
    return w->compact ? ATTRI_BEND_TIGHT : ATTRI_BEND;
}

int
work_zone (const Work *w, int spread)
{
    return work_bend (w) + (w->compact ? BESIDE_TIGHT : BESIDE) + spread;
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
                                 pieces->len,
                                 {work_height_in (w, line, n, FALSE),
                                  work_height_in (w, line, n + 1, TRUE), 0}};
            if (work_node (w, node)->column == column)
                g_array_append_val (pieces, piece);
        }
    }
    return pieces;
}

static guint8 *
known_of (const Gap *gap, guint high, guint low)
{
    return gap->known + STEPS * ((gsize)high * (high - 1) / 2 + low);
}

/* Whether two pieces cannot be told apart. Only how much later one bends counts, not where the gap
 * begins. */
static gboolean
are_alike (Gap *gap, const Piece *a, const Piece *b)
{
    const Piece *high = a->id > b->id ? a : b, *low = a->id > b->id ? b : a;
    const int later = CLAMP ((high->bend.off - low->bend.off) / TRACK, -REACH, REACH);
    guint8 *known = known_of (gap, high->id, low->id) + later + REACH;
    if (*known == UNKNOWN) {
        const int lead = ATTRI_BEND_LONG;
        const AttriBend x = {high->bend.from, high->bend.to, lead + MAX (0, later) * TRACK};
        const AttriBend y = {low->bend.from, low->bend.to, lead + MAX (0, -later) * TRACK};
        *known = attri_bend__are_alike (&x, &y, &gap->shape) ? ALIKE : DIFFERENT;
    }
    return *known == ALIKE;
}

/* After a piece has got another end. */
static void
forget (Gap *gap, guint id)
{
    for (guint other = 0; other < gap->pieces->len; other++) {
        if (other != id)
            memset (known_of (gap, MAX (id, other), MIN (id, other)), UNKNOWN, STEPS);
    }
}

/* Puts each bend off until it runs together with none before it. Returns the
 * first that finds no place within @most pixels, or the number of pieces. With @all the others
 * still find theirs. */
static guint
put_off (Gap *gap, int most, gboolean all)
{
    for (guint i = 0; i < gap->pieces->len; i++) {
        Piece *piece = &g_array_index (gap->pieces, Piece, i);
        const guint others = piece->bend.from != piece->bend.to ? i : 0;
        piece->bend.off = 0;
        for (guint j = 0, clear = 0; clear < others;) {
            if (!are_alike (gap, piece, &g_array_index (gap->pieces, Piece, j))) {
                j = (j + 1) % others;
                clear++;
                continue;
            }
            piece->bend.off += TRACK;
            clear = 0;
            if (piece->bend.off <= most)
                continue;
            if (!all)
                return i;
            piece->bend.off = 0;
            break;
        }
    }
    return gap->pieces->len;
}

static void
move_to_front (GArray *pieces, guint index)
{
    const Piece piece = g_array_index (pieces, Piece, index);
    g_array_remove_index (pieces, index);
    g_array_prepend_val (pieces, piece);
}

/* A level that a bend leaves may be one that another comes to: then only few
 * places will do, and the piece must choose before the others. So whoever finds
 * no place goes first, and all start again. Returns %ATTRI_NONE, or the line that is stuck. */
static guint32
deal_pieces (Gap *gap)
{
    const guint n = gap->pieces->len;
    const int most = gap->shape.wide + 3 * TRACK * (int)n;
    guint stuck = put_off (gap, most, FALSE);
    for (guint attempt = 0; attempt < 2 * n && stuck < n; attempt++) {
        move_to_front (gap->pieces, stuck);
        stuck = put_off (gap, most, FALSE);
    }
    if (stuck == n)
        return ATTRI_NONE;
    const guint32 line = g_array_index (gap->pieces, Piece, stuck).line;
    put_off (gap, most, TRUE);
    return line;
}

/* ---- less room ---- */

/* Which piece bends last. */
static guint
find_last (const GArray *pieces)
{
    guint last = 0;
    for (guint i = 1; i < pieces->len; i++) {
        if (g_array_index (pieces, Piece, i).bend.off >
            g_array_index (pieces, Piece, last).bend.off)
            last = i;
    }
    return last;
}

/* By how many pixels the last bend is put off. */
static int
spread_of (const Gap *gap)
{
    const GArray *pieces = gap->pieces;
    return pieces->len > 0 ? g_array_index (pieces, Piece, find_last (pieces)).bend.off : 0;
}

/* First come, first served can need twice the room. So what bends last, or finds no place within
 * less room, goes first and all start again. */
static void
tighten (Gap *gap)
{
    const guint n = gap->pieces->len;
    g_autoptr (GArray) best = g_array_copy (gap->pieces);
    int spread = spread_of (gap);
    guint next = find_last (best);
    for (guint look = 0; look < MOST_LOOKS && spread > ROOMY; look++) {
        move_to_front (gap->pieces, next);
        next = put_off (gap, spread - TRACK, FALSE);
        if (next < n)
            continue;
        next = find_last (gap->pieces);
        spread = spread_of (gap);
        g_array_set_size (best, 0);
        g_array_append_vals (best, gap->pieces->data, n);
    }
    g_array_set_size (gap->pieces, 0);
    g_array_append_vals (gap->pieces, best->data, n);
}

/* ---- other ends ---- */

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

/* Takes up where the lines end by now. */
static void
update_ends (const Work *w, Gap *gap)
{
    for (guint i = 0; i < gap->pieces->len; i++) {
        Piece *piece = &g_array_index (gap->pieces, Piece, i);
        const WorkLine *line = work_line (w, piece->line);
        const int from = work_height_in (w, line, piece->gap, FALSE);
        const int to = work_height_in (w, line, piece->gap + 1, TRUE);
        if (from != piece->bend.from || to != piece->bend.to)
            forget (gap, piece->id);
        piece->bend.from = from;
        piece->bend.to = to;
    }
}

/* Puts all bends off; returns the line that is stuck, or %ATTRI_NONE. */
static guint32
deal (const Work *w, Gap *gap)
{
    update_ends (w, gap);
    g_array_sort (gap->pieces, compare_pieces);
    const guint32 stuck = deal_pieces (gap);
    if (stuck == ATTRI_NONE && gap->pieces->len > 0)
        tighten (gap);
    return stuck;
}

static int
compare_late (gconstpointer a, gconstpointer b)
{
    const Piece *left = a, *right = b;
    if (left->bend.off != right->bend.off)
        return left->bend.off > right->bend.off ? -1 : 1;
    return (left->line > right->line) - (left->line < right->line);
}

/* Ends one of the latest bends a little higher or lower, if that saves room. */
static gboolean
narrow (Work *w, guint column, Gap *gap)
{
    const int spread = spread_of (gap);
    g_autoptr (GArray) late = g_array_copy (gap->pieces);
    g_array_sort (late, compare_late);
    for (guint i = 0; i < MIN (late->len, MOST_NUDGES) && spread > gap->room; i++) {
        for (guint way = 0; way < N_NUDGES; way++) {
            nudge (w, g_array_index (late, Piece, i).line, column);
            if (deal (w, gap) == ATTRI_NONE && spread_of (gap) < spread)
                return TRUE;
        }
    }
    return FALSE;
}

/* Over how many pixels bends may be spread for nothing: all that the lock leaves. */
static int
find_room (const Work *w, guint column)
{
    const AttriLockColumn *locked = work_find_locked_column (w, column);
    return locked != NULL ? MAX (ROOMY, locked->zone - work_zone (w, 0)) : ROOMY;
}

/* Two lines may swap their levels, so that each would have to bend before the other: then one of
 * them ends a little higher or lower. So it is, too, where what a lock holds would have to move. */
void
work_deal_tracks (Work *w, guint column)
{
    Gap gap = {.pieces = find_pieces (w, column), .room = find_room (w, column)};
    const gsize n = gap.pieces->len;
    gap.known = g_new0 (guint8, STEPS * n * n / 2 + 1);
    attri_bend__fill_shape (&gap.shape, work_bend (w));
    guint32 stuck = deal (w, &gap);
    for (guint attempt = 0; attempt < MOST_NUDGES && stuck != ATTRI_NONE; attempt++) {
        nudge (w, stuck, column);
        stuck = deal (w, &gap);
    }
    while (w->held && stuck == ATTRI_NONE && narrow (w, column, &gap))
        ;
    for (guint i = 0; i < n; i++) {
        const Piece *piece = &g_array_index (gap.pieces, Piece, i);
        const guint off = (guint)piece->bend.off;
        g_array_index (work_line (w, piece->line)->track, guint, piece->gap) = off;
        work_column (w, column)->tracks = MAX (work_column (w, column)->tracks, off);
    }
    g_array_unref (gap.pieces);
    g_free (gap.known);
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
