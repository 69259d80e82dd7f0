/* SPDX-License-Identifier: MIT
 *
 * attrigraph history: what was said of who somebody is, in order of date.
 */
#include "cli/answer.h"

/* In the order of AttriTellFormat. */
static const char *const formats[] = {"text", "json", "md", NULL};

static gboolean
tell_history (CliAnswer *answer, gboolean all, GError **error)
{
    /* What was taken back is what a history is asked for. */
    answer->selection.wish.include_revoked = TRUE;
    guint32 entity;
    g_autoptr (AttriGraph) view = cli_answer_load_named (answer, &entity, NULL, error);
    if (view == NULL)
        return FALSE;
    g_autofree char *text = attri_tell_history (view, entity, all, (AttriTellFormat)answer->format);
    return cli_answer_write (answer, text, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    gboolean all = FALSE;
    const GOptionEntry entries[] = {{"all", 0, 0, G_OPTION_ARG_NONE, &all,
                                     "also tools, targets and everything else", NULL},
                                    {0}};
    const CliQuestion question = {.names = 1,
                                  .formats = formats,
                                  .heading = "History",
                                  .entries = entries};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return tell_history (&answer, all, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_history = {
    .name = "history",
    .parameters = "NAME FILE...",
    .summary = "tell who said what of who somebody is, by date",
    .description =
        "Tells every name, identity, attribution, origin and family that was claimed of\n"
        "one entity, and every retraction, in order of date: when it was said, since when\n"
        "our files hold it, who said it, and what was contradicted later. What nobody\n"
        "dates comes last.\n",
    .examples = "  attrigraph history TAG-22 data/tag-22\n"
                "  attrigraph history 'Earth Lusca' --all -T json data/tag-22\n"
                "  attrigraph history mitre-attack:G0044 --as-of 2021 data/tag-22\n",
    .run = run,
};
