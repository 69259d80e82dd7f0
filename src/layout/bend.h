/* SPDX-License-Identifier: MIT
 *
 * bend.h: how a line gets from one level to another, and whether two that do look like one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATTRI_BEND       72 /* how wide a bend is, */
#define ATTRI_BEND_TIGHT 34 /* and on a page of fixed size */
#define ATTRI_BEND_PARTS 4  /* of a pixel, for a closer look */
#define ATTRI_BEND_LONG  9  /* pixels that two lines may run as one, as crossings do */

/* From one height to another, @off pixels later than it could. */
typedef struct {
    int from, to;
    int off;
} AttriBend;

/* How far a bend has come, in 1/4096, at each pixel, and at each part of one. */
typedef struct {
    int wide;
    int coarse[ATTRI_BEND + 1];
    int fine[ATTRI_BEND_PARTS * ATTRI_BEND + 1];
} AttriBendShape;

void attri_bend__fill_shape (AttriBendShape *shape, int wide);
/* Whether two bends in one gap cannot be told apart. The other way round it is the same. */
gboolean
attri_bend__are_alike (const AttriBend *a, const AttriBend *b, const AttriBendShape *shape);

G_END_DECLS
