/* SPDX-License-Identifier: MIT
 *
 * stix-own.h: what our own extension says of an object (model/stix-private.h).
 *
 * Anybody can write it, so it is checked as the own format is, and never outweighs what the
 * object's properties say: its ends, its marking, and whether it was taken back.
 */
#pragma once

#include "read/stix-item.h"

/**
 * StixStatement:
 * @row: what is said, but for what the object's properties say
 * @in: (nullable) (array zero-terminated=1): places it is limited to
 * @citations: (array length=n_citations): what it rests on, by ids of sources
 */
struct StixStatement {
    AttriClaim row;
    StixId *const *in;
    const AttriCitationDraft *citations;
    guint n_citations;
};

/**
 * StixOwn:
 * @text: as it is written, for the order of versions
 * @statements: (array length=n_statements): of a relationship or an opinion one, of an entity
 *   those on its names and values
 * @type: (nullable): of an entity: one of ours, in place of STIX's
 * @source, @based_on: of a source
 */
struct StixOwn {
    const char *text;
    const StixStatement *statements;
    guint n_statements;
    const char *type;
    const char *country;
    const char *identity_class;
    AttriDate first_seen;
    AttriDate last_seen;
    gboolean is_family;
    gboolean provisional;
    AttriSourceDraft source;
};

/* Whether @item bears our extension. */
gboolean stix_item_is_own (const StixItem *item);
/* What it says; %NULL if there is none that can be read. What is wrong in it is told of, and left
 * out, as it is of a feed's other members. */
const StixOwn *stix_own_read (StixItem *item, const StixObject *object);
/* The member @name of the object @text. */
gboolean stix_text_find (AttriJsonText text, const char *name, AttriJsonText *found);

/* Reads the statement @node of a relationship or opinion, or with @inner one on a value of an
 * entity, which has nothing else to say it. FALSE, after a finding, where nothing can be kept. */
gboolean stix_own_read_statement (StixItem *item, const Node *node, gboolean inner,
                                  StixStatement *statement);
/* Reads the list of citations @node. */
void stix_own_read_citations (StixItem *item, const Node *node, StixStatement *statement);
