/* SPDX-License-Identifier: MIT
 *
 * test-theme.c: contrasts computed as WCAG 2.2 defines them, for every colour
 * on everything it may be painted on: 4.5 for text (1.4.3), 3 for what must be
 * seen to understand the picture (1.4.11). RULE and TRACK are exempt: a rule
 * only repeats what the space between things says, and the empty part of a bar
 * what its caption says in figures; both may stay faint.
 */
#include "draw/theme-private.h"

#include <math.h>

static const AttriPaint fills[] = {
    ATTRI_PAINT_PAGE,      ATTRI_PAINT_ACTOR_FILL,  ATTRI_PAINT_MALWARE_FILL,
    ATTRI_PAINT_TOOL_FILL, ATTRI_PAINT_TARGET_FILL, ATTRI_PAINT_PLAIN_FILL,
};

/* Each tone's stroke, in the order of @fills. */
static const AttriPaint strokes[] = {
    ATTRI_PAINT_ACTOR, ATTRI_PAINT_MALWARE, ATTRI_PAINT_TOOL, ATTRI_PAINT_TARGET, ATTRI_PAINT_PLAIN,
};

static double
channel (const char *hex)
{
    double c = (g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1])) / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance of "#rrggbb". */
static double
luminance (const char *color)
{
    g_assert_true (g_regex_match_simple ("^#[0-9a-f]{6}$", color, 0, 0));
    return 0.2126 * channel (color + 1) + 0.7152 * channel (color + 3) +
           0.0722 * channel (color + 5);
}

static double
contrast (const char *a, const char *b)
{
    double first = luminance (a), second = luminance (b);
    return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* Two values known from the definition: 21 for black on white, 4.54 for #767676. */
static void
test_formula (void)
{
    g_assert_cmpint (lround (contrast ("#000000", "#ffffff") * 100), ==, 2100);
    g_assert_cmpint (lround (contrast ("#767676", "#ffffff") * 100), ==, 454);
    g_assert_cmpint (lround (contrast ("#ffffff", "#ffffff") * 100), ==, 100);
}

static void
check_contrast (AttriTheme theme, AttriPaint upper, AttriPaint lower, double least)
{
    double found = contrast (attri_theme__color (theme, upper), attri_theme__color (theme, lower));
    if (found >= least)
        return;
    g_test_message ("theme %d: paint %d on %d has %ld hundredths", theme, upper, lower,
                    lround (found * 100));
    g_test_fail ();
}

static void
test_text (gconstpointer data)
{
    AttriTheme theme = (AttriTheme)GPOINTER_TO_INT (data);
    for (guint i = 0; i < G_N_ELEMENTS (fills); i++) {
        check_contrast (theme, ATTRI_PAINT_TEXT, fills[i], 4.5);
        check_contrast (theme, ATTRI_PAINT_MUTED, fills[i], 4.5);
    }
    static const AttriPaint changes[] = {ATTRI_PAINT_ADDED, ATTRI_PAINT_REMOVED,
                                         ATTRI_PAINT_CHANGED};
    check_contrast (theme, ATTRI_PAINT_BEFORE, ATTRI_PAINT_PAGE, 3);
    for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
        check_contrast (theme, changes[i], ATTRI_PAINT_PAGE, 4.5);
        check_contrast (theme, ATTRI_PAINT_ON_BADGE, changes[i], 4.5);
    }
    check_contrast (theme, ATTRI_PAINT_ON_BADGE, ATTRI_PAINT_BADGE, 4.5);
}

static void
test_strokes (gconstpointer data)
{
    AttriTheme theme = (AttriTheme)GPOINTER_TO_INT (data);
    for (guint i = 0; i < G_N_ELEMENTS (fills); i++) {
        check_contrast (theme, ATTRI_PAINT_LINE, fills[i], 3);
        check_contrast (theme, ATTRI_PAINT_BADGE, fills[i], 3);
    }
    for (guint i = 0; i < G_N_ELEMENTS (strokes); i++) {
        check_contrast (theme, strokes[i], fills[i + 1], 3);
        check_contrast (theme, strokes[i], ATTRI_PAINT_PAGE, 3);
    }
    /* The filled part of a bar on its empty part. */
    check_contrast (theme, ATTRI_PAINT_LINE, ATTRI_PAINT_TRACK, 3);
}

/* The colours of TLP 2.0, on black in every theme. */
static void
test_tlp (void)
{
    static const char *const expected[] = {
        [ATTRI_TLP_UNMARKED] = "#ffffff",     [ATTRI_TLP_CLEAR] = "#ffffff",
        [ATTRI_TLP_GREEN] = "#33ff00",        [ATTRI_TLP_AMBER] = "#ffc000",
        [ATTRI_TLP_AMBER_STRICT] = "#ffc000", [ATTRI_TLP_RED] = "#ff2b2b",
    };
    for (guint tlp = 0; tlp < G_N_ELEMENTS (expected); tlp++) {
        g_assert_cmpstr (attri_theme__tlp_color ((AttriTlp)tlp), ==, expected[tlp]);
        g_assert_true (contrast (expected[tlp], "#000000") >= 4.5);
    }
}

static void
test_auto_is_light (void)
{
    for (int paint = 0; paint < ATTRI_N_PAINTS; paint++)
        g_assert_cmpstr (attri_theme__color (ATTRI_THEME_AUTO, paint), ==,
                         attri_theme__color (ATTRI_THEME_LIGHT, paint));
}

/* What is printed loses no meaning on a printer without colours. */
static void
test_print_is_grey (void)
{
    for (int paint = 0; paint < ATTRI_N_PAINTS; paint++)
        g_assert_true (g_regex_match_simple ("^#(..)\\1\\1$",
                                             attri_theme__color (ATTRI_THEME_PRINT, paint), 0, 0));
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        AttriTheme theme;
    } themes[] = {{"light", ATTRI_THEME_LIGHT},
                  {"dark", ATTRI_THEME_DARK},
                  {"print", ATTRI_THEME_PRINT}};
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/draw/theme/formula", test_formula);
    for (guint i = 0; i < G_N_ELEMENTS (themes); i++) {
        g_autofree char *text = g_strconcat ("/draw/theme/text/", themes[i].name, NULL);
        g_autofree char *stroke = g_strconcat ("/draw/theme/strokes/", themes[i].name, NULL);
        g_test_add_data_func (text, GINT_TO_POINTER (themes[i].theme), test_text);
        g_test_add_data_func (stroke, GINT_TO_POINTER (themes[i].theme), test_strokes);
    }
    g_test_add_func ("/draw/theme/tlp", test_tlp);
    g_test_add_func ("/draw/theme/auto-is-light", test_auto_is_light);
    g_test_add_func ("/draw/theme/print-is-grey", test_print_is_grey);
    return g_test_run ();
}
