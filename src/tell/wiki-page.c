/* SPDX-License-Identifier: MIT
 *
 * In:  a graph, and what a page is to tell of it, chapter by chapter.
 * Out: one page of Markdown. The answers are written by those who also write
 *      them alone; here they share headings and source numbers.
 */
#include "base/text-private.h"
#include "tell/changes.h"
#include "tell/dossier.h"
#include "tell/history.h"
#include "tell/overlap.h"
#include "tell/sources.h"

struct _AttriWikiPage {
    const AttriGraph *graph;
    AttriBibliography *cited;
    AttriMarkdown to;
    AttriTlp tlp;
};

AttriWikiPage *
attri_wiki_page_new (const AttriGraph *graph, const AttriWikiPageOptions *options)
{
    g_return_val_if_fail (graph != NULL && options != NULL, NULL);

    AttriWikiPage *self = g_new0 (AttriWikiPage, 1);
    self->graph = graph;
    self->tlp = options->tlp;
    self->cited = attri_tell__bibliography_new (graph);
    self->cited->links = options->links;
    self->to =
        (AttriMarkdown){g_string_new (ATTRI_WIKI_PAGE_MARK "\n"), self->cited, 2, options->lists};
    if (options->note != NULL)
        g_string_append_printf (self->to.text, "%s\n", options->note);
    for (guint i = 0; i < options->n_sources; i++) {
        const guint32 source = attri_graph_find_source (graph, options->sources[i]);
        if (attri_tell__bibliography_add (self->cited, source) == 0)
            attri_tell__bibliography_skip (self->cited);
    }
    return self;
}

void
attri_wiki_page_free (AttriWikiPage *self)
{
    if (self == NULL)
        return;
    if (self->to.text != NULL)
        g_string_free (self->to.text, TRUE);
    attri_tell__bibliography_free (self->cited);
    g_free (self);
}

static char *
make_marking (const AttriWikiPage *self)
{
    return self->tlp == ATTRI_TLP_UNMARKED
               ? g_strdup ("TLP: NOT MARKED")
               : g_strdup_printf ("TLP:%s", attri_tlp_to_string (self->tlp));
}

/* What stands alone has the heading that a chapter has not. */
static AttriMarkdown
get_head (const AttriWikiPage *self)
{
    AttriMarkdown head = self->to;
    head.level = 1;
    return head;
}

void
attri_wiki_page_add_entity (AttriWikiPage *self, guint32 entity)
{
    AttriMarkdown head = get_head (self);
    g_autofree char *marking = make_marking (self);
    g_autoptr (AttriDossier) dossier = attri_tell__dossier_new (self->graph, entity);
    attri_tell__dossier_append_record (dossier, &head, marking);
}

void
attri_wiki_page_add_title (AttriWikiPage *self, const char *title)
{
    AttriMarkdown head = get_head (self);
    g_autofree char *marking = make_marking (self);
    g_autofree char *safe = attri_text__escape_markdown (title);
    const AttriProse prose = attri_markdown__prose (&head, head.text);
    attri_markdown__heading (&head, 0, safe);
    g_string_append_printf (head.text, "**%s**\n", marking);
    attri_prose__view (&prose, "\nThis view: ", "\n");
}

void
attri_wiki_page_add_picture (AttriWikiPage *self, const char *file, const char *text)
{
    g_autofree char *safe = attri_text__escape_markdown (text);
    attri_markdown__begin_block (&self->to);
    g_string_append_printf (self->to.text, "![%s](<%s>)\n", safe, file);
}

void
attri_wiki_page_add_text (AttriWikiPage *self, const char *text)
{
    g_autofree char *safe = attri_text__escape_markdown (text);
    attri_wiki_page_add_link (self, safe);
}

void
attri_wiki_page_add_link (AttriWikiPage *self, const char *link)
{
    attri_markdown__begin_block (&self->to);
    g_string_append_printf (self->to.text, "%s\n", link);
}

void
attri_wiki_page_add_changes (AttriWikiPage *self, const AttriDiff *diff, const char *since,
                             guint most)
{
    g_autofree char *safe = attri_text__escape_markdown (since);
    g_autofree char *heading = g_strconcat ("What changed since ", safe, NULL);
    attri_markdown__heading (&self->to, 0, heading);
    attri_tell__changes_append_markdown (diff, most, self->to.text);
}

