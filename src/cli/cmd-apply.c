/* SPDX-License-Identifier: MIT
 *
 * attrigraph apply: what diff found, done to the files it was found in.
 */
#include "cli/output.h"
#include "cli/selection.h"

#include <string.h>

/* The canonical document of the files, and the changes as text. */
static gboolean
load (const CliSelection *selection, const char *patch_path, const char *const *files,
      char **before, char **patch, GError **error)
{
    gsize length;
    if (!cli_read_text (patch_path,
                        "CHANGES, a file that 'diff -T json' wrote, before the older FILEs", patch,
                        &length, error))
        return FALSE;
    g_autoptr (AttriGraph) graph = cli_selection_load_all (selection, files, NULL, error);
    if (graph == NULL)
        return FALSE;
    *before = attri_export_own (graph);
    return TRUE;
}

/* The result is read like any file, so that no patch makes what check would refuse. */
static AttriGraph *
read_result (const CliSelection *selection, const char *text, GError **error)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (GError) problem = NULL;
    AttriGraph *graph = NULL;

    if (attri_read_bytes (builder, "the result", bytes, &selection->limits, findings, &problem))
        graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &problem);
    if (graph == NULL) {
        attri_findings_sort (findings);
        g_autofree char *told = attri_findings_get_n_kept (findings) > 0
                                    ? attri_finding_to_diagnostic (attri_findings_get (findings, 0))
                                    : g_strdup (problem->message);
        g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "the changes lead to an error: %s", told);
    }
    return graph;
}

static gboolean
apply (const CliSelection *selection, const char *patch_path, const char *const *files,
       const char *path, GError **error)
{
    g_autofree char *before = NULL;
    g_autofree char *patch = NULL;
    if (!load (selection, patch_path, files, &before, &patch, error))
        return FALSE;
    g_autofree char *result = attri_diff_apply_patch (before, patch_path, patch, error);
    if (result == NULL)
        return FALSE;
    g_autoptr (AttriGraph) graph = read_result (selection, result, error);
    if (graph == NULL)
        return FALSE;
    g_autofree char *text = attri_export_own (graph);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (path, bytes, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliSelection) selection = {0};
    g_autofree char *path = NULL;
    const GOptionEntry entries[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
                                     "write here; by default to standard output", "FILE"},
                                    {0}};
    g_autoptr (CliOptions) options = cli_options_new (command);
    cli_options_add (options, "Output", entries);
    cli_selection_add_reading_options (&selection, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) words = NULL;
    if (!cli_options_parse (options, argc, argv, &words, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);
    if (g_strv_length (words) < 2) {
        g_set_error_literal (&error, CLI_ERROR, CLI_ERROR_USAGE,
                             "expected CHANGES, which 'diff -T json' wrote, and the older FILEs");
        return cli_fail (command, error);
    }
    const char *const *files = (const char *const *)words + 1;
    if (!cli_selection_read (&selection, &error) || !cli_check_output (path, files, &error) ||
        !apply (&selection, words[0], files, path, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_apply = {
    .name = "apply",
    .parameters = "CHANGES FILE...",
    .summary = "do to older files what diff found",
    .description =
        "Reads the older files and the changes that 'diff -T json' wrote, and writes the\n"
        "newer facts as one document. Changes that do not fit are refused, with the place.\n",
    .examples = "  attrigraph diff last-month this-month -o changes.json\n"
                "  attrigraph apply changes.json last-month -o this-month.json\n",
    .run = run,
};
