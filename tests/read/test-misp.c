/* SPDX-License-Identifier: MIT
 *
 * test-misp.c: MISP galaxy clusters, each guarding a rule of the reader, as the
 * graph they make or as what is said of them.
 */
#include "support/corpus.h"
#include "support/reading.h"

#include <glib/gstdio.h>
#include <string.h>

/* What each would show if the reader made the mistake it guards against. */
static const struct {
    const char *name;
    guint goldens;
} cases[] = {
    {"misp-value", TEST_GRAPH | TEST_FINDINGS},      /* refs cited by claims; own name an alias */
    {"misp-names", TEST_GRAPH | TEST_FINDINGS},      /* the producer's UUID an id of the entity */
    {"misp-attack-ids", TEST_GRAPH | TEST_FINDINGS}, /* ids as names, or as the entity's own */
    {"misp-claims", TEST_GRAPH | TEST_FINDINGS},     /* a country under two ids; unknown states */
    {"misp-relations", TEST_GRAPH | TEST_FINDINGS},  /* similar as same-as; no tag as certain */
    {"misp-mitre", TEST_GRAPH},                      /* "APT41 - G0096" as a name */
    {"misp-broken", TEST_GRAPH | TEST_FINDINGS},     /* one bad member costs others */
    {"misp-empty", TEST_GRAPH},
    {"misp-no-type", TEST_FINDINGS},
    {"misp-no-list", TEST_FINDINGS},
};

static void
test_golden (gconstpointer data)
{
    const guint i = GPOINTER_TO_UINT (data);
    test_read_golden (cases[i].name, cases[i].goldens);
}

/* ---- several files ---- */

#define UUID(n) "00000000-0000-4000-8000-00000000000" n
/* One value of a galaxy, with more of its members. */
#define CLUSTER(type, version, value, uuid, more)                                                  \
    "{\"name\": \"G\", \"type\": \"" type "\", \"version\": " version                              \
    ", \"values\": [{\"value\": \"" value "\", \"uuid\": \"" uuid "\"" more "}]}"
#define SIMILAR(uuid) ", \"related\": [{\"type\": \"similar\", \"dest-uuid\": \"" uuid "\"}]"

typedef struct {
    const char *name;
    const char *text;
} File;

static void
write_files (const char *folder, const File *files, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
        g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }
}

/* Reads the files in the order they have here; @findings are sorted. */
static AttriGraph *
read_files (const char *folder, const File *files, guint n, gboolean backwards,
            AttriFindings *findings)
{
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < n; i++)
        g_ptr_array_add (paths,
                         g_build_filename (folder, files[backwards ? n - 1 - i : i].name, NULL));
    g_ptr_array_add (paths, NULL);
    attri_read_paths (builder, (const char *const *)paths->pdata, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    attri_findings_sort (findings);
    return graph;
}

