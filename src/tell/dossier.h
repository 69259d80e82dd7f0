/* SPDX-License-Identifier: MIT
 *
 * dossier.h: what is claimed about one entity, in the order in which it is told.
 */
#pragma once

#include "tell/markdown.h"

G_BEGIN_DECLS

/* The chapters, in order. */
typedef enum {
    ATTRI_CHAPTER_NAMES,
    ATTRI_CHAPTER_IDENTITY,
    ATTRI_CHAPTER_FAMILY,
    ATTRI_CHAPTER_USES,
    ATTRI_CHAPTER_USED_BY,
    ATTRI_CHAPTER_TARGETS,
    ATTRI_CHAPTER_TARGETED_BY,
    ATTRI_CHAPTER_SPREAD,
    ATTRI_CHAPTER_OTHER,
    ATTRI_CHAPTER_PLACE,
    ATTRI_N_CHAPTERS,
} AttriChapter;

/**
 * AttriDossier:
 * @graph: the facts; the dossier may not outlive it
 * @entity: whom it is about
 * @edges: (element-type guint32): for each chapter, edge indexes in canonical order
 * @cited: the sources of these edges
 */
typedef struct {
    const AttriGraph *graph;
    guint32 entity;
    GArray *edges[ATTRI_N_CHAPTERS];
    AttriBibliography *cited;
} AttriDossier;

/* O(claims). (transfer full) */
AttriDossier *attri_tell__dossier_new (const AttriGraph *graph, guint32 entity);
void attri_tell__dossier_free (AttriDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriDossier, attri_tell__dossier_free)

/* A chapter's heading, and its name as a JSON value. */
const char *attri_tell__chapter_get_heading (AttriChapter chapter);
const char *attri_tell__chapter_get_slug (AttriChapter chapter);

/* Whether some claim of @edge is limited to @place. */
gboolean attri_tell__edge_is_in (const AttriGraph *graph, const AttriEdge *edge, guint32 place);

/* The dossier in each format. (transfer full) */
char *attri_tell__dossier_to_text (const AttriDossier *self);
char *attri_tell__dossier_to_json (const AttriDossier *self);
char *attri_tell__dossier_to_markdown (const AttriDossier *self);
/* Parts of it: the heading, the @marking (nullable) of what it stands on, and what the record
 * says; and the table of claims. */
void attri_tell__dossier_append_record (const AttriDossier *self, AttriMarkdown *to,
                                        const char *marking);
void attri_tell__dossier_append_claims (const AttriDossier *self, AttriMarkdown *to);

G_END_DECLS
