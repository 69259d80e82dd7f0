/* SPDX-License-Identifier: MIT
 *
 * route.c: slots at the boxes, tracks in the gaps, the columns' places, and
 * the paths that follow: a bend inside the empty gap, straight in lanes and in
 * the gutters where the numbers stand.
 */
#include "layout/work.h"

#include <math.h>

#define TRACK      4  /* the step by which a bend is put off */
#define BEND       72 /* how wide a bend is, */
#define BEND_TIGHT 34 /* and on a page of fixed size */
#define NEAR       4  /* closer than this two lines look like one; */
#define LONG       9  /* they may for this many pixels, as crossings do */
#define LABEL_GAP  6  /* from a number to its box */
#define LABEL_RISE 5  /* from a line to its number's baseline */

/* One end of a line at one side of a box. */
typedef struct {
    guint32 line;
    int other; /* the height its line comes from */
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
    const End *left = a, *right = b;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    return (left->line > right->line) - (left->line < right->line);
}

/* Where the line is at the node next to its end. */
static int
other_height (const Work *w, guint32 index, gboolean at_left)
{
    const WorkLine *line = work_line (w, index);
    guint n = at_left ? line->nodes->len - 2 : 1;
    guint32 node = g_array_index (line->nodes, guint32, n);
    return work_node (w, node)->y + work_attach (w, node, index, !at_left);
}

/* Deals slots to the lines that end at one side of a box or of a member row. */
static void
deal_slots (Work *w, guint32 box, guint32 row, gboolean at_left)
{
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
    for (guint i = 0; i < w->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        gboolean here = at_left ? line->right == box && line->right_row == row
                                : line->left == box && line->left_row == row;
        if (!here || work_is_vertical (w, i))
            continue;
        End end = {i, other_height (w, i, at_left)};
        g_array_append_val (ends, end);
    }
    if (ends->len == 0)
        return;
    g_array_sort (ends, compare_ends);
    guint32 node = work_box (w, box)->node;
    guint32 first = g_array_index (ends, End, 0).line;
    int y = work_node (w, node)->y + work_attach (w, node, first, at_left) -
            w->slot * ((int)ends->len - 1) / 2;
    for (guint i = 0; i < ends->len; i++, y += w->slot) {
        WorkLine *line = work_line (w, g_array_index (ends, End, i).line);
        if (at_left)
            line->right_y = y;
        else
            line->left_y = y;
    }
}

/* A line between two columns. */
typedef struct {
    guint32 line;
    guint gap; /* index among the line's gaps */
    int from, to;
    int off; /* pixels by which its bend is put off */
} Piece;

static int
height_in (const Work *w, const WorkLine *line, guint n, gboolean at_left)
{
    guint32 node = g_array_index (line->nodes, guint32, n);
    if (work_node (w, node)->box == ATTRI_NONE)
        return work_node (w, node)->y;
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

/* How far a bend has come, in 1/4096, after each of the pixels that it is wide. */
typedef struct {
    int wide;
    int share[BEND + 1];
} Bend;

static int
bend_of (const Work *w)
{
    return w->compact ? BEND_TIGHT : BEND;
}

/* When @x of its pixels are done. The curve is x = wide (1.5 t (1 - t) + t³), y = 3 t² - 2 t³. */
static int
bend_share (int wide, int x)
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

static Bend
make_bend (int wide)
{
    Bend bend = {.wide = wide};
    for (int x = 0; x < wide; x++)
        bend.share[x] = bend_share (wide, x);
    bend.share[wide] = 4096;
    return bend;
}

static int
height_at (const Piece *piece, const Bend *bend, int x)
{
    int done = CLAMP (x - piece->off, 0, bend->wide);
    return piece->from + (piece->to - piece->from) * bend->share[done] / 4096;
}

/* How far a piece gets in one pixel to the right, if it rises by @rise. Of sqrt, not hypot, IEEE
 * 754 says what comes out, to the last bit. */
static double
step_of (gint64 rise)
{
    return sqrt ((double)(1 + rise * rise));
}

/* Whether two pieces run closer than NEAR for longer than a crossing takes. A
 * point of one is as far from the other as their heights differ there, over the
 * other's slope. */
static gboolean
run_together (const Piece *a, const Piece *b, const Bend *bend)
{
    if (MIN (a->from, a->to) - NEAR > MAX (b->from, b->to) ||
        MIN (b->from, b->to) - NEAR > MAX (a->from, a->to))
        return FALSE;
    int end = MAX (a->off, b->off) + bend->wide + LONG;
    double run_a = 0, run_b = 0;
    int last_a = a->from, last_b = b->from;
    for (int x = -LONG; x <= end; x++) {
        int y_a = height_at (a, bend, x), y_b = height_at (b, bend, x);
        gint64 rise_a = y_a - last_a, rise_b = y_b - last_b, gap = y_a - y_b;
        gboolean near_a = gap * gap < NEAR * NEAR * (1 + rise_b * rise_b);
        gboolean near_b = gap * gap < NEAR * NEAR * (1 + rise_a * rise_a);
        run_a = near_a ? run_a + step_of (rise_a) : 0;
        run_b = near_b ? run_b + step_of (rise_b) : 0;
        if ((near_a && run_a > LONG + step_of (rise_a)) ||
            (near_b && run_b > LONG + step_of (rise_b)))
            return TRUE;
        last_a = y_a;
        last_b = y_b;
    }
    return FALSE;
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
            Piece piece = {i, n, height_in (w, line, n, FALSE), height_in (w, line, n + 1, TRUE),
                           0};
            if (work_node (w, node)->column == column)
                g_array_append_val (pieces, piece);
        }
    }
    return pieces;
}

