/* SPDX-License-Identifier: MIT
 *
 * markdown.h: blocks of Markdown, for answers that stand alone or share a page.
 */
#pragma once

#include "tell/prose.h"

G_BEGIN_DECLS

/**
 * AttriMarkdown:
 * @text: what is appended to
 * @cited: the sources told of so far
 * @level: of an answer's own heading: 1 where it stands alone, 2 on a page
 * @lists: tables are written as lists, for readers without GitHub's extension
 */
typedef struct {
    GString *text;
    AttriBibliography *cited;
    guint level;
    gboolean lists;
} AttriMarkdown;

/* Ends what stands there, so that a new paragraph, list or table can begin. */
void attri_markdown__begin_block (AttriMarkdown *self);
/* A heading, @depth below that of the answer; @words are Markdown already. */
void attri_markdown__heading (AttriMarkdown *self, guint depth, const char *words);
/* A chapter with the sources that were told of; nothing without any. */
void attri_markdown__bibliography (AttriMarkdown *self);
/* What claims and their words are appended with. */
AttriProse attri_markdown__prose (AttriMarkdown *self, GString *text);

/**
 * AttriMarkdownTable:
 * @headings: (array zero-terminated=1): of the columns; behind a `>` one of numbers
 *
 * A table while it is written; nothing is, before its first row ends.
 */
typedef struct {
    AttriMarkdown *to;
    const char *const *headings;
    GPtrArray *cells;
    gboolean begun;
} AttriMarkdownTable;

void attri_markdown_table__init (AttriMarkdownTable *self, AttriMarkdown *to,
                                 const char *const *headings);
void attri_markdown_table__clear (AttriMarkdownTable *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttriMarkdownTable, attri_markdown_table__clear)

/* The next cell of the row, to append Markdown to. (transfer none) */
GString *attri_markdown_table__cell (AttriMarkdownTable *self);
void attri_markdown_table__end_row (AttriMarkdownTable *self);

G_END_DECLS
