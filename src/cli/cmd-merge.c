/* SPDX-License-Identifier: MIT
 *
 * attrigraph merge: several files as one document.
 */
#include "cli/answer.h"

static const char *const formats[] = {"json", NULL};

static gboolean
merge (CliAnswer *answer, GError **error)
{
    /* What is joined by an external id stays apart: reading joins it, and files that come
     * later may know better. */
    answer->selection.apart = TRUE;
    g_autoptr (AttriGraph) graph =
        cli_selection_load_all (&answer->selection, answer->files, NULL, error);
    if (graph == NULL)
        return FALSE;
    g_autofree char *text = attri_export_own (graph);
    return cli_answer_write (answer, text, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    const CliQuestion question = {.formats = formats, .whole = TRUE};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return merge (&answer, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_merge = {
    .name = "merge",
    .parameters = "FILE...",
    .summary = "write several files as one",
    .description =
        "Writes one document of the own format with everything that is in the files, each\n"
        "claim with its sources. Reading it gives the same graph as reading the files. What\n"
        "they disagree about is told, and what they say of an entity kept, both sides of it:\n"
        "neither the order of files nor merging some of them first makes a difference.\n"
        "Records that bear the same external id keep their own ids, and are joined when the\n"
        "document is read.\n",
    .examples = "  attrigraph merge case.json new-report.json -o merged.json\n"
                "  attrigraph merge data/tag-22 enterprise-attack.json -o both.json\n",
    .run = run,
};
