/* SPDX-License-Identifier: MIT
 *
 * annotate.c: a graph that says how easily tools are had goes in; what it says of
 * tools that are in the builder, and of which nobody there says it, is added.
 */
#include "base/url-private.h"
#include "model/builder-private.h"

#include <string.h>

/* That a record bears an external id. */
typedef struct {
    const char *authority;
    const char *external_id;
    const char *id;
    gboolean is_told; /* some statement says how easily it is had */
} Bearer;

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
compare_borne (gconstpointer a, gconstpointer b)
{
    const Bearer *x = a, *y = b;
    int order = strcmp (x->authority, y->authority);
    return order != 0 ? order : strcmp (x->external_id, y->external_id);
}

static int
compare_bearers (gconstpointer a, gconstpointer b)
{
    const Bearer *x = a, *y = b;
    int order = compare_borne (a, b);
    return order != 0 ? order : strcmp (x->id, y->id);
}

/* The ids of which some statement says how easily they are had, sorted. */
static GPtrArray *
find_told (const AttriGraphBuilder *self)
{
    GPtrArray *told = g_ptr_array_new ();
    for (guint i = 0; i < self->statements->len; i++) {
        const AttriStatementDraft *draft = g_ptr_array_index (self->statements, i);
        if (strcmp (draft->row.type, "availability") == 0)
            g_ptr_array_add (told, (char *)draft->from);
    }
    g_ptr_array_sort (told, compare_texts);
    return told;
}

static GArray *
find_bearers (const AttriGraphBuilder *self)
{
    g_autoptr (GPtrArray) told = find_told (self);
    GArray *bearers = g_array_new (FALSE, FALSE, sizeof (Bearer));
    for (guint i = 0; i < self->entities->len; i++) {
        const AttriEntityDraft *draft = &g_array_index (self->entities, AttriEntityDraft, i);
        if (attri_type_info (draft->row.type)->role != ATTRI_ROLE_TOOL)
            continue;
        const gboolean is_told = told->len > 0 && bsearch (&draft->row.id, told->pdata, told->len,
                                                           sizeof (char *), compare_texts) != NULL;
        for (guint j = 0; j < draft->n_references; j++) {
            const AttriReference *reference = &draft->references[j];
            const Bearer bearer = {reference->source, reference->external_id, draft->row.id,
                                   is_told};
            if (bearer.authority != NULL && bearer.external_id != NULL)
                g_array_append_val (bearers, bearer);
        }
    }
    g_array_sort (bearers, compare_bearers);
    return bearers;
}

/* The first record that bears @reference; NULL if none does, or one is told of. */
static const char *
find_untold (const GArray *bearers, const AttriReference *reference)
{
    const Bearer wanted = {.authority = reference->source, .external_id = reference->external_id};
    guint at;
    if (wanted.authority == NULL || wanted.external_id == NULL ||
        !g_array_binary_search ((GArray *)bearers, &wanted, compare_borne, &at))
        return NULL;
    while (at > 0 && compare_borne (&g_array_index (bearers, Bearer, at - 1), &wanted) == 0)
        at--;
    const Bearer *first = &g_array_index (bearers, Bearer, at);
    for (; at < bearers->len; at++) {
        const Bearer *bearer = &g_array_index (bearers, Bearer, at);
        if (compare_borne (bearer, &wanted) != 0)
            break;
        if (bearer->is_told)
            return NULL;
    }
    return first->id;
}

/* ---- sources ---- */

/* A source of the builder, and the page it is. */
typedef struct {
    char *page;
    const char *id;
    gboolean dated;
} Page;

static void
clear_page (gpointer data)
{
    g_free (((Page *)data)->page);
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
    const Page *x = a, *y = b;
    int order = strcmp (x->page, y->page);
    return order != 0 || x->id == NULL || y->id == NULL ? order : strcmp (x->id, y->id);
}

/* What is known by its page already, and need not be told twice in two ways. */
static GArray *
find_pages (const AttriGraphBuilder *self)
{
    GArray *pages = g_array_new (FALSE, FALSE, sizeof (Page));
    g_array_set_clear_func (pages, clear_page);
    for (guint i = 0; i < self->sources->len; i++) {
        const AttriSource *row = &g_array_index (self->sources, AttriSourceDraft, i).row;
        const Page page = {attri_url__normalise (row->url), row->id,
                           attri_date_is_set (row->published)};
        if (page.page != NULL)
            g_array_append_val (pages, page);
    }
    g_array_sort (pages, compare_pages);
    return pages;
}

