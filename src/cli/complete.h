/* SPDX-License-Identifier: MIT
 *
 * complete.h: how a half-typed command line may go on.
 */
#pragma once

#include "cli/options.h"

G_BEGIN_DECLS

/**
 * cli_complete:
 * @options: the options of the command
 * @parameters: what follows the options, as in the usage line
 * @words: (array zero-terminated=1): what was typed after the command; the last word,
 *   possibly "", is the one to go on with
 *
 * Prints what may stand in place of the last word, one a line, with a tab and its
 * meaning after it; or the line `:files` where a file's name is expected, which the
 * shell knows better. Names and sources come from the files among the words. Says
 * nothing of what is wrong: whoever completes is still typing.
 *
 * Time: that of reading the files, where a name is expected.
 *
 * Returns: %CLI_DONE if it arrived
 */
CliExit cli_complete (const CliOptions *options, const char *parameters, const char *const *words);

/* Prints @word and what it means, as above, onto @text, if it begins with @begun. */
void cli_complete_append (GString *text, const char *begun, const char *word, const char *meaning);

G_END_DECLS
