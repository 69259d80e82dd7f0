/* SPDX-License-Identifier: MIT
 *
 * entities.c: the records of an entity become one row. Where they disagree the
 * newest record's value is shown, and of several the least by bytes.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"
#include "model/names-private.h"

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
    const int orders[] = {
        strcmp (x->row.id, y->row.id),
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
    const int orders[] = {
        strcmp (x->id, y->id),
        attri_order__u32 (x->draft->row.placeholder != FALSE, y->draft->row.placeholder != FALSE),
        -attri_date_compare (x->draft->recorded, y->draft->recorded),
        attri_order__entity (&x->draft->row, &y->draft->row),
        strcmp (x->draft->row.id, y->draft->row.id),
        attri_order__place (x->draft->row.place, y->draft->row.place),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static GArray *
make_members (const GArray *drafts, const GArray *groups)
{
    g_autofree const char **ids = g_new0 (const char *, drafts->len + 1);
    GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), drafts->len);

    for (guint32 i = 0; i < drafts->len; i++) {
        const char *id = g_array_index (drafts, AttriEntityDraft, i).row.id;
        const guint32 group = g_array_index (groups, guint32, i);
        if (ids[group] == NULL || attri_order__better_id (id, ids[group]))
            ids[group] = id;
    }
    for (guint32 i = 0; i < drafts->len; i++) {
        const guint32 group = g_array_index (groups, guint32, i);
        const Member member = {&g_array_index (drafts, AttriEntityDraft, i), group, ids[group]};
        g_array_append_val (members, member);
    }
    g_array_sort (members, compare_members);
    return members;
}

/* A repeat under the same id is a contradiction; a joined record only differs. And everybody
 * describes a thing in words of their own. */
static AttriModelRule
find_rule (const char *field, gboolean repeat)
{
    if (strcmp (field, "description") == 0)
        return RULE_DIFFERENT_DESCRIPTION;
    return repeat && (strcmp (field, "name") == 0 || strcmp (field, "type") == 0)
               ? RULE_DUPLICATE_ENTITY
               : RULE_CONFLICTING_FIELD;
}

static void
tell_conflict (AttriBuild *build, const AttriEntity *row, const AttriEntity *other,
               const char *field, const char *shown, const char *given)
{
    const AttriModelRule rule = find_rule (field, strcmp (row->id, other->id) == 0);
    g_autofree char *id = attri_text__quote (other->id);
    g_autofree char *have = attri_text__quote (given);
    g_autofree char *want = attri_text__quote (shown);
    g_autofree char *at = attri_build__describe_place (row->place);

    attri_findings_add (build->findings, attri_model__rule (rule), other->place, NULL,
                        "entity %s has another %s here, %s; expected %s, as at %s", id, field, have,
                        want, at);
}

/* @row comes first in the order of members, so its value is the one to show. */
static void
merge_text (AttriBuild *build, const AttriEntity *row, const AttriEntity *other, const char *field,
            const char **into, const char *given)
{
    if (given == NULL || g_strcmp0 (*into, given) == 0)
        return;
    if (*into == NULL)
        *into = given;
    else
        tell_conflict (build, row, other, field, *into, given);
}

/* Spelt with other capitals it is the same name, unless one record is repeated. */
static void
merge_name (AttriBuild *build, AttriEntity *row, const AttriEntity *other)
{
    g_autofree char *shown = attri_name__fold (row->name);
    g_autofree char *given = attri_name__fold (other->name);
    if (strcmp (row->id, other->id) == 0 || strcmp (shown, given) != 0)
        merge_text (build, row, other, "name", &row->name, other->name);
}

static const char *
get_state (const AttriEntity *entity)
{
    if (entity->revoked)
        return "revoked";
    return entity->deprecated ? "deprecated" : "current";
}

/* What one publisher took back another still holds: the record stays in sight. */
static void
merge_state (AttriBuild *build, AttriEntity *row, const AttriEntity *other)
{
    if ((row->revoked || row->deprecated) != (other->revoked || other->deprecated))
        tell_conflict (build, row, other, "state", get_state (row), get_state (other));
    row->revoked = row->revoked && other->revoked;
    row->deprecated = row->deprecated && other->deprecated;
}

static void
merge_date (AttriBuild *build, const AttriEntity *row, const AttriEntity *other, const char *field,
            AttriDate *into, AttriDate given)
{
    if (!attri_date_is_set (given) || attri_order__date (*into, given) == 0)
        return;
    if (!attri_date_is_set (*into)) {
        *into = given;
        return;
    }
    g_autofree char *shown = attri_date_to_string (*into);
    g_autofree char *have = attri_date_to_string (given);
    tell_conflict (build, row, other, field, shown, have);
}

static void
merge_entity (AttriBuild *build, AttriEntity *row, const AttriEntity *other)
{
    if (other->placeholder) {
        row->tlp = MAX (row->tlp, other->tlp);
        return;
    }
    row->tlp = attri_tlp__join (row->tlp, other->tlp);
    const AttriEntity first = *row;
    merge_text (build, &first, other, "type", &row->type, other->type);
    merge_name (build, row, other);
    merge_state (build, row, other);
    merge_text (build, &first, other, "description", &row->description, other->description);
    merge_text (build, &first, other, "country", &row->country, other->country);
    merge_text (build, &first, other, "identity_class", &row->identity_class,
                other->identity_class);
    merge_date (build, &first, other, "first_seen", &row->first_seen, other->first_seen);
    merge_date (build, &first, other, "last_seen", &row->last_seen, other->last_seen);
    row->is_family = row->is_family || other->is_family;
    row->provisional = row->provisional || other->provisional;
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
    const Member *newest = &g_array_index (members, Member, first);
    AttriEntity row = newest->draft->row;
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (AttriReference));
    const char *told = newest->id;

    for (guint i = first; i < last; i++) {
        const Member *member = &g_array_index (members, Member, i);
        const AttriEntityDraft *draft = member->draft;
        if (i > first)
            merge_entity (build, &row, &draft->row);
        g_array_append_vals (references, draft->references, draft->n_references);

        const AttriIdRow id = {draft->row.id, build->graph->entities->len};
        g_array_append_val (build->entity_ids, id);
        if (strcmp (draft->row.id, newest->id) != 0) {
            const AttriReference other = {.source = ID_AUTHORITY, .external_id = draft->row.id};
            g_array_append_val (references, other);
        }
        if (!draft->row.placeholder && strcmp (draft->row.name, newest->draft->row.name) != 0) {
            const AttriReference other = {.source = NAME_AUTHORITY, .external_id = draft->row.name};
            g_array_append_val (references, other);
        }
        if (strcmp (draft->row.id, told) != 0 && strcmp (draft->row.id, newest->id) != 0)
            tell_joined (build, newest->id, member);
        told = draft->row.id;
    }
    row.id = newest->id;
    row.recorded = newest->draft->recorded;
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
