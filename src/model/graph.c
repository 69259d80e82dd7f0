/* SPDX-License-Identifier: MIT
 *
 * graph.c: the frozen graph. The builder and the view fill its tables and seal
 * it; from then on it only answers. It owns every row and, with its lender,
 * every string in them.
 */
#include "model/compare-private.h"
#include "model/graph-private.h"

#include <string.h>

AttriGraph *
attri_graph__new (AttriArena *arena)
{
    AttriGraph *self = g_atomic_rc_box_new0 (AttriGraph);
    self->arena = arena;
    self->sources = g_array_new (FALSE, FALSE, sizeof (AttriSource));
    self->entities = g_array_new (FALSE, FALSE, sizeof (AttriEntity));
    self->claims = g_array_new (FALSE, FALSE, sizeof (AttriClaim));
    self->edges = g_array_new (FALSE, FALSE, sizeof (AttriEdge));
    self->citations = g_array_new (FALSE, FALSE, sizeof (AttriCitation));
    self->references = g_array_new (FALSE, FALSE, sizeof (AttriReference));
    self->saved = g_array_new (FALSE, FALSE, sizeof (AttriSavedView));
    self->indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->stamp.identity = "strict";
    self->stamp.filters = "";
    return self;
}

static void
clear_graph (gpointer data)
{
    AttriGraph *self = data;
    g_array_unref (self->sources);
    g_array_unref (self->entities);
    g_array_unref (self->claims);
    g_array_unref (self->edges);
    g_array_unref (self->citations);
    g_array_unref (self->references);
    g_array_unref (self->saved);
    g_array_unref (self->indexes);
    g_free (self->out_first);
    g_free (self->out_edge_at);
    g_free (self->in_first);
    g_free (self->in_edge_at);
    attri_arena__free (self->arena);
    g_clear_pointer (&self->lender, attri_graph_unref);
    g_clear_pointer (&self->elder, attri_graph_unref);
}

AttriGraph *
attri_graph_ref (AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return g_atomic_rc_box_acquire (self);
}

void
attri_graph_unref (AttriGraph *self)
{
    g_return_if_fail (self != NULL);
    g_atomic_rc_box_release_full (self, clear_graph);
}

/* ---- filling ---- */

static void
make_room (GArray *array, guint n)
{
    g_array_set_size (array, n);
    g_array_set_size (array, 0);
}

void
attri_graph__make_room (AttriGraph *self, guint n_claims, guint n_citations)
{
    make_room (self->claims, n_claims);
    make_room (self->citations, n_citations);
}

AttriGraph *
attri_graph__lend (const AttriGraph *self)
{
    /* The reference count is all that changes. */
    return attri_graph_ref (self->lender != NULL && !self->has_words ? self->lender
                                                                     : (AttriGraph *)self);
}

void
attri_graph__set_stamp (AttriGraph *self, const AttriStamp *stamp, const GArray *focus)
{
    self->stamp = *stamp;
    self->stamp.identity = attri_arena__strdup (self->arena, stamp->identity);
    self->stamp.filters = attri_arena__strdup (self->arena, stamp->filters);
    self->stamp.asked = attri_arena__strdup (self->arena, stamp->asked);
    self->stamp.asked_ids = attri_arena__strdup (self->arena, stamp->asked_ids);
    self->stamp.focus = (AttriRange){self->indexes->len, focus->len};
    g_array_append_vals (self->indexes, focus->data, focus->len);
}

static int
compare_citations (gconstpointer a, gconstpointer b)
{
    return attri_order__citation (a, b);
}

AttriRange
attri_graph__add_citations (AttriGraph *self, GArray *citations, AttriDate *recorded)
{
    AttriRange range = {self->citations->len, 0};
    g_array_sort (citations, compare_citations);
    for (guint i = 0; i < citations->len; i++) {
        const AttriCitation *citation = &g_array_index (citations, AttriCitation, i);
        attri_order__take_earlier (recorded, citation->recorded);
        if (i > 0 && attri_order__citation (citation, citation - 1) == 0) {
            AttriCitation *last =
                &g_array_index (self->citations, AttriCitation, self->citations->len - 1);
            attri_order__take_earlier (&last->recorded, citation->recorded);
            continue;
        }
        g_array_append_val (self->citations, *citation);
        range.count++;
    }
    return range;
}

/* A feed goes on for years: what it says itself it said when it made the record,
 * not on the day of its last release. */
static gboolean
is_dated_by_record (const AttriClaim *claim, AttriDate published, gboolean own_words)
{
    if (!attri_date_is_set (claim->created))
        return FALSE;
    return !attri_date_is_set (published) ||
           (own_words && attri_date_compare (claim->created, published) < 0);
}

