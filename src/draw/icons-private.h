/* SPDX-License-Identifier: MIT
 *
 * icons-private.h: our own icons, drawn for this project.
 */
#pragma once

#include "scene/scene-private.h"

/* Path data on a 24-unit square around (0, 0), to be stroked. (transfer none) */
const char *attri_icon__path (AttriIcon icon);
