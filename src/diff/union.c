/* SPDX-License-Identifier: MIT
 *
 * union.c: two graphs and which of their rows are one go in; one graph with the
 * rows of both comes out, owned by the caller, with the origin of each row. It
 * borrows the strings of both and keeps them alive.
 */
#include "diff/diff-private.h"

#include <string.h>

/* A claim with its ends in rows of the union. */
typedef struct {
    AttriClaim row; /* its `in` is a run of Pairing.indexes */
    AttriOrigin origin;
    AttriRange old_in; /* in the graph it is from */
    guint32 root;      /* of the claimant's editions */
    guint side;
    gboolean paired; /* goes with an item of the newer graph */
} Item;

/* The claims of both graphs while it is found out which are one. */
typedef struct {
    GArray *items;   /* Item */
    GArray *indexes; /* guint32: places of all items */
} Pairing;

/* ---- entities and sources ---- */

/* Merges two tables that are ordered by id. @match: by older row the newer. */
static GArray *
merge_rows (const AttriGraph *const *sides, const guint32 *n, const guint32 *match, AttriIdAt id_at)
{
    GArray *origins = g_array_new (FALSE, FALSE, sizeof (AttriOrigin));
    g_autofree guint32 *back = g_new (guint32, n[AFTER] + 1);
    guint32 before = 0;
    guint32 after = 0;

    for (guint32 i = 0; i < n[AFTER]; i++)
        back[i] = ATTRI_NONE;
    for (guint32 i = 0; i < n[BEFORE]; i++) {
        if (match[i] != ATTRI_NONE)
            back[match[i]] = i;
    }
    while (before < n[BEFORE] || after < n[AFTER]) {
        if (before < n[BEFORE] && match[before] != ATTRI_NONE) {
            before++;
            continue;
        }
        const gboolean older =
            after >= n[AFTER] || (before < n[BEFORE] && strcmp (id_at (sides[BEFORE], before),
                                                                id_at (sides[AFTER], after)) < 0);
        const AttriOrigin origin =
            older ? (AttriOrigin){{before, ATTRI_NONE}} : (AttriOrigin){{back[after], after}};
        g_array_append_val (origins, origin);
        older ? before++ : after++;
    }
    return origins;
}

/* By row of one side, the row of the union. */
static guint32 *
number_rows (const GArray *origins, guint side, guint32 n)
{
    guint32 *rows = g_new0 (guint32, n + 1);
    for (guint32 i = 0; i < origins->len; i++) {
        const guint32 row = g_array_index (origins, AttriOrigin, i).row[side];
        if (row != ATTRI_NONE)
            rows[row] = i;
    }
    return rows;
}

static AttriChange
change_of (const AttriOrigin *origin)
{
    if (origin->row[BEFORE] == ATTRI_NONE)
        return ATTRI_CHANGE_ADDED;
    return origin->row[AFTER] == ATTRI_NONE ? ATTRI_CHANGE_REMOVED : ATTRI_CHANGE_NONE;
}

/* The side whose row is shown: the newer where there is one. */
static guint
shown_side (const AttriOrigin *origin)
{
    return origin->row[AFTER] != ATTRI_NONE ? AFTER : BEFORE;
}

static AttriRange
copy_indexes (AttriUnion *both, guint side, AttriRange range, const guint32 *rows)
{
    GArray *indexes = both->graph->indexes;
    const AttriRange copy = {indexes->len, range.count};
    for (guint32 i = 0; i < range.count; i++) {
        const guint32 row = rows[attri_graph_get_index_at (both->sides[side], range.first + i)];
        g_array_append_val (indexes, row);
    }
    return copy;
}

static void
unite_entities (AttriUnion *both)
{
    for (guint32 i = 0; i < both->entities->len; i++) {
        const AttriOrigin *origin = &g_array_index (both->entities, AttriOrigin, i);
        const guint side = shown_side (origin);
        AttriEntity row = *attri_graph_get_entity (both->sides[side], origin->row[side]);
        const AttriRange old = row.references;

        row.references.first = both->graph->references->len;
        for (guint32 j = 0; j < old.count; j++)
            g_array_append_val (both->graph->references,
                                *attri_graph_get_reference (both->sides[side], old.first + j));
        row.change = change_of (origin);
        g_array_append_val (both->graph->entities, row);
    }
}

static void
unite_sources (AttriUnion *both)
{
    for (guint32 i = 0; i < both->sources->len; i++) {
        const AttriOrigin *origin = &g_array_index (both->sources, AttriOrigin, i);
        const guint side = shown_side (origin);
        AttriSource row = *attri_graph_get_source (both->sides[side], origin->row[side]);

        row.based_on = copy_indexes (both, side, row.based_on, both->source_rows[side]);
        if (row.edition_of != ATTRI_NONE)
            row.edition_of = both->source_rows[side][row.edition_of];
        row.change = change_of (origin);
        g_array_append_val (both->graph->sources, row);
    }
}

/* ---- claims ---- */

