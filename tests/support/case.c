/* SPDX-License-Identifier: MIT
 *
 * case.c: made-up cases from a seed. GRand is the Mersenne twister, the same everywhere.
 */
#include "support/case.h"

#define MOST 128

static const char *const kinds[] = {"intrusion-set", "malware",       "tool", "sector",
                                    "intrusion-set", "malware",       "tool", "campaign",
                                    "identity",      "attack-pattern"};
static const char *const prefixes[] = {"group",   "malware", "tool",     "sector", "rival",
                                       "malware", "tool",    "campaign", "state",  "technique"};

static const char *const words[] = {
    "Earth",  "Lusca",
    "Shadow", "Pad",
    "Winnti", "Typhoon",
    "Цветок", "龍",
    "影の猫", "نمر",
    "เสือ",    "Chrysanthemum-Extraordinarily-Long-Codename",
    "i",      "WWWWWWWWWWWWWW",
    "🐼",      "Спекти",
};

/* One to four words, sometimes very many. */
static char *
make_name (GRand *random, guint index)
{
    g_autoptr (GString) name = g_string_new (NULL);
    guint n = g_rand_int_range (random, 0, 40) == 0 ? 60 : (guint)g_rand_int_range (random, 1, 4);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (name, "%s ",
                                words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    g_string_append_printf (name, "%u", index);
    return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
add_sources (AttriGraphBuilder *builder)
{
    for (guint i = 0; i < 9; i++) {
        g_autofree char *id = g_strdup_printf ("source-%u", i);
        g_autofree char *publisher = g_strdup_printf ("Publisher %u", i / 2);
        AttriSourceDraft source = {.row = {.id = id,
                                           .title = "A made-up report on made-up groups",
                                           .publisher = publisher,
                                           .published = {(guint16)(2015 + i), 1 + i, 0},
                                           .read = i % 3 == 0}};
        attri_graph_builder_add_source (builder, &source);
    }
}

static void
add_statement (AttriGraphBuilder *builder, GRand *random, const char *from, const char *type,
               const char *to, const char *value)
{
    g_autofree char *source = g_strdup_printf ("source-%d", g_rand_int_range (random, 0, 9));
    AttriCitationDraft citation = {.source = source, .pointer = ""};
    AttriStatementDraft statement = {
        .row = {.type = type,
                .value = value,
                .confidence = -1,
                .hedge = (AttriHedge)g_rand_int_range (random, 0, 4),
                .stance = g_rand_int_range (random, 0, 8) == 0 ? ATTRI_STANCE_DOUBTS
                                                               : ATTRI_STANCE_ASSERTS},
        .from = from,
        .to = to,
        .citations = &citation,
        .n_citations = 1,
        .pointer = "",
    };
    attri_graph_builder_add_statement (builder, &statement);
}

/* The relation that fits the two kinds. */
static const char *
relation_of (GRand *random, guint from, guint to)
{
    if (g_rand_int_range (random, 0, 12) == 0)
        return g_rand_boolean (random) ? "related-to" : "same-as";
    if (to == 3)
        return "targets";
    if (to == 8)
        return "sponsored-by";
    if (from == 1 && to == 1)
        return "variant-of";
    return to == 0 || to == 4 ? "related-to" : "uses";
}

static AttriGraph *
end (AttriGraphBuilder *builder)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (10);
    g_autoptr (GError) error = NULL;
    AttriGraph *graph = attri_graph_builder_end (builder, findings, &error);
    g_assert_no_error (error);
    return graph;
}

AttriGraph *
test_case_new (guint32 seed, guint n_entities)
{
    g_assert_cmpuint (n_entities, <=, MOST);
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
    guint kind_of[MOST];
    add_sources (builder);
    for (guint i = 0; i < n_entities; i++) {
        guint kind = kind_of[i] =
            i == 0 ? 0 : (guint)g_rand_int_range (random, 0, G_N_ELEMENTS (kinds));
        g_autofree char *name = make_name (random, i);
        char *id = g_strdup_printf ("%s-%u", prefixes[kind], i);
        AttriEntityDraft entity = {.row = {.id = id,
                                           .type = kinds[kind],
                                           .name = name,
                                           .is_family = kind == 1 && i % 5 == 0}};
        g_ptr_array_add (ids, id);
        attri_graph_builder_add_entity (builder, &entity);
    }
    guint n_statements = n_entities + (guint)g_rand_int_range (random, 0, (gint32)n_entities);
    for (guint i = 0; i < n_statements; i++) {
        guint from = i % 3 == 0 ? 0 : (guint)g_rand_int_range (random, 0, (gint32)n_entities);
        guint to = (guint)g_rand_int_range (random, 0, (gint32)n_entities);
        if (from != to)
            add_statement (builder, random, g_ptr_array_index (ids, from),
                           relation_of (random, kind_of[from], kind_of[to]),
                           g_ptr_array_index (ids, to), NULL);
    }
    for (guint i = 0; i < n_entities; i += 4)
        add_statement (builder, random, g_ptr_array_index (ids, i), "alias", NULL,
                       words[i % G_N_ELEMENTS (words)]);
    for (guint i = 0; i < n_entities; i++) {
        static const char *const levels[] = {"public", "shared", "commercial", "built-in"};
        if ((kind_of[i] == 1 || kind_of[i] == 2 || kind_of[i] == 5 || kind_of[i] == 6) &&
            i % 2 == 0)
            add_statement (builder, random, g_ptr_array_index (ids, i), "availability", NULL,
                           levels[g_rand_int_range (random, 0, 4)]);
    }
    return end (builder);
}

/* What is said of a tool: how it is had, in what family it is, who uses it. */
static void
add_tool (AttriGraphBuilder *builder, GRand *random, guint tool, guint n_groups)
{
    static const char *const levels[] = {"public", "shared", "commercial", "built-in"};
    g_autofree char *id = g_strdup_printf ("tool-%u", tool);
    g_autofree char *name = make_name (random, tool);
    AttriEntityDraft entity = {
        .row = {.id = id, .type = "malware", .name = name, .is_family = tool % 9 == 0}};
    attri_graph_builder_add_entity (builder, &entity);
    if (tool % 3 > 0)
        add_statement (builder, random, id, "availability", NULL,
                       levels[g_rand_int_range (random, 0, 4)]);
    if (tool % 9 == 1)
        add_statement (builder, random, id, "variant-of", "tool-0", NULL);
    guint most = g_rand_int_range (random, 0, 8) == 0 ? n_groups : MIN (n_groups, 3);
    guint users = (guint)g_rand_int_range (random, 1, (gint32)most + 1);
    guint first = (guint)g_rand_int_range (random, 0, (gint32)n_groups);
    for (guint i = 0; i < users; i++) {
        g_autofree char *group = g_strdup_printf ("group-%u", (first + i * i) % n_groups);
        add_statement (builder, random, group, "uses", id, NULL);
    }
}

/* Everything is said by the seed and its own number, so that the order is free. */
AttriGraph *
test_case_new_matrix (guint32 seed, guint n_groups, guint n_tools, gboolean backwards)
{
    g_autoptr (GRand) random = g_rand_new ();
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_sources (builder);
    for (guint i = 0; i < n_groups + n_tools; i++) {
        guint at = backwards ? n_groups + n_tools - 1 - i : i;
        g_rand_set_seed (random, seed * 7919 + at);
        if (at >= n_groups) {
            add_tool (builder, random, at - n_groups, n_groups);
            continue;
        }
        g_autofree char *id = g_strdup_printf ("group-%u", at);
        g_autofree char *name = make_name (random, at);
        AttriEntityDraft entity = {.row = {.id = id, .type = "intrusion-set", .name = name}};
        attri_graph_builder_add_entity (builder, &entity);
    }
    return end (builder);
}
