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

/* What @entry is, %S_IFREG, %S_IFDIR or another. Most file systems say so in the entry; asking for
 * each of tens of thousands takes longer than to read them. A link is followed to a file, but not
 * to a directory, which may be above it. One that leads nowhere counts as a file, so that reading
 * it says so, but for the mark that Emacs sets beside a file while it edits it. */
static mode_t
kind_of (const struct dirent *entry, const char *path)
{
    struct stat info;

    if (entry->d_type == DT_REG)
        return S_IFREG;
    if (entry->d_type == DT_DIR)
        return S_IFDIR;
    if (lstat (path, &info) != 0)
        return 0;
    if (S_ISDIR (info.st_mode))
        return S_IFDIR;
    const gboolean is_link = S_ISLNK (info.st_mode);
    if (stat (path, &info) != 0)
        return is_link && !g_str_has_prefix (entry->d_name, ".#") ? S_IFREG : 0;
    return S_ISREG (info.st_mode) ? S_IFREG : 0;
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
        if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0)
            continue;
        g_autofree char *path = g_build_filename (folder, entry->d_name, NULL);
        const mode_t kind = kind_of (entry, path);
        if (kind == S_IFDIR)
            g_ptr_array_add (folders, g_steal_pointer (&path));
        else if (kind == S_IFREG && g_str_has_suffix (entry->d_name, ".json"))
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

/* The size of a regular file; 0 where nobody knows it before it is read. */
static guint64
size_of (int fd)
{
    struct stat info;

    return fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size > 0
               ? (guint64)info.st_size
               : 0;
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
    const guint64 size = size_of (fd);
    /* All of it, and a byte to see its end by. */
    gsize room = (gsize)MIN (size > 0 ? size : FIRST_CHUNK - 1, most) + 1;
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
        if (n < 0 && errno != EINTR)
            *error = errno;
        else if (n < 0)
            n = 1;
        else
            length += (gsize)n;
        /* Where there was room for more, that was the end. */
        if (length > 0 && length == size && length < room)
            n = 0;
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
