/* SPDX-License-Identifier: MIT
 *
 * complete.c: a table of options and a half-typed command line go in; the words it
 * may go on with come out. The scripts in data/completions ask for them, so that no
 * shell has a list of its own.
 */
#include "cli/complete.h"

#include "cli/output.h"

#include <string.h>

/* A line as far as it is typed. */
typedef struct {
    const CliOptions *options;
    char **parameters;
    const char *begun;           /* of the last word what is completed: "a" of "--page=a" */
    const GOptionEntry *pending; /* whose value the last word is, or %NULL */
    gboolean ended;              /* by "--" */
    GPtrArray *used;             /* (element-type GOptionEntry) */
    GPtrArray *files;            /* (element-type utf8): words that are files */
    guint n_parameters;          /* that stand before the last word */
    GString *out;
} Line;

/* ---- what is typed already ---- */

static const GOptionEntry *
find_option (const CliOptions *options, const char *word)
{
    g_autoptr (GPtrArray) entries = cli_options_list (options);
    const gsize length = strcspn (word, "=");
    for (guint i = 0; i < entries->len; i++) {
        const GOptionEntry *entry = g_ptr_array_index (entries, i);
        if (g_str_has_prefix (word, "--")
                ? strlen (entry->long_name) == length - 2 &&
                      strncmp (entry->long_name, word + 2, length - 2) == 0
                : word[0] == '-' && entry->short_name != 0 && word[1] == entry->short_name)
            return entry;
    }
    return NULL;
}

static gboolean
takes_value (const GOptionEntry *entry)
{
    return entry != NULL && entry->arg != G_OPTION_ARG_NONE;
}

static void
note_file (Line *line, const char *word)
{
    if (g_file_test (word, G_FILE_TEST_EXISTS))
        g_ptr_array_add (line->files, (gpointer)word);
}

/* A word that is complete. */
static void
pass (Line *line, const char *word)
{
    if (line->pending != NULL) {
        if (g_strcmp0 (line->pending->arg_description, "FILE") == 0 &&
            g_str_equal (line->pending->long_name, "with"))
            note_file (line, word);
        line->pending = NULL;
    } else if (line->ended || word[0] != '-' || word[1] == '\0') {
        line->n_parameters++;
        note_file (line, word);
    } else if (g_str_equal (word, "--")) {
        line->ended = TRUE;
    } else {
        const GOptionEntry *entry = find_option (line->options, word);
        const gboolean whole = strchr (word, '=') == NULL && (word[1] == '-' || word[2] == '\0');
        if (entry != NULL)
            g_ptr_array_add (line->used, (gpointer)entry);
        line->pending = takes_value (entry) && whole ? entry : NULL;
    }
}

/* The last word may hold an option and the beginning of its value. */
static void
begin (Line *line, const char *word)
{
    const char *sign = strchr (word, '=');
    line->begun = word;
    if (line->pending != NULL || line->ended || !g_str_has_prefix (word, "--") || sign == NULL)
        return;
    line->pending = find_option (line->options, word);
    line->begun = sign + 1;
}

/* ---- how it may go on ---- */

static void
append_line (GString *text, const char *word, const char *meaning)
{
    g_string_append_printf (text, "%s%s%s\n", word, *meaning != '\0' ? "\t" : "", meaning);
}

void
cli_complete_append (GString *text, const char *begun, const char *word, const char *meaning)
{
    if (g_str_has_prefix (word, begun))
        append_line (text, word, meaning);
}

/* As cli_complete_append(), for a text that somebody else wrote: as it stands, or not at all,
 * since what is put in must be what is meant. */
static void
append_foreign (Line *line, const char *word, const char *meaning)
{
    g_autofree char *begun = g_utf8_casefold (line->begun, -1);
    g_autofree char *folded = g_utf8_casefold (word, -1);
    g_autofree char *safe = attri_text_for_terminal (word);
    g_autofree char *safe_meaning = attri_text_for_terminal (meaning);
    if (g_str_has_prefix (folded, begun) && g_str_equal (safe, word) && word[0] != ':')
        append_line (line->out, word, safe_meaning);
}

static void
offer_files (Line *line)
{
    g_string_append (line->out, ":files\n");
}

static void
offer_words (Line *line, const char *const *words)
{
    for (guint i = 0; words[i] != NULL; i++)
        cli_complete_append (line->out, line->begun, words[i], "");
}

/* What the files among the words hold; what is wrong with them is told another time. */
static AttriGraph *
load (const Line *line)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    for (guint i = 0; i < line->files->len; i++)
        g_ptr_array_add (paths, g_ptr_array_index (line->files, i));
    g_ptr_array_add (paths, NULL);
    attri_read_paths (builder, (const char *const *)paths->pdata, NULL, findings, NULL);
    return attri_graph_builder_end (g_steal_pointer (&builder), findings, NULL);
}

