/* SPDX-License-Identifier: MIT
 *
 * test-text.c: hostile text in, harmless text out.
 */
#include "base/text-private.h"

#include <string.h>

#define BAD    "\xef\xbf\xbd"
#define WOMAN  "\xf0\x9f\x91\xa9"
#define LAPTOP "\xf0\x9f\x92\xbb"
#define HEART  "\xe2\x9d\xa4\xef\xb8\x8f"
#define ZWJ    "\xe2\x80\x8d"
#define STYLE  "\xef\xb8\x8f"
#define HOOK   "\u0328"
#define TILDE  "\u0303"
#define DOT    "\u0307"

typedef char *(*Treatment) (const char *text);

typedef struct {
    const char *input;
    const char *visible;
    const char *xml;
    const char *terminal;
} Row;

static const Row rows[] = {
    {"", "", "", ""},
    {"plain", "plain", "plain", "plain"},
    {"<a b=\"c\">&'", "<a b=\"c\">&'", "&lt;a b=&quot;c&quot;&gt;&amp;&#39;", "<a b=\"c\">&'"},
    {"a\tb\nc\rd", "a b c d", "a\tb\nc d", "a\\u0009b\\u000ac\\u000dd"},
    {"\001\033[1m\177", BAD BAD "[1m" BAD, BAD BAD "[1m" BAD, "\\u0001\\u001b[1m\\u007f"},
    {"\xc2\x85", BAD, BAD, "\\u0085"},
    {"\xef\xbf\xbe\xef\xbf\xbf", BAD BAD, BAD BAD, "\\ufffe\\uffff"},
    {"x\xffy", "x" BAD "y", "x" BAD "y", "x\\xffy"},
    {"\xe2\x82", BAD BAD, BAD BAD, "\\xe2\\x82"},
    {"\xc0\xaf", BAD BAD, BAD BAD, "\\xc0\\xaf"},
    {"\xed\xa0\x80", BAD BAD BAD, BAD BAD BAD, "\\xed\\xa0\\x80"},
    {"gpj\xe2\x80\xae"
     "exe",
     "gpj⟨U+202E⟩exe", "gpj⟨U+202E⟩exe", "gpj\\u202eexe"},
    {"\xe2\x80\x8b\xef\xbb\xbf", "⟨U+200B⟩⟨U+FEFF⟩", "⟨U+200B⟩⟨U+FEFF⟩", "\\u200b\\ufeff"},
    {"\xd8\x9c\xe2\x81\xa6\xe2\x81\xa0", "⟨U+061C⟩⟨U+2066⟩⟨U+2060⟩", "⟨U+061C⟩⟨U+2066⟩⟨U+2060⟩",
     "\\u061c\\u2066\\u2060"},
    {"\xf3\xa0\x81\x81", "⟨U+E0041⟩", "⟨U+E0041⟩", "\\U000e0041"},
    {WOMAN ZWJ LAPTOP, WOMAN ZWJ LAPTOP, WOMAN ZWJ LAPTOP, WOMAN ZWJ LAPTOP},
    {HEART ZWJ LAPTOP, HEART ZWJ LAPTOP, HEART ZWJ LAPTOP, HEART ZWJ LAPTOP},
    {"a" ZWJ LAPTOP, "a⟨U+200D⟩" LAPTOP, "a⟨U+200D⟩" LAPTOP, "a\\u200d" LAPTOP},
    {LAPTOP ZWJ, LAPTOP "⟨U+200D⟩", LAPTOP "⟨U+200D⟩", LAPTOP "\\u200d"},
    {"e" HOOK TILDE DOT, "e" HOOK TILDE DOT, "e" HOOK TILDE DOT, "e" HOOK TILDE DOT},
    {"e" HOOK TILDE DOT TILDE DOT "x" TILDE, "e" HOOK TILDE DOT "⟨U+0303⟩⟨U+0307⟩x" TILDE,
     "e" HOOK TILDE DOT "⟨U+0303⟩⟨U+0307⟩x" TILDE, "e" HOOK TILDE DOT "\\u0303\\u0307x" TILDE},
    {"e" HOOK TILDE STYLE DOT TILDE STYLE, "e" HOOK TILDE STYLE DOT "⟨U+0303⟩" STYLE,
     "e" HOOK TILDE STYLE DOT "⟨U+0303⟩" STYLE, "e" HOOK TILDE STYLE DOT "\\u0303" STYLE},
    {"ก\u0e4c\u0e4c\u0e4c\u0e4c", "ก\u0e4c\u0e4c\u0e4c⟨U+0E4C⟩", "ก\u0e4c\u0e4c\u0e4c⟨U+0E4C⟩",
     "ก\u0e4c\u0e4c\u0e4c\\u0e4c"},
    {"H\u20ddey\u20e0 1\u20e3", "H⟨U+20DD⟩ey⟨U+20E0⟩ 1\u20e3", "H⟨U+20DD⟩ey⟨U+20E0⟩ 1\u20e3",
     "H\\u20ddey\\u20e0 1\u20e3"},
    {"中文 العربية ไทย", "中文 العربية ไทย", "中文 العربية ไทย", "中文 العربية ไทย"},
};

