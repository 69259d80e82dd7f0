/* SPDX-License-Identifier: MIT
 *
 * sift.c: columns in which a lock holds some boxes go in, with a first guess where the rest stands;
 * out come places for the rest that cross few lines and push little apart. It starts from the
 * guess and from what dot makes of the same order, and keeps the better.
 */
#include "layout/work.h"

#define ROUNDS   12 /* of looking for better places, at most */
#define GAP      26 /* a first guess; the gaps are made right afterwards */
#define LANE_GAP 12
#define CROSSING 40 /* pixels that others may be pushed apart to save one */

/* Whether boxes of a column are joined one above the other, so that nothing may come between. */
static gboolean
has_links (const Work *w, guint column)
{
    for (guint i = 0; i < w->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        if (work_is_vertical (w, i) && attri_scene__box (w->scene, line->left)->column == column)
            return TRUE;
    }
    return FALSE;
}

/* Where the order of boxes is meant, a new one may stand lower than it should, never higher. */
static gboolean
may_move (const Work *w, guint32 index)
{
    const WorkNode *node = work_node (w, index);
    return node->box == ATTRI_NONE ||
           (!node->held && !(w->scene->ordered && has_links (w, node->column)));
}

/* The first place in @order, which holds the others of its column, where a node may stand. */
static guint
first_place (const Work *w, const GArray *order, guint32 index)
{
    const guint32 box = work_node (w, index)->box;
    if (box == ATTRI_NONE || !w->scene->ordered)
        return 0;
    for (guint i = order->len; i > 0; i--) {
        const guint32 above = work_node (w, g_array_index (order, guint32, i - 1))->box;
        if (above != ATTRI_NONE && above < box)
            return i;
    }
    return 0;
}

/* A line between two columns. */
typedef struct {
    guint32 left, right; /* nodes */
    int from, to;
} Piece;

/* How many of @pieces one from @from to @to would cross; what begins or ends with it does not. */
static guint
count_crossed (const GArray *pieces, guint32 left, guint32 right, int from, int to)
{
    guint crossed = 0;
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index (pieces, Piece, i);
        crossed +=
            piece->left != left && piece->right != right &&
            ((from < piece->from && to > piece->to) || (from > piece->from && to < piece->to));
    }
    return crossed;
}

/* What lies between @column and the next. */
static GArray *
find_pieces (const Work *w, guint column)
{
    GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    for (guint i = 0; i < w->lines->len; i++) {
        const GArray *nodes = work_line (w, i)->nodes;
        const guint first = work_node (w, g_array_index (nodes, guint32, 0))->column;
        if (work_is_vertical (w, i) || first > column || column - first + 1 >= nodes->len)
            continue;
        const guint32 left = g_array_index (nodes, guint32, column - first);
        const guint32 right = g_array_index (nodes, guint32, column - first + 1);
        const Piece piece = {left, right, work_node (w, left)->y, work_node (w, right)->y};
        g_array_append_val (pieces, piece);
    }
    return pieces;
}

/* How many pieces would cross those that end at the node @index, if it stood at @y. @before,
 * @after: the pieces left and right of its column. */
static guint
crossings_at (const GArray *before, const GArray *after, guint32 index, int y)
{
    guint crossings = 0;
    for (guint i = 0; i < before->len; i++) {
        const Piece *piece = &g_array_index (before, Piece, i);
        if (piece->right == index)
            crossings += count_crossed (before, piece->left, index, piece->from, y);
    }
    for (guint i = 0; i < after->len; i++) {
        const Piece *piece = &g_array_index (after, Piece, i);
        if (piece->left == index)
            crossings += count_crossed (after, index, piece->right, y, piece->to);
    }
    return crossings;
}

/* Half way between the nodes above and below the place @at of @order, or outside of them. */
static int
height_between (const Work *w, const GArray *order, guint at)
{
    const WorkNode *above = at > 0 ? work_node (w, g_array_index (order, guint32, at - 1)) : NULL;
    const WorkNode *below =
        at < order->len ? work_node (w, g_array_index (order, guint32, at)) : NULL;
    if (above != NULL && below != NULL)
        return above->y + (below->y - above->y) / 2;
    if (above != NULL)
        return above->y + above->tall / 2 + GAP;
    return below != NULL ? below->y - below->tall / 2 - GAP : 0;
}

