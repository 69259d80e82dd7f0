/* SPDX-License-Identifier: MIT
 *
 * folder.h: a folder of pages that are written again and again, among files of others.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* What the name of a picture of changes ends in: no page's name has a dot in it. */
#define CLI_FOLDER_CHANGES ".changes.svg"

/**
 * CliFolder:
 * @path: its name
 * @index: the page that leads to all others
 * @files: (element-type CliFile): what is to be in it, in the order in which it is written
 */
typedef struct {
    const char *path;
    const char *index;
    GArray *files;
} CliFolder;

void cli_folder_init (CliFolder *self, const char *path, const char *index);
void cli_folder_clear (CliFolder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFolder, cli_folder_clear)

/**
 * cli_folder_name_page:
 * @id: of an entity, any bytes
 *
 * Letters, digits and `-` in lower case, and nothing that a file system or @self->index takes
 * already: an id that is so stays as it is; of another what can be kept, then `_` and a number
 * made from all of it. So a page keeps its name whatever others there are.
 *
 * Returns: (transfer full): a name without an extension
 */
char *cli_folder_name_page (const CliFolder *self, const char *id);
/* Whether a page may be called @name as it is. */
gboolean cli_folder_takes (const CliFolder *self, const char *name);
/* Whether a page of ours is there already, with @note as its second line. */
gboolean cli_folder_has_note (const CliFolder *self, const char *page, const char *note);

/* The name of a file in it. (transfer full) */
char *cli_folder_locate (const CliFolder *self, const char *page, const char *extension);

/**
 * cli_folder_check:
 * @picture: whether it has one, too
 * @error: return location for a #CLI_ERROR_REFUSED
 *
 * Returns: whether what stands where @page is to be written was written by us, or nothing
 */
gboolean
cli_folder_check (const CliFolder *self, const char *page, gboolean picture, GError **error);

/* Adds a file. */
void cli_folder_add (CliFolder *self, const char *page, const char *extension, GBytes *bytes);

/* Writes all that was added and is not so already, and removes pictures of changes that the pages
 * no longer show; makes the folder. */
gboolean cli_folder_save (const CliFolder *self, GError **error);

/**
 * cli_folder_prune:
 * @remove: else they are only told of
 *
 * Looks after pages of ours in it that were not added, and their pictures and lock files.
 * Whatever else is in it is left alone.
 */
gboolean cli_folder_prune (const CliFolder *self, gboolean remove, GError **error);

G_END_DECLS
