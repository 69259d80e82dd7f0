/* SPDX-License-Identifier: MIT
 *
 * stix-member.c: a date, a marking or a source goes in; the members that say so come out, and the
 * objects that markings are.
 */
#include "export/stix.h"

/* TLP 2.0 as OASIS defines it for STIX (TLP 2.0 extension, section 2). */
#define TLP_EXTENSION "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

static const struct {
    const char *id;
    const char *word;
} markings[] = {
    [ATTRI_TLP_CLEAR] = {"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "clear"},
    [ATTRI_TLP_GREEN] = {"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "green"},
    [ATTRI_TLP_AMBER] = {"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "amber"},
    [ATTRI_TLP_AMBER_STRICT] = {"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
                                "amber+strict"},
    [ATTRI_TLP_RED] = {"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "red"},
};

void
stix_write_time (StixWriter *self, const char *key, AttriDate date, gboolean last)
{
    if (!attri_date_is_set (date))
        return;
    const AttriDate end = attri_date_end (date);
    const AttriDate first = {date.year, MAX (date.month, 1), MAX (date.day, 1)};
    const AttriDate day = last ? end : first;
    g_autofree char *text = attri_date_to_string (day);
    g_autofree char *time = g_strconcat (text, "T00:00:00.000Z", NULL);
    attri_json_text__string (self->json, key, time);
}

void
stix_write_head (StixWriter *self, const char *type, const char *id, AttriDate created,
                 AttriDate modified)
{
    AttriDate date = attri_date_is_set (created) ? created : self->latest;
    if (!attri_date_is_set (date))
        date = (AttriDate){1970, 1, 1};
    attri_json_text__string (self->json, "type", type);
    attri_json_text__string (self->json, "spec_version", "2.1");
    attri_json_text__string (self->json, "id", id);
    stix_write_time (self, "created", date, TRUE);
    stix_write_time (self, "modified", attri_date_compare (modified, date) > 0 ? modified : date,
                     TRUE);
}

void
stix_write_marking (StixWriter *self, AttriTlp tlp)
{
    if (tlp == ATTRI_TLP_UNMARKED)
        return;
    attri_json_text__open_array_on_line (self->json, "object_marking_refs");
    attri_json_text__string (self->json, NULL, markings[tlp].id);
    attri_json_text__close (self->json);
}

/* "Publisher. (2021, July 8). Title.", as ATT&CK has it. */
static char *
describe_source (const AttriSource *source)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    const AttriDate date = source->published;
    g_autoptr (GString) text = g_string_new (source->publisher);

    g_string_append (text, ". (");
    if (date.year > 0)
        g_string_append_printf (text, "%u", date.year);
    else
        g_string_append (text, "n.d.");
    if (date.month > 0)
        g_string_append_printf (text, ", %s", months[date.month - 1]);
    if (date.day > 0)
        g_string_append_printf (text, " %u", date.day);
    g_string_append_printf (text, "). %s.", source->title);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

void
stix_write_reference (StixWriter *self, guint32 source)
{
    const AttriSource *row = attri_graph_get_source (self->graph, source);
    g_autofree char *description = describe_source (row);

    attri_json_text__open_object_on_line (self->json, NULL);
    attri_json_text__string (self->json, "source_name", row->id);
    attri_json_text__string (self->json, "description", description);
    attri_json_text__string (self->json, "url", row->url);
    attri_json_text__close (self->json);
}

void
stix_open_extension (StixWriter *self)
{
    attri_json_text__open_object (self->json, "extensions");
    attri_json_text__open_object (self->json, ATTRI_STIX_EXTENSION);
    attri_json_text__string (self->json, "extension_type", "property-extension");
}

static gboolean
is_marked (const AttriGraph *graph, AttriTlp tlp)
{
    gboolean marked = FALSE;
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        marked = marked || attri_graph_get_entity (graph, i)->tlp == tlp;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        marked = marked || attri_graph_get_claim (graph, i)->tlp == tlp;
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        marked = marked || attri_graph_get_source (graph, i)->tlp == tlp;
    return marked;
}

void
stix_write_markings (StixWriter *self)
{
    for (AttriTlp tlp = ATTRI_TLP_CLEAR; tlp <= ATTRI_TLP_RED; tlp++) {
        g_autofree char *name = g_strconcat ("TLP:", attri_tlp_to_string (tlp), NULL);
        if (!is_marked (self->graph, tlp))
            continue;
        attri_json_text__open_object (self->json, NULL);
        attri_json_text__string (self->json, "type", "marking-definition");
        attri_json_text__string (self->json, "spec_version", "2.1");
        attri_json_text__string (self->json, "id", markings[tlp].id);
        attri_json_text__string (self->json, "created", "2022-10-01T00:00:00.000Z");
        attri_json_text__string (self->json, "name", name);
        attri_json_text__open_object (self->json, "extensions");
        attri_json_text__open_object_on_line (self->json, TLP_EXTENSION);
        attri_json_text__string (self->json, "extension_type", "property-extension");
        attri_json_text__string (self->json, "tlp_2_0", markings[tlp].word);
        attri_json_text__close (self->json);
        attri_json_text__close (self->json);
        attri_json_text__close (self->json);
    }
}
