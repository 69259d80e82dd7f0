/* SPDX-License-Identifier: MIT
 *
 * test-bicm.c: the configuration model gives back the sums it was made of, and
 * tails are what counting all cases gives.
 */
#include "query/bicm.h"

#include <glib.h>

/* Every row and every column has its sum, to a millionth. */
static void
check_sums (const AttriBicm *bicm, const guint32 *rows, guint n_rows, const guint32 *columns,
            guint n_columns)
{
    g_assert_nonnull (bicm);
    for (guint i = 0; i < n_rows; i++) {
        double sum = 0;
        for (guint j = 0; j < n_columns; j++)
            sum += attri_bicm__get (bicm, i, j);
        g_assert_cmpfloat_with_epsilon (sum, rows[i], 1e-6);
    }
    for (guint j = 0; j < n_columns; j++) {
        double sum = 0;
        for (guint i = 0; i < n_rows; i++)
            sum += attri_bicm__get (bicm, i, j);
        g_assert_cmpfloat_with_epsilon (sum, columns[j], 1e-6);
    }
}

static void
test_sums (void)
{
    const guint32 rows[] = {3, 1, 2, 2, 5, 1}, columns[] = {4, 1, 1, 3, 2, 1, 2};
    g_autoptr (AttriBicm) bicm =
        attri_bicm__new (rows, G_N_ELEMENTS (rows), columns, G_N_ELEMENTS (columns));
    check_sums (bicm, rows, G_N_ELEMENTS (rows), columns, G_N_ELEMENTS (columns));
}

/* With equal sums every cell is alike: 2 of 6 in each row. */
static void
test_even (void)
{
    const guint32 rows[] = {2, 2, 2}, columns[] = {1, 1, 1, 1, 1, 1};
    g_autoptr (AttriBicm) bicm = attri_bicm__new (rows, 3, columns, 6);
    for (guint i = 0; i < 3; i++)
        for (guint j = 0; j < 6; j++)
            g_assert_cmpfloat_with_epsilon (attri_bicm__get (bicm, i, j), 1.0 / 3, 1e-9);
}

/* By hand: with rows 2, 1 and columns 2, 1 the first column is full, and so is
 * then the first row; nothing is left to chance. */
static void
test_certain (void)
{
    const guint32 rows[] = {2, 1}, columns[] = {1, 2};
    g_autoptr (AttriBicm) bicm = attri_bicm__new (rows, 2, columns, 2);
    g_assert_cmpfloat (attri_bicm__get (bicm, 0, 0), ==, 1);
    g_assert_cmpfloat (attri_bicm__get (bicm, 0, 1), ==, 1);
    g_assert_cmpfloat (attri_bicm__get (bicm, 1, 0), ==, 0);
    g_assert_cmpfloat (attri_bicm__get (bicm, 1, 1), ==, 1);
}

/* A tool of everybody, and a group without any; the rest is as if they were not there. */
static void
test_partly_certain (void)
{
    const guint32 rows[] = {0, 2, 2, 2}, columns[] = {3, 1, 1, 1};
    g_autoptr (AttriBicm) bicm = attri_bicm__new (rows, 4, columns, 4);
    check_sums (bicm, rows, 4, columns, 4);
    g_assert_cmpfloat (attri_bicm__get (bicm, 0, 0), ==, 0);
    g_assert_cmpfloat (attri_bicm__get (bicm, 2, 0), ==, 1);
    g_assert_cmpfloat_with_epsilon (attri_bicm__get (bicm, 2, 2), 1.0 / 3, 1e-9);
}

/* No table has these sums. */
static void
test_impossible (void)
{
    const guint32 rows[] = {3, 3, 0}, columns[] = {3, 2, 1};
    g_assert_null (attri_bicm__new (rows, 3, columns, 3));
    const guint32 wide[] = {4}, narrow[] = {1, 1};
    g_assert_null (attri_bicm__new (wide, 1, narrow, 2));
}

/* The first two rows must fill the first two columns, though neither is full: x
 * has no bound, and is followed until the sums are met. */
static void
test_at_the_bound (void)
{
    const guint32 rows[] = {3, 3, 1, 1}, columns[] = {3, 3, 1, 1};
    g_autoptr (AttriBicm) bicm = attri_bicm__new (rows, 4, columns, 4);
    g_assert_nonnull (bicm);
    g_assert_cmpfloat_with_epsilon (attri_bicm__get (bicm, 0, 0), 1, 1e-2);
    g_assert_cmpfloat_with_epsilon (attri_bicm__get (bicm, 3, 3), 0, 1e-2);
}

static void
test_nothing (void)
{
    const guint32 none[] = {0};
    g_autoptr (AttriBicm) empty = attri_bicm__new (none, 0, none, 0);
    g_assert_nonnull (empty);
    g_autoptr (AttriBicm) zero = attri_bicm__new (none, 1, none, 1);
    g_assert_cmpfloat (attri_bicm__get (zero, 0, 0), ==, 0);
}

/* Against all 2^n cases. */
static void
test_tails (void)
{
    const double p[] = {0.5, 0.01, 0.99, 0.3, 0, 1, 0.125, 0.7, 0.002, 0.25, 0.6, 0.9};
    enum { N = G_N_ELEMENTS (p) };
    double exactly[N + 1] = {0}, tails[N + 1];
    for (guint mask = 0; mask < 1u << N; mask++) {
        double weight = 1;
        guint ones = 0;
        for (guint i = 0; i < N; i++) {
            gboolean one = (mask >> i & 1u) != 0;
            weight *= one ? p[i] : 1 - p[i];
            ones += one;
        }
        exactly[ones] += weight;
    }
    for (guint most = 0; most <= N; most++) {
        attri_bicm__tails (p, N, most, tails);
        for (guint k = 0; k <= most; k++) {
            double tail = 0;
            for (guint i = N + 1; i > k; i--)
                tail += exactly[i - 1];
            g_assert_cmpfloat_with_epsilon (tails[k], tail, 1e-12);
        }
    }
}

/* A tail far below the spacing of doubles near 1 keeps its digits: 10^-30. */
static void
test_small_tail (void)
{
    const double p[] = {1e-10, 1e-10, 1e-10};
    double tails[4];
    attri_bicm__tails (p, 3, 3, tails);
    g_assert_cmpfloat_with_epsilon (tails[3] * 1e30, 1, 1e-9);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/bicm/sums", test_sums);
    g_test_add_func ("/query/bicm/even", test_even);
    g_test_add_func ("/query/bicm/certain", test_certain);
    g_test_add_func ("/query/bicm/partly-certain", test_partly_certain);
    g_test_add_func ("/query/bicm/impossible", test_impossible);
    g_test_add_func ("/query/bicm/at-the-bound", test_at_the_bound);
    g_test_add_func ("/query/bicm/nothing", test_nothing);
    g_test_add_func ("/query/bicm/tails", test_tails);
    g_test_add_func ("/query/bicm/small-tail", test_small_tail);
    return g_test_run ();
}
