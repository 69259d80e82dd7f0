/* SPDX-License-Identifier: MIT
 *
 * attrigraph wiki: a folder of pages, each with what tell, draw and diff say of one group.
 */
#include "cli/remarked.h"
#include "cli/revision.h"
#include "cli/wiki.h"

#include <string.h>

#define DEFAULT_TOP 50
#define MOST_TOP    100000

static const char *const tables[] = {"gfm", "list", NULL};

/* What was typed, and what it means. */
typedef struct {
    struct {
        char *folder;
        char *link;
        char *index;
        char *title;
        char *tables;
        char *since;
        char *top;
        gboolean relayout;
    } typed;
    CliSelection selection;
    CliPicture picture;
    CliWiki wiki;
    gboolean prune;
    GArray *revisions; /* CliRevision */
} Typed;

static void
clear_revision (gpointer data)
{
    cli_revision_clear (data);
}

static void
typed_clear (Typed *self)
{
    g_free (self->typed.folder);
    g_free (self->typed.link);
    g_free (self->typed.index);
    g_free (self->typed.title);
    g_free (self->typed.tables);
    g_free (self->typed.since);
    g_free (self->typed.top);
    cli_selection_clear (&self->selection);
    cli_picture_clear (&self->picture);
    g_free ((char *)self->wiki.since);
    g_clear_pointer (&self->wiki.now, attri_graph_unref);
    g_clear_pointer (&self->wiki.past[0], attri_graph_unref);
    g_clear_pointer (&self->wiki.past[1], attri_graph_unref);
    g_strfreev (self->wiki.spared);
    g_clear_pointer (&self->revisions, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
add_options (Typed *self, CliOptions *options)
{
    const GOptionEntry output[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &self->typed.folder,
         "the directory for the pages; made if need be", "DIR"},
        {"link-template", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.link,
         "how a page is linked to, with {page} and {name}: an\naddress, or if it begins with [ "
         "the whole link, as\n'[[{page}|{name}]]'; by default {page}.md",
         "TEXT"},
        {"index", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.index,
         "the page that leads to the others; by default index", "NAME"},
        {"title", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.title,
         "what stands on top of it; by default Attribution", "TEXT"},
        {"tables", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.tables,
         "gfm (GitHub's extension, by default), or list for\nwikis that know only CommonMark",
         "HOW"},
        {"since", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.since,
         "tell what changed since this git revision", "REV"},
        {"top", 0, 0, G_OPTION_ARG_FILENAME, &self->typed.top,
         "how many groups have a page without --focus; by\ndefault 50, 0 for all", "N"},
        {"prune", 0, 0, G_OPTION_ARG_NONE, &self->prune,
         "remove pages of earlier runs that this one has not", NULL},
        {0}};
    const GOptionEntry picture[] = {
        {"theme", 0, 0, G_OPTION_ARG_FILENAME, &self->picture.typed.theme,
         "auto (light, and dark where the reader prefers it),\nlight, dark or print", "NAME"},
        {"relayout", 0, 0, G_OPTION_ARG_NONE, &self->typed.relayout,
         "give up where everything stood in the last run", NULL},
        {0}};
    cli_options_add (options, "Pages", output);
    cli_options_offer (options, "tables", tables);
    cli_options_add (options, "Picture", picture);
    cli_picture_offer_themes (options);
    self->selection.annotate = TRUE;
    cli_selection_add_options (&self->selection, options);
}

/* ---- the command line ---- */

static gboolean
check_folder (const char *path, GError **error)
{
    if (path == NULL || *path == '\0' || g_str_equal (path, "-")) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             "no directory for the pages; expected -o DIR");
        return FALSE;
    }
    if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_DIR))
        return TRUE;
    g_autofree char *quoted = cli_quote (path);
    g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED, "-o: %s is no directory", quoted);
    return FALSE;
}

/* An address must not end before its end, nor a line; a link of the wiki's own may have blanks. */
static gboolean
check_link (const char *link, GError **error)
{
    gboolean good = strstr (link, "{page}") != NULL || strstr (link, "{name}") != NULL;
    for (const char *p = link; *p != '\0'; p++)
        good &=
            (guchar)*p >= 0x20 && *p != 0x7f && (*link == '[' || strchr (" <>\\|\"`", *p) == NULL);
    if (good)
        return TRUE;
    g_autofree char *quoted = cli_quote (link);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--link-template: %s; expected an address with {page} in it, as {page}.md or "
                 "https://wiki.example/{page}, or the whole link as [[{page}|{name}]]",
                 quoted);
    return FALSE;
}

static gboolean
check_index (const char *index, GError **error)
{
    const gsize length = strspn (index, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_");
    if (length > 0 && index[length] == '\0' && length <= 64)
        return TRUE;
    g_autofree char *quoted = cli_quote (index);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 "--index: %s is not a name of letters, digits, - and _", quoted);
    return FALSE;
}

