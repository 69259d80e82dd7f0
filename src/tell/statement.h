/* SPDX-License-Identifier: MIT
 *
 * statement.h: what one claimant says of one relation, however many files carry it.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * AttriStatement:
 * @claim: the first of @claims, with what only another of them says
 * @claims: (element-type AttriClaim): that say the same; the graph's
 * @citations: (element-type AttriCitation): of all of them, without those that add nothing
 *
 * Two files may carry a claim: a feed, and a case that quotes the feed. A reader wants it once,
 * with everything in which it was read.
 */
typedef struct {
    AttriClaim claim;
    GPtrArray *claims;
    GPtrArray *citations;
} AttriStatement;

/**
 * attri_statement__list:
 * @claims: of one edge
 *
 * Claims are one statement if they are of one claimant, and neither says anything else than the
 * other where both say something: how firmly, where, when and in which words. Notes may differ.
 *
 * Time: O(n²).
 *
 * Returns: (transfer full) (element-type AttriStatement): in the order of their first claims
 */
GPtrArray *attri_statement__list (const AttriGraph *graph, AttriRange claims);

/* Of one claim alone. (transfer full) */
AttriStatement *attri_statement__new (const AttriGraph *graph, const AttriClaim *claim);
void attri_statement__free (AttriStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttriStatement, attri_statement__free)

G_END_DECLS
