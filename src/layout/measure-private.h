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
 * The width in Arial times 1.17, so that any common font stays inside; East
 * Asian wide characters count one em, combining ones nothing. O(length).
 *
 * Returns: whole pixels, rounded up
 */
int attri_measure__width (const char *text, AttriType type);

/**
 * attri_measure__wrap:
 * @width: pixels a line may take
 * @most: lines there may be; the last one then ends in an ellipsis
 *
 * Breaks at spaces, between East Asian characters, and inside words only when
 * nothing else helps; never before a combining mark. O(length).
 *
 * Returns: (transfer full) (element-type utf8): the lines, at least one
 */
GPtrArray *attri_measure__wrap (const char *text, AttriType type, int width, guint most);

G_END_DECLS
