/* SPDX-License-Identifier: MIT
 *
 * table.c: texts go in and are copied, pointers are kept beside them; the table
 * owns the copies, and never what is pointed to.
 */
#include "base/table-private.h"

#include "base/arena-private.h"

#include <string.h>
#include <unistd.h>

#define FIRST_CAPACITY 1024

typedef struct {
    guint64 hash;
    const char *text;
    gsize length;
    gpointer value;
} Entry;

struct _AttriTable {
    guint64 key[2];
    GArray *entries; /* Entry, in the order of their first appearance */
    guint32 *places; /* an entry's index plus one, or 0; open addressing */
    gsize capacity;  /* of @places, a power of two */
    AttriArena *texts;
};

static guint64
rotate (guint64 word, guint bits)
{
    return word << bits | word >> (64 - bits);
}

static inline void
sip_round (guint64 v[4])
{
    v[0] += v[1];
    v[1] = rotate (v[1], 13) ^ v[0];
    v[0] = rotate (v[0], 32);
    v[2] += v[3];
    v[3] = rotate (v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate (v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate (v[1], 17) ^ v[2];
    v[2] = rotate (v[2], 32);
}

static guint64
hash_bytes (const guint64 key[2], const char *bytes, gsize length)
{
    guint64 v[4] = {
        key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
        key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
        key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
        key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
    };
    guint64 word;
    gsize i = 0;

    for (; i + 8 <= length; i += 8) {
        memcpy (&word, bytes + i, 8);
        v[3] ^= word;
        sip_round (v);
        v[0] ^= word;
    }
    word = 0;
    if (i < length)
        memcpy (&word, bytes + i, length - i);
    word ^= (guint64)length << 56;
    v[3] ^= word;
    sip_round (v);
    v[0] ^= word;
    v[2] ^= 0xff;
    for (guint round = 0; round < 3; round++)
        sip_round (v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

AttriTable *
attri_table__new (void)
{
    AttriTable *self = g_new0 (AttriTable, 1);

    /* Without a secret key it is still a table, only one that can be made slow. */
    if (getentropy (self->key, sizeof self->key) != 0)
        self->key[0] = (guint64)g_get_monotonic_time ();
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->capacity = FIRST_CAPACITY;
    self->places = g_new0 (guint32, self->capacity);
    self->texts = attri_arena__new ();
    return self;
}

void
attri_table__free (AttriTable *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->entries);
    g_free (self->places);
    attri_arena__free (self->texts);
    g_free (self);
}

static gsize
next_place (const AttriTable *self, gsize place)
{
    return (place + 1) & (self->capacity - 1);
}

static void
grow (AttriTable *self)
{
    g_free (self->places);
    self->capacity *= 2;
    self->places = g_new0 (guint32, self->capacity);
    for (guint i = 0; i < self->entries->len; i++) {
        gsize place = g_array_index (self->entries, Entry, i).hash & (self->capacity - 1);
        while (self->places[place] != 0)
            place = next_place (self, place);
        self->places[place] = i + 1;
    }
}

static gboolean
is_at (const AttriTable *self, gsize place, guint64 hash, const char *bytes, gsize length)
{
    const Entry *entry = &g_array_index (self->entries, Entry, self->places[place] - 1);
    return entry->hash == hash && entry->length == length &&
           memcmp (entry->text, bytes, length) == 0;
}

gpointer *
attri_table__slot (AttriTable *self, const char *bytes, gsize length, const char **text)
{
    const guint64 hash = hash_bytes (self->key, bytes, length);
    gsize place = hash & (self->capacity - 1);

    while (self->places[place] != 0 && !is_at (self, place, hash, bytes, length))
        place = next_place (self, place);
    guint n = self->places[place];
    if (n == 0) {
        const Entry fresh = {hash, attri_arena__strndup (self->texts, bytes, length), length, NULL};
        g_array_append_val (self->entries, fresh);
        n = self->entries->len;
        self->places[place] = n;
        if (n > self->capacity / 2)
            grow (self);
    }
    Entry *entry = &g_array_index (self->entries, Entry, n - 1);
    if (text != NULL)
        *text = entry->text;
    return &entry->value;
}

guint
attri_table__get_size (const AttriTable *self)
{
    return self->entries->len;
}
