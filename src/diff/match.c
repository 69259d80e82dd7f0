/* SPDX-License-Identifier: MIT
 *
 * match.c: two graphs go in; which of their entities and sources are one comes
 * out, owned by the caller. Nothing is matched by name.
 */
#include "diff/diff-private.h"

#include <string.h>

/* Rows of both graphs, with what tells whether two are one. */
typedef struct {
    const char *authority; /* of an external id; "" for a source's URL */
    char *key;
    AttriRole role;
    guint side;
    guint32 row;
} Token;

static void
clear_token (gpointer data)
{
    g_free (((Token *)data)->key);
}

static int
compare_tokens (gconstpointer a, gconstpointer b)
{
    const Token *x = a;
    const Token *y = b;
    const int orders[] = {
        strcmp (x->authority, y->authority), strcmp (x->key, y->key),
        attri_order__u32 (x->role, y->role), attri_order__u32 (x->side, y->side),
        attri_order__u32 (x->row, y->row),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static gboolean
same_key (const Token *a, const Token *b)
{
    return a->role == b->role && strcmp (a->authority, b->authority) == 0 &&
           strcmp (a->key, b->key) == 0;
}

const char *
attri_diff__entity_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_entity (graph, row)->id;
}

const char *
attri_diff__source_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_source (graph, row)->id;
}

const char *
attri_diff__saved_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_saved_view (graph, row)->id;
}

/* Both tables are ordered by id, so one walk finds all. */
static guint32 *
match_ids (const AttriGraph *before, guint32 n_before, const AttriGraph *after, guint32 n_after,
           AttriIdAt id_at)
{
    guint32 *rows = g_new (guint32, n_before + 1);
    for (guint32 i = 0, j = 0; i < n_before; i++) {
        int order = 1;
        while (j < n_after && (order = strcmp (id_at (before, i), id_at (after, j))) > 0)
            j++;
        rows[i] = j < n_after && order == 0 ? j : ATTRI_NONE;
    }
    return rows;
}

/* By row of the newer graph: whether it is matched already. */
static guint8 *
find_taken (const guint32 *rows, guint32 n_before, guint32 n_after)
{
    guint8 *taken = g_new0 (guint8, n_after + 1);
    for (guint32 i = 0; i < n_before; i++) {
        if (rows[i] != ATTRI_NONE)
            taken[rows[i]] = 1;
    }
    return taken;
}

/* An older row and a newer one that share a token which nothing else bears. */
typedef struct {
    guint32 row[N_SIDES];
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
    const Pair *x = a;
    const Pair *y = b;
    const int order = attri_order__u32 (x->row[BEFORE], y->row[BEFORE]);
    return order != 0 ? order : attri_order__u32 (x->row[AFTER], y->row[AFTER]);
}

/* Sorts @tokens. */
static GArray *
find_pairs (GArray *tokens)
{
    GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

    g_array_sort (tokens, compare_tokens);
    for (guint i = 0, end; i < tokens->len; i = end) {
        const Token *first = &g_array_index (tokens, Token, i);
        for (end = i + 1; end < tokens->len; end++) {
            if (!same_key (first, &g_array_index (tokens, Token, end)))
                break;
        }
        const Token *last = &g_array_index (tokens, Token, end - 1);
        const Pair pair = {{first->row, last->row}};
        if (end - i == 2 && first->side == BEFORE && last->side == AFTER)
            g_array_append_val (pairs, pair);
    }
    g_array_sort (pairs, compare_pairs);
    return pairs;
}

/* Matches the rows of a pair unless one of them is in another pair, too. */
static void
take_pairs (const GArray *pairs, const guint32 *n, guint32 *rows)
{
    g_autofree guint32 *older = g_new0 (guint32, n[BEFORE] + 1);
    g_autofree guint32 *newer = g_new0 (guint32, n[AFTER] + 1);

    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < pairs->len; i++) {
            const Pair *pair = &g_array_index (pairs, Pair, i);
            /* Two authorities may say the same. */
            if (i > 0 && compare_pairs (pair, pair - 1) == 0)
                continue;
            if (pass == 0) {
                older[pair->row[BEFORE]]++;
                newer[pair->row[AFTER]]++;
            } else if (older[pair->row[BEFORE]] == 1 && newer[pair->row[AFTER]] == 1) {
                rows[pair->row[BEFORE]] = pair->row[AFTER];
            }
        }
    }
}

