/* SPDX-License-Identifier: MIT
 *
 * compare-private.h: total orders, so that nothing depends on the order of
 * input. %NULL sorts before text, no date before any.
 */
#pragma once

#include <attrigraph/model.h>

/* The first of @orders that is not 0, else 0. */
int attri_order__first (const int *orders, gsize n);
#define ATTRI_FIRST_ORDER(orders) attri_order__first ((orders), G_N_ELEMENTS (orders))

int attri_order__u32 (guint32 a, guint32 b);
/* By year, month and day as written: unlike attri_date_compare(), 2021 and 2021-12-31 differ. */
int attri_order__date (AttriDate a, AttriDate b);
/* Of two ids of one entity, whether @a is the one to show: the shorter is the one
 * that a person gave; then the least by bytes. */
gboolean attri_order__better_id (const char *a, const char *b);
/* Keeps the earlier of two dates, of two that end on one day the shorter; no date is later than
 * any. */
void attri_order__take_earlier (AttriDate *date, AttriDate other);
int attri_order__place (AttriPlace a, AttriPlace b);
int attri_order__ids (const char *const *a, const char *const *b);

/* All fields but the id, the place and what is resolved by index. */
int attri_order__source (const AttriSource *a, const AttriSource *b);
int attri_order__entity (const AttriEntity *a, const AttriEntity *b);
int attri_order__reference (const AttriReference *a, const AttriReference *b);
int attri_order__citation (const AttriCitation *a, const AttriCitation *b);

/* The marking of what two records say together: the stricter. What nobody marked is stricter than
 * CLEAR, for it may not be public. */
AttriTlp attri_tlp__join (AttriTlp a, AttriTlp b);

/* What a statement says: all of its own fields but the ends, the type and value,
 * the place, and when it came to us. Starts with start_time, then id. */
int attri_order__content (const AttriClaim *a, const AttriClaim *b);

/* By the runs @a and @b of @indexes. */
int attri_order__run (AttriRange a, AttriRange b, const GArray *indexes);

/* The canonical order of the claims of a graph whose indexes are @indexes. Rows are ordered by id,
 * so rows stand for ids; %ATTRI_NONE comes last, and those who have it are told apart by value. */
int attri_order__claim (const AttriClaim *a, const AttriClaim *b, const GArray *indexes);
