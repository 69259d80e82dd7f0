/* SPDX-License-Identifier: MIT
 *
 * attrigraph diff: what changed between two sets of files, two dates, a git
 * revision and now, or what one source says against another.
 */
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/remarked.h"
#include "cli/revision.h"
#include "cli/selection.h"

#include <string.h>

/* The first ones tell, the others draw, in the order of CliPictureFormat. */
static const char *const formats[] = {"text", "json", "md",  "svg", "png",
                                      "pdf",  "html", "txt", NULL};
#define FIRST_PICTURE 3

/* What was typed, and what it means. */
typedef struct {
    struct {
        char *path;
        char *format;
        char *since;
        char *context;
        char *old_as_of; /* the first dates of ranges */
        char *old_known_on;
    } typed;
    CliSelection selection;
    CliPicture picture;
    guint format;
    gboolean all;
    gboolean panes;
    guint64 context;
    AttriSelection before; /* the wish of the older side; that of the selection is the newer's */
    const char *sources[2][2]; /* of either side, where two are compared */
    gboolean across;           /* two sources */
    const char *files[2][2];   /* of either side */
    AttriGraph *whole[2];      /* all that either side holds */
    char **spared;             /* what a limit on markings does not drop on one side alone */
} Comparison;

static void
comparison_clear (Comparison *self)
{
    g_free (self->typed.path);
    g_free (self->typed.format);
    g_free (self->typed.since);
    g_free (self->typed.context);
    g_free (self->typed.old_as_of);
    g_free (self->typed.old_known_on);
    cli_selection_clear (&self->selection);
    cli_picture_clear (&self->picture);
    g_clear_pointer (&self->whole[0], attri_graph_unref);
    g_clear_pointer (&self->whole[1], attri_graph_unref);
    g_strfreev (self->spared);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static void
add_options (Comparison *self, CliOptions *options)
{
    const GOptionEntry output[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &self->typed.path,
         "write here; by default to standard output", "FILE"},
        {"to", 'T', 0, G_OPTION_ARG_FILENAME, &self->typed.format,
         "text, json, md, svg, png, pdf, html (a page to explore)\nor txt (the picture read "
         "aloud); by default FILE's\nextension, else text",
         "FORMAT"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &self->all, "list all, and what was only reworded", NULL},
        {0}};
    const GOptionEntry sides[] = {
        {"since", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.since,
         "compare FILE with what it was at this git revision", "REV"},
        {"context", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.context,
         "in a picture, only what is so many relations from a\nchange", "N"},
        {"panes", 0, 0, G_OPTION_ARG_NONE, &self->panes,
         "above the picture, draw both sides, with everything at\nthe same place", NULL},
        {0}};
    cli_options_add (options, "Output", output);
    cli_options_offer (options, "to", formats);
    cli_options_add (options, "What to compare", sides);
    cli_picture_add_options (&self->picture, options);
    cli_selection_add_options (&self->selection, options);
}

/* "D1..D2" becomes two texts, the second in @after. (transfer full) (nullable) */
static char *
split_range (char **typed)
{
    char *dots = *typed != NULL ? strstr (*typed, "..") : NULL;
    if (dots == NULL)
        return NULL;
    char *before = g_strndup (*typed, (gsize)(dots - *typed));
    char *after = g_strdup (dots + 2);
    g_free (*typed);
    *typed = after;
    return before;
}

static gboolean
refuse_files (guint n, GError **error)
{
    static const char *const problems[] = {
        "no FILE is given; expected OLD and NEW, each a file or a directory",
        "only one FILE is given; expected OLD and NEW, or with one: --since, two --source, or a "
        "range as --as-of 2021-07..2022-01",
    };
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "%s",
                 n < G_N_ELEMENTS (problems)
                     ? problems[n]
                     : "more than two FILEs are given; put each side into a directory of its own");
    return FALSE;
}

/* How many files there must be: both sides in one, or one each. */
static gboolean
check_files (const Comparison *self, guint n, GError **error)
{
    const gboolean range = self->typed.old_as_of != NULL || self->typed.old_known_on != NULL;
    const gboolean alone = range || self->typed.since != NULL;
    if (n == (alone || self->across ? 1 : 2))
        return TRUE;
    if (!alone || n != 2)
        return refuse_files (n, error);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "two FILEs and %s; expected one or the other",
                 range ? "a range of dates" : "--since");
    return FALSE;
}

/* A range that is none is told as one. */
static gboolean
check_date (const char *option, const char *text, GError **error)
{
    AttriDate date;
    if (text == NULL || attri_date_parse (text, &date))
        return TRUE;
    g_autofree char *quoted = cli_quote (text);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--%s: %s is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD, or two of them as "
                 "2021-07..2022-01",
                 option, quoted);
    return FALSE;
}

