/* SPDX-License-Identifier: MIT
 *
 * notes.c: what a view leaves out goes in; what the user should be told of it
 * on standard error comes out.
 */
#include "base/text-private.h"
#include "view/view-private.h"

void
attri_view__note_undated (const AttriGraph *graph, const AttriSelection *wish, GPtrArray *notes)
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

#define MOST_REFUSALS 5

static void
note_refusal (const AttriRefusal *refusal, GPtrArray *notes)
{
    g_autofree char *a = attri_text__quote (refusal->a);
    g_autofree char *b = attri_text__quote (refusal->b);
    if (refusal->because_a == NULL) {
        g_ptr_array_add (notes, g_strdup_printf ("--identity leaves %s and %s two: what equates "
                                                 "them is disputed",
                                                 a, b));
        return;
    }
    g_autofree char *c = attri_text__quote (refusal->because_a);
    g_autofree char *d = attri_text__quote (refusal->because_b);
    g_ptr_array_add (notes, g_strdup_printf ("--identity leaves %s and %s two: %s would be %s "
                                             "then, which somebody denies",
                                             a, b, c, d));
}

void
attri_view__note_refusals (const AttriGraph *view, const GArray *refusals, GPtrArray *notes)
{
    guint shown = 0;
    for (guint i = 0; i < refusals->len; i++) {
        const AttriRefusal *refusal = &g_array_index (refusals, AttriRefusal, i);
        if (attri_graph_find_entity (view, refusal->a) == ATTRI_NONE &&
            attri_graph_find_entity (view, refusal->b) == ATTRI_NONE)
            continue;
        if (shown++ < MOST_REFUSALS)
            note_refusal (refusal, notes);
    }
    if (shown > MOST_REFUSALS)
        g_ptr_array_add (notes, g_strdup_printf ("--identity leaves %u more pairs two",
                                                 shown - MOST_REFUSALS));
}

void
attri_view__note_unsupported (guint n, guint of, const AttriSelection *wish, GPtrArray *notes)
{
    if (n == 0)
        return;
    g_ptr_array_add (notes, g_strdup_printf ("--min-sources %u leaves out %u of %u relation%s, "
                                             "which fewer independent publishers say",
                                             wish->min_sources, n, of, of == 1 ? "" : "s"));
}
