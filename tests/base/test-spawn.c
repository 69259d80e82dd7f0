/* SPDX-License-Identifier: MIT
 *
 * test-spawn.c: helpers that behave, and helpers that do not. Each is a shell
 * script, written into a folder that ATTRIGRAPH_LIBEXEC names.
 */
#include "base/spawn-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define HELPER "attrigraph-fake"

static const char *folder;

static void
write_helper (const char *script)
{
    g_autofree char *path = g_build_filename (folder, HELPER, NULL);
    g_autofree char *text = g_strconcat ("#!/bin/sh\n", script, "\n", NULL);
    g_autoptr (GError) error = NULL;

    g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, &error);
    g_assert_no_error (error);
}

static void
assert_answer (const char *script, const char *input, const char *answer)
{
    const char *arguments[] = {"png", "100", NULL};
    g_autoptr (GBytes) bytes = g_bytes_new (input, strlen (input));
    g_autoptr (GBytes) got = NULL;
    g_autoptr (GError) error = NULL;

    write_helper (script);
    got = attri_spawn__run (HELPER, arguments, bytes, 20000, 1000, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (got, NULL), g_bytes_get_size (got), answer, strlen (answer));
}

static void
assert_fails (const char *script, guint timeout_ms, AttriSpawnError code, const char *message)
{
    g_autoptr (GBytes) input = g_bytes_new_static ("", 0);
    g_autoptr (GBytes) got = NULL;
    g_autoptr (GError) error = NULL;

    write_helper (script);
    got = attri_spawn__run (HELPER, NULL, input, timeout_ms, 1000, &error);
    g_assert_error (error, ATTRI_SPAWN_ERROR, (int)code);
    g_assert_cmpstr (error->message, ==, message);
    g_assert_null (got);
}

static void
test_answers (void)
{
    assert_answer ("cat", "one\ntwo\n", "one\ntwo\n");
    assert_answer ("echo $# $1 $2", "", "2 png 100\n");
    assert_answer ("echo noise >&2; echo 1", "", "1\n");
}

static void
test_large (void)
{
    const gsize size = 8 << 20;
    g_autofree char *zeros = g_malloc0 (size);
    g_autoptr (GBytes) input = g_bytes_new (zeros, size);
    g_autoptr (GBytes) whole = NULL;
    g_autoptr (GBytes) unread = NULL;
    g_autoptr (GError) error = NULL;

    write_helper ("cat");
    whole = attri_spawn__run (HELPER, NULL, input, 20000, size, &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (input, whole));

    /* Nobody reads the input, and we live. */
    write_helper ("echo 1");
    unread = attri_spawn__run (HELPER, NULL, input, 20000, 2, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (unread), ==, 2);
}

static void
test_refusal (void)
{
    assert_fails ("echo chatter >&2; echo 'svg: no such thing' >&2; exit 2", 20000,
                  ATTRI_SPAWN_ERROR_REFUSED, HELPER ": svg: no such thing");
    assert_fails ("echo 'no-fonts: no font is installed' >&2; exit 2", 20000,
                  ATTRI_SPAWN_ERROR_NO_FONTS, HELPER ": no font is installed");
    assert_fails ("printf '\\033[31mred' >&2; exit 2", 20000, ATTRI_SPAWN_ERROR_REFUSED,
                  HELPER ": \\u001b[31mred");
    assert_fails ("exit 2", 20000, ATTRI_SPAWN_ERROR_EXIT, HELPER " ended with status 2");
    assert_fails ("echo why >&2; exit 3", 20000, ATTRI_SPAWN_ERROR_EXIT,
                  HELPER " ended with status 3: why");
    /* Only the end of a long complaint is kept. */
    assert_fails ("head -c 100000 /dev/zero | tr '\\0' x >&2; echo >&2; echo why >&2; exit 2",
                  20000, ATTRI_SPAWN_ERROR_REFUSED, HELPER ": why");
}

/* Status 0 and not a word: a crash of the asker, were it taken for an answer. */
static void
test_silent (void)
{
    assert_fails ("", 20000, ATTRI_SPAWN_ERROR_SILENT, HELPER " answered nothing");
    assert_fails ("echo words >&2", 20000, ATTRI_SPAWN_ERROR_SILENT, HELPER " answered nothing");
}

