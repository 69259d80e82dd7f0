/* SPDX-License-Identifier: MIT
 *
 * In:  a graph.
 * Out: how much of it rests on each of its sources, and how much on one alone.
 */
#include "tell/sources.h"

#include "model/independence-private.h"

/* More are counted only, unless all are asked for. */

static gboolean
is_live (const AttriClaim *claim)
{
    return !claim->revoked && !claim->withdrawn;
}

/* What each source is an edition of in the end; a circle ends where it closes. O(sources). */
static guint32 *
find_works (const AttriGraph *graph)
{
    guint32 n = attri_graph_get_n_sources (graph);
    guint32 *works = g_new (guint32, n + 1);
    g_autoptr (GArray) walked = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < n; i++)
        works[i] = ATTRI_NONE;
    for (guint32 i = 0; i < n; i++) {
        guint32 at = i;
        g_array_set_size (walked, 0);
        while (works[at] == ATTRI_NONE) {
            guint32 next = attri_graph_get_source (graph, at)->edition_of;
            works[at] = at; /* for now: it has been here */
            g_array_append_val (walked, at);
            if (next == ATTRI_NONE)
                break;
            at = next;
        }
        for (guint j = 0; j < walked->len; j++)
            works[g_array_index (walked, guint32, j)] = works[at];
    }
    return works;
}

/* What all citations of @claim were read in, or %ATTRI_NONE if that is several works. */
static guint32
find_carrier (const AttriGraph *graph, const guint32 *works, const AttriClaim *claim)
{
    guint32 carrier = ATTRI_NONE;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        guint32 source = attri_graph_get_citation (graph, claim->citations.first + i)->source;
        if (carrier != ATTRI_NONE && carrier != works[source])
            return ATTRI_NONE;
        carrier = works[source];
    }
    return carrier;
}

/* Drops from @needed what @claim can do without. */
static void
narrow (const AttriGraph *graph, const guint32 *works, const AttriClaim *claim, guint32 *needed)
{
    guint32 carrier = find_carrier (graph, works, claim);
    for (guint i = 0; i < 2; i++)
        if (needed[i] != works[claim->claimant] && needed[i] != carrier)
            needed[i] = ATTRI_NONE;
}

/* Counts a statement for each of the at most two works without which nobody asserts it. */
static void
count_alone (AttriBearing *bearings, const AttriGraph *graph, const guint32 *works,
             const AttriEdge *edge)
{
    guint32 needed[2] = {ATTRI_NONE, ATTRI_NONE};
    gboolean first = TRUE;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        if (!is_live (claim) || claim->stance != ATTRI_STANCE_ASSERTS)
            continue;
        if (first) {
            needed[0] = works[claim->claimant];
            needed[1] = find_carrier (graph, works, claim);
            if (needed[1] == needed[0])
                needed[1] = ATTRI_NONE;
        }
        first = FALSE;
        narrow (graph, works, claim, needed);
    }
    for (guint i = 0; i < 2; i++)
        if (needed[i] != ATTRI_NONE)
            bearings[needed[i]].alone++;
}

/* Whether the citation before it, as they are in order of source, is of the same. */
static gboolean
is_repeated (const AttriGraph *graph, const AttriClaim *claim, guint32 place)
{
    guint32 source = attri_graph_get_citation (graph, claim->citations.first + place)->source;
    return place > 0 &&
           attri_graph_get_citation (graph, claim->citations.first + place - 1)->source == source;
}

static void
count_claim (AttriFoundations *self, AttriBearing *bearings, const AttriClaim *claim)
{
    if (!is_live (claim))
        return;
    gboolean relayed = FALSE;
    bearings[claim->claimant].makes++;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        guint32 source = attri_graph_get_citation (self->graph, claim->citations.first + i)->source;
        if (source == claim->claimant || is_repeated (self->graph, claim, i))
            continue;
        bearings[source].carries++;
        relayed = TRUE;
    }
    self->relayed += relayed;
}

static void
count_statements (AttriFoundations *self, AttriBearing *bearings)
{
    const AttriGraph *graph = self->graph;
    g_autofree guint32 *works = find_works (graph);
    g_autoptr (AttriIndependence) independence = attri_independence__new (graph);
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        self->disputed += edge->disputed;
        if (!edge->asserted) {
            self->unasserted++;
            continue;
        }
        guint n = attri_independence__count (independence, edge->claims);
        self->by_publishers[MIN (n, 2)]++;
        count_alone (bearings, graph, works, edge);
    }
}

static int
compare_bearings (gconstpointer a, gconstpointer b)
{
    const AttriBearing *left = a, *right = b;
    if (left->alone != right->alone)
        return left->alone > right->alone ? -1 : 1;
    guint64 left_claims = (guint64)left->makes + left->carries;
    guint64 right_claims = (guint64)right->makes + right->carries;
    if (left_claims != right_claims)
        return left_claims > right_claims ? -1 : 1;
    if (left->makes != right->makes)
        return left->makes > right->makes ? -1 : 1;
    return (left->source > right->source) - (left->source < right->source);
}

AttriFoundations *
attri_tell__foundations_new (const AttriGraph *graph)
{
    AttriFoundations *self = g_new0 (AttriFoundations, 1);
    guint32 n = attri_graph_get_n_sources (graph);
    self->graph = graph;
    self->bearings = g_array_sized_new (FALSE, TRUE, sizeof (AttriBearing), n);
    g_array_set_size (self->bearings, n);
    AttriBearing *bearings = (AttriBearing *)self->bearings->data;
    for (guint32 i = 0; i < n; i++)
        bearings[i].source = i;

    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        count_claim (self, bearings, attri_graph_get_claim (graph, i));
    count_statements (self, bearings);
    g_array_sort (self->bearings, compare_bearings);
    g_autofree const char **publishers =
        attri_graph_get_lineage (graph, (AttriRange){0, attri_graph_get_n_claims (graph)});
    self->publishers = g_strv_length ((char **)publishers);
    return self;
}

void
attri_tell__foundations_free (AttriFoundations *self)
{
    g_array_unref (self->bearings);
    g_free (self);
}
