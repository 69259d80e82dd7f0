/* SPDX-License-Identifier: MIT
 *
 * test-path.c: chains of claims, their order computed by hand. Ids tell the type:
 * `g-` a group, `m-` malware, `t-` a tool, `s-` a sector, `x-` anything else.
 */
#include "query/net.h"
#include "support/case.h"
#include "support/corpus.h"
#include "tools.h"

#include <attrigraph/read.h>
#include <attrigraph/view.h>

#define STATED ((AttriClaim){.confidence = -1})

static AttriGraphBuilder *
begin (const char *entities)
{
    static const struct {
        char letter;
        const char *type;
    } types[] = {{'g', "intrusion-set"},  {'m', "malware"},        {'t', "tool"},
                 {'s', "sector"},         {'p', "location"},       {'i', "identity"},
                 {'a', "attack-pattern"}, {'x', "infrastructure"}, {'c', "campaign"}};
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "owl", "Owl", (AttriDate){2021, 7, 8});
    add_report (builder, "hen", "Hen", (AttriDate){2022, 1, 1});
    add_report (builder, "elk", "Elk", (AttriDate){2022, 1, 1});
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = "digest",
                                                                .title = "digest",
                                                                .publisher = "Digest",
                                                                .kind = ATTRI_SOURCE_COMPILATION}});
    g_auto (GStrv) ids = g_strsplit (entities, " ", -1);
    for (guint i = 0; ids[i] != NULL; i++)
        for (guint j = 0; j < G_N_ELEMENTS (types); j++)
            if (types[j].letter == ids[i][0])
                add_entity (builder, ids[i], types[j].type, ids[i]);
    return builder;
}

/* "g-a uses m-x; g-b uses m-x", all stated by one report. */
static void
say (AttriGraphBuilder *builder, const char *statements)
{
    g_auto (GStrv) all = g_strsplit (statements, "; ", -1);
    for (guint i = 0; all[i] != NULL; i++) {
        g_auto (GStrv) words = g_strsplit (all[i], " ", -1);
        add_claim (builder, words[0], words[1], words[2], words[3] != NULL ? words[3] : "owl");
    }
}

static AttriPaths *
ask (const AttriGraph *graph, const char *from, const char *to, AttriPathThrough through)
{
    const AttriPathWish wish = {.from = find (graph, from),
                                .to = find (graph, to),
                                .from_alias = ATTRI_NONE,
                                .to_alias = ATTRI_NONE,
                                .count = 10,
                                .through = through};
    return attri_query_paths (graph, NULL, &wish);
}

/* One line a chain: "4000 g-a m-x g-b". */
static char *
print (const AttriGraph *graph, const AttriPaths *paths)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < paths->paths->len; i++) {
        const AttriPath *path = g_ptr_array_index (paths->paths, i);
        guint64 sum = 0;
        g_string_append_printf (text, "%" G_GUINT64_FORMAT, path->cost);
        for (guint j = 0; j < path->hops->len; j++) {
            const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, j);
            sum += hop->cost + hop->pass;
            if (j == 0 && hop->from != ATTRI_NONE)
                g_string_append_printf (text, " %s", attri_graph_get_entity (graph, hop->from)->id);
            g_string_append_printf (text, " %s",
                                    hop->to != ATTRI_NONE
                                        ? attri_graph_get_entity (graph, hop->to)->id
                                        : attri_graph_get_edge (graph, hop->edge)->value);
        }
        g_string_append_c (text, '\n');
        g_assert_cmpuint (sum, ==, path->cost);
    }
    return g_string_free (text, FALSE);
}

static void
check (AttriGraphBuilder *builder, const char *from, const char *to, const char *expected)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriPaths) paths = ask (graph, from, to, ATTRI_PATH_THROUGH_TELLING);
    g_autofree char *text = print (graph, paths);
    g_assert_cmpstr (text, ==, expected);
}

/* Two hops of 1000 each, and 1000 each for one publisher; log2 of 2, 4 users is 1, 2 bits. */
static void
test_rare_first (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b g-c g-d m-common m-rare");
    say (builder, "g-a uses m-common; g-b uses m-common; g-c uses m-common; g-d uses m-common; "
                  "g-a uses m-rare; g-b uses m-rare");
    check (builder, "g-a", "g-b", "5000 g-a m-rare g-b\n6000 g-a m-common g-b\n");
}

/* What everybody counts stands before what this graph holds; public is 4000 dearer,
 * built in 8000: nltest's two users here do not make it tell more than a backdoor's eight. */
