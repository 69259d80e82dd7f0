/* SPDX-License-Identifier: MIT
 *
 * builder-private.h: what the steps of building a graph hand to each other.
 *
 *   builder.c      copies drafts, runs the steps
 *   source-join.c  decides which records are one source
 *   sources.c      makes one row of the records of a source, follows lineage ids
 *   join.c         decides which records are one entity
 *   entities.c     makes one row of the records of an entity
 *   records.c      decides what that row shows, and keeps what it cannot
 *   claims.c       splits statements by claimant, pairs and orders claims
 *   saved.c        puts saved views in order, one for each id
 *   resolve.c      ids to rows, and what to say where there is none
 */
#pragma once

#include "model/graph-private.h"
#include "model/rules-private.h"

/* A saved view whose focus is ids yet. */
typedef struct {
    AttriSavedView row;
    const char *const *focus;
    const char *pointer;
} AttriSavedDraft;

struct _AttriGraphBuilder {
    AttriArena *kept;      /* strings that the graph will own */
    AttriArena *scratch;   /* ids and lists that go with the builder */
    GArray *sources;       /* AttriSourceDraft */
    GArray *entities;      /* AttriEntityDraft */
    GPtrArray *statements; /* AttriStatementDraft, in the scratch */
    GArray *saved;         /* AttriSavedDraft */
    const char *file;      /* of the last place: they come in runs */
    gboolean apart;        /* join nothing but what bears one id */
};

/* A row and one of the ids that lead to it. */
typedef struct {
    const char *id;
    guint32 row;
} AttriIdRow;

/* One run of attri_graph_builder_end(). */
typedef struct {
    AttriGraphBuilder *builder;
    AttriGraph *graph;
    AttriFindings *findings;
    GArray *source_ids; /* AttriIdRow, by id */
    GArray *entity_ids; /* AttriIdRow, by id; a joined entity has several */
    GTree *told;        /* dangling ids by place: a default citation is used many times */
} AttriBuild;

/* The steps, in this order. */
void attri_build__sources (AttriBuild *build);
void attri_build__entities (AttriBuild *build);
void attri_build__claims (AttriBuild *build);
void attri_build__saved_views (AttriBuild *build);

/**
 * attri_build__group:
 * @drafts: (element-type AttriEntityDraft): the builder's records, by id
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (element-type guint32): for each record the lowest
 * row of a record of the same entity
 */
GArray *attri_build__group (AttriBuild *build, const GArray *drafts);

/**
 * attri_build__group_sources:
 * @drafts: (element-type AttriSourceDraft): the builder's records, by id, of one id the declared
 *   first
 * @pages: (nullable elements): their normalised URLs
 * @apart: whether only one id makes one source
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): for each record a record of the same source, the same for all of it
 */
guint32 *attri_build__group_sources (const GArray *drafts, char *const *pages, gboolean apart);

void attri_build__sort_ids (GArray *ids);

/**
 * attri_build__unite:
 * @drafts: (array length=n): the records of one entity; they get sorted
 *
 * Time: O(n log n).
 *
 * Returns: the row that shows them, but for id and references; differences are told
 */
AttriEntity attri_build__unite (AttriBuild *build, const AttriEntityDraft **drafts, guint n);

/* The row of an entity, or %ATTRI_NONE, without a word. */
guint32 attri_build__look_up_entity (const AttriBuild *build, const char *id);
/* The row of an entity or source, or %ATTRI_NONE after a finding at @place. */
guint32 attri_build__find_entity (AttriBuild *build, const char *id, AttriPlace place,
                                  const char *pointer, const char *member);
guint32 attri_build__find_source (AttriBuild *build, const char *id, AttriPlace place,
                                  const char *pointer, const char *member);

/* Where the other record is: "f.json:3", or "another place". (transfer full) */
char *attri_build__describe_place (AttriPlace place);

/* Appends a sorted run of rows, each once, to the graph's indexes. Sorts @rows. */
AttriRange attri_build__append_rows (AttriBuild *build, GArray *rows);