/* Puts each bend off until it runs together with none before it. Returns the
 * first that finds no place within @most pixels, or the number of pieces. */
static guint
put_off (GArray *pieces, const Bend *bend, int most)
{
    for (guint i = 0; i < pieces->len; i++) {
        Piece *piece = &g_array_index (pieces, Piece, i);
        guint j = 0;
        piece->off = 0;
        while (piece->from != piece->to && j < i) {
            if (!run_together (piece, &g_array_index (pieces, Piece, j), bend)) {
                j++;
                continue;
            }
            piece->off += TRACK;
            j = 0;
            if (piece->off > most)
                return i;
        }
    }
    return pieces->len;
}

/* A level that a bend leaves may be one that another comes to: then only few
 * places will do, and the piece must choose before the others. So whoever finds
 * no place goes first, and all start again. */
static void
deal_tracks (Work *w, guint column)
{
    const Bend bend = make_bend (bend_of (w));
    g_autoptr (GArray) pieces = find_pieces (w, column);
    g_array_sort (pieces, compare_pieces);
    int most = bend.wide + 3 * TRACK * (int)pieces->len;
    for (guint attempt = 0; attempt < 2 * pieces->len; attempt++) {
        guint stuck = put_off (pieces, &bend, most);
        if (stuck == pieces->len)
            break;
        Piece piece = g_array_index (pieces, Piece, stuck);
        g_array_remove_index (pieces, stuck);
        g_array_prepend_val (pieces, piece);
    }
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index (pieces, Piece, i);
        g_array_index (work_line (w, piece->line)->track, guint, piece->gap) = (guint)piece->off;
        work_column (w, column)->tracks = MAX (work_column (w, column)->tracks, (guint)piece->off);
    }
}

int
work_label_width (const AttriSceneLine *line)
{
    int width = attri_measure__width (line->numbers, ATTRI_TYPE_NUMBER);
    if (line->label != NULL)
        width += attri_measure__width (line->label, ATTRI_TYPE_SMALL) + 5;
    return width;
}

/* What a lock knows of the gaps beside the columns. */
static void
hold_gaps (Work *w)
{
    for (guint i = 0; i < w->columns->len; i++) {
        const AttriLockColumn *locked = work_find_locked_column (w, i);
        WorkColumn *column = work_column (w, i);
        if (locked == NULL)
            continue;
        column->gutter = MAX (column->gutter, locked->gutter);
        column->zone = MAX (column->zone, locked->zone);
    }
}

static void
place_columns (Work *w)
{
    for (guint i = 0; i < w->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        WorkColumn *column = work_column (w, attri_scene__box (w->scene, line->right)->column);
        if (!work_is_vertical (w, i))
            column->gutter = MAX (column->gutter, work_label_width (line) + LABEL_GAP + 2);
    }
    hold_gaps (w);
    int total = 0;
    guint used = 0;
    for (guint i = 0; i < w->columns->len; i++) {
        WorkColumn *column = work_column (w, i);
        if (column->nodes->len == 0) {
            column->width = column->gutter = column->zone = 0;
            continue;
        }
        const AttriSceneColumn *scene_column =
            &g_array_index (w->scene->columns, AttriSceneColumn, i);
        if (used++ == 0)
            column->gutter = 0;
        column->zone =
            MAX (column->zone, bend_of (w) + (w->compact ? 10 : 16) + (int)column->tracks);
        column->zone =
            MAX (column->zone, attri_measure__width (scene_column->verb, ATTRI_TYPE_SMALL) + 4);
        total += column->gutter + column->width + column->zone;
    }
    for (guint i = w->columns->len; i > 0; i--) {
        if (work_column (w, i - 1)->nodes->len > 0) {
            total -= work_column (w, i - 1)->zone;
            work_column (w, i - 1)->zone = 0;
            break;
        }
    }
    int spare = MAX (0, w->least_width - 2 * ATTRI_MARGIN - total);
    int x = ATTRI_MARGIN;
    guint gaps = used > 1 ? used - 1 : 1;
    for (guint i = 0; i < w->columns->len; i++) {
        WorkColumn *column = work_column (w, i);
        column->x = x + column->gutter;
        if (column->zone > 0 && work_find_locked_column (w, i) == NULL)
            column->zone += MIN (spare / (int)gaps, 110);
        x = column->x + column->width + column->zone;
    }
    w->width = MAX (w->least_width, x + ATTRI_MARGIN);
    for (guint i = 0; i < w->boxes->len; i++)
        work_box (w, i)->x = work_column (w, attri_scene__box (w->scene, i)->column)->x;
}

