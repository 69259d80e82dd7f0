/* SPDX-License-Identifier: MIT
 *
 * attrigraph new: a file for a report that has come in, valid and empty.
 */
#include "cli/options.h"
#include "cli/output.h"

#include <string.h>

static const char *const kinds[] = {"report", "news", "compilation", "internal", NULL};

typedef struct {
    char *path;
    char *id;
    char *title;
    char *publisher;
    char *published;
    char *url;
    char *kind;
    char *tlp;
    char *recorded;
    char *read_in;
} Typed;

static void
typed_clear (Typed *typed)
{
    g_free (typed->path);
    g_free (typed->id);
    g_free (typed->title);
    g_free (typed->publisher);
    g_free (typed->published);
    g_free (typed->url);
    g_free (typed->kind);
    g_free (typed->tlp);
    g_free (typed->recorded);
    g_free (typed->read_in);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
add_options (Typed *typed, CliOptions *options)
{
    const GOptionEntry output[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->path,
                                    "write here; by default to standard output", "FILE"},
                                   {0}};
    const GOptionEntry report[] = {
        {"id", 0, 0, G_OPTION_ARG_FILENAME, &typed->id, "what the case calls it, as insikt-2021",
         "ID"},
        {"title", 0, 0, G_OPTION_ARG_FILENAME, &typed->title, "its title", "TEXT"},
        {"publisher", 0, 0, G_OPTION_ARG_FILENAME, &typed->publisher, "who published it", "NAME"},
        {"published", 0, 0, G_OPTION_ARG_FILENAME, &typed->published,
         "when: a year, a month or a day", "DATE"},
        {"url", 0, 0, G_OPTION_ARG_FILENAME, &typed->url, "where it can be read", "URL"},
        {"kind", 0, 0, G_OPTION_ARG_FILENAME, &typed->kind,
         "report (the default), news, compilation or internal", "WORD"},
        {"tlp", 0, 0, G_OPTION_ARG_FILENAME, &typed->tlp, "its marking, and the file's", "LEVEL"},
        {"recorded", 0, 0, G_OPTION_ARG_FILENAME, &typed->recorded,
         "when the file is written, for --known-on", "DATE"},
        {"read-in", 0, 0, G_OPTION_ARG_FILENAME, &typed->read_in,
         "the source it is quoted in, where it was not read itself", "ID"},
        {0}};
    cli_options_add (options, "Output", output);
    cli_options_add (options, "The report", report);
    cli_options_offer (options, "kind", kinds);
}

/* The options that must be there, and their values. */
static gboolean
check_required (const Typed *typed, GError **error)
{
    const struct {
        const char *option;
        const char *text;
    } required[] = {{"id", typed->id}, {"title", typed->title}, {"publisher", typed->publisher}};
    for (gsize i = 0; i < G_N_ELEMENTS (required); i++) {
        if (required[i].text == NULL || *required[i].text == '\0') {
            g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "--%s is missing: %s",
                         required[i].option, "a source has an id, a title and a publisher");
            return FALSE;
        }
        if (!cli_parse_text (required[i].option, required[i].text, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_report (const Typed *typed, AttriSource *report, AttriDate *recorded, GError **error)
{
    guint kind = ATTRI_SOURCE_REPORT;
    if (!check_required (typed, error) || !cli_parse_text ("url", typed->url, error) ||
        !cli_parse_text ("read-in", typed->read_in, error) ||
        !cli_parse_choice ("kind", typed->kind, kinds, &kind, error) ||
        !cli_parse_date ("published", typed->published, &report->published, error) ||
        !cli_parse_date ("recorded", typed->recorded, recorded, error))
        return FALSE;
    if (typed->tlp != NULL && !attri_tlp_parse (typed->tlp, &report->tlp)) {
        g_autofree char *quoted = cli_quote (typed->tlp);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "--tlp: unknown level %s; expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED",
                     quoted);
        return FALSE;
    }
    report->id = typed->id;
    report->title = typed->title;
    report->publisher = typed->publisher;
    report->url = typed->url;
    report->kind = (AttriSourceKind)kind;
    return TRUE;
}

/* The document is read as any file is, so that what is written is valid. @id: the option that the
 * id of @report is from */
static gboolean
check (const AttriSource *report, AttriDate recorded, const char *id, GError **error)
{
    const CliOrigin origins[] = {{"/id", id},
                                 {"/citation", id},
                                 {"/title", "title"},
                                 {"/url", "url"},
                                 {"/publisher", "publisher"}};
    g_autofree char *text = attri_export_report (report, recorded, NULL);
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    attri_read_bytes (builder, "the new file", bytes, NULL, findings, NULL);
    if (attri_findings_count (findings, ATTRI_SEVERITY_WARNING) == 0)
        return TRUE;
    const AttriFinding *finding = attri_findings_get (findings, 0);
    if (cli_blame_option (finding, origins, G_N_ELEMENTS (origins), error))
        return FALSE;
    g_autofree char *told = attri_finding_to_diagnostic (finding);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "%s", told);
    return FALSE;
}

/* Whom it is read in is declared elsewhere; its id must be one all the same. */
static gboolean
check_read_in (const char *id, GError **error)
{
    const AttriSource source = {.id = id, .title = "any", .publisher = "any"};
    return id == NULL || check (&source, ATTRI_DATE_NONE, "read-in", error);
}

static gboolean
check_output (const char *path, GError **error)
{
    if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    const gboolean folder = g_file_test (path, G_FILE_TEST_IS_DIR);
    g_autofree char *quoted = cli_quote (path);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "-o: %s %s", quoted,
                 folder ? "is a directory; name a new file in it"
                        : "is there already; new never writes over a file");
    return FALSE;
}

static gboolean
write_report (const Typed *typed, GError **error)
{
    AttriSource report = {0};
    AttriDate recorded = ATTRI_DATE_NONE;
    if (!read_report (typed, &report, &recorded, error) ||
        !check (&report, recorded, "id", error) || !check_read_in (typed->read_in, error) ||
        !check_output (typed->path, error))
        return FALSE;
    g_autofree char *text = attri_export_report (&report, recorded, typed->read_in);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (typed->path, bytes, error);
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
    if (g_strv_length (words) != 1 || !g_str_equal (words[0], "report")) {
        g_set_error_literal (
            &error, CLI_ERROR, CLI_ERROR_USAGE,
            "expected 'new report --id ID --publisher NAME --title TEXT' and what else "
            "is known of it");
        return cli_fail (command, error);
    }
    return write_report (&typed, &error) ? CLI_DONE : cli_fail (command, error);
}

const CliCommand cli_command_new = {
    .name = "new",
    .parameters = "report",
    .summary = "begin a file for a report that has come in",
    .description =
        "Writes a valid file that declares one report and cites it by default, for 'add'\n"
        "and an editor to fill. It never writes over a file that is there.\n",
    .examples = "  attrigraph new report --id acme-2022 --publisher Acme --published 2022-03 \\\n"
                "    --title 'Foxes in the henhouse' -o case/acme-2022.json\n",
    .run = run,
};
