/* SPDX-License-Identifier: MIT
 *
 * stix-relationship.c: claims of two entities go in; relationships come out (STIX 2.1,
 * section 5.1), and opinions (section 4.14) where somebody doubts or denies one.
 *
 * A claim that is not asserted is never a relationship: who reads only that would take the
 * opposite for what was said.
 */
#include "base/text-private.h"
#include "export/columns.h"
#include "export/stix.h"

/* Claims that one object says: the same, by several claimants, from one record. */
typedef struct {
    const AttriClaim *first;
    GArray *claims; /* guint32 */
    char *id;
} Group;

static void
clear_group (gpointer data)
{
    Group *group = data;
    g_array_unref (group->claims);
    g_free (group->id);
}

static gboolean
is_asserted (const AttriClaim *claim)
{
    return claim->stance == ATTRI_STANCE_ASSERTS;
}

/* The id of the record, or one made of what is said and by whom; each only once. */
static char *
make_id (StixWriter *self, const AttriClaim *claim)
{
    static const char *const parts[] = {"from",       "type", "to",       "in",
                                        "start_time", "id",   "claimant", NULL};
    g_autoptr (GString) name = g_string_new (NULL);
    char *id = NULL;

    if (claim->id != NULL && stix_is_id (claim->id, "relationship") &&
        g_tree_lookup_node (self->used_ids, claim->id) == NULL)
        id = g_strdup (claim->id);
    for (gsize i = 0; i < column_claims.n_columns; i++) {
        if (!g_strv_contains (parts, column_claims.columns[i].name))
            continue;
        column_append (name, &column_claims.columns[i], self->graph, claim);
        g_string_append_c (name, '\n');
    }
    while (id == NULL) {
        id = stix_make_id ("relationship", name->str);
        if (g_tree_lookup_node (self->used_ids, id) != NULL)
            g_clear_pointer (&id, g_free);
        g_string_append_c (name, '+');
    }
    g_tree_insert (self->used_ids, g_strdup (id), NULL);
    return id;
}

/* Claims with one id of STIX were one relationship when they were read. */
static GArray *
group_claims (StixWriter *self, const AttriEdge *edge)
{
    GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
    g_autoptr (GTree) by_id = g_tree_new_full (attri_text__compare, NULL, NULL, NULL);

    g_array_set_clear_func (groups, clear_group);
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const guint32 row = edge->claims.first + i;
        const AttriClaim *claim = attri_graph_get_claim (self->graph, row);
        if (!is_asserted (claim))
            continue;
        const gboolean has_id = claim->id != NULL && stix_is_id (claim->id, "relationship");
        guint place = has_id ? GPOINTER_TO_UINT (g_tree_lookup (by_id, claim->id)) : 0;
        if (place == 0) {
            const Group fresh = {claim, g_array_new (FALSE, FALSE, sizeof (guint32)),
                                 make_id (self, claim)};
            g_array_append_val (groups, fresh);
            place = groups->len;
        }
        if (has_id)
            g_tree_insert (by_id, (gpointer)claim->id, GUINT_TO_POINTER (place));
        g_array_append_val (g_array_index (groups, Group, place - 1).claims, row);
    }
    return groups;
}

/* ---- relationships ---- */

static void
write_extension (StixWriter *self, const GArray *claims)
{
    stix_open_extension (self);
    stix_write_statement (self, claims);
    attri_json_text__close (self->json);
    attri_json_text__close (self->json);
}

/* Times of a relationship: an end that is not after the beginning is refused (section 5.1). */
static void
write_times (StixWriter *self, const AttriClaim *claim)
{
    const gboolean both =
        attri_date_is_set (claim->start_time) && attri_date_is_set (claim->stop_time);

    stix_write_time (self, "start_time", claim->start_time, FALSE);
    if (!both || attri_date_compare (claim->stop_time, claim->start_time) > 0)
        stix_write_time (self, "stop_time", claim->stop_time, TRUE);
}

