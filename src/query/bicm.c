/* SPDX-License-Identifier: MIT
 *
 * bicm.c: sums of rows and columns go in, the probability of each cell comes
 * out. Only + - * / are used, which IEEE 754 rounds alike everywhere, and rounds
 * are counted, not timed: every machine gets the same bits.
 */
#include "query/bicm.h"

#include <stdlib.h>
#include <string.h>

/* When a round changes no x or y by more than this part of it, it is the last. */
#define SMALL_CHANGE 1e-12
#define MOST_ROUNDS  20000
/* And how many cells all rounds together may visit. */
#define MOST_VISITS (200.0 * 1000 * 1000)
/* How far a sum may be missed before the model is given up. */
#define MOST_MISSED 1e-3

/* Rows, or columns, of one sum: they have one x. */
typedef struct {
    guint32 sum;
    guint32 count;
    double left; /* of the sum, after what is certain is taken away */
    double x;
    gboolean certain; /* all its cells are 0, or all that are left are 1 */
} Kind;

/* One side of the table. */
typedef struct {
    Kind *kinds; /* smallest sum first */
    guint n_kinds;
    guint *kind_of; /* by row */
    guint32 n;
} Side;

struct _AttriBicm {
    Side rows;
    Side columns;
    /* The probability of a cell, by kinds; rows first. */
    double *cells;
};

static int
compare_sums (const void *a, const void *b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

static int
compare_kind (const void *sum, const void *kind)
{
    return compare_sums (sum, &((const Kind *)kind)->sum);
}

static void
side_init (Side *side, const guint32 *sums, guint n)
{
    g_autofree guint32 *sorted = g_new (guint32, n + 1);
    if (n > 0) {
        memcpy (sorted, sums, n * sizeof (guint32));
        qsort (sorted, n, sizeof (guint32), compare_sums);
    }
    side->n = n;
    side->kinds = g_new0 (Kind, n + 1);
    side->kind_of = g_new0 (guint, n + 1);
    for (guint i = 0; i < n; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1])
            side->kinds[side->n_kinds++] = (Kind){.sum = sorted[i], .left = sorted[i]};
        side->kinds[side->n_kinds - 1].count++;
    }
    for (guint i = 0; i < n; i++) {
        const Kind *kind =
            bsearch (&sums[i], side->kinds, side->n_kinds, sizeof (Kind), compare_kind);
        side->kind_of[i] = (guint)(kind - side->kinds);
    }
}

static void
side_clear (Side *side)
{
    g_free (side->kinds);
    g_free (side->kind_of);
}

/* How many rows, or columns, are not certain. */
static double
count_open (const Side *side)
{
    double n = 0;
    for (guint i = 0; i < side->n_kinds; i++)
        n += side->kinds[i].certain ? 0 : side->kinds[i].count;
    return n;
}

/*
 * Takes away the rows that are all 0 or, in the columns that are left, all 1,
 * for which no finite x is large or small enough. Returns whether there were any.
 */
static gboolean
settle (AttriBicm *self, Side *side, Side *other)
{
    gboolean any = FALSE;
    for (guint i = 0; i < side->n_kinds; i++) {
        Kind *kind = &side->kinds[i];
        double open = count_open (other);
        if (kind->certain || (kind->left > 0 && kind->left < open))
            continue;
        any = kind->certain = TRUE;
        for (guint j = 0; j < other->n_kinds; j++) {
            Kind *across = &other->kinds[j];
            if (across->certain)
                continue;
            guint row = side == &self->rows ? i : j, column = side == &self->rows ? j : i;
            self->cells[row * self->columns.n_kinds + column] = kind->left > 0;
            across->left -= kind->left > 0 ? kind->count : 0;
        }
    }
    return any;
}

/* One round for one side: what each x must be if the other side's stay. Returns
 * the largest part by which one changed. */
static double
adjust (Side *side, const Side *other)
{
    double most = 0;
    for (guint i = 0; i < side->n_kinds; i++) {
        Kind *kind = &side->kinds[i];
        if (kind->certain)
            continue;
        double sum = 0;
        for (guint j = 0; j < other->n_kinds; j++) {
            const Kind *across = &other->kinds[j];
            if (!across->certain)
                sum += across->count * across->x / (1 + kind->x * across->x);
        }
        double x = kind->left / sum;
        double change = x > kind->x ? (x - kind->x) / x : (kind->x - x) / x;
        most = MAX (most, change);
        kind->x = x;
    }
    return most;
}

