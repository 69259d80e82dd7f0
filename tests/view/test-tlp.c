/* SPDX-License-Identifier: MIT
 *
 * test-tlp.c: what --max-tlp takes leaves no trace. Made-up cases are built
 * twice, whole and without the rows that are marked above the limit; the same
 * wish must give the same bytes of both. And what --mark marks.
 */
#include "../model/case.h"
#include "scene/scene-private.h"

#include <attrigraph/draw.h>
#include <attrigraph/view.h>

#include <string.h>

#define N_SOURCES    6
#define N_ENTITIES   12
#define N_STATEMENTS 34
#define N_CITATIONS  2
#define NOBODY       G_MAXUINT

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

typedef struct {
    AttriTlp tlp;
    AttriSourceKind kind;
    AttriDate published;
    guint based_on; /* a source, or NOBODY */
    guint edition_of;
} Source;

typedef struct {
    AttriTlp tlp;
    const char *type;
    const char *name;
} Entity;

typedef struct {
    guint source;
    guint claimant; /* or NOBODY: the source */
    guint cites;    /* or NOBODY */
} Citation;

typedef struct {
    AttriTlp tlp;
    const char *type;
    const char *value; /* or NULL, and @to stands */
    guint from;
    guint to;
    guint place; /* or NOBODY */
    AttriStance stance;
    AttriHedge hedge;
    AttriDate recorded;
    AttriDate created;
    guint n_citations;
    Citation citations[N_CITATIONS];
} Statement;

/* A case as it stands in files, before anything is joined or split. */
typedef struct {
    Source sources[N_SOURCES];
    Entity entities[N_ENTITIES];
    Statement statements[N_STATEMENTS];
} Input;

/* ---- making up ---- */

static guint
pick (GRand *random, guint n)
{
    return (guint)g_rand_int_range (random, 0, (gint32)n);
}

/* Most rows carry little, so that something is left at every limit. */
static AttriTlp
pick_tlp (GRand *random)
{
    static const AttriTlp levels[] = {ATTRI_TLP_CLEAR, ATTRI_TLP_CLEAR, ATTRI_TLP_CLEAR,
                                      ATTRI_TLP_CLEAR, ATTRI_TLP_CLEAR, ATTRI_TLP_CLEAR,
                                      ATTRI_TLP_CLEAR, ATTRI_TLP_GREEN, ATTRI_TLP_AMBER_STRICT,
                                      ATTRI_TLP_RED,   ATTRI_TLP_AMBER, ATTRI_TLP_UNMARKED};
    return levels[pick (random, G_N_ELEMENTS (levels))];
}

static AttriDate
pick_date (GRand *random)
{
    if (pick (random, 4) == 0)
        return ATTRI_DATE_NONE;
    return (AttriDate){(guint16)(2018 + pick (random, 5)), (guint8)pick (random, 13), 0};
}

static guint
pick_or_nobody (GRand *random, guint n)
{
    return pick (random, 2) == 0 ? NOBODY : pick (random, n);
}

static Statement
make_statement (GRand *random)
{
    static const char *const relations[] = {"uses",          "uses",     "uses",
                                            "same-as",       "targets",  "overlaps-with",
                                            "distinct-from", "uses",     "related-to",
                                            "attributed-to", "alias-of", "variant-of"};
    static const char *const names[] = {"Fox", "Owl", "Hare", "Pad"};
    Statement statement = {.tlp = pick_tlp (random),
                           .from = pick (random, N_ENTITIES),
                           .place = pick (random, 3) == 0 ? N_ENTITIES - 1 : NOBODY,
                           .stance =
                               pick (random, 7) == 0 ? ATTRI_STANCE_DENIES : ATTRI_STANCE_ASSERTS,
                           .hedge = (AttriHedge)pick (random, 4),
                           .recorded = pick_date (random),
                           .created = pick_date (random),
                           .n_citations = 1 + pick (random, N_CITATIONS)};
    statement.to = (statement.from + 1 + pick (random, N_ENTITIES - 1)) % N_ENTITIES;
    statement.type = relations[pick (random, G_N_ELEMENTS (relations))];
    if (pick (random, 5) == 0) {
        statement.type = "alias";
        statement.value = names[pick (random, G_N_ELEMENTS (names))];
    } else if (pick (random, 8) == 0) {
        statement.type = "availability";
        statement.value = pick (random, 2) == 0 ? "public" : "shared";
    }
    for (guint i = 0; i < statement.n_citations; i++)
        statement.citations[i] =
            (Citation){pick (random, N_SOURCES), pick_or_nobody (random, N_SOURCES),
                       pick_or_nobody (random, N_SOURCES)};
    return statement;
}

