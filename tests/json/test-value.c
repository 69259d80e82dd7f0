/* SPDX-License-Identifier: MIT
 *
 * test-value.c: pieces as trees, and the places of what is in them.
 */
#include "json/locate-private.h"
#include "json/value-private.h"

#include <string.h>

static AttriJsonDocument *
scan (const char *text)
{
    const AttriJsonLimits limits = {1000, 64, 1000};
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    AttriJsonDocument *document = attri_json__scan ("t", text, strlen (text), &limits, findings);
    g_assert_nonnull (document);
    return document;
}

static void
test_types (void)
{
    g_autoptr (AttriJsonDocument) document =
        scan ("[null, true, false, -1.5, \"\\ud83d\\ude00 \\u00e9\\n\", [], {}]");
    static const AttriJsonType types[] = {
        ATTRI_JSON_NULL,   ATTRI_JSON_BOOL,  ATTRI_JSON_BOOL,   ATTRI_JSON_NUMBER,
        ATTRI_JSON_STRING, ATTRI_JSON_ARRAY, ATTRI_JSON_OBJECT,
    };
    g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
    const AttriJson *value = attri_json__get_first (root);

    for (gsize i = 0; i < G_N_ELEMENTS (types); i++, value = attri_json__get_next (value)) {
        g_assert_nonnull (value);
        g_assert_cmpint (attri_json__get_type (value), ==, types[i]);
        g_assert_cmpint (attri_json__span_type (document, &g_array_index (document->elements,
                                                                          AttriJsonSpan, i)),
                         ==, types[i]);
        g_assert_cmpint (attri_json__get_bool (value), ==, i == 1);
        g_assert_cmpstr (attri_json__get_string (value), ==,
                         i == 4 ? "\xf0\x9f\x98\x80 \xc3\xa9\n" : NULL);
    }
    g_assert_null (value);
    g_assert_cmpstr (attri_json__type_name (ATTRI_JSON_BOOL), ==, "true or false");
}

static void
test_members (void)
{
    g_autoptr (AttriJsonDocument) document = scan ("{\"A\": 1, \"a\": 2, \"\\u0062\": 3}");
    g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
    gint64 value = 0;

    g_assert_true (attri_json__get_integer (attri_json__get_member (root, "a"), &value));
    g_assert_cmpint (value, ==, 2);
    g_assert_true (attri_json__get_integer (attri_json__get_member (root, "b"), &value));
    g_assert_cmpint (value, ==, 3);
    g_assert_null (attri_json__get_member (root, "B"));
    g_assert_cmpstr (attri_json__get_key (attri_json__get_first (root)), ==, "A");
}

static void
assert_integer (const char *text, gboolean ok, gint64 expected)
{
    g_autoptr (AttriJsonDocument) document = scan (text);
    g_autoptr (AttriJson) root = attri_json__parse (document, &document->root);
    gint64 value = 77;

    g_assert_cmpint (attri_json__get_integer (root, &value), ==, ok);
    g_assert_cmpint (value, ==, ok ? expected : 77);
}

static void
test_integers (void)
{
    assert_integer ("0", TRUE, 0);
    assert_integer ("-0", TRUE, 0);
    assert_integer ("1e2", TRUE, 100);
    assert_integer ("50.0", TRUE, 50);
    assert_integer ("9007199254740992", TRUE, G_GINT64_CONSTANT (9007199254740992));
    assert_integer ("-9007199254740992", TRUE, G_GINT64_CONSTANT (-9007199254740992));
    assert_integer ("9007199254740994", FALSE, 0);
    assert_integer ("1e300", FALSE, 0);
    assert_integer ("1e999", FALSE, 0);
    assert_integer ("-1e999", FALSE, 0);
    assert_integer ("0.5", FALSE, 0);
    assert_integer ("\"1\"", FALSE, 0);
    assert_integer ("true", FALSE, 0);
}

