/* SPDX-License-Identifier: MIT
 *
 * resolve.c: an id goes in, the row it leads to comes out, or a finding that
 * names the nearest id.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* Finding the nearest of all ids is slow; past so many errors nobody reads on. */
#define MAX_SUGGESTIONS 50

static int
compare_id_rows (gconstpointer a, gconstpointer b)
{
    const AttriIdRow *x = a;
    const AttriIdRow *y = b;
    const int order = strcmp (x->id, y->id);
    return order != 0 ? order : attri_order__u32 (x->row, y->row);
}

void
attri_build__sort_ids (GArray *ids)
{
    g_array_sort (ids, compare_id_rows);
}

static int
compare_id_to_row (const void *id, const void *row)
{
    return strcmp (id, ((const AttriIdRow *)row)->id);
}

static const char *
nearest_id (const GArray *ids, const char *id)
{
    g_autofree const char **candidates = g_new0 (const char *, ids->len + 1);
    for (guint i = 0; i < ids->len; i++)
        candidates[i] = g_array_index (ids, AttriIdRow, i).id;
    return attri_text_nearest (id, candidates);
}

/* Whether this id was told of at this very place before; it is now. */
static gboolean
told_before (AttriBuild *build, const char *id, AttriPlace place, const char *pointer)
{
    g_autofree char *key =
        g_strdup_printf ("%s\n%u:%u\n%s\n%s", place.file, place.line, place.column, pointer, id);
    if (g_tree_lookup_node (build->told, key) != NULL)
        return TRUE;
    g_tree_insert (build->told, g_steal_pointer (&key), NULL);
    return FALSE;
}

static void
tell_dangling (AttriBuild *build, const GArray *ids, const char *noun, const char *id,
               AttriPlace place, const char *pointer)
{
    if (told_before (build, id, place, pointer))
        return;

    const char *nearest = NULL;
    if (attri_findings_count (build->findings, ATTRI_SEVERITY_ERROR) < MAX_SUGGESTIONS)
        nearest = nearest_id (ids, id);

    g_autofree char *shown = attri_text__quote (id);
    g_autofree char *suggested = nearest != NULL ? attri_text__quote (nearest) : NULL;
    attri_findings_add (build->findings, attri_model__rule (RULE_DANGLING_REFERENCE), place,
                        pointer, "no %s has the id %s; %s%s%s", noun, shown,
                        nearest != NULL ? "did you mean " : "expected one that a file declares",
                        nearest != NULL ? suggested : "", nearest != NULL ? "?" : "");
}

guint32
attri_build__look_up_entity (const AttriBuild *build, const char *id)
{
    const GArray *ids = build->entity_ids;
    const AttriIdRow *found =
        ids->len > 0 ? bsearch (id, ids->data, ids->len, sizeof (AttriIdRow), compare_id_to_row)
                     : NULL;
    return found != NULL ? found->row : ATTRI_NONE;
}

static guint32
find_id (AttriBuild *build, const GArray *ids, const char *noun, const char *id, AttriPlace place,
         const char *pointer, const char *member)
{
    const AttriIdRow *found = NULL;
    if (ids->len > 0)
        found = bsearch (id, ids->data, ids->len, sizeof (AttriIdRow), compare_id_to_row);
    if (found != NULL)
        return found->row;

    g_autofree char *full = g_strconcat (pointer != NULL ? pointer : "", member, NULL);
    tell_dangling (build, ids, noun, id, place, full);
    return ATTRI_NONE;
}

guint32
attri_build__find_entity (AttriBuild *build, const char *id, AttriPlace place, const char *pointer,
                          const char *member)
{
    return find_id (build, build->entity_ids, "entity", id, place, pointer, member);
}

guint32
attri_build__find_source (AttriBuild *build, const char *id, AttriPlace place, const char *pointer,
                          const char *member)
{
    return find_id (build, build->source_ids, "source", id, place, pointer, member);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    return attri_order__u32 (*(const guint32 *)a, *(const guint32 *)b);
}

AttriRange
attri_build__append_rows (AttriBuild *build, GArray *rows)
{
    GArray *indexes = build->graph->indexes;
    AttriRange range = {indexes->len, 0};

    g_array_sort (rows, compare_rows);
    for (guint i = 0; i < rows->len; i++) {
        const guint32 row = g_array_index (rows, guint32, i);
        if (i > 0 && row == g_array_index (rows, guint32, i - 1))
            continue;
        g_array_append_val (indexes, row);
        range.count++;
    }
    return range;
}

char *
attri_build__describe_place (AttriPlace place)
{
    if (place.file == NULL)
        return g_strdup ("another place");
    g_autofree char *file = attri_text_for_terminal (place.file);
    return g_strdup_printf ("%s:%u", file, place.line);
}
