/* SPDX-License-Identifier: MIT
 *
 * entities.c: which records are one entity, with which id and references.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* How a joined-away id or name is kept, so that it still resolves. */
#define ID_AUTHORITY   "id"
#define NAME_AUTHORITY "name"

/* A record and the entity it belongs to. */
typedef struct {
    const AttriEntityDraft *draft;
    guint32 group;
    const char *id; /* the entity's */
} Member;

/* Records as declared before what feeds merely point at. */
static int
compare_drafts (gconstpointer a, gconstpointer b)
{
    const AttriEntityDraft *x = a;
    const AttriEntityDraft *y = b;
    const int by_id = strcmp (x->row.id, y->row.id);

    /* Almost all differ in their ids, and the rest takes many times longer. */
    if (by_id != 0)
        return by_id;
    const int orders[] = {
        attri_order__u32 (x->row.placeholder != FALSE, y->row.placeholder != FALSE),
        attri_order__place (x->row.place, y->row.place),
        attri_order__entity (&x->row, &y->row),
        attri_order__date (x->recorded, y->recorded),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
    const Member *x = a;
    const Member *y = b;
    const int by_id = strcmp (x->id, y->id);

    if (by_id != 0)
        return by_id;
    const int orders[] = {
        attri_order__u32 (x->draft->row.placeholder != FALSE, y->draft->row.placeholder != FALSE),
        -attri_date_compare (x->draft->recorded, y->draft->recorded),
        attri_order__entity (&x->draft->row, &y->draft->row),
        strcmp (x->draft->row.id, y->draft->row.id),
        attri_order__place (x->draft->row.place, y->draft->row.place),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* Whose id the entity goes by: what only points at it does not name it. */
static gboolean
names_better (const AttriEntity *a, const AttriEntity *b)
{
    if (a->placeholder != b->placeholder)
        return b->placeholder;
    return attri_order__better_id (a->id, b->id);
}

static GArray *
make_members (const GArray *drafts, const GArray *groups)
{
    g_autofree const AttriEntity **best = g_new0 (const AttriEntity *, drafts->len + 1);
    GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), drafts->len);

    for (guint32 i = 0; i < drafts->len; i++) {
        const AttriEntity *row = &g_array_index (drafts, AttriEntityDraft, i).row;
        const guint32 group = g_array_index (groups, guint32, i);
        if (best[group] == NULL || names_better (row, best[group]))
            best[group] = row;
    }
    for (guint32 i = 0; i < drafts->len; i++) {
        const guint32 group = g_array_index (groups, guint32, i);
        const Member member = {&g_array_index (drafts, AttriEntityDraft, i), group,
                               best[group]->id};
        g_array_append_val (members, member);
    }
    g_array_sort (members, compare_members);
    return members;
}

static int
compare_references (gconstpointer a, gconstpointer b)
{
    return attri_order__reference (a, b);
}

static AttriRange
append_references (AttriBuild *build, GArray *references)
{
    AttriRange range = {build->graph->references->len, 0};
    g_array_sort (references, compare_references);
    for (guint i = 0; i < references->len; i++) {
        const AttriReference *reference = &g_array_index (references, AttriReference, i);
        if (i > 0 && attri_order__reference (reference, reference - 1) == 0)
            continue;
        g_array_append_val (build->graph->references, *reference);
        range.count++;
    }
    return range;
}

static void
tell_joined (AttriBuild *build, const char *id, const Member *member)
{
    g_autofree char *own = attri_text__quote (member->draft->row.id);
    g_autofree char *shown = attri_text__quote (id);
    attri_findings_add (build->findings, attri_model__rule (RULE_JOINED_RECORDS),
                        member->draft->row.place, NULL,
                        "%s is one entity with %s: both bear the same external id", own, shown);
}

/* Makes one row of the members first..last-1. */
static void
append_entity (AttriBuild *build, const GArray *members, guint first, guint last)
{
    const char *shown = g_array_index (members, Member, first).id;
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (AttriReference));
    g_autofree const AttriEntityDraft **drafts = g_new (const AttriEntityDraft *, last - first);
    const char *told = shown;

    for (guint i = first; i < last; i++) {
        const Member *member = &g_array_index (members, Member, i);
        const AttriEntityDraft *draft = member->draft;
        drafts[i - first] = draft;
        g_array_append_vals (references, draft->references, draft->n_references);

        const AttriIdRow id = {draft->row.id, build->graph->entities->len};
        g_array_append_val (build->entity_ids, id);
        if (strcmp (draft->row.id, shown) != 0) {
            const AttriReference other = {.source = ID_AUTHORITY, .external_id = draft->row.id};
            g_array_append_val (references, other);
        }
        if (strcmp (draft->row.id, told) != 0 && strcmp (draft->row.id, shown) != 0)
            tell_joined (build, shown, member);
        told = draft->row.id;
    }
    AttriEntity row = attri_build__unite (build, drafts, last - first);
    row.id = shown;
    for (guint i = first; i < last; i++) {
        const AttriEntity *record = &g_array_index (members, Member, i).draft->row;
        const AttriReference other = {.source = NAME_AUTHORITY, .external_id = record->name};
        if (!record->placeholder && strcmp (record->name, row.name) != 0)
            g_array_append_val (references, other);
    }
    row.references = append_references (build, references);
    g_array_append_val (build->graph->entities, row);
}

void
attri_build__entities (AttriBuild *build)
{
    GArray *drafts = build->builder->entities;
    g_array_sort (drafts, compare_drafts);
    g_autoptr (GArray) groups = attri_build__group (build, drafts);
    g_autoptr (GArray) members = make_members (drafts, groups);

    for (guint i = 0, end; i < members->len; i = end) {
        const char *id = g_array_index (members, Member, i).id;
        for (end = i + 1; end < members->len; end++) {
            if (strcmp (g_array_index (members, Member, end).id, id) != 0)
                break;
        }
        append_entity (build, members, i, end);
    }
    attri_build__sort_ids (build->entity_ids);
}
