/* SPDX-License-Identifier: MIT
 *
 * In:  the selection options and the names of files.
 * Out: the graph that the rest of the command sees. Every command passes
 *      through here once, before it asks anything.
 */
#include "cli/selection.h"

#include "cli/account.h"
#include "cli/name.h"
#include "cli/progress.h"

#include <string.h>

#define DEFAULT_HOPS   2
#define MOST_HOPS      99
#define MOST_SHOWN     20
#define FINDINGS_BOUND 10000
/* More counts as this, see AttriReadLimits. */
#define DEEPEST_NESTING 1000

static const char *const tlp_levels[] = {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED", NULL};
static const char *const identity_views[] = {"strict", "union", "source:ID", NULL};

void
cli_selection_clear (CliSelection *self)
{
    g_strfreev (self->typed.focus);
    g_strfreev (self->typed.types);
    g_strfreev (self->typed.relationships);
    g_strfreev (self->typed.sources);
    g_strfreev (self->typed.without_sources);
    g_free (self->typed.hops);
    g_free (self->typed.min_sources);
    g_free (self->typed.min_confidence);
    g_free (self->typed.as_of);
    g_free (self->typed.known_on);
    g_free (self->typed.max_tlp);
    g_strfreev (self->typed.marks);
    g_free (self->typed.identity);
    g_free (self->typed.file_size);
    g_free (self->typed.values);
    g_free (self->typed.depth);
    g_free (self->typed.string_size);
    g_free (self->typed.availability);
    g_strfreev (self->types);
    g_strfreev (self->relationships);
    g_clear_pointer (&self->marks, g_array_unref);
    memset (self, 0, sizeof *self);
}

static void
add_what (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"focus", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.focus,
         "centre on this entity: id, external id, name or alias;\nmay be given again", "NAME"},
        {"hops", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.hops,
         "how far from the focus, 0 to 99; by default 2", "N"},
        {"type", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.types,
         "only entities of these types", "T,..."},
        {"relationship", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.relationships,
         "only relationships of these types", "R,..."},
        {"identity", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.identity,
         "who is one: strict (nobody is folded), union (whom\nanybody equates and nobody tells "
         "apart) or source:ID\n(whom this source equates)",
         "VIEW"},
        {"include-revoked", 0, 0, G_OPTION_ARG_NONE, &self->wish.include_revoked,
         "also what its publisher revoked or deprecated", NULL},
        {0}};
    cli_options_add (options, "What to look at", entries);
    cli_options_offer (options, "identity", identity_views);
}

static void
add_whom (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.sources,
         "only claims made or carried by this source; may be\ngiven again", "ID"},
        {"without-source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.without_sources,
         "no claim made or carried by this source; may be given\nagain", "ID"},
        {"min-sources", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.min_sources,
         "only what so many independent publishers say", "N"},
        {"min-confidence", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.min_confidence,
         "0 to 100, or a word as low, moderate, high, likely;\nclaims that state none stay",
         "N|WORD"},
        {"stated-only", 0, 0, G_OPTION_ARG_NONE, &self->wish.stated_only,
         "with --min-confidence: no claims that state none", NULL},
        {"as-of", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.as_of,
         "only what had been published by then", "DATE"},
        {"known-on", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.known_on,
         "only what our files held by then", "DATE"},
        {"max-tlp", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.max_tlp,
         "nothing marked above CLEAR, GREEN, AMBER,\nAMBER+STRICT or RED; at CLEAR nothing "
         "unmarked "
         "either",
         "LEVEL"},
        {"mark", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.marks,
         "mark what this source says, where it is unmarked or\nmarked lower; may be given again",
         "ID=LEVEL"},
        {0}};
    cli_options_add (options, "Whom to believe, and when", entries);
    cli_options_offer (options, "max-tlp", tlp_levels);
}

static void
add_availability (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {{"availability", 0, 0, G_OPTION_ARG_FILENAME,
                                     &self->typed.availability,
                                     "how easily tools are had, where the files do not\nsay; by "
                                     "default a list of ours, or none",
                                     "FILE|none"},
                                    {0}};
    cli_options_add (options, "Tools", entries);
}

