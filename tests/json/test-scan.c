/* SPDX-License-Identifier: MIT
 *
 * test-scan.c: what the scan accepts, what it says of the rest, and where the
 * pieces of a document are.
 */
#include "json/scan-private.h"

#include "scan-cases.h"

#include <string.h>

static const AttriJsonLimits roomy = {1000000, 64, 65536};

/* The findings as lines, without the file's name. */
static char *
diagnostics (const AttriFindings *findings)
{
    GString *lines = g_string_new (NULL);

    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        g_autofree char *line = attri_finding_to_diagnostic (attri_findings_get (findings, i));
        g_assert_true (g_str_has_prefix (line, "t:"));
        g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line + 2);
    }
    return g_string_free (lines, FALSE);
}

/* Scans a copy of exactly @length bytes, so that a sanitizer sees one read too many. */
static void
assert_told (const char *text, gsize length, const AttriJsonLimits *limits, const char *told)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1000);
    g_autofree char *copy = g_memdup2 (text, length);
    g_autoptr (AttriJsonDocument) document = attri_json__scan ("t", copy, length, limits, findings);
    g_autofree char *lines = diagnostics (findings);

    g_assert_cmpstr (lines, ==, told);
    g_assert_true ((document != NULL) == (*told == '\0'));
}

typedef struct {
    const char *name;
    const Case *cases;
    gsize n;
} Group;

static void
test_cases (gconstpointer data)
{
    const Group *group = data;

    for (gsize i = 0; i < group->n; i++)
        assert_told (group->cases[i].text, group->cases[i].length, &roomy, group->cases[i].told);
}

/* No prefix of a good document is a good document, unless it ends in a number. */
static void
test_prefixes (void)
{
    static const char text[] =
        "{\"a\\u00e9\": [1.5e3, \"\xc3\xa9\\ud83d\\ude00\", true, null, {}], \"b\": {\"c\": -0}}";

    for (gsize n = 0; n < sizeof text; n++) {
        g_autoptr (AttriFindings) findings = attri_findings_new (1000);
        g_autofree char *copy = g_memdup2 (text, n);
        g_autoptr (AttriJsonDocument) document = attri_json__scan ("t", copy, n, &roomy, findings);
        g_assert_true ((document != NULL) == (n == sizeof text - 1));
        g_assert_true ((document != NULL) == (attri_findings_count (findings, 0) == 0));
    }
}

/* However many blanks stand before something, and before the end, its place is right. */
static void
test_indentation (void)
{
    for (int n = 0; n <= 20; n++) {
        g_autofree char *text = g_strdup_printf ("[%*s\n\t\n%*s?%*s", n, "", n, "", n, "");
        g_autofree char *told =
            g_strdup_printf ("3:%d: /0: stray '?'; expected a value or ]", n + 1);
        g_autofree char *open = g_strdup_printf ("[%*s", n, "");
        g_autofree char *ended = g_strdup_printf ("1:%d", n + 2);
        g_autoptr (AttriFindings) findings = attri_findings_new (1);
        assert_told (text, strlen (text), &roomy, told);

        g_autofree char *copy = g_memdup2 (open, strlen (open));
        g_assert_null (attri_json__scan ("t", copy, strlen (open), &roomy, findings));
        g_autofree char *line = attri_finding_to_diagnostic (attri_findings_get (findings, 0));
        g_assert_true (g_str_has_prefix (line + 2, ended));
    }
}

static void
test_limit_values (void)
{
    static const char text[] = "[1, {\"a\": 2}]";
    assert_told (text, strlen (text), &(AttriJsonLimits){5, 64, 9}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){4, 64, 9}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){3, 64, 9},
                 "1:11: /1/a: more values than the limit; expected at most 3");
}

static void
test_limit_depth (void)
{
    static const char text[] = "{\"a\": [\n[]]}";
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 4, 9}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 3, 9}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 2, 9},
                 "2:1: /a/0: nested deeper than the limit; expected at most 2 levels");
}

static void
test_limit_string (void)
{
    /* Four bytes each after decoding; all that are too long are told. */
    static const char text[] = "{\"abcd\": \"\\ud83d\\ude00\", \"\xc3\xa9\\u00e9\": 1}";
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 9, 5}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 9, 4}, "");
    assert_told (text, strlen (text), &(AttriJsonLimits){99, 9, 3},
                 "1:2: string of 4 bytes; expected at most 3\n"
                 "1:10: /abcd: string of 4 bytes; expected at most 3\n"
                 "1:26: string of 4 bytes; expected at most 3");
}

/* A file of nothing but faults is told of up to a bound. */
static void
test_limit_problems (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1000);
    g_autoptr (GString) text = g_string_new ("[\"\\x\"");
    for (guint i = 0; i < ATTRI_JSON_PROBLEMS + 50; i++)
        g_string_append (text, ", \"\\x\"");
    g_string_append (text, "]");
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan ("t", text->str, text->len, &roomy, findings);

    g_assert_null (document);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_ERROR), ==,
                      ATTRI_JSON_PROBLEMS);
}

/* Nesting costs no C stack. */
static void
test_deep (void)
{
    const gsize depth = 1000000;
    const AttriJsonLimits limits = {2000000, 1000000, 9};
    g_autofree char *text = g_malloc (2 * depth);

    memset (text, '[', depth);
    memset (text + depth, ']', depth);
    assert_told (text, 2 * depth, &limits, "");
}

