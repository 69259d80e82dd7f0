/* SPDX-License-Identifier: MIT
 *
 * progress.h: what takes so long, for whoever waits at a terminal.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * CliProgress:
 *
 * A line on standard error that says what takes so long: only on a terminal, and
 * only after half a second. It is gone when the work is done, so nothing else may
 * be said meanwhile.
 */
typedef struct _CliProgress CliProgress;

/**
 * cli_progress_new:
 * @what: "reading"; a literal
 * @report: (nullable): where to see how far it has come; must live as long
 *
 * Returns: (transfer full) (nullable): %NULL where standard error is no terminal
 */
CliProgress *cli_progress_new (const char *what, const AttriReadReport *report);
void cli_progress_free (CliProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliProgress, cli_progress_free)

G_END_DECLS
