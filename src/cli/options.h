/* SPDX-License-Identifier: MIT
 *
 * options.h: a command's options, their values and their help.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * CliOptions:
 *
 * The options of one command, in groups. GOption parses them; the rest of this
 * file does what it leaves out: help with groups and examples, the nearest
 * option for a mistyped one, and values that are checked byte by byte.
 */
typedef struct _CliOptions CliOptions;

CliOptions *cli_options_new (const CliCommand *command);
void cli_options_free (CliOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliOptions, cli_options_free)

/**
 * cli_options_add:
 * @heading: the group's, for the help
 * @entries: (array zero-terminated=1): as for GOption; the strings must be literals
 */
void cli_options_add (CliOptions *self, const char *heading, const GOptionEntry *entries);

/**
 * cli_options_parse:
 * @arguments: (out): what is left after the options, possibly empty
 * @error: return location for a #CLI_ERROR_USAGE
 */
gboolean
cli_options_parse (CliOptions *self, int argc, char **argv, char ***arguments, GError **error);

/* Whether `--help` was among them. */
gboolean cli_options_wants_help (const CliOptions *self);
/* Prints the help on standard output; %CLI_DONE if it arrived. */
CliExit cli_options_print_help (const CliOptions *self);

/*
 * Values. Each takes the option's name for its message, leaves the result alone
 * where @text is %NULL (the option was not given), and fails with #CLI_ERROR_USAGE.
 */
gboolean cli_parse_text (const char *option, const char *text, GError **error);
gboolean cli_parse_count (const char *option, const char *text, guint64 least, guint64 most,
                          guint64 *count, GError **error);
/* A count that may end in K, M or G (powers of 1024). */
gboolean cli_parse_size (const char *option, const char *text, guint64 *size, GError **error);
gboolean cli_parse_date (const char *option, const char *text, AttriDate *date, GError **error);
gboolean cli_parse_choice (const char *option, const char *text, const char *const *words,
                           guint *choice, GError **error);
/* "a,b" and "c" become "a", "b", "c"; %NULL stays %NULL. */
gboolean cli_parse_list (const char *option, char **texts, char ***list, GError **error);

G_END_DECLS