void
attri_graph__date_claim (const AttriGraph *self, AttriClaim *claim)
{
    const AttriDate published = attri_graph_get_source (self, claim->claimant)->published;
    AttriDate carried = ATTRI_DATE_NONE;
    gboolean own_words = FALSE;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const guint32 carrier = attri_graph_get_citation (self, claim->citations.first + i)->source;
        attri_order__take_earlier (&carried, attri_graph_get_source (self, carrier)->published);
        own_words |= carrier == claim->claimant;
    }
    if (is_dated_by_record (claim, published, own_words)) {
        claim->said_by = ATTRI_DATED_BY_RECORD;
        claim->said_on = claim->created;
    } else if (attri_date_is_set (published)) {
        claim->said_by = ATTRI_DATED_BY_CLAIMANT;
        claim->said_on = published;
    } else {
        claim->said_by =
            attri_date_is_set (carried) ? ATTRI_DATED_BY_CARRIER : ATTRI_DATED_BY_NOTHING;
        claim->said_on = carried;
    }
}

/* ---- sealing ---- */

static gboolean
same_edge (const AttriEdge *edge, const AttriClaim *claim)
{
    return edge->from == claim->from && edge->to == claim->to &&
           strcmp (edge->type, claim->type) == 0 && g_strcmp0 (edge->value, claim->value) == 0;
}

/* What a relation says of its ends. */
typedef enum {
    NEITHER,
    ONE,
    TWO,
} Identity;

static Identity
identity_of (const char *type)
{
    const AttriRelationInfo *info = attri_relation_info (type);
    if (info->relation == ATTRI_RELATION_DISTINCT)
        return TWO;
    return info->equates ? ONE : NEITHER;
}

static gboolean
is_live (const AttriClaim *claim)
{
    return !claim->revoked && !claim->withdrawn && claim->change != ATTRI_CHANGE_REMOVED;
}

gboolean
attri_edge_is_opposed_by (const AttriEdge *edge, const AttriClaim *claim)
{
    g_return_val_if_fail (edge != NULL && claim != NULL, FALSE);

    const gboolean asserts = claim->stance == ATTRI_STANCE_ASSERTS;
    if (!is_live (claim) || claim->stance == ATTRI_STANCE_WITHDRAWS)
        return FALSE;
    if (same_edge (edge, claim))
        return !asserts;
    if (edge->to == ATTRI_NONE || claim->to == ATTRI_NONE ||
        MIN (edge->from, edge->to) != MIN (claim->from, claim->to) ||
        MAX (edge->from, edge->to) != MAX (claim->from, claim->to))
        return FALSE;
    const Identity edge_says = identity_of (edge->type);
    const Identity claim_says = identity_of (claim->type);
    if (edge_says == NEITHER || claim_says == NEITHER)
        return FALSE;
    return (edge_says == claim_says) != asserts;
}

/* That of all, or CHANGED. What only withdraws is no line; it shows on those it silenced. */
static AttriChange
change_of_claims (const AttriGraph *self, AttriRange claims)
{
    const AttriClaim *first = NULL;
    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self, claims.first + i);
        if (claim->stance == ATTRI_STANCE_WITHDRAWS)
            continue;
        if (first != NULL && claim->change != first->change)
            return ATTRI_CHANGE_CHANGED;
        first = claim;
    }
    return first != NULL ? first->change : attri_graph_get_claim (self, claims.first)->change;
}

/* Fills in what the claims of an edge say together. A claim we revoked no longer
 * speaks, nor does one that a diff shows as gone; what its claimant withdrew is no
 * longer asserted. */
static void
weigh_edge (const AttriGraph *self, AttriEdge *edge)
{
    AttriHedge firmest_of_all = ATTRI_HEDGE_ALLEGED;
    gboolean opposed = FALSE;

    edge->hedge = ATTRI_HEDGE_ALLEGED;
    edge->change = change_of_claims (self, edge->claims);
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self, edge->claims.first + i);
        firmest_of_all = MIN (firmest_of_all, claim->hedge);
        opposed |= attri_edge_is_opposed_by (edge, claim);
        if (is_live (claim) && claim->stance == ATTRI_STANCE_ASSERTS) {
            edge->asserted = TRUE;
            edge->hedge = MIN (edge->hedge, claim->hedge);
        }
    }
    if (!edge->asserted)
        edge->hedge = firmest_of_all;
    edge->disputed = edge->asserted && opposed;
}

