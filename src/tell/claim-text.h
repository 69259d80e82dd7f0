/* SPDX-License-Identifier: MIT
 *
 * claim-text.h: claims as plain text, and what all tellings say of them.
 */
#pragma once

#include "tell/bibliography.h"

G_BEGIN_DECLS

/**
 * attri_tell__append_claim:
 * @self: knows the sources of @claim already
 * @subject: (nullable): whom it is about, where that does not stand above it
 *
 * "    stated, says [1] VOI, 2021-07" and its details, four and six spaces in.
 */
void attri_tell__append_claim (GString *text, const AttriBibliography *self, const char *subject,
                               const AttriClaim *claim);

/* "for: initial access", "confidence: high": what one should know of a claim besides who says it
 * and how firmly, not yet escaped. (element-type utf8) (transfer full) */
GPtrArray *attri_tell__claim_details (const AttriGraph *graph, const AttriClaim *claim);

G_END_DECLS
