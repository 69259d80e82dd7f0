/* SPDX-License-Identifier: MIT
 *
 * namesakes.c: entities that are named together go in; for those of them that are called
 * alike, what tells each from the others comes out.
 */
#include "model/names-private.h"

#include <string.h>

/* Longer ids are no number that anybody remembers. */
#define MOST_NUMBER 10
/* Of more namesakes than any honest file has, only the ids are told: comparing takes a square. */
#define MOST_ALIKE 64

/* "id" is how the id of a record is kept that was joined into this one. */
static gboolean
is_number (const AttriReference *reference)
{
    return reference->external_id != NULL && strlen (reference->external_id) <= MOST_NUMBER &&
           g_strcmp0 (reference->source, "id") != 0;
}

char *
attri_graph__list_numbers (const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    const AttriReference *first = NULL;
    g_autoptr (GString) numbers = g_string_new (NULL);
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (!is_number (reference) ||
            (first != NULL && g_strcmp0 (reference->source, first->source) != 0))
            continue;
        g_string_append_printf (numbers, "%s%s", first != NULL ? ", " : "", reference->external_id);
        first = first != NULL ? first : reference;
    }
    return first != NULL ? g_string_free (g_steal_pointer (&numbers), FALSE) : NULL;
}

const char *
attri_graph__get_number (const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    const AttriReference *first = NULL;
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (!is_number (reference))
            continue;
        if (first != NULL && g_strcmp0 (reference->source, first->source) == 0 &&
            strcmp (reference->external_id, first->external_id) != 0)
            return NULL;
        first = first != NULL ? first : reference;
    }
    return first != NULL ? first->external_id : NULL;
}

/* Whose record it is: the publisher in whose sources all that is claimed of it was read, or
 * NULL where there are several or none. O(claims of it). */
static const char *
get_keeper (const AttriGraph *graph, guint32 index)
{
    const char *keeper = NULL;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, index, &n);
    for (guint32 e = 0; e < n; e++) {
        const AttriRange claims = attri_graph_get_edge (graph, edges[e])->claims;
        for (guint32 c = 0; c < claims.count; c++) {
            const AttriRange cited = attri_graph_get_claim (graph, claims.first + c)->citations;
            for (guint32 i = 0; i < cited.count; i++) {
                const AttriCitation *citation = attri_graph_get_citation (graph, cited.first + i);
                const char *publisher = attri_graph_get_source (graph, citation->source)->publisher;
                if (keeper != NULL && strcmp (publisher, keeper) != 0)
                    return NULL;
                keeper = publisher;
            }
        }
    }
    return keeper;
}

/* Ways to tell namesakes apart, the plainest first. */
enum {
    BY_NUMBER,
    BY_KEEPER,
    BY_TYPE,
    N_WAYS,
};

static const char *
get_mark (const AttriGraph *graph, guint32 index, guint way)
{
    const char *type = attri_graph_get_entity (graph, index)->type;
    switch (way) {
    case BY_NUMBER:
        return attri_graph__get_number (graph, index);
    case BY_KEEPER:
        return get_keeper (graph, index);
    default:
        return *attri_type_info (type)->type != '\0' ? attri_type_info (type)->label : type;
    }
}

typedef struct {
    char *folded;
    guint32 entity;
    const char *marks[N_WAYS];
} Named;

static void
named_clear (gpointer data)
{
    g_free (((Named *)data)->folded);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
    const Named *left = a, *right = b;
    int order = strcmp (left->folded, right->folded);
    return order != 0 ? order : (left->entity > right->entity) - (left->entity < right->entity);
}

/* The first mark that none of its namesakes bears, else its id. O(namesakes). */
static const char *
choose_mark (const AttriGraph *graph, const Named *run, guint n, guint which)
{
    for (guint way = 0; way < N_WAYS; way++) {
        const char *mark = run[which].marks[way];
        gboolean own = mark != NULL;
        for (guint i = 0; own && i < n; i++)
            own = i == which || g_strcmp0 (run[i].marks[way], mark) != 0;
        if (own)
            return mark;
    }
    return attri_graph_get_entity (graph, run[which].entity)->id;
}

static AttriRole
get_role (const AttriGraph *graph, const Named *named)
{
    return attri_type_info (attri_graph_get_entity (graph, named->entity)->type)->role;
}

/* Whether no two play one role, as a group and its malware. O(namesakes²). */
static gboolean
differ_in_role (const AttriGraph *graph, const Named *run, guint n)
{
    for (guint i = 0; i < n; i++) {
        for (guint j = 0; j < i; j++) {
            if (get_role (graph, &run[i]) == get_role (graph, &run[j]))
                return FALSE;
        }
    }
    return TRUE;
}

static void
mark_run (const AttriGraph *graph, Named *run, guint n, const char **marks)
{
    if (n > MOST_ALIKE) {
        for (guint i = 0; i < n; i++)
            marks[run[i].entity] = attri_graph_get_entity (graph, run[i].entity)->id;
        return;
    }
    for (guint i = 0; i < n; i++) {
        for (guint way = 0; way < N_WAYS; way++)
            run[i].marks[way] = get_mark (graph, run[i].entity, way);
    }
    gboolean plain = differ_in_role (graph, run, n);
    for (guint i = 0; i < n; i++)
        marks[run[i].entity] = plain ? run[i].marks[BY_TYPE] : choose_mark (graph, run, n, i);
}

const char **
attri_graph__tell_apart (const AttriGraph *graph, const guint8 *named)
{
    guint32 n_entities = attri_graph_get_n_entities (graph);
    const char **marks = g_new0 (const char *, n_entities + 1);
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Named));
    g_array_set_clear_func (all, named_clear);
    for (guint32 i = 0; i < n_entities; i++) {
        Named one = {NULL, i, {NULL}};
        if (!named[i])
            continue;
        one.folded = attri_name__fold (attri_graph_get_entity (graph, i)->name);
        g_array_append_val (all, one);
    }
    g_array_sort (all, compare_named);
    for (guint first = 0, end; first < all->len; first = end) {
        Named *run = &g_array_index (all, Named, first);
        for (end = first + 1; end < all->len; end++) {
            if (strcmp (g_array_index (all, Named, end).folded, run->folded) != 0)
                break;
        }
        if (end - first > 1)
            mark_run (graph, run, end - first, marks);
    }
    return marks;
}
