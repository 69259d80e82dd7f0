/* SPDX-License-Identifier: MIT
 *
 * test-stix.c: STIX documents, each guarding a rule of the reader, as the graph
 * they make or as what is said of them; and that neither order nor files make a
 * difference.
 */
#include "support/reading.h"
#include "json/scan-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    const char *name;
    guint goldens;
} Case;

/* What each would show if the reader made the mistake it guards against. */
static const Case cases[] = {
    {"stix-bundle", TEST_GRAPH | TEST_FINDINGS},     /* the feed as claimant of all */
    {"stix-versions", TEST_GRAPH | TEST_FINDINGS},   /* times compared as text: .45 after .5 */
    {"stix-agreeing", TEST_GRAPH | TEST_FINDINGS},   /* 2.0 and 2.1 of one object at odds */
    {"stix-revoked", TEST_GRAPH | TEST_FINDINGS},    /* revoked and deprecated as one */
    {"stix-2.0", TEST_GRAPH | TEST_FINDINGS},        /* observables in observed data as entities */
    {"stix-bare", TEST_GRAPH | TEST_FINDINGS},       /* ends that are elsewhere as no ends */
    {"stix-observable", TEST_GRAPH | TEST_FINDINGS}, /* no name, no entity */
    {"stix-observed", TEST_GRAPH | TEST_FINDINGS},   /* its member objects as a bundle's */
    {"stix-objects", TEST_GRAPH},                    /* an array, or a bundle in it, as no STIX */
    {"stix-sightings", TEST_GRAPH | TEST_FINDINGS},  /* seen by who tells of it */
    {"stix-edges", TEST_GRAPH | TEST_FINDINGS},      /* *_refs lost; an empty one as an id */
    {"stix-reports", TEST_GRAPH | TEST_FINDINGS},    /* reports as hubs; revoked ones heard */
    {"stix-opinions", TEST_GRAPH | TEST_FINDINGS},   /* who disagrees as one more source for it */
    {"stix-citations", TEST_GRAPH | TEST_FINDINGS},  /* one page under two names as two sources */
    {"stix-aliases", TEST_GRAPH | TEST_FINDINGS},    /* every alias citing all reports */
    {"stix-carriers", TEST_GRAPH},                   /* a feed that has ATT&CK's ids as ATT&CK */
    {"stix-releases", TEST_GRAPH | TEST_FINDINGS},   /* a release as a source of its own */
    {"stix-markings", TEST_GRAPH | TEST_FINDINGS},   /* a copyright as TLP; its ids unknown */
    {"stix-clear", TEST_GRAPH},                      /* CLEAR sources of what is not */
    {"stix-parts", TEST_GRAPH | TEST_FINDINGS},      /* RED in part, shown as the rest */
    {"stix-ends", TEST_GRAPH | TEST_FINDINGS},       /* relations to reports, or to nothing */
    {"stix-entities", TEST_GRAPH | TEST_FINDINGS},   /* custom types lost; a country's case */
    {"stix-bad", TEST_GRAPH | TEST_FINDINGS},        /* one bad member costs others */
    {"stix-own", TEST_GRAPH},                        /* our own bundle read as anybody's */
    {"stix-own-wrong", TEST_GRAPH | TEST_FINDINGS},  /* or trusted because it says so */
    {"stix-empty", TEST_GRAPH},                      /* nothing as an error */
    {"stix-objects-wrong", TEST_FINDINGS},
    {"stix-array", TEST_FINDINGS},
};

static void
test_golden (gconstpointer data)
{
    const Case *test = data;
    test_read_golden (test->name, test->goldens);
}

static void
test_survival (gconstpointer name)
{
    test_read_survives (name);
}

/* ---- order and files ---- */

/* The objects of the bundle @name, each as its text. (element-type char *) */
static GPtrArray *
load_objects (const char *name)
{
    const AttriJsonLimits limits = {10000, 64, 10000};
    gsize length;
    g_autofree char *file = g_strconcat (name, ".json", NULL);
    g_autofree char *text = test_load ("read", file, &length);
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (name, text, length, &limits, findings);
    const AttriJsonMember *objects = attri_json__document_find (document, "objects");
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < objects->n; i++) {
        const AttriJsonSpan *span = attri_json__document_element (document, objects, i);
        g_ptr_array_add (texts, g_strndup (text + span->start, span->end - span->start));
    }
    return texts;
}

