/* SPDX-License-Identifier: MIT
 *
 * In:  the words after a command.
 * Out: option values as the bytes that were typed, and checked readings of them.
 *
 * String options are all of GOption's FILENAME kind: its STRING converts from
 * the locale, and nothing here may depend on that.
 */
#include "cli/options.h"

#include "cli/complete.h"
#include "cli/output.h"

#include <string.h>

typedef struct {
    const char *heading;
    GArray *entries; /* (element-type GOptionEntry) */
} Group;

typedef struct {
    const char *option;
    const char *const *words;
} Offer;

struct _CliOptions {
    const CliCommand *command;
    GPtrArray *groups; /* (element-type Group) */
    GArray *offers;    /* (element-type Offer) */
    gboolean help;
    char **half_typed; /* (nullable): the words to complete */
};

/* Where the descriptions begin. */
#define HELP_COLUMN 28

static void
group_free (gpointer data)
{
    Group *group = data;
    g_array_unref (group->entries);
    g_free (group);
}

CliOptions *
cli_options_new (const CliCommand *command)
{
    CliOptions *self = g_new0 (CliOptions, 1);
    self->command = command;
    self->groups = g_ptr_array_new_with_free_func (group_free);
    self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
    return self;
}

void
cli_options_free (CliOptions *self)
{
    g_ptr_array_unref (self->groups);
    g_array_unref (self->offers);
    g_strfreev (self->half_typed);
    g_free (self);
}

void
cli_options_add (CliOptions *self, const char *heading, const GOptionEntry *entries)
{
    Group *group = g_new0 (Group, 1);
    group->heading = heading;
    group->entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
    for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
        g_array_append_val (group->entries, *entry);
    g_ptr_array_add (self->groups, group);
}

void
cli_options_offer (CliOptions *self, const char *option, const char *const *words)
{
    const Offer offer = {option, words};
    g_array_append_val (self->offers, offer);
}

const char *const *
cli_options_get_offer (const CliOptions *self, const char *option)
{
    for (guint i = 0; i < self->offers->len; i++) {
        const Offer *offer = &g_array_index (self->offers, Offer, i);
        if (g_str_equal (offer->option, option))
            return offer->words;
    }
    return NULL;
}

GPtrArray *
cli_options_list (const CliOptions *self)
{
    GPtrArray *entries = g_ptr_array_new ();
    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = g_ptr_array_index (self->groups, i);
        for (guint j = 0; j < group->entries->len; j++)
            g_ptr_array_add (entries, &g_array_index (group->entries, GOptionEntry, j));
    }
    return entries;
}

/* The option GOption complains of stands at the first dash of its message. */
static char *
suggest_option (const CliOptions *self, const char *message)
{
    const char *typed = strstr (message, " -");
    if (typed == NULL)
        return g_strdup ("");
    g_autoptr (GPtrArray) entries = cli_options_list (self);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < entries->len; i++) {
        const GOptionEntry *entry = g_ptr_array_index (entries, i);
        g_ptr_array_add (names, g_strconcat ("--", entry->long_name, NULL));
    }
    g_ptr_array_add (names, NULL);
    g_autofree char *word = g_strndup (typed + 1, strcspn (typed + 1, "="));
    return cli_did_you_mean (word, (const char *const *)names->pdata);
}

/* GOption's message, in our form and with a suggestion. */
static void
set_usage_error (const CliOptions *self, const GError *cause, GError **error)
{
    if (g_error_matches (cause, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)) {
        const char *option = strstr (cause->message, " -");
        g_autofree char *hint = suggest_option (self, cause->message);
        g_autofree char *quoted = cli_quote (option != NULL ? option + 1 : cause->message);
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "unknown option %s%s", quoted, hint);
        return;
    }
    const char *option = strstr (cause->message, " -");
    if (option != NULL && g_str_has_prefix (cause->message, "Missing argument for"))
        g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "%s needs a value", option + 1);
    else
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, cause->message);
}

