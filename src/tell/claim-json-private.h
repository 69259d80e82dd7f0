/* SPDX-License-Identifier: MIT
 *
 * claim-json-private.h: claims, and what else is told of by id, as JSON.
 */
#pragma once

#include "base/json-text-private.h"

#include <attrigraph/model.h>

G_BEGIN_DECLS

/* The member `tlp`; left out if there is no marking. */
void attri_json_text__tlp (AttriJsonText *json, AttriTlp tlp);
/* Left out if @value is FALSE. */
void attri_json_text__true (AttriJsonText *json, const char *key, gboolean value);
/* The members `change`, if something is compared and this did change, and `was`. */
void attri_json_text__change (AttriJsonText *json, AttriChange change, const char *was);
/* (transfer none) (nullable): %NULL for %ATTRI_NONE */
const char *attri_tell__get_source_id (const AttriGraph *graph, guint32 source);
/* An element: the claim with its citations, sources by id. */
void attri_json_text__claim (AttriJsonText *json, const AttriGraph *graph, const AttriClaim *claim);
/* The members of a source. */
void attri_json_text__source (AttriJsonText *json, const AttriGraph *graph, guint32 index);
/* The members of an edge: its ends, how it stands, and the claims with their changes. */
void attri_json_text__edge (AttriJsonText *json, const AttriGraph *graph, const AttriEdge *edge);
/* An object with the id, type and name of an entity. */
void attri_json_text__entity (AttriJsonText *json, const char *key, const AttriGraph *graph,
                              guint32 index);
/* All that is known of an entity besides claims, as members; its change included. */
void attri_json_text__entity_members (AttriJsonText *json, const AttriGraph *graph, guint32 index);
/* The member `view`: which cut of the facts this is. */
void attri_json_text__view (AttriJsonText *json, const AttriStamp *stamp);

G_END_DECLS
