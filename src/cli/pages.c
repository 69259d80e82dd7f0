/* SPDX-License-Identifier: MIT
 *
 * In:  the whole graph, what was typed, and which views of the case are asked for.
 * Out: one picture, or a PDF with a page for each.
 *
 * A saved view is a set of options that the case keeps, with what we think of the picture. What is
 * typed wins over it.
 */
#include "cli/pages.h"

#include "cli/output.h"

#include <stddef.h>
#include <string.h>

/* One picture, ready to be drawn. @picture borrows what was typed. */
typedef struct {
    CliSelection selection;
    CliPicture picture;
    AttriGraph *view;
    AttriCensus *census;
} Page;

static void
page_free (gpointer data)
{
    Page *self = data;
    cli_selection_clear (&self->selection);
    g_clear_pointer (&self->view, attri_graph_unref);
    g_clear_pointer (&self->census, attri_census_free);
    g_free (self);
}

void
cli_pages_clear (CliPages *self)
{
    g_strfreev (self->saved);
    memset (self, 0, sizeof *self);
}

void
cli_pages_add_options (CliPages *self, CliOptions *options)
{
    const GOptionEntry entries[] = {
        {"saved", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->saved,
         "a view that the case saves, with what it judges; given\nagain, a PDF has a page for each",
         "ID"},
        {"pages", 0, 0, G_OPTION_ARG_NONE, &self->each_focus,
         "a PDF with a page for each --focus, instead of one\npicture around all of them", NULL},
        {0}};
    cli_options_add (options, "Briefing", entries);
}

static guint
count_pages (const CliPages *self, const CliSelection *selection)
{
    const guint saved = self->saved != NULL ? g_strv_length (self->saved) : 0;
    char **focus = selection->typed.focus;
    if (saved > 0)
        return saved;
    return self->each_focus && focus != NULL ? g_strv_length (focus) : 1;
}

gboolean
cli_pages_check (const CliPages *self, const CliSelection *selection, const CliPicture *picture,
                 CliPictureFormat format, GError **error)
{
    const guint n = count_pages (self, selection);
    for (guint i = 0; self->saved != NULL && self->saved[i] != NULL; i++) {
        if (!cli_parse_text ("saved", self->saved[i], error))
            return FALSE;
    }
    const char *problem = NULL;
    if (self->each_focus && self->saved != NULL)
        problem = "--pages is for --focus; each --saved has a page of its own";
    else if (self->each_focus && selection->typed.focus == NULL)
        problem = "--pages needs --focus, once for each page";
    else if ((self->each_focus || n > 1) && format != CLI_PICTURE_PDF)
        problem = "several pages need a PDF; name one with -o, or give -T pdf";
    else if (n > 1 && picture->typed.lock != NULL)
        problem = "--lock holds the places of one picture; draw pages without it";
    else if (n > ATTRI_DRAW_MOST_PAGES)
        problem = "a PDF has at most 64 pages";
    if (problem == NULL)
        return TRUE;
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, problem);
    return FALSE;
}

/* ---- what a saved view asks for ---- */

typedef enum {
    OPTION_TEXT,
    OPTION_LIST,
    OPTION_FLAG,
    OPTION_PICTURE, /* a text that the picture borrows */
} OptionKind;

/* An option of attri_view_option_list(), and where in a page it goes. */
typedef struct {
    const char *name;
    OptionKind kind;
    gsize place;
} PageOption;

static const PageOption *
find_option (const char *name)
{
    static const PageOption options[] = {
        {"as-of", OPTION_TEXT, offsetof (Page, selection.typed.as_of)},
        {"hops", OPTION_TEXT, offsetof (Page, selection.typed.hops)},
        {"identity", OPTION_TEXT, offsetof (Page, selection.typed.identity)},
        {"include-revoked", OPTION_FLAG, offsetof (Page, selection.wish.include_revoked)},
        {"known-on", OPTION_TEXT, offsetof (Page, selection.typed.known_on)},
        {"max-tlp", OPTION_TEXT, offsetof (Page, selection.typed.max_tlp)},
        {"min-confidence", OPTION_TEXT, offsetof (Page, selection.typed.min_confidence)},
        {"min-sources", OPTION_TEXT, offsetof (Page, selection.typed.min_sources)},
        {"page", OPTION_PICTURE, offsetof (Page, picture.typed.page)},
        {"relationship", OPTION_LIST, offsetof (Page, selection.typed.relationships)},
        {"source", OPTION_LIST, offsetof (Page, selection.typed.sources)},
        {"stated-only", OPTION_FLAG, offsetof (Page, selection.wish.stated_only)},
        {"theme", OPTION_PICTURE, offsetof (Page, picture.typed.theme)},
        {"type", OPTION_LIST, offsetof (Page, selection.typed.types)},
        {"view", OPTION_PICTURE, offsetof (Page, picture.typed.view)},
        {"without-source", OPTION_LIST, offsetof (Page, selection.typed.without_sources)},
    };
    for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
        if (g_str_equal (options[i].name, name))
            return &options[i];
    }
    g_return_val_if_reached (NULL);
}

