/* SPDX-License-Identifier: MIT
 *
 * name.h: the entity that a name on the command line means.
 */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * cli_find_entity:
 * @name: an id, an external id, a name or an alias
 * @error: return location for a #CLI_ERROR_REFUSED, which suggests the nearest
 *   name or lists what an ambiguous one may mean
 *
 * That it is also a name of others is told on standard error.
 *
 * Returns: the index of the one entity that @name means, or %ATTRI_NONE
 */
guint32 cli_find_entity (const AttriGraph *graph, const char *name, GError **error);

/**
 * cli_choose_entity:
 * @name: what was typed
 * @ids: (array zero-terminated=1): what it means in @view
 *
 * For questions about one entity: of several that bear the name it is the only one
 * of which tools are told, which is said on standard error.
 *
 * Returns: its index, or %ATTRI_NONE with a #CLI_ERROR_REFUSED
 */
guint32 cli_choose_entity (const AttriGraph *view, const char *name, const char *const *ids,
                           GError **error);

/* The edge by which @entity is called @name, where no id or name of its own led to it, else
 * %ATTRI_NONE. */
guint32 cli_find_alias (const AttriGraph *graph, guint32 entity, const char *name);

G_END_DECLS
