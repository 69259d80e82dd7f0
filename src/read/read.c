/* SPDX-License-Identifier: MIT
 *
 * read.c: names of files go in, or bytes; what they say goes to the caller's
 * builder, what is wrong with them to the caller's findings. Nothing is kept.
 */
#include "read/files.h"
#include "read/reader.h"
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

static void
read_text (ReadRun *run, AttriGraphBuilder *builder, const char *name, GBytes *bytes,
           const AttriReadLimits *limits, AttriFindings *findings)
{
    const AttriJsonLimits json_limits = {limits->values, MIN (limits->depth, MOST_DEPTH),
                                         limits->string_bytes};
    gsize length;
    const char *data = g_bytes_get_data (bytes, &length);
    const char *text = data != NULL ? data : ""; /* GLib has no bytes for no bytes */

    if (length > limits->file_bytes) {
        attri_findings_add (findings, read_rule (READ_RULE_FILE_LIMIT), (AttriPlace){name, 0, 0},
                            NULL,
                            "larger than the limit; expected at most %" G_GUINT64_FORMAT " bytes",
                            limits->file_bytes);
        return;
    }
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (name, text, length, &json_limits, findings);
    if (document == NULL)
        return;
    Reader reader = {name, document, run, builder, findings};
    read_document (&reader);
}

/* What only all files together can say goes to @builder. */
static void
end_run (ReadRun *run, AttriGraphBuilder *builder, AttriFindings *findings)
{
    if (run->stix != NULL)
        stix_run_end (run->stix, builder, findings);
    g_clear_pointer (&run->stix, stix_run_free);
}

/* Whether @findings holds no more errors than @before. */
static gboolean
succeed (const AttriFindings *findings, guint before, GError **error)
{
    const guint errors = attri_findings_count (findings, ATTRI_SEVERITY_ERROR) - before;

    if (errors > 0)
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS, "%u error%s in the input",
                     errors, errors == 1 ? "" : "s");
    return errors == 0;
}

gboolean
attri_read_bytes (AttriGraphBuilder *builder, const char *name, GBytes *bytes,
                  const AttriReadLimits *limits, AttriFindings *findings, GError **error)
{
    g_return_val_if_fail (builder != NULL && name != NULL && bytes != NULL, FALSE);
    g_return_val_if_fail (findings != NULL && (error == NULL || *error == NULL), FALSE);

    const AttriReadLimits defaults = attri_read_limits_default ();
    const guint before = attri_findings_count (findings, ATTRI_SEVERITY_ERROR);

    ReadRun run = {NULL};

    read_text (&run, builder, name, bytes, limits != NULL ? limits : &defaults, findings);
    end_run (&run, builder, findings);
    return succeed (findings, before, error);
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

gboolean
attri_read_paths (AttriGraphBuilder *builder, const char *const *paths,
                  const AttriReadLimits *limits, AttriFindings *findings, GError **error)
{
    g_return_val_if_fail (builder != NULL && paths != NULL, FALSE);
    g_return_val_if_fail (findings != NULL && (error == NULL || *error == NULL), FALSE);

    const AttriReadLimits defaults = attri_read_limits_default ();
    const guint before = attri_findings_count (findings, ATTRI_SEVERITY_ERROR);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    GError *unreadable = NULL;
    ReadRun run = {NULL};

    limits = limits != NULL ? limits : &defaults;
    for (; *paths != NULL; paths++) {
        GError *problem = NULL;
        if (!files_list (*paths, names, &problem))
            collect (&unreadable, problem);
    }
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index (names, i);
        GError *problem = NULL;
        g_autoptr (GBytes) bytes = files_read (name, limits->file_bytes, &problem);
        if (bytes == NULL)
            collect (&unreadable, problem);
        else
            read_text (&run, builder, strcmp (name, "-") == 0 ? "standard input" : name, bytes,
                       limits, findings);
    }
    end_run (&run, builder, findings);
    if (unreadable == NULL)
        return succeed (findings, before, error);
    g_propagate_error (error, unreadable);
    return FALSE;
}