/* Finds out what is compared with what. */
static gboolean
choose_sides (Comparison *self, const char *const *files, GError **error)
{
    const guint n = g_strv_length ((char **)files);
    char **sources = self->selection.typed.sources;

    self->before = self->selection.wish;
    self->across = n == 1 && self->typed.since == NULL && self->typed.old_as_of == NULL &&
                   self->typed.old_known_on == NULL && sources != NULL &&
                   g_strv_length (sources) == 2;
    if (!check_files (self, n, error) ||
        !cli_parse_date ("as-of", self->typed.old_as_of, &self->before.as_of, error) ||
        !cli_parse_date ("known-on", self->typed.old_known_on, &self->before.known_on, error))
        return FALSE;
    if (self->across) {
        self->sources[0][0] = sources[0];
        self->sources[1][0] = sources[1];
        self->before.sources = self->sources[0];
        self->selection.wish.sources = self->sources[1];
    }
    self->files[0][0] = files[0];
    self->files[1][0] = files[n - 1];
    return TRUE;
}

static AttriSelection
get_wish (const Comparison *self, guint side)
{
    AttriSelection wish = side == 0 ? self->before : self->selection.wish;
    wish.spared = (const char *const *)self->spared;
    return wish;
}

/* Reads both sides; what the newer marks too high to be told of is marked so in the older. */
static gboolean
load_sides (Comparison *self, GError **error)
{
    const CliSelection *selection = &self->selection;
    for (guint i = 0; i < 2; i++) {
        self->whole[i] = cli_selection_load_all (selection, self->files[i], NULL, error);
        if (self->whole[i] == NULL)
            return FALSE;
    }
    cli_hide_remarked (selection, &self->whole[0], &self->whole[1], &self->spared);
    return TRUE;
}

/* What only the other side knows by that name is no mistake. */
static AttriGraph *
cut_side (const Comparison *self, guint side, gboolean tolerant, GError **error)
{
    AttriSelection wish = get_wish (self, side);
    wish.tolerant = tolerant;
    return cli_selection_cut (&self->selection, self->whole[side], &wish, FALSE, NULL, error);
}

/* Whether the side does not know what is asked for: what only other files know. Of one set of
 * files that is a mistake. */
static gboolean
is_unknown (const Comparison *self, const AttriGraph *graph, const GError *problem,
            gboolean mistake)
{
    const gboolean same_files = self->files[0][0] == self->files[1][0];
    return graph == NULL && same_files == mistake &&
           g_error_matches (problem, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_UNKNOWN);
}

/* A side in which nothing is left of the selection is empty, but not both. */
static gboolean
allow_empty (const Comparison *self, guint side, AttriGraph **graph, const AttriGraph *other,
             GError **problem)
{
    const AttriSelection wish = get_wish (self, side);
    if (*graph != NULL || other == NULL || (*problem)->domain != ATTRI_VIEW_ERROR ||
        is_unknown (self, *graph, *problem, TRUE) ||
        g_error_matches (*problem, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_AMBIGUOUS))
        return *graph != NULL;
    cli_say ("the %s side is empty: %s", side == 0 ? "older" : "newer", (*problem)->message);
    g_clear_error (problem);
    *graph = attri_view_select_nothing (self->whole[side], &wish);
    return TRUE;
}

static AttriDiff *
compare (const Comparison *self, GError **error)
{
    GError *problems[2] = {NULL, NULL};
    AttriGraph *sides[2];
    AttriDiff *diff = NULL;

    for (guint i = 0; i < 2; i++)
        sides[i] = cut_side (self, i, FALSE, &problems[i]);
    for (guint i = 0; i < 2; i++) {
        if (!is_unknown (self, sides[i], problems[i], FALSE) || sides[1 - i] == NULL)
            continue;
        g_clear_error (&problems[i]);
        sides[i] = cut_side (self, i, TRUE, &problems[i]);
    }
    if (allow_empty (self, 0, &sides[0], sides[1], &problems[0]) &&
        allow_empty (self, 1, &sides[1], sides[0], &problems[1]))
        diff = attri_diff_new (sides[0], sides[1], self->across);
    const guint bad = problems[0] != NULL ? 0 : 1;
    if (diff == NULL)
        g_propagate_error (error, g_steal_pointer (&problems[bad]));
    for (guint i = 0; i < 2; i++) {
        g_clear_error (&problems[i]);
        g_clear_pointer (&sides[i], attri_graph_unref);
    }
    return diff;
}

/* A side in the canonical form: all of it, unless a part was asked for. */
static char *
canonicalise (const Comparison *self, guint side, GError **error)
{
    const gboolean whole = cli_selection_is_whole (&self->selection) && !self->across &&
                           self->typed.old_as_of == NULL && self->typed.old_known_on == NULL;
    AttriSelection wish = get_wish (self, side);
    wish.tolerant = TRUE;
    g_autoptr (AttriGraph) graph =
        whole ? attri_graph_ref (self->whole[side])
              : cli_selection_cut (&self->selection, self->whole[side], &wish, TRUE, NULL, error);
    return graph != NULL ? attri_export_own (graph) : NULL;
}

/* What turns the older files into the newer. */
static char *
make_patch (const Comparison *self, GError **error)
{
    g_autofree char *before = canonicalise (self, 0, error);
    g_autofree char *after = before != NULL ? canonicalise (self, 1, error) : NULL;
    return after != NULL ? attri_diff_make_patch (before, after) : NULL;
}

