/* SPDX-License-Identifier: MIT
 *
 * tracks.c: lines whose ends are known go in; by how much each bend in a gap between columns is put
 * off comes out, so that no two lines look like one.
 */
#include "layout/work.h"

#include <math.h>

#define BEND        72 /* how wide a bend is, */
#define BEND_TIGHT  34 /* and on a page of fixed size */
#define TRACK       4  /* the step by which a bend is put off */
#define NEAR        4  /* closer than this two lines look like one; */
#define LONG        9  /* they may for this many pixels, as crossings do */
#define STEEP       15 /* pixels down for each to the right, on average */
#define DOUBTFUL    3  /* pixels from left to right, but longer on the way */
#define PARTS       4  /* of a pixel, for a closer look */
#define TOUCH       3  /* pixels, as attri_plan_check() has it; */
#define TOUCH_LONG  12 /* and how long, less a step of its own and some of ours */
#define MOST_NUDGES 12

/* A line between two columns. */
typedef struct {
    guint32 line;
    guint gap; /* index among the line's gaps */
    int from, to;
    int off; /* pixels by which its bend is put off */
} Piece;

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
    const Piece *left = a, *right = b;
    int left_way = (left->to > left->from) - (left->to < left->from);
    int right_way = (right->to > right->from) - (right->to < right->from);
    if ((left_way == 0) != (right_way == 0))
        return left_way == 0 ? -1 : 1; /* what does not bend was there first */
    if (left_way != right_way)
        return left_way > right_way ? -1 : 1;
    if (left->from != right->from)
        return (left->from > right->from) == (left_way > 0) ? -1 : 1;
    return (left->line > right->line) - (left->line < right->line);
}

/* How far a bend has come, in 1/4096, when @x of its pixels are done. The
 * curve is x = wide (1.5 t (1 - t) + t³), y = 3 t² - 2 t³. */
static int
bend_share (int wide, double x)
{
    double low = 0, high = 1;
    for (guint i = 0; i < 20; i++) {
        double t = (low + high) / 2;
        if (wide * (1.5 * t * (1 - t) + t * t * t) < x)
            low = t;
        else
            high = t;
    }
    return (int)(4096 * low * low * (3 - 2 * low));
}

/* How far a bend has come at each pixel, and at each part of one. */
typedef struct {
    int wide;
    int coarse[BEND + 1];
    int fine[PARTS * BEND + 1];
} Shares;

int
work_bend (const Work *w)
{
    return w->compact ? BEND_TIGHT : BEND;
}

static void
fill_shares (Shares *shares, int wide)
{
    shares->wide = wide;
    for (int x = 0; x < PARTS * wide; x++)
        shares->fine[x] = bend_share (wide, (double)x / PARTS);
    shares->fine[PARTS * wide] = 4096;
    for (int x = 0; x <= wide; x++)
        shares->coarse[x] = shares->fine[PARTS * x];
}

static int
height_at (const Piece *piece, const Shares *shares, int x)
{
    int done = CLAMP (x - piece->off, 0, shares->wide);
    return piece->from + (piece->to - piece->from) * shares->coarse[done] / 4096;
}

/* The same in sixteenths of a pixel, @x in parts of one. */
static gint64
fine_height_at (const Piece *piece, const Shares *shares, int x)
{
    int done = CLAMP (x - PARTS * piece->off, 0, PARTS * shares->wide);
    return 16 * piece->from + (gint64)(piece->to - piece->from) * shares->fine[done] / 256;
}

/* How far a piece gets in one pixel to the right, if it rises by @rise. Of sqrt, not hypot, IEEE
 * 754 says what comes out, to the last bit. */
static double
step_of (gint64 rise)
{
    return sqrt ((double)(1 + rise * rise));
}

/* From where to where two pieces may be too near, if anywhere. */
typedef struct {
    int first, last;
} Doubt;

/* Whether two pieces run closer than NEAR for longer than a crossing takes. A
 * point of one is as far from the other as their heights differ there, over the
 * other's slope. @doubt: (inout): where to look closer. */
