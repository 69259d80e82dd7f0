/* SPDX-License-Identifier: MIT
 *
 * annotate.c: a graph that says how easily tools are had goes in; what it says of
 * tools that are in the builder, and of which nobody there says it, is added.
 */
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
        const AttriStatementDraft *draft =
            &g_array_index (self->statements, AttriStatementDraft, i);
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

/* Adds a source and all it rests on, each once. */
static void
add_source (AttriGraphBuilder *self, const AttriGraph *notes, guint32 index, guint8 *added)
{
    if (index == ATTRI_NONE || added[index])
        return;
    added[index] = TRUE;
    const AttriSource *source = attri_graph_get_source (notes, index);
    g_autofree const char **based_on = g_new0 (const char *, source->based_on.count + 1);
    AttriSourceDraft draft = {.row = *source, .based_on = based_on, .generated = TRUE};
    for (guint32 i = 0; i < source->based_on.count; i++) {
        guint32 base = attri_graph_get_index_at (notes, source->based_on.first + i);
        based_on[i] = attri_graph_get_source (notes, base)->id;
        add_source (self, notes, base, added);
    }
    if (source->edition_of != ATTRI_NONE) {
        draft.edition_of = attri_graph_get_source (notes, source->edition_of)->id;
        add_source (self, notes, source->edition_of, added);
    }
    attri_graph_builder_add_source (self, &draft);
}

static void
add_claim (AttriGraphBuilder *self, const AttriGraph *notes, const AttriClaim *claim,
           const char *tool, guint8 *added)
{
    g_autofree AttriCitationDraft *citations = g_new0 (AttriCitationDraft, claim->citations.count);
    add_source (self, notes, claim->claimant, added);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (notes, claim->citations.first + i);
        add_source (self, notes, citation->source, added);
        add_source (self, notes, citation->cites, added);
        citations[i].row = *citation;
        citations[i].source = attri_graph_get_source (notes, citation->source)->id;
        citations[i].claimant = attri_graph_get_source (notes, claim->claimant)->id;
        if (citation->cites != ATTRI_NONE)
            citations[i].cites = attri_graph_get_source (notes, citation->cites)->id;
        citations[i].place = claim->place;
    }
    const AttriStatementDraft draft = {.row = *claim,
                                       .from = tool,
                                       .citations = citations,
                                       .n_citations = claim->citations.count};
    attri_graph_builder_add_statement (self, &draft);
}

/* Adds what @notes says of the availability of @entity, for @tool. */
static void
annotate (AttriGraphBuilder *self, const AttriGraph *notes, guint32 entity, const char *tool,
          guint8 *added)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (notes, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (notes, edges[i]);
        if (strcmp (edge->type, "availability") != 0)
            continue;
        for (guint32 c = 0; c < edge->claims.count; c++)
            add_claim (self, notes, attri_graph_get_claim (notes, edge->claims.first + c), tool,
                       added);
    }
}

void
attri_graph_builder_annotate (AttriGraphBuilder *self, const AttriGraph *notes)
{
    g_return_if_fail (self != NULL && notes != NULL);

    g_autoptr (GArray) bearers = find_bearers (self);
    g_autofree guint8 *added = g_new0 (guint8, attri_graph_get_n_sources (notes) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_entities (notes); i++) {
        const AttriEntity *entity = attri_graph_get_entity (notes, i);
        const char *tool = NULL;
        for (guint32 r = 0; r < entity->references.count && tool == NULL; r++)
            tool = find_untold (bearers,
                                attri_graph_get_reference (notes, entity->references.first + r));
        if (tool != NULL)
            annotate (self, notes, i, tool, added);
    }
}
