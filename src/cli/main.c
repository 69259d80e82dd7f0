/* SPDX-License-Identifier: MIT
 *
 * The program: a table of commands, one file each.
 * In:  the command line.
 * Out: what the command writes, and the exit status. Only public headers of the
 *      library are used; everything the program owns lives on the stack.
 */
#include "cli/complete.h"
#include "cli/memory.h"
#include "cli/output.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* clang-format off */
static const CliCommand *const commands[] = {
    &cli_command_draw,
    &cli_command_check,
    &cli_command_show,
    &cli_command_history,
    &cli_command_overlap,
    &cli_command_path,
    &cli_command_sources,
    &cli_command_diff,
    &cli_command_apply,
    &cli_command_wiki,
    &cli_command_merge,
    &cli_command_new,
    &cli_command_add,
    &cli_command_convert,
};
/* clang-format on */

static const char *const global_options[] = {"--help", "--version", NULL};

static const char usage[] =
    "Usage: attrigraph COMMAND [OPTION]... FILE...\n"
    "\n"
    "Attribution graphs with a source on every line: reads JSON files of entities,\n"
    "relationships and sources, and draws who is said to be behind what, by whom, and\n"
    "how firmly.\n"
    "\n"
    "Commands:\n";

static const char usage_end[] =
    "\n"
    "  attrigraph COMMAND --help   tells a command's options\n"
    "  attrigraph --version        tells the version\n"
    "\n"
    "A FILE is a JSON file, a directory (every *.json below it), or - for standard input.\n"
    "\n"
    "Examples:\n"
    "  attrigraph draw data/tag-22 --focus TAG-22 -o tag-22.svg\n"
    "  attrigraph check data/tag-22\n"
    "  attrigraph show 'Earth Lusca' data/tag-22\n"
    "\n"
    "Exit status: 0 done; 1 check found errors, diff a difference, path no chain; 2 trouble.\n";

/*
 * A closed standard stream would make the next file opened its namesake, so
 * that a message could land in a picture. Standard output and error are filled
 * with something that cannot be written to: bytes must not vanish unnoticed.
 */
static gboolean
fill_standard_streams (void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", O_RDONLY) != fd)
            return FALSE;
    return TRUE;
}

static const CliCommand *
find_command (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (g_str_equal (commands[i]->name, name))
            return commands[i];
    return NULL;
}

static char *
make_usage (void)
{
    GString *text = g_string_new (usage);
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        g_string_append_printf (text, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    g_string_append (text, usage_end);
    return g_string_free (text, FALSE);
}

/* What to say of a word that is no command: the nearest one, or all. */
static char *
make_hint (const char *word)
{
    const char *words[G_N_ELEMENTS (commands) + 2] = {0};
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        words[i] = commands[i]->name;
    words[G_N_ELEMENTS (commands)] = "help";
    g_autofree char *near = cli_did_you_mean (word, words);
    if (*near != '\0')
        return g_steal_pointer (&near);
    words[G_N_ELEMENTS (commands)] = NULL;
    g_autofree char *known = cli_join_words (words);
    return g_strconcat ("; expected ", known, NULL);
}

/* Says what is wrong with a first argument that is no command. */
static CliExit
refuse (const char *word)
{
    g_autofree char *quoted = cli_quote (word);
    g_autofree char *hint = NULL;
    if (word[0] == '-' && word[1] != '\0') {
        hint = cli_did_you_mean (word, global_options);
        cli_say ("unknown option %s before the command%s", quoted, hint);
        cli_say ("a command's options come after it: attrigraph COMMAND [OPTION]... FILE...");
    } else if (g_str_equal (word, "-") || g_file_test (word, G_FILE_TEST_EXISTS)) {
        cli_say ("%s is a file, and a command comes first; did you mean 'attrigraph draw %s'?",
                 quoted, word);
    } else {
        hint = make_hint (word);
        cli_say ("unknown command %s%s", quoted, hint);
    }
    cli_say ("try 'attrigraph --help'");
    return CLI_TROUBLE;
}

/* How the command line @words, the last of them half typed, may go on. */
static CliExit
complete (int n, char **words)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const CliCommand *command = n > 1 ? find_command (words[0]) : NULL;
    if (command != NULL) {
        g_autofree char **arguments = g_new0 (char *, (gsize)n + 2);
        arguments[0] = words[0];
        arguments[1] = (char[]){"--complete"};
        for (int i = 1; i < n; i++)
            arguments[i + 1] = words[i];
        return command->run (command, n + 1, arguments);
    }
    for (guint i = 0; n == 1 && i < G_N_ELEMENTS (commands); i++)
        cli_complete_append (text, words[0], commands[i]->name, commands[i]->summary);
    for (guint i = 0; n == 1 && words[0][0] == '-' && global_options[i] != NULL; i++)
        cli_complete_append (text, words[0], global_options[i], "");
    return cli_print (text->str);
}

int
main (int argc, char **argv)
{
    if (!fill_standard_streams ())
        return CLI_TROUBLE;
    cli_use_large_pages ();
    g_set_prgname ("attrigraph");

    g_autofree char *text = make_usage ();
    if (argc < 2) {
        fputs (text, stderr);
        return CLI_TROUBLE;
    }
    const char *word = argv[1];
    if (g_str_equal (word, "--version"))
        return cli_print ("attrigraph " ATTRIGRAPH_VERSION "\n");
    if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
        return cli_print (text);
    if (g_str_equal (word, "--complete"))
        return complete (argc - 2, argv + 2);
    if (g_str_equal (word, "help")) {
        if (argc < 3)
            return cli_print (text);
        const CliCommand *command = find_command (argv[2]);
        char *arguments[] = {argv[2], (char[]){"--help"}, NULL};
        return command != NULL ? command->run (command, 2, arguments) : refuse (argv[2]);
    }
    const CliCommand *command = find_command (word);
    return command != NULL ? command->run (command, argc - 1, argv + 1) : refuse (word);
}
