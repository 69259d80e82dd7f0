/* SPDX-License-Identifier: MIT
 *
 * check.c: the geometric rules of every picture, proved on the finished plan.
 * It reads only what is painted, and knows nothing of how it was placed.
 */
#include "layout/plan-private.h"

#include <math.h>

#define SAMPLE_STEP 3.0  /* pixels between points looked at on a line */
#define TOUCH       3.0  /* nearer than this, two lines look like one */
#define TRUNK       16.0 /* for so long, they share a trunk */
#define HALF_STROKE 1

typedef struct {
    double x, y;
} Point;

typedef struct {
    const AttriPlan *plan;
    GPtrArray *breaches;
    GPtrArray *paths; /* GArray of Point, by item that is a line; else NULL */
} Check;

static void breach (Check *check, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
breach (Check *check, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_ptr_array_add (check->breaches, g_strdup_vprintf (format, arguments));
    va_end (arguments);
}

static gboolean
overlap (AttriRect a, AttriRect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* The corners of what a thing covers, in order around it. */
typedef struct {
    Point corners[4];
} Quad;

/* A turned text rises to the right by 45 degrees about its anchor. */
static Quad
quad_of (const AttriItem *item)
{
    AttriRect r = item->rect;
    Quad quad = {{{r.x, r.y}, {r.x + r.w, r.y}, {r.x + r.w, r.y + r.h}, {r.x, r.y + r.h}}};
    for (guint i = 0; item->turned && i < 4; i++) {
        double x = quad.corners[i].x - item->x, y = quad.corners[i].y - item->y;
        quad.corners[i] = (Point){item->x + (x + y) * G_SQRT2 / 2, item->y + (y - x) * G_SQRT2 / 2};
    }
    return quad;
}

/* Whether all of @b lies on one side of some edge of @a. */
static gboolean
is_apart (const Quad *a, const Quad *b)
{
    for (guint i = 0; i < 4; i++) {
        Point from = a->corners[i], to = a->corners[(i + 1) % 4];
        guint outside = 0;
        for (guint j = 0; j < 4; j++) {
            Point p = b->corners[j];
            outside += (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x) < 1e-6;
        }
        if (outside == 4)
            return TRUE;
    }
    return FALSE;
}

/* Convex shapes overlap unless an edge of one has the other outside. */
static gboolean
items_overlap (const AttriItem *a, const AttriItem *b)
{
    if (!a->turned && !b->turned)
        return overlap (a->rect, b->rect);
    Quad first = quad_of (a), second = quad_of (b);
    return !is_apart (&first, &second) && !is_apart (&second, &first);
}

static gboolean
inside (AttriRect a, AttriRect b)
{
    return a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
}

static gboolean
holds (AttriRect rect, Point p, double slack)
{
    return p.x > rect.x - slack && p.x < rect.x + rect.w + slack && p.y > rect.y - slack &&
           p.y < rect.y + rect.h + slack;
}

static void
sample (GArray *points, Point from, const AttriStep *step)
{
    double length = fabs (step->x - from.x) + fabs (step->y - from.y);
    guint n = (guint)(length / SAMPLE_STEP) + 1;
    for (guint i = 1; i <= n; i++) {
        double t = (double)i / n, u = 1 - t;
        Point p = {from.x + (step->x - from.x) * t, from.y + (step->y - from.y) * t};
        if (step->curve) {
            p.x = u * u * u * from.x + 3 * u * u * t * step->x1 + 3 * u * t * t * step->x2 +
                  t * t * t * step->x;
            p.y = u * u * u * from.y + 3 * u * u * t * step->y1 + 3 * u * t * t * step->y2 +
                  t * t * t * step->y;
        }
        g_array_append_val (points, p);
    }
}

static GArray *
path_of (const AttriPlan *plan, const AttriItem *item)
{
    GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));
    Point at = {item->x, item->y};
    g_array_append_val (points, at);
    for (guint32 i = 0; i < item->steps.count; i++) {
        const AttriStep *step = attri_plan__step (plan, item->steps.first + i);
        sample (points, at, step);
        at = (Point){step->x, step->y};
    }
    return points;
}

