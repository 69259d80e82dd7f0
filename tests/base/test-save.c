/* SPDX-License-Identifier: MIT
 *
 * test-save.c: every byte in place, or the old file as it was and no other left.
 */
#include <attrigraph/base.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    char *folder;
    char *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    fixture->folder = g_dir_make_tmp ("attrigraph-save-XXXXXX", NULL);
    fixture->file = g_build_filename (fixture->folder, "file", NULL);
}

static guint
count_entries (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;

    while (g_dir_read_name (dir) != NULL)
        n++;
    return n;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
    g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
    const char *name;

    (void)unused;
    while ((name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_remove (path);
    }
    g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
    g_free (fixture->folder);
    g_free (fixture->file);
}

static void
assert_saves (const char *path, const char *text)
{
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (GError) error = NULL;
    gboolean saved = attri_save (path, bytes, &error);

    g_assert_no_error (error);
    g_assert_true (saved);
}

static void
assert_fails (const char *path, int code, const char *problem)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
    g_autoptr (GError) error = NULL;
    g_autofree char *message = g_strdup_printf ("%s: %s", path, problem);

    g_assert_false (attri_save (path, bytes, &error));
    g_assert_error (error, G_FILE_ERROR, code);
    g_assert_cmpstr (error->message, ==, message);
}

static void
assert_holds (const char *path, const char *text)
{
    g_autofree char *got = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (path, &got, &length, NULL));
    g_assert_cmpmem (got, length, text, strlen (text));
}

static mode_t
get_mode (const char *path)
{
    struct stat status;

    g_assert_cmpint (stat (path, &status), ==, 0);
    return status.st_mode & 07777;
}

