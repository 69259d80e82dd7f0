/* SPDX-License-Identifier: MIT
 *
 * fold.c: a graph and which entities are to be one go in; a graph of its own
 * comes out, which borrows the strings of the first and keeps it alive. No
 * claim is lost: what was said of a folded entity says under which name, and
 * what equated two is a name of the one that is left.
 */
#include "model/compare-private.h"
#include "model/graph-private.h"
#include "model/names-private.h"

#include <string.h>

/* One run of attri_graph__fold(). */
typedef struct {
    const AttriGraph *whole;
    const guint32 *into; /* by entity: its representative, or itself */
    guint32 *steps;      /* by entity: how many equations from its representative */
    guint32 *rows;       /* by entity: the new row of its representative */
    AttriGraph *part;
} Fold;

/* ---- entities ---- */

/* What is unmarked may not be public, so it is looser than CLEAR alone. */
static AttriTlp
tighter (AttriTlp a, AttriTlp b)
{
    const AttriTlp most = MAX (a, b);
    return most == ATTRI_TLP_CLEAR && a != b ? ATTRI_TLP_UNMARKED : most;
}

static void
take_text (const char **into, const char *other)
{
    if (*into == NULL)
        *into = other;
}

/* The representative's own fields stand; the others fill what it leaves out. */
static void
merge_entity (AttriEntity *row, const AttriEntity *other)
{
    take_text (&row->description, other->description);
    take_text (&row->country, other->country);
    take_text (&row->identity_class, other->identity_class);
    attri_order__take_earlier (&row->first_seen, other->first_seen);
    if (attri_date_compare (other->last_seen, row->last_seen) > 0)
        row->last_seen = other->last_seen;
    row->is_family = row->is_family || other->is_family;
    row->revoked = row->revoked && other->revoked;
    row->deprecated = row->deprecated && other->deprecated;
    row->placeholder = row->placeholder && other->placeholder;
    row->tlp = tighter (row->tlp, other->tlp);
}

/* A pair of rows: sorted, those of one representative stand together. */
typedef struct {
    guint32 into;
    guint32 member;
} Member;

static int
compare_members (gconstpointer a, gconstpointer b)
{
    const Member *x = a;
    const Member *y = b;
    const int orders[] = {attri_order__u32 (x->into, y->into),
                          attri_order__u32 (y->into == y->member, x->into == x->member),
                          attri_order__u32 (x->member, y->member)};
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_references (const void *a, const void *b)
{
    return attri_order__reference (a, b);
}

/* The representative's come first, for a reader takes the first for its own; the
 * builder has ordered them. Then @others, each once. */
static AttriRange
append_references (const Fold *fold, AttriRange own, GArray *others)
{
    GArray *table = fold->part->references;
    const AttriReference *own_rows =
        own.count > 0 ? attri_graph_get_reference (fold->whole, own.first) : NULL;
    const guint first = table->len;

    g_array_append_vals (table, own_rows, own.count);
    g_array_sort (others, compare_references);
    for (guint i = 0; i < others->len; i++) {
        const AttriReference *reference = &g_array_index (others, AttriReference, i);
        if (i > 0 && attri_order__reference (reference, reference - 1) == 0)
            continue;
        if (own.count == 0 || bsearch (reference, own_rows, own.count, sizeof (AttriReference),
                                       compare_references) == NULL)
            g_array_append_val (table, *reference);
    }
    return (AttriRange){first, table->len - first};
}

/* Makes one row of the members first..last-1; the first is the representative. */
static void
fold_entity (const Fold *fold, const GArray *members, guint first, guint last)
{
    g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (AttriReference));
    const guint32 own = g_array_index (members, Member, first).member;
    AttriEntity row = *attri_graph_get_entity (fold->whole, own);

    for (guint i = first; i < last; i++) {
        const guint32 member = g_array_index (members, Member, i).member;
        const AttriEntity *entity = attri_graph_get_entity (fold->whole, member);
        merge_entity (&row, entity);
        for (guint32 j = 0; j < entity->references.count && i > first; j++)
            g_array_append_val (others, *attri_graph_get_reference (fold->whole,
                                                                    entity->references.first + j));
        fold->rows[member] = fold->part->entities->len;
    }
    row.references = append_references (fold, row.references, others);
    g_array_append_val (fold->part->entities, row);
}

