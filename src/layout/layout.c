/* SPDX-License-Identifier: MIT
 *
 * layout.c: a scene becomes a plan.
 * In:  an AttriScene, which the plan keeps. Out: an AttriPlan of whole pixels.
 *
 * Columns are ours, heights start from dot's, lines are ours. Nothing is moved
 * to repair a fault: attri_plan_check() only tells.
 */
#include "layout/work.h"

#define SLOT       17 /* between two lines that end at one side of a box */
#define SLOT_TIGHT 16

G_DEFINE_QUARK (attri_layout_error, attri_layout_error)

/* Width and height in pixels, and the smallest share of it that small type may
 * shrink to: not at all on a slide, where it has 12 px; 7½ pt on paper. */
typedef struct {
    int width, height;
    guint least_percent;
} PageSize;

static const PageSize page_sizes[] = {
    [ATTRI_PAGE_FIT] = {0, 0, 0},
    [ATTRI_PAGE_16_9] = {1280, 720, 100},
    [ATTRI_PAGE_A4] = {1123, 794, 80},
};

static void
row_clear (gpointer data)
{
    WorkRow *row = data;
    g_clear_pointer (&row->lines, g_ptr_array_unref);
}

static void
box_clear (gpointer data)
{
    WorkBox *box = data;
    g_clear_pointer (&box->name, g_ptr_array_unref);
    g_clear_pointer (&box->detail, g_ptr_array_unref);
}

static void
line_clear (gpointer data)
{
    WorkLine *line = data;
    g_array_unref (line->nodes);
    g_array_unref (line->track);
}

static void
column_clear (gpointer data)
{
    g_array_unref (((WorkColumn *)data)->nodes);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
    GArray *array = g_array_new (FALSE, TRUE, size);
    g_array_set_clear_func (array, clear);
    return array;
}

/* Sides stay within 1:3, however few rows there are. */
static void
run_matrix (Work *w)
{
    work_measure_matrix (w);
    w->least_height = MAX (w->least_height, (w->width + 2) / 3);
    work_draw_head (w);
    work_draw_matrix (w);
    work_draw_foot (w);
}

void
work_begin (Work *w, AttriPlan *plan)
{
    *w = (Work){
        .scene = plan->scene,
        .plan = plan,
        .rows = new_array (sizeof (WorkRow), row_clear),
        .boxes = new_array (sizeof (WorkBox), box_clear),
        .lines = new_array (sizeof (WorkLine), line_clear),
        .nodes = new_array (sizeof (WorkNode), NULL),
        .columns = new_array (sizeof (WorkColumn), column_clear),
        .slot = SLOT,
    };
}

void
work_end (Work *w)
{
    g_array_unref (w->rows);
    g_array_unref (w->boxes);
    g_array_unref (w->lines);
    g_array_unref (w->nodes);
    g_array_unref (w->columns);
}

gboolean
work_arrange (Work *w, GError **error)
{
    work_measure_boxes (w);
    work_make_nodes (w);
    if (!work_place (w, error))
        return FALSE;
    work_route (w);
    work_record (w);
    return TRUE;
}

static gboolean
work_run (Work *w, GError **error)
{
    if (w->scene->matrix) {
        run_matrix (w);
        return TRUE;
    }
    if (!work_arrange (w, error))
        return FALSE;
    work_draw_head (w);
    work_shift (w, w->top);
    work_draw_lines (w);
    work_fill_boxes (w);
    work_draw_labels (w);
    work_draw_foot (w);
    return TRUE;
}

/**
 * Canvas:
 * @lock: (nullable)
 * @compact: for a page of fixed size
 * @titled: sources have their titles even there
 * @width, @height: it has at least this size
 * @spare: height that the picture may leave empty,
 * @rigid: and must not be spread over
 * @looser: how much further apart boxes may stand for it
 * @widest: (nullable): as in Work
 *
 * What to plan on.
 */
