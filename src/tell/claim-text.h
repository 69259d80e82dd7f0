/* SPDX-License-Identifier: MIT
 *
 * claim-text.h: claims as plain text, and what all tellings say of them.
 */
#pragma once

#include "tell/bibliography.h"
#include "tell/statement.h"

G_BEGIN_DECLS

/**
 * attri_tell__append_claims:
 * @self: knows the sources of @claims already
 * @subject: (nullable): whom they are about, where that does not stand above them
 * @claims: of one edge
 *
 * "    stated, says [1] VOI, 2021-07" and its details, four and six spaces in; what several claims
 * say once.
 */
void attri_tell__append_claims (GString *text, const AttriBibliography *self, const char *subject,
                                AttriRange claims);

/* "for: initial access", "confidence: high": what one should know of a statement besides who says
 * it and how firmly, each once, not yet escaped. (element-type utf8) (transfer full) */
GPtrArray *attri_tell__statement_details (const AttriGraph *graph, const AttriStatement *statement);

G_END_DECLS
