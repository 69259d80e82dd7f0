/* SPDX-License-Identifier: MIT
 *
 * cli.h: what every file of the program shares.
 */
#pragma once

#include <attrigraph/attrigraph.h>

G_BEGIN_DECLS

/* The exit status, the same for every command. */
typedef enum {
    CLI_DONE = 0,    /* done; for `check`: no error in the data */
    CLI_ERRORS = 1,  /* `check` found errors in the data, `diff` differences */
    CLI_NO = 1,      /* the answer is no: `path` found none */
    CLI_TROUBLE = 2, /* the command could not be carried out */
} CliExit;

#define CLI_ERROR (cli_error_quark ())
GQuark cli_error_quark (void);

/**
 * CliError:
 * @CLI_ERROR_USAGE: the command line is wrong; `--help` is pointed to
 * @CLI_ERROR_REFUSED: the command line is clear, and the answer is no
 * @CLI_ERROR_TOLD: everything has been said on standard error already
 */
typedef enum {
    CLI_ERROR_USAGE,
    CLI_ERROR_REFUSED,
    CLI_ERROR_TOLD,
} CliError;

/**
 * CliCommand:
 * @name: the word on the command line
 * @parameters: what follows the options, for the usage line
 * @summary: one line for the list of commands
 * @description: a paragraph for `--help`, broken by hand
 * @examples: command lines for `--help`, each with two spaces before and a newline after
 * @run: does it; `argv[0]` is @name
 */
typedef struct _CliCommand CliCommand;
struct _CliCommand {
    const char *name;
    const char *parameters;
    const char *summary;
    const char *description;
    const char *examples;
    CliExit (*run) (const CliCommand *command, int argc, char **argv);
};

extern const CliCommand cli_command_diff;
extern const CliCommand cli_command_draw;
extern const CliCommand cli_command_add;
extern const CliCommand cli_command_apply;
extern const CliCommand cli_command_check;
extern const CliCommand cli_command_show;
extern const CliCommand cli_command_history;
extern const CliCommand cli_command_path;
extern const CliCommand cli_command_sources;
extern const CliCommand cli_command_convert;
extern const CliCommand cli_command_merge;
extern const CliCommand cli_command_new;
extern const CliCommand cli_command_overlap;
extern const CliCommand cli_command_wiki;

/* Writes lines to standard error, the first after `attrigraph: `, harmless to a terminal. */
void cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Writes a line that is harmless already, as it is: g_printerr() would ask the locale. */
void cli_say_line (const char *line);

/**
 * cli_fail:
 * @command: (nullable): whose `--help` to point to
 * @error: (transfer none): what went wrong
 *
 * Says it on standard error.
 *
 * Returns: %CLI_TROUBLE
 */
CliExit cli_fail (const CliCommand *command, const GError *error);

/* Adds what to do about it to an error's message. */
void cli_advise (GError *error, const char *advice);

/* Where in a document the value of an option stands: what its JSON pointer ends in. */
typedef struct {
    const char *member;
    const char *option;
} CliOrigin;

/* An error about what was typed, in place of a finding about what was made of it; of %FALSE the
 * finding is about no option of @origins. Sets a #CLI_ERROR_USAGE. */
gboolean
cli_blame_option (const AttriFinding *finding, const CliOrigin *origins, guint n, GError **error);

/* @text in single quotes, harmless to a terminal. (transfer full) */
char *cli_quote (const char *text);
/* "; did you mean 'x'?" if some word is near enough, else "". (transfer full) */
char *cli_did_you_mean (const char *word, const char *const *candidates);
/* Adds "3 claims" to @parts (element-type utf8), nothing if there is none. */
void cli_add_count (GPtrArray *parts, guint n, const char *one, const char *several);
/* "a, b or c". (transfer full) */
char *cli_join_words (const char *const *words);

G_END_DECLS
