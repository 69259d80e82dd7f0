/* SPDX-License-Identifier: MIT
 *
 * fuzz.h: what all targets do with the bytes they make up.
 */
#pragma once

#include <attrigraph/model.h>

/**
 * fuzz_read:
 * @before, @after: what stands around the bytes, so that they get further
 *
 * Reads and builds twice. Besides not crashing: what yields no graph yields an error at a place,
 * what yields one yields the same again, and so does what is written of it.
 */
void fuzz_read (const guint8 *data, gsize size, const char *before, const char *after);

/* Aborts unless what is written of @graph in the own format is read as the same graph, and
 * written again in the same bytes. */
void fuzz_check_written (const AttriGraph *graph);
