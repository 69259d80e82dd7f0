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

/* What may stand after @option, for whoever completes words: a list of words that stays. */
void cli_options_offer (CliOptions *self, const char *option, const char *const *words);
/* The words offered for @option, or %NULL. */
const char *const *cli_options_get_offer (const CliOptions *self, const char *option);

/* All options, in order. (transfer container) (element-type GOptionEntry) */
GPtrArray *cli_options_list (const CliOptions *self);

/**
 * cli_options_parse:
 * @arguments: (out): what is left after the options, possibly empty
 * @error: return location for a #CLI_ERROR_USAGE
 *
 * After `--complete` as the first word nothing is parsed: the rest is a command line
 * that is still being typed, and cli_options_print_help() tells how it may go on.
 */
gboolean
cli_options_parse (CliOptions *self, int argc, char **argv, char ***arguments, GError **error);

/* Whether `--help` was among them, or words are to be completed. */
gboolean cli_options_wants_help (const CliOptions *self);
/* Prints that help on standard output; %CLI_DONE if it arrived. */
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