static void
fold_entities (const Fold *fold)
{
    const guint32 n = fold->whole->entities->len;
    g_autoptr (GArray) members = g_array_sized_new (FALSE, FALSE, sizeof (Member), n);

    for (guint32 i = 0; i < n; i++) {
        const Member member = {fold->into[i], i};
        g_array_append_val (members, member);
    }
    g_array_sort (members, compare_members);
    for (guint i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n; end++) {
            if (g_array_index (members, Member, end).into !=
                g_array_index (members, Member, i).into)
                break;
        }
        fold_entity (fold, members, i, end);
    }
}

/* ---- claims ---- */

static gboolean
equates_members (const Fold *fold, const char *type, guint32 from, guint32 to)
{
    return to != ATTRI_NONE && fold->into[from] == fold->into[to] &&
           attri_relation_info (type)->equates;
}

static void
step_to (const Fold *fold, GArray *queue, guint32 from, guint32 to)
{
    if (fold->steps[to] == ATTRI_NONE) {
        fold->steps[to] = fold->steps[from] + 1;
        g_array_append_val (queue, to);
    }
}

/* Breadth first from all representatives, along what equates members. */
static void
count_steps (const Fold *fold)
{
    const AttriGraph *graph = fold->whole;
    g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (guint32 i = 0; i < graph->entities->len; i++) {
        fold->steps[i] = fold->into[i] == i ? 0 : ATTRI_NONE;
        if (fold->into[i] == i)
            g_array_append_val (queue, i);
    }
    for (guint i = 0; i < queue->len; i++) {
        const guint32 at = g_array_index (queue, guint32, i);
        guint32 n;
        const guint32 *edges = attri_graph_get_outgoing (graph, at, &n);
        for (guint32 e = 0; e < n; e++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, edges[e]);
            if (edge->asserted && equates_members (fold, edge->type, edge->from, edge->to))
                step_to (fold, queue, at, edge->to);
        }
        edges = attri_graph_get_incoming (graph, at, &n);
        for (guint32 e = 0; e < n; e++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, edges[e]);
            if (edge->asserted && equates_members (fold, edge->type, edge->from, edge->to))
                step_to (fold, queue, at, edge->from);
        }
    }
}

static const char *
name_of (const Fold *fold, guint32 row)
{
    return attri_graph_get_entity (fold->whole, row)->name;
}

/* The name of a folded entity; if its representative is called the same, what tells
 * the two records apart: a number, the type or the id. */
static const char *
telling_name (const Fold *fold, guint32 row)
{
    const AttriEntity *entity = attri_graph_get_entity (fold->whole, row);
    const AttriEntity *shown = attri_graph_get_entity (fold->whole, fold->into[row]);
    g_autofree char *own_name = attri_name__fold (entity->name);
    g_autofree char *shown_name = attri_name__fold (shown->name);
    if (strcmp (own_name, shown_name) != 0)
        return entity->name;
    const char *number = attri_graph__get_number (fold->whole, row);
    if (number != NULL)
        return number;
    if (strcmp (entity->type, shown->type) == 0)
        return entity->id;
    const AttriTypeInfo *type = attri_type_info (entity->type);
    g_autofree char *typed =
        g_strdup_printf ("%s (%s)", entity->name, *type->type != '\0' ? type->label : entity->type);
    return attri_arena__strdup (fold->part->arena, typed);
}

/* "b is a" becomes a name of a; of two folded entities the one that is further
 * from the representative is named, so that each is named once at least. */
static void
turn_into_name (const Fold *fold, AttriClaim *row, guint32 from, guint32 to)
{
    const gboolean forwards = fold->steps[from] <= fold->steps[to];
    const guint32 near = forwards ? from : to;
    const guint32 far = forwards ? to : from;
    row->type = attri_relation_info ("alias")->type;
    row->value = telling_name (fold, far);
    row->to = ATTRI_NONE;
    row->said_of = fold->into[near] != near ? name_of (fold, near) : NULL;
    row->said_to = NULL;
    row->folded = attri_graph_get_entity (fold->whole, far)->id;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    return attri_order__u32 (*(const guint32 *)a, *(const guint32 *)b);
}

