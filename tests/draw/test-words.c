/* SPDX-License-Identifier: MIT
 *
 * test-words.c: names written from right to left, alone and among other words.
 */
#include "draw/words-private.h"

#include <string.h>

#define FOX             "الثعلب الصحراوي"
#define FOXES           "שועל"
#define OPEN            "<tspan unicode-bidi=\"isolate\">"
#define CLOSE           "</tspan>"
#define ISOLATED(words) OPEN words CLOSE

static void
check (const char *text, gboolean alone, const char *expected)
{
    g_autoptr (GString) out = g_string_new ("<text>");
    attri_draw__add_words (out, text, alone);
    g_assert_cmpstr (out->str + strlen ("<text>"), ==, expected);
}

/* Nothing is isolated that needs no isolation. */
static void
test_plain (void)
{
    check ("", TRUE, "");
    check ("Fox <&> 影", TRUE, "Fox &lt;&amp;&gt; 影");
    check (FOX, TRUE, FOX);
    check (FOX " 22", TRUE, FOX " 22");
    check (FOX, FALSE, ISOLATED (FOX));
}

/* A date, a number in brackets and a second name stay where they are written. */
static void
test_among_words (void)
{
    check ("uses " FOX, TRUE, "uses " ISOLATED (FOX));
    check (FOX ", 2024-02-03 · " FOX " · based on [1]", TRUE,
           ISOLATED (FOX) ", 2024-02-03 · " ISOLATED (FOX) " · based on [1]");
    check (FOX " 2024-02-03", TRUE, ISOLATED (FOX) " 2024-02-03");
    check (FOXES ": " FOX ", " FOXES, TRUE,
           ISOLATED (FOXES) ": " ISOLATED (FOX) ", " ISOLATED (FOXES));
    check (FOX " [1]", TRUE, ISOLATED (FOX) " [1]");
}

/* What belongs to a name stays in it; a blank or a sign at its end does not. */
static void
test_within (void)
{
    check ("x " FOX " 22", TRUE, "x " ISOLATED (FOX " 22"));
    check ("x " FOXES "-" FOXES ".", TRUE, "x " ISOLATED (FOXES "-" FOXES) ".");
    check (FOX " & co", TRUE, ISOLATED (FOX) " &amp; co");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/draw/words/plain", test_plain);
    g_test_add_func ("/draw/words/among-words", test_among_words);
    g_test_add_func ("/draw/words/within", test_within);
    return g_test_run ();
}
