/* SPDX-License-Identifier: MIT
 *
 * boxes.c: how large each box must be for its words and its lines, and how it
 * is filled once it stands.
 */
#include "layout/work.h"

#define ICON_WIDTH  24
#define NAME_LINE   19
#define SMALL_LINE  17
#define WIDEST_WORD 250 /* that a box is made wider for, */
#define WIDEST_PAGE 300 /* and on a page of fixed size */
#define BAR_WIDTH   60

#define NARROWEST 176 /* that boxes of a column may be, if they may be so wide at all */

/* That the boxes of a column may be, as far as their words allow. */
static int
widest (const Work *w, guint column)
{
    return w->widest != NULL ? g_array_index (w->widest, int, column) : WORK_WIDEST;
}

/* Left of the icon, and right of the words. */
static int
pad (const Work *w)
{
    return w->compact ? 8 : 10;
}

/* Left of the name. */
static int
icon_space (const Work *w)
{
    return pad (w) + ICON_WIDTH + (w->compact ? 5 : 8);
}

static int
number_room (const char *numbers)
{
    int width = attri_measure__width (numbers, ATTRI_TYPE_NUMBER);
    return width > 0 ? width + 10 : 0;
}

static int
row_left (const Work *w, const AttriSceneRow *row)
{
    switch (row->kind) {
    case ATTRI_ROW_CLAIM:
        return w->compact ? 19 : 22;
    case ATTRI_ROW_MEMBER:
        return icon_space (w);
    default:
        return w->compact ? 11 : 14;
    }
}

static AttriType
row_type (const AttriSceneRow *row)
{
    return row->strong ? ATTRI_TYPE_STRONG : ATTRI_TYPE_ROW;
}

/* What stands right of a row's text. */
static int
row_right (const Work *w, const AttriSceneRow *row)
{
    return pad (w) + 2 + number_room (row->numbers) + (row->of > 0 ? BAR_WIDTH / 2 + 10 : 0);
}

static int
natural_width (const Work *w, guint32 index)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    int width = attri_measure__width (box->name, ATTRI_TYPE_NAME) + icon_space (w) + pad (w) + 2;
    width = MAX (width, attri_measure__width (box->detail, ATTRI_TYPE_SMALL) + icon_space (w) +
                            pad (w) + 2);
    for (guint32 i = 0; i < box->rows.count; i++) {
        const AttriSceneRow *row = attri_scene__row (w->scene, box->rows.first + i);
        width = MAX (width, attri_measure__width (row->text, row_type (row)) + row_left (w, row) +
                                row_right (w, row));
    }
    return width;
}

static int
longest_word (const char *text, AttriType type)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    int width = 0;
    for (guint i = 0; words[i] != NULL; i++)
        width = MAX (width, attri_measure__width (words[i], type));
    return width;
}

/* The width at which no word of the name or of a row must be broken. */
static int
word_width (const Work *w, guint32 index)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    int width = longest_word (box->name, ATTRI_TYPE_NAME) + icon_space (w) + pad (w) + 2;
    for (guint32 i = 0; i < box->rows.count; i++) {
        const AttriSceneRow *row = attri_scene__row (w->scene, box->rows.first + i);
        width = MAX (width, longest_word (row->text, row_type (row)) + row_left (w, row) +
                                row_right (w, row));
    }
    return MIN (width, w->scene->breakable ? widest (w, box->column)
                       : w->compact        ? WIDEST_PAGE
                                           : WIDEST_WORD);
}

/* How many lines end at one side of a box, outside its member rows or at one of them. */
static guint
count_ends (const Work *w, guint32 box, guint32 row, gboolean at_left)
{
    guint n = 0;
    for (guint i = 0; i < w->scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        if (work_is_vertical (w, i))
            continue;
        n += at_left ? line->right == box && line->right_row == row
                     : line->left == box && line->left_row == row;
    }
    return n;
}

static int
room_for_ends (const Work *w, guint32 box, guint32 row)
{
    guint most = MAX (count_ends (w, box, row, TRUE), count_ends (w, box, row, FALSE));
    return most > 0 ? 22 + w->slot * ((int)most - 1) : 0;
}

static void
measure_rows (Work *w, guint32 index, int width)
{
    const AttriSceneBox *scene_box = attri_scene__box (w->scene, index);
    WorkBox *box = work_box (w, index);
    int y = box->header;
    for (guint32 i = 0; i < scene_box->rows.count; i++) {
        guint32 r = scene_box->rows.first + i;
        const AttriSceneRow *row = attri_scene__row (w->scene, r);
        WorkRow *work = work_row (w, r);
        guint most = row->kind == ATTRI_ROW_MEMBER ? 1 : w->scene->row_lines;
        g_clear_pointer (&work->lines, g_ptr_array_unref);
        work->lines = attri_measure__wrap (row->text, row_type (row),
                                           width - row_left (w, row) - row_right (w, row), most);
        work->step = attri_measure__step (row->text, row_type (row), SMALL_LINE);
        work->y = y;
        work->h = work->step * (int)work->lines->len + (w->compact ? 6 : 8);
        if (row->kind == ATTRI_ROW_MEMBER)
            work->h = MAX (work->h, room_for_ends (w, index, r) + 2);
        y += work->h;
    }
    box->tall = y + (scene_box->rows.count > 0 ? 4 : 0);
}

