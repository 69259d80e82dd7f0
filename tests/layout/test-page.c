/* SPDX-License-Identifier: MIT
 *
 * test-page.c: a picture fills the page that is asked for, or is refused.
 */
#include "layout/plan-private.h"

#include <string.h>

/* @n boxes below each other, each with eight rows. */
static AttriScene *
make_scene (guint n)
{
    AttriScene *scene = attri_scene__new_empty ();
    scene->title = "A tall picture";
    scene->tlp_text = "TLP:CLEAR";
    AttriSceneColumn column = {.heading = "", .note = "", .verb = ""};
    g_array_append_val (scene->columns, column);
    for (guint i = 0; i < n; i++) {
        attri_scene__add_box (scene, &(AttriSceneBox){.key = "", .name = "Fox", .detail = ""});
        for (guint row = 0; row < 8; row++)
            attri_scene__add_row (scene, &(AttriSceneRow){.kind = ATTRI_ROW_TEXT,
                                                          .text = "Said of it",
                                                          .numbers = ""});
    }
    return scene;
}

static AttriPlan *
make_plan (guint n, AttriPage page, GError **error)
{
    g_autoptr (AttriScene) scene = make_scene (n);
    return attri_plan_new (scene, &(AttriPlanOptions){.page = page}, error);
}

static void
check_page (AttriPage page, int width, int height, int canvas_width, int canvas_height)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriPlan) plan = make_plan (1, page, &error);
    g_assert_no_error (error);
    g_assert_cmpint (plan->page.w, ==, width);
    g_assert_cmpint (plan->page.h, ==, height);
    g_assert_cmpint (plan->canvas.w, ==, canvas_width);
    g_assert_cmpint (plan->canvas.h, ==, canvas_height);
    g_auto (GStrv) breaches = attri_plan_check (plan);
    g_assert_cmpstr (breaches[0], ==, NULL);
}

static void
test_16_9 (void)
{
    check_page (ATTRI_PAGE_16_9, 1280, 720, 1280, 720);
}

/* 1280 × 794 / 1123 = 905.004. */
static void
test_a4 (void)
{
    check_page (ATTRI_PAGE_A4, 1123, 794, 1280, 906);
}

static void
test_fit (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriPlan) small = make_plan (1, ATTRI_PAGE_FIT, &error);
    g_assert_no_error (error);
    g_autoptr (AttriPlan) large = make_plan (12, ATTRI_PAGE_FIT, &error);
    g_assert_no_error (error);
    g_assert_cmpint (small->page.w, ==, 1280);
    g_assert_cmpint (small->page.h, ==, small->canvas.h);
    g_assert_cmpint (small->page.h, <, 720);
    g_assert_cmpint (large->page.h, ==, large->canvas.h);
    g_assert_cmpint (large->page.h, >, 12 * 8 * 13);
}

static void
check_refused (AttriPage page, guint n, const char *size)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *pattern = g_strdup_printf (
        "the picture needs 1280 × ??* pixels and the page has %s: type would shrink below the "
        "legible; show less (--hops, --type, --min-sources) or use --page fit",
        size);
    g_autoptr (AttriPlan) plan = make_plan (n, page, &error);
    g_assert_null (plan);
    g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE);
    g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_16_9_refused (void)
{
    check_refused (ATTRI_PAGE_16_9, 12, "1280 × 720");
}

static void
test_a4_refused (void)
{
    check_refused (ATTRI_PAGE_A4, 12, "1123 × 794");
}

/* Type keeps its size on a slide, and may shrink to 80 of 100 on paper. */
static void
test_least_size (void)
{
    for (guint n = 1; n <= 12; n++) {
        for (AttriPage page = ATTRI_PAGE_16_9; page <= ATTRI_PAGE_A4; page++) {
            g_autoptr (GError) error = NULL;
            g_autoptr (AttriPlan) plan = make_plan (n, page, &error);
            if (plan == NULL)
                g_assert_error (error, ATTRI_LAYOUT_ERROR, ATTRI_LAYOUT_ERROR_PAGE);
            else {
                int least = page == ATTRI_PAGE_A4 ? 80 : 100;
                g_assert_cmpint (plan->page.w * 100, >=, plan->canvas.w * least);
                g_assert_cmpint (plan->page.h * 100, >=, plan->canvas.h * least);
            }
        }
    }
}

/* How many items of the plan say @text, or with it. */
static guint
count_texts (const AttriPlan *plan, const char *text)
{
    guint n = 0;
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = &g_array_index (plan->items, AttriItem, i);
        n += item->kind == ATTRI_ITEM_TEXT && strstr (item->text, text) != NULL;
    }
    return n;
}

/* Sources have up to three lines each: what they were read in is never broken, a title only cut
 * if three lines cannot hold it, and the last stands clear of the marking. */