/* How far the nodes above and below the place @at of @order would have to give way. */
static int
push_at (const Work *w, const GArray *order, guint at, const WorkNode *node)
{
    if (at == 0 || at == order->len)
        return 0;
    const guint32 above = g_array_index (order, guint32, at - 1);
    const guint32 below = g_array_index (order, guint32, at);
    const int room = work_node (w, below)->y - work_node (w, above)->y;
    const int wanted = (work_node (w, above)->tall + work_node (w, below)->tall) / 2 + node->tall +
                       2 * (node->box != ATTRI_NONE ? GAP : LANE_GAP);
    return MAX (0, wanted - room);
}

/* Moves a node that may stand anywhere in its column to where it crosses least and pushes least;
 * of several places to the one nearest to where it is. Returns whether it moved. */
static gboolean
sift (Work *w, guint32 index)
{
    WorkNode *node = work_node (w, index);
    GArray *order = work_column (w, node->column)->nodes;
    guint was = 0;
    while (g_array_index (order, guint32, was) != index)
        was++;
    g_array_remove_index (order, was);

    g_autoptr (GArray) after = find_pieces (w, node->column);
    g_autoptr (GArray) before = node->column > 0 ? find_pieces (w, node->column - 1)
                                                 : g_array_new (FALSE, FALSE, sizeof (Piece));
    guint at = was;
    int best_y = node->y;
    guint least = CROSSING * crossings_at (before, after, index, node->y) +
                  (guint)push_at (w, order, was, node);
    for (guint i = first_place (w, order, index); i <= order->len; i++) {
        const int y = height_between (w, order, i);
        const guint cost =
            CROSSING * crossings_at (before, after, index, y) + (guint)push_at (w, order, i, node);
        const guint off = i > was ? i - was : was - i;
        const guint best_off = at > was ? at - was : was - at;
        if (cost < least || (cost == least && at != was && off < best_off)) {
            least = cost;
            best_y = y;
            at = i;
        }
    }
    node->y = best_y;
    g_array_insert_val (order, at, index);
    return at != was;
}

/* ---- a line as a whole ---- */

/* Where a line may stand in a column: before each of @order, and after the last. */
typedef struct {
    GArray *order;
    int *heights;
    guint *costs; /* of the line so far, if it stands there */
    guint *from;  /* where it stands in the column before, then */
    guint n, was;
} Stop;

static Stop
make_stop (const Work *w, guint32 lane)
{
    Stop stop = {.order = work_column (w, work_node (w, lane)->column)->nodes};
    while (g_array_index (stop.order, guint32, stop.was) != lane)
        stop.was++;
    g_array_remove_index (stop.order, stop.was);
    stop.n = stop.order->len + 1;
    stop.heights = g_new0 (int, stop.n);
    stop.costs = g_new0 (guint, stop.n);
    stop.from = g_new0 (guint, stop.n);
    for (guint i = 0; i < stop.n; i++)
        stop.heights[i] = height_between (w, stop.order, i);
    return stop;
}

/* An end of the line: it stands where it stands. */
static Stop
make_end (const Work *w, guint32 node)
{
    Stop stop = {.n = 1};
    stop.heights = g_new0 (int, 1);
    stop.costs = g_new0 (guint, 1);
    stop.from = g_new0 (guint, 1);
    stop.heights[0] = work_node (w, node)->y;
    return stop;
}

static void
stop_clear (gpointer data)
{
    Stop *stop = data;
    g_free (stop->heights);
    g_free (stop->costs);
    g_free (stop->from);
}

/* From each place of @left, the cheapest way to each of @right. */
static void
step (const Work *w, const Stop *left, Stop *right, const GArray *pieces, guint32 from, guint32 to)
{
    for (guint r = 0; r < right->n; r++) {
        right->costs[r] = G_MAXUINT;
        const guint push =
            right->order != NULL ? (guint)push_at (w, right->order, r, work_node (w, to)) : 0;
        for (guint l = 0; l < left->n; l++) {
            const guint cost =
                left->costs[l] + push +
                CROSSING * count_crossed (pieces, from, to, left->heights[l], right->heights[r]);
            if (cost < right->costs[r]) {
                right->costs[r] = cost;
                right->from[r] = l;
            }
        }
    }
}

/* Moves all lanes of a line at once to the places where it crosses and pushes least: one alone
 * would often have to cross its neighbours first. O(lines × places² × lanes). */
