/* SPDX-License-Identifier: MIT
 *
 * theme-private.h: which colour a meaning has.
 */
#pragma once

#include <attrigraph/draw.h>

G_BEGIN_DECLS

/* Everything that has a colour. Each colour has one meaning. */
typedef enum {
    ATTRI_PAINT_PAGE,
    ATTRI_PAINT_TEXT,
    ATTRI_PAINT_MUTED,
    ATTRI_PAINT_LINE,
    ATTRI_PAINT_RULE,
    ATTRI_PAINT_TRACK, /* the empty part of a bar */
    ATTRI_PAINT_BADGE,
    ATTRI_PAINT_ON_BADGE,
    ATTRI_PAINT_ACTOR_FILL,
    ATTRI_PAINT_ACTOR,
    ATTRI_PAINT_MALWARE_FILL,
    ATTRI_PAINT_MALWARE,
    ATTRI_PAINT_TOOL_FILL,
    ATTRI_PAINT_TOOL,
    ATTRI_PAINT_TARGET_FILL,
    ATTRI_PAINT_TARGET,
    ATTRI_PAINT_PLAIN_FILL,
    ATTRI_PAINT_PLAIN,
    ATTRI_PAINT_BEFORE, /* in a diff, what did not change */
    ATTRI_PAINT_ADDED,
    ATTRI_PAINT_REMOVED,
    ATTRI_PAINT_CHANGED,
    ATTRI_N_PAINTS,
} AttriPaint;

/* "#rrggbb" (transfer none); the automatic theme's is the light one. */
const char *attri_theme__color (AttriTheme theme, AttriPaint paint);
/* The colour of a marking's letters on black: TLP 2.0 (FIRST, 2022). */
const char *attri_theme__tlp_color (AttriTlp tlp);

G_END_DECLS
