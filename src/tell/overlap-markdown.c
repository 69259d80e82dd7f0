/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, with all groups or one.
 * Out: Markdown for a wiki or a ticket, with the sentences of plain text. Every string of
 *      the input passes attri_text__escape_markdown().
 */
#include "base/text-private.h"
#include "tell/overlap-words.h"
#include "tell/prose.h"

/* Sentences as a paragraph; nothing if all are silent. */
static void
append_sentences (AttriOverlapTale *self, GString *text, const AttriSentence *sentences)
{
    g_autofree char *words = attri_words__join (self, sentences);
    if (*words != '\0')
        g_string_append_printf (text, "%s\n\n", words);
}

static void
append_view (AttriOverlapTale *self, GString *text)
{
    const AttriProse prose = {text, self->cited, self->escape};
    attri_prose__view (&prose, "This view: ", "\n\n");
}

static void
append_caution (GString *text)
{
    g_string_append_printf (text, "> %s\n\n", attri_overlap__caution);
}

/* ---- all groups ---- */

static void
append_row (AttriOverlapTale *self, GString *text, guint rank, const AttriOverlapRow *row)
{
    const AttriOverlap *overlap = self->overlap;
    gboolean counted = overlap->n_groups > 0;
    g_autofree char *telling_bits =
        counted ? attri_overlap__format_bits (row->telling_bits) : g_strdup ("–");
    g_autofree char *bits = counted ? attri_overlap__format_bits (row->bits) : g_strdup ("–");
    g_string_append_printf (text, "| %u | ", rank);
    attri_words__label (self, text, row->actor);
    g_string_append_printf (text, "%s | %u of %u | %s | %u of %u | %s | ",
                            row->undisputed ? "" : " (disputed)", row->telling, overlap->telling,
                            telling_bits, row->tools->len, overlap->tools->len, bits);
    attri_words__shared (self, text, row);
    g_string_append (text, " | ");
    attri_words__identity (self, text, row->actor);
    g_string_append (text, " |\n");
}

static void
append_rows (AttriOverlapTale *self, GString *text)
{
    guint rank = 0, hidden = 0;
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        if (!row->is_group)
            continue;
        if (self->question->top > 0 && rank >= self->question->top) {
            hidden++;
            continue;
        }
        if (rank == 0)
            g_string_append (text, "| Rank | Group | Non-public | Bits | All | Bits | Shared | Who "
                                   "is who |\n|--:|---|--:|--:|--:|--:|---|---|\n");
        append_row (self, text, ++rank, row);
    }
    if (hidden > 0)
        g_string_append_printf (text, "\n%u more group%s below these.\n", hidden,
                                hidden == 1 ? "" : "s");
    if (rank > 0)
        g_string_append_c (text, '\n');
    const AttriSentence campaigns[] = {attri_words__campaigns, NULL};
    const AttriSentence terms[] = {attri_words__terms, NULL};
    append_sentences (self, text, campaigns);
    if (rank > 0)
        append_sentences (self, text, terms);
}

static void
append_chance_cells (GString *text, const GArray *chances, guint row)
{
    if (row >= chances->len) {
        g_string_append (text, " | |");
        return;
    }
    const AttriChance *chance = &g_array_index (chances, AttriChance, row);
    g_autofree char *expected = attri_overlap__format_number (chance->expected);
    g_string_append_printf (text, " %u | %s |", chance->observed, expected);
}

static void
append_chance (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    const AttriSentence model[] = {attri_words__model, NULL};
    if (overlap->rows->len == 0)
        return;
    g_string_append (text, "## Chance\n\n");
    append_sentences (self, text, model);
    if (overlap->chance->len == 0)
        return;
    g_string_append (text, "| At least | Non-public: groups | By chance | All tools: groups | By "
                           "chance |\n|--:|--:|--:|--:|--:|\n");
    for (guint i = 0; i < overlap->chance->len; i++) {
        g_string_append_printf (text, "| %u |", i + 1);
        append_chance_cells (text, overlap->telling_chance, i);
        append_chance_cells (text, overlap->chance, i);
        g_string_append_c (text, '\n');
    }
    g_string_append_c (text, '\n');
}

