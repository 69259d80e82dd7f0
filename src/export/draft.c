/* SPDX-License-Identifier: MIT
 *
 * draft.c: what a person gives on a command line goes in; pieces of the own
 * format come out, as one would write them by hand.
 */
#include "base/json-text-private.h"
#include <attrigraph/export.h>

#include <string.h>

static gboolean
is_given (const char *text)
{
    return text != NULL && *text != '\0';
}

/* A number where it is one, else a word. */
static void
write_confidence (AttriJsonText *json, const char *confidence)
{
    guint64 number;
    if (confidence != NULL && g_ascii_string_to_unsigned (confidence, 10, 0, 100, &number, NULL))
        attri_json_text__number (json, "confidence", number);
    else
        attri_json_text__string (json, "confidence", confidence);
}

static void
write_citation (AttriJsonText *json, const AttriStatementText *statement)
{
    const char *const parts[] = {statement->source, statement->claimant, statement->locator,
                                 statement->quote, statement->reading};
    gboolean any = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        any |= is_given (parts[i]);
    if (!any)
        return;
    attri_json_text__open_array_on_line (json, "citations");
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "source", statement->source);
    attri_json_text__string (json, "claimant", statement->claimant);
    attri_json_text__string (json, "locator", statement->locator);
    attri_json_text__string (json, "quote", statement->quote);
    attri_json_text__string (json, "reading", statement->reading);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

char *
attri_export_statement (const AttriStatementText *statement)
{
    g_return_val_if_fail (statement != NULL, NULL);

    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "from", statement->from);
    attri_json_text__string (json, "type", statement->type);
    attri_json_text__string (json, "to", statement->to);
    if (statement->in != NULL && statement->in[0] != NULL) {
        attri_json_text__open_array_on_line (json, "in");
        for (guint i = 0; statement->in[i] != NULL; i++)
            attri_json_text__string (json, NULL, statement->in[i]);
        attri_json_text__close (json);
    }
    attri_json_text__string (json, "stance", statement->stance);
    attri_json_text__string (json, "hedge", statement->hedge);
    write_confidence (json, statement->confidence);
    attri_json_text__string (json, "wording", statement->wording);
    attri_json_text__string (json, "start_time", statement->start_time);
    attri_json_text__string (json, "stop_time", statement->stop_time);
    write_citation (json, statement);
    attri_json_text__string (json, "note", statement->note);
    attri_json_text__close (json);
    return g_strchomp (attri_json_text__end (json));
}

char *
attri_export_entity (const char *id, const char *type, const char *name)
{
    g_return_val_if_fail (id != NULL && type != NULL && name != NULL, NULL);

    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__string (json, "id", id);
    attri_json_text__string (json, "type", type);
    attri_json_text__string (json, "name", name);
    attri_json_text__close (json);
    return g_strchomp (attri_json_text__end (json));
}

char *
attri_export_report (const AttriSource *report, AttriDate recorded, const char *carrier)
{
    g_return_val_if_fail (report != NULL && report->id != NULL, NULL);

    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "attrigraph", 1);
    attri_json_text__date (json, "recorded", recorded);
    if (report->tlp != ATTRI_TLP_UNMARKED)
        attri_json_text__string (json, "tlp", attri_tlp_to_string (report->tlp));
    if (carrier != NULL) {
        attri_json_text__open_object_on_line (json, "citation");
        attri_json_text__string (json, "source", carrier);
        attri_json_text__string (json, "claimant", report->id);
        attri_json_text__close (json);
    } else {
        attri_json_text__string (json, "citation", report->id);
    }
    attri_json_text__open_array (json, "sources");
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "id", report->id);
    attri_json_text__string (json, "title", report->title);
    attri_json_text__string (json, "publisher", report->publisher);
    attri_json_text__date (json, "published", report->published);
    attri_json_text__string (json, "url", report->url);
    attri_json_text__string (json, "kind", attri_source_kind_to_string (report->kind));
    if (carrier != NULL)
        attri_json_text__boolean (json, "read", FALSE);
    attri_json_text__close (json);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "entities");
    attri_json_text__close (json);
    attri_json_text__open_array (json, "relationships");
    attri_json_text__close (json);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
