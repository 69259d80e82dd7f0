/* SPDX-License-Identifier: MIT
 *
 * test-hidden.c: what nobody sees who does not ask for it: what its publisher
 * revoked or deprecated, and custom types.
 */
#include "../model/case.h"

#include <attrigraph/view.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void
add_past (AttriGraphBuilder *builder, const char *id, const char *name, gboolean revoked)
{
    const AttriEntity row = {.id = id,
                             .type = "intrusion-set",
                             .name = name,
                             .revoked = revoked,
                             .deprecated = !revoked};
    attri_graph_builder_add_entity (builder, &(AttriEntityDraft){.row = row});
}

/* `old` was replaced by `older`, and that by `new`, which bears its name now;
 * `gone` was revoked and not replaced, `idle` deprecated. */
static AttriGraph *
make_graph (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    add_entity (builder, "new", "intrusion-set", "Fox");
    add_entity (builder, "t", "malware", "Pad");
    add_entity (builder, "tactic", "x-mitre-tactic", "Tactic");
    add_past (builder, "old", "Fox", TRUE);
    add_past (builder, "older", "Vixen", TRUE);
    add_past (builder, "gone", "Gone", TRUE);
    add_past (builder, "idle", "Idle", FALSE);
    add_claim (builder, "old", "revoked-by", "older", "r");
    add_claim (builder, "older", "revoked-by", "new", "r");
    for (const char *const *id = WORDS ("new", "old", "gone", "idle"); *id != NULL; id++)
        add_claim (builder, *id, "uses", "t", "r");
    add_claim (builder, "tactic", "related-to", "t", "r");
    add_said (builder, "new", "targets", "t", "r", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE});
    add_said (builder, "new", "drops", "t", "r", NULL,
              (AttriClaim){.confidence = -1, .deprecated = TRUE});
    add_said (builder, "new", "delivers", "t", "r", NULL,
              (AttriClaim){.confidence = -1,
                           .revoked = TRUE,
                           .revoked_on = {2022, 0, 0},
                           .revoked_reason = "our-error"});
    return end_well (builder);
}

static void
assert_leaves (AttriSelection wish, const char *expected, guint revoked, guint custom,
               const char *note)
{
    g_autoptr (AttriGraph) graph = make_graph ();
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, &error);
    g_assert_no_error (error);

    g_autoptr (GString) out = g_string_new (NULL);
    for (guint32 i = 0; i < attri_graph_get_n_entities (view); i++)
        g_string_append_printf (out, "%s ", attri_graph_get_entity (view, i)->id);
    g_string_append (out, "|");
    for (guint32 i = 0; i < attri_graph_get_n_claims (view); i++) {
        const AttriClaim *claim = attri_graph_get_claim (view, i);
        g_string_append_printf (out, " %s.%s", attri_graph_get_entity (view, claim->from)->id,
                                claim->type);
    }
    g_assert_cmpstr (out->str, ==, expected);
    g_assert_cmpuint (attri_graph_get_stamp (view)->hidden_revoked, ==, revoked);
    g_assert_cmpuint (attri_graph_get_stamp (view)->hidden_custom, ==, custom);
    g_assert_cmpuint (report.notes->len, ==, note != NULL);
    if (note != NULL)
        g_assert_cmpstr (report.notes->pdata[0], ==, note);
}

/* Four entities and two claims; what we took back ourselves is not the
 * publisher's doing, and stays. */
static void
test_by_default (void)
{
    assert_leaves ((AttriSelection){0}, "new t | new.delivers new.uses", 6, 1, NULL);
}

static void
test_asked_for (void)
{
    assert_leaves ((AttriSelection){.include_revoked = TRUE},
                   "gone idle new old older t | gone.uses idle.uses new.delivers new.drops "
                   "new.targets new.uses old.revoked-by old.uses older.revoked-by",
                   0, 1, NULL);
    assert_leaves ((AttriSelection){.types = WORDS ("x-mitre-tactic", "malware")},
                   "t tactic | tactic.related-to", 6, 0, NULL);
    assert_leaves ((AttriSelection){.focus = WORDS ("Tactic"), .hops = 1},
                   "t tactic | tactic.related-to", 6, 0, NULL);
    assert_leaves ((AttriSelection){.focus = WORDS ("Gone"), .hops = 1}, "gone t | gone.uses", 5, 1,
                   "'Gone' means gone (intrusion-set, Gone), which is revoked; it is shown because "
                   "you ask for it");
    assert_leaves ((AttriSelection){.focus = WORDS ("Idle"), .hops = 1}, "idle t | idle.uses", 5, 1,
                   "'Idle' means idle (intrusion-set, Idle), which is deprecated; it is shown "
                   "because you ask for it");
}

/* The current record is meant, and a revoked one leads to it. */
static void
test_names (void)
{
    assert_leaves ((AttriSelection){.focus = WORDS ("fox"), .hops = 1},
                   "new t | new.delivers new.uses", 6, 1,
                   "'fox' is also a name of old (intrusion-set, Fox), which is revoked");
    assert_leaves ((AttriSelection){.focus = WORDS ("old"), .hops = 1},
                   "new t | new.delivers new.uses", 6, 1,
                   "'old' means old (intrusion-set, Fox), which is revoked; this is about what "
                   "replaced it, new (intrusion-set, Fox)");
    assert_leaves ((AttriSelection){.focus = WORDS ("Vixen"), .hops = 1, .include_revoked = TRUE},
                   "new old older | old.revoked-by older.revoked-by", 0, 1, NULL);
}

/* Records that replace each other lead nowhere, and say so in finite time. */
static void
test_circle (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    add_report (builder, "r", "R", (AttriDate){2021, 0, 0});
    add_past (builder, "a", "A", TRUE);
    add_past (builder, "b", "B", TRUE);
    add_past (builder, "c", "C", TRUE);
    add_entity (builder, "t", "malware", "T");
    add_claim (builder, "a", "uses", "t", "r");
    add_claim (builder, "c", "uses", "t", "r");
    add_claim (builder, "a", "revoked-by", "b", "r");
    add_claim (builder, "b", "revoked-by", "a", "r");
    add_claim (builder, "c", "revoked-by", "a", "r");
    g_autoptr (AttriGraph) graph = end_well (builder);
    for (const char *const *name = WORDS ("a", "c"); *name != NULL; name++) {
        g_auto (AttriViewReport) report = {0};
        const AttriSelection wish = {.focus = WORDS (*name), .hops = 1};
        g_autoptr (AttriGraph) view = attri_view_select (graph, &wish, &report, NULL);
        g_assert_nonnull (view);
        const guint32 focus =
            attri_graph_get_index_at (view, attri_graph_get_stamp (view)->focus.first);
        g_assert_cmpstr (attri_graph_get_entity (view, focus)->id, ==, *name);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/view/hidden/by-default", test_by_default);
    g_test_add_func ("/view/hidden/asked-for", test_asked_for);
    g_test_add_func ("/view/hidden/names", test_names);
    g_test_add_func ("/view/hidden/circle", test_circle);
    return g_test_run ();
}
