/* SPDX-License-Identifier: MIT
 *
 * svg.h: the SVG, and which of its elements stand for what.
 */
#pragma once

#include <attrigraph/draw.h>

G_BEGIN_DECLS

/**
 * AttriSvgMark:
 * @element: its place among all elements, in the order of the document; the root is 0
 * @box, @line: which box or line of the scene it is part of, the other being %ATTRI_NONE
 *
 * The elements need no ids for it, so a picture is the same bytes alone and in a page.
 */
typedef struct {
    guint element;
    guint32 box;
    guint32 line;
} AttriSvgMark;

/* attri_draw_svg(), which also appends to @marks (nullable) (element-type AttriSvgMark). */
GBytes *attri_svg__write (const AttriPlan *plan, const AttriDrawOptions *options, GArray *marks);

G_END_DECLS