/* Takes the value where nothing was typed. What the picture borrows of a saved view stays as long
 * as the whole graph does. */
static void
follow_option (Page *page, const AttriViewOption *saved)
{
    const PageOption *option = find_option (saved->name);
    if (option == NULL)
        return;
    gpointer place = G_STRUCT_MEMBER_P (page, option->place);
    char **text = place, ***list = place;
    switch (option->kind) {
    case OPTION_TEXT:
        if (*text == NULL)
            *text = g_strdup (saved->value);
        break;
    case OPTION_LIST:
        if (*list == NULL)
            *list = g_strsplit (saved->value, "\n", 1);
        break;
    case OPTION_FLAG:
        *(gboolean *)place = TRUE;
        break;
    case OPTION_PICTURE:
        if (*text == NULL)
            *text = (char *)saved->value;
        break;
    }
}

static char **
focus_of (const AttriGraph *whole, const AttriSavedView *saved)
{
    g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
    for (guint32 i = 0; i < saved->focus.count; i++) {
        guint32 row = attri_graph_get_index_at (whole, saved->focus.first + i);
        g_strv_builder_add (ids, attri_graph_get_entity (whole, row)->id);
    }
    return saved->focus.count > 0 ? g_strv_builder_end (ids) : NULL;
}

static void
follow_saved (Page *page, const AttriGraph *whole, const AttriSavedView *saved)
{
    char **title = &page->picture.typed.title, **subtitle = &page->picture.typed.subtitle;
    if (page->selection.typed.focus == NULL)
        page->selection.typed.focus = focus_of (whole, saved);
    if (*title == NULL)
        *title = (char *)saved->title;
    if (*subtitle == NULL)
        *subtitle = (char *)saved->subtitle;
    for (guint i = 0; i < saved->n_options; i++)
        follow_option (page, &saved->options[i]);
}

/* As typed, but for the focus. */
static void
copy_typed (CliSelection *copy, const CliSelection *typed, const char *focus)
{
    copy->typed.types = g_strdupv (typed->typed.types);
    copy->typed.relationships = g_strdupv (typed->typed.relationships);
    copy->typed.sources = g_strdupv (typed->typed.sources);
    copy->typed.without_sources = g_strdupv (typed->typed.without_sources);
    copy->typed.hops = g_strdup (typed->typed.hops);
    copy->typed.min_sources = g_strdup (typed->typed.min_sources);
    copy->typed.min_confidence = g_strdup (typed->typed.min_confidence);
    copy->typed.as_of = g_strdup (typed->typed.as_of);
    copy->typed.known_on = g_strdup (typed->typed.known_on);
    copy->typed.max_tlp = g_strdup (typed->typed.max_tlp);
    copy->typed.identity = g_strdup (typed->typed.identity);
    copy->wish.include_revoked = typed->wish.include_revoked;
    copy->wish.stated_only = typed->wish.stated_only;
    copy->again = typed->again;
    if (focus == NULL) {
        copy->typed.focus = g_strdupv (typed->typed.focus);
        return;
    }
    const char *const one[] = {focus, NULL};
    copy->typed.focus = g_strdupv ((char **)one);
}

static const AttriSavedView *
find_saved (const AttriGraph *whole, const char *id, GError **error)
{
    const AttriSavedView *saved = attri_graph_find_saved_view (whole, id);
    if (saved != NULL)
        return saved;
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    for (guint32 i = 0; i < attri_graph_get_n_saved_views (whole); i++)
        g_ptr_array_add (ids, (gpointer)attri_graph_get_saved_view (whole, i)->id);
    const guint n = ids->len;
    g_ptr_array_add (ids, NULL);
    g_autofree char *quoted = cli_quote (id);
    g_autofree char *hint = cli_did_you_mean (id, (const char *const *)ids->pdata);
    if (*hint != '\0')
        *strchr (hint, '?') = '\0';
    g_autofree char *known = g_strjoinv (", ", (char **)ids->pdata);
    g_autofree char *shown = cli_quote (known);
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "--saved: the files save no view %s%s%s",
                 quoted,
                 n == 0          ? "; 'views' of a document has them"
                 : *hint != '\0' ? hint
                                 : "; there are ",
                 n == 0          ? ""
                 : *hint != '\0' ? "?"
                                 : shown);
    return NULL;
}

