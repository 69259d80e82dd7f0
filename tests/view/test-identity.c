/* SPDX-License-Identifier: MIT
 *
 * test-identity.c: who is folded into whom, and what becomes of the claims.
 */
#include "../model/case.h"
#include "model/graph-private.h"

#include <attrigraph/view.h>

#include <string.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const AttriClaim plain = {.confidence = -1};

static void
deny (AttriGraphBuilder *builder, const char *from, const char *type, const char *to,
      const char *source, AttriStance stance)
{
    AttriClaim row = plain;
    row.stance = stance;
    add_said (builder, from, type, to, source, NULL, row);
}

/* Entities a to h, sources r, s and t. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    add_report (builder, "s", "S", (AttriDate){2022, 0, 0});
    add_report (builder, "t", "T", (AttriDate){2023, 0, 0});
    for (const char *id = "abcdefgh"; *id != '\0'; id++) {
        const char name[] = {*id, '\0'};
        g_autofree char *upper = g_strdup_printf ("Name %c", *id);
        add_entity (builder, name, "intrusion-set", upper);
    }
    add_entity (builder, "tool", "malware", "Tool");
    return builder;
}

/* "a uses tool by r" a line, with the names folded away. */
static char *
print_claims (const AttriGraph *graph)
{
    GString *out = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        g_string_append_printf (out, "%s %s %s by %s",
                                attri_graph_get_entity (graph, claim->from)->id, claim->type,
                                claim->to != ATTRI_NONE
                                    ? attri_graph_get_entity (graph, claim->to)->id
                                    : claim->value,
                                attri_graph_get_source (graph, claim->claimant)->id);
        if (claim->said_of != NULL)
            g_string_append_printf (out, " of %s", claim->said_of);
        if (claim->said_to != NULL)
            g_string_append_printf (out, " to %s", claim->said_to);
        if (claim->folded != NULL)
            g_string_append_printf (out, " folded %s", claim->folded);
        g_string_append_c (out, '\n');
    }
    return g_string_free (out, FALSE);
}

static AttriGraph *
fold (const AttriGraph *graph, AttriSelection wish, GPtrArray **notes)
{
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    if (wish.identity == ATTRI_IDENTITY_STRICT)
        wish.identity = ATTRI_IDENTITY_UNION;
    AttriGraph *view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);
    if (notes != NULL)
        *notes = g_ptr_array_ref (report.notes);
    return view;
}

static char *
print_ids (const AttriGraph *graph)
{
    GString *out = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        g_string_append (out, attri_graph_get_entity (graph, i)->id);
    return g_string_free (out, FALSE);
}

static void
assert_folds (AttriGraphBuilder *builder, AttriSelection wish, const char *ids, const char *note)
{
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (GPtrArray) notes = NULL;
    g_autoptr (AttriGraph) view = fold (graph, wish, &notes);
    g_autofree char *left = print_ids (view);
    g_assert_cmpstr (left, ==, ids);
    g_assert_cmpuint (notes->len, ==, note != NULL);
    if (note != NULL)
        g_assert_cmpstr (notes->pdata[0], ==, note);
}

/* Claims of all are kept, each with the name it was said of. */
static void
test_claims (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "a", "uses", "tool", "r");
    add_claim (builder, "b", "uses", "tool", "s");
    add_claim (builder, "b", "same-as", "a", "r");
    add_claim (builder, "b", "alias-of", "c", "s");
    add_claim (builder, "b", "overlaps-with", "a", "t");
    add_claim (builder, "d", "related-to", "c", "t");
    add_said (builder, "c", "alias", NULL, "t", NULL,
              (AttriClaim){.confidence = -1, .value = "Sea"});
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriGraph) view = fold (graph, (AttriSelection){0}, NULL);
    g_autofree char *claims = print_claims (view);
    g_assert_cmpstr (claims, ==,
                     "a alias Name b by r folded b\n"
                     "a alias Name c by s of Name b folded c\n"
                     "a alias Sea by t of Name c\n"
                     "a overlaps-with a by t of Name b\n"
                     "a uses tool by r\n"
                     "a uses tool by s of Name b\n"
                     "d related-to a by t to Name c\n");
    g_assert_cmpstr (attri_graph_get_stamp (view)->identity, ==, "union");
    /* Two sources now stand behind one edge. */
    const AttriEdge *edge = attri_graph_get_edge (view, 4);
    g_assert_cmpstr (edge->type, ==, "uses");
    g_assert_cmpuint (edge->claims.count, ==, 2);
}