static void
test_availability (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b m-pad t-free t-nltest");
    say (builder, "g-a uses m-pad; g-b uses m-pad; g-a uses t-nltest; g-b uses t-nltest; "
                  "g-a uses t-free; g-b uses t-free");
    add_prevalence (builder, "m-pad", 8, 128, "owl", ATTRI_DATE_NONE);
    add_availability (builder, "t-nltest", "built-in", "owl", ATTRI_DATE_NONE, ATTRI_DATE_NONE);
    add_availability (builder, "t-free", "public", "owl", ATTRI_DATE_NONE, ATTRI_DATE_NONE);
    check (builder, "g-a", "g-b",
           "7000 g-a m-pad g-b\n9000 g-a t-free g-b\n13000 g-a t-nltest g-b\n");
}

/* One publisher more on each side is worth 500 a hop; none costs 1000 more than one. */
static void
test_sources (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b m-none m-one m-two");
    say (builder, "g-a uses m-one; g-b uses m-one; g-a uses m-two; g-b uses m-two; "
                  "g-a uses m-two hen; g-b uses m-two hen; "
                  "g-a uses m-none digest; g-b uses m-none digest");
    check (builder, "g-a", "g-b", "4000 g-a m-two g-b\n5000 g-a m-one g-b\n7000 g-a m-none g-b\n");
}

/* Said by @claimant of @from using `m-NAME`, with its own way of saying so. */
static void
say_so (AttriGraphBuilder *builder, const char *tool, const char *claimant, AttriClaim how)
{
    add_said (builder, "g-b", "uses", tool, claimant, NULL, how);
}

static void
test_firmness (void)
{
    AttriGraphBuilder *builder = begin (
        "g-a g-b m-alleged m-assessed m-disputed m-firm m-low m-moderate m-stated m-suspected");
    say (builder,
         "g-a uses m-stated; g-a uses m-assessed; g-a uses m-suspected; g-a uses m-alleged; "
         "g-a uses m-disputed; g-a uses m-low; g-a uses m-moderate; g-a uses m-firm");
    say_so (builder, "m-stated", "owl", STATED);
    say_so (builder, "m-assessed", "owl",
            (AttriClaim){.confidence = -1, .hedge = ATTRI_HEDGE_ASSESSED});
    say_so (builder, "m-suspected", "owl",
            (AttriClaim){.confidence = -1, .hedge = ATTRI_HEDGE_SUSPECTED});
    say_so (builder, "m-alleged", "owl",
            (AttriClaim){.confidence = -1, .hedge = ATTRI_HEDGE_ALLEGED});
    say_so (builder, "m-disputed", "owl", STATED);
    say_so (builder, "m-disputed", "hen",
            (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DOUBTS});
    say_so (builder, "m-low", "owl", (AttriClaim){.confidence = 29});
    say_so (builder, "m-moderate", "owl", (AttriClaim){.confidence = 69});
    /* The firmest claim counts; who doubts is no publisher of it. */
    say_so (builder, "m-firm", "owl", (AttriClaim){.confidence = -1, .hedge = ATTRI_HEDGE_ALLEGED});
    say_so (builder, "m-firm", "hen", (AttriClaim){.confidence = 70});
    check (builder, "g-a", "g-b",
           "4500 g-a m-firm g-b\n5000 g-a m-stated g-b\n5500 g-a m-assessed g-b\n"
           "5500 g-a m-moderate g-b\n6500 g-a m-low g-b\n6500 g-a m-suspected g-b\n"
           "8000 g-a m-alleged g-b\n11000 g-a m-disputed g-b\n");
}

