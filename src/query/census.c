/* SPDX-License-Identifier: MIT
 *
 * census.c: a whole graph goes in; how many groups use each tool comes out,
 * owned by the caller.
 */
#include "query/census.h"

gboolean
attri_query__is_group (const char *type)
{
    return attri_type_info (type)->role == ATTRI_ROLE_ACTOR && !g_str_equal (type, "campaign");
}

const AttriEdge *
attri_query__tooling (const AttriGraph *graph, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (graph, index);
    if (!edge->asserted || edge->to == ATTRI_NONE ||
        attri_relation_info (edge->type)->relation != ATTRI_RELATION_TOOLING)
        return NULL;
    const char *type = attri_graph_get_entity (graph, edge->to)->type;
    return attri_type_info (type)->role == ATTRI_ROLE_TOOL ? edge : NULL;
}

guint32
attri_census__find (const AttriCensus *self, const AttriGraph *graph, guint32 entity)
{
    if (graph == self->graph)
        return entity;
    return attri_graph_find_entity (self->graph, attri_graph_get_entity (graph, entity)->id);
}

/* Counts the tools of @actor, and @actor among the users of each. */
static void
count_tools (AttriCensus *self, guint32 actor, gboolean is_group)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_query__tooling (self->graph, edges[i]);
        if (edge == NULL)
            continue;
        self->sizes[actor]++;
        if (is_group)
            self->users[edge->to]++;
    }
    self->n_groups += is_group && self->sizes[actor] > 0;
}

/* Adds the groups that use @tool to @groups. */
static void
add_users (const AttriCensus *self, guint32 tool, GTree *groups)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_incoming (self->graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_query__tooling (self->graph, edges[i]);
        if (edge != NULL &&
            attri_query__is_group (attri_graph_get_entity (self->graph, edge->from)->type))
            g_tree_insert (groups, GUINT_TO_POINTER (edge->from), NULL);
    }
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
    return (GPOINTER_TO_UINT (a) > GPOINTER_TO_UINT (b)) -
           (GPOINTER_TO_UINT (a) < GPOINTER_TO_UINT (b));
}

guint32
attri_census__count (const AttriCensus *self, guint32 tool)
{
    g_autoptr (GTree) groups = NULL;
    guint32 n;
    const guint32 *edges = attri_graph_get_incoming (self->graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, edges[i]);
        if (!edge->asserted || attri_relation_info (edge->type)->relation != ATTRI_RELATION_FAMILY)
            continue;
        if (groups == NULL) {
            groups = g_tree_new (compare_pointers);
            add_users (self, tool, groups);
        }
        add_users (self, edge->from, groups);
    }
    return groups != NULL ? (guint32)g_tree_nnodes (groups) : self->users[tool];
}

/* Whether some live claim counts users of @tool among more groups than there are here. */
static gboolean
is_counted_elsewhere (const AttriCensus *self, guint32 tool)
{
    AttriToolFacts facts = attri_query__claimed (self->graph, tool);
    return facts.groups > 0 && facts.of > self->n_groups;
}

static gboolean
decide (const AttriCensus *self, guint32 n_entities)
{
    if (self->n_groups < ATTRI_CENSUS_LEAST_GROUPS)
        return FALSE;
    guint32 elsewhere = 0;
    for (guint32 i = 0; i < n_entities; i++)
        elsewhere += self->users[i] > 0 && is_counted_elsewhere (self, i);
    return elsewhere <= self->n_tools / 2;
}

AttriCensus *
attri_census_new (AttriGraph *graph)
{
    g_return_val_if_fail (graph != NULL, NULL);

    guint32 n = attri_graph_get_n_entities (graph);
    AttriCensus *self = g_new0 (AttriCensus, 1);
    self->graph = attri_graph_ref (graph);
    self->users = g_new0 (guint32, n + 1);
    self->sizes = g_new0 (guint32, n + 1);

    for (guint32 i = 0; i < n; i++) {
        const char *type = attri_graph_get_entity (graph, i)->type;
        if (attri_type_info (type)->role == ATTRI_ROLE_ACTOR)
            count_tools (self, i, attri_query__is_group (type));
    }
    for (guint32 i = 0; i < n; i++)
        self->n_tools += self->users[i] > 0;
    self->counts = decide (self, n);
    return self;
}

void
attri_census_free (AttriCensus *self)
{
    if (self == NULL)
        return;
    attri_graph_unref (self->graph);
    g_free (self->users);
    g_free (self->sizes);
    g_free (self);
}

guint32
attri_census_get_n_groups (const AttriCensus *self)
{
    return self->n_groups;
}

guint32
attri_census_get_n_tools (const AttriCensus *self)
{
    return self->n_tools;
}

gboolean
attri_census_counts (const AttriCensus *self)
{
    return self->counts;
}