static void
shuffle (GPtrArray *texts, GRand *random)
{
    for (guint i = texts->len; i > 1; i--) {
        const guint j = (guint)g_rand_int_range (random, 0, (gint32)i);
        gpointer last = texts->pdata[i - 1];
        texts->pdata[i - 1] = texts->pdata[j];
        texts->pdata[j] = last;
    }
}

static char *
dump_bundle (const char *name, const GPtrArray *texts)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1000);
    g_autoptr (GString) bundle = g_string_new ("{\"type\": \"bundle\", \"objects\": [");

    for (guint i = 0; i < texts->len; i++)
        g_string_append_printf (bundle, "%s%s", i > 0 ? "," : "", (char *)texts->pdata[i]);
    g_string_append (bundle, "]}");
    g_autoptr (AttriGraph) graph = test_read_text (name, bundle->str, bundle->len, findings);
    g_assert_nonnull (graph);
    return attri_graph_dump (graph);
}

static void
test_order (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (41);

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *file = g_strconcat (cases[i].name, ".json", NULL);
        gsize length;
        g_autofree char *text = test_load ("read", file, &length);
        if (strstr (text, "\"bundle\"") == NULL || strstr (text, "\"objects\": [\n") == NULL ||
            text[0] == '[')
            continue;
        g_autoptr (GPtrArray) texts = load_objects (cases[i].name);
        g_autofree char *first = dump_bundle (file, texts);
        g_test_message ("%s", file);
        for (guint round = 0; round < 20; round++) {
            shuffle (texts, random);
            g_autofree char *other = dump_bundle (file, texts);
            g_assert_cmpstr (other, ==, first);
        }
    }
}

static AttriGraph *
read_folder (const char *folder)
{
    const char *paths[] = {folder, NULL};
    g_autoptr (AttriGraphBuilder) builder = attri_graph_builder_new ();
    g_autoptr (AttriFindings) findings = attri_findings_new (9);
    g_autoptr (GError) error = NULL;

    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    AttriGraph *graph = attri_graph_builder_end (g_steal_pointer (&builder), findings, &error);
    g_assert_no_error (error);
    return graph;
}

static void
write_files (const char *folder, const GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        g_autofree char *path = g_strdup_printf ("%s/%03u.json", folder, i);
        g_assert_true (g_file_set_contents (path, texts->pdata[i], -1, NULL));
    }
}

