/* SPDX-License-Identifier: MIT
 *
 * watch.h: waiting for files to change.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Files that are watched. */
typedef struct _CliWatch CliWatch;

/**
 * cli_watch_new:
 * @files: (array zero-terminated=1): files, and directories whose *.json files count
 *
 * From now on no change of them is missed.
 *
 * Returns: (transfer full) (nullable): %NULL if they cannot be watched
 */
CliWatch *cli_watch_new (const char *const *files, GError **error);
void cli_watch_free (CliWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliWatch, cli_watch_free)

/**
 * cli_watch_wait:
 *
 * Waits until something has changed and then for a tenth of a second nothing has; then
 * watches afresh, since directories may have come and gone.
 *
 * Returns: %FALSE if the files can be watched no longer
 */
gboolean cli_watch_wait (CliWatch *self, GError **error);

G_END_DECLS
