/* SPDX-License-Identifier: MIT
 *
 * spawn.c: starts a helper program, hears it out and buries it.
 * In:  the name of a helper and the bytes it is to read.
 * Out: the bytes it answered, or an error that says how it ended.
 *
 * The input is a memory file, not a pipe: a helper that dies unread raises no
 * SIGPIPE here, and the two of us cannot wait for each other. Standard error is
 * read as well, for its last line says why a helper refused; anything before
 * that is chatter of the libraries it uses.
 */
#include "base/spawn-private.h"

#include "base/beside-private.h"
#include "helpers/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is kept of standard error: its end, and of that the last line. */
#define COMPLAINT_BYTES      4096
#define COMPLAINT_LINE_BYTES 300

/* A running helper and what it has said so far. */
typedef struct {
    const char *name;
    pid_t pid;
    int answer_fd;
    int complaint_fd;
    gint64 deadline;
    GByteArray *answer;
    GString *complaint;
} Child;

G_DEFINE_QUARK (attri_spawn_error, attri_spawn__error)

static void
close_fd (int *fd)
{
    if (*fd >= 0)
        close (*fd);
    *fd = -1;
}

static void
child_clear (Child *child)
{
    close_fd (&child->answer_fd);
    close_fd (&child->complaint_fd);
    g_clear_pointer (&child->answer, g_byte_array_unref);
    if (child->complaint != NULL)
        g_string_free (g_steal_pointer (&child->complaint), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Child, child_clear)

/* Finding it */

static char *
find_helper (const char *helper, GError **error)
{
    const char *override = secure_getenv ("ATTRIGRAPH_LIBEXEC");
    g_autofree char *beside =
        override != NULL ? g_strdup (override) : attri_beside__resolve (ATTRI_SPAWN_RELATIVE);
    g_autofree char *path = NULL;

    if (beside != NULL) {
        path = g_build_filename (beside, helper, NULL);
        if (access (path, X_OK) == 0)
            return g_steal_pointer (&path);
        g_free (path);
    }
    path = g_build_filename (ATTRI_SPAWN_ABSOLUTE, helper, NULL);
    if (override == NULL && access (path, X_OK) == 0)
        return g_steal_pointer (&path);

    g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_NOT_FOUND,
                 "cannot find the program %s in %s; ATTRIGRAPH_LIBEXEC can name its folder", helper,
                 beside != NULL ? beside : ATTRI_SPAWN_ABSOLUTE);
    return NULL;
}

/* Starting it */

static gboolean
fail (GError **error, const char *helper, const char *doing, int number)
{
    g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_SYSTEM, "cannot %s %s: %s", doing,
                 helper, g_strerror (number));
    return FALSE;
}

/* A host may have closed its standard descriptors. What we open in their place
 * would be overwritten while the child's are set up, so it is moved away. */
static int
move_off_stdio (int fd)
{
    int moved;

    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    moved = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close (fd);
    return moved;
}

static gboolean
open_pipe (int *ends)
{
    if (pipe2 (ends, O_CLOEXEC) != 0)
        return FALSE;
    ends[0] = move_off_stdio (ends[0]);
    ends[1] = move_off_stdio (ends[1]);
    return ends[0] >= 0 && ends[1] >= 0;
}

/* A memory file that holds the input, to be read from its start, or -1. */
static int
open_input (GBytes *input)
{
    gsize left;
    const char *data = g_bytes_get_data (input, &left);
    int fd = move_off_stdio (memfd_create ("input", MFD_CLOEXEC));

    while (fd >= 0 && left > 0) {
        ssize_t written = write (fd, data, left);

        if (written < 0 && errno != EINTR) {
            int number = errno;

            close_fd (&fd);
            errno = number;
        } else if (written > 0) {
            data += written;
            left -= (gsize)written;
        }
    }
    if (fd >= 0)
        lseek (fd, 0, SEEK_SET);
    return fd;
}

