/* SPDX-License-Identifier: MIT
 *
 * attrigraph convert: the graph in another format.
 */
#include "cli/answer.h"

static const char *const formats[] = {"json", NULL};

/* The own format is for keeping: it also holds what a picture leaves out unasked, such as
 * what its publisher revoked, unless a part was asked for. */
static AttriGraph *
load (const CliAnswer *answer, GError **error)
{
    if (cli_selection_is_whole (&answer->selection))
        return cli_selection_load_all (&answer->selection, answer->files, NULL, error);
    return cli_answer_load (answer, error);
}

static gboolean
convert (const CliAnswer *answer, GError **error)
{
    g_autoptr (AttriGraph) graph = load (answer, error);
    if (graph == NULL)
        return FALSE;
    g_autofree char *text = attri_export_own (graph);
    return cli_answer_write (answer, text, error);
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
        "Writes the graph as one document of the own format, in its canonical form: sorted,\n"
        "each value spelt in one way. Reading it gives the same graph, and converting it\n"
        "the same bytes. Without an option that selects, everything in the files is there,\n"
        "also what is revoked, of a custom type, or cited by nothing.\n",
    .examples = "  attrigraph convert data/tag-22 -o tag-22.json\n"
                "  attrigraph convert --max-tlp CLEAR data/tag-22 -T json\n",
    .run = run,
};
