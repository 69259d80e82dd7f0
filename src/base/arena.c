/* SPDX-License-Identifier: MIT
 *
 * arena.c: sizes go in, memory comes out; the arena owns all of it, in blocks
 * that are freed at once.
 */
#include "base/arena-private.h"

#include <stddef.h>
#include <string.h>

#define BLOCK_BYTES 16384

typedef struct _Block Block;
struct _Block {
    Block *next;
    gsize used;
    gsize size;
    _Alignas(max_align_t) char data[];
};

struct _AttriArena {
    Block *blocks; /* the first is the one being filled */
};

AttriArena *
attri_arena__new (void)
{
    return g_new0 (AttriArena, 1);
}

void
attri_arena__free (AttriArena *self)
{
    if (self == NULL)
        return;
    while (self->blocks != NULL) {
        Block *next = self->blocks->next;
        g_free (self->blocks);
        self->blocks = next;
    }
    g_free (self);
}

static gpointer
take (AttriArena *self, gsize bytes, gsize alignment)
{
    Block *block = self->blocks;
    const gsize start = block != NULL ? (block->used + alignment - 1) / alignment * alignment : 0;

    if (block != NULL && start <= block->size && bytes <= block->size - start) {
        block->used = start + bytes;
        return block->data + start;
    }

    /* Something large gets a block of its own behind the one being filled. */
    const gsize size = MAX (bytes, BLOCK_BYTES);
    Block *fresh = g_malloc (sizeof (Block) + size);
    fresh->used = bytes;
    fresh->size = size;
    if (block != NULL && bytes > BLOCK_BYTES / 4) {
        fresh->next = block->next;
        block->next = fresh;
    } else {
        fresh->next = block;
        self->blocks = fresh;
    }
    return fresh->data;
}

gpointer
attri_arena__alloc (AttriArena *self, gsize n, gsize size)
{
    gsize bytes;
    if (!g_size_checked_mul (&bytes, n, size))
        g_error ("arena: %" G_GSIZE_FORMAT " × %" G_GSIZE_FORMAT " bytes overflow", n, size);
    if (bytes == 0)
        return NULL;
    return memset (take (self, bytes, _Alignof(max_align_t)), 0, bytes);
}

char *
attri_arena__strdup (AttriArena *self, const char *text)
{
    return text != NULL ? attri_arena__strndup (self, text, strlen (text)) : NULL;
}

char *
attri_arena__strndup (AttriArena *self, const char *bytes, gsize length)
{
    char *copy = take (self, length + 1, 1);
    memcpy (copy, bytes, length);
    copy[length] = '\0';
    return copy;
}
