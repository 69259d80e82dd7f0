/* SPDX-License-Identifier: MIT
 *
 * test-measure.c: widths by hand and every rule of wrapping. Type is 100 px, so
 * that a unit of the table is a pixel, times 1.03: A is 69 units and 71.07 px,
 * i 28 and 28.84, a space 32 and 32.96, the ellipsis 100 and 103.
 */
#include "layout/measure-private.h"

static const AttriType regular = {1000, FALSE}, bold = {1000, TRUE};

static void
test_latin (void)
{
    g_assert_cmpint (attri_measure__width ("", regular), ==, 0);
    g_assert_cmpint (attri_measure__width ("A", regular), ==, 72);
    g_assert_cmpint (attri_measure__width ("i", regular), ==, 29);
    g_assert_cmpint (attri_measure__width (" ", regular), ==, 33);
    g_assert_cmpint (attri_measure__width ("…", regular), ==, 103);
    /* 78 units. */
    g_assert_cmpint (attri_measure__width ("A", bold), ==, 81);
    /* 108 units, in a block of its own. */
    g_assert_cmpint (attri_measure__width ("Ж", regular), ==, 112);
}

/* The sum is rounded up, not each letter: 71.07 + 28.84 = 99.91, and 71.07 * 4 = 284.28. */
static void
test_rounding (void)
{
    g_assert_cmpint (attri_measure__width ("Ai", regular), ==, 100);
    g_assert_cmpint (attri_measure__width ("AAAA", regular), ==, 285);
    g_assert_cmpint (attri_measure__width ("A", (AttriType){130, FALSE}), ==, 10);
}

static void
test_other_scripts (void)
{
    g_assert_cmpint (attri_measure__width ("龍", regular), ==, 103);
    g_assert_cmpint (attri_measure__width ("한", bold), ==, 103);
    g_assert_cmpint (attri_measure__width ("ก", regular), ==, 62);
    /* Of Armenian only the block is in the table. */
    g_assert_cmpint (attri_measure__width ("Հ", regular), ==, 102);
    /* A character that no table has. */
    g_assert_cmpint (attri_measure__width ("\U00010480", regular), ==, 109);
}

/* A letter that joins the next is narrower than one that ends a word. */
static void
test_arabic (void)
{
    int alone = attri_measure__width ("ب", regular);
    g_assert_cmpint (alone, ==, 103);
    g_assert_cmpint (attri_measure__width ("بب", regular), ==, 140);
    g_assert_cmpint (attri_measure__width ("ب ب", regular), ==, 2 * alone + 33);
}

/* 140 units each; what is joined may be drawn apart, and a sign become a picture. */
static void
test_pictures (void)
{
    g_assert_cmpint (attri_measure__width ("🐼", regular), ==, 145);
    g_assert_cmpint (attri_measure__width ("👩\u200d💻", regular), ==, 289);
    g_assert_cmpint (attri_measure__width ("1\ufe0f\u20e3", regular), ==, 145);
}

static void
test_combining (void)
{
    g_assert_cmpint (attri_measure__width ("A\u0301\u0323", regular), ==, 72);
    g_assert_cmpint (attri_measure__width ("か\u3099", regular), ==, 103);
    g_assert_cmpint (attri_measure__width ("ก\u0e34", regular), ==, 62);
}

