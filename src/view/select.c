/* SPDX-License-Identifier: MIT
 *
 * select.c: a graph and a wish go in; a smaller graph comes out, owned by the
 * caller and stamped with what it is a view of. Each option in turn cuts a
 * graph out of the last, so that none sees what an earlier one took away:
 * above all not what the TLP took.
 */
#include "base/text-private.h"
#include "view/view-private.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (attri_view_error, attri_view_error)

/* One run of attri_view_select(). */
typedef struct {
    AttriSelection wish; /* with ids for the focus, once they are known */
    AttriStamp stamp;
    GPtrArray *focus; /* AttriFocus: ids outlast the change of rows */
    GPtrArray *ids;   /* utf8: all ids of the focus, ended by %NULL, for the wish */
    GArray *refusals; /* AttriRefusal */
    AttriViewReport *report;
    char *words; /* of the stamp, where they tell a number */
} Run;

static void
clear_run (Run *run)
{
    g_clear_pointer (&run->focus, g_ptr_array_unref);
    g_ptr_array_unref (run->ids);
    g_array_unref (run->refusals);
    g_free (run->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

void
attri_view_report_clear (AttriViewReport *self)
{
    g_clear_pointer (&self->found, g_ptr_array_unref);
    g_clear_pointer (&self->notes, g_ptr_array_unref);
    memset (self, 0, sizeof *self);
}

static AttriStamp
make_stamp (const AttriSelection *wish, const char *filters, const char *identity)
{
    return (AttriStamp){.as_of = wish->as_of,
                        .known_on = wish->known_on,
                        .identity = identity,
                        .filters = filters,
                        .types_chosen = wish->types != NULL,
                        .limited = wish->max_tlp != ATTRI_TLP_UNMARKED};
}

static guint8 *
all_kept (guint32 n)
{
    guint8 *bytes = g_malloc (n + 1);
    memset (bytes, 1, n + 1);
    return bytes;
}

static AttriMask
keep_all (const AttriGraph *graph)
{
    return (AttriMask){
        .entities = all_kept (graph->entities->len),
        .claims = all_kept (graph->claims->len),
        .citations = all_kept (graph->citations->len),
        .sources = all_kept (graph->sources->len),
        .saved = all_kept (graph->saved->len),
    };
}

static void
clear_mask (AttriMask *mask)
{
    g_free (mask->entities);
    g_free (mask->claims);
    g_free (mask->citations);
    g_free (mask->sources);
    g_free (mask->saved);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriMask, clear_mask)

static AttriSubset
as_subset (const AttriMask *mask, const GArray *focus)
{
    return (AttriSubset){.entities = mask->entities,
                         .claims = mask->claims,
                         .citations = mask->citations,
                         .sources = mask->sources,
                         .saved = mask->saved,
                         .focus = focus};
}

static int
compare_spared (const void *id, const void *spared)
{
    return strcmp (id, *(const char *const *)spared);
}

/* An entity that had claims and has none left goes with them. @spared: (nullable): but not these */
static void
drop_bereft (const AttriGraph *graph, const AttriSubset *subset, const char *const *spared,
             AttriMask *mask)
{
    const gsize n_spared = spared != NULL ? g_strv_length ((char **)spared) : 0;
    g_autofree guint8 *before = g_new0 (guint8, graph->entities->len + 1);
    g_autofree guint8 *after = g_new0 (guint8, graph->entities->len + 1);

    for (guint32 i = 0; i < graph->claims->len; i++) {
        attri_view__mark_ends (graph, i, before);
        if (attri_graph__claim_stays (graph, subset, i))
            attri_view__mark_ends (graph, i, after);
    }
    for (guint32 i = 0; i < graph->entities->len; i++) {
        const char *id = attri_graph_get_entity (graph, i)->id;
        if (before[i] && !after[i] &&
            (n_spared == 0 ||
             bsearch (id, spared, n_spared, sizeof *spared, compare_spared) == NULL))
            mask->entities[i] = 0;
    }
}

/* The rows of the focus, each once. */
static GArray *
find_focus_rows (const AttriGraph *graph, const Run *run)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i + 1 < run->ids->len; i++) {
        const guint32 row = attri_graph_find_entity (graph, run->ids->pdata[i]);
        gboolean known = row == ATTRI_NONE;
        for (guint j = 0; j < rows->len; j++)
            known |= g_array_index (rows, guint32, j) == row;
        if (!known)
            g_array_append_val (rows, row);
    }
    return rows;
}