/* The graph of the files, the same whatever their order; its text in @dump. */
static AttriGraph *
read_both_ways (const File *files, guint n, char **dump, char **lines)
{
    g_autofree char *folder = g_dir_make_tmp ("misp-XXXXXX", NULL);
    g_autoptr (AttriFindings) findings = attri_findings_new (99);
    g_autoptr (AttriFindings) again = attri_findings_new (99);

    write_files (folder, files, n);
    AttriGraph *graph = read_files (folder, files, n, FALSE, findings);
    g_autoptr (AttriGraph) other = read_files (folder, files, n, TRUE, again);
    *dump = attri_graph_dump (graph);
    g_autofree char *other_dump = attri_graph_dump (other);
    g_assert_cmpstr (*dump, ==, other_dump);

    g_autofree char *full = test_diagnostics (findings);
    g_autofree char *other_lines = test_diagnostics (again);
    g_assert_cmpstr (full, ==, other_lines);
    g_auto (GStrv) parts = g_strsplit (full, folder, -1);
    *lines = g_strjoinv ("", parts);
    for (guint i = 0; i < n; i++) {
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return graph;
}

static void
assert_has (const char *dump, const char *line)
{
    g_autofree char *whole = g_strdup_printf ("\n%s\n", line);
    g_test_message ("%s", dump);
    g_assert_nonnull (strstr (dump, whole));
}

/* A bare UUID reaches what bears it, of whatever format, type and galaxy. */
static void
test_bare_uuid (void)
{
    static const File files[] = {
        {"a.json", CLUSTER ("threat-actor", "1", "Fox", UUID ("1"), SIMILAR (UUID ("2")))},
        {"b.json", "{\"attrigraph\": 1, \"entities\": [{\"id\": \"intrusion-set--" UUID (
                       "2") "\","
                            " \"type\": \"intrusion-set\", \"name\": \"G\"}]}"},
        {"c.json", CLUSTER ("mitre-malware", "1", "M", UUID ("3"), SIMILAR (UUID ("4")))},
        {"d.json",
         "{\"type\": \"tool\", \"id\": \"tool--" UUID (
             "4") "\", \"spec_version\": "
                  "\"2.1\", \"name\": \"T\", \"created\": \"2021-01-01T00:00:00Z\", \"modified\": "
                  "\"2021-01-01T00:00:00Z\"}"},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    attri_graph_unref (read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines));

    assert_has (dump, "claim intrusion-set--" UUID ("2") " overlaps-with threat-actor--" UUID (
                          "1") " by=misp-galaxy-threat-actor-1 hedge=stated wording=\"similar\""
                               " cite(misp-galaxy-threat-actor-1)");
    assert_has (dump, "claim malware--" UUID ("3") " overlaps-with tool--" UUID (
                          "4") " by=misp-galaxy-mitre-malware-1 hedge=stated wording=\"similar\""
                               " cite(misp-galaxy-mitre-malware-1)");
    g_assert_cmpstr (lines, ==, "");
}

/* An ATT&CK id among the names reaches the record that bears it, and none of its kin. */
static void
test_attack_id (void)
{
    static const File files[] = {
        {"a.json", CLUSTER ("threat-actor", "1", "Fox", UUID ("1"),
                            ", \"meta\": {\"synonyms\": [\"G0096\", \"S0001\"]}")},
        {"b.json",
         "{\"attrigraph\": 1, \"entities\": ["
         "{\"id\": \"fox\", \"type\": \"intrusion-set\", \"name\": \"G\", \"external_references\": "
         "[{\"source_name\": \"mitre-attack\", \"external_id\": \"G0096\"}]},"
         "{\"id\": \"hen\", \"type\": \"intrusion-set\", \"name\": \"H\", \"external_references\": "
         "[{\"source_name\": \"elsewhere\", \"external_id\": \"G0096\"}]},"
         "{\"id\": \"owl\", \"type\": \"intrusion-set\", \"name\": \"O\", \"external_references\": "
         "[{\"source_name\": \"mitre-attack\", \"external_id\": \"S0001\"}]}]}"},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    attri_graph_unref (read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines));

    assert_has (
        dump,
        "claim threat-actor--" UUID (
            "1") " same-as fox"
                 " by=misp-galaxy-threat-actor-1 hedge=stated cite(misp-galaxy-threat-actor-1)");
    assert_has (
        dump,
        "claim threat-actor--" UUID (
            "1") " same-as mitre-attack:S0001"
                 " by=misp-galaxy-threat-actor-1 hedge=stated cite(misp-galaxy-threat-actor-1)");
    g_assert_cmpstr (
        lines, ==,
        "/a.json:1:160: warning: /values/0/meta/synonyms/1: nothing with the ATT&CK id "
        "'S0001' is read; expected the release of ATT&CK that has it\n");
}

/* ATT&CK's own record and MISP's copies of it are one, with the names of all. */
static void
test_mitre_copy (void)
{
    static const File files[] = {
        {"a.json", CLUSTER ("mitre-intrusion-set", "1", "Old Name - G9", UUID ("1"),
                            ", \"meta\": {\"external_id\": \"G9\"}")},
        {"b.json", "{\"type\": \"intrusion-set\", \"id\": \"intrusion-set--" UUID (
                       "1") "\","
                            " \"spec_version\": \"2.1\", \"name\": \"Renamed\", \"created\": "
                            "\"2021-01-01T00:00:00Z\", \"modified\": \"2021-01-01T00:00:00Z\"}"},
        {"c.json", CLUSTER ("mitre-intrusion-set", "2", "Renamed - G9", UUID ("1"),
                            ", \"meta\": {\"external_id\": \"G9\"}")},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    g_autoptr (AttriGraph) graph = read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines);

    g_assert_cmpuint (attri_graph_get_n_entities (graph), ==, 1);
    g_assert_cmpstr (attri_graph_get_entity (graph, 0)->name, ==, "Renamed");
    assert_has (dump, "claim intrusion-set--" UUID (
                          "1") " alias value=\"Old Name\""
                               " by=misp-galaxy-mitre-intrusion-set-1 hedge=stated"
                               " cite(misp-galaxy-mitre-intrusion-set-1)");
    g_assert_cmpstr (lines, ==,
                     "/a.json:1:71: note: /values/0: 'Old Name' is called 'Renamed' by another "
                     "record with this id\n");
}

/* What another file says of a country, a galaxy or its source is left as it is. */
static void
test_known_things (void)
{
    static const File files[] = {
        {"a.json",
         CLUSTER ("threat-actor", "1", "Fox", UUID ("1"), ", \"meta\": {\"country\": \"CN\"}")},
        {"b.json", "{\"attrigraph\": 1, \"entities\": [{\"id\": \"location--cn\", \"type\": "
                   "\"location\", \"name\": \"PRC\"}], \"sources\": [{\"id\": "
                   "\"misp-galaxy-threat-actor-1\", \"title\": \"Ours\", \"publisher\": \"Us\"}]}"},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    g_autoptr (AttriGraph) graph = read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines);

    const guint32 place = attri_graph_find_entity (graph, "location--cn");
    const guint32 source = attri_graph_find_source (graph, "misp-galaxy-threat-actor-1");
    g_assert_cmpstr (attri_graph_get_entity (graph, place)->name, ==, "PRC");
    g_assert_cmpstr (attri_graph_get_source (graph, source)->title, ==, "Ours");
    g_assert_cmpstr (lines, ==, "");
}

/* Who gave a name is known by name where the galaxy of producers is read too. */
static void
test_producer (void)
{
    static const File files[] = {
        {"a.json", CLUSTER ("threat-actor", "1", "Fox", UUID ("1"),
                            ", \"meta\": {\"synonyms\": [\"Red Fox\"], \"name-attribution\": "
                            "[\"Red Fox:" UUID ("2") "\"]}")},
        {"b.json", CLUSTER ("producer", "7", "Fox Works", UUID ("2"), "")},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    attri_graph_unref (read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines));

    assert_has (
        dump, "claim threat-actor--" UUID (
                  "1") " alias value=\"Red Fox\""
                       " by=misp-galaxy-threat-actor-1 hedge=stated cite(misp-galaxy-threat-actor-1"
                       " cites=misp-producer-fox-works quote=\"Red Fox:" UUID (
                           "2") "\" reading=verbatim)");
    g_assert_cmpstr (lines, ==, "");
}

/* Two versions are editions of one galaxy, each with its claims. */
static void
test_editions (void)
{
    static const File files[] = {
        {"a.json", CLUSTER ("threat-actor", "1", "Fox", UUID ("1"),
                            ", \"meta\": {\"synonyms\": [\"Red Fox\"]}")},
        {"b.json", CLUSTER ("threat-actor", "2", "Fox", UUID ("1"),
                            ", \"meta\": {\"synonyms\": [\"Red Fox\"]}")},
        /* Says to be that edition, and is called otherwise. */
        {"c.json", "{\"name\": \"F\", \"type\": \"threat-actor\", \"version\": \"2\", "
                   "\"values\": []}"},
    };
    g_autofree char *dump = NULL;
    g_autofree char *lines = NULL;
    g_autoptr (AttriGraph) graph = read_both_ways (files, G_N_ELEMENTS (files), &dump, &lines);

    g_assert_cmpuint (attri_graph_get_n_entities (graph), ==, 1);
    g_assert_cmpuint (attri_graph_get_n_claims (graph), ==, 2);
    g_assert_cmpuint (attri_graph_get_n_sources (graph), ==, 3);
    const guint32 galaxy = attri_graph_find_source (graph, "misp-galaxy-threat-actor");
    for (guint32 i = 0; i < 2; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        g_assert_cmpuint (attri_graph_get_source (graph, claim->claimant)->edition_of, ==, galaxy);
    }
    g_assert_cmpstr (lines, ==, "");
}

/* However long a list is, its places are found by going along with it once. */
static void
test_long_lists (void)
{
    g_autoptr (GString) text = g_string_new ("{\"type\": \"threat-actor\", \"values\": [{\"value\":"
                                             " \"Fox\", \"uuid\": \"" UUID ("1") "\", \"meta\": {");
    for (guint i = 0; i < 50000; i++)
        g_string_append_printf (text, "\"origin:%u\": \"x\", \"field-%u\": 1, ", i, i);
    g_string_append (text, "\"synonyms\": [");
    for (guint i = 0; i < 50000; i++)
        g_string_append_printf (text, "\"s%u\", %u, ", i, i);
    g_string_append (text, "\"\"]}}]}");
    g_autoptr (AttriFindings) findings = attri_findings_new (20000);
    g_autoptr (AttriGraph) graph = test_read_text ("x", text->str, text->len, findings);

    g_assert_nonnull (graph);
    g_assert_cmpuint (attri_graph_get_n_claims (graph), ==, 100000);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), ==, 50001);
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_INFO), ==, 100001);
}

