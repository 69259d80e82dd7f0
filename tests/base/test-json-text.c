/* SPDX-License-Identifier: MIT
 *
 * The JSON writer: brackets, commas, escapes.
 */
#include "base/json-text-private.h"

static void
test_nesting (void)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "absent", NULL);
    attri_json_text__open_array (json, "empty");
    attri_json_text__close (json);
    attri_json_text__open_array (json, "list");
    attri_json_text__number (json, NULL, 0);
    attri_json_text__open_object (json, NULL);
    attri_json_text__boolean (json, "yes", TRUE);
    attri_json_text__date (json, "on", (AttriDate){2021, 7, 0});
    attri_json_text__date (json, "never", ATTRI_DATE_NONE);
    attri_json_text__close (json);
    attri_json_text__close (json);
    attri_json_text__number (json, "last", G_MAXUINT64);
    attri_json_text__close (json);
    g_autofree char *text = attri_json_text__end (json);
    g_assert_cmpstr (text, ==,
                     "{\n"
                     "  \"empty\": [],\n"
                     "  \"list\": [\n"
                     "    0,\n"
                     "    {\n"
                     "      \"yes\": true,\n"
                     "      \"on\": \"2021-07\"\n"
                     "    }\n"
                     "  ],\n"
                     "  \"last\": 18446744073709551615\n"
                     "}\n");
}

static void
test_lines (void)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__open_array_on_line (json, "a");
    attri_json_text__number (json, NULL, 1);
    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "b", 2);
    attri_json_text__number (json, "c", 3);
    attri_json_text__close (json);
    attri_json_text__open_array_on_line (json, NULL);
    attri_json_text__close (json);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "d");
    attri_json_text__open_object_on_line (json, NULL);
    attri_json_text__number (json, "e", 4);
    attri_json_text__close (json);
    attri_json_text__number (json, NULL, 5);
    attri_json_text__close (json);
    attri_json_text__close (json);
    g_autofree char *text = attri_json_text__end (json);
    g_assert_cmpstr (text, ==,
                     "{\n"
                     "  \"a\": [1, {\"b\": 2, \"c\": 3}, []],\n"
                     "  \"d\": [\n"
                     "    {\"e\": 4},\n"
                     "    5\n"
                     "  ]\n"
                     "}\n");
}

static void
check_string (const char *value, const char *expected)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__string (json, NULL, value);
    g_autofree char *text = attri_json_text__end (json);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_strings (void)
{
    check_string ("", "\"\"\n");
    check_string ("a \"b\" \\ /", "\"a \\\"b\\\" \\\\ /\"\n");
    check_string ("\n\t\r\x01\x1b[31m\x7f", "\"\\n\\t\\u000d\\u0001\\u001b[31m\\u007f\"\n");
    /* What would turn or hide the rest of a line on a terminal. */
    check_string ("\u202e\u2066\u200b\u2028\xc2\x85\ufeff",
                  "\"\\u202e\\u2066\\u200b\\u2028\\u0085\\ufeff\"\n");
    /* What merely looks foreign stays. */
    check_string ("中文 ไทย עברית 🐼", "\"中文 ไทย עברית 🐼\"\n");
    check_string ("cut \xc3", "\"cut \ufffd\"\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/json-text/nesting", test_nesting);
    g_test_add_func ("/base/json-text/lines", test_lines);
    g_test_add_func ("/base/json-text/strings", test_strings);
    return g_test_run ();
}
