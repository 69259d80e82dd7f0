/* SPDX-License-Identifier: MIT
 *
 * stix-entity.c: an entity goes in, a domain object of STIX 2.1 (section 4) comes out.
 */
#include "export/columns.h"
#include "export/stix.h"

#include <string.h>

/* What a type of STIX has properties for. */
typedef enum {
    HAS_ALIASES = 1,
    HAS_TIMES = 2, /* first_seen and last_seen */
} Properties;

static guint
properties_of (const char *type)
{
    static const struct {
        const char *type;
        guint properties;
    } table[] = {
        {"attack-pattern", HAS_ALIASES},
        {"campaign", HAS_ALIASES | HAS_TIMES},
        {"infrastructure", HAS_ALIASES | HAS_TIMES},
        {"intrusion-set", HAS_ALIASES | HAS_TIMES},
        {"malware", HAS_ALIASES | HAS_TIMES},
        {"threat-actor", HAS_ALIASES | HAS_TIMES},
        {"tool", HAS_ALIASES},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
        if (strcmp (table[i].type, type) == 0)
            return table[i].properties;
    }
    return 0;
}

/* ---- other names ---- */

/* The claims that give the entity a name and are made. */
static GArray *
find_aliases (const AttriGraph *graph, guint32 row)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, row, &n);

    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        for (guint32 j = 0; strcmp (edge->type, "alias") == 0 && j < edge->claims.count; j++) {
            const guint32 claim = edge->claims.first + j;
            if (attri_graph_get_claim (graph, claim)->stance == ATTRI_STANCE_ASSERTS &&
                !attri_graph_get_claim (graph, claim)->revoked)
                g_array_append_val (found, claim);
        }
    }
    return found;
}

static const char *
alias_at (const AttriGraph *graph, const GArray *aliases, guint i)
{
    return attri_graph_get_claim (graph, g_array_index (aliases, guint32, i))->value;
}

/* Several may claim one name, which follow each other. */
static void
write_alias_list (StixWriter *self, const GArray *aliases)
{
    if (aliases->len == 0)
        return;
    attri_json_text__open_array_on_line (self->json, "aliases");
    for (guint i = 0; i < aliases->len; i++) {
        const char *name = alias_at (self->graph, aliases, i);
        if (i == 0 || strcmp (name, alias_at (self->graph, aliases, i - 1)) != 0)
            attri_json_text__string (self->json, NULL, name);
    }
    attri_json_text__close (self->json);
}

/* The source that a name rests on: what its claimant cites for it, or the claimant. */
static guint32
source_of (const AttriGraph *graph, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (graph, claim->citations.first + i);
        if (citation->cites != ATTRI_NONE)
            return citation->cites;
    }
    return claim->claimant;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const guint32 x = *(const guint32 *)a;
    const guint32 y = *(const guint32 *)b;
    return (x > y) - (x < y);
}

/* As in ATT&CK: a reference called as the name, which cites another. */
static void
write_alias_references (StixWriter *self, const GArray *aliases)
{
    g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (guint i = 0; i < aliases->len; i++) {
        const AttriClaim *claim =
            attri_graph_get_claim (self->graph, g_array_index (aliases, guint32, i));
        const guint32 source = source_of (self->graph, claim);
        g_autofree char *description =
            g_strdup_printf ("(Citation: %s)", attri_graph_get_source (self->graph, source)->id);
        attri_json_text__open_object_on_line (self->json, NULL);
        attri_json_text__string (self->json, "source_name", claim->value);
        attri_json_text__string (self->json, "description", description);
        attri_json_text__close (self->json);
        g_array_append_val (sources, source);
    }
    g_array_sort (sources, compare_rows);
    for (guint i = 0; i < sources->len; i++) {
        const guint32 source = g_array_index (sources, guint32, i);
        if (i == 0 || source != g_array_index (sources, guint32, i - 1))
            stix_write_reference (self, source);
    }
}

static void
write_references (StixWriter *self, const AttriEntity *entity, const GArray *aliases)
{
    AttriJsonText *json = self->json;

    if (entity->references.count == 0 && aliases->len == 0)
        return;
    attri_json_text__open_array (json, "external_references");
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (self->graph, entity->references.first + i);
        attri_json_text__open_object_on_line (json, NULL);
        attri_json_text__string (json, "source_name", reference->source);
        attri_json_text__string (json, "description", reference->description);
        attri_json_text__string (json, "url", reference->url);
        attri_json_text__string (json, "external_id", reference->external_id);
        attri_json_text__close (json);
    }
    write_alias_references (self, aliases);
    attri_json_text__close (json);
}

