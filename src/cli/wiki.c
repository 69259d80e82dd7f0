/* SPDX-License-Identifier: MIT
 *
 * In:  the graph of all files, now and perhaps as it was.
 * Out: pages, pictures and lock files, finished and not yet written.
 */
#include "cli/wiki.h"
#include "cli/page-name.h"

#include <string.h>

#define MOST_CHANGES 40 /* lines of a section */
#define MOST_SHARERS 10 /* groups that share tooling */
#define CHANGES_HOPS 1  /* around what changed, in the picture of it */

/* Who has a page. */
typedef struct {
    guint32 entity; /* in the view */
    guint claims;
    char *name;
} Subject;

/* The pages while they are made. */
typedef struct {
    const CliWiki *wiki;
    CliFolder *folder;
    CliPageNames *names;
    AttriGraph *view; /* all that may be told */
    AttriCensus *census;
    AttriDiff *diff;  /* or NULL */
    GArray *subjects; /* Subject */
    GPtrArray *links; /* by entity of the view: Markdown, or NULL */
    guint left_out;   /* groups without a page */
} Maker;

static void
clear_subject (gpointer data)
{
    g_free (((Subject *)data)->name);
}

static void
maker_clear (Maker *self)
{
    g_clear_pointer (&self->names, cli_page_names_free);
    g_clear_pointer (&self->view, attri_graph_unref);
    g_clear_pointer (&self->census, attri_census_free);
    g_clear_pointer (&self->diff, attri_diff_unref);
    g_clear_pointer (&self->subjects, g_array_unref);
    g_clear_pointer (&self->links, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static Subject *
get_subject (const Maker *self, guint index)
{
    return &g_array_index (self->subjects, Subject, index);
}

/* ---- who has a page ---- */

static guint
count_claims (const AttriGraph *graph, guint32 entity)
{
    guint claims = 0;
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (graph, entity, &n[0]),
                               attri_graph_get_incoming (graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++)
        for (guint32 i = 0; i < n[side]; i++)
            claims += attri_graph_get_edge (graph, edges[side][i])->claims.count;
    return claims;
}

static void
add_subject (Maker *self, guint32 entity)
{
    for (guint i = 0; i < self->subjects->len; i++)
        if (get_subject (self, i)->entity == entity)
            return;
    const Subject subject = {entity, count_claims (self->view, entity),
                             cli_page_names_get (self->names, entity)};
    g_array_append_val (self->subjects, subject);
}

/* @found: for each name, the ids that it means */
static void
add_named (Maker *self, const GPtrArray *found)
{
    for (guint i = 0; i < found->len; i++)
        for (char **ids = found->pdata[i]; *ids != NULL; ids++)
            add_subject (self, attri_graph_find_entity (self->view, *ids));
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
    const Subject *x = a, *y = b;
    if (x->claims != y->claims)
        return x->claims > y->claims ? -1 : 1;
    return (x->entity > y->entity) - (x->entity < y->entity);
}

/* Groups and campaigns of which something is claimed, those of which most is. */
static void
add_groups (Maker *self)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (self->view); i++) {
        const char *type = attri_graph_get_entity (self->view, i)->type;
        if (attri_type_info (type)->role == ATTRI_ROLE_ACTOR && count_claims (self->view, i) > 0)
            add_subject (self, i);
    }
    g_array_sort (self->subjects, compare_claims);
    if (self->wiki->top == 0 || self->subjects->len <= self->wiki->top)
        return;
    self->left_out = self->subjects->len - self->wiki->top;
    g_array_set_size (self->subjects, self->wiki->top);
    cli_say ("%u more group%s no page; --top 0 gives one to all, --focus to whom it names",
             self->left_out, self->left_out == 1 ? " has" : "s have");
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
    const Subject *x = a, *y = b;
    const AttriGraph *view = data;
    const int order = strcmp (attri_graph_get_entity (view, x->entity)->name,
                              attri_graph_get_entity (view, y->entity)->name);
    return order != 0 ? order : (x->entity > y->entity) - (x->entity < y->entity);
}

