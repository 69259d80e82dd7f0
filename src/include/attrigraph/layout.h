/* SPDX-License-Identifier: MIT
 *
 * layout.h: a scene becomes a plan, in whole pixels.
 * In:  an AttriScene.
 * Out: an AttriPlan: everything to draw, with its place. The only room that
 *      asks the layout helper.
 */
#pragma once

#include <attrigraph/scene.h>

G_BEGIN_DECLS

#define ATTRI_LAYOUT_ERROR (attri_layout_error_quark ())
ATTRI_API GQuark attri_layout_error_quark (void);

/**
 * AttriLayoutError:
 * @ATTRI_LAYOUT_ERROR_HELPER: the layout helper answered nonsense
 * @ATTRI_LAYOUT_ERROR_PAGE: the picture does not fit the page at a legible size
 * @ATTRI_LAYOUT_ERROR_LOCK: a lock file is none, or one of another picture
 * @ATTRI_LAYOUT_ERROR_PANES: what is in a pane has no place that it could share
 *
 * Trouble starting or hearing the helper keeps the domain of base.
 */
typedef enum {
    ATTRI_LAYOUT_ERROR_HELPER,
    ATTRI_LAYOUT_ERROR_PAGE,
    ATTRI_LAYOUT_ERROR_LOCK,
    ATTRI_LAYOUT_ERROR_PANES,
} AttriLayoutError;

/* The page: as large as the picture needs, 1280 × 720, or A4 landscape. */
typedef enum {
    ATTRI_PAGE_FIT,
    ATTRI_PAGE_16_9,
    ATTRI_PAGE_A4,
} AttriPage;

/**
 * AttriLock:
 *
 * Where everything stood in an earlier picture, by entity id. One owner, immutable.
 */
typedef struct _AttriLock AttriLock;

/**
 * attri_lock_read:
 * @name: the file, for messages
 * @bytes: what attri_plan_to_lock() wrote
 * @error: return location for an #ATTRI_LAYOUT_ERROR_LOCK
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (nullable): the places
 */
ATTRI_API AttriLock *attri_lock_read (const char *name, GBytes *bytes, GError **error);
ATTRI_API void attri_lock_free (AttriLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriLock, attri_lock_free)

/* The most restrictive marking of the pictures that it has been through. */
ATTRI_API AttriTlp attri_lock_get_tlp (const AttriLock *self);
/* The columns it has boxes in, for AttriSceneOptions. (transfer none) (array length=n) */
ATTRI_API const AttriHeldColumn *attri_lock_get_columns (const AttriLock *self, guint *n);

/**
 * AttriPlanOptions:
 * @page: the page to fill
 * @lock: (nullable): what is in it keeps its order and place; what is new goes beside its
 *   neighbours. One that holds another view, another focus or nothing of the scene is refused; a
 *   matrix needs none. Looked at during the call
 */
typedef struct {
    AttriPage page;
    const AttriLock *lock;
} AttriPlanOptions;

/**
 * AttriPlan:
 *
 * Immutable and reference counted. The same scene gives the same plan on every
 * machine.
 */
typedef struct _AttriPlan AttriPlan;

/**
 * attri_plan_new:
 * @scene: what to show; the plan keeps a reference
 * @options: (nullable): wishes
 * @error: return location for an #ATTRI_LAYOUT_ERROR or the helper's failure
 *
 * Runs the layout helper, in a process of its own; not where a lock holds everything.
 *
 * Returns: (transfer full) (nullable): where everything stands
 */
ATTRI_API AttriPlan *
attri_plan_new (AttriScene *scene, const AttriPlanOptions *options, GError **error);

/**
 * attri_plan_new_panes:
 * @scenes: (array length=n): of one case, the last of which holds what the others do, as a diff
 *   does; the others take its numbers (AttriSceneOptions)
 * @headings: (array length=n): what each shows: "Before"
 * @options: (nullable): wishes; the page is always as large as need be
 *
 * Draws them one below the other, each thing where the last scene has it. What has another role
 * in an earlier pane stands in the column of that role.
 *
 * Returns: (transfer full) (nullable): one plan
 */
ATTRI_API AttriPlan *
attri_plan_new_panes (AttriScene *const *scenes, const char *const *headings, guint n,
                      const AttriPlanOptions *options, GError **error);
ATTRI_API AttriPlan *attri_plan_ref (AttriPlan *self);
ATTRI_API void attri_plan_unref (AttriPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriPlan, attri_plan_unref)

/**
 * attri_plan_check:
 *
 * The geometric rules of every picture: no two boxes overlap, no line runs
 * through a box it does not end at or shares a trunk with another, no number or
 * label covers a line, box or label, no text leaves its box, nothing leaves the
 * page. It proves, it never repairs.
 *
 * Time: O(n²) in the number of things drawn.
 *
 * Returns: (transfer full) (array zero-terminated=1): one sentence for each
 * breach; empty for a good plan
 */
ATTRI_API char **attri_plan_check (const AttriPlan *self);

/**
 * attri_plan_to_lock:
 *
 * Returns: (transfer full) (nullable): the text of a lock file: where the boxes and lines of this
 * plan stand, and nothing of what is not in it. %NULL for a matrix, which follows from its facts
 */
ATTRI_API char *attri_plan_to_lock (const AttriPlan *self);

/* What is drawn. (transfer none) */
ATTRI_API const AttriScene *attri_plan_get_scene (const AttriPlan *self);

/* How often lines cross. O(1). */
ATTRI_API guint attri_plan_get_crossings (const AttriPlan *self);

/* Whether something stands where the lock did not say, so that a fresh layout could be better. */
ATTRI_API gboolean attri_plan_is_patched (const AttriPlan *self);

/* One line for each thing drawn, for tests and for looking. (transfer full) */
ATTRI_API char *attri_plan_dump (const AttriPlan *self);

G_END_DECLS
