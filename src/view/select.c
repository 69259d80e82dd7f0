/* SPDX-License-Identifier: MIT
 *
 * select.c: a graph and a wish go in; a smaller graph comes out, owned by the
 * caller and stamped with what it is a view of. Each option in turn cuts a
 * graph out of the last, so that none sees what an earlier one took away:
 * above all not what the TLP took.
 */
#include "base/text-private.h"
#include "view/view-private.h"

#include <string.h>

G_DEFINE_QUARK (attri_view_error, attri_view_error)

/* One run of attri_view_select(). */
typedef struct {
    const AttriSelection *wish;
    AttriStamp stamp;
    GPtrArray *focus; /* utf8: ids, which outlast the change of rows */
} Run;

void
attri_view_report_clear (AttriViewReport *self)
{
    g_clear_pointer (&self->notes, g_ptr_array_unref);
    memset (self, 0, sizeof *self);
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
    };
}

static void
clear_mask (AttriMask *mask)
{
    g_free (mask->entities);
    g_free (mask->claims);
    g_free (mask->citations);
    g_free (mask->sources);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriMask, clear_mask)

static AttriSubset
as_subset (const AttriMask *mask, const GArray *focus)
{
    return (AttriSubset){.entities = mask->entities,
                         .claims = mask->claims,
                         .citations = mask->citations,
                         .sources = mask->sources,
                         .focus = focus};
}

/* An entity that had claims and has none left goes with them. */
static void
drop_bereft (const AttriGraph *graph, const AttriSubset *subset, AttriMask *mask)
{
    g_autofree guint8 *before = g_new0 (guint8, graph->entities->len + 1);
    g_autofree guint8 *after = g_new0 (guint8, graph->entities->len + 1);

    for (guint32 i = 0; i < graph->claims->len; i++) {
        attri_view__mark_ends (graph, i, before);
        if (attri_graph__claim_stays (graph, subset, i))
            attri_view__mark_ends (graph, i, after);
    }
    for (guint32 i = 0; i < graph->entities->len; i++) {
        if (before[i] && !after[i])
            mask->entities[i] = 0;
    }
}

static GArray *
find_focus_rows (const AttriGraph *graph, const GPtrArray *ids)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < ids->len; i++) {
        const guint32 row = attri_graph_find_entity (graph, ids->pdata[i]);
        if (row != ATTRI_NONE)
            g_array_append_val (rows, row);
    }
    return rows;
}

/* FALSE with an error if @option left nothing, or nothing about a focus. */
static gboolean
check_left (const Run *run, const AttriGraph *before, const AttriGraph *after, const char *option,
            GError **error)
{
    for (guint i = 0; i < run->focus->len; i++) {
        if (attri_graph_find_entity (after, run->focus->pdata[i]) != ATTRI_NONE)
            continue;
        g_autofree char *id = attri_text__quote (run->focus->pdata[i]);
        g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                     "nothing is left about %s; %s took the last of it", id, option);
        return FALSE;
    }
    if (attri_graph_get_n_claims (before) > 0 && attri_graph_get_n_claims (after) == 0) {
        const guint32 n = attri_graph_get_n_claims (before);
        g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                     "nothing is left; %s took the last %u claim%s", option, n, n == 1 ? "" : "s");
        return FALSE;
    }
    return TRUE;
}

