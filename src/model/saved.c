/* SPDX-License-Identifier: MIT
 *
 * saved.c: the views that a case saves: drafts of all files go in, one row for each id comes out,
 * by id. What two files say differently under one id is an error.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <stdlib.h>
#include <string.h>

const char *const *
attri_view_option_list (void)
{
    static const char *const names[] = {"as-of",           "hops",        "identity",
                                        "include-revoked", "known-on",    "max-tlp",
                                        "min-confidence",  "min-sources", "page",
                                        "relationship",    "source",      "stated-only",
                                        "theme",           "type",        "view",
                                        "without-source",  NULL};
    return names;
}

static int
compare_options (const AttriSavedView *x, const AttriSavedView *y)
{
    int order = attri_order__u32 (x->n_options, y->n_options);
    for (guint i = 0; order == 0 && i < x->n_options; i++) {
        order = strcmp (x->options[i].name, y->options[i].name);
        if (order == 0)
            order = strcmp (x->options[i].value, y->options[i].value);
    }
    return order;
}

/* But for where they stand. */
static int
compare_contents (const AttriSavedDraft *x, const AttriSavedDraft *y)
{
    const int orders[] = {
        strcmp (x->row.id, y->row.id),
        attri_order__ids (x->focus, y->focus),
        compare_options (&x->row, &y->row),
        g_strcmp0 (x->row.title, y->row.title),
        g_strcmp0 (x->row.subtitle, y->row.subtitle),
        g_strcmp0 (x->row.judgement, y->row.judgement),
        g_strcmp0 (x->row.confidence, y->row.confidence),
        g_strcmp0 (x->row.by, y->row.by),
        attri_order__date (x->row.date, y->row.date),
        g_strcmp0 (x->row.alternative, y->row.alternative),
        attri_order__u32 (x->row.tlp, y->row.tlp),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
    const AttriSavedDraft *x = a;
    const AttriSavedDraft *y = b;
    const int orders[] = {
        strcmp (x->row.id, y->row.id),
        attri_order__place (x->row.place, y->row.place),
        compare_contents (x, y),
    };
    return ATTRI_FIRST_ORDER (orders);
}

void
attri_graph__add_focus (AttriGraph *self, AttriRange *focus, guint32 entity)
{
    for (guint32 i = 0; i < focus->count; i++)
        if (attri_graph_get_index_at (self, focus->first + i) == entity)
            return;
    g_array_append_val (self->indexes, entity);
    focus->count++;
}

/* In the order in which the case has them: the first is the centre. */
static void
find_focus (AttriBuild *build, AttriSavedDraft *draft)
{
    draft->row.focus = (AttriRange){build->graph->indexes->len, 0};
    for (guint i = 0; draft->focus != NULL && draft->focus[i] != NULL; i++) {
        const guint32 row = attri_build__find_entity (build, draft->focus[i], draft->row.place,
                                                      draft->pointer, "focus");
        if (row != ATTRI_NONE)
            attri_graph__add_focus (build->graph, &draft->row.focus, row);
    }
}

void
attri_build__saved_views (AttriBuild *build)
{
    GArray *drafts = build->builder->saved;
    g_array_sort (drafts, compare_drafts);
    for (guint i = 0; i < drafts->len; i++) {
        AttriSavedDraft *draft = &g_array_index (drafts, AttriSavedDraft, i);
        const AttriSavedDraft *last =
            i > 0 ? &g_array_index (drafts, AttriSavedDraft, i - 1) : NULL;
        if (last != NULL && strcmp (last->row.id, draft->row.id) == 0) {
            if (compare_contents (last, draft) == 0)
                continue;
            g_autofree char *id = attri_text__quote (draft->row.id);
            g_autofree char *at = attri_build__describe_place (last->row.place);
            attri_findings_add (build->findings, attri_model__rule (RULE_DUPLICATE_VIEW),
                                draft->row.place, draft->pointer,
                                "view %s is saved otherwise at %s; expected one view for an id", id,
                                at);
            continue;
        }
        find_focus (build, draft);
        g_array_append_val (build->graph->saved, draft->row);
    }
}

guint32
attri_graph_get_n_saved_views (const AttriGraph *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->saved->len;
}

const AttriSavedView *
attri_graph_get_saved_view (const AttriGraph *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->saved->len, NULL);
    return &g_array_index (self->saved, AttriSavedView, index);
}

static int
compare_id (const void *id, const void *view)
{
    return strcmp (id, ((const AttriSavedView *)view)->id);
}

const AttriSavedView *
attri_graph_find_saved_view (const AttriGraph *self, const char *id)
{
    g_return_val_if_fail (self != NULL && id != NULL, NULL);
    if (self->saved->len == 0)
        return NULL;
    return bsearch (id, self->saved->data, self->saved->len, sizeof (AttriSavedView), compare_id);
}