/* Whether a line may touch a box: it ends there. */
static gboolean
ends_at (const AttriPlan *plan, const AttriItem *line, guint32 box)
{
    const AttriSceneLine *scene_line = attri_scene__line (plan->scene, line->line);
    return scene_line->left == box || scene_line->right == box;
}

static void
check_line_and_rect (Check *check, guint index, AttriRect rect, double slack, const char *what)
{
    const GArray *path = g_ptr_array_index (check->paths, index);
    if (g_array_index (path, Point, 0).x > rect.x + rect.w + slack ||
        g_array_index (path, Point, path->len - 1).x < rect.x - slack)
        return;
    for (guint i = 0; i < path->len; i++) {
        Point p = g_array_index (path, Point, i);
        if (holds (rect, p, slack)) {
            breach (check, "line %u runs through %s at %d,%d",
                    attri_plan__item (check->plan, index)->line, what, (int)p.x, (int)p.y);
            return;
        }
    }
}

static void
check_boxes (Check *check, const AttriItem *box)
{
    const AttriPlan *plan = check->plan;
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_BOX && item->box < box->box && overlap (item->rect, box->rect))
            breach (check, "box %u overlaps box %u", item->box, box->box);
        if (item->kind == ATTRI_ITEM_LINE) {
            g_autofree char *what = g_strdup_printf ("box %u", box->box);
            /* A line that ends at a box may touch its edge, never its inside. */
            double slack = ends_at (plan, item, box->box) ? -0.5 : 1;
            check_line_and_rect (check, i, box->rect, slack, what);
        }
    }
}

/* A text of a cell stays in it; any other keeps clear of cells. */
static void
check_text_and_cell (Check *check, const AttriItem *text, guint index)
{
    const AttriItem *cell = attri_plan__item (check->plan, index);
    if (text->cell == index + 1 && !inside (text->rect, cell->rect))
        breach (check, "text '%s' leaves its cell", text->text);
    if (text->cell != index + 1 && items_overlap (text, cell))
        breach (check, "text '%s' covers a cell", text->text);
}

static void
check_cells (Check *check, guint index)
{
    const AttriItem *cell = attri_plan__item (check->plan, index);
    for (guint i = 0; i < index; i++) {
        const AttriItem *item = attri_plan__item (check->plan, i);
        if (item->kind == ATTRI_ITEM_CELL && overlap (item->rect, cell->rect))
            breach (check, "a cell covers a cell at %d,%d", cell->rect.x, cell->rect.y);
    }
}

/* A text of a box stays in it; any other keeps clear of boxes, lines and texts. */
static void
check_text (Check *check, guint index)
{
    const AttriPlan *plan = check->plan;
    const AttriItem *text = attri_plan__item (plan, index);
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_BOX && item->box == text->box &&
            !inside (text->rect, item->rect))
            breach (check, "text '%s' leaves box %u", text->text, text->box);
        if (item->kind == ATTRI_ITEM_BOX && text->box == ATTRI_NONE &&
            text->ink != ATTRI_INK_ON_BADGE && overlap (item->rect, text->rect))
            breach (check, "text '%s%s' covers box %u", text->text,
                    text->strong != NULL ? text->strong : "", item->box);
        if (item->kind == ATTRI_ITEM_CELL)
            check_text_and_cell (check, text, i);
        if (item->kind == ATTRI_ITEM_TEXT && i < index && items_overlap (item, text))
            breach (check, "text '%s%s' covers text '%s%s'", text->text,
                    text->strong != NULL ? text->strong : "", item->text,
                    item->strong != NULL ? item->strong : "");
        if (item->kind == ATTRI_ITEM_LINE && text->box == ATTRI_NONE) {
            g_autofree char *what = g_strdup_printf ("text '%s%s'", text->text,
                                                     text->strong != NULL ? text->strong : "");
            check_line_and_rect (check, i, text->rect, HALF_STROKE, what);
        }
    }
}