static const GOptionEntry *
find_short (const CliOptions *self, char letter)
{
    g_autoptr (GPtrArray) entries = cli_options_list (self);
    for (guint i = 0; i < entries->len; i++) {
        const GOptionEntry *entry = g_ptr_array_index (entries, i);
        if (letter != 0 && entry->short_name == letter)
            return entry;
    }
    return NULL;
}

/*
 * A copy of @argv with `-Tsvg` cut into `-T` and `svg`, which GOption leaves
 * undone. A word that follows `-T` or `-o` is their value and stays whole.
 */
static char **
split_short_options (const CliOptions *self, int argc, char **argv)
{
    g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
    gboolean options = TRUE, value = FALSE;
    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        const GOptionEntry *entry = word[0] == '-' ? find_short (self, word[1]) : NULL;
        options = options && !g_str_equal (word, "--");
        gboolean takes_value = entry != NULL && entry->arg != G_OPTION_ARG_NONE;
        if (options && !value && takes_value && word[2] != '\0') {
            char option[] = {'-', entry->short_name, '\0'};
            g_strv_builder_add_many (words, option, word + 2, NULL);
        } else {
            g_strv_builder_add (words, word);
            value = !value && takes_value && word[2] == '\0';
        }
    }
    return g_strv_builder_end (words);
}

gboolean
cli_options_parse (CliOptions *self, int argc, char **argv, char ***arguments, GError **error)
{
    const GOptionEntry help[] = {{"help", 'h', 0, G_OPTION_ARG_NONE, &self->help,
                                  "print this and exit", NULL},
                                 {0}};
    cli_options_add (self, "Help", help);
    if (argc > 1 && g_str_equal (argv[1], "--complete")) {
        self->half_typed = g_strdupv (argv + 2);
        *arguments = g_new0 (char *, 1);
        return TRUE;
    }

    g_auto (GStrv) rest = NULL;
    const GOptionEntry remaining[] = {{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest,
                                       NULL, NULL},
                                      {0}};
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_set_help_enabled (context, FALSE);
    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = g_ptr_array_index (self->groups, i);
        GOptionEntry end = {0};
        g_array_append_val (group->entries, end);
        g_option_context_add_main_entries (context, (const GOptionEntry *)group->entries->data,
                                           NULL);
        g_array_set_size (group->entries, group->entries->len - 1);
    }
    g_option_context_add_main_entries (context, remaining, NULL);

    g_auto (GStrv) words = split_short_options (self, argc, argv);
    g_autoptr (GError) cause = NULL;
    if (!g_option_context_parse_strv (context, &words, &cause)) {
        set_usage_error (self, cause, error);
        return FALSE;
    }
    *arguments = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
    return TRUE;
}

gboolean
cli_options_wants_help (const CliOptions *self)
{
    return self->help || self->half_typed != NULL;
}

static void
append_entry (GString *text, const GOptionEntry *entry)
{
    gsize start = text->len;
    if (entry->short_name != 0)
        g_string_append_printf (text, "  -%c, --%s", entry->short_name, entry->long_name);
    else
        g_string_append_printf (text, "      --%s", entry->long_name);
    if (entry->arg_description != NULL)
        g_string_append_printf (text, " %s", entry->arg_description);

    /* A description's own line breaks are indented to its column. */
    g_auto (GStrv) lines = g_strsplit (entry->description, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        gsize width = text->len - start;
        if (i > 0 || width + 2 > HELP_COLUMN) {
            g_string_append_c (text, '\n');
            width = 0;
        }
        g_string_append_printf (text, "%*s%s", (int)(HELP_COLUMN - width), "", lines[i]);
    }
    g_string_append_c (text, '\n');
}

