/* SPDX-License-Identifier: MIT
 *
 * picture.c: how a graph is to be drawn, as typed, and a graph go in; the
 * picture's bytes are written.
 */
#include "cli/picture.h"

#include "cli/lock.h"
#include "cli/output.h"
#include "cli/progress.h"

#include <string.h>
#include <unistd.h>

/* In the order of AttriTheme, AttriPage and AttriSceneView. */
static const char *const themes[] = {"auto", "light", "dark", "print", NULL};
static const char *const pages[] = {"fit", "16:9", "a4", NULL};
static const char *const accesses[] = {"image", "full", NULL};
static const char *const views[] = {"auto", "columns", "layered", "matrix", NULL};

/* The limits of --scale, in percent; the paint helper also bounds the area. */
#define LEAST_SCALE 10
#define MOST_SCALE  1000
#define MOST_PREFIX 64

/* A lock that crosses lines so much more often than a fresh layout is better made anew (in
 * percent). */
#define MOST_CROSSED 150

void
cli_picture_clear (CliPicture *self)
{
    g_free (self->typed.title);
    g_free (self->typed.subtitle);
    g_free (self->typed.theme);
    g_free (self->typed.page);
    g_free (self->typed.view);
    g_free (self->typed.access);
    g_free (self->typed.id_prefix);
    g_free (self->typed.scale);
    g_free (self->typed.lock);
    memset (self, 0, sizeof *self);
}

void
cli_picture_offer_themes (CliOptions *options)
{
    cli_options_offer (options, "theme", themes);
}

void
cli_picture_add_options (CliPicture *self, CliOptions *options)
{
    const GOptionEntry picture[] = {
        {"title", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.title,
         "in place of the computed finding", "TEXT"},
        {"subtitle", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.subtitle,
         "before the computed counts", "TEXT"},
        {"theme", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.theme,
         "auto (light, and dark where the reader prefers it),\nlight, dark or print", "NAME"},
        {"page", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.page,
         "fit (as large as needed), 16:9 (1280 x 720) or a4", "NAME"},
        {"view", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.view,
         "columns (by role around the focus), layered, or\nmatrix (tools by groups); by default "
         "what fits",
         "NAME"},
        {"lock", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.lock,
         "keep everything where this file has it, and write\nthere where it stands", "FILE"},
        {"relayout", 0, 0, G_OPTION_ARG_NONE, &self->typed.relayout,
         "with --lock: place everything afresh", NULL},
        {"id-prefix", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.id_prefix,
         "what every id in the SVG begins with, for several\npictures in one page", "WORD"},
        {"a11y", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.access,
         "for screen readers: image (one, which the graph read\naloud describes; the default) or "
         "full "
         "(its boxes and\nlines one by one)",
         "NAME"},
        {"scale", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.scale,
         "PNG pixels to one of the picture, 0.1 to 10", "N"},
        {0}};
    cli_options_add (options, "Picture", picture);
    cli_picture_offer_themes (options);
    cli_options_offer (options, "page", pages);
    cli_options_offer (options, "view", views);
    cli_options_offer (options, "a11y", accesses);
}

/* "1.5" is 150; at most two decimals, so that no rounding is needed. */
static gboolean
parse_scale (const char *text, guint *percent, GError **error)
{
    *percent = 100;
    if (text == NULL)
        return TRUE;
    gsize whole = strspn (text, "0123456789");
    const char *decimals = text[whole] == '.' ? text + whole + 1 : "";
    gsize n_decimals = strlen (decimals);
    gboolean well_formed = whole > 0 && whole <= 2 && n_decimals <= 2 &&
                           strspn (decimals, "0123456789") == n_decimals &&
                           (text[whole] == '\0' || n_decimals > 0);
    if (well_formed) {
        *percent = 100 * (guint)g_ascii_strtoull (text, NULL, 10);
        *percent += (guint)g_ascii_strtoull (decimals, NULL, 10) * (n_decimals == 1 ? 10 : 1);
        if (*percent >= LEAST_SCALE && *percent <= MOST_SCALE)
            return TRUE;
    }
    g_autofree char *quoted = cli_quote (text);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--scale: %s is not a number from 0.1 to 10 with at most two decimals", quoted);
    return FALSE;
}

static gboolean
check_prefix (const char *text, GError **error)
{
    if (text == NULL)
        return TRUE;
    gsize length = strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_");
    if (g_ascii_isalpha (text[0]) && text[length] == '\0' && length <= MOST_PREFIX)
        return TRUE;
    g_autofree char *quoted = cli_quote (text);
    g_set_error (
        error, CLI_ERROR, CLI_ERROR_USAGE,
        "--id-prefix: %s is not a letter followed by letters, digits, - and _ (%d at most)", quoted,
        MOST_PREFIX);
    return FALSE;
}

