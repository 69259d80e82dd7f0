/* SPDX-License-Identifier: MIT
 *
 * test-report.c: the account of what was read, file by file.
 */
#include <attrigraph/read.h>

#include <string.h>

#define SOURCES "\"sources\": [{\"id\": \"s\", \"title\": \"S\", \"publisher\": \"P\"}]"

/* "a.json own format: 1 malware, 2 threat groups, 1 names, 2 relationships, 1 reports" */
static char *
describe (const AttriReadFile *file)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (text, "%s %s:", file->name,
                            file->format != NULL ? file->format : "no format");
    for (guint i = 0; i < file->n_types; i++)
        g_string_append_printf (text, " %u %s,", file->types[i].count, file->types[i].type->plural);
    g_string_append_printf (text, " %u names, %u relationships, %u reports", file->names,
                            file->relationships, file->reports);
    return g_string_free (text, FALSE);
}

static void
read_text (AttriGraphBuilder *builder, AttriReadReport *report, const char *name, const char *text)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    attri_read_bytes_full (builder, name, bytes, NULL, findings, report, NULL);
}

static void
assert_file (const AttriReadReport *report, const char *name, const char *expected)
{
    const AttriReadFile *file = attri_read_report_find (report, name);
    g_assert_nonnull (file);
    g_autofree char *text = describe (file);
    g_assert_cmpstr (text, ==, expected);
}

/* Everything that stands in a file counts, once, and for that file alone. */
static void
test_counts (void)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriReadReport) report = attri_read_report_new ();

    read_text (builder, report, "b.json",
               "{\"attrigraph\": 1, \"citation\": \"s\", " SOURCES ","
               "\"entities\": [{\"id\": \"x\", \"type\": \"x-thing\", \"name\": \"X\"},"
               "{\"id\": \"a\", \"type\": \"intrusion-set\", \"name\": \"A\","
               " \"aliases\": [{\"name\": \"AA\"}]},"
               "{\"id\": \"y\", \"type\": \"x-other\", \"name\": \"Y\"},"
               "{\"id\": \"m\", \"type\": \"malware\", \"name\": \"M\","
               " \"availability\": [{\"value\": \"public\"}]}],"
               "\"relationships\": [{\"from\": \"a\", \"type\": \"uses\", \"to\": \"m\"}]}");
    read_text (builder, report, "a.json",
               "{\"attrigraph\": 1, \"entities\": ["
               "{\"id\": \"a\", \"type\": \"intrusion-set\", \"name\": \"A\"}]}");
    /* The same once more is no second file; what is in no format is one. */
    read_text (builder, report, "c.json", "{\"Event\": {}}");

    g_assert_cmpuint (attri_read_report_get_n_files (report), ==, 3);
    g_assert_cmpstr (attri_read_report_get_file (report, 0)->name, ==, "b.json");
    assert_file (report, "b.json",
                 "b.json own format: 1 threat groups, 1 malware, 2 objects, 1 names, "
                 "1 relationships, 1 reports");
    assert_file (report, "a.json",
                 "a.json own format: 1 threat groups, 0 names, 0 relationships, 0 reports");
    assert_file (report, "c.json", "c.json no format: 0 names, 0 relationships, 0 reports");
    g_assert_false (attri_read_report_find (report, "b.json")->is_feed);
    g_assert_null (attri_read_report_find (report, "d.json"));
}

/* The same file twice has one row, with all that was read. */
static void
test_repeated (void)
{
    static const char text[] = "{\"attrigraph\": 1, \"entities\": ["
                               "{\"id\": \"a\", \"type\": \"malware\", \"name\": \"A\"}]}";
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriReadReport) report = attri_read_report_new ();
    guint n_done;
    guint n_all;

    read_text (builder, report, "a.json", text);
    read_text (builder, report, "a.json", text);
    g_assert_cmpuint (attri_read_report_get_n_files (report), ==, 1);
    assert_file (report, "a.json",
                 "a.json own format: 2 malware, 0 names, 0 relationships, 0 reports");
    attri_read_report_get_progress (report, &n_done, &n_all);
    g_assert_cmpuint (n_done, ==, 2);
    g_assert_cmpuint (n_all, ==, 2);
}

/* Found again among many, whatever their order. */
static void
test_find (void)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriReadReport) report = attri_read_report_new ();

    for (guint i = 0; i < 50; i++) {
        g_autofree char *name = g_strdup_printf ("%u.json", i * 7 % 50);
        read_text (builder, report, name, "{\"attrigraph\": 1}");
    }
    for (guint i = 0; i < 50; i++) {
        g_autofree char *name = g_strdup_printf ("%u.json", i);
        const AttriReadFile *file = attri_read_report_find (report, name);
        g_assert_nonnull (file);
        g_assert_cmpstr (file->name, ==, name);
        g_assert_cmpstr (file->path, ==, name);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/read/report/counts", test_counts);
    g_test_add_func ("/read/report/repeated", test_repeated);
    g_test_add_func ("/read/report/find", test_find);
    return g_test_run ();
}
