/* SPDX-License-Identifier: MIT
 *
 * attrigraph show: one entity, its names and every claim about it.
 */
#include "cli/name.h"
#include "cli/output.h"
#include "cli/selection.h"

#include <string.h>

static const char *const formats[] = {"text", "json", NULL};

static gboolean
show (const CliSelection *selection, const char *name, const char *const *files, const char *path,
      AttriTellFormat format, GError **error)
{
    g_autoptr (AttriGraph) view = cli_selection_load (selection, files, NULL, error);
    if (view == NULL)
        return FALSE;
    guint32 entity = cli_find_entity (view, name, error);
    if (entity == ATTRI_NONE)
        return FALSE;
    g_autofree char *text = attri_tell_entity (view, entity, format);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (path, bytes, error);
}

/* The name is the first argument; a forgotten one shows by what stands there. */
static gboolean
check_name (char **arguments, GError **error)
{
    const char *name = arguments[0];
    if (name == NULL) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "no NAME is given; whom or what to show?");
        return FALSE;
    }
    if (arguments[1] == NULL && g_file_test (name, G_FILE_TEST_EXISTS)) {
        g_autofree char *quoted = cli_quote (name);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "%s is a file, and a NAME comes first: attrigraph show NAME %s", quoted, name);
        return FALSE;
    }
    if (!g_utf8_validate (name, -1, NULL)) {
        g_autofree char *quoted = cli_quote (name);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "the name %s is not valid UTF-8", quoted);
        return FALSE;
    }
    return TRUE;
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliSelection) selection = {0};
    g_autofree char *path = NULL;
    g_autofree char *typed_format = NULL;
    const GOptionEntry entries[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
                                     "write here; by default to standard output", "FILE"},
                                    {"to", 'T', 0, G_OPTION_ARG_FILENAME, &typed_format,
                                     "text or json; by default text", "FORMAT"},
                                    {0}};
    g_autoptr (CliOptions) options = cli_options_new (command);
    cli_options_add (options, "Output", entries);
    cli_selection_add_options (&selection, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) arguments = NULL;
    if (!cli_options_parse (options, argc, argv, &arguments, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);

    guint format = 0;
    if (!check_name (arguments, &error))
        return cli_fail (command, error);
    const char *const *files = (const char *const *)arguments + 1;
    if (!cli_choose_format (typed_format, NULL, formats, &format, &error) ||
        !cli_selection_read (&selection, &error) || !cli_check_output (path, files, &error) ||
        !show (&selection, arguments[0], files, path, (AttriTellFormat)format, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_show = {
    .name = "show",
    .parameters = "NAME FILE...",
    .summary = "tell everything claimed about one entity",
    .description =
        "Tells what one entity is called and by whom, and every claim about it, each with\n"
        "how firmly it is said, who says it and where we read it. NAME is an id, an\n"
        "external id (mitre-attack:G1006), a name or an alias, if need be after its type\n"
        "(malware:Winnti).\n",
    .examples = "  attrigraph show TAG-22 data/tag-22\n"
                "  attrigraph show malware:Winnti data/tag-22 -T json\n"
                "  attrigraph show mitre-attack:G0096 --without-source voi-2021 data/tag-22\n",
    .run = run,
};
