/* SPDX-License-Identifier: MIT
 *
 * check.h: every doubt about the data of a finished graph.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * attri_check_graph:
 * @graph: (transfer none): what to look at
 * @findings: where doubts are added
 *
 * Time: O(n log n).
 */
ATTRI_API void attri_check_graph (const AttriGraph *graph, AttriFindings *findings);

/* This room's table of rules, for the manual. (transfer none) (array length=n) */
ATTRI_API const AttriRule *attri_check_get_rules (guint *n);

G_END_DECLS
