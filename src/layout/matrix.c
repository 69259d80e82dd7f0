/* SPDX-License-Identifier: MIT
 *
 * matrix.c: tools by groups. Heads of columns rise to the right, so that a name needs no more
 * width than its column; everything else is straight. Places follow from counting rows and
 * columns, and no helper is asked.
 */
#include "layout/work.h"

#define ROW_TALL    26
#define ROW_TIGHT   23 /* on a page of fixed size */
#define BAND_TALL   28 /* a heading between rows */
#define BAND_TIGHT  22
#define FOOT_TALL   22
#define CELL_GAP    6 /* between the cells of a row */
#define CELL_LEAST  46
#define CELL_MOST   96 /* when there is room to spare */
#define ROW_PAGE    32 /* of which a row takes as much of what is spare */
#define NAME_MOST   200
#define DETAIL_MOST 210
#define FOOT_MOST   420
#define HEAD_TIGHT  140
#define HEAD_MOST   190 /* the length of a column's head */
#define BAR_WIDTH   44
#define GAP         12
#define HEAD_TYPE   ((AttriType){130, TRUE})

/* What a length that rises by 45 degrees takes up either way. */
static int
slant (int length)
{
    return (length * 71 + 99) / 100;
}

static const AttriSceneRow *
first_row (const Work *w, const AttriSceneBox *box)
{
    return box->rows.count > 0 ? attri_scene__row (w->scene, box->rows.first) : NULL;
}

static char *
shorten (const char *text, AttriType type, int width)
{
    g_autoptr (GPtrArray) lines = attri_measure__wrap (text, type, width, 1);
    return g_strdup (g_ptr_array_index (lines, 0));
}

static void
measure_row_head (Work *w, const AttriSceneBox *box)
{
    WorkMatrix *matrix = &w->matrix;
    const AttriSceneRow *beside = first_row (w, box);
    matrix->rows++;
    matrix->name = MAX (matrix->name, attri_measure__width (box->name, HEAD_TYPE));
    matrix->detail = MAX (matrix->detail, attri_measure__width (box->detail, ATTRI_TYPE_SMALL));
    if (box->of > 0)
        matrix->bar = BAR_WIDTH + GAP + attri_measure__width ("0000", ATTRI_TYPE_SMALL);
    if (beside != NULL)
        matrix->beside =
            MAX (matrix->beside, attri_measure__width (beside->text, ATTRI_TYPE_SMALL));
}

static int
measure_column_head (Work *w, const AttriSceneBox *box)
{
    WorkMatrix *matrix = &w->matrix;
    matrix->columns++;
    for (guint32 i = 0; i < box->rows.count; i++) {
        const AttriSceneRow *row = attri_scene__row (w->scene, box->rows.first + i);
        matrix->cell = MAX (matrix->cell, attri_measure__width (row->text, ATTRI_TYPE_SMALL));
    }
    return MIN (attri_measure__width (box->name, HEAD_TYPE), matrix->head);
}

/* The words beside the rows below the cells stand where the heads of rows do. */
static int
foot_width (const Work *w)
{
    int width = 0;
    for (guint i = 0; i < w->scene->feet->len; i++)
        width = MAX (width, attri_measure__width (g_ptr_array_index (w->scene->feet, i),
                                                  ATTRI_TYPE_SMALL));
    return MIN (width, FOOT_MOST);
}

/* What the page has to spare goes to the rows first. */
static void
spread_rows (Work *w)
{
    WorkMatrix *matrix = &w->matrix;
    if (matrix->rows == 0 || w->spare <= 0)
        return;
    int more = MIN (w->spare / (int)matrix->rows, ROW_PAGE - matrix->row);
    matrix->row += more;
    w->spare -= more * (int)matrix->rows;
}

