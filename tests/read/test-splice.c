/* SPDX-License-Identifier: MIT
 *
 * test-splice.c: documents laid out by hand, and where a new element lands in them. All other
 * bytes stay.
 */
#include <attrigraph/read.h>

#include <string.h>

typedef struct {
    const char *name;
    const char *before;
    const char *after; /* NULL if it is refused */
    const char *problem;
} Case;

static const Case cases[] = {
    {"lines", "{\"attrigraph\": 1,\n  \"entities\": [\n\t{\"id\": \"a\"}\n  ]\n}\n",
     "{\"attrigraph\": 1,\n  \"entities\": [\n\t{\"id\": \"a\"},\n\t{\"new\": 1}\n  ]\n}\n", NULL},
    {"one-line", "{\"attrigraph\": 1, \"entities\": [{\"id\": \"a\"}, {}]}",
     "{\"attrigraph\": 1, \"entities\": [{\"id\": \"a\"}, {}, {\"new\": 1}]}", NULL},
    {"empty", "{\n  \"entities\": [ ],\n  \"attrigraph\": 1\n}\n",
     "{\n  \"entities\": [\n    {\"new\": 1}\n  ],\n  \"attrigraph\": 1\n}\n", NULL},
    {"missing", "{\"attrigraph\": 1}",
     "{\"attrigraph\": 1,\n  \"entities\": [\n    {\"new\": 1}\n  ]\n}", NULL},
    {"missing-with-lines", "{\n  \"attrigraph\": 1\n}\n",
     "{\n  \"attrigraph\": 1,\n  \"entities\": [\n    {\"new\": 1}\n  ]\n}\n", NULL},
    {"brackets-in-text", "{\"attrigraph\": 1, \"entities\": [{\"id\": \"]}\"}], \"sources\": []}",
     "{\"attrigraph\": 1, \"entities\": [{\"id\": \"]}\"}, {\"new\": 1}], \"sources\": []}", NULL},
    {"not-a-list", "{\"attrigraph\": 1, \"entities\": 7}", NULL, "case.json:1:31: /entities: not"},
    {"foreign", "{\"objects\": []}", NULL, "not in the own format"},
    {"broken", "{\"attrigraph\": 1,", NULL, "case.json:1:18: "},
    {"nothing", "", NULL, "case.json:1:1: "},
};

static void
test_splice (gconstpointer data)
{
    const Case *test = data;
    g_autoptr (GBytes) before = g_bytes_new (test->before, strlen (test->before));
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) after =
        attri_read_splice ("case.json", before, "entities", "{\"new\": 1}", &error);

    if (test->after == NULL) {
        g_assert_null (after);
        g_assert_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS);
        g_assert_nonnull (strstr (error->message, test->problem));
        return;
    }
    g_assert_no_error (error);
    gsize length;
    const char *text = g_bytes_get_data (after, &length);
    g_autofree char *copy = g_strndup (text, length);
    g_assert_cmpstr (copy, ==, test->after);
}

static void
check_citation (const char *text, const char *source, const char *claimant)
{
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autofree char *got_source = NULL;
    g_autofree char *got_claimant = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_true (
        attri_read_default_citation ("case.json", bytes, &got_source, &got_claimant, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (got_source, ==, source);
    g_assert_cmpstr (got_claimant, ==, claimant);
}

static void
test_citation (void)
{
    check_citation ("{\"attrigraph\": 1}", NULL, NULL);
    check_citation ("{\"attrigraph\": 1, \"citation\": \"a\"}", "a", NULL);
    check_citation ("{\"attrigraph\": 1, \"citation\": {\"source\": \"a\", \"claimant\": \"b\"}}",
                    "a", "b");
    check_citation ("{\"attrigraph\": 1, \"citation\": 7}", NULL, NULL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/splice/", cases[i].name, NULL);
        g_test_add_data_func (path, &cases[i], test_splice);
    }
    g_test_add_func ("/read/splice/citation", test_citation);
    return g_test_run ();
}
