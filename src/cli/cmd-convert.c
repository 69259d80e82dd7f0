/* SPDX-License-Identifier: MIT
 *
 * attrigraph convert: the graph in another format.
 */
#include "cli/answer.h"

static const char *const formats[] = {"json", "stix", "dot", "graphml", "mermaid", "csv", NULL};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == ATTRI_EXPORT_CSV + 2);

/* The own format is for keeping: it also holds what a picture leaves out unasked, such as
 * what its publisher revoked, unless a part was asked for. */
static AttriGraph *
load (const CliAnswer *answer, GError **error)
{
    if (answer->format == ATTRI_EXPORT_OWN && cli_selection_is_whole (&answer->selection))
        return cli_selection_load_all (&answer->selection, answer->files, NULL, error);
    return cli_answer_load (answer, error);
}

static gboolean
convert (const CliAnswer *answer, GError **error)
{
    g_autoptr (AttriGraph) graph = load (answer, error);
    if (graph == NULL)
        return FALSE;
    g_auto (GStrv) losses = NULL;
    g_autofree char *text = attri_export_graph (graph, (AttriExportFormat)answer->format, &losses);
    g_autofree char *lost = g_strjoinv (", ", losses);
    if (!cli_answer_write (answer, text, error))
        return FALSE;
    if (*lost != '\0')
        cli_say ("%s has no place for: %s", formats[answer->format], lost);
    return TRUE;
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    const CliQuestion question = {.formats = formats};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return convert (&answer, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_convert = {
    .name = "convert",
    .parameters = "FILE...",
    .summary = "write the graph in another format",
    .description =
        "Writes the graph for another tool, and says on standard error what that format has\n"
        "no place for. json is the own format, in its canonical form: sorted, each value\n"
        "spelt in one way. Reading it gives the same graph, and converting it the same\n"
        "bytes. Without an option that selects, json holds everything in the files, also\n"
        "what is revoked, of a custom type, or cited by nothing.\n",
    .examples = "  attrigraph convert data/tag-22 -o tag-22.json\n"
                "  attrigraph convert --max-tlp CLEAR data/tag-22 -T stix -o bundle.json\n"
                "  attrigraph convert --focus TAG-22 data/tag-22 -T dot | dot -Tsvg -o dot.svg\n",
    .run = run,
};
