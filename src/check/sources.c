/* SPDX-License-Identifier: MIT
 *
 * sources.c: doubts about sources, and about how what they say has reached us.
 */
#include "base/text-private.h"
#include "base/url-private.h"
#include "check/check-private.h"
#include "model/graph-private.h"

#include <string.h>

/* What is known of each source after one pass over the claims. */
typedef struct {
    guint claims;   /* that it makes */
    gboolean firm;  /* some claim of it reaches us by a carrier above grade F */
    gboolean cited; /* as claimant, carrier, or cited by a claimant */
    guint8 visited; /* in the search for cycles: 0 no, 1 under way, 2 done */
} Use;

static gboolean
is_weak (const AttriGraph *graph, guint32 carrier)
{
    return attri_graph_get_source (graph, carrier)->reliability == 'F';
}

static Use *
collect_uses (const AttriGraph *graph)
{
    Use *uses = g_new0 (Use, attri_graph_get_n_sources (graph) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        Use *use = &uses[claim->claimant];
        use->claims++;
        use->cited = TRUE;
        for (guint32 j = 0; j < claim->citations.count; j++) {
            const AttriCitation *citation =
                attri_graph_get_citation (graph, claim->citations.first + j);
            uses[citation->source].cited = TRUE;
            if (citation->cites != ATTRI_NONE)
                uses[citation->cites].cited = TRUE;
            use->firm = use->firm || !is_weak (graph, citation->source);
        }
    }
    return uses;
}

static guint32
n_parents (const AttriSource *source)
{
    return source->based_on.count + (source->edition_of != ATTRI_NONE ? 1 : 0);
}

static guint32
get_parent (const AttriGraph *graph, const AttriSource *source, guint32 i)
{
    return i < source->based_on.count ? attri_graph_get_index_at (graph, source->based_on.first + i)
                                      : source->edition_of;
}

/* A step of the search: a source and how many of its parents are done. */
typedef struct {
    guint32 source;
    guint32 next;
} Step;

static void
tell_cycle (const AttriGraph *graph, guint32 row, AttriFindings *findings)
{
    const AttriSource *source = attri_graph_get_source (graph, row);
    g_autofree char *id = attri_text__quote (source->id);
    attri_findings_add (findings, attri_check__rule (RULE_LINEAGE_CYCLE), source->place, NULL,
                        "source %s is based on itself by way of others; expected no circle", id);
}

/* Depth first with a stack of our own: a chain is as long as the input likes. */
static void
find_cycles (const AttriGraph *graph, Use *uses, guint32 start, AttriFindings *findings)
{
    g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Step));
    const Step first = {start, 0};
    g_array_append_val (stack, first);
    uses[start].visited = 1;

    while (stack->len > 0) {
        Step *step = &g_array_index (stack, Step, stack->len - 1);
        const AttriSource *source = attri_graph_get_source (graph, step->source);
        if (step->next == n_parents (source)) {
            uses[step->source].visited = 2;
            g_array_set_size (stack, stack->len - 1);
            continue;
        }
        const Step parent = {get_parent (graph, source, step->next++), 0};
        if (uses[parent.source].visited == 1)
            tell_cycle (graph, parent.source, findings);
        if (uses[parent.source].visited != 0)
            continue;
        uses[parent.source].visited = 1;
        g_array_append_val (stack, parent);
    }
}

/* A source that a cited one is based on serves as well. */
static void
spread_cited (const AttriGraph *graph, Use *uses)
{
    g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        if (uses[i].cited)
            g_array_append_val (queue, i);
    }
    for (guint i = 0; i < queue->len; i++) {
        const AttriSource *source =
            attri_graph_get_source (graph, g_array_index (queue, guint32, i));
        for (guint32 j = 0; j < n_parents (source); j++) {
            const guint32 parent = get_parent (graph, source, j);
            if (!uses[parent].cited) {
                uses[parent].cited = TRUE;
                g_array_append_val (queue, parent);
            }
        }
    }
}

static void
check_use (const AttriSource *source, const Use *use, AttriFindings *findings)
{
    g_autofree char *id = attri_text__quote (source->id);
    if (use->claims > 0 && !source->read && !use->firm)
        attri_findings_add (findings, attri_check__rule (RULE_SINGLE_POINT_OF_FAILURE),
                            source->place, NULL,
                            "source %s is not read and reaches us only through carriers graded F "
                            "(claims: %u); expected a better carrier",
                            id, use->claims);
    if (!use->cited)
        attri_findings_add (findings, attri_check__rule (RULE_UNCITED_SOURCE), source->place, NULL,
                            "nothing cites source %s", id);
}

/* ---- links ---- */

/* Where a source is, and which. */
typedef struct {
    char *page;
    guint32 source;
} Linked;

static void
clear_linked (gpointer data)
{
    g_free (((Linked *)data)->page);
}

static int
compare_linked (gconstpointer a, gconstpointer b)
{
    const Linked *x = a;
    const Linked *y = b;
    const int order = strcmp (x->page, y->page);
    return order != 0 ? order : (x->source > y->source) - (x->source < y->source);
}

static void
tell_shared (const AttriGraph *graph, guint32 first, guint32 again, AttriFindings *findings)
{
    const AttriSource *source = attri_graph_get_source (graph, again);
    g_autofree char *id = attri_text__quote (source->id);
    g_autofree char *other = attri_text__quote (attri_graph_get_source (graph, first)->id);
    attri_findings_add (findings, attri_check__rule (RULE_SHARED_LINK), source->place, NULL,
                        "source %s has the link of %s, and neither is an edition of the other", id,
                        other);
}

static void
check_links (const AttriGraph *graph, AttriFindings *findings)
{
    g_autofree guint32 *roots = attri_graph__find_edition_roots (graph);
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Linked));
    g_array_set_clear_func (all, clear_linked);

    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        const Linked linked = {attri_url__normalise (attri_graph_get_source (graph, i)->url), i};
        if (linked.page != NULL)
            g_array_append_val (all, linked);
    }
    g_array_sort (all, compare_linked);
    for (guint i = 1; i < all->len; i++) {
        const Linked *last = &g_array_index (all, Linked, i - 1);
        const Linked *next = &g_array_index (all, Linked, i);
        if (strcmp (last->page, next->page) == 0 && roots[last->source] != roots[next->source])
            tell_shared (graph, last->source, next->source, findings);
    }
}

void
attri_check__sources (const AttriGraph *graph, AttriFindings *findings)
{
    g_autofree Use *uses = collect_uses (graph);
    spread_cited (graph, uses);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        const AttriSource *source = attri_graph_get_source (graph, i);
        attri_check__hidden (findings, source->place, "title", source->title);
        attri_check__hidden (findings, source->place, "publisher", source->publisher);
        attri_check__link (findings, source->place, source->url);
        check_use (source, &uses[i], findings);
        if (uses[i].visited == 0)
            find_cycles (graph, uses, i, findings);
    }
    check_links (graph, findings);
}
