/* SPDX-License-Identifier: MIT
 *
 * chance.h: what a row of an overlap would be without any meaning.
 */
#pragma once

#include <attrigraph/query.h>

/* Fills in what chance would give: @self's model, chances and counts, and each
 * row's. Its tools, rows and their order are there already. */
void attri_overlap__add_chance (AttriOverlap *self, const AttriGraph *graph,
                                const AttriCensus *census, guint without);