static gboolean
write_text (const Comparison *self, const AttriDiff *diff, GError **error)
{
    g_autofree char *patch = NULL;
    if (self->format == ATTRI_TELL_JSON && (patch = make_patch (self, error)) == NULL)
        return FALSE;
    const AttriChangesOptions options = {
        .format = (AttriTellFormat)self->format,
        .all = self->all,
        .colour = cli_takes_colour (self->typed.path),
        .patch = patch,
        .sides = {self->sources[0][0], self->sources[1][0]},
    };
    g_autofree char *text = attri_tell_changes (diff, &options);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    return cli_write (self->typed.path, bytes, error);
}

static gboolean
write_picture (const Comparison *self, const AttriDiff *diff, GError **error)
{
    g_autoptr (AttriGraph) near =
        self->typed.context != NULL ? attri_diff_get_context (diff, (guint)self->context) : NULL;
    const AttriGraph *view = near != NULL ? near : attri_diff_get_graph (diff);
    g_autoptr (AttriGraph) before = self->panes ? attri_diff_get_side (diff, FALSE, near) : NULL;
    g_autoptr (AttriGraph) after = self->panes ? attri_diff_get_side (diff, TRUE, near) : NULL;
    CliPicture picture = self->picture;
    picture.before = before;
    picture.after = after;
    picture.max_tlp = self->selection.wish.max_tlp;
    return cli_picture_write (&picture, view, (CliPictureFormat)(self->format - FIRST_PICTURE),
                              self->typed.path, error);
}

/* What needs a picture, and a page that grows. */
static gboolean
check_panes (const Comparison *self, GError **error)
{
    const char *problem = NULL;
    if (self->panes && self->format < FIRST_PICTURE)
        problem = "--panes needs a picture: name one with -o, or say -T svg";
    else if (self->panes && self->picture.plan.page != ATTRI_PAGE_FIT)
        problem = "--panes needs a page as large as the picture; leave out --page";
    if (problem != NULL)
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, problem);
    return problem == NULL;
}

static gboolean
diff (Comparison *self, gboolean *same, GError **error)
{
    g_auto (CliRevision) revision = {0};
    if (self->typed.since != NULL) {
        if (!cli_revision_check_out (&revision, self->typed.since, self->files[0][0], error))
            return FALSE;
        self->files[0][0] = revision.path;
    }
    g_autoptr (AttriDiff) changes = load_sides (self, error) ? compare (self, error) : NULL;
    if (changes == NULL)
        return FALSE;
    *same = attri_diff_is_empty (changes);
    return self->format < FIRST_PICTURE ? write_text (self, changes, error)
                                        : write_picture (self, changes, error);
}

static gboolean
read_options (Comparison *self, const char *const *files, GError **error)
{
    self->typed.old_as_of = split_range (&self->selection.typed.as_of);
    self->typed.old_known_on = split_range (&self->selection.typed.known_on);
    return check_date ("as-of", self->selection.typed.as_of, error) &&
           check_date ("known-on", self->selection.typed.known_on, error) &&
           cli_choose_format (self->typed.format, self->typed.path, formats, &self->format,
                              error) &&
           cli_parse_text ("since", self->typed.since, error) &&
           cli_parse_count ("context", self->typed.context, 0, 99, &self->context, error) &&
           cli_picture_read (&self->picture, files, error) && check_panes (self, error) &&
           (self->format < FIRST_PICTURE ||
            cli_picture_check_output (&self->picture,
                                      (CliPictureFormat)(self->format - FIRST_PICTURE),
                                      self->typed.path, error)) &&
           cli_selection_read (&self->selection, error) && choose_sides (self, files, error) &&
           cli_check_output (self->typed.path, files, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (Comparison) self = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (&self, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) files = NULL;
    gboolean same = FALSE;
    if (!cli_options_parse (options, argc, argv, &files, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);
    if (!read_options (&self, (const char *const *)files, &error) || !diff (&self, &same, &error))
        return cli_fail (command, error);
    return same ? CLI_DONE : CLI_ERRORS;
}

const CliCommand cli_command_diff = {
    .name = "diff",
    .parameters = "OLD NEW",
    .summary = "tell or draw what changed",
    .description =
        "Tells which sources, groups, tools, names, claims and saved views were added,\n"
        "changed or went, each with who says so; or draws it. Records are matched by id and\n"
        "external id, never by name, and claims by who claims what. With one FILE: --since\n"
        "a git revision, a range as --as-of 2021-07..2022-01, or --source A --source B for\n"
        "what one source says and the other does not.\n"
        "Exit status: 0 the same, 1 different, 2 trouble.\n",
    .examples =
        "  attrigraph diff last-month this-month\n"
        "  attrigraph diff --since HEAD~1 data/tag-22 -T md\n"
        "  attrigraph diff --known-on 2021-07-31..2025-12-31 --focus TAG-22 data/tag-22 \\\n"
        "    -o changes.svg\n",
    .run = run,
};
