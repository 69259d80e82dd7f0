/* SPDX-License-Identifier: MIT
 *
 * column-entities.c: what is said of an entity.
 */
#include "export/columns.h"

#include <string.h>

/* "mitre-attack:G0096", or the link of a reference that has no id. */
static void
make_references (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriRange range = ((const AttriEntity *)row)->references;
    for (guint32 i = 0; i < range.count; i++) {
        const AttriReference *reference = attri_graph_get_reference (graph, range.first + i);
        const char *what = reference->external_id != NULL ? reference->external_id
                           : reference->url != NULL       ? reference->url
                                                          : reference->description;
        g_autofree char *part = g_strdup_printf ("%s:%s", reference->source, what);
        column_append_part (out, part);
    }
}

/* The values of one type that are claimed of an entity, each with who says so. */
static void
append_values (GString *out, const AttriGraph *graph, gconstpointer row, const char *type)
{
    const guint32 entity = attri_graph_find_entity (graph, ((const AttriEntity *)row)->id);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, entity, &n);

    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (edge->to != ATTRI_NONE || strcmp (edge->type, type) != 0)
            continue;
        for (guint32 j = 0; j < edge->claims.count; j++) {
            const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + j);
            g_autoptr (GString) part = g_string_new (NULL);
            column_make_value (part, graph, claim);
            g_string_append_printf (part, " (%s",
                                    attri_graph_get_source (graph, claim->claimant)->id);
            if (claim->stance != ATTRI_STANCE_ASSERTS)
                g_string_append_printf (part, " %s it", attri_stance_to_string (claim->stance));
            g_string_append_c (part, ')');
            column_append_part (out, part->str);
        }
    }
}

static void
make_aliases (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_values (out, graph, row, "alias");
}

static void
make_availability (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_values (out, graph, row, "availability");
}

static void
make_prevalence (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_values (out, graph, row, "prevalence");
}

#define ENTITY(key, how, member)                                                                   \
    {                                                                                              \
        .name = (key), .source = (how), .offset = offsetof (AttriEntity, member)                   \
    }
#define ENTITY_FLAG(key, member)                                                                   \
    {                                                                                              \
        .name = (key), .type = COLUMN_BOOLEAN, .source = COLUMN_OF_FLAG,                           \
        .offset = offsetof (AttriEntity, member)                                                   \
    }

static const Column entity_columns[] = {
    ENTITY ("type", COLUMN_OF_TEXT, type),
    ENTITY ("name", COLUMN_OF_TEXT, name),
    COLUMN_MADE_BY ("aliases", make_aliases),
    COLUMN_MADE_BY ("availability", make_availability),
    COLUMN_MADE_BY ("prevalence", make_prevalence),
    ENTITY_FLAG ("provisional", provisional),
    ENTITY_FLAG ("is_family", is_family),
    ENTITY ("country", COLUMN_OF_TEXT, country),
    ENTITY ("identity_class", COLUMN_OF_TEXT, identity_class),
    ENTITY ("first_seen", COLUMN_OF_DATE, first_seen),
    ENTITY ("last_seen", COLUMN_OF_DATE, last_seen),
    ENTITY ("recorded", COLUMN_OF_DATE, recorded),
    ENTITY ("description", COLUMN_OF_TEXT, description),
    COLUMN_MADE_BY ("external_references", make_references),
    ENTITY_FLAG ("revoked", revoked),
    ENTITY_FLAG ("deprecated", deprecated),
    ENTITY_FLAG ("placeholder", placeholder),
    ENTITY ("tlp", COLUMN_OF_TLP, tlp),
};

static gconstpointer
get_row (const AttriGraph *graph, guint32 index)
{
    return attri_graph_get_entity (graph, index);
}

const ColumnTable column_entities = {
    "entity", "entities", entity_columns, G_N_ELEMENTS (entity_columns), attri_graph_get_n_entities,
    get_row,
};
