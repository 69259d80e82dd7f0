/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap with all groups.
 * Out: plain text to be read by a person who doubts it: the answer first, then
 *      what it rests on. Every string of the input passes attri_text_for_terminal().
 */
#include "tell/overlap-words.h"
#include "tell/prose.h"
#include "tell/text.h"

#define INDENT        2
#define INDENT_DETAIL 8
#define MOST_CHANCES  12

void
attri_words__paragraph (AttriOverlapTale *self, GString *text, const AttriSentence *sentences)
{
    g_autofree char *words = attri_words__join (self, sentences);
    if (*words != '\0')
        attri_tell__append_paragraph (text, INDENT, words);
}

static void
append_answer (AttriOverlapTale *self, GString *text)
{
    attri_words__label (self, text, self->overlap->focus);
    g_string_append (text, ": who shares its tooling?\n");
    const AttriProse prose = {text, self->cited, self->escape};
    attri_prose__view (&prose, "  this view: ", "\n");
    attri_words__paragraph (self, text, attri_words__introduction);
    attri_words__paragraph (self, text, attri_words__answer);
    attri_words__paragraph (self, text, attri_words__doubts);
    if (self->overlap->rows->len > 0)
        attri_tell__append_paragraph (text, INDENT, attri_overlap__caution);
}

/* ---- the table ---- */

static void
append_row (AttriOverlapTale *self, GString *text, guint rank, const AttriOverlapRow *row)
{
    const AttriOverlap *overlap = self->overlap;
    g_autofree char *telling = g_strdup_printf ("%u of %u", row->telling, overlap->telling);
    g_autofree char *all = g_strdup_printf ("%u of %u", row->tools->len, overlap->tools->len);
    gboolean counted = overlap->n_groups > 0;
    g_autofree char *telling_bits =
        counted ? attri_overlap__format_bits (row->telling_bits) : g_strdup ("-");
    g_autofree char *bits = counted ? attri_overlap__format_bits (row->bits) : g_strdup ("-");
    g_string_append_printf (text, "%*s%4u  %10s %6s  %8s %6s  ", INDENT, "", rank, telling,
                            telling_bits, all, bits);
    attri_words__label (self, text, row->actor);
    if (!row->undisputed)
        g_string_append (text, " - disputed");
    else if (row->disputed > 0)
        g_string_append_printf (text, " - %u disputed", row->disputed);
    g_string_append_c (text, '\n');

    g_autoptr (GString) shared = g_string_new (NULL);
    attri_words__shared (self, shared, row);
    attri_tell__append_paragraph (text, INDENT_DETAIL, shared->str);
    g_autoptr (GString) identity = g_string_new (NULL);
    attri_words__identity (self, identity, row->actor);
    if (identity->len > 0)
        attri_tell__append_paragraph (text, INDENT_DETAIL, identity->str);
}

/* What the tools are called that nobody says to be public. */
static const char *
judged (const AttriOverlapTale *self)
{
    return attri_words__is_unsaid (self->overlap) ? "unjudged" : "non-public";
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
            g_string_append_printf (text, "\n%*s%4s  %10s %6s  %8s %6s  %s\n", INDENT, "", "Rank",
                                    judged (self), "bits", "all", "bits", "group");
        append_row (self, text, ++rank, row);
    }
    if (hidden > 0)
        g_string_append_printf (text, "%*s%u more group%s below these; --top 0 lists all\n", INDENT,
                                "", hidden, hidden == 1 ? "" : "s");
    const AttriSentence campaigns[] = {attri_words__campaigns, NULL};
    attri_words__paragraph (self, text, campaigns);
    const AttriSentence terms[] = {attri_words__terms, NULL};
    if (rank > 0)
        attri_words__paragraph (self, text, terms);
}

/* ---- chance ---- */

static void
append_chance_cells (GString *text, const GArray *chances, guint row)
{
    if (row >= chances->len) {
        g_string_append_printf (text, "  %8s %10s", "-", "-");
        return;
    }
    const AttriChance *chance = &g_array_index (chances, AttriChance, row);
    g_autofree char *expected = attri_overlap__format_number (chance->expected);
    g_string_append_printf (text, "  %8u %10s", chance->observed, expected);
}

static void
append_chance (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    const AttriSentence model[] = {attri_words__model, NULL};
    if (overlap->rows->len == 0)
        return;
    g_string_append (text, "\nChance\n");
    attri_words__paragraph (self, text, model);
    guint rows = MIN (overlap->chance->len, MOST_CHANCES);
    g_autofree char *tools = g_strdup_printf ("%s tools", judged (self));
    if (rows > 0)
        g_string_append_printf (text, "%*s%8s  %19s  %19s\n%*s%8s  %8s %10s  %8s %10s\n", INDENT,
                                "", "", tools, "all tools", INDENT, "", "at least", "groups",
                                "by chance", "groups", "by chance");
    for (guint i = 0; i < rows; i++) {
        g_string_append_printf (text, "%*s%8u", INDENT, "", i + 1);
        append_chance_cells (text, overlap->telling_chance, i);
        append_chance_cells (text, overlap->chance, i);
        g_string_append_c (text, '\n');
    }
}

/* ---- the tools ---- */

static void
append_tools (AttriOverlapTale *self, GString *text)
{
    const char *const tiers[] = {judged (self), "commercial or public", "built in"};
    guint last = G_MAXUINT;
    if (self->overlap->tools->len > 0)
        g_string_append (text, "\nIts tools, most telling first\n");
    for (guint i = 0; i < self->overlap->tools->len; i++) {
        guint32 tool = g_array_index (self->overlap->tools, guint32, i);
        guint tier =
            attri_availability_get_tier (attri_overlap__get_facts (self, tool).availability);
        if (tier != last)
            g_string_append_printf (text, "%*s%s\n", INDENT, "", tiers[tier]);
        last = tier;
        const AttriEdge *use = attri_overlap__get_use (self->graph, self->overlap->focus, tool);
        g_string_append_printf (text, "%*s", 2 * INDENT, "");
        attri_words__label (self, text, tool);
        g_string_append (text, use->disputed ? ": use disputed" : ": used, says");
        attri_words__numbers (self, text, use);
        g_string_append (text, "; ");
        attri_words__facts (self, text, tool);
        g_string_append_c (text, '\n');
    }
}

char *
attri_overlap__to_text (AttriOverlapTale *self)
{
    GString *text = g_string_new (NULL);
    append_answer (self, text);
    append_rows (self, text);
    append_chance (self, text);
    append_tools (self, text);
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}