CliExit
cli_options_print_help (const CliOptions *self)
{
    const CliCommand *command = self->command;
    if (self->half_typed != NULL)
        return cli_complete (self, command->parameters, (const char *const *)self->half_typed);
    g_autoptr (GString) text = g_string_new (NULL);
    g_string_append_printf (text, "Usage: attrigraph %s [OPTION]... %s\n\n%s", command->name,
                            command->parameters, command->description);
    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = g_ptr_array_index (self->groups, i);
        g_string_append_printf (text, "\n%s:\n", group->heading);
        for (guint j = 0; j < group->entries->len; j++)
            append_entry (text, &g_array_index (group->entries, GOptionEntry, j));
    }
    g_string_append_printf (text, "\nExamples:\n%s", command->examples);
    return cli_print (text->str);
}

static gboolean
refuse_value (const char *option, const char *text, const char *expected, GError **error)
{
    g_autofree char *quoted = cli_quote (text);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "--%s: %s is not %s", option, quoted, expected);
    return FALSE;
}

gboolean
cli_parse_text (const char *option, const char *text, GError **error)
{
    if (text != NULL && !g_utf8_validate (text, -1, NULL))
        return refuse_value (option, text, "valid UTF-8", error);
    return TRUE;
}

gboolean
cli_parse_count (const char *option, const char *text, guint64 least, guint64 most, guint64 *count,
                 GError **error)
{
    if (text == NULL || g_ascii_string_to_unsigned (text, 10, least, most, count, NULL))
        return TRUE;
    g_autofree char *expected =
        g_strdup_printf ("a whole number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT, least,
                         most);
    return refuse_value (option, text, expected, error);
}

gboolean
cli_parse_size (const char *option, const char *text, guint64 *size, GError **error)
{
    if (text == NULL)
        return TRUE;
    const char *units = "KMG";
    gsize length = strlen (text);
    const char *unit = length > 0 ? strchr (units, text[length - 1]) : NULL;
    guint shift = unit != NULL ? 10 * (guint)(unit - units + 1) : 0;
    g_autofree char *digits = g_strndup (text, unit != NULL ? length - 1 : length);
    guint64 number;
    if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT64 >> shift, &number, NULL))
        return refuse_value (option, text, "a size: a whole number, with K, M or G after it",
                             error);
    *size = number << shift;
    return TRUE;
}

gboolean
cli_parse_date (const char *option, const char *text, AttriDate *date, GError **error)
{
    if (text == NULL || attri_date_parse (text, date))
        return TRUE;
    return refuse_value (option, text, "a date: expected YYYY, YYYY-MM or YYYY-MM-DD", error);
}

gboolean
cli_parse_choice (const char *option, const char *text, const char *const *words, guint *choice,
                  GError **error)
{
    if (text == NULL)
        return TRUE;
    for (guint i = 0; words[i] != NULL; i++)
        if (g_str_equal (words[i], text)) {
            *choice = i;
            return TRUE;
        }
    g_autofree char *quoted = cli_quote (text);
    g_autofree char *hint = cli_did_you_mean (text, words);
    g_autofree char *known = cli_join_words (words);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "--%s: unknown value %s%s expected %s", option,
                 quoted, *hint != '\0' ? hint : ";", known);
    return FALSE;
}

gboolean
cli_parse_list (const char *option, char **texts, char ***list, GError **error)
{
    if (texts == NULL)
        return TRUE;
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; texts[i] != NULL; i++) {
        if (!cli_parse_text (option, texts[i], error))
            return FALSE;
        g_auto (GStrv) parts = g_strsplit (texts[i], ",", -1);
        for (guint j = 0; parts[j] != NULL; j++) {
            g_strstrip (parts[j]);
            if (*parts[j] != '\0')
                g_ptr_array_add (items, g_strdup (parts[j]));
        }
    }
    if (items->len == 0)
        return refuse_value (option, texts[0], "a list of words with commas between", error);
    g_ptr_array_add (items, NULL);
    *list = (char **)g_ptr_array_steal (items, NULL);
    return TRUE;
}
