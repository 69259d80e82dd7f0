/* SPDX-License-Identifier: MIT
 *
 * text-private.h: hostile text made fit for messages, pictures, XML, Markdown
 * and CSV.
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
 * drawn. Hidden characters, and accents stacked beyond three on one letter, become
 * marks such as `⟨U+202E⟩`, control characters and invalid bytes U+FFFD, and line
 * breaks and tabs spaces. Joiners inside emoji and variation selectors stay.
 * Idempotent.
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

/**
 * attri_text__escape_markdown:
 * @text: input, any bytes
 *
 * The one escaper for Markdown (CommonMark 0.31 with GitHub's tables and links),
 * for text inside a line, a table's cell or a list's item. Treats hidden and
 * control characters and line breaks as attri_text__make_visible() does.
 *
 * Returns: (transfer full): Markdown that reads as @text and is nothing else
 */
char *attri_text__escape_markdown (const char *text);

/**
 * attri_text__link_markdown:
 * @url: (nullable): where to; anything but http and https is left out
 *
 * Returns: (transfer full): @label as a link, or alone
 */
char *attri_text__link_markdown (const char *label, const char *url);

/**
 * attri_text__append_cell:
 * @csv: lines that end in a newline, and the cells of the next so far
 * @cell: (nullable): input, any bytes; %NULL is empty
 *
 * The one writer of CSV (RFC 4180, but for the plain newline that ends a row and
 * that is the caller's to add). A cell takes one line; one that a spreadsheet
 * would run as a formula, because it begins with `=`, `+`, `-` or `@`, gets an
 * apostrophe before it.
 */
void attri_text__append_cell (GString *csv, const char *cell);

/* The order of bytes, for a GTree: a table that input fills is sorted, as a hash of GLib's without a
 * key can be flooded. */
int attri_text__compare (gconstpointer a, gconstpointer b, gpointer unused);
