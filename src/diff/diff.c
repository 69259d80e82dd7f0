/* SPDX-License-Identifier: MIT
 *
 * diff.c: two graphs go in and are kept; one graph with change marks and the
 * list of the changes come out, owned by the AttriDiff.
 */
#include "diff/diff-private.h"
#include "model/names-private.h"

#include <string.h>

/* One run of attri_diff_new(). */
typedef struct {
    AttriDiff *diff;
    AttriUnion *both;
    AttriDiffText text;
    AttriDate horizon; /* the latest date of the older graph */
} Run;

/* ---- listing ---- */

/* "name TAG-22 → RedHotel; naming provisional → named", without what is minor. */
static const char *
describe (const Run *run, AttriRange fields)
{
    g_autoptr (GString) words = g_string_new (NULL);
    for (guint32 i = 0; i < fields.count; i++) {
        const AttriFieldChange *field =
            &g_array_index (run->diff->fields, AttriFieldChange, fields.first + i);
        if (field->minor)
            continue;
        g_string_append_printf (words, "%s%s %s → %s", words->len > 0 ? "; " : "", field->field,
                                *field->before != '\0' ? field->before : "none",
                                *field->after != '\0' ? field->after : "none");
    }
    return words->len > 0 ? attri_arena__strdup (run->text.arena, words->str) : NULL;
}

static gboolean
all_minor (const Run *run, AttriRange fields)
{
    for (guint32 i = 0; i < fields.count; i++) {
        if (!g_array_index (run->diff->fields, AttriFieldChange, fields.first + i).minor)
            return FALSE;
    }
    return TRUE;
}

/* Whether nothing but the marking changed, and perhaps what is minor. */
static gboolean
is_marking (const Run *run, AttriRange fields)
{
    gboolean marking = FALSE;
    for (guint32 i = 0; i < fields.count; i++) {
        const AttriFieldChange *field =
            &g_array_index (run->diff->fields, AttriFieldChange, fields.first + i);
        if (!field->minor && strcmp (field->field, "tlp") != 0)
            return FALSE;
        marking |= !field->minor;
    }
    return marking;
}

/* Whether the record bears another date, and nothing else. */
static gboolean
is_restamp (const Run *run, AttriRange fields)
{
    if (fields.count != 1)
        return FALSE;
    const char *field = g_array_index (run->diff->fields, AttriFieldChange, fields.first).field;
    return strcmp (field, "recorded") == 0 || strcmp (field, "modified") == 0;
}

static AttriNovelty
novelty_of (const Run *run, AttriChange change, AttriDate date)
{
    if (run->both->across || change != ATTRI_CHANGE_ADDED || !attri_date_is_set (date))
        return ATTRI_NOVELTY_UNKNOWN;
    return attri_date_compare (date, run->horizon) > 0 ? ATTRI_NOVELTY_NEW : ATTRI_NOVELTY_LATE;
}

/* Adds a row to the list unless nothing changed; gives its mark. */
static AttriChange
list_row (Run *run, AttriDiffRow row)
{
    if (row.change == ATTRI_CHANGE_NONE && row.fields.count == 0)
        return ATTRI_CHANGE_NONE;
    if (row.change == ATTRI_CHANGE_NONE) {
        row.change = ATTRI_CHANGE_CHANGED;
        row.minor = all_minor (run, row.fields);
        row.marking = is_marking (run, row.fields);
        row.restamp = is_restamp (run, row.fields);
    }
    /* Of two sources only what they say is compared. */
    if (!run->both->across || row.subject == ATTRI_DIFF_CLAIM)
        g_array_append_val (run->diff->rows, row);
    return row.minor || row.marking ? ATTRI_CHANGE_NONE : row.change;
}

static void
list_sources (Run *run)
{
    GArray *sources = run->diff->graph->sources;
    for (guint32 i = 0; i < sources->len; i++) {
        AttriSource *source = &g_array_index (sources, AttriSource, i);
        AttriDiffRow row = {.subject = ATTRI_DIFF_SOURCE,
                            .change = source->change,
                            .row = i,
                            .novelty = novelty_of (run, source->change, source->published)};
        if (source->change == ATTRI_CHANGE_NONE)
            row.fields = attri_diff__source_fields (run->both, i, &run->text);
        source->change = list_row (run, row);
    }
}

static void
list_entities (Run *run)
{
    GArray *entities = run->diff->graph->entities;
    for (guint32 i = 0; i < entities->len; i++) {
        AttriEntity *entity = &g_array_index (entities, AttriEntity, i);
        AttriDiffRow row = {.subject = ATTRI_DIFF_ENTITY, .change = entity->change, .row = i};
        if (entity->change == ATTRI_CHANGE_NONE) {
            row.fields = attri_diff__entity_fields (run->both, i, &run->text);
            entity->was = is_marking (run, row.fields) ? NULL : describe (run, row.fields);
        }
        if (row.change == ATTRI_CHANGE_REMOVED && !run->both->across)
            row.retraction = attri_diff__entity_outside (run->both, i);
        entity->change = list_row (run, row);
    }
}

