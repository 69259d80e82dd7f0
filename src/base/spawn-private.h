/* SPDX-License-Identifier: MIT
 *
 * spawn-private.h: asks a helper program one question.
 */
#pragma once

#include <attrigraph/base.h>

#define ATTRI_SPAWN_ERROR (attri_spawn__error_quark ())
GQuark attri_spawn__error_quark (void);

/**
 * AttriSpawnError:
 * @ATTRI_SPAWN_ERROR_NOT_FOUND: there is no such helper, or it cannot be started
 * @ATTRI_SPAWN_ERROR_SYSTEM: the system gave no pipe, memory or process
 * @ATTRI_SPAWN_ERROR_SIGNAL: it was killed: a crash, a limit or its jail
 * @ATTRI_SPAWN_ERROR_EXIT: it ended with a status that means nothing to us
 * @ATTRI_SPAWN_ERROR_REFUSED: it said why it will not answer
 * @ATTRI_SPAWN_ERROR_NO_FONTS: it said so, the reason being a machine without fonts
 * @ATTRI_SPAWN_ERROR_SILENT: it ended as if all were well and answered nothing
 * @ATTRI_SPAWN_ERROR_TIMEOUT: it took too long and was killed
 * @ATTRI_SPAWN_ERROR_TOO_LONG: it answered too much and was killed
 */
typedef enum {
    ATTRI_SPAWN_ERROR_NOT_FOUND,
    ATTRI_SPAWN_ERROR_SYSTEM,
    ATTRI_SPAWN_ERROR_SIGNAL,
    ATTRI_SPAWN_ERROR_EXIT,
    ATTRI_SPAWN_ERROR_REFUSED,
    ATTRI_SPAWN_ERROR_NO_FONTS,
    ATTRI_SPAWN_ERROR_SILENT,
    ATTRI_SPAWN_ERROR_TIMEOUT,
    ATTRI_SPAWN_ERROR_TOO_LONG,
} AttriSpawnError;

/**
 * attri_spawn__run:
 * @helper: file name of the helper, as in helpers/wire.h
 * @arguments: (nullable) (array zero-terminated=1): what follows its name
 * @input: what it reads on standard input
 * @timeout_ms: wall-clock time after which it is killed
 * @answer_max: most bytes it may answer
 * @error: return location for an #ATTRI_SPAWN_ERROR, whose message names the
 *   helper
 *
 * Waits for the helper to end. It is looked for in the folder that the
 * environment names as `ATTRIGRAPH_LIBEXEC`, or else in the one that lies to
 * this library as in the build tree and the installation, or else where it was
 * to be installed. It inherits the environment and no descriptor; no signal is
 * raised in this process, whatever becomes of it.
 *
 * Returns: (transfer full): all it wrote on standard output, at least a byte,
 * having ended with status 0. Whether that is a whole answer is for the caller
 * to see
 */
GBytes *attri_spawn__run (const char *helper, const char *const *arguments, GBytes *input,
                          guint timeout_ms, gsize answer_max, GError **error);
