/* SPDX-License-Identifier: MIT
 *
 * golden.h: what a stage made, compared with what it is expected to make.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * attri_golden_check:
 * @name: the expected file, relative to tests/golden, as in `read/case.graph`
 * @observed: what the code under test made
 *
 * Compares byte for byte. A difference fails the running test, shows a unified
 * diff and leaves what was made in out/observed/@name. With
 * ATTRIGRAPH_GOLDEN_UPDATE=1 in the environment (the build target
 * `golden-update` sets it) the expected file is rewritten instead.
 */
void attri_golden_check (const char *name, const char *observed);

/**
 * attri_golden_path:
 *
 * Returns: (transfer full): the full path of @name below tests/golden
 */
char *attri_golden_path (const char *name);

G_END_DECLS
