/* SPDX-License-Identifier: MIT
 *
 * focus.c: the names of a focus go in; ids come out, or an error that says what
 * could have been meant.
 */
#include "base/text-private.h"
#include "view/view-private.h"

#include <string.h>

static void
tell_unknown (const AttriGraph *graph, const char *name, GError **error)
{
    g_autofree char *quoted = attri_text__quote (name);
    g_auto (GStrv) near = attri_graph_suggest (graph, name);
    GString *message = g_string_new (NULL);

    g_string_append_printf (message, "no entity is called %s; ", quoted);
    for (guint i = 0; near[i] != NULL; i++) {
        g_autofree char *suggestion = attri_text__quote (near[i]);
        const char *joint = i == 0 ? "did you mean " : near[i + 1] == NULL ? " or " : ", ";
        g_string_append_printf (message, "%s%s", joint, suggestion);
    }
    g_string_append (message, near[0] != NULL ? "?" : "expected an id, a name or an alias");
    g_set_error_literal (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN, message->str);
    g_string_free (message, TRUE);
}

/* "earth-lusca (intrusion-set, Earth Lusca)", fit for a terminal. (transfer full) */
static char *
describe (const AttriGraph *graph, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, row);
    g_autofree char *line = g_strdup_printf ("%s (%s, %s)", entity->id, entity->type, entity->name);
    return attri_text_for_terminal (line);
}

static void
tell_ambiguous (const AttriGraph *graph, const char *name, const GArray *entities, GError **error)
{
    g_autofree char *quoted = attri_text__quote (name);
    GString *message = g_string_new (NULL);

    g_string_append_printf (message, "%s means %u entities; expected one of these ids:", quoted,
                            entities->len);
    for (guint i = 0; i < entities->len; i++) {
        g_autofree char *shown = describe (graph, g_array_index (entities, guint32, i));
        g_string_append_printf (message, "\n  %s", shown);
    }
    g_set_error_literal (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_AMBIGUOUS, message->str);
    g_string_free (message, TRUE);
}

static void
note_later (const AttriGraph *graph, const char *name, const GArray *later, GPtrArray *notes)
{
    g_autofree char *quoted = attri_text__quote (name);
    for (guint i = 0; i < later->len; i++) {
        const guint32 row = g_array_index (later, guint32, i);
        const AttriEntity *entity = attri_graph_get_entity (graph, row);
        g_autofree char *shown = describe (graph, row);
        g_ptr_array_add (notes, g_strdup_printf ("%s is also a name of %s%s", quoted, shown,
                                                 entity->revoked      ? ", which is revoked"
                                                 : entity->deprecated ? ", which is deprecated"
                                                                      : ""));
    }
}

/* What somebody says @row was replaced by, or %ATTRI_NONE if nobody does or not everybody the
 * same. */
static guint32
find_replacement (const AttriGraph *graph, guint32 row)
{
    guint32 found = ATTRI_NONE;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, row, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (!edge->asserted || edge->to == ATTRI_NONE || strcmp (edge->type, "revoked-by") != 0)
            continue;
        if (found != ATTRI_NONE && found != edge->to)
            return ATTRI_NONE;
        found = edge->to;
    }
    return found;
}

/* A replacement may have been replaced itself. What leads to nothing current, be
 * it in a circle, leads nowhere. */
static guint32
follow_replacements (const AttriGraph *graph, const char *name, guint32 row, GPtrArray *notes)
{
    guint32 last = row;
    for (guint32 steps = attri_graph_get_n_entities (graph); steps > 0; steps--) {
        if (last == ATTRI_NONE || !attri_graph_get_entity (graph, last)->revoked)
            break;
        last = find_replacement (graph, last);
    }
    if (last == ATTRI_NONE || attri_graph_get_entity (graph, last)->revoked)
        last = row;

    const AttriEntity *entity = attri_graph_get_entity (graph, last);
    g_autofree char *quoted = attri_text__quote (name);
    g_autofree char *from = describe (graph, row);
    g_autofree char *to = describe (graph, last);
    if (last != row)
        g_ptr_array_add (notes, g_strdup_printf ("%s means %s, which is revoked; this is about "
                                                 "what replaced it, %s",
                                                 quoted, from, to));
    else if (entity->revoked || entity->deprecated)
        g_ptr_array_add (notes, g_strdup_printf ("%s means %s, which is %s; it is shown because "
                                                 "you ask for it",
                                                 quoted, from,
                                                 entity->revoked ? "revoked" : "deprecated"));
    return last;
}

static void
add_once (GArray *rows, guint32 row)
{
    for (guint i = 0; i < rows->len; i++) {
        if (g_array_index (rows, guint32, i) == row)
            return;
    }
    g_array_append_val (rows, row);
}

static AttriFocus *
focus_new (const char *name)
{
    AttriFocus *focus = g_new0 (AttriFocus, 1);
    focus->name = name;
    focus->ids = g_ptr_array_new ();
    focus->later = g_ptr_array_new ();
    return focus;
}

static void
focus_free (gpointer data)
{
    AttriFocus *focus = data;
    g_ptr_array_unref (focus->ids);
    g_ptr_array_unref (focus->later);
    g_free (focus);
}

/* Whether the entities may stand side by side: groups, or tools. */
static gboolean
have_one_role (const AttriGraph *graph, const GArray *entities)
{
    for (guint i = 1; i < entities->len; i++) {
        const guint32 a = g_array_index (entities, guint32, 0);
        const guint32 b = g_array_index (entities, guint32, i);
        if (attri_type_info (attri_graph_get_entity (graph, a)->type)->role !=
            attri_type_info (attri_graph_get_entity (graph, b)->type)->role)
            return FALSE;
    }
    return TRUE;
}