void
cli_selection_add_reading_options (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"strict", 0, 0, G_OPTION_ARG_NONE, &self->strict,
         "what is doubtful in the files, or was not taken\nas it came, is as good as an error",
         NULL},
        {"max-file-size", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.file_size,
         "the largest file; by default 512M", "SIZE"},
        {"max-values", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.values,
         "the most JSON values in a file; by default 50000000", "N"},
        {"max-depth", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.depth,
         "the deepest nesting, 1 to 1000; by default 64", "N"},
        {"max-string", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.string_size,
         "the longest text; by default 64K", "SIZE"},
        {0}};
    cli_options_add (options, "Reading", entries);
}

void
cli_selection_add_options (CliSelection *self, CliOptions *options)
{
    add_what (self, options);
    add_whom (self, options);
    if (self->annotate)
        add_availability (self, options);
    cli_selection_add_reading_options (self, options);
}

/* A number, or a word of one of STIX's scales (STIX 2.1, appendix A). */
static gboolean
read_confidence (const char *text, guint *confidence, GError **error)
{
    if (text == NULL || attri_confidence_parse (text, confidence))
        return TRUE;
    guint64 number;
    if (g_ascii_string_to_unsigned (text, 10, 0, 100, &number, NULL)) {
        *confidence = (guint)number;
        return TRUE;
    }
    g_autofree char *quoted = cli_quote (text);
    g_autofree const char **words = attri_confidence_list ();
    g_autofree char *hint = cli_did_you_mean (text, words);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--min-confidence: unknown value %s%s expected a whole number from 0 to 100, or a "
                 "word as low, moderate, high, likely",
                 quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

static gboolean
read_tlp (const char *option, const char *text, AttriTlp *tlp, GError **error)
{
    if (text == NULL || attri_tlp_parse (text, tlp))
        return TRUE;
    g_autofree char *quoted = cli_quote (text);
    g_autofree char *upper = g_ascii_strup (text, -1);
    g_autofree char *hint = cli_did_you_mean (upper, tlp_levels);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--%s: unknown level %s%s expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED",
                 option, quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

/* Cuts each value in two where it stands: an id may hold a '=', a level does not. */
static gboolean
read_marks (CliSelection *self, GError **error)
{
    self->marks = g_array_new (FALSE, FALSE, sizeof (AttriMark));
    for (guint i = 0; self->typed.marks != NULL && self->typed.marks[i] != NULL; i++) {
        char *text = self->typed.marks[i];
        char *sign = strrchr (text, '=');
        if (!cli_parse_text ("mark", text, error))
            return FALSE;
        if (sign == NULL || sign == text) {
            g_autofree char *quoted = cli_quote (text);
            g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                         "--mark: %s is not ID=LEVEL; expected a source and its marking, as "
                         "voi-2021=CLEAR",
                         quoted);
            return FALSE;
        }
        *sign = '\0';
        AttriMark mark = {text, ATTRI_TLP_UNMARKED};
        if (!read_tlp ("mark", sign + 1, &mark.tlp, error))
            return FALSE;
        g_array_append_val (self->marks, mark);
    }
    self->wish.marks = (const AttriMark *)(gpointer)self->marks->data;
    self->wish.n_marks = self->marks->len;
    return TRUE;
}

static gboolean
read_identity (const char *text, AttriSelection *wish, GError **error)
{
    static const char prefix[] = "source:";

    if (text == NULL || g_str_equal (text, "strict"))
        return TRUE;
    if (!cli_parse_text ("identity", text, error))
        return FALSE;
    wish->identity = ATTRI_IDENTITY_UNION;
    if (g_str_equal (text, "union"))
        return TRUE;
    if (g_str_has_prefix (text, prefix) && text[strlen (prefix)] != '\0') {
        wish->identity = ATTRI_IDENTITY_SOURCE;
        wish->identity_source = text + strlen (prefix);
        return TRUE;
    }
    g_autofree char *quoted = cli_quote (text);
    g_autofree char *hint = cli_did_you_mean (text, identity_views);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--identity: there is no view %s%s expected strict, union or source:ID", quoted,
                 *hint != '\0' ? hint : ";");
    return FALSE;
}

