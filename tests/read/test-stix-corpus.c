/* SPDX-License-Identifier: MIT
 *
 * test-stix-corpus.c: releases of ATT&CK, held against what was counted in them
 * by other means.
 */
#include "support/corpus.h"

#include <attrigraph/read.h>
#include <glib/gstdio.h>
#include <string.h>

static AttriGraph *
read_paths (const char *const *paths)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

static gboolean
is_live (const AttriEntity *entity)
{
    return !entity->revoked && !entity->deprecated;
}

static gboolean
is_group (const AttriEntity *entity)
{
    return is_live (entity) && strcmp (entity->type, "intrusion-set") == 0;
}

static gboolean
is_software (const AttriEntity *entity)
{
    return is_live (entity) && attri_type_info (entity->type)->role == ATTRI_ROLE_TOOL;
}

static const AttriEntity *
entity_at (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_entity (graph, row);
}

/* Edges between live groups and live software. */
static gboolean
is_use (const AttriGraph *graph, const AttriEdge *edge)
{
    return strcmp (edge->type, "uses") == 0 && is_group (entity_at (graph, edge->from)) &&
           is_software (entity_at (graph, edge->to));
}

/* How many such edges begin or end at the one entity with this name. */
static guint
count_uses (const AttriGraph *graph, const char *name)
{
    g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, name);
    guint n = 0;

    g_assert_cmpuint (match->entities->len, ==, 1);
    const guint32 row = g_array_index (match->entities, guint32, 0);
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        n += is_use (graph, edge) && (edge->from == row || edge->to == row);
    }
    return n;
}

/* How many groups use any of the tools so called. */
static guint
count_users_of_any (const AttriGraph *graph, const char *const *names)
{
    g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

    for (; *names != NULL; names++) {
        g_autoptr (AttriNameMatch) match = attri_graph_resolve (graph, *names);
        g_assert_cmpuint (match->entities->len, ==, 1);
        const guint32 tool = g_array_index (match->entities, guint32, 0);
        for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, i);
            if (edge->to == tool && is_use (graph, edge))
                g_hash_table_add (groups, GUINT_TO_POINTER (edge->from));
        }
    }
    return g_hash_table_size (groups);
}

static const AttriEdge *
find_alias (const AttriGraph *graph, const char *name)
{
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        if (strcmp (edge->type, "alias") == 0 && strcmp (edge->value, name) == 0)
            return edge;
    }
    g_assert_not_reached ();
}

static void
test_enterprise (void)
{
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return;
    const char *paths[] = {path, NULL};
    g_autoptr (AttriGraph) graph = read_paths (paths);
    guint groups = 0;
    guint software = 0;
    guint uses = 0;
    guint placeholders = 0;

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = entity_at (graph, i);
        groups += is_group (entity);
        software += is_software (entity);
        placeholders += entity->placeholder;
    }
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++)
        uses += is_use (graph, attri_graph_get_edge (graph, i));
    g_assert_cmpuint (groups, ==, 172);
    g_assert_cmpuint (software, ==, 784);
    g_assert_cmpuint (uses, ==, 1104);
    g_assert_cmpuint (placeholders, ==, 0);

    g_assert_cmpuint (count_uses (graph, "TAG-22"), ==, 9);
    g_assert_cmpuint (count_uses (graph, "NBTscan"), ==, 10);
    g_assert_cmpuint (count_uses (graph, "ShadowPad"), ==, 8);
    g_assert_cmpuint (count_uses (graph, "Winnti for Linux"), ==, 3);
    const char *const winnti[] = {"Winnti for Linux", "Winnti for Windows", NULL};
    g_assert_cmpuint (count_users_of_any (graph, winnti), ==, 4);
}

/* That TAG-22 is Earth Lusca is said by ATT&CK, which cites the report that coined the name. */
static void
test_alias (void)
{
    g_autofree char *path = test_corpus_path ("attack-enterprise-18.1.json");
    if (path == NULL)
        return;
    const char *paths[] = {path, NULL};
    g_autoptr (AttriGraph) graph = read_paths (paths);
    const AttriEdge *edge = find_alias (graph, "TAG-22");

    g_assert_cmpstr (entity_at (graph, edge->from)->name, ==, "Earth Lusca");
    g_assert_cmpuint (edge->claims.count, ==, 1);
    const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first);
    g_assert_cmpstr (attri_graph_get_source (graph, claim->claimant)->url, ==,
                     "https://attack.mitre.org/");
    g_assert_cmpuint (claim->citations.count, ==, 1);
    const AttriCitation *citation = attri_graph_get_citation (graph, claim->citations.first);
    g_assert_cmpuint (citation->source, ==, claim->claimant);
    g_assert_cmpstr (citation->locator, ==, "G1006");
    g_assert_cmpuint (citation->cites, !=, ATTRI_NONE);
    const AttriSource *cited = attri_graph_get_source (graph, citation->cites);
    g_assert_cmpstr (cited->publisher, ==, "Recorded Future, Insikt Group");
    g_assert_cmpuint (cited->published.year, ==, 2021);
}

/* Two releases are two editions of one source; what both say is read in both. */
static void
test_releases (void)
{
    g_autofree char *old = test_corpus_path ("attack-ics-17.1.json");
    g_autofree char *new = old != NULL ? test_corpus_path ("attack-ics-18.1.json") : NULL;
    if (new == NULL)
        return;
    const char *paths[] = {new, old, NULL};
    g_autoptr (AttriGraph) graph = read_paths (paths);
    const guint32 root = attri_graph_find_source (graph, "mitre-attack");
    guint editions = 0;
    guint in_both = 0;

    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        editions += attri_graph_get_source (graph, i)->edition_of == root;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        in_both += attri_graph_get_claim (graph, i)->citations.count == 2;
    g_assert_cmpuint (root, !=, ATTRI_NONE);
    g_assert_cmpuint (editions, ==, 2);
    g_assert_cmpuint (in_both, >, 100);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/read/stix-corpus/enterprise", test_enterprise);
    g_test_add_func ("/read/stix-corpus/alias", test_alias);
    g_test_add_func ("/read/stix-corpus/releases", test_releases);
    return g_test_run ();
}
