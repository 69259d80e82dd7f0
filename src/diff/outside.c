/* SPDX-License-Identifier: MIT
 *
 * outside.c: two views and the union of them go in; what the files hold that the
 * views leave out comes out, so that "gone" is said only of what is gone. Where
 * a view is limited by marking, nothing is said of what lies outside.
 */
#include "diff/diff-private.h"

#include <string.h>

/* All that the files hold. */
static const AttriGraph *
whole_of (const AttriGraph *view)
{
    return view->lender != NULL ? view->lender : view;
}

static gboolean
is_limited (const AttriUnion *both)
{
    return both->sides[BEFORE]->stamp.limited || both->sides[AFTER]->stamp.limited;
}

static gboolean
is_past (const AttriEntity *entity)
{
    return entity->revoked || entity->deprecated;
}

AttriRetraction
attri_diff__entity_outside (const AttriUnion *both, guint32 row)
{
    const AttriGraph *files = whole_of (both->sides[AFTER]);
    if (is_limited (both))
        return ATTRI_RETRACTION_GONE;
    const guint32 found =
        attri_graph_find_entity (files, attri_graph_get_entity (both->graph, row)->id);
    if (found == ATTRI_NONE)
        return ATTRI_RETRACTION_GONE;
    return is_past (attri_graph_get_entity (files, found)) ? ATTRI_RETRACTION_REVOKED
                                                           : ATTRI_RETRACTION_HIDDEN;
}

/* Whether a claim of @files is the claim @wanted of the union, revoked or not. */
static gboolean
is_same (const AttriUnion *both, const AttriClaim *wanted, const AttriGraph *files,
         const AttriClaim *claim)
{
    return strcmp (claim->type, wanted->type) == 0 &&
           g_strcmp0 (claim->value, wanted->value) == 0 &&
           strcmp (attri_graph_get_source (files, claim->claimant)->id,
                   attri_graph_get_source (both->graph, wanted->claimant)->id) == 0;
}

/* How a claim of @files between its two entities, of which @to may be %ATTRI_NONE, stands. */
static AttriRetraction
look_for_claim (const AttriUnion *both, const AttriClaim *wanted, const AttriGraph *files,
                guint32 from, guint32 to)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (files, from, &n);
    AttriRetraction found = ATTRI_RETRACTION_GONE;
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (files, edges[i]);
        for (guint32 j = 0; edge->to == to && j < edge->claims.count; j++) {
            const AttriClaim *claim = attri_graph_get_claim (files, edge->claims.first + j);
            if (!is_same (both, wanted, files, claim))
                continue;
            if (!claim->revoked && !claim->deprecated)
                return ATTRI_RETRACTION_HIDDEN;
            found = ATTRI_RETRACTION_REVOKED;
        }
    }
    return found;
}

AttriRetraction
attri_diff__claim_outside (const AttriUnion *both, guint32 row)
{
    const AttriGraph *files = whole_of (both->sides[AFTER]);
    const AttriClaim *claim = attri_graph_get_claim (both->graph, row);
    const gboolean has_end = claim->to != ATTRI_NONE;
    if (is_limited (both))
        return ATTRI_RETRACTION_GONE;
    const guint32 from =
        attri_graph_find_entity (files, attri_graph_get_entity (both->graph, claim->from)->id);
    const guint32 to =
        has_end
            ? attri_graph_find_entity (files, attri_graph_get_entity (both->graph, claim->to)->id)
            : ATTRI_NONE;
    if (from == ATTRI_NONE || (has_end && to == ATTRI_NONE))
        return ATTRI_RETRACTION_GONE;
    const AttriRetraction found = look_for_claim (both, claim, files, from, to);
    if (found == ATTRI_RETRACTION_HIDDEN &&
        (is_past (attri_graph_get_entity (files, from)) ||
         (has_end && is_past (attri_graph_get_entity (files, to)))))
        return ATTRI_RETRACTION_REVOKED;
    return found;
}

gboolean
attri_diff__view_outside (const AttriUnion *both, guint32 row)
{
    const AttriOrigin *origin = &g_array_index (both->saved, AttriOrigin, row);
    const guint other = origin->row[BEFORE] == ATTRI_NONE ? BEFORE : AFTER;
    const char *id = attri_graph_get_saved_view (both->graph, row)->id;
    return attri_graph_find_saved_view (whole_of (both->sides[other]), id) != NULL;
}

/* ---- what is left out unasked ---- */

/* Something that a view does not show. */
typedef struct {
    const char *type;
    guint side;
    gboolean alone; /* the other side does not hold it */
} Unseen;

