/* SPDX-License-Identifier: MIT
 *
 * What the program tells its user, on standard error.
 * In:  messages that may quote input of any kind.
 * Out: lines that are safe on a terminal. A failure to write them is nothing
 *      anybody could be told, and is not looked at.
 */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>

G_DEFINE_QUARK (cli_error, cli_error)

void
cli_say (const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);

    g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = attri_text_for_terminal (lines[i]);
        fprintf (stderr, "%s%s\n", i == 0 ? "attrigraph: " : "", line);
    }
}

void
cli_say_line (const char *line)
{
    fprintf (stderr, "%s\n", line);
}

CliExit
cli_fail (const CliCommand *command, const GError *error)
{
    if (g_error_matches (error, CLI_ERROR, CLI_ERROR_TOLD))
        return CLI_TROUBLE;
    cli_say ("%s", error->message);
    if (error->domain == CLI_ERROR && error->code == CLI_ERROR_USAGE)
        cli_say ("try 'attrigraph %s%s--help'", command != NULL ? command->name : "",
                 command != NULL ? " " : "");
    return CLI_TROUBLE;
}

void
cli_advise (GError *error, const char *advice)
{
    char *message = g_strconcat (error->message, advice, NULL);
    g_free (error->message);
    error->message = message;
}

gboolean
cli_blame_option (const AttriFinding *finding, const CliOrigin *origins, guint n, GError **error)
{
    for (guint i = 0; i < n; i++) {
        if (!g_str_has_suffix (finding->pointer, origins[i].member))
            continue;
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "--%s: %s", origins[i].option,
                     finding->message);
        return TRUE;
    }
    return FALSE;
}

char *
cli_quote (const char *text)
{
    g_autofree char *safe = attri_text_for_terminal (text);
    return g_strdup_printf ("'%s'", safe);
}

char *
cli_did_you_mean (const char *word, const char *const *candidates)
{
    const char *nearest = attri_text_nearest (word, candidates);
    return nearest != NULL ? g_strdup_printf ("; did you mean '%s'?", nearest) : g_strdup ("");
}

void
cli_add_count (GPtrArray *parts, guint n, const char *one, const char *several)
{
    if (n > 0)
        g_ptr_array_add (parts, g_strdup_printf ("%u %s", n, n == 1 ? one : several));
}

char *
cli_join_words (const char *const *words)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        if (i > 0)
            g_string_append (text, words[i + 1] != NULL ? ", " : " or ");
        g_string_append (text, words[i]);
    }
    return g_string_free (text, FALSE);
}
