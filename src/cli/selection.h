/* SPDX-License-Identifier: MIT
 *
 * selection.h: the options that choose what to look at, the same for every command.
 */
#pragma once

#include "cli/options.h"

G_BEGIN_DECLS

/**
 * CliSelection:
 * @typed: the values as typed, filled by GOption
 * @wish: their reading, valid after cli_selection_read()
 * @limits: what a file may ask of us
 * @strict: whether a warning on the way in is as good as an error
 *
 * Zero-initialised, it is everything at the default limits.
 */
typedef struct {
    struct {
        char **focus;
        char **types;
        char **relationships;
        char **sources;
        char **without_sources;
        char *hops;
        char *min_sources;
        char *min_confidence;
        char *as_of;
        char *known_on;
        char *max_tlp;
        char *identity;
        char *file_size;
        char *values;
        char *depth;
        char *string_size;
    } typed;
    char **types;
    char **relationships;
    AttriSelection wish;
    AttriReadLimits limits;
    gboolean strict;
} CliSelection;

void cli_selection_clear (CliSelection *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliSelection, cli_selection_clear)

/* Adds the options; @self must stay where it is until they are parsed. */
void cli_selection_add_options (CliSelection *self, CliOptions *options);

/* Reads what was typed into @wish and @limits; fails with #CLI_ERROR_USAGE. */
gboolean cli_selection_read (CliSelection *self, GError **error);

/**
 * cli_selection_load:
 * @files: (array zero-terminated=1): what to read
 * @findings: (nullable): where doubts are collected; if %NULL they go to standard error
 * @error: return location for whatever went wrong
 *
 * Reads the files, freezes the graph, and cuts it down to the wish. What the
 * user should know of the cut goes to standard error.
 *
 * Returns: (transfer full) (nullable): the view
 */
AttriGraph *cli_selection_load (const CliSelection *self, const char *const *files,
                                AttriFindings *findings, GError **error);

G_END_DECLS
