/* SPDX-License-Identifier: MIT
 *
 * test-arena.c: memory that is aligned, zeroed, apart and stays put.
 */
#include "base/arena-private.h"

#include <stddef.h>
#include <stdint.h>

static void
test_alloc (void)
{
    g_autoptr (AttriArena) arena = attri_arena__new ();
    guint8 *pieces[400];

    /* Odd sizes, now and then one larger than a block. */
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        const gsize size = i % 97 == 96 ? 40000 : i % 53 + 1;
        pieces[i] = attri_arena__alloc (arena, 1, size);
        g_assert_cmpuint ((uintptr_t)pieces[i] % _Alignof(max_align_t), ==, 0);
        for (gsize j = 0; j < size; j++) {
            g_assert_cmpuint (pieces[i][j], ==, 0);
            pieces[i][j] = (guint8)i;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        const gsize size = i % 97 == 96 ? 40000 : i % 53 + 1;
        for (gsize j = 0; j < size; j++)
            g_assert_cmpuint (pieces[i][j], ==, (guint8)i);
    }
    g_assert_null (attri_arena__alloc (arena, 0, 8));
}

static void
test_strdup (void)
{
    g_autoptr (AttriArena) arena = attri_arena__new ();
    g_autofree char *large = g_strnfill (100000, 'x');
    const char *small = attri_arena__strdup (arena, "before");
    const char *copy = attri_arena__strdup (arena, large);

    g_assert_cmpstr (copy, ==, large);
    g_assert_cmpstr (small, ==, "before");
    g_assert_cmpstr (attri_arena__strdup (arena, ""), ==, "");
    g_assert_null (attri_arena__strdup (arena, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/arena/alloc", test_alloc);
    g_test_add_func ("/base/arena/strdup", test_strdup);
    return g_test_run ();
}
