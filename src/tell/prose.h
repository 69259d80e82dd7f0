/* SPDX-License-Identifier: MIT
 *
 * prose.h: claims and what they speak of in words, for text and Markdown alike.
 */
#pragma once

#include "tell/bibliography.h"
#include "tell/statement.h"

G_BEGIN_DECLS

/**
 * AttriProse:
 * @text: what is appended to
 * @cited: the sources, which must have been added
 * @escape: makes a string of the input harmless where it is to stand
 */
typedef struct {
    GString *text;
    const AttriBibliography *cited;
    char *(*escape) (const char *input);
} AttriProse;

/* @before and @input, or nothing without an input. */
void attri_prose__append (const AttriProse *self, const char *before, const char *input);
/* @before and "[2] VOI". */
void attri_prose__source (const AttriProse *self, const char *before, guint32 source);
/* The name of an entity, as a link where there is one. */
void attri_prose__entity (const AttriProse *self, guint32 entity);
/* "is the same as Vixen", "is also called Reynard", "availability public": an edge from or to
 * @entity, without it. */
void attri_prose__statement (const AttriProse *self, const AttriEdge *edge, guint32 entity);
/* "in Taiwan, Nepal: assessed ("probably"), says [1] Insikt (read in [2] VOI, para. 8)". */
void attri_prose__claim (const AttriProse *self, const AttriClaim *claim);
/* Its parts: @before, the places and @after, or nothing without any; how firmly it is said; by
 * whom. */
void attri_prose__places (const AttriProse *self, const char *before, const AttriClaim *claim,
                          const char *after);
void attri_prose__firmness (const AttriProse *self, const AttriClaim *claim);
void attri_prose__voice (const AttriProse *self, const AttriStatement *statement);
/* The same of all claims that say so, with ", 2021-07-08". */
void attri_prose__dated_statement (const AttriProse *self, const AttriStatement *statement);
/* " (said of Earth Lusca)": what a view that folds identities must not hide; else nothing. */
void attri_prose__said_of (const AttriProse *self, const AttriClaim *claim);
/* "stated", or "denied" where the claim does not assert. */
const char *attri_prose__get_verdict (const AttriClaim *claim);
/* "voi-2021, news, our grade F, based on insikt-2021" */
void attri_prose__character (const AttriProse *self, const AttriSource *source);
/* @before, which cut of the facts this is, and @after; nothing if it is none. */
void attri_prose__view (const AttriProse *self, const char *before, const char *after);
/* "G0096", or the entity's own id where no catalogue gives it a short one; "G0044, G0096" for
 * records that the view folded into one. (transfer full) */
char *attri_prose__short_id (const AttriGraph *graph, guint32 entity);

G_END_DECLS
