/* SPDX-License-Identifier: MIT
 *
 * test-sources.c: which records are one source, and what is shown of it.
 */
#include "case.h"

#include <string.h>

static void
add_draft (AttriGraphBuilder *builder, const char *id, const char *title, const char *publisher,
           AttriDate published, const char *url, guint32 line, gboolean generated)
{
    const AttriSource row = {.id = id,
                             .title = title,
                             .publisher = publisher,
                             .published = published,
                             .url = url,
                             .read = !generated,
                             .place = {generated ? "feed" : "own", line, 1}};
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = row, .generated = generated});
}

/* The sources of the graph, a line each, then the findings. */
static char *
build (AttriGraphBuilder *builder)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (100);
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    g_autofree char *dump = attri_graph_dump (graph);
    const char *end = strstr (dump, "entity ");
    const char *start = strchr (dump, '\n') + 1;
    g_autofree char *sources =
        end != NULL ? g_strndup (start, (gsize)(end - start)) : g_strdup (start);
    g_autofree char *printed = print_findings (findings);
    return g_strconcat (sources, printed, NULL);
}

static void
assert_built (AttriGraphBuilder *builder, const char *expected)
{
    g_autofree char *built = build (builder);
    g_assert_cmpstr (built, ==, expected);
}

/* One of many: declared records, references to the same pages from two feeds, and others. */
static void
add_part (AttriGraphBuilder *builder, guint part)
{
    switch (part) {
    case 0:
        add_draft (builder, "trend-2022", "Delving Deep", "Trend Micro", (AttriDate){2022, 0, 0},
                   "https://www.trendmicro.com/deep.pdf", 1, FALSE);
        break;
    case 1: /* the same page; a date that says more is no contradiction */
        add_draft (builder, "a-report", "Delving Deep: An Analysis", "Trend",
                   (AttriDate){2022, 1, 17}, "http://trendmicro.com/deep.pdf#page=2", 1, TRUE);
        break;
    case 2: /* another name for it */
        add_draft (builder, "trendmicro-com-deep-pdf", "trendmicro.com/deep.pdf", "Trend Micro",
                   ATTRI_DATE_NONE, "https://trendmicro.com/deep.pdf/", 2, TRUE);
        break;
    case 3: /* without a URL, and two feeds that know it */
        add_draft (builder, "insikt", "Insikt's", "Recorded Future", ATTRI_DATE_NONE, NULL, 2,
                   FALSE);
        break;
    case 4:
        add_draft (builder, "x-long", "example.org/x", "Example", (AttriDate){2020, 5, 0},
                   "https://example.org/x", 3, TRUE);
        break;
    case 5:
        add_draft (builder, "x", "On X", "Another", (AttriDate){2020, 5, 7},
                   "https://web.archive.org/web/2021/https://example.org/x", 4, TRUE);
        break;
    case 6: /* contradicts both, once */
        add_draft (builder, "xx", "Of X", "Example", (AttriDate){2021, 0, 0},
                   "https://example.org/x", 5, TRUE);
        break;
    case 7: /* two editions at one address stay two, whatever refers to it */
        add_draft (builder, "list-1", "List 1", "Lists", (AttriDate){2019, 0, 0},
                   "https://example.com/list", 3, FALSE);
        break;
    case 8:
        add_draft (builder, "list-2", "List 2", "Lists", (AttriDate){2020, 0, 0},
                   "https://example.com/list", 4, FALSE);
        break;
    case 9:
        add_draft (builder, "list", "List", "example.com", ATTRI_DATE_NONE,
                   "https://example.com/list", 6, TRUE);
        break;
    case 10: /* contradicts what was declared */
        add_draft (builder, "falcon", "Falcon", "CrowdStrike", (AttriDate){2022, 0, 0},
                   "https://crowdstrike.com/f", 5, FALSE);
        break;
    case 11:
        add_draft (builder, "falcon-hunt", "Hunt", "CrowdStrike", (AttriDate){2023, 0, 0},
                   "https://crowdstrike.com/f", 7, TRUE);
        break;
    case 12:
        add_draft (builder, "falcon-again", "Hunt", "CrowdStrike", (AttriDate){2024, 0, 0},
                   "https://crowdstrike.com/f", 8, TRUE);
        break;
    }
}

#define N_PARTS 13

static const char expected[] =
    "source falcon publisher=\"CrowdStrike\" title=\"Falcon\" published=2022 "
    "url=\"https://crowdstrike.com/f\" kind=report\n"
    "source insikt publisher=\"Recorded Future\" title=\"Insikt's\" kind=report\n"
    "source list publisher=\"example.com\" title=\"List\" url=\"https://example.com/list\" "
    "kind=report unread generated\n"
    "source list-1 publisher=\"Lists\" title=\"List 1\" published=2019 "
    "url=\"https://example.com/list\" kind=report\n"
    "source list-2 publisher=\"Lists\" title=\"List 2\" published=2020 "
    "url=\"https://example.com/list\" kind=report\n"
    "source trend-2022 publisher=\"Trend Micro\" title=\"Delving Deep\" published=2022 "
    "url=\"https://www.trendmicro.com/deep.pdf\" kind=report\n"
    "source x publisher=\"Another\" title=\"Of X\" published=2020-05-07 "
    "url=\"https://example.org/x\" kind=report unread generated\n"
    "feed:5:1: info: conflicting-reference: source 'xx' has another date here, '2021'; expected "
    "'2020-05-07', as at feed:3\n"
    "feed:8:1: warning: conflicting-field: source 'falcon-again' has another date here, '2024'; "
    "expected '2022', as at own:5\n";

