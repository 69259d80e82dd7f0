/* SPDX-License-Identifier: MIT
 *
 * wiki.h: one page for each group, and one that leads to all of them.
 */
#pragma once

#include "cli/folder.h"
#include "cli/picture.h"
#include "cli/selection.h"

G_BEGIN_DECLS

/**
 * CliWiki:
 * @link: where a page is, as attri_tell_link() takes it
 * @title: of the index
 * @since: (nullable): "2021-07-12 (commit 0123456789)", where changes are told
 * @top: how many groups have a page where none is named; 0 for all
 * @lists: write tables as lists
 * @now, @past: all that is in the files; (nullable) as they were, and as they are without
 *   what is known of tools from elsewhere, after cli_hide_remarked()
 * @spared: (nullable): what that spares, where the two are compared
 *
 * What the pages are made of.
 */
typedef struct {
    const CliSelection *selection;
    const CliPicture *picture;
    const char *link;
    const char *title;
    const char *since;
    guint top;
    gboolean lists;
    AttriGraph *now;
    AttriGraph *past[2];
    char **spared;
} CliWiki;

/* Makes all pages and adds them to @folder, which is not touched. */
gboolean cli_wiki_make (const CliWiki *self, CliFolder *folder, GError **error);

G_END_DECLS
