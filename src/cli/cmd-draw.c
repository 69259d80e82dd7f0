/* SPDX-License-Identifier: MIT
 *
 * attrigraph draw: the picture, one way: read, view, scene, layout, draw, save.
 */
#include "cli/output.h"
#include "cli/selection.h"

#include <string.h>
#include <unistd.h>

typedef enum { FORMAT_SVG, FORMAT_PNG, FORMAT_PDF, FORMAT_TXT } Format;

static const char *const formats[] = {"svg", "png", "pdf", "txt", NULL};
/* In the order of AttriTheme, AttriPage and AttriSceneView. */
static const char *const themes[] = {"auto", "light", "dark", "print", NULL};
static const char *const pages[] = {"fit", "16:9", "a4", NULL};
static const char *const views[] = {"auto", "columns", "layered", NULL};

/* The limits of --scale, in percent; the paint helper also bounds the area. */
#define LEAST_SCALE 10
#define MOST_SCALE  1000
#define MOST_PREFIX 64

/* The picture's options as typed. */
typedef struct {
    char *path;
    char *format;
    char *title;
    char *subtitle;
    char *theme;
    char *page;
    char *view;
    char *id_prefix;
    char *scale;
} Typed;

/* The same, read. */
typedef struct {
    const char *path;
    guint format;
    guint scale_percent;
    AttriSceneOptions scene;
    AttriPlanOptions plan;
    AttriDrawOptions draw;
} Wish;

static void
typed_clear (Typed *typed)
{
    g_free (typed->path);
    g_free (typed->format);
    g_free (typed->title);
    g_free (typed->subtitle);
    g_free (typed->theme);
    g_free (typed->page);
    g_free (typed->view);
    g_free (typed->id_prefix);
    g_free (typed->scale);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
add_options (Typed *typed, CliOptions *options)
{
    const GOptionEntry output[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->path,
         "write here; by default to standard output", "FILE"},
        {"to", 'T', 0, G_OPTION_ARG_FILENAME, &typed->format,
         "svg, png, pdf or txt (the graph read aloud); by\ndefault FILE's extension, else svg",
         "FORMAT"},
        {0}};
    const GOptionEntry picture[] = {
        {"title", 0, 0, G_OPTION_ARG_FILENAME, &typed->title, "in place of the computed finding",
         "TEXT"},
        {"subtitle", 0, 0, G_OPTION_ARG_FILENAME, &typed->subtitle, "before the computed counts",
         "TEXT"},
        {"theme", 0, 0, G_OPTION_ARG_FILENAME, &typed->theme,
         "auto (light, and dark where the reader prefers it),\nlight, dark or print", "NAME"},
        {"page", 0, 0, G_OPTION_ARG_FILENAME, &typed->page,
         "fit (as large as needed), 16:9 (1280 x 720) or a4", "NAME"},
        {"view", 0, 0, G_OPTION_ARG_FILENAME, &typed->view,
         "columns (by role around the focus) or layered;\nby default columns if there is a focus",
         "NAME"},
        {"id-prefix", 0, 0, G_OPTION_ARG_FILENAME, &typed->id_prefix,
         "what every id in the SVG begins with, for several\npictures in one page", "WORD"},
        {"scale", 0, 0, G_OPTION_ARG_FILENAME, &typed->scale,
         "PNG pixels to one of the picture, 0.1 to 10", "N"},
        {0}};
    cli_options_add (options, "Output", output);
    cli_options_add (options, "Picture", picture);
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
read_wish (const Typed *typed, Wish *wish, GError **error)
{
    guint theme = ATTRI_THEME_AUTO, page = ATTRI_PAGE_FIT, view = ATTRI_SCENE_VIEW_AUTO;
    if (!cli_choose_format (typed->format, typed->path, formats, &wish->format, error) ||
        !cli_parse_text ("title", typed->title, error) ||
        !cli_parse_text ("subtitle", typed->subtitle, error) ||
        !cli_parse_choice ("theme", typed->theme, themes, &theme, error) ||
        !cli_parse_choice ("page", typed->page, pages, &page, error) ||
        !cli_parse_choice ("view", typed->view, views, &view, error) ||
        !check_prefix (typed->id_prefix, error) ||
        !parse_scale (typed->scale, &wish->scale_percent, error))
        return FALSE;

    gboolean binary = wish->format == FORMAT_PNG || wish->format == FORMAT_PDF;
    if (binary && typed->path == NULL && isatty (STDOUT_FILENO)) {
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "a terminal cannot show %s; name a file with -o", formats[wish->format]);
        return FALSE;
    }
    wish->path = typed->path;
    wish->scene.view = (AttriSceneView)view;
    wish->scene.title = typed->title;
    wish->scene.subtitle = typed->subtitle;
    wish->plan.page = (AttriPage)page;
    wish->draw.theme = (AttriTheme)theme;
    wish->draw.id_prefix = typed->id_prefix;
    return TRUE;
}

