/* SPDX-License-Identifier: MIT
 *
 * bicm.h: tables of zeros and ones that are as random as their margins allow.
 */
#pragma once

#include <glib.h>

/**
 * AttriBicm:
 *
 * The bipartite configuration model: among all ways to fill a table, the one of
 * greatest entropy whose rows and columns have the given sums on average. Cells
 * are independent, and that of row i and column j is 1 with probability
 * x_i y_j / (1 + x_i y_j), where the x and y depend on the sums alone (Saracco,
 * Di Clemente, Gabrielli, Squartini, "Randomizing bipartite networks", 2015,
 * equations 6 to 8). Immutable; one owner.
 */
typedef struct _AttriBicm AttriBicm;

/**
 * attri_bicm__new:
 * @rows: (array length=n_rows): the sum of each row, none more than @n_columns
 * @columns: (array length=n_columns): the sum of each column; both add up to the same
 *
 * Time: O(n log n), and for each of some tens of rounds the number of different
 * row sums times that of different column sums.
 *
 * Returns: (transfer full) (nullable): %NULL if the sums cannot be met to a thousandth
 */
AttriBicm *
attri_bicm__new (const guint32 *rows, guint n_rows, const guint32 *columns, guint n_columns);
void attri_bicm__free (AttriBicm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriBicm, attri_bicm__free)

/* The probability that the cell is 1. O(1). */
double attri_bicm__get (const AttriBicm *self, guint row, guint column);

/**
 * attri_bicm__tails:
 * @p: (array length=n): probabilities of independent events
 * @tails: (out caller-allocates) (array length=most+1): the probability of at
 *   least 0, 1, ... @most of them
 *
 * The tail of a Poisson-binomial distribution, exact but for rounding: nothing
 * is subtracted from anything, so that small tails are as exact as large ones.
 *
 * Time: O(n × most).
 */
void attri_bicm__tails (const double *p, guint n, guint most, double *tails);
