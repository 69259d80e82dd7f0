/* SPDX-License-Identifier: MIT
 *
 * layout.c: a scene becomes a plan.
 * In:  an AttriScene, which the plan keeps. Out: an AttriPlan of whole pixels.
 *
 * Columns are ours, heights start from dot's, lines are ours. Nothing is moved
 * to repair a fault: attri_plan_check() only tells.
 */
#include "layout/work.h"

#define FIT_WIDTH 1280

G_DEFINE_QUARK (attri_layout_error, attri_layout_error)

/* Width and height in pixels, and the smallest share of it that small type may
 * shrink to: 12 px on a slide; 6 pt on paper. */
typedef struct {
    int width, height;
    guint least_percent;
} PageSize;

static const PageSize page_sizes[] = {
    [ATTRI_PAGE_FIT] = {0, 0, 0},
    [ATTRI_PAGE_16_9] = {1280, 720, 96},
    [ATTRI_PAGE_A4] = {1123, 794, 64},
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

static gboolean
work_run (Work *w, GError **error)
{
    if (w->scene->matrix) {
        run_matrix (w);
        return TRUE;
    }
    work_measure_boxes (w);
    work_make_nodes (w);
    if (!work_place (w, error))
        return FALSE;
    work_route (w);
    work_record (w);
    work_draw_head (w);
    work_shift (w, w->top);
    work_draw_lines (w);
    work_fill_boxes (w);
    work_draw_labels (w);
    work_draw_foot (w);
    return TRUE;
}

/* A plan on a canvas of at least this size, of which the picture may leave @spare empty. */
static AttriPlan *
plan_on (AttriScene *scene, const AttriLock *lock, gboolean compact, int least_width,
         int least_height, int spare, GError **error)
{
    g_autoptr (AttriPlan) plan = attri_plan__new_empty (scene);
    Work w = {
        .scene = scene,
        .plan = plan,
        .rows = new_array (sizeof (WorkRow), row_clear),
        .boxes = new_array (sizeof (WorkBox), box_clear),
        .lines = new_array (sizeof (WorkLine), line_clear),
        .nodes = new_array (sizeof (WorkNode), NULL),
        .columns = new_array (sizeof (WorkColumn), column_clear),
        .least_width = least_width,
        .least_height = least_height,
        .compact = compact,
        .lock = lock,
        .spare = spare,
    };
    gboolean done = work_run (&w, error);
    g_array_unref (w.rows);
    g_array_unref (w.boxes);
    g_array_unref (w.lines);
    g_array_unref (w.nodes);
    g_array_unref (w.columns);
    if (!done)
        return NULL;
    plan->page = plan->canvas;
    return g_steal_pointer (&plan);
}

/* Draws again on a canvas of the page's shape, and refuses if it must shrink too much. */
static AttriPlan *
fit_to_page (AttriScene *scene, const AttriLock *lock, const AttriPlan *natural,
             const PageSize *page, GError **error)
{
    int width = MAX (page->width, natural->canvas.w),
        height = MAX (page->height, natural->canvas.h);
    if (width * page->height < height * page->width)
        width = (height * page->width + page->height - 1) / page->height;
    else
        height = (width * page->height + page->width - 1) / page->width;
    g_autoptr (AttriPlan) plan =
        plan_on (scene, lock, TRUE, width, height, height - natural->canvas.h, error);
    if (plan == NULL)
        return NULL;
    if ((guint)(page->width * 100 / plan->canvas.w) < page->least_percent) {
        g_set_error (
            error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE,
            "the picture needs %d × %d pixels and the page has %d × %d: type would shrink "
            "below the legible; show less (--hops, --type, --min-sources) or use --page fit",
            natural->canvas.w, natural->canvas.h, page->width, page->height);
        return NULL;
    }
    plan->page = (AttriRect){0, 0, page->width, page->height};
    return g_steal_pointer (&plan);
}

/* As large as it needs to be, but no strip: a picture three times as tall as wide gets a wider
 * page, on which its columns stand further apart. */
static AttriPlan *
fit_to_content (AttriScene *scene, const AttriLock *lock, GError **error)
{
    g_autoptr (AttriPlan) plan = plan_on (scene, lock, FALSE, FIT_WIDTH, 0, 0, error);
    if (plan == NULL || plan->canvas.h <= 3 * plan->canvas.w)
        return g_steal_pointer (&plan);
    return plan_on (scene, lock, FALSE, (plan->canvas.h + 2) / 3, 0, 0, error);
}

AttriPlan *
attri_plan_new (AttriScene *scene, const AttriPlanOptions *options, GError **error)
{
    g_return_val_if_fail (scene != NULL, NULL);

    AttriPage page = options != NULL ? options->page : ATTRI_PAGE_FIT;
    const AttriLock *lock = options != NULL ? options->lock : NULL;
    if (page == ATTRI_PAGE_FIT)
        return fit_to_content (scene, lock, error);
    g_autoptr (AttriPlan) plan = plan_on (scene, lock, TRUE, FIT_WIDTH, 0, 0, error);
    if (plan == NULL)
        return NULL;
    return fit_to_page (scene, lock, plan, &page_sizes[page], error);
}
