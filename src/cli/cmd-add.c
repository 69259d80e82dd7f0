/* SPDX-License-Identifier: MIT
 *
 * attrigraph add: one claim more in a file, which else stays as it is.
 */
#include "cli/name.h"
#include "cli/output.h"
#include "cli/selection.h"

#include <string.h>

#define MOST_DOUBTS 10000

static const char *const hedges[] = {"stated", "assessed", "suspected", "alleged", NULL};
static const char *const stances[] = {"asserts", "doubts", "denies", "withdraws", NULL};
static const char *const readings[] = {"verbatim", "paraphrase", "inferred", NULL};

/* What was typed. */
typedef struct {
    CliSelection selection;
    char **in;
    char *stance;
    char *hedge;
    char *confidence;
    char *wording;
    char *start_time;
    char *stop_time;
    char *source;
    char *claimant;
    char *locator;
    char *quote;
    char *reading;
    char *note;
    char *type;
    char *from_type;
    char **with;
} Typed;

static void
typed_clear (Typed *typed)
{
    char *const texts[] = {typed->stance,     typed->hedge,     typed->confidence, typed->wording,
                           typed->start_time, typed->stop_time, typed->source,     typed->claimant,
                           typed->locator,    typed->quote,     typed->reading,    typed->note,
                           typed->type,       typed->from_type};
    cli_selection_clear (&typed->selection);
    g_strfreev (typed->in);
    g_strfreev (typed->with);
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (texts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
add_options (Typed *typed, CliOptions *options)
{
    const GOptionEntry said[] = {
        {"in", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->in,
         "a place it is limited to; may be given again", "NAME"},
        {"hedge", 0, 0, G_OPTION_ARG_FILENAME, &typed->hedge,
         "stated (the default), assessed, suspected or alleged", "WORD"},
        {"stance", 0, 0, G_OPTION_ARG_FILENAME, &typed->stance,
         "asserts (the default), doubts, denies or withdraws", "WORD"},
        {"confidence", 0, 0, G_OPTION_ARG_FILENAME, &typed->confidence,
         "what the source gives: 0 to 100 or its word", "N|WORD"},
        {"wording", 0, 0, G_OPTION_ARG_FILENAME, &typed->wording, "its own words for it", "TEXT"},
        {"start", 0, 0, G_OPTION_ARG_FILENAME, &typed->start_time, "since when it is so", "DATE"},
        {"stop", 0, 0, G_OPTION_ARG_FILENAME, &typed->stop_time,
         "until when it is so, or 'ongoing'", "DATE"},
        {"note", 0, 0, G_OPTION_ARG_FILENAME, &typed->note, "a note of our own", "TEXT"},
        {0}};
    const GOptionEntry cited[] = {{"source", 0, 0, G_OPTION_ARG_FILENAME, &typed->source,
                                   "what we read it in; by default what the file cites", "ID"},
                                  {"claimant", 0, 0, G_OPTION_ARG_FILENAME, &typed->claimant,
                                   "who says it there, if not the source itself", "ID"},
                                  {"locator", 0, 0, G_OPTION_ARG_FILENAME, &typed->locator,
                                   "where in it, as 'p. 4'", "TEXT"},
                                  {"quote", 0, 0, G_OPTION_ARG_FILENAME, &typed->quote,
                                   "the sentence itself", "TEXT"},
                                  {"reading", 0, 0, G_OPTION_ARG_FILENAME, &typed->reading,
                                   "verbatim, paraphrase or inferred", "WORD"},
                                  {0}};
    const GOptionEntry files[] = {{"with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->with,
                                   "the other files of the case; may be given again", "FILE"},
                                  {"declare", 0, 0, G_OPTION_ARG_FILENAME, &typed->type,
                                   "declare TO, which is new, as an entity of this type", "TYPE"},
                                  {"declare-from", 0, 0, G_OPTION_ARG_FILENAME, &typed->from_type,
                                   "the same for FROM", "TYPE"},
                                  {0}};
    cli_options_add (options, "What is said", said);
    cli_options_offer (options, "hedge", hedges);
    cli_options_offer (options, "stance", stances);
    cli_options_offer (options, "reading", readings);
    cli_options_add (options, "Who says it", cited);
    cli_options_add (options, "The case", files);
    cli_selection_add_reading_options (&typed->selection, options);
}

/* Whether @file lies in a directory that is read anyway. */
static gboolean
is_among (const char *file, char **with)
{
    g_autofree char *path = g_canonicalize_filename (file, NULL);
    for (guint i = 0; with != NULL && with[i] != NULL; i++) {
        g_autofree char *other = g_canonicalize_filename (with[i], NULL);
        const gsize length = strlen (other);
        if (strncmp (path, other, length) == 0 && (path[length] == '\0' || path[length] == '/'))
            return TRUE;
    }
    return FALSE;
}

/* The case as it is: FILE and what it goes with. */
static AttriGraph *
load (const Typed *typed, const char *file, GError **error)
{
    const guint n = typed->with != NULL ? g_strv_length (typed->with) : 0;
    g_autofree const char **files = g_new0 (const char *, n + 2);
    for (guint i = 0; i < n; i++)
        files[i] = typed->with[i];
    if (!is_among (file, typed->with))
        files[n] = file;
    return cli_selection_load_all (&typed->selection, files, NULL, error);
}

/* An id made of a name: small letters, digits and hyphens. */
static char *
make_id (const char *name)
{
    g_autoptr (GString) id = g_string_new (NULL);
    for (const char *c = name; *c != '\0'; c++) {
        if (g_ascii_isalnum (*c))
            g_string_append_c (id, g_ascii_tolower (*c));
        else if (id->len > 0 && id->str[id->len - 1] != '-')
            g_string_append_c (id, '-');
    }
    while (id->len > 0 && id->str[id->len - 1] == '-')
        g_string_truncate (id, id->len - 1);
    return g_string_free (g_steal_pointer (&id), FALSE);
}

/* The id of what a word means; where there is nothing of a name like it, @advice is given.
 * (transfer full) */
static char *
find_id (const Typed *typed, const AttriGraph *graph, const char *name, const char *advice,
         GError **error)
{
    g_autoptr (GError) problem = NULL;
    const guint32 entity = cli_find_entity (graph, name, &problem);
    if (entity != ATTRI_NONE)
        return g_strdup (attri_graph_get_entity (graph, entity)->id);
    g_autoptr (AttriNameMatch) known = attri_graph_resolve (graph, name);
    g_auto (GStrv) near = attri_graph_suggest (graph, name);
    if (known->tier == ATTRI_NAME_NONE && near[0] == NULL) {
        if (typed->with == NULL)
            cli_advise (problem, "\nif another file of the case declares it, say --with FILE");
        cli_advise (problem, advice);
    }
    g_propagate_error (error, g_steal_pointer (&problem));
    return NULL;
}

/* What is wrong with the result, if anything is: with the claim, for the case was read before. */
static gboolean
set_first_error (const AttriFindings *findings, GError **error)
{
    static const CliOrigin origins[] = {
        {"/confidence", "confidence"}, {"/wording", "wording"}, {"/start_time", "start"},
        {"/stop_time", "stop"},        {"/source", "source"},   {"/claimant", "claimant"},
        {"/locator", "locator"},       {"/quote", "quote"},     {"/note", "note"}};
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        const AttriFinding *finding = attri_findings_get (findings, i);
        if (finding->rule->severity != ATTRI_SEVERITY_ERROR)
            continue;
        if (cli_blame_option (finding, origins, G_N_ELEMENTS (origins), error))
            return TRUE;
        g_autofree char *told = attri_finding_to_diagnostic (finding);
        g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "with this claim: %s", told);
        return TRUE;
    }
    return FALSE;
}

