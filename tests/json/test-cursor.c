/* SPDX-License-Identifier: MIT
 *
 * test-cursor.c: values read where they stand are those of the tree.
 */
#include "json/cursor-private.h"

#include <string.h>

static AttriJsonDocument *
scan (const char *text, gsize length)
{
    const AttriJsonLimits limits = {100000, 64, 100000};
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    AttriJsonDocument *document = attri_json__scan ("t", text, length, &limits, findings);
    g_assert_nonnull (document);
    return document;
}

/* That @text, wherever it is, says what the tree @json does. */
static void
assert_same (AttriJsonText text, const AttriJson *json)
{
    const AttriJsonType type = attri_json__get_type (json);
    AttriJsonText key = {NULL, NULL};
    AttriJsonText value;

    g_assert_cmpint (attri_json__text_type (text), ==, type);
    if (type == ATTRI_JSON_BOOL)
        g_assert_cmpint (attri_json__text_is_true (text), ==, attri_json__get_bool (json));
    if (type == ATTRI_JSON_STRING) {
        g_autofree char *decoded = g_malloc ((gsize)(text.end - text.start));
        const gsize length = attri_json__text_decode (text, decoded);
        g_assert_cmpuint (length, ==, strlen (decoded));
        g_assert_cmpstr (decoded, ==, attri_json__get_string (json));
        g_assert_true (attri_json__text_reads (text, decoded));
        g_assert_false (attri_json__text_reads (text, "something else"));
    }
    if (type != ATTRI_JSON_ARRAY && type != ATTRI_JSON_OBJECT)
        return;
    AttriJsonCursor cursor = attri_json__enter (text);
    for (const AttriJson *child = attri_json__get_first (json); child != NULL;
         child = attri_json__get_next (child)) {
        if (type == ATTRI_JSON_OBJECT) {
            g_assert_true (attri_json__next_member (&cursor, &key, &value));
            g_assert_true (attri_json__text_reads (key, attri_json__get_key (child)));
        } else {
            g_assert_true (attri_json__next_element (&cursor, &value));
        }
        assert_same (value, child);
    }
    g_assert_false (type == ATTRI_JSON_OBJECT ? attri_json__next_member (&cursor, &key, &value)
                                              : attri_json__next_element (&cursor, &value));
}

static void
test_values (void)
{
    static const char *const texts[] = {
        "{}",
        "[]",
        "[ ]",
        "17",
        "\"\"",
        " [null,true , false,-1.5e3,\"a\"] ",
        "{\"a\":{\"b\":[[],{},[{}]]},\"c\" : \"d\"\n,\t\"e\":\r\n[1,2]}",
        /* Quotes, brackets and backslashes in strings. */
        "[\"\\\"\", \"\\\\\", \"\\\\\\\"\", \"}],\", \"\\\\\\\\\", \"\\\"\\\"\", \"a\\\"b\\\\\"]",
        "{\"k\\\"]\": \"v\", \"\\u0069d\": \"\\ud83d\\ude00 \\u00e9\\n\\/\"}",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        /* Of exact size, so that a sanitizer sees every byte read too far. */
        g_autofree char *text = g_memdup2 (texts[i], strlen (texts[i]));
        g_autoptr (AttriJsonDocument) document = scan (text, strlen (texts[i]));
        g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
        g_test_message ("%s", texts[i]);
        assert_same (attri_json__text (document, &document->root), root);
    }
}

/* White space as people and programs put it between tokens: mostly none, or a line and blanks. */
static void
append_space (GRand *random, GString *text)
{
    static const char *const lines[] = {"", "", "\n", "\r\n", "\t", " \n\n"};
    g_string_append (text, lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))]);
    g_string_append_printf (text, "%*s", g_rand_int_range (random, 0, 14), "");
}

/* What two JSON texts have in common is the tree, not the bytes. */
static char *
make_value (GRand *random, guint depth)
{
    static const char *const scalars[] = {"null",
                                          "true",
                                          "-0",
                                          "1e5",
                                          "\"\"",
                                          "\"\\\\\"",
                                          "\"\\\"]\"",
                                          "\"x,{\"",
                                          "\"\\\\n\"",
                                          "\"\\u00e9\"",
                                          "\"\\\\\\\\\\\"\""};
    const gint32 kind = g_rand_int_range (random, 0, depth > 5 ? 1 : 3);
    if (kind == 0)
        return g_strdup (scalars[g_rand_int_range (random, 0, G_N_ELEMENTS (scalars))]);

    GString *text = g_string_new (kind == 1 ? "[" : "{");
    const gint32 n = g_rand_int_range (random, 0, 5);
    for (gint32 i = 0; i < n; i++) {
        g_autofree char *value = make_value (random, depth + 1);
        append_space (random, text);
        g_string_append (text, i > 0 ? "," : "");
        append_space (random, text);
        if (kind == 2)
            g_string_append_printf (text, "\"%d\\\"\" :", i);
        append_space (random, text);
        g_string_append (text, value);
    }
    append_space (random, text);
    g_string_append (text, kind == 1 ? "]" : "}");
    return g_string_free (text, FALSE);
}

static void
test_random (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (31);

    for (guint i = 0; i < 2000; i++) {
        g_autofree char *made = make_value (random, 0);
        g_autofree char *text = g_memdup2 (made, strlen (made));
        g_autoptr (AttriJsonDocument) document = scan (text, strlen (made));
        g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
        g_test_message ("%s", made);
        assert_same (attri_json__text (document, &document->root), root);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/json/cursor/values", test_values);
    g_test_add_func ("/json/cursor/random", test_random);
    return g_test_run ();
}