/* No two pages of one name, and none in the place of what others wrote. */
static gboolean
check_names (const Maker *self, GError **error)
{
    for (guint i = 0; i < self->subjects->len; i++) {
        const Subject *subject = get_subject (self, i);
        if (!cli_folder_check (self->folder, subject->name, TRUE, error))
            return FALSE;
        for (guint j = 0; j < i; j++) {
            if (!g_str_equal (subject->name, get_subject (self, j)->name))
                continue;
            g_autofree char *one =
                cli_quote (attri_graph_get_entity (self->view, subject->entity)->id);
            g_autofree char *other =
                cli_quote (attri_graph_get_entity (self->view, get_subject (self, j)->entity)->id);
            g_set_error (error, CLI_ERROR, CLI_ERROR_REFUSED,
                         "the pages of %s and %s would have one name; rename one of them", one,
                         other);
            return FALSE;
        }
    }
    return cli_folder_check (self->folder, self->folder->index, FALSE, error);
}

static void
make_links (Maker *self)
{
    const guint32 n = attri_graph_get_n_entities (self->view);
    self->links = g_ptr_array_new_full (n, g_free);
    g_ptr_array_set_size (self->links, (int)n);
    for (guint i = 0; i < self->subjects->len; i++) {
        const Subject *subject = get_subject (self, i);
        self->links->pdata[subject->entity] =
            attri_tell_link (self->wiki->link, subject->name,
                             attri_graph_get_entity (self->view, subject->entity)->name,
                             !self->wiki->lists);
    }
}

static gboolean
choose_subjects (Maker *self, GError **error)
{
    const CliSelection *selection = self->wiki->selection;
    g_autoptr (GPtrArray) found = NULL;
    AttriSelection wish = selection->wish;
    wish.hops = ATTRI_HOPS_ALL;
    self->view = cli_selection_cut (selection, self->wiki->now, &wish, FALSE, &found, error);
    if (self->view == NULL)
        return FALSE;
    self->census = attri_census_new (self->view);
    self->names = cli_page_names_new (self->folder, self->view);
    self->subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
    g_array_set_clear_func (self->subjects, clear_subject);
    if (wish.focus != NULL)
        add_named (self, found);
    else
        add_groups (self);
    if (self->subjects->len == 0) {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_REFUSED,
                             "nothing is claimed of any group or campaign here; --focus gives a "
                             "page to others");
        return FALSE;
    }
    g_array_sort_with_data (self->subjects, compare_titles, self->view);
    make_links (self);
    return check_names (self, error);
}

/* ---- a page ---- */

static AttriDiff *
compare (const Maker *self, const AttriSelection *wish, GError **error)
{
    const CliSelection *selection = self->wiki->selection;
    AttriSelection sparing = *wish;
    sparing.spared = (const char *const *)self->wiki->spared;
    g_autoptr (AttriGraph) before =
        cli_selection_cut_tolerantly (selection, self->wiki->past[0], &sparing, error);
    if (before == NULL)
        return NULL;
    g_autoptr (AttriGraph) after =
        cli_selection_cut_tolerantly (selection, self->wiki->past[1], &sparing, error);
    return after != NULL ? attri_diff_new (before, after, FALSE) : NULL;
}

/* The part of it that is about one entity. */
static AttriDiff *
get_about (const Maker *self, const char *id)
{
    return self->diff == NULL
               ? NULL
               : attri_diff_get_about (self->diff,
                                       attri_graph_find_entity (attri_diff_get_graph (self->diff),
                                                                id));
}

/* The stricter one, as attri_graph_get_tlp() has it. */
static AttriTlp
join_tlp (AttriTlp a, AttriTlp b)
{
    const AttriTlp strictest = MAX (a, b);
    return strictest == ATTRI_TLP_CLEAR ? MIN (a, b) : strictest;
}

/* The page bears what it shows: what is near the focus, and what there was. */
static AttriTlp
get_tlp (const Maker *self, const AttriGraph *near, const AttriDiff *diff)
{
    const gboolean far = self->wiki->selection->wish.hops < 2;
    const AttriTlp tlp = attri_graph_get_tlp (far ? self->view : near);
    return diff != NULL ? join_tlp (tlp, attri_diff_get_tlp (diff)) : tlp;
}

static void
add_bytes (CliFolder *folder, const char *page, const char *extension, char *text)
{
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
    cli_folder_add (folder, page, extension, bytes);
}

