/* SPDX-License-Identifier: MIT
 *
 * test-filters.c: what each option takes away, and what is said when it takes
 * everything.
 */
#include "../model/case.h"

#include <attrigraph/view.h>

#include <string.h>

static const AttriClaim plain = {.confidence = -1};

static void
add_source (AttriGraphBuilder *builder, const char *id, AttriSourceKind kind, AttriDate published,
            AttriTlp tlp, const char *parent)
{
    const char *const based_on[] = {parent, NULL};
    attri_graph_builder_add_source (builder,
                                    &(AttriSourceDraft){.row = {.id = id,
                                                                .title = id,
                                                                .publisher = id,
                                                                .kind = kind,
                                                                .published = published,
                                                                .tlp = tlp},
                                                        .based_on = parent ? based_on : NULL});
}

/* a uses t, as insikt said through the news and as trend said a year later;
 * a targets s in p; b uses t, says a RED report. */
static AttriGraph *
make_graph (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const char *const in[] = {"p", NULL};
    const AttriCitationDraft news = {.source = "news", .claimant = "insikt"};

    add_source (builder, "insikt", ATTRI_SOURCE_REPORT, (AttriDate){2021, 7, 8}, ATTRI_TLP_CLEAR,
                NULL);
    add_source (builder, "news", ATTRI_SOURCE_NEWS, (AttriDate){2021, 7, 0}, ATTRI_TLP_CLEAR,
                "insikt");
    add_source (builder, "trend", ATTRI_SOURCE_REPORT, (AttriDate){2022, 1, 17}, ATTRI_TLP_CLEAR,
                NULL);
    add_source (builder, "secret", ATTRI_SOURCE_REPORT, (AttriDate){2021, 1, 1}, ATTRI_TLP_RED,
                NULL);
    for (const char *id = "abpst"; *id != '\0'; id++) {
        const char name[] = {*id, '\0'};
        attri_graph_builder_add_entity (builder, &(AttriEntityDraft){
                                                     .row = {.id = name,
                                                             .type = *id == 't'   ? "malware"
                                                                     : *id == 's' ? "sector"
                                                                     : *id == 'p' ? "location"
                                                                                  : "intrusion-set",
                                                             .name = name,
                                                             .tlp = ATTRI_TLP_CLEAR}});
    }
    AttriClaim clear = plain;
    clear.tlp = ATTRI_TLP_CLEAR;
    AttriClaim sure = clear;
    sure.confidence = 80;
    add_said (builder, "a", "uses", "t", "news", "insikt", clear);
    add_said (builder, "a", "uses", "t", "trend", NULL, sure);
    add_said (builder, "b", "uses", "t", "secret", NULL, clear);
    attri_graph_builder_add_statement (builder,
                                       &(AttriStatementDraft){.row = {.type = "targets",
                                                                      .confidence = -1,
                                                                      .tlp = ATTRI_TLP_CLEAR,
                                                                      .recorded = {2023, 5, 1}},
                                                              .from = "a",
                                                              .to = "s",
                                                              .in = in,
                                                              .citations = &news,
                                                              .n_citations = 1});
    AttriClaim alias = clear;
    alias.value = "b";
    add_said (builder, "a", "alias", NULL, "news", NULL, alias);
    return end_well (builder);
}

/* The claims and rows left, as "entities | sources | claims". */
static char *
print (const AttriGraph *graph)
{
    GString *out = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        g_string_append_printf (out, "%s ", attri_graph_get_entity (graph, i)->id);
    g_string_append (out, "|");
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        g_string_append_printf (out, " %s", attri_graph_get_source (graph, i)->id);
    g_string_append (out, " |");
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        g_string_append_printf (out, " %s.%s.%s", attri_graph_get_entity (graph, claim->from)->id,
                                claim->type, attri_graph_get_source (graph, claim->claimant)->id);
    }
    return g_string_free (out, FALSE);
}

static void
assert_leaves (AttriSelection wish, const char *expected, const char *filters)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);
    g_autofree char *printed = print (view);
    g_assert_cmpstr (printed, ==, expected);
    g_assert_cmpstr (attri_graph_get_stamp (view)->filters, ==, filters);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void