static AttriRange
fold_places (const Fold *fold, AttriRange in)
{
    GArray *indexes = fold->part->indexes;
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    AttriRange range = {indexes->len, 0};

    for (guint32 i = 0; i < in.count; i++)
        g_array_append_val (rows, fold->rows[attri_graph_get_index_at (fold->whole, in.first + i)]);
    g_array_sort (rows, compare_rows);
    for (guint i = 0; i < rows->len; i++) {
        const guint32 row = g_array_index (rows, guint32, i);
        if (i > 0 && row == g_array_index (rows, guint32, i - 1))
            continue;
        g_array_append_val (indexes, row);
        range.count++;
    }
    return range;
}

static void
fold_claims (const Fold *fold)
{
    for (guint32 i = 0; i < fold->whole->claims->len; i++) {
        AttriClaim row = *attri_graph_get_claim (fold->whole, i);
        const guint32 from = row.from;
        const guint32 to = row.to;
        row.from = fold->rows[from];
        if (fold->into[from] != from)
            row.said_of = name_of (fold, from);
        if (to != ATTRI_NONE) {
            row.to = fold->rows[to];
            if (fold->into[to] != to)
                row.said_to = name_of (fold, to);
        }
        if (equates_members (fold, row.type, from, to))
            turn_into_name (fold, &row, from, to);
        if (row.in.count > 0)
            row.in = fold_places (fold, row.in);
        g_array_append_val (fold->part->claims, row);
    }
}

static int
compare_places (const AttriGraph *graph, AttriRange a, AttriRange b)
{
    for (guint32 i = 0; i < a.count && i < b.count; i++) {
        const int order = attri_order__u32 (attri_graph_get_index_at (graph, a.first + i),
                                            attri_graph_get_index_at (graph, b.first + i));
        if (order != 0)
            return order;
    }
    return attri_order__u32 (a.count, b.count);
}

/* The canonical order; what still ties was said of different entities. */
static int
compare_claims (gconstpointer a, gconstpointer b, gpointer data)
{
    const AttriClaim *x = a;
    const AttriClaim *y = b;
    if (x->from != y->from)
        return attri_order__u32 (x->from, y->from);
    if (x->type != y->type && strcmp (x->type, y->type) != 0)
        return strcmp (x->type, y->type);
    if (x->to != y->to)
        return attri_order__u32 (x->to, y->to);
    const int orders[] = {
        g_strcmp0 (x->value, y->value),
        attri_order__u32 (x->claimant, y->claimant),
        compare_places (data, x->in, y->in),
        attri_order__content (x, y),
        g_strcmp0 (x->said_of, y->said_of),
        g_strcmp0 (x->said_to, y->said_to),
        g_strcmp0 (x->folded, y->folded),
        attri_order__u32 (x->citations.first, y->citations.first),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* ---- all ---- */

/* The runs of their focus stand where they did; what they name now stands for others, too. */
static void
fold_saved_views (const Fold *fold)
{
    for (guint i = 0; i < fold->whole->saved->len; i++) {
        AttriSavedView row = g_array_index (fold->whole->saved, AttriSavedView, i);
        const AttriRange focus = row.focus;
        row.focus = (AttriRange){fold->part->indexes->len, 0};
        for (guint32 f = 0; f < focus.count; f++) {
            const guint32 entity = attri_graph_get_index_at (fold->whole, focus.first + f);
            attri_graph__add_focus (fold->part, &row.focus, fold->rows[fold->into[entity]]);
        }
        g_array_append_val (fold->part->saved, row);
    }
}

AttriGraph *
attri_graph__fold (const AttriGraph *graph, const guint32 *into, const AttriStamp *stamp)
{
    g_autoptr (AttriGraph) part = attri_graph__new (attri_arena__new ());
    g_autofree guint32 *steps = g_new0 (guint32, graph->entities->len + 1);
    g_autofree guint32 *rows = g_new0 (guint32, graph->entities->len + 1);
    const Fold fold = {graph, into, steps, rows, part};

    part->lender = attri_graph__lend (graph);
    part->has_words = TRUE;
    /* Sources and citations stay where they are, and so do the runs that only they name. */
    g_array_append_vals (part->sources, graph->sources->data, graph->sources->len);
    g_array_append_vals (part->citations, graph->citations->data, graph->citations->len);
    g_array_append_vals (part->indexes, graph->indexes->data, graph->indexes->len);
    count_steps (&fold);
    fold_entities (&fold);
    fold_claims (&fold);
    g_array_sort_with_data (part->claims, compare_claims, part);
    fold_saved_views (&fold);
    g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (guint32));
    attri_graph__set_stamp (part, stamp, nothing);
    attri_graph__seal (part);
    return g_steal_pointer (&part);
}