static void
test_sources (void)
{
    static const char *const titles[] = {
        "Short", "A title that is so long that it needs a second line beside who said it, and when",
        "A title that is so much longer that even three lines cannot hold the whole of it beside "
        "who said it, and when, and what it was read in, which is why it must be cut somewhere, "
        "although whoever wrote it surely meant each of its many words to be read"};
    for (guint n = 1; n <= 12; n++) {
        g_autoptr (AttriScene) scene = make_scene (1);
        for (guint i = 0; i < n; i++) {
            /* Each in another, or it would be said once. */
            g_autofree char *tail = g_strdup_printf (" · read in [1%u] · our grade F", i);
            AttriSceneSource source = {.number = "[1]",
                                       .head = "Fox Watch, 2021-07-08",
                                       .title = titles[i % 3],
                                       .tail = attri_scene__keep (scene, tail)};
            g_array_append_val (scene->sources, source);
        }
        g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, NULL);
        g_assert_cmpuint (count_texts (plan, "· our grade F"), ==, n);
        g_assert_cmpuint (count_texts (plan, "· read in [1"), ==, n);
        g_assert_cmpuint (count_texts (plan, "…"), ==, n / 3);
        g_assert_cmpuint (count_texts (plan, "\302\240"), ==, 0);
        g_auto (GStrv) breaches = attri_plan_check (plan);
        g_assert_cmpstr (breaches[0], ==, NULL);
    }
}

/* The counts below the title break between two of them; a text of one's own breaks anywhere. */
static void
test_subtitle (void)
{
    g_autoptr (AttriScene) scene = make_scene (1);
    g_autoptr (GString) counts = g_string_new ("Sources to 13 November 2025");
    for (guint i = 0; i < 14; i++)
        g_string_append (counts, " · 8 sources of one house");
    scene->subtitle = counts->str;
    g_autoptr (AttriPlan) plan = attri_plan_new (scene, NULL, NULL);
    guint lines = 0;
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind != ATTRI_ITEM_TEXT || strstr (item->text, "of one") == NULL)
            continue;
        lines++;
        g_assert_true (g_str_has_suffix (item->text, "of one house"));
        g_assert_true (g_str_has_prefix (item->text, lines == 1 ? "Sources to 13" : "8 sources"));
        g_assert_null (strstr (item->text, "\302\240"));
    }
    g_assert_cmpuint (lines, >, 1);

    g_autoptr (GString) own = g_string_new (NULL);
    while (own->len < 400)
        g_string_append (own, "Our own words about it all ");
    scene->subtitle = own->str;
    g_autoptr (AttriPlan) other = attri_plan_new (scene, NULL, NULL);
    g_assert_cmpuint (count_texts (other, "Our own words"), >, 1);
    g_auto (GStrv) breaches = attri_plan_check (other);
    g_assert_cmpstr (breaches[0], ==, NULL);
}

/* What many were read in is said once above them, of what has nothing else to say, on every page.
 */
static void
test_read_in_once (void)
{
    static const char *const tails[] = {" · read in [9]",      "",
                                        " · read in [9]",      " · read in [9]",
                                        " · read in [2]",      " · read in [9] · our grade F",
                                        " · read in [9]",      " · read in [2]",
                                        " · our own judgement"};
    for (AttriPage page = ATTRI_PAGE_FIT; page <= ATTRI_PAGE_16_9; page++) {
        g_autoptr (AttriScene) scene = make_scene (1);
        for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
            g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
            AttriSceneSource source = {.number = attri_scene__keep (scene, number),
                                       .head = "Fox Watch, 2021-07-08",
                                       .title = "Foxes",
                                       .tail = tails[i]};
            g_array_append_val (scene->sources, source);
        }
        g_autoptr (AttriPlan) plan =
            attri_plan_new (scene, &(AttriPlanOptions){.page = page}, NULL);
        g_assert_cmpuint (count_texts (plan, "ead in [9]"), ==, 1);
        g_assert_cmpuint (count_texts (plan, "· our grade F"), ==, 1);
        g_assert_cmpuint (count_texts (plan, "read in [2]"), ==, 2);
        for (guint i = 0; i < plan->items->len && page == ATTRI_PAGE_FIT; i++) {
            const AttriItem *item = attri_plan__item (plan, i);
            if (item->kind == ATTRI_ITEM_TEXT && g_str_equal (item->text, "Read in [9]: "))
                g_assert_cmpstr (item->strong, ==, "[1, 3, 4, 6, 7]");
        }
        g_auto (GStrv) breaches = attri_plan_check (plan);
        g_assert_cmpstr (breaches[0], ==, NULL);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/page/16-9", test_16_9);
    g_test_add_func ("/layout/page/a4", test_a4);
    g_test_add_func ("/layout/page/fit", test_fit);
    g_test_add_func ("/layout/page/16-9-refused", test_16_9_refused);
    g_test_add_func ("/layout/page/a4-refused", test_a4_refused);
    g_test_add_func ("/layout/page/least-size", test_least_size);
    g_test_add_func ("/layout/page/sources", test_sources);
    g_test_add_func ("/layout/page/subtitle", test_subtitle);
    g_test_add_func ("/layout/page/read-in-once", test_read_in_once);
    return g_test_run ();
}
