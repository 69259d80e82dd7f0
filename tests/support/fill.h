/* SPDX-License-Identifier: MIT
 *
 * fill.h: made-up records that use everything the model can hold.
 */
#pragma once

#include <attrigraph/model.h>

/**
 * test_fill:
 * @seed: printed by the caller when something fails
 * @joins: whether some sources share a page, and some entities an external id, so that records
 *   are joined or it is unclear which are one
 * @n_statements: how many; sources and entities come from small fixed pools, so that what
 *   two seeds give speaks of the same things
 *
 * What must agree between the records of one source or entity does; all else may differ.
 */
void test_fill (AttriGraphBuilder *builder, guint32 seed, gboolean joins, guint n_statements);

/* Some of four saved views, each with or without all that there may be; for a file that test_fill()
 * filled. What two seeds give under one id mostly differs, which is an error in one graph. */
void test_fill_views (AttriGraphBuilder *builder, guint32 seed);
