/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, and what was asked.
 * Out: what all its tellings share: who says what on each side, names and
 *      numbers in words. The graph and the overlap stay their owner's.
 */
#include "tell/overlap.h"

#include <string.h>

const char attri_overlap__caution[] =
    "Shared tools are not shared identity. Groups buy, lend and copy tools, reports tell of what "
    "their authors saw, and the group at the top may be the same one under another name.";

static int
compare_index (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

gboolean
attri_overlap__is_live (const AttriClaim *claim)
{
    return !claim->revoked && claim->stance != ATTRI_STANCE_WITHDRAWS;
}

static gboolean
is_use (const AttriGraph *graph, const AttriEdge *edge)
{
    return edge->asserted && edge->to != ATTRI_NONE &&
           attri_relation_info (edge->type)->relation == ATTRI_RELATION_TOOLING &&
           attri_type_info (attri_graph_get_entity (graph, edge->to)->type)->role ==
               ATTRI_ROLE_TOOL;
}

const AttriEdge *
attri_overlap__get_use (const AttriGraph *graph, guint32 actor, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        if (edge->to == tool && is_use (graph, edge))
            return edge;
    }
    return NULL;
}

guint
attri_overlap__count_tools (const AttriGraph *graph, guint32 actor)
{
    guint count = 0;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, actor, &n);
    for (guint32 i = 0; i < n; i++)
        count += is_use (graph, attri_graph_get_edge (graph, edges[i]));
    return count;
}

/* ---- what a side rests on ---- */

static void
add_reports (AttriSide *self, const AttriGraph *graph, const AttriEdge *edge)
{
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        if (attri_overlap__is_live (claim) && claim->stance == ATTRI_STANCE_ASSERTS)
            g_array_append_val (self->reports, claim->claimant);
    }
    g_autofree const char **publishers = attri_graph_get_lineage (graph, edge->claims);
    for (guint i = 0; publishers[i] != NULL; i++)
        g_ptr_array_add (self->publishers, (char *)publishers[i]);
}

AttriSide *
attri_side__new (const AttriGraph *graph, guint32 actor, const GArray *tools)
{
    AttriSide *self = g_new0 (AttriSide, 1);
    self->reports = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->publishers = g_ptr_array_new ();
    for (guint i = 0; i < tools->len; i++) {
        const AttriEdge *edge =
            attri_overlap__get_use (graph, actor, g_array_index (tools, guint32, i));
        if (edge != NULL)
            add_reports (self, graph, edge);
    }
    g_array_sort (self->reports, compare_index);
    for (guint i = self->reports->len; i > 1; i--) {
        if (g_array_index (self->reports, guint32, i - 1) ==
            g_array_index (self->reports, guint32, i - 2))
            g_array_remove_index (self->reports, i - 1);
    }
    g_ptr_array_sort (self->publishers, compare_names);
    for (guint i = self->publishers->len; i > 1; i--) {
        if (strcmp (self->publishers->pdata[i - 1], self->publishers->pdata[i - 2]) == 0)
            g_ptr_array_remove_index (self->publishers, i - 1);
    }
    return self;
}

void
attri_side__free (AttriSide *self)
{
    g_array_unref (self->reports);
    g_ptr_array_unref (self->publishers);
    g_free (self);
}

gboolean
attri_side__is_same_report (const AttriSide *self, const AttriSide *other)
{
    return self->reports->len == 1 && other->reports->len == 1 &&
           g_array_index (self->reports, guint32, 0) == g_array_index (other->reports, guint32, 0);
}

GArray *
attri_overlap__find_same_report (const AttriOverlapTale *self, const AttriOverlapRow *row)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < row->tools->len; i++) {
        guint32 tool = g_array_index (row->tools, guint32, i);
        g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_array_append_val (one, tool);
        g_autoptr (AttriSide) left = attri_side__new (self->graph, self->overlap->focus, one);
        g_autoptr (AttriSide) right = attri_side__new (self->graph, row->actor, one);
        if (attri_side__is_same_report (left, right))
            g_array_append_val (found, tool);
    }
    return found;
}

/* ---- who is who ---- */

static void
add_identity (GArray *found, const AttriGraph *graph, guint32 from, guint32 to)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, from, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        AttriRelationClass relation = attri_relation_info (edge->type)->relation;
        if (edge->to == to &&
            (relation == ATTRI_RELATION_IDENTITY || relation == ATTRI_RELATION_DISTINCT))
            g_array_append_val (found, edges[i]);
    }
}

GArray *
attri_overlap__find_identity (const AttriGraph *graph, guint32 one, guint32 other)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_identity (found, graph, one, other);
    add_identity (found, graph, other, one);
    g_array_sort (found, compare_index);
    return found;
}

GArray *
attri_overlap__find_equated (const AttriGraph *graph, guint32 actor)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (graph, actor, &n[0]),
                               attri_graph_get_incoming (graph, actor, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, edges[side][i]);
            guint32 other = side == 0 ? edge->to : edge->from;
            if (other != ATTRI_NONE && edge->asserted && attri_relation_info (edge->type)->equates)
                g_array_append_val (found, other);
        }
    }
    g_array_sort (found, compare_index);
    for (guint i = found->len; i > 1; i--) {
        if (g_array_index (found, guint32, i - 1) == g_array_index (found, guint32, i - 2))
            g_array_remove_index (found, i - 1);
    }
    return found;
}

/* ---- names and numbers ---- */

AttriToolFacts
attri_overlap__get_facts (const AttriOverlapTale *self, guint32 tool)
{
    return attri_query_tool (self->graph, self->census, tool);
}

char *
attri_overlap__format_bits (guint32 bits)
{
    guint32 hundredths = (bits + 5) / 10;
    return g_strdup_printf ("%u.%02u", hundredths / 100, hundredths % 100);
}

char *
attri_overlap__format_number (guint32 hundredths)
{
    if (hundredths < 100)
        return g_strdup_printf ("0.%02u", hundredths);
    if (hundredths <= 990)
        return g_strdup_printf ("%u.%u", (hundredths + 9) / 100, (hundredths + 9) % 100 / 10);
    return g_strdup_printf ("%u", hundredths / 100 + (hundredths % 100 > 0));
}