/* The text of a value, its line and its column. */
static void
assert_located (const AttriJsonDocument *document, const char *pointer, AttriJsonWhere where,
                const char *text, guint line, guint column)
{
    const AttriJsonSpan span = attri_json__locate (document, &document->root, pointer, where);
    g_autofree char *found = g_strndup (document->text + span.start, span.end - span.start);

    g_assert_cmpstr (found, ==, text);
    g_assert_cmpuint (span.line, ==, line);
    g_assert_cmpuint (span.column, ==, column);
}

static void
test_locate (void)
{
    g_autoptr (AttriJsonDocument) document =
        scan ("{ \"\xc3\xa9\": \"}\\\"\", \"a/b\" : [1, {\"~\": \"\xe4\xb8\xad\", \"k\": true},\n"
              "\t-2.5e3 ], \"\\u0063\":null}");

    assert_located (document, "/\xc3\xa9", ATTRI_JSON_AT_VALUE, "\"}\\\"\"", 1, 8);
    assert_located (document, "/\xc3\xa9", ATTRI_JSON_AT_KEY, "\"\xc3\xa9\"", 1, 3);
    assert_located (document, "/a~1b/0", ATTRI_JSON_AT_VALUE, "1", 1, 24);
    assert_located (document, "/a~1b/1/~0", ATTRI_JSON_AT_VALUE, "\"\xe4\xb8\xad\"", 1, 33);
    assert_located (document, "/a~1b/1/k", ATTRI_JSON_AT_VALUE, "true", 1, 43);
    assert_located (document, "/a~1b/1/k", ATTRI_JSON_AT_KEY, "\"k\"", 1, 38);
    assert_located (document, "/a~1b/2", ATTRI_JSON_AT_VALUE, "-2.5e3", 2, 2);
    assert_located (document, "/c", ATTRI_JSON_AT_VALUE, "null", 2, 21);
    /* What does not exist is where it should have been. */
    assert_located (document, "/a~1b/1/x", ATTRI_JSON_AT_VALUE,
                    "{\"~\": \"\xe4\xb8\xad\", \"k\": true}", 1, 27);
    assert_located (document, "/c/d/e", ATTRI_JSON_AT_VALUE, "null", 2, 21);
    assert_located (document, "/a~1b/x", ATTRI_JSON_AT_KEY,
                    "[1, {\"~\": \"\xe4\xb8\xad\", "
                    "\"k\": true},\n\t-2.5e3 ]",
                    1, 23);
}

static void
test_locate_elements (void)
{
    g_autoptr (AttriJsonDocument) document = scan ("{\"a\": [ 1,\n[2, 3] , \"4\"], \"b\": [ ]}");
    const AttriJsonSpan array =
        attri_json__locate (document, &document->root, "/a", ATTRI_JSON_AT_VALUE);
    const AttriJsonSpan first = attri_json__locate_first (document, &array);
    const AttriJsonSpan second = attri_json__locate_next (document, &first);
    const AttriJsonSpan third = attri_json__locate_next (document, &second);
    const AttriJsonSpan none = attri_json__locate_next (document, &third);

    g_assert_cmpuint (first.column, ==, 9);
    g_assert_cmpuint (second.line, ==, 2);
    g_assert_cmpuint (second.column, ==, 1);
    g_assert_cmpuint (third.column, ==, 10);
    g_assert_cmpuint (none.start, ==, third.start);

    const AttriJsonSpan empty =
        attri_json__locate (document, &document->root, "/b", ATTRI_JSON_AT_VALUE);
    g_assert_cmpuint (attri_json__locate_first (document, &empty).start, ==, empty.start);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/json/value/types", test_types);
    g_test_add_func ("/json/value/members", test_members);
    g_test_add_func ("/json/value/integers", test_integers);
    g_test_add_func ("/json/value/locate", test_locate);
    g_test_add_func ("/json/value/locate-elements", test_locate_elements);
    return g_test_run ();
}
