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

/**
 * test_case_new_matrix:
 * @seed: the same facts for the same seed
 * @n_groups, @n_tools: how many of each; every tool has a user, and few have many
 * @backwards: told from the last fact to the first, which must not matter
 *
 * Returns: (transfer full): groups `group-0` and so on that use tools `tool-0` and so on, and
 * nothing else
 */
AttriGraph *test_case_new_matrix (guint32 seed, guint n_groups, guint n_tools, gboolean backwards);
