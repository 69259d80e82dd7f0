/* SPDX-License-Identifier: MIT
 *
 * In:  pages, pictures and lock files by name, and a folder that others use, too.
 * Out: the files in it. Only what bears our mark, or stands beside such a page, is
 *      ever replaced or removed.
 */
#include "cli/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MOST_NAME   64 /* bytes of an id that is a page's name as it is */
#define MOST_PREFIX 40 /* bytes of another that are kept */
#define HASH_DIGITS 16

static const char page_extension[] = ".md";
/* What stands beside a page. */
static const char *const companions[] = {".svg", CLI_FOLDER_CHANGES, ".lock"};

typedef struct {
    char *name;
    GBytes *bytes;
} CliFile;

static void
clear_file (gpointer data)
{
    CliFile *file = data;
    g_free (file->name);
    g_bytes_unref (file->bytes);
}

void
cli_folder_init (CliFolder *self, const char *path, const char *index)
{
    *self = (CliFolder){path, index, g_array_new (FALSE, FALSE, sizeof (CliFile))};
    g_array_set_clear_func (self->files, clear_file);
}

void
cli_folder_clear (CliFolder *self)
{
    g_clear_pointer (&self->files, g_array_unref);
}

/* ---- names ---- */

/* Windows keeps these for devices, whatever their extension. */
static gboolean
is_reserved (const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", NULL};
    if (g_strv_contains (devices, name))
        return TRUE;
    return (g_str_has_prefix (name, "com") || g_str_has_prefix (name, "lpt")) &&
           g_ascii_isdigit (name[3]) && name[4] == '\0';
}

gboolean
cli_folder_takes (const CliFolder *self, const char *id)
{
    const gsize length = strspn (id, G_CSET_a_2_z G_CSET_DIGITS "-");
    return length > 0 && id[length] == '\0' && length <= MOST_NAME && id[0] != '-' &&
           !is_reserved (id) && g_ascii_strcasecmp (id, self->index) != 0;
}

char *
cli_folder_name_page (const CliFolder *self, const char *id)
{
    if (cli_folder_takes (self, id))
        return g_strdup (id);
    GString *name = g_string_new (NULL);
    for (const char *p = id; *p != '\0' && name->len < MOST_PREFIX; p++) {
        if (g_ascii_isalnum (*p))
            g_string_append_c (name, g_ascii_tolower (*p));
        else if (name->len > 0 && g_ascii_isalnum (p[1]))
            g_string_append_c (name, '-');
    }
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
    g_string_append_printf (name, "%s_%.*s", name->len > 0 ? "" : "page", HASH_DIGITS, hash);
    return g_string_free (name, FALSE);
}

char *
cli_folder_locate (const CliFolder *self, const char *page, const char *extension)
{
    return g_strconcat (self->path, g_str_has_suffix (self->path, "/") ? "" : "/", page, extension,
                        NULL);
}

/* ---- what is ours ---- */

#define MOST_HEAD 512 /* bytes of the lines that say what a page is */

/* Whether a file begins with these lines. */
static gboolean
begins_with (const char *path, const char *lines)
{
    char begin[MOST_HEAD] = "";
    const gsize length = strlen (lines);
    FILE *file = g_fopen (path, "rb");
    if (file == NULL || length > sizeof begin)
        return FALSE;
    const gsize n = fread (begin, 1, length, file);
    fclose (file);
    return n == length && memcmp (begin, lines, n) == 0;
}

static gboolean
is_ours (const char *path)
{
    return begins_with (path, ATTRI_WIKI_PAGE_MARK "\n");
}

gboolean
cli_folder_has_note (const CliFolder *self, const char *page, const char *note)
{
    g_autofree char *path = cli_folder_locate (self, page, page_extension);
    g_autofree char *lines = g_strconcat (ATTRI_WIKI_PAGE_MARK "\n", note, "\n", NULL);
    return begins_with (path, lines);
}

static gboolean
is_there (const char *path)
{
    return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

gboolean
cli_folder_check (const CliFolder *self, const char *page, gboolean picture, GError **error)
{
    g_autofree char *text = cli_folder_locate (self, page, page_extension);
    g_autofree char *beside = cli_folder_locate (self, page, companions[0]);
    g_autofree char *changes = cli_folder_locate (self, page, CLI_FOLDER_CHANGES);
    const char *const files[] = {text, beside, changes};
    const guint n = picture ? G_N_ELEMENTS (files) : 1;
    const char *other = NULL;
    for (guint i = 0; i < n && other == NULL; i++)
        other = is_there (files[i]) ? files[i] : NULL;
    if (other == NULL || is_ours (text))
        return TRUE;
    g_autofree char *quoted = cli_quote (other);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "%s was not written by attrigraph wiki and is not written over; move it away, or "
                 "name another directory with -o%s",
                 quoted, g_str_equal (page, self->index) ? ", or another page with --index" : "");
    return FALSE;
}

