/* SPDX-License-Identifier: MIT
 *
 * stix-compare.c: two versions of one object go in, the order of what we read of
 * them comes out. What we do not read, and how it was written, makes no
 * difference.
 */
#include "read/stix-settle.h"

#include "model/compare-private.h"
#include "read/stix-own.h"

#include <string.h>

/* What one version says and the other does not is no contradiction: the same object has less to
 * say in STIX 2.0 than in 2.1. So asked whether they contradict each other (@lax), what is absent
 * agrees with everything; asked for their order, it comes last. */
static int
order_absent (gconstpointer a, gconstpointer b, gboolean lax)
{
    return lax ? 0 : (a == NULL) - (b == NULL);
}

static int
compare_texts (const char *a, const char *b, gboolean lax)
{
    return a == NULL || b == NULL ? order_absent (a, b, lax) : strcmp (a, b);
}

static int
compare_dates (AttriDate a, AttriDate b, gboolean lax)
{
    if (lax && !(attri_date_is_set (a) && attri_date_is_set (b)))
        return 0;
    return attri_order__date (a, b);
}

static int
compare_ids (const StixId *a, const StixId *b, gboolean lax)
{
    return a == NULL || b == NULL ? order_absent (a, b, lax) : strcmp (a->text, b->text);
}

static int
compare_id_lists (StixId *const *a, StixId *const *b, gboolean lax)
{
    if (a == NULL || b == NULL)
        return order_absent (a, b, lax);
    while (*a != NULL && *a == *b) {
        a++;
        b++;
    }
    return compare_ids (*a, *b, FALSE);
}

static int
compare_reports (const StixReport *a, const StixReport *b)
{
    if (a == NULL || b == NULL)
        return order_absent (a, b, FALSE);
    const int order = g_strcmp0 (a->url, b->url);
    return order != 0 ? order : g_strcmp0 (a->name, b->name);
}

static int
compare_report_lists (StixReport *const *a, StixReport *const *b, gboolean lax)
{
    if (a == NULL || b == NULL)
        return order_absent (a, b, lax);
    while (*a != NULL && *a == *b) {
        a++;
        b++;
    }
    return compare_reports (*a, *b);
}

static int
compare_common (const StixObject *a, const StixObject *b, gboolean lax)
{
    const int orders[] = {
        attri_order__u32 (a->kind, b->kind),
        strcmp (a->type, b->type),
        compare_texts (a->name, b->name, lax),
        compare_texts (a->description, b->description, lax),
        compare_ids (a->creator, b->creator, lax),
        compare_dates (a->created, b->created, lax),
        compare_dates (a->first, b->first, lax),
        compare_dates (a->last, b->last, lax),
        attri_order__u32 (a->tlp, b->tlp),
        lax && (a->confidence < 0 || b->confidence < 0) ? 0 : b->confidence - a->confidence,
        attri_order__u32 (a->revoked, b->revoked),
        attri_order__u32 (a->deprecated, b->deprecated),
        lax ? 0 : attri_order__u32 (b->is_family, a->is_family),
        compare_id_lists (a->markings, b->markings, lax),
        compare_id_lists (a->part_markings, b->part_markings, lax),
        compare_id_lists (a->refs, b->refs, lax),
        compare_texts (a->own != NULL ? a->own->text : NULL, b->own != NULL ? b->own->text : NULL,
                       lax),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_aliases (const StixObject *a, const StixObject *b)
{
    int order = attri_order__u32 (b->n_aliases, a->n_aliases);

    for (guint i = 0; order == 0 && i < a->n_aliases; i++) {
        const int orders[] = {
            strcmp (a->aliases[i].name, b->aliases[i].name),
            compare_texts (a->aliases[i].wording, b->aliases[i].wording, FALSE),
            compare_report_lists (a->aliases[i].cites, b->aliases[i].cites, FALSE),
        };
        order = ATTRI_FIRST_ORDER (orders);
    }
    return order;
}

static int
compare_references (const StixObject *a, const StixObject *b)
{
    int order = attri_order__u32 (b->n_references, a->n_references);

    for (guint i = 0; order == 0 && i < a->n_references; i++)
        order = attri_order__reference (&a->references[i], &b->references[i]);
    return order;
}

static int
compare_edges (const StixObject *a, const StixObject *b)
{
    int order = attri_order__u32 (b->n_edges, a->n_edges);

    for (guint i = 0; order == 0 && i < a->n_edges; i++) {
        const int orders[] = {strcmp (a->edges[i].relation, b->edges[i].relation),
                              compare_ids (a->edges[i].to, b->edges[i].to, FALSE)};
        order = ATTRI_FIRST_ORDER (orders);
    }
    return order;
}

static int
compare_entities (const StixObject *a, const StixObject *b, gboolean lax)
{
    const int orders[] = {
        compare_texts (a->country, b->country, lax),
        compare_texts (a->identity_class, b->identity_class, lax),
        lax && (a->n_aliases == 0 || b->n_aliases == 0) ? 0 : compare_aliases (a, b),
        lax && (a->n_references == 0 || b->n_references == 0) ? 0 : compare_references (a, b),
        lax && (a->n_edges == 0 || b->n_edges == 0) ? 0 : compare_edges (a, b),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_statements (const StixObject *a, const StixObject *b, gboolean lax)
{
    const int orders[] = {
        compare_ids (a->from, b->from, lax),
        compare_ids (a->to, b->to, lax),
        strcmp (a->relation, b->relation),
        compare_report_lists (a->reports, b->reports, lax),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_objects (const StixObject *a, const StixObject *b, gboolean lax)
{
    const int order = compare_common (a, b, lax);

    if (order != 0)
        return order;
    switch (a->kind) {
    case STIX_ENTITY:
        return compare_entities (a, b, lax);
    case STIX_RELATIONSHIP:
    case STIX_SIGHTING:
        return compare_statements (a, b, lax);
    case STIX_REPORT:
    case STIX_NOTE:
    case STIX_OPINION:
    case STIX_SOURCE:
    case STIX_COLLECTION:
    case STIX_MARKING:
    case STIX_IGNORED:
    default: {
        const int orders[] = {compare_texts (a->url, b->url, lax),
                              compare_texts (a->word, b->word, lax)};
        return ATTRI_FIRST_ORDER (orders);
    }
    }
}

int
stix_object_compare (const StixObject *a, const StixObject *b)
{
    return compare_objects (a, b, FALSE);
}

gboolean
stix_object_contradicts (const StixObject *a, const StixObject *b)
{
    return compare_objects (a, b, TRUE) != 0;
}