static void
add_entity_tokens (const AttriGraph *graph, guint side, guint32 row, GArray *tokens)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, row);
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (reference->source == NULL || reference->external_id == NULL)
            continue;
        const Token token = {reference->source, g_strdup (reference->external_id),
                             attri_type_info (entity->type)->role, side, row};
        g_array_append_val (tokens, token);
    }
}

static void
add_source_token (const AttriGraph *graph, guint side, guint32 row, GArray *tokens)
{
    const AttriSource *source = attri_graph_get_source (graph, row);
    if (source->url == NULL)
        return;
    const Token token = {"", g_strdup (source->url), ATTRI_ROLE_OTHER, side, row};
    g_array_append_val (tokens, token);
}

typedef void (*AddTokens) (const AttriGraph *graph, guint side, guint32 row, GArray *tokens);

static void
match_rest (const AttriGraph *before, guint32 n_before, const AttriGraph *after, guint32 n_after,
            AddTokens add, guint32 *rows)
{
    g_autofree guint8 *taken = find_taken (rows, n_before, n_after);
    g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));

    g_array_set_clear_func (tokens, clear_token);
    for (guint32 i = 0; i < n_before; i++) {
        if (rows[i] == ATTRI_NONE)
            add (before, BEFORE, i, tokens);
    }
    for (guint32 i = 0; i < n_after; i++) {
        if (!taken[i])
            add (after, AFTER, i, tokens);
    }
    g_autoptr (GArray) pairs = find_pairs (tokens);
    take_pairs (pairs, (const guint32[]){n_before, n_after}, rows);
}

/* What names no author is said by its file, and a file may be called otherwise next month. */
static gboolean
is_mere_file (const AttriSource *source)
{
    return source->generated && source->url == NULL && source->edition_of == ATTRI_NONE &&
           source->kind == ATTRI_SOURCE_COMPILATION;
}

/* The only such source that is not matched yet, or %ATTRI_NONE. */
static guint32
only_mere_file (const AttriGraph *graph, guint32 n, const guint8 *taken)
{
    guint32 found = ATTRI_NONE;
    for (guint32 i = 0; i < n; i++) {
        if (taken[i] || !is_mere_file (attri_graph_get_source (graph, i)))
            continue;
        if (found != ATTRI_NONE)
            return ATTRI_NONE;
        found = i;
    }
    return found;
}

static void
match_mere_files (const AttriGraph *before, guint32 n_before, const AttriGraph *after,
                  guint32 n_after, guint32 *rows)
{
    g_autofree guint8 *newer = find_taken (rows, n_before, n_after);
    g_autofree guint8 *older = g_new0 (guint8, n_before + 1);
    for (guint32 i = 0; i < n_before; i++)
        older[i] = rows[i] != ATTRI_NONE;
    const guint32 from = only_mere_file (before, n_before, older);
    const guint32 to = only_mere_file (after, n_after, newer);
    if (from != ATTRI_NONE && to != ATTRI_NONE)
        rows[from] = to;
}

AttriMatch
attri_diff__match (const AttriGraph *before, const AttriGraph *after)
{
    const guint32 entities[] = {before->entities->len, after->entities->len};
    const guint32 sources[] = {before->sources->len, after->sources->len};
    const AttriMatch match = {
        match_ids (before, entities[BEFORE], after, entities[AFTER], attri_diff__entity_id),
        match_ids (before, sources[BEFORE], after, sources[AFTER], attri_diff__source_id),
        match_ids (before, before->saved->len, after, after->saved->len, attri_diff__saved_id),
    };
    match_rest (before, entities[BEFORE], after, entities[AFTER], add_entity_tokens,
                match.entities);
    match_rest (before, sources[BEFORE], after, sources[AFTER], add_source_token, match.sources);
    match_mere_files (before, sources[BEFORE], after, sources[AFTER], match.sources);
    return match;
}

void
attri_diff__match_clear (AttriMatch *self)
{
    g_free (self->entities);
    g_free (self->sources);
    g_free (self->saved);
}