test_each (void)
{
    assert_leaves ((AttriSelection){0},
                   "a b p s t | insikt news secret trend | a.alias.news a.targets.insikt "
                   "a.uses.insikt a.uses.trend b.uses.secret",
                   "");
    assert_leaves ((AttriSelection){.as_of = {2021, 7, 31}},
                   "a b p s t | insikt news secret | a.alias.news a.targets.insikt a.uses.insikt "
                   "b.uses.secret",
                   "");
    assert_leaves ((AttriSelection){.as_of = {2021, 7, 30}},
                   "a b p s t | insikt news secret | a.targets.insikt a.uses.insikt b.uses.secret",
                   "");
    assert_leaves ((AttriSelection){.known_on = {2022, 12, 31}},
                   "a b t | insikt news secret trend | a.alias.news a.uses.insikt a.uses.trend "
                   "b.uses.secret",
                   "");
    assert_leaves ((AttriSelection){.sources = WORDS ("trend", "secret")},
                   "a b t | secret trend | a.uses.trend b.uses.secret",
                   "only sources trend, secret");
    assert_leaves ((AttriSelection){.without_sources = WORDS ("news")},
                   "a b t | secret trend | a.uses.trend b.uses.secret", "without source news");
    assert_leaves ((AttriSelection){.min_confidence = 90},
                   "a b p s t | insikt news secret | a.alias.news a.targets.insikt a.uses.insikt "
                   "b.uses.secret",
                   "confidence at least 90");
    assert_leaves ((AttriSelection){.min_confidence = 80, .stated_only = TRUE},
                   "a t | insikt news trend | a.alias.news a.uses.trend",
                   "confidence at least 80; only where the source states a confidence");
    assert_leaves ((AttriSelection){.relationships = WORDS ("targets")},
                   "a p s | insikt news | a.alias.news a.targets.insikt",
                   "only relationship targets");
    assert_leaves ((AttriSelection){.types = WORDS ("intrusion-set", "sector")},
                   "a p s | insikt news | a.alias.news a.targets.insikt",
                   "only types intrusion-set, sector");
    assert_leaves ((AttriSelection){.min_sources = 2},
                   "a t | insikt news trend | a.alias.news a.uses.insikt a.uses.trend",
                   "at least 2 independent sources (2 relations left out)");
}

/* Nothing of the RED report may be left, nor of what only it spoke of. */
static void
test_tlp (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    const AttriSelection wish = {.max_tlp = ATTRI_TLP_CLEAR};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);
    g_autofree char *printed = print (view);
    g_assert_cmpstr (printed, ==,
                     "a p s t | insikt news trend | a.alias.news a.targets.insikt a.uses.insikt "
                     "a.uses.trend");
    g_autofree char *dump = attri_graph_dump (view);
    g_assert_null (strstr (dump, "secret"));
    g_assert_null (strstr (dump, "filters"));
    /* The source, its claim, and whom only that spoke of. */
    g_assert_cmpuint (report.tlp_sources, ==, 1);
    g_assert_cmpuint (report.tlp_claims, ==, 1);
    g_assert_cmpuint (report.tlp_entities, ==, 1);
}

/* A name means what it would mean in files that never held what the TLP takes. */
static void
test_tlp_names (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    const AttriSelection wish = {.focus = WORDS ("b"), .max_tlp = ATTRI_TLP_CLEAR};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, NULL);
    g_assert_nonnull (view);
    const guint32 focus =
        attri_graph_get_index_at (view, attri_graph_get_stamp (view)->focus.first);
    g_assert_cmpstr (attri_graph_get_entity (view, focus)->id, ==, "a");
    g_assert_cmpuint (report.notes->len, ==, 0);
}

