/* SPDX-License-Identifier: MIT
 *
 * misp.h: MISP galaxy clusters on their way into the builder, for the files of this room.
 */
#pragma once

#include "read/reader.h"

/* What the clusters of all files of a run have said so far. */
typedef struct MispRun MispRun;

/* A cluster. Makes the run's MispRun if there is none. */
void read_misp (Reader *reader);

/**
 * misp_run_end:
 * @builder: holds what all other readers of the run have found
 *
 * A value points to others by UUID alone, whatever their type, galaxy or format; so statements
 * wait until all entities are known.
 *
 * Time: O(n log n) for n entities and statements.
 */
void misp_run_end (MispRun *self, AttriGraphBuilder *builder, AttriFindings *findings);
void misp_run_free (MispRun *self);
