/* SPDX-License-Identifier: MIT
 *
 * test-paint.c: the paint helper as a room meets it. What it paints is checked
 * by structure (size, pages, colours, text), never by its bytes, which are
 * those of the fonts and libraries of one machine.
 */
#include "base/spawn-private.h"
#include "helpers/wire.h"

#include <glib/gstdio.h>
#include <string.h>

#define SVG(size, content) "<svg xmlns=\"http://www.w3.org/2000/svg\" " size ">" content "</svg>"

#define PICTURE                                                                                    \
    SVG ("width=\"40\" height=\"30\" viewBox=\"0 0 40 30\"",                                       \
         "<rect width=\"40\" height=\"30\" fill=\"#ff0000\"/>"                                     \
         "<text x=\"2\" y=\"20\" font-family=\"sans-serif\" font-size=\"12\">TAG-22</text>")

static GBytes *
paint (const char *format, const char *argument, const char *svg, GError **error)
{
    const char *arguments[] = {format, argument, NULL};
    g_autoptr (GBytes) input = g_bytes_new (svg, strlen (svg));

    return attri_spawn__run (ATTRI_WIRE_PAINT_HELPER, arguments, input, 60000, 64 << 20, error);
}

static GBytes *
get_painted (const char *format, const char *argument, const char *svg)
{
    g_autoptr (GError) error = NULL;
    GBytes *bytes = paint (format, argument, svg, &error);

    g_assert_no_error (error);
    return bytes;
}

static void
assert_refused (const char *format, const char *argument, const char *svg, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = paint (format, argument, svg, &error);

    g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED);
    g_assert_cmpstr (error->message, ==, message);
    g_assert_null (bytes);
}

static guint32
get_number (const guint8 *at)
{
    return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

/* Width and height stand in the first chunk (PNG 1.2, 11.2.2). */
static void
assert_png (const char *scale, const char *svg, guint32 width, guint32 height)
{
    g_autoptr (GBytes) bytes = get_painted ("png", scale, svg);
    gsize size;
    const guint8 *data = g_bytes_get_data (bytes, &size);

    g_assert_cmpuint (size, >, 45);
    g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
    g_assert_cmpmem (data + 12, 4, "IHDR", 4);
    g_assert_cmpuint (get_number (data + 16), ==, width);
    g_assert_cmpuint (get_number (data + 20), ==, height);
    g_assert_cmpmem (data + size - 8, 4, "IEND", 4);
}

static void
test_png (void)
{
    assert_png ("100", PICTURE, 40, 30);
    assert_png ("250", PICTURE, 100, 75);
    assert_png ("1", PICTURE, 1, 1);
    assert_png ("1000", PICTURE, 400, 300);
}

static gboolean
has (GBytes *bytes, const char *text)
{
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);

    return memmem (data, size, text, strlen (text)) != NULL;
}

/* How often the text occurs. */
static guint
count (GBytes *bytes, const char *text)
{
    gsize size;
    const char *data = g_bytes_get_data (bytes, &size);
    const char *end = data + size;
    guint n = 0;

    while ((data = memmem (data, (gsize)(end - data), text, strlen (text))) != NULL) {
        data += strlen (text);
        n++;
    }
    return n;
}

/* 40 x 30 pixels are 30 x 22.5 points. Text is in a font, not in paths. */
static void
test_pdf (void)
{
    g_autoptr (GBytes) bytes = get_painted ("pdf", "2021-07-12", PICTURE);

    g_assert_true (has (bytes, "%PDF-"));
    g_assert_cmpuint (count (bytes, "/Type /Page "), ==, 1);
    g_assert_true (has (bytes, "/MediaBox [ 0 0 30 22.5 ]"));
    g_assert_true (has (bytes, "/CreationDate (20210712000000Z)"));
    g_assert_cmpuint (count (bytes, "Date ("), ==, 1);
    g_assert_true (has (bytes, "/Type /Font"));
    g_assert_true (has (bytes, "/ToUnicode"));
}

/* The same bytes whatever the moment, the language and the zone. */
static void
assert_steady (const char *format, const char *argument)
{
    g_autoptr (GBytes) first = get_painted (format, argument, PICTURE);
    g_autoptr (GBytes) second = NULL;

    g_usleep (1100000);
    g_setenv ("LC_ALL", "tr_TR.UTF-8", TRUE);
    g_setenv ("PANGO_LANGUAGE", "ja", TRUE);
    g_setenv ("FC_LANG", "ja", TRUE);
    g_setenv ("TZ", "Asia/Tokyo", TRUE);
    second = get_painted (format, argument, PICTURE);
    g_unsetenv ("LC_ALL");
    g_unsetenv ("PANGO_LANGUAGE");
    g_unsetenv ("FC_LANG");
    g_unsetenv ("TZ");
    g_assert_true (g_bytes_equal (first, second));
}

static void
test_steady (void)
{
    assert_steady ("png", "100");
    assert_steady ("pdf", "2021-07-12");
}