/* Where a page of fixed size is too small for everything, boxes are folded. */
static AttriPlan *
make_plan (const AttriGraph *view, const Wish *wish, GError **error)
{
    AttriSceneOptions options = wish->scene;
    g_autoptr (GError) too_small = NULL;
    for (options.fold = 0; options.fold <= ATTRI_SCENE_MOST_FOLD; options.fold++) {
        g_clear_error (&too_small);
        g_autoptr (AttriScene) scene = attri_scene_new (view, &options);
        AttriPlan *plan = attri_plan_new (scene, &wish->plan, &too_small);
        if (!g_error_matches (too_small, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE)) {
            if (too_small != NULL)
                g_propagate_error (error, g_steal_pointer (&too_small));
            return plan;
        }
    }
    g_propagate_error (error, g_steal_pointer (&too_small));
    return NULL;
}

/* The finished bytes in the wanted format. */
static GBytes *
make_picture (const AttriGraph *view, const Wish *wish, GError **error)
{
    if (wish->format == FORMAT_TXT) {
        g_autoptr (AttriScene) scene = attri_scene_new (view, &wish->scene);
        const char *text = attri_scene_get_text (scene);
        return g_bytes_new (text, strlen (text));
    }
    g_autoptr (AttriPlan) plan = make_plan (view, wish, error);
    if (plan == NULL)
        return NULL;
    g_autoptr (GBytes) svg = attri_draw_svg (plan, &wish->draw);
    if (wish->format == FORMAT_PNG)
        return attri_draw_png (svg, wish->scale_percent, error);
    if (wish->format == FORMAT_PDF)
        return attri_draw_pdf (svg, attri_graph_get_latest_date (view), error);
    return g_steal_pointer (&svg);
}

static gboolean
draw (const CliSelection *selection, const Wish *wish, const char *const *files, GError **error)
{
    g_autoptr (AttriGraph) view = cli_selection_load (selection, files, NULL, error);
    if (view == NULL)
        return FALSE;
    g_autoptr (GBytes) picture = make_picture (view, wish, error);
    return picture != NULL && cli_write (wish->path, picture, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliSelection) selection = {0};
    g_auto (Typed) typed = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (&typed, options);
    cli_selection_add_options (&selection, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) files = NULL;
    if (!cli_options_parse (options, argc, argv, &files, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);

    Wish wish = {0};
    const char *const *inputs = (const char *const *)files;
    if (!read_wish (&typed, &wish, &error) || !cli_selection_read (&selection, &error) ||
        !cli_check_output (wish.path, inputs, &error) || !draw (&selection, &wish, inputs, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_draw = {
    .name = "draw",
    .parameters = "FILE...",
    .summary = "draw the graph as SVG, PNG, PDF or text",
    .description =
        "Draws who is said to be behind what. With a focus, the picture has columns:\n"
        "targets, the focus, its tooling, related groups. Every line bears the number of\n"
        "the source that says so, and its dash tells how firmly it is said.\n",
    .examples =
        "  attrigraph draw data/tag-22 --focus TAG-22 -o tag-22.svg\n"
        "  attrigraph draw data/tag-22 --focus TAG-22 --page a4 --theme print -o tag-22.pdf\n"
        "  attrigraph draw data/tag-22 --focus TAG-22 --known-on 2021-07-31 -T txt\n",
    .run = run,
};
