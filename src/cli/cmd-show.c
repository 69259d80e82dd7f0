/* SPDX-License-Identifier: MIT
 *
 * attrigraph show: one entity, its names and every claim about it.
 */
#include "cli/output.h"
#include "cli/selection.h"

#include <string.h>

static const char *const formats[] = {"text", "json", NULL};

/* "apt41 (intrusion-set, APT41)", as the view room writes it for --focus. */
static char *
describe (const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    return g_strdup_printf ("%s (%s, %s)", entity->id, entity->type, entity->name);
}

static void
set_unknown (const AttriGraph *graph, const char *name, GError **error)
{
    g_autofree char *quoted = cli_quote (name);
    g_auto (GStrv) near = attri_graph_suggest (graph, name);
    for (guint i = 0; near[i] != NULL; i++) {
        char *plain = near[i];
        near[i] = cli_quote (plain);
        g_free (plain);
    }
    g_autofree char *words = cli_join_words ((const char *const *)near);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "no entity is called %s; %s%s%s", quoted,
                 near[0] != NULL ? "did you mean " : "expected an id, a name or an alias", words,
                 near[0] != NULL ? "?" : "");
}

static void
set_ambiguous (const AttriGraph *graph, const char *name, const GArray *entities, GError **error)
{
    g_autofree char *quoted = cli_quote (name);
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < entities->len; i++) {
        g_autofree char *entity = describe (graph, g_array_index (entities, guint32, i));
        g_string_append_printf (list, "\n  %s", entity);
    }
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "%s means %u entities; expected one of these ids:%s", quoted, entities->len,
                 list->str);
}

/* The one entity that @name means, or %ATTRI_NONE. */
static guint32
find_entity (const AttriGraph *graph, const char *name, GError **error)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    if (match->entities->len == 0) {
        set_unknown (graph, name, error);
        return ATTRI_NONE;
    }
    if (match->entities->len > 1) {
        set_ambiguous (graph, name, match->entities, error);
        return ATTRI_NONE;
    }
    for (guint i = 0; i < match->later->len; i++) {
        g_autofree char *quoted = cli_quote (name);
        g_autofree char *other = describe (graph, g_array_index (match->later, guint32, i));
        cli_say ("%s is also a name of %s", quoted, other);
    }
    return g_array_index (match->entities, guint32, 0);
}

static gboolean
show (const CliSelection *selection, const char *name, const char *const *files, const char *path,
      AttriTellFormat format, GError **error)
{
    g_autoptr (AttriGraph) view = cli_selection_load (selection, files, NULL, error);
    if (view == NULL)
        return FALSE;
    guint32 entity = find_entity (view, name, error);
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