static gboolean
read_options (Typed *self, const char *const *files, GError **error)
{
    CliWiki *wiki = &self->wiki;
    guint64 top = DEFAULT_TOP;
    guint table = 0;
    if (!check_folder (self->typed.folder, error) ||
        !cli_parse_text ("link-template", self->typed.link, error) ||
        !cli_parse_text ("index", self->typed.index, error) ||
        !cli_parse_text ("title", self->typed.title, error) ||
        !cli_parse_text ("since", self->typed.since, error) ||
        !cli_parse_choice ("tables", self->typed.tables, tables, &table, error) ||
        !cli_parse_count ("top", self->typed.top, 0, MOST_TOP, &top, error) ||
        !cli_picture_read (&self->picture, files, error) ||
        !cli_selection_read (&self->selection, error))
        return FALSE;
    self->picture.typed.relayout = self->typed.relayout;
    wiki->selection = &self->selection;
    wiki->picture = &self->picture;
    wiki->link = self->typed.link != NULL ? self->typed.link : "{page}.md";
    wiki->title = self->typed.title != NULL ? self->typed.title : "Attribution";
    wiki->top = (guint)top;
    wiki->lists = table == 1;
    return check_link (wiki->link, error) &&
           (self->typed.index == NULL || check_index (self->typed.index, error));
}

/* ---- as it was ---- */

/* The files as they were; those that git does not have are what they are now. */
static char **
check_out (Typed *self, const char *const *files, GError **error)
{
    g_autoptr (GPtrArray) then = g_ptr_array_new_with_free_func (g_free);
    const char *tracked = NULL;
    self->revisions = g_array_new (FALSE, TRUE, sizeof (CliRevision));
    g_array_set_clear_func (self->revisions, clear_revision);
    for (guint i = 0; files[i] != NULL; i++) {
        if (!cli_revision_is_tracked (files[i])) {
            g_autofree char *quoted = cli_quote (files[i]);
            cli_say ("--since: git does not have %s, so nothing changed in it", quoted);
            g_ptr_array_add (then, g_strdup (files[i]));
            continue;
        }
        tracked = files[i];
        g_array_set_size (self->revisions, self->revisions->len + 1);
        CliRevision *revision =
            &g_array_index (self->revisions, CliRevision, self->revisions->len - 1);
        if (!cli_revision_check_out (revision, self->typed.since, files[i], error))
            return NULL;
        g_ptr_array_add (then, g_strdup (revision->path));
    }
    if (tracked == NULL) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_REFUSED,
                             "--since: git has none of the files");
        return NULL;
    }
    self->wiki.since = cli_revision_describe (self->typed.since, tracked, error);
    g_ptr_array_add (then, NULL);
    return self->wiki.since != NULL ? (char **)g_ptr_array_free (g_steal_pointer (&then), FALSE)
                                    : NULL;
}

/* What we know of tools from elsewhere is no change of the files, so it stays out. */
static gboolean
load_past (Typed *self, const char *const *files, GError **error)
{
    if (self->typed.since == NULL)
        return TRUE;
    CliSelection bare = self->selection;
    bare.annotate = FALSE;
    bare.again = TRUE;
    g_autoptr (AttriFindings) said = attri_findings_new (1);
    g_auto (GStrv) then = check_out (self, files, error);
    if (then == NULL)
        return FALSE;
    self->wiki.past[0] = cli_selection_load_all (&bare, (const char *const *)then, NULL, error);
    if (self->wiki.past[0] == NULL)
        return FALSE;
    self->wiki.past[1] = cli_selection_load_all (&bare, files, said, error);
    if (self->wiki.past[1] == NULL)
        return FALSE;
    cli_hide_remarked (&bare, &self->wiki.past[0], &self->wiki.past[1], &self->wiki.spared);
    return TRUE;
}

static gboolean
wiki (Typed *self, const char *const *files, GError **error)
{
    const char *index = self->typed.index != NULL ? self->typed.index : "index";
    g_auto (CliFolder) folder;
    cli_folder_init (&folder, self->typed.folder, index);
    self->wiki.now = cli_selection_load_all (&self->selection, files, NULL, error);
    return self->wiki.now != NULL && load_past (self, files, error) &&
           cli_wiki_make (&self->wiki, &folder, error) && cli_folder_save (&folder, error) &&
           cli_folder_prune (&folder, self->prune, error);
}

static CliExit
run (const CliCommand *command, int argc, char **argv)
{
    g_auto (Typed) self = {0};
    g_autoptr (CliOptions) options = cli_options_new (command);
    add_options (&self, options);

    g_autoptr (GError) error = NULL;
    g_auto (GStrv) files = NULL;
    if (!cli_options_parse (options, argc, argv, &files, &error))
        return cli_fail (command, error);
    if (cli_options_wants_help (options))
        return cli_options_print_help (options);
    if (!read_options (&self, (const char *const *)files, &error) ||
        !wiki (&self, (const char *const *)files, &error))
        return cli_fail (command, error);
    return CLI_DONE;
}

const CliCommand cli_command_wiki = {
    .name = "wiki",
    .parameters = "FILE...",
    .summary = "write a page for each group, with pictures",
    .description =
        "Writes one page of Markdown for each focus, or without --focus for each group and\n"
        "campaign of which something is claimed: its picture, every claim with its sources,\n"
        "who shares its tooling, what was said of who it is, and what changed --since a git\n"
        "revision; and an index. A lock file beside each picture keeps it as it was. Pages\n"
        "that this command did not write are never replaced or removed.\n",
    .examples =
        "  attrigraph wiki -o wiki data/tag-22\n"
        "  attrigraph wiki -o wiki --focus TAG-22 --focus 'Earth Lusca' data/tag-22\n"
        "  attrigraph wiki -o wiki --since HEAD~1 --link-template '[[{page}|{name}]]' case\n",
    .run = run,
};