/* Each relation between two groups, by its own price. */
static void
test_relations (void)
{
    static const struct {
        const char *type;
        const char *expected;
    } rows[] = {
        {"same-as", "1500 g-a g-b\n"},       {"alias-of", "1500 g-a g-b\n"},
        {"duplicate-of", "1500 g-a g-b\n"},  {"part-of", "2000 g-a g-b\n"},
        {"overlaps-with", "2500 g-a g-b\n"}, {"attributed-to", "2000 g-a g-b\n"},
        {"revoked-by", "2000 g-a g-b\n"},    {"variant-of", "2500 g-a g-b\n"},
        {"uses", "2000 g-a g-b\n"},          {"communicates-with", "3000 g-a g-b\n"},
        {"related-to", "17000 g-a g-b\n"},   {"x-likes", "17000 g-a g-b\n"},
        {"targets", "21000 g-a g-b\n"},      {"distinct-from", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        AttriGraphBuilder *builder = begin ("g-a g-b");
        add_claim (builder, "g-a", rows[i].type, "g-b", "owl");
        g_test_message ("%s", rows[i].type);
        check (builder, "g-a", "g-b", rows[i].expected);
    }
}

/* Of several edges between two the cheapest is the hop, and there is one chain. */
static void
test_parallel (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b");
    say (builder, "g-a related-to g-b; g-b overlaps-with g-a; g-a distinct-from g-b");
    check (builder, "g-a", "g-b", "2500 g-a g-b\n");
}

/* What nobody asserts is no hop: denied, doubted, withdrawn, or taken back. */
static void
test_not_asserted (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b g-c");
    add_said (builder, "g-a", "same-as", "g-b", "owl", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    add_said (builder, "g-a", "same-as", "g-c", "owl", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE});
    say (builder, "g-c same-as g-b");
    check (builder, "g-a", "g-b", "");
}

/* A target, a sponsor, a country, a technique explain nothing, unless they are asked for. */
static void
test_through (void)
{
    const char *statements =
        "g-a targets s-telecom; g-b targets s-telecom; g-a sponsored-by i-state; "
        "g-b sponsored-by i-state; g-a originates-from p-land; g-b originates-from p-land; "
        "g-a uses a-phishing; g-b uses a-phishing; g-a uses i-state; g-b uses i-state";
    AttriGraphBuilder *builder = begin ("g-a g-b s-telecom i-state p-land a-phishing");
    say (builder, statements);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriPaths) telling = ask (graph, "g-a", "g-b", ATTRI_PATH_THROUGH_TELLING);
    g_assert_cmpuint (telling->paths->len, ==, 0);

    g_autoptr (AttriPaths) all = ask (graph, "g-a", "g-b", ATTRI_PATH_THROUGH_ALL);
    g_autofree char *text = print (graph, all);
    g_assert_cmpstr (text, ==,
                     "5000 g-a a-phishing g-b\n5000 g-a i-state g-b\n43000 g-a p-land g-b\n"
                     "43000 g-a s-telecom g-b\n");

    /* At an end it may stand, and be asked for. */
    g_autoptr (AttriPaths) end = ask (graph, "s-telecom", "g-b", ATTRI_PATH_THROUGH_TELLING);
    g_autofree char *direct = print (graph, end);
    g_assert_cmpstr (direct, ==, "21000 s-telecom g-b\n");
}

/* Both ends may be of a kind that nothing leads through. */
static void
test_closed_ends (void)
{
    AttriGraphBuilder *builder = begin ("g-a s-energy s-telecom p-land");
    say (builder, "g-a targets s-telecom; g-a targets s-energy; g-a targets p-land");
    check (builder, "s-telecom", "s-energy", "42000 s-telecom g-a s-energy\n");
}

/* Infrastructure is the more telling the fewer stand around it. */
static void
test_infrastructure (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b g-c g-d x-busy x-quiet");
    say (builder, "g-a uses x-quiet; g-b uses x-quiet; g-a uses x-busy; g-b uses x-busy; "
                  "g-c uses x-busy; x-busy hosts g-d");
    check (builder, "g-a", "g-b", "5000 g-a x-quiet g-b\n6000 g-a x-busy g-b\n");
}

/* From one variant over the family to another: two hops of 2500, and three to pass. */
static void
test_family (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b m-family m-linux m-windows");
    say (builder, "g-a uses m-linux; g-b uses m-windows; m-linux variant-of m-family; "
                  "m-windows variant-of m-family");
    check (builder, "g-a", "g-b", "9000 g-a m-linux m-family m-windows g-b\n");
}

static void
test_hops (void)
{
    AttriGraphBuilder *builder = begin ("g-0 g-1 g-2 g-3 g-4 g-5 g-6 g-7");
    say (builder, "g-0 same-as g-1; g-1 same-as g-2; g-2 same-as g-3; g-3 same-as g-4; "
                  "g-4 same-as g-5; g-5 same-as g-6; g-6 same-as g-7");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriPaths) six = ask (graph, "g-0", "g-6", ATTRI_PATH_THROUGH_TELLING);
    g_autofree char *text = print (graph, six);
    g_assert_cmpstr (text, ==, "9000 g-0 g-1 g-2 g-3 g-4 g-5 g-6\n");
    g_autoptr (AttriPaths) seven = ask (graph, "g-0", "g-7", ATTRI_PATH_THROUGH_TELLING);
    g_assert_cmpuint (seven->paths->len, ==, 0);
}

