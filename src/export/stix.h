/* SPDX-License-Identifier: MIT
 *
 * stix.h: what the parts of a bundle share while it is written.
 */
#pragma once

#include "base/json-text-private.h"
#include "model/stix-private.h"

#include <attrigraph/export.h>

/**
 * StixWriter:
 * @ids: (element-type utf8): STIX ids by entity
 * @latest: for what bears no date
 * @used_ids: (element-type utf8): of relationships, so that none is given twice
 * @n_unheld: claims that no object says
 */
typedef struct {
    const AttriGraph *graph;
    AttriJsonText *json;
    GPtrArray *ids;
    AttriDate latest;
    GTree *used_ids;
    guint n_unheld;
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
void stix_write_reference (StixWriter *self, guint32 source);
/* A source as an object. */
void stix_write_source (StixWriter *self, guint32 source);
/* Begins our extension; what follows up to two closings is in it. */
void stix_open_extension (StixWriter *self);

/* What there is no property for in @claims (element-type guint32), which say the same, by several
 * claimants: members of our extension. */
void stix_write_statement (StixWriter *self, const GArray *claims);
/* What a claim that has no other end says of its own, besides. */
void stix_write_value (StixWriter *self, guint32 row);

/* An entity as an object. */
void stix_write_entity (StixWriter *self, guint32 row);
/* What is claimed of two entities, as relationships and opinions. */
void stix_write_relationships (StixWriter *self);
