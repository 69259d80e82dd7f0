/* SPDX-License-Identifier: MIT
 *
 * test-findings.c: counting, keeping, ordering and printing of findings.
 */
#include <attrigraph/base.h>

static const AttriRule note = {"a-note", ATTRI_SEVERITY_INFO, "", ""};
static const AttriRule doubt = {"b-doubt", ATTRI_SEVERITY_WARNING, "", ""};
static const AttriRule wrong = {"c-wrong", ATTRI_SEVERITY_ERROR, "", ""};

static void
assert_line (const AttriFindings *findings, guint index, const char *line, const char *diagnostic)
{
    const AttriFinding *finding = attri_findings_get (findings, index);
    g_autofree char *string = attri_finding_to_string (finding);
    g_autofree char *told = attri_finding_to_diagnostic (finding);
    g_assert_cmpstr (string, ==, line);
    g_assert_cmpstr (told, ==, diagnostic);
}

static void
test_strings (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    attri_findings_add (findings, &wrong, (AttriPlace){"apt.json", 41, 23}, "/relationships/3",
                        "%d is out of range; expected 0 to 100", 140);
    attri_findings_add (findings, &doubt, (AttriPlace){"apt.json", 41, 0}, "/a\033", "odd");
    attri_findings_add (findings, &note, (AttriPlace){"a\nb", 0, 7}, NULL, "so");
    attri_findings_add (findings, &note, (AttriPlace){NULL, 3, 7}, "", "nowhere");

    assert_line (findings, 0,
                 "apt.json:41:23: error: c-wrong: 140 is out of range; expected 0 to 100",
                 "apt.json:41:23: /relationships/3: 140 is out of range; expected 0 to 100");
    assert_line (findings, 1, "apt.json:41: warning: b-doubt: odd",
                 "apt.json:41: warning: /a\\u001b: odd");
    assert_line (findings, 2, "a\\u000ab: info: a-note: so", "a\\u000ab: note: so");
    assert_line (findings, 3, "info: a-note: nowhere", "note: nowhere");
}

static void
test_bound (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (2);
    for (int i = 0; i < 5; i++)
        attri_findings_add (findings, &note, (AttriPlace){0}, NULL, "note %d", i);
    g_assert_true (attri_findings_is_full (findings, ATTRI_SEVERITY_INFO));
    g_assert_false (attri_findings_is_full (findings, ATTRI_SEVERITY_ERROR));
    attri_findings_add (findings, &wrong, (AttriPlace){0}, NULL, "still told");

    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_INFO), ==, 6);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), ==, 1);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint (attri_findings_get_n_kept (findings), ==, 3);
    g_assert_cmpstr (attri_findings_get (findings, 1)->message, ==, "note 1");
    g_assert_cmpstr (attri_findings_get (findings, 2)->message, ==, "still told");
}

static void
assert_counts (const AttriFindings *findings, const char *file, const char *expected)
{
    g_autoptr (GArray) counts = attri_findings_count_by_rule (findings, file);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < counts->len; i++) {
        const AttriRuleCount *row = &g_array_index (counts, AttriRuleCount, i);
        g_string_append_printf (text, "%u %s ", row->count, row->rule->slug);
    }
    g_assert_cmpstr (text->str, ==, expected);
}

/* What is only counted is counted by rule and file all the same. */
static void
test_counts_by_rule (void)
{
    static const AttriRule odd = {"b-odd", ATTRI_SEVERITY_INFO, "", ""};
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    for (int i = 0; i < 3; i++) {
        attri_findings_add (findings, &note, (AttriPlace){"b", 1, 1}, NULL, "x");
        attri_findings_add (findings, &odd, (AttriPlace){"a", 1, 1}, NULL, "x");
        attri_findings_add (findings, &doubt, (AttriPlace){"a", 1, 1}, NULL, "x");
    }
    attri_findings_add (findings, &note, (AttriPlace){"a", 1, 1}, NULL, "x");
    attri_findings_add (findings, &wrong, (AttriPlace){NULL, 0, 0}, NULL, "x");

    assert_counts (findings, "a", "1 a-note 3 b-doubt 3 b-odd ");
    assert_counts (findings, "b", "3 a-note ");
    assert_counts (findings, "c", "");
    assert_counts (findings, "", "");
    assert_counts (findings, NULL, "4 a-note 3 b-doubt 3 b-odd 1 c-wrong ");
}

static void
test_sort (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    attri_findings_add (findings, &wrong, (AttriPlace){"b", 1, 1}, NULL, "6");
    attri_findings_add (findings, &wrong, (AttriPlace){"a", 10, 1}, NULL, "5");
    attri_findings_add (findings, &wrong, (AttriPlace){"a", 2, 9}, NULL, "4");
    attri_findings_add (findings, &wrong, (AttriPlace){"a", 2, 1}, NULL, "3");
    attri_findings_add (findings, &note, (AttriPlace){"a", 2, 1}, NULL, "2");
    attri_findings_add (findings, &note, (AttriPlace){"a", 2, 1}, NULL, "1");
    attri_findings_add (findings, &note, (AttriPlace){NULL, 0, 0}, NULL, "0");
    attri_findings_sort (findings);

    for (guint i = 0; i < 7; i++) {
        const char expected[] = {(char)('0' + i), '\0'};
        g_assert_cmpstr (attri_findings_get (findings, i)->message, ==, expected);
    }
}

static void
test_copies (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    char file[] = "file";
    char pointer[] = "/p";
    attri_findings_add (findings, &note, (AttriPlace){file, 1, 1}, pointer, "m");
    file[0] = pointer[0] = 'X';
    attri_findings_add (findings, &note, (AttriPlace){file, 1, 1}, pointer, "m");

    g_assert_cmpstr (attri_findings_get (findings, 0)->place.file, ==, "file");
    g_assert_cmpstr (attri_findings_get (findings, 0)->pointer, ==, "/p");
    g_assert_cmpstr (attri_findings_get (findings, 1)->place.file, ==, "Xile");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/findings/strings", test_strings);
    g_test_add_func ("/base/findings/bound", test_bound);
    g_test_add_func ("/base/findings/counts-by-rule", test_counts_by_rule);
    g_test_add_func ("/base/findings/sort", test_sort);
    g_test_add_func ("/base/findings/copies", test_copies);
    return g_test_run ();
}