static void
make_edges (AttriGraph *self)
{
    for (guint32 i = 0; i < self->claims->len; i++) {
        const AttriClaim *claim = &g_array_index (self->claims, AttriClaim, i);
        AttriEdge *last = self->edges->len > 0
                              ? &g_array_index (self->edges, AttriEdge, self->edges->len - 1)
                              : NULL;
        if (last != NULL && same_edge (last, claim)) {
            last->claims.count++;
            continue;
        }
        const AttriEdge edge = {.type = claim->type,
                                .value = claim->value,
                                .from = claim->from,
                                .to = claim->to,
                                .claims = {i, 1}};
        g_array_append_val (self->edges, edge);
    }
    for (guint32 i = 0; i < self->edges->len; i++) {
        AttriEdge *edge = &g_array_index (self->edges, AttriEdge, i);
        attri_claims__mark_withdrawn (self,
                                      &g_array_index (self->claims, AttriClaim, edge->claims.first),
                                      edge->claims.count);
        weigh_edge (self, edge);
    }
}

static guint
count_edges (const AttriGraph *self, guint32 entity)
{
    return self->out_first[entity + 1] - self->out_first[entity] + self->in_first[entity + 1] -
           self->in_first[entity];
}

static void
oppose_by_edges (const AttriGraph *self, AttriEdge *edge, const guint32 *others, guint32 n)
{
    for (guint32 i = 0; i < n && !edge->disputed; i++) {
        const AttriRange claims = attri_graph_get_edge (self, others[i])->claims;
        for (guint32 c = 0; c < claims.count && !edge->disputed; c++)
            edge->disputed =
                attri_edge_is_opposed_by (edge, attri_graph_get_claim (self, claims.first + c));
    }
}

/* Who is who can be disputed by an edge of another type, or from the other end.
 * They are looked for around the end with fewer edges. */
static void
oppose_identities (const AttriGraph *self)
{
    for (guint32 i = 0; i < self->edges->len; i++) {
        AttriEdge *edge = &g_array_index (self->edges, AttriEdge, i);
        if (!edge->asserted || edge->to == ATTRI_NONE || identity_of (edge->type) == NEITHER)
            continue;
        const guint32 end =
            count_edges (self, edge->from) < count_edges (self, edge->to) ? edge->from : edge->to;
        guint32 n;
        const guint32 *others = attri_graph_get_outgoing (self, end, &n);
        oppose_by_edges (self, edge, others, n);
        others = attri_graph_get_incoming (self, end, &n);
        oppose_by_edges (self, edge, others, n);
    }
}

/* A counting sort of the edges by one of their ends; edges without it are left out. */
static void
make_adjacency (const AttriGraph *self, gboolean incoming, guint32 **first, guint32 **edge_at)
{
    const guint32 n = self->entities->len;
    guint32 *starts = g_new0 (guint32, n + 1);
    guint32 *places = g_new0 (guint32, self->edges->len + 1);

    for (guint32 i = 0; i < self->edges->len; i++) {
        const AttriEdge *edge = &g_array_index (self->edges, AttriEdge, i);
        const guint32 end = incoming ? edge->to : edge->from;
        if (end != ATTRI_NONE)
            starts[end + 1]++;
    }
    for (guint32 i = 0; i < n; i++)
        starts[i + 1] += starts[i];

    g_autofree guint32 *next = g_memdup2 (starts, (n + 1) * sizeof (guint32));
    for (guint32 i = 0; i < self->edges->len; i++) {
        const AttriEdge *edge = &g_array_index (self->edges, AttriEdge, i);
        const guint32 end = incoming ? edge->to : edge->from;
        if (end != ATTRI_NONE)
            places[next[end]++] = i;
    }
    *first = starts;
    *edge_at = places;
}

void
attri_graph__seal (AttriGraph *self)
{
    make_edges (self);
    make_adjacency (self, FALSE, &self->out_first, &self->out_edge_at);
    make_adjacency (self, TRUE, &self->in_first, &self->in_edge_at);
    oppose_identities (self);
}

/* ---- rows ---- */

guint32
attri_graph_get_n_entities (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->entities->len;
}

guint32
attri_graph_get_n_sources (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->sources->len;
}

guint32
attri_graph_get_n_claims (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->claims->len;
}

guint32
attri_graph_get_n_edges (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->edges->len;
}

const AttriEntity *
attri_graph_get_entity (const AttriGraph *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->entities->len, NULL);
    return &g_array_index (self->entities, AttriEntity, index);
}

const AttriSource *
attri_graph_get_source (const AttriGraph *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->sources->len, NULL);
    return &g_array_index (self->sources, AttriSource, index);
}

const AttriClaim *
attri_graph_get_claim (const AttriGraph *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->claims->len, NULL);
    return &g_array_index (self->claims, AttriClaim, index);
}

const AttriEdge *
attri_graph_get_edge (const AttriGraph *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->edges->len, NULL);
    return &g_array_index (self->edges, AttriEdge, index);
}

