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

/* What a claim says, in ids: those of the graph it is looked for in. */
typedef struct {
    const char *from;
    const char *to; /* (nullable): of a claim with a value */
    const char *type;
    const char *value;
    const char *claimant;
} Wanted;

/* How many claims say it: a source may say a thing more than once, in other words. */
typedef struct {
    guint live;
    guint past; /* revoked or deprecated */
} Tally;

static Wanted
describe (const AttriGraph *graph, const AttriClaim *claim)
{
    return (Wanted){
        .from = attri_graph_get_entity (graph, claim->from)->id,
        .to = claim->to != ATTRI_NONE ? attri_graph_get_entity (graph, claim->to)->id : NULL,
        .type = claim->type,
        .value = claim->value,
        .claimant = attri_graph_get_source (graph, claim->claimant)->id,
    };
}

static gboolean
is_same (const Wanted *wanted, const AttriGraph *graph, const AttriClaim *claim)
{
    return strcmp (claim->type, wanted->type) == 0 &&
           g_strcmp0 (claim->value, wanted->value) == 0 &&
           strcmp (attri_graph_get_source (graph, claim->claimant)->id, wanted->claimant) == 0;
}

static Tally
tally (const AttriGraph *graph, const Wanted *wanted)
{
    Tally found = {0};
    guint32 n;
    const guint32 from = attri_graph_find_entity (graph, wanted->from);
    const guint32 to =
        wanted->to != NULL ? attri_graph_find_entity (graph, wanted->to) : ATTRI_NONE;
    if (from == ATTRI_NONE || (wanted->to != NULL && to == ATTRI_NONE))
        return found;
    const guint32 *edges = attri_graph_get_outgoing (graph, from, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        for (guint32 j = 0; edge->to == to && j < edge->claims.count; j++) {
            const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + j);
            if (!is_same (wanted, graph, claim))
                continue;
            *(claim->revoked || claim->deprecated ? &found.past : &found.live) += 1;
        }
    }
    return found;
}

static guint
subtract (guint whole, guint part)
{
    return whole > part ? whole - part : 0;
}

/* Of what the files of a side hold, that which its view leaves out. A claim that the view shows is
 * another one, whatever it says. */
typedef struct {
    guint all, live, past;
} Left;

static Left
leave_out (const AttriGraph *view, const Wanted *wanted)
{
    const Tally files = tally (whole_of (view), wanted);
    const Tally seen = tally (view, wanted);
    return (Left){subtract (files.live + files.past, seen.live + seen.past),
                  subtract (files.live, seen.live), subtract (files.past, seen.past)};
}

/* Whether an end of it is revoked or deprecated. */
static gboolean
has_past_end (const AttriGraph *files, const Wanted *wanted)
{
    const char *const ids[] = {wanted->from, wanted->to};
    for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
        const guint32 row = ids[i] != NULL ? attri_graph_find_entity (files, ids[i]) : ATTRI_NONE;
        if (row != ATTRI_NONE && is_past (attri_graph_get_entity (files, row)))
            return TRUE;
    }
    return FALSE;
}

AttriRetraction
attri_diff__claim_outside (const AttriUnion *both, guint32 row)
{
    if (is_limited (both))
        return ATTRI_RETRACTION_GONE;
    const AttriGraph *older = both->sides[BEFORE];
    const AttriOrigin *origin = &g_array_index (both->claims, AttriOrigin, row);
    const Wanted then = describe (older, attri_graph_get_claim (older, origin->row[BEFORE]));
    const Wanted now = describe (both->graph, attri_graph_get_claim (both->graph, row));
    /* What both leave out is not what was taken away. */
    const Left before = leave_out (older, &then);
    const Left after = leave_out (both->sides[AFTER], &now);
    if (after.all <= before.all)
        return ATTRI_RETRACTION_GONE;
    if (has_past_end (whole_of (both->sides[AFTER]), &now))
        return ATTRI_RETRACTION_REVOKED;
    return after.past > 0 && after.live <= before.live ? ATTRI_RETRACTION_REVOKED
                                                       : ATTRI_RETRACTION_HIDDEN;
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
