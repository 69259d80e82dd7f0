/* SPDX-License-Identifier: MIT
 *
 * fill.c: drafts with every field, absent or not, by the toss of a seeded coin.
 */
#include "support/fill.h"

#define SOURCES  9
#define ENTITIES 10

/* Texts as people and their enemies write them. */
static const char *const texts[] = {
    "plain", "two words",    "\"quoted\" \\ and, so; on", "Цветок 龍 🐼", "line\nbreak\ttab",
    "=1+1",  "</text>&amp;", "\xe2\x80\xae turned",       "%s %d %n",    "a'b"};
static const char *const types[] = {"intrusion-set", "malware",  "tool",     "sector", "campaign",
                                    "odd-thing",     "location", "x-custom", "tool",   "malware"};
static const char *const relations[] = {"uses",       "targets", "same-as", "sponsored-by",
                                        "related-to", "x-own",   "hacks"};
static const char *const levels[] = {"exclusive", "shared", "unknown", "public", "built-in"};
static const char *const confidences[] = {"moderate", "Very-Likely", "hunch"};

#define PICK(random, list) ((list)[g_rand_int_range ((random), 0, G_N_ELEMENTS (list))])

static gboolean
rarely (GRand *random)
{
    return g_rand_int_range (random, 0, 4) == 0;
}

static const char *
some_text (GRand *random)
{
    return rarely (random) ? PICK (random, texts) : NULL;
}

static AttriDate
some_date (GRand *random)
{
    if (!rarely (random))
        return ATTRI_DATE_NONE;
    const guint8 month = (guint8)g_rand_int_range (random, 0, 3);
    return (AttriDate){(guint16)g_rand_int_range (random, 2019, 2022), month,
                       month > 0 ? (guint8)g_rand_int_range (random, 0, 3) : 0};
}

static AttriTlp
some_tlp (GRand *random)
{
    return rarely (random) ? (AttriTlp)g_rand_int_range (random, 0, ATTRI_TLP_RED + 1)
                           : ATTRI_TLP_UNMARKED;
}

static char *
source_id (gint32 index)
{
    return g_strdup_printf ("source-%d", index);
}

static char *
entity_id (gint32 index)
{
    return g_strdup_printf ("%s-%d", types[index], index);
}

static char *
some_source (GRand *random)
{
    return source_id (g_rand_int_range (random, 0, SOURCES));
}

/* All are declared, because what is named must be. */
static void
add_sources (AttriGraphBuilder *builder, GRand *random, gboolean joins)
{
    for (gint32 i = 0; i < SOURCES; i++) {
        g_autofree char *id = source_id (i);
        g_autofree char *base = source_id (i / 2);
        g_autofree char *url = g_strdup_printf ("https://example.org/?a=\"%d\"", joins ? 0 : i);
        const char *based_on[] = {base, NULL};
        const AttriSourceDraft draft = {
            .row = {.id = id,
                    .title = texts[i],
                    .publisher = texts[i / 3],
                    .published = i % 3 == 0 ? ATTRI_DATE_NONE
                                            : (AttriDate){(guint16)(2018 + i), (guint8)(i % 4), 0},
                    .retrieved = some_date (random),
                    .url = rarely (random) ? url : NULL,
                    .lang = rarely (random) ? "zh-Hant" : NULL,
                    .translated = rarely (random) ? "machine" : NULL,
                    .kind = (AttriSourceKind)g_rand_int_range (random, 0, 4),
                    .read = !rarely (random),
                    .reliability = rarely (random) ? 'C' : 0,
                    .tlp = some_tlp (random)},
            .based_on = i > 0 && rarely (random) ? based_on : NULL,
            .edition_of = i > 0 && rarely (random) ? base : NULL,
            .generated = i % 4 == 3,
        };
        attri_graph_builder_add_source (builder, &draft);
    }
}

static void
add_entities (AttriGraphBuilder *builder, GRand *random, gboolean joins)
{
    const gboolean unclear = joins && rarely (random);

    for (gint32 i = 0; i < ENTITIES; i++) {
        g_autofree char *id = entity_id (i);
        /* The last tool is the first under another id, mostly. In some files several tools
         * share an id while others differ, so that it is unclear who is one. */
        g_autofree char *number =
            g_strdup_printf ("X%d", joins && i == 8 && !rarely (random) ? 2 : i);
        const AttriReference references[] = {
            {.source = "shared", .external_id = unclear && rarely (random) ? "S" : number},
            {.source = "authority", .external_id = number, .url = "https://example.org/"},
            {.source = "elsewhere", .description = PICK (random, texts)}};
        const AttriEntityDraft draft = {
            .row = {.id = id,
                    .type = types[i],
                    .name = texts[i],
                    .description = some_text (random),
                    .country = rarely (random) ? "CN" : NULL,
                    .identity_class = rarely (random) ? "organization" : NULL,
                    .first_seen = some_date (random),
                    .last_seen = some_date (random),
                    .is_family = rarely (random),
                    .provisional = rarely (random),
                    .placeholder = i % 5 == 4,
                    .revoked = rarely (random),
                    .deprecated = rarely (random),
                    .tlp = some_tlp (random)},
            .references = references,
            .n_references = (guint)g_rand_int_range (random, 0, 4),
            .recorded = some_date (random),
        };
        attri_graph_builder_add_entity (builder, &draft);
    }
}

