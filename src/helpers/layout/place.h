/* SPDX-License-Identifier: MIT
 *
 * place.h: dot places the nodes of a request.
 */
#pragma once

#include "helpers/layout/request.h"

#include <stdbool.h>

/* The centre of a node in pixels, y downwards. */
typedef struct {
    int x;
    int y;
} AttriPlaced;

/* Fills one place for each node of the request. Returns false if dot did not
 * put every node into its own column; the places are then of no use. */
bool attri_place__with_dot (const AttriRequest *request, AttriPlaced *places);