static gboolean
has_any (const AttriGraph *graph, const GPtrArray *ids)
{
    for (guint i = 0; i < ids->len; i++) {
        if (attri_graph_find_entity (graph, ids->pdata[i]) != ATTRI_NONE)
            return TRUE;
    }
    return FALSE;
}

static guint32
count_relations (const AttriGraph *graph)
{
    guint32 n = 0;
    for (guint32 i = 0; i < graph->edges->len; i++)
        n += attri_graph_get_edge (graph, i)->to != ATTRI_NONE;
    return n;
}

/* FALSE with an error if @filter left nothing about a focus. */
static gboolean
check_focus (const Run *run, const AttriGraph *after, const char *option, GError **error)
{
    for (guint i = 0; run->focus != NULL && i < run->focus->len; i++) {
        const AttriFocus *focus = run->focus->pdata[i];
        if (has_any (after, focus->ids))
            continue;
        const char *first = focus->ids->pdata[0];
        g_autofree char *name = attri_text__quote (focus->name);
        g_autofree char *id = attri_text__quote (first);
        const gboolean same = g_ascii_strcasecmp (focus->name, first) == 0;
        g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                     "nothing is left about %s%s%s; %s took the last of it", same ? id : name,
                     same ? "" : ", that is ", same ? "" : id, option);
        return FALSE;
    }
    return TRUE;
}

/* FALSE with an error if nothing is left. Where @values are spared they count for nothing. */
static gboolean
check_left (const Run *run, const AttriGraph *before, const AttriGraph *after, const char *option,
            gboolean values, GError **error)
{
    if (!check_focus (run, after, option, error))
        return FALSE;
    const guint32 n = values ? count_relations (before) : before->claims->len;
    if (n == 0 || (values ? count_relations (after) : after->claims->len) > 0)
        return TRUE;
    const char *what = values ? "relation" : "claim";
    g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                 "nothing is left; %s took the last %u %s%s", option, n, what, n == 1 ? "" : "s");
    return FALSE;
}

static AttriGraph *
cut (const Run *run, const AttriGraph *graph, const char *const *spared, AttriMask *mask)
{
    g_autoptr (GArray) focus = find_focus_rows (graph, run);
    const AttriSubset subset = as_subset (mask, focus);
    drop_bereft (graph, &subset, spared, mask);
    return attri_graph__subset (graph, &subset, &run->stamp);
}

static guint
count_masked (const guint8 *bytes, guint32 n)
{
    guint count = 0;
    for (guint32 i = 0; i < n; i++)
        count += !bytes[i];
    return count;
}

/* Says in the stamp how many relations the filter takes; returns it. */
static guint
count_unsupported (Run *run, const AttriGraph *graph, const AttriMask *mask)
{
    guint n = 0;
    for (guint32 i = 0; i < graph->edges->len; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        n += edge->to != ATTRI_NONE && !mask->claims[edge->claims.first];
    }
    g_free (run->words);
    run->words =
        g_strdup_printf ("%s (%u relation%s left out)", run->stamp.filters, n, n == 1 ? "" : "s");
    run->stamp.filters = run->words;
    return n;
}

static AttriGraph *
apply_filter (Run *run, const AttriGraph *graph, const AttriFilter *filter, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    filter->mark (graph, &run->wish, &mask);
    const guint taken = filter->tells ? count_unsupported (run, graph, &mask) : 0;
    g_autoptr (AttriGraph) part =
        cut (run, graph, filter == &attri_view__tlp_filter ? run->wish.spared : NULL, &mask);
    if (!check_left (run, graph, part, filter->option, filter->spares_values, error))
        return NULL;
    attri_view__note_unsupported (taken, count_relations (graph), &run->wish, run->report->notes);
    return g_steal_pointer (&part);
}

/* Whether any claim has @row at either end; FALSE with an error. Of filters that spare
 * what states a value nothing else may be left. */
