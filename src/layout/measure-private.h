/* SPDX-License-Identifier: MIT
 *
 * measure-private.h: how wide text is, by a table and never by a font.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A size of type, in tenths of a pixel. */
typedef struct {
    guint size;
    gboolean bold;
} AttriType;

/**
 * attri_measure__width:
 * @text: valid UTF-8
 *
 * The width in the widest of five common fonts, letter by letter, so that none of
 * them leaves the box; East Asian wide characters count one em, combining ones
 * nothing. O(length).
 *
 * Returns: whole pixels, rounded up
 */
int attri_measure__width (const char *text, AttriType type);

/**
 * attri_measure__step:
 * @step: from one line to the next where letters are Latin
 *
 * Returns: pixels from one line of @text to the next; more than @step where its
 *   script stacks marks above and below the line
 */
int attri_measure__step (const char *text, AttriType type, int step);

/**
 * attri_measure__wrap:
 * @width: pixels a line may take
 * @most: lines there may be; the last one then ends in an ellipsis
 *
 * Breaks at spaces, between East Asian characters, and inside words only when
 * nothing else helps; never between a letter and its marks or inside a joined
 * picture. O(length).
 *
 * Returns: (transfer full) (element-type utf8): the lines, at least one
 */
GPtrArray *attri_measure__wrap (const char *text, AttriType type, int width, guint most);

G_END_DECLS
