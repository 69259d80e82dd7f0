/* SPDX-License-Identifier: MIT
 *
 * sources.h: what a case rests on.
 */
#pragma once

#include "tell/markdown.h"

#include <attrigraph/tell.h>

G_BEGIN_DECLS

/* So many sources are listed unless all are asked for. */
#define ATTRI_FOUNDATIONS_LISTED 20

/**
 * AttriBearing:
 * @makes: claims it makes
 * @carries: claims of others that were read in it
 * @alone: statements that nobody would assert without it; of several editions of one
 *   source, without that source
 *
 * What rests on one source. A statement is all claims with the same ends and type;
 * what is revoked or withdrawn bears nothing.
 */
typedef struct {
    guint32 source;
    guint32 makes;
    guint32 carries;
    guint32 alone;
} AttriBearing;

/**
 * AttriFoundations:
 * @bearings: (element-type AttriBearing): every source, the most load-bearing first
 * @relayed: how many claims were read in another source than their claimant
 * @publishers: how many stand independently behind the whole
 * @by_publishers: how many asserted statements have no, one, two or more
 *   independent publishers
 * @disputed, @unasserted: how many statements are opposed, or asserted by nobody
 */
typedef struct {
    const AttriGraph *graph;
    GArray *bearings;
    guint32 relayed;
    guint publishers;
    guint32 by_publishers[3];
    guint32 disputed;
    guint32 unasserted;
} AttriFoundations;

/* O(n log n). (transfer full) */
AttriFoundations *attri_tell__foundations_new (const AttriGraph *graph);
void attri_tell__foundations_free (AttriFoundations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriFoundations, attri_tell__foundations_free)

/* The tellings; text and Markdown list the first @most.
 * (transfer full), or appended. */
char *attri_tell__foundations_to_text (const AttriFoundations *self, guint most);
void
attri_tell__foundations_to_markdown (const AttriFoundations *self, guint most, AttriMarkdown *to);
char *attri_tell__foundations_to_csv (const AttriFoundations *self);
char *attri_tell__foundations_to_json (const AttriFoundations *self);

G_END_DECLS