/* A source that is the same page and is dated if @source is; of several the first by id. */
static const char *
find_page (const GArray *pages, const AttriSource *source)
{
    g_autofree char *page = attri_url__normalise (source->url);
    const Page wanted = {.page = page};
    guint at;
    if (page == NULL || !g_array_binary_search ((GArray *)pages, &wanted, compare_pages, &at))
        return NULL;
    while (at > 0 && strcmp (g_array_index (pages, Page, at - 1).page, page) == 0)
        at--;
    for (; at < pages->len; at++) {
        const Page *known = &g_array_index (pages, Page, at);
        if (strcmp (known->page, page) != 0)
            break;
        if (known->dated || !attri_date_is_set (source->published))
            return known->id;
    }
    return NULL;
}

/* One run of attri_graph_builder_annotate(). */
typedef struct {
    AttriGraphBuilder *builder;
    const AttriGraph *notes;
    GArray *pages;    /* Page, of what was in the builder */
    const char **ids; /* by source of the notes: its id in the builder, once it is there */
} Run;

/* Adds a source and all it rests on, each once. Returns its id in the builder, or NULL. */
static const char *
add_source (Run *run, guint32 index)
{
    if (index == ATTRI_NONE || run->ids[index] != NULL)
        return index != ATTRI_NONE ? run->ids[index] : NULL;
    const AttriSource *source = attri_graph_get_source (run->notes, index);
    run->ids[index] = find_page (run->pages, source);
    if (run->ids[index] != NULL)
        return run->ids[index];
    run->ids[index] = source->id;
    g_autofree const char **based_on = g_new0 (const char *, source->based_on.count + 1);
    for (guint32 i = 0; i < source->based_on.count; i++)
        based_on[i] =
            add_source (run, attri_graph_get_index_at (run->notes, source->based_on.first + i));
    /* It joins what is the same page, and dates it. */
    const AttriSourceDraft draft = {.row = *source,
                                    .generated = TRUE,
                                    .based_on = based_on,
                                    .edition_of = add_source (run, source->edition_of)};
    attri_graph_builder_add_source (run->builder, &draft);
    return source->id;
}

/* ---- claims ---- */

static void
add_claim (Run *run, const AttriClaim *claim, const char *tool)
{
    g_autofree AttriCitationDraft *citations = g_new0 (AttriCitationDraft, claim->citations.count);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (run->notes, claim->citations.first + i);
        citations[i] = (AttriCitationDraft){.row = *citation,
                                            .source = add_source (run, citation->source),
                                            .claimant = add_source (run, claim->claimant),
                                            .cites = add_source (run, citation->cites),
                                            .place = claim->place};
    }
    const AttriStatementDraft draft = {.row = *claim,
                                       .from = tool,
                                       .citations = citations,
                                       .n_citations = claim->citations.count};
    attri_graph_builder_add_statement (run->builder, &draft);
}

/* Adds what the notes say of the availability of @entity, for @tool. */
static void
annotate (Run *run, guint32 entity, const char *tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (run->notes, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (run->notes, edges[i]);
        if (strcmp (edge->type, "availability") != 0)
            continue;
        for (guint32 c = 0; c < edge->claims.count; c++)
            add_claim (run, attri_graph_get_claim (run->notes, edge->claims.first + c), tool);
    }
}

void
attri_graph_builder_annotate (AttriGraphBuilder *self, const AttriGraph *notes)
{
    g_return_if_fail (self != NULL && notes != NULL);

    g_autoptr (GArray) bearers = find_bearers (self);
    g_autoptr (GArray) pages = find_pages (self);
    g_autofree const char **ids = g_new0 (const char *, attri_graph_get_n_sources (notes) + 1);
    Run run = {self, notes, pages, ids};
    for (guint32 i = 0; i < attri_graph_get_n_entities (notes); i++) {
        const AttriEntity *entity = attri_graph_get_entity (notes, i);
        const char *tool = NULL;
        for (guint32 r = 0; r < entity->references.count && tool == NULL; r++)
            tool = find_untold (bearers,
                                attri_graph_get_reference (notes, entity->references.first + r));
        if (tool != NULL)
            annotate (&run, i, tool);
    }
}
