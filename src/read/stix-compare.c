/* SPDX-License-Identifier: MIT
 *
 * stix-compare.c: two versions of one object go in, the order of what we read of
 * them comes out. What we do not read, and how it was written, makes no
 * difference.
 */
#include "read/stix-settle.h"

#include "model/compare-private.h"

static int
compare_ids (const StixId *a, const StixId *b)
{
    return g_strcmp0 (a != NULL ? a->text : NULL, b != NULL ? b->text : NULL);
}

static int
compare_id_lists (StixId *const *a, StixId *const *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    while (*a != NULL && *a == *b) {
        a++;
        b++;
    }
    return compare_ids (*a, *b);
}

static int
compare_reports (const StixReport *a, const StixReport *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    const int order = g_strcmp0 (a->url, b->url);
    return order != 0 ? order : g_strcmp0 (a->name, b->name);
}

static int
compare_report_lists (StixReport *const *a, StixReport *const *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    while (*a != NULL && *a == *b) {
        a++;
        b++;
    }
    return compare_reports (*a, *b);
}

static int
compare_common (const StixObject *a, const StixObject *b)
{
    const int orders[] = {
        attri_order__u32 (a->kind, b->kind),
        g_strcmp0 (a->type, b->type),
        g_strcmp0 (a->name, b->name),
        g_strcmp0 (a->description, b->description),
        compare_ids (a->creator, b->creator),
        attri_order__date (a->created, b->created),
        attri_order__date (a->first, b->first),
        attri_order__date (a->last, b->last),
        attri_order__u32 (a->tlp, b->tlp),
        a->confidence - b->confidence,
        attri_order__u32 (a->revoked, b->revoked),
        attri_order__u32 (a->deprecated, b->deprecated),
        attri_order__u32 (a->is_family, b->is_family),
        compare_id_lists (a->markings, b->markings),
        compare_id_lists (a->refs, b->refs),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_aliases (const StixObject *a, const StixObject *b)
{
    int order = attri_order__u32 (a->n_aliases, b->n_aliases);

    for (guint i = 0; order == 0 && i < a->n_aliases; i++) {
        const int orders[] = {
            g_strcmp0 (a->aliases[i].name, b->aliases[i].name),
            g_strcmp0 (a->aliases[i].wording, b->aliases[i].wording),
            compare_report_lists (a->aliases[i].cites, b->aliases[i].cites),
        };
        order = ATTRI_FIRST_ORDER (orders);
    }
    return order;
}

static int
compare_entities (const StixObject *a, const StixObject *b)
{
    const int first[] = {
        g_strcmp0 (a->country, b->country),
        g_strcmp0 (a->identity_class, b->identity_class),
        attri_order__u32 (a->n_references, b->n_references),
        attri_order__u32 (a->n_edges, b->n_edges),
        compare_aliases (a, b),
    };
    int order = ATTRI_FIRST_ORDER (first);

    for (guint i = 0; order == 0 && i < a->n_references; i++)
        order = attri_order__reference (&a->references[i], &b->references[i]);
    for (guint i = 0; order == 0 && i < a->n_edges; i++) {
        const int edge[] = {g_strcmp0 (a->edges[i].relation, b->edges[i].relation),
                            compare_ids (a->edges[i].to, b->edges[i].to)};
        order = ATTRI_FIRST_ORDER (edge);
    }
    return order;
}

static int
compare_statements (const StixObject *a, const StixObject *b)
{
    const int orders[] = {
        compare_ids (a->from, b->from),
        compare_ids (a->to, b->to),
        g_strcmp0 (a->relation, b->relation),
        compare_report_lists (a->reports, b->reports),
    };
    return ATTRI_FIRST_ORDER (orders);
}

int
stix_object_compare (const StixObject *a, const StixObject *b)
{
    const int order = compare_common (a, b);

    if (order != 0)
        return order;
    switch (a->kind) {
    case STIX_ENTITY:
        return compare_entities (a, b);
    case STIX_RELATIONSHIP:
    case STIX_SIGHTING:
        return compare_statements (a, b);
    case STIX_REPORT:
    case STIX_NOTE:
    case STIX_OPINION:
    case STIX_COLLECTION:
    case STIX_MARKING:
    case STIX_IGNORED:
    default: {
        const int orders[] = {g_strcmp0 (a->url, b->url), g_strcmp0 (a->word, b->word)};
        return ATTRI_FIRST_ORDER (orders);
    }
    }
}
