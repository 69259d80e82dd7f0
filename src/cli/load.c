/* SPDX-License-Identifier: MIT
 *
 * In:  what the selection options mean, and the names of files.
 * Out: the graph that the rest of the command sees. Every command passes
 *      through here once, before it asks anything.
 */
#include "cli/account.h"
#include "cli/name.h"
#include "cli/progress.h"
#include "cli/selection.h"

#define MOST_SHOWN     20
#define FINDINGS_BOUND 10000

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

/* FALSE if anything in the files is doubtful, or was not taken as it came. */
static gboolean
check_strictly (const AttriFindings *findings, GError **error)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    cli_add_count (parts, attri_findings_count (findings, ATTRI_SEVERITY_WARNING), "warning",
                   "warnings");
    cli_add_count (parts, cli_count_losses (findings), "note", "notes");
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
    cli_add_count (parts, report->tlp_claims, "claim", "claims");
    cli_add_count (parts, report->tlp_entities, "entity", "entities");
    cli_add_count (parts, report->tlp_sources, "source", "sources");
    g_ptr_array_add (parts, NULL);
    g_autofree char *counts = g_strjoinv (", ", (char **)parts->pdata);
    cli_say ("--max-tlp %s left out %s; the output does not say so",
             attri_tlp_to_string (self->wish.max_tlp), counts);
}

/* A word that is no file may be the name that was meant. */
static gboolean
may_be_name (const char *word)
{
    return strchr (word, '/') == NULL && !g_str_has_suffix (word, ".json") &&
           !g_file_test (word, G_FILE_TEST_EXISTS);
}

static void
advise_focus (const CliSelection *self, const char *const *files, GError *problem)
{
    guint i = 0;
    if (!self->chooses || !g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return;
    while (files[i] != NULL && !may_be_name (files[i]))
        i++;
    if (files[i] == NULL)
        return;
    g_autofree char *quoted = cli_quote (files[i]);
    g_autofree char *advice = g_strdup_printf ("; if it is a name, say --focus %s", quoted);
    cli_advise (problem, advice);
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
        advise_focus (self, files, cause);
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
        return attri_view_select_nothing (whole, &tolerant);
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

static void
set_focus_count (const char *word, gboolean many, GError **error)
{
    g_autofree char *hint = NULL;
    if (word != NULL && may_be_name (word)) {
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
