/* SPDX-License-Identifier: MIT
 *
 * census.h: what a census holds, for this room.
 */
#pragma once

#include <attrigraph/query.h>

struct _AttriCensus {
    AttriGraph *graph;
    guint32 *users; /* by entity: groups that use this very tool */
    guint32 *sizes; /* by entity: tools that an actor uses */
    guint32 n_groups;
    guint32 n_tools;
    gboolean counts;
};

/* The edge @index if it says that some actor uses a tool, or %NULL. */
const AttriEdge *attri_query__tooling (const AttriGraph *graph, guint32 index);
/* What is known of a tool without a census. */
AttriToolFacts attri_query__claimed (const AttriGraph *graph, guint32 tool);
/* Whether an actor of this type counts as a group. */
gboolean attri_query__is_group (const char *type);
/* How many groups use @tool, a row of the graph that was counted, or any variant of it. */
guint32 attri_census__count (const AttriCensus *self, guint32 tool);
/* The row of the entity of @graph in the graph that was counted, or %ATTRI_NONE. */
guint32 attri_census__find (const AttriCensus *self, const AttriGraph *graph, guint32 entity);
