/* SPDX-License-Identifier: MIT
 *
 * output.h: where a command's bytes go, and in which format.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * cli_write:
 * @path: (nullable): a file; standard output if %NULL or `-`
 * @error: return location for a #G_FILE_ERROR
 *
 * Returns: whether every byte arrived
 */
gboolean cli_write (const char *path, GBytes *bytes, GError **error);

/* The bytes of one file, of which @expected says what it is to be. */
gboolean
cli_read_text (const char *path, const char *expected, char **text, gsize *length, GError **error);

/* Whether @fd leads to a terminal that knows escapes: not to paper, nor into an editor. */
gboolean cli_is_terminal (int fd);
/* Whether what goes to @path, as cli_write() takes it, may be coloured. */
gboolean cli_takes_colour (const char *path);

/* Prints help on standard output; %CLI_DONE if it arrived. */
CliExit cli_print (const char *text);

/**
 * cli_choose_format:
 * @typed: (nullable): the value of `-T`
 * @path: (nullable): the value of `-o`
 * @formats: (array zero-terminated=1): the formats there are; the first is the default
 * @format: (out): index into @formats
 *
 * What was asked for by name, else by the extension, else the default.
 */
gboolean cli_choose_format (const char *typed, const char *path, const char *const *formats,
                            guint *format, GError **error);

/**
 * cli_check_output:
 * @path: (nullable): the value of `-o`
 * @files: (array zero-terminated=1): what will be read
 *
 * Refuses to write over, or into the midst of, what is read.
 */
gboolean cli_check_output (const char *path, const char *const *files, GError **error);
/* The same for another file that is written, named by @option. */
gboolean
cli_check_written (const char *option, const char *path, const char *const *files, GError **error);

/* Whether two names are of one file, or will be. */
gboolean cli_is_same_file (const char *path, const char *other);

G_END_DECLS
