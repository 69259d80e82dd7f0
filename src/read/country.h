/* SPDX-License-Identifier: MIT
 *
 * country.h: countries and regions by what feeds call them. Names are compared without
 * regard to the case of ASCII letters, and to a "the" before them.
 */
#pragma once

#include <glib.h>

/* A country: its code by ISO 3166-1 alpha-2, and what we call it. */
typedef struct {
    const char *code;
    const char *name;
} Country;

/* (nullable): by its code, as "GB". O(log n). */
const Country *country_by_code (const char *code);
/* (nullable): by any of its names, as "United Kingdom", "Britain", "UK", or its code. O(n). */
const Country *country_by_name (const char *name);
/* (nullable): what we call a region, as "Middle East". O(n). */
const char *region_by_name (const char *name);
