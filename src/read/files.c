/* SPDX-License-Identifier: MIT
 *
 * files.c: names go in, bytes come out, owned by the caller.
 */
#include "read/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_CHUNK (64 * 1024)

static gboolean
fail (GError **error, const char *name, int code)
{
    g_autofree char *shown = attri_text_for_terminal (name);
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", shown,
                 g_strerror (code));
    return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Adds the files of one directory to @names, and its directories to @folders. */
static gboolean
list_folder (const char *folder, GPtrArray *names, GPtrArray *folders, GError **error)
{
    DIR *dir = opendir (folder);
    const struct dirent *entry;

    if (dir == NULL)
        return fail (error, folder, errno);
    while ((errno = 0, entry = readdir (dir)) != NULL) {
        struct stat info;
        if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0)
            continue;
        g_autofree char *path = g_build_filename (folder, entry->d_name, NULL);
        if (lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
            g_ptr_array_add (folders, g_steal_pointer (&path));
        else if (g_str_has_suffix (entry->d_name, ".json") && stat (path, &info) == 0 &&
                 S_ISREG (info.st_mode))
            g_ptr_array_add (names, g_steal_pointer (&path));
    }
    const int code = errno;
    closedir (dir);
    return code == 0 || fail (error, folder, code);
}

static gboolean
list_tree (const char *root, GPtrArray *names, GError **error)
{
    g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

    g_ptr_array_add (folders, g_strdup (root));
    for (guint i = 0; i < folders->len; i++) {
        if (!list_folder (g_ptr_array_index (folders, i), found, folders, error))
            return FALSE;
    }
    if (found->len == 0) {
        g_autofree char *shown = attri_text_for_terminal (root);
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_NO_JSON,
                     "%s: a directory without JSON; expected *.json in it", shown);
        return FALSE;
    }
    g_ptr_array_sort (found, compare_names);
    g_ptr_array_extend_and_steal (names, g_steal_pointer (&found));
    return TRUE;
}

gboolean
files_list (const char *path, GPtrArray *names, GError **error)
{
    struct stat info;

    if (strcmp (path, "-") != 0 && stat (path, &info) == 0 && S_ISDIR (info.st_mode))
        return list_tree (path, names, error);
    g_ptr_array_add (names, g_strdup (path));
    return TRUE;
}

/* How much room to begin with: all of a regular file, and a byte to see its end by. */
static gsize
first_room (int fd, guint64 most)
{
    struct stat info;

    if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size <= 0)
        return (gsize)MIN (FIRST_CHUNK, most + 1);
    return (gsize)MIN ((guint64)info.st_size, most) + 1;
}

/* Room for a whole file, which is filled once: in large pages where there are any, because
 * fetching it page by page takes a tenth of the time of reading a feed. */
static char *
make_room (gsize room)
{
    const gsize page = (gsize)2 << 20;
    void *bytes = NULL;

    if (room < 2 * page)
        return g_try_malloc (room);
    if (posix_memalign (&bytes, page, room) != 0)
        return NULL;
    /* A wish only; what is left at the end stays in small pages, and costs no more memory. */
    (void)madvise (bytes, room / page * page, MADV_HUGEPAGE);
    return bytes;
}

/* Reads up to @most bytes and one; @error is an errno, or 0. */
static GBytes *
read_all (int fd, guint64 most, int *error)
{
    gsize room = first_room (fd, most);
    gsize length = 0;
    char *bytes = make_room (room);
    ssize_t n = 1;

    *error = bytes == NULL ? ENOMEM : 0;
    while (*error == 0 && n > 0 && length <= most) {
        if (length == room) {
            room = (gsize)MIN ((guint64)room * 2, most + 1);
            char *more = g_try_realloc (bytes, room);
            if (more == NULL) {
                *error = ENOMEM;
                break;
            }
            bytes = more;
        }
        n = read (fd, bytes + length, room - length);
        if (n > 0)
            length += (gsize)n;
        else if (n < 0 && errno == EINTR)
            n = 1;
        else if (n < 0)
            *error = errno;
    }
    if (*error == 0)
        return g_bytes_new_take (bytes, length);
    g_free (bytes);
    return NULL;
}

GBytes *
files_read (const char *name, guint64 most, GError **error)
{
    const gboolean is_stdin = strcmp (name, "-") == 0;
    int code = 0;
    const int fd = is_stdin ? STDIN_FILENO : open (name, O_RDONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0) {
        fail (error, name, errno);
        return NULL;
    }
    GBytes *bytes = read_all (fd, MIN (most, G_MAXINT64 - 1), &code);
    if (!is_stdin)
        close (fd);
    if (bytes == NULL)
        fail (error, is_stdin ? "standard input" : name, code);
    return bytes;
}
