/* SPDX-License-Identifier: MIT
 *
 * remarked.h: what may no longer be told of, and could be.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * cli_find_remarked:
 * @before: what could be told of, cut by its own markings
 * @after: everything there is now, uncut
 * @max_tlp: above which nothing is to be told
 *
 * A changelog would tell of such a thing as gone, and with it that it is there. Sources and
 * entities are looked for by id, claims by what they say and whose they are.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full) (nullable): the first, in words for standard error
 */
char *cli_find_remarked (const AttriGraph *before, const AttriGraph *after, AttriTlp max_tlp);

G_END_DECLS