static void
add_alias (AttriGraphBuilder *builder, const char *entity, const char *alias)
{
    add_said (builder, entity, "alias", NULL, "owl", NULL,
              (AttriClaim){.confidence = -1, .value = alias});
}

static AttriPathWish
want_names (const AttriGraph *graph, const char *from, const char *from_name, const char *to,
            const char *to_name)
{
    guint32 a = find (graph, from), b = find (graph, to);
    return (AttriPathWish){a,
                           b,
                           attri_graph_find_alias (graph, a, from_name),
                           attri_graph_find_alias (graph, b, to_name),
                           3,
                           ATTRI_PATH_THROUGH_TELLING};
}

static void
test_alias (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b m-x");
    say (builder, "g-a uses m-x; g-b uses m-x");
    add_alias (builder, "g-a", "Ant");
    add_alias (builder, "g-a", "Antelope");
    add_alias (builder, "g-b", "Bee");
    g_autoptr (AttriGraph) graph = end_well (builder);

    AttriPathWish wish = want_names (graph, "g-a", "ant", "g-b", "bee");
    g_autoptr (AttriPaths) both = attri_query_paths (graph, NULL, &wish);
    g_autofree char *text = print (graph, both);
    g_assert_cmpstr (text, ==, "8000 g-a m-x g-b Bee\n");
    const AttriPath *path = g_ptr_array_index (both->paths, 0);
    const AttriPathHop *first = &g_array_index (path->hops, AttriPathHop, 0);
    g_assert_cmpuint (first->from, ==, ATTRI_NONE);
    g_assert_cmpstr (attri_graph_get_edge (graph, first->edge)->value, ==, "Ant");

    /* Two names of one: the claims that say so, and nothing between them. */
    wish = want_names (graph, "g-a", "ant", "g-a", "antelope");
    g_autoptr (AttriPaths) same = attri_query_paths (graph, NULL, &wish);
    g_autofree char *names = print (graph, same);
    g_assert_cmpstr (names, ==, "3000 g-a Antelope\n");
    wish = want_names (graph, "g-a", "g-a", "g-a", "ant");
    g_autoptr (AttriPaths) own = attri_query_paths (graph, NULL, &wish);
    g_autofree char *alias = print (graph, own);
    g_assert_cmpstr (alias, ==, "1500 g-a Ant\n");
    wish = want_names (graph, "g-a", "g-a", "g-a", "G-A");
    g_autoptr (AttriPaths) none = attri_query_paths (graph, NULL, &wish);
    g_assert_cmpuint (none->paths->len, ==, 0);
}

/* Anybody who keeps two of a chain apart is heard, next to each other or not. */
static void
test_apart (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b g-c m-x m-y");
    say (builder, "g-a uses m-x; g-b uses m-x; g-b uses m-y; g-c uses m-y; g-c distinct-from g-a; "
                  "g-a distinct-from g-b; g-b overlaps-with g-a");
    add_said (builder, "g-b", "distinct-from", "g-c", "owl", NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriPaths) paths = ask (graph, "g-a", "g-c", ATTRI_PATH_THROUGH_TELLING);
    g_autofree char *text = print (graph, paths);
    g_assert_cmpstr (text, ==, "7500 g-a g-b m-y g-c\n10000 g-a m-x g-b m-y g-c\n");
    for (guint i = 0; i < 2; i++) {
        const AttriPath *path = g_ptr_array_index (paths->paths, i);
        g_assert_cmpuint (path->apart->len, ==, 2);
        const AttriEdge *edge =
            attri_graph_get_edge (graph, g_array_index (path->apart, guint32, 0));
        g_assert_cmpstr (edge->type, ==, "distinct-from");
        g_assert_cmpstr (attri_graph_get_entity (graph, edge->from)->id, ==, "g-a");
    }
}

static guint
weakest_of (AttriGraphBuilder *builder, const char *from, const char *to)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriPaths) paths = ask (graph, from, to, ATTRI_PATH_THROUGH_TELLING);
    g_assert_cmpuint (paths->paths->len, >=, 1);
    return ((AttriPath *)g_ptr_array_index (paths->paths, 0))->weakest;
}

