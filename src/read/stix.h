/* SPDX-License-Identifier: MIT
 *
 * stix.h: STIX 2.0 and 2.1 on its way into the builder, for the files of this room.
 */
#pragma once

#include "read/reader.h"

/* What the STIX objects of all files of a run have said so far. */
typedef struct StixRun StixRun;

/* Whether the root is an object whose id begins with its type, as STIX has them, or an empty
 * bundle. */
gboolean stix_is_object (const AttriJsonDocument *document);

/* A bundle, a bare object or an array of objects. Makes the run's StixRun if there is none. */
void read_stix (Reader *reader);

/* Settles versions, markings and citations, and gives drafts to @builder. */
void stix_run_end (StixRun *self, AttriGraphBuilder *builder, AttriFindings *findings);
void stix_run_free (StixRun *self);
