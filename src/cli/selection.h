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
 * @apart: whether records are one only by id, as attri_graph_builder_keep_apart() says
 * @strict: whether a warning on the way in is as good as an error
 * @again: whether it was loaded before: what feeds hold and names mean is not told again
 * @chooses: filled when the options are added: whether there is a --focus
 * @annotate: set before the options are added, by commands that rank tools by how
 *   easily they are had: what is known of that is read, too
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
        char **marks;
        char *identity;
        char *file_size;
        char *values;
        char *depth;
        char *string_size;
        char *availability;
    } typed;
    char **types;
    char **relationships;
    GArray *marks; /* (element-type AttriMark), whose ids are cut out of the typed values */
    AttriSelection wish;
    AttriReadLimits limits;
    gboolean apart;
    gboolean strict;
    gboolean again;
    gboolean chooses;
    gboolean annotate;
} CliSelection;

void cli_selection_clear (CliSelection *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliSelection, cli_selection_clear)

/* Adds the options; @self must stay where it is until they are parsed. */
void cli_selection_add_options (CliSelection *self, CliOptions *options);

/* Only those that say how files are read, for commands that take all of them. */
void cli_selection_add_reading_options (CliSelection *self, CliOptions *options);

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

/**
 * cli_selection_view:
 * @whole: everything in the files
 * @census: (out): how widely tools are used, counted before the cut to the focus
 *
 * Cuts @whole down to the wish. What the user should know of the cut goes to standard error.
 *
 * Returns: (transfer full) (nullable): the view
 */
AttriGraph *cli_selection_view (const CliSelection *self, const AttriGraph *whole,
                                AttriCensus **census, GError **error);

/**
 * cli_selection_load_around:
 * @other: (nullable): with whom the focus is compared
 * @entities: (out caller-allocates): the one entity that `--focus` names, then @other
 * @census: (out): how widely tools are used
 *
 * As cli_selection_load_named(), but `--focus` is whom the question is about: nothing
 * is cut away for being far from it.
 */
AttriGraph *
cli_selection_load_around (const CliSelection *self, const char *const *files, const char *other,
                           guint32 *entities, AttriCensus **census, GError **error);

/**
 * cli_selection_load_named:
 * @names: (array length=n_names): whom the question is about
 * @entities: (out caller-allocates) (array length=n_names): who they are
 * @census: (out) (optional): how widely tools are used, counted before the cut to the focus
 *
 * As cli_selection_load(), with doubts on standard error. Whom a question is about is
 * shown even if it is hidden otherwise; without `--focus` nothing is cut away for
 * being far from it.
 */
AttriGraph *cli_selection_load_named (const CliSelection *self, const char *const *files,
                                      const char *const *names, guint n_names, guint32 *entities,
                                      AttriCensus **census, GError **error);

/* Everything in the files, uncut, without a look at the wish; else as
 * cli_selection_load(). (transfer full) (nullable) */
AttriGraph *cli_selection_load_all (const CliSelection *self, const char *const *files,
                                    AttriFindings *findings, GError **error);

/**
 * cli_selection_cut:
 * @whole: what was loaded
 * @wish: what to keep of it
 * @quiet: whether what the user should know of the cut goes unsaid
 * @found: (out) (optional): what the names of the focus led to, as AttriViewReport has it
 *
 * Returns: (transfer full) (nullable): the view
 */
AttriGraph *
cli_selection_cut (const CliSelection *self, const AttriGraph *whole, const AttriSelection *wish,
                   gboolean quiet, GPtrArray **found, GError **error);

/* What is left of @whole under @wish, in silence, nothing if it does not know what is wished for;
 * %NULL with an error only if a name is ambiguous. */
AttriGraph *cli_selection_cut_tolerantly (const CliSelection *self, const AttriGraph *whole,
                                          const AttriSelection *wish, GError **error);

/* Whether nothing was asked for that leaves something out. */
gboolean cli_selection_is_whole (const CliSelection *self);

G_END_DECLS