/* What a hop leads through counts for the hop, and its sources on top. */
static void
test_weakest (void)
{
    AttriGraphBuilder *builder = begin ("g-a g-b g-c g-d m-two m-three");
    say (builder, "g-a uses m-two; g-b uses m-two; g-b uses m-three digest; g-c uses m-three; "
                  "g-d uses m-three");
    g_assert_cmpuint (weakest_of (builder, "g-a", "g-c"), ==, 2);
    builder = begin ("g-a g-b g-c g-d m-two m-three");
    say (builder, "g-a uses m-two; g-b uses m-two; g-b uses m-three; g-c uses m-three digest; "
                  "g-d uses m-three");
    g_assert_cmpuint (weakest_of (builder, "g-a", "g-c"), ==, 3);
    builder = begin ("g-a g-b g-c m-two");
    say (builder, "g-a related-to g-b; g-b uses m-two; g-c uses m-two");
    g_assert_cmpuint (weakest_of (builder, "g-a", "g-c"), ==, 0);
}

/* The same both ways, and whatever the order in which things were told. */
static void
test_order (void)
{
    const char *statements[] = {"g-a uses m-x",     "g-b uses m-x",       "g-b uses m-y",
                                "g-c uses m-y",     "g-a related-to g-c", "g-a uses t-z",
                                "g-c uses t-z hen", "g-b same-as g-c",    "g-a uses m-y hen"};
    g_autofree char *first = NULL;
    for (guint shift = 0; shift < G_N_ELEMENTS (statements); shift++) {
        AttriGraphBuilder *builder =
            begin (shift % 2 ? "g-a g-b g-c m-x m-y t-z" : "t-z m-y m-x g-c g-b g-a");
        for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
            say (builder, statements[(i + shift) % G_N_ELEMENTS (statements)]);
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autoptr (AttriPaths) there = ask (graph, "g-a", "g-c", ATTRI_PATH_THROUGH_TELLING);
        g_autoptr (AttriPaths) back = ask (graph, "g-c", "g-a", ATTRI_PATH_THROUGH_TELLING);
        g_autofree char *text = print (graph, there);
        if (first == NULL)
            first = g_strdup (text);
        g_assert_cmpstr (text, ==, first);
        g_assert_cmpuint (there->paths->len, ==, back->paths->len);
        for (guint i = 0; i < there->paths->len; i++)
            g_assert_cmpuint (((AttriPath *)g_ptr_array_index (there->paths, i))->cost, ==,
                              ((AttriPath *)g_ptr_array_index (back->paths, i))->cost);
    }
    g_assert_true (g_str_has_prefix (first, "5000 g-a t-z g-c\n5585 g-a m-y g-c\n"));
}

/* ---- made-up cases ---- */

/* Each hop goes on where the last ended, over an edge between the two that somebody asserts. */
static void
check_hops (const AttriGraph *graph, const AttriPaths *paths, const AttriPath *path)
{
    guint32 at = paths->wish.from;
    guint64 cost = 0;
    g_autofree guint8 *seen = g_new0 (guint8, attri_graph_get_n_entities (graph));
    g_assert_cmpuint (path->hops->len, <=, ATTRI_PATH_MOST_HOPS);
    for (guint i = 0; i < path->hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, i);
        const AttriEdge *edge = attri_graph_get_edge (graph, hop->edge);
        g_assert_cmpuint (hop->from, ==, at);
        g_assert_true (edge->asserted);
        g_assert_true ((edge->from == hop->from && edge->to == hop->to) ||
                       (edge->from == hop->to && edge->to == hop->from));
        g_assert_false (seen[at]);
        seen[at] = TRUE;
        at = hop->to;
        cost += hop->cost + hop->pass;
    }
    g_assert_cmpuint (at, ==, paths->wish.to);
    g_assert_false (seen[at]);
    g_assert_cmpuint (cost, ==, path->cost);
    g_assert_cmpuint (path->weakest, <, path->hops->len);
}

static void
test_made_up (void)
{
    guint n_paths = 0;
    for (guint32 seed = 1; seed <= 40; seed++) {
        g_autoptr (AttriGraph) graph = test_case_new (seed, 24);
        guint32 n = attri_graph_get_n_entities (graph);
        for (guint32 to = 1; to < n; to += 3) {
            const AttriPathWish wish = {.from = 0,
                                        .to = to,
                                        .from_alias = ATTRI_NONE,
                                        .to_alias = ATTRI_NONE,
                                        .count = 8,
                                        .through = (AttriPathThrough)(to % 2)};
            g_autoptr (AttriPaths) paths = attri_query_paths (graph, NULL, &wish);
            g_test_message ("seed %u, to %u", seed, to);
            for (guint i = 0; i < paths->paths->len; i++) {
                const AttriPath *path = g_ptr_array_index (paths->paths, i);
                check_hops (graph, paths, path);
                if (i > 0)
                    g_assert_cmpuint (((AttriPath *)g_ptr_array_index (paths->paths, i - 1))->cost,
                                      <=, path->cost);
            }
            n_paths += paths->paths->len;
        }
    }
    g_assert_cmpuint (n_paths, >, 500);
}

