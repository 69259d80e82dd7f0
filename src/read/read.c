/* SPDX-License-Identifier: MIT
 *
 * read.c: names of files go in, or bytes; what they say goes to the caller's
 * builder, what is wrong with them to the caller's findings. Nothing is kept.
 */
#include "read/files.h"
#include "read/misp.h"
#include "read/reader.h"
#include "read/report.h"
#include "read/stix.h"

#include <string.h>

/* cJSON parses no deeper. */
#define MOST_DEPTH 1000

G_DEFINE_QUARK (attri_read_error, attri_read_error)

AttriReadLimits
attri_read_limits_default (void)
{
    return (AttriReadLimits){
        .file_bytes = G_GUINT64_CONSTANT (512) << 20,
        .values = 50 * 1000 * 1000,
        .depth = 64,
        .string_bytes = 64 << 10,
    };
}

/* One call of the public functions. */
typedef struct {
    ReadRun run;
    AttriGraphBuilder *builder;
    const AttriReadLimits *limits;
    AttriFindings *findings;
    AttriReadReport *report; /* (nullable) */
    ReportMark mark;
    guint errors; /* before it */
} Call;

static Call
begin_call (AttriGraphBuilder *builder, const AttriReadLimits *limits, AttriFindings *findings,
            AttriReadReport *report)
{
    return (Call){
        .builder = builder,
        .limits = limits,
        .findings = findings,
        .report = report,
        .mark = report_mark (builder),
        .errors = attri_findings_count (findings, ATTRI_SEVERITY_ERROR),
    };
}

static void
read_text (Call *call, Reader *reader, GBytes *bytes)
{
    const AttriReadLimits *limits = call->limits;
    const AttriJsonLimits json_limits = {limits->values, MIN (limits->depth, MOST_DEPTH),
                                         limits->string_bytes};
    gsize length;
    const char *data = g_bytes_get_data (bytes, &length);
    const char *text = data != NULL ? data : ""; /* GLib has no bytes for no bytes */

    if (length > limits->file_bytes) {
        attri_findings_add (call->findings, read_rule (READ_RULE_FILE_LIMIT),
                            (AttriPlace){reader->name, 0, 0}, NULL,
                            "larger than the limit; expected at most %" G_GUINT64_FORMAT " bytes",
                            limits->file_bytes);
        return;
    }
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (reader->name, text, length, &json_limits, call->findings);
    if (document == NULL)
        return;
    reader->document = document;
    read_document (reader);
}

/* Reads @bytes, which are those of the file @name, found by @path. */
static void
read_file (Call *call, const char *name, const char *path, GBytes *bytes)
{
    Reader reader = {.name = name,
                     .run = &call->run,
                     .builder = call->builder,
                     .findings = call->findings};

    read_text (call, &reader, bytes);
    if (call->report != NULL)
        report_add_file (call->report, name, path, reader.format, reader.is_feed);
}

/* What only all files together can say goes to the builder. FALSE if there were errors. */
static gboolean
end_call (Call *call, GError **error)
{
    if (call->run.stix != NULL)
        stix_run_end (call->run.stix, call->builder, call->findings);
    g_clear_pointer (&call->run.stix, stix_run_free);
    /* After STIX, because MISP points to objects of either by UUID alone. */
    if (call->run.misp != NULL)
        misp_run_end (call->run.misp, call->builder, call->findings);
    g_clear_pointer (&call->run.misp, misp_run_free);
    if (call->report != NULL)
        report_count (call->report, call->builder, call->mark);

    const guint errors = attri_findings_count (call->findings, ATTRI_SEVERITY_ERROR) - call->errors;
    if (errors > 0)
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS, "%u error%s in the input",
                     errors, errors == 1 ? "" : "s");
    return errors == 0;
}

gboolean
attri_read_bytes_full (AttriGraphBuilder *builder, const char *name, GBytes *bytes,
                       const AttriReadLimits *limits, AttriFindings *findings,
                       AttriReadReport *report, GError **error)
{
    g_return_val_if_fail (builder != NULL && name != NULL && bytes != NULL, FALSE);
    g_return_val_if_fail (findings != NULL && (error == NULL || *error == NULL), FALSE);

    const AttriReadLimits defaults = attri_read_limits_default ();
    Call call = begin_call (builder, limits != NULL ? limits : &defaults, findings, report);

    if (report != NULL)
        report_expect (report, 1);
    read_file (&call, name, name, bytes);
    return end_call (&call, error);
}

gboolean
attri_read_bytes (AttriGraphBuilder *builder, const char *name, GBytes *bytes,
                  const AttriReadLimits *limits, AttriFindings *findings, GError **error)
{
    return attri_read_bytes_full (builder, name, bytes, limits, findings, NULL, error);
}

/* Keeps the first error as it is, and adds the message of a later one to it. */
static void
collect (GError **all, GError *error)
{
    if (*all == NULL) {
        *all = error;
        return;
    }
    g_autofree char *first = g_steal_pointer (&(*all)->message);
    (*all)->message = g_strdup_printf ("%s\n%s", first, error->message);
    g_error_free (error);
}

/* A file to be read. */
typedef struct {
    char *name;
    const char *path; /* what it was found by */
} Input;

static void
clear_input (gpointer data)
{
    g_free (((Input *)data)->name);
}

static GArray *
list_inputs (const char *const *paths, GError **unreadable)
{
    GArray *inputs = g_array_new (FALSE, FALSE, sizeof (Input));

    g_array_set_clear_func (inputs, clear_input);
    for (; *paths != NULL; paths++) {
        g_autoptr (GPtrArray) names = g_ptr_array_new ();
        GError *problem = NULL;
        if (!files_list (*paths, names, &problem))
            collect (unreadable, problem);
        for (guint i = 0; i < names->len; i++) {
            const Input input = {g_ptr_array_index (names, i), *paths};
            g_array_append_val (inputs, input);
        }
    }
    return inputs;
}

static void
read_input (Call *call, const Input *input, GError **unreadable)
{
    const gboolean is_stdin = strcmp (input->name, "-") == 0;
    const char *name = is_stdin ? "standard input" : input->name;
    GError *problem = NULL;
    g_autoptr (GBytes) bytes = files_read (input->name, call->limits->file_bytes, &problem);

    if (bytes != NULL)
        read_file (call, name, is_stdin ? name : input->path, bytes);
    else
        collect (unreadable, problem);
}

gboolean
attri_read_paths_full (AttriGraphBuilder *builder, const char *const *paths,
                       const AttriReadLimits *limits, AttriFindings *findings,
                       AttriReadReport *report, GError **error)
{
    g_return_val_if_fail (builder != NULL && paths != NULL, FALSE);
    g_return_val_if_fail (findings != NULL && (error == NULL || *error == NULL), FALSE);

    const AttriReadLimits defaults = attri_read_limits_default ();
    Call call = begin_call (builder, limits != NULL ? limits : &defaults, findings, report);
    GError *unreadable = NULL;
    g_autoptr (GArray) inputs = list_inputs (paths, &unreadable);

    if (report != NULL)
        report_expect (report, inputs->len);
    for (guint i = 0; i < inputs->len; i++)
        read_input (&call, &g_array_index (inputs, Input, i), &unreadable);
    if (unreadable == NULL)
        return end_call (&call, error);
    end_call (&call, NULL);
    g_propagate_error (error, unreadable);
    return FALSE;
}

gboolean
attri_read_paths (AttriGraphBuilder *builder, const char *const *paths,
                  const AttriReadLimits *limits, AttriFindings *findings, GError **error)
{
    return attri_read_paths_full (builder, paths, limits, findings, NULL, error);
}
