/* SPDX-License-Identifier: MIT
 *
 * In:  the words after a command that asks something of a graph.
 * Out: its options, names and files, checked; later the answer, written.
 *      CliAnswer owns the words, the command owns what it makes of them.
 */
#include "cli/answer.h"
#include "cli/output.h"

#include <string.h>

void
cli_answer_clear (CliAnswer *self)
{
    cli_selection_clear (&self->selection);
    g_free (self->path);
    g_free (self->typed_format);
    g_free (self->format_help);
    g_strfreev (self->names);
    memset (self, 0, sizeof *self);
}

/* Too few words: which kind is missing shows by what stands there. */
static gboolean
check_counts (const CliCommand *command, guint n_names, char **words, GError **error)
{
    guint n = g_strv_length (words);
    for (guint i = 0; i < MIN (n, n_names); i++) {
        gboolean file = g_file_test (words[i], G_FILE_TEST_EXISTS);
        if (!file || (n > n_names && strchr (words[i], '/') == NULL))
            continue;
        g_autofree char *quoted = cli_quote (words[i]);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "%s is %s, and %s before it; expected attrigraph %s %s", quoted,
                     g_file_test (words[i], G_FILE_TEST_IS_DIR) ? "a directory" : "a file",
                     n_names == 1 ? "a NAME comes" : "two NAMEs come", command->name,
                     command->parameters);
        return FALSE;
    }
    if (n < n_names) {
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "%s; expected attrigraph %s %s",
                     n == 0 ? "no NAME is given" : "a second NAME is missing", command->name,
                     command->parameters);
        return FALSE;
    }
    return TRUE;
}

static gboolean
check_names (const CliCommand *command, guint n_names, char **words, GError **error)
{
    if (!check_counts (command, n_names, words, error))
        return FALSE;
    for (guint i = 0; i < n_names; i++)
        if (!g_utf8_validate (words[i], -1, NULL)) {
            g_autofree char *quoted = cli_quote (words[i]);
            g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "the name %s is not valid UTF-8",
                         quoted);
            return FALSE;
        }
    return TRUE;
}

/* The format that files ending so are in, as its own tool calls them; else @extension. */
static const char *
format_of (const char *extension)
{
    static const char *const known[][2] = {{"gv", "dot"}, {"mmd", "mermaid"}, {"txt", "text"}};
    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (g_str_equal (known[i][0], extension))
            return known[i][1];
    return extension;
}

/* An extension that is a format's name tells it. A text may be called anything else, but a picture
 * is not written, whatever its file is called. */
static gboolean
choose_format (CliAnswer *self, const char *const *formats, GError **error)
{
    static const char *const pictures[] = {"svg", "png", "pdf", "html", NULL};
    const char *dot = self->path != NULL ? strrchr (self->path, '.') : NULL;
    if (self->typed_format != NULL || dot == NULL || strchr (dot, '/') != NULL)
        return cli_choose_format (self->typed_format, NULL, formats, &self->format, error);
    const char *extension = dot + 1, *format = format_of (extension);
    if (g_strv_contains (pictures, extension)) {
        g_autofree char *quoted = cli_quote (self->path);
        g_autofree char *known = cli_join_words (formats);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                     "-o: %s would be no %s; expected %s, and 'attrigraph draw' for a picture",
                     quoted, extension, known);
        return FALSE;
    }
    if (g_strv_contains (formats, format))
        return cli_choose_format (format, NULL, formats, &self->format, error);
    const gboolean is_text = g_str_equal (formats[0], "text");
    return cli_choose_format (NULL, is_text ? NULL : self->path, formats, &self->format, error);
}

static void
add_options (CliAnswer *self, const CliQuestion *question, CliOptions *options)
{
    g_autofree char *known = cli_join_words (question->formats);
    self->format_help = g_strdup_printf ("%s; by default what the name of\nthe file ends in, "
                                         "else %s",
                                         known, question->formats[0]);
    const GOptionEntry entries[] = {{"output", 'o', 0, G_OPTION_ARG_FILENAME, &self->path,
                                     "write here; by default to standard output", "FILE"},
                                    {"to", 'T', 0, G_OPTION_ARG_FILENAME, &self->typed_format,
                                     self->format_help, "FORMAT"},
                                    {0}};
    cli_options_add (options, "Output", entries);
    cli_options_offer (options, "to", question->formats);
    if (question->entries != NULL)
        cli_options_add (options, question->heading, question->entries);
    if (question->choice != NULL)
        cli_options_offer (options, question->choice, question->choices);
    self->selection.annotate = question->annotate;
    if (question->whole)
        cli_selection_add_reading_options (&self->selection, options);
    else
        cli_selection_add_options (&self->selection, options);
}

gboolean
cli_answer_begin (CliAnswer *self, const CliCommand *command, const CliQuestion *question, int argc,
                  char **argv, CliExit *status)
{
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (self, question, options);

    g_autoptr (GError) error = NULL;
    if (cli_options_parse (options, argc, argv, &self->names, &error)) {
        if (cli_options_wants_help (options)) {
            *status = cli_options_print_help (options);
            return FALSE;
        }
        if (check_names (command, question->names, self->names, &error)) {
            self->files = (const char *const *)self->names + question->names;
            if (choose_format (self, question->formats, &error) &&
                cli_selection_read (&self->selection, &error) &&
                cli_check_output (self->path, self->files, &error))
                return TRUE;
        }
    }
    *status = cli_fail (command, error);
    return FALSE;
}

AttriGraph *
cli_answer_load (const CliAnswer *self, GError **error)
{
    return cli_selection_load (&self->selection, self->files, NULL, error);
}

AttriGraph *
cli_answer_load_named (const CliAnswer *self, guint32 *entities, AttriCensus **census,
                       GError **error)
{
    const guint n = (guint)((char **)self->files - self->names);
    return cli_selection_load_named (&self->selection, self->files,
                                     (const char *const *)self->names, n, entities, census, error);
}

gboolean
cli_answer_write (const CliAnswer *self, const char *text, GError **error)
{
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (self->path, bytes, error);
}
