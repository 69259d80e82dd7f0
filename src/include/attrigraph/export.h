/* SPDX-License-Identifier: MIT
 *
 * export.h: a graph in the formats of files.
 * In:  an AttriGraph, which is read and neither changed nor kept.
 * Out: text that the caller owns.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * attri_export_own:
 * @graph: (transfer none): what to write
 *
 * The own format, in its canonical form: ordered, each value spelt in one way, defaults
 * left out. Reading it gives the same graph again, but for places, and that gives the same
 * text. Change marks and the stamp of a view have no place in it.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): a JSON document that ends in a newline
 */
ATTRI_API char *attri_export_own (const AttriGraph *graph);

G_END_DECLS