static gboolean
run_together (const Piece *a, const Piece *b, const Shares *shares, Doubt *doubt)
{
    int end = MAX (a->off, b->off) + shares->wide + LONG;
    double run_a = 0, run_b = 0;
    int columns = 0;
    int last_a = a->from, last_b = b->from;
    for (int x = -LONG; x <= end; x++) {
        int y_a = height_at (a, shares, x), y_b = height_at (b, shares, x);
        gint64 rise_a = y_a - last_a, rise_b = y_b - last_b, gap = y_a - y_b;
        gboolean near_a = gap * gap < NEAR * NEAR * (1 + rise_b * rise_b);
        gboolean near_b = gap * gap < NEAR * NEAR * (1 + rise_a * rise_a);
        run_a = near_a ? run_a + step_of (rise_a) : 0;
        run_b = near_b ? run_b + step_of (rise_b) : 0;
        if ((near_a && run_a > LONG + step_of (rise_a)) ||
            (near_b && run_b > LONG + step_of (rise_b)))
            return TRUE;
        columns = near_a || near_b ? columns + 1 : 0;
        if (columns > DOUBTFUL) {
            doubt->first = MIN (doubt->first, x - DOUBTFUL);
            doubt->last = x;
        }
        last_a = y_a;
        last_b = y_b;
    }
    return FALSE;
}

/* The square of how far the point (0, 0) is from the line between two others. */
static double
square_to (double x1, double y1, double x2, double y2)
{
    const double dx = x2 - x1, dy = y2 - y1;
    const double along = CLAMP (-(x1 * dx + y1 * dy) / (dx * dx + dy * dy), 0, 1);
    const double x = x1 + along * dx, y = y1 + along * dy;
    return x * x + y * y;
}

/* Whether @a, at @x, is nearer to @b than TOUCH. */
static gboolean
is_near (const Piece *a, const Piece *b, const Shares *shares, int x)
{
    const double y = fine_height_at (a, shares, x);
    double last = fine_height_at (b, shares, x - PARTS * TOUCH) - y;
    const double first_gap = MIN (last, fine_height_at (b, shares, x + PARTS * TOUCH) - y);
    const double last_gap = MAX (last, fine_height_at (b, shares, x + PARTS * TOUCH) - y);
    if (first_gap > 16 * TOUCH || last_gap < -16 * TOUCH)
        return FALSE;
    for (int off = 1 - PARTS * TOUCH; off <= PARTS * TOUCH; off++) {
        const double next = fine_height_at (b, shares, x + off) - y;
        const double x1 = 16.0 / PARTS * (off - 1), x2 = 16.0 / PARTS * off;
        if (square_to (x1, last, x2, next) < 256.0 * TOUCH * TOUCH)
            return TRUE;
        last = next;
    }
    return FALSE;
}

/* A closer look at two that cross at a small angle, twice perhaps, where the steps above are too
 * long: whether @a runs so near to @b for longer than attri_plan_check() may allow. */
static gboolean
touches (const Piece *a, const Piece *b, const Shares *shares, const Doubt *doubt)
{
    const int start = PARTS * (doubt->first - LONG), end = PARTS * (doubt->last + LONG);
    gint64 last = fine_height_at (a, shares, start);
    double run = 0;
    gboolean was_near = FALSE;
    for (int x = start; x <= end && run < TOUCH_LONG; x++) {
        const gint64 y = fine_height_at (a, shares, x), rise = y - last;
        const gboolean near = is_near (a, b, shares, x);
        run = near && was_near ? run + sqrt ((double)(16 + rise * rise)) / 16 : 0;
        was_near = near;
        last = y;
    }
    return run >= TOUCH_LONG;
}

/* Where a pixel to the right is so many down, whole pixels tell too little. */
static gboolean
is_steep (const Piece *piece, const Shares *shares)
{
    return ABS (piece->to - piece->from) > STEEP * shares->wide;
}

