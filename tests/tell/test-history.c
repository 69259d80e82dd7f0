/* SPDX-License-Identifier: MIT
 *
 * test-history.c: who said what when, and what it was set against later. The goldens
 * tell it of tests/golden/tell/foxes.json; the rest is computed by hand.
 */
#include "foxes.h"
#include "model/case.h"
#include "tell/history.h"

#include <string.h>

static void
check_golden (const char *name, gboolean all, AttriTellFormat format, const char *golden)
{
    g_autoptr (AttriGraph) graph = read_foxes ();
    guint32 entity = find_fox (graph, name, NULL);
    g_autofree char *text = attri_tell_history (graph, entity, all, format);
    attri_golden_check (golden, text);
}

static void
test_text (void)
{
    check_golden ("Vixen", FALSE, ATTRI_TELL_TEXT, "tell/history.txt");
    check_golden ("Fox-1", TRUE, ATTRI_TELL_TEXT, "tell/history-all.txt");
    check_golden ("Hare", FALSE, ATTRI_TELL_TEXT, "tell/history-none.txt");
}

static void
test_markdown (void)
{
    check_golden ("wolf", FALSE, ATTRI_TELL_MARKDOWN, "tell/history.md");
}

static void
test_json (void)
{
    check_golden ("wolf", FALSE, ATTRI_TELL_JSON, "tell/history.json");
}

/* ---- by hand ---- */

/* Reports of 2019 to 2023 by `a` to `e`, one of no date by `z`, and two animals. */
static AttriGraphBuilder *
begin (void)
{
    AttriGraphBuilder *builder = attri_graph_builder_new ();
    for (guint i = 0; i < 5; i++) {
        const char id[] = {(char)('a' + i), '\0'};
        add_report (builder, id, id, (AttriDate){(guint16)(2019 + i), 0, 0});
    }
    add_report (builder, "z", "z", ATTRI_DATE_NONE);
    add_entity (builder, "elk", "intrusion-set", "Elk");
    add_entity (builder, "fox", "intrusion-set", "Fox");
    add_entity (builder, "owl", "intrusion-set", "Owl");
    return builder;
}

/* "a elk same-as fox; b elk same-as fox denies" */
static void
say (AttriGraphBuilder *builder, const char *statements)
{
    g_auto (GStrv) all = g_strsplit (statements, "; ", -1);
    for (guint i = 0; all[i] != NULL; i++) {
        g_auto (GStrv) words = g_strsplit (all[i], " ", -1);
        AttriClaim row = {.confidence = -1};
        for (int stance = 0; words[4] != NULL && attri_stance_to_string (stance) != NULL; stance++)
            if (strcmp (words[4], attri_stance_to_string (stance)) == 0)
                row.stance = stance;
        add_said (builder, words[1], words[2], words[3], words[0], NULL, row);
    }
}

/* One word an event: who said it, "!" if the first, "<n" what it contradicts, ">n" what
 * contradicts it. */
static char *
print (const AttriGraph *graph, const char *id)
{
    guint32 entity = attri_graph_find_entity (graph, id);
    g_autoptr (AttriHistory) history = attri_tell__history_new (graph, entity, FALSE);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < history->events->len; i++) {
        const AttriEvent *event = attri_tell__history_get (history, i);
        const AttriClaim *claim = attri_tell__history_get_claim (history, i);
        g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                                attri_graph_get_source (graph, claim->claimant)->id,
                                event->first ? "!" : "");
        if (event->taken_back)
            g_string_append_c (text, '-');
        if (event->contradicts != ATTRI_NO_EVENT)
            g_string_append_printf (text, "<%u", event->contradicts);
        if (event->contradicted_by != ATTRI_NO_EVENT)
            g_string_append_printf (text, ">%u", event->contradicted_by);
    }
    return g_string_free (text, FALSE);
}

