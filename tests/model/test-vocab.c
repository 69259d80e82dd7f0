/* SPDX-License-Identifier: MIT
 *
 * test-vocab.c: that the tables can be searched, and what they say.
 */
#include <attrigraph/model.h>

#include <string.h>

static void
test_sorted (void)
{
    g_autofree const char **relations = attri_relation_list ();
    g_autofree const char **types = attri_type_list ();
    for (guint i = 0; relations[i] != NULL; i++) {
        g_assert_cmpstr (attri_relation_info (relations[i])->type, ==, relations[i]);
        g_assert_true (i == 0 || strcmp (relations[i - 1], relations[i]) < 0);
    }
    for (guint i = 0; types[i] != NULL; i++) {
        g_assert_cmpstr (attri_type_info (types[i])->type, ==, types[i]);
        g_assert_true (i == 0 || strcmp (types[i - 1], types[i]) < 0);
    }
}

static void
test_meaning (void)
{
    g_assert_cmpint (attri_relation_info ("uses")->relation, ==, ATTRI_RELATION_TOOLING);
    g_assert_cmpstr (attri_relation_info ("uses")->backward, ==, "used by");
    g_assert_true (attri_relation_info ("same-as")->equates);
    g_assert_false (attri_relation_info ("overlaps-with")->equates);
    g_assert_true (attri_relation_info ("overlaps-with")->symmetric);
    g_assert_cmpstr (attri_relation_info ("frobs")->type, ==, "");
    g_assert_cmpstr (attri_type_info ("intrusion-set")->plural, ==, "threat groups");
    g_assert_cmpint (attri_type_info ("x-thing")->role, ==, ATTRI_ROLE_OTHER);
}

static void
test_words (void)
{
    AttriTlp tlp = ATTRI_TLP_RED;
    g_assert_true (attri_tlp_parse ("TLP:amber+strict", &tlp));
    g_assert_cmpint (tlp, ==, ATTRI_TLP_AMBER_STRICT);
    g_assert_true (attri_tlp_parse ("white", &tlp));
    g_assert_cmpint (tlp, ==, ATTRI_TLP_CLEAR);
    g_assert_false (attri_tlp_parse ("unmarked", &tlp));
    g_assert_false (attri_tlp_parse ("", &tlp));
    g_assert_null (attri_tlp_to_string (ATTRI_TLP_RED + 1));
    g_assert_null (attri_hedge_to_string (ATTRI_HEDGE_ALLEGED + 1));
    g_assert_cmpstr (attri_stance_to_string (ATTRI_STANCE_DENIES), ==, "denies");

    AttriAvailability availability;
    g_assert_true (attri_availability_parse ("built-in", &availability));
    g_assert_cmpint (availability, ==, ATTRI_AVAILABILITY_BUILT_IN);
    g_assert_false (attri_availability_parse ("free", &availability));
}

static void
test_confidence (void)
{
    static const struct {
        const char *word;
        guint value;
    } known[] = {
        {"none", 0},
        {"Low", 15},
        {"med", 50},
        {"MODERATE", 50},
        {"high", 85},
        {"remote", 5},
        {"very-likely", 85},
        {"likely", 70},
        {"unlikely", 30},
        {"certain", 100},
        {"almost_certain", 95},
    };
    guint confidence = 77;

    for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
        g_assert_true (attri_confidence_parse (known[i].word, &confidence));
        g_assert_cmpuint (confidence, ==, known[i].value);
    }
    confidence = 77;
    g_assert_false (attri_confidence_parse ("", &confidence));
    g_assert_false (attri_confidence_parse ("hig", &confidence));
    g_assert_false (attri_confidence_parse ("higher", &confidence));
    g_assert_cmpuint (confidence, ==, 77);

    g_autofree const char **list = attri_confidence_list ();
    g_assert_true (g_strv_contains (list, "moderate"));
}

/* Every relation makes a sentence of two names. */
static void
test_copula (void)
{
    static const struct {
        const char *words;
        const char *copula;
    } rows[] = {{"uses", ""},           {"used by", "is "},     {"targets", ""},
                {"same as", "is the "}, {"alias of", "is an "}, {"variant of", "is a "},
                {"has variant", ""},    {"related to", "is "},  {"overlaps with", ""},
                {"has the alias", ""},  {"a name of", "is "},   {"sponsor of", "is the "},
                {"part of", "is "},     {"also called", "is "}, {"", "is "}};
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpstr (attri_relation_copula (rows[i].words), ==, rows[i].copula);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/model/vocab/sorted", test_sorted);
    g_test_add_func ("/model/vocab/meaning", test_meaning);
    g_test_add_func ("/model/vocab/words", test_words);
    g_test_add_func ("/model/vocab/confidence", test_confidence);
    g_test_add_func ("/model/vocab/copula", test_copula);
    return g_test_run ();
}
