/* SPDX-License-Identifier: MIT
 *
 * In:  a name as typed, and the graph it is looked for in.
 * Out: the entity it means, or an error that says what could have been meant.
 */
#include "cli/name.h"

/* "apt41 (intrusion-set, APT41)", as the view room writes it for --focus. */
static char *
describe (const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    return g_strdup_printf ("%s (%s, %s)", entity->id, entity->type, entity->name);
}

static void
set_unknown (const AttriGraph *graph, const char *name, GError **error)
{
    g_autofree char *quoted = cli_quote (name);
    g_auto (GStrv) near = attri_graph_suggest (graph, name);
    for (guint i = 0; near[i] != NULL; i++) {
        char *plain = near[i];
        near[i] = cli_quote (plain);
        g_free (plain);
    }
    g_autofree char *words = cli_join_words ((const char *const *)near);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "no entity is called %s; %s%s%s", quoted,
                 near[0] != NULL ? "did you mean " : "expected an id, a name or an alias", words,
                 near[0] != NULL ? "?" : "");
}

static void
set_ambiguous (const AttriGraph *graph, const char *name, const GArray *entities, GError **error)
{
    g_autofree char *quoted = cli_quote (name);
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < entities->len; i++) {
        g_autofree char *entity = describe (graph, g_array_index (entities, guint32, i));
        g_string_append_printf (list, "\n  %s", entity);
    }
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "%s means %u entities; expected one of these ids:%s", quoted, entities->len,
                 list->str);
}

guint32
cli_find_entity (const AttriGraph *graph, const char *name, GError **error)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    if (match->entities->len == 0) {
        set_unknown (graph, name, error);
        return ATTRI_NONE;
    }
    if (match->entities->len > 1) {
        set_ambiguous (graph, name, match->entities, error);
        return ATTRI_NONE;
    }
    for (guint i = 0; i < match->later->len; i++) {
        g_autofree char *quoted = cli_quote (name);
        g_autofree char *other = describe (graph, g_array_index (match->later, guint32, i));
        cli_say ("%s is also a name of %s", quoted, other);
    }
    return g_array_index (match->entities, guint32, 0);
}

static gboolean
uses_tools (const AttriGraph *graph, guint32 entity)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (edge->asserted && attri_relation_info (edge->type)->relation == ATTRI_RELATION_TOOLING)
            return TRUE;
    }
    return FALSE;
}

guint32
cli_choose_entity (const AttriGraph *view, const char *name, const char *const *ids, GError **error)
{
    g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 chosen = ATTRI_NONE;
    guint n_users = 0;
    for (guint i = 0; ids[i] != NULL; i++) {
        const guint32 entity = attri_graph_find_entity (view, ids[i]);
        g_array_append_val (entities, entity);
        if (!uses_tools (view, entity))
            continue;
        chosen = entity;
        n_users++;
    }
    if (entities->len == 1)
        return g_array_index (entities, guint32, 0);
    if (n_users == 1) {
        g_autofree char *shown = describe (view, chosen);
        cli_say ("this is about %s, the only one of them of which tools are told", shown);
        return chosen;
    }
    set_ambiguous (view, name, entities, error);
    return ATTRI_NONE;
}

guint32
cli_find_alias (const AttriGraph *graph, guint32 entity, const char *name)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    return match->tier == ATTRI_NAME_ALIAS ? attri_graph_find_alias (graph, entity, name)
                                           : ATTRI_NONE;
}
