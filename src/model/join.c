/* SPDX-License-Identifier: MIT
 *
 * join.c: which records are one entity. Records with one id are; so are
 * records that bear the same external id of the same authority and are of one
 * kind. A record that bears two ids of one authority is not joined through
 * that authority, and a chain that would bring two together is not made.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* That some record bears an external id. */
typedef struct {
    const char *authority;
    const char *external_id;
    const char *kind; /* a group and a technique may share a number, but are not one */
    guint32 body;     /* the lowest record with the same id as the bearer */
    guint32 root;     /* what the body was joined into */
} Bearing;

/* What must agree for a join: the type, or for actors and tools what it is to
 * us, because one feed's tool is another's malware. */
static const char *
kind_of (const char *type)
{
    switch (attri_type_info (type)->role) {
    case ATTRI_ROLE_ACTOR:
        return "intrusion-set";
    case ATTRI_ROLE_TOOL:
        return "tool";
    default:
        return type;
    }
}

static int
compare_bearers (gconstpointer a, gconstpointer b)
{
    const Bearing *x = a;
    const Bearing *y = b;
    const int orders[] = {attri_order__u32 (x->root, y->root), strcmp (x->authority, y->authority),
                          strcmp (x->external_id, y->external_id),
                          attri_order__u32 (x->body, y->body)};
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_borne (gconstpointer a, gconstpointer b)
{
    const Bearing *x = a;
    const Bearing *y = b;
    const int orders[] = {strcmp (x->authority, y->authority),
                          strcmp (x->external_id, y->external_id), strcmp (x->kind, y->kind),
                          attri_order__u32 (x->body, y->body)};
    return ATTRI_FIRST_ORDER (orders);
}

static gboolean
same_bearer_and_authority (const Bearing *a, const Bearing *b)
{
    return a->root == b->root && strcmp (a->authority, b->authority) == 0;
}

static gboolean
same_borne (const Bearing *a, const Bearing *b)
{
    return strcmp (a->authority, b->authority) == 0 &&
           strcmp (a->external_id, b->external_id) == 0 && strcmp (a->kind, b->kind) == 0;
}

static void
tell_ambiguous (AttriBuild *build, const AttriEntityDraft *draft, const Bearing *a,
                const Bearing *b)
{
    g_autofree char *id = attri_text__quote (draft->row.id);
    g_autofree char *authority = attri_text__quote (a->authority);
    g_autofree char *one = attri_text__quote (a->external_id);
    g_autofree char *two = attri_text__quote (b->external_id);
    attri_findings_add (build->findings, attri_model__rule (RULE_AMBIGUOUS_JOIN), draft->row.place,
                        NULL,
                        "%s bears, or would be joined with, two ids of %s, %s and %s; "
                        "expected one, so it is not joined",
                        id, authority, one, two);
}

/* Every record's own ids, each once; those of an authority that a record names
 * twice are left out. */
static GArray *
collect_bearings (AttriBuild *build, const GArray *drafts, const guint32 *body_of)
{
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Bearing));
    for (guint32 i = 0; i < drafts->len; i++) {
        const AttriEntityDraft *draft = &g_array_index (drafts, AttriEntityDraft, i);
        for (guint j = 0; j < draft->n_references; j++) {
            const AttriReference *reference = &draft->references[j];
            const Bearing bearing = {reference->source, reference->external_id,
                                     kind_of (draft->row.type), body_of[i], body_of[i]};
            if (bearing.authority != NULL && bearing.external_id != NULL)
                g_array_append_val (all, bearing);
        }
    }
    g_array_sort (all, compare_bearers);

    GArray *single = g_array_new (FALSE, FALSE, sizeof (Bearing));
    for (guint i = 0, end; i < all->len; i = end) {
        const Bearing *first = &g_array_index (all, Bearing, i);
        const Bearing *last = first;
        for (end = i; end < all->len; end++) {
            const Bearing *next = &g_array_index (all, Bearing, end);
            if (!same_bearer_and_authority (first, next))
                break;
            last = next;
        }
        if (strcmp (first->external_id, last->external_id) == 0)
            g_array_append_val (single, *first);
        else
            tell_ambiguous (build, &g_array_index (drafts, AttriEntityDraft, first->body), first,
                            last);
    }
    return single;
}

static guint32
find_root (guint32 *parents, guint32 i)
{
    while (parents[i] != i) {
        parents[i] = parents[parents[i]];
        i = parents[i];
    }
    return i;
}

/* The lower record becomes the root, so that the result is the same whatever
 * the order of joins. */
static void
unite (guint32 *parents, guint32 a, guint32 b)
{
    a = find_root (parents, a);
    b = find_root (parents, b);
    parents[MAX (a, b)] = MIN (a, b);
}

static void
join_by_external_id (GArray *bearings, guint32 *parents)
{
    g_array_sort (bearings, compare_borne);
    for (guint i = 1; i < bearings->len; i++) {
        const Bearing *last = &g_array_index (bearings, Bearing, i - 1);
        const Bearing *next = &g_array_index (bearings, Bearing, i);
        if (same_borne (last, next))
            unite (parents, last->body, next->body);
    }
    for (guint i = 0; i < bearings->len; i++) {
        Bearing *bearing = &g_array_index (bearings, Bearing, i);
        bearing->root = find_root (parents, bearing->body);
    }
}

/* Marks the roots under which two ids of one authority have come together. */
static guint8 *
find_overjoined (AttriBuild *build, const GArray *drafts, GArray *bearings)
{
    guint8 *overjoined = g_new0 (guint8, drafts->len + 1);

    g_array_sort (bearings, compare_bearers);
    for (guint i = 1; i < bearings->len; i++) {
        const Bearing *last = &g_array_index (bearings, Bearing, i - 1);
        const Bearing *next = &g_array_index (bearings, Bearing, i);
        if (overjoined[next->root] || !same_bearer_and_authority (last, next) ||
            strcmp (last->external_id, next->external_id) == 0)
            continue;
        overjoined[next->root] = 1;
        tell_ambiguous (build, &g_array_index (drafts, AttriEntityDraft, next->root), last, next);
    }
    return overjoined;
}

GArray *
attri_build__group (AttriBuild *build, const GArray *drafts)
{
    g_autofree guint32 *body_of = g_new0 (guint32, drafts->len + 1);
    g_autofree guint32 *parents = g_new0 (guint32, drafts->len + 1);
    for (guint32 i = 0; i < drafts->len; i++) {
        const AttriEntityDraft *draft = &g_array_index (drafts, AttriEntityDraft, i);
        body_of[i] = i > 0 && strcmp (draft->row.id,
                                      g_array_index (drafts, AttriEntityDraft, i - 1).row.id) == 0
                         ? body_of[i - 1]
                         : i;
        parents[i] = body_of[i];
    }

    GArray *groups = g_array_sized_new (FALSE, FALSE, sizeof (guint32), drafts->len);
    if (build->builder->apart) {
        g_array_append_vals (groups, body_of, drafts->len);
        return groups;
    }
    g_autoptr (GArray) bearings = collect_bearings (build, drafts, body_of);
    join_by_external_id (bearings, parents);
    g_autofree guint8 *overjoined = find_overjoined (build, drafts, bearings);

    for (guint32 i = 0; i < drafts->len; i++) {
        const guint32 root = find_root (parents, i);
        g_array_append_val (groups, *(overjoined[root] ? &body_of[i] : &root));
    }
    return groups;
}