static void
append_tools (AttriOverlapTale *self, GString *text)
{
    if (self->overlap->tools->len > 0)
        g_string_append (text, "## Its tools, most telling first\n\n| Tool | Used, says | What is "
                               "known of it |\n|---|---|---|\n");
    for (guint i = 0; i < self->overlap->tools->len; i++) {
        guint32 tool = g_array_index (self->overlap->tools, guint32, i);
        const AttriEdge *use = attri_overlap__get_use (self->graph, self->overlap->focus, tool);
        g_string_append (text, "| ");
        attri_words__label (self, text, tool);
        g_string_append (text, " |");
        attri_words__numbers (self, text, use);
        g_string_append (text, use->disputed ? ", disputed | " : " | ");
        attri_words__facts (self, text, tool);
        g_string_append (text, " |\n");
    }
}

char *
attri_overlap__to_markdown (AttriOverlapTale *self)
{
    GString *text = g_string_new ("# ");
    attri_words__label (self, text, self->overlap->focus);
    g_string_append (text, ": who shares its tooling?\n\n");
    append_view (self, text);
    append_sentences (self, text, attri_words__introduction);
    append_sentences (self, text, attri_words__answer);
    append_sentences (self, text, attri_words__doubts);
    if (self->overlap->rows->len > 0)
        append_caution (text);
    append_rows (self, text);
    append_chance (self, text);
    append_tools (self, text);
    attri_tell__append_markdown_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}

/* ---- one other group ---- */

static void
append_side (AttriOverlapTale *self, GString *text, guint32 actor, guint32 tool)
{
    const AttriProse prose = {text, self->cited, self->escape};
    const AttriEdge *use = attri_overlap__get_use (self->graph, actor, tool);
    for (guint32 i = 0; use != NULL && i < use->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, use->claims.first + i);
        attri_tell__bibliography_add_claim (self->cited, claim);
        g_string_append (text, "  - ");
        attri_words__name (self, text, actor);
        g_string_append (text, ": ");
        attri_prose__dated_claim (&prose, claim);
        g_string_append_c (text, '\n');
    }
}

static void
append_shared (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row)
{
    if (row->tools->len > 0)
        g_string_append (text, "## Shared, most telling first\n\n");
    for (guint i = 0; i < row->tools->len; i++) {
        guint32 tool = g_array_index (row->tools, guint32, i);
        g_string_append (text, "- ");
        attri_words__label (self, text, tool);
        g_string_append (text, ": ");
        attri_words__facts (self, text, tool);
        g_string_append_c (text, '\n');
        append_side (self, text, self->overlap->focus, tool);
        append_side (self, text, row->actor, tool);
    }
    if (row->tools->len > 0)
        g_string_append_c (text, '\n');
}

/* What each uses alone, under a heading. */
static void
append_alone (AttriOverlapTale *self, GString *text)
{
    guint32 pair[] = {self->overlap->focus, self->question->other};
    const char *heading = "## Not shared\n\n";
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GString) words = g_string_new (NULL);
        attri_words__alone (self, words, pair[i], pair[1 - i]);
        if (words->len > 0)
            g_string_append_printf (text, "%s- %s\n", heading, words->str);
        heading = words->len > 0 ? "" : heading;
    }
    if (*heading == '\0')
        g_string_append_c (text, '\n');
}

char *
attri_overlap__pair_to_markdown (AttriOverlapTale *self)
{
    guint32 focus = self->overlap->focus, other = self->question->other;
    const AttriOverlapRow *row = attri_overlap_get_row (self->overlap, other);
    GString *text = g_string_new ("# ");
    attri_words__label (self, text, focus);
    g_string_append (text, " and ");
    attri_words__label (self, text, other);
    g_string_append (text, ": what tooling do they share?\n\n");
    append_view (self, text);
    append_sentences (self, text, attri_words__introduction);
    append_sentences (self, text, attri_words__pair_answer);
    append_sentences (self, text, attri_words__pair_context);
    append_sentences (self, text, attri_words__pair_doubts);
    if (row != NULL) {
        append_caution (text);
        append_shared (self, text, row);
    }
    append_alone (self, text);
    if (row != NULL) {
        g_string_append (text, "## What the words mean\n\n");
        append_sentences (self, text, attri_words__glossary);
    }
    attri_tell__append_markdown_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}
