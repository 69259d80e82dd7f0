/* SPDX-License-Identifier: MIT
 *
 * attrigraph overlap: which groups share tooling with one group.
 */
#include "cli/answer.h"
#include "cli/name.h"

/* In the order of AttriTellFormat. */
static const char *const formats[] = {"text", "json", "md", "csv", NULL};

/* In the order of AttriAvailability. */
static const char *const availabilities[] = {"exclusive", "shared",   "unknown", "commercial",
                                             "public",    "built-in", NULL};

#define DEFAULT_TOP 10
#define MOST_TOP    100000

/* The command's own options, as typed. */
typedef struct {
    char *with;
    char **without;
    char *top;
} Typed;

static void
typed_clear (Typed *typed)
{
    g_free (typed->with);
    g_strfreev (typed->without);
    g_free (typed->top);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* A bit for each availability to leave out. */
static gboolean
read_without (char **typed, guint *without, GError **error)
{
    g_auto (GStrv) list = NULL;
    *without = 0;
    if (!cli_parse_list ("without", typed, &list, error))
        return FALSE;
    for (guint i = 0; list != NULL && list[i] != NULL; i++) {
        guint availability = 0;
        if (!cli_parse_choice ("without", list[i], availabilities, &availability, error))
            return FALSE;
        *without |= 1u << availability;
    }
    return TRUE;
}

/* FALSE, saying what it is, unless @entity can use tools. */
static gboolean
check_actor (const AttriGraph *graph, guint32 entity, const char *option, GError **error)
{
    const AttriEntity *row = attri_graph_get_entity (graph, entity);
    const AttriTypeInfo *type = attri_type_info (row->type);
    if (type->role == ATTRI_ROLE_ACTOR)
        return TRUE;
    g_autofree char *quoted = cli_quote (row->name);
    g_autofree char *safe =
        attri_text_for_terminal (type->type[0] != '\0' ? type->label : row->type);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "--%s: %s is of type %s; expected a group or a campaign%s", option, quoted, safe,
                 type->role == ATTRI_ROLE_TOOL ? " ('attrigraph show' tells who uses a tool)" : "");
    return FALSE;
}

/* The focus is a group, and so is whom it is compared with, another one. */
static gboolean
check_groups (const AttriGraph *graph, const guint32 *entities, const char *other, GError **error)
{
    if (!check_actor (graph, entities[0], "focus", error))
        return FALSE;
    if (other == NULL)
        return TRUE;
    if (!check_actor (graph, entities[1], "with", error))
        return FALSE;
    if (entities[0] != entities[1])
        return TRUE;
    g_autofree char *quoted = cli_quote (other);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "--with: %s is the focus itself; expected another group", quoted);
    return FALSE;
}

static gboolean
overlap (const CliAnswer *answer, const Typed *typed, GError **error)
{
    guint without;
    guint64 top = DEFAULT_TOP;
    if (!read_without (typed->without, &without, error) ||
        !cli_parse_text ("with", typed->with, error) ||
        !cli_parse_count ("top", typed->top, 0, MOST_TOP, &top, error))
        return FALSE;
    guint32 entities[] = {ATTRI_NONE, ATTRI_NONE};
    g_autoptr (AttriCensus) census = NULL;
    g_autoptr (AttriGraph) view = cli_selection_load_around (&answer->selection, answer->files,
                                                             typed->with, entities, &census, error);
    if (view == NULL || !check_groups (view, entities, typed->with, error))
        return FALSE;
    const AttriOverlapQuestion question = {.alias =
                                               cli_find_alias (view, entities[0],
                                                               answer->selection.typed.focus[0]),
                                           .other = entities[1],
                                           .top = (guint)top};
    g_autoptr (AttriOverlap) found = attri_query_overlap (view, census, entities[0], without);
    g_autofree char *text =
        attri_tell_overlap (view, census, found, &question, (AttriTellFormat)answer->format);
    return cli_answer_write (answer, text, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (Typed) typed = {0};
    g_auto (CliAnswer) answer = {0};
    const GOptionEntry entries[] = {
        {"with", 0, 0, G_OPTION_ARG_FILENAME, &typed.with,
         "compare with this one group only, claim by claim", "NAME"},
        {"without", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed.without,
         "leave out tools that are exclusive, shared, unknown,\ncommercial, public or built-in",
         "A,..."},
        {"top", 0, 0, G_OPTION_ARG_FILENAME, &typed.top,
         "how many groups text and md list; by default 10, 0 for all", "N"},
        {0}};
    const CliQuestion question = {.formats = formats,
                                  .annotate = TRUE,
                                  .heading = "Overlap",
                                  .entries = entries,
                                  .choice = "without",
                                  .choices = availabilities};
    CliExit status;
    if (!cli_answer_begin (&answer, command, &question, argc, argv, &status))
        return status;
    g_autoptr (GError) error = NULL;
    return overlap (&answer, &typed, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_overlap = {
    .name = "overlap",
    .parameters = "--focus NAME FILE...",
    .summary = "rank the groups that share tooling with one",
    .description =
        "Ranks groups by the tools they share with the focus: first by those that are not\n"
        "sold, published or built in, the rarer the more. Tells how many groups would\n"
        "share as much by chance, and which reports each side rests on. Shared tools are\n"
        "not shared identity.\n",
    .examples =
        "  attrigraph overlap --focus TAG-22 enterprise-attack.json\n"
        "  attrigraph overlap --focus TAG-22 --with APT41 enterprise-attack.json\n"
        "  attrigraph overlap --focus 'Earth Lusca' --without public,built-in data/tag-22\n",
    .run = run,
};