void
work_measure_matrix (Work *w)
{
    WorkMatrix *matrix = &w->matrix;
    int head = 0, last = 0;
    matrix->row = w->compact ? ROW_TIGHT : ROW_TALL;
    matrix->band = w->compact ? BAND_TIGHT : BAND_TALL;
    matrix->head = w->compact ? HEAD_TIGHT : HEAD_MOST;
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (w->scene, i);
        if (box->column == 0) {
            measure_row_head (w, box);
            continue;
        }
        last = measure_column_head (w, box);
        head = MAX (head, slant (last));
    }
    for (guint i = 0; i < w->scene->lines->len; i++)
        matrix->cell =
            MAX (matrix->cell, attri_measure__width (attri_scene__line (w->scene, i)->numbers,
                                                     ATTRI_TYPE_NUMBER));
    spread_rows (w);
    matrix->cell = MAX (matrix->cell + 8 + CELL_GAP, CELL_LEAST);
    matrix->name = MIN (matrix->name, NAME_MOST);
    matrix->detail = MIN (matrix->detail, DETAIL_MOST);
    if (w->scene->beside[0] != '\0')
        matrix->beside =
            MAX (matrix->beside, attri_measure__width (w->scene->beside, ATTRI_TYPE_SMALL)) + GAP;
    matrix->left =
        MAX (matrix->name + matrix->detail + matrix->bar + 3 * GAP, foot_width (w) + GAP);
    matrix->top = head + 30;
    /* The last head leans out over what stands beside the cells. */
    int right = MAX (matrix->beside, slant (last + 20));
    int room = w->least_width - 2 * ATTRI_MARGIN - matrix->left - right;
    if (matrix->columns > 0)
        matrix->cell = MAX (matrix->cell, MIN (room / (int)matrix->columns, CELL_MOST));
    w->width = MAX (w->least_width,
                    2 * ATTRI_MARGIN + matrix->left + (int)matrix->columns * matrix->cell + right);
}

/* Where the cells of a column begin. */
static int
column_x (const Work *w, guint column)
{
    return ATTRI_MARGIN + w->matrix.left + (int)column * w->matrix.cell;
}

/* From the top of a row to its words. */
static int
baseline (const Work *w)
{
    return w->matrix.row / 2 + 4;
}

static AttriItem *
add_text (Work *w, int x, int y, AttriType type, AttriInk ink, AttriAnchor anchor, const char *text)
{
    AttriItem *item = attri_plan__add_text (w->plan, x, y, type, ink, text);
    attri_plan__anchor (w->plan, anchor);
    return item;
}

/* The heads of columns, from the middle of each column up to the right. */
static void
draw_column_head (Work *w, guint column, guint32 index, int top)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    g_autofree char *name = shorten (box->name, HEAD_TYPE, w->matrix.head);
    AttriItem *item = add_text (w, column_x (w, column) + w->matrix.cell / 2 + 4, top - 10,
                                HEAD_TYPE, ATTRI_INK_TEXT, ATTRI_ANCHOR_START, name);
    item->turned = TRUE;
    item->head = index + 1;
    item->link = box->link;
    item->change = box->change;
}

static void
draw_row_head (Work *w, guint32 index, int y)
{
    const AttriSceneBox *box = attri_scene__box (w->scene, index);
    const WorkMatrix *matrix = &w->matrix;
    int x = ATTRI_MARGIN + 6;
    g_autofree char *name = shorten (box->name, HEAD_TYPE, matrix->name);
    g_autofree char *detail = shorten (box->detail, ATTRI_TYPE_SMALL, matrix->detail);
    AttriItem *item =
        add_text (w, x, y + baseline (w), HEAD_TYPE, ATTRI_INK_TEXT, ATTRI_ANCHOR_START, name);
    item->link = box->link;
    item->change = box->change;
    item->head = index + 1;
    item = add_text (w, x + matrix->name + GAP, y + baseline (w), ATTRI_TYPE_SMALL, ATTRI_INK_MUTED,
                     ATTRI_ANCHOR_START, detail);
    item->head = index + 1;
    if (box->of == 0)
        return;
    int right = ATTRI_MARGIN + matrix->left - GAP;
    AttriItem bar = {
        .kind = ATTRI_ITEM_BAR,
        .rect = {right - matrix->bar + GAP, y + matrix->row / 2 - 4, BAR_WIDTH, 7},
        .box = ATTRI_NONE,
        .line = ATTRI_NONE,
        .head = index + 1,
        .filled = MAX (1, (int)((guint64)BAR_WIDTH * MIN (box->groups, box->of) / box->of)),
    };
    g_autofree char *groups = g_strdup_printf ("%u", box->groups);
    attri_plan__add (w->plan, &bar);
    item = add_text (w, right, y + baseline (w), ATTRI_TYPE_SMALL, ATTRI_INK_MUTED,
                     ATTRI_ANCHOR_END, groups);
    item->head = index + 1;
}