static gboolean
read_limits (CliSelection *self, GError **error)
{
    guint64 depth;
    self->limits = attri_read_limits_default ();
    depth = self->limits.depth;
    if (!cli_parse_size ("max-file-size", self->typed.file_size, &self->limits.file_bytes, error) ||
        !cli_parse_count ("max-values", self->typed.values, 1, G_MAXINT64, &self->limits.values,
                          error) ||
        !cli_parse_count ("max-depth", self->typed.depth, 1, DEEPEST_NESTING, &depth, error) ||
        !cli_parse_size ("max-string", self->typed.string_size, &self->limits.string_bytes, error))
        return FALSE;
    self->limits.depth = (guint)depth;
    return TRUE;
}

static gboolean
check_texts (const char *option, char **texts, GError **error)
{
    for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
        if (!cli_parse_text (option, texts[i], error))
            return FALSE;
    return TRUE;
}

gboolean
cli_selection_read (CliSelection *self, GError **error)
{
    AttriSelection *wish = &self->wish;
    guint64 hops = DEFAULT_HOPS;
    guint64 sources = 0;

    if (!check_texts ("focus", self->typed.focus, error) ||
        !check_texts ("source", self->typed.sources, error) ||
        !check_texts ("without-source", self->typed.without_sources, error) ||
        !cli_parse_list ("type", self->typed.types, &self->types, error) ||
        !cli_parse_list ("relationship", self->typed.relationships, &self->relationships, error) ||
        !cli_parse_count ("hops", self->typed.hops, 0, MOST_HOPS, &hops, error) ||
        !cli_parse_count ("min-sources", self->typed.min_sources, 0, G_MAXINT32, &sources, error) ||
        !read_confidence (self->typed.min_confidence, &wish->min_confidence, error) ||
        !cli_parse_date ("as-of", self->typed.as_of, &wish->as_of, error) ||
        !cli_parse_date ("known-on", self->typed.known_on, &wish->known_on, error) ||
        !read_tlp ("max-tlp", self->typed.max_tlp, &wish->max_tlp, error) ||
        !read_marks (self, error) || !read_identity (self->typed.identity, wish, error) ||
        !read_limits (self, error))
        return FALSE;

    wish->focus = (const char *const *)self->typed.focus;
    wish->types = (const char *const *)self->types;
    wish->relationships = (const char *const *)self->relationships;
    wish->sources = (const char *const *)self->typed.sources;
    wish->without_sources = (const char *const *)self->typed.without_sources;
    wish->several = TRUE;
    wish->hops = (guint)hops;
    wish->min_sources = (guint)sources;
    return TRUE;
}

/* Whether a finding is told by the account of a feed, as one of many. */
static gboolean
is_counted (const AttriFinding *finding, const AttriReadReport *report)
{
    if (finding->place.file == NULL || finding->rule->severity == ATTRI_SEVERITY_ERROR)
        return FALSE;
    const AttriReadFile *file = attri_read_report_find (report, finding->place.file);
    return file != NULL && file->is_feed;
}

/* Prints the findings of one severity, at most @room of them; returns how many. */
static guint
show_findings (const AttriFindings *findings, const AttriReadReport *report, AttriSeverity severity,
               guint room)
{
    guint shown = 0;
    for (guint i = 0; i < attri_findings_get_n_kept (findings) && shown < room; i++) {
        const AttriFinding *finding = attri_findings_get (findings, i);
        if (finding->rule->severity != severity || is_counted (finding, report))
            continue;
        g_autofree char *line = attri_finding_to_diagnostic (finding);
        cli_say_line (line);
        shown++;
    }
    return shown;
}

