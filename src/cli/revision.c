/* SPDX-License-Identifier: MIT
 *
 * revision.c: a git revision and a path go in; a folder with the files as they
 * were then comes out, owned by the caller.
 */
#include "cli/revision.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* "2021-07-12 (commit " and ten digits of the commit. */
#define LENGTH_OF_DESCRIPTION 29

#define MOST_HOPS 40 /* from link to link, as the kernel has it */

/* Git has just made it; links in it are removed, not what they lead to. */
static void
remove_tree (const char *path)
{
    GDir *dir = g_dir_open (path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *child = g_build_filename (path, name, NULL);
        if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
            remove_tree (child);
        else
            g_unlink (child);
    }
    if (dir != NULL)
        g_dir_close (dir);
    g_rmdir (path);
}

void
cli_revision_clear (CliRevision *self)
{
    if (self->folder != NULL)
        remove_tree (self->folder);
    g_free (self->folder);
    g_free (self->path);
    memset (self, 0, sizeof *self);
}

/* The first line of what a program said, without its newline. */
static void
cut_line (char *text)
{
    text[strcspn (text, "\r\n")] = '\0';
}

/* Runs git in @folder, with an index of its own if @index is given; its first line of output. */
static char *
run_git (const char *folder, const char *index, const char *const *words, GError **error)
{
    g_autoptr (GPtrArray) argv = g_ptr_array_new ();
    g_auto (GStrv) environment = g_get_environ ();
    g_autofree char *output = NULL;
    g_autofree char *complaint = NULL;
    g_autoptr (GError) problem = NULL;
    int status = 0;

    g_ptr_array_add (argv, (char *)"git");
    g_ptr_array_add (argv, (char *)"-C");
    g_ptr_array_add (argv, (char *)folder);
    for (; *words != NULL; words++)
        g_ptr_array_add (argv, (char *)*words);
    g_ptr_array_add (argv, NULL);
    if (index != NULL)
        environment = g_environ_setenv (environment, "GIT_INDEX_FILE", index, TRUE);
    environment = g_environ_setenv (environment, "LC_ALL", "C", TRUE);

    if (!g_spawn_sync (NULL, (char **)argv->pdata, environment, G_SPAWN_SEARCH_PATH, NULL, NULL,
                       &output, &complaint, &status, &problem)) {
        g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--since: git could not be run: %s",
                     problem->message);
        return NULL;
    }
    if (g_spawn_check_wait_status (status, NULL)) {
        cut_line (output);
        return g_steal_pointer (&output);
    }
    cut_line (complaint);
    g_autofree char *shown = attri_text_for_terminal (complaint);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--since: git says: %s",
                 *shown != '\0' ? shown : "nothing, but it failed");
    return NULL;
}

/* ---- links ---- */

/* Where in the repository its files come from. @top: the folder that stands for its root;
 * @revision: of the files; @root: of the working tree; @index: of all files, made when a link
 * needs it */
typedef struct {
    const char *top;
    const char *revision;
    const char *root;
    const char *index;
} Origin;

static gboolean
refuse_link (const char *link, const char *why, GError **error)
{
    g_autofree char *quoted = cli_quote (link);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "--since: %s is a link %s; expected one to a file in it", quoted, why);
    return FALSE;
}

/* Where in the repository a link at @link leads, or %NULL if that is outside of it. */
static char *
resolve (const char *link, const char *target)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *folder = g_path_get_dirname (link);
    g_autofree char *joined = g_strconcat (folder, "/", target, NULL);
    g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
    if (g_path_is_absolute (target))
        return NULL;
    for (guint i = 0; steps[i] != NULL; i++) {
        if (g_str_equal (steps[i], "..") && parts->len == 0)
            return NULL;
        if (g_str_equal (steps[i], ".."))
            g_ptr_array_set_size (parts, (int)parts->len - 1);
        else if (*steps[i] != '\0' && !g_str_equal (steps[i], "."))
            g_ptr_array_add (parts, g_strdup (steps[i]));
    }
    g_ptr_array_add (parts, NULL);
    return g_strjoinv ("/", (char **)parts->pdata);
}

