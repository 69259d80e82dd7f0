/* SPDX-License-Identifier: MIT
 *
 * stix.c: a graph goes in, a bundle of STIX 2.1 comes out. Its ids and times depend on
 * nothing but the graph.
 *
 * Who says something is an external reference of the object that says it, as in ATT&CK;
 * what STIX has no property for stands in one extension.
 */
#include "export/stix.h"
#include "export/columns.h"
#include "export/formats.h"

#include <string.h>

/* Made up once, for all ids made of names. */
static const guint8 namespace[16] = {0xaf, 0x56, 0xea, 0x18, 0xcb, 0x61, 0x46, 0x5c,
                                     0xa8, 0x3a, 0xf6, 0x8b, 0x1b, 0xa2, 0x7b, 0x3a};

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

/* ---- ids ---- */

char *
stix_type_of (const char *type)
{
    static const char *const held[] = {"attack-pattern", "campaign",       "course-of-action",
                                       "identity",       "infrastructure", "intrusion-set",
                                       "location",       "malware",        "threat-actor",
                                       "tool",           "vulnerability",  NULL};

    if (strcmp (type, "sector") == 0)
        return g_strdup ("identity");
    if (g_strv_contains (held, type) || g_str_has_prefix (type, "x-"))
        return g_strdup (type);
    return g_strconcat ("x-attrigraph-", type, NULL);
}

gboolean
stix_is_id (const char *id, const char *type)
{
    const gsize length = strlen (type);
    return strncmp (id, type, length) == 0 && g_str_has_prefix (id + length, "--") &&
           g_uuid_string_is_valid (id + length + 2);
}

char *
stix_make_id (const char *type, const char *name)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
    guint8 b[20];
    gsize length = sizeof b;

    g_checksum_update (checksum, namespace, sizeof namespace);
    g_checksum_update (checksum, (const guchar *)name, (gssize)strlen (name));
    g_checksum_get_digest (checksum, b, &length);
    b[6] = (guint8)((b[6] & 0x0f) | 0x50); /* version and variant: RFC 9562, section 5.5 */
    b[8] = (guint8)((b[8] & 0x3f) | 0x80);
    return g_strdup_printf (
        "%s--%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", type, b[0],
        b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
        b[15]);
}

/* One that the entity bears, or else one made of its id. */
static char *
id_of (const AttriGraph *graph, const AttriEntity *entity)
{
    g_autofree char *type = stix_type_of (entity->type);

    if (stix_is_id (entity->id, type))
        return g_strdup (entity->id);
    for (guint32 i = 0; i < entity->n_records; i++) {
        if (stix_is_id (entity->records[i].row.id, type))
            return g_strdup (entity->records[i].row.id);
    }
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (g_strcmp0 (reference->source, "stix") == 0 && reference->external_id != NULL &&
            stix_is_id (reference->external_id, type))
            return g_strdup (reference->external_id);
    }
    return stix_make_id (type, entity->id);
}

/* The id of an entity, which another may bear too: then it gets one of its own. */
static char *
take_id (const AttriGraph *graph, const AttriEntity *entity, GTree *taken)
{
    g_autofree char *type = stix_type_of (entity->type);
    char *id = id_of (graph, entity);

    if (g_tree_lookup_node (taken, id) != NULL) {
        g_free (id);
        id = stix_make_id (type, entity->id);
    }
    g_tree_insert (taken, g_strdup (id), NULL);
    return id;
}

/* ---- parts of objects ---- */

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
stix_write_source_members (StixWriter *self, guint32 source)
{
    const AttriSource *row = attri_graph_get_source (self->graph, source);
    g_autofree char *description = describe_source (row);

    attri_json_text__string (self->json, "source_name", row->id);
    attri_json_text__string (self->json, "description", description);
    attri_json_text__string (self->json, "url", row->url);
}

void
stix_write_source (StixWriter *self, guint32 source)
{
    attri_json_text__open_object_on_line (self->json, NULL);
    stix_write_source_members (self, source);
    attri_json_text__close (self->json);
}

