/* SPDX-License-Identifier: MIT
 *
 * attrigraph.h: all public headers.
 */
#pragma once

#include <attrigraph/api.h>
#include <attrigraph/base.h>
#include <attrigraph/check.h>
#include <attrigraph/diff.h>
#include <attrigraph/draw.h>
#include <attrigraph/export.h>
#include <attrigraph/layout.h>
#include <attrigraph/model.h>
#include <attrigraph/query.h>
#include <attrigraph/read.h>
#include <attrigraph/scene.h>
#include <attrigraph/tell.h>
#include <attrigraph/view.h>