/* ---- the object ---- */

/* A word of an open vocabulary (STIX 2.1, section 10): lower case, hyphens. */
static char *
make_word (const char *name)
{
    char *word = g_utf8_strdown (name, -1);
    return g_strdelimit (word, " _/&,", '-');
}

static void
write_own_properties (StixWriter *self, const AttriEntity *entity, const char *type,
                      const GArray *aliases)
{
    AttriJsonText *json = self->json;
    const guint properties = properties_of (type);
    const gboolean sector = strcmp (entity->type, "sector") == 0;

    if ((properties & HAS_ALIASES) != 0)
        write_alias_list (self, aliases);
    if (strcmp (type, "malware") == 0)
        attri_json_text__boolean (json, "is_family", entity->is_family);
    if (strcmp (type, "identity") == 0)
        attri_json_text__string (json, "identity_class", sector ? "class" : entity->identity_class);
    if (sector) {
        g_autofree char *word = make_word (entity->name);
        attri_json_text__open_array_on_line (json, "sectors");
        attri_json_text__string (json, NULL, word);
        attri_json_text__close (json);
    }
    if (strcmp (type, "location") == 0) {
        /* One of the two must be there (section 4.11). */
        g_autofree char *word = make_word (entity->name);
        attri_json_text__string (json, entity->country != NULL ? "country" : "region",
                                 entity->country != NULL ? entity->country : word);
    }
    if ((properties & HAS_TIMES) != 0) {
        stix_write_time (self, "first_seen", entity->first_seen, FALSE);
        stix_write_time (self, "last_seen", entity->last_seen, TRUE);
    }
}

/* ---- the extension ---- */

/* A day has a property where there is one at all; a month or a year has none. */
static void
write_seen (StixWriter *self, const char *key, AttriDate date, guint properties)
{
    if ((properties & HAS_TIMES) == 0 || date.day == 0)
        attri_json_text__date (self->json, key, date);
}

/* The claims on its names and on how easily it is had. */
static void
write_statements (StixWriter *self, guint32 row)
{
    AttriJsonText *json = self->json;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, row, &n);
    g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
    gboolean any = FALSE;

    g_array_set_size (one, 1);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, edges[i]);
        for (guint32 j = 0; edge->to == ATTRI_NONE && j < edge->claims.count; j++) {
            g_array_index (one, guint32, 0) = edge->claims.first + j;
            if (!any)
                attri_json_text__open_array (json, "statements");
            any = TRUE;
            attri_json_text__open_object (json, NULL);
            stix_write_value (self, edge->claims.first + j);
            stix_write_statement (self, one);
            attri_json_text__close (json);
        }
    }
    if (any)
        attri_json_text__close (json);
}

/* What there is no property for in an object of @type. */
static void
write_extension (StixWriter *self, guint32 row, const char *type)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, row);
    const guint properties = properties_of (type);
    AttriJsonText *json = self->json;

    stix_open_extension (self);
    if (strcmp (entity->type, type) != 0)
        attri_json_text__string (json, "type", entity->type);
    if (entity->provisional)
        attri_json_text__boolean (json, "provisional", TRUE);
    if (entity->is_family && strcmp (type, "malware") != 0)
        attri_json_text__boolean (json, "is_family", TRUE);
    if (strcmp (type, "location") != 0)
        attri_json_text__string (json, "country", entity->country);
    if (strcmp (type, "identity") != 0 || strcmp (entity->type, "sector") == 0)
        attri_json_text__string (json, "identity_class", entity->identity_class);
    write_seen (self, "first_seen", entity->first_seen, properties);
    write_seen (self, "last_seen", entity->last_seen, properties);
    write_statements (self, row);
    attri_json_text__close (json);
    attri_json_text__close (json);
}

void
stix_write_entity (StixWriter *self, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, row);
    g_autofree char *type = stix_type_of (entity->type);
    g_autoptr (GArray) aliases = find_aliases (self->graph, row);

    attri_json_text__open_object (self->json, NULL);
    stix_write_head (self, type, g_ptr_array_index (self->ids, row), entity->recorded,
                     ATTRI_DATE_NONE);
    attri_json_text__string (self->json, "name", entity->name);
    attri_json_text__string (self->json, "description", entity->description);
    write_own_properties (self, entity, type, aliases);
    if (entity->revoked)
        attri_json_text__boolean (self->json, "revoked", TRUE);
    write_references (self, entity, aliases);
    stix_write_marking (self, entity->tlp);
    write_extension (self, row, type);
    attri_json_text__close (self->json);
}
