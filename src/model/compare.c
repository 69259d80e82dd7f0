/* SPDX-License-Identifier: MIT
 *
 * compare.c: two rows go in, their order comes out. All orders are total over
 * the fields they name, so that a sort leaves no room for the order of input.
 */
#include "model/compare-private.h"

#include <string.h>

#include <string.h>

int
attri_order__first (const int *orders, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (orders[i] != 0)
            return orders[i];
    }
    return 0;
}

int
attri_order__u32 (guint32 a, guint32 b)
{
    return (a > b) - (a < b);
}

int
attri_order__date (AttriDate a, AttriDate b)
{
    const int orders[] = {attri_order__u32 (a.year, b.year), attri_order__u32 (a.month, b.month),
                          attri_order__u32 (a.day, b.day)};
    return ATTRI_FIRST_ORDER (orders);
}

gboolean
attri_order__better_id (const char *a, const char *b)
{
    const gsize n_a = strlen (a);
    const gsize n_b = strlen (b);
    return n_a != n_b ? n_a < n_b : strcmp (a, b) < 0;
}

void
attri_order__take_earlier (AttriDate *date, AttriDate other)
{
    const int orders[] = {attri_date_compare (other, *date), attri_order__date (other, *date)};
    if (attri_date_is_set (other) && (!attri_date_is_set (*date) || ATTRI_FIRST_ORDER (orders) < 0))
        *date = other;
}

int
attri_order__place (AttriPlace a, AttriPlace b)
{
    const int orders[] = {g_strcmp0 (a.file, b.file), attri_order__u32 (a.line, b.line),
                          attri_order__u32 (a.column, b.column)};
    return ATTRI_FIRST_ORDER (orders);
}

int
attri_order__ids (const char *const *a, const char *const *b)
{
    gsize i = 0;
    if (a == NULL || b == NULL)
        return (a != NULL && a[0] != NULL) - (b != NULL && b[0] != NULL);
    while (a[i] != NULL && g_strcmp0 (a[i], b[i]) == 0)
        i++;
    return g_strcmp0 (a[i], b[i]);
}

int
attri_order__source (const AttriSource *a, const AttriSource *b)
{
    const int orders[] = {
        g_strcmp0 (a->title, b->title),
        g_strcmp0 (a->publisher, b->publisher),
        attri_order__date (a->published, b->published),
        attri_order__date (a->retrieved, b->retrieved),
        g_strcmp0 (a->url, b->url),
        g_strcmp0 (a->lang, b->lang),
        g_strcmp0 (a->translated, b->translated),
        attri_order__u32 (a->kind, b->kind),
        attri_order__u32 (a->read != FALSE, b->read != FALSE),
        attri_order__u32 ((guchar)a->reliability, (guchar)b->reliability),
        attri_order__u32 (a->tlp, b->tlp),
    };
    return ATTRI_FIRST_ORDER (orders);
}

int
attri_order__entity (const AttriEntity *a, const AttriEntity *b)
{
    const int orders[] = {
        g_strcmp0 (a->type, b->type),
        g_strcmp0 (a->name, b->name),
        g_strcmp0 (a->description, b->description),
        g_strcmp0 (a->country, b->country),
        g_strcmp0 (a->identity_class, b->identity_class),
        attri_order__date (a->first_seen, b->first_seen),
        attri_order__date (a->last_seen, b->last_seen),
        attri_order__u32 (a->is_family != FALSE, b->is_family != FALSE),
        attri_order__u32 (a->provisional != FALSE, b->provisional != FALSE),
        attri_order__u32 (a->revoked != FALSE, b->revoked != FALSE),
        attri_order__u32 (a->deprecated != FALSE, b->deprecated != FALSE),
        attri_order__u32 (a->tlp, b->tlp),
    };
    return ATTRI_FIRST_ORDER (orders);
}

int
attri_order__reference (const AttriReference *a, const AttriReference *b)
{
    const int orders[] = {g_strcmp0 (a->source, b->source),
                          g_strcmp0 (a->external_id, b->external_id), g_strcmp0 (a->url, b->url),
                          g_strcmp0 (a->description, b->description)};
    return ATTRI_FIRST_ORDER (orders);
}

int
attri_order__citation (const AttriCitation *a, const AttriCitation *b)
{
    const int orders[] = {
        attri_order__u32 (a->source, b->source), g_strcmp0 (a->locator, b->locator),
        g_strcmp0 (a->quote, b->quote),          attri_order__u32 (a->reading, b->reading),
        attri_order__u32 (a->cites, b->cites),   attri_order__u32 (a->credibility, b->credibility),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
order_assessments (const AttriAssessment *a, const AttriAssessment *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    const int orders[] = {g_strcmp0 (a->confidence, b->confidence), g_strcmp0 (a->by, b->by),
                          g_strcmp0 (a->why, b->why), attri_order__date (a->date, b->date)};
    return ATTRI_FIRST_ORDER (orders);
}

AttriTlp
attri_tlp__join (AttriTlp a, AttriTlp b)
{
    const AttriTlp strictest = MAX (a, b);
    return strictest == ATTRI_TLP_CLEAR ? MIN (a, b) : strictest;
}

int
attri_order__content (const AttriClaim *a, const AttriClaim *b)
{
    const int orders[] = {
        attri_order__date (a->start_time, b->start_time),
        g_strcmp0 (a->id, b->id),
        attri_order__u32 (a->groups, b->groups),
        attri_order__u32 (a->of, b->of),
        (a->confidence > b->confidence) - (a->confidence < b->confidence),
        attri_order__u32 (a->stance, b->stance),
        attri_order__u32 (a->hedge, b->hedge),
        attri_order__u32 (a->ongoing != FALSE, b->ongoing != FALSE),
        attri_order__u32 (a->revoked != FALSE, b->revoked != FALSE),
        attri_order__u32 (a->deprecated != FALSE, b->deprecated != FALSE),
        attri_order__u32 (a->tlp, b->tlp),
        g_strcmp0 (a->confidence_word, b->confidence_word),
        g_strcmp0 (a->purpose, b->purpose),
        g_strcmp0 (a->wording, b->wording),
        g_strcmp0 (a->note, b->note),
        g_strcmp0 (a->revoked_reason, b->revoked_reason),
        attri_order__date (a->since, b->since),
        attri_order__date (a->stop_time, b->stop_time),
        attri_order__date (a->revoked_on, b->revoked_on),
        attri_order__date (a->created, b->created),
        order_assessments (a->assessment, b->assessment),
    };
    return ATTRI_FIRST_ORDER (orders);
}

int
attri_order__run (AttriRange a, AttriRange b, const GArray *indexes)
{
    for (guint32 i = 0; i < a.count && i < b.count; i++) {
        const int order = attri_order__u32 (g_array_index (indexes, guint32, a.first + i),
                                            g_array_index (indexes, guint32, b.first + i));
        if (order != 0)
            return order;
    }
    return attri_order__u32 (a.count, b.count);
}

int
attri_order__claim (const AttriClaim *a, const AttriClaim *b, const GArray *indexes)
{
    if (a->from != b->from)
        return attri_order__u32 (a->from, b->from);
    const int orders[] = {
        strcmp (a->type, b->type),
        attri_order__u32 (a->to, b->to),
        g_strcmp0 (a->value, b->value),
        attri_order__u32 (a->claimant, b->claimant),
        attri_order__run (a->in, b->in, indexes),
    };
    const int order = ATTRI_FIRST_ORDER (orders);
    return order != 0 ? order : attri_order__content (a, b);
}