/* The focus stands for the others, whatever name it was asked by. */
static void
test_focus (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "a", "uses", "tool", "r");
    add_claim (builder, "b", "same-as", "a", "r");
    add_entity (builder, "twin", "intrusion-set", "Name a");
    add_claim (builder, "twin", "duplicate-of", "a", "s");
    g_autoptr (AttriGraph) graph = end_well (builder);

    const AttriSelection by_name = {.focus = WORDS ("name b"), .hops = 1};
    g_autoptr (AttriGraph) view = fold (graph, by_name, NULL);
    g_autofree char *claims = print_claims (view);
    g_assert_cmpstr (claims, ==,
                     "b alias Name a by r folded a\n"
                     "b alias Name a by s of Name a folded twin\n"
                     "b uses tool by r of Name a\n");

    /* What is ambiguous in strict is one here; same names are told apart by id. */
    const AttriSelection twins = {.focus = WORDS ("name a"), .hops = 1};
    g_autoptr (AttriGraph) other = fold (graph, twins, NULL);
    g_autofree char *of_twins = print_claims (other);
    g_assert_cmpstr (of_twins, ==,
                     "a alias Name b by r folded b\n"
                     "a alias twin by s folded twin\n"
                     "a uses tool by r\n");
    g_assert_cmpuint (attri_graph_get_stamp (other)->focus.count, ==, 1);
}

static void
test_apart (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "distinct-from", "a", "s");
    assert_folds (builder, (AttriSelection){0}, "abcdefghtool",
                  "--identity leaves 'a' and 'b' two: what equates them is disputed");

    /* Two publishers beat one, though the ids of the others come first. */
    builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "same-as", "c", "r");
    add_claim (builder, "c", "same-as", "b", "s");
    add_claim (builder, "a", "distinct-from", "c", "t");
    assert_folds (
        builder, (AttriSelection){0}, "abdefghtool",
        "--identity leaves 'a' and 'b' two: 'a' would be 'c' then, which somebody denies");

    /* A denial keeps two apart as well; a doubt disputes only what it doubts. */
    builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "same-as", "c", "r");
    deny (builder, "c", "same-as", "a", "s", ATTRI_STANCE_DENIES);
    assert_folds (
        builder, (AttriSelection){0}, "acdefghtool",
        "--identity leaves 'b' and 'c' two: 'a' would be 'c' then, which somebody denies");
    builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "same-as", "c", "r");
    deny (builder, "c", "same-as", "a", "s", ATTRI_STANCE_DOUBTS);
    assert_folds (builder, (AttriSelection){0}, "adefghtool", NULL);
}

static void
test_relations (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "a", "overlaps-with", "b", "r");
    add_claim (builder, "c", "part-of", "d", "r");
    add_claim (builder, "e", "related-to", "f", "r");
    deny (builder, "g", "same-as", "h", "r", ATTRI_STANCE_DENIES);
    assert_folds (builder, (AttriSelection){0}, "abcdefghtool", NULL);
}

static void
test_source (void)
{
    for (guint i = 0; i < 3; i++) {
        static const char *const ids[] = {"r", "s", "t"};
        static const char *const left[] = {"abdefghtool", "acdefghtool", "acdefghtool"};
        AttriGraphBuilder *builder = begin ();
        add_claim (builder, "b", "same-as", "c", "r");
        /* Said by s, read in t. */
        add_said (builder, "a", "same-as", "b", "t", "s", plain);
        assert_folds (builder,
                      (AttriSelection){.identity = ATTRI_IDENTITY_SOURCE,
                                       .identity_source = ids[i]},
                      left[i], NULL);
    }
}

/* What is not believed does not fold, nor does it keep apart. */
static void
test_after_filters (void)
{
    AttriGraphBuilder *builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "a", "distinct-from", "b", "t");
    add_claim (builder, "a", "uses", "tool", "r");
    assert_folds (builder, (AttriSelection){.as_of = {2021, 0, 0}}, "acdefghtool", NULL);
    builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "uses", "tool", "t");
    assert_folds (builder, (AttriSelection){.without_sources = WORDS ("r")}, "bcdefghtool", NULL);
    /* Relations are chosen after folding. */
    builder = begin ();
    add_claim (builder, "a", "same-as", "b", "r");
    add_claim (builder, "b", "uses", "tool", "t");
    assert_folds (builder, (AttriSelection){.relationships = WORDS ("uses")}, "acdefghtool", NULL);
}

