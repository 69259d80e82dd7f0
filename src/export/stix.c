/* SPDX-License-Identifier: MIT
 *
 * stix.c: a graph goes in, a bundle of STIX 2.1 comes out. Its ids and times depend on
 * nothing but the graph.
 *
 * Who says something is an external reference of the object that says it, as in ATT&CK;
 * what STIX has no property for stands in one extension.
 */
#include "export/stix.h"
#include "base/text-private.h"
#include "export/columns.h"
#include "export/formats.h"

#include <string.h>

/* ---- ids ---- */

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

/* ---- objects that others refer to ---- */

static void
write_extension_definition (StixWriter *self)
{
    static const AttriDate made = {2020, 1, 1}; /* earlier than what it describes */

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, "identity", ATTRI_STIX_AUTHOR, made, ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "name", "attrigraph");
    attri_json_text__string (self->json, "identity_class", "system");
    attri_json_text__close (self->json);

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, "extension-definition", ATTRI_STIX_EXTENSION, made, ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "created_by_ref", ATTRI_STIX_AUTHOR);
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

/* ---- the whole ---- */

static void
tell_count (GPtrArray *losses, const char *what, guint n, const char *noun, const char *nouns)
{
    if (n > 0)
        g_ptr_array_add (losses, g_strdup_printf ("%s%u %s", what, n, n == 1 ? noun : nouns));
}

/* What objects are called is one of STIX's ids; ours, unless it is one, is not kept. */
static void
tell_ids (const StixWriter *self, GPtrArray *losses)
{
    guint n_entities = 0;
    guint n_claims = 0;

    for (guint32 i = 0; i < self->ids->len; i++)
        n_entities += strcmp (g_ptr_array_index (self->ids, i),
                              attri_graph_get_entity (self->graph, i)->id) != 0;
    for (guint32 i = 0; i < attri_graph_get_n_claims (self->graph); i++) {
        const char *id = attri_graph_get_claim (self->graph, i)->id;
        n_claims += id != NULL && !stix_is_id (id, "relationship");
    }
    tell_count (losses, "id of ", n_entities, "entity", "entities");
    tell_count (losses, "id of ", n_claims, "claim", "claims");
}

static void
tell_losses (const StixWriter *self, GPtrArray *losses)
{
    static const char *const of_claims[] = {"revoked_on", "revoked_reason", NULL};
    static const char *const of_entities[] = {"deprecated", "placeholder", NULL};

    if (self->n_unheld > 0)
        g_ptr_array_add (losses,
                         g_strdup_printf ("%u claim%s that nobody asserts, or that %s withdrawn",
                                          self->n_unheld, self->n_unheld == 1 ? "" : "s",
                                          self->n_unheld == 1 ? "is" : "are"));
    column_tell_missing (losses, &column_claims, self->graph, of_claims);
    column_tell_missing (losses, &column_entities, self->graph, of_entities);
    tell_ids (self, losses);
    tell_count (losses, "", attri_graph_get_n_saved_views (self->graph), "saved view",
                "saved views");
}

char *
export_stix (const AttriGraph *graph, GPtrArray *losses)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GTree) taken = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
    g_autoptr (GTree) used_ids = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
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
    stix_write_markings (&self);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        stix_write_source (&self, i);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        stix_write_entity (&self, i);
    stix_write_relationships (&self);
    attri_json_text__close (self.json);
    attri_json_text__close (self.json);
    tell_losses (&self, losses);
    return attri_json_text__end (self.json);
}
