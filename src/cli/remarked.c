/* SPDX-License-Identifier: MIT
 *
 * In:  a graph that was cut by its markings, and a newer one that is not.
 * Out: what the newer one marks too high to be told of any longer.
 */
#include "cli/remarked.h"

static gboolean
is_above (AttriTlp tlp, AttriTlp max_tlp)
{
    return tlp > max_tlp || (max_tlp == ATTRI_TLP_CLEAR && tlp == ATTRI_TLP_UNMARKED);
}

static char *
find_source (const AttriGraph *before, const AttriGraph *after, AttriTlp max_tlp)
{
    for (guint32 i = 0; i < attri_graph_get_n_sources (before); i++) {
        const char *id = attri_graph_get_source (before, i)->id;
        const guint32 now = attri_graph_find_source (after, id);
        if (now != ATTRI_NONE && is_above (attri_graph_get_source (after, now)->tlp, max_tlp))
            return g_strdup_printf ("the source %s", id);
    }
    return NULL;
}

static char *
find_entity (const AttriGraph *before, const AttriGraph *after, AttriTlp max_tlp)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (before); i++) {
        const char *id = attri_graph_get_entity (before, i)->id;
        const guint32 now = attri_graph_find_entity (after, id);
        if (now != ATTRI_NONE && is_above (attri_graph_get_entity (after, now)->tlp, max_tlp))
            return g_strdup_printf ("the entity %s", id);
    }
    return NULL;
}

/* Whether a claim of an edge is made by @claimant and marked too high. */
static gboolean
has_claim_above (const AttriGraph *graph, const AttriEdge *edge, guint32 claimant, AttriTlp max_tlp)
{
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        if (claim->claimant == claimant && is_above (claim->tlp, max_tlp))
            return TRUE;
    }
    return FALSE;
}

/* The edge of @after that says what @edge of @before says, or %NULL. */
static const AttriEdge *
find_edge (const AttriGraph *before, const AttriEdge *edge, const AttriGraph *after)
{
    const guint32 from =
        attri_graph_find_entity (after, attri_graph_get_entity (before, edge->from)->id);
    const guint32 to =
        edge->to != ATTRI_NONE
            ? attri_graph_find_entity (after, attri_graph_get_entity (before, edge->to)->id)
            : ATTRI_NONE;
    guint32 n = 0;
    const guint32 *edges = from != ATTRI_NONE ? attri_graph_get_outgoing (after, from, &n) : NULL;
    for (guint32 i = 0; edges != NULL && i < n; i++) {
        const AttriEdge *other = attri_graph_get_edge (after, edges[i]);
        if (other->to == to && g_str_equal (other->type, edge->type) &&
            g_strcmp0 (other->value, edge->value) == 0)
            return other;
    }
    return NULL;
}

static char *
find_claim (const AttriGraph *before, const AttriGraph *after, AttriTlp max_tlp)
{
    for (guint32 i = 0; i < attri_graph_get_n_edges (before); i++) {
        const AttriEdge *edge = attri_graph_get_edge (before, i);
        const AttriEdge *now = find_edge (before, edge, after);
        for (guint32 j = 0; now != NULL && j < edge->claims.count; j++) {
            const AttriClaim *claim = attri_graph_get_claim (before, edge->claims.first + j);
            const char *id = attri_graph_get_source (before, claim->claimant)->id;
            const guint32 claimant = attri_graph_find_source (after, id);
            if (claimant != ATTRI_NONE && has_claim_above (after, now, claimant, max_tlp))
                return g_strdup_printf ("what %s says, %s %s", id,
                                        attri_graph_get_entity (before, edge->from)->id,
                                        edge->type);
        }
    }
    return NULL;
}

char *
cli_find_remarked (const AttriGraph *before, const AttriGraph *after, AttriTlp max_tlp)
{
    if (max_tlp == ATTRI_TLP_UNMARKED)
        return NULL;
    char *found = find_source (before, after, max_tlp);
    if (found == NULL)
        found = find_entity (before, after, max_tlp);
    return found != NULL ? found : find_claim (before, after, max_tlp);
}
