/* SPDX-License-Identifier: MIT
 *
 * overlap.h: what all ways of telling an overlap share.
 */
#pragma once

#include "tell/markdown.h"

#include <attrigraph/tell.h>

G_BEGIN_DECLS

/**
 * AttriOverlapTale:
 * @cited: the sources told of so far
 * @escape: makes a string of the input harmless where it is to stand
 *
 * An overlap while it is told.
 */
typedef struct {
    const AttriGraph *graph;
    const AttriCensus *census;
    const AttriOverlap *overlap;
    const AttriOverlapQuestion *question;
    AttriBibliography *cited;
    char *(*escape) (const char *input);
} AttriOverlapTale;

/**
 * AttriSide:
 * @reports: (element-type guint32): the claimants behind some uses, by index
 * @publishers: (array zero-terminated=1): those that stand independently behind them
 *
 * What one group's use of some tools rests on.
 */
typedef struct {
    GArray *reports;
    GPtrArray *publishers;
} AttriSide;

/* The uses of @tools by @actor. O(claims of the uses). (transfer full) */
AttriSide *attri_side__new (const AttriGraph *graph, guint32 actor, const GArray *tools);
void attri_side__free (AttriSide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriSide, attri_side__free)
/* Whether both rest on the same one report. */
gboolean attri_side__is_same_report (const AttriSide *self, const AttriSide *other);

/* Tools of which both sides of @row rest on one and the same report: one witness, not two.
 * (element-type guint32) */
GArray *attri_overlap__find_same_report (const AttriOverlapTale *self, const AttriOverlapRow *row);

/* Whether @claim is made and held. */
gboolean attri_overlap__is_live (const AttriClaim *claim);
/* The edge that says that @actor uses @tool, or %NULL. */
const AttriEdge *attri_overlap__get_use (const AttriGraph *graph, guint32 actor, guint32 tool);
/* What is said of who two groups are to each other; (element-type guint32): edges. */
GArray *attri_overlap__find_identity (const AttriGraph *graph, guint32 one, guint32 other);
/* The actors that somebody equates @actor with; (element-type guint32) sorted. */
GArray *attri_overlap__find_equated (const AttriGraph *graph, guint32 actor);

/* How many tools @actor is said to use. */
guint attri_overlap__count_tools (const AttriGraph *graph, guint32 actor);
AttriToolFacts attri_overlap__get_facts (const AttriOverlapTale *self, guint32 tool);
/* Thousandths of a bit as "10.02". (transfer full) */
char *attri_overlap__format_bits (guint32 bits);
/* Hundredths, rounded up to two digits that count: "0.47", "8.3", "61". (transfer full) */
char *attri_overlap__format_number (guint32 hundredths);
/* What every answer ends in. */
extern const char attri_overlap__caution[];

/* The tellings, (transfer full) or appended. */
char *attri_overlap__to_text (AttriOverlapTale *self);
char *attri_overlap__pair_to_text (AttriOverlapTale *self);
/* Of all groups or of one, with the escaper that takes. */
void attri_overlap__append_markdown (AttriOverlapTale *self, AttriMarkdown *to);
void attri_overlap__to_markdown (AttriOverlapTale *self, AttriMarkdown *to);
void attri_overlap__pair_to_markdown (AttriOverlapTale *self, AttriMarkdown *to);
char *attri_overlap__to_csv (AttriOverlapTale *self);
char *attri_overlap__pair_to_csv (AttriOverlapTale *self);
/* Of all groups, or of the one that was asked about. */
char *attri_overlap__to_json (AttriOverlapTale *self);

G_END_DECLS
