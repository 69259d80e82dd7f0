/* SPDX-License-Identifier: MIT
 *
 * watch.c: names of files go in; a word comes out whenever one of them has changed.
 * By inotify itself: GIO's monitor would cost every run of the program its start-up.
 */
#include "cli/watch.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file may be written in place, or beside its place and moved there, or linked. */
#define CHANGES                                                                                    \
    (IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |       \
     IN_MOVE_SELF)

/* Milliseconds without a change after which a burst is over, and how long one may last:
 * what is written to all the time is drawn all the same. */
#define QUIET      100
#define MOST_BURST 2000

/* A folder, and whose changes in it count. */
typedef struct {
    int id;
    char *name; /* of a file, or %NULL for *.json and folders */
} Place;

struct _CliWatch {
    const char *const *files;
    int fd;
    GArray *places; /* Place; a folder has several if several of its files are read */
};

static void
clear_place (gpointer data)
{
    g_free (((Place *)data)->name);
}

static void
end (CliWatch *self)
{
    if (self->fd >= 0)
        close (self->fd);
    g_clear_pointer (&self->places, g_array_unref);
    self->fd = -1;
}

static gboolean
fail (const char *path, int code, GError **error)
{
    g_autofree char *quoted = cli_quote (path);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--watch: %s cannot be watched: %s%s", quoted,
                 g_strerror (code),
                 code == ENOSPC ? " (fs.inotify.max_user_watches is the limit)" : "");
    return FALSE;
}

static gboolean
add_place (CliWatch *self, const char *folder, const char *name, GError **error)
{
    const int id = inotify_add_watch (self->fd, folder, CHANGES | IN_ONLYDIR);
    if (id < 0)
        return fail (folder, errno, error);
    const Place place = {id, g_strdup (name)};
    g_array_append_val (self->places, place);
    return TRUE;
}

/* What a link leads to may be written, and the link not. One that leads nowhere is no trouble. */
static gboolean
add_target (CliWatch *self, const char *link, GError **error)
{
    char *target = realpath (link, NULL);
    if (target == NULL)
        return TRUE;
    g_autofree char *folder = g_path_get_dirname (target);
    g_autofree char *name = g_path_get_basename (target);
    free (target);
    return add_place (self, folder, name, error);
}

static gboolean
add_file (CliWatch *self, const char *file, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (file);
    g_autofree char *name = g_path_get_basename (file);
    return add_place (self, folder, name, error) && add_target (self, file, error);
}

/* The links to files in @folder that are read, and the folders, which go to @folders. */
static gboolean
look_into (CliWatch *self, const char *folder, GPtrArray *folders, GError **error)
{
    DIR *dir = opendir (folder);
    const struct dirent *entry;
    gboolean fine = TRUE;
    while (fine && dir != NULL && (entry = readdir (dir)) != NULL) {
        struct stat info;
        g_autofree char *path = g_build_filename (folder, entry->d_name, NULL);
        if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0 ||
            lstat (path, &info) != 0)
            continue;
        if (S_ISDIR (info.st_mode))
            g_ptr_array_add (folders, g_steal_pointer (&path));
        else if (S_ISLNK (info.st_mode) && g_str_has_suffix (entry->d_name, ".json"))
            fine = add_target (self, path, error);
    }
    if (dir != NULL)
        closedir (dir);
    return fine;
}

/* A directory and those below it; one that is gone before it is looked into is no trouble. */
static gboolean
add_tree (CliWatch *self, const char *root, GError **error)
{
    g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (folders, g_strdup (root));
    for (guint i = 0; i < folders->len; i++) {
        const char *folder = g_ptr_array_index (folders, i);
        g_autoptr (GError) problem = NULL;
        if (!add_place (self, folder, NULL, &problem)) {
            if (i > 0 && !g_file_test (folder, G_FILE_TEST_IS_DIR))
                continue;
            g_propagate_error (error, g_steal_pointer (&problem));
            return FALSE;
        }
        if (!look_into (self, folder, folders, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
begin (CliWatch *self, GError **error)
{
    end (self);
    self->fd = inotify_init1 (IN_CLOEXEC | IN_NONBLOCK);
    self->places = g_array_new (FALSE, FALSE, sizeof (Place));
    g_array_set_clear_func (self->places, clear_place);
    if (self->fd < 0)
        return fail (self->files[0], errno, error);
    for (guint i = 0; self->files[i] != NULL; i++) {
        const char *file = self->files[i];
        if (g_file_test (file, G_FILE_TEST_IS_DIR) ? !add_tree (self, file, error)
                                                   : !add_file (self, file, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
counts (const CliWatch *self, const struct inotify_event *event)
{
    if ((event->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0)
        return TRUE;
    for (guint i = 0; i < self->places->len && event->len > 0; i++) {
        const Place *place = &g_array_index (self->places, Place, i);
        if (place->id != event->wd)
            continue;
        if (place->name != NULL
                ? g_str_equal (place->name, event->name)
                : (event->mask & IN_ISDIR) != 0 || g_str_has_suffix (event->name, ".json"))
            return TRUE;
    }
    return FALSE;
}

/* Reads what has happened; whether any of it counts. */
static gboolean
drain (const CliWatch *self)
{
    /* As inotify(7) has it: room for many events, or for one with the longest name. */
    _Alignas(struct inotify_event) char buffer[16 * 1024];
    gboolean found = FALSE;
    ssize_t length;
    while ((length = read (self->fd, buffer, sizeof buffer)) > 0) {
        for (const char *p = buffer; p < buffer + length;) {
            const struct inotify_event *event = (const struct inotify_event *)(gconstpointer)p;
            found = counts (self, event) || found;
            p += sizeof *event + event->len;
        }
    }
    return found;
}

CliWatch *
cli_watch_new (const char *const *files, GError **error)
{
    g_autoptr (CliWatch) self = g_new0 (CliWatch, 1);
    self->files = files;
    self->fd = -1;
    return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

void
cli_watch_free (CliWatch *self)
{
    end (self);
    g_free (self);
}

gboolean
cli_watch_wait (CliWatch *self, GError **error)
{
    struct pollfd fd = {.fd = self->fd, .events = POLLIN};
    do {
        if (poll (&fd, 1, -1) < 0 && errno != EINTR)
            return fail (self->files[0], errno, error);
    } while (!drain (self));
    const gint64 last = g_get_monotonic_time () + (gint64)MOST_BURST * 1000;
    while (g_get_monotonic_time () < last && poll (&fd, 1, QUIET) > 0)
        drain (self);
    return begin (self, error);
}
