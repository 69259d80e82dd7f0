/* SPDX-License-Identifier: MIT
 *
 * layers.h: which box stands in which column by longest path, and what folds or is left out
 * where there are too many.
 */
#pragma once

#include "scene/maker.h"

G_BEGIN_DECLS

#define ATTRI_MOST_LAYERS 12 /* that a room may have; deeper chains end as rows in the last one */

/* What has no relation but to @hub, of one kind and in one column, as one box. @right: of its hub,
 * as long as no lock holds it elsewhere. */
typedef struct {
    guint32 hub;
    guint column;
    gboolean right;
    GArray *leaves; /* guint32: entities */
    GArray *edges;  /* guint32: from or to the hub */
} AttriLeaves;

/**
 * AttriLayers:
 * @columns: by entity
 * @backwards: by edge: it is laid from right to left
 * @has_edge: by entity: some edge at it is shown
 * @fold_of: by entity: its row in @folds, or %ATTRI_NONE
 * @folds: (element-type AttriLeaves)
 * @hidden: by entity: there is no room for it
 * @n_hidden: how many of them
 */
typedef struct _AttriLayers {
    guint *columns;
    guint8 *backwards;
    guint8 *has_edge;
    guint32 *fold_of;
    GArray *folds;
    guint8 *hidden;
    guint n_hidden;
} AttriLayers;

/* Everything with a relation, each in a box of its own. O(12 (entities + edges)). */
AttriLayers *attri_layers__new (AttriMaker *m);
void attri_layers__free (AttriLayers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriLayers, attri_layers__free)

/* The entities at the left and at the right end of an edge. */
void attri_layers__ends (const AttriMaker *m, const AttriLayers *self, guint32 edge, guint32 *left,
                         guint32 *right);
/* Whether the picture has room for all of it. */
gboolean attri_layers__fits (const AttriMaker *m, const AttriLayers *self);
/* Folds leaves of one hub. */
void attri_layers__fold (const AttriMaker *m, AttriLayers *self);
/* Hides what has fewest relations until the rest fits. */
void attri_layers__cut (const AttriMaker *m, AttriLayers *self);
/* Moves what is drawn to the columns it had, and what is new beside it. */
void attri_layers__hold (const AttriMaker *m, AttriLayers *self);
/* The key of a fold's box, whatever column it stands in. (transfer full) */
char *attri_layers__fold_key (const AttriMaker *m, const AttriLeaves *fold);

G_END_DECLS
