/* SPDX-License-Identifier: MIT
 *
 * misp.h: a MISP galaxy cluster on its way into the builder, for the files of this room.
 */
#pragma once

#include "read/reader.h"

void read_misp (Reader *reader);
