/* SPDX-License-Identifier: MIT
 *
 * In:  a graph and an entity of it.
 * Out: who said what of who it is, in the order of the dates, and which of it was
 *      contradicted afterwards. The graph stays its owner's.
 */
#include "tell/history.h"

#include "model/compare-private.h"

/* A month counts at its end, so that much is no difference. */
#define DAYS_OF_DIFFERENCE 31

/**
 * Standing:
 * @edge: an edge at the entity
 * @rival: whether it says who is or is not one; such edges can oppose each other
 * @other: the entity at its other end, or %ATTRI_NONE
 * @open: (element-type guint32): events that assert it and are not contradicted yet
 * @first: the first event that asserted it, or %ATTRI_NO_EVENT
 *
 * How a statement stands while its history is told.
 */
typedef struct {
    guint32 edge;
    gboolean rival;
    guint32 other;
    GArray *open;
    guint32 first;
} Standing;

static void
clear_standing (gpointer data)
{
    g_array_unref (((Standing *)data)->open);
}

static int
compare_standings (gconstpointer a, gconstpointer b)
{
    const Standing *left = a, *right = b;
    const int orders[] = {attri_order__u32 (left->other, right->other),
                          attri_order__u32 (!left->rival, !right->rival),
                          attri_order__u32 (left->edge, right->edge)};
    return ATTRI_FIRST_ORDER (orders);
}

/* ---- events ---- */

/* Names, identity, attribution, origin, family, how easily it is had. */
static gboolean
belongs (const AttriEdge *edge)
{
    switch (attri_relation_info (edge->type)->relation) {
    case ATTRI_RELATION_IDENTITY:
    case ATTRI_RELATION_DISTINCT:
    case ATTRI_RELATION_SPONSOR:
    case ATTRI_RELATION_PLACE:
    case ATTRI_RELATION_FAMILY:
        return TRUE;
    case ATTRI_RELATION_VALUE:
        return !g_str_equal (edge->type, "prevalence");
    case ATTRI_RELATION_OTHER:
        return g_str_equal (edge->type, "revoked-by");
    case ATTRI_RELATION_TOOLING:
    case ATTRI_RELATION_TARGET:
        break;
    }
    return FALSE;
}

static void
add_event (AttriHistory *self, guint32 edge, guint32 index, gboolean taken_back)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, index);
    const AttriEvent event = {.claim = index,
                              .edge = edge,
                              .date = taken_back ? claim->revoked_on : claim->said_on,
                              .taken_back = taken_back,
                              .contradicts = ATTRI_NO_EVENT,
                              .contradicted_by = ATTRI_NO_EVENT};
    g_array_append_val (self->events, event);
}

static void
add_edge (AttriHistory *self, GArray *standings, guint32 index, gboolean all)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    if (!all && !belongs (edge)) {
        self->left_out += edge->claims.count;
        return;
    }
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const Standing standing = {
        .edge = index,
        .rival = info->equates || info->relation == ATTRI_RELATION_DISTINCT,
        .other = edge->from == self->entity ? edge->to : edge->from,
        .open = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .first = ATTRI_NO_EVENT,
    };
    g_array_append_val (standings, standing);
    for (guint32 i = 0; i < edge->claims.count; i++) {
        add_event (self, index, edge->claims.first + i, FALSE);
        if (attri_graph_get_claim (self->graph, edge->claims.first + i)->revoked)
            add_event (self, index, edge->claims.first + i, TRUE);
    }
}

static void
add_edges (AttriHistory *self, GArray *standings, gboolean all)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, self->entity, &n);
    for (guint32 i = 0; i < n; i++)
        add_edge (self, standings, edges[i], all);
    edges = attri_graph_get_incoming (self->graph, self->entity, &n);
    for (guint32 i = 0; i < n; i++)
        if (attri_graph_get_edge (self->graph, edges[i])->from != self->entity)
            add_edge (self, standings, edges[i], all);
    g_array_sort (standings, compare_standings);
}

/* The day it is told under. A retraction is not told before what it takes back, though that
 * may be dated by a year, or by nobody. */
static AttriDate
get_order_date (const AttriEvent *event, const AttriClaim *claim)
{
    const gboolean too_early =
        !attri_date_is_set (claim->said_on) || attri_date_compare (event->date, claim->said_on) < 0;
    return event->taken_back && attri_date_is_set (event->date) && too_early ? claim->said_on
                                                                             : event->date;
}