static void
assert_refuses (AttriSelection wish, gint code, const char *message)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_assert_null (attri_view_select (graph, &wish, &report, &error));
    g_assert_error (error, ATTRI_VIEW_ERROR, code);
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_refusals (void)
{
    assert_refuses ((AttriSelection){.as_of = {2020, 0, 0}}, ATTRI_VIEW_ERROR_EMPTY,
                    "nothing is left; --as-of took the last 5 claims");
    assert_refuses ((AttriSelection){.focus = WORDS ("b"), .as_of = {2020, 0, 0}},
                    ATTRI_VIEW_ERROR_EMPTY,
                    "nothing is left about 'b'; --as-of took the last of it");
    assert_refuses ((AttriSelection){.sources = WORDS ("secret"), .max_tlp = ATTRI_TLP_CLEAR},
                    ATTRI_VIEW_ERROR_EMPTY,
                    "no source is called 'secret'; expected an id that 'attrigraph sources' lists\n"
                    "there was one before --max-tlp took it");
    assert_refuses ((AttriSelection){.min_sources = 3}, ATTRI_VIEW_ERROR_EMPTY,
                    "nothing is left; --min-sources took the last 3 relations");
    assert_refuses ((AttriSelection){.focus = WORDS ("b"), .hops = 2, .min_sources = 2},
                    ATTRI_VIEW_ERROR_EMPTY,
                    "nothing is left about 'b'; --min-sources took the last of it");
    assert_refuses ((AttriSelection){.focus = WORDS ("p"), .hops = 2}, ATTRI_VIEW_ERROR_EMPTY,
                    "nothing is left about 'p'; no claim has it at either end");
    assert_refuses ((AttriSelection){.types = WORDS ("malwar")}, ATTRI_VIEW_ERROR_UNKNOWN,
                    "no entity type is called 'malwar'; did you mean 'malware'?");
    assert_refuses ((AttriSelection){.relationships = WORDS ("user")}, ATTRI_VIEW_ERROR_UNKNOWN,
                    "no relationship type is called 'user'; did you mean 'uses'?");
    assert_refuses ((AttriSelection){.sources = WORDS ("qqqqqq")}, ATTRI_VIEW_ERROR_UNKNOWN,
                    "no source is called 'qqqqqq'; expected an id that 'attrigraph sources' lists");
    assert_refuses ((AttriSelection){.focus = WORDS ("zzzz")}, ATTRI_VIEW_ERROR_UNKNOWN,
                    "no entity is called 'zzzz'; expected an id, a name or an alias");
}

static void
test_ambiguous (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_entity (builder, "g", "intrusion-set", "Winnti");
    add_entity (builder, "m", "malware", "Winnti");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    const AttriSelection wish = {.focus = WORDS ("winnti")};
    g_assert_null (attri_view_select (graph, &wish, &report, &error));
    g_assert_error (error, ATTRI_VIEW_ERROR, ATTRI_VIEW_ERROR_AMBIGUOUS);
    g_assert_cmpstr (error->message, ==,
                     "'winnti' means 2 entities; expected one of these ids:\n"
                     "  g (intrusion-set, Winnti)\n"
                     "  m (malware, Winnti)");
}

static void
test_notes (void)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    const AttriSelection wish = {.focus = WORDS ("b"), .hops = 1};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, NULL);
    g_assert_nonnull (view);
    g_assert_cmpuint (report.notes->len, ==, 1);
    g_assert_cmpstr (report.notes->pdata[0], ==, "'b' is also a name of a (intrusion-set, a)");
}

/* What we took back in 2023 was not yet taken back in 2022. */
static void
test_not_yet_revoked (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    add_entity (builder, "a", "intrusion-set", "A");
    add_entity (builder, "t", "malware", "T");
    add_said (builder, "a", "uses", "t", "r", NULL,
              (AttriClaim){.confidence = -1,
                           .revoked = TRUE,
                           .revoked_on = {2023, 1, 1},
                           .revoked_reason = "our-error"});
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_assert_false (attri_graph_get_edge (graph, 0)->asserted);

    g_auto (AttriViewReport) report = {0};
    const AttriSelection wish = {.known_on = {2022, 0, 0}};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, NULL);
    g_assert_true (attri_graph_get_edge (view, 0)->asserted);
    g_assert_null (attri_graph_get_claim (view, 0)->revoked_reason);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/view/filters/each", test_each);
    g_test_add_func ("/view/filters/tlp", test_tlp);
    g_test_add_func ("/view/filters/tlp-names", test_tlp_names);
    g_test_add_func ("/view/filters/refusals", test_refusals);
    g_test_add_func ("/view/filters/ambiguous", test_ambiguous);
    g_test_add_func ("/view/filters/notes", test_notes);
    g_test_add_func ("/view/filters/not-yet-revoked", test_not_yet_revoked);
    return g_test_run ();
}