static gboolean
check_linked (const AttriGraph *graph, guint32 row, const AttriSelection *wish, GError **error)
{
    const gboolean spared = wish->min_sources > 0 || wish->min_confidence > 0;
    guint32 n;
    gboolean linked = FALSE;
    const guint32 *edges = attri_graph_get_outgoing (graph, row, &n);
    for (guint32 i = 0; i < n; i++)
        linked |= !spared || attri_graph_get_edge (graph, edges[i])->to != ATTRI_NONE;
    attri_graph_get_incoming (graph, row, &n);
    if (linked || n > 0)
        return TRUE;
    g_autofree char *id = attri_text__quote (attri_graph_get_entity (graph, row)->id);
    g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY, "nothing is left about %s; %s",
                 id,
                 spared ? "no relation is left that has it at either end"
                        : "no claim has it at either end");
    return FALSE;
}

/* What is within reach of the focus, stamped with it. */
static AttriGraph *
apply_hops (Run *run, const AttriGraph *graph, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    g_autoptr (GArray) focus = find_focus_rows (graph, run);
    const guint hops = run->wish.hops;
    for (guint i = 0; i < focus->len && hops > 0 && hops != ATTRI_HOPS_ALL; i++) {
        if (!check_linked (graph, g_array_index (focus, guint32, i), &run->wish, error))
            return NULL;
    }
    if (hops != ATTRI_HOPS_ALL)
        attri_view__mark_hops (graph, focus, hops, &mask);

    run->stamp.hidden_entities = count_masked (mask.entities, graph->entities->len);
    run->stamp.hidden_claims = count_masked (mask.claims, graph->claims->len);
    const AttriSubset subset = as_subset (&mask, focus);
    return attri_graph__subset (graph, &subset, &run->stamp);
}

static AttriGraph *
mark (const AttriGraph *graph, const AttriSelection *wish, const AttriStamp *stamp)
{
    g_auto (AttriMask) mask = keep_all (graph);
    g_autoptr (AttriMarks) marks = attri_view__marks_new (graph, wish);
    AttriSubset subset = as_subset (&mask, NULL);
    subset.marks = marks;
    return attri_graph__subset (graph, &subset, stamp);
}

AttriGraph *
attri_view_mark (AttriGraph *graph, const AttriSelection *selection)
{
    g_return_val_if_fail (graph != NULL && selection != NULL, NULL);
    return selection->n_marks > 0 ? mark (graph, selection, &graph->stamp)
                                  : attri_graph_ref (graph);
}

/* The graph with the user's markings; itself if there are none. */
static AttriGraph *
apply_marks (const Run *run, const AttriGraph *graph, GError **error)
{
    if (run->wish.n_marks == 0)
        return attri_graph_ref ((AttriGraph *)graph);
    if (!attri_view__check_marks (graph, &run->wish, error))
        return NULL;
    return mark (graph, &run->wish, &run->stamp);
}

/* Sources are counted by their marking: others that nothing cites any more go too. */
static void
count_tlp (const AttriGraph *before, const AttriGraph *after, const AttriSelection *wish,
           AttriViewReport *report)
{
    report->tlp_claims = before->claims->len - after->claims->len;
    report->tlp_entities = before->entities->len - after->entities->len;
    for (guint32 i = 0; i < before->sources->len; i++)
        report->tlp_sources +=
            attri_tlp_is_above (attri_graph_get_source (before, i)->tlp, wish->max_tlp);
}

static AttriGraph *
apply_tlp (Run *run, const AttriGraph *graph, GError **error)
{
    g_autoptr (AttriGraph) marked = apply_marks (run, graph, error);
    if (marked == NULL || !attri_view__tlp_filter.wanted (&run->wish))
        return g_steal_pointer (&marked);
    AttriGraph *left = apply_filter (run, marked, &attri_view__tlp_filter, error);
    if (left != NULL)
        count_tlp (marked, left, &run->wish, run->report);
    return left;
}

/* What the user does not see unasked; the graph itself if there is nothing of the kind. */
static AttriGraph *
hide (Run *run, const AttriGraph *graph, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    if (!attri_view__mark_hidden (graph, &run->wish, &mask, &run->stamp))
        return attri_graph_ref ((AttriGraph *)graph);
    g_autoptr (AttriGraph) part = cut (run, graph, NULL, &mask);
    return check_left (run, graph, part,
                       "leaving out what is revoked or of a custom type, which --include-revoked "
                       "and --type ask for,",
                       FALSE, error)
               ? g_steal_pointer (&part)
               : NULL;
}

