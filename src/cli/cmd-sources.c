/* SPDX-License-Identifier: MIT
 *
 * attrigraph sources: what the case rests on.
 */
#include "cli/answer.h"

/* In the order of AttriTellFormat. */
static const char *const formats[] = {"text", "json", "md", "csv", NULL};

static gboolean
list_sources (const CliAnswer *answer, gboolean all, GError **error)
{
    g_autoptr (AttriGraph) view = cli_answer_load (answer, error);
    if (view == NULL)
        return FALSE;
    g_autofree char *text = attri_tell_sources (view, all, (AttriTellFormat)answer->format);
    return cli_answer_write (answer, text, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    gboolean all = FALSE;
    const GOptionEntry entries[] = {{"all", 0, 0, G_OPTION_ARG_NONE, &all,
                                     "list every source, not only the first 20", NULL},
                                    {0}};
    const CliQuestion question = {.formats = formats, .heading = "Sources", .entries = entries};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return list_sources (&answer, all, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_sources = {
    .name = "sources",
    .parameters = "FILE...",
    .summary = "tell what the case rests on",
    .description =
        "Tells how many independent publishers stand behind what is selected, then lists\n"
        "the sources, those that bear most first: each with our grade, its date, what it\n"
        "is based on, the claims it makes and carries, and how many statements nobody\n"
        "would assert without it.\n",
    .examples = "  attrigraph sources data/tag-22\n"
                "  attrigraph sources --relationship uses -T csv -o sources.csv data/tag-22\n"
                "  attrigraph sources --focus TAG-22 --hops 1 data/tag-22\n",
    .run = run,
};
