/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, and the one other group that was asked about.
 * Out: sentences about the two, appended to what is there; each names its sources.
 */
#include "tell/overlap-words.h"

#define MOST_NAMED 12

static const AttriOverlapRow *
get_row (const AttriOverlapTale *self)
{
    return attri_overlap_get_row (self->overlap, self->question->other);
}

/* "Earth Lusca and APT41 share 6 of 9 and 32 tools" */
static void
add_sharing (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    const AttriOverlapRow *row = get_row (self);
    guint n_tools = attri_overlap__count_tools (self->graph, self->question->other);
    attri_words__name (self, text, self->question->other);
    g_string_append_printf (text, " is said to use %u tool%s", n_tools, n_tools == 1 ? "" : "s");
    if (row == NULL) {
        g_string_append (text, ", none of which it shares.");
        return;
    }
    g_autofree char *telling_bits = attri_overlap__format_bits (row->telling_bits);
    g_autofree char *bits = attri_overlap__format_bits (row->bits);
    g_string_append_printf (text, ". They share %u of the %u %stools of ", row->telling,
                            overlap->telling, attri_words__telling (overlap));
    attri_words__name (self, text, overlap->focus);
    g_string_append_printf (text, " (%s bits) and %u of %u in all (%s bits).", telling_bits,
                            row->tools->len, overlap->tools->len, bits);
    g_autofree char *single = attri_words__without_families (row);
    if (single != NULL)
        g_string_append_printf (text,
                                " A family of tools counts once, by the groups that use any "
                                "member; %s.",
                                single);
}

static void
add_families (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    if (row == NULL || row->families->len == 0)
        return;
    g_string_append (text, "They share ");
    attri_words__families (self, text, row);
    g_string_append_c (text, '.');
}

static void
add_rank (AttriOverlapTale *self, GString *text)
{
    guint rank = 0, n = 0;
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        n += row->is_group;
        if (row->actor == self->question->other && row->is_group)
            rank = n;
    }
    if (rank > 0)
        g_string_append_printf (text, "That is rank %u of the %u groups that share any.", rank, n);
}

static void
add_chance (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    const AttriOverlap *overlap = self->overlap;
    if (row != NULL && row->together != ATTRI_UNKNOWN) {
        g_autofree char *together = attri_overlap__format_number (row->together);
        g_string_append_printf (text,
                                "By chance, %s of %u groups would use all the %stools and families "
                                "that these two share.",
                                together, overlap->n_others, attri_words__telling (overlap));
    }
    if (row == NULL || row->expected == ATTRI_UNKNOWN)
        return;
    g_autofree char *expected = attri_overlap__format_number (row->expected);
    g_string_append (text, "By chance, a group that uses as many tools as ");
    attri_words__name (self, text, row->actor);
    g_string_append_printf (text, " would share %s of ", expected);
    attri_words__name (self, text, overlap->focus);
    g_string_append_printf (text, "'s %stools on average", attri_words__telling (overlap));
    g_autofree char *tail = attri_overlap__format_number (row->tail);
    if (row->telling > 0)
        g_string_append_printf (text, ", and %u or more in %s of 100 cases", row->telling, tail);
    g_string_append_c (text, '.');
    for (guint i = 0; i < overlap->telling_chance->len; i++) {
        const AttriChance *chance = &g_array_index (overlap->telling_chance, AttriChance, i);
        if (chance->least != row->telling)
            continue;
        g_autofree char *groups = attri_overlap__format_number (chance->expected);
        g_string_append_printf (text,
                                " Of %u other groups %s would share as many with the first; here "
                                "%u.",
                                overlap->n_others, groups, chance->observed);
    }
}

static void
add_identity (AttriOverlapTale *self, GString *text)
{
    g_autoptr (GString) words = g_string_new (NULL);
    attri_words__identity (self, words, self->question->other);
    if (words->len == 0)
        g_string_append (text, "No source of these says whether they are one.");
    else
        g_string_append_printf (text, "Who they are to each other is %s.", words->str);
}

static void
add_sides (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    if (row == NULL || row->tools->len == 0)
        return;
    attri_words__side (self, text, self->overlap->focus, row->tools);
    g_string_append_c (text, ' ');
    attri_words__side (self, text, row->actor, row->tools);
    g_autoptr (GArray) same = attri_overlap__find_same_report (self, row);
    if (same->len == 0)
        return;
    g_string_append (text, " One and the same report tells of both sides of ");
    attri_words__names (self, text, same, 0);
    g_string_append (text, ": it is one witness, not two.");
}

void
attri_words__alone (AttriOverlapTale *self, GString *text, guint32 actor, guint32 other)
{
    g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 tool = attri_graph_get_edge (self->graph, edges[i])->to;
        if (tool != ATTRI_NONE && attri_overlap__get_use (self->graph, actor, tool) != NULL &&
            attri_overlap__get_use (self->graph, other, tool) == NULL)
            g_array_append_val (only, tool);
    }
    if (only->len == 0)
        return;
    attri_words__name (self, text, actor);
    g_string_append_printf (text, " alone, %u: ", only->len);
    attri_words__names (self, text, only, MOST_NAMED);
}

const AttriSentence attri_words__pair_answer[] = {attri_words__own_tools, add_sharing, add_families,
                                                  add_rank, NULL};
const AttriSentence attri_words__pair_context[] = {add_chance, add_identity, NULL};
const AttriSentence attri_words__pair_doubts[] = {add_sides, NULL};