/* ---- the published galaxy ---- */

static guint
count_claims (const AttriGraph *graph, const char *type)
{
    guint n = 0;
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        n += strcmp (attri_graph_get_claim (graph, i)->type, type) == 0;
    return n;
}

static guint
count_rule (const AttriFindings *findings, const char *slug)
{
    g_autoptr (GArray) counts = attri_findings_count_by_rule (findings, NULL);
    for (guint i = 0; i < counts->len; i++) {
        const AttriRuleCount *row = &g_array_index (counts, AttriRuleCount, i);
        if (strcmp (row->rule->slug, slug) == 0)
            return row->count;
    }
    return 0;
}

/* Counted by hand: see the comments. */
static void
test_corpus (void)
{
    g_autofree char *path = test_corpus_path ("misp-threat-actor.json");
    if (path == NULL)
        return;
    const char *paths[] = {path, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (AttriReadReport) report = attri_read_report_new ();
    g_autoptr (GError) error = NULL;

    attri_read_paths_full (builder, paths, NULL, findings, report, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);

    const AttriReadFile *file = attri_read_report_find (report, path);
    for (guint i = 0; i < file->n_types; i++) {
        if (strcmp (file->types[i].type->type, "threat-actor") == 0)
            g_assert_cmpuint (file->types[i].count, ==, 1041);
    }
    /* 1403 synonyms, of which 87 are ids of ATT&CK's and 2 the entry's own name. */
    g_assert_cmpuint (count_claims (graph, "alias"), ==, 1403 - 87 - 2);
    g_assert_cmpuint (count_claims (graph, "same-as"), ==, 87);
    /* 477 countries, one of them empty; 99 sponsors, 8 of them unknown. */
    g_assert_cmpuint (count_claims (graph, "originates-from"), ==, 477 - 1);
    g_assert_cmpuint (count_claims (graph, "sponsored-by"), ==, 99 - 8);
    /* 284 similar and 4 overlaps; one points to itself, 44 say what the other end says. */
    g_assert_cmpuint (count_claims (graph, "overlaps-with"), ==, 284 + 4 - 1 - 44);
    /* 106 uses and 5 deploys; 4 linked-to, one related-to and one associated-with, two of
     * which say what the other end says. */
    g_assert_cmpuint (count_claims (graph, "uses"), ==, 106 + 5);
    g_assert_cmpuint (count_claims (graph, "related-to"), ==, 4 + 1 + 1 - 2);
    g_assert_cmpuint (count_claims (graph, "part-of"), ==, 2);
    g_assert_cmpuint (count_claims (graph, "delivers"), ==, 1);
    /* Of 432 relations 108 stay inside the galaxy. */
    g_assert_cmpuint (count_rule (findings, "dangling-object"), ==, 432 - 108 + 87);
    g_assert_cmpuint (count_rule (findings, "self-reference"), ==, 1);
}

/* Beside ATT&CK the bare UUIDs and ids reach its records: MISP's APT41 is said to be both its
 * APT41 and its Winnti Group, and its APT17 to be the group of that name. */
static void
test_corpus_beside_attack (void)
{
    g_autofree char *galaxy = test_corpus_path ("misp-threat-actor.json");
    g_autofree char *attack =
        galaxy != NULL ? test_corpus_path ("attack-enterprise-18.1.json") : NULL;
    if (attack == NULL)
        return;
    const char *paths[] = {galaxy, attack, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) graph =
        attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);

    static const struct {
        const char *from;
        const char *type;
        const char *to;
    } edges[] = {
        {"threat-actor--9c124874-042d-48cd-b72b-ccdc51ecbbd6", "same-as",
         "intrusion-set--18854f55-ac7c-4634-bd9a-352dd07613b7"},
        {"threat-actor--9c124874-042d-48cd-b72b-ccdc51ecbbd6", "same-as",
         "intrusion-set--c5947e1c-1cbc-434c-94b8-27c7e3be0fff"},
        {"intrusion-set--090242d7-73fc-4738-af68-20162f7a5aae", "overlaps-with",
         "threat-actor--99e30d89-9361-4b73-a999-9e5ff9320bcb"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (edges); i++) {
        const guint32 from = attri_graph_find_entity (graph, edges[i].from);
        const guint32 to = attri_graph_find_entity (graph, edges[i].to);
        gboolean found = FALSE;
        for (guint32 j = 0; j < attri_graph_get_n_edges (graph); j++) {
            const AttriEdge *edge = attri_graph_get_edge (graph, j);
            found = found || (edge->from == from && edge->to == to &&
                              strcmp (edge->type, edges[i].type) == 0);
        }
        g_test_message ("%s %s %s", edges[i].from, edges[i].type, edges[i].to);
        g_assert_true (found && from != ATTRI_NONE && to != ATTRI_NONE);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/misp/", cases[i].name + 5, NULL);
        g_test_add_data_func (path, GUINT_TO_POINTER (i), test_golden);
    }
    g_test_add_func ("/read/misp/bare-uuid", test_bare_uuid);
    g_test_add_func ("/read/misp/attack-id", test_attack_id);
    g_test_add_func ("/read/misp/mitre-copy", test_mitre_copy);
    g_test_add_func ("/read/misp/known-things", test_known_things);
    g_test_add_func ("/read/misp/producer", test_producer);
    g_test_add_func ("/read/misp/editions", test_editions);
    g_test_add_func ("/read/misp/long-lists", test_long_lists);
    g_test_add_func ("/read/misp/corpus", test_corpus);
    g_test_add_func ("/read/misp/corpus-beside-attack", test_corpus_beside_attack);
    return g_test_run ();
}
