/* SPDX-License-Identifier: MIT
 *
 * remarked.h: what may no longer be told of, and could be.
 */
#pragma once

#include "cli/selection.h"

G_BEGIN_DECLS

/**
 * cli_hide_remarked:
 * @self: with the limit, `--max-tlp`, and what the user says of markings
 * @before, @after: (inout): all that the files held and hold; then so marked that the limit takes
 *   of the older what it takes of the newer
 * @spared: (out): for AttriSelection of both sides; %NULL without a limit
 *
 * A comparison would tell of what is marked too high by now as gone, and with it that it is there.
 * How much of it there is goes to standard error.
 *
 * Time: O(n log n).
 */
void cli_hide_remarked (const CliSelection *self, AttriGraph **before, AttriGraph **after,
                        char ***spared);

G_END_DECLS