static void
write_claimants (StixWriter *self, const GArray *claims)
{
    attri_json_text__open_array (self->json, "external_references");
    for (guint i = 0; i < claims->len; i++)
        stix_write_reference (
            self,
            attri_graph_get_claim (self->graph, g_array_index (claims, guint32, i))->claimant);
    attri_json_text__close (self->json);
}

static AttriDate
date_of (const AttriClaim *claim)
{
    return attri_date_is_set (claim->created) ? claim->created : claim->recorded;
}

static void
write_relationship (StixWriter *self, const Group *group)
{
    const AttriClaim *claim = group->first;
    AttriJsonText *json = self->json;

    attri_json_text__open_object (json, NULL);
    stix_write_head (self, "relationship", group->id, date_of (claim), claim->modified);
    attri_json_text__string (json, "relationship_type", claim->type);
    attri_json_text__string (json, "description", claim->note);
    attri_json_text__string (json, "source_ref", g_ptr_array_index (self->ids, claim->from));
    attri_json_text__string (json, "target_ref", g_ptr_array_index (self->ids, claim->to));
    write_times (self, claim);
    if (claim->revoked)
        attri_json_text__boolean (json, "revoked", TRUE);
    if (claim->confidence >= 0)
        attri_json_text__number (json, "confidence", (guint64)claim->confidence);
    write_claimants (self, group->claims);
    stix_write_marking (self, claim->tlp);
    write_extension (self, group->claims);
    attri_json_text__close (json);
}

/* ---- opinions ---- */

static void
write_opinion (StixWriter *self, guint32 row, const GArray *groups)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, row);
    AttriJsonText *json = self->json;
    g_autofree char *name = make_id (self, claim);
    g_autofree char *id = stix_make_id ("opinion", name);
    g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint32));
    const gboolean denies = claim->stance == ATTRI_STANCE_DENIES;

    g_array_append_val (claims, row);
    attri_json_text__open_object (json, NULL);
    stix_write_head (self, "opinion", id, date_of (claim), claim->modified);
    attri_json_text__string (json, "explanation",
                             claim->wording != NULL ? claim->wording : claim->note);
    attri_json_text__open_array_on_line (json, "authors");
    attri_json_text__string (json, NULL,
                             attri_graph_get_source (self->graph, claim->claimant)->publisher);
    attri_json_text__close (json);
    attri_json_text__string (json, "opinion", denies ? "strongly-disagree" : "disagree");
    attri_json_text__open_array (json, "object_refs");
    for (guint i = 0; i < groups->len; i++)
        attri_json_text__string (json, NULL, g_array_index (groups, Group, i).id);
    attri_json_text__close (json);
    if (claim->revoked)
        attri_json_text__boolean (json, "revoked", TRUE);
    if (claim->confidence >= 0)
        attri_json_text__number (json, "confidence", (guint64)claim->confidence);
    write_claimants (self, claims);
    stix_write_marking (self, claim->tlp);
    write_extension (self, claims);
    attri_json_text__close (json);
}

static void
write_edge (StixWriter *self, const AttriEdge *edge)
{
    g_autoptr (GArray) groups = group_claims (self, edge);

    for (guint i = 0; i < groups->len; i++)
        write_relationship (self, &g_array_index (groups, Group, i));
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const guint32 row = edge->claims.first + i;
        const AttriClaim *claim = attri_graph_get_claim (self->graph, row);
        if (is_asserted (claim))
            continue;
        if (groups->len > 0 && claim->stance != ATTRI_STANCE_WITHDRAWS)
            write_opinion (self, row, groups);
        else
            self->n_unheld++;
    }
}

void
stix_write_relationships (StixWriter *self)
{
    for (guint32 i = 0; i < attri_graph_get_n_edges (self->graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, i);
        if (edge->to != ATTRI_NONE)
            write_edge (self, edge);
    }
}