/* The ids of the focus for the wish, whose filters know it by id. */
static void
list_ids (Run *run)
{
    g_ptr_array_set_size (run->ids, 0);
    for (guint i = 0; i < run->focus->len; i++) {
        const AttriFocus *focus = run->focus->pdata[i];
        for (guint j = 0; j < focus->ids->len; j++)
            g_ptr_array_add (run->ids, focus->ids->pdata[j]);
    }
    run->wish.focus = NULL;
    g_ptr_array_add (run->ids, NULL);
    if (run->ids->len > 1)
        run->wish.focus = (const char *const *)run->ids->pdata;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The ids of the focus in byte order, each once and on a line; %NULL without. (transfer full) */
static char *
join_ids (const Run *run)
{
    g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
    g_autoptr (GString) text = g_string_new (NULL);
    if (run->wish.focus == NULL)
        return NULL;
    for (guint i = 0; i + 1 < run->ids->len; i++)
        g_ptr_array_add (sorted, run->ids->pdata[i]);
    g_ptr_array_sort (sorted, compare_ids);
    for (guint i = 0; i < sorted->len; i++) {
        if (i == 0 || strcmp (sorted->pdata[i], sorted->pdata[i - 1]) != 0)
            g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *)sorted->pdata[i]);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The graph with identities folded; itself where the view is strict. */
static AttriGraph *
apply_identity (Run *run, const AttriGraph *graph, GError **error)
{
    if (run->wish.identity == ATTRI_IDENTITY_STRICT)
        return attri_graph_ref ((AttriGraph *)graph);

    g_autofree guint8 *preferred = g_new0 (guint8, graph->entities->len + 1);
    for (guint i = 0; i < run->focus->len; i++) {
        const AttriFocus *focus = run->focus->pdata[i];
        const guint32 row = attri_graph_find_entity (graph, focus->ids->pdata[0]);
        if (focus->ids->len == 1 && row != ATTRI_NONE)
            preferred[row] = 1;
    }
    g_autofree guint32 *into =
        attri_view__find_identities (graph, &run->wish, preferred, run->refusals);
    if (!attri_view__settle_focus (graph, into, &run->wish, run->focus, run->report->notes, error))
        return NULL;
    list_ids (run);
    return attri_graph__fold (graph, into, &run->stamp);
}

/* One filter after the other; takes @graph and gives what is left of it. */
static AttriGraph *
apply_filters (Run *run, AttriGraph *graph, const AttriFilter *filters, guint n, GError **error)
{
    for (guint i = 0; i < n && graph != NULL; i++) {
        if (!filters[i].wanted (&run->wish))
            continue;
        AttriGraph *part = apply_filter (run, graph, &filters[i], error);
        attri_graph_unref (graph);
        graph = part;
    }
    return graph;
}

/* @graph: after the TLP */
static AttriGraph *
run_steps (Run *run, const AttriGraph *graph, GError **error)
{
    guint n;
    guint n_claims;
    const AttriFilter *filters = attri_view__filters (&n, &n_claims);
    AttriGraph *shown = hide (run, graph, error);
    if (shown == NULL)
        return NULL;
    g_autoptr (AttriGraph) said = apply_filters (run, shown, filters, n_claims, error);
    if (said == NULL)
        return NULL;
    AttriGraph *folded = apply_identity (run, said, error);
    if (folded == NULL)
        return NULL;
    g_autoptr (AttriGraph) left =
        apply_filters (run, folded, filters + n_claims, n - n_claims, error);
    if (left != NULL && run->wish.focus != NULL)
        return apply_hops (run, left, error);
    return g_steal_pointer (&left);
}

/* Whether the words of the wish mean something in @graph. */
static gboolean
understand (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes,
            GPtrArray **focus, GError **error)
{
    g_autoptr (GPtrArray) found = attri_view__find_focus (graph, wish, notes, error);
    if (found == NULL || !attri_view__check_words (graph, wish, error))
        return FALSE;
    *focus = g_steal_pointer (&found);
    return TRUE;
}

/* Words are looked up in what the TLP leaves. One that means something only in
 * the whole must fail too, or it would stand in the picture. */
static gboolean
understand_after_tlp (Run *run, const AttriGraph *whole, const AttriGraph *graph, GError **error)
{
    g_autoptr (GError) cause = NULL;
    if (understand (graph, &run->wish, run->report->notes, &run->focus, &cause))
        return TRUE;

    g_autoptr (GPtrArray) unheard = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) before = NULL;
    if (whole != graph && g_error_matches (cause, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN) &&
        understand (whole, &run->wish, unheard, &before, NULL))
        g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                     "%s\nthere was one before --max-tlp took it", cause->message);
    else
        g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
}