static gboolean
sift_line (Work *w, guint32 index)
{
    const GArray *nodes = work_line (w, index)->nodes;
    g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
    g_array_set_clear_func (stops, stop_clear);
    if (nodes->len < 3)
        return FALSE;
    const guint column = work_node (w, g_array_index (nodes, guint32, 0))->column;
    for (guint n = 0; n < nodes->len; n++) {
        const guint32 node = g_array_index (nodes, guint32, n);
        const Stop stop = n == 0 || n + 1 == nodes->len ? make_end (w, node) : make_stop (w, node);
        g_array_append_val (stops, stop);
    }
    for (guint n = 1; n < nodes->len; n++) {
        g_autoptr (GArray) pieces = find_pieces (w, column + n - 1);
        step (w, &g_array_index (stops, Stop, n - 1), &g_array_index (stops, Stop, n), pieces,
              g_array_index (nodes, guint32, n - 1), g_array_index (nodes, guint32, n));
    }
    gboolean moved = FALSE;
    guint at = 0;
    for (guint n = nodes->len - 1; n > 0; n--) {
        const Stop *stop = &g_array_index (stops, Stop, n);
        if (stop->order != NULL) {
            guint32 lane = g_array_index (nodes, guint32, n);
            work_node (w, lane)->y = stop->heights[at];
            g_array_insert_val (stop->order, at, lane);
            moved |= at != stop->was;
        }
        at = stop->from[at];
    }
    return moved;
}

/* ---- all places at once ---- */

/* Heights by node, and what stands where in each column. */
typedef struct {
    int *heights;
    GPtrArray *columns;
} Places;

static Places
save_places (const Work *w)
{
    Places places = {g_new0 (int, w->nodes->len + 1),
                     g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref)};
    for (guint i = 0; i < w->nodes->len; i++)
        places.heights[i] = work_node (w, i)->y;
    for (guint i = 0; i < w->columns->len; i++)
        g_ptr_array_add (places.columns, g_array_copy (work_column (w, i)->nodes));
    return places;
}

static void
restore_heights (Work *w, const int *heights)
{
    for (guint i = 0; i < w->nodes->len; i++)
        work_node (w, i)->y = heights[i];
}

static void
restore_places (Work *w, const Places *places)
{
    restore_heights (w, places->heights);
    for (guint i = 0; i < w->columns->len; i++) {
        GArray *nodes = work_column (w, i)->nodes;
        const GArray *saved = g_ptr_array_index (places->columns, i);
        g_array_set_size (nodes, 0);
        g_array_append_vals (nodes, saved->data, saved->len);
    }
}

static void
places_clear (Places *places)
{
    g_free (places->heights);
    g_ptr_array_unref (places->columns);
}

static guint
count_crossings (const Work *w)
{
    guint crossings = 0;
    for (guint column = 0; column + 1 < w->columns->len; column++) {
        g_autoptr (GArray) pieces = find_pieces (w, column);
        for (guint i = 0; i < pieces->len; i++) {
            const Piece *piece = &g_array_index (pieces, Piece, i);
            crossings += count_crossed (pieces, piece->left, piece->right, piece->from, piece->to);
        }
    }
    return crossings / 2;
}

/* How much closer neighbours stand than they may, in all. */
static guint
count_pushes (const Work *w)
{
    guint pushes = 0;
    for (guint c = 0; c < w->columns->len; c++) {
        const GArray *nodes = work_column (w, c)->nodes;
        for (guint i = 1; i < nodes->len; i++) {
            const WorkNode *above = work_node (w, g_array_index (nodes, guint32, i - 1));
            const WorkNode *below = work_node (w, g_array_index (nodes, guint32, i));
            const int gap = above->box != ATTRI_NONE && below->box != ATTRI_NONE ? GAP : LANE_GAP;
            const int wanted = (above->tall + below->tall) / 2 + gap;
            pushes += (guint)MAX (0, wanted - (below->y - above->y));
        }
    }
    return pushes;
}

static guint
total_cost (const Work *w)
{
    return CROSSING * count_crossings (w) + count_pushes (w);
}

/* Until nothing moves. Returns what it costs then. */
static guint
sift_all (Work *w)
{
    gboolean moved = TRUE;
    for (guint round = 0; round < ROUNDS && moved; round++) {
        moved = FALSE;
        for (guint i = 0; i < w->nodes->len; i++)
            moved |= may_move (w, i) && sift (w, i);
        for (guint i = 0; i < w->lines->len; i++)
            moved |= sift_line (w, i);
    }
    return total_cost (w);
}

