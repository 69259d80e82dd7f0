/* SPDX-License-Identifier: MIT
 *
 * In:  finished bytes.
 * Out: the same bytes in a file or on standard output, or an error. A file is
 *      replaced as a whole or not at all.
 */
#include "cli/output.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
is_standard_output (const char *path)
{
    return path == NULL || g_str_equal (path, "-");
}

gboolean
cli_write (const char *path, GBytes *bytes, GError **error)
{
    if (!is_standard_output (path)) {
        g_autoptr (GError) problem = NULL;
        if (attri_save (path, bytes, &problem))
            return TRUE;
        if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            cli_advise (problem, "; its directory is not there");
        g_propagate_error (error, g_steal_pointer (&problem));
        return FALSE;
    }
    if (attri_save_fd (STDOUT_FILENO, bytes, error))
        return TRUE;
    g_prefix_error (error, "standard output: ");
    return FALSE;
}

gboolean
cli_read_text (const char *path, const char *expected, char **text, gsize *length, GError **error)
{
    g_autoptr (GError) problem = NULL;
    if (g_file_get_contents (path, text, length, &problem))
        return TRUE;
    g_autofree char *quoted = cli_quote (path);
    const gboolean folder = g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
    const gboolean missing = g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_autofree char *other = attri_text_for_terminal (problem->message);
    g_set_error (error, problem->domain, problem->code, "%s %s; expected %s", quoted,
                 folder    ? "is a directory"
                 : missing ? "is not there"
                           : other,
                 expected);
    return FALSE;
}

gboolean
cli_is_terminal (int fd)
{
    const char *terminal = g_getenv ("TERM");
    return terminal != NULL && !g_str_equal (terminal, "dumb") && isatty (fd);
}

/* See https://no-color.org. */
gboolean
cli_takes_colour (const char *path)
{
    const char *no_colour = g_getenv ("NO_COLOR");
    return is_standard_output (path) && cli_is_terminal (STDOUT_FILENO) &&
           (no_colour == NULL || *no_colour == '\0');
}

CliExit
cli_print (const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (NULL, bytes, &error) ? CLI_DONE : cli_fail (NULL, error);
}

/* The extension without its dot, or "" if @path has none. */
static const char *
get_extension (const char *path)
{
    const char *slash = strrchr (path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr (base, '.');
    return dot != NULL && dot != base ? dot + 1 : "";
}

gboolean
cli_choose_format (const char *typed, const char *path, const char *const *formats, guint *format,
                   GError **error)
{
    *format = 0;
    g_autofree char *known = cli_join_words (formats);
    if (typed != NULL) {
        for (guint i = 0; formats[i] != NULL; i++)
            if (g_str_equal (formats[i], typed)) {
                *format = i;
                return TRUE;
            }
        g_autofree char *quoted = cli_quote (typed);
        g_autofree char *hint = cli_did_you_mean (typed, formats);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "-T: unknown format %s%s expected %s",
                     quoted, *hint != '\0' ? hint : ";", known);
        return FALSE;
    }
    if (is_standard_output (path))
        return TRUE;
    const char *extension = get_extension (path);
    for (guint i = 0; formats[i] != NULL; i++)
        if (g_ascii_strcasecmp (formats[i], extension) == 0) {
            *format = i;
            return TRUE;
        }
    g_autofree char *quoted = cli_quote (path);
    g_autofree char *hint = cli_did_you_mean (extension, formats);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "-o: the name %s does not end in a known format%s expected %s, or say it with -T",
                 quoted, *hint != '\0' ? hint : ";", known);
    return FALSE;
}

/*
 * The real name of a file, or of its folder with the name appended if there is
 * no such file yet; %NULL if there is not even a folder.
 */
static char *
get_real_path (const char *path)
{
    char *real = realpath (path, NULL);
    if (real != NULL)
        return real;
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *base = g_path_get_basename (path);
    char *real_folder = realpath (folder, NULL);
    if (real_folder == NULL)
        return NULL;
    char *joined = g_build_filename (real_folder, base, NULL);
    free (real_folder);
    return joined;
}

gboolean
cli_is_same_file (const char *path, const char *other)
{
    g_autofree char *real_path = get_real_path (path);
    g_autofree char *real_other = get_real_path (other);
    return real_path != NULL && g_strcmp0 (real_path, real_other) == 0;
}

/* Whether reading @input, now or next time, would read @output. */
static gboolean
would_be_read (const char *output, const char *input)
{
    struct stat out, in;
    if (stat (input, &in) != 0)
        return FALSE;
    if (!S_ISDIR (in.st_mode))
        return stat (output, &out) == 0 && out.st_dev == in.st_dev && out.st_ino == in.st_ino;

    g_autofree char *real_output = get_real_path (output);
    g_autofree char *real_input = realpath (input, NULL);
    if (real_output == NULL || real_input == NULL || !g_str_has_suffix (real_output, ".json"))
        return FALSE;
    gsize length = strlen (real_input);
    return strncmp (real_output, real_input, length) == 0 &&
           (real_output[length] == '/' || g_str_equal (real_input, "/"));
}

gboolean
cli_check_output (const char *path, const char *const *files, GError **error)
{
    return cli_check_written ("-o", path, files, error);
}

gboolean
cli_check_written (const char *option, const char *path, const char *const *files, GError **error)
{
    if (is_standard_output (path))
        return TRUE;
    for (guint i = 0; files[i] != NULL; i++)
        if (would_be_read (path, files[i])) {
            g_autofree char *quoted = cli_quote (path);
            g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                         "%s: %s is one of the files read; choose another name", option, quoted);
            return FALSE;
        }
    return TRUE;
}