/* Warnings that the account of a feed has told. */
static guint
count_counted (const AttriFindings *findings, const AttriReadReport *report)
{
    guint n = 0;
    for (guint i = 0; i < attri_read_report_get_n_files (report); i++) {
        const AttriReadFile *file = attri_read_report_get_file (report, i);
        if (!file->is_feed)
            continue;
        g_autoptr (GArray) counts = attri_findings_count_by_rule (findings, file->name);
        for (guint j = 0; j < counts->len; j++) {
            const AttriRuleCount *row = &g_array_index (counts, AttriRuleCount, j);
            n += row->rule->severity == ATTRI_SEVERITY_WARNING ? row->count : 0;
        }
    }
    return n;
}

/* Errors stand first, so that no flood of warnings hides them. */
static void
tell_findings (AttriFindings *findings, const AttriReadReport *report)
{
    attri_findings_sort (findings);
    guint doubtful =
        attri_findings_count (findings, ATTRI_SEVERITY_WARNING) - count_counted (findings, report);
    guint shown = show_findings (findings, report, ATTRI_SEVERITY_ERROR, MOST_SHOWN);
    shown += show_findings (findings, report, ATTRI_SEVERITY_WARNING, MOST_SHOWN - shown);
    if (doubtful > shown)
        cli_say ("and %u more; 'attrigraph check' lists them all", doubtful - shown);
}

/* Adds what is known of how easily tools are had. */
static gboolean
annotate (const CliSelection *self, AttriGraphBuilder *builder, AttriFindings *findings,
          GError **error)
{
    const char *path = self->typed.availability;
    if (!self->annotate || g_strcmp0 (path, "none") == 0)
        return TRUE;
    if (path != NULL)
        return attri_read_availability (builder, path, &self->limits, findings, error);
    g_autoptr (GError) cause = NULL;
    if (attri_read_availability (builder, NULL, NULL, findings, &cause))
        return TRUE;
    g_set_error (error, cause->domain, cause->code,
                 "%s; --availability names another, or none to go without", cause->message);
    return FALSE;
}

/* Reads and freezes, without a word. */
static AttriGraph *
build_graph (const CliSelection *self, const char *const *files, AttriFindings *findings,
             AttriReadReport *report, GError **error)
{
    G_GNUC_UNUSED g_autoptr (CliProgress) progress = cli_progress_new ("reading", report);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    if (self->apart)
        attri_graph_builder_keep_apart (builder);
    if (!attri_read_paths_full (builder, files, &self->limits, findings, report, error) ||
        !annotate (self, builder, findings, error))
        return NULL;
    return attri_graph_builder_end (g_steal_pointer (&builder), findings, error);
}

static void
add_count (GPtrArray *parts, guint n, const char *one, const char *several)
{
    if (n > 0)
        g_ptr_array_add (parts, g_strdup_printf ("%u %s", n, n == 1 ? one : several));
}

/* FALSE if anything in the files is doubtful, or was not taken as it came. */
static gboolean
check_strictly (const AttriFindings *findings, GError **error)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    add_count (parts, attri_findings_count (findings, ATTRI_SEVERITY_WARNING), "warning",
               "warnings");
    add_count (parts, cli_count_losses (findings), "note", "notes");
    if (parts->len == 0)
        return TRUE;
    g_ptr_array_add (parts, NULL);
    g_autofree char *counts = g_strjoinv (" and ", (char **)parts->pdata);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "--strict: %s about the files; nothing is written", counts);
    return FALSE;
}

/* The graph of all files, or %NULL; what is wrong with them is in @findings, and told
 * if @tell. */
static AttriGraph *
read_graph (const CliSelection *self, const char *const *files, AttriFindings *findings,
            gboolean tell, GError **error)
{
    g_autoptr (AttriReadReport) report = attri_read_report_new ();
    g_autoptr (AttriGraph) graph = build_graph (self, files, findings, report, error);
    if (graph != NULL && !self->again)
        cli_tell_account (report, findings);
    if (tell)
        tell_findings (findings, report);
    if (graph != NULL && self->strict && !check_strictly (findings, error))
        return NULL;
    return g_steal_pointer (&graph);
}

