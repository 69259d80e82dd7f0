/* SPDX-License-Identifier: MIT
 *
 * In:  the claims of an edge.
 * Out: statements, each with the claims that make it and all that these cite.
 */
#include "tell/statement.h"

#include <string.h>

/* ---- whether two claims are one statement ---- */

static gboolean
agree (const char *a, const char *b)
{
    return a == NULL || b == NULL || strcmp (a, b) == 0;
}

static gboolean
agree_on_date (AttriDate a, AttriDate b)
{
    return !attri_date_is_set (a) || !attri_date_is_set (b) || attri_date_compare (a, b) == 0;
}

static gboolean
have_same_places (const AttriGraph *graph, const AttriClaim *a, const AttriClaim *b)
{
    for (guint32 i = 0; i < a->in.count && i < b->in.count; i++)
        if (attri_graph_get_index_at (graph, a->in.first + i) !=
            attri_graph_get_index_at (graph, b->in.first + i))
            return FALSE;
    return a->in.count == b->in.count;
}

/* Whether both stand, or fell, in the same way. */
static gboolean
have_same_standing (const AttriClaim *a, const AttriClaim *b)
{
    return a->stance == b->stance && a->hedge == b->hedge && !a->revoked == !b->revoked &&
           !a->deprecated == !b->deprecated && !a->withdrawn == !b->withdrawn &&
           a->change == b->change && g_strcmp0 (a->was, b->was) == 0;
}

static gboolean
say_same (const AttriGraph *graph, const AttriClaim *a, const AttriClaim *b)
{
    return a->claimant == b->claimant && have_same_standing (a, b) &&
           attri_date_compare (a->said_on, b->said_on) == 0 && a->groups == b->groups &&
           a->of == b->of && !a->ongoing == !b->ongoing && have_same_places (graph, a, b) &&
           (a->confidence < 0 || b->confidence < 0 || a->confidence == b->confidence) &&
           agree (a->confidence_word, b->confidence_word) && agree (a->purpose, b->purpose) &&
           agree (a->wording, b->wording) && agree_on_date (a->since, b->since) &&
           agree_on_date (a->start_time, b->start_time) &&
           agree_on_date (a->stop_time, b->stop_time) && g_strcmp0 (a->said_of, b->said_of) == 0 &&
           g_strcmp0 (a->said_to, b->said_to) == 0 && g_strcmp0 (a->folded, b->folded) == 0;
}

/* ---- statements ---- */

/* Whether @a says no more than where it was read, and @b was read there, too. */
static gboolean
adds_nothing (const AttriCitation *a, const AttriCitation *b)
{
    return a->source == b->source && a->locator == NULL && a->reading == ATTRI_READING_UNSTATED &&
           a->cites == ATTRI_NONE && a->credibility == 0;
}

static void
add_citation (AttriStatement *self, const AttriCitation *citation)
{
    for (guint i = 0; i < self->citations->len; i++) {
        if (adds_nothing (citation, self->citations->pdata[i]))
            return;
        if (adds_nothing (self->citations->pdata[i], citation)) {
            self->citations->pdata[i] = (gpointer)citation;
            return;
        }
    }
    g_ptr_array_add (self->citations, (gpointer)citation);
}

static void
add_claim (AttriStatement *self, const AttriGraph *graph, const AttriClaim *claim)
{
    if (self->claims->len == 0)
        self->claim = *claim;
    if (self->claim.wording == NULL)
        self->claim.wording = claim->wording;
    g_ptr_array_add (self->claims, (gpointer)claim);
    for (guint32 i = 0; i < claim->citations.count; i++)
        add_citation (self, attri_graph_get_citation (graph, claim->citations.first + i));
}

AttriStatement *
attri_statement__new (const AttriGraph *graph, const AttriClaim *claim)
{
    AttriStatement *self = g_new0 (AttriStatement, 1);
    self->claims = g_ptr_array_new ();
    self->citations = g_ptr_array_new ();
    add_claim (self, graph, claim);
    return self;
}

void
attri_statement__free (AttriStatement *self)
{
    g_ptr_array_unref (self->claims);
    g_ptr_array_unref (self->citations);
    g_free (self);
}

static gboolean
takes (const AttriStatement *self, const AttriGraph *graph, const AttriClaim *claim)
{
    for (guint i = 0; i < self->claims->len; i++)
        if (!say_same (graph, self->claims->pdata[i], claim))
            return FALSE;
    return TRUE;
}

GPtrArray *
attri_statement__list (const AttriGraph *graph, AttriRange claims)
{
    GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_statement__free);
    for (guint32 i = 0; i < claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, claims.first + i);
        guint at = 0;
        while (at < list->len && !takes (list->pdata[at], graph, claim))
            at++;
        if (at < list->len)
            add_claim (list->pdata[at], graph, claim);
        else
            g_ptr_array_add (list, attri_statement__new (graph, claim));
    }
    return list;
}