static gboolean
check_lock (const CliPicture *self, const char *const *files, GError **error)
{
    const char *path = self->typed.lock;
    if (path == NULL && self->typed.relayout) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "--relayout needs --lock, the file whose places are given up");
        return FALSE;
    }
    if (path != NULL && (*path == '\0' || g_str_equal (path, "-"))) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, "--lock: expected a file's name");
        return FALSE;
    }
    return path == NULL || cli_check_written ("--lock", path, files, error);
}

gboolean
cli_picture_read (CliPicture *self, const char *const *files, GError **error)
{
    guint theme = ATTRI_THEME_AUTO, page = ATTRI_PAGE_FIT, view = ATTRI_SCENE_VIEW_AUTO;
    guint access = ATTRI_ACCESS_IMAGE;
    if (!cli_parse_text ("title", self->typed.title, error) ||
        !cli_parse_text ("subtitle", self->typed.subtitle, error) ||
        !cli_parse_choice ("theme", self->typed.theme, themes, &theme, error) ||
        !cli_parse_choice ("page", self->typed.page, pages, &page, error) ||
        !cli_parse_choice ("view", self->typed.view, views, &view, error) ||
        !cli_parse_choice ("a11y", self->typed.access, accesses, &access, error) ||
        !check_prefix (self->typed.id_prefix, error) ||
        !parse_scale (self->typed.scale, &self->scale_percent, error) ||
        !check_lock (self, files, error))
        return FALSE;
    self->scene.view = (AttriSceneView)view;
    self->scene.title = self->typed.title;
    self->scene.subtitle = self->typed.subtitle;
    self->plan.page = (AttriPage)page;
    self->draw.theme = (AttriTheme)theme;
    self->draw.access = (AttriAccess)access;
    self->draw.id_prefix = self->typed.id_prefix;
    return TRUE;
}

gboolean
cli_picture_check_output (const CliPicture *self, CliPictureFormat format, const char *path,
                          GError **error)
{
    if (self->typed.lock != NULL && path != NULL && cli_is_same_file (self->typed.lock, path)) {
        g_autofree char *quoted = cli_quote (path);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "--lock: %s is where the picture goes; choose another name", quoted);
        return FALSE;
    }
    if (self->typed.lock != NULL && format == CLI_PICTURE_TXT) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "--lock: a text has no places; expected svg, png or pdf");
        return FALSE;
    }
    if ((format != CLI_PICTURE_PNG && format != CLI_PICTURE_PDF) || path != NULL ||
        !isatty (STDOUT_FILENO))
        return TRUE;
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "a terminal cannot show %s; name a file with -o",
                 format == CLI_PICTURE_PNG ? "png" : "pdf");
    return FALSE;
}

/* Before, after, and what changed, one below the other. */
static AttriPlan *
make_panes (const CliPicture *self, const AttriGraph *view, const AttriLock *lock, GError **error)
{
    static const char *const headings[] = {"Before", "After", "What changed"};
    const AttriGraph *const graphs[] = {self->before, self->after, view};
    AttriScene *scenes[] = {NULL, NULL, NULL};
    AttriSceneOptions options = self->scene;
    G_GNUC_UNUSED g_autoptr (CliProgress) progress = cli_progress_new ("drawing", NULL);

    if (lock != NULL)
        options.held = attri_lock_get_columns (lock, &options.n_held);
    for (guint i = G_N_ELEMENTS (scenes); i > 0; i--) {
        scenes[i - 1] = attri_scene_new (graphs[i - 1], &options);
        options.numbers_of = scenes[2];
        options.title = options.subtitle = NULL;
    }
    const AttriPlanOptions plan_options = {.lock = lock};
    AttriPlan *plan = attri_plan_new_panes (scenes, headings, 3, &plan_options, error);
    for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
        attri_scene_unref (scenes[i]);
    return plan;
}

/* The first of the steps up to @last, by which boxes fold, that fits the page. */
static AttriPlan *
fold_to_page (const AttriGraph *view, AttriSceneOptions *scene_options,
              const AttriPlanOptions *plan_options, guint last, GError **error)
{
    AttriPlan *plan = NULL;
    for (guint fold = 0; fold <= last && plan == NULL; fold++) {
        g_clear_error (error);
        scene_options->fold = fold;
        g_autoptr (AttriScene) scene = attri_scene_new (view, scene_options);
        plan = attri_plan_new (scene, plan_options, error);
        if (plan == NULL && !g_error_matches (*error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE))
            break;
    }
    return plan;
}

/* Where a page of fixed size is too small for everything, boxes are folded; where that is not
 * enough and the view is free, the matrix folds as little as it must. */