static void
test_new (Fixture *fixture, gconstpointer unused)
{
    mode_t before = umask (0027);

    (void)unused;
    assert_saves (fixture->file, "one\n");
    umask (before);
    assert_holds (fixture->file, "one\n");
    g_assert_cmpuint (get_mode (fixture->file), ==, 0640);
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_replace (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    assert_saves (fixture->file, "a longer text\n");
    g_assert_cmpint (chmod (fixture->file, 0604), ==, 0);
    assert_saves (fixture->file, "short\n");
    assert_holds (fixture->file, "short\n");
    g_assert_cmpuint (get_mode (fixture->file), ==, 0604);
    assert_saves (fixture->file, "");
    assert_holds (fixture->file, "");
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* The name need not leave room for that of the temporary file beside it. */
static void
test_long_name (Fixture *fixture, gconstpointer unused)
{
    g_autofree char *name = g_strnfill (255, 'n');
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    (void)unused;
    assert_saves (path, "1");
    assert_holds (path, "1");
}

static void
test_relative (Fixture *fixture, gconstpointer unused)
{
    g_autofree char *before = g_get_current_dir ();

    (void)unused;
    g_assert_cmpint (chdir (fixture->folder), ==, 0);
    assert_saves ("file", "here");
    g_assert_cmpint (chdir (before), ==, 0);
    assert_holds (fixture->file, "here");
}

/* Through two links, one of them relative, with and without a file at the end. */
static void
test_links (Fixture *fixture, gconstpointer unused)
{
    g_autofree char *near = g_build_filename (fixture->folder, "near", NULL);
    g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);

    (void)unused;
    g_assert_cmpint (symlink ("file", near), ==, 0);
    g_assert_cmpint (symlink (near, far), ==, 0);
    assert_saves (far, "first");
    assert_holds (fixture->file, "first");
    assert_saves (far, "second");
    assert_holds (fixture->file, "second");
    g_assert_true (g_file_test (near, G_FILE_TEST_IS_SYMLINK));
    g_assert_true (g_file_test (far, G_FILE_TEST_IS_SYMLINK));
    g_assert_cmpuint (count_entries (fixture->folder), ==, 3);
}

static void
test_link_loop (Fixture *fixture, gconstpointer unused)
{
    (void)unused;
    g_assert_cmpint (symlink ("file", fixture->file), ==, 0);
    assert_fails (fixture->file, G_FILE_ERROR_LOOP,
                  "cannot write: Too many levels of symbolic links");
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_special (Fixture *fixture, gconstpointer unused)
{
    char got[8];
    int fd;

    (void)unused;
    g_assert_cmpint (mkfifo (fixture->file, 0600), ==, 0);
    fd = open (fixture->file, O_RDWR);
    assert_saves (fixture->file, "through");
    g_assert_cmpint (read (fd, got, sizeof got), ==, 7);
    g_assert_cmpmem (got, 7, "through", 7);
    close (fd);

    assert_saves ("/dev/null", "away");
    g_assert_true (g_file_test ("/dev/null", G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
    g_autofree char *missing = g_build_filename (fixture->folder, "no", "file", NULL);
    g_autofree char *below_file = g_build_filename (fixture->file, "x", NULL);

    (void)unused;
    assert_saves (fixture->file, "old");
    assert_fails (missing, G_FILE_ERROR_NOENT, "cannot create a file: No such file or directory");
    assert_fails (below_file, G_FILE_ERROR_NOTDIR, "cannot write: Not a directory");
    assert_fails (fixture->folder, G_FILE_ERROR_ISDIR, "cannot open: Is a directory");
    assert_fails ("/dev/full", G_FILE_ERROR_NOSPC, "cannot write: No space left on device");
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* The name is shown without what it would do to a terminal. */
static void
test_hostile_name (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
    g_autoptr (GError) error = NULL;

    g_assert_false (attri_save ("/nowhere/\033[31m", bytes, &error));
    g_assert_cmpstr (error->message, ==,
                     "/nowhere/\\u001b[31m: cannot create a file: No such file or directory");
}

/* In a child, for its limit on file size: the disk is full after ten bytes. */
static void
test_full_disk (Fixture *fixture, gconstpointer unused)
{
    pid_t pid;
    int status;

    (void)unused;
    assert_saves (fixture->file, "old");
    pid = fork ();
    if (pid == 0) {
        const struct rlimit ten = {10, 10};
        g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789x", 11);
        g_autoptr (GError) error = NULL;
        gboolean saved;

        signal (SIGXFSZ, SIG_IGN);
        setrlimit (RLIMIT_FSIZE, &ten);
        saved = attri_save (fixture->file, bytes, &error);
        _exit (!saved && g_str_has_suffix (error->message, ": cannot write: File too large") ? 0
                                                                                             : 1);
    }
    g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
    g_assert_cmpint (status, ==, 0);
    assert_holds (fixture->file, "old");
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* A file made read-only stays; asked as somebody whom modes bind. */
static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
    pid_t pid;
    int status;

    (void)unused;
    assert_saves (fixture->file, "old");
    g_assert_cmpint (chmod (fixture->file, 0444), ==, 0);
    g_assert_cmpint (chmod (fixture->folder, 0777), ==, 0);
    pid = fork ();
    if (pid == 0) {
        g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
        g_autoptr (GError) error = NULL;

        if (geteuid () == 0 && setuid (65534) != 0)
            _exit (2);
        _exit (!attri_save (fixture->file, bytes, &error) &&
                       g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
                   ? 0
                   : 1);
    }
    g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
    g_assert_cmpint (status, ==, 0);
    assert_holds (fixture->file, "old");
    g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_fd (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static ("12345", 5);
    g_autoptr (GError) error = NULL;
    int full = open ("/dev/full", O_WRONLY);

    g_assert_false (attri_save_fd (full, bytes, &error));
    g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    g_assert_cmpstr (error->message, ==, "cannot write: No space left on device");
    g_clear_error (&error);
    close (full);
    g_assert_false (attri_save_fd (full, bytes, &error));
    g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_BADF);
}

static gpointer
read_slowly (gpointer data)
{
    GByteArray *got = g_byte_array_new ();
    int fd = GPOINTER_TO_INT (data);
    guint8 some[4096];
    ssize_t n;

    while ((n = read (fd, some, sizeof some)) > 0) {
        g_byte_array_append (got, some, (guint)n);
        g_usleep (100);
    }
    return g_byte_array_free_to_bytes (got);
}

/* A pipe that does not block takes a piece at a time. */
static void
test_fd_nonblocking (void)
{
    const gsize size = 1 << 20;
    guint8 *data = g_malloc (size);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GBytes) got = NULL;
    g_autoptr (GError) error = NULL;
    GThread *reader;
    int ends[2];

    for (gsize i = 0; i < size; i++)
        data[i] = (guint8)(i * 7 >> 3);
    bytes = g_bytes_new_take (data, size);
    g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
    g_assert_cmpint (fcntl (ends[1], F_SETFL, O_NONBLOCK), ==, 0);
    reader = g_thread_new ("reader", read_slowly, GINT_TO_POINTER (ends[0]));
    g_assert_true (attri_save_fd (ends[1], bytes, &error));
    close (ends[1]);
    got = g_thread_join (reader);
    close (ends[0]);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (got, bytes));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
    g_test_add ("/base/save/" name, Fixture, NULL, set_up, function, tear_down)
    ADD ("new", test_new);
    ADD ("replace", test_replace);
    ADD ("long-name", test_long_name);
    ADD ("relative", test_relative);
    ADD ("links", test_links);
    ADD ("link-loop", test_link_loop);
    ADD ("special", test_special);
    ADD ("refused", test_refused);
    ADD ("full-disk", test_full_disk);
    ADD ("read-only", test_read_only);
#undef ADD
    g_test_add_func ("/base/save/hostile-name", test_hostile_name);
    g_test_add_func ("/base/save/fd", test_fd);
    g_test_add_func ("/base/save/fd-nonblocking", test_fd_nonblocking);
    return g_test_run ();
}