static AttriGraph *
cut (const Run *run, const AttriGraph *graph, AttriMask *mask)
{
    g_autoptr (GArray) focus = find_focus_rows (graph, run->focus);
    const AttriSubset subset = as_subset (mask, focus);
    drop_bereft (graph, &subset, mask);
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

static AttriGraph *
apply_filter (const Run *run, const AttriGraph *graph, const AttriFilter *filter, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    filter->mark (graph, run->wish, &mask);
    g_autoptr (AttriGraph) part = cut (run, graph, &mask);
    return check_left (run, graph, part, filter->option, error) ? g_steal_pointer (&part) : NULL;
}

static AttriGraph *
apply_hops (Run *run, const AttriGraph *graph, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    g_autoptr (GArray) focus = find_focus_rows (graph, run->focus);
    attri_view__mark_hops (graph, focus, run->wish->hops, &mask);

    run->stamp.hidden_entities = count_masked (mask.entities, graph->entities->len);
    run->stamp.hidden_claims = count_masked (mask.claims, graph->claims->len);
    const AttriSubset subset = as_subset (&mask, focus);
    g_autoptr (AttriGraph) part = attri_graph__subset (graph, &subset, &run->stamp);

    for (guint i = 0; i < focus->len; i++) {
        guint32 outgoing;
        guint32 incoming;
        const char *id = attri_graph_get_entity (graph, g_array_index (focus, guint32, i))->id;
        const guint32 row = attri_graph_find_entity (part, id);
        attri_graph_get_outgoing (part, row, &outgoing);
        attri_graph_get_incoming (part, row, &incoming);
        if (outgoing + incoming == 0 && run->wish->hops > 0) {
            g_autofree char *quoted = attri_text__quote (id);
            g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                         "nothing is left about %s; no claim has it at either end", quoted);
            return NULL;
        }
    }
    return g_steal_pointer (&part);
}

static void
note_undated (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes)
{
    guint unsaid = 0;
    guint unrecorded = 0;
    for (guint32 i = 0; i < graph->claims->len; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        unsaid += !attri_date_is_set (claim->said_on);
        unrecorded += !attri_date_is_set (claim->recorded);
    }
    if (attri_date_is_set (wish->as_of) && unsaid > 0)
        g_ptr_array_add (notes, g_strdup_printf ("--as-of leaves out %u claim%s whose source bears "
                                                 "no date",
                                                 unsaid, unsaid == 1 ? "" : "s"));
    if (attri_date_is_set (wish->known_on) && unrecorded > 0)
        g_ptr_array_add (notes, g_strdup_printf ("--known-on leaves out %u claim%s of which it is "
                                                 "not said when it was recorded",
                                                 unrecorded, unrecorded == 1 ? "" : "s"));
}

/* The graph with the user's markings; itself if there are none. */
static AttriGraph *
apply_marks (const Run *run, const AttriGraph *graph, GError **error)
{
    if (run->wish->n_marks == 0)
        return attri_graph_ref ((AttriGraph *)graph);
    if (!attri_view__check_marks (graph, run->wish, error))
        return NULL;
    g_auto (AttriMask) mask = keep_all (graph);
    g_autoptr (AttriMarks) marks = attri_view__marks_new (graph, run->wish);
    AttriSubset subset = as_subset (&mask, NULL);
    subset.marks = marks;
    return attri_graph__subset (graph, &subset, &run->stamp);
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
            attri_view__is_above (attri_graph_get_source (before, i)->tlp, wish->max_tlp);
}

static AttriGraph *
apply_tlp (const Run *run, const AttriGraph *graph, AttriViewReport *report, GError **error)
{
    g_autoptr (AttriGraph) marked = apply_marks (run, graph, error);
    if (marked == NULL || !attri_view__tlp_filter.wanted (run->wish))
        return g_steal_pointer (&marked);
    AttriGraph *left = apply_filter (run, marked, &attri_view__tlp_filter, error);
    if (left != NULL)
        count_tlp (marked, left, run->wish, report);
    return left;
}

/* What the user does not see unasked; the graph itself if there is nothing of the kind. */
static AttriGraph *
hide (Run *run, const AttriGraph *graph, GError **error)
{
    g_auto (AttriMask) mask = keep_all (graph);
    if (!attri_view__mark_hidden (graph, run->wish, &mask, &run->stamp))
        return attri_graph_ref ((AttriGraph *)graph);
    g_autoptr (AttriGraph) part = cut (run, graph, &mask);
    return check_left (run, graph, part, "leaving out what is revoked or of a custom type", error)
               ? g_steal_pointer (&part)
               : NULL;
}

