/* SPDX-License-Identifier: MIT
 *
 * text-private.h: hostile text made fit for messages, pictures and XML.
 */
#pragma once

#include <attrigraph/base.h>

/**
 * attri_text__quote:
 * @text: (nullable): input, any bytes
 *
 * Returns: (transfer full): @text as it may stand in a message: escaped as by
 * attri_text_for_terminal(), cut after 60 characters, in single quotes, or in
 * double quotes where it holds a single one
 */
char *attri_text__quote (const char *text);

/**
 * attri_text__make_visible:
 * @text: input, any bytes
 *
 * To be used before text is measured, so that what is measured is what is
 * drawn. Hidden characters become marks such as `⟨U+202E⟩`, control characters
 * and invalid bytes U+FFFD, and line breaks and tabs spaces. Joiners inside
 * emoji and variation selectors stay. Idempotent.
 *
 * Returns: (transfer full): valid UTF-8 without a hidden or control character
 */
char *attri_text__make_visible (const char *text);

/**
 * attri_text__escape_xml:
 * @text: input, any bytes
 *
 * The one escaper for XML text and attributes. Treats hidden and control
 * characters as attri_text__make_visible() does, but keeps tab and newline.
 *
 * Returns: (transfer full): well-formed XML 1.0 character data
 */
char *attri_text__escape_xml (const char *text);

/* Whether attri_text__make_visible() would put a mark in @text: worth a warning. O(n). */
gboolean attri_text__has_hidden (const char *text);
