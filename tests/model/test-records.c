/* SPDX-License-Identifier: MIT
 *
 * test-records.c: what is shown of several records of one entity, and what is kept.
 */
#include "case.h"

#include <string.h>

typedef struct {
    const char *id;
    const char *name;
    const char *description;
    const char *country;
    AttriDate recorded;
} Record;

static void
add_record (AttriGraphBuilder *builder, const Record *record)
{
    static const AttriReference one = {.source = "authority", .external_id = "1"};
    const AttriEntityDraft draft = {.row = {.id = record->id,
                                            .type = "tool",
                                            .name = record->name,
                                            .description = record->description,
                                            .country = record->country},
                                    .references = &one,
                                    .n_references = 1,
                                    .recorded = record->recorded};
    attri_graph_builder_add_entity (builder, &draft);
}

/* What the dump says of the entities, forwards and backwards. */
static void
check (const Record *records, guint n, const char *expected, guint n_findings)
{
    for (guint backwards = 0; backwards < 2; backwards++) {
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        g_autoptr (AttriFindings) findings = attri_findings_new (9);
        for (guint i = 0; i < n; i++)
            add_record (builder, &records[backwards ? n - 1 - i : i]);
        g_autoptr (AttriGraph) graph = attri_graph_builder_end (builder, findings, NULL);
        g_assert_nonnull (graph);
        g_autofree char *dump = attri_graph_dump (graph);
        g_assert_cmpstr (strchr (dump, '\n') + 1, ==, expected);
        g_assert_cmpuint (attri_findings_count (findings, ATTRI_SEVERITY_INFO), ==, n_findings);
    }
}

#define REFERENCE " reference( source=\"authority\" external_id=\"1\" )\n"

static void
test_repeat (void)
{
    const Record records[] = {{"a", "A", "D", NULL, {2021, 0, 0}},
                              {"a", "A", "D", NULL, {2021, 0, 0}}};
    check (records, 2, "entity a type=tool name=\"A\" description=\"D\" recorded=2021" REFERENCE,
           0);
}

/* The newest value is shown, the older one kept with its date. */
static void
test_newest (void)
{
    const Record records[] = {{"a", "A", "Better", "CN", {2021, 0, 0}},
                              {"a", "A", "A worse one", NULL, {2022, 3, 0}}};
    check (records, 2,
           "entity a type=tool name=\"A\" description=\"A worse one\" country=\"CN\" "
           "recorded=2022-03" REFERENCE
           "  record a type=tool name=\"A\" description=\"A worse one\" recorded=2022-03" REFERENCE
           "  record a description=\"Better\" country=\"CN\" recorded=2021\n",
           1);
}

/* Of one day the least by bytes, each field by itself; of the rest as many rows as it takes. */
static void
test_least (void)
{
    const Record records[] = {{"a", "A", "x", "US", {2021, 0, 0}},
                              {"a", "A", "y", "CN", {2021, 0, 0}},
                              {"a", "A", "z", NULL, {2021, 0, 0}}};
    check (
        records, 3,
        "entity a type=tool name=\"A\" description=\"x\" country=\"CN\" recorded=2021" REFERENCE
        "  record a type=tool name=\"A\" description=\"x\" country=\"CN\" recorded=2021" REFERENCE
        "  record a description=\"y\" country=\"US\" recorded=2021\n"
        "  record a description=\"z\" recorded=2021\n",
        3);
}

/* What is said again later is said later; no date is before any. */
static void
test_dates (void)
{
    const Record records[] = {{"a", "A", "x", NULL, {2021, 0, 0}},
                              {"a", "A", "x", NULL, {2020, 0, 0}},
                              {"a", "A", "a", NULL, {0, 0, 0}}};
    check (records, 3,
           "entity a type=tool name=\"A\" description=\"x\" recorded=2021" REFERENCE
           "  record a type=tool name=\"A\" description=\"x\" recorded=2021" REFERENCE
           "  record a description=\"a\"\n",
           1);
}

/* Joined records keep what was said under each id. */
static void
test_joined (void)
{
    const Record records[] = {{"a", "A", "x", NULL, {2021, 0, 0}},
                              {"bb", "B", "x", NULL, {0, 0, 0}}};
    check (records, 2,
           "entity a type=tool name=\"A\" description=\"x\" recorded=2021"
           " reference( source=\"authority\" external_id=\"1\" )"
           " reference( source=\"id\" external_id=\"bb\" )"
           " reference( source=\"name\" external_id=\"B\" )\n"
           "  record a type=tool name=\"A\" description=\"x\" recorded=2021" REFERENCE
           "  record bb type=tool name=\"B\" description=\"x\"" REFERENCE,
           2);
}

/* What merely points at an entity gives it neither id nor name, however short they are. */
static void
test_placeholder (void)
{
    static const AttriReference one = {.source = "authority", .external_id = "1"};
    const Record records[] = {{"long-id", "Long", NULL, NULL, {0, 0, 0}}};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_record (builder, &records[0]);
    attri_graph_builder_add_entity (
        builder,
        &(AttriEntityDraft){.row = {.id = "a", .type = "tool", .name = "a", .placeholder = TRUE},
                            .references = &one,
                            .n_references = 1});
    g_autoptr (AttriGraph) graph = end_well (builder);
    const AttriEntity *entity = attri_graph_get_entity (graph, 0);
    g_assert_cmpuint (attri_graph_get_n_entities (graph), ==, 1);
    g_assert_cmpstr (entity->id, ==, "long-id");
    g_assert_cmpstr (entity->name, ==, "Long");
    g_assert_false (entity->placeholder);
}

/* Unless they are to be kept apart. */
static void
test_apart (void)
{
    const Record records[] = {{"a", "A", NULL, NULL, {0, 0, 0}},
                              {"bb", "B", NULL, NULL, {0, 0, 0}}};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    attri_graph_builder_keep_apart (builder);
    add_record (builder, &records[0]);
    add_record (builder, &records[1]);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_assert_cmpuint (attri_graph_get_n_entities (graph), ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/records/repeat", test_repeat);
    g_test_add_func ("/model/records/newest", test_newest);
    g_test_add_func ("/model/records/least", test_least);
    g_test_add_func ("/model/records/dates", test_dates);
    g_test_add_func ("/model/records/joined", test_joined);
    g_test_add_func ("/model/records/placeholder", test_placeholder);
    g_test_add_func ("/model/records/apart", test_apart);
    return g_test_run ();
}