static void
measure_box (Work *w, guint32 index, int width)
{
    const AttriSceneBox *scene_box = attri_scene__box (w->scene, index);
    WorkBox *box = work_box (w, index);
    int room = width - icon_space (w) - (pad (w) + 2);
    g_clear_pointer (&box->name, g_ptr_array_unref);
    g_clear_pointer (&box->detail, g_ptr_array_unref);
    box->name = attri_measure__wrap (scene_box->name, ATTRI_TYPE_NAME, room, w->compact ? 2 : 3);
    box->name_step = attri_measure__step (scene_box->name, ATTRI_TYPE_NAME, NAME_LINE);
    box->header = (scene_box->detail[0] != '\0' ? 14 : 18) + box->name_step * (int)box->name->len;
    if (scene_box->detail[0] != '\0') {
        box->detail = attri_measure__wrap (scene_box->detail, ATTRI_TYPE_SMALL, room, 3);
        box->detail_step = attri_measure__step (scene_box->detail, ATTRI_TYPE_SMALL, SMALL_LINE);
        box->header += box->detail_step * (int)box->detail->len;
    }
    if (scene_box->of > 0)
        box->header += SMALL_LINE;
    int ends = room_for_ends (w, index, ATTRI_NONE);
    gboolean has_members =
        scene_box->rows.count > 0 &&
        attri_scene__row (w->scene, scene_box->rows.first)->kind == ATTRI_ROW_MEMBER;
    if (has_members)
        box->header = MAX (box->header, ends);
    measure_rows (w, index, width);
    box->tall = MAX (box->tall, ends);
    box->tall += box->tall % 2; /* its centre is a whole pixel */
}

/* What is said beside a vertical line stays above the box that it leads to. */
static int
link_width (const Work *w, guint column)
{
    int width = 0;
    for (guint i = 0; i < w->scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        if (work_is_vertical (w, i) && attri_scene__box (w->scene, line->right)->column == column)
            width = MAX (width, work_link_x (w) + 10 + work_label_width (line));
    }
    return width;
}

void
work_measure_column (Work *w, guint column)
{
    const AttriLockColumn *locked = work_find_locked_column (w, column);
    const int most = widest (w, column);
    int width = MAX (MIN (NARROWEST, most), link_width (w, column));
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->column != column)
            continue;
        width = MAX (width, MIN (natural_width (w, i), most));
        width = MAX (width, word_width (w, i));
    }
    if (locked != NULL)
        width = MAX (width, locked->width);
    work_column (w, column)->width = width;
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->column == column)
            measure_box (w, i, width);
    }
}

void
work_measure_boxes (Work *w)
{
    g_array_set_size (w->rows, w->scene->rows->len);
    g_array_set_size (w->boxes, w->scene->boxes->len);
    for (guint i = 0; i < w->scene->columns->len; i++) {
        WorkColumn column = {.nodes = g_array_new (FALSE, FALSE, sizeof (guint32))};
        g_array_append_val (w->columns, column);
    }
    for (guint i = 0; i < w->columns->len; i++)
        work_measure_column (w, i);
}

static AttriItem *
box_text (Work *w, guint32 box, int x, int y, AttriType type, AttriInk ink, const char *text)
{
    AttriItem *item = attri_plan__add_text (w->plan, x, y, type, ink, text);
    item->box = box;
    return item;
}

static void
add_bar (Work *w, guint32 box, int x, int y, int width, guint32 groups, guint32 of)
{
    AttriItem item = {
        .kind = ATTRI_ITEM_BAR,
        .rect = {x, y, width, 7},
        .box = box,
        .line = ATTRI_NONE,
        /* One user of many must still be seen. */
        .filled = MAX (1, (int)((guint64)width * MIN (groups, of) / of)),
    };
    attri_plan__add (w->plan, &item);
}

static void
fill_row (Work *w, guint32 box, guint32 r, AttriRect rect)
{
    const AttriSceneRow *row = attri_scene__row (w->scene, r);
    const WorkRow *work = work_row (w, r);
    int y = rect.y + work->y;
    if (row->kind == ATTRI_ROW_NAME || row->kind == ATTRI_ROW_MEMBER)
        attri_plan__add_rule (w->plan, rect.x, y, rect.w, 0);
    if (row->kind == ATTRI_ROW_CLAIM) {
        AttriItem mark = {
            .kind = ATTRI_ITEM_DASH,
            .compared = w->scene->compares,
            .rect = {rect.x + (w->compact ? 9 : 11), y + 2, 0, work->step * (int)work->lines->len},
            .box = box,
            .line = ATTRI_NONE,
            .firmness = row->firmness,
            .change = row->change,
        };
        attri_plan__add (w->plan, &mark);
    }
    /* A row made tall by its lines keeps its text in the middle. */
    int first = y + (work->h - work->step * (int)work->lines->len) / 2 + work->step - 4;
    for (guint i = 0; i < work->lines->len; i++)
        box_text (w, box, rect.x + row_left (w, row), first + work->step * (int)i, row_type (row),
                  ATTRI_INK_TEXT, g_ptr_array_index (work->lines, i))
            ->change = row->change;
    int right = rect.x + rect.w - pad (w);
    if (row->numbers[0] != '\0') {
        box_text (w, box, right, first, ATTRI_TYPE_NUMBER, ATTRI_INK_TEXT, row->numbers)->change =
            row->change;
        attri_plan__anchor (w->plan, ATTRI_ANCHOR_END);
        right -= number_room (row->numbers);
    }
    if (row->of > 0)
        add_bar (w, box, right - BAR_WIDTH / 2, first - 8, BAR_WIDTH / 2, row->groups, row->of);
}

