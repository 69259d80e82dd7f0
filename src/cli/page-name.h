/* SPDX-License-Identifier: MIT
 *
 * page-name.h: what the page of an entity is called.
 */
#pragma once

#include "cli/folder.h"

G_BEGIN_DECLS

/* The names of the pages of one folder. */
typedef struct _CliPageNames CliPageNames;

/**
 * cli_page_names_new:
 * @folder: where they are; must outlive the names
 * @view: all that may be told, so that no name tells of what may not
 *
 * Time: O(n log n).
 */
CliPageNames *cli_page_names_new (const CliFolder *folder, const AttriGraph *view);
void cli_page_names_free (CliPageNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliPageNames, cli_page_names_free)

/**
 * cli_page_names_get:
 *
 * A case's own id is what its page is called, as cli_folder_name_page() has it. A feed's id, a type
 * and a UUID, tells a reader nothing: there it is the entity's name in lower case, and where others
 * are called so, a catalogue's number behind it, or the beginning of the UUID. A page that is in
 * the folder already keeps its name when a namesake comes.
 *
 * Returns: (transfer full): a name without an extension
 */
char *cli_page_names_get (const CliPageNames *self, guint32 entity);

/**
 * cli_page_note:
 *
 * Returns: (transfer full) (nullable): what a page says of whose it is, where its name does not
 * tell; for a later run
 */
char *cli_page_note (const AttriEntity *entity);

G_END_DECLS