/* Many keys in one object are compared without going through all pairs. */
static void
test_many_keys (void)
{
    g_autoptr (GString) text = g_string_new ("{\"k\": 0");
    for (guint i = 0; i < 200000; i++)
        g_string_append_printf (text, ", \"same-beginning-%u-same-end\": 0", i);
    g_string_append (text, "}");
    assert_told (text->str, text->len, &roomy, "");

    g_string_truncate (text, text->len - 1);
    g_string_append (text, ",\n\"\\u006b\": 1}");
    assert_told (text->str, text->len, &roomy,
                 "2:1: key 'k' is already at line 1, column 2; expected each key once");
}

static void
assert_span (const AttriJsonDocument *document, const AttriJsonSpan *span, const char *text,
             guint line, guint column)
{
    g_autofree char *found = g_strndup (document->text + span->start, span->end - span->start);
    g_assert_cmpstr (found, ==, text);
    g_assert_cmpuint (span->line, ==, line);
    g_assert_cmpuint (span->column, ==, column);
}

static void
test_pieces_object (void)
{
    static const char text[] = " {\"\\u0061\": 1, \"b\": [ {\"x\": [1, 2]},\n \"\xc3\xa9\", [3]],\n"
                               "\"c\": {\"d\": [4]}, \"e\": []} ";
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan ("t", text, strlen (text), &roomy, findings);
    g_assert_nonnull (document);
    g_assert_cmpuint (document->members->len, ==, 4);
    g_assert_cmpuint (document->elements->len, ==, 3);
    g_assert_cmpuint (document->root.start, ==, 1);
    g_assert_cmpuint (document->root.end, ==, strlen (text) - 1);

    const AttriJsonMember *a = attri_json__document_find (document, "a");
    assert_span (document, &a->span, "1", 1, 13);
    g_assert_cmpuint (a->n, ==, 0);

    const AttriJsonMember *b = attri_json__document_find (document, "b");
    assert_span (document, &b->span, "[ {\"x\": [1, 2]},\n \"\xc3\xa9\", [3]]", 1, 21);
    g_assert_cmpuint (b->n, ==, 3);
    assert_span (document, attri_json__document_element (document, b, 0), "{\"x\": [1, 2]}", 1, 23);
    assert_span (document, attri_json__document_element (document, b, 1), "\"\xc3\xa9\"", 2, 2);
    assert_span (document, attri_json__document_element (document, b, 2), "[3]", 2, 7);

    const AttriJsonMember *c = attri_json__document_find (document, "c");
    assert_span (document, &c->span, "{\"d\": [4]}", 3, 6);
    const AttriJsonMember *e = attri_json__document_find (document, "e");
    assert_span (document, &e->span, "[]", 3, 23);
    g_assert_cmpuint (e->n, ==, 0);
    g_assert_null (attri_json__document_find (document, "A"));
}

static void
test_pieces_array (void)
{
    static const char text[] = "[[1], {\"a\": [2]}, 3]";
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan ("t", text, strlen (text), &roomy, findings);
    g_assert_nonnull (document);

    const AttriJsonMember *root = attri_json__document_find (document, "");
    assert_span (document, &root->span, text, 1, 1);
    g_assert_cmpuint (root->n, ==, 3);
    assert_span (document, attri_json__document_element (document, root, 0), "[1]", 1, 2);
    assert_span (document, attri_json__document_element (document, root, 1), "{\"a\": [2]}", 1, 7);
    assert_span (document, attri_json__document_element (document, root, 2), "3", 1, 19);
}

static void
test_pieces_scalar (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan ("t", "\n null ", 7, &roomy, findings);
    g_assert_nonnull (document);
    assert_span (document, &attri_json__document_find (document, "")->span, "null", 2, 2);
}

int
main (int argc, char **argv)
{
    static const Group groups[] = {
        {"empty", empty_cases, G_N_ELEMENTS (empty_cases)},
        {"encoding", encoding_cases, G_N_ELEMENTS (encoding_cases)},
        {"text", text_cases, G_N_ELEMENTS (text_cases)},
        {"string", string_cases, G_N_ELEMENTS (string_cases)},
        {"number", number_cases, G_N_ELEMENTS (number_cases)},
        {"word", word_cases, G_N_ELEMENTS (word_cases)},
        {"array", array_cases, G_N_ELEMENTS (array_cases)},
        {"object", object_cases, G_N_ELEMENTS (object_cases)},
        {"comment", comment_cases, G_N_ELEMENTS (comment_cases)},
        {"space", space_cases, G_N_ELEMENTS (space_cases)},
        {"duplicate", duplicate_cases, G_N_ELEMENTS (duplicate_cases)},
        {"place", place_cases, G_N_ELEMENTS (place_cases)},
        {"good", good_cases, G_N_ELEMENTS (good_cases)},
    };

    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
        g_autofree char *path = g_strconcat ("/json/scan/", groups[i].name, NULL);
        g_test_add_data_func (path, &groups[i], test_cases);
    }
    g_test_add_func ("/json/scan/prefixes", test_prefixes);
    g_test_add_func ("/json/scan/indentation", test_indentation);
    g_test_add_func ("/json/scan/limit/values", test_limit_values);
    g_test_add_func ("/json/scan/limit/depth", test_limit_depth);
    g_test_add_func ("/json/scan/limit/string", test_limit_string);
    g_test_add_func ("/json/scan/limit/problems", test_limit_problems);
    g_test_add_func ("/json/scan/deep", test_deep);
    g_test_add_func ("/json/scan/many-keys", test_many_keys);
    g_test_add_func ("/json/scan/pieces/object", test_pieces_object);
    g_test_add_func ("/json/scan/pieces/array", test_pieces_array);
    g_test_add_func ("/json/scan/pieces/scalar", test_pieces_scalar);
    return g_test_run ();
}