/* @graph: after the TLP, and with a wish that names its focus by id */
static AttriGraph *
run_steps (Run *run, const AttriGraph *graph, GError **error)
{
    guint n;
    const AttriFilter *filters = attri_view__filters (&n);
    g_autoptr (AttriGraph) current = hide (run, graph, error);

    for (guint i = 0; i < n && current != NULL; i++) {
        if (!filters[i].wanted (run->wish))
            continue;
        AttriGraph *part = apply_filter (run, current, &filters[i], error);
        attri_graph_unref (current);
        current = part;
    }
    if (current != NULL && run->focus->len > 0)
        return apply_hops (run, current, error);
    return g_steal_pointer (&current);
}

/* Whether the words of the wish mean something in @graph; @rows (out): the focus. */
static gboolean
understand (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes, GArray **rows,
            GError **error)
{
    g_autoptr (GArray) focus = attri_view__find_focus (graph, wish, notes, error);
    if (focus == NULL || !attri_view__check_words (graph, wish, error))
        return FALSE;
    *rows = g_steal_pointer (&focus);
    return TRUE;
}

/* Words are looked up in what the TLP leaves. One that means something only in
 * the whole must fail too, or it would stand in the picture. */
static gboolean
understand_after_tlp (const AttriGraph *whole, const AttriGraph *graph, const AttriSelection *wish,
                      GPtrArray *notes, GArray **rows, GError **error)
{
    g_autoptr (GError) cause = NULL;
    if (understand (graph, wish, notes, rows, &cause))
        return TRUE;

    g_autoptr (GPtrArray) unheard = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) before = NULL;
    if (whole != graph && g_error_matches (cause, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN) &&
        understand (whole, wish, unheard, &before, NULL))
        g_set_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_EMPTY,
                     "%s\nthere was one before --max-tlp took it", cause->message);
    else
        g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
}

/* The ids of @rows, which outlast the change of rows. */
static GPtrArray *
list_ids (const AttriGraph *graph, const GArray *rows)
{
    GPtrArray *ids = g_ptr_array_new ();
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (
            ids, (char *)attri_graph_get_entity (graph, g_array_index (rows, guint32, i))->id);
    return ids;
}

AttriGraph *
attri_view_select (const AttriGraph *graph, const AttriSelection *selection,
                   AttriViewReport *report, GError **error)
{
    g_return_val_if_fail (graph != NULL && selection != NULL && report != NULL, NULL);

    *report = (AttriViewReport){.notes = g_ptr_array_new_with_free_func (g_free)};
    g_autofree char *filters = attri_view__describe (selection);
    g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
    Run run = {.wish = selection,
               .focus = nobody,
               .stamp = {.as_of = selection->as_of,
                         .known_on = selection->known_on,
                         .identity = "strict",
                         .filters = filters,
                         .types_chosen = selection->types != NULL}};

    g_autoptr (AttriGraph) left = apply_tlp (&run, graph, report, error);
    if (left == NULL)
        return NULL;
    g_autoptr (GArray) rows = NULL;
    if (!understand_after_tlp (graph, left, selection, report->notes, &rows, error))
        return NULL;
    note_undated (left, selection, report->notes);

    /* From here on the focus is meant by id. */
    g_autoptr (GPtrArray) focus = list_ids (left, rows);
    g_autofree const char **ids = g_new0 (const char *, focus->len + 1);
    for (guint i = 0; i < focus->len; i++)
        ids[i] = focus->pdata[i];
    AttriSelection wish = *selection;
    wish.focus = focus->len > 0 ? ids : NULL;
    run.wish = &wish;
    run.focus = focus;
    run.stamp.hops = focus->len > 0 ? selection->hops : 0;
    return run_steps (&run, left, error);
}
