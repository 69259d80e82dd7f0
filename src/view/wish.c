/* SPDX-License-Identifier: MIT
 *
 * wish.c: the words of a selection go in; rows come out, or an error that says
 * what could have been meant.
 */
#include "base/text-private.h"
#include "model/names-private.h"
#include "view/view-private.h"

#include <string.h>

/* The shortest part of a name that is searched for, as in the names of entities. */
#define MIN_PART 3

/* ---- focus ---- */

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

GArray *
attri_view__find_focus (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes,
                        GError **error)
{
    g_autoptr (GArray) focus = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (const char *const *name = wish->focus; name != NULL && *name != NULL; name++) {
        g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, *name);
        if (match->tier == ATTRI_NAME_NONE) {
            tell_unknown (graph, *name, error);
            return NULL;
        }
        if (match->entities->len > 1) {
            tell_ambiguous (graph, *name, match->entities, error);
            return NULL;
        }
        note_later (graph, *name, match->later, notes);
        guint32 row = g_array_index (match->entities, guint32, 0);
        if (!wish->include_revoked)
            row = follow_replacements (graph, *name, row, notes);
        add_once (focus, row);
    }
    return g_steal_pointer (&focus);
}

/* ---- types, relationships, sources ---- */

static int
compare_words (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the words known and adds the end that attri_text_nearest() wants. */
static void
finish_words (GPtrArray *words)
{
    g_ptr_array_sort (words, compare_words);
    g_ptr_array_add (words, NULL);
}

static void
add_words (GPtrArray *words, const char **list)
{
    for (guint i = 0; list[i] != NULL; i++)
        g_ptr_array_add (words, (char *)list[i]);
    g_free (list);
}

static void
set_unknown_word (const char *noun, const char *asked, const char *nearest, GError **error)
{
    g_autofree char *quoted = attri_text__quote (asked);
    g_autofree char *suggestion = nearest != NULL ? attri_text__quote (nearest) : g_strdup ("");
    g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN, "no %s is called %s; %s%s%s",
                 noun, quoted, nearest != NULL ? "did you mean " : "expected one of the files'",
                 suggestion, nearest != NULL ? "?" : "");
}

/* @known: sorted, and ended by finish_words() */
static gboolean
check_each (const char *noun, const char *const *asked, const GPtrArray *known, GError **error)
{
    for (; *asked != NULL; asked++) {
        const gsize n = known->len - 1;
        if (n > 0 && bsearch (asked, known->pdata, n, sizeof (char *), compare_words) != NULL)
            continue;
        set_unknown_word (noun, *asked,
                          attri_text_nearest (*asked, (const char *const *)known->pdata), error);
        return FALSE;
    }
    return TRUE;
}

static gboolean
check_types (const AttriGraph *graph, const char *const *asked, GError **error)
{
    if (asked == NULL)
        return TRUE;
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    add_words (known, attri_type_list ());
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        g_ptr_array_add (known, (char *)attri_graph_get_entity (graph, i)->type);
    finish_words (known);
    return check_each ("entity type", asked, known, error);
}

static gboolean
check_relationships (const AttriGraph *graph, const char *const *asked, GError **error)
{
    if (asked == NULL)
        return TRUE;
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    add_words (known, attri_relation_list ());
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        g_ptr_array_add (known, (char *)attri_graph_get_edge (graph, i)->type);
    finish_words (known);
    return check_each ("relationship type", asked, known, error);
}

/* Whether @text holds @part, which is folded. */
static gboolean
holds (const char *text, const char *part)
{
    g_autofree char *folded = attri_name__fold (text != NULL ? text : "");
    return strstr (folded, part) != NULL;
}

/* The id meant by part of an id, or by the publisher's name. */
static const char *
nearest_source (const AttriGraph *graph, const char *asked)
{
    const guint32 n = attri_graph_get_n_sources (graph);
    g_autofree const char **ids = g_new0 (const char *, n + 1);
    for (guint32 i = 0; i < n; i++)
        ids[i] = attri_graph_get_source (graph, i)->id;
    const char *nearest = attri_text_nearest (asked, ids);
    g_autofree char *part = attri_name__fold (asked);
    for (guint32 i = 0; i < n && nearest == NULL && g_utf8_strlen (part, -1) >= MIN_PART; i++) {
        if (holds (ids[i], part) || holds (attri_graph_get_source (graph, i)->publisher, part))
            nearest = ids[i];
    }
    return nearest;
}

static gboolean
check_sources (const AttriGraph *graph, const char *const *asked, GError **error)
{
    for (; asked != NULL && *asked != NULL; asked++) {
        if (attri_graph_find_source (graph, *asked) != ATTRI_NONE)
            continue;
        set_unknown_word ("source", *asked, nearest_source (graph, *asked), error);
        return FALSE;
    }
    return TRUE;
}

gboolean
attri_view__check_words (const AttriGraph *graph, const AttriSelection *wish, GError **error)
{
    return wish->tolerant || (check_types (graph, wish->types, error) &&
                              check_relationships (graph, wish->relationships, error) &&
                              check_sources (graph, wish->sources, error) &&
                              check_sources (graph, wish->without_sources, error));
}

gboolean
attri_view__check_marks (const AttriGraph *graph, const AttriSelection *wish, GError **error)
{
    g_autofree const char **asked = g_new0 (const char *, wish->n_marks + 1);
    for (guint i = 0; i < wish->n_marks; i++)
        asked[i] = wish->marks[i].source;
    return wish->n_marks == 0 || check_sources (graph, asked, error);
}
