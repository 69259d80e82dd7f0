/* SPDX-License-Identifier: MIT
 *
 * withdrawn.c: the claims of one edge go in; which of their assertions were taken back since is
 * marked in them. A report cannot be called back, so its publisher withdraws in another one.
 */
#include "base/text-private.h"
#include "model/graph-private.h"
#include "model/independence-private.h"
#include "model/withdrawn-private.h"

static char *
house_of (const AttriGraph *graph, const AttriClaim *claim)
{
    return attri_source__house (attri_graph_get_source (graph, claim->claimant));
}

static gboolean
withdraws (const AttriClaim *claim)
{
    return claim->stance == ATTRI_STANCE_WITHDRAWS && !claim->revoked &&
           claim->change != ATTRI_CHANGE_REMOVED;
}

/* Whether @claim withdraws more than @last (nullable) of the same house: what nobody knows the
 * date of withdraws everything. */
static gboolean
is_later (const AttriClaim *claim, const AttriClaim *last)
{
    return last == NULL || !attri_date_is_set (claim->said_on) ||
           (attri_date_is_set (last->said_on) &&
            attri_date_compare (claim->said_on, last->said_on) > 0);
}

/* The last withdrawal of each house, or NULL where there is none, as in most edges. */
static GTree *
find_withdrawals (const AttriGraph *graph, const AttriClaim *claims, guint32 n)
{
    GTree *last = NULL;
    for (guint32 i = 0; i < n; i++) {
        if (!withdraws (&claims[i]))
            continue;
        if (last == NULL)
            last = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
        g_autofree char *house = house_of (graph, &claims[i]);
        if (is_later (&claims[i], g_tree_lookup (last, house)))
            g_tree_replace (last, g_steal_pointer (&house), (gpointer)&claims[i]);
    }
    return last;
}

void
attri_claims__mark_withdrawn (const AttriGraph *graph, AttriClaim *claims, guint32 n)
{
    g_autoptr (GTree) last = find_withdrawals (graph, claims, n);
    for (guint32 i = 0; i < n; i++) {
        /* What a diff shows of the past it shows as it was. */
        if (claims[i].change == ATTRI_CHANGE_REMOVED)
            continue;
        claims[i].withdrawn = FALSE;
        if (last == NULL || claims[i].stance != ATTRI_STANCE_ASSERTS)
            continue;
        g_autofree char *house = house_of (graph, &claims[i]);
        const AttriClaim *by = g_tree_lookup (last, house);
        claims[i].withdrawn =
            by != NULL && (!attri_date_is_set (by->said_on) ||
                           attri_date_compare (by->said_on, claims[i].said_on) >= 0);
    }
}

GTree *
attri_edge__find_withdrawn (const AttriGraph *graph, const AttriEdge *edge)
{
    GTree *houses = NULL;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        if (!claim->withdrawn)
            continue;
        if (houses == NULL)
            houses = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
        g_tree_replace (houses, house_of (graph, claim), NULL);
    }
    return houses;
}

gboolean
attri_claim__takes_back (const AttriGraph *graph, const AttriClaim *claim, GTree *houses)
{
    if (houses == NULL || !withdraws (claim))
        return FALSE;
    g_autofree char *house = house_of (graph, claim);
    return g_tree_lookup_node (houses, house) != NULL;
}
