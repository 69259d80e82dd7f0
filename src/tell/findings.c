/* SPDX-License-Identifier: MIT
 *
 * In:  findings, sorted.
 * Out: one a line, or a JSON document of them.
 */
#include <attrigraph/tell.h>

#include "base/json-text-private.h"

static char *
tell_text (const AttriFindings *findings)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        g_autofree char *line = attri_finding_to_string (attri_findings_get (findings, i));
        g_string_append (text, line);
        g_string_append_c (text, '\n');
    }
    return g_string_free (text, FALSE);
}

static void
write_finding (AttriJsonText *json, const AttriFinding *finding)
{
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "file", finding->place.file);
    if (finding->place.line > 0)
        attri_json_text__number (json, "line", finding->place.line);
    if (finding->place.column > 0)
        attri_json_text__number (json, "column", finding->place.column);
    attri_json_text__string (json, "severity", attri_severity_to_string (finding->rule->severity));
    attri_json_text__string (json, "rule", finding->rule->slug);
    attri_json_text__string (json, "pointer", finding->pointer);
    attri_json_text__string (json, "message", finding->message);
    attri_json_text__close (json);
}

/* Every rule that was breached, and how often, told or not. */
static void
write_counts (AttriJsonText *json, const AttriFindings *findings)
{
    g_autoptr (GArray) counts = attri_findings_count_by_rule (findings, NULL);

    attri_json_text__open_object (json, "counts");
    for (guint i = 0; i < counts->len; i++) {
        const AttriRuleCount *row = &g_array_index (counts, AttriRuleCount, i);
        attri_json_text__number (json, row->rule->slug, row->count);
    }
    attri_json_text__close (json);
}

static char *
tell_json (const AttriFindings *findings)
{
    guint errors = attri_findings_count (findings, ATTRI_SEVERITY_ERROR);
    guint doubtful = attri_findings_count (findings, ATTRI_SEVERITY_WARNING);
    guint all = attri_findings_count (findings, ATTRI_SEVERITY_INFO);

    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "errors", errors);
    attri_json_text__number (json, "warnings", doubtful - errors);
    attri_json_text__number (json, "notes", all - doubtful);
    write_counts (json, findings);
    attri_json_text__open_array (json, "findings");
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++)
        write_finding (json, attri_findings_get (findings, i));
    attri_json_text__close (json);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}

char *
attri_tell_findings (const AttriFindings *findings, AttriTellFormat format)
{
    g_return_val_if_fail (findings != NULL, NULL);

    return format == ATTRI_TELL_JSON ? tell_json (findings) : tell_text (findings);
}
