/* SPDX-License-Identifier: MIT
 *
 * own.h: what the parts of an own document share while it is written.
 */
#pragma once

#include "base/json-text-private.h"

#include <attrigraph/export.h>

/**
 * OwnWriter:
 * @recorded: of everything in the document that has no date of its own, or none
 * @tlp: likewise
 */
typedef struct {
    const AttriGraph *graph;
    AttriJsonText *json;
    AttriDate recorded;
    AttriTlp tlp;
} OwnWriter;

/* Ids of entities or sources, on one line; left out where there are none. */
typedef const char *(*OwnIdAt) (const AttriGraph *graph, guint32 row);
void own_write_ids (const OwnWriter *self, const char *key, AttriRange range, OwnIdAt id_at);

/* Left out where it is what @inherited says. */
void own_write_tlp (const OwnWriter *self, AttriTlp tlp, AttriTlp inherited);

/* The member @key, left out if %FALSE. */
void own_write_flag (const OwnWriter *self, const char *key, gboolean flag);

/* The date @recorded, left out where the document's says the same. */
void own_write_recorded (const OwnWriter *self, AttriDate recorded);

/* All that is said of a source, but for its marking. */
void own_write_source_members (const OwnWriter *self, const AttriSource *source);

/* ---- the parts of a document ---- */

/* An entity as an element of `entities`, or several where its records have several ids. */
void own_write_entity (const OwnWriter *self, guint32 row);

/* A claim as an element of `relationships`. */
void own_write_relationship (const OwnWriter *self, const AttriClaim *claim);

/* The claims with a value that are made of an entity, as members of an object with the
 * marking @tlp. */
void own_write_inner_statements (const OwnWriter *self, guint32 entity, AttriTlp tlp);