/* One more file of the revision, where the link that leads to it expects it. */
static gboolean
fetch (const Origin *origin, const char *path)
{
    g_autofree char *tree = g_strconcat (origin->revision, "^{commit}", NULL);
    g_autofree char *prefix = g_strconcat ("--prefix=", origin->top, "/", NULL);
    const char *const read[] = {"read-tree", tree, NULL};
    const char *const one[] = {"checkout-index", prefix, "--", path, NULL};
    g_autofree char *read_out = g_file_test (origin->index, G_FILE_TEST_EXISTS)
                                    ? g_strdup ("")
                                    : run_git (origin->root, origin->index, read, NULL);
    g_autofree char *done =
        read_out != NULL ? run_git (origin->root, origin->index, one, NULL) : NULL;
    return done != NULL;
}

static gboolean
is_link (const char *path)
{
    struct stat info;
    return lstat (path, &info) == 0 && S_ISLNK (info.st_mode);
}

/* Whether @path leads to a file below @top: a folder on the way may be a link, too. */
static gboolean
is_inside (const char *top, const char *path)
{
    char *real = realpath (path, NULL);
    char *real_top = realpath (top, NULL);
    g_autofree char *below = real_top != NULL ? g_strconcat (real_top, "/", NULL) : NULL;
    const gboolean inside = real != NULL && below != NULL && g_str_has_prefix (real, below) &&
                            g_file_test (real, G_FILE_TEST_IS_REGULAR);
    free (real);
    free (real_top);
    return inside;
}

/* Fetches what a link of the revision leads to, through further links; never what lies outside of
 * the revision. @link: its path in the repository */
static gboolean
follow (const Origin *origin, const char *link, GError **error)
{
    g_autofree char *at = g_strdup (link);
    g_autofree char *path = g_build_filename (origin->top, link, NULL);
    for (guint hop = 0; hop < MOST_HOPS && is_link (path); hop++) {
        g_autofree char *target = g_file_read_link (path, NULL);
        g_autofree char *next = target != NULL ? resolve (at, target) : NULL;
        if (next == NULL)
            return refuse_link (link, "that leads out of the repository", error);
        g_free (path);
        path = g_build_filename (origin->top, next, NULL);
        if (!is_link (path) && !g_file_test (path, G_FILE_TEST_EXISTS) && !fetch (origin, next))
            return refuse_link (link, "to what the revision does not hold as a file", error);
        g_free (at);
        at = g_steal_pointer (&next);
    }
    g_autofree char *whole = g_build_filename (origin->top, link, NULL);
    return is_inside (origin->top, whole) ||
           refuse_link (link, "to what the revision does not hold as a file", error);
}

/* All links below @folder that reading it would follow. @folder: its path in the repository */
static gboolean
follow_all (const Origin *origin, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (origin->top, folder, NULL);
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *child = g_build_filename (path, name, NULL);
        g_autofree char *inside = g_build_filename (folder, name, NULL);
        gboolean fine = TRUE;
        if (is_link (child))
            fine = !g_str_has_suffix (name, ".json") || follow (origin, inside, error);
        else if (g_file_test (child, G_FILE_TEST_IS_DIR))
            fine = follow_all (origin, inside, error);
        if (!fine)
            return FALSE;
    }
    return TRUE;
}

/* ---- a revision ---- */

/* The tree of the folder @inside the repository, by its path, so that a colon or dash in a name
 * means nothing. (transfer full) */
static char *
find_tree (const char *folder, const char *revision, const char *inside, GError **error)
{
    g_autofree char *tree = g_strdup_printf ("%s^{commit}:%s", revision, inside);
    const char *const verify[] = {"rev-parse",        "--verify", "--quiet",
                                  "--end-of-options", tree,       NULL};
    char *object = run_git (folder, NULL, verify, NULL);
    if (object != NULL)
        return object;
    g_autofree char *quoted = cli_quote (revision);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                 "--since: %s is no git revision that holds this directory", quoted);
    return NULL;
}

