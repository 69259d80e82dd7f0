/* SPDX-License-Identifier: MIT
 *
 * case.h: made-up cases, the same for the same seed.
 */
#pragma once

#include <attrigraph/model.h>

/**
 * test_case_new:
 * @seed: printed by the caller when something fails
 * @n_entities: groups, malware, tools, sectors and a state, named at random, some in other scripts
 *
 * Returns: (transfer full): a graph in which `group-0` uses, targets and is related
 */
AttriGraph *test_case_new (guint32 seed, guint n_entities);
