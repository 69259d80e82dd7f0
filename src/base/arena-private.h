/* SPDX-License-Identifier: MIT
 *
 * arena-private.h: many small allocations that live and die together.
 */
#pragma once

#include <glib.h>

typedef struct _AttriArena AttriArena;

AttriArena *attri_arena__new (void);
/* Frees everything that came out of it. */
void attri_arena__free (AttriArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriArena, attri_arena__free)

/* (transfer none): @n × @size bytes of zeroes, aligned for anything, or %NULL for none. O(bytes).
 */
gpointer attri_arena__alloc (AttriArena *self, gsize n, gsize size);
/* (transfer none) (nullable): a copy of @text, %NULL for %NULL. */
char *attri_arena__strdup (AttriArena *self, const char *text);
/* (transfer none): a copy of the @length bytes at @bytes, with a NUL behind them. */
char *attri_arena__strndup (AttriArena *self, const char *bytes, gsize length);
