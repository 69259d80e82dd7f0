/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap, and the one other group that was asked about.
 * Out: plain text with every claim of what the two share, and what it rests on.
 *      Every string of the input passes attri_text_for_terminal().
 */
#include "tell/claim-text.h"
#include "tell/overlap-words.h"
#include "tell/prose.h"
#include "tell/text.h"

#define INDENT 2

static void
append_side (AttriOverlapTale *self, GString *text, guint32 actor, guint32 tool)
{
    const AttriEdge *use = attri_overlap__get_use (self->graph, actor, tool);
    if (use == NULL)
        return;
    attri_tell__bibliography_add_claims (self->cited, use->claims);
    attri_tell__append_claims (text, self->cited, attri_graph_get_entity (self->graph, actor)->name,
                               use->claims);
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

/* What each uses alone, under a heading. */
static void
append_alone (AttriOverlapTale *self, GString *text)
{
    guint32 pair[] = {self->overlap->focus, self->question->other};
    const char *heading = "\nNot shared\n";
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GString) words = g_string_new (NULL);
        attri_words__alone (self, words, pair[i], pair[1 - i]);
        if (words->len == 0)
            continue;
        g_string_append (text, heading);
        attri_tell__append_paragraph (text, INDENT, words->str);
        heading = "";
    }
}

char *
attri_overlap__pair_to_text (AttriOverlapTale *self)
{
    const AttriOverlapRow *row = attri_overlap_get_row (self->overlap, self->question->other);
    guint32 focus = self->overlap->focus, other = self->question->other;
    GString *text = g_string_new (NULL);
    const AttriProse prose = {text, self->cited, self->escape};
    attri_words__label (self, text, focus);
    g_string_append (text, " and ");
    attri_words__label (self, text, other);
    g_string_append (text, ": what tooling do they share?\n");
    attri_prose__view (&prose, "  this view: ", "\n");
    attri_words__paragraph (self, text, attri_words__introduction);
    attri_words__paragraph (self, text, attri_words__pair_answer);
    attri_words__paragraph (self, text, attri_words__pair_context);
    attri_words__paragraph (self, text, attri_words__pair_doubts);
    if (row != NULL) {
        attri_tell__append_paragraph (text, INDENT, attri_overlap__caution);
        append_shared (self, text, row);
    }
    append_alone (self, text);
    if (row != NULL) {
        g_string_append (text, "\nWhat the words mean\n");
        attri_words__paragraph (self, text, attri_words__glossary);
    }
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}
