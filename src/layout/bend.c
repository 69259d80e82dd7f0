/* SPDX-License-Identifier: MIT
 *
 * bend.c: two bends in a gap between columns go in; whether they look like one comes out.
 */
#include "layout/bend.h"

#include <math.h>

#define NEAR       4  /* pixels: closer than this two lines look like one */
#define STEEP      15 /* pixels down for each to the right, on average */
#define DOUBTFUL   3  /* pixels from left to right, but longer on the way */
#define TOUCH      3  /* pixels, as attri_plan_check() has it; */
#define TOUCH_LONG 12 /* and how long, less a step of its own and some of ours */

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

void
attri_bend__fill_shape (AttriBendShape *shape, int wide)
{
    shape->wide = wide;
    for (int x = 0; x < ATTRI_BEND_PARTS * wide; x++)
        shape->fine[x] = bend_share (wide, (double)x / ATTRI_BEND_PARTS);
    shape->fine[ATTRI_BEND_PARTS * wide] = 4096;
    for (int x = 0; x <= wide; x++)
        shape->coarse[x] = shape->fine[ATTRI_BEND_PARTS * x];
}

static int
height_at (const AttriBend *bend, const AttriBendShape *shape, int x)
{
    int done = CLAMP (x - bend->off, 0, shape->wide);
    return bend->from + (bend->to - bend->from) * shape->coarse[done] / 4096;
}

/* The same in sixteenths of a pixel, @x in parts of one. */
static gint64
fine_height_at (const AttriBend *bend, const AttriBendShape *shape, int x)
{
    int done = CLAMP (x - ATTRI_BEND_PARTS * bend->off, 0, ATTRI_BEND_PARTS * shape->wide);
    return 16 * bend->from + (gint64)(bend->to - bend->from) * shape->fine[done] / 256;
}

/* How far a bend gets in one pixel to the right, if it rises by @rise. Of sqrt, not hypot, IEEE
 * 754 says what comes out, to the last bit. */
static double
step_of (gint64 rise)
{
    return sqrt ((double)(1 + rise * rise));
}

/* From where to where two bends may be too near, if anywhere. */
typedef struct {
    int first, last;
} Doubt;

/* Whether two bends run closer than NEAR for longer than a crossing takes. A
 * point of one is as far from the other as their heights differ there, over the
 * other's slope. @doubt: (inout): where to look closer. */
static gboolean
run_together (const AttriBend *a, const AttriBend *b, const AttriBendShape *shape, Doubt *doubt)
{
    int end = MAX (a->off, b->off) + shape->wide + ATTRI_BEND_LONG;
    double run_a = 0, run_b = 0;
    int columns = 0;
    int last_a = a->from, last_b = b->from;
    for (int x = -ATTRI_BEND_LONG; x <= end; x++) {
        int y_a = height_at (a, shape, x), y_b = height_at (b, shape, x);
        gint64 rise_a = y_a - last_a, rise_b = y_b - last_b, gap = y_a - y_b;
        gboolean near_a = gap * gap < NEAR * NEAR * (1 + rise_b * rise_b);
        gboolean near_b = gap * gap < NEAR * NEAR * (1 + rise_a * rise_a);
        run_a = near_a ? run_a + step_of (rise_a) : 0;
        run_b = near_b ? run_b + step_of (rise_b) : 0;
        if ((near_a && run_a > ATTRI_BEND_LONG + step_of (rise_a)) ||
            (near_b && run_b > ATTRI_BEND_LONG + step_of (rise_b)))
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
is_near (const AttriBend *a, const AttriBend *b, const AttriBendShape *shape, int x)
{
    const double y = fine_height_at (a, shape, x);
    double last = fine_height_at (b, shape, x - ATTRI_BEND_PARTS * TOUCH) - y;
    const double first_gap =
        MIN (last, fine_height_at (b, shape, x + ATTRI_BEND_PARTS * TOUCH) - y);
    const double last_gap = MAX (last, fine_height_at (b, shape, x + ATTRI_BEND_PARTS * TOUCH) - y);
    if (first_gap > 16 * TOUCH || last_gap < -16 * TOUCH)
        return FALSE;
    for (int off = 1 - ATTRI_BEND_PARTS * TOUCH; off <= ATTRI_BEND_PARTS * TOUCH; off++) {
        const double next = fine_height_at (b, shape, x + off) - y;
        const double x1 = 16.0 / ATTRI_BEND_PARTS * (off - 1), x2 = 16.0 / ATTRI_BEND_PARTS * off;
        if (square_to (x1, last, x2, next) < 256.0 * TOUCH * TOUCH)
            return TRUE;
        last = next;
    }
    return FALSE;
}

/* A closer look at two that cross at a small angle, twice perhaps, where the steps above are too
 * long: whether @a runs so near to @b for longer than attri_plan_check() may allow. */
static gboolean
touches (const AttriBend *a, const AttriBend *b, const AttriBendShape *shape, const Doubt *doubt)
{
    const int start = ATTRI_BEND_PARTS * (doubt->first - ATTRI_BEND_LONG),
              end = ATTRI_BEND_PARTS * (doubt->last + ATTRI_BEND_LONG);
    gint64 last = fine_height_at (a, shape, start);
    double run = 0;
    gboolean was_near = FALSE;
    for (int x = start; x <= end && run < TOUCH_LONG; x++) {
        const gint64 y = fine_height_at (a, shape, x), rise = y - last;
        const gboolean near = is_near (a, b, shape, x);
        run = near && was_near ? run + sqrt ((double)(16 + rise * rise)) / 16 : 0;
        was_near = near;
        last = y;
    }
    return run >= TOUCH_LONG;
}

/* Where a pixel to the right is so many down, whole pixels tell too little. */
static gboolean
is_steep (const AttriBend *bend, const AttriBendShape *shape)
{
    return ABS (bend->to - bend->from) > STEEP * shape->wide;
}

gboolean
attri_bend__are_alike (const AttriBend *a, const AttriBend *b, const AttriBendShape *shape)
{
    if (MIN (a->from, a->to) - NEAR > MAX (b->from, b->to) ||
        MIN (b->from, b->to) - NEAR > MAX (a->from, a->to))
        return FALSE;
    Doubt doubt = {G_MAXINT, G_MININT};
    if (is_steep (a, shape) || is_steep (b, shape))
        doubt = (Doubt){MIN (a->off, b->off), MAX (a->off, b->off) + shape->wide};
    else if (run_together (a, b, shape, &doubt))
        return TRUE;
    return doubt.first <= doubt.last &&
           (touches (a, b, shape, &doubt) || touches (b, a, shape, &doubt));
}
