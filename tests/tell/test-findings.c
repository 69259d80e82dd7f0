/* SPDX-License-Identifier: MIT
 *
 * Findings as lines and as JSON.
 */
#include <attrigraph/tell.h>

static const AttriRule odd = {"odd-thing", ATTRI_SEVERITY_WARNING, "Odd.", "It is odd."};
static const AttriRule bad = {"bad-thing", ATTRI_SEVERITY_ERROR, "Bad.", "It is bad."};
static const AttriRule aside = {"aside", ATTRI_SEVERITY_INFO, "By the way.", "Worth knowing."};

static AttriFindings *
make_findings (void)
{
    AttriFindings *findings = attri_findings_new (10);
    attri_findings_add (findings, &odd, (AttriPlace){"b.json", 3, 7}, "/a/0", "%s", "a \"quote\"");
    attri_findings_add (findings, &bad, (AttriPlace){"a.json", 0, 0}, NULL, "all of it");
    attri_findings_add (findings, &aside, (AttriPlace){"b.json", 9, 1}, "", "nine");
    attri_findings_sort (findings);
    return findings;
}

static void
test_text (void)
{
    g_autoptr (AttriFindings) findings = make_findings ();
    g_autofree char *text = attri_tell_findings (findings, ATTRI_TELL_TEXT);
    g_assert_cmpstr (text, ==,
                     "a.json: error: bad-thing: all of it\n"
                     "b.json:3:7: warning: odd-thing: a \"quote\"\n"
                     "b.json:9:1: info: aside: nine\n");
}

static void
test_json (void)
{
    g_autoptr (AttriFindings) findings = make_findings ();
    g_autofree char *text = attri_tell_findings (findings, ATTRI_TELL_JSON);
    g_assert_cmpstr (text, ==,
                     "{\n"
                     "  \"errors\": 1,\n"
                     "  \"warnings\": 1,\n"
                     "  \"notes\": 1,\n"
                     "  \"counts\": {\n"
                     "    \"aside\": 1,\n"
                     "    \"bad-thing\": 1,\n"
                     "    \"odd-thing\": 1\n"
                     "  },\n"
                     "  \"findings\": [\n"
                     "    {\n"
                     "      \"file\": \"a.json\",\n"
                     "      \"severity\": \"error\",\n"
                     "      \"rule\": \"bad-thing\",\n"
                     "      \"pointer\": \"\",\n"
                     "      \"message\": \"all of it\"\n"
                     "    },\n"
                     "    {\n"
                     "      \"file\": \"b.json\",\n"
                     "      \"line\": 3,\n"
                     "      \"column\": 7,\n"
                     "      \"severity\": \"warning\",\n"
                     "      \"rule\": \"odd-thing\",\n"
                     "      \"pointer\": \"/a/0\",\n"
                     "      \"message\": \"a \\\"quote\\\"\"\n"
                     "    },\n"
                     "    {\n"
                     "      \"file\": \"b.json\",\n"
                     "      \"line\": 9,\n"
                     "      \"column\": 1,\n"
                     "      \"severity\": \"info\",\n"
                     "      \"rule\": \"aside\",\n"
                     "      \"pointer\": \"\",\n"
                     "      \"message\": \"nine\"\n"
                     "    }\n"
                     "  ]\n"
                     "}\n");
}

static void
test_none (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autofree char *text = attri_tell_findings (findings, ATTRI_TELL_TEXT);
    g_autofree char *json = attri_tell_findings (findings, ATTRI_TELL_JSON);
    g_assert_cmpstr (text, ==, "");
    g_assert_cmpstr (json, ==,
                     "{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0,\n"
                     "  \"counts\": {},\n  \"findings\": []\n}\n");
}

/* What is not kept is counted. */
static void
test_bound (void)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (0);
    attri_findings_add (findings, &odd, (AttriPlace){"b.json", 3, 7}, "/a/0", "one");
    attri_findings_add (findings, &odd, (AttriPlace){"c.json", 3, 7}, "/a/0", "two");
    g_autofree char *json = attri_tell_findings (findings, ATTRI_TELL_JSON);
    g_assert_cmpstr (json, ==,
                     "{\n  \"errors\": 0,\n  \"warnings\": 2,\n  \"notes\": 0,\n"
                     "  \"counts\": {\n    \"odd-thing\": 2\n  },\n  \"findings\": []\n}\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/findings/text", test_text);
    g_test_add_func ("/tell/findings/json", test_json);
    g_test_add_func ("/tell/findings/none", test_none);
    g_test_add_func ("/tell/findings/bound", test_bound);
    return g_test_run ();
}