const AttriStamp *
attri_graph_get_stamp (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return &self->stamp;
}

const AttriCitation *
attri_graph_get_citation (const AttriGraph *self, guint32 row)
{
    g_return_val_if_fail (self != NULL && row < self->citations->len, NULL);
    return &g_array_index (self->citations, AttriCitation, row);
}

const AttriReference *
attri_graph_get_reference (const AttriGraph *self, guint32 row)
{
    g_return_val_if_fail (self != NULL && row < self->references->len, NULL);
    return &g_array_index (self->references, AttriReference, row);
}

guint32
attri_graph_get_index_at (const AttriGraph *self, guint32 row)
{
    g_return_val_if_fail (self != NULL && row < self->indexes->len, ATTRI_NONE);
    return g_array_index (self->indexes, guint32, row);
}

const guint32 *
attri_graph_get_outgoing (const AttriGraph *self, guint32 entity, guint32 *n)
{
    g_return_val_if_fail (self != NULL && n != NULL && entity < self->entities->len, NULL);
    *n = self->out_first[entity + 1] - self->out_first[entity];
    return self->out_edge_at + self->out_first[entity];
}

const guint32 *
attri_graph_get_incoming (const AttriGraph *self, guint32 entity, guint32 *n)
{
    g_return_val_if_fail (self != NULL && n != NULL && entity < self->entities->len, NULL);
    *n = self->in_first[entity + 1] - self->in_first[entity];
    return self->in_edge_at + self->in_first[entity];
}

static int
compare_id_to_entity (const void *id, const void *row)
{
    return strcmp (id, ((const AttriEntity *)row)->id);
}

static int
compare_id_to_source (const void *id, const void *row)
{
    return strcmp (id, ((const AttriSource *)row)->id);
}

static guint32
find_row (const GArray *table, const char *id, GCompareFunc compare)
{
    const guint size = g_array_get_element_size ((GArray *)table);
    guint32 low = 0;
    guint32 high = table->len;

    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        const int order = compare (id, table->data + (gsize)middle * size);
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ATTRI_NONE;
}

guint32
attri_graph_find_entity (const AttriGraph *self, const char *id)
{
    g_return_val_if_fail (self != NULL && id != NULL, ATTRI_NONE);
    return find_row (self->entities, id, compare_id_to_entity);
}

guint32
attri_graph_find_source (const AttriGraph *self, const char *id)
{
    g_return_val_if_fail (self != NULL && id != NULL, ATTRI_NONE);
    return find_row (self->sources, id, compare_id_to_source);
}

static AttriDate
later (AttriDate a, AttriDate b)
{
    return attri_date_compare (a, b) < 0 ? b : a;
}

/* The latest date of what is cited; @internal: of our own judgements only, or of all else. */
static AttriDate
get_latest (const AttriGraph *self, gboolean internal)
{
    AttriDate latest = ATTRI_DATE_NONE;
    for (guint32 i = 0; i < self->claims->len + self->citations->len; i++) {
        const guint32 row = i < self->claims->len
                                ? attri_graph_get_claim (self, i)->claimant
                                : attri_graph_get_citation (self, i - self->claims->len)->source;
        const AttriSource *source = attri_graph_get_source (self, row);
        if ((source->kind == ATTRI_SOURCE_INTERNAL) == internal)
            latest = later (latest, source->published);
    }
    return latest;
}

AttriDate
attri_graph_get_latest_date (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, ATTRI_DATE_NONE);

    const AttriDate latest = get_latest (self, FALSE);
    return attri_date_is_set (latest) ? latest : get_latest (self, TRUE);
}

/* What has been seen of the markings in a graph. */
typedef struct {
    AttriTlp strictest;
    gboolean unmarked;
} Markings;

static void
note_tlp (Markings *self, AttriTlp tlp)
{
    self->strictest = MAX (self->strictest, tlp);
    self->unmarked |= tlp == ATTRI_TLP_UNMARKED;
}

AttriTlp
attri_graph_get_tlp (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, ATTRI_TLP_UNMARKED);

    Markings seen = {ATTRI_TLP_UNMARKED, FALSE};
    for (guint32 i = 0; i < attri_graph_get_n_entities (self); i++)
        note_tlp (&seen, attri_graph_get_entity (self, i)->tlp);
    for (guint32 i = 0; i < attri_graph_get_n_claims (self); i++)
        note_tlp (&seen, attri_graph_get_claim (self, i)->tlp);
    for (guint32 i = 0; i < attri_graph_get_n_sources (self); i++)
        note_tlp (&seen, attri_graph_get_source (self, i)->tlp);
    return seen.unmarked && seen.strictest <= ATTRI_TLP_CLEAR ? ATTRI_TLP_UNMARKED : seen.strictest;
}