/* 1.4 times the size where marks stack, rounded up: 21.7. */
static void
test_step (void)
{
    AttriType name = {155, TRUE};
    g_assert_cmpint (attri_measure__step ("Aé 影 Ж", name, 19), ==, 19);
    g_assert_cmpint (attri_measure__step ("A กิ", name, 19), ==, 22);
    g_assert_cmpint (attri_measure__step ("بب", name, 19), ==, 22);
    g_assert_cmpint (attri_measure__step ("Ế", name, 29), ==, 29);
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

/* AA is 142.14 px, AA AA 317.24. */
static void
test_wrap_spaces (void)
{
    check_wrap ("AA AA", 318, 9, "AA AA");
    check_wrap ("AA AA", 317, 9, "AA|AA");
    check_wrap ("AA AA AA", 318, 9, "AA AA|AA");
    check_wrap ("AA AA", 143, 9, "AA|AA");
}

/* Blanks at the ends of a line are not drawn, so that they cannot leave a box. */
static void
test_wrap_many_spaces (void)
{
    check_wrap ("  AA", 143, 9, "AA");
    check_wrap ("AA          ", 143, 9, "AA");
    check_wrap ("AA          AA", 318, 9, "AA|AA");
    check_wrap ("", 143, 9, "");
    check_wrap ("    ", 143, 9, "");
}

/* A short one stays on one line, if that needs a break before it; a long one does not. */
static void
test_wrap_parentheses (void)
{
    check_wrap ("AA (A A)", 355, 9, "AA|(A A)");
    check_wrap ("AA (A AAAAAAAAAAAAA A)", 355, 9, "AA (A|AAAA|AAAA|AAAA|A A)");
    check_wrap ("AA (A A", 355, 9, "AA (A|A");
    check_wrap ("(A A)", 143, 9, "(A|A)");
}

static void
test_wrap_long_words (void)
{
    check_wrap ("AAAAA", 143, 9, "AA|AA|A");
    check_wrap ("i AAAAA", 143, 9, "i|AA|AA|A");
    /* One letter a line where not even one fits. */
    check_wrap ("AA", 10, 9, "A|A");
}

static void
test_wrap_east_asian (void)
{
    check_wrap ("影の猫", 206, 9, "影の|猫");
    check_wrap ("影の猫", 205, 9, "影|の|猫");
    check_wrap ("i影", 131, 9, "i|影");
    check_wrap ("影iA", 140, 9, "影i|A");
    check_wrap ("影Ж", 140, 9, "影|Ж");
}

/* No line begins with what closes, or ends with what opens. */
static void
test_wrap_punctuation (void)
{
    check_wrap ("影猫。影", 206, 9, "影|猫。|影");
    check_wrap ("影\uff08猫\uff09", 206, 9, "影|\uff08猫|\uff09");
    check_wrap ("影猫(影)", 270, 9, "影猫|(影)");
    check_wrap ("影「猫影", 206, 9, "影|「猫|影");
}

static void
test_wrap_marks (void)
{
    check_wrap ("AA\u0301A", 143, 9, "AA\u0301|A");
    check_wrap ("A\u0301A\u0301", 80, 9, "A\u0301|A\u0301");
    check_wrap ("かか\u3099か", 206, 9, "かか\u3099|か");
}

/* A vowel written before or after its letter, a joined picture and a flag stay whole. */
static void
test_wrap_clusters (void)
{
    check_wrap ("กกา", 130, 9, "ก|กา");
    check_wrap ("กแก", 130, 9, "ก|แก");
    check_wrap ("A👩\u200d💻", 300, 9, "A|👩\u200d💻");
    check_wrap ("🇹🇼🇹🇼", 300, 9, "🇹🇼|🇹🇼");
}

/* What stands at a line's end does not join: بب is 140 px, and one more letter 176. */
static void
test_wrap_arabic (void)
{
    check_wrap ("ببب", 176, 9, "ببب");
    check_wrap ("ببب", 175, 9, "بب|ب");
    check_wrap ("ببب", 139, 9, "ب|ب|ب");
}

/* AA… needs 143 + 103 px; after AA and a space stands none. */
static void
test_wrap_ellipsis (void)
{
    check_wrap ("AAAA", 246, 1, "AA…");
    check_wrap ("AAAA", 245, 1, "A…");
    check_wrap ("AA AA", 300, 1, "AA…");
    check_wrap ("AA AA AA", 318, 2, "AA AA|AA");
    check_wrap ("AA AA AA AA AA", 318, 2, "AA AA|AA…");
    check_wrap ("A\u0301A\u0301A\u0301A\u0301", 246, 1, "A\u0301A\u0301…");
    check_wrap ("👩\u200d💻👩\u200d💻", 500, 1, "👩\u200d💻…");
    check_wrap ("AA", 10, 1, "…");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/measure/latin", test_latin);
    g_test_add_func ("/layout/measure/rounding", test_rounding);
    g_test_add_func ("/layout/measure/other-scripts", test_other_scripts);
    g_test_add_func ("/layout/measure/arabic", test_arabic);
    g_test_add_func ("/layout/measure/pictures", test_pictures);
    g_test_add_func ("/layout/measure/combining", test_combining);
    g_test_add_func ("/layout/measure/step", test_step);
    g_test_add_func ("/layout/measure/wrap-spaces", test_wrap_spaces);
    g_test_add_func ("/layout/measure/wrap-many-spaces", test_wrap_many_spaces);
    g_test_add_func ("/layout/measure/wrap-parentheses", test_wrap_parentheses);
    g_test_add_func ("/layout/measure/wrap-long-words", test_wrap_long_words);
    g_test_add_func ("/layout/measure/wrap-east-asian", test_wrap_east_asian);
    g_test_add_func ("/layout/measure/wrap-punctuation", test_wrap_punctuation);
    g_test_add_func ("/layout/measure/wrap-marks", test_wrap_marks);
    g_test_add_func ("/layout/measure/wrap-clusters", test_wrap_clusters);
    g_test_add_func ("/layout/measure/wrap-arabic", test_wrap_arabic);
    g_test_add_func ("/layout/measure/wrap-ellipsis", test_wrap_ellipsis);
    return g_test_run ();
}
