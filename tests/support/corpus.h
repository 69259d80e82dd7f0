/* SPDX-License-Identifier: MIT
 *
 * corpus.h: real data that lies beside the source tree, where somebody put it.
 */
#pragma once

#include <glib.h>

/**
 * test_corpus_path:
 * @name: a file, as `attack-enterprise-18.1.json`
 *
 * Looks in the folder that the environment names as `ATTRIGRAPH_CORPUS`, or else in
 * `../shared/corpus` of the source tree. Where the file is not, marks the running test as skipped,
 * saying so.
 *
 * Returns: (transfer full) (nullable): its path; if %NULL, the test returns at once
 */
char *test_corpus_path (const char *name);