/* Whether two graphs say the same in as many words. */
static gboolean
is_same (const AttriGraph *a, const AttriGraph *b)
{
    if (attri_graph_get_n_claims (a) != attri_graph_get_n_claims (b) ||
        attri_graph_get_n_entities (a) != attri_graph_get_n_entities (b))
        return FALSE;
    g_autofree char *one = attri_export_own (a);
    g_autofree char *other = attri_export_own (b);
    return g_str_equal (one, other);
}

/* The case with the result in place of FILE, so that nothing is written that check would refuse, or
 * that says what @before says already. Repeating the rest, which may be a directory with the old
 * file in it, does no harm: what is said twice is one claim. */
static AttriGraph *
check (const Typed *typed, const char *file, GBytes *result, const AttriGraph *before,
       GError **error)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (AttriGraph) after = NULL;
    g_autoptr (GError) problem = NULL;
    if (typed->with != NULL && !attri_read_paths (builder, (const char *const *)typed->with,
                                                  &typed->selection.limits, findings, error))
        return NULL;
    attri_read_bytes (builder, file, result, &typed->selection.limits, findings, NULL);
    if (attri_findings_count (findings, ATTRI_SEVERITY_ERROR) == 0)
        after = attri_graph_builder_end (g_steal_pointer (&builder), findings, &problem);
    if (set_first_error (findings, error))
        return NULL;
    if (after == NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
    else if (is_same (before, after))
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_REFUSED,
                             "the case says so already, in the same words of the same source; "
                             "nothing is added");
    else
        return g_steal_pointer (&after);
    return NULL;
}

