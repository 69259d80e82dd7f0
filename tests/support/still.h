/* SPDX-License-Identifier: MIT
 *
 * still.h: how still two pictures hold what both show. The measures are those of diagram stability
 * (Misue and others, 1995): how far it has moved, and how many pairs kept their order.
 */
#pragma once

#include <attrigraph/layout.h>

/* The aims. */
#define TEST_STILL_MOVED   0.02 /* of the diagonal, on average, at most */
#define TEST_STILL_FAR     0.02 /* of what both show, by more than a twentieth of it, at most */
#define TEST_STILL_ORDERED 0.98 /* of all pairs, on either axis, at least */
#define TEST_STILL_CROSSED 1.3  /* times as often as in a fresh layout, at most */

/* The middle of every box of a picture, by key, and the picture's diagonal. */
typedef struct _TestPlaces TestPlaces;

TestPlaces *test_places_of_plan (const AttriPlan *plan);
/* The same boxes and lines as plain dot places them. %NULL if there is no dot. */
TestPlaces *test_places_of_dot (const AttriPlan *plan);
void test_places_free (TestPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPlaces, test_places_free)

/* Sums over any number of updates. Moves are in diagonals of the picture before, once what both
 * show is aligned by the median move. */
typedef struct {
    guint updates;
    double moved;
    guint64 places, far, pairs, ordered;
} TestStillness;

void test_stillness_add (TestStillness *self, const TestPlaces *old, const TestPlaces *new);
double test_stillness_moved (const TestStillness *self);
double test_stillness_far (const TestStillness *self);
double test_stillness_ordered (const TestStillness *self);

/**
 * test_case_grow:
 * @whole: a case
 * @seed: says with which report each entity and claim comes in; `group-0` is there at once
 * @step: after how many of @n_steps reports
 *
 * Returns: (transfer full): the case as it was then
 */
AttriGraph *test_case_grow (const AttriGraph *whole, guint32 seed, guint step, guint n_steps);
