/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, and the one other group that was asked about.
 * Out: plain text with every claim of what the two share, and what it rests on.
 *      Every string of the input passes attri_text_for_terminal().
 */
#include "tell/claim-text.h"
#include "tell/overlap-words.h"
#include "tell/text.h"

#define INDENT     2
#define MOST_NAMED 12

static const AttriOverlapRow *
get_row (const AttriOverlapTale *self)
{
    return attri_overlap_get_row (self->overlap, self->question->other);
}

/* "Earth Lusca and APT41 share 6 of 9 and 32 tools" */
void
attri_words__pair (AttriOverlapTale *self, GString *text)
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
    g_string_append_printf (text, ". They share %u of its %u non-public tools (%s bits)",
                            row->telling, overlap->telling, telling_bits);
    g_string_append_printf (text, " and %u of %u in all (%s bits).", row->tools->len,
                            overlap->tools->len, bits);
    g_autofree char *single = attri_words__without_families (row);
    if (single != NULL)
        g_string_append_printf (text,
                                " A family of tools counts once, by the groups that use any "
                                "member; %s.",
                                single);
}

static void
pair_families (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    if (row == NULL || row->families->len == 0)
        return;
    g_string_append (text, "They share ");
    attri_words__families (self, text, row);
    g_string_append_c (text, '.');
}

static void
pair_rank (AttriOverlapTale *self, GString *text)
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
pair_chance (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    const AttriOverlap *overlap = self->overlap;
    if (row != NULL && row->together != ATTRI_UNKNOWN) {
        g_autofree char *together = attri_overlap__format_number (row->together);
        g_string_append_printf (text,
                                "By chance, %s of %u groups would use all the non-public tools "
                                "and families that these two share.",
                                together, overlap->n_others);
    }
    if (row == NULL || row->expected == ATTRI_UNKNOWN)
        return;
    g_autofree char *expected = attri_overlap__format_number (row->expected);
    g_string_append_printf (text,
                            "By chance, two groups of their sizes would share %s non-public "
                            "tools on average",
                            expected);
    if (row->telling > 0)
        g_string_append_printf (text, ", and %u or more in %u.%02u of 100 cases", row->telling,
                                row->tail / 100, row->tail % 100);
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
pair_identity (AttriOverlapTale *self, GString *text)
{
    g_autoptr (GString) words = g_string_new (NULL);
    attri_words__identity (self, words, self->question->other);
    if (words->len == 0)
        g_string_append (text, "No source of these says whether they are one.");
    else
        g_string_append_printf (text, "Who they are to each other is %s.", words->str);
}

/* Tools of which both sides rest on one and the same report. */
static GArray *
find_same_report (const AttriOverlapTale *self, const AttriOverlapRow *row)
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

void
attri_words__pair_sides (AttriOverlapTale *self, GString *text)
{
    const AttriOverlapRow *row = get_row (self);
    if (row == NULL || row->tools->len == 0)
        return;
    attri_words__side (self, text, self->overlap->focus, row->tools);
    g_string_append_c (text, ' ');
    attri_words__side (self, text, row->actor, row->tools);
    g_autoptr (GArray) same = find_same_report (self, row);
    if (same->len == 0)
        return;
    g_string_append (text, " One and the same report tells of both sides of ");
    attri_words__names (self, text, same, 0);
    g_string_append (text, ": it is one witness, not two.");
}

/* ---- the claims ---- */

static void
append_side (AttriOverlapTale *self, GString *text, guint32 actor, guint32 tool)
{
    const AttriEdge *use = attri_overlap__get_use (self->graph, actor, tool);
    for (guint32 i = 0; use != NULL && i < use->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, use->claims.first + i);
        attri_tell__bibliography_add_claim (self->cited, claim);
        attri_tell__append_claim (text, self->cited,
                                  attri_graph_get_entity (self->graph, actor)->name, claim);
    }
}

static void
append_shared (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row)
{
    if (row->tools->len > 0)
        g_string_append (text, "\nShared, most telling first\n");
    for (guint i = 0; i < row->tools->len; i++) {
        guint32 tool = g_array_index (row->tools, guint32, i);
        g_string_append_printf (text, "%*s", INDENT, "");
        attri_words__label (self, text, tool);
        g_string_append (text, ": ");
        attri_words__facts (self, text, tool);
        g_string_append_c (text, '\n');
        append_side (self, text, self->overlap->focus, tool);
        append_side (self, text, row->actor, tool);
    }
}

/* Appends tools of @actor that @other does not use, at most some by name. */
static void
append_only (AttriOverlapTale *self, GString *text, guint32 actor, guint32 other)
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
    g_autoptr (GString) words = g_string_new (NULL);
    attri_words__name (self, words, actor);
    g_string_append_printf (words, " alone, %u: ", only->len);
    attri_words__names (self, words, only, MOST_NAMED);
    attri_tell__append_paragraph (text, INDENT, words->str);
}

static void
append_sentences (AttriOverlapTale *self, GString *text, const AttriSentence *sentences)
{
    g_autofree char *words = attri_words__join (self, sentences);
    if (*words != '\0')
        attri_tell__append_paragraph (text, INDENT, words);
}

char *
attri_overlap__pair_to_text (AttriOverlapTale *self)
{
    const AttriSentence asked[] = {attri_words__asked, NULL};
    const AttriSentence answer[] = {attri_words__own_tools, attri_words__pair, pair_families,
                                    pair_rank, NULL};
    const AttriSentence chance[] = {pair_chance, pair_identity, NULL};
    const AttriSentence doubts[] = {attri_words__pair_sides, NULL};
    const AttriSentence terms[] = {attri_words__terms, attri_words__model, NULL};
    const AttriOverlapRow *row = get_row (self);
    guint32 focus = self->overlap->focus, other = self->question->other;
    GString *text = g_string_new (NULL);
    attri_words__label (self, text, focus);
    g_string_append (text, " and ");
    attri_words__label (self, text, other);
    g_string_append (text, ": what tooling do they share?\n");
    append_sentences (self, text, asked);
    append_sentences (self, text, answer);
    append_sentences (self, text, chance);
    append_sentences (self, text, doubts);
    if (row != NULL) {
        attri_tell__append_paragraph (text, INDENT, attri_overlap__caution);
        append_shared (self, text, row);
    }
    g_string_append (text, "\nNot shared\n");
    append_only (self, text, focus, other);
    append_only (self, text, other, focus);
    if (row != NULL) {
        g_string_append (text, "\nWhat the words mean\n");
        append_sentences (self, text, terms);
    }
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}
