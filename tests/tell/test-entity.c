/* SPDX-License-Identifier: MIT
 *
 * One entity, told as text, JSON and Markdown: a hand-made case with every kind of
 * chapter, stance, reading and detail, against tests/golden/tell.
 */
#include <attrigraph/tell.h>

#include "support/golden.h"

static void
add_sources (AttriGraphBuilder *builder)
{
    const char *based_on[] = {"report", NULL};
    const AttriSourceDraft drafts[] = {
        {.row = {.id = "report",
                 .title = "A Report on Foxes",
                 .publisher = "Fox Watch",
                 .url = "https://fox.example/report",
                 .published = {2021, 7, 8},
                 .tlp = ATTRI_TLP_CLEAR}},
        {.row = {.id = "news",
                 .title = "News \u202eof it",
                 .publisher = "The Daily",
                 .published = {2021, 7, 0},
                 .retrieved = {2021, 7, 12},
                 .kind = ATTRI_SOURCE_NEWS,
                 .translated = "machine",
                 .read = TRUE,
                 .reliability = 'F',
                 .tlp = ATTRI_TLP_GREEN},
         .based_on = based_on},
        {.row = {.id = "base",
                 .title = "The Base",
                 .publisher = "Kept Facts",
                 .published = {2025, 0, 0},
                 .kind = ATTRI_SOURCE_COMPILATION,
                 .read = TRUE},
         .edition_of = "base-0"},
        {.row = {.id = "base-0", .title = "The Base, before", .publisher = "Kept Facts"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
        attri_graph_builder_add_source (builder, &drafts[i]);
}

static void
add_entities (AttriGraphBuilder *builder)
{
    const AttriReference reference = {"base", "F1", "https://base.example/F1", NULL};
    const AttriEntityDraft fox = {.row = {.id = "fox",
                                          .type = "intrusion-set",
                                          .name = "Fox-1",
                                          .description = "Someone\x1b[2J.",
                                          .country = "XA",
                                          .first_seen = {2019, 0, 0},
                                          .provisional = TRUE,
                                          .tlp = ATTRI_TLP_AMBER_STRICT},
                                  .references = &reference,
                                  .n_references = 1};
    attri_graph_builder_add_entity (builder, &fox);
    const AttriEntity rows[] = {
        {.id = "vixen", .type = "intrusion-set", .name = "Vixen"},
        {.id = "den", .type = "malware", .name = "Den", .is_family = TRUE},
        {.id = "coop", .type = "sector", .name = "Poultry"},
        {.id = "land", .type = "location", .name = "Land"},
        {.id = "sea", .type = "location", .name = "Sea"},
        {.id = "crown", .type = "identity", .name = "The Crown"},
    };
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = rows[i]});
}

static void
add (AttriGraphBuilder *builder, const char *from, const char *to, const char *const *in,
     AttriClaim row, AttriCitationDraft citation)
{
    attri_graph_builder_add_statement (builder, &(AttriStatementDraft){.row = row,
                                                                       .from = from,
                                                                       .to = to,
                                                                       .in = in,
                                                                       .citations = &citation,
                                                                       .n_citations = 1});
}

static void
add_statements (AttriGraphBuilder *builder)
{
    static const AttriAssessment assessment = {"moderate", "us", "It fits.", {2021, 7, 13}};
    const char *places[] = {"land", "sea", NULL};
    const AttriCitationDraft by_base = {.source = "base"};
    const AttriCitationDraft by_report = {.row = {.locator = "para. 8",
                                                  .quote = "We believe it is so",
                                                  .reading = ATTRI_READING_INFERRED,
                                                  .credibility = 3},
                                          .source = "news",
                                          .claimant = "report"};
    const AttriCitationDraft citing = {.row = {.reading = ATTRI_READING_VERBATIM},
                                       .source = "base",
                                       .cites = "report"};

    add (builder, "fox", NULL, NULL,
         (AttriClaim){.type = "alias", .value = "Reynard", .confidence = -1}, citing);
    add (builder, "vixen", "fox", NULL, (AttriClaim){.type = "same-as", .confidence = -1}, by_base);
    add (builder, "fox", "vixen", NULL,
         (AttriClaim){.type = "distinct-from", .confidence = 40, .confidence_word = "low"},
         by_report);
    add (builder, "fox", "den", NULL,
         (AttriClaim){.type = "uses",
                      .hedge = ATTRI_HEDGE_ASSESSED,
                      .wording = "We believe",
                      .purpose = "sleep",
                      .note = "Garbled.",
                      .assessment = &assessment,
                      .confidence = -1},
         by_report);
    add (builder, "fox", "den", NULL,
         (AttriClaim){.type = "uses", .stance = ATTRI_STANCE_DENIES, .confidence = -1}, by_base);
    add (builder, "fox", "coop", places,
         (AttriClaim){.type = "targets",
                      .start_time = {2020, 1, 0},
                      .ongoing = TRUE,
                      .tlp = ATTRI_TLP_RED,
                      .confidence = -1},
         by_report);
    add (builder, "fox", "crown", NULL,
         (AttriClaim){.type = "sponsored-by",
                      .stance = ATTRI_STANCE_DOUBTS,
                      .revoked = TRUE,
                      .revoked_on = {2022, 1, 1},
                      .revoked_reason = "our-error",
                      .confidence = -1},
         by_report);
    add (builder, "den", NULL, NULL,
         (AttriClaim){
             .type = "availability", .value = "shared", .since = {2020, 0, 0}, .confidence = -1},
         by_base);
    add (builder, "den", NULL, NULL,
         (AttriClaim){.type = "prevalence", .groups = 8, .of = 158, .confidence = -1}, by_base);
}

static AttriGraph *
make_case (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_sources (builder);
    add_entities (builder);
    add_statements (builder);
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

static void
check (const char *id, AttriTellFormat format, const char *golden)
{
    g_autoptr (AttriGraph) graph = make_case ();
    guint32 entity = attri_graph_find_entity (graph, id);
    g_assert_cmpuint (entity, !=, ATTRI_NONE);
    g_autofree char *text = attri_tell_entity (graph, entity, format);
    attri_golden_check (golden, text);
}

static void
test_text (void)
{
    check ("fox", ATTRI_TELL_TEXT, "tell/actor.txt");
    check ("den", ATTRI_TELL_TEXT, "tell/tool.txt");
    check ("land", ATTRI_TELL_TEXT, "tell/place.txt");
}

static void
test_json (void)
{
    check ("fox", ATTRI_TELL_JSON, "tell/actor.json");
    check ("den", ATTRI_TELL_JSON, "tell/tool.json");
}

static void
test_markdown (void)
{
    check ("fox", ATTRI_TELL_MARKDOWN, "tell/actor.md");
    check ("land", ATTRI_TELL_MARKDOWN, "tell/place.md");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/entity/text", test_text);
    g_test_add_func ("/tell/entity/json", test_json);
    g_test_add_func ("/tell/entity/markdown", test_markdown);
    return g_test_run ();
}
