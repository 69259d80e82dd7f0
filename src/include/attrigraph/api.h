/* SPDX-License-Identifier: MIT
 *
 * api.h: what marks a function as part of the library's interface.
 */
#pragma once

#include <glib.h>

#define ATTRI_API __attribute__ ((visibility ("default")))
