/* SPDX-License-Identifier: MIT
 *
 * stix.h: what the parts of a bundle share while it is written.
 */
#pragma once

#include "base/json-text-private.h"

#include <attrigraph/export.h>

/* Where members stand that STIX has no property for (STIX 2.1, section 7.3). */
#define STIX_EXTENSION "extension-definition--7e17fd38-e34c-45be-8ba5-e6893c370cc0"

/**
 * StixWriter:
 * @ids: (element-type utf8): STIX ids by entity
 * @latest: for what bears no date
 * @used_ids: (element-type utf8): of relationships, so that none is given twice
 * @n_unheld: claims that no object says
 * @n_imprecise: dates that had to be made more precise
 */
typedef struct {
    const AttriGraph *graph;
    AttriJsonText *json;
    GPtrArray *ids;
    AttriDate latest;
    GTree *used_ids;
    guint n_unheld;
    guint n_imprecise;
} StixWriter;

/* The type of STIX for one of ours. (transfer full) */
char *stix_type_of (const char *type);
/* Whether @id is one of STIX for an object of @type. */
gboolean stix_is_id (const char *id, const char *type);
/* An id made of @name, the same for the same name (UUID version 5). (transfer full) */
char *stix_make_id (const char *type, const char *name);

/* type, spec_version, id, created and modified, which may be no date. */
void stix_write_head (StixWriter *self, const char *type, const char *id, AttriDate created,
                      AttriDate modified);
/* A point in time, the first or last of @date; left out if that is none. */
void stix_write_time (StixWriter *self, const char *key, AttriDate date, gboolean last);
/* object_marking_refs, unless there is no marking. */
void stix_write_marking (StixWriter *self, AttriTlp tlp);
/* The markings that anything has, as objects. */
void stix_write_markings (StixWriter *self);
/* A source as an external reference, an element of a list. */
void stix_write_source (StixWriter *self, guint32 source);
/* Its members alone. */
void stix_write_source_members (StixWriter *self, guint32 source);
/* Begins our extension; what follows up to two closings is in it. */
void stix_open_extension (StixWriter *self);

/* An entity as an object. */
void stix_write_entity (StixWriter *self, guint32 row);
/* What is claimed of two entities, as relationships and opinions. */
void stix_write_relationships (StixWriter *self);