static void
iterate (AttriBicm *self)
{
    double visits = 2.0 * self->rows.n_kinds * self->columns.n_kinds;
    double rounds = MIN (MOST_ROUNDS, MOST_VISITS / MAX (visits, 1));
    double total = 1;
    for (guint i = 0; i < self->rows.n_kinds; i++) {
        const Kind *kind = &self->rows.kinds[i];
        total += kind->certain ? 0 : kind->left * kind->count;
    }
    /* In a sparse table x y is near row sum × column sum / total. */
    for (guint i = 0; i < self->rows.n_kinds; i++)
        self->rows.kinds[i].x = self->rows.kinds[i].left / total;
    for (guint j = 0; j < self->columns.n_kinds; j++)
        self->columns.kinds[j].x = self->columns.kinds[j].left;
    for (guint round = 0; round < rounds; round++) {
        double change = adjust (&self->rows, &self->columns);
        if (MAX (change, adjust (&self->columns, &self->rows)) < SMALL_CHANGE)
            break;
    }
}

static void
fill_cells (AttriBicm *self)
{
    for (guint i = 0; i < self->rows.n_kinds; i++) {
        for (guint j = 0; j < self->columns.n_kinds; j++) {
            const Kind *row = &self->rows.kinds[i], *column = &self->columns.kinds[j];
            double odds = row->x * column->x;
            if (!row->certain && !column->certain)
                self->cells[i * self->columns.n_kinds + j] = odds / (1 + odds);
        }
    }
}

/* Whether every row, or column, has its sum. */
static gboolean
is_met (const AttriBicm *self, gboolean by_rows)
{
    const Side *side = by_rows ? &self->rows : &self->columns;
    const Side *other = by_rows ? &self->columns : &self->rows;
    for (guint i = 0; i < side->n_kinds; i++) {
        double sum = 0;
        for (guint j = 0; j < other->n_kinds; j++)
            sum += other->kinds[j].count *
                   self->cells[by_rows ? i * other->n_kinds + j : j * side->n_kinds + i];
        double missed = sum - side->kinds[i].sum;
        /* Written so that what is not a number is not met either. */
        if (!(missed < MOST_MISSED && missed > -MOST_MISSED))
            return FALSE;
    }
    return TRUE;
}

AttriBicm *
attri_bicm__new (const guint32 *rows, guint n_rows, const guint32 *columns, guint n_columns)
{
    g_autoptr (AttriBicm) self = g_new0 (AttriBicm, 1);
    side_init (&self->rows, rows, n_rows);
    side_init (&self->columns, columns, n_columns);
    self->cells = g_new0 (double, (gsize)self->rows.n_kinds * self->columns.n_kinds + 1);
    gboolean more = TRUE;
    while (more) {
        more = settle (self, &self->rows, &self->columns);
        more = settle (self, &self->columns, &self->rows) || more;
    }
    iterate (self);
    fill_cells (self);
    return is_met (self, TRUE) && is_met (self, FALSE) ? g_steal_pointer (&self) : NULL;
}

void
attri_bicm__free (AttriBicm *self)
{
    if (self == NULL)
        return;
    side_clear (&self->rows);
    side_clear (&self->columns);
    g_free (self->cells);
    g_free (self);
}

double
attri_bicm__get (const AttriBicm *self, guint row, guint column)
{
    return self
        ->cells[self->rows.kind_of[row] * self->columns.n_kinds + self->columns.kind_of[column]];
}

void
attri_bicm__tails (const double *p, guint n, guint most, double *tails)
{
    /* exactly[k] events so far for k < most, and in the last place at least most. */
    g_autofree double *exactly = g_new0 (double, most + 1);
    exactly[0] = 1;
    for (guint i = 0; i < n && most > 0; i++) {
        exactly[most] += exactly[most - 1] * p[i];
        for (guint k = most - 1; k > 0; k--)
            exactly[k] = exactly[k] * (1 - p[i]) + exactly[k - 1] * p[i];
        exactly[0] *= 1 - p[i];
    }
    tails[most] = exactly[most];
    for (guint k = most; k > 0; k--)
        tails[k - 1] = tails[k] + exactly[k - 1];
}