static void
assert_treats (Treatment treat, const char *input, const char *expected)
{
    g_autofree char *output = treat (input);
    g_assert_cmpstr (output, ==, expected);
    g_assert_true (g_utf8_validate (output, -1, NULL));
}

static void
test_treatments (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
        assert_treats (attri_text__make_visible, rows[i].input, rows[i].visible);
        assert_treats (attri_text__make_visible, rows[i].visible, rows[i].visible);
        assert_treats (attri_text__escape_xml, rows[i].input, rows[i].xml);
        assert_treats (attri_text_for_terminal, rows[i].input, rows[i].terminal);
        g_assert_true (attri_text__has_hidden (rows[i].input) ==
                       (strstr (rows[i].visible, "⟨U+") != NULL));
    }
}

static void
test_quote (void)
{
    g_autofree char *sixty = g_strnfill (60, 'x');
    g_autofree char *more = g_strconcat (sixty, "y", NULL);
    g_autofree char *quoted = g_strdup_printf ("'%s'", sixty);
    g_autofree char *cut = g_strdup_printf ("'%s…'", sixty);

    assert_treats (attri_text__quote, NULL, "''");
    assert_treats (attri_text__quote, "TAG-22", "'TAG-22'");
    assert_treats (attri_text__quote, "it's", "\"it's\"");
    assert_treats (attri_text__quote, "\033", "'\\u001b'");
    assert_treats (attri_text__quote, sixty, quoted);
    assert_treats (attri_text__quote, more, cut);
}

static void
test_nearest (void)
{
    static const char *const words[] = {"uses", "targets", "same-as", "use", "part-of", NULL};
    static const char *const none[] = {NULL};
    g_autofree char *limit = g_strnfill (64, 'x');
    g_autofree char *long_word = g_strnfill (65, 'x');
    const char *const long_words[] = {long_word, limit, NULL};

    g_assert_cmpstr (attri_text_nearest ("tragets", words), ==, "targets");
    g_assert_cmpstr (attri_text_nearest ("TARGET", words), ==, "targets");
    g_assert_cmpstr (attri_text_nearest ("usee", words), ==, "uses");
    g_assert_cmpstr (attri_text_nearest ("usess", words), ==, "uses");
    g_assert_cmpstr (attri_text_nearest ("sameas", words), ==, "same-as");
    g_assert_cmpstr (attri_text_nearest ("usx", words), ==, "use");
    g_assert_null (attri_text_nearest ("xyz", words));
    g_assert_null (attri_text_nearest ("ue", none));
    g_assert_null (attri_text_nearest ("", words));
    g_assert_null (attri_text_nearest (long_word, long_words));
    g_assert_true (attri_text_nearest (limit, long_words) == limit);
}

/* Two candidates equally far: the first is taken, whichever it is. */
static void
test_nearest_tie (void)
{
    static const char *const one_way[] = {"cat", "car", NULL};
    static const char *const other_way[] = {"car", "cat", NULL};
    g_assert_cmpstr (attri_text_nearest ("cab", one_way), ==, "cat");
    g_assert_cmpstr (attri_text_nearest ("cab", other_way), ==, "car");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/text/treatments", test_treatments);
    g_test_add_func ("/base/text/quote", test_quote);
    g_test_add_func ("/base/text/nearest", test_nearest);
    g_test_add_func ("/base/text/nearest-tie", test_nearest_tie);
    return g_test_run ();
}
