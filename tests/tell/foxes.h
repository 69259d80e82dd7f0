/* SPDX-License-Identifier: MIT
 *
 * foxes.h: the case that answers are told of, tests/golden/tell/foxes.json: few
 * entities, with every stance, a circle of hearsay, and names that mean something
 * to terminals, Markdown and spreadsheets.
 */
#pragma once

#include <attrigraph/read.h>
#include <attrigraph/tell.h>

#include "support/golden.h"

static inline AttriGraph *
read_foxes (void)
{
    g_autofree char *path = attri_golden_path ("tell/foxes.json");
    const char *const paths[] = {path, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    g_autoptr (GError) error = NULL;
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

/* The entity that a name means, and by which alias. */
static inline guint32
find_fox (const AttriGraph *graph, const char *name, guint32 *alias)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    g_assert_cmpuint (match->entities->len, ==, 1);
    guint32 entity = g_array_index (match->entities, guint32, 0);
    if (alias != NULL)
        *alias = match->tier == ATTRI_NAME_ALIAS ? attri_graph_find_alias (graph, entity, name)
                                                 : ATTRI_NONE;
    return entity;
}
