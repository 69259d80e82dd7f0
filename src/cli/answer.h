/* SPDX-License-Identifier: MIT
 *
 * answer.h: the frame of a command that answers a question in text.
 */
#pragma once

#include "cli/selection.h"

G_BEGIN_DECLS

/**
 * CliQuestion:
 * @names: how many NAMEs stand before the files
 * @formats: (array zero-terminated=1): what `-T` takes; the first is the default
 * @annotate: whether the answer ranks tools by how easily they are had
 * @whole: whether it takes all there is, and no option that selects
 * @heading, @entries: (nullable): options of the command's own
 * @choice, @choices: (nullable): one of these that takes certain words only, and they
 *
 * What a command takes besides what all of them do.
 */
typedef struct {
    guint names;
    const char *const *formats;
    gboolean annotate;
    gboolean whole;
    const char *heading;
    const GOptionEntry *entries;
    const char *choice;
    const char *const *choices;
} CliQuestion;

/**
 * CliAnswer:
 * @names: the NAMEs, as many as the question has
 * @files: (array zero-terminated=1): what to read
 * @format: index into the question's formats
 * @path: (nullable): where the answer goes
 *
 * A command line, read. Zero-initialised it can be cleared.
 */
typedef struct {
    CliSelection selection;
    char *path;
    char *typed_format;
    char *format_help;
    char **names;
    const char *const *files;
    guint format;
} CliAnswer;

void cli_answer_clear (CliAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliAnswer, cli_answer_clear)

/**
 * cli_answer_begin:
 * @status: (out): what to exit with if %FALSE comes back
 *
 * Reads the command line. Where that is the end of it, because help was asked
 * for or something is wrong, all has been said.
 */
gboolean cli_answer_begin (CliAnswer *self, const CliCommand *command, const CliQuestion *question,
                           int argc, char **argv, CliExit *status);

/* The selected part of the files, as cli_selection_load() gives it. */
AttriGraph *cli_answer_load (const CliAnswer *self, GError **error);

/* The same, as cli_selection_load_named() gives it for the NAMEs; @entities (out
 * caller-allocates) is as long as they are many. */
AttriGraph *cli_answer_load_named (const CliAnswer *self, guint32 *entities, AttriCensus **census,
                                   GError **error);

/* Writes @text where the answer goes. */
gboolean cli_answer_write (const CliAnswer *self, const char *text, GError **error);

G_END_DECLS
