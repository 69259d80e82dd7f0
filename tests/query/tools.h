/* SPDX-License-Identifier: MIT
 *
 * tools.h: short ways to say what is known of a tool.
 */
#pragma once

#include <attrigraph/query.h>

#include "model/case.h"

/* Used by so many of so many groups, says @source. */
static inline void
add_prevalence (AttriGraphBuilder *builder, const char *tool, guint32 groups, guint32 of,
                const char *source, AttriDate recorded)
{
    add_said (builder, tool, "prevalence", NULL, source, NULL,
              (AttriClaim){.confidence = -1, .groups = groups, .of = of, .recorded = recorded});
}

static inline void
add_availability (AttriGraphBuilder *builder, const char *tool, const char *value,
                  const char *source, AttriDate recorded, AttriDate since)
{
    add_said (builder, tool, "availability", NULL, source, NULL,
              (AttriClaim){.confidence = -1, .value = value, .recorded = recorded, .since = since});
}

static inline guint32
find (const AttriGraph *graph, const char *id)
{
    guint32 entity = attri_graph_find_entity (graph, id);
    g_assert_cmpuint (entity, !=, ATTRI_NONE);
    return entity;
}