/* What is doubtful about a file and the case that it is of. */
static AttriFindings *
doubt (const Typed *typed, const char *file, GBytes *bytes, const AttriGraph *graph)
{
    AttriFindings *findings = attri_findings_new (MOST_DOUBTS);
    g_autoptr (AttriGraphBuilder) unused = attri_graph_builder_new ();
    attri_read_bytes (unused, file, bytes, &typed->selection.limits, findings, NULL);
    attri_check_graph (graph, findings);
    return findings;
}

/* Without the place, which another claim in the file may move. */
static char *
name_doubt (const AttriFinding *finding)
{
    return g_strjoin ("\n", finding->rule->slug, finding->pointer, finding->message, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return strcmp (a, b);
}

/* Tells the warnings that the new claim brought. */
static void
tell_doubts (const AttriFindings *before, const AttriFindings *after)
{
    g_autoptr (GTree) known = g_tree_new_full (compare_names, NULL, g_free, NULL);
    for (guint i = 0; i < attri_findings_get_n_kept (before); i++)
        g_tree_replace (known, name_doubt (attri_findings_get (before, i)), NULL);
    for (guint i = 0; i < attri_findings_get_n_kept (after); i++) {
        const AttriFinding *finding = attri_findings_get (after, i);
        g_autofree char *name = name_doubt (finding);
        if (finding->rule->severity != ATTRI_SEVERITY_WARNING ||
            g_tree_lookup_node (known, name) != NULL)
            continue;
        g_autofree char *line = attri_finding_to_diagnostic (finding);
        cli_say_line (line);
    }
}

/* The ends of the claim and its places, by id. */
typedef struct {
    char *from;
    char *to;
    char **in;
} Ends;

static void
ends_clear (Ends *ends)
{
    g_free (ends->from);
    g_free (ends->to);
    g_strfreev (ends->in);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

/* The id of an entity that nobody declared before. (transfer full) */
static char *
declare (const AttriGraph *graph, const char *option, const char *name, GError **error)
{
    g_autofree char *id = make_id (name);
    g_autofree char *quoted = cli_quote (name);
    g_autoptr (AttriNameMatch) known = attri_graph_resolve (graph, name);
    if (*id == '\0') {
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "--%s: no id can be made of %s; declare it by hand", option, quoted);
        return NULL;
    }
    if (known->tier == ATTRI_NAME_NONE && attri_graph_find_entity (graph, id) == ATTRI_NONE)
        return g_steal_pointer (&id);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--%s: %s is known already; leave out --%s, or name it otherwise", option, quoted,
                 option);
    return NULL;
}

