/* SPDX-License-Identifier: MIT
 *
 * names-private.h: when two names are the same to a reader.
 */
#pragma once

#include <attrigraph/model.h>

/* (transfer full): @text after Unicode case folding and NFKC; equal names fold to equal bytes. */
char *attri_name__fold (const char *text);

/* Whether @part, which is folded, is in @text after folding. */
gboolean attri_name__holds (const char *text, const char *part);