/* How many pairs of lines change sides between two columns. O(pieces²). */
static guint
count_crossings (const Work *w)
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

void
work_route (Work *w)
{
    for (guint i = 0; i < w->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (w->scene, i);
        for (guint side = 0; side < 2; side++) {
            deal_slots (w, i, ATTRI_NONE, side == 0);
            for (guint32 r = 0; r < box->rows.count; r++)
                deal_slots (w, i, box->rows.first + r, side == 0);
        }
    }
    for (guint i = 0; i + 1 < w->columns->len; i++)
        deal_tracks (w, i);
    w->plan->crossings = count_crossings (w);
    place_columns (w);
}

static void
add_step (Work *w, AttriItem *item, AttriStep step)
{
    g_array_append_val (w->plan->steps, step);
    item->steps.count++;
}

static void
draw_vertical (Work *w, guint32 index)
{
    const AttriSceneLine *line = attri_scene__line (w->scene, index);
    const WorkBox *upper = work_box (w, line->left), *lower = work_box (w, line->right);
    AttriItem item = {
        .kind = ATTRI_ITEM_LINE,
        .x = upper->x + ATTRI_LINK_X,
        .y = work_node (w, upper->node)->y + upper->tall / 2,
        .box = ATTRI_NONE,
        .line = index,
        .firmness = line->firmness,
        .change = line->change,
        .steps = {w->plan->steps->len, 0},
    };
    AttriStep down = {.x = item.x, .y = work_node (w, lower->node)->y - lower->tall / 2};
    add_step (w, &item, down);
    attri_plan__add (w->plan, &item);
}

static void
draw_line (Work *w, guint32 index)
{
    const AttriSceneLine *scene_line = attri_scene__line (w->scene, index);
    const WorkLine *line = work_line (w, index);
    guint column = attri_scene__box (w->scene, scene_line->left)->column;
    const int bend = bend_of (w);
    AttriItem item = {
        .kind = ATTRI_ITEM_LINE,
        .x = work_column (w, column)->x + work_column (w, column)->width,
        .y = line->left_y,
        .box = ATTRI_NONE,
        .line = index,
        .firmness = scene_line->firmness,
        .change = scene_line->change,
        .steps = {w->plan->steps->len, 0},
    };
    for (guint n = 0; n + 1 < line->nodes->len; n++, column++) {
        const WorkColumn *gap = work_column (w, column);
        int from = height_in (w, line, n, FALSE), to = height_in (w, line, n + 1, TRUE);
        if (from == to)
            continue;
        /* All bends together stand in the middle of the zone. */
        int start = gap->x + gap->width + (gap->zone - bend - (int)gap->tracks) / 2 +
                    (int)g_array_index (line->track, guint, n);
        add_step (w, &item, (AttriStep){.x = start, .y = from});
        add_step (w, &item,
                  (AttriStep){TRUE, start + bend / 2, from, start + bend / 2, to, start + bend,
                              to});
    }
    add_step (w, &item, (AttriStep){.x = work_column (w, column)->x, .y = line->right_y});
    attri_plan__add (w->plan, &item);
}

void
work_draw_lines (Work *w)
{
    for (guint i = 0; i < w->lines->len; i++) {
        AttriItem group = {.kind = ATTRI_ITEM_GROUP,
                           .box = ATTRI_NONE,
                           .line = i,
                           .text = attri_scene__line (w->scene, i)->about};
        AttriItem end = {.kind = ATTRI_ITEM_END, .box = ATTRI_NONE, .line = i};
        attri_plan__add (w->plan, &group);
        if (work_is_vertical (w, i))
            draw_vertical (w, i);
        else
            draw_line (w, i);
        attri_plan__add (w->plan, &end);
    }
}

static void
draw_label (Work *w, guint32 index)
{
    const AttriSceneLine *line = attri_scene__line (w->scene, index);
    if (line->label == NULL && line->numbers[0] == '\0')
        return;
    g_autofree char *label =
        line->label != NULL ? g_strconcat (line->label, " ", NULL) : g_strdup ("");
    gboolean vertical = work_is_vertical (w, index);
    const WorkBox *right = work_box (w, line->right), *left = work_box (w, line->left);
    int x = right->x - LABEL_GAP, y = work_line (w, index)->right_y - LABEL_RISE;
    if (vertical) {
        int upper = work_node (w, left->node)->y + left->tall / 2;
        int lower = work_node (w, right->node)->y - right->tall / 2;
        x = right->x + ATTRI_LINK_X + 10;
        y = (upper + lower) / 2 + 4;
    }
    AttriItem *item =
        attri_plan__add_text (w->plan, x, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, label);
    item->line = index;
    item->strong = line->numbers;
    item->change = line->change;
    item->rect.w = work_label_width (line);
    attri_plan__anchor (w->plan, vertical ? ATTRI_ANCHOR_START : ATTRI_ANCHOR_END);
}

void
work_draw_labels (Work *w)
{
    for (guint i = 0; i < w->lines->len; i++)
        draw_label (w, i);
}
