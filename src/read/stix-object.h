/* SPDX-License-Identifier: MIT
 *
 * stix-object.h: one object becomes a row of the run.
 */
#pragma once

#include "read/stix-report.h"

/* Adds the object @item to its run; tells of it instead if it cannot be used. */
void stix_object_add (StixItem *item);

/* Read what only objects of a kind have: entities; reports, notes and opinions; collections;
 * markings. */
void stix_object_read_entity (StixItem *item, StixObject *object);
void stix_object_read_report (StixItem *item, StixObject *object);
void stix_object_read_collection (StixItem *item, StixObject *object);
void stix_object_read_marking (StixItem *item, StixObject *object);
