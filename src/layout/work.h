/* SPDX-License-Identifier: MIT
 *
 * work.h: one layout in the making, shared by the steps of this room.
 *
 *   boxes.c   how large each box must be, and how it is filled
 *   widths.c  how wide a column's boxes may be on a page of fixed size
 *   nodes.c   boxes and lanes as nodes, lines as chains of them
 *   ask.c     the question to the helper, and its answer
 *   hold.c    heights from a lock, and the lock of what was placed
 *   sift.c    places for what the lock does not hold
 *   place.c   from the answer, or without one, to a height for every node
 *   route.c   slots, columns' places, and the paths
 *   tracks.c  where lines bend between two columns (bend.c: whether two look like one)
 *   matrix.c  in place of all these, the rows, columns and cells of a matrix
 *   page.c    everything around the picture (plate.c: its marking)
 *   sources.c the list of sources
 *   news.c    what changed, in words
 *   panes.c   several pictures in one
 */
#pragma once

#include "layout/plan-private.h"

G_BEGIN_DECLS

#define ATTRI_MARGIN     40
#define WORK_WIDEST      250 /* of the boxes of a column, */
#define WORK_WIDEST_PAGE 300 /* and on a page of fixed size that has the room */

/* One wrapped row of a box. @step: from line to line; @y, @h: relative to the box. */
typedef struct {
    GPtrArray *lines;
    int step;
    int y, h;
} WorkRow;

/* @name, @detail: wrapped, with their steps from line to line; @header: height above
 * the rows; @tall: whole height */
typedef struct {
    GPtrArray *name;
    GPtrArray *detail;
    int name_step;
    int detail_step;
    int header;
    int tall;
    int x;
    guint32 node;
} WorkBox;

/* A box, or a lane for a line that crosses a column. @y is its centre. */
typedef struct {
    guint column;
    guint32 box;
    guint32 line;
    int tall;
    int y;
    gint64 wanted;
    int nudge;     /* of a lane: its line passes so much lower */
    gboolean held; /* by a lock: it wishes for its old place, and firmly */
} WorkNode;

/* A line as the nodes it passes, left to right, and the heights it has at the
 * right side of the first, in each lane, and at the left side of the last. */
typedef struct {
    GArray *nodes; /* guint32 */
    GArray *track; /* guint: pixels its bend is put off by, in each gap it crosses */
    int left_y;
    int right_y;
    int nudge; /* in right_y: the slots there are so much lower */
} WorkLine;

/* @width: of its boxes; @gutter: before them; @zone: where lines bend, after them */
typedef struct {
    int x, width, gutter, zone;
    GArray *nodes; /* guint32, from top to bottom */
    guint tracks;  /* pixels the bends after it are spread over */
} WorkColumn;

/* Of a matrix: what stands where, from its upper left corner. */
typedef struct {
    guint rows, columns; /* how many */
    int row, band;       /* heights: of a row, of a heading above some */
    int head;            /* how long a column's head may be */
    int name, detail;    /* widths of a row's head */
    int bar;             /* room for bars, or 0 */
    int left;            /* of the cells */
    int top;             /* of the first row, below the slanted heads */
    int cell;            /* how wide */
    int beside;          /* room at the right of the cells, or 0 */
} WorkMatrix;

typedef struct {
    const AttriScene *scene;
    AttriPlan *plan;
    GArray *rows;    /* WorkRow, by scene row */
    GArray *boxes;   /* WorkBox, by scene box */
    GArray *lines;   /* WorkLine, by scene line */
    GArray *nodes;   /* WorkNode */
    GArray *columns; /* WorkColumn */
    int top;         /* of the picture proper */
    int bottom;
    int width;       /* of the canvas */
    int least_width; /* asked for by the page */
    int least_height;
    int slot;                  /* between two lines that end at one side of a box */
    GArray *widest;            /* (nullable): int: how wide a column's boxes may be */
    int frame_top, frame_tall; /* between which every column must stand; tall is 0 for anywhere */
    gboolean all_columns;      /* one without boxes is as wide as the lock has it */
    gboolean compact;          /* a page of fixed size: smaller gaps, and unless it is */
    gboolean titled;           /* sources without titles */
    const AttriLock *lock;     /* (nullable) */
    gboolean held;             /* some of it by the lock */
    WorkMatrix matrix;
    int spare;      /* height that the page has left, half above and half below the picture */
    gboolean rigid; /* the picture must not spread over it */
    int loose;      /* how much further apart boxes may stand for it, and then do */
} Work;

