/* SPDX-License-Identifier: MIT
 *
 * In:  a graph and an entity of it.
 * Out: the entity's edges sorted into chapters, and its sources numbered in the
 *      order in which a reader meets them. The graph stays its owner's.
 */
#include "tell/dossier.h"

static const struct {
    const char *slug;
    const char *heading;
} chapters[ATTRI_N_CHAPTERS] = {
    [ATTRI_CHAPTER_NAMES] = {"names", "Other names"},
    [ATTRI_CHAPTER_IDENTITY] = {"identity", "Who it is, and is not"},
    [ATTRI_CHAPTER_FAMILY] = {"family", "Family"},
    [ATTRI_CHAPTER_USES] = {"uses", "Uses"},
    [ATTRI_CHAPTER_USED_BY] = {"used-by", "Used by"},
    [ATTRI_CHAPTER_TARGETS] = {"targets", "Targets"},
    [ATTRI_CHAPTER_TARGETED_BY] = {"targeted-by", "Targeted by"},
    [ATTRI_CHAPTER_SPREAD] = {"spread", "How easily it is had, how widely used"},
    [ATTRI_CHAPTER_OTHER] = {"other", "Otherwise related"},
    [ATTRI_CHAPTER_PLACE] = {"place", "Named as the place of"},
};

const char *
attri_tell__chapter_get_heading (AttriChapter chapter)
{
    return chapters[chapter].heading;
}

const char *
attri_tell__chapter_get_slug (AttriChapter chapter)
{
    return chapters[chapter].slug;
}

gboolean
attri_tell__edge_is_in (const AttriGraph *graph, const AttriEdge *edge, guint32 place)
{
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        for (guint32 j = 0; j < claim->in.count; j++)
            if (attri_graph_get_index_at (graph, claim->in.first + j) == place)
                return TRUE;
    }
    return FALSE;
}

static AttriChapter
choose_chapter (const AttriEdge *edge, gboolean outgoing)
{
    switch (attri_relation_info (edge->type)->relation) {
    case ATTRI_RELATION_IDENTITY:
    case ATTRI_RELATION_DISTINCT:
        return ATTRI_CHAPTER_IDENTITY;
    case ATTRI_RELATION_FAMILY:
        return ATTRI_CHAPTER_FAMILY;
    case ATTRI_RELATION_TOOLING:
        return outgoing ? ATTRI_CHAPTER_USES : ATTRI_CHAPTER_USED_BY;
    case ATTRI_RELATION_TARGET:
        return outgoing ? ATTRI_CHAPTER_TARGETS : ATTRI_CHAPTER_TARGETED_BY;
    case ATTRI_RELATION_VALUE:
        return g_str_equal (edge->type, "alias") ? ATTRI_CHAPTER_NAMES : ATTRI_CHAPTER_SPREAD;
    case ATTRI_RELATION_SPONSOR:
    case ATTRI_RELATION_PLACE:
    case ATTRI_RELATION_OTHER:
        break;
    }
    return ATTRI_CHAPTER_OTHER;
}

static void
sort_edges (AttriDossier *self)
{
    guint32 n_outgoing, n_incoming;
    const guint32 *outgoing = attri_graph_get_outgoing (self->graph, self->entity, &n_outgoing);
    const guint32 *incoming = attri_graph_get_incoming (self->graph, self->entity, &n_incoming);

    for (guint32 i = 0; i < n_outgoing; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, outgoing[i]);
        g_array_append_val (self->edges[choose_chapter (edge, TRUE)], outgoing[i]);
    }
    for (guint32 i = 0; i < n_incoming; i++) {
        const AttriEdge *edge = attri_graph_get_edge (self->graph, incoming[i]);
        if (edge->from != self->entity)
            g_array_append_val (self->edges[choose_chapter (edge, FALSE)], incoming[i]);
    }
    for (guint32 i = 0; i < attri_graph_get_n_edges (self->graph); i++)
        if (attri_tell__edge_is_in (self->graph, attri_graph_get_edge (self->graph, i),
                                    self->entity))
            g_array_append_val (self->edges[ATTRI_CHAPTER_PLACE], i);
}

static void
cite_edge (AttriDossier *self, const AttriEdge *edge)
{
    attri_tell__bibliography_add_claims (self->cited, edge->claims);
}

AttriDossier *
attri_tell__dossier_new (const AttriGraph *graph, guint32 entity)
{
    AttriDossier *self = g_new0 (AttriDossier, 1);
    self->graph = graph;
    self->entity = entity;
    self->cited = attri_tell__bibliography_new (graph);
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        self->edges[i] = g_array_new (FALSE, FALSE, sizeof (guint32));

    sort_edges (self);
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        for (guint j = 0; j < self->edges[i]->len; j++)
            cite_edge (self,
                       attri_graph_get_edge (graph, g_array_index (self->edges[i], guint32, j)));
    return self;
}

void
attri_tell__dossier_free (AttriDossier *self)
{
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        g_array_unref (self->edges[i]);
    attri_tell__bibliography_free (self->cited);
    g_free (self);
}