/* ---- the corpus ---- */

static AttriGraph *
read_corpus (const char *path)
{
    const char *const paths[] = {path, NULL};
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    g_autoptr (GError) error = NULL;
    attri_read_paths (builder, paths, NULL, findings, &error);
    g_assert_no_error (error);
    g_autoptr (AttriGraph) whole = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    const AttriSelection all = {0};
    g_auto (AttriViewReport) report = {0};
    AttriGraph *view = attri_view_select (whole, &all, &report, &error);
    g_assert_no_error (error);
    return view;
}

static char *
name_entities (const AttriGraph *graph, const AttriPath *path)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < path->hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, i);
        if (i == 0)
            g_string_append (text, attri_graph_get_edge (graph, hop->edge)->value);
        g_string_append_printf (text, " > %s", attri_graph_get_entity (graph, hop->to)->name);
    }
    return g_string_free (text, FALSE);
}

/* The name, which is a claim, then the rarest tools on the way. */
static void
test_corpus (void)
{
    g_autofree char *file = test_corpus_path ("attack-enterprise-18.1.json");
    if (file == NULL)
        return;
    g_autoptr (AttriGraph) graph = read_corpus (file);
    g_autoptr (AttriCensus) census = attri_census_new (graph);
    g_autoptr (AttriNameMatch) tag = attri_graph_resolve (graph, "TAG-22");
    g_autoptr (AttriNameMatch) apt = attri_graph_resolve (graph, "G0025");
    g_assert_cmpint (tag->tier, ==, ATTRI_NAME_ALIAS);
    AttriPathWish wish = {.from = g_array_index (tag->entities, guint32, 0),
                          .to = g_array_index (apt->entities, guint32, 0),
                          .to_alias = ATTRI_NONE,
                          .count = 2};
    wish.from_alias = attri_graph_find_alias (graph, wish.from, "TAG-22");
    g_autoptr (AttriPaths) paths = attri_query_paths (graph, census, &wish);
    g_assert_cmpuint (paths->paths->len, ==, 2);
    g_autofree char *first = name_entities (graph, g_ptr_array_index (paths->paths, 0));
    g_autofree char *second = name_entities (graph, g_ptr_array_index (paths->paths, 1));
    g_assert_cmpstr (first, ==,
                     "TAG-22 > Earth Lusca > Winnti for Linux > APT41 > BLACKCOFFEE > APT17");
    g_assert_cmpstr (second, ==, "TAG-22 > Earth Lusca > ShadowPad > APT41 > BLACKCOFFEE > APT17");

    /* Rare is what few groups use in ATT&CK, not in what is looked at. */
    const AttriPathHop *use =
        &g_array_index (((AttriPath *)g_ptr_array_index (paths->paths, 0))->hops, AttriPathHop, 1);
    g_assert_cmpuint (use->pass, ==, 1585);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/query/path/rare-first", test_rare_first);
    g_test_add_func ("/query/path/availability", test_availability);
    g_test_add_func ("/query/path/sources", test_sources);
    g_test_add_func ("/query/path/firmness", test_firmness);
    g_test_add_func ("/query/path/relations", test_relations);
    g_test_add_func ("/query/path/parallel", test_parallel);
    g_test_add_func ("/query/path/not-asserted", test_not_asserted);
    g_test_add_func ("/query/path/through", test_through);
    g_test_add_func ("/query/path/closed-ends", test_closed_ends);
    g_test_add_func ("/query/path/infrastructure", test_infrastructure);
    g_test_add_func ("/query/path/family", test_family);
    g_test_add_func ("/query/path/hops", test_hops);
    g_test_add_func ("/query/path/alias", test_alias);
    g_test_add_func ("/query/path/apart", test_apart);
    g_test_add_func ("/query/path/weakest", test_weakest);
    g_test_add_func ("/query/path/order", test_order);
    g_test_add_func ("/query/path/made-up", test_made_up);
    g_test_add_func ("/query/path/corpus", test_corpus);
    return g_test_run ();
}
