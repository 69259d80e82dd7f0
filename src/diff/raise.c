/* SPDX-License-Identifier: MIT
 *
 * raise.c: all that the files hold and held and a limit on markings go in; both come
 * out, owned by the caller, the older with everything marked above the limit that the
 * newer one marks so.
 */
#include "diff/diff-private.h"

#include <string.h>

/* What the limit lets through of one graph: a byte for each row. */
typedef struct {
    guint8 *entities;
    guint8 *sources;
    guint8 *citations; /* all */
    guint8 *claims;    /* with their sources and entities */
} Told;

static void
told_clear (Told *self)
{
    g_free (self->entities);
    g_free (self->sources);
    g_free (self->citations);
    g_free (self->claims);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

/* One run of attri_diff_raise_markings(). */
typedef struct {
    const AttriUnion *both;
    Told told[N_SIDES];
    AttriMarks marks[N_SIDES];
    AttriDiffRemarked *remarked;
} Run;

static void
run_clear (Run *self)
{
    for (guint side = BEFORE; side < N_SIDES; side++) {
        told_clear (&self->told[side]);
        g_free (self->marks[side].entities);
        g_free (self->marks[side].claims);
        g_free (self->marks[side].sources);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static Told
find_told (const AttriGraph *graph, AttriTlp limit)
{
    const Told told = {
        .entities = g_new0 (guint8, graph->entities->len + 1),
        .sources = g_new0 (guint8, graph->sources->len + 1),
        .citations = g_new0 (guint8, graph->citations->len + 1),
        .claims = g_new0 (guint8, graph->claims->len + 1),
    };
    const AttriSubset subset = {.entities = told.entities,
                                .claims = told.claims,
                                .citations = told.citations,
                                .sources = told.sources};
    memset (told.citations, 1, graph->citations->len);
    for (guint32 i = 0; i < graph->sources->len; i++)
        told.sources[i] = !attri_tlp_is_above (attri_graph_get_source (graph, i)->tlp, limit);
    for (guint32 i = 0; i < graph->entities->len; i++)
        told.entities[i] = !attri_tlp_is_above (attri_graph_get_entity (graph, i)->tlp, limit);
    for (guint32 i = 0; i < graph->claims->len; i++) {
        told.claims[i] = !attri_tlp_is_above (attri_graph_get_claim (graph, i)->tlp, limit);
        told.claims[i] = (guint8)attri_graph__claim_stays (graph, &subset, i);
    }
    return told;
}

static AttriMarks
copy_marks (const AttriGraph *graph)
{
    const AttriMarks marks = {
        .entities = g_new (AttriTlp, graph->entities->len + 1),
        .claims = g_new (AttriTlp, graph->claims->len + 1),
        .sources = g_new (AttriTlp, graph->sources->len + 1),
    };
    for (guint32 i = 0; i < graph->sources->len; i++)
        marks.sources[i] = attri_graph_get_source (graph, i)->tlp;
    for (guint32 i = 0; i < graph->entities->len; i++)
        marks.entities[i] = attri_graph_get_entity (graph, i)->tlp;
    for (guint32 i = 0; i < graph->claims->len; i++)
        marks.claims[i] = attri_graph_get_claim (graph, i)->tlp;
    return marks;
}

/* RED is above every limit that takes anything away. */
static guint
mark_red (AttriTlp *marks, guint8 *told, guint32 row)
{
    marks[row] = ATTRI_TLP_RED;
    told[row] = 0;
    return 1;
}

/* Returns how many of the older rows are marked higher. @origins: (element-type AttriOrigin) */
static guint
raise_rows (const GArray *origins, guint8 *older, const guint8 *newer, AttriTlp *marks)
{
    guint n = 0;
    for (guint32 i = 0; i < origins->len; i++) {
        const guint32 *row = g_array_index (origins, AttriOrigin, i).row;
        if (row[BEFORE] != ATTRI_NONE && row[AFTER] != ATTRI_NONE && older[row[BEFORE]] &&
            !newer[row[AFTER]])
            n += mark_red (marks, older, row[BEFORE]);
    }
    return n;
}

/* Of the claims of one edge: those that only the older graph has, where the same claimant makes
 * any in the newer that is not told: it may say the same, and then it is not gone. @secret: by
 * source of the union, all zero. */
static void
raise_unpaired (Run *run, const AttriEdge *edge, guint8 *secret)
{
    const AttriUnion *both = run->both;
    guint8 *older = run->told[BEFORE].claims;
    for (guint pass = 0; pass < 3; pass++) {
        for (guint32 i = edge->claims.first; i < edge->claims.first + edge->claims.count; i++) {
            const guint32 *row = g_array_index (both->claims, AttriOrigin, i).row;
            guint8 *by = &secret[both->roots[attri_graph_get_claim (both->graph, i)->claimant]];
            if (pass == 0 && row[AFTER] != ATTRI_NONE)
                *by |= !run->told[AFTER].claims[row[AFTER]];
            else if (pass == 1 && *by && row[AFTER] == ATTRI_NONE && older[row[BEFORE]])
                run->remarked->claims += mark_red (run->marks[BEFORE].claims, older, row[BEFORE]);
            else if (pass == 2)
                *by = 0;
        }
    }
}

static void
raise_claims (Run *run)
{
    const AttriGraph *graph = run->both->graph;
    g_autofree guint8 *secret = g_new0 (guint8, graph->sources->len + 1);
    run->remarked->claims = raise_rows (run->both->claims, run->told[BEFORE].claims,
                                        run->told[AFTER].claims, run->marks[BEFORE].claims);
    for (guint32 i = 0; i < graph->edges->len; i++)
        raise_unpaired (run, attri_graph_get_edge (graph, i), secret);
}

/* Who speaks of an entity, in bits. */
enum { BY_ANY = 1, BY_TOLD = 2 };

/* By entity of a side, which claims speak of it. (transfer full) */
static guint8 *
find_spoken (const Run *run, guint side)
{
    const AttriGraph *graph = run->both->sides[side];
    guint8 *spoken = g_new0 (guint8, graph->entities->len + 1);
    for (guint32 i = 0; i < graph->claims->len; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        const guint8 bits = run->told[side].claims[i] ? BY_ANY | BY_TOLD : BY_ANY;
        spoken[claim->from] |= bits;
        if (claim->to != ATTRI_NONE)
            spoken[claim->to] |= bits;
        for (guint32 j = 0; j < claim->in.count; j++)
            spoken[attri_graph_get_index_at (graph, claim->in.first + j)] |= bits;
    }
    return spoken;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A view drops an entity whose last claim it drops; on one side alone, it would seem to have come
 * or gone. Where nothing of it is told on either side it goes on both, else it is spared on both.
 */
static void
settle_bereft (Run *run)
{
    g_autofree guint8 *older = find_spoken (run, BEFORE);
    g_autofree guint8 *newer = find_spoken (run, AFTER);
    g_autoptr (GPtrArray) spared = g_ptr_array_new ();
    const GArray *origins = run->both->entities;
    for (guint32 i = 0; i < origins->len; i++) {
        const guint32 *row = g_array_index (origins, AttriOrigin, i).row;
        if (row[BEFORE] == ATTRI_NONE || row[AFTER] == ATTRI_NONE ||
            (older[row[BEFORE]] != BY_ANY && newer[row[AFTER]] != BY_ANY))
            continue;
        const gboolean told = ((older[row[BEFORE]] | newer[row[AFTER]]) & BY_TOLD) != 0;
        for (guint side = BEFORE; side < N_SIDES; side++) {
            if (told)
                g_ptr_array_add (
                    spared,
                    g_strdup (attri_graph_get_entity (run->both->sides[side], row[side])->id));
            else
                mark_red (run->marks[side].entities, run->told[side].entities, row[side]);
        }
    }
    g_ptr_array_sort (spared, compare_texts);
    g_ptr_array_add (spared, NULL);
    run->remarked->spared = (char **)g_ptr_array_free (g_steal_pointer (&spared), FALSE);
}

/* By saved view of the older graph, whether the newer does not mark it higher. */
static guint8 *
keep_saved (const AttriGraph *before, const AttriGraph *after, AttriTlp limit, guint *n)
{
    guint8 *kept = g_new (guint8, before->saved->len + 1);
    for (guint32 i = 0; i < before->saved->len; i++) {
        const AttriSavedView *older = attri_graph_get_saved_view (before, i);
        const AttriSavedView *newer = attri_graph_find_saved_view (after, older->id);
        kept[i] = newer == NULL || attri_tlp_is_above (older->tlp, limit) ||
                  !attri_tlp_is_above (newer->tlp, limit);
        *n += !kept[i];
    }
    return kept;
}

/* A side with its marks, else whole. @saved: (nullable): by view, whether to keep it */
static AttriGraph *
apply (const Run *run, guint side, const guint8 *saved)
{
    const AttriGraph *graph = run->both->sides[side];
    const guint32 n = MAX (MAX (graph->entities->len, graph->sources->len),
                           MAX (graph->claims->len, graph->citations->len));
    g_autofree guint8 *all = g_malloc (n + 1);
    memset (all, 1, n + 1);
    const AttriSubset subset = {.entities = all,
                                .claims = all,
                                .citations = all,
                                .sources = all,
                                .saved = saved,
                                .marks = &run->marks[side]};
    return attri_graph__subset (graph, &subset, &graph->stamp);
}

void
attri_diff_remarked_clear (AttriDiffRemarked *self)
{
    g_clear_pointer (&self->spared, g_strfreev);
}

void
attri_diff_raise_markings (AttriGraph **before, AttriGraph **after, AttriTlp limit,
                           AttriDiffRemarked *remarked)
{
    g_return_if_fail (before != NULL && after != NULL && remarked != NULL);

    *remarked = (AttriDiffRemarked){0};
    if (limit == ATTRI_TLP_UNMARKED)
        return;
    g_autoptr (AttriGraph) older = g_steal_pointer (before);
    g_autoptr (AttriGraph) newer = g_steal_pointer (after);
    g_auto (AttriMatch) match = attri_diff__match (older, newer);
    g_auto (AttriUnion) both = attri_diff__unite (older, newer, &match, FALSE);
    attri_graph__seal (both.graph);
    g_auto (Run) run = {.both = &both,
                        .told = {find_told (older, limit), find_told (newer, limit)},
                        .marks = {copy_marks (older), copy_marks (newer)},
                        .remarked = remarked};
    remarked->entities = raise_rows (both.entities, run.told[BEFORE].entities,
                                     run.told[AFTER].entities, run.marks[BEFORE].entities);
    remarked->sources = raise_rows (both.sources, run.told[BEFORE].sources, run.told[AFTER].sources,
                                    run.marks[BEFORE].sources);
    raise_claims (&run);
    settle_bereft (&run);
    g_autofree guint8 *saved = keep_saved (older, newer, limit, &remarked->saved);
    *before = apply (&run, BEFORE, saved);
    *after = apply (&run, AFTER, NULL);
}
