/* SPDX-License-Identifier: MIT
 *
 * revision.h: files as they were at a git revision.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* @path: what was asked for, in a folder of its own that goes when this is cleared */
typedef struct {
    char *folder;
    char *path;
} CliRevision;

/* Removes the folder. */
void cli_revision_clear (CliRevision *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRevision, cli_revision_clear)

/**
 * cli_revision_check_out:
 * @revision: anything git takes for a commit
 * @path: a file or directory of a repository, as it is now
 * @error: return location for a #CLI_ERROR_REFUSED with what git said
 *
 * Runs git, twice; the repository, its index and its working tree stay as they are.
 */
gboolean
cli_revision_check_out (CliRevision *self, const char *revision, const char *path, GError **error);

G_END_DECLS