static void
check (const char *statements, const char *of, const char *expected)
{
    AttriGraphBuilder *builder = begin ();
    say (builder, statements);
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *text = print (graph, of);
    g_test_message ("%s", statements);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_denied (void)
{
    check ("a elk same-as fox; b elk same-as fox denies", "elk", "a!>1 b<0");
    check ("b elk same-as fox; a elk same-as fox denies", "elk", "a b!");
    check ("a elk same-as fox; b elk same-as fox; c elk same-as fox doubts", "fox", "a!>2 b>2 c<0");
    /* What is said again is not contradicted by what was said before. */
    check ("a elk same-as fox; b elk same-as fox denies; c elk same-as fox", "elk", "a!>1 b<0 c");
    /* Nobody knows when z said it: after all, it is told, and set against nothing before it. */
    check ("z elk same-as fox; a elk same-as fox denies", "elk", "a z!");
    check ("a elk same-as fox; z elk same-as fox denies", "elk", "a!>1 z<0");
}

/* What equates and what tells apart, from whichever end. */
static void
test_apart (void)
{
    check ("a elk same-as fox; b fox distinct-from elk", "elk", "a!>1 b!<0");
    check ("a elk same-as fox; b fox distinct-from elk", "fox", "a!>1 b!<0");
    check (
        "a elk distinct-from fox; b elk alias-of fox; c fox same-as elk; d fox distinct-from elk",
        "elk", "a!>1 b!<0>3 c!<0>3 d!<1");
    /* Of others, or of another kind. */
    check ("a elk same-as fox; b elk distinct-from owl; c elk part-of fox denies", "elk",
           "a! b! c");
    check ("a elk same-as fox; b elk distinct-from fox denies", "elk", "a! b");
}

static void
test_withdrawn (void)
{
    check ("a elk sponsored-by fox; a elk sponsored-by fox withdraws", "elk", "a! a");
}

/* Tools and targets are left out, and counted. */
static void
test_left_out (void)
{
    AttriGraphBuilder *builder = begin ();
    say (builder, "a elk uses fox; b elk uses fox; c elk related-to fox; d elk sponsored-by fox");
    g_autoptr (AttriGraph) graph = end_well (builder);
    guint32 elk = attri_graph_find_entity (graph, "elk");
    g_autoptr (AttriHistory) few = attri_tell__history_new (graph, elk, FALSE);
    g_autoptr (AttriHistory) all = attri_tell__history_new (graph, elk, TRUE);
    g_assert_cmpuint (few->events->len, ==, 1);
    g_assert_cmpuint (few->left_out, ==, 3);
    g_assert_cmpuint (all->events->len, ==, 4);
    g_assert_cmpuint (all->left_out, ==, 0);
}

/* A retraction of ours is an event of its own, on its own day. */
static void
test_taken_back (void)
{
    AttriGraphBuilder *builder = begin ();
    add_said (builder, "elk", "same-as", "fox", "a", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE, .revoked_on = {2020, 6, 1}});
    say (builder, "b elk same-as fox denies; c elk same-as fox");
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *text = print (graph, "elk");
    g_assert_cmpstr (text, ==, "a!>2 a- b<0 c");
}

/* Not before what it takes back, be that dated by a year or not at all. */
static void
test_taken_back_early (void)
{
    AttriGraphBuilder *builder = begin ();
    add_said (builder, "elk", "same-as", "fox", "b", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE, .revoked_on = {2020, 6, 1}});
    add_said (builder, "elk", "same-as", "owl", "z", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE, .revoked_on = {2019, 6, 1}});
    add_said (builder, "elk", "part-of", "owl", "a", NULL,
              (AttriClaim){.confidence = -1, .revoked = TRUE});
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autofree char *text = print (graph, "elk");
    g_assert_cmpstr (text, ==, "a! b! b- z! a- z-");
}

static void
check_known (AttriDate said, AttriDate recorded, gboolean shown)
{
    const AttriClaim claim = {.said_on = said, .recorded = recorded};
    AttriDate known = attri_tell__get_known_since (&claim);
    g_assert_cmpint (attri_date_is_set (known), ==, shown);
    if (shown)
        g_assert_cmpint (attri_date_compare (known, recorded), ==, 0);
}