static Input *
make_input (guint32 seed)
{
    static const char *const types[] = {"intrusion-set", "malware", "tool", "sector", "campaign"};
    static const char *const names[] = {"Fox", "Owl",   "Hare",   "Pad", "Gate", "Hook",
                                        "Fox", "Steel", "Energy", "Rat", "Mole", "Nepal"};
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    Input *input = g_new0 (Input, 1);

    for (guint i = 0; i < N_SOURCES; i++) {
        const guint parent = pick_or_nobody (random, N_SOURCES);
        const guint edition = pick (random, 4) == 0 ? pick (random, N_SOURCES) : NOBODY;
        input->sources[i] =
            (Source){pick_tlp (random), (AttriSourceKind)pick (random, 3), pick_date (random),
                     parent != i ? parent : NOBODY, edition != i ? edition : NOBODY};
    }
    for (guint i = 0; i < N_ENTITIES; i++)
        input->entities[i] =
            (Entity){pick_tlp (random), i + 1 < N_ENTITIES ? types[i % 5] : "location", names[i]};
    for (guint i = 0; i < N_STATEMENTS; i++)
        input->statements[i] = make_statement (random);
    return input;
}

/* ---- what of it is put into a builder ---- */

static gboolean
is_above (AttriTlp tlp, AttriTlp limit)
{
    if (tlp == ATTRI_TLP_UNMARKED)
        return limit == ATTRI_TLP_CLEAR;
    return tlp > limit;
}

/* @limit: RED to keep everything */
static gboolean
has_source (const Input *input, guint i, AttriTlp limit)
{
    return i != NOBODY && !is_above (input->sources[i].tlp, limit);
}

static gboolean
has_citation (const Input *input, const Citation *citation, AttriTlp limit)
{
    return has_source (input, citation->source, limit) &&
           (citation->claimant == NOBODY || has_source (input, citation->claimant, limit));
}

static gboolean
has_statement (const Input *input, const Statement *statement, AttriTlp limit)
{
    const Entity *entities = input->entities;
    if (is_above (statement->tlp, limit) || is_above (entities[statement->from].tlp, limit) ||
        (statement->value == NULL && is_above (entities[statement->to].tlp, limit)) ||
        (statement->place != NOBODY && is_above (entities[statement->place].tlp, limit)))
        return FALSE;
    for (guint i = 0; i < statement->n_citations; i++) {
        if (has_citation (input, &statement->citations[i], limit))
            return TRUE;
    }
    return FALSE;
}

static gboolean
speaks_of (const Statement *statement, guint entity)
{
    return statement->from == entity || statement->place == entity ||
           (statement->value == NULL && statement->to == entity);
}

/* An entity goes with the last statement that speaks of it. */
static gboolean
has_entity (const Input *input, guint i, AttriTlp limit)
{
    gboolean before = FALSE;
    gboolean after = FALSE;
    for (guint s = 0; s < N_STATEMENTS; s++) {
        const Statement *statement = &input->statements[s];
        before |= speaks_of (statement, i);
        after |= speaks_of (statement, i) && has_statement (input, statement, limit);
    }
    return !is_above (input->entities[i].tlp, limit) && (after || !before);
}

/* ---- building ---- */

static const char *const source_ids[] = {"s0", "s1", "s2", "s3", "s4", "s5"};
static const char *const entity_ids[] = {"e0", "e1", "e2", "e3", "e4",  "e5",
                                         "e6", "e7", "e8", "e9", "e10", "e11"};