static void
draw_cell (Work *w, guint32 line, int x, int y)
{
    const AttriSceneLine *scene_line = attri_scene__line (w->scene, line);
    AttriItem group = {.kind = ATTRI_ITEM_GROUP,
                       .box = ATTRI_NONE,
                       .line = ATTRI_NONE,
                       .meets = line + 1,
                       .text = scene_line->about};
    AttriItem cell = {
        .kind = ATTRI_ITEM_CELL,
        .rect = {x + CELL_GAP / 2, y + CELL_GAP / 2, w->matrix.cell - CELL_GAP,
                 w->matrix.row - CELL_GAP},
        .box = ATTRI_NONE,
        .line = ATTRI_NONE,
        .firmness = scene_line->firmness,
        .tone = attri_scene__box (w->scene, scene_line->left)->tone,
        .change = scene_line->change,
    };
    AttriItem end = {.kind = ATTRI_ITEM_END, .box = ATTRI_NONE, .line = ATTRI_NONE};
    attri_plan__add (w->plan, &group);
    attri_plan__add (w->plan, &cell);
    guint index = w->plan->items->len;
    AttriItem *text = add_text (w, x + w->matrix.cell / 2, y + baseline (w), ATTRI_TYPE_NUMBER,
                                ATTRI_INK_TEXT, ATTRI_ANCHOR_MIDDLE, scene_line->numbers);
    text->cell = index;
    text->change = scene_line->change;
    attri_plan__add (w->plan, &end);
}

/* The heading that stands above a row, or NULL. */
static const char *
band_above (const Work *w, guint32 box)
{
    for (guint i = 0; i < w->scene->bands->len; i++) {
        const AttriSceneBand *band = &g_array_index (w->scene->bands, AttriSceneBand, i);
        if (band->box == box)
            return band->text;
    }
    return NULL;
}

/* By box of a row: its height on the canvas. Returns where the rows end. */
static int
place_rows (const Work *w, int *places)
{
    int y = w->top + w->matrix.top;
    for (guint32 i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->column != 0)
            continue;
        y += band_above (w, i) != NULL ? w->matrix.band : 0;
        places[i] = y;
        y += w->matrix.row;
    }
    return y;
}

/* What is in focus has something behind it from its head to its foot. */
static void
draw_bands (Work *w, const int *places, int end)
{
    const WorkMatrix *matrix = &w->matrix;
    int right = column_x (w, matrix->columns);
    AttriItem band = {.kind = ATTRI_ITEM_BAND,
                      .box = ATTRI_NONE,
                      .line = ATTRI_NONE,
                      .focus = TRUE};
    guint column = 0;
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (w->scene, i);
        band.tone = box->tone;
        band.rect = box->column == 0
                        ? (AttriRect){ATTRI_MARGIN, places[i], right - ATTRI_MARGIN, matrix->row}
                        : (AttriRect){column_x (w, column), w->top + matrix->top - 4, matrix->cell,
                                      end - w->top - matrix->top + 4};
        column += box->column != 0;
        if (box->focus)
            attri_plan__add (w->plan, &band);
    }
}

static void
draw_rules (Work *w, const int *places, int end)
{
    int right = column_x (w, w->matrix.columns);
    for (guint32 i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->column == 0)
            attri_plan__add_rule (w->plan, ATTRI_MARGIN, places[i], right - ATTRI_MARGIN, 0);
    }
    attri_plan__add_rule (w->plan, ATTRI_MARGIN, end, right - ATTRI_MARGIN, 0);
    for (guint c = 0; c <= w->matrix.columns; c++)
        attri_plan__add_rule (w->plan, column_x (w, c), w->top + w->matrix.top, 0,
                              end - w->top - w->matrix.top);
}