/* Returns an error number, 0 if the helper runs. */
static int
start_process (const char *path, char **argv, const int *stdio, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t signals;
    int number;

    posix_spawn_file_actions_init (&actions);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        posix_spawn_file_actions_adddup2 (&actions, stdio[fd], fd);
    posix_spawn_file_actions_addclosefrom_np (&actions, STDERR_FILENO + 1);

    /* What the host blocks or ignores is its own affair. */
    posix_spawnattr_init (&attributes);
    posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigemptyset (&signals);
    posix_spawnattr_setsigmask (&attributes, &signals);
    sigaddset (&signals, SIGPIPE);
    sigaddset (&signals, SIGXCPU);
    posix_spawnattr_setsigdefault (&attributes, &signals);

    number = posix_spawn (pid, path, &actions, &attributes, argv, environ);
    posix_spawnattr_destroy (&attributes);
    posix_spawn_file_actions_destroy (&actions);
    return number;
}

static gboolean
start (Child *child, const char *const *arguments, GBytes *input, GError **error)
{
    g_autofree char *path = find_helper (child->name, error);
    g_autoptr (GPtrArray) argv = g_ptr_array_new ();
    int answer[2] = {-1, -1};
    int complaint[2] = {-1, -1};
    int input_fd;
    int number;

    if (path == NULL)
        return FALSE;
    g_ptr_array_add (argv, path);
    for (; arguments != NULL && *arguments != NULL; arguments++)
        g_ptr_array_add (argv, (char *)*arguments);
    g_ptr_array_add (argv, NULL);

    input_fd = open_input (input);
    if (input_fd >= 0 && open_pipe (answer) && open_pipe (complaint))
        number = start_process (path, (char **)argv->pdata,
                                (int[]){input_fd, answer[1], complaint[1]}, &child->pid);
    else
        number = errno;
    close_fd (&input_fd);
    close_fd (&answer[1]);
    close_fd (&complaint[1]);
    child->answer_fd = answer[0];
    child->complaint_fd = complaint[0];
    return number == 0 || fail (error, path, "start", number);
}

/* Hearing it */

static gboolean
too_late (const Child *child, guint timeout_ms, GError **error)
{
    if (g_get_monotonic_time () < child->deadline)
        return FALSE;
    g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_TIMEOUT,
                 "%s did not finish within %u ms", child->name, timeout_ms);
    return TRUE;
}

/* Reads once what is there. At its end a descriptor is polled no longer. */
static void
hear (Child *child, struct pollfd *polled)
{
    guint8 bytes[4096];
    ssize_t got;

    if (polled->fd < 0 || polled->revents == 0)
        return;
    got = read (polled->fd, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        polled->fd = -1;
    } else if (polled->fd == child->answer_fd) {
        g_byte_array_append (child->answer, bytes, (guint)got);
    } else {
        g_string_append_len (child->complaint, (const char *)bytes, got);
        if (child->complaint->len > COMPLAINT_BYTES)
            g_string_erase (child->complaint, 0, (gssize)(child->complaint->len - COMPLAINT_BYTES));
    }
}

/* Until both of its outputs are closed. */
static gboolean
hear_out (Child *child, guint timeout_ms, gsize answer_max, GError **error)
{
    struct pollfd polled[] = {{child->answer_fd, POLLIN, 0}, {child->complaint_fd, POLLIN, 0}};

    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        gint64 left = child->deadline - g_get_monotonic_time ();

        if (too_late (child, timeout_ms, error))
            return FALSE;
        if (poll (polled, G_N_ELEMENTS (polled), (int)(left / 1000 + 1)) < 0 && errno != EINTR)
            return fail (error, child->name, "wait for", errno);
        hear (child, &polled[0]);
        hear (child, &polled[1]);
        if (child->answer->len > answer_max) {
            g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_TOO_LONG,
                         "%s answered more than %" G_GSIZE_FORMAT " bytes", child->name,
                         answer_max);
            return FALSE;
        }
    }
    return TRUE;
}