static void
tell_view_report (const CliSelection *self, const AttriViewReport *report)
{
    for (guint i = 0; !self->again && report->notes != NULL && i < report->notes->len; i++)
        cli_say ("%s", (const char *)g_ptr_array_index (report->notes, i));
    if (report->tlp_claims + report->tlp_entities + report->tlp_sources == 0)
        return;
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    add_count (parts, report->tlp_claims, "claim", "claims");
    add_count (parts, report->tlp_entities, "entity", "entities");
    add_count (parts, report->tlp_sources, "source", "sources");
    g_ptr_array_add (parts, NULL);
    g_autofree char *counts = g_strjoinv (", ", (char **)parts->pdata);
    cli_say ("--max-tlp %s left out %s; the output does not say so",
             attri_tlp_to_string (self->wish.max_tlp), counts);
}

AttriGraph *
cli_selection_load_all (const CliSelection *self, const char *const *files, AttriFindings *findings,
                        GError **error)
{
    if (files[0] == NULL) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "no FILE is given; name a JSON file or a directory of them");
        return NULL;
    }
    g_autoptr (AttriFindings) own = NULL;
    if (findings == NULL)
        findings = own = attri_findings_new (FINDINGS_BOUND);

    g_autoptr (GError) cause = NULL;
    g_autoptr (AttriGraph) whole = read_graph (self, files, findings, own != NULL, &cause);
    if (whole == NULL) {
        /* The findings have said it already, and better. */
        if (own != NULL && (g_error_matches (cause, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS) ||
                            g_error_matches (cause, ATTRI_MODEL_ERROR, ATTRI_MODEL_ERROR_FINDINGS)))
            g_set_error_literal (error, CLI_ERROR, CLI_ERROR_TOLD, cause->message);
        else
            g_propagate_error (error, g_steal_pointer (&cause));
    }
    return g_steal_pointer (&whole);
}

gboolean
cli_selection_is_whole (const CliSelection *self)
{
    const AttriSelection *wish = &self->wish;
    return wish->focus == NULL && wish->types == NULL && wish->relationships == NULL &&
           wish->sources == NULL && wish->without_sources == NULL && wish->min_sources == 0 &&
           wish->min_confidence == 0 && !attri_date_is_set (wish->as_of) &&
           !attri_date_is_set (wish->known_on) && wish->max_tlp == ATTRI_TLP_UNMARKED &&
           wish->n_marks == 0 && wish->identity == ATTRI_IDENTITY_STRICT;
}

AttriGraph *
cli_selection_cut (const CliSelection *self, const AttriGraph *whole, const AttriSelection *wish,
                   gboolean quiet, GPtrArray **found, GError **error)
{
    g_auto (AttriViewReport) report = {0};
    g_autoptr (AttriGraph) view = attri_view_select (whole, wish, &report, error);
    if (!quiet)
        tell_view_report (self, &report);
    if (found != NULL)
        *found = g_steal_pointer (&report.found);
    return g_steal_pointer (&view);
}

AttriGraph *
cli_empty_graph (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    return attri_graph_builder_end (attri_graph_builder_new (), findings, NULL);
}

AttriGraph *
cli_selection_cut_tolerantly (const CliSelection *self, const AttriGraph *whole,
                              const AttriSelection *wish, GError **error)
{
    g_autoptr (GError) problem = NULL;
    AttriSelection tolerant = *wish;
    tolerant.tolerant = TRUE;
    g_autoptr (AttriGraph) view = cli_selection_cut (self, whole, &tolerant, TRUE, NULL, &problem);
    if (view != NULL)
        return g_steal_pointer (&view);
    if (problem->domain == ATTRI_VIEW_ERROR && problem->code != ATTRI_VIEW_ERROR_AMBIGUOUS)
        return cli_empty_graph ();
    g_propagate_error (error, g_steal_pointer (&problem));
    return NULL;
}

AttriGraph *
cli_selection_load (const CliSelection *self, const char *const *files, AttriFindings *findings,
                    GError **error)
{
    g_autoptr (AttriGraph) whole = cli_selection_load_all (self, files, findings, error);
    return whole != NULL ? cli_selection_cut (self, whole, &self->wish, FALSE, NULL, error) : NULL;
}