static gboolean
find_ends (const Typed *typed, const AttriGraph *graph, const char *from, const char *to,
           Ends *ends, GError **error)
{
    const guint n = typed->in != NULL ? g_strv_length (typed->in) : 0;
    static const char new_from[] =
        "\nif it is new, --declare-from TYPE declares it, as --declare-from intrusion-set";
    static const char new_to[] = "\nif it is new, --declare TYPE declares it, as --declare malware";
    ends->from = typed->from_type != NULL ? declare (graph, "declare-from", from, error)
                                          : find_id (typed, graph, from, new_from, error);
    if (ends->from == NULL)
        return FALSE;
    ends->to = typed->type != NULL ? declare (graph, "declare", to, error)
                                   : find_id (typed, graph, to, new_to, error);
    if (ends->to == NULL)
        return FALSE;
    ends->in = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++) {
        ends->in[i] = find_id (typed, graph, typed->in[i], "", error);
        if (ends->in[i] == NULL)
            return FALSE;
    }
    return TRUE;
}

/* A citation in part is one of what the file cites anyway. */
static gboolean
complete_citation (AttriStatementText *statement, const char *file, GBytes *bytes, char **source,
                   char **claimant, GError **error)
{
    const gboolean partly =
        statement->source == NULL && (statement->claimant != NULL || statement->locator != NULL ||
                                      statement->quote != NULL || statement->reading != NULL);
    if (!partly)
        return TRUE;
    if (!attri_read_default_citation (file, bytes, source, claimant, error))
        return FALSE;
    statement->source = *source;
    if (statement->claimant == NULL)
        statement->claimant = *claimant;
    if (*source != NULL)
        return TRUE;
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                         "the file cites nothing by default; say with --source what was read");
    return FALSE;
}

/* @bytes with an entity in it. (transfer full) */
static GBytes *
splice_entity (const char *file, GBytes *bytes, const char *id, const char *type, const char *name,
               GError **error)
{
    if (type == NULL)
        return g_bytes_ref (bytes);
    g_autofree char *entity = attri_export_entity (id, type, name);
    return attri_read_splice (file, bytes, "entities", entity, error);
}

/* @bytes with the claim, and with its ends where they are new. */
static GBytes *
splice (const Typed *typed, const char *file, GBytes *bytes, char **words, const Ends *ends,
        GError **error)
{
    g_autofree char *source = NULL;
    g_autofree char *claimant = NULL;
    AttriStatementText statement = {
        .from = ends->from,
        .type = words[2],
        .to = ends->to,
        .in = (const char *const *)ends->in,
        .stance = typed->stance,
        .hedge = typed->hedge,
        .confidence = typed->confidence,
        .wording = typed->wording,
        .start_time = typed->start_time,
        .stop_time = typed->stop_time,
        .source = typed->source,
        .claimant = typed->claimant,
        .locator = typed->locator,
        .quote = typed->quote,
        .reading = typed->reading,
        .note = typed->note,
    };
    if (!complete_citation (&statement, file, bytes, &source, &claimant, error))
        return NULL;
    g_autofree char *element = attri_export_statement (&statement);
    g_autoptr (GBytes) from =
        splice_entity (file, bytes, ends->from, typed->from_type, words[1], error);
    g_autoptr (GBytes) both =
        from != NULL ? splice_entity (file, from, ends->to, typed->type, words[3], error) : NULL;
    return both != NULL ? attri_read_splice (file, both, "relationships", element, error) : NULL;
}

static gboolean
add (const Typed *typed, char **words, GError **error)
{
    const char *file = words[0];
    g_auto (Ends) ends = {0};
    g_autofree char *text = NULL;
    gsize length;
    if (!cli_read_text (file, "a file to add to", &text, &length, error))
        return FALSE;
    g_autoptr (AttriGraph) graph = load (typed, file, error);
    if (graph == NULL || !find_ends (typed, graph, words[1], words[3], &ends, error))
        return FALSE;
    g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
    g_autoptr (GBytes) result = splice (typed, file, bytes, words, &ends, error);
    g_autoptr (AttriGraph) after =
        result != NULL ? check (typed, file, result, graph, error) : NULL;
    if (after == NULL || !attri_save (file, result, error))
        return FALSE;
    g_autoptr (AttriFindings) had = doubt (typed, file, bytes, graph);
    g_autoptr (AttriFindings) has = doubt (typed, file, result, after);
    tell_doubts (had, has);
    return TRUE;
}

