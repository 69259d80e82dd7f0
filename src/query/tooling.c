/* SPDX-License-Identifier: MIT
 *
 * tooling.c: what is known of one tool, and how much sharing it would tell.
 */
#include "query/census.h"

#include <math.h>

/* What the census says takes the place of what any claim does. */
static void
take_count (const AttriGraph *graph, const AttriCensus *census, guint32 tool, AttriToolFacts *facts)
{
    if (census == NULL || !census->counts)
        return;
    guint32 row = attri_census__find (census, graph, tool);
    facts->groups = row != ATTRI_NONE ? attri_census__count (census, row) : 0;
    facts->of = facts->groups > 0 ? census->n_groups : 0;
    facts->prevalence_claim = ATTRI_NONE;
}

AttriToolFacts
attri_query_tool (const AttriGraph *graph, const AttriCensus *census, guint32 tool)
{
    AttriToolFacts facts = attri_query__claimed (graph, tool);
    take_count (graph, census, tool, &facts);
    return facts;
}

guint
attri_availability_get_tier (AttriAvailability availability)
{
    if (availability <= ATTRI_AVAILABILITY_UNKNOWN)
        return 0;
    return availability == ATTRI_AVAILABILITY_BUILT_IN ? 2 : 1;
}

gboolean
attri_availability_is_telling (AttriAvailability availability)
{
    return attri_availability_get_tier (availability) == 0;
}

guint32
attri_query_bits (guint32 groups, guint32 of)
{
    if (groups == 0 || of < groups)
        return 0;
    return (guint32)lround (log2 ((double)of / groups) * 1000);
}