/* Whether two pieces cannot be told apart. */
static gboolean
are_alike (const Piece *a, const Piece *b, const Shares *shares)
{
    if (MIN (a->from, a->to) - NEAR > MAX (b->from, b->to) ||
        MIN (b->from, b->to) - NEAR > MAX (a->from, a->to))
        return FALSE;
    Doubt doubt = {G_MAXINT, G_MININT};
    if (is_steep (a, shares) || is_steep (b, shares))
        doubt = (Doubt){MIN (a->off, b->off), MAX (a->off, b->off) + shares->wide};
    else if (run_together (a, b, shares, &doubt))
        return TRUE;
    return doubt.first <= doubt.last &&
           (touches (a, b, shares, &doubt) || touches (b, a, shares, &doubt));
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
            Piece piece = {i, n, work_height_in (w, line, n, FALSE),
                           work_height_in (w, line, n + 1, TRUE), 0};
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
put_off (GArray *pieces, const Shares *shares, int most, gboolean all)
{
    for (guint i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index (pieces, Piece, i);
        guint j = 0;
        piece->off = 0;
        while (piece->from != piece->to && j < i) {
            const Piece *other = &g_array_index (pieces, Piece, j);
            if (!are_alike (piece, other, shares)) {
                j++;
                continue;
            }
            piece->off += TRACK;
            j = 0;
            if (piece->off <= most)
                continue;
            if (!all)
                return i;
            piece->off = 0;
            break;
        }
    }
    return pieces->len;
}

/* A level that a bend leaves may be one that another comes to: then only few
 * places will do, and the piece must choose before the others. So whoever finds
 * no place goes first, and all start again. Returns %ATTRI_NONE, or the line that is stuck. */
static guint32
deal_pieces (GArray *pieces, const Shares *shares)
{
    int most = shares->wide + 3 * TRACK * (int)pieces->len;
    guint stuck = put_off (pieces, shares, most, FALSE);
    for (guint attempt = 0; attempt < 2 * pieces->len && stuck < pieces->len; attempt++) {
        Piece piece = g_array_index (pieces, Piece, stuck);
        g_array_remove_index (pieces, stuck);
        g_array_prepend_val (pieces, piece);
        stuck = put_off (pieces, shares, most, FALSE);
    }
    if (stuck == pieces->len)
        return ATTRI_NONE;
    const guint32 line = g_array_index (pieces, Piece, stuck).line;
    put_off (pieces, shares, most, TRUE);
    return line;
}

/* Up, then down, then back again. */
static int
next_nudge (int nudge)
{
    if (nudge == 0)
        return NEAR + 1;
    return nudge > 0 ? -NEAR - 1 : 0;
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
    Shares shares;
    g_autoptr (GArray) pieces = NULL;
    guint32 stuck = ATTRI_NONE;
    fill_shares (&shares, work_bend (w));
    for (guint attempt = 0; attempt <= MOST_NUDGES; attempt++) {
        if (stuck != ATTRI_NONE)
            nudge (w, stuck, column);
        g_clear_pointer (&pieces, g_array_unref);
        pieces = find_pieces (w, column);
        g_array_sort (pieces, compare_pieces);
        stuck = deal_pieces (pieces, &shares);
        if (stuck == ATTRI_NONE)
            break;
    }
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index (pieces, Piece, i);
        g_array_index (work_line (w, piece->line)->track, guint, piece->gap) = (guint)piece->off;
        work_column (w, column)->tracks = MAX (work_column (w, column)->tracks, (guint)piece->off);
    }
}

guint
work_count_crossings (const Work *w)
{
    guint crossings = 0;
    for (guint column = 0; column + 1 < w->columns->len; column++) {
        g_autoptr (GArray) pieces = find_pieces (w, column);
        for (guint i = 0; i < pieces->len; i++) {
            const Piece *a = &g_array_index (pieces, Piece, i);
            for (guint j = 0; j < i; j++) {
                const Piece *b = &g_array_index (pieces, Piece, j);
                crossings +=
                    (a->from < b->from && a->to > b->to) || (a->from > b->from && a->to < b->to);
            }
        }
    }
    return crossings;
}