/* A type that nobody knows is a slip, unless it says that it is one's own. A name stands at its
 * entity, not beside it. */
static gboolean
check_relation (const char *type, GError **error)
{
    if (g_str_equal (type, "alias")) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "a name is no relationship; expected \"aliases\": [\"NAME\"] at its "
                             "entity in the file, or 'alias-of' another entity");
        return FALSE;
    }
    g_autofree const char **known = attri_relation_list ();
    if (g_strv_contains (known, type) || g_str_has_prefix (type, "x-"))
        return TRUE;
    g_autofree char *quoted = cli_quote (type);
    g_autofree char *hint = cli_did_you_mean (type, known);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "unknown relationship %s%s expected one of STIX's, or one that begins with x-",
                 quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

/* The same for the type of what is declared. */
static gboolean
check_type (const char *option, const char *type, GError **error)
{
    g_autofree const char **known = attri_type_list ();
    if (type == NULL || g_strv_contains (known, type) || g_str_has_prefix (type, "x-"))
        return TRUE;
    g_autofree char *quoted = cli_quote (type);
    g_autofree char *hint = cli_did_you_mean (type, known);
    g_set_error (
        error, CLI_ERROR, CLI_ERROR_USAGE,
        "--%s: unknown type %s%s expected one of STIX's or sector, or one that begins with x-",
        option, quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

/* Texts that may be any, and words that may not. */
static gboolean
check_words (const Typed *typed, char **words, GError **error)
{
    guint unused;
    const char *const texts[] = {typed->confidence, typed->wording,   typed->start_time,
                                 typed->stop_time,  typed->source,    typed->claimant,
                                 typed->locator,    typed->quote,     typed->note,
                                 typed->type,       typed->from_type, words[1],
                                 words[2],          words[3]};
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        if (!cli_parse_text ("a text", texts[i], error))
            return FALSE;
    }
    return check_relation (words[2], error) && check_type ("declare", typed->type, error) &&
           check_type ("declare-from", typed->from_type, error) &&
           cli_parse_choice ("hedge", typed->hedge, hedges, &unused, error) &&
           cli_parse_choice ("stance", typed->stance, stances, &unused, error) &&
           cli_parse_choice ("reading", typed->reading, readings, &unused, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (Typed) typed = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (&typed, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) words = NULL;
    if (!cli_options_parse (options, argc, argv, &words, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);
    if (g_strv_length (words) != 4) {
        g_set_error_literal (&error, CLI_ERROR, CLI_ERROR_USAGE,
                             "expected FILE FROM RELATION TO, as case.json TAG-22 uses Winnti");
        return cli_fail (command, error);
    }
    if (!check_words (&typed, words, &error) || !cli_selection_read (&typed.selection, &error) ||
        !add (&typed, words, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_add = {
    .name = "add",
    .parameters = "FILE FROM RELATION TO",
    .summary = "add one claim to a file",
    .description =
        "Adds one claim at the end of FILE's relationships and changes nothing else in it.\n"
        "FROM and TO are names, aliases or ids. The case is read with the new claim first,\n"
        "and FILE stays as it was if anything is wrong. What is only doubtful about the claim\n"
        "is told, and it is added.\n",
    .examples =
        "  attrigraph add case/acme-2022.json --with case --hedge assessed \\\n"
        "    TAG-22 uses ShadowPad --wording 'we believe' --locator 'p. 4'\n"
        "  attrigraph add case/acme-2022.json --with case --declare malware TAG-22 uses Funny\n",
    .run = run,
};
