/* SPDX-License-Identifier: MIT
 *
 * test-jail.c: what is forbidden in a jail, tried in it. A child enters and
 * tries one thing; the exit status or the signal says how that ended.
 */
#include "helpers/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* Exit statuses of a child: how its try went. */
enum { DONE, DENIED, FAILED_OTHERWISE, NO_JAIL };

static int
tell (gboolean done)
{
    if (done)
        return DONE;
    return errno == EPERM ? DENIED : FAILED_OTHERWISE;
}

static int
try_nothing (void)
{
    return DONE;
}

static int
try_compute (void)
{
    void *memory = malloc (64 << 20);

    if (memory == NULL)
        return FAILED_OTHERWISE;
    memset (memory, 1, 64 << 20);
    free (memory);
    return tell (write (STDOUT_FILENO, "", 0) == 0);
}

static int
try_read_file (void)
{
    return tell (open ("/dev/null", O_RDONLY) >= 0);
}

static int
try_write_file (void)
{
    return tell (open ("/dev/null", O_WRONLY) >= 0);
}

static int
try_update_file (void)
{
    return tell (open ("/dev/null", O_RDWR) >= 0);
}

static int
try_create_file (void)
{
    return tell (open ("/tmp/attrigraph-jail-test", O_RDONLY | O_CREAT, 0600) >= 0);
}

static int
try_socket (void)
{
    return tell (socket (AF_INET, SOCK_STREAM, 0) >= 0);
}

static int
try_execute (void)
{
    return tell (execl ("/bin/true", "true", NULL) == 0);
}

static int
try_fork (void)
{
    return tell (fork () >= 0);
}

static int
try_unlink (void)
{
    return tell (unlink ("/tmp/attrigraph-jail-test") == 0);
}

static int
try_kill (void)
{
    return tell (kill (getppid (), 0) == 0);
}

static int
try_raise_limit (void)
{
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};

    return tell (setrlimit (RLIMIT_AS, &more) == 0);
}

static int
try_too_much_memory (void)
{
    void *memory = mmap (NULL, (size_t)3 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED && errno == ENOMEM ? DENIED : DONE;
}

static void *
do_nothing (void *data)
{
    return data;
}

static int
try_thread (void)
{
    pthread_t thread;

    return pthread_create (&thread, NULL, do_nothing, NULL) == 0 && pthread_join (thread, NULL) == 0
               ? DONE
               : FAILED_OTHERWISE;
}

/* The wait status of a child that tried. */
static int
run (bool (*enter) (void), int (*attempt) (void))
{
    pid_t pid = fork ();
    int status;

    g_assert_cmpint (pid, >=, 0);
    if (pid == 0)
        attri_jail__leave (enter () ? attempt () : NO_JAIL);
    g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
    return status;
}

static void
assert_ends (bool (*enter) (void), int (*attempt) (void), int expected)
{
    int status = run (enter, attempt);

    g_assert_true (WIFEXITED (status));
    g_assert_cmpint (WEXITSTATUS (status), ==, expected);
}

static void
assert_killed (int (*attempt) (void))
{
    int status = run (attri_jail__enter_layout, attempt);

    g_assert_true (WIFSIGNALED (status));
    g_assert_cmpint (WTERMSIG (status), ==, SIGSYS);
}

/* Without the jail every one of the attempts has another outcome, so that what
 * the tests below see is the jail's doing. */
static bool
enter_nothing (void)
{
    return true;
}

static void
test_outside (void)
{
    assert_ends (enter_nothing, try_read_file, DONE);
    assert_ends (enter_nothing, try_write_file, DONE);
    assert_ends (enter_nothing, try_update_file, DONE);
    assert_ends (enter_nothing, try_create_file, DONE);
    assert_ends (enter_nothing, try_unlink, DONE);
    assert_ends (enter_nothing, try_socket, DONE);
    assert_ends (enter_nothing, try_execute, DONE);
    assert_ends (enter_nothing, try_fork, DONE);
    assert_ends (enter_nothing, try_kill, DONE);
    assert_ends (enter_nothing, try_too_much_memory, DONE);
}

static void
test_layout (void)
{
    assert_ends (attri_jail__enter_layout, try_nothing, DONE);
    assert_ends (attri_jail__enter_layout, try_compute, DONE);
    assert_ends (attri_jail__enter_layout, try_too_much_memory, DENIED);
    assert_killed (try_read_file);
    assert_killed (try_write_file);
    assert_killed (try_create_file);
    assert_killed (try_unlink);
    assert_killed (try_socket);
    assert_killed (try_execute);
    assert_killed (try_fork);
    assert_killed (try_kill);
    assert_killed (try_raise_limit);
    assert_killed (try_thread);
}

static void
test_paint (void)
{
    assert_ends (attri_jail__enter_paint, try_nothing, DONE);
    assert_ends (attri_jail__enter_paint, try_compute, DONE);
    assert_ends (attri_jail__enter_paint, try_read_file, DONE);
    assert_ends (attri_jail__enter_paint, try_thread, DONE);
    assert_ends (attri_jail__enter_paint, try_too_much_memory, DENIED);
    assert_ends (attri_jail__enter_paint, try_write_file, DENIED);
    assert_ends (attri_jail__enter_paint, try_update_file, DENIED);
    assert_ends (attri_jail__enter_paint, try_create_file, DENIED);
    assert_ends (attri_jail__enter_paint, try_unlink, DENIED);
    assert_ends (attri_jail__enter_paint, try_socket, DENIED);
    assert_ends (attri_jail__enter_paint, try_execute, DENIED);
    assert_ends (attri_jail__enter_paint, try_fork, DENIED);
    assert_ends (attri_jail__enter_paint, try_kill, DENIED);
    assert_ends (attri_jail__enter_paint, try_raise_limit, DENIED);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#ifndef ATTRI_JAIL_FULL
    g_test_skip ("built with ATTRIGRAPH_JAIL other than full");
    g_printerr ("skipped: this build has no full jail (ATTRIGRAPH_JAIL)\n");
    return 77;
#endif
    g_test_add_func ("/helpers/jail/outside", test_outside);
    g_test_add_func ("/helpers/jail/layout", test_layout);
    g_test_add_func ("/helpers/jail/paint", test_paint);
    return g_test_run ();
}
