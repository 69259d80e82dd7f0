/* SPDX-License-Identifier: MIT
 *
 * path.h: what all ways of telling of chains share.
 */
#pragma once

#include "tell/prose.h"

#include <attrigraph/tell.h>

G_BEGIN_DECLS

/**
 * AttriPathTale:
 * @beyond: (nullable): chains through everything, where @paths has none
 * @cited: numbers for the sources of every claim that is told
 * @told: by edge, the number of the chain that told its claims first, or 0
 * @apart: by entity, what tells it from others on these chains that are called the same, or NULL
 *
 * Chains while they are told.
 */
typedef struct {
    const AttriGraph *graph;
    const AttriCensus *census;
    const AttriPaths *paths;
    const AttriPaths *beyond;
    AttriBibliography *cited;
    guint *told;
    const char **apart;
} AttriPathTale;

/* "TAG-22" where an alias led to the end, else "Earth Lusca". (transfer none) */
const char *attri_path__get_from (const AttriPathTale *self);
const char *attri_path__get_to (const AttriPathTale *self);

/* "TAG-22 is a name of Earth Lusca, says MITRE ATT&CK; Earth Lusca uses ShadowPad, as does APT41."
 */
void
attri_path__sentence (const AttriPathTale *self, const AttriProse *prose, const AttriPath *path);
/* "APT41 uses BLACKCOFFEE: 3 of 158 groups use it; one publisher says so". */
void
attri_path__weakest (const AttriPathTale *self, const AttriProse *prose, const AttriPath *path);
/* "Earth Lusca uses ShadowPad", "TAG-22 is a name of Earth Lusca". */
void attri_path__hop (const AttriPathTale *self, const AttriProse *prose, const AttriPathHop *hop);
/* Why there is no chain. */
void attri_path__none (const AttriPathTale *self, const AttriProse *prose);
/* What every telling ends in. */
extern const char attri_path__caution[];

/* The tellings. (transfer full) */
char *attri_path__to_text (const AttriPathTale *self);
char *attri_path__to_json (const AttriPathTale *self);
char *attri_path__to_markdown (const AttriPathTale *self);

G_END_DECLS