static void
add_items (const AttriUnion *both, guint side, Pairing *pairing)
{
    const AttriGraph *graph = both->sides[side];
    for (guint32 i = 0; i < graph->claims->len; i++) {
        Item item = {.row = *attri_graph_get_claim (graph, i), .side = side};
        item.origin = (AttriOrigin){{ATTRI_NONE, ATTRI_NONE}};
        item.origin.row[side] = i;
        item.row.from = both->entity_rows[side][item.row.from];
        if (item.row.to != ATTRI_NONE)
            item.row.to = both->entity_rows[side][item.row.to];
        item.row.claimant = both->source_rows[side][item.row.claimant];
        item.root = both->across ? 0 : both->roots[item.row.claimant];
        item.old_in = item.row.in;
        item.row.in.first = pairing->indexes->len;
        for (guint32 j = 0; j < item.old_in.count; j++) {
            const guint32 place = attri_graph_get_index_at (graph, item.old_in.first + j);
            g_array_append_val (pairing->indexes, both->entity_rows[side][place]);
        }
        g_array_append_val (pairing->items, item);
    }
}

/* What the claims that may be one agree on. */
static int
compare_keys (const Item *x, const Item *y)
{
    const int orders[] = {
        attri_order__u32 (x->row.from, y->row.from), strcmp (x->row.type, y->row.type),
        attri_order__u32 (x->row.to, y->row.to),     g_strcmp0 (x->row.value, y->row.value),
        attri_order__u32 (x->root, y->root),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_for_pairing (gconstpointer a, gconstpointer b, gpointer indexes)
{
    const Item *x = a;
    const Item *y = b;
    const int order = compare_keys (x, y);
    if (order != 0)
        return order;
    const int orders[] = {attri_order__u32 (x->side, y->side),
                          attri_order__run (x->row.in, y->row.in, indexes),
                          attri_order__content (&x->row, &y->row)};
    return ATTRI_FIRST_ORDER (orders);
}

static gboolean
same_id (const Item *x, const Item *y, const GArray *indexes)
{
    (void)indexes;
    return x->row.id != NULL && g_strcmp0 (x->row.id, y->row.id) == 0;
}

static gboolean
same_in_and_start (const Item *x, const Item *y, const GArray *indexes)
{
    return attri_order__run (x->row.in, y->row.in, indexes) == 0 &&
           attri_order__date (x->row.start_time, y->row.start_time) == 0;
}

/* Of several that say the same, the one that says it in these words. */
static gboolean
same_words (const Item *x, const Item *y, const GArray *indexes)
{
    return x->row.wording != NULL && g_strcmp0 (x->row.wording, y->row.wording) == 0 &&
           same_in_and_start (x, y, indexes);
}

static gboolean
same_in (const Item *x, const Item *y, const GArray *indexes)
{
    return attri_order__run (x->row.in, y->row.in, indexes) == 0;
}

typedef gboolean (*Same) (const Item *x, const Item *y, const GArray *indexes);

static void
join (Item *older, Item *newer)
{
    older->paired = TRUE;
    newer->origin.row[BEFORE] = older->origin.row[BEFORE];
}

static gboolean
is_free (const Item *item)
{
    return item->side == BEFORE ? !item->paired : item->origin.row[BEFORE] == ATTRI_NONE;
}

static void
pair_by (const Pairing *pairing, Item *older, guint n_older, Item *newer, guint n_newer, Same same)
{
    for (guint i = 0; i < n_older; i++) {
        for (guint j = 0; j < n_newer && is_free (&older[i]); j++) {
            if (is_free (&newer[j]) && same (&older[i], &newer[j], pairing->indexes))
                join (&older[i], &newer[j]);
        }
    }
}

static Item *
only_free (Item *items, guint n)
{
    Item *found = NULL;
    for (guint i = 0; i < n; i++) {
        if (!is_free (&items[i]))
            continue;
        if (found != NULL)
            return NULL;
        found = &items[i];
    }
    return found;
}

/* Beyond this many claims of one claimant about one relation, only those of one id pair up: the
 * pairing is quadratic. */
#define MOST_ALIKE 1000

/* Pairs the items of one key: first..last-1, the older side first. */
static void
pair_group (const Pairing *pairing, guint first, guint last)
{
    static const Same ways[] = {same_id, same_words, same_in_and_start, same_in};
    Item *older = &g_array_index (pairing->items, Item, first);
    guint n_older = 0;

    while (first + n_older < last && older[n_older].side == BEFORE)
        n_older++;
    Item *newer = older + n_older;
    const guint n_newer = last - first - n_older;
    if (n_older > MOST_ALIKE || n_newer > MOST_ALIKE)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
        pair_by (pairing, older, n_older, newer, n_newer, ways[i]);

    Item *left = only_free (older, n_older);
    Item *right = only_free (newer, n_newer);
    if (left != NULL && right != NULL)
        join (left, right);
}

static int
compare_canonically (gconstpointer a, gconstpointer b, gpointer indexes)
{
    const Item *x = a;
    const Item *y = b;
    const int order = attri_order__claim (&x->row, &y->row, indexes);
    return order != 0 ? order : attri_order__u32 (x->side, y->side);
}

static AttriRange
copy_citations (AttriUnion *both, guint side, AttriRange range)
{
    GArray *citations = both->graph->citations;
    const AttriRange copy = {citations->len, range.count};
    for (guint32 i = 0; i < range.count; i++) {
        AttriCitation row = *attri_graph_get_citation (both->sides[side], range.first + i);
        row.source = both->source_rows[side][row.source];
        if (row.cites != ATTRI_NONE)
            row.cites = both->source_rows[side][row.cites];
        g_array_append_val (citations, row);
    }
    return copy;
}

static void
unite_claims (AttriUnion *both)
{
    g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
    g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
    Pairing pairing = {items, indexes};

    for (guint side = BEFORE; side < N_SIDES; side++)
        add_items (both, side, &pairing);
    g_array_sort_with_data (items, compare_for_pairing, indexes);
    for (guint i = 0, end; i < items->len; i = end) {
        const Item *first = &g_array_index (items, Item, i);
        for (end = i + 1; end < items->len; end++) {
            if (compare_keys (first, &g_array_index (items, Item, end)) != 0)
                break;
        }
        pair_group (&pairing, i, end);
    }
    g_array_sort_with_data (items, compare_canonically, indexes);
    for (guint i = 0; i < items->len; i++) {
        Item *item = &g_array_index (items, Item, i);
        if (item->paired)
            continue;
        item->row.in = copy_indexes (both, item->side, item->old_in, both->entity_rows[item->side]);
        item->row.citations = copy_citations (both, item->side, item->row.citations);
        item->row.change = change_of (&item->origin);
        g_array_append_val (both->graph->claims, item->row);
        g_array_append_val (both->claims, item->origin);
    }
}

/* ---- saved views ---- */

static void
unite_saved_views (AttriUnion *both)
{
    for (guint32 i = 0; i < both->saved->len; i++) {
        const AttriOrigin *origin = &g_array_index (both->saved, AttriOrigin, i);
        const guint side = shown_side (origin);
        AttriSavedView row = *attri_graph_get_saved_view (both->sides[side], origin->row[side]);
        row.focus = copy_indexes (both, side, row.focus, both->entity_rows[side]);
        g_array_append_val (both->graph->saved, row);
    }
}

/* ---- the whole ---- */

AttriUnion
attri_diff__unite (AttriGraph *before, AttriGraph *after, const AttriMatch *match, gboolean across)
{
    AttriUnion both = {.sides = {before, after},
                       .graph = attri_graph__new (attri_arena__new ()),
                       .across = across};
    const guint32 n_entities[] = {before->entities->len, after->entities->len};
    const guint32 n_sources[] = {before->sources->len, after->sources->len};
    const guint32 n_saved[] = {before->saved->len, after->saved->len};

    both.graph->lender = attri_graph_ref (after);
    both.graph->elder = attri_graph_ref (before);
    both.graph->has_words = TRUE;
    both.entities = merge_rows (both.sides, n_entities, match->entities, attri_diff__entity_id);
    both.sources = merge_rows (both.sides, n_sources, match->sources, attri_diff__source_id);
    both.saved = merge_rows (both.sides, n_saved, match->saved, attri_diff__saved_id);
    both.claims = g_array_new (FALSE, FALSE, sizeof (AttriOrigin));
    for (guint side = BEFORE; side < N_SIDES; side++) {
        both.entity_rows[side] = number_rows (both.entities, side, n_entities[side]);
        both.source_rows[side] = number_rows (both.sources, side, n_sources[side]);
    }
    unite_entities (&both);
    unite_sources (&both);
    both.roots = attri_graph__find_edition_roots (both.graph);
    unite_claims (&both);

    unite_saved_views (&both);

    both.graph->stamp = after->stamp;
    both.graph->stamp.compares = TRUE;
    /* What the newer files do not hold at all was asked for all the same. */
    if (after->stamp.asked_ids == NULL)
        both.graph->stamp.asked_ids = before->stamp.asked_ids;
    both.graph->stamp.hidden_custom = MAX (before->stamp.hidden_custom, after->stamp.hidden_custom);
    both.graph->stamp.hidden_revoked =
        MAX (before->stamp.hidden_revoked, after->stamp.hidden_revoked);
    both.graph->stamp.focus =
        copy_indexes (&both, AFTER, after->stamp.focus, both.entity_rows[AFTER]);
    return both;
}

void
attri_diff__union_clear (AttriUnion *self)
{
    g_clear_pointer (&self->graph, attri_graph_unref);
    g_clear_pointer (&self->entities, g_array_unref);
    g_clear_pointer (&self->sources, g_array_unref);
    g_clear_pointer (&self->claims, g_array_unref);
    g_clear_pointer (&self->saved, g_array_unref);
    for (guint side = BEFORE; side < N_SIDES; side++) {
        g_free (self->entity_rows[side]);
        g_free (self->source_rows[side]);
    }
    g_free (self->roots);
}
