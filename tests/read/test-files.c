/* SPDX-License-Identifier: MIT
 *
 * test-files.c: which files are read, in which order, and what is said of those
 * that cannot be.
 */
#include <attrigraph/read.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DOCUMENT(id)                                                                               \
    "{\"attrigraph\": 1, \"sources\": [{\"id\": \"" id                                             \
    "\", \"title\": \"T\", \"publisher\": \"P\"}]}"

typedef struct {
    char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    fixture->folder = g_dir_make_tmp ("attri-files-XXXXXX", NULL);
    g_assert_nonnull (fixture->folder);
    g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
}

/* Removes a tree; links are removed, not followed. */
static void
remove_tree (const char *path)
{
    g_autoptr (GDir) dir =
        g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *below = g_build_filename (path, name, NULL);
        remove_tree (below);
    }
    g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    g_assert_cmpint (g_chdir ("/"), ==, 0);
    remove_tree (fixture->folder);
    g_free (fixture->folder);
}

static void
put (const char *path, const char *text)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Reads @paths; the findings as lines, then the error, as a user would see them. */
static char *
read_paths (const char *const *paths, const AttriReadLimits *limits, GQuark domain, int code)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (99);
    g_autoptr (GError) error = NULL;
    GString *told = g_string_new (NULL);
    const gboolean ok = attri_read_paths (builder, paths, limits, findings, &error);

    g_assert_true (ok == (error == NULL));
    for (guint i = 0; i < attri_findings_get_n_kept (findings); i++) {
        g_autofree char *line = attri_finding_to_diagnostic (attri_findings_get (findings, i));
        g_string_append_printf (told, "%s\n", line);
    }
    if (domain != 0)
        g_assert_error (error, domain, code);
    else
        g_assert_no_error (error);
    if (error != NULL)
        g_string_append (told, error->message);
    return g_string_free (told, FALSE);
}

#define assert_told(paths, limits, domain, code, expected)                                         \
    do {                                                                                           \
        g_autofree char *told = read_paths (paths, limits, domain, code);                          \
        g_assert_cmpstr (told, ==, expected);                                                      \
    } while (0)

#define EXPECTED "expected an object with \"attrigraph\": 1, STIX, or a MISP galaxy cluster\n"

/* Every file below, by the bytes of its path; what is no *.json does not count. */
static void
test_order (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"d", NULL};

    (void)fixture;
    (void)unused;
    put ("d/b.json", "1");
    put ("d/a/z.json", "2");
    put ("d/a/Z.json", "3");
    put ("d/a-b.json", "4");
    put ("d/a/deep/er/x.json", "5");
    put ("d/.hidden.json", "6");
    put ("d/x.JSON", "7");
    put ("d/x.json~", "8");
    put ("d/json", "9");
    assert_told (paths, NULL, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                 "d/.hidden.json:1:1: a number; " EXPECTED "d/a-b.json:1:1: a number; " EXPECTED
                 "d/a/Z.json:1:1: a number; " EXPECTED "d/a/deep/er/x.json:1:1: a number; " EXPECTED
                 "d/a/z.json:1:1: a number; " EXPECTED "d/b.json:1:1: a number; " EXPECTED
                 "6 errors in the input");
}

/* Links to files are followed; a loop of directories ends; a pipe is not waited for. */
static void
test_links (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"d", NULL};

    (void)fixture;
    (void)unused;
    put ("elsewhere", DOCUMENT ("a"));
    put ("d/sub/b.json", DOCUMENT ("b"));
    g_assert_cmpint (symlink ("../elsewhere", "d/a.json"), ==, 0);
    g_assert_cmpint (symlink ("..", "d/sub/loop"), ==, 0);
    g_assert_cmpint (symlink ("gone", "d/dead"), ==, 0);
    g_assert_cmpint (symlink ("me@here.123:456", "d/.#b.json"), ==, 0);
    g_assert_cmpint (mkfifo ("d/pipe.json", 0600), ==, 0);
    assert_told (paths, NULL, 0, 0, "");
}

