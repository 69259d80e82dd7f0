/* SPDX-License-Identifier: MIT
 *
 * svg-items.h: an SVG while it is written, and the items of its plan.
 */
#pragma once

#include "draw/theme-private.h"
#include "layout/plan-private.h"

#include <attrigraph/draw.h>

G_BEGIN_DECLS

/**
 * SvgWriter:
 * @in_lines: inside the group whose stroke all lines inherit
 *
 * An SVG while it is written.
 */
typedef struct {
    const AttriPlan *plan;
    AttriTheme theme;
    AttriAccess access;
    char *prefix;
    GString *out;
    gboolean in_lines;
} SvgWriter;

/* An attribute in tenths of a pixel. */
void svg_add_tenths (GString *out, const char *name, guint tenths);
void svg_add_escaped (GString *out, const char *text);
/* A fill or stroke, %ATTRI_N_PAINTS for none, and the class by which a dark page changes it. */
void svg_add_paint (SvgWriter *writer, AttriPaint fill, AttriPaint stroke);

/* The elements that an item becomes. */
void svg_write_item (SvgWriter *writer, const AttriItem *item);

G_END_DECLS