/* What is said of a relation, and how. */
static AttriClaim
some_claim (GRand *random)
{
    AttriClaim row = {
        .confidence = rarely (random) ? (gint16)g_rand_int_range (random, 0, 101) : -1,
        .stance = (AttriStance)g_rand_int_range (random, 0, 4),
        .hedge = (AttriHedge)g_rand_int_range (random, 0, 4),
        .deprecated = rarely (random),
        .tlp = some_tlp (random),
        .purpose = some_text (random),
        .wording = some_text (random),
        .note = some_text (random),
        .start_time = some_date (random),
        .created = some_date (random),
        .modified = some_date (random),
        .recorded = some_date (random),
    };
    if (rarely (random))
        row.confidence_word = PICK (random, confidences);
    if (rarely (random))
        row.ongoing = TRUE;
    else
        row.stop_time = some_date (random);
    if (rarely (random))
        row.revoked = TRUE;
    if (row.revoked && rarely (random)) {
        row.revoked_on = (AttriDate){2023, 1, 0};
        row.revoked_reason = "our-error";
    }
    return row;
}

/* Completes a statement with what it rests on, and gives it to the builder. */
static void
add_cited (AttriGraphBuilder *builder, GRand *random, AttriStatementDraft *statement)
{
    const AttriAssessment assessment = {rarely (random) ? "40" : "low", "me", "because",
                                        (AttriDate){2024, 0, 0}};
    AttriCitationDraft citations[3] = {{.source = NULL}};
    char *ids[3][3] = {{NULL}};
    const guint n = (guint)g_rand_int_range (random, 1, 4);

    for (guint i = 0; i < n; i++) {
        ids[i][0] = some_source (random);
        ids[i][1] = rarely (random) ? some_source (random) : NULL;
        ids[i][2] = rarely (random) ? some_source (random) : NULL;
        citations[i] = (AttriCitationDraft){
            .row = {.locator = some_text (random),
                    .quote = some_text (random),
                    .recorded = some_date (random),
                    .reading = (AttriReading)g_rand_int_range (random, 0, 4),
                    .credibility = (guint8)g_rand_int_range (random, 0, 7)},
            .source = ids[i][0],
            .claimant = ids[i][1],
            .cites = ids[i][2],
        };
        if (rarely (random))
            citations[i].row = (AttriCitation){.locator = NULL};
    }
    if (rarely (random))
        statement->row.assessment = &assessment;
    statement->citations = citations;
    statement->n_citations = n;
    attri_graph_builder_add_statement (builder, statement);
    for (guint i = 0; i < n; i++) {
        for (guint j = 0; j < 3; j++)
            g_free (ids[i][j]);
    }
}

static void
add_relationship (AttriGraphBuilder *builder, GRand *random)
{
    const gint32 a = g_rand_int_range (random, 0, ENTITIES);
    const gint32 b = g_rand_int_range (random, 1, ENTITIES);
    g_autofree char *from = entity_id (a);
    g_autofree char *to = entity_id ((a + b) % ENTITIES);
    g_autofree char *one = entity_id (g_rand_int_range (random, 0, 5));
    g_autofree char *two = entity_id (g_rand_int_range (random, 5, ENTITIES));
    const char *in[] = {two, one, NULL};
    AttriStatementDraft statement = {.row = some_claim (random),
                                     .from = from,
                                     .to = to,
                                     .in = rarely (random) ? in : NULL};

    statement.row.type = PICK (random, relations);
    add_cited (builder, random, &statement);
}

static void
add_value (AttriGraphBuilder *builder, GRand *random)
{
    g_autofree char *from = entity_id (g_rand_int_range (random, 0, ENTITIES));
    AttriStatementDraft statement = {.row = some_claim (random), .from = from};
    AttriClaim *row = &statement.row;

    switch (g_rand_int_range (random, 0, 3)) {
    case 0:
        row->type = "alias";
        row->value = PICK (random, texts);
        break;
    case 1:
        row->type = "availability";
        row->value = PICK (random, levels);
        row->since = some_date (random);
        break;
    default:
        row->type = "prevalence";
        row->groups = (guint32)g_rand_int_range (random, 0, 9);
        row->of = 9;
    }
    add_cited (builder, random, &statement);
}

void
test_fill (AttriGraphBuilder *builder, guint32 seed, gboolean joins, guint n_statements)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);

    add_sources (builder, random, joins);
    add_entities (builder, random, joins);
    for (guint i = 0; i < n_statements; i++) {
        if (i % 3 == 2)
            add_value (builder, random);
        else
            add_relationship (builder, random);
    }
}

static guint
some_options (GRand *random, AttriViewOption *options)
{
    static const AttriViewOption known[] = {{"as-of", "2021-07"},
                                            {"hops", "1"},
                                            {"include-revoked", "true"},
                                            {"page", "16:9"}};
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (rarely (random))
            options[n++] = known[i];
    return n;
}

void
test_fill_views (AttriGraphBuilder *builder, guint32 seed)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    for (guint i = 0; i < 4; i++) {
        AttriViewOption options[4];
        g_autofree char *id = g_strdup_printf ("view-%u", i);
        g_autofree char *one = entity_id (g_rand_int_range (random, 0, 5));
        g_autofree char *two = entity_id (g_rand_int_range (random, 5, ENTITIES));
        const char *focus[] = {two, rarely (random) ? one : NULL, NULL};
        AttriSavedView view = {.id = id,
                               .options = options,
                               .n_options = some_options (random, options),
                               .title = some_text (random),
                               .subtitle = some_text (random),
                               .tlp = some_tlp (random)};
        if (g_rand_boolean (random)) {
            view.judgement = PICK (random, texts);
            view.confidence = rarely (random) ? "low" : NULL;
            view.by = "me";
            view.date = (AttriDate){2024, 1, 0};
            view.alternative = some_text (random);
        }
        if (g_rand_boolean (random))
            attri_graph_builder_add_saved_view (builder, &view, rarely (random) ? NULL : focus, "");
    }
}
