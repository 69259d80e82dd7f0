/* SPDX-License-Identifier: MIT
 *
 * widths.c: how wide the boxes of each column may be on a page of fixed size. What the page is too
 * narrow for is taken, a little at a time, from the column that is then least tall: where words
 * wrap more often there is height to spare.
 */
#include "layout/work.h"

#define STEP 4 /* pixels taken at a time */
#define NARROW_ENOUGH                                                                              \
    168               /* that no column gets narrower by, so that not every third word breaks      \
                       */
#define GAP        16 /* about what stands between two boxes, */
#define GAP_LINKED 40 /* and two that a line joins */

/* What a column would be if it gave way. */
typedef struct {
    int width; /* now */
    int tall;  /* now */
    int cut;   /* how wide if it gave way; as now if it cannot */
    int then;  /* how tall */
} Choice;

static int
height_of (const Work *w, guint column)
{
    int tall = 0;
    for (guint i = 0; i < w->scene->boxes->len; i++) {
        if (attri_scene__box (w->scene, i)->column == column)
            tall += work_box (w, i)->tall + GAP;
    }
    for (guint i = 0; i < w->scene->lines->len; i++) {
        if (work_is_vertical (w, i) &&
            attri_scene__box (w->scene, attri_scene__line (w->scene, i)->right)->column == column)
            tall += GAP_LINKED - GAP;
    }
    return tall;
}

/* Looks one step ahead, and leaves the column measured as it would be. */
static void
look_ahead (Work *w, guint column, Choice *choice)
{
    choice->cut = choice->width;
    if (choice->width - STEP < NARROW_ENOUGH)
        return;
    g_array_index (w->widest, int, column) = choice->width - STEP;
    work_measure_column (w, column);
    choice->cut = MIN (choice->width, work_column (w, column)->width);
    choice->then = height_of (w, column);
}

/* What matters first is that no words wrap that did not, then how tall the column is. */
static int
cost_of (const Choice *choice)
{
    return choice->then > choice->tall ? choice->then : 0;
}

/* The column that gives way most cheaply, the widest of those; or none. */
static guint
find_least (const Choice *choices, guint n)
{
    guint least = G_MAXUINT;
    for (guint i = 0; i < n; i++) {
        if (choices[i].cut >= choices[i].width)
            continue;
        const int cost = cost_of (&choices[i]);
        const int other = least != G_MAXUINT ? cost_of (&choices[least]) : G_MAXINT;
        if (cost < other || (cost == other && choices[i].width > choices[least].width))
            least = i;
    }
    return least;
}

gboolean
work_narrow (Work *w, int excess)
{
    const guint n = w->scene->columns->len;
    gboolean taken = FALSE;
    g_autofree Choice *choices = g_new0 (Choice, n + 1);
    work_measure_boxes (w);
    for (guint i = 0; i < n; i++) {
        choices[i].width = work_column (w, i)->width;
        choices[i].tall = height_of (w, i);
        look_ahead (w, i, &choices[i]);
    }
    for (guint i = find_least (choices, n); excess > 0 && i != G_MAXUINT;
         i = find_least (choices, n)) {
        excess -= choices[i].width - choices[i].cut;
        choices[i].width = choices[i].cut;
        choices[i].tall = choices[i].then;
        taken = TRUE;
        look_ahead (w, i, &choices[i]);
    }
    for (guint i = 0; i < n; i++)
        g_array_index (w->widest, int, i) = choices[i].width;
    return taken;
}
