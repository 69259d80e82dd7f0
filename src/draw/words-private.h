/* SPDX-License-Identifier: MIT
 *
 * words-private.h: text as the content of an SVG element.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * attri_draw__add_words:
 * @text: valid UTF-8
 * @alone: nothing else stands in the same element
 *
 * Appends @text, escaped. What is written from right to left is isolated where anything
 * stands beside it, or a date after an Arabic name would be shown with its day and year
 * changed over. O(length).
 */
void attri_draw__add_words (GString *out, const char *text, gboolean alone);

G_END_DECLS