/* How long two lines run closer than they may. Crossing is short. Lines never
 * turn back to the left, so only a window of the other one can be near. */
static void
check_trunks (Check *check, guint a, guint b)
{
    const GArray *first = g_ptr_array_index (check->paths, a);
    const GArray *second = g_ptr_array_index (check->paths, b);
    double run = 0;
    guint window = 0;
    for (guint i = 1; i < first->len; i++) {
        Point p = g_array_index (first, Point, i), q = g_array_index (first, Point, i - 1);
        gboolean near = FALSE;
        while (window < second->len && g_array_index (second, Point, window).x < p.x - TOUCH)
            window++;
        for (guint j = window; j < second->len && !near; j++) {
            Point o = g_array_index (second, Point, j);
            if (o.x > p.x + TOUCH)
                break;
            near = hypot (p.x - o.x, p.y - o.y) < TOUCH;
        }
        run = near ? run + hypot (p.x - q.x, p.y - q.y) : 0;
        if (run >= TRUNK) {
            breach (check, "lines %u and %u share a trunk at %d,%d",
                    attri_plan__item (check->plan, a)->line,
                    attri_plan__item (check->plan, b)->line, (int)p.x, (int)p.y);
            return;
        }
    }
}

static gboolean
stays_on (const AttriItem *item, AttriRect canvas)
{
    Quad quad = quad_of (item);
    gboolean stays = TRUE;
    for (guint i = 0; i < 4; i++)
        stays &= holds (canvas, quad.corners[i], 1e-6);
    return stays;
}

static void
check_page (Check *check, const AttriItem *item, guint index)
{
    AttriRect canvas = check->plan->canvas;
    if (item->kind == ATTRI_ITEM_LINE) {
        const GArray *path = g_ptr_array_index (check->paths, index);
        for (guint i = 0; i < path->len; i++) {
            if (!holds (canvas, g_array_index (path, Point, i), 0)) {
                breach (check, "line %u leaves the page", item->line);
                return;
            }
        }
    } else if (item->kind != ATTRI_ITEM_GROUP && item->kind != ATTRI_ITEM_END &&
               !stays_on (item, canvas)) {
        breach (check, "item %u%s%s leaves the page", index, item->text != NULL ? " " : "",
                item->text != NULL ? item->text : "");
    }
}

char **
attri_plan_check (const AttriPlan *self)
{
    g_return_val_if_fail (self != NULL, NULL);

    Check check = {self, g_ptr_array_new (), g_ptr_array_new ()};
    guint n = self->items->len;
    for (guint i = 0; i < n; i++) {
        const AttriItem *item = attri_plan__item (self, i);
        g_ptr_array_add (check.paths, item->kind == ATTRI_ITEM_LINE ? path_of (self, item) : NULL);
    }
    for (guint i = 0; i < n; i++) {
        const AttriItem *item = attri_plan__item (self, i);
        check_page (&check, item, i);
        if (item->kind == ATTRI_ITEM_BOX)
            check_boxes (&check, item);
        if (item->kind == ATTRI_ITEM_CELL)
            check_cells (&check, i);
        if (item->kind == ATTRI_ITEM_TEXT)
            check_text (&check, i);
        for (guint j = 0; item->kind == ATTRI_ITEM_LINE && j < i; j++) {
            if (attri_plan__item (self, j)->kind == ATTRI_ITEM_LINE)
                check_trunks (&check, i, j);
        }
    }
    for (guint i = 0; i < n; i++)
        g_clear_pointer ((GArray **)&g_ptr_array_index (check.paths, i), g_array_unref);
    g_ptr_array_unref (check.paths);
    g_ptr_array_add (check.breaches, NULL);
    return (char **)g_ptr_array_free (check.breaches, FALSE);
}