static void
add_sources (AttriGraphBuilder *builder, const Input *input, AttriTlp limit)
{
    for (guint i = 0; i < N_SOURCES; i++) {
        const Source *source = &input->sources[i];
        if (!has_source (input, i, limit))
            continue;
        const char *based_on[] = {NULL, NULL};
        if (has_source (input, source->based_on, limit))
            based_on[0] = source_ids[source->based_on];
        attri_graph_builder_add_source (
            builder, &(AttriSourceDraft){.row = {.id = source_ids[i],
                                                 .title = source_ids[i],
                                                 .publisher = source_ids[i],
                                                 .kind = source->kind,
                                                 .published = source->published,
                                                 .tlp = source->tlp},
                                         .based_on = based_on,
                                         .edition_of = has_source (input, source->edition_of, limit)
                                                           ? source_ids[source->edition_of]
                                                           : NULL});
    }
}

static void
add_statement (AttriGraphBuilder *builder, const Input *input, const Statement *statement,
               AttriTlp limit)
{
    AttriCitationDraft citations[N_CITATIONS];
    guint n = 0;
    for (guint i = 0; i < statement->n_citations; i++) {
        const Citation *citation = &statement->citations[i];
        if (!has_citation (input, citation, limit))
            continue;
        citations[n++] = (AttriCitationDraft){.source = source_ids[citation->source],
                                              .claimant = citation->claimant != NOBODY
                                                              ? source_ids[citation->claimant]
                                                              : NULL,
                                              .cites = has_source (input, citation->cites, limit)
                                                           ? source_ids[citation->cites]
                                                           : NULL};
    }
    const char *in[] = {statement->place != NOBODY ? entity_ids[statement->place] : NULL, NULL};
    attri_graph_builder_add_statement (
        builder,
        &(AttriStatementDraft){.row = {.type = statement->type,
                                       .value = statement->value,
                                       .confidence = -1,
                                       .stance = statement->stance,
                                       .hedge = statement->hedge,
                                       .recorded = statement->recorded,
                                       .tlp = statement->tlp},
                               .from = entity_ids[statement->from],
                               .to = statement->value == NULL ? entity_ids[statement->to] : NULL,
                               .in = in,
                               .citations = citations,
                               .n_citations = n});
}

/* The graph of all rows that are not above @limit; of all at RED. */
static AttriGraph *
build (const Input *input, AttriTlp limit)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_sources (builder, input, limit);
    for (guint i = 0; i < N_ENTITIES; i++) {
        if (has_entity (input, i, limit))
            attri_graph_builder_add_entity (builder, &(AttriEntityDraft){
                                                         .row = {.id = entity_ids[i],
                                                                 .type = input->entities[i].type,
                                                                 .name = input->entities[i].name,
                                                                 .tlp = input->entities[i].tlp}});
    }
    for (guint i = 0; i < N_STATEMENTS; i++) {
        if (has_statement (input, &input->statements[i], limit))
            add_statement (builder, input, &input->statements[i], limit);
    }
    return end_well (builder);
}

/* ---- comparing ---- */

/* All that is made of a view, or why there is none. */
static char *
print (const AttriGraph *graph, const AttriSelection *wish, gboolean drawn)
{
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view = attri_view_select (graph, wish, &report, &error);
    GString *out = g_string_new (NULL);

    for (guint i = 0; i < report.notes->len; i++)
        g_string_append_printf (out, "%s\n", (const char *)report.notes->pdata[i]);
    if (view == NULL) {
        g_string_append (out, error->message);
        return g_string_free (out, FALSE);
    }
    g_autofree char *dump = attri_graph_dump (view);
    g_autoptr (AttriScene) scene = attri_scene_new (view, NULL);
    g_autofree char *shown = attri_scene__dump (scene);
    g_string_append_printf (out, "%s\n%s\n%s\n", dump, shown, attri_scene_get_text (scene));
    if (drawn) {
        g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, &error);
        g_assert_no_error (error);
        g_autofree char *places = attri_plan_dump (plan);
        g_autofree char *lock = attri_plan_to_lock (plan);
        g_autoptr (GBytes) svg = attri_draw_svg (plan, NULL);
        g_string_append_printf (out, "%s\n%s\n", places, lock);
        g_string_append_len (out, g_bytes_get_data (svg, NULL), (gssize)g_bytes_get_size (svg));
    }
    return g_string_free (out, FALSE);
}

