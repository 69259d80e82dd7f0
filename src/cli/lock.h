/* SPDX-License-Identifier: MIT
 *
 * lock.h: the file that --lock names.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* @lock: (nullable): the places to keep; @before: (nullable): the bytes of the file there was */
typedef struct {
    const char *path;
    AttriLock *lock;
    GBytes *before;
} CliLock;

/**
 * cli_lock_load:
 * @path: (nullable): the value of `--lock`
 * @afresh: the value of `--relayout`: the old places are given up, whatever they are
 * @max_tlp: the value of `--max-tlp`, or %ATTRI_TLP_UNMARKED
 *
 * Reads the file if there is one. Refuses what is no regular file, and with @max_tlp a file that
 * has been through a picture of more: a gap tells that something stood there.
 */
gboolean
cli_lock_load (CliLock *self, const char *path, gboolean afresh, AttriTlp max_tlp, GError **error);
/* Writes the file, if it does not say so already. @text: (nullable): where all stands; without, the
 * picture is a matrix, and the file stays as it was, which is said. */
gboolean cli_lock_save (const CliLock *self, GBytes *text, GError **error);
/* Makes the file again what it was before cli_lock_save(). */
void cli_lock_restore (const CliLock *self);
void cli_lock_clear (CliLock *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliLock, cli_lock_clear)

G_END_DECLS
