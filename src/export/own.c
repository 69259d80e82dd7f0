/* SPDX-License-Identifier: MIT
 *
 * own.c: a graph goes in, a document of the own format comes out, owned by the caller.
 *
 * The graph is in canonical order already. What is left to decide is what stands once for
 * the whole file, and that depends on nothing but the graph.
 */
#include "export/own.h"

#include <string.h>

/* What the readers take; of two forms the canonical one is written. */
#define VERSION 1

/* ---- what stands once for all ---- */

static gboolean
is_relationship (const AttriClaim *claim)
{
    return claim->to != ATTRI_NONE;
}

static gboolean
has_tlp (const AttriEntity *entity, AttriTlp tlp)
{
    gboolean same = entity->tlp == tlp;
    for (guint32 i = 0; i < entity->n_records; i++) {
        const AttriEntity *record = &entity->records[i].row;
        same = same && (record->name == NULL || record->tlp == tlp);
    }
    return same;
}

/* The marking that everything has, or none. What is inside an entity has the entity's
 * unless it says so itself. */
static AttriTlp
find_common_tlp (const AttriGraph *graph)
{
    AttriTlp common = ATTRI_TLP_UNMARKED;
    gboolean same = TRUE;

    if (attri_graph_get_n_entities (graph) > 0)
        common = attri_graph_get_entity (graph, 0)->tlp;
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        same = same && has_tlp (attri_graph_get_entity (graph, i), common);
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        same = same && attri_graph_get_source (graph, i)->tlp == common;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        same = same && (!is_relationship (claim) || claim->tlp == common);
    }
    for (guint32 i = 0; i < attri_graph_get_n_saved_views (graph); i++)
        same = same && attri_graph_get_saved_view (graph, i)->tlp == common;
    return same ? common : ATTRI_TLP_UNMARKED;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_type (GPtrArray *types, const char *type, const char **known)
{
    if (type != NULL && !g_str_has_prefix (type, "x-") && !g_strv_contains (known, type))
        g_ptr_array_add (types, (gpointer)type);
}

/* The types that a reader would take for slips, as a feed's own; sorted, perhaps several times.
 * (transfer container) */
static GPtrArray *
find_types (const AttriGraph *graph)
{
    GPtrArray *types = g_ptr_array_new ();
    g_autofree const char **known = attri_type_list ();
    g_autofree const char **relations = attri_relation_list ();
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        add_type (types, entity->type, known);
        for (guint32 j = 0; j < entity->n_records; j++)
            add_type (types, entity->records[j].row.type, known);
    }
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        add_type (types, attri_graph_get_edge (graph, i)->type, relations);
    g_ptr_array_sort (types, compare_texts);
    return types;
}

static void
write_types (const OwnWriter *self)
{
    g_autoptr (GPtrArray) types = find_types (self->graph);
    if (types->len == 0)
        return;
    attri_json_text__open_array_on_line (self->json, "types");
    for (guint i = 0; i < types->len; i++)
        if (i == 0 || strcmp (types->pdata[i], types->pdata[i - 1]) != 0)
            attri_json_text__string (self->json, NULL, types->pdata[i]);
    attri_json_text__close (self->json);
}

/* A number that orders dates as their canonical text does. */
static guint32
date_key (AttriDate date)
{
    return (guint32)date.year << 16 | (guint32)date.month << 8 | date.day;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
    const guint32 x = *(const guint32 *)a;
    const guint32 y = *(const guint32 *)b;
    return (x > y) - (x < y);
}

/* FALSE if @date is none. */
static gboolean
add_key (GArray *keys, AttriDate date)
{
    const guint32 key = date_key (date);
    g_array_append_val (keys, key);
    return key != 0;
}

static gboolean
add_keys (GArray *keys, const AttriGraph *graph, AttriRange citations)
{
    gboolean all = TRUE;
    for (guint32 i = 0; i < citations.count; i++)
        all =
            add_key (keys, attri_graph_get_citation (graph, citations.first + i)->recorded) && all;
    return all;
}

/* The date most entities and citations have, the earliest of several; none if one of them has
 * none, because nothing could say so where the file has a date. */