static AttriSelection
make_wish (GRand *random, const char *const *focus)
{
    static const AttriTlp limits[] = {ATTRI_TLP_CLEAR, ATTRI_TLP_GREEN, ATTRI_TLP_AMBER,
                                      ATTRI_TLP_AMBER_STRICT};
    AttriSelection wish = {.max_tlp = limits[pick (random, G_N_ELEMENTS (limits))],
                           .hops = pick (random, 4)};
    if (pick (random, 4) > 0)
        wish.focus = focus;
    if (pick (random, 4) == 0)
        wish.as_of = (AttriDate){(guint16)(2019 + pick (random, 4)), 6, 0};
    if (pick (random, 4) == 0)
        wish.known_on = (AttriDate){(guint16)(2019 + pick (random, 4)), 6, 0};
    if (pick (random, 6) == 0)
        wish.min_sources = 1;
    if (pick (random, 3) == 0)
        wish.identity = ATTRI_IDENTITY_UNION;
    return wish;
}

/* A name that is only there in the whole is refused, with another message. */
static gboolean
is_refusal (const char *text)
{
    return g_str_has_prefix (text, "no ") || g_str_has_prefix (text, "nothing ") ||
           strstr (text, "\nno ") != NULL || strstr (text, "\nnothing ") != NULL;
}

/* The first line that differs. */
static void
tell_difference (guint32 seed, const char *of_whole, const char *of_rest)
{
    g_auto (GStrv) cut = g_strsplit (of_whole, "\n", -1);
    g_auto (GStrv) never = g_strsplit (of_rest, "\n", -1);
    guint i = 0;
    while (cut[i] != NULL && never[i] != NULL && g_str_equal (cut[i], never[i]))
        i++;
    g_test_message ("seed %u, line %u\ncut from the whole: %s\nnever held it:      %s", seed, i,
                    cut[i], never[i]);
}

static gboolean
compare (guint32 seed, gboolean drawn)
{
    static const char *const names[] = {"Fox", "Owl", "Hare", "Pad", "e0", "e5", "Gate", "Steel"};
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autofree Input *input = make_input (seed);
    const char *const focus[] = {names[pick (random, G_N_ELEMENTS (names))], NULL};
    const AttriSelection wish = make_wish (random, focus);
    g_autoptr (AttriGraph) whole = build (input, ATTRI_TLP_RED);
    g_autoptr (AttriGraph) rest = build (input, wish.max_tlp);
    g_autofree char *of_whole = print (whole, &wish, drawn);
    g_autofree char *of_rest = print (rest, &wish, drawn);

    if (is_refusal (of_whole) && (is_refusal (of_rest) || attri_graph_get_n_claims (rest) == 0))
        return FALSE;
    if (g_strcmp0 (of_whole, of_rest) != 0)
        tell_difference (seed, of_whole, of_rest);
    g_assert_true (g_strcmp0 (of_whole, of_rest) == 0);
    return TRUE;
}

static void
test_no_trace (void)
{
    guint shown = 0;
    for (guint32 seed = 1; seed <= 600; seed++)
        shown += compare (seed, FALSE);
    g_test_message ("%u of 600 showed something", shown);
    g_assert_cmpuint (shown, >, 300);
}

static void
test_no_trace_drawn (void)
{
    guint shown = 0;
    for (guint32 seed = 1001; seed <= 1040; seed++)
        shown += compare (seed, TRUE);
    g_assert_cmpuint (shown, >, 20);
}

/* ---- --mark ---- */

/* a uses t, says report r in the feed; b uses t, says the feed; c uses t, says r in
 * our own unmarked notes. */
static AttriGraph *
make_unmarked (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "feed", "F", (AttriDate){2021, 0, 0});
    add_report (builder, "r", "R", (AttriDate){2020, 0, 0});
    add_report (builder, "notes", "Us", (AttriDate){2021, 0, 0});
    for (const char *const *id = WORDS ("a", "b", "c"); *id != NULL; id++)
        add_entity (builder, *id, "intrusion-set", *id);
    add_entity (builder, "t", "malware", "t");
    add_entity (builder, "u", "malware", "u");
    const AttriClaim plain = {.confidence = -1};
    AttriClaim red = plain;
    red.tlp = ATTRI_TLP_RED;
    add_said (builder, "a", "uses", "t", "feed", "r", plain);
    add_said (builder, "b", "uses", "t", "feed", NULL, plain);
    add_said (builder, "c", "uses", "u", "notes", "r", plain);
    add_said (builder, "b", "targets", "a", "feed", NULL, red);
    return end_well (builder);
}