static gboolean
is_unseen (const AttriGraph *view, const AttriGraph *files, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (files, row);
    return g_str_has_prefix (entity->type, "x-") && !is_past (entity) &&
           attri_graph_find_entity (view, entity->id) == ATTRI_NONE;
}

static GArray *
list_unseen (const AttriUnion *both)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (Unseen));
    for (guint side = BEFORE; side < N_SIDES; side++) {
        const AttriGraph *files = whole_of (both->sides[side]);
        const AttriGraph *others = whole_of (both->sides[1 - side]);
        for (guint32 i = 0; i < files->entities->len; i++) {
            if (!is_unseen (both->sides[side], files, i))
                continue;
            const AttriEntity *entity = attri_graph_get_entity (files, i);
            const Unseen unseen = {entity->type, side,
                                   attri_graph_find_entity (others, entity->id) == ATTRI_NONE};
            g_array_append_val (list, unseen);
        }
    }
    return list;
}

static int
compare_unseen (gconstpointer a, gconstpointer b)
{
    return strcmp (((const Unseen *)a)->type, ((const Unseen *)b)->type);
}

static void
count (AttriDiffHidden *hidden, guint side, gboolean alone)
{
    *(side == BEFORE ? &hidden->before : &hidden->after) += 1;
    *(side == BEFORE ? &hidden->removed : &hidden->added) += alone;
}

static int
compare_entities (const AttriGraph *a, guint32 x, const AttriGraph *b, guint32 y)
{
    if (x == ATTRI_NONE || y == ATTRI_NONE)
        return attri_order__u32 (x == ATTRI_NONE, y == ATTRI_NONE);
    return strcmp (attri_graph_get_entity (a, x)->id, attri_graph_get_entity (b, y)->id);
}

/* Of edges of two graphs. Within each graph this is the order of its edges. */
static int
compare_edges (const AttriGraph *a, const AttriEdge *x, const AttriGraph *b, const AttriEdge *y)
{
    const int from = compare_entities (a, x->from, b, y->from);
    if (from != 0)
        return from;
    const int orders[] = {
        strcmp (x->type, y->type),
        compare_entities (a, x->to, b, y->to),
        g_strcmp0 (x->value, y->value),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* @edge: (nullable): none where there are no more */
static gboolean
ends_unseen (const AttriGraph *view, const AttriGraph *files, const AttriEdge *edge)
{
    return edge != NULL && edge->to != ATTRI_NONE &&
           (is_unseen (view, files, edge->from) || is_unseen (view, files, edge->to));
}

/* The relations with an end that is not shown: one walk through both graphs. */
static AttriDiffHidden
count_relations (const AttriUnion *both)
{
    const AttriGraph *files[] = {whole_of (both->sides[BEFORE]), whole_of (both->sides[AFTER])};
    AttriDiffHidden hidden = {0};
    guint32 at[N_SIDES] = {0};
    while (at[BEFORE] < files[BEFORE]->edges->len || at[AFTER] < files[AFTER]->edges->len) {
        const AttriEdge *edges[N_SIDES] = {NULL};
        for (guint side = BEFORE; side < N_SIDES; side++) {
            if (at[side] < files[side]->edges->len)
                edges[side] = attri_graph_get_edge (files[side], at[side]);
        }
        int order = edges[BEFORE] == NULL ? 1 : -1;
        if (edges[BEFORE] != NULL && edges[AFTER] != NULL)
            order = compare_edges (files[BEFORE], edges[BEFORE], files[AFTER], edges[AFTER]);
        const gboolean taken[] = {order <= 0 && edges[BEFORE] != NULL,
                                  order >= 0 && edges[AFTER] != NULL};
        for (guint side = BEFORE; side < N_SIDES; side++) {
            if (taken[side] && ends_unseen (both->sides[side], files[side], edges[side]))
                count (&hidden, side, order != 0);
            at[side] += (guint32)taken[side];
        }
    }
    return hidden;
}

void
attri_diff__find_hidden (const AttriUnion *both, GArray *hidden)
{
    if (is_limited (both))
        return;
    g_autoptr (GArray) list = list_unseen (both);
    g_array_sort (list, compare_unseen);
    for (guint i = 0; i < list->len; i++) {
        const Unseen *unseen = &g_array_index (list, Unseen, i);
        if (i == 0 || compare_unseen (unseen, unseen - 1) != 0) {
            const AttriDiffHidden type = {.type = unseen->type};
            g_array_append_val (hidden, type);
        }
        count (&g_array_index (hidden, AttriDiffHidden, hidden->len - 1), unseen->side,
               unseen->alone);
    }
    if (list->len == 0)
        return;
    const AttriDiffHidden relations = count_relations (both);
    if (relations.before + relations.after > 0)
        g_array_append_val (hidden, relations);
}
