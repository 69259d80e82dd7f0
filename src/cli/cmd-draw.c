/* SPDX-License-Identifier: MIT
 *
 * attrigraph draw: the picture, one way: read, view, scene, layout, draw, save.
 */
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/selection.h"

/* In the order of CliPictureFormat. */
static const char *const formats[] = {"svg", "png", "pdf", "txt", NULL};

/* What is written, and where, as typed. */
typedef struct {
    char *path;
    char *format;
} Output;

static void
output_clear (Output *self)
{
    g_free (self->path);
    g_free (self->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

static void
add_output (Output *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &self->path,
         "write here; by default to standard output", "FILE"},
        {"to", 'T', 0, G_OPTION_ARG_FILENAME, &self->format,
         "svg, png, pdf or txt (the graph read aloud); by\ndefault FILE's extension, else svg",
         "FORMAT"},
        {0}};
    cli_options_add (options, "Output", entries);
    cli_options_offer (options, "to", formats);
}

static gboolean
draw (const CliSelection *selection, const CliPicture *picture, guint format, const char *path,
      const char *const *files, GError **error)
{
    g_autoptr (AttriCensus) census = NULL;
    g_autoptr (AttriGraph) view = cli_selection_load_counted (selection, files, &census, error);
    CliPicture counted = *picture;
    counted.scene.census = census;
    return view != NULL &&
           cli_picture_write (&counted, view, (CliPictureFormat)format, path, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliSelection) selection = {0};
    g_auto (CliPicture) picture = {0};
    g_auto (Output) output = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_output (&output, options);
    cli_picture_add_options (&picture, options);
    selection.annotate = TRUE;
    cli_selection_add_options (&selection, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) files = NULL;
    guint format;
    if (!cli_options_parse (options, argc, argv, &files, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);

    const char *const *inputs = (const char *const *)files;
    if (!cli_choose_format (output.format, output.path, formats, &format, &error) ||
        !cli_picture_read (&picture, inputs, &error) ||
        !cli_picture_check_output ((CliPictureFormat)format, output.path, &error) ||
        !cli_selection_read (&selection, &error) ||
        !cli_check_output (output.path, inputs, &error) ||
        !draw (&selection, &picture, format, output.path, inputs, &error))
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