/* Burying it */

/* It has closed its outputs, which nearly always is its end: asking again until
 * the deadline is enough, and works on every kernel. */
static gboolean
await_end (Child *child, guint timeout_ms, int *status, GError **error)
{
    pid_t ended = waitpid (child->pid, status, WNOHANG);

    while (ended != child->pid) {
        if (ended < 0 && errno != EINTR) {
            /* The host ignores SIGCHLD or has reaped it: it is gone. */
            child->pid = 0;
            return fail (error, child->name, "wait for", errno);
        }
        if (too_late (child, timeout_ms, error))
            return FALSE;
        g_usleep (200);
        ended = waitpid (child->pid, status, WNOHANG);
    }
    return TRUE;
}

static void
kill_it (Child *child)
{
    if (child->pid <= 0)
        return;
    kill (child->pid, SIGKILL);
    while (waitpid (child->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

/* The last line of what it said on standard error, fit to be shown. */
static char *
get_complaint (const Child *child)
{
    g_autofree char *line = NULL;
    const char *newline;

    g_strchomp (child->complaint->str);
    newline = strrchr (child->complaint->str, '\n');
    line = g_strndup (newline != NULL ? newline + 1 : child->complaint->str, COMPLAINT_LINE_BYTES);
    return attri_text_for_terminal (line);
}

static const char *
explain_signal (int number)
{
    switch (number) {
    case SIGSYS:
        return " (a system call it is not allowed)";
    case SIGXCPU:
        return " (more processor time than it is allowed)";
    default:
        return "";
    }
}

/* Turns its exit status into an error, unless it is 0. */
static gboolean
judge (const Child *child, int status, GError **error)
{
    const char *no_fonts = ATTRI_WIRE_SLUG_NO_FONTS ": ";
    g_autofree char *complaint = get_complaint (child);
    const char *separator = *complaint != '\0' ? ": " : "";

    if (WIFSIGNALED (status)) {
        g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_SIGNAL,
                     "%s was killed by SIG%s%s%s%s", child->name, sigabbrev_np (WTERMSIG (status)),
                     explain_signal (WTERMSIG (status)), separator, complaint);
        return FALSE;
    }
    if (WEXITSTATUS (status) == 0)
        return TRUE;

    if (WEXITSTATUS (status) != ATTRI_WIRE_EXIT_REFUSED || *complaint == '\0')
        g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_EXIT,
                     "%s ended with status %d%s%s", child->name, WEXITSTATUS (status), separator,
                     complaint);
    else if (g_str_has_prefix (complaint, no_fonts))
        g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_NO_FONTS, "%s: %s", child->name,
                     complaint + strlen (no_fonts));
    else
        g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED, "%s: %s", child->name,
                     complaint);
    return FALSE;
}

GBytes *
attri_spawn__run (const char *helper, const char *const *arguments, GBytes *input, guint timeout_ms,
                  gsize answer_max, GError **error)
{
    g_auto (Child) child = {
        .name = helper,
        .answer_fd = -1,
        .complaint_fd = -1,
        .deadline = g_get_monotonic_time () + timeout_ms * G_GINT64_CONSTANT (1000),
        .answer = g_byte_array_new (),
        .complaint = g_string_new (NULL),
    };
    int status;

    if (!start (&child, arguments, input, error))
        return NULL;
    if (!hear_out (&child, timeout_ms, answer_max, error) ||
        !await_end (&child, timeout_ms, &status, error)) {
        kill_it (&child);
        return NULL;
    }
    if (!judge (&child, status, error))
        return NULL;
    if (child.answer->len == 0) {
        /* No helper has nothing to say, and the data of empty bytes is NULL. */
        g_set_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_SILENT, "%s answered nothing",
                     helper);
        return NULL;
    }
    return g_byte_array_free_to_bytes (g_steal_pointer (&child.answer));
}