typedef struct {
    const AttriLock *lock;
    gboolean compact;
    gboolean titled;
    int width, height;
    int spare;
    gboolean rigid;
    int looser;
    GArray *widest;
} Canvas;

static AttriPlan *
plan_on (AttriScene *scene, const Canvas *canvas, GError **error)
{
    g_autoptr (AttriPlan) plan = attri_plan__new_empty (scene);
    Work w;
    work_begin (&w, plan);
    w.least_width = canvas->width;
    w.least_height = canvas->height;
    w.compact = canvas->compact;
    w.titled = canvas->titled;
    w.slot = canvas->compact ? SLOT_TIGHT : SLOT;
    w.widest = canvas->widest;
    w.lock = canvas->lock;
    w.spare = canvas->spare;
    w.rigid = canvas->rigid;
    w.loose = canvas->looser;
    gboolean done = work_run (&w, error);
    work_end (&w);
    if (!done)
        return NULL;
    plan->page = plan->canvas;
    return g_steal_pointer (&plan);
}

/* Whether the boxes of @canvas can be made narrower by some of @excess. */
static gboolean
narrow (AttriScene *scene, const Canvas *canvas, int excess)
{
    g_autoptr (AttriPlan) plan = attri_plan__new_empty (scene);
    Work w;
    work_begin (&w, plan);
    w.compact = canvas->compact;
    w.slot = SLOT_TIGHT;
    w.widest = canvas->widest;
    w.lock = canvas->lock;
    const gboolean taken = work_narrow (&w, excess);
    work_end (&w);
    return taken;
}

static gboolean
exceeds (const AttriPlan *plan, const Canvas *canvas)
{
    return plan != NULL && (plan->canvas.w > canvas->width || plan->canvas.h > canvas->height);
}

/* Spread out, lines bend elsewhere and may need more room: then boxes stand less far apart, or
 * give way, or in the end nothing is spread. */
static AttriPlan *
plan_spread (AttriScene *scene, Canvas canvas, GError **error)
{
    static const struct {
        int looser;
        gboolean narrower;
    } tries[] = {{32, FALSE}, {16, FALSE}, {8, FALSE}, {16, TRUE}, {8, TRUE}, {0, TRUE}};
    GArray *before = canvas.widest;
    int excess = 0;
    for (guint i = 0; i < G_N_ELEMENTS (tries); i++) {
        g_autoptr (GArray) widest = g_array_copy (before);
        canvas.widest = widest;
        canvas.looser = tries[i].looser;
        if (tries[i].narrower && (scene->matrix || !narrow (scene, &canvas, excess)))
            continue;
        g_autoptr (AttriPlan) plan = plan_on (scene, &canvas, error);
        if (plan == NULL || !exceeds (plan, &canvas))
            return g_steal_pointer (&plan);
        excess = MAX (excess, plan->canvas.w - canvas.width);
    }
    canvas.widest = before;
    canvas.rigid = TRUE;
    return plan_on (scene, &canvas, error);
}

/* Draws again on a canvas of the page's shape, and refuses if it must shrink too much. */
static AttriPlan *
fit_to_page (AttriScene *scene, Canvas canvas, const AttriPlan *natural, const PageSize *page,
             GError **error)
{
    int width = MAX (page->width, natural->canvas.w),
        height = MAX (page->height, natural->canvas.h);
    if (width * page->height < height * page->width)
        width = (height * page->width + page->height - 1) / page->height;
    else
        height = (width * page->height + page->width - 1) / page->width;
    canvas.width = width;
    canvas.height = height;
    canvas.spare = height - natural->canvas.h;
    if ((guint)(page->width * 100 / width) < page->least_percent) {
        g_set_error (
            error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE,
            "the picture needs %d × %d pixels and the page has %d × %d: type would shrink "
            "below the legible; show less (--hops, --type, --min-sources) or use --page fit",
            natural->canvas.w, natural->canvas.h, page->width, page->height);
        return NULL;
    }
    g_autoptr (AttriPlan) plan = plan_spread (scene, canvas, error);
    if (plan == NULL)
        return NULL;
    plan->page = (AttriRect){0, 0, page->width, page->height};
    return g_steal_pointer (&plan);
}

