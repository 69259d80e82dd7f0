/* SPDX-License-Identifier: MIT
 *
 * text.h: pieces of plain text for a person to read.
 */
#pragma once

#include <attrigraph/base.h>

G_BEGIN_DECLS

/* @input, harmless to a terminal. */
void attri_tell__append_safe (GString *text, const char *input);
/* @before and @date, or nothing where there is none. */
void attri_tell__append_date (GString *text, const char *before, AttriDate date);
/* "      label: input" and the end of the line, or nothing without an input. */
void attri_tell__append_line (GString *text, int indent, const char *label, const char *input);
/* @words broken at blanks into lines of at most 90 characters, @indent included, where
 * that can be; they must be harmless already. */
void attri_tell__append_paragraph (GString *text, int indent, const char *words);

G_END_DECLS
