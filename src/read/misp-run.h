/* SPDX-License-Identifier: MIT
 *
 * misp-run.h: what clusters have said so far, for the files that read and settle it.
 *
 *   misp.c           a cluster: what it is, and its values
 *   misp-type.c      galaxies and STIX types
 *   misp-value.c     a value: an entity, its names and what they rest on
 *   misp-claim.c     what a value's meta says of countries, sponsors and targets
 *   misp-relation.c  what a value says of other values
 *   misp-entity.c    when all are known: values to the builder
 *   misp-run.c       who is meant by what they say, and all of that to the builder
 *
 * Strings live in the run's arena. Nothing points into a document, whose text goes as soon as
 * it is read.
 */
#pragma once

#include "base/arena-private.h"
#include "read/misp.h"

/* Who gave a name, as a value has it: by a UUID of the galaxy of producers, or in words. */
typedef struct {
    const char *name;
    const char *producer;  /* (nullable) */
    const char *publisher; /* (nullable) */
    const char *quote;     /* as it is written */
} MispCredit;

/* How the other end of a statement is told. */
typedef enum {
    MISP_END_VALUE,  /* row.value, no entity */
    MISP_END_ENTITY, /* an id */
    MISP_END_UUID,   /* a bare UUID */
    MISP_END_ATTACK, /* an id of ATT&CK's, as G0096 */
} MispEnd;

/**
 * MispStatement:
 * @row: but for what the builder resolves
 * @reversed: it is @to that does it
 * @source: the edition of the galaxy, which is carrier and claimant
 * @credits: who gave the name, if it is one
 */
typedef struct {
    AttriClaim row;
    const char *from;
    MispEnd end;
    const char *to;
    gboolean reversed;
    const char *source;
    const MispCredit *credits;
    guint n_credits;
    const char *pointer;
} MispStatement;

/**
 * MispEntity:
 * @source: the edition of the galaxy that it is a value of
 *
 * A value. Several may have one id: in two editions, or by mistake.
 */
typedef struct {
    const char *id;
    const char *type;
    const char *name;
    const char *description;
    const AttriReference *references;
    guint n_references;
    const char *source;
    AttriPlace place;
    const char *pointer;
} MispEntity;

/* A place, sector or body that a value merely names; many values name the same. */
typedef struct {
    const char *id;
    const char *type;
    const char *name;
    const char *identity_class; /* (nullable) */
    AttriPlace place;
} MispThing;

/* An edition of a galaxy, and the galaxy. */
typedef struct {
    const char *id;
    const char *edition_of; /* (nullable) */
    const char *title;
    AttriPlace place;
} MispSource;

struct MispRun {
    AttriArena *strings;
    GArray *entities;   /* MispEntity */
    GArray *statements; /* MispStatement */
    GArray *things;     /* MispThing */
    GArray *sources;    /* MispSource */
};

/**
 * MispGalaxy:
 * @type: of entities: STIX's, or x-misp- and the cluster's own
 * @authority: whose ids meta.external_id holds, or %NULL
 * @source: id of this edition
 *
 * A cluster while it is read.
 */
typedef struct {
    const Reader *reader;
    MispRun *run;
    const char *type;
    const char *authority;
    const char *source;
} MispGalaxy;

/* A value while it is read; @id: of the entity; @node: all of it. */
typedef struct {
    const MispGalaxy *galaxy;
    const char *id;
    const char *name;
    const Node *node;
} MispValue;

/* One of a member's texts, without white space around it. */
typedef struct {
    const char *text;
    AttriPlace place;
    const char *pointer;
} MispText;

/* misp-type.c */

/* "intrusion-set" for "mitre-intrusion-set". In @arena, if it is not a literal. */
const char *misp_entity_type (const char *galaxy, AttriArena *arena);
/* (nullable): "mitre-attack" for "mitre-intrusion-set". A literal. */
const char *misp_authority (const char *galaxy);
/* The ASCII letters, digits and other UTF-8 of @text, in lower case, with a hyphen for anything
 * else between them. */
char *misp_slug (const char *text, AttriArena *arena);
/* The first of @rows, which begin with a string and are sorted by it, that is not before @key; as
 * many as there are rows if all are. O(log n). */
guint misp_lower_bound (const GArray *rows, const char *key);
/* "%s" and all that follows, in @arena. */
char *misp_printf (AttriArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* misp-text.c */

/* Tells of something at @place. */
void misp_tell (const MispGalaxy *galaxy, ReadRule rule, AttriPlace place, const char *pointer,
                const char *format, ...) G_GNUC_PRINTF (5, 6);
/* The texts of @json, a string or a list of them; what is neither, or empty, is told of.
 * (transfer full) (element-type MispText): none if @json is %NULL */
GArray *misp_texts (const MispGalaxy *galaxy, const Node *parent, const AttriJson *json);

/* misp-entity.c */

/* A record that files of other formats have. */
typedef struct {
    const char *id;
    const char *name; /* (nullable): of an entity; so is @type */
    const char *type;
} MispKnown;

/* What else the run has under an id, before MISP adds to it: no placeholders. (transfer full)
 * (element-type MispKnown) */
GArray *misp_known_entities (const AttriGraphBuilder *builder);
GArray *misp_known_sources (const AttriGraphBuilder *builder);
/* (nullable): the first under @id. */
const MispKnown *misp_find_known (const GArray *known, const char *id);
/* Gives the values to @builder, and takes names they may not bear as statements. */
void misp_add_entities (MispRun *run, const GArray *known, AttriGraphBuilder *builder,
                        AttriFindings *findings);

/* misp-value.c, misp-claim.c, misp-relation.c */

void misp_read_value (const MispGalaxy *galaxy, const Node *node);
void misp_read_claims (const MispValue *value, const Node *meta);
/* Whether misp_read_claims() reads this member of meta. */
gboolean misp_is_claim (const char *key);
void misp_read_related (const MispValue *value, const AttriJson *json);
/* Adds a statement about @value, to be settled with all others. */
void misp_add_statement (const MispValue *value, const MispText *text, MispStatement statement);