/* By date, none last; on one day what asserts comes before what opposes it. */
static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
    const AttriEvent *left = a, *right = b;
    const AttriGraph *graph = data;
    const AttriClaim *one = attri_graph_get_claim (graph, left->claim);
    const AttriClaim *other = attri_graph_get_claim (graph, right->claim);
    const AttriDate earlier = get_order_date (left, one);
    const AttriDate later = get_order_date (right, other);
    const int orders[] = {
        attri_order__u32 (!attri_date_is_set (earlier), !attri_date_is_set (later)),
        attri_date_compare (earlier, later),
        attri_order__date (earlier, later),
        attri_order__u32 (left->taken_back, right->taken_back),
        attri_order__u32 (one->stance, other->stance),
        attri_order__u32 (left->claim, right->claim),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* ---- what contradicts what ---- */

static Standing *
find_standing (const AttriHistory *self, GArray *standings, const AttriEdge *edge, guint32 index)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const Standing wanted = {.edge = index,
                             .rival = info->equates || info->relation == ATTRI_RELATION_DISTINCT,
                             .other = edge->from == self->entity ? edge->to : edge->from};
    return bsearch (&wanted, standings->data, standings->len, sizeof wanted, compare_standings);
}

/* The event contradicts all that is open at @standing, if it is of that kind. */
static void
oppose (const AttriHistory *self, Standing *standing, guint32 place)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, standing->edge);
    AttriEvent *event = &g_array_index (self->events, AttriEvent, place);
    if (standing->first == ATTRI_NO_EVENT ||
        !attri_edge_is_opposed_by (edge, attri_graph_get_claim (self->graph, event->claim)))
        return;
    event->contradicts = MIN (event->contradicts, standing->first);
    for (guint i = 0; i < standing->open->len; i++)
        g_array_index (self->events, AttriEvent, g_array_index (standing->open, guint32, i))
            .contradicted_by = place;
    g_array_set_size (standing->open, 0);
}

/* The same for its own statement and, if it says who is one, for all that say so of the two. */
static void
oppose_all (const AttriHistory *self, GArray *standings, Standing *own, guint32 place)
{
    Standing *first = (Standing *)standings->data;
    if (!own->rival || own->other == ATTRI_NONE) {
        oppose (self, own, place);
        return;
    }
    for (Standing *at = own; at >= first && at->rival && at->other == own->other; at--)
        oppose (self, at, place);
    for (Standing *at = own + 1;
         at < first + standings->len && at->rival && at->other == own->other; at++)
        oppose (self, at, place);
}

static void
compare_with_earlier (AttriHistory *self, GArray *standings)
{
    for (guint i = 0; i < self->events->len; i++) {
        AttriEvent *event = &g_array_index (self->events, AttriEvent, i);
        const AttriEdge *edge = attri_graph_get_edge (self->graph, event->edge);
        const AttriClaim *claim = attri_graph_get_claim (self->graph, event->claim);
        Standing *own = find_standing (self, standings, edge, event->edge);
        if (event->taken_back)
            continue;
        oppose_all (self, standings, own, i);
        if (claim->stance != ATTRI_STANCE_ASSERTS)
            continue;
        g_array_append_val (own->open, i);
        event->first = own->first == ATTRI_NO_EVENT;
        if (event->first)
            own->first = i;
    }
}

AttriHistory *
attri_tell__history_new (const AttriGraph *graph, guint32 entity, gboolean all)
{
    AttriHistory *self = g_new0 (AttriHistory, 1);
    self->graph = graph;
    self->entity = entity;
    self->events = g_array_new (FALSE, FALSE, sizeof (AttriEvent));
    self->cited = attri_tell__bibliography_new (graph);

    g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (Standing));
    g_array_set_clear_func (standings, clear_standing);
    add_edges (self, standings, all);
    g_array_sort_with_data (self->events, compare_events, (gpointer)graph);
    compare_with_earlier (self, standings);
    for (guint i = 0; i < self->events->len; i++)
        attri_tell__bibliography_add_claim (self->cited, attri_tell__history_get_claim (self, i));
    return self;
}

void
attri_tell__history_free (AttriHistory *self)
{
    g_array_unref (self->events);
    attri_tell__bibliography_free (self->cited);
    g_free (self);
}

const AttriEvent *
attri_tell__history_get (const AttriHistory *self, guint index)
{
    return &g_array_index (self->events, AttriEvent, index);
}

const AttriClaim *
attri_tell__history_get_claim (const AttriHistory *self, guint index)
{
    return attri_graph_get_claim (self->graph, attri_tell__history_get (self, index)->claim);
}

/* The last day of @date, counted from the year 1. */
static guint32
count_days (AttriDate date)
{
    AttriDate end = attri_date_end (date);
    g_autoptr (GDate) day = g_date_new_dmy (end.day, (GDateMonth)end.month, end.year);
    return g_date_get_julian (day);
}

AttriDate
attri_tell__get_known_since (const AttriClaim *claim)
{
    if (!attri_date_is_set (claim->recorded))
        return ATTRI_DATE_NONE;
    if (attri_date_is_set (claim->said_on) &&
        count_days (claim->recorded) <= count_days (claim->said_on) + DAYS_OF_DIFFERENCE)
        return ATTRI_DATE_NONE;
    return claim->recorded;
}