/* The markings as "entities | sources | claims", or why there is nothing. */
static char *
print_marked (const AttriMark *marks, guint n_marks, AttriTlp limit)
{
    g_autoptr (AttriGraph) graph = make_unmarked ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    const AttriSelection wish = {.marks = marks, .n_marks = n_marks, .max_tlp = limit};
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    GString *out = g_string_new (NULL);
    if (view == NULL)
        g_string_append (out, error->message);
    for (guint32 i = 0; view != NULL && i < attri_graph_get_n_entities (view); i++) {
        const AttriEntity *entity = attri_graph_get_entity (view, i);
        g_string_append_printf (out, "%s=%s ", entity->id, attri_tlp_to_string (entity->tlp));
    }
    for (guint32 i = 0; view != NULL && i < attri_graph_get_n_sources (view); i++) {
        const AttriSource *source = attri_graph_get_source (view, i);
        g_string_append_printf (out, "%s%s=%s ", i == 0 ? "| " : "", source->id,
                                attri_tlp_to_string (source->tlp));
    }
    for (guint32 i = 0; view != NULL && i < attri_graph_get_n_claims (view); i++) {
        const AttriClaim *claim = attri_graph_get_claim (view, i);
        g_string_append_printf (out, "%s%s.%s=%s ", i == 0 ? "| " : "",
                                attri_graph_get_entity (view, claim->from)->id, claim->type,
                                attri_tlp_to_string (claim->tlp));
    }
    return g_string_free (out, FALSE);
}

static void
assert_marks (const AttriMark *marks, guint n_marks, AttriTlp limit, const char *expected)
{
    g_autofree char *printed = print_marked (marks, n_marks, limit);
    g_assert_cmpstr (printed, ==, expected);
}

static void
test_mark (void)
{
    const AttriMark feed[] = {{"feed", ATTRI_TLP_CLEAR}};
    const AttriMark both[] = {{"feed", ATTRI_TLP_CLEAR}, {"r", ATTRI_TLP_CLEAR}};
    const AttriMark amber[] = {{"feed", ATTRI_TLP_CLEAR}, {"r", ATTRI_TLP_AMBER}};
    const AttriMark twice[] = {{"feed", ATTRI_TLP_GREEN}, {"feed", ATTRI_TLP_CLEAR}};
    const AttriMark typo[] = {{"fed", ATTRI_TLP_CLEAR}};

    assert_marks (NULL, 0, ATTRI_TLP_CLEAR, "nothing is left; --max-tlp took the last 4 claims");
    /* What else r said is not the feed's to make public, so r itself is not either. */
    assert_marks (feed, 1, ATTRI_TLP_CLEAR, "b=CLEAR t=CLEAR | feed=CLEAR | b.uses=CLEAR ");
    /* Our notes are nobody's but ours. */
    assert_marks (both, 2, ATTRI_TLP_CLEAR,
                  "a=CLEAR b=CLEAR t=CLEAR | feed=CLEAR r=CLEAR | a.uses=CLEAR b.uses=CLEAR ");
    assert_marks (amber, 2, ATTRI_TLP_UNMARKED,
                  "a=unmarked b=CLEAR c=unmarked t=CLEAR u=unmarked | feed=CLEAR notes=unmarked "
                  "r=AMBER | a.uses=AMBER b.targets=RED b.uses=CLEAR c.uses=AMBER ");
    assert_marks (twice, 2, ATTRI_TLP_AMBER,
                  "a=unmarked b=unmarked c=unmarked t=unmarked u=unmarked | feed=GREEN "
                  "notes=unmarked r=unmarked | a.uses=GREEN b.uses=GREEN c.uses=unmarked ");
    assert_marks (typo, 1, ATTRI_TLP_CLEAR, "no source is called 'fed'; did you mean 'feed'?");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/view/tlp/no-trace", test_no_trace);
    g_test_add_func ("/view/tlp/no-trace-drawn", test_no_trace_drawn);
    g_test_add_func ("/view/tlp/mark", test_mark);
    return g_test_run ();
}
