/* SPDX-License-Identifier: MIT
 *
 * keys.c: the keys of open objects, and a finding for each that comes twice.
 *
 * Keys are whatever the file's author liked, so nothing is hashed: few are
 * compared in pairs, many are sorted.
 */
#include "json/scanner.h"

#include "base/text-private.h"

#include <string.h>

/* Up to here pairs are cheaper than sorting; no real object has more. */
#define FEW_KEYS 32

/* Tells most keys apart by one comparison; those it does not are compared whole. */
static guint64
key_print (const char *bytes, gsize length)
{
    const gsize n = MIN (length, 8);
    guint64 head = 0;
    guint64 tail = 0;

    memcpy (&head, bytes, n);
    memcpy (&tail, bytes + length - n, n);
    return head ^ (tail << 29 | tail >> 35) ^ length;
}

void
scan_key_add (Scanner *self, const ScanString *string, AttriPlace place)
{
    ScanKey key = {string->bytes, string->length, 0, place.line, place.column};

    if (string->escaped) {
        g_autofree char *decoded = g_malloc (string->length + 1);
        key.length = decode_string (string->bytes, string->length, decoded);
        decoded[key.length] = '\0';
        key.bytes = g_string_chunk_insert_len (self->document->keys, decoded, (gssize)key.length);
    }
    key.print = key_print (key.bytes, key.length);
    g_array_append_val (self->keys, key);
}

static void
tell_twice (Scanner *self, const ScanKey *key, const ScanKey *first)
{
    g_autofree char *text = g_strndup (key->bytes, key->length);
    g_autofree char *quoted = attri_text__quote (text);
    const AttriPlace place = {self->name, key->line, key->column};

    scanner_tell (self, JSON_RULE_DUPLICATE_KEY, place,
                  "key %s is already at line %u, column %u; expected each key once", quoted,
                  first->line, first->column);
}

static void
check_pairs (Scanner *self, const ScanKey *keys, guint n)
{
    for (guint i = 1; i < n; i++) {
        for (guint j = 0; j < i; j++) {
            if (keys[i].print == keys[j].print && keys[i].length == keys[j].length &&
                memcmp (keys[i].bytes, keys[j].bytes, keys[i].length) == 0) {
                tell_twice (self, &keys[i], &keys[j]);
                break;
            }
        }
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer unused)
{
    const ScanKey *x = a;
    const ScanKey *y = b;

    (void)unused;
    if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    return memcmp (x->bytes, y->bytes, x->length);
}

void
scan_keys_check (Scanner *self)
{
    const guint first = scanner_top (self)->first_key;
    const guint n = self->keys->len - first;
    ScanKey *keys = n > 0 ? &g_array_index (self->keys, ScanKey, first) : NULL;

    if (n <= FEW_KEYS) {
        check_pairs (self, keys, n);
    } else {
        /* GLib's merge sort is stable: of equal keys the first stays first. */
        g_qsort_with_data (keys, (int)n, sizeof *keys, compare_keys, NULL);
        for (guint i = 1, of = 0; i < n; i++) {
            if (compare_keys (&keys[i], &keys[of], NULL) == 0)
                tell_twice (self, &keys[i], &keys[of]);
            else
                of = i;
        }
    }
    g_array_set_size (self->keys, first);
}