static void
draw_headings (Work *w, const int *places)
{
    int top = w->top + w->matrix.top;
    for (guint i = 0; i < w->scene->columns->len && i < 2; i++) {
        const AttriSceneColumn *column = &g_array_index (w->scene->columns, AttriSceneColumn, i);
        int y = i == 0 ? top - 10 : w->top + 4;
        AttriItem *item = add_text (w, ATTRI_MARGIN + 6, y, ATTRI_TYPE_NUMBER, ATTRI_INK_MUTED,
                                    ATTRI_ANCHOR_START, column->heading);
        item->spacing = 8;
        item->rect.w += (int)g_utf8_strlen (column->heading, -1);
        int note_x = item->rect.x + item->rect.w + 8;
        add_text (w, note_x, y, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, ATTRI_ANCHOR_START,
                  column->note);
    }
    for (guint32 i = 0; i < w->scene->boxes->len; i++) {
        const char *text = band_above (w, i);
        if (text == NULL)
            continue;
        AttriItem *item = add_text (w, ATTRI_MARGIN + 6, places[i] - 7, ATTRI_TYPE_BADGE,
                                    ATTRI_INK_MUTED, ATTRI_ANCHOR_START, text);
        item->spacing = 6;
        item->rect.w += (int)g_utf8_strlen (text, -1);
    }
}

/* What is counted at the foot of the columns and at the right of the rows. */
static void
draw_counts (Work *w, const int *places, int end)
{
    guint column = 0;
    int right = column_x (w, w->matrix.columns) + GAP;
    for (guint f = 0; f < w->scene->feet->len; f++) {
        g_autofree char *foot =
            shorten (g_ptr_array_index (w->scene->feet, f), ATTRI_TYPE_SMALL, FOOT_MOST);
        add_text (w, ATTRI_MARGIN + w->matrix.left - GAP, end + FOOT_TALL * (int)f + 17,
                  ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, ATTRI_ANCHOR_END, foot);
    }
    for (guint32 i = 0; i < w->scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (w->scene, i);
        for (guint32 r = 0; r < box->rows.count; r++) {
            const char *text = attri_scene__row (w->scene, box->rows.first + r)->text;
            if (text[0] == '\0')
                continue;
            if (box->column == 0)
                add_text (w, right, places[i] + baseline (w), ATTRI_TYPE_SMALL, ATTRI_INK_MUTED,
                          ATTRI_ANCHOR_START, text);
            else
                add_text (w, column_x (w, column) + w->matrix.cell / 2,
                          end + FOOT_TALL * (int)r + 17, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED,
                          ATTRI_ANCHOR_MIDDLE, text);
        }
        column += box->column != 0;
    }
    if (w->scene->beside[0] != '\0')
        add_text (w, right, end + 17, ATTRI_TYPE_SMALL, ATTRI_INK_MUTED, ATTRI_ANCHOR_START,
                  w->scene->beside);
}

void
work_draw_matrix (Work *w)
{
    g_autofree int *places = g_new0 (int, w->scene->boxes->len + 1);
    g_autofree guint *columns = g_new0 (guint, w->scene->boxes->len + 1);
    int end = place_rows (w, places);
    int bottom = end + FOOT_TALL * (int)w->scene->feet->len + 6;
    guint column = 0;
    draw_bands (w, places, bottom);
    draw_rules (w, places, end);
    draw_headings (w, places);
    for (guint32 i = 0; i < w->scene->boxes->len; i++) {
        const AttriSceneBox *box = attri_scene__box (w->scene, i);
        columns[i] = column;
        if (box->column == 0)
            draw_row_head (w, i, places[i]);
        else
            draw_column_head (w, column++, i, w->top + w->matrix.top);
    }
    for (guint32 i = 0; i < w->scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (w->scene, i);
        draw_cell (w, i, column_x (w, columns[line->right]), places[line->left]);
    }
    draw_counts (w, places, end);
    w->bottom = bottom - w->top;
}
