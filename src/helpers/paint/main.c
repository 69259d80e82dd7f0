/* SPDX-License-Identifier: MIT
 *
 * attrigraph-paint: the only program that links librsvg and cairo.
 * In:  an SVG on standard input, and as arguments `png SCALE` or `pdf DATE`; or several SVGs, and
 *      after `pdf DATE` the length of each.
 * Out: the PNG or PDF on standard output.
 * The form of both is in wire.h.
 */
#include "helpers/jail.h"
#include "helpers/paint/paint.h"
#include "helpers/talk.h"
#include "helpers/wire.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

/* Longest SVG, in bytes: a hundred times that of the largest picture we draw. */
#define SVG_MAX ((gsize)64 << 20)

#define USAGE "usage: attrigraph-paint png SCALE | pdf YYYY-MM-DD [LENGTH...]"

static guint
parse_scale (const char *text)
{
    guint64 scale;

    if (!g_ascii_string_to_unsigned (text, 10, 1, ATTRI_WIRE_SCALE_MAX, &scale, NULL))
        attri_talk__refuse ("the scale must be a whole number from 1 to %d", ATTRI_WIRE_SCALE_MAX);
    return (guint)scale;
}

static void
check_date (const char *text)
{
    static const char form[] = "dddd-dd-dd";
    gboolean is_date = strlen (text) == strlen (form);

    for (gsize i = 0; is_date && form[i] != '\0'; i++)
        is_date = form[i] == 'd' ? g_ascii_isdigit (text[i]) : text[i] == form[i];
    if (!is_date || !g_date_valid_dmy ((GDateDay)g_ascii_strtoull (text + 8, NULL, 10),
                                       (GDateMonth)g_ascii_strtoull (text + 5, NULL, 10),
                                       (GDateYear)g_ascii_strtoull (text, NULL, 10)))
        attri_talk__refuse ("the date must be a day as in 2021-07-12");
}

/* What the same fonts look like must not depend on who looks. */
static void
forget_user (void)
{
    g_setenv ("FC_LANG", "en", TRUE);
    g_setenv ("PANGO_LANGUAGE", "en", TRUE);
    g_unsetenv ("FREETYPE_PROPERTIES");
}

/* Without any font the text would be missing and nobody told. */
static void
check_fonts (void)
{
    const FcFontSet *fonts = FcConfigGetFonts (NULL, FcSetSystem);

    if (fonts == NULL || fonts->nfont == 0)
        attri_talk__refuse (ATTRI_WIRE_SLUG_NO_FONTS
                            ": no font is installed; PNG and PDF need one, such as Liberation "
                            "Sans, SVG does not");
}

/* The lengths of all pages, which together are @length; without any, there is one. */
static gsize *
parse_lengths (char **texts, guint n, gsize length)
{
    gsize *lengths = g_new0 (gsize, n + 1);
    gsize left = length;

    if (n > ATTRI_WIRE_PAGES_MAX)
        attri_talk__refuse ("too-large: %u pages; expected at most %d", n, ATTRI_WIRE_PAGES_MAX);
    for (guint i = 0; i < n; i++) {
        guint64 number;
        if (!g_ascii_string_to_unsigned (texts[i], 10, 1, left, &number, NULL))
            attri_talk__refuse ("the pages are not as long as they are said to be");
        lengths[i] = (gsize)number;
        left -= lengths[i];
    }
    if (n == 0)
        lengths[0] = length;
    else if (left > 0)
        attri_talk__refuse ("the pages are not as long as they are said to be");
    return lengths;
}

int
main (int argc, char **argv)
{
    gboolean is_png = argc == 3 && strcmp (argv[1], "png") == 0;
    gboolean is_pdf = argc >= 3 && strcmp (argv[1], "pdf") == 0;
    guint scale = is_png ? parse_scale (argv[2]) : 0;
    g_autofree gsize *lengths = NULL;
    guint n_pages;
    guint8 *svg;
    gsize length;

    if (!is_png && !is_pdf)
        attri_talk__refuse (USAGE);
    if (is_pdf)
        check_date (argv[2]);
    svg = g_malloc (SVG_MAX + 1);
    length = attri_talk__read (svg, SVG_MAX + 1);
    if (length > SVG_MAX)
        attri_talk__refuse ("too-large: the SVG has more than %" G_GSIZE_FORMAT " bytes", SVG_MAX);

    n_pages = is_pdf ? (guint)argc - 3 : 0;
    lengths = parse_lengths (argv + 3, n_pages, length);

    forget_user ();
    if (!attri_jail__enter_paint ())
        attri_talk__refuse ("cannot enter the jail");
    check_fonts ();
    if (is_png)
        attri_paint__png (attri_paint__load (svg, length), scale);
    else
        attri_paint__pdf (svg, lengths, MAX (n_pages, 1), argv[2]);
    attri_jail__leave (0);
}