void
stix_open_extension (StixWriter *self)
{
    attri_json_text__open_object (self->json, "extensions");
    attri_json_text__open_object (self->json, STIX_EXTENSION);
    attri_json_text__string (self->json, "extension_type", "property-extension");
}

/* ---- objects that others refer to ---- */

static void
write_extension_definition (StixWriter *self)
{
    static const AttriDate made = {2020, 1, 1}; /* earlier than what it describes */
    g_autofree char *author = stix_make_id ("identity", "attrigraph");

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, "identity", author, made, ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "name", "attrigraph");
    attri_json_text__string (self->json, "identity_class", "system");
    attri_json_text__close (self->json);

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, "extension-definition", STIX_EXTENSION, made, ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "created_by_ref", author);
    attri_json_text__string (self->json, "name", "attrigraph");
    attri_json_text__string (self->json, "description",
                             "How firmly a claim is made, in which words, where it was read, and "
                             "what else STIX has no property for. Members are spelt as in the own "
                             "format of attrigraph.");
    attri_json_text__string (self->json, "schema", "urn:attrigraph:schema:1");
    attri_json_text__string (self->json, "version", "1.0.0");
    attri_json_text__open_array_on_line (self->json, "extension_types");
    attri_json_text__string (self->json, NULL, "property-extension");
    attri_json_text__close (self->json);
    attri_json_text__close (self->json);
}

static gboolean
is_marked (const AttriGraph *graph, AttriTlp tlp)
{
    gboolean marked = FALSE;
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        marked = marked || attri_graph_get_entity (graph, i)->tlp == tlp;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        marked = marked || attri_graph_get_claim (graph, i)->tlp == tlp;
    return marked;
}

static void
write_markings (StixWriter *self)
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

/* ---- the whole ---- */

static void
tell_losses (const StixWriter *self, GPtrArray *losses)
{
    static const char *const of_claims[] = {"deprecated", "revoked_on", "revoked_reason", NULL};
    static const char *const of_entities[] = {"recorded", "deprecated", "placeholder", NULL};

    if (self->n_unheld > 0)
        g_ptr_array_add (losses,
                         g_strdup_printf ("%u claim%s that nobody asserts, or that %s withdrawn",
                                          self->n_unheld, self->n_unheld == 1 ? "" : "s",
                                          self->n_unheld == 1 ? "is" : "are"));
    if (self->n_imprecise > 0)
        g_ptr_array_add (losses, g_strdup_printf ("that %u dates are no more than a month or year",
                                                  self->n_imprecise));
    column_tell_missing (losses, &column_claims, self->graph, of_claims);
    column_tell_missing (losses, &column_entities, self->graph, of_entities);
    export_tell_values (losses, self->graph);
    export_tell_sources (losses, self->graph);
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return strcmp (a, b);
}

char *
export_stix (const AttriGraph *graph, GPtrArray *losses)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GTree) taken = g_tree_new_full (compare_texts, NULL, g_free, NULL);
    g_autoptr (GTree) used_ids = g_tree_new_full (compare_texts, NULL, g_free, NULL);
    StixWriter self = {.graph = graph,
                       .json = attri_json_text__new (),
                       .ids = ids,
                       .latest = attri_graph_get_latest_date (graph),
                       .used_ids = used_ids};
    g_autoptr (GString) names = g_string_new (NULL);

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        g_ptr_array_add (ids, take_id (graph, attri_graph_get_entity (graph, i), taken));
        g_string_append_printf (names, "%s\n", (const char *)g_ptr_array_index (ids, i));
    }
    g_autofree char *bundle = stix_make_id ("bundle", names->str);
    attri_json_text__open_object (self.json, NULL);
    attri_json_text__string (self.json, "type", "bundle");
    attri_json_text__string (self.json, "id", bundle);
    attri_json_text__open_array (self.json, "objects");
    write_extension_definition (&self);
    write_markings (&self);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        stix_write_entity (&self, i);
    stix_write_relationships (&self);
    attri_json_text__close (self.json);
    attri_json_text__close (self.json);
    tell_losses (&self, losses);
    return attri_json_text__end (self.json);
}