static void
remove_files (const char *folder, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *path = g_strdup_printf ("%s/%03u.json", folder, i);
        g_assert_cmpint (g_remove (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A bundle says what its objects say, each in a file of its own. */
static void
test_files (void)
{
    static const char *const names[] = {"stix-bundle",  "stix-versions", "stix-reports",
                                        "stix-aliases", "stix-releases", "stix-ends"};
    g_autoptr (GRand) random = g_rand_new_with_seed (42);

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *folder = g_dir_make_tmp ("attrigraph-XXXXXX", NULL);
        g_autoptr (GPtrArray) texts = load_objects (names[i]);
        g_autofree char *expected = dump_bundle (names[i], texts);
        shuffle (texts, random);
        write_files (folder, texts);
        g_autoptr (AttriGraph) graph = read_folder (folder);
        g_autofree char *observed = attri_graph_dump (graph);
        g_test_message ("%s", names[i]);
        g_assert_cmpstr (observed, ==, expected);
        remove_files (folder, texts->len);
    }
}

/* Objects without an author, one a file, have their folder for a source, not each a file. */
static void
test_folder_of_nobody (void)
{
    g_autofree char *parent = g_dir_make_tmp ("attrigraph-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename (parent, "Field notes", NULL);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 1; i <= 2; i++)
        g_ptr_array_add (texts,
                         g_strdup_printf ("{\"type\": \"relationship\", \"relationship_type\": "
                                          "\"uses\", \"id\": \"relationship--%u\", \"source_ref\": "
                                          "\"campaign--1\", \"target_ref\": \"tool--%u\"}",
                                          i, i));
    g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    write_files (folder, texts);
    g_autoptr (AttriGraph) graph = read_folder (folder);
    g_assert_cmpuint (attri_graph_get_n_sources (graph), ==, 1);
    g_assert_cmpstr (attri_graph_get_source (graph, 0)->id, ==, "field-notes");
    g_assert_cmpuint (attri_graph_get_n_claims (graph), ==, 2);
    remove_files (folder, texts->len);
    g_assert_cmpint (g_rmdir (parent), ==, 0);
}

/* What one file only points to, a file of the own format may define. */
static void
test_placeholder (void)
{
    g_autofree char *folder = g_dir_make_tmp ("attrigraph-XXXXXX", NULL);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

    g_ptr_array_add (texts,
                     g_strdup ("{\"type\": \"relationship\", \"relationship_type\": \"uses\", "
                               "\"id\": \"relationship--1\", \"source_ref\": \"campaign--1\", "
                               "\"target_ref\": \"tool--1\"}"));
    g_ptr_array_add (texts,
                     g_strdup ("{\"attrigraph\": 1, \"entities\": [{\"id\": \"campaign--1\", "
                               "\"type\": \"campaign\", \"name\": \"Named\"}]}"));
    write_files (folder, texts);
    g_autoptr (AttriGraph) graph = read_folder (folder);
    const AttriEntity *named =
        attri_graph_get_entity (graph, attri_graph_find_entity (graph, "campaign--1"));
    const AttriEntity *unknown =
        attri_graph_get_entity (graph, attri_graph_find_entity (graph, "tool--1"));
    g_assert_cmpstr (named->name, ==, "Named");
    g_assert_false (named->placeholder);
    g_assert_cmpstr (unknown->type, ==, "tool");
    g_assert_true (unknown->placeholder);
    remove_files (folder, texts->len);
}

/* ---- size ---- */

/* Findings beyond the bound are counted quickly, in a document of one line as in any. */
static void
test_many_findings (void)
{
    g_autoptr (GString) text = g_string_new ("[");
    for (guint i = 0; i < 50000; i++)
        g_string_append_printf (text,
                                "{\"type\": \"tool\", \"id\": \"tool--%u\", \"name\": 1, "
                                "\"aliases\": [1, 2]},",
                                i);
    g_string_append (text, "0]");
    g_autoptr (AttriFindings) findings = attri_findings_new (5);
    g_autoptr (AttriGraph) graph = test_read_text ("x", text->str, text->len, findings);

    g_assert_cmpuint (attri_graph_get_n_entities (graph), ==, 50000);
    /* An odd id, no text for a name and two for aliases; and the 0. */
    g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_WARNING), ==, 200001);
    g_assert_cmpuint (attri_findings_get_n_kept (findings), ==, 5);
}

/* Texts that make a careless reader look at every bracket again and again. */
static void
test_hostile_text (void)
{
    static const char *const pieces[] = {"[",          "(Citation:", "[a](http", "(C",
                                         "[](http://", ")",          "((((",     "[x](http://y) "};

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new (
            "{\"objects\": [{\"type\": \"tool\", \"id\": \"tool--1\", \"description\": \"");
        while (text->len < 64000)
            g_string_append (text, pieces[i]);
        g_string_append (text, "\"}]}");
        g_autoptr (AttriFindings) findings = attri_findings_new (5);
        g_autoptr (AttriGraph) graph = test_read_text ("x", text->str, text->len, findings);
        g_assert_nonnull (graph);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *path = g_strconcat ("/read/", cases[i].name, NULL);
        g_test_add_data_func (path, &cases[i], test_golden);
    }
    g_test_add_data_func ("/read/stix/survival/bundle", "stix-bundle", test_survival);
    g_test_add_data_func ("/read/stix/survival/bad", "stix-bad", test_survival);
    g_test_add_data_func ("/read/stix/survival/own", "stix-own", test_survival);
    g_test_add_func ("/read/stix/order", test_order);
    g_test_add_func ("/read/stix/files", test_files);
    g_test_add_func ("/read/stix/folder-of-nobody", test_folder_of_nobody);
    g_test_add_func ("/read/stix/placeholder", test_placeholder);
    g_test_add_func ("/read/stix/many-findings", test_many_findings);
    g_test_add_func ("/read/stix/hostile-text", test_hostile_text);
    return g_test_run ();
}