static AttriPlan *
make_plan (const CliPicture *self, const AttriGraph *view, const AttriLock *lock, GError **error)
{
    if (self->before != NULL)
        return make_panes (self, view, lock, error);
    AttriSceneOptions scene_options = self->scene;
    AttriPlanOptions plan_options = self->plan;
    G_GNUC_UNUSED g_autoptr (CliProgress) progress = cli_progress_new ("drawing", NULL);
    g_autoptr (GError) too_small = NULL;

    plan_options.lock = lock;
    if (lock != NULL)
        scene_options.held = attri_lock_get_columns (lock, &scene_options.n_held);
    const gboolean is_free = scene_options.view == ATTRI_SCENE_VIEW_AUTO;
    AttriPlan *plan =
        fold_to_page (view, &scene_options, &plan_options,
                      is_free ? ATTRI_SCENE_MOST_FOLD - 1 : ATTRI_SCENE_MOST_FOLD, &too_small);
    if (g_error_matches (too_small, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE) && is_free) {
        scene_options.view = ATTRI_SCENE_VIEW_MATRIX;
        plan =
            fold_to_page (view, &scene_options, &plan_options, ATTRI_SCENE_MOST_FOLD, &too_small);
    }
    if (too_small != NULL)
        g_propagate_error (error, g_steal_pointer (&too_small));
    return plan;
}

void
cli_picture_suggest (const CliPicture *self, const AttriGraph *view, const CliDrawing *drawing)
{
    const AttriPlan *plan = drawing->plan;
    if (!attri_plan_is_patched (plan))
        return;
    g_autoptr (AttriPlan) fresh = make_plan (self, view, NULL, NULL);
    if (fresh == NULL)
        return;
    const guint have = attri_plan_get_crossings (plan);
    const guint could = attri_plan_get_crossings (fresh);
    if (have * 100 <= could * MOST_CROSSED)
        return;
    g_autofree char *lock = cli_quote (self->typed.lock);
    cli_say ("as %s has it lines cross %u time%s, afresh %u; --relayout gives up the old places",
             lock, have, have == 1 ? "" : "s", could);
}

/* The finished bytes. */
static GBytes *
paint (const CliPicture *self, const AttriGraph *view, const AttriPlan *plan,
       CliPictureFormat format, GError **error)
{
    if (format == CLI_PICTURE_HTML)
        return attri_draw_html (plan, view, &self->draw);
    g_autoptr (GBytes) svg = attri_draw_svg (plan, &self->draw);
    if (format == CLI_PICTURE_PNG)
        return attri_draw_png (svg, self->scale_percent, error);
    if (format == CLI_PICTURE_PDF)
        return attri_draw_pdf (&svg, 1, attri_graph_get_latest_date (view), error);
    return g_steal_pointer (&svg);
}

static gboolean
write_text (const CliPicture *self, const AttriGraph *view, const char *path, GError **error)
{
    g_autoptr (AttriScene) scene = attri_scene_new (view, &self->scene);
    const char *text = attri_scene_get_text (scene);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (path, bytes, error);
}

void
cli_drawing_clear (CliDrawing *self)
{
    g_clear_pointer (&self->picture, g_bytes_unref);
    g_clear_pointer (&self->lock, g_bytes_unref);
    g_clear_pointer (&self->plan, attri_plan_unref);
    cli_lock_clear (&self->held);
}

gboolean
cli_picture_draw (const CliPicture *self, const AttriGraph *view, CliPictureFormat format,
                  CliDrawing *drawing, GError **error)
{
    CliLock *held = &drawing->held;
    if (!cli_lock_load (held, self->typed.lock, self->typed.relayout, self->max_tlp, error))
        return FALSE;
    drawing->plan = make_plan (self, view, held->lock, error);
    if (drawing->plan == NULL)
        return FALSE;
    drawing->picture = paint (self, view, drawing->plan, format, error);
    if (drawing->picture == NULL)
        return FALSE;
    char *text = held->path != NULL ? attri_plan_to_lock (drawing->plan) : NULL;
    if (text != NULL)
        drawing->lock = g_bytes_new_take (text, strlen (text));
    return TRUE;
}

/* The lock goes first: an unwritable one leaves the picture as it was, and the other way. */
static gboolean
write_both (const CliDrawing *drawing, const char *path, GError **error)
{
    if (!cli_lock_save (&drawing->held, drawing->lock, error))
        return FALSE;
    if (cli_write (path, drawing->picture, error))
        return TRUE;
    cli_lock_restore (&drawing->held);
    return FALSE;
}

gboolean
cli_picture_write (const CliPicture *self, const AttriGraph *view, CliPictureFormat format,
                   const char *path, GError **error)
{
    if (format == CLI_PICTURE_TXT)
        return write_text (self, view, path, error);

    g_auto (CliDrawing) drawing = {0};
    if (!cli_picture_draw (self, view, format, &drawing, error) ||
        !write_both (&drawing, path, error))
        return FALSE;
    cli_picture_suggest (self, view, &drawing);
    return TRUE;
}