/* A marking above what was asked for takes the view, too, with all that it judges. */
static gboolean
check_marking (const CliSelection *selection, const AttriSavedView *saved, GError **error)
{
    const AttriTlp most = selection->wish.max_tlp;
    if (most == ATTRI_TLP_UNMARKED ||
        (saved->tlp <= most && !(saved->tlp == ATTRI_TLP_UNMARKED && most == ATTRI_TLP_CLEAR)))
        return TRUE;
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, "it is %s%s; --max-tlp %s leaves it out",
                 saved->tlp == ATTRI_TLP_UNMARKED ? "not marked" : "marked ",
                 saved->tlp == ATTRI_TLP_UNMARKED ? "" : attri_tlp_to_string (saved->tlp),
                 attri_tlp_to_string (most));
    return FALSE;
}

/* ---- pages ---- */

static Page *
page_new (const CliSelection *typed, const CliPicture *picture, const AttriGraph *whole,
          const char *focus, const AttriSavedView *saved, const char *const *files, GError **error)
{
    Page *page = g_new0 (Page, 1);
    page->picture = *picture;
    copy_typed (&page->selection, typed, focus);
    if (saved != NULL)
        follow_saved (page, whole, saved);
    gboolean ok = cli_selection_read (&page->selection, error) &&
                  cli_picture_read (&page->picture, files, error);
    /* Their ids were cut out of the typed values when those were read. */
    page->selection.wish.marks = typed->wish.marks;
    page->selection.wish.n_marks = typed->wish.n_marks;
    page->picture.scene.saved = saved;
    if (ok && (saved == NULL || check_marking (&page->selection, saved, error)))
        page->view = cli_selection_view (&page->selection, whole, &page->census, error);
    page->picture.scene.census = page->census;
    page->picture.max_tlp = page->selection.wish.max_tlp;
    if (page->view != NULL)
        return page;
    if (saved != NULL && error != NULL && *error != NULL)
        g_prefix_error (error, "view '%s': ", saved->id);
    page_free (page);
    return NULL;
}

static GPtrArray *
make_pages (const CliPages *self, const CliSelection *selection, const CliPicture *picture,
            const AttriGraph *whole, const char *const *files, GError **error)
{
    g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (page_free);
    for (guint i = 0; i < count_pages (self, selection); i++) {
        const AttriSavedView *saved = NULL;
        if (self->saved != NULL && (saved = find_saved (whole, self->saved[i], error)) == NULL)
            return NULL;
        const char *focus = self->each_focus ? selection->typed.focus[i] : NULL;
        Page *page = page_new (selection, picture, whole, focus, saved, files, error);
        if (page == NULL)
            return NULL;
        g_ptr_array_add (pages, page);
    }
    return g_steal_pointer (&pages);
}

/* Dated as the latest of its pages. */
static gboolean
write_pages (const GPtrArray *pages, const char *path, GError **error)
{
    g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
    AttriDate latest = ATTRI_DATE_NONE;
    for (guint i = 0; i < pages->len; i++) {
        const Page *page = g_ptr_array_index (pages, i);
        const AttriDate date = attri_graph_get_latest_date (page->view);
        g_auto (CliDrawing) drawing = {0};
        if (!cli_picture_draw (&page->picture, page->view, CLI_PICTURE_SVG, &drawing, error))
            return FALSE;
        g_ptr_array_add (pictures, g_steal_pointer (&drawing.picture));
        if (!attri_date_is_set (latest) || attri_date_compare (date, latest) > 0)
            latest = date;
    }
    g_autoptr (GBytes) pdf =
        attri_draw_pdf ((GBytes *const *)pictures->pdata, pictures->len, latest, error);
    return pdf != NULL && cli_write (path, pdf, error);
}

AttriGraph *
cli_pages_draw (const CliPages *self, const CliSelection *selection, const CliPicture *picture,
                const AttriGraph *whole, const char *const *files, CliPictureFormat format,
                const char *path, GError **error)
{
    g_autoptr (GPtrArray) pages = make_pages (self, selection, picture, whole, files, error);
    if (pages == NULL)
        return NULL;
    const Page *last = g_ptr_array_index (pages, pages->len - 1);
    const gboolean done = pages->len > 1
                              ? write_pages (pages, path, error)
                              : cli_picture_write (&last->picture, last->view, format, path, error);
    return done ? attri_graph_ref (last->view) : NULL;
}
