/* SPDX-License-Identifier: MIT
 *
 * wish.c: the types, relationships and sources of a selection go in; an error
 * comes out where one is not known, and says what could have been meant.
 */
#include "base/text-private.h"
#include "model/names-private.h"
#include "view/view-private.h"

#include <string.h>

/* The shortest part of a name that is searched for, as in the names of entities. */
#define MIN_PART 3

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
    const char *expected = strcmp (noun, "source") == 0
                               ? "expected an id that 'attrigraph sources' lists"
                               : "expected one of STIX's, or one of the files'";
    g_autofree char *suggestion = nearest != NULL ? attri_text__quote (nearest) : g_strdup ("");
    g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN, "no %s is called %s; %s%s%s",
                 noun, quoted, nearest != NULL ? "did you mean " : expected, suggestion,
                 nearest != NULL ? "?" : "");
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
        const char *publisher = attri_graph_get_source (graph, i)->publisher;
        if (attri_name__holds (ids[i], part) ||
            (publisher != NULL && attri_name__holds (publisher, part)))
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
    const char *const identity[] = {wish->identity == ATTRI_IDENTITY_SOURCE ? wish->identity_source
                                                                            : NULL,
                                    NULL};
    return wish->tolerant || (check_types (graph, wish->types, error) &&
                              check_relationships (graph, wish->relationships, error) &&
                              check_sources (graph, wish->sources, error) &&
                              check_sources (graph, wish->without_sources, error) &&
                              check_sources (graph, identity, error));
}

gboolean
attri_view__check_marks (const AttriGraph *graph, const AttriSelection *wish, GError **error)
{
    g_autofree const char **asked = g_new0 (const char *, wish->n_marks + 1);
    for (guint i = 0; i < wish->n_marks; i++)
        asked[i] = wish->marks[i].source;
    return wish->n_marks == 0 || check_sources (graph, asked, error);
}
