/* SPDX-License-Identifier: MIT
 *
 * misp-entity.c: the values of all clusters go in; entities go to the builder.
 *
 * A mitre-* galaxy is a copy of ATT&CK, mostly of an older release, and a galaxy may be read in
 * two versions: so records of one id may bear different names. The name of the record that is
 * not MISP's is shown, else the least; any other stays as what that galaxy calls it.
 */
#include "read/misp-run.h"

#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

static int
compare_known (gconstpointer a, gconstpointer b)
{
    const MispKnown *x = a;
    const MispKnown *y = b;
    const int orders[] = {strcmp (x->id, y->id), g_strcmp0 (x->name, y->name),
                          g_strcmp0 (x->type, y->type)};
    return ATTRI_FIRST_ORDER (orders);
}

GArray *
misp_known_entities (const AttriGraphBuilder *builder)
{
    GArray *known = g_array_new (FALSE, FALSE, sizeof (MispKnown));
    for (guint i = 0; i < builder->entities->len; i++) {
        const AttriEntity *row = &g_array_index (builder->entities, AttriEntityDraft, i).row;
        const MispKnown record = {row->id, row->name, row->type};
        if (!row->placeholder)
            g_array_append_val (known, record);
    }
    g_array_sort (known, compare_known);
    return known;
}

GArray *
misp_known_sources (const AttriGraphBuilder *builder)
{
    GArray *known = g_array_new (FALSE, FALSE, sizeof (MispKnown));
    for (guint i = 0; i < builder->sources->len; i++) {
        const MispKnown record = {.id =
                                      g_array_index (builder->sources, AttriSourceDraft, i).row.id};
        g_array_append_val (known, record);
    }
    g_array_sort (known, compare_known);
    return known;
}

const MispKnown *
misp_find_known (const GArray *known, const char *id)
{
    const guint i = misp_lower_bound (known, id);
    const MispKnown *found = i < known->len ? &g_array_index (known, MispKnown, i) : NULL;
    return found != NULL && strcmp (found->id, id) == 0 ? found : NULL;
}

static int
compare_entities (gconstpointer a, gconstpointer b)
{
    const MispEntity *x = a;
    const MispEntity *y = b;
    const int orders[] = {strcmp (x->id, y->id), strcmp (x->name, y->name),
                          attri_order__place (x->place, y->place)};
    return ATTRI_FIRST_ORDER (orders);
}

/* What an entity may not be called is a name that its galaxy gives it. */
static void
keep_name (MispRun *run, const MispEntity *entity, const char *shown, AttriFindings *findings)
{
    const MispStatement statement = {
        .row = {.type = "alias", .confidence = -1, .place = entity->place},
        .from = entity->id,
        .end = MISP_END_VALUE,
        .to = entity->name,
        .source = entity->source,
        .pointer = entity->pointer,
    };
    g_autofree char *have = attri_text__quote (entity->name);
    g_autofree char *want = attri_text__quote (shown);

    g_array_append_val (run->statements, statement);
    attri_findings_add (findings, read_rule (READ_RULE_OTHER_NAME), entity->place, entity->pointer,
                        "%s is called %s by another record with this id", have, want);
}

void
misp_add_entities (MispRun *run, const GArray *known, AttriGraphBuilder *builder,
                   AttriFindings *findings)
{
    const MispEntity *first = NULL;

    g_array_sort (run->entities, compare_entities);
    for (guint i = 0; i < run->entities->len; i++) {
        const MispEntity *entity = &g_array_index (run->entities, MispEntity, i);
        const MispKnown *other = misp_find_known (known, entity->id);
        if (first == NULL || strcmp (first->id, entity->id) != 0)
            first = entity;
        const char *name = other != NULL ? other->name : first->name;
        const AttriEntityDraft draft = {
            .row = {.id = entity->id,
                    .type = other != NULL ? other->type : entity->type,
                    .name = name,
                    .description = entity->description,
                    .place = entity->place},
            .references = entity->references,
            .n_references = entity->n_references,
        };
        attri_graph_builder_add_entity (builder, &draft);
        if (strcmp (name, entity->name) != 0)
            keep_name (run, entity, name, findings);
    }
}