static gboolean
check_out (CliRevision *self, const char *folder, const char *name, const char *revision,
           GError **error)
{
    const char *const where[] = {"rev-parse", "--show-prefix", NULL};
    g_autofree char *inside = run_git (folder, NULL, where, error);
    if (inside == NULL)
        return FALSE;
    g_autofree char *object = find_tree (folder, revision, inside, error);
    if (object == NULL)
        return FALSE;
    g_autofree char *index = g_build_filename (self->folder, "index", NULL);
    g_autofree char *whole = g_build_filename (self->folder, "whole", NULL);
    g_autofree char *prefix = g_strdup_printf ("--prefix=%s/files/%s", self->folder, inside);
    const char *const read[] = {"read-tree", object, NULL};
    const char *const all[] = {"checkout-index", "--all", prefix, NULL};
    const char *const one[] = {"checkout-index", prefix, "--", name, NULL};
    g_autofree char *top = g_build_filename (self->folder, "files", NULL);
    g_autofree char *read_out = run_git (folder, index, read, error);
    if (read_out == NULL)
        return FALSE;

    /* At the top of the tree that was read, which is not that of the repository. */
    const char *const roots[] = {"rev-parse", "--show-toplevel", NULL};
    g_autofree char *root = run_git (folder, NULL, roots, error);
    if (root == NULL)
        return FALSE;
    g_autofree char *done = run_git (root, index, name != NULL ? one : all, error);
    self->path = g_build_filename (top, inside, name, NULL);
    if (done == NULL)
        return FALSE;
    const Origin origin = {top, revision, root, whole};
    g_autofree char *link = g_build_filename (inside, name, NULL);
    if (name == NULL)
        return follow_all (&origin, inside, error);
    return !is_link (self->path) || follow (&origin, link, error);
}

gboolean
cli_revision_check_out (CliRevision *self, const char *revision, const char *path, GError **error)
{
    g_autoptr (GError) problem = NULL;

    if (g_str_equal (path, "-")) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "--since: standard input has no past; name a file or a directory");
        return FALSE;
    }
    self->folder = g_dir_make_tmp ("attrigraph-XXXXXX", &problem);
    if (self->folder == NULL) {
        g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--since: %s", problem->message);
        return FALSE;
    }
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return check_out (self, path, NULL, revision, error);
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *name = g_path_get_basename (path);
    return check_out (self, folder, name, revision, error);
}

/* The folder to run git in for @path, and the name of @path there. */
static char *
split_path (const char *path, char **name)
{
    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
        *name = g_strdup (".");
        return g_strdup (path);
    }
    *name = g_path_get_basename (path);
    return g_path_get_dirname (path);
}

gboolean
cli_revision_is_tracked (const char *path)
{
    g_autofree char *name = NULL;
    g_autofree char *folder = split_path (path, &name);
    const char *const list[] = {"ls-files", "--error-unmatch", "--", name, NULL};
    g_autofree char *listed = run_git (folder, NULL, list, NULL);
    return listed != NULL;
}

char *
cli_revision_describe (const char *revision, const char *path, GError **error)
{
    g_autofree char *name = NULL;
    g_autofree char *folder = split_path (path, &name);
    g_autofree char *commit = g_strdup_printf ("%s^{commit}", revision);
    const char *const log[] = {
        "log", "-1", "--no-show-signature", "--format=%cs (commit %H", "--end-of-options", commit,
        "--",  NULL};
    g_autofree char *line = run_git (folder, NULL, log, NULL);
    if (line != NULL && strlen (line) > LENGTH_OF_DESCRIPTION) {
        line[LENGTH_OF_DESCRIPTION] = '\0';
        return g_strconcat (line, ")", NULL);
    }
    g_autofree char *quoted = cli_quote (revision);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "--since: %s is no git revision here",
                 quoted);
    return NULL;
}
