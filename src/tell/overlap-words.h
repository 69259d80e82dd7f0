/* SPDX-License-Identifier: MIT
 *
 * overlap-words.h: sentences about an overlap, the same in text and Markdown.
 *
 * Each is appended with the input's strings escaped as the tale wants, and what
 * it cites is numbered as it is met. None begins or ends with a blank.
 */
#pragma once

#include "tell/overlap.h"

G_BEGIN_DECLS

/* So many names stand where they are an aside. */
#define ATTRI_WORDS_ASIDE 3

typedef void (*AttriSentence) (AttriOverlapTale *self, GString *text);

/* One after the other with blanks between; @sentences ends in %NULL. (transfer full) */
char *attri_words__join (AttriOverlapTale *self, const AttriSentence *sentences);

/* The same as a paragraph of plain text; nothing if all are silent. */
void attri_words__paragraph (AttriOverlapTale *self, GString *text, const AttriSentence *sentences);

/* "APT41"; "APT41 (G0096)", the name as a link where there is one; "[3] Trend Micro". */
void attri_words__name (AttriOverlapTale *self, GString *text, guint32 entity);
void attri_words__label (AttriOverlapTale *self, GString *text, guint32 entity);
void attri_words__source (AttriOverlapTale *self, GString *text, guint32 source);
/* "APT41, Aquatic Panda and 3 more": at most @most of the entities by name; 0 for all. */
void attri_words__names (AttriOverlapTale *self, GString *text, const GArray *entities, guint most);
/* " [4,5] ?[6]": who asserts an edge, and who doubts it; nothing for %NULL. */
void attri_words__numbers (AttriOverlapTale *self, GString *text, const AttriEdge *edge);

/* How the focus came to be meant; nothing if it was named by its own name. */
void attri_words__asked (AttriOverlapTale *self, GString *text);
/* How many tools the focus uses, and which are non-public; what was left out. */
void attri_words__own_tools (AttriOverlapTale *self, GString *text);
/* Who shares most, and how many would by chance. */
void attri_words__closest (AttriOverlapTale *self, GString *text);
/* What all uses of @tools by @actor rest on. */
void attri_words__side (AttriOverlapTale *self, GString *text, guint32 actor, const GArray *tools);
/* The same for all tools of the focus. */
void attri_words__focus_side (AttriOverlapTale *self, GString *text);
/* Other groups that somebody says are the focus, and what they are said to use. */
void attri_words__equated (AttriOverlapTale *self, GString *text);
/* What is said of who @actor and the focus are to each other; nothing if nothing is. */
void attri_words__identity (AttriOverlapTale *self, GString *text, guint32 actor);
/* By what chance is measured. */
void attri_words__model (AttriOverlapTale *self, GString *text);
/* "shared [7]; 3 of 158 groups, 5.72 bits": what is known of a tool. */
void attri_words__facts (AttriOverlapTale *self, GString *text, guint32 tool);
/* "Winnti for Linux [4], ShadowPad [5,6]; Mimikatz": what @row shares, the non-public ones
 * with who says so, if the focus uses any; and families. */
void attri_words__shared (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row);
/* The families that @row shares without sharing a member. */
void attri_words__families (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row);
/* Campaigns among the rows; nothing if there is none. */
void attri_words__campaigns (AttriOverlapTale *self, GString *text);
/* "without families 10.02 and 21.84 bits", non-public and all; or %NULL if they are the
 * same. (transfer full) */
char *attri_words__without_families (const AttriOverlapRow *row);
/* "APT41 alone, 26: DUSTTRAP, ...": what @actor uses and @other does not; nothing if
 * there is nothing. */
void attri_words__alone (AttriOverlapTale *self, GString *text, guint32 actor, guint32 other);
/* Whether nobody says of any tool how easily it is had: then none is called non-public. */
gboolean attri_words__is_unsaid (const AttriOverlap *overlap);
/* "non-public ", or nothing in that case. */
const char *attri_words__telling (const AttriOverlap *overlap);
/* What non-public and bits mean. */
void attri_words__terms (AttriOverlapTale *self, GString *text);

/* Paragraphs, each ending in %NULL: how the focus came to be meant, the answer, what it
 * rests on; and of a pair the answer, chance and who they are, what it rests on. */
extern const AttriSentence attri_words__introduction[];
extern const AttriSentence attri_words__answer[];
extern const AttriSentence attri_words__doubts[];
extern const AttriSentence attri_words__pair_answer[];
extern const AttriSentence attri_words__pair_context[];
extern const AttriSentence attri_words__pair_doubts[];
/* What the words and the numbers mean. */
extern const AttriSentence attri_words__glossary[];

G_END_DECLS
