/* SPDX-License-Identifier: MIT
 *
 * attrigraph check: every doubt about the data, on standard output.
 */
#include "cli/account.h"
#include "cli/answer.h"

#define FINDINGS_BOUND 100000

static const char *const formats[] = {"text", "json", NULL};

/* Whether the files hold errors: an answer of `check`, where other commands fail. */
static gboolean
is_about_data (const GError *error)
{
    return g_error_matches (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS) ||
           g_error_matches (error, ATTRI_MODEL_ERROR, ATTRI_MODEL_ERROR_FINDINGS);
}

/* Whether some file could not be opened, which says nothing about the others. */
static gboolean
is_about_files (const GError *error)
{
    return error->domain == G_FILE_ERROR ||
           g_error_matches (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_NO_JSON);
}

static void
append_count (GString *text, guint count, const char *noun)
{
    g_string_append_printf (text, "%s%u %s%s", text->len > 0 ? ", " : "", count, noun,
                            count == 1 ? "" : "s");
}

/* "2 errors, 1 warning, 0 notes", on standard error. */
static void
say_counts (const AttriFindings *findings)
{
    guint errors = attri_findings_count (findings, ATTRI_SEVERITY_ERROR);
    guint warnings = attri_findings_count (findings, ATTRI_SEVERITY_WARNING) - errors;
    guint all = attri_findings_count (findings, ATTRI_SEVERITY_INFO);
    guint kept = attri_findings_get_n_kept (findings);

    g_autoptr (GString) text = g_string_new (NULL);
    append_count (text, errors, "error");
    append_count (text, warnings, "warning");
    append_count (text, all - errors - warnings, "note");
    if (kept < all)
        g_string_append_printf (text, "; the first %u are listed", kept);
    cli_say ("%s", text->str);
}

/* What is known of the files that could be opened. A file that was to hold the whole
 * answer stays as it was. */
static void
tell_in_part (const CliAnswer *answer, const AttriFindings *findings)
{
    const AttriTellFormat format = (AttriTellFormat)answer->format;

    if (answer->path == NULL) {
        g_autofree char *text = attri_tell_findings (findings, format);
        cli_answer_write (answer, text, NULL);
        return;
    }
    g_autofree char *text = attri_tell_findings (findings, ATTRI_TELL_TEXT);
    cli_say_line (g_strchomp (text));
}

static CliExit
check (CliAnswer *answer, GError **error)
{
    CliSelection *selection = &answer->selection;
    g_autoptr (AttriFindings) findings = attri_findings_new (FINDINGS_BOUND);
    g_autoptr (GError) cause = NULL;
    /* Warnings are the answer here; they are weighed once all of them are known. */
    gboolean strict = selection->strict;
    selection->strict = FALSE;
    g_autoptr (AttriGraph) view = cli_selection_load (selection, answer->files, findings, &cause);
    if (view != NULL)
        attri_check_graph (view, findings);

    CliExit status = CLI_DONE;
    if (attri_findings_count (findings, strict ? ATTRI_SEVERITY_WARNING : ATTRI_SEVERITY_ERROR) >
            0 ||
        (strict && cli_count_losses (findings) > 0))
        status = CLI_ERRORS;
    attri_findings_sort (findings);
    if (cause != NULL && !is_about_data (cause)) {
        if (is_about_files (cause) && attri_findings_get_n_kept (findings) > 0)
            tell_in_part (answer, findings);
        g_propagate_error (error, g_steal_pointer (&cause));
        return CLI_TROUBLE;
    }
    g_autofree char *text = attri_tell_findings (findings, (AttriTellFormat)answer->format);
    if (!cli_answer_write (answer, text, error))
        return CLI_TROUBLE;
    say_counts (findings);
    return status;
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
    status = check (&answer, &error);
    return error != NULL ? cli_fail (command, error) : status;
}

const CliCommand cli_command_check = {
    .name = "check",
    .parameters = "FILE...",
    .summary = "list every doubt about the data",
    .description =
        "Lists what is wrong or doubtful in the files, one finding a line:\n"
        "file:line:column: severity: rule: message. The rules are explained in\n"
        "attrigraph-rules(7). The exit status is 1 if there is an error; with --strict,\n"
        "also if there is a warning, or something in a feed was not taken as it came.\n",
    .examples = "  attrigraph check data/tag-22\n"
                "  attrigraph check -T json --known-on 2021-07-31 data/tag-22\n",
    .run = run,
};