static void
test_fields (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    const AttriReference mitre = {.source = "mitre-attack", .external_id = "G1"};
    const AttriReference other = {.source = "misp", .external_id = "9"};
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = {.id = "a",
                                                                         .type = "intrusion-set",
                                                                         .name = "A",
                                                                         .first_seen = {2015, 0, 0},
                                                                         .tlp = ATTRI_TLP_CLEAR},
                                                                 .references = &mitre,
                                                                 .n_references = 1});
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = {.id = "long-id",
                                                                         .type = "threat-actor",
                                                                         .name = "a",
                                                                         .country = "CN",
                                                                         .first_seen = {2012, 0, 0},
                                                                         .last_seen = {2020, 0, 0}},
                                                                 .references = &other,
                                                                 .n_references = 1});
    add_claim (builder, "a", "same-as", "long-id", "r");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriGraph) view = fold (graph, (AttriSelection){0}, NULL);
    g_assert_cmpuint (attri_graph_get_n_entities (view), ==, 1);
    const AttriEntity *entity = attri_graph_get_entity (view, 0);
    g_assert_cmpstr (entity->id, ==, "a");
    g_assert_cmpstr (entity->type, ==, "intrusion-set");
    g_assert_cmpstr (entity->country, ==, "CN");
    g_assert_cmpuint (entity->first_seen.year, ==, 2012);
    g_assert_cmpuint (entity->last_seen.year, ==, 2020);
    g_assert_cmpuint (entity->references.count, ==, 2);
    /* CLEAR and not marked are not CLEAR. */
    g_assert_cmpint (entity->tlp, ==, ATTRI_TLP_UNMARKED);
    g_assert_cmpstr (attri_graph_get_edge (view, 0)->value, ==, "9");
}

/* ---- made-up cases ---- */

#define N_MADE_UP 14

/* Nobody stands for one of whom anybody says that they are two; nothing gets lost;
 * every name folded away is told; and all of it in whatever order things were read. */
static void
test_made_up (void)
{
    static const char *const types[] = {"same-as",       "alias-of", "duplicate-of", "same-as",
                                        "distinct-from", "uses",     "overlaps-with"};
    for (guint32 seed = 1; seed <= 400; seed++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        AttriGraphBuilder *builder = attri_graph_builder_new ();
        g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
        for (guint i = 0; i < 5; i++) {
            g_autofree char *id = g_strdup_printf ("s%u", i);
            add_report (builder, id, id, (AttriDate){2021, 0, 0});
        }
        for (guint i = 0; i < N_MADE_UP; i++) {
            char *id = g_strdup_printf ("e%u", i);
            g_ptr_array_add (ids, id);
            add_entity (builder, id, "intrusion-set", id);
        }
        for (guint i = 0; i < 24; i++) {
            const gint32 from = g_rand_int_range (random, 0, N_MADE_UP);
            const gint32 to = (from + g_rand_int_range (random, 1, N_MADE_UP)) % N_MADE_UP;
            g_autofree char *source = g_strdup_printf ("s%d", g_rand_int_range (random, 0, 5));
            deny (builder, ids->pdata[from],
                  types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))], ids->pdata[to], source,
                  g_rand_int_range (random, 0, 9) == 0 ? ATTRI_STANCE_DENIES
                                                       : ATTRI_STANCE_ASSERTS);
        }
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autoptr (AttriGraph) view = fold (graph, (AttriSelection){0}, NULL);
        g_test_message ("seed %u", seed);
        g_assert_cmpuint (attri_graph_get_n_claims (view), ==, attri_graph_get_n_claims (graph));

        g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
        for (guint32 i = 0; i < attri_graph_get_n_claims (view); i++) {
            const AttriClaim *claim = attri_graph_get_claim (view, i);
            const gboolean within = claim->to == claim->from;
            if (within && claim->stance == ATTRI_STANCE_ASSERTS)
                g_assert_cmpstr (claim->type, !=, "distinct-from");
            if (claim->folded != NULL) {
                g_assert_cmpint (attri_graph_find_entity (view, claim->folded), ==, ATTRI_NONE);
                g_hash_table_add (told, (gpointer)claim->folded);
            }
        }
        for (guint i = 0; i < N_MADE_UP; i++) {
            if (attri_graph_find_entity (view, ids->pdata[i]) == ATTRI_NONE)
                g_assert_true (g_hash_table_contains (told, ids->pdata[i]));
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/view/identity/claims", test_claims);
    g_test_add_func ("/view/identity/focus", test_focus);
    g_test_add_func ("/view/identity/apart", test_apart);
    g_test_add_func ("/view/identity/relations", test_relations);
    g_test_add_func ("/view/identity/source", test_source);
    g_test_add_func ("/view/identity/after-filters", test_after_filters);
    g_test_add_func ("/view/identity/fields", test_fields);
    g_test_add_func ("/view/identity/made-up", test_made_up);
    return g_test_run ();
}