/* As large as it needs to be, but no strip: a picture three times as tall as wide gets a wider
 * page, on which its columns stand further apart. */
static AttriPlan *
fit_to_content (AttriScene *scene, const AttriLock *lock, GError **error)
{
    Canvas canvas = {.lock = lock, .width = WORK_FIT_WIDTH};
    g_autoptr (AttriPlan) plan = plan_on (scene, &canvas, error);
    if (plan == NULL || plan->canvas.h <= 3 * plan->canvas.w)
        return g_steal_pointer (&plan);
    canvas.width = (plan->canvas.h + 2) / 3;
    return plan_on (scene, &canvas, error);
}

static void
set_widest (Canvas *canvas, const AttriScene *scene, int widest)
{
    g_array_set_size (canvas->widest, 0);
    for (guint i = 0; i < scene->columns->len; i++)
        g_array_append_val (canvas->widest, widest);
}

/* Boxes wrap their words earlier where the page is too narrow. Where lines bend and how much room
 * that takes is known only of a whole plan, so one may not be enough. */
static AttriPlan *
plan_narrower (AttriScene *scene, Canvas *canvas, int most, GError **error)
{
    set_widest (canvas, scene, WORK_WIDEST_PAGE);
    g_autoptr (AttriPlan) plan = plan_on (scene, canvas, error);
    if (plan == NULL || plan->canvas.w <= most || scene->matrix)
        return g_steal_pointer (&plan);
    set_widest (canvas, scene, WORK_WIDEST);
    do {
        attri_plan_unref (g_steal_pointer (&plan));
        plan = plan_on (scene, canvas, error);
    } while (plan != NULL && plan->canvas.w > most &&
             narrow (scene, canvas, plan->canvas.w - most));
    return g_steal_pointer (&plan);
}

/* How wide a canvas of the page's shape is that holds a plan. */
static int
width_on (const PageSize *page, const AttriPlan *plan)
{
    const int width = MAX (page->width, plan->canvas.w);
    const int height = MAX (page->height, plan->canvas.h);
    return MAX (width, (height * page->width + page->height - 1) / page->height);
}

/* Lists the sources with their titles, if the picture need not shrink for it. */
static gboolean
add_titles (AttriScene *scene, Canvas *canvas, const PageSize *page, AttriPlan **plan,
            GError **error)
{
    canvas->titled = TRUE;
    g_autoptr (AttriPlan) titled = plan_on (scene, canvas, error);
    if (titled == NULL)
        return FALSE;
    canvas->titled = width_on (page, titled) <= width_on (page, *plan);
    if (canvas->titled) {
        attri_plan_unref (*plan);
        *plan = g_steal_pointer (&titled);
    }
    return TRUE;
}

AttriPlan *
attri_plan_new (AttriScene *scene, const AttriPlanOptions *options, GError **error)
{
    g_return_val_if_fail (scene != NULL, NULL);

    AttriPage page = options != NULL ? options->page : ATTRI_PAGE_FIT;
    const AttriLock *lock = options != NULL ? options->lock : NULL;
    if (!work_check_lock (lock, scene, error))
        return NULL;
    if (page == ATTRI_PAGE_FIT)
        return fit_to_content (scene, lock, error);
    const PageSize *size = &page_sizes[page];
    g_autoptr (GArray) widest = g_array_new (FALSE, FALSE, sizeof (int));
    Canvas canvas = {.lock = lock, .compact = TRUE, .width = WORK_FIT_WIDTH, .widest = widest};
    g_autoptr (AttriPlan) plan =
        plan_narrower (scene, &canvas, size->width * 100 / (int)size->least_percent, error);
    if (plan == NULL || !add_titles (scene, &canvas, size, &plan, error))
        return NULL;
    return fit_to_page (scene, canvas, plan, size, error);
}