/* More than 31 days later, a month and a year counting at their ends. */
static void
test_known_since (void)
{
    check_known ((AttriDate){2021, 7, 8}, (AttriDate){2021, 8, 8}, FALSE);
    check_known ((AttriDate){2021, 7, 8}, (AttriDate){2021, 8, 9}, TRUE);
    check_known ((AttriDate){2021, 7, 0}, (AttriDate){2021, 8, 31}, FALSE);
    check_known ((AttriDate){2021, 7, 0}, (AttriDate){2021, 9, 1}, TRUE);
    check_known ((AttriDate){2021, 0, 0}, (AttriDate){2021, 2, 1}, FALSE);
    check_known ((AttriDate){2021, 7, 8}, (AttriDate){2020, 1, 1}, FALSE);
    check_known (ATTRI_DATE_NONE, (AttriDate){2020, 1, 1}, TRUE);
    check_known ((AttriDate){2021, 7, 8}, ATTRI_DATE_NONE, FALSE);
}

/* Whatever order it was read in; dates rise, and every event is set against its like. */
static void
test_order (void)
{
    const char *statements[] = {"a elk same-as fox",        "b fox distinct-from elk",
                                "c elk same-as fox denies", "z elk alias-of fox",
                                "d fox same-as elk",        "e elk part-of owl",
                                "c elk sponsored-by owl",   "e elk distinct-from fox"};
    g_autofree char *first = NULL;
    for (guint shift = 0; shift < G_N_ELEMENTS (statements); shift++) {
        AttriGraphBuilder *builder = begin ();
        for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
            say (builder, statements[(i * 3 + shift) % G_N_ELEMENTS (statements)]);
        g_autoptr (AttriGraph) graph = end_well (builder);
        g_autofree char *text = print (graph, "elk");
        if (first == NULL)
            first = g_strdup (text);
        g_assert_cmpstr (text, ==, first);
    }
    g_assert_cmpstr (first, ==, "a!>1 b!<0>4 c! c<0 d!<1>5 e!<0>7 e! z!<1");
}

/* So many claims that comparing each with each would take minutes. */
static void
test_many (void)
{
    AttriGraphBuilder *builder = begin ();
    for (guint i = 0; i < 60000; i++) {
        g_autofree char *note = g_strdup_printf ("%u", i);
        add_said (builder, "elk", "same-as", "fox", "a", NULL,
                  (AttriClaim){.confidence = -1,
                               .note = note,
                               .stance = i % 2 ? ATTRI_STANCE_DENIES : ATTRI_STANCE_ASSERTS});
    }
    g_autoptr (AttriGraph) graph = end_well (builder);
    g_autoptr (AttriHistory) history =
        attri_tell__history_new (graph, attri_graph_find_entity (graph, "elk"), FALSE);
    g_assert_cmpuint (history->events->len, ==, 60000);
    g_assert_cmpuint (attri_tell__history_get (history, 29999)->contradicted_by, ==, 30000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tell/history/text", test_text);
    g_test_add_func ("/tell/history/markdown", test_markdown);
    g_test_add_func ("/tell/history/json", test_json);
    g_test_add_func ("/tell/history/denied", test_denied);
    g_test_add_func ("/tell/history/apart", test_apart);
    g_test_add_func ("/tell/history/withdrawn", test_withdrawn);
    g_test_add_func ("/tell/history/left-out", test_left_out);
    g_test_add_func ("/tell/history/taken-back", test_taken_back);
    g_test_add_func ("/tell/history/taken-back-early", test_taken_back_early);
    g_test_add_func ("/tell/history/known-since", test_known_since);
    g_test_add_func ("/tell/history/order", test_order);
    g_test_add_func ("/tell/history/many", test_many);
    return g_test_run ();
}