void
attri_wiki_page_add_claims (AttriWikiPage *self, guint32 entity)
{
    g_autoptr (AttriDossier) dossier = attri_tell__dossier_new (self->graph, entity);
    attri_markdown__heading (&self->to, 0, "What is claimed");
    attri_tell__dossier_append_claims (dossier, &self->to);
}

void
attri_wiki_page_add_overlap (AttriWikiPage *self, const AttriCensus *census,
                             const AttriOverlap *overlap, const AttriOverlapQuestion *question)
{
    AttriOverlapTale tale = {self->graph, census,      overlap,
                             question,    self->cited, attri_text__escape_markdown};
    attri_overlap__append_markdown (&tale, &self->to);
}

void
attri_wiki_page_add_history (AttriWikiPage *self, guint32 entity)
{
    g_autoptr (AttriHistory) history = attri_tell__history_new (self->graph, entity, FALSE);
    attri_tell__history_to_markdown (history, &self->to);
}

void
attri_wiki_page_add_foundations (AttriWikiPage *self)
{
    g_autoptr (AttriFoundations) foundations = attri_tell__foundations_new (self->graph);
    attri_tell__foundations_to_markdown (foundations, ATTRI_FOUNDATIONS_LISTED, &self->to);
}

/* ---- many entities ---- */

/* What a row of the index says of the claims about an entity. */
typedef struct {
    guint claims;
    GPtrArray *publishers;
    AttriDate latest;
} Tally;

static void
count_edge (Tally *self, const AttriGraph *graph, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (graph, index);
    g_autofree const char **publishers = attri_graph_get_lineage (graph, edge->claims);
    for (guint i = 0; publishers[i] != NULL; i++)
        if (!g_ptr_array_find_with_equal_func (self->publishers, publishers[i], g_str_equal, NULL))
            g_ptr_array_add (self->publishers, (char *)publishers[i]);
    self->claims += edge->claims.count;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriDate said = attri_graph_get_claim (graph, edge->claims.first + i)->said_on;
        if (attri_date_compare (said, self->latest) > 0)
            self->latest = said;
    }
}

static void
append_entity (AttriWikiPage *self, AttriMarkdownTable *table, guint32 entity)
{
    g_autoptr (GPtrArray) publishers = g_ptr_array_new ();
    Tally tally = {.publishers = publishers};
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (self->graph, entity, &n);
    for (guint32 i = 0; i < n; i++)
        count_edge (&tally, self->graph, edges[i]);
    edges = attri_graph_get_incoming (self->graph, entity, &n);
    for (guint32 i = 0; i < n; i++)
        if (attri_graph_get_edge (self->graph, edges[i])->from != entity)
            count_edge (&tally, self->graph, edges[i]);
    const AttriEntity *row = attri_graph_get_entity (self->graph, entity);
    g_autofree char *latest = attri_date_to_string (tally.latest);
    AttriProse prose = attri_markdown__prose (&self->to, attri_markdown_table__cell (table));
    attri_prose__entity (&prose, entity);
    prose.text = attri_markdown_table__cell (table);
    g_autofree char *id = attri_prose__short_id (self->graph, entity);
    attri_prose__append (&prose, "", id);
    g_string_append (attri_markdown_table__cell (table), attri_type_info (row->type)->label);
    g_string_append_printf (attri_markdown_table__cell (table), "%u", tally.claims);
    g_string_append_printf (attri_markdown_table__cell (table), "%u", publishers->len);
    g_string_append (attri_markdown_table__cell (table), latest);
    attri_markdown_table__end_row (table);
}

void
attri_wiki_page_add_entities (AttriWikiPage *self, const guint32 *entities, guint n)
{
    static const char *const headings[] = {
        "Page", "Id", "What it is", ">Claims", ">Independent publishers", "Last said", NULL};
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, &self->to, headings);
    for (guint i = 0; i < n; i++)
        append_entity (self, &table, entities[i]);
}

void
attri_wiki_page_add_sources (AttriWikiPage *self)
{
    AttriMarkdown head = get_head (self);
    attri_markdown__bibliography (&head);
}

char *
attri_wiki_page_end (AttriWikiPage *self)
{
    char *text = g_string_free (g_steal_pointer (&self->to.text), FALSE);
    attri_wiki_page_free (self);
    return text;
}
