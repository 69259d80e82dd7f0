/* SPDX-License-Identifier: MIT
 *
 * words.c: the enumerations as the own file format spells them.
 */
#include <attrigraph/model.h>

#define WORD_AT(words, index) ((guint)(index) < G_N_ELEMENTS (words) ? (words)[index] : NULL)

const char *
attri_stance_to_string (AttriStance stance)
{
    static const char *const words[] = {"asserts", "doubts", "denies", "withdraws"};
    return WORD_AT (words, stance);
}

const char *
attri_hedge_to_string (AttriHedge hedge)
{
    static const char *const words[] = {"stated", "assessed", "suspected", "alleged"};
    return WORD_AT (words, hedge);
}

const char *
attri_reading_to_string (AttriReading reading)
{
    static const char *const words[] = {"unstated", "verbatim", "paraphrase", "inferred"};
    return WORD_AT (words, reading);
}

const char *
attri_tlp_to_string (AttriTlp tlp)
{
    static const char *const words[] = {"unmarked", "CLEAR",        "GREEN",
                                        "AMBER",    "AMBER+STRICT", "RED"};
    return WORD_AT (words, tlp);
}

gboolean
attri_tlp_parse (const char *text, AttriTlp *tlp)
{
    g_return_val_if_fail (text != NULL && tlp != NULL, FALSE);

    if (g_ascii_strncasecmp (text, "TLP:", 4) == 0)
        text += 4;
    /* The name of CLEAR before version 2.0. */
    if (g_ascii_strcasecmp (text, "white") == 0)
        text = "CLEAR";
    for (AttriTlp level = ATTRI_TLP_CLEAR; attri_tlp_to_string (level) != NULL; level++) {
        if (g_ascii_strcasecmp (text, attri_tlp_to_string (level)) == 0) {
            *tlp = level;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
attri_tlp_is_above (AttriTlp tlp, AttriTlp limit)
{
    /* What nobody marked may not be public, so CLEAR does not let it through. */
    return limit != ATTRI_TLP_UNMARKED &&
           (tlp > limit || (tlp == ATTRI_TLP_UNMARKED && limit == ATTRI_TLP_CLEAR));
}

const char *
attri_source_kind_to_string (AttriSourceKind kind)
{
    static const char *const words[] = {"report", "news", "compilation", "internal"};
    return WORD_AT (words, kind);
}

const char *
attri_availability_to_string (AttriAvailability availability)
{
    static const char *const words[] = {"exclusive",  "shared", "unknown",
                                        "commercial", "public", "built-in"};
    return WORD_AT (words, availability);
}

gboolean
attri_availability_parse (const char *text, AttriAvailability *availability)
{
    g_return_val_if_fail (text != NULL && availability != NULL, FALSE);

    for (AttriAvailability level = 0; attri_availability_to_string (level) != NULL; level++) {
        if (g_strcmp0 (text, attri_availability_to_string (level)) == 0) {
            *availability = level;
            return TRUE;
        }
    }
    return FALSE;
}