static gboolean
speaks (const AttriClaim *claim)
{
    return claim->stance == ATTRI_STANCE_ASSERTS && !claim->revoked && !claim->withdrawn;
}

/* Whether both graphs hold the claim, and in the newer it speaks neither for nor against. */
static gboolean
is_silenced (const Run *run, guint32 row)
{
    const AttriOrigin *origin = &g_array_index (run->both->claims, AttriOrigin, row);
    if (origin->row[BEFORE] == ATTRI_NONE || origin->row[AFTER] == ATTRI_NONE)
        return FALSE;
    const AttriClaim *claim = attri_graph_get_claim (run->both->sides[AFTER], origin->row[AFTER]);
    return claim->revoked || claim->withdrawn || claim->stance == ATTRI_STANCE_WITHDRAWS;
}

static AttriRetraction
retraction_of (const Run *run, guint32 row)
{
    const AttriOrigin *origin = &g_array_index (run->both->claims, AttriOrigin, row);
    const AttriClaim *claim = attri_graph_get_claim (run->diff->graph, row);
    if (origin->row[BEFORE] == ATTRI_NONE)
        return claim->stance == ATTRI_STANCE_WITHDRAWS ? ATTRI_RETRACTION_WITHDRAWN
                                                       : ATTRI_RETRACTION_NONE;
    if (!speaks (attri_graph_get_claim (run->both->sides[BEFORE], origin->row[BEFORE])) ||
        run->both->across)
        return ATTRI_RETRACTION_NONE;
    if (origin->row[AFTER] == ATTRI_NONE)
        return attri_diff__claim_outside (run->both, row);
    if (claim->revoked || claim->deprecated)
        return ATTRI_RETRACTION_REVOKED;
    return speaks (claim) ? ATTRI_RETRACTION_NONE : ATTRI_RETRACTION_WITHDRAWN;
}

static const char *
confidence_word (const AttriClaim *claim, char number[static 8])
{
    if (claim->confidence_word != NULL)
        return claim->confidence_word;
    g_snprintf (number, 8, "%d", claim->confidence);
    return claim->confidence < 0 ? "none" : number;
}

/* "moderate → high", of a claim that both graphs hold, or NULL. */
static const char *
shift_of (const Run *run, guint32 row)
{
    const AttriOrigin *origin = &g_array_index (run->both->claims, AttriOrigin, row);
    const AttriClaim *a = attri_graph_get_claim (run->both->sides[BEFORE], origin->row[BEFORE]);
    const AttriClaim *b = attri_graph_get_claim (run->both->sides[AFTER], origin->row[AFTER]);
    char numbers[2][8];
    const char *before = attri_hedge_to_string (a->hedge);
    const char *after = attri_hedge_to_string (b->hedge);
    if (a->stance != b->stance) {
        before = attri_stance_to_string (a->stance);
        after = attri_stance_to_string (b->stance);
    } else if (a->hedge == b->hedge) {
        before = confidence_word (a, numbers[0]);
        after = confidence_word (b, numbers[1]);
    }
    if (strcmp (before, after) == 0)
        return NULL;
    g_autofree char *words = g_strconcat (before, " → ", after, NULL);
    return attri_arena__strdup (run->text.arena, words);
}

/* A claim that has fallen silent is shown as it was made, and marked as removed. */
static void
show_silenced (Run *run, guint32 row, AttriRetraction retraction)
{
    static const char *const words[] = {
        [ATTRI_RETRACTION_WITHDRAWN] = "withdrawn", [ATTRI_RETRACTION_REVOKED] = "revoked"};
    AttriClaim *claim = &g_array_index (run->diff->graph->claims, AttriClaim, row);
    const AttriOrigin *origin = &g_array_index (run->both->claims, AttriOrigin, row);
    const AttriClaim *older = attri_graph_get_claim (run->both->sides[BEFORE], origin->row[BEFORE]);
    claim->was = words[retraction];
    if (claim->revoked_reason != NULL)
        claim->was = strcmp (claim->revoked_reason, "our-error") == 0 ? "our own error"
                                                                      : claim->revoked_reason;
    claim->shift = claim->was;
    claim->withdrawn = FALSE;
    claim->stance = older->stance;
    claim->hedge = older->hedge;
    claim->confidence = older->confidence;
    claim->confidence_word = older->confidence_word;
    claim->revoked = FALSE;
    claim->change = ATTRI_CHANGE_REMOVED;
}

