/* SPDX-License-Identifier: MIT
 *
 * test-namesakes.c: which of several entities of one name is meant, in a word or two.
 */
#include "model/names-private.h"

#include "case.h"

/* One more entity called @name, with @number of a catalogue unless NULL. */
static void
add_numbered (AttriGraphBuilder *builder, const char *id, const char *type, const char *name,
              const char *number)
{
    AttriReference reference = {.source = "catalogue", .external_id = number};
    attri_graph_builder_add_entity (
        builder, &(AttriEntityDraft){.row = {.id = id, .type = type, .name = name},
                                     .references = &reference,
                                     .n_references = number != NULL});
}

static guint32
find_id (const AttriGraph *graph, const char *id)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        if (g_str_equal (attri_graph_get_entity (graph, i)->id, id))
            return i;
    }
    g_error ("no %s", id);
}

/* The marks of all, or of all but @silent, as "a=G1 b=Owl". */
static char *
tell_apart (const AttriGraph *graph, const char *silent)
{
    guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint8 *named = g_new (guint8, n + 1);
    memset (named, TRUE, n);
    if (silent != NULL)
        named[find_id (graph, silent)] = FALSE;
    g_autofree const char **marks = attri_graph__tell_apart (graph, named);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint32 i = 0; i < n; i++) {
        if (marks[i] != NULL)
            g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "",
                                    attri_graph_get_entity (graph, i)->id, marks[i]);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (AttriGraphBuilder *builder, const char *silent, const char *expected)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *marks = tell_apart (graph, silent);
    g_assert_cmpstr (marks, ==, expected);
}

static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "owl", "Owl", (AttriDate){2020, 0, 0});
    add_report (builder, "hen", "Hen", (AttriDate){2020, 0, 0});
    return builder;
}

/* Letter case tells nothing apart; a number is the plainest, then whose record it is. */
static void
test_records (void)
{
    AttriGraphBuilder *builder = begin ();
    add_numbered (builder, "a", "intrusion-set", "Fox", "G0025");
    add_numbered (builder, "b", "intrusion-set", "FOX", NULL);
    add_numbered (builder, "c", "intrusion-set", "Elk", "G0026");
    add_claim (builder, "b", "same-as", "a", "owl");
    check (builder, NULL, "a=G0025 b=Owl");
}

/* Nobody mistakes a group for its malware. */
static void
test_roles (void)
{
    AttriGraphBuilder *builder = begin ();
    add_numbered (builder, "a", "intrusion-set", "Fox", "G0025");
    add_numbered (builder, "b", "malware", "Fox", "S0025");
    add_claim (builder, "a", "uses", "b", "owl");
    check (builder, NULL, "a=threat group b=malware");
}

/* What two say of it is nobody's record; then the type tells, or nothing but the id. */
static void
test_types (void)
{
    AttriGraphBuilder *builder = begin ();
    add_numbered (builder, "a", "intrusion-set", "Fox", NULL);
    add_numbered (builder, "b", "malware", "Fox", NULL);
    add_numbered (builder, "c", "malware", "Fox", NULL);
    add_claim (builder, "a", "uses", "b", "owl");
    add_claim (builder, "a", "uses", "c", "hen");
    check (builder, NULL, "a=threat group b=b c=c");
}

/* Two records of one feed: whose they are tells nothing, and one number tells of one. */
static void
test_one_feed (void)
{
    AttriGraphBuilder *builder = begin ();
    add_numbered (builder, "a", "threat-actor", "Fox", NULL);
    add_numbered (builder, "b", "threat-actor", "Fox", NULL);
    add_numbered (builder, "c", "threat-actor", "Fox", "G7");
    add_claim (builder, "a", "same-as", "c", "owl");
    add_claim (builder, "b", "same-as", "c", "owl");
    check (builder, NULL, "a=a b=b c=G7");
}

/* A hostile file calls everything the same, and must not take all day. */
static void
test_many (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 30000; i++) {
        g_autofree char *id = g_strdup_printf ("fox-%05u", i);
        add_numbered (builder, id, "intrusion-set", "Fox", NULL);
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *marks = tell_apart (graph, NULL);
    g_assert_true (g_str_has_prefix (marks, "fox-00000=fox-00000 fox-00001=fox-00001 "));
}

/* Where only one of them is named there is nothing to tell apart. */
static void
test_alone (void)
{
    AttriGraphBuilder *builder = begin ();
    add_numbered (builder, "a", "intrusion-set", "Fox", "G0025");
    add_numbered (builder, "b", "threat-actor", "Fox", NULL);
    check (builder, "b", "");
}

/* Two numbers of one catalogue are of two records that a view folded: neither is its own. */
static void
test_numbers (void)
{
    const AttriReference references[] = {{.source = "catalogue", .external_id = "G0044"},
                                         {.source = "catalogue", .external_id = "G0096"},
                                         {.source = "other", .external_id = "7"},
                                         {.source = "stix", .external_id = "intrusion-set--0001"}};
    static const struct {
        guint first, n;
        const char *number, *numbers;
    } cases[] = {{0, 1, "G0044", "G0044"},
                 {0, 2, NULL, "G0044, G0096"},
                 {1, 2, "G0096", "G0096"},
                 {3, 1, NULL, NULL}};
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        AttriGraphBuilder *builder = begin ();
        attri_graph_builder_add_entity (
            builder, &(AttriEntityDraft){.row = {.id = "a", .type = "intrusion-set", .name = "Fox"},
                                         .references = references + cases[i].first,
                                         .n_references = cases[i].n});
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autofree char *numbers = attri_graph__list_numbers (graph, 0);
        g_assert_cmpstr (attri_graph__get_number (graph, 0), ==, cases[i].number);
        g_assert_cmpstr (numbers, ==, cases[i].numbers);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/namesakes/records", test_records);
    g_test_add_func ("/model/namesakes/roles", test_roles);
    g_test_add_func ("/model/namesakes/types", test_types);
    g_test_add_func ("/model/namesakes/one-feed", test_one_feed);
    g_test_add_func ("/model/namesakes/many", test_many);
    g_test_add_func ("/model/namesakes/numbers", test_numbers);
    g_test_add_func ("/model/namesakes/alone", test_alone);
    return g_test_run ();
}
