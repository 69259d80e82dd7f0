/* SPDX-License-Identifier: MIT
 *
 * theme.c: the colours of light, dark and print. Text keeps a contrast of
 * 4.5:1 and strokes one of 3:1 on what lies beneath them (WCAG 2.2, 1.4.3 and
 * 1.4.11); a test computes both.
 */
#include "draw/theme-private.h"

typedef struct {
    const char *light;
    const char *dark;
    const char *print;
} Shades;

static const Shades shades[ATTRI_N_PAINTS] = {
    [ATTRI_PAINT_PAGE] = {"#ffffff", "#14191f", "#ffffff"},
    [ATTRI_PAINT_TEXT] = {"#1b2530", "#e8edf2", "#000000"},
    [ATTRI_PAINT_MUTED] = {"#55606c", "#a9b4bf", "#333333"},
    [ATTRI_PAINT_LINE] = {"#55606c", "#a9b4bf", "#333333"},
    [ATTRI_PAINT_RULE] = {"#cfd6dd", "#39434d", "#999999"},
    [ATTRI_PAINT_TRACK] = {"#e3e7eb", "#333d47", "#dddddd"},
    [ATTRI_PAINT_BADGE] = {"#1b2530", "#e8edf2", "#000000"},
    [ATTRI_PAINT_ON_BADGE] = {"#ffffff", "#14191f", "#ffffff"},
    [ATTRI_PAINT_ACTOR_FILL] = {"#fdf3ee", "#2b1d17", "#ffffff"},
    [ATTRI_PAINT_ACTOR] = {"#b4451f", "#f0875f", "#000000"},
    [ATTRI_PAINT_MALWARE_FILL] = {"#f8f1f7", "#271b26", "#ffffff"},
    [ATTRI_PAINT_MALWARE] = {"#7b3f75", "#cf95c8", "#000000"},
    [ATTRI_PAINT_TOOL_FILL] = {"#f0f4f9", "#18212c", "#ffffff"},
    [ATTRI_PAINT_TOOL] = {"#3d5a80", "#8fb0da", "#000000"},
    [ATTRI_PAINT_TARGET_FILL] = {"#f0f6f3", "#16241d", "#ffffff"},
    [ATTRI_PAINT_TARGET] = {"#2f6b4f", "#76bd9b", "#000000"},
    [ATTRI_PAINT_PLAIN_FILL] = {"#f4f5f6", "#1f252b", "#ffffff"},
    [ATTRI_PAINT_PLAIN] = {"#5a5f66", "#a5abb2", "#000000"},
    [ATTRI_PAINT_BEFORE] = {"#878e96", "#7c8791", "#888888"},
    [ATTRI_PAINT_ADDED] = {"#0057a0", "#5eb1ff", "#000000"},
    [ATTRI_PAINT_REMOVED] = {"#a11d4b", "#ff8fab", "#444444"},
    [ATTRI_PAINT_CHANGED] = {"#636300", "#c9c95a", "#000000"},
};

const char *
attri_theme__color (AttriTheme theme, AttriPaint paint)
{
    switch (theme) {
    case ATTRI_THEME_DARK:
        return shades[paint].dark;
    case ATTRI_THEME_PRINT:
        return shades[paint].print;
    default:
        return shades[paint].light;
    }
}

const char *
attri_theme__tlp_color (AttriTlp tlp)
{
    static const char *const colors[] = {
        [ATTRI_TLP_UNMARKED] = "#ffffff",     [ATTRI_TLP_CLEAR] = "#ffffff",
        [ATTRI_TLP_GREEN] = "#33ff00",        [ATTRI_TLP_AMBER] = "#ffc000",
        [ATTRI_TLP_AMBER_STRICT] = "#ffc000", [ATTRI_TLP_RED] = "#ff2b2b",
    };
    return colors[tlp];
}
