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
 * Runs git; the repository, its index and its working tree stay as they are. Links to `*.json`
 * files lead to those of the revision, or it fails: never to what lies outside of the folder.
 */
gboolean
cli_revision_check_out (CliRevision *self, const char *revision, const char *path, GError **error);

/* Whether git tracks @path, or anything in it. Runs git. */
gboolean cli_revision_is_tracked (const char *path);

/**
 * cli_revision_describe:
 * @path: a file or directory of the repository
 *
 * Returns: (transfer full): "2021-07-12 (commit 0123456789)", the day in its committer's time,
 * which is the same whatever @revision was called
 */
char *cli_revision_describe (const char *revision, const char *path, GError **error);

G_END_DECLS