/* ---- a box with its lines ---- */

static void
put_at (Work *w, guint32 index, guint at)
{
    GArray *order = work_column (w, work_node (w, index)->column)->nodes;
    guint was = 0;
    while (g_array_index (order, guint32, was) != index)
        was++;
    g_array_remove_index (order, was);
    at = MAX (at, first_place (w, order, index));
    work_node (w, index)->y = height_between (w, order, at);
    g_array_insert_val (order, at, index);
}

/* Tries a box everywhere in its column, its lines with it. Returns the least cost. */
static guint
sift_box (Work *w, guint32 index, guint least)
{
    const guint n = work_column (w, work_node (w, index)->column)->nodes->len;
    const guint32 box = work_node (w, index)->box;
    Places best = save_places (w);
    for (guint at = 0; at < n; at++) {
        put_at (w, index, at);
        for (guint i = 0; i < w->lines->len; i++) {
            const AttriSceneLine *line = attri_scene__line (w->scene, i);
            if (line->left == box || line->right == box)
                sift_line (w, i);
        }
        const guint cost = total_cost (w);
        if (cost < least) {
            least = cost;
            places_clear (&best);
            best = save_places (w);
        }
    }
    restore_places (w, &best);
    places_clear (&best);
    return least;
}

static void
sift_boxes (Work *w, guint least)
{
    for (guint i = 0; i < w->nodes->len; i++) {
        if (work_node (w, i)->box != ATTRI_NONE && may_move (w, i))
            least = sift_box (w, i, least);
    }
}

/* ---- what dot makes of it ---- */

static int
compare_by_height (gconstpointer a, gconstpointer b, gpointer data)
{
    const int *heights = data;
    const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    if (heights[left] != heights[right])
        return heights[left] < heights[right] ? -1 : 1;
    return (left > right) - (left < right);
}

/* Spreads what may move between what may not. */
static void
spread (Work *w, const GArray *order)
{
    for (guint i = 0; i < order->len;) {
        guint n = 0;
        while (i + n < order->len && !work_is_fixed (w, g_array_index (order, guint32, i + n)))
            n++;
        const gboolean above = i > 0, below = i + n < order->len;
        const int first = above ? work_node (w, g_array_index (order, guint32, i - 1))->y : 0;
        const int last = below ? work_node (w, g_array_index (order, guint32, i + n))->y : 0;
        const int room = above && below ? last - first : GAP * ((int)n + 1);
        const int top = above ? first : below ? last - room : 0;
        for (guint k = 0; k < n; k++)
            work_node (w, g_array_index (order, guint32, i + k))->y =
                top + room * ((int)k + 1) / ((int)n + 1);
        i += n + 1;
    }
}

/* In dot's order, but what is fixed in its own. */
static void
deal (Work *w, guint column, const int *heights)
{
    GArray *nodes = work_column (w, column)->nodes;
    g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < nodes->len; i++) {
        const guint32 node = g_array_index (nodes, guint32, i);
        if (work_is_fixed (w, node))
            g_array_append_val (fixed, node);
    }
    g_array_sort_with_data (nodes, compare_by_height, (gpointer)heights);
    guint next = 0;
    for (guint i = 0; i < nodes->len; i++) {
        guint32 *node = &g_array_index (nodes, guint32, i);
        if (work_is_fixed (w, *node))
            *node = g_array_index (fixed, guint32, next++);
    }
    spread (w, nodes);
}

gboolean
work_fit_in (Work *w, GError **error)
{
    gboolean placed;
    guint least = sift_all (w);
    Places own = save_places (w);
    const gboolean heard = work_ask_helper (w, &placed, error);
    if (heard && placed) {
        g_autofree int *heights = g_new0 (int, w->nodes->len + 1);
        for (guint i = 0; i < w->nodes->len; i++)
            heights[i] = work_node (w, i)->y;
        restore_heights (w, own.heights);
        for (guint i = 0; i < w->columns->len; i++)
            deal (w, i, heights);
        const guint cost = sift_all (w);
        if (cost >= least)
            restore_places (w, &own);
        least = MIN (least, cost);
    }
    places_clear (&own);
    sift_boxes (w, least);
    return heard;
}
