/* SPDX-License-Identifier: MIT
 *
 * pages.h: what is drawn in one run: a picture, or a page for each focus or saved view.
 */
#pragma once

#include "cli/picture.h"
#include "cli/selection.h"

G_BEGIN_DECLS

/**
 * CliPages:
 * @saved: (nullable): ids of views that the case saves, as typed
 * @each_focus: a page for each focus instead of one picture around all of them
 */
typedef struct {
    char **saved;
    gboolean each_focus;
} CliPages;

void cli_pages_clear (CliPages *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliPages, cli_pages_clear)

/* @self must stay where it is until they are parsed. */
void cli_pages_add_options (CliPages *self, CliOptions *options);

/* Whether what was typed goes together. */
gboolean cli_pages_check (const CliPages *self, const CliSelection *selection,
                          const CliPicture *picture, CliPictureFormat format, GError **error);

/**
 * cli_pages_draw:
 * @selection, @picture: as typed; what a saved view says holds where nothing was typed
 * @whole: everything in the files
 * @files: what was read, and so must not be written
 * @path: (nullable): standard output if %NULL or `-`
 *
 * Draws and writes.
 *
 * Returns: (transfer full) (nullable): what the last picture shows
 */
AttriGraph *
cli_pages_draw (const CliPages *self, const CliSelection *selection, const CliPicture *picture,
                const AttriGraph *whole, const char *const *files, CliPictureFormat format,
                const char *path, GError **error);

G_END_DECLS
