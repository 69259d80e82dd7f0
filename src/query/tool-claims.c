/* SPDX-License-Identifier: MIT
 *
 * tool-claims.c: a tool goes in; what is claimed of how it is had, how many use it and which family
 * it is of comes out.
 */
#include "query/census.h"

/* Whether @claim should replace @best: the one recorded later wins, then true
 * since later, then said later. */
static gboolean
is_later (const AttriGraph *graph, const AttriClaim *claim, guint32 best)
{
    if (best == ATTRI_NONE)
        return TRUE;
    const AttriClaim *other = attri_graph_get_claim (graph, best);
    int order = attri_date_compare (claim->recorded, other->recorded);
    if (order == 0)
        order = attri_date_compare (claim->since, other->since);
    if (order == 0)
        order = attri_date_compare (claim->said_on, other->said_on);
    return order > 0;
}

static void
take_value_claim (const AttriGraph *graph, guint32 index, AttriToolFacts *facts)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, index);
    if (claim->revoked || claim->withdrawn || claim->stance != ATTRI_STANCE_ASSERTS)
        return;
    if (g_str_equal (claim->type, "availability") && claim->value != NULL) {
        AttriAvailability availability;
        if (attri_availability_parse (claim->value, &availability) &&
            is_later (graph, claim, facts->availability_claim)) {
            facts->availability = availability;
            facts->availability_claim = index;
        }
    } else if (g_str_equal (claim->type, "prevalence") && claim->groups > 0 &&
               is_later (graph, claim, facts->prevalence_claim)) {
        facts->groups = claim->groups;
        facts->of = claim->of;
        facts->prevalence_claim = index;
    }
}

/* Whether ATT&CK files it under its tools, which it defines as "commercial, open-source,
 * built-in, or publicly available software" (attack.mitre.org/software). A hint, no claim. */
static gboolean
suggests_public (const AttriGraph *graph, const AttriEntity *entity)
{
    if (!g_str_equal (entity->type, "tool"))
        return FALSE;
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (g_strcmp0 (reference->source, "mitre-attack") == 0)
            return TRUE;
    }
    return FALSE;
}

AttriToolFacts
attri_query__claimed (const AttriGraph *graph, guint32 tool)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, tool);
    AttriToolFacts facts = {
        .availability = ATTRI_AVAILABILITY_UNKNOWN,
        .availability_claim = ATTRI_NONE,
        .prevalence_claim = ATTRI_NONE,
        .family = entity->is_family ? tool : ATTRI_NONE,
    };
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        AttriRelationClass relation = attri_relation_info (edge->type)->relation;
        if (relation == ATTRI_RELATION_FAMILY && edge->asserted && facts.family == ATTRI_NONE)
            facts.family = edge->to;
        if (relation != ATTRI_RELATION_VALUE)
            continue;
        for (guint32 c = 0; c < edge->claims.count; c++)
            take_value_claim (graph, edge->claims.first + c, &facts);
    }
    facts.suggests_public =
        facts.availability_claim == ATTRI_NONE && suggests_public (graph, entity);
    return facts;
}
