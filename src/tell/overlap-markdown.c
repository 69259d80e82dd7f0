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
append_sentences (AttriOverlapTale *self, AttriMarkdown *to, const AttriSentence *sentences)
{
    g_autofree char *words = attri_words__join (self, sentences);
    if (*words == '\0')
        return;
    attri_markdown__begin_block (to);
    g_string_append_printf (to->text, "%s\n\n", words);
}

static void
append_view (AttriMarkdown *to)
{
    const AttriProse prose = attri_markdown__prose (to, to->text);
    if (to->level == 1)
        attri_prose__view (&prose, "This view: ", "\n\n");
}

static void
append_caution (AttriMarkdown *to)
{
    attri_markdown__begin_block (to);
    g_string_append_printf (to->text, "> %s\n\n", attri_overlap__caution);
}

/* ---- all groups ---- */

static void
append_row (AttriOverlapTale *self, AttriMarkdownTable *table, guint rank,
            const AttriOverlapRow *row)
{
    const AttriOverlap *overlap = self->overlap;
    gboolean counted = overlap->n_groups > 0;
    g_autofree char *telling_bits =
        counted ? attri_overlap__format_bits (row->telling_bits) : g_strdup ("–");
    g_autofree char *bits = counted ? attri_overlap__format_bits (row->bits) : g_strdup ("–");
    g_string_append_printf (attri_markdown_table__cell (table), "%u", rank);
    GString *group = attri_markdown_table__cell (table);
    attri_words__label (self, group, row->actor);
    if (!row->undisputed)
        g_string_append (group, " (disputed)");
    else if (row->disputed > 0)
        g_string_append_printf (group, " (%u disputed)", row->disputed);
    g_string_append_printf (attri_markdown_table__cell (table), "%u of %u", row->telling,
                            overlap->telling);
    g_string_append (attri_markdown_table__cell (table), telling_bits);
    g_string_append_printf (attri_markdown_table__cell (table), "%u of %u", row->tools->len,
                            overlap->tools->len);
    g_string_append (attri_markdown_table__cell (table), bits);
    attri_words__shared (self, attri_markdown_table__cell (table), row);
    attri_words__identity (self, attri_markdown_table__cell (table), row->actor);
    attri_markdown_table__end_row (table);
}

static void
append_rows (AttriOverlapTale *self, AttriMarkdown *to)
{
    const gboolean unsaid = attri_words__is_unsaid (self->overlap);
    const char *const headings[] = {">Rank",  "Group",      unsaid ? ">Unjudged" : ">Non-public",
                                    ">Bits",  ">All",       ">Bits",
                                    "Shared", "Who is who", NULL};
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    guint rank = 0, hidden = 0;
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        if (!row->is_group)
            continue;
        if (self->question->top > 0 && rank >= self->question->top)
            hidden++;
        else
            append_row (self, &table, ++rank, row);
    }
    attri_markdown__begin_block (to);
    if (hidden > 0)
        g_string_append_printf (to->text, "%u more group%s below these.\n\n", hidden,
                                hidden == 1 ? "" : "s");
    const AttriSentence campaigns[] = {attri_words__campaigns, NULL};
    const AttriSentence terms[] = {attri_words__terms, NULL};
    append_sentences (self, to, campaigns);
    if (rank > 0)
        append_sentences (self, to, terms);
}

static void
append_chance_cells (AttriMarkdownTable *table, const GArray *chances, guint row)
{
    GString *observed = attri_markdown_table__cell (table);
    GString *by_chance = attri_markdown_table__cell (table);
    if (row >= chances->len)
        return;
    const AttriChance *chance = &g_array_index (chances, AttriChance, row);
    g_autofree char *expected = attri_overlap__format_number (chance->expected);
    g_string_append_printf (observed, "%u", chance->observed);
    g_string_append (by_chance, expected);
}

static void
append_chance (AttriOverlapTale *self, AttriMarkdown *to)
{
    const AttriOverlap *overlap = self->overlap;
    const char *first =
        attri_words__is_unsaid (overlap) ? ">Unjudged: groups" : ">Non-public: groups";
    const char *const headings[] = {">At least",          first,        ">By chance",
                                    ">All tools: groups", ">By chance", NULL};
    const AttriSentence model[] = {attri_words__model, NULL};
    if (overlap->rows->len == 0)
        return;
    attri_markdown__heading (to, 1, "Chance");
    append_sentences (self, to, model);
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    for (guint i = 0; i < overlap->chance->len; i++) {
        g_string_append_printf (attri_markdown_table__cell (&table), "%u", i + 1);
        append_chance_cells (&table, overlap->telling_chance, i);
        append_chance_cells (&table, overlap->chance, i);
        attri_markdown_table__end_row (&table);
    }
    attri_markdown__begin_block (to);
}

