/* SPDX-License-Identifier: MIT
 *
 * attrigraph path: chains of claims between two entities.
 */
#include "cli/answer.h"
#include "cli/name.h"

/* In the order of AttriTellFormat. */
static const char *const formats[] = {"text", "json", "md", NULL};
/* In the order of AttriPathThrough. */
static const char *const throughs[] = {"telling", "all", NULL};

#define DEFAULT_COUNT 3

/* By which claims the names mean what they do; two of one entity need a claim that says so. */
static gboolean
set_ends (const AttriGraph *view, const guint32 *ends, char *const *names, AttriPathWish *wish,
          GError **error)
{
    wish->from = ends[0];
    wish->to = ends[1];
    wish->from_alias = cli_find_alias (view, wish->from, names[0]);
    wish->to_alias = cli_find_alias (view, wish->to, names[1]);
    if (wish->from != wish->to || wish->from_alias != wish->to_alias)
        return TRUE;
    const AttriEntity *entity = attri_graph_get_entity (view, wish->from);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "both names mean %s (%s, %s); expected two entities", entity->id, entity->type,
                 entity->name);
    return FALSE;
}

/* %CLI_NO if there is no chain. */
static CliExit
find_paths (const CliAnswer *answer, AttriPathWish *wish, GError **error)
{
    guint32 ends[2];
    g_autoptr (AttriCensus) census = NULL;
    g_autoptr (AttriGraph) view = cli_answer_load_named (answer, ends, &census, error);
    if (view == NULL || !set_ends (view, ends, answer->names, wish, error))
        return CLI_TROUBLE;
    g_autoptr (AttriPaths) paths = attri_query_paths (view, census, wish);
    g_autoptr (AttriPaths) beyond = NULL;
    if (paths->paths->len == 0 && wish->through != ATTRI_PATH_THROUGH_ALL) {
        AttriPathWish all = *wish;
        all.through = ATTRI_PATH_THROUGH_ALL;
        all.count = 1;
        beyond = attri_query_paths (view, census, &all);
    }
    g_autofree char *text =
        attri_tell_paths (view, census, paths, beyond, (AttriTellFormat)answer->format);
    if (!cli_answer_write (answer, text, error))
        return CLI_TROUBLE;
    return paths->paths->len > 0 ? CLI_DONE : CLI_NO;
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (CliAnswer) answer = {0};
    g_autofree char *typed_count = NULL;
    g_autofree char *typed_through = NULL;
    const GOptionEntry entries[] = {
        {"count", 0, 0, G_OPTION_ARG_FILENAME, &typed_count,
         "the most chains, 1 to 50; by default 3", "N"},
        {"through", 0, 0, G_OPTION_ARG_FILENAME, &typed_through,
         "telling (the default), or all: also techniques, targets,\nsponsors and places, which "
         "explain nothing",
         "WHAT"},
        {0}};
    const CliQuestion question = {.names = 2,
                                  .formats = formats,
                                  .annotate = TRUE,
                                  .heading = "Chains",
                                  .entries = entries,
                                  .choice = "through",
                                  .choices = throughs};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;

    g_autoptr (GError) error = NULL;
    guint64 count = DEFAULT_COUNT;
    guint through = ATTRI_PATH_THROUGH_TELLING;
    if (!cli_parse_count ("count", typed_count, 1, ATTRI_PATH_MOST, &count, &error) ||
        !cli_parse_choice ("through", typed_through, throughs, &through, &error))
        return cli_fail (command, error);
    AttriPathWish wish = {.count = (guint)count, .through = (AttriPathThrough)through};
    status = find_paths (&answer, &wish, &error);
    return error != NULL ? cli_fail (command, error) : status;
}

const CliCommand cli_command_path = {
    .name = "path",
    .parameters = "A B FILE...",
    .summary = "find chains of claims between two entities",
    .description =
        "Finds the best chains of claims that lead from A to B in at most six hops: over\n"
        "rare tools before common ones, better sourced before worse, each hop with who\n"
        "says so, and the weakest link of each. A chain does not make its ends one actor.\n"
        "The exit status is 1 if there is none.\n",
    .examples =
        "  attrigraph path TAG-22 APT17 data/tag-22\n"
        "  attrigraph path 'Earth Lusca' mitre-attack:G0025 --count 10 -T json data/tag-22\n"
        "  attrigraph path TAG-22 APT41 --without-source voi-2021 data/tag-22\n",
    .run = run,
};