static void
add_overlap (const Maker *self, AttriWikiPage *page, guint32 entity)
{
    const AttriOverlapQuestion question = {.alias = ATTRI_NONE,
                                           .other = ATTRI_NONE,
                                           .top = MOST_SHARERS};
    const char *type = attri_graph_get_entity (self->view, entity)->type;
    if (attri_type_info (type)->role != ATTRI_ROLE_ACTOR)
        return;
    g_autoptr (AttriOverlap) overlap = attri_query_overlap (self->view, self->census, entity, 0);
    if (overlap->tools->len > 0)
        attri_wiki_page_add_overlap (page, self->census, overlap, &question);
}

/* The pictures of a page. */
typedef struct {
    CliDrawing facts;
    CliDrawing changes; /* without a plan where nothing of it can be drawn */
    AttriTlp tlp;       /* of what changed */
} Pictures;

static void
pictures_clear (Pictures *self)
{
    cli_drawing_clear (&self->facts);
    cli_drawing_clear (&self->changes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pictures, pictures_clear)

/* The ids of all that is numbered in the pictures: the second goes on where the first ends.
 * (element-type utf8) (transfer container) */
static GPtrArray *
list_numbered (const Pictures *pictures)
{
    GPtrArray *ids = g_ptr_array_new ();
    const AttriPlan *const plans[] = {pictures->facts.plan, pictures->changes.plan};
    for (guint i = 0; i < G_N_ELEMENTS (plans) && plans[i] != NULL; i++) {
        guint n;
        const char *const *sources = attri_scene_get_sources (attri_plan_get_scene (plans[i]), &n);
        while (ids->len < n)
            g_ptr_array_add (ids, (gpointer)sources[ids->len]);
    }
    return ids;
}

static void
add_changes (const Maker *self, AttriWikiPage *page, const Subject *subject, const AttriDiff *diff,
             const Pictures *pictures)
{
    attri_wiki_page_add_changes (page, diff, self->wiki->since, MOST_CHANGES);
    if (pictures->changes.plan == NULL)
        return;
    g_autofree char *file = g_strconcat (subject->name, CLI_FOLDER_CHANGES, NULL);
    attri_wiki_page_add_picture (page, file,
                                 attri_scene_get_title (
                                     attri_plan_get_scene (pictures->changes.plan)));
}

/* What is drawn is numbered first, so that the page has the pictures' numbers. */
static char *
write_page (const Maker *self, const Subject *subject, const Pictures *pictures, AttriTlp tlp,
            const AttriDiff *diff)
{
    g_autoptr (GPtrArray) numbered = list_numbered (pictures);
    g_autofree char *note = cli_page_note (attri_graph_get_entity (self->view, subject->entity));
    const AttriWikiPageOptions options = {.sources = (const char *const *)numbered->pdata,
                                          .n_sources = numbered->len,
                                          .links = (const char *const *)self->links->pdata,
                                          .lists = self->wiki->lists,
                                          .tlp = tlp,
                                          .note = note};
    g_autofree char *file = g_strconcat (subject->name, ".svg", NULL);
    g_autofree char *index =
        attri_tell_link (self->wiki->link, self->folder->index, self->wiki->title, FALSE);
    AttriWikiPage *page = attri_wiki_page_new (self->view, &options);
    attri_wiki_page_add_entity (page, subject->entity);
    attri_wiki_page_add_picture (page, file,
                                 attri_scene_get_title (
                                     attri_plan_get_scene (pictures->facts.plan)));
    if (diff != NULL)
        add_changes (self, page, subject, diff, pictures);
    attri_wiki_page_add_claims (page, subject->entity);
    add_overlap (self, page, subject->entity);
    attri_wiki_page_add_history (page, subject->entity);
    attri_wiki_page_add_sources (page);
    attri_wiki_page_add_link (page, index);
    return attri_wiki_page_end (page);
}

/* What changed near the focus, and what that is about. */
static gboolean
draw_changes (const Maker *self, const Subject *subject, const CliPicture *like,
              const AttriSelection *wish, Pictures *pictures, GError **error)
{
    g_autofree char *title =
        g_strconcat ("What changed about ",
                     attri_graph_get_entity (self->view, subject->entity)->name, NULL);
    g_autoptr (AttriDiff) diff = compare (self, wish, error);
    if (diff == NULL)
        return FALSE;
    g_autoptr (AttriGraph) near = attri_diff_get_context (diff, CHANGES_HOPS);
    if (attri_graph_get_n_entities (near) == 0)
        return TRUE;
    CliPicture picture = *like;
    picture.typed.lock = NULL;
    picture.scene.title = title;
    picture.scene.numbers_of = attri_plan_get_scene (pictures->facts.plan);
    pictures->tlp = attri_graph_get_tlp (near);
    return cli_picture_draw (&picture, near, CLI_PICTURE_SVG, &pictures->changes, error);
}

static gboolean
make_page (const Maker *self, const Subject *subject, GError **error)
{
    const char *const focus[] = {attri_graph_get_entity (self->view, subject->entity)->id, NULL};
    const CliSelection *selection = self->wiki->selection;
    AttriSelection wish = selection->wish;
    wish.focus = focus;
    g_autoptr (AttriGraph) near =
        cli_selection_cut (selection, self->wiki->now, &wish, TRUE, NULL, error);
    if (near == NULL)
        return FALSE;
    g_autofree char *lock = cli_folder_locate (self->folder, subject->name, ".lock");
    CliPicture picture = *self->wiki->picture;
    picture.typed.lock = lock;
    picture.max_tlp = wish.max_tlp;
    picture.scene.census = self->census;
    g_auto (Pictures) pictures = {.tlp = ATTRI_TLP_UNMARKED};
    if (!cli_picture_draw (&picture, near, CLI_PICTURE_SVG, &pictures.facts, error))
        return FALSE;
    cli_picture_suggest (&picture, near, &pictures.facts);

    g_autoptr (AttriDiff) diff = get_about (self, focus[0]);
    if (diff != NULL && !attri_diff_is_empty (diff) &&
        !draw_changes (self, subject, &picture, &wish, &pictures, error))
        return FALSE;
    AttriTlp tlp = get_tlp (self, near, diff);
    if (pictures.changes.plan != NULL)
        tlp = join_tlp (tlp, pictures.tlp);
    add_bytes (self->folder, subject->name, ".md",
               write_page (self, subject, &pictures, tlp, diff));
    cli_folder_add (self->folder, subject->name, ".svg", pictures.facts.picture);
    if (pictures.changes.picture != NULL)
        cli_folder_add (self->folder, subject->name, CLI_FOLDER_CHANGES, pictures.changes.picture);
    if (pictures.facts.lock != NULL)
        cli_folder_add (self->folder, subject->name, ".lock", pictures.facts.lock);
    return TRUE;
}

/* ---- the index ---- */

static void
make_index (const Maker *self)
{
    const AttriWikiPageOptions options = {.links = (const char *const *)self->links->pdata,
                                          .lists = self->wiki->lists,
                                          .tlp = get_tlp (self, self->view, self->diff)};
    g_autofree guint32 *entities = g_new (guint32, self->subjects->len);
    for (guint i = 0; i < self->subjects->len; i++)
        entities[i] = get_subject (self, i)->entity;

    AttriWikiPage *page = attri_wiki_page_new (self->view, &options);
    attri_wiki_page_add_title (page, self->wiki->title);
    attri_wiki_page_add_entities (page, entities, self->subjects->len);
    if (self->left_out > 0) {
        g_autofree char *text =
            g_strdup_printf ("%u more group%s no page here.", self->left_out,
                             self->left_out == 1 ? " of these files has" : "s of these files have");
        attri_wiki_page_add_text (page, text);
    }
    if (self->diff != NULL)
        attri_wiki_page_add_changes (page, self->diff, self->wiki->since, MOST_CHANGES);
    attri_wiki_page_add_foundations (page);
    add_bytes (self->folder, self->folder->index, ".md", attri_wiki_page_end (page));
}

gboolean
cli_wiki_make (const CliWiki *self, CliFolder *folder, GError **error)
{
    g_auto (Maker) maker = {.wiki = self, .folder = folder};
    /* What changed in the whole case, however little of it has a page. */
    AttriSelection whole = self->selection->wish;
    whole.focus = NULL;
    if (!choose_subjects (&maker, error) ||
        (self->since != NULL && (maker.diff = compare (&maker, &whole, error)) == NULL))
        return FALSE;
    for (guint i = 0; i < maker.subjects->len; i++)
        if (!make_page (&maker, get_subject (&maker, i), error))
            return FALSE;
    make_index (&maker);
    return TRUE;
}
