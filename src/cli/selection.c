/* SPDX-License-Identifier: MIT
 *
 * In:  the selection options as typed.
 * Out: what they mean, checked; load.c does what they say.
 */
#include "cli/selection.h"

#include <string.h>

#define DEFAULT_HOPS 2
#define MOST_HOPS    99
/* More counts as this, see AttriReadLimits. */
#define DEEPEST_NESTING 1000

static const char *const tlp_levels[] = {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED", NULL};
static const char *const identity_views[] = {"strict", "union", "source:ID", NULL};

void
cli_selection_clear (CliSelection *self)
{
    g_strfreev (self->typed.focus);
    g_strfreev (self->typed.types);
    g_strfreev (self->typed.relationships);
    g_strfreev (self->typed.sources);
    g_strfreev (self->typed.without_sources);
    g_free (self->typed.hops);
    g_free (self->typed.min_sources);
    g_free (self->typed.min_confidence);
    g_free (self->typed.as_of);
    g_free (self->typed.known_on);
    g_free (self->typed.max_tlp);
    g_strfreev (self->typed.marks);
    g_free (self->typed.identity);
    g_free (self->typed.file_size);
    g_free (self->typed.values);
    g_free (self->typed.depth);
    g_free (self->typed.string_size);
    g_free (self->typed.availability);
    g_strfreev (self->types);
    g_strfreev (self->relationships);
    g_clear_pointer (&self->marks, g_array_unref);
    memset (self, 0, sizeof *self);
}

static void
add_what (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"focus", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.focus,
         "centre on this entity: id, external id, name or alias;\nmay be given again", "NAME"},
        {"hops", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.hops,
         "how far from the focus, 0 to 99; by default 2", "N"},
        {"type", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.types,
         "only entities of these types", "T,..."},
        {"relationship", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.relationships,
         "only relationships of these types", "R,..."},
        {"identity", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.identity,
         "who is one: strict (nobody is folded), union (whom\nanybody equates and nobody tells "
         "apart) or source:ID\n(whom this source equates)",
         "VIEW"},
        {"include-revoked", 0, 0, G_OPTION_ARG_NONE, &self->wish.include_revoked,
         "also what its publisher revoked or deprecated", NULL},
        {0}};
    cli_options_add (options, "What to look at", entries);
    cli_options_offer (options, "identity", identity_views);
}

static void
add_whom (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.sources,
         "only claims made or carried by this source; may be\ngiven again", "ID"},
        {"without-source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.without_sources,
         "no claim made or carried by this source; may be given\nagain", "ID"},
        {"min-sources", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.min_sources,
         "only what so many independent publishers say", "N"},
        {"min-confidence", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.min_confidence,
         "0 to 100, or a word as low, moderate, high, likely;\nclaims that state none stay",
         "N|WORD"},
        {"stated-only", 0, 0, G_OPTION_ARG_NONE, &self->wish.stated_only,
         "with --min-confidence: no claims that state none", NULL},
        {"as-of", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.as_of,
         "only what had been published by then", "DATE"},
        {"known-on", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.known_on,
         "only what our files held by then", "DATE"},
        {"max-tlp", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.max_tlp,
         "nothing marked above CLEAR, GREEN, AMBER,\nAMBER+STRICT or RED; at CLEAR nothing "
         "unmarked "
         "either",
         "LEVEL"},
        {"mark", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->typed.marks,
         "mark what this source says, where it is unmarked or\nmarked lower; may be given again",
         "ID=LEVEL"},
        {0}};
    cli_options_add (options, "Whom to believe, and when", entries);
    cli_options_offer (options, "max-tlp", tlp_levels);
}

static void
add_availability (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {{"availability", 0, 0, G_OPTION_ARG_FILENAME,
                                     &self->typed.availability,
                                     "how easily tools are had, where the files do not\nsay; by "
                                     "default a list of ours, or none",
                                     "FILE|none"},
                                    {0}};
    cli_options_add (options, "Tools", entries);
}

void
cli_selection_add_reading_options (CliSelection *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"strict", 0, 0, G_OPTION_ARG_NONE, &self->strict,
         "what is doubtful in the files, or was not taken\nas it came, is as good as an error",
         NULL},
        {"max-file-size", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.file_size,
         "the largest file; by default 512M", "SIZE"},
        {"max-values", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.values,
         "the most JSON values in a file; by default 50000000", "N"},
        {"max-depth", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.depth,
         "the deepest nesting, 1 to 1000; by default 64", "N"},
        {"max-string", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.string_size,
         "the longest text; by default 64K", "SIZE"},
        {0}};
    cli_options_add (options, "Reading", entries);
}

void
cli_selection_add_options (CliSelection *self, CliOptions *options)
{
    self->chooses = TRUE;
    add_what (self, options);
    add_whom (self, options);
    if (self->annotate)
        add_availability (self, options);
    cli_selection_add_reading_options (self, options);
}

