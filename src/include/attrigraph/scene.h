/* SPDX-License-Identifier: MIT
 *
 * scene.h: a graph becomes what to show, without coordinates.
 * In:  the graph of a view.
 * Out: columns, boxes and rows, numbered lines, legend, title and the text that
 *      reads it aloud. A scene stays valid after the graph is gone.
 */
#pragma once

#include <attrigraph/query.h>

G_BEGIN_DECLS

/* Which picture: by role around the focus, or by longest path. */
typedef enum {
    ATTRI_SCENE_VIEW_AUTO, /* columns when the view has a focus, else layered */
    ATTRI_SCENE_VIEW_COLUMNS,
    ATTRI_SCENE_VIEW_LAYERED,
    ATTRI_SCENE_VIEW_MATRIX, /* who uses which tool, if any two groups use one */
} AttriSceneView;

#define ATTRI_SCENE_MOST_FOLD 9

/* Which column an earlier picture had a box in. */
typedef struct {
    const char *key;
    guint column;
} AttriHeldColumn;

/**
 * AttriScene:
 *
 * Immutable and reference counted.
 */
typedef struct _AttriScene AttriScene;

/**
 * AttriSceneOptions:
 * @view: which picture
 * @title: (nullable): in place of the computed finding
 * @subtitle: (nullable): before the computed counts
 * @saved: (nullable): the view that is drawn, for what we judge; its own title and options are the
 *   caller's to follow
 * @census: (nullable): of what the graph was cut from, to tell how widely tools
 *   are used; if %NULL, only `prevalence` claims tell
 * @fold: 0 to list all that fits a box. For a page of fixed size, 1 to show at most one of a
 *   box's names and one of its other relations; from 2 on also one line for each statement of
 *   targets, short notes, and ever fewer groups, tools and sources in their own places;
 *   %ATTRI_SCENE_MOST_FOLD to take the matrix where the view is free. What is left out is counted
 *   in the picture
 * @numbers_of: (nullable): a scene of the same case whose source numbers to take
 * @held: (nullable) (array length=n_held): columns by key, in its order by bytes; boxes stay in
 *   them where their relations allow it. Only the layered picture needs it: elsewhere a role is a
 *   column
 */
typedef struct {
    AttriSceneView view;
    const char *title;
    const char *subtitle;
    const AttriSavedView *saved;
    const AttriCensus *census;
    guint fold;
    const AttriHeldColumn *held;
    guint n_held;
    const AttriScene *numbers_of;
} AttriSceneOptions;

/**
 * attri_scene_new:
 * @graph: (transfer none): the graph of a view, with its stamp
 * @options: (nullable): wishes
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): what to show
 */
ATTRI_API AttriScene *attri_scene_new (const AttriGraph *graph, const AttriSceneOptions *options);
ATTRI_API AttriScene *attri_scene_ref (AttriScene *self);
ATTRI_API void attri_scene_unref (AttriScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriScene, attri_scene_unref)

/* The title as drawn. (transfer none) */
ATTRI_API const char *attri_scene_get_title (const AttriScene *self);
/* The ids of the sources that it numbers, from 1 on. (transfer none) (array length=n) */
ATTRI_API const char *const *attri_scene_get_sources (const AttriScene *self, guint *n);
/* The graph read aloud, as plain text with one statement a line. (transfer none) */
ATTRI_API const char *attri_scene_get_text (const AttriScene *self);

G_END_DECLS
