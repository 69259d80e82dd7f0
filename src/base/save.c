/* SPDX-License-Identifier: MIT
 *
 * save.c: bytes reach a file or a descriptor whole, or somebody is told.
 * In:  bytes, and where they are to go; both stay the caller's.
 * Out: the file as it should be, or as it was and an error.
 */
#include <attrigraph/base.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many links as Linux follows itself (path_resolution(7)). */
#define LINKS_MAX 40

static gboolean
fail (GError **error, const char *doing, int number)
{
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (number), "cannot %s: %s", doing,
                 g_strerror (number));
    return FALSE;
}

/* Waits until a descriptor that does not block takes more. */
static void
await_room (int fd)
{
    struct pollfd polled = {fd, POLLOUT, 0};

    poll (&polled, 1, -1);
}

gboolean
attri_save_fd (int fd, GBytes *bytes, GError **error)
{
    gsize left;
    const char *at;

    g_return_val_if_fail (bytes != NULL, FALSE);

    at = g_bytes_get_data (bytes, &left);
    while (left > 0) {
        ssize_t written = write (fd, at, left);

        if (written > 0) {
            at += written;
            left -= (gsize)written;
        } else if (written == 0) {
            return fail (error, "write", EIO);
        } else if (errno == EAGAIN) {
            await_room (fd);
        } else if (errno != EINTR) {
            return fail (error, "write", errno);
        }
    }
    return TRUE;
}

/* Some file systems (NFS, quotas) tell only now that there was no room. */
static gboolean
close_checked (int fd, GError **error)
{
    if (close (fd) != 0 && errno != EINTR)
        return fail (error, "write", errno);
    return TRUE;
}

/* A device, pipe or socket: there is nothing to keep and nothing to replace. */
static gboolean
stream (const char *path, GBytes *bytes, GError **error)
{
    int fd = open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC);

    if (fd < 0)
        return fail (error, "open", errno);
    if (!attri_save_fd (fd, bytes, error)) {
        close (fd);
        return FALSE;
    }
    return close_checked (fd, error);
}

/* Where a chain of links ends, whether or not there is a file yet. */
static char *
follow_links (const char *path)
{
    char *end = g_strdup (path);

    for (int i = 0; i < LINKS_MAX; i++) {
        g_autofree char *here = end;
        g_autofree char *target = g_file_read_link (here, NULL);
        g_autofree char *folder = NULL;

        if (target == NULL)
            return g_steal_pointer (&here);
        folder = g_path_get_dirname (here);
        end = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                          : g_build_filename (folder, target, NULL);
    }
    return end;
}

/* @mode is that of the file there was, or -1. */
static gboolean
fill (int fd, GBytes *bytes, int mode, GError **error)
{
    if (mode >= 0 && fchmod (fd, (mode_t)mode) != 0)
        return fail (error, "set the mode", errno);
    if (!attri_save_fd (fd, bytes, error))
        return FALSE;
    if (fsync (fd) != 0)
        return fail (error, "write", errno);
    return TRUE;
}

/* So that the new name, too, outlasts a power cut. The file is in place by now,
 * and a file system that cannot do this is no reason to say otherwise. */
static void
sync_folder (const char *folder)
{
    int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return;
    fsync (fd);
    close (fd);
}

static gboolean
replace (const char *path, GBytes *bytes, int mode, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *temporary = g_build_filename (folder, ".attrigraph-XXXXXX", NULL);
    /* The mode of a new file is for the umask to cut. */
    int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
    gboolean done;

    if (fd < 0)
        return fail (error, "create a file", errno);
    done = fill (fd, bytes, mode, error);
    done = close_checked (fd, done ? error : NULL) && done;
    if (done && rename (temporary, path) != 0)
        done = fail (error, "put the new file in place", errno);
    if (done)
        sync_folder (folder);
    else
        unlink (temporary);
    return done;
}

static gboolean
save (const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *target = NULL;
    struct stat there;

    if (stat (path, &there) == 0) {
        if (!S_ISREG (there.st_mode))
            return stream (path, bytes, error);
        /* To replace a file takes the right to its folder only. Who made it
         * read-only meant it. */
        if (access (path, W_OK) != 0)
            return fail (error, "write", errno);
        target = follow_links (path);
        return replace (target, bytes, (int)(there.st_mode & 07777), error);
    }
    if (errno != ENOENT)
        return fail (error, "write", errno);
    target = follow_links (path);
    return replace (target, bytes, -1, error);
}

gboolean
attri_save (const char *path, GBytes *bytes, GError **error)
{
    g_autofree char *shown = NULL;

    g_return_val_if_fail (path != NULL, FALSE);
    g_return_val_if_fail (bytes != NULL, FALSE);

    if (save (path, bytes, error))
        return TRUE;
    shown = attri_text_for_terminal (path);
    g_prefix_error (error, "%s: ", shown);
    return FALSE;
}