/* A number, or a word of one of STIX's scales (STIX 2.1, appendix A). */
static gboolean
read_confidence (const char *text, guint *confidence, GError **error)
{
    if (text == NULL || attri_confidence_parse (text, confidence))
        return TRUE;
    guint64 number;
    if (g_ascii_string_to_unsigned (text, 10, 0, 100, &number, NULL)) {
        *confidence = (guint)number;
        return TRUE;
    }
    g_autofree char *quoted = cli_quote (text);
    g_autofree const char **words = attri_confidence_list ();
    g_autofree char *hint = cli_did_you_mean (text, words);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--min-confidence: unknown value %s%s expected a whole number from 0 to 100, or a "
                 "word as low, moderate, high, likely",
                 quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

static gboolean
read_tlp (const char *option, const char *text, AttriTlp *tlp, GError **error)
{
    if (text == NULL || attri_tlp_parse (text, tlp))
        return TRUE;
    g_autofree char *quoted = cli_quote (text);
    g_autofree char *upper = g_ascii_strup (text, -1);
    g_autofree char *hint = cli_did_you_mean (upper, tlp_levels);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--%s: unknown level %s%s expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED",
                 option, quoted, *hint != '\0' ? hint : ";");
    return FALSE;
}

/* Cuts each value in two where it stands: an id may hold a '=', a level does not. */
static gboolean
read_marks (CliSelection *self, GError **error)
{
    self->marks = g_array_new (FALSE, FALSE, sizeof (AttriMark));
    for (guint i = 0; self->typed.marks != NULL && self->typed.marks[i] != NULL; i++) {
        char *text = self->typed.marks[i];
        char *sign = strrchr (text, '=');
        if (!cli_parse_text ("mark", text, error))
            return FALSE;
        if (sign == NULL || sign == text) {
            g_autofree char *quoted = cli_quote (text);
            g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                         "--mark: %s is not ID=LEVEL; expected a source and its marking, as "
                         "voi-2021=CLEAR",
                         quoted);
            return FALSE;
        }
        *sign = '\0';
        AttriMark mark = {text, ATTRI_TLP_UNMARKED};
        if (!read_tlp ("mark", sign + 1, &mark.tlp, error))
            return FALSE;
        g_array_append_val (self->marks, mark);
    }
    self->wish.marks = (const AttriMark *)(gpointer)self->marks->data;
    self->wish.n_marks = self->marks->len;
    return TRUE;
}

static gboolean
read_identity (const char *text, AttriSelection *wish, GError **error)
{
    static const char prefix[] = "source:";

    if (text == NULL || g_str_equal (text, "strict"))
        return TRUE;
    if (!cli_parse_text ("identity", text, error))
        return FALSE;
    wish->identity = ATTRI_IDENTITY_UNION;
    if (g_str_equal (text, "union"))
        return TRUE;
    if (g_str_has_prefix (text, prefix) && text[strlen (prefix)] != '\0') {
        wish->identity = ATTRI_IDENTITY_SOURCE;
        wish->identity_source = text + strlen (prefix);
        return TRUE;
    }
    g_autofree char *quoted = cli_quote (text);
    g_autofree char *hint = cli_did_you_mean (text, identity_views);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--identity: there is no view %s%s expected strict, union or source:ID", quoted,
                 *hint != '\0' ? hint : ";");
    return FALSE;
}

static gboolean
read_limits (CliSelection *self, GError **error)
{
    guint64 depth;
    self->limits = attri_read_limits_default ();
    depth = self->limits.depth;
    if (!cli_parse_size ("max-file-size", self->typed.file_size, &self->limits.file_bytes, error) ||
        !cli_parse_count ("max-values", self->typed.values, 1, G_MAXINT64, &self->limits.values,
                          error) ||
        !cli_parse_count ("max-depth", self->typed.depth, 1, DEEPEST_NESTING, &depth, error) ||
        !cli_parse_size ("max-string", self->typed.string_size, &self->limits.string_bytes, error))
        return FALSE;
    self->limits.depth = (guint)depth;
    return TRUE;
}

static gboolean
check_texts (const char *option, char **texts, GError **error)
{
    for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
        if (!cli_parse_text (option, texts[i], error))
            return FALSE;
    return TRUE;
}

gboolean
cli_selection_read (CliSelection *self, GError **error)
{
    AttriSelection *wish = &self->wish;
    guint64 hops = DEFAULT_HOPS;
    guint64 sources = 0;

    if (!check_texts ("focus", self->typed.focus, error) ||
        !check_texts ("source", self->typed.sources, error) ||
        !check_texts ("without-source", self->typed.without_sources, error) ||
        !cli_parse_list ("type", self->typed.types, &self->types, error) ||
        !cli_parse_list ("relationship", self->typed.relationships, &self->relationships, error) ||
        !cli_parse_count ("hops", self->typed.hops, 0, MOST_HOPS, &hops, error) ||
        !cli_parse_count ("min-sources", self->typed.min_sources, 0, G_MAXINT32, &sources, error) ||
        !read_confidence (self->typed.min_confidence, &wish->min_confidence, error) ||
        !cli_parse_date ("as-of", self->typed.as_of, &wish->as_of, error) ||
        !cli_parse_date ("known-on", self->typed.known_on, &wish->known_on, error) ||
        !read_tlp ("max-tlp", self->typed.max_tlp, &wish->max_tlp, error) ||
        !read_marks (self, error) || !read_identity (self->typed.identity, wish, error) ||
        !read_limits (self, error))
        return FALSE;

    wish->focus = (const char *const *)self->typed.focus;
    wish->types = (const char *const *)self->types;
    wish->relationships = (const char *const *)self->relationships;
    wish->sources = (const char *const *)self->typed.sources;
    wish->without_sources = (const char *const *)self->typed.without_sources;
    wish->several = TRUE;
    wish->hops = (guint)hops;
    wish->min_sources = (guint)sources;
    return TRUE;
}
