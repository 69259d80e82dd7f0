/* SPDX-License-Identifier: MIT
 *
 * stix-object.h: one object becomes a row of the run.
 */
#pragma once

#include "read/stix-report.h"

/* Adds the object @item to its run; tells of it instead if it cannot be used. */
void stix_object_add (StixItem *item);
