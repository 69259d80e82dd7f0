/* SPDX-License-Identifier: MIT
 *
 * table-private.h: what belongs to a text that somebody else chose.
 */
#pragma once

#include <attrigraph/base.h>

/**
 * AttriTable:
 *
 * Texts and what belongs to each. The hash is keyed anew for every table (SipHash-1-3,
 * Aumasson and Bernstein 2012), so no file can be written that makes all texts collide.
 * Nothing here has an order, so none can leak into an output.
 */
typedef struct _AttriTable AttriTable;

AttriTable *attri_table__new (void);
void attri_table__free (AttriTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriTable, attri_table__free)

/**
 * attri_table__slot:
 * @bytes: (array length=length): a text, without a NUL in it
 * @text: (out) (optional): the table's own copy, which lives as long as the table
 *
 * Time: O(length), amortised.
 *
 * Returns: (transfer none): where the text's pointer is kept, %NULL at first; good until the
 * next call
 */
gpointer *attri_table__slot (AttriTable *self, const char *bytes, gsize length, const char **text);

/* How many texts there are. */
guint attri_table__get_size (const AttriTable *self);