/* An alias that led to the focus is told only with its claims. */
static void
forget_asked (const Run *run, AttriGraph *view)
{
    if (view->stamp.asked == NULL)
        return;
    const guint32 row = attri_graph_get_index_at (view, view->stamp.focus.first);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (view, row, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (view, edges[i]);
        if (strcmp (edge->type, "alias") == 0 && strcmp (edge->value, view->stamp.asked) == 0)
            return;
    }
    g_autofree char *asked = attri_text__quote (view->stamp.asked);
    g_autofree char *id = attri_text__quote (attri_graph_get_entity (view, row)->id);
    view->stamp.asked = NULL;
    g_ptr_array_add (run->report->notes,
                     g_strdup_printf ("%s is a name of %s only in what this view leaves out", asked,
                                      id));
}

static void
report_found (const Run *run, const AttriGraph *view)
{
    for (guint i = 0; i < run->focus->len; i++)
        g_ptr_array_add (run->report->found,
                         attri_view__report_focus (view, run->focus->pdata[i], run->report->notes));
}

AttriGraph *
attri_view_select_nothing (const AttriGraph *graph, const AttriSelection *selection)
{
    g_return_val_if_fail (graph != NULL && selection != NULL, NULL);

    const guint32 n = MAX (MAX (graph->entities->len, graph->sources->len),
                           MAX (graph->claims->len, graph->citations->len));
    g_autofree guint8 *none = g_new0 (guint8, MAX (n, graph->saved->len) + 1);
    const AttriSubset subset = {
        .entities = none, .claims = none, .citations = none, .sources = none, .saved = none};
    const AttriStamp stamp = make_stamp (selection, "", "strict");
    return attri_graph__subset (graph, &subset, &stamp);
}

/* "strict", "union", "source:ID" (transfer full) */
static char *
describe_identity (const AttriSelection *wish)
{
    if (wish->identity == ATTRI_IDENTITY_SOURCE)
        return g_strconcat ("source:", wish->identity_source, NULL);
    return g_strdup (wish->identity == ATTRI_IDENTITY_UNION ? "union" : "strict");
}

AttriGraph *
attri_view_select (const AttriGraph *graph, const AttriSelection *selection,
                   AttriViewReport *report, GError **error)
{
    g_return_val_if_fail (graph != NULL && selection != NULL && report != NULL, NULL);

    *report =
        (AttriViewReport){.found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev),
                          .notes = g_ptr_array_new_with_free_func (g_free)};
    g_autofree char *filters = attri_view__describe (selection);
    g_autofree char *identity = describe_identity (selection);
    g_auto (Run) run = {.wish = *selection,
                        .ids = g_ptr_array_new (),
                        .refusals = g_array_new (FALSE, FALSE, sizeof (AttriRefusal)),
                        .report = report,
                        .stamp = make_stamp (selection, filters, identity)};
    g_ptr_array_add (run.ids, NULL);

    g_autoptr (AttriGraph) left = apply_tlp (&run, graph, error);
    if (left == NULL || !understand_after_tlp (&run, graph, left, error))
        return NULL;
    attri_view__note_undated (left, selection, report->notes);
    list_ids (&run);
    g_autofree char *asked_ids = join_ids (&run);
    run.stamp.asked_ids = asked_ids;
    if (run.focus->len > 0) {
        run.stamp.hops = selection->hops;
        run.stamp.asked = ((const AttriFocus *)run.focus->pdata[0])->alias;
    }
    AttriGraph *view = run_steps (&run, left, error);
    if (view == NULL)
        return NULL;
    report_found (&run, view);
    attri_view__note_refusals (view, run.refusals, report->notes);
    forget_asked (&run, view);
    return view;
}