static void
test_arguments (void)
{
    const char *usage = "attrigraph-paint: usage: attrigraph-paint png SCALE | pdf YYYY-MM-DD [LENGTH...]";
    const char *scale = "attrigraph-paint: the scale must be a whole number from 1 to 1000";
    const char *date = "attrigraph-paint: the date must be a day as in 2021-07-12";

    assert_refused (NULL, NULL, PICTURE, usage);
    assert_refused ("png", NULL, PICTURE, usage);
    assert_refused ("gif", "100", PICTURE, usage);
    assert_refused ("png", "0", PICTURE, scale);
    assert_refused ("png", "1001", PICTURE, scale);
    assert_refused ("png", "1x", PICTURE, scale);
    assert_refused ("png", "-1", PICTURE, scale);
    assert_refused ("pdf", "2021-7-12", PICTURE, date);
    assert_refused ("pdf", "2021-02-29", PICTURE, date);
    assert_refused ("pdf", "2021-07-12T", PICTURE, date);
    assert_refused ("pdf", "0000-01-01", PICTURE, date);
}

static void
test_svg (void)
{
    const char *size = "attrigraph-paint: svg: it must state a width and height of 1 to 32767 "
                       "pixels";
    g_autoptr (GError) error = NULL;

    assert_refused ("png", "100", SVG ("width=\"100%\" height=\"100%\"", ""), size);
    assert_refused ("png", "100", SVG ("width=\"0\" height=\"10\"", ""), size);
    assert_refused ("pdf", "2021-07-12", SVG ("width=\"32768\" height=\"10\"", ""), size);
    assert_refused ("png", "100", SVG ("width=\"1e30\" height=\"1e30\"", ""), size);

    /* The rest of the words is librsvg's own. */
    g_assert_null (paint ("png", "100", "<svg", &error));
    g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED);
    g_assert_true (g_str_has_prefix (error->message, "attrigraph-paint: svg: XML parse error"));
    g_assert_null (strchr (error->message, '\n'));
}

/* 40 megapixels are painted; one row more is not. */
static void
test_limit (void)
{
    assert_png ("1000", SVG ("width=\"800\" height=\"500\"", ""), 8000, 5000);
    assert_refused ("png", "100", SVG ("width=\"8000\" height=\"5001\"", ""),
                    "attrigraph-paint: too-large: 8000 x 5001 pixels; expected at most 40000000 in "
                    "all and 32767 a side");
    assert_png ("100", SVG ("width=\"32767\" height=\"1\"", ""), 32767, 1);
    assert_refused ("png", "200", SVG ("width=\"16384\" height=\"1\"", ""),
                    "attrigraph-paint: too-large: 32768 x 2 pixels; expected at most 40000000 in "
                    "all and 32767 a side");
}

/* Nothing outside the SVG gets in: the picture is the same as without it. */
static void
test_outside (void)
{
    g_autofree char *path = g_build_filename (g_get_tmp_dir (), "attrigraph-outside.svg", NULL);
    g_autofree char *with =
        g_strdup_printf (SVG ("width=\"40\" height=\"30\"",
                              "<image href=\"file://%s\" width=\"40\" height=\"30\"/>"),
                         path);
    g_autoptr (GBytes) got = NULL;
    g_autoptr (GBytes) expected =
        get_painted ("png", "100", SVG ("width=\"40\" height=\"30\"", ""));

    g_assert_true (g_file_set_contents (path, PICTURE, -1, NULL));
    got = get_painted ("png", "100", with);
    g_remove (path);
    g_assert_true (g_bytes_equal (got, expected));
}

/* A fontconfig of our own; put in force for one question. */
static GBytes *
paint_with_fontconfig (const char *configuration, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp ("attrigraph-fonts-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
    g_autofree char *before = g_strdup (g_getenv ("FONTCONFIG_FILE"));
    GBytes *bytes;

    g_assert_true (g_file_set_contents (path, configuration, -1, NULL));
    g_setenv ("FONTCONFIG_FILE", path, TRUE);
    bytes = paint ("png", "100", PICTURE, error);
    if (before != NULL)
        g_setenv ("FONTCONFIG_FILE", before, TRUE);
    else
        g_unsetenv ("FONTCONFIG_FILE");
    g_remove (path);
    /* Fails if the helper wrote a cache into it. */
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return bytes;
}

static void
test_no_fonts (void)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (paint_with_fontconfig ("<fontconfig></fontconfig>", &error));
    g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_NO_FONTS);
    g_assert_cmpstr (error->message, ==,
                     "attrigraph-paint: no font is installed; PNG and PDF need one, such as "
                     "Liberation Sans, SVG does not");
}

/* A machine whose fonts nobody has indexed yet: the jail denies the cache. */
static void
test_cold_cache (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
        paint_with_fontconfig ("<fontconfig><dir>/usr/share/fonts</dir>"
                               "<cachedir prefix=\"relative\">cache</cachedir></fontconfig>",
                               &error);

    g_assert_no_error (error);
    g_assert_nonnull (bytes);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/helpers/paint/png", test_png);
    g_test_add_func ("/helpers/paint/pdf", test_pdf);
    g_test_add_func ("/helpers/paint/steady", test_steady);
    g_test_add_func ("/helpers/paint/arguments", test_arguments);
    g_test_add_func ("/helpers/paint/svg", test_svg);
    g_test_add_func ("/helpers/paint/limit", test_limit);
    g_test_add_func ("/helpers/paint/outside", test_outside);
    g_test_add_func ("/helpers/paint/no-fonts", test_no_fonts);
    g_test_add_func ("/helpers/paint/cold-cache", test_cold_cache);
    return g_test_run ();
}
