/* SPDX-License-Identifier: MIT
 *
 * beside-private.h: files that are installed with us, wherever that was moved to.
 */
#pragma once

#include <attrigraph/base.h>

/* @relative as seen from the folder that this library lies in, in the build tree and
 * the installation alike; nothing need be there. (transfer full) (nullable) */
char *attri_beside__resolve (const char *relative);

/* The file @name of those that the library reads: beside us, or else where it was to be
 * installed; %NULL if neither is there. (transfer full) (nullable) */
char *attri_beside__find_data (const char *name);
