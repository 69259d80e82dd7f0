/* SPDX-License-Identifier: MIT
 *
 * independence-private.h: counting independent publishers for many runs of claims.
 */
#pragma once

#include <attrigraph/model.h>

/* More than so many are not told apart. */
#define ATTRI_INDEPENDENCE_MOST 4

/* Whether its publisher counts for itself: a report that repeats nobody. */
gboolean attri_source__counts_as_root (const AttriSource *source);

/* What publishers have in common that are not independent of each other: the name before a comma,
 * as in "House, Team", without regard to case; the same for houses that were one. (transfer full)
 */
char *attri_publisher__fold (const char *publisher);

/* Whose word a source is: its publisher as folded above, or its own if it names none.
 * (transfer full) */
char *attri_source__house (const AttriSource *source);

typedef struct _AttriIndependence AttriIndependence;

/* O(n log n) in the sources, however they are based on each other. (transfer full) */
AttriIndependence *attri_independence__new (const AttriGraph *graph);
void attri_independence__free (AttriIndependence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriIndependence, attri_independence__free)

/**
 * attri_independence__count:
 *
 * Time: O(claims).
 *
 * Returns: how many publishers attri_graph_get_lineage() would list, at most
 * %ATTRI_INDEPENDENCE_MOST
 */
guint attri_independence__count (const AttriIndependence *self, AttriRange claims);
