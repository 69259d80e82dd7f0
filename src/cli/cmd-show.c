/* SPDX-License-Identifier: MIT
 *
 * attrigraph show: one entity, its names and every claim about it.
 */
#include "cli/answer.h"

static const char *const formats[] = {"text", "json", "md", NULL};

static gboolean
show (const CliAnswer *answer, GError **error)
{
    guint32 entity;
    g_autoptr (AttriGraph) view = cli_answer_load_named (answer, &entity, NULL, error);
    if (view == NULL)
        return FALSE;
    g_autofree char *text = attri_tell_entity (view, entity, (AttriTellFormat)answer->format);
    return cli_answer_write (answer, text, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    const CliQuestion question = {.names = 1, .formats = formats};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return show (&answer, &error) ? CLI_DONE : cli_fail (command, error);
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