static void
list_claims (Run *run)
{
    GArray *claims = run->diff->graph->claims;
    for (guint32 i = 0; i < claims->len; i++) {
        AttriClaim *claim = &g_array_index (claims, AttriClaim, i);
        AttriDiffRow row = {.subject = ATTRI_DIFF_CLAIM,
                            .change = claim->change,
                            .row = i,
                            .retraction = retraction_of (run, i),
                            .novelty = novelty_of (run, claim->change, claim->said_on)};
        if (claim->change == ATTRI_CHANGE_NONE) {
            row.fields = attri_diff__claim_fields (run->both, i, &run->text);
            claim->shift = shift_of (run, i);
            claim->was = is_marking (run, row.fields) ? NULL : describe (run, row.fields);
        }
        const AttriRetraction retraction = row.retraction;
        if (claim->withdrawn)
            row.retraction = ATTRI_RETRACTION_NONE; /* what withdrew it is a row of its own */
        claim->change = list_row (run, row);
        if (retraction != ATTRI_RETRACTION_NONE && is_silenced (run, i))
            show_silenced (run, i, retraction);
    }
}

static void
list_views (Run *run)
{
    const GArray *origins = run->both->saved;
    for (guint32 i = 0; i < origins->len; i++) {
        const guint32 *row = g_array_index (origins, AttriOrigin, i).row;
        AttriDiffRow listed = {.subject = ATTRI_DIFF_VIEW, .row = i};
        if (row[BEFORE] == ATTRI_NONE)
            listed.change = ATTRI_CHANGE_ADDED;
        else if (row[AFTER] == ATTRI_NONE)
            listed.change = ATTRI_CHANGE_REMOVED;
        else
            listed.fields = attri_diff__view_fields (run->both, i, &run->text);
        if (listed.change == ATTRI_CHANGE_NONE || !attri_diff__view_outside (run->both, i))
            list_row (run, listed);
    }
}

/* ---- editions and candidates ---- */

/* A source that is gone and one that came, both editions of one. */
static void
find_editions (Run *run)
{
    const AttriGraph *graph = run->diff->graph;
    for (guint32 i = 0; i < graph->sources->len; i++) {
        if (attri_graph_get_source (graph, i)->change != ATTRI_CHANGE_REMOVED)
            continue;
        for (guint32 j = 0; j < graph->sources->len; j++) {
            const AttriDiffEdition edition = {i, j};
            if (attri_graph_get_source (graph, j)->change == ATTRI_CHANGE_ADDED &&
                attri_graph_get_source (graph, j)->edition_of != ATTRI_NONE &&
                run->both->roots[i] == run->both->roots[j])
                g_array_append_val (run->diff->editions, edition);
        }
    }
}

typedef struct {
    char *name;
    AttriRole role;
    AttriChange change;
    guint32 row;
} Named;

static void
clear_named (gpointer data)
{
    g_free (((Named *)data)->name);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
    const Named *x = a;
    const Named *y = b;
    const int orders[] = {
        strcmp (x->name, y->name),
        attri_order__u32 (x->role, y->role),
        attri_order__u32 (x->change, y->change),
        attri_order__u32 (x->row, y->row),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* Among the names first..last-1, which are one, every removed entity with every added. */
static void
add_candidates (Run *run, const GArray *names, guint first, guint last)
{
    for (guint i = first; i < last; i++) {
        const Named *removed = &g_array_index (names, Named, i);
        for (guint j = i + 1; j < last && removed->change == ATTRI_CHANGE_REMOVED; j++) {
            const Named *added = &g_array_index (names, Named, j);
            const AttriDiffCandidate candidate = {removed->row, added->row};
            if (added->change == ATTRI_CHANGE_ADDED)
                g_array_append_val (run->diff->candidates, candidate);
        }
    }
}

/* Beyond this many of one name, the name tells nothing. */
#define MOST_NAMESAKES 100

static void
find_candidates (Run *run)
{
    const AttriGraph *graph = run->diff->graph;
    g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Named));

    g_array_set_clear_func (names, clear_named);
    for (guint32 i = 0; i < graph->entities->len; i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        if (entity->change != ATTRI_CHANGE_ADDED && entity->change != ATTRI_CHANGE_REMOVED)
            continue;
        const Named named = {attri_name__fold (entity->name), attri_type_info (entity->type)->role,
                             entity->change, i};
        g_array_append_val (names, named);
    }
    g_array_sort (names, compare_named);
    for (guint i = 0, end; i < names->len; i = end) {
        const Named *first = &g_array_index (names, Named, i);
        for (end = i + 1; end < names->len; end++) {
            const Named *next = &g_array_index (names, Named, end);
            if (first->role != next->role || strcmp (first->name, next->name) != 0)
                break;
        }
        if (end - i <= MOST_NAMESAKES)
            add_candidates (run, names, i, end);
    }
}