static guint32
count_edges (const AttriGraph *graph, guint32 row)
{
    guint32 outgoing;
    guint32 incoming;
    attri_graph_get_outgoing (graph, row, &outgoing);
    attri_graph_get_incoming (graph, row, &incoming);
    return outgoing + incoming;
}

/* That of which most is said comes first. */
static int
compare_weights (gconstpointer a, gconstpointer b, gpointer graph)
{
    const guint32 x = *(const guint32 *)a;
    const guint32 y = *(const guint32 *)b;
    const guint32 n_x = count_edges (graph, x);
    const guint32 n_y = count_edges (graph, y);
    return n_x != n_y ? (n_x > n_y ? -1 : 1) : (x > y) - (x < y);
}

/* What one name may mean, or %NULL with an error. */
static AttriFocus *
find_one (const AttriGraph *graph, const AttriSelection *wish, const char *name, GPtrArray *notes,
          GError **error)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    const GArray *entities = match->entities;
    if (entities->len == 0) {
        tell_unknown (graph, name, error);
        return NULL;
    }
    /* What is folded later may be one then. */
    if (entities->len > 1 && wish->identity == ATTRI_IDENTITY_STRICT &&
        !(wish->several && have_one_role (graph, entities))) {
        tell_ambiguous (graph, name, entities, error);
        return NULL;
    }
    g_array_sort_with_data (match->entities, compare_weights, (gpointer)graph);
    AttriFocus *focus = focus_new (name);
    /* What is folded later may be no other then. */
    if (entities->len == 1 && wish->identity == ATTRI_IDENTITY_STRICT)
        note_later (graph, name, match->later, notes);
    for (guint i = 0; i < match->later->len; i++)
        g_ptr_array_add (
            focus->later,
            (char *)attri_graph_get_entity (graph, g_array_index (match->later, guint32, i))->id);
    for (guint i = 0; i < entities->len; i++) {
        guint32 row = g_array_index (entities, guint32, i);
        if (!wish->include_revoked && entities->len == 1)
            row = follow_replacements (graph, name, row, notes);
        g_ptr_array_add (focus->ids, (char *)attri_graph_get_entity (graph, row)->id);
        const guint32 alias = match->tier == ATTRI_NAME_ALIAS
                                  ? attri_graph_find_alias (graph, row, name)
                                  : ATTRI_NONE;
        if (alias != ATTRI_NONE && i == 0)
            focus->alias = attri_graph_get_edge (graph, alias)->value;
    }
    return focus;
}

GPtrArray *
attri_view__find_focus (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes,
                        GError **error)
{
    g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (focus_free);

    for (const char *const *name = wish->focus; name != NULL && *name != NULL; name++) {
        AttriFocus *focus = find_one (graph, wish, *name, notes, error);
        if (focus == NULL)
            return NULL;
        g_ptr_array_add (all, focus);
    }
    return g_steal_pointer (&all);
}

/* The rows of ids that are left, each by who stands for it, each once. */
static GArray *
settle_ids (const AttriGraph *graph, const guint32 *into, const GPtrArray *ids)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < ids->len; i++) {
        const guint32 row = attri_graph_find_entity (graph, ids->pdata[i]);
        if (row != ATTRI_NONE)
            add_once (rows, into[row]);
    }
    return rows;
}

static void
drop_row (GArray *rows, guint32 row)
{
    for (guint i = rows->len; i > 0; i--) {
        if (g_array_index (rows, guint32, i - 1) == row)
            g_array_remove_index (rows, i - 1);
    }
}

gboolean
attri_view__settle_focus (const AttriGraph *graph, const guint32 *into, const AttriSelection *wish,
                          GPtrArray *focus, GPtrArray *notes, GError **error)
{
    for (guint i = 0; i < focus->len; i++) {
        AttriFocus *one = focus->pdata[i];
        g_autoptr (GArray) rows = settle_ids (graph, into, one->ids);
        g_autoptr (GArray) later = settle_ids (graph, into, one->later);
        if (rows->len > 1 && !(wish->several && have_one_role (graph, rows))) {
            tell_ambiguous (graph, one->name, rows, error);
            return FALSE;
        }
        if (rows->len == 0)
            continue;
        g_ptr_array_set_size (one->ids, 0);
        for (guint j = 0; j < rows->len; j++) {
            const guint32 row = g_array_index (rows, guint32, j);
            drop_row (later, row);
            g_ptr_array_add (one->ids, (char *)attri_graph_get_entity (graph, row)->id);
        }
        note_later (graph, one->name, later, notes);
    }
    return TRUE;
}

char **
attri_view__report_focus (const AttriGraph *view, const AttriFocus *focus, GPtrArray *notes)
{
    g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
    g_autoptr (GString) list = g_string_new (NULL);
    guint n = 0;
    for (guint i = 0; i < focus->ids->len; i++) {
        const guint32 row = attri_graph_find_entity (view, focus->ids->pdata[i]);
        if (row == ATTRI_NONE)
            continue;
        g_autofree char *shown = describe (view, row);
        g_string_append_printf (list, "%s%s", n++ == 0 ? "" : "; ", shown);
        g_strv_builder_add (ids, focus->ids->pdata[i]);
    }
    if (n > 1) {
        g_autofree char *quoted = attri_text__quote (focus->name);
        g_ptr_array_add (notes, g_strdup_printf ("%s means %u entities, which stay apart: %s",
                                                 quoted, n, list->str));
    }
    return g_strv_builder_end (ids);
}
