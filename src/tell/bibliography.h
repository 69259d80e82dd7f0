/* SPDX-License-Identifier: MIT
 *
 * bibliography.h: the sources that an answer names, numbered in the order in
 * which a reader meets them.
 */
#pragma once

#include "base/json-text-private.h"

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * AttriBibliography:
 * @graph: the facts; they must outlive it
 * @sources: (element-type guint32): source indexes in the order in which they
 *   are first named; the first is number 1
 * @numbers: each source's number by its index, 0 for those not named
 * @sources: (element-type guint32): by number, from 1 on; %ATTRI_NONE where it is skipped
 * @links: (nullable) (array): by entity index, Markdown to stand for its name in a
 *   table or list, or %NULL; not owned
 */
typedef struct {
    const AttriGraph *graph;
    GArray *sources;
    guint32 *numbers;
    const char *const *links;
} AttriBibliography;

/* Empty. O(sources). (transfer full) */
AttriBibliography *attri_tell__bibliography_new (const AttriGraph *graph);
void attri_tell__bibliography_free (AttriBibliography *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriBibliography, attri_tell__bibliography_free)

/* The number of @source, which may be %ATTRI_NONE for 0; the next one if it has none yet. O(1). */
guint32 attri_tell__bibliography_add (AttriBibliography *self, guint32 source);
/* Leaves out a number that somebody else has given. */
void attri_tell__bibliography_skip (AttriBibliography *self);
/* Adds the claimant of a claim, and what each citation was read in and rests on. */
void attri_tell__bibliography_add_claim (AttriBibliography *self, const AttriClaim *claim);
void attri_tell__bibliography_add_claims (AttriBibliography *self, AttriRange claims);

/* "[2] VOI"; the source must have been added. */
void attri_tell__append_source (GString *text, const AttriBibliography *self, guint32 source);
/* "\nSources\n" and two or three lines for each; nothing without any. */
void attri_tell__append_bibliography (GString *text, const AttriBibliography *self);

/* The array `sources`, possibly empty. */
void attri_json_text__bibliography (AttriJsonText *json, const AttriBibliography *self);

G_END_DECLS
