/* SPDX-License-Identifier: MIT
 *
 * names-private.h: when two names are the same to a reader.
 */
#pragma once

#include <attrigraph/model.h>

/* (transfer full): @text after Unicode case folding and NFKC; equal names fold to equal bytes. */
char *attri_name__fold (const char *text);

/* Whether @part, which is folded, is in @text after folding. */
gboolean attri_name__holds (const char *text, const char *part);

/* The short id that a catalogue gives an entity, as "G0096"; or NULL, also where one catalogue
 * gives several, as it does to records that a view folded into one. (transfer none) */
const char *attri_graph__get_number (const AttriGraph *graph, guint32 index);

/* All that the first such catalogue gives: "G0044, G0096", or NULL. (transfer full) */
char *attri_graph__list_numbers (const AttriGraph *graph, guint32 index);

/**
 * attri_graph__tell_apart:
 * @named: by entity index: whether it is named together with the others
 *
 * Records of two feeds are often called the same, and are two until somebody says otherwise.
 *
 * Time: O(claims of namesakes + n log n), n being those named.
 *
 * Returns: (transfer container): by entity index: for one of several that are called the same,
 *   what is to stand in parentheses after its name: its type where a group and a tool are called
 *   alike, else its number in a catalogue, whose record it is, its type, or its id; NULL for all
 *   others
 */
const char **attri_graph__tell_apart (const AttriGraph *graph, const guint8 *named);