/* How widely tools are used in @whole under a wish, however far from the focus. */
static AttriCensus *
count_users (const CliSelection *self, const AttriGraph *whole, const AttriSelection *wish,
             GError **error)
{
    AttriSelection uncut = *wish;
    uncut.hops = ATTRI_HOPS_ALL;
    g_autoptr (AttriGraph) counted = cli_selection_cut (self, whole, &uncut, TRUE, NULL, error);
    return counted != NULL ? attri_census_new (counted) : NULL;
}

AttriGraph *
cli_selection_view (const CliSelection *self, const AttriGraph *whole, AttriCensus **census,
                    GError **error)
{
    g_autoptr (AttriGraph) view = cli_selection_cut (self, whole, &self->wish, FALSE, NULL, error);
    if (view == NULL)
        return NULL;
    *census = count_users (self, whole, &self->wish, error);
    return *census != NULL ? g_steal_pointer (&view) : NULL;
}

/* Who the first @n of @names are, in a view that is cut to the focus if @cut. */
static AttriGraph *
load_about (const CliSelection *self, const char *const *files, const char *const *names, guint n,
            gboolean cut, guint32 *entities, AttriCensus **census, GError **error)
{
    g_autoptr (AttriGraph) whole = cli_selection_load_all (self, files, NULL, error);
    if (whole == NULL)
        return NULL;
    g_autoptr (GPtrArray) found = NULL;
    AttriSelection wish = self->wish;
    wish.focus = names;
    if (!cut)
        wish.hops = ATTRI_HOPS_ALL;
    g_autoptr (AttriGraph) view = cli_selection_cut (self, whole, &wish, FALSE, &found, error);
    for (guint i = 0; view != NULL && i < n; i++) {
        entities[i] =
            cli_choose_entity (view, names[i], (const char *const *)found->pdata[i], error);
        if (entities[i] == ATTRI_NONE)
            return NULL;
    }
    if (view == NULL || census == NULL)
        return g_steal_pointer (&view);
    *census = cut ? count_users (self, whole, &wish, error) : attri_census_new (view);
    return *census != NULL ? g_steal_pointer (&view) : NULL;
}

/* A first word that is no file may be the name that was meant. */
static void
set_focus_count (const char *word, gboolean many, GError **error)
{
    g_autofree char *hint = NULL;
    if (word != NULL && strchr (word, '/') == NULL && !g_str_has_suffix (word, ".json") &&
        !g_file_test (word, G_FILE_TEST_EXISTS)) {
        g_autofree char *quoted = cli_quote (word);
        hint = g_strdup_printf (", perhaps --focus %s, as there is no such file", quoted);
    }
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "%s --focus is given; expected one%s",
                 many ? "more than one" : "no", hint != NULL ? hint : "");
}

AttriGraph *
cli_selection_load_around (const CliSelection *self, const char *const *files, const char *other,
                           guint32 *entities, AttriCensus **census, GError **error)
{
    char **focus = self->typed.focus;
    if (focus == NULL || focus[1] != NULL) {
        set_focus_count (focus == NULL && files != NULL ? files[0] : NULL, focus != NULL, error);
        return NULL;
    }
    const char *const names[] = {focus[0], other, NULL};
    return load_about (self, files, names, other != NULL ? 2 : 1, FALSE, entities, census, error);
}

AttriGraph *
cli_selection_load_named (const CliSelection *self, const char *const *files,
                          const char *const *names, guint n_names, guint32 *entities,
                          AttriCensus **census, GError **error)
{
    const guint n_focus = self->typed.focus != NULL ? g_strv_length (self->typed.focus) : 0;
    g_autofree const char **all = g_new0 (const char *, n_names + n_focus + 1);
    for (guint i = 0; i < n_names; i++)
        all[i] = names[i];
    for (guint i = 0; i < n_focus; i++)
        all[n_names + i] = self->typed.focus[i];
    return load_about (self, files, all, n_names, n_focus > 0, entities, census, error);
}