static void
append_tools (AttriOverlapTale *self, AttriMarkdown *to)
{
    static const char *const headings[] = {"Tool", "Used, says", "What is known of it", NULL};
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    if (self->overlap->tools->len > 0)
        attri_markdown__heading (to, 1, "Its tools, most telling first");
    for (guint i = 0; i < self->overlap->tools->len; i++) {
        guint32 tool = g_array_index (self->overlap->tools, guint32, i);
        const AttriEdge *use = attri_overlap__get_use (self->graph, self->overlap->focus, tool);
        g_autoptr (GString) says = g_string_new (NULL);
        attri_words__label (self, attri_markdown_table__cell (&table), tool);
        attri_words__numbers (self, says, use);
        g_string_append_printf (attri_markdown_table__cell (&table), "%s%s",
                                says->str + (says->len > 0), use->disputed ? ", disputed" : "");
        attri_words__facts (self, attri_markdown_table__cell (&table), tool);
        attri_markdown_table__end_row (&table);
    }
}

static void
append_heading (AttriOverlapTale *self, AttriMarkdown *to)
{
    g_autoptr (GString) heading = g_string_new (NULL);
    if (to->level == 1) {
        attri_words__label (self, heading, self->overlap->focus);
        g_string_append (heading, ": who shares its tooling?");
    }
    attri_markdown__heading (to, 0, to->level == 1 ? heading->str : "Who shares its tooling?");
}

void
attri_overlap__to_markdown (AttriOverlapTale *self, AttriMarkdown *to)
{
    append_heading (self, to);
    append_view (to);
    append_sentences (self, to, attri_words__introduction);
    append_sentences (self, to, attri_words__answer);
    append_sentences (self, to, attri_words__doubts);
    if (self->overlap->rows->len > 0)
        append_caution (to);
    append_rows (self, to);
    append_chance (self, to);
    append_tools (self, to);
}

/* ---- one other group ---- */

static void
append_side (AttriOverlapTale *self, GString *text, guint32 actor, guint32 tool)
{
    const AttriProse prose = {text, self->cited, self->escape};
    const AttriEdge *use = attri_overlap__get_use (self->graph, actor, tool);
    if (use == NULL)
        return;
    attri_tell__bibliography_add_claims (self->cited, use->claims);
    g_autoptr (GPtrArray) statements = attri_statement__list (self->graph, use->claims);
    for (guint i = 0; i < statements->len; i++) {
        g_string_append (text, "  - ");
        attri_words__name (self, text, actor);
        g_string_append (text, ": ");
        attri_prose__dated_statement (&prose, statements->pdata[i]);
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

void
attri_overlap__pair_to_markdown (AttriOverlapTale *self, AttriMarkdown *to)
{
    guint32 focus = self->overlap->focus, other = self->question->other;
    const AttriOverlapRow *row = attri_overlap_get_row (self->overlap, other);
    g_autoptr (GString) heading = g_string_new (NULL);
    attri_words__label (self, heading, focus);
    g_string_append (heading, " and ");
    attri_words__label (self, heading, other);
    g_string_append (heading, ": what tooling do they share?");
    attri_markdown__heading (to, 0, heading->str);
    append_view (to);
    append_sentences (self, to, attri_words__introduction);
    append_sentences (self, to, attri_words__pair_answer);
    append_sentences (self, to, attri_words__pair_context);
    append_sentences (self, to, attri_words__pair_doubts);
    if (row != NULL) {
        append_caution (to);
        append_shared (self, to->text, row);
    }
    append_alone (self, to->text);
    if (row != NULL) {
        attri_markdown__heading (to, 1, "What the words mean");
        append_sentences (self, to, attri_words__glossary);
    }
}

void
attri_overlap__append_markdown (AttriOverlapTale *self, AttriMarkdown *to)
{
    self->escape = attri_text__escape_markdown;
    if (self->question->other != ATTRI_NONE)
        attri_overlap__pair_to_markdown (self, to);
    else
        attri_overlap__to_markdown (self, to);
}
