/* SPDX-License-Identifier: MIT
 *
 * route.c: slots at the boxes, the columns' places, and the paths that follow: a bend inside the
 * empty gap, straight in lanes and in the gutters where the numbers stand.
 */
#include "layout/work.h"

#define LINK             60 /* of a vertical line, from the box's left edge */
#define LINK_TIGHT       20
#define MOST_SPREAD      110 /* by which a gap is widened on a page that has the room, */
#define MOST_SPREAD_PAGE 200 /* and on one of fixed size */
#define LABEL_GAP        6   /* from a number to its box */
#define LABEL_RISE       5   /* from a line to its number's baseline */

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

/* On a page of fixed size below the icon, so that what is said beside it widens no box. */
int
work_link_x (const Work *w)
{
    return w->compact ? LINK_TIGHT : LINK;
}

int
work_label_width (const AttriSceneLine *line)
{
    int width = attri_measure__width (line->numbers, ATTRI_TYPE_NUMBER);
    if (line->label != NULL)
        width += attri_measure__width (line->label, ATTRI_TYPE_SMALL) + 5;
    return width;
}

/* What a lock knows of the gaps beside the columns. They never shrink, and what more room the
 * numbers before a column need, the bends before them give as far as they can. */
static void
hold_gaps (Work *w)
{
    WorkColumn *before = NULL;
    for (guint i = 0; i < w->columns->len; i++) {
        const AttriLockColumn *locked = work_find_locked_column (w, i);
        WorkColumn *column = work_column (w, i);
        if (locked != NULL) {
            const int more = MAX (0, column->gutter - locked->gutter);
            column->gutter = MAX (column->gutter, locked->gutter);
            column->zone = locked->zone;
            if (before != NULL)
                before->zone = MAX (0, before->zone - more);
        }
        if (column->nodes->len > 0)
            before = column;
    }
}

/* Leaves the room that a column has elsewhere. */
static void
frame_column (Work *w, guint index)
{
    const AttriLockColumn *locked = work_find_locked_column (w, index);
    WorkColumn *column = work_column (w, index);
    column->width = locked != NULL ? locked->width : 0;
    column->gutter = locked != NULL ? locked->gutter : 0;
    column->zone = locked != NULL ? locked->zone : 0;
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
        if (column->nodes->len == 0 && w->all_columns) {
            frame_column (w, i);
            total += column->gutter + column->width + column->zone;
            used++;
            continue;
        }
        if (column->nodes->len == 0) {
            column->width = column->gutter = column->zone = 0;
            continue;
        }
        const AttriSceneColumn *scene_column =
            &g_array_index (w->scene->columns, AttriSceneColumn, i);
        if (used++ == 0)
            column->gutter = 0;
        column->zone = MAX (column->zone, work_zone (w, (int)column->tracks));
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
    const int gaps = used > 1 ? (int)used - 1 : 1;
    const int most = gaps * (w->compact ? MOST_SPREAD_PAGE : MOST_SPREAD);
    const int spare = CLAMP (w->least_width - 2 * ATTRI_MARGIN - total, 0, most);
    int x = ATTRI_MARGIN, gap = 0;
    for (guint i = 0; i < w->columns->len; i++) {
        WorkColumn *column = work_column (w, i);
        column->x = x + column->gutter;
        /* So dealt that the last column ends where the page does. */
        if (column->zone > 0 && work_find_locked_column (w, i) == NULL) {
            column->zone += spare * (gap + 1) / gaps - spare * gap / gaps;
            gap++;
        }
        x = column->x + column->width + column->zone;
    }
    w->width = MAX (w->least_width, x + ATTRI_MARGIN);
    for (guint i = 0; i < w->boxes->len; i++)
        work_box (w, i)->x = work_column (w, attri_scene__box (w->scene, i)->column)->x;
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
        work_deal_tracks (w, i);
    w->plan->crossings = work_count_crossings (w);
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
        .compared = w->scene->compares,
        .x = upper->x + work_link_x (w),
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
    const int bend = work_bend (w);
    AttriItem item = {
        .kind = ATTRI_ITEM_LINE,
        .compared = w->scene->compares,
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
        int from = work_height_in (w, line, n, FALSE), to = work_height_in (w, line, n + 1, TRUE);
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
        x = right->x + work_link_x (w) + 10;
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