#define work_row(w, i)    (&g_array_index ((w)->rows, WorkRow, (i)))
#define work_box(w, i)    (&g_array_index ((w)->boxes, WorkBox, (i)))
#define work_line(w, i)   (&g_array_index ((w)->lines, WorkLine, (i)))
#define work_node(w, i)   (&g_array_index ((w)->nodes, WorkNode, (i)))
#define work_column(w, i) (&g_array_index ((w)->columns, WorkColumn, (i)))

#define WORK_FIT_WIDTH 1280
#define WORK_TLP_TALL  28  /* the marking */
#define WORK_FOOT_X    126 /* where the entries of the foot begin */

/* From one line of the foot to the next. */
int work_foot_line (const Work *w);
/* Draws the marking, whose upper edge is at @y. */
void work_draw_tlp (Work *w, int y);
/* Where a row must end, and one that the marking stands beside. */
int work_right_of_page (const Work *w);
int work_right_of_marking (const Work *w);

/* The empty tables of @plan and its scene, and their end. */
void work_begin (Work *w, AttriPlan *plan);
void work_end (Work *w);
/* Gives all boxes and lines their places, counted from the upper edge of the picture. */
gboolean work_arrange (Work *w, GError **error);

/* Where a vertical line stands, from the box's left edge. */
int work_link_x (const Work *w);
/* Whether both ends stand in one column, one above the other. */
gboolean work_is_vertical (const Work *w, guint32 line);

void work_measure_boxes (Work *w);
/* Again, after its widest has changed. */
void work_measure_column (Work *w, guint column);
/* Takes @excess from the columns' widest, as far as that goes; whether it took anything. */
gboolean work_narrow (Work *w, int excess);
void work_fill_boxes (Work *w);
void work_make_nodes (Work *w);
/* The height, relative to its node's centre, at which a line is wished to end. */
int work_attach (const Work *w, guint32 node, guint32 line, gboolean at_left);
void work_order_columns (Work *w);
gboolean work_ask_helper (Work *w, gboolean *placed, GError **error);
gboolean work_place (Work *w, GError **error);
/* Refuses the lock (nullable) of another picture. */
gboolean work_check_lock (const AttriLock *lock, const AttriScene *scene, GError **error);
/* Gives the nodes that are in the lock their heights, and the others one between their neighbours;
 * orders the columns. @missing: (out): how many were not in it; if all, nothing is done. */
gboolean work_hold (Work *w, guint *missing, GError **error);
/* Moves what no lock holds to where it crosses and pushes least. */
gboolean work_fit_in (Work *w, GError **error);
/* Whether a node may not change its place in the order of its column. */
gboolean work_is_fixed (const Work *w, guint32 node);
/* How wide the lock has this column and its gaps, or %NULL. They never shrink. */
const AttriLockColumn *work_find_locked_column (const Work *w, guint column);
/* Writes down where everything stands. */
void work_record (Work *w);
/* Moves everything down. */
void work_shift (Work *w, int by);
void work_route (Work *w);
/* Of a line's label and numbers. */
int work_label_width (const AttriSceneLine *line);
/* How wide a bend is. */
int work_bend (const Work *w);
/* How wide a gap must be for bends that are spread over so many pixels. */
int work_zone (const Work *w, int spread);
/* The height of a line at its @n-th node. */
int work_height_in (const Work *w, const WorkLine *line, guint n, gboolean at_left);
/* Says for every line by how much it bends later in the gap after @column. */
void work_deal_tracks (Work *w, guint column);
/* How many pairs of lines change sides between two columns. O(lines²). */
guint work_count_crossings (const Work *w);
void work_draw_lines (Work *w);
void work_draw_labels (Work *w);
/* A matrix: its width, before the head is drawn; its parts, after. */
void work_measure_matrix (Work *w);
void work_draw_matrix (Work *w);
void work_draw_head (Work *w);
/* Title and counts; gives where the rest begins. */
int work_draw_title (Work *w);
/* What a pane is, and unless it is the @last what its own title and counts are. */
int work_draw_pane_head (Work *w, int y, const char *heading, gboolean last);
/* What changed, line by line; gives where the next may begin. */
int work_draw_news (Work *w, int y, int right);
/* The list of sources; gives where the next may begin. */
int work_draw_sources (Work *w, int y);
void work_draw_foot (Work *w);

G_END_DECLS