static void
fill_header (Work *w, guint32 index, AttriRect rect)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    const WorkBox *work = work_box (w, index);
    AttriItem icon = {
        .kind = ATTRI_ITEM_ICON,
        /* Beside a name alone it stands level with it. */
        .rect = {rect.x + pad (w) + ICON_WIDTH / 2, rect.y + (work->detail != NULL ? 25 : 18), 0,
                 0},
        .box = index,
        .line = ATTRI_NONE,
        .icon = box->icon,
        .tone = box->tone,
    };
    attri_plan__add (w->plan, &icon);
    int y = rect.y + work->name_step + 3;
    for (guint i = 0; i < work->name->len; i++, y += work->name_step)
        box_text (w, index, rect.x + icon_space (w), y, ATTRI_TYPE_NAME, ATTRI_INK_TEXT,
                  g_ptr_array_index (work->name, i))
            ->change = box->change == ATTRI_CHANGE_REMOVED ? box->change : ATTRI_CHANGE_NONE;
    y -= 1;
    for (guint i = 0; work->detail != NULL && i < work->detail->len; i++, y += work->detail_step)
        box_text (w, index, rect.x + icon_space (w), y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED,
                  g_ptr_array_index (work->detail, i));
    if (box->of > 0) {
        g_autofree char *count =
            g_strdup_printf (box->groups == 1 ? "%u group" : "%u groups", box->groups);
        add_bar (w, index, rect.x + icon_space (w), y - 8, BAR_WIDTH, box->groups, box->of);
        box_text (w, index, rect.x + icon_space (w) + BAR_WIDTH + 8, y, ATTRI_TYPE_SMALL,
                  ATTRI_INK_MUTED, count);
    }
}

static void
fill_badge (Work *w, guint32 index, AttriRect rect)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    if (box->badge == NULL)
        return;
    int width = attri_measure__width (box->badge, ATTRI_TYPE_BADGE) + 16;
    AttriItem plate = {
        .kind = ATTRI_ITEM_PLATE,
        .rect = {rect.x + rect.w - width - 10, rect.y - 12, width, 18},
        .box = index,
        .line = ATTRI_NONE,
        .rounded = TRUE,
        .ink = ATTRI_INK_BADGE,
        .change = box->change,
    };
    attri_plan__add (w->plan, &plate);
    attri_plan__add_text (w->plan, plate.rect.x + width / 2, rect.y + 1, ATTRI_TYPE_BADGE,
                          ATTRI_INK_ON_BADGE, box->badge);
    attri_plan__anchor (w->plan, ATTRI_ANCHOR_MIDDLE);
}

static void
fill_box (Work *w, guint32 index)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    const WorkBox *work = work_box (w, index);
    const WorkNode *node = work_node (w, work->node);
    AttriRect rect = {work->x, node->y - work->tall / 2, work_column (w, box->column)->width,
                      work->tall};
    AttriItem group = {.kind = ATTRI_ITEM_GROUP,
                       .box = index,
                       .line = ATTRI_NONE,
                       .text = box->name,
                       .link = box->link};
    AttriItem frame = {
        .kind = ATTRI_ITEM_BOX,
        .compared = w->scene->compares,
        .rect = rect,
        .box = index,
        .line = ATTRI_NONE,
        .tone = box->tone,
        .rounded = box->rounded,
        .focus = box->focus,
        .change = box->change,
    };
    AttriItem end = {.kind = ATTRI_ITEM_END, .box = index, .line = ATTRI_NONE, .link = box->link};
    attri_plan__add (w->plan, &group);
    attri_plan__add (w->plan, &frame);
    AttriRect head = rect;
    /* What its lines made tall keeps its words in the middle. */
    if (box->rows.count == 0)
        head.y += (work->tall - work->header) / 2;
    fill_header (w, index, head);
    for (guint32 i = 0; i < box->rows.count; i++)
        fill_row (w, index, box->rows.first + i, rect);
    fill_badge (w, index, rect);
    attri_plan__add (w->plan, &end);
}

void
work_fill_boxes (Work *w)
{
    for (guint i = 0; i < w->scene->boxes->len; i++)
        fill_box (w, i);
}
