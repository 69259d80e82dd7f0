/* SPDX-License-Identifier: MIT
 *
 * files.h: names of files and directories become names of files and bytes.
 */
#pragma once

#include <attrigraph/read.h>

/**
 * files_list:
 * @path: a file, a directory or `-`
 * @names: (element-type filename): the files it stands for are added, those of
 *   a directory in byte order
 *
 * Links to files are followed, links to directories below @path are not, so
 * that no loop is walked. Only regular files count below a directory, and links
 * that lead nowhere, which files_read() then refuses.
 *
 * Returns: TRUE, or FALSE with a #G_FILE_ERROR, or with
 * %ATTRI_READ_ERROR_NO_JSON for a directory without `*.json`
 */
gboolean files_list (const char *path, GPtrArray *names, GError **error);

/**
 * files_read:
 * @name: a file, or `-` for standard input
 * @most: read no more than this many bytes, and one
 *
 * Files are read, not mapped: one that another program cuts short while it is
 * mapped is a SIGBUS.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with a #G_FILE_ERROR
 */
GBytes *files_read (const char *name, guint64 most, GError **error);
