/* SPDX-License-Identifier: MIT
 *
 * history.h: what was said of who somebody is, in the order in which it was said.
 */
#pragma once

#include "tell/markdown.h"

#include <attrigraph/tell.h>

G_BEGIN_DECLS

/* Nothing that comes before or after. */
#define ATTRI_NO_EVENT G_MAXUINT32

/**
 * AttriEvent:
 * @date: when, or %ATTRI_DATE_NONE
 * @taken_back: not the claim, but its being revoked
 * @first: nobody asserted it before
 * @contradicts: the earliest event that this one opposes, or %ATTRI_NO_EVENT
 * @contradicted_by: the first later event that opposes this one, or %ATTRI_NO_EVENT
 */
typedef struct {
    guint32 claim;
    guint32 edge;
    AttriDate date;
    gboolean taken_back;
    gboolean first;
    guint32 contradicts;
    guint32 contradicted_by;
} AttriEvent;

/**
 * AttriHistory:
 * @events: (element-type AttriEvent): by date, those without one last
 * @left_out: how many claims about the entity are not among them
 * @cited: the sources of these claims
 */
typedef struct {
    const AttriGraph *graph;
    guint32 entity;
    GArray *events;
    guint32 left_out;
    AttriBibliography *cited;
} AttriHistory;

/* O(n log n) in the claims about the entity. (transfer full) */
AttriHistory *attri_tell__history_new (const AttriGraph *graph, guint32 entity, gboolean all);
void attri_tell__history_free (AttriHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriHistory, attri_tell__history_free)

const AttriEvent *attri_tell__history_get (const AttriHistory *self, guint index);
const AttriClaim *attri_tell__history_get_claim (const AttriHistory *self, guint index);

/* When our files held the claim, if that is more than a month after it was said, or if nobody
 * knows when that was; else %ATTRI_DATE_NONE. */
AttriDate attri_tell__get_known_since (const AttriClaim *claim);

/* The tellings, (transfer full) or appended. */
char *attri_tell__history_to_text (const AttriHistory *self);
void attri_tell__history_to_markdown (const AttriHistory *self, AttriMarkdown *to);
char *attri_tell__history_to_json (const AttriHistory *self);

G_END_DECLS