/* What is left out without a word would look as if nobody had ever said it. */
static void
test_dead_links (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"d", NULL};

    (void)fixture;
    (void)unused;
    put ("d/b.json", DOCUMENT ("b"));
    g_assert_cmpint (symlink ("gone", "d/dead.json"), ==, 0);
    g_assert_cmpint (symlink ("loop.json", "d/loop.json"), ==, 0);
    assert_told (paths, NULL, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 "d/dead.json: No such file or directory\n"
                 "d/loop.json: Too many levels of symbolic links");
}

static void
test_no_json (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"d", NULL};

    (void)fixture;
    (void)unused;
    put ("d/sub/readme.txt", "");
    assert_told (paths, NULL, ATTRI_READ_ERROR, ATTRI_READ_ERROR_NO_JSON,
                 "d: a directory without JSON; expected *.json in it");
}

/* One run names every file that is not there or not right. */
static void
test_several_bad (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"gone.json",     "good.json",  "bad.json",
                           "also\x1b-gone", "empty.json", NULL};

    (void)fixture;
    (void)unused;
    put ("good.json", DOCUMENT ("a"));
    put ("bad.json", "{\n  \"attrigraph\": 1,\n}");
    put ("empty.json", "");
    assert_told (paths, NULL, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 "bad.json:2:18: comma before }; expected none\n"
                 "empty.json:1:1: the file is empty; expected a JSON document\n"
                 "gone.json: No such file or directory\n"
                 "also\\u001b-gone: No such file or directory");
}

static void
test_limit (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"x.json", NULL};
    AttriReadLimits limits = attri_read_limits_default ();

    (void)fixture;
    (void)unused;
    put ("x.json", DOCUMENT ("a"));
    limits.file_bytes = strlen (DOCUMENT ("a")) + 1;
    assert_told (paths, &limits, 0, 0, "");
    limits.file_bytes--;
    assert_told (paths, &limits, 0, 0, "");
    limits.file_bytes--;
    assert_told (paths, &limits, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                 "x.json: larger than the limit; expected at most 74 bytes\n"
                 "1 error in the input");
    limits.file_bytes = G_MAXUINT64;
    assert_told (paths, &limits, 0, 0, "");
}

/* What has no size, as a device or /proc, is read to its end or to the limit. */
static void
test_endless (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"/dev/zero", NULL};
    AttriReadLimits limits = attri_read_limits_default ();

    (void)fixture;
    (void)unused;
    limits.file_bytes = 1000000;
    assert_told (paths, &limits, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                 "/dev/zero: larger than the limit; expected at most 1000000 bytes\n"
                 "1 error in the input");
}

static void
test_stdin (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"-", NULL};
    const int saved = dup (STDIN_FILENO);
    int fds[2];

    (void)fixture;
    (void)unused;
    g_assert_cmpint (pipe (fds), ==, 0);
    g_assert_cmpint (write (fds[1], "[1,]", 4), ==, 4);
    close (fds[1]);
    g_assert_cmpint (dup2 (fds[0], STDIN_FILENO), ==, STDIN_FILENO);
    close (fds[0]);
    assert_told (paths, NULL, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                 "standard input:1:3: comma before ]; expected none\n1 error in the input");
    g_assert_cmpint (dup2 (saved, STDIN_FILENO), ==, STDIN_FILENO);
    close (saved);
}

/* Limits reach the scan. */
static void
test_json_limits (Fixture *fixture, gconstpointer unused)
{
    const char *paths[] = {"x.json", NULL};
    const AttriReadLimits limits = {1000, 100, 3, 7};

    (void)fixture;
    (void)unused;
    put ("x.json", "{\"attrigraph\": 1}");
    assert_told (paths, &limits, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                 "x.json:1:2: string of 10 bytes; expected at most 7\n1 error in the input");
}

#define ADD(name, function)                                                                        \
    g_test_add ("/read/files/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("order", test_order);
    ADD ("links", test_links);
    ADD ("dead-links", test_dead_links);
    ADD ("no-json", test_no_json);
    ADD ("several-bad", test_several_bad);
    ADD ("limit", test_limit);
    ADD ("endless", test_endless);
    ADD ("stdin", test_stdin);
    ADD ("json-limits", test_json_limits);
    return g_test_run ();
}
