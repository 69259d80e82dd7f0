/* SPDX-License-Identifier: MIT
 *
 * attrigraph draw: the picture, one way: read, view, scene, layout, draw, save.
 */
#include "cli/output.h"
#include "cli/pages.h"
#include "cli/picture.h"
#include "cli/selection.h"
#include "cli/watch.h"

/* In the order of CliPictureFormat. */
static const char *const formats[] = {"svg", "png", "pdf", "html", "txt", NULL};

/* What is drawn, from which files, and where to. */
typedef struct {
    struct {
        char *path;
        char *format;
    } typed;
    CliSelection selection;
    CliPicture picture;
    CliPages pages;
    guint format;
    gboolean watch;
    char **files;
    AttriGraph *drawn; /* what the picture shows that was drawn last */
} Drawing;

static void
drawing_clear (Drawing *self)
{
    g_free (self->typed.path);
    g_free (self->typed.format);
    cli_selection_clear (&self->selection);
    cli_picture_clear (&self->picture);
    cli_pages_clear (&self->pages);
    g_strfreev (self->files);
    g_clear_pointer (&self->drawn, attri_graph_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static void
add_options (Drawing *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &self->typed.path,
         "write here; by default to standard output", "FILE"},
        {"to", 'T', 0, G_OPTION_ARG_FILENAME, &self->typed.format,
         "svg, png, pdf, html (a page to explore) or txt (the\ngraph read aloud); by default "
         "FILE's "
         "extension, else\nsvg",
         "FORMAT"},
        {"watch", 0, 0, G_OPTION_ARG_NONE, &self->watch,
         "draw again whenever a file has changed, and say what\nchanged, until interrupted", NULL},
        {0}};
    cli_options_add (options, "Output", entries);
    cli_options_offer (options, "to", formats);
    cli_picture_add_options (&self->picture, options);
    cli_pages_add_options (&self->pages, options);
    self->selection.annotate = TRUE;
    cli_selection_add_options (&self->selection, options);
}

/* Reads, views, draws and saves. (transfer full) (nullable): what the picture shows */
static AttriGraph *
draw (const Drawing *self, GError **error)
{
    const char *const *files = (const char *const *)self->files;
    g_autoptr (AttriGraph) whole = cli_selection_load_all (&self->selection, files, NULL, error);
    if (whole == NULL)
        return NULL;
    return cli_pages_draw (&self->pages, &self->selection, &self->picture, whole, files,
                           (CliPictureFormat)self->format, self->typed.path, error);
}

/* ---- again and again ---- */

/* What is half written is drawn when it is whole: until then the old picture stays. */
static void
redraw (Drawing *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view = draw (self, &error);
    if (view == NULL) {
        cli_fail (NULL, error);
        cli_say ("%s stays as it was", self->typed.path);
        return;
    }
    g_autoptr (AttriDiff) changes = attri_diff_new (self->drawn, view, FALSE);
    g_autofree char *line = attri_tell_changes_in_short (changes);
    cli_say ("%s drawn again: %s", self->typed.path, line);
    attri_graph_unref (self->drawn);
    self->drawn = g_steal_pointer (&view);
}

static gboolean
check_watch (const Drawing *self, GError **error)
{
    if (!self->watch)
        return TRUE;
    if (self->typed.path == NULL || g_str_equal (self->typed.path, "-")) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "--watch needs -o, the file to draw again");
        return FALSE;
    }
    if (g_strv_contains ((const char *const *)self->files, "-") || self->files[0] == NULL) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "--watch needs files; standard input ends once it is read");
        return FALSE;
    }
    return TRUE;
}

/* The files are watched before they are read, so that no change falls between. */
static gboolean
draw_and_watch (Drawing *self, GError **error)
{
    g_autoptr (CliWatch) watch = NULL;
    if (self->watch && (watch = cli_watch_new ((const char *const *)self->files, error)) == NULL)
        return FALSE;
    self->drawn = draw (self, error);
    if (self->drawn == NULL || watch == NULL)
        return self->drawn != NULL;
    cli_say ("%s drawn; it is drawn again when a file changes, until interrupted",
             self->typed.path);
    self->selection.again = TRUE;
    while (cli_watch_wait (watch, error))
        redraw (self);
    return FALSE;
}

/* The graph in another tool's format is no picture, and not ours to draw. */
static gboolean
choose_format (Drawing *self, GError **error)
{
    const char *typed = self->typed.format, *other;
    for (guint i = 0; (other = attri_export_format_to_string (i)) != NULL; i++)
        if (g_strcmp0 (typed, other) == 0) {
            g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                         "-T: '%s' is no picture; expected 'attrigraph convert -T %s'", other,
                         other);
            return FALSE;
        }
    return cli_choose_format (typed, self->typed.path, formats, &self->format, error);
}

static gboolean
read_options (Drawing *self, GError **error)
{
    const char *const *inputs = (const char *const *)self->files;
    return choose_format (self, error) && cli_picture_read (&self->picture, inputs, error) &&
           cli_picture_check_output (&self->picture, (CliPictureFormat)self->format,
                                     self->typed.path, error) &&
           cli_selection_read (&self->selection, error) &&
           cli_pages_check (&self->pages, &self->selection, &self->picture,
                            (CliPictureFormat)self->format, error) &&
           cli_check_output (self->typed.path, inputs, error) && check_watch (self, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (Drawing) self = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (&self, options);

    g_autoptr (GError) error = NULL;
    if (!cli_options_parse (options, argc, argv, &self.files, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);
    if (!read_options (&self, &error) || !draw_and_watch (&self, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_draw = {
    .name = "draw",
    .parameters = "FILE...",
    .summary = "draw the graph as SVG, PNG, PDF, HTML or text",
    .description =
        "Draws who is said to be behind what. With a focus, the picture has columns:\n"
        "targets, the focus, its tooling, related groups. Every line bears the number of\n"
        "the source that says so, and its dash tells how firmly it is said.\n",
    .examples =
        "  attrigraph draw data/tag-22 --focus TAG-22 -o tag-22.svg\n"
        "  attrigraph draw data/tag-22 --focus TAG-22 --page a4 --theme print -o tag-22.pdf\n"
        "  attrigraph draw data/tag-22 --saved briefing-2025 -o slide.pdf\n"
        "  attrigraph draw data/tag-22 --focus TAG-22 --known-on 2021-07-31 -T txt\n"
        "  attrigraph draw case --focus TAG-22 --lock tag-22.lock --watch -o tag-22.svg\n",
    .run = run,
};