static AttriDate
find_common_date (const AttriGraph *graph)
{
    g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
    gboolean all = TRUE;
    guint32 best = 0;
    guint most = 0;

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        all = add_key (keys, entity->recorded) && all;
        for (guint32 j = 0; j < entity->n_records; j++)
            all = add_key (keys, entity->records[j].row.recorded) && all;
    }
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        all = add_keys (keys, graph, attri_graph_get_claim (graph, i)->citations) && all;
    if (!all)
        return ATTRI_DATE_NONE;
    g_array_sort (keys, compare_keys);
    for (guint i = 0, end; i < keys->len; i = end) {
        const guint32 key = g_array_index (keys, guint32, i);
        for (end = i + 1; end < keys->len && g_array_index (keys, guint32, end) == key; end++)
            ;
        if (end - i > most) {
            most = end - i;
            best = key;
        }
    }
    return (AttriDate){(guint16)(best >> 16), (guint8)(best >> 8 & 0xff), (guint8)(best & 0xff)};
}

/* ---- rows ---- */

static void
write_source (const OwnWriter *self, const AttriSource *source)
{
    attri_json_text__open_object (self->json, NULL);
    own_write_source_members (self, source);
    own_write_tlp (self, source->tlp, self->tlp);
    attri_json_text__close (self->json);
}

static void
write_sources (const OwnWriter *self)
{
    const guint32 n = attri_graph_get_n_sources (self->graph);
    if (n == 0)
        return;
    attri_json_text__open_array (self->json, "sources");
    for (guint32 i = 0; i < n; i++)
        write_source (self, attri_graph_get_source (self->graph, i));
    attri_json_text__close (self->json);
}

static void
write_entities (const OwnWriter *self)
{
    const guint32 n = attri_graph_get_n_entities (self->graph);
    if (n == 0)
        return;
    attri_json_text__open_array (self->json, "entities");
    for (guint32 i = 0; i < n; i++)
        own_write_entity (self, i);
    attri_json_text__close (self->json);
}

static void
write_relationships (const OwnWriter *self)
{
    gboolean any = FALSE;

    for (guint32 i = 0; i < attri_graph_get_n_claims (self->graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, i);
        if (!is_relationship (claim))
            continue;
        if (!any)
            attri_json_text__open_array (self->json, "relationships");
        any = TRUE;
        own_write_relationship (self, claim);
    }
    if (any)
        attri_json_text__close (self->json);
}

static void
write_judgement (const OwnWriter *self, const AttriSavedView *view)
{
    if (view->judgement == NULL)
        return;
    attri_json_text__open_object (self->json, "judgement");
    attri_json_text__string (self->json, "text", view->judgement);
    attri_json_text__string (self->json, "confidence", view->confidence);
    attri_json_text__string (self->json, "by", view->by);
    attri_json_text__date (self->json, "date", view->date);
    attri_json_text__string (self->json, "alternative", view->alternative);
    attri_json_text__close (self->json);
}

static const char *
entity_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_entity (graph, row)->id;
}

static void
write_view (const OwnWriter *self, const AttriSavedView *view)
{
    attri_json_text__open_object (self->json, NULL);
    attri_json_text__string (self->json, "id", view->id);
    own_write_ids (self, "focus", view->focus, entity_id);
    if (view->n_options > 0) {
        attri_json_text__open_object (self->json, "options");
        for (guint i = 0; i < view->n_options; i++)
            attri_json_text__string (self->json, view->options[i].name, view->options[i].value);
        attri_json_text__close (self->json);
    }
    attri_json_text__string (self->json, "title", view->title);
    attri_json_text__string (self->json, "subtitle", view->subtitle);
    write_judgement (self, view);
    own_write_tlp (self, view->tlp, self->tlp);
    attri_json_text__close (self->json);
}

static void
write_views (const OwnWriter *self)
{
    const guint32 n = attri_graph_get_n_saved_views (self->graph);
    if (n == 0)
        return;
    attri_json_text__open_array (self->json, "views");
    for (guint32 i = 0; i < n; i++)
        write_view (self, attri_graph_get_saved_view (self->graph, i));
    attri_json_text__close (self->json);
}

char *
attri_export_own (const AttriGraph *graph)
{
    g_return_val_if_fail (graph != NULL, NULL);

    const OwnWriter self = {graph, attri_json_text__new (), find_common_date (graph),
                            find_common_tlp (graph)};

    attri_json_text__open_object (self.json, NULL);
    attri_json_text__number (self.json, "attrigraph", VERSION);
    attri_json_text__date (self.json, "recorded", self.recorded);
    own_write_tlp (&self, self.tlp, ATTRI_TLP_UNMARKED);
    write_types (&self);
    write_sources (&self);
    write_entities (&self);
    write_relationships (&self);
    write_views (&self);
    attri_json_text__close (self.json);
    return attri_json_text__end (self.json);
}