static void
test_join (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (22);
    guint order[N_PARTS];
    for (guint i = 0; i < N_PARTS; i++)
        order[i] = i;
    for (guint round = 0; round < 200; round++) {
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        for (guint i = 0; i < N_PARTS; i++)
            add_part (builder, order[i]);
        assert_built (builder, expected);
        for (guint i = N_PARTS - 1; i > 0; i--) {
            const guint j = (guint)g_rand_int_range (rand, 0, (gint32)i + 1);
            const guint swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}

/* Every id leads to the joined source. */
static void
test_ids (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint i = 0; i < N_PARTS; i++)
        add_part (builder, i);
    add_entity (builder, "a", "intrusion-set", "A");
    add_entity (builder, "b", "tool", "B");
    add_claim (builder, "a", "uses", "b", "trend-2022");
    add_claim (builder, "a", "uses", "b", "a-report");
    add_claim (builder, "a", "uses", "b", "trendmicro-com-deep-pdf");
    add_claim (builder, "b", "uses", "a", "x-long");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_assert_cmpuint (attri_graph_get_n_claims (graph), ==, 2);
    g_assert_cmpuint (attri_graph_get_claim (graph, 0)->claimant, ==,
                      attri_graph_find_source (graph, "trend-2022"));
    g_assert_cmpuint (attri_graph_get_claim (graph, 1)->claimant, ==,
                      attri_graph_find_source (graph, "x"));
    g_assert_cmpuint (attri_graph_find_source (graph, "a-report"), ==, ATTRI_NONE);
}

/* Readers make ids of names; two may be the same by chance, and that must be heard of. */
static void
test_same_id (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_draft (builder, "crowdstrike-2020", "Ours", "CrowdStrike", ATTRI_DATE_NONE, NULL, 1, FALSE);
    add_draft (builder, "crowdstrike-2020", "Theirs", "CrowdStrike", ATTRI_DATE_NONE,
               "https://crowdstrike.com/x", 2, TRUE);
    add_draft (builder, "r", "R", "P", ATTRI_DATE_NONE, "https://example.com/1", 3, TRUE);
    add_draft (builder, "r", "R", "P", ATTRI_DATE_NONE, "https://example.com/2", 4, TRUE);
    /* Written by us and read again: nothing to say. */
    add_draft (builder, "s", "S", "P", ATTRI_DATE_NONE, "https://example.com/s", 5, FALSE);
    add_draft (builder, "s", "S", "P", ATTRI_DATE_NONE, "https://example.com/s", 6, TRUE);
    assert_built (
        builder,
        "source crowdstrike-2020 publisher=\"CrowdStrike\" title=\"Ours\" "
        "url=\"https://crowdstrike.com/x\" kind=report\n"
        "source r publisher=\"P\" title=\"R\" url=\"https://example.com/1\" kind=report unread "
        "generated\n"
        "source s publisher=\"P\" title=\"S\" url=\"https://example.com/s\" kind=report\n"
        "feed:2:1: warning: conflicting-field: source 'crowdstrike-2020' has another title here, "
        "'Theirs'; expected 'Ours', as at own:1\n"
        "feed:4:1: warning: conflicting-field: source 'r' has another URL here, "
        "'https://example.com/2'; expected 'https://example.com/1', as at feed:3\n");
}

/* What is based on a reference to itself is based on nothing; a slip stays one. */
static void
test_lineage (void)
{
    const char *const reference[] = {"ref", NULL};
    const char *const itself[] = {"slip", NULL};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_draft (builder, "ref", "R", "P", ATTRI_DATE_NONE, "https://example.com/r", 1, TRUE);
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "own",
                                                                .title = "O",
                                                                .url = "http://example.com/r",
                                                                .read = TRUE},
                                                        .based_on = reference,
                                                        .edition_of = "ref"});
    attri_graph_builder_add_source (
        builder,
        &(AttriSourceDraft){.row = {.id = "slip", .title = "S", .read = TRUE}, .based_on = itself});
    assert_built (builder, "source own publisher=\"P\" title=\"O\" url=\"http://example.com/r\" "
                           "kind=report\n"
                           "source slip title=\"S\" kind=report based_on=slip\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/sources/join", test_join);
    g_test_add_func ("/model/sources/ids", test_ids);
    g_test_add_func ("/model/sources/same-id", test_same_id);
    g_test_add_func ("/model/sources/lineage", test_lineage);
    return g_test_run ();
}