/* Names; while nothing is typed only those that questions are mostly about. */
static void
offer_names (Line *line)
{
    g_autoptr (AttriGraph) graph = line->files->len > 0 ? load (line) : NULL;
    for (guint32 i = 0; graph != NULL && i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        const AttriTypeInfo *type = attri_type_info (entity->type);
        if (line->begun[0] == '\0' && type->role != ATTRI_ROLE_ACTOR)
            continue;
        g_autofree char *meaning = g_strdup_printf ("%s, %s", entity->id, entity->type);
        append_foreign (line, entity->name, meaning);
    }
}

static void
offer_sources (Line *line)
{
    g_autoptr (AttriGraph) graph = line->files->len > 0 ? load (line) : NULL;
    for (guint32 i = 0; graph != NULL && i < attri_graph_get_n_sources (graph); i++) {
        const AttriSource *source = attri_graph_get_source (graph, i);
        append_foreign (line, source->id, source->title);
    }
}

/* By the word that the usage line has for it. */
static void
offer_kind (Line *line, const char *kind)
{
    static const char *const names[] = {"NAME", "A", "B", "FROM", "TO", NULL};
    static const char *const files[] = {"FILE", "FILE...", "OLD", "NEW", "FILE|none", "DIR", NULL};
    g_autofree const char **relations = attri_relation_list ();
    g_autofree const char **types = attri_type_list ();

    if (g_strv_contains (names, kind))
        offer_names (line);
    else if (g_strv_contains (files, kind))
        offer_files (line);
    else if (g_str_equal (kind, "ID"))
        offer_sources (line);
    else if (g_str_equal (kind, "RELATION") || g_str_equal (kind, "R,..."))
        offer_words (line, relations);
    else if (g_str_equal (kind, "TYPE") || g_str_equal (kind, "T,..."))
        offer_words (line, types);
    else if (g_ascii_islower (kind[0]))
        cli_complete_append (line->out, line->begun, kind, "");
}

static void
offer_value (Line *line)
{
    const GOptionEntry *entry = line->pending;
    const char *const *offer = cli_options_get_offer (line->options, entry->long_name);
    const char *comma = strrchr (line->begun, ',');
    if (entry->arg_description == NULL)
        return;
    if (comma != NULL && g_str_has_suffix (entry->arg_description, ",..."))
        line->begun = comma + 1;
    if (offer != NULL)
        offer_words (line, offer);
    else
        offer_kind (line, entry->arg_description);
}

static void
offer_options (Line *line)
{
    g_autoptr (GPtrArray) entries = cli_options_list (line->options);
    for (guint i = 0; i < entries->len; i++) {
        const GOptionEntry *entry = g_ptr_array_index (entries, i);
        const gboolean again = entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
        if (!again && g_ptr_array_find (line->used, entry, NULL))
            continue;
        g_autofree char *word = g_strconcat ("--", entry->long_name, NULL);
        g_autofree char *meaning = g_strdelimit (g_strdup (entry->description), "\n", ' ');
        cli_complete_append (line->out, line->begun, word, meaning);
    }
}

static void
offer (Line *line)
{
    const guint n = g_strv_length (line->parameters);
    if (line->pending != NULL)
        offer_value (line);
    else if (!line->ended && line->begun[0] == '-')
        offer_options (line);
    else if (line->n_parameters < n)
        offer_kind (line, line->parameters[line->n_parameters]);
    else if (n > 0 && g_str_has_suffix (line->parameters[n - 1], "..."))
        offer_files (line);
}

/* Each line of @out with @word's beginning, up to @begun, before it. */
static char *
restore (const char *out, const char *word, const char *begun)
{
    g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
        if (lines[i][0] != ':')
            g_string_append_len (text, word, begun - word);
        g_string_append_printf (text, "%s\n", lines[i]);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

CliExit
cli_complete (const CliOptions *options, const char *parameters, const char *const *words)
{
    const guint n = g_strv_length ((char **)words);
    const char *word = n > 0 ? words[n - 1] : "";
    g_auto (GStrv) expected = g_strsplit (parameters, " ", -1);
    g_autoptr (GPtrArray) used = g_ptr_array_new ();
    g_autoptr (GPtrArray) files = g_ptr_array_new ();
    g_autoptr (GString) out = g_string_new (NULL);
    Line line = {
        .options = options, .parameters = expected, .used = used, .files = files, .out = out};

    for (guint i = 0; i + 1 < n; i++)
        pass (&line, words[i]);
    begin (&line, word);
    if (g_utf8_validate (word, -1, NULL))
        offer (&line);
    g_autofree char *text = restore (out->str, word, line.begun);
    return cli_print (text);
}