/* ---- writing ---- */

void
cli_folder_add (CliFolder *self, const char *page, const char *extension, GBytes *bytes)
{
    const CliFile file = {g_strconcat (page, extension, NULL), g_bytes_ref (bytes)};
    g_array_append_val (self->files, file);
}

static gboolean
is_same (const char *path, GBytes *bytes)
{
    g_autofree char *text = NULL;
    gsize length;
    if (!g_file_get_contents (path, &text, &length, NULL))
        return FALSE;
    g_autoptr (GBytes) there = g_bytes_new_take (g_steal_pointer (&text), length);
    return g_bytes_equal (there, bytes);
}

static gboolean
is_added (const CliFolder *self, const char *name)
{
    for (guint i = 0; i < self->files->len; i++)
        if (g_ascii_strcasecmp (g_array_index (self->files, CliFile, i).name, name) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
remove_file (const char *path, GError **error)
{
    if (g_unlink (path) == 0 || errno == ENOENT)
        return TRUE;
    const int code = errno;
    g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", path,
                 g_strerror (code));
    return FALSE;
}

/* What changed is drawn in some runs and not in others; the page of one that does not is without.
 */
static gboolean
remove_old_changes (const CliFolder *self, GError **error)
{
    for (guint i = 0; i < self->files->len; i++) {
        const char *name = g_array_index (self->files, CliFile, i).name;
        if (!g_str_has_suffix (name, page_extension))
            continue;
        g_autofree char *page = g_strndup (name, strlen (name) - strlen (page_extension));
        g_autofree char *picture = g_strconcat (page, companions[0], NULL);
        g_autofree char *changes = g_strconcat (page, CLI_FOLDER_CHANGES, NULL);
        g_autofree char *path = cli_folder_locate (self, changes, "");
        if (is_added (self, picture) && !is_added (self, changes) && !remove_file (path, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
cli_folder_save (const CliFolder *self, GError **error)
{
    if (g_mkdir_with_parents (self->path, 0777) != 0) {
        const int code = errno;
        g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", self->path,
                     g_strerror (code));
        return FALSE;
    }
    for (guint i = 0; i < self->files->len; i++) {
        const CliFile *file = &g_array_index (self->files, CliFile, i);
        g_autofree char *path = cli_folder_locate (self, file->name, "");
        if (!is_same (path, file->bytes) && !attri_save (path, file->bytes, error))
            return FALSE;
    }
    return remove_old_changes (self, error);
}

/* ---- pages of earlier runs ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Pages of ours that were not added. (transfer full) (element-type utf8): without extension */
static GPtrArray *
find_stale (const CliFolder *self, GError **error)
{
    g_autoptr (GDir) folder = g_dir_open (self->path, 0, error);
    GPtrArray *stale = g_ptr_array_new_with_free_func (g_free);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
        g_autofree char *path = cli_folder_locate (self, name, "");
        if (g_str_has_suffix (name, page_extension) && !is_added (self, name) && is_ours (path))
            g_ptr_array_add (stale, g_strndup (name, strlen (name) - strlen (page_extension)));
    }
    g_ptr_array_sort (stale, compare_names);
    return stale;
}

/* The page goes last: while it is there, what stands beside it is known to be ours. */
static gboolean
remove_page (const CliFolder *self, const char *page, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (companions); i++) {
        g_autofree char *beside = cli_folder_locate (self, page, companions[i]);
        if (!remove_file (beside, error))
            return FALSE;
    }
    g_autofree char *path = cli_folder_locate (self, page, page_extension);
    return remove_file (path, error);
}

gboolean
cli_folder_prune (const CliFolder *self, gboolean remove, GError **error)
{
    g_autoptr (GError) problem = NULL;
    g_autoptr (GPtrArray) stale = find_stale (self, &problem);
    if (problem != NULL) {
        g_propagate_error (error, g_steal_pointer (&problem));
        return FALSE;
    }
    for (guint i = 0; i < stale->len; i++) {
        g_autofree char *path = cli_folder_locate (self, stale->pdata[i], page_extension);
        g_autofree char *quoted = cli_quote (path);
        if (!remove)
            cli_say ("%s is of an earlier run, which wrote it; now it is not; --prune removes it",
                     quoted);
        else if (!remove_page (self, stale->pdata[i], error))
            return FALSE;
        else
            cli_say ("%s, of an earlier run, is removed", quoted);
    }
    return TRUE;
}
