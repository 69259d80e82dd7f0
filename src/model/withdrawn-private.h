/* SPDX-License-Identifier: MIT
 *
 * withdrawn-private.h: which withdrawals took something back.
 */
#pragma once

#include <attrigraph/model.h>

/**
 * attri_edge__find_withdrawn:
 *
 * Time: O(n log n) for n claims of @edge.
 *
 * Returns: (transfer full) (nullable): of whose assertions in @edge some were withdrawn
 * (attri_source__house()); %NULL for nobody's
 */
GTree *attri_edge__find_withdrawn (const AttriGraph *graph, const AttriEdge *edge);

/* Whether @claim withdraws something; @houses (nullable) is what was found for its edge. */
gboolean
attri_claim__takes_back (const AttriGraph *graph, const AttriClaim *claim, GTree *houses);
