/* SPDX-License-Identifier: MIT
 *
 * entities.c: doubts about entities and the names they go by.
 */
#include "base/text-private.h"
#include "check/check-private.h"
#include "model/names-private.h"

#include <string.h>

/* ---- one by one ---- */

/* Marks every entity that a claim has at an end or as a place. */
static guint8 *
find_used (const AttriGraph *graph)
{
    guint8 *used = g_new0 (guint8, attri_graph_get_n_entities (graph) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        used[claim->from] = 1;
        if (claim->to != ATTRI_NONE)
            used[claim->to] = 1;
        for (guint32 j = 0; j < claim->in.count; j++)
            used[attri_graph_get_index_at (graph, claim->in.first + j)] = 1;
    }
    return used;
}

static void
check_type (const AttriEntity *entity, const char *const *known, AttriFindings *findings)
{
    if (*attri_type_info (entity->type)->type != '\0')
        return;
    const char *nearest = attri_text_nearest (entity->type, known);
    g_autofree char *type = attri_text__quote (entity->type);
    attri_findings_add (findings, attri_check__rule (RULE_UNKNOWN_TYPE), entity->place, NULL,
                        "entity type %s is unknown; %s%s%s", type,
                        nearest != NULL ? "did you mean '" : "expected one of STIX 2.1, or sector",
                        nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
}

/* Claims that two values of availability hold at one time are neighbours among
 * the edges of an entity. */
static void
check_availability (const AttriGraph *graph, guint32 row, AttriFindings *findings)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, row, &n);
    const AttriEdge *last = NULL;

    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (!edge->asserted || strcmp (edge->type, "availability") != 0)
            continue;
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first);
        if (last != NULL) {
            const AttriClaim *before = attri_graph_get_claim (graph, last->claims.first);
            if (attri_date_compare (before->since, claim->since) == 0) {
                g_autofree char *id = attri_text__quote (attri_graph_get_entity (graph, row)->id);
                attri_findings_add (findings, attri_check__rule (RULE_AVAILABILITY_CONFLICT),
                                    claim->place, NULL,
                                    "%s is said to be %s as well as %s at one time; expected one, "
                                    "or different dates",
                                    id, edge->value, last->value);
            }
        }
        last = edge;
    }
}

static void
check_entity (const AttriGraph *graph, guint32 row, gboolean used, const char *const *types,
              AttriFindings *findings)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, row);
    g_autofree char *id = attri_text__quote (entity->id);

    check_type (entity, types, findings);
    attri_check__hidden (findings, entity->place, "name", entity->name);
    for (guint32 i = 0; i < entity->references.count; i++)
        attri_check__link (findings, entity->place,
                           attri_graph_get_reference (graph, entity->references.first + i)->url);
    if (attri_check__is_after (entity->first_seen, entity->last_seen))
        attri_findings_add (findings, attri_check__rule (RULE_TIME_REVERSED), entity->place, NULL,
                            "%s was first seen after it was last seen; expected the other order",
                            id);
    if (!used)
        attri_findings_add (findings, attri_check__rule (RULE_UNUSED_ENTITY), entity->place, NULL,
                            "no claim speaks of %s", id);
    check_availability (graph, row, findings);
}

void
attri_check__entities (const AttriGraph *graph, AttriFindings *findings)
{
    g_autofree guint8 *used = find_used (graph);
    g_autofree const char **types = attri_type_list ();
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        check_entity (graph, i, used[i], types, findings);
}

/* ---- names that two entities share ---- */

typedef struct {
    char *folded;
    const char *name;
    guint32 entity;
    AttriPlace place;
} Name;

static void
clear_name (gpointer data)
{
    g_free (((Name *)data)->folded);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    const Name *x = a;
    const Name *y = b;
    const int order = strcmp (x->folded, y->folded);
    if (order != 0)
        return order;
    return x->entity != y->entity ? (x->entity < y->entity ? -1 : 1) : strcmp (x->name, y->name);
}

static GArray *
collect_names (const AttriGraph *graph)
{
    GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
    g_array_set_clear_func (names, clear_name);

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        const Name name = {attri_name__fold (entity->name), entity->name, i, entity->place};
        g_array_append_val (names, name);
    }
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        if (!edge->asserted || strcmp (edge->type, "alias") != 0)
            continue;
        const Name name = {attri_name__fold (edge->value), edge->value, edge->from,
                           attri_graph_get_claim (graph, edge->claims.first)->place};
        g_array_append_val (names, name);
    }
    g_array_sort (names, compare_names);
    return names;
}

/* Whether a claim says how two entities stand to each other. */
static gboolean
is_explained (const AttriGraph *graph, guint32 from, guint32 to)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, from, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        const AttriRelationClass relation = attri_relation_info (edge->type)->relation;
        if (edge->to == to &&
            (relation == ATTRI_RELATION_IDENTITY || relation == ATTRI_RELATION_DISTINCT ||
             relation == ATTRI_RELATION_FAMILY))
            return TRUE;
    }
    return FALSE;
}

static void
compare_bearers (const AttriGraph *graph, const Name *last, const Name *next,
                 AttriFindings *findings)
{
    if (last->entity == next->entity || strcmp (last->folded, next->folded) != 0 ||
        is_explained (graph, last->entity, next->entity) ||
        is_explained (graph, next->entity, last->entity))
        return;
    g_autofree char *name = attri_text__quote (next->name);
    g_autofree char *one = attri_text__quote (attri_graph_get_entity (graph, last->entity)->id);
    g_autofree char *two = attri_text__quote (attri_graph_get_entity (graph, next->entity)->id);
    attri_findings_add (findings, attri_check__rule (RULE_POSSIBLE_SAME_NAME), next->place, NULL,
                        "%s is a name of %s and of %s, and no relationship between the two says "
                        "whether they are one",
                        name, one, two);
}

/* Neighbours only: of n entities with one name, n − 1 findings say enough. */
void
attri_check__names (const AttriGraph *graph, AttriFindings *findings)
{
    g_autoptr (GArray) names = collect_names (graph);
    for (guint i = 1; i < names->len; i++)
        compare_bearers (graph, &g_array_index (names, Name, i - 1),
                         &g_array_index (names, Name, i), findings);
}
