/* SPDX-License-Identifier: MIT
 *
 * account.h: what was read, told to the user.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * cli_tell_account:
 * @report: what was read
 * @findings: what was found on the way
 *
 * One line on standard error for each file of a feed, with what it holds and how
 * much of it was not taken as it came; for many in one directory, one line for all.
 * Files of the own format have none: what is doubtful in them is told by itself.
 */
void cli_tell_account (const AttriReadReport *report, const AttriFindings *findings);

/**
 * cli_count_losses:
 *
 * Returns: how many notes there are of what a feed says and was not taken as it came: revoked,
 * deprecated, replaced by a newer version, renamed, unknown or not read
 */
guint cli_count_losses (const AttriFindings *findings);

G_END_DECLS