static void
test_killed (void)
{
    assert_fails ("kill -KILL $$", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGKILL");
    assert_fails ("echo oh >&2; kill -SEGV $$", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGSEGV: oh");
    assert_fails ("kill -SYS $$", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGSYS (a system call it is not allowed)");
    /* An answer that seems whole does not count. */
    assert_fails ("echo end; kill -KILL $$", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGKILL");
}

static void
test_starved (void)
{
    assert_fails ("ulimit -c 0; ulimit -S -t 1; while :; do :; done", 60000,
                  ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGXCPU (more processor time than it is allowed)");
}

static void
test_hangs (void)
{
    assert_fails ("exec sleep 600", 100, ATTRI_SPAWN_ERROR_TIMEOUT,
                  HELPER " did not finish within 100 ms");
    assert_fails ("echo end; exec sleep 600", 100, ATTRI_SPAWN_ERROR_TIMEOUT,
                  HELPER " did not finish within 100 ms");
    assert_fails ("exec sleep 600 >/dev/null 2>&1", 100, ATTRI_SPAWN_ERROR_TIMEOUT,
                  HELPER " did not finish within 100 ms");
}

static void
test_too_long (void)
{
    assert_fails ("exec cat /dev/zero", 20000, ATTRI_SPAWN_ERROR_TOO_LONG,
                  HELPER " answered more than 1000 bytes");
    assert_fails ("head -c 1001 /dev/zero", 20000, ATTRI_SPAWN_ERROR_TOO_LONG,
                  HELPER " answered more than 1000 bytes");
}

static void
test_not_found (void)
{
    g_autoptr (GBytes) input = g_bytes_new_static ("", 0);
    g_autoptr (GError) error = NULL;
    g_autofree char *message =
        g_strdup_printf ("cannot find the program %s in %s; ATTRIGRAPH_LIBEXEC can name its folder",
                         "attrigraph-nothing", folder);

    g_assert_null (attri_spawn__run ("attrigraph-nothing", NULL, input, 20000, 0, &error));
    g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_NOT_FOUND);
    g_assert_cmpstr (error->message, ==, message);
}

/* What the host has open, blocks and ignores stays with the host. */
static void
test_inherits_nothing (void)
{
    sigset_t blocked;
    sigset_t before;
    int fd = open ("/dev/null", O_WRONLY);

    g_assert_cmpint (dup2 (fd, 7), ==, 7);
    assert_answer ("if ( : >&7 ) 2>/dev/null; then echo open; else echo closed; fi", "",
                   "closed\n");
    close (7);
    close (fd);

    signal (SIGPIPE, SIG_IGN);
    sigemptyset (&blocked);
    sigaddset (&blocked, SIGUSR1);
    sigprocmask (SIG_BLOCK, &blocked, &before);
    assert_fails ("kill -PIPE $$; echo lived >&2; exit 2", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGPIPE");
    assert_fails ("kill -USR1 $$; echo lived >&2; exit 2", 20000, ATTRI_SPAWN_ERROR_SIGNAL,
                  HELPER " was killed by SIGUSR1");
    sigprocmask (SIG_SETMASK, &before, NULL);
    signal (SIGPIPE, SIG_DFL);
}

/* A host without standard descriptors, in a process of its own. */
static void
test_closed_stdio (void)
{
    pid_t pid;
    int status;

    write_helper ("cat; echo chatter >&2");
    pid = fork ();
    if (pid == 0) {
        g_autoptr (GBytes) input = g_bytes_new_static ("12", 2);
        g_autoptr (GBytes) got = NULL;

        close (0);
        close (1);
        close (2);
        got = attri_spawn__run (HELPER, NULL, input, 20000, 2, NULL);
        _exit (got != NULL && g_bytes_equal (got, input) ? 0 : 1);
    }
    g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
    g_assert_cmpint (status, ==, 0);
}

static guint
count_open (void)
{
    g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
    guint n = 0;

    while (g_dir_read_name (dir) != NULL)
        n++;
    return n;
}

/* However it goes, no descriptor and no dead child is left. */
static void
test_leaves_nothing (void)
{
    guint n_before = count_open ();

    test_answers ();
    test_killed ();
    test_hangs ();
    test_too_long ();
    test_not_found ();
    g_assert_cmpuint (count_open (), ==, n_before);
    g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *made = g_dir_make_tmp ("attrigraph-spawn-XXXXXX", &error);
    g_autofree char *helper = g_build_filename (made, HELPER, NULL);
    int result;

    g_assert_no_error (error);
    folder = made;
    g_setenv ("ATTRIGRAPH_LIBEXEC", folder, TRUE);
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/spawn/answers", test_answers);
    g_test_add_func ("/base/spawn/large", test_large);
    g_test_add_func ("/base/spawn/refusal", test_refusal);
    g_test_add_func ("/base/spawn/silent", test_silent);
    g_test_add_func ("/base/spawn/killed", test_killed);
    g_test_add_func ("/base/spawn/starved", test_starved);
    g_test_add_func ("/base/spawn/hangs", test_hangs);
    g_test_add_func ("/base/spawn/too-long", test_too_long);
    g_test_add_func ("/base/spawn/not-found", test_not_found);
    g_test_add_func ("/base/spawn/inherits-nothing", test_inherits_nothing);
    g_test_add_func ("/base/spawn/closed-stdio", test_closed_stdio);
    g_test_add_func ("/base/spawn/leaves-nothing", test_leaves_nothing);
    result = g_test_run ();
    g_remove (helper);
    g_rmdir (folder);
    return result;
}
