/* SPDX-License-Identifier: MIT
 *
 * swaps.h: a table of groups and tools shuffled by swaps, which keep every group's number
 * of tools and every tool's number of groups to the letter; one group's row stays as it is.
 */
#pragma once

#include <glib.h>

#define SWAPS_MOST_SHARED 16

typedef struct {
    guint group, tool;
} Use;

/**
 * Swaps:
 * @uses: (element-type Use): the ones of the table but for the row of @focus
 * @cells: groups × tools
 * @telling: by tool
 */
typedef struct {
    guint n_groups, n_tools, focus;
    GArray *uses;
    guint8 *cells;
    guint8 *telling;
    guint64 state;
} Swaps;

static inline Swaps
swaps_new (guint n_groups, guint n_tools, guint focus)
{
    return (Swaps){n_groups,
                   n_tools,
                   focus,
                   g_array_new (FALSE, FALSE, sizeof (Use)),
                   g_new0 (guint8, (gsize)n_groups * n_tools),
                   g_new0 (guint8, n_tools),
                   22};
}

static inline void
swaps_clear (Swaps *self)
{
    g_array_unref (self->uses);
    g_free (self->cells);
    g_free (self->telling);
}

static inline guint8 *
swaps_cell (const Swaps *self, guint group, guint tool)
{
    return &self->cells[(gsize)group * self->n_tools + tool];
}

static inline void
swaps_add (Swaps *self, guint group, guint tool)
{
    Use use = {group, tool};
    *swaps_cell (self, group, tool) = TRUE;
    if (group != self->focus)
        g_array_append_val (self->uses, use);
}

/* Numerical Recipes' generator: the test must be the same everywhere. */
static inline guint32
swaps_random (guint64 *state)
{
    *state = *state * G_GUINT64_CONSTANT (6364136223846793005) +
             G_GUINT64_CONSTANT (1442695040888963407);
    return (guint32)(*state >> 33);
}

/* Makes A-x, B-y into A-y, B-x where that is a change of the table. */
static inline void
swaps_try (Swaps *self)
{
    Use *a = &g_array_index (self->uses, Use, swaps_random (&self->state) % self->uses->len);
    Use *b = &g_array_index (self->uses, Use, swaps_random (&self->state) % self->uses->len);
    if (*swaps_cell (self, a->group, b->tool) || *swaps_cell (self, b->group, a->tool))
        return;
    *swaps_cell (self, a->group, a->tool) = *swaps_cell (self, b->group, b->tool) = FALSE;
    guint tool = a->tool;
    a->tool = b->tool;
    b->tool = tool;
    *swaps_cell (self, a->group, a->tool) = *swaps_cell (self, b->group, b->tool) = TRUE;
}

/* Adds @weight to @sums[k] for each other group that shares at least k tools with the focus,
 * all or only the telling. */
static inline void
swaps_count (const Swaps *self, gboolean telling, double weight, double *sums)
{
    for (guint group = 0; group < self->n_groups; group++) {
        guint shared = 0;
        for (guint tool = 0; tool < self->n_tools && group != self->focus; tool++)
            shared += *swaps_cell (self, group, tool) && *swaps_cell (self, self->focus, tool) &&
                      (!telling || self->telling[tool]);
        for (guint k = 1; k <= MIN (shared, SWAPS_MOST_SHARED); k++)
            sums[k] += weight;
    }
}

/* The means over @samples tables, each some swaps for each use from the one before. */
static inline void
swaps_sample (Swaps *self, guint samples, double *telling, double *all)
{
    for (guint sample = 0; sample < samples + 5; sample++) {
        for (guint n = 0; n < 4 * self->uses->len; n++)
            swaps_try (self);
        if (sample < 5)
            continue;
        swaps_count (self, TRUE, 1.0 / samples, telling);
        swaps_count (self, FALSE, 1.0 / samples, all);
    }
}
