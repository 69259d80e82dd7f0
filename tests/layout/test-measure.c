/* SPDX-License-Identifier: MIT
 *
 * test-measure.c: widths by hand and every rule of wrapping. Type is 64 px, so
 * that a unit of the table is a pixel, times 1.17: A is 43 units and 50.31 px,
 * i 15 and 17.55, a space 18 and 21.06, the ellipsis 64 and 74.88.
 */
#include "layout/measure-private.h"

static const AttriType regular = {640, FALSE}, bold = {640, TRUE};

static void
test_latin (void)
{
    g_assert_cmpint (attri_measure__width ("", regular), ==, 0);
    g_assert_cmpint (attri_measure__width ("A", regular), ==, 51);
    g_assert_cmpint (attri_measure__width ("i", regular), ==, 18);
    g_assert_cmpint (attri_measure__width (" ", regular), ==, 22);
    g_assert_cmpint (attri_measure__width ("…", regular), ==, 75);
    /* 47 units. */
    g_assert_cmpint (attri_measure__width ("A", bold), ==, 55);
    /* 60 units, in a block of its own. */
    g_assert_cmpint (attri_measure__width ("Ж", regular), ==, 71);
}

/* The sum is rounded up, not each letter: 50.31 + 17.55 = 67.86. */
static void
test_rounding (void)
{
    g_assert_cmpint (attri_measure__width ("Ai", regular), ==, 68);
    g_assert_cmpint (attri_measure__width ("A", (AttriType){130, FALSE}), ==, 11);
}

static void
test_other_scripts (void)
{
    g_assert_cmpint (attri_measure__width ("龍", regular), ==, 64);
    g_assert_cmpint (attri_measure__width ("한", bold), ==, 64);
    g_assert_cmpint (attri_measure__width ("🐼", regular), ==, 90);
    /* Thai is not in the table: 0.8 em times 1.17 is 59.9. */
    g_assert_cmpint (attri_measure__width ("ก", regular), ==, 60);
}

static void
test_combining (void)
{
    g_assert_cmpint (attri_measure__width ("A\u0301\u0323", regular), ==, 51);
    g_assert_cmpint (attri_measure__width ("か\u3099", regular), ==, 64);
    g_assert_cmpint (attri_measure__width ("ก\u0e34", regular), ==, 60);
}

/* @expected has a bar between lines. */
static void
check_wrap (const char *text, int width, guint most, const char *expected)
{
    g_autoptr (GPtrArray) lines = attri_measure__wrap (text, regular, width, most);
    g_ptr_array_add (lines, NULL);
    g_autofree char *joined = g_strjoinv ("|", (char **)lines->pdata);
    g_assert_cmpstr (joined, ==, expected);
}

/* AA is 100.62 px, AA AA 222.30. */
static void
test_wrap_spaces (void)
{
    check_wrap ("AA AA", 223, 9, "AA AA");
    check_wrap ("AA AA", 222, 9, "AA|AA");
    check_wrap ("AA AA AA", 223, 9, "AA AA|AA");
    check_wrap ("AA AA", 101, 9, "AA|AA");
}

/* Blanks at the ends of a line are not drawn, so that they cannot leave a box. */
static void
test_wrap_many_spaces (void)
{
    check_wrap ("  AA", 101, 9, "AA");
    check_wrap ("AA          ", 101, 9, "AA");
    check_wrap ("AA          AA", 223, 9, "AA|AA");
    check_wrap ("", 101, 9, "");
    check_wrap ("    ", 101, 9, "");
}

static void
test_wrap_long_words (void)
{
    check_wrap ("AAAAA", 101, 9, "AA|AA|A");
    check_wrap ("i AAAAA", 101, 9, "i|AA|AA|A");
    /* One letter a line where not even one fits. */
    check_wrap ("AA", 10, 9, "A|A");
}

static void
test_wrap_east_asian (void)
{
    check_wrap ("影の猫", 128, 9, "影の|猫");
    check_wrap ("影の猫", 127, 9, "影|の|猫");
    check_wrap ("i影", 80, 9, "i|影");
}

static void
test_wrap_marks (void)
{
    check_wrap ("AA\u0301A", 101, 9, "AA\u0301|A");
    check_wrap ("A\u0301A\u0301", 60, 9, "A\u0301|A\u0301");
    check_wrap ("かか\u3099か", 128, 9, "かか\u3099|か");
}

/* AA… is 175.50 px; after AA and a space, none. */
static void
test_wrap_ellipsis (void)
{
    check_wrap ("AAAA", 176, 1, "AA…");
    check_wrap ("AAAA", 175, 1, "A…");
    check_wrap ("AA AA", 200, 1, "AA…");
    check_wrap ("AA AA AA", 223, 2, "AA AA|AA");
    check_wrap ("AA AA AA AA AA", 223, 2, "AA AA|AA…");
    check_wrap ("A\u0301A\u0301A\u0301A\u0301", 176, 1, "A\u0301A\u0301…");
    check_wrap ("AA", 10, 1, "…");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/measure/latin", test_latin);
    g_test_add_func ("/layout/measure/rounding", test_rounding);
    g_test_add_func ("/layout/measure/other-scripts", test_other_scripts);
    g_test_add_func ("/layout/measure/combining", test_combining);
    g_test_add_func ("/layout/measure/wrap-spaces", test_wrap_spaces);
    g_test_add_func ("/layout/measure/wrap-many-spaces", test_wrap_many_spaces);
    g_test_add_func ("/layout/measure/wrap-long-words", test_wrap_long_words);
    g_test_add_func ("/layout/measure/wrap-east-asian", test_wrap_east_asian);
    g_test_add_func ("/layout/measure/wrap-marks", test_wrap_marks);
    g_test_add_func ("/layout/measure/wrap-ellipsis", test_wrap_ellipsis);
    return g_test_run ();
}