/* ---- the diff ---- */

AttriDiff *
attri_diff__new_empty (AttriGraph *graph)
{
    AttriDiff *self = g_atomic_rc_box_new0 (AttriDiff);
    self->graph = attri_graph_ref (graph);
    self->rows = g_array_new (FALSE, FALSE, sizeof (AttriDiffRow));
    self->fields = g_array_new (FALSE, FALSE, sizeof (AttriFieldChange));
    self->candidates = g_array_new (FALSE, FALSE, sizeof (AttriDiffCandidate));
    self->editions = g_array_new (FALSE, FALSE, sizeof (AttriDiffEdition));
    self->hidden = g_array_new (FALSE, FALSE, sizeof (AttriDiffHidden));
    return self;
}

AttriDiff *
attri_diff_new (AttriGraph *before, AttriGraph *after, gboolean across)
{
    g_return_val_if_fail (before != NULL && after != NULL, NULL);

    g_auto (AttriMatch) match = attri_diff__match (before, after);
    g_auto (AttriUnion) both = attri_diff__unite (before, after, &match, across);
    AttriDiff *self = attri_diff__new_empty (both.graph);
    self->across = across;

    Run run = {self,
               &both,
               {self->graph->arena, self->fields},
               attri_graph_get_latest_date (before)};
    self->graph->stamp.since = attri_date_is_set (before->stamp.known_on) ? before->stamp.known_on
                               : attri_date_is_set (before->stamp.as_of)  ? before->stamp.as_of
                                                                          : run.horizon;
    list_sources (&run);
    list_entities (&run);
    list_claims (&run);
    list_views (&run);
    find_editions (&run);
    find_candidates (&run);
    attri_diff__find_hidden (&both, self->hidden);
    attri_graph__seal (self->graph);
    for (guint side = BEFORE; side < N_SIDES; side++) {
        self->sides[side] = attri_graph_ref (side == BEFORE ? before : after);
        self->entity_rows[side] = g_steal_pointer (&both.entity_rows[side]);
    }
    return self;
}

static void
clear_diff (gpointer data)
{
    AttriDiff *self = data;
    for (guint side = BEFORE; side < N_SIDES; side++) {
        g_clear_pointer (&self->sides[side], attri_graph_unref);
        g_free (self->entity_rows[side]);
    }
    attri_graph_unref (self->graph);
    g_array_unref (self->rows);
    g_array_unref (self->fields);
    g_array_unref (self->candidates);
    g_array_unref (self->editions);
    g_array_unref (self->hidden);
}

AttriDiff *
attri_diff_ref (AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return g_atomic_rc_box_acquire (self);
}

void
attri_diff_unref (AttriDiff *self)
{
    g_return_if_fail (self != NULL);
    g_atomic_rc_box_release_full (self, clear_diff);
}

AttriGraph *
attri_diff_get_graph (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->graph;
}

guint
attri_diff_get_n_rows (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->rows->len;
}

const AttriDiffRow *
attri_diff_get_row (const AttriDiff *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->rows->len, NULL);
    return &g_array_index (self->rows, AttriDiffRow, index);
}

const AttriFieldChange *
attri_diff_get_field (const AttriDiff *self, guint32 index)
{
    g_return_val_if_fail (self != NULL && index < self->fields->len, NULL);
    return &g_array_index (self->fields, AttriFieldChange, index);
}

guint
attri_diff_get_n_candidates (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->candidates->len;
}

const AttriDiffCandidate *
attri_diff_get_candidate (const AttriDiff *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->candidates->len, NULL);
    return &g_array_index (self->candidates, AttriDiffCandidate, index);
}

guint
attri_diff_get_n_editions (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->editions->len;
}

const AttriDiffEdition *
attri_diff_get_edition (const AttriDiff *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->editions->len, NULL);
    return &g_array_index (self->editions, AttriDiffEdition, index);
}

guint
attri_diff_get_n_hidden (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->hidden->len;
}

const AttriDiffHidden *
attri_diff_get_hidden (const AttriDiff *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->hidden->len, NULL);
    return &g_array_index (self->hidden, AttriDiffHidden, index);
}

gboolean
attri_diff_is_across (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, FALSE);
    return self->across;
}

gboolean
attri_diff_is_empty (const AttriDiff *self)
{
    g_return_val_if_fail (self != NULL, TRUE);

    for (guint i = 0; i < self->rows->len; i++) {
        if (!g_array_index (self->rows, AttriDiffRow, i).minor)
            return FALSE;
    }
    return TRUE;
}
