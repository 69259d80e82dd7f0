/* SPDX-License-Identifier: MIT
 *
 * confidence.c: words for confidence and the numbers STIX 2.1 (appendix A) gives
 * them: the scales "None / Low / Med / High", "DNI" (ICD 203) and, where those
 * two are silent, "WEP".
 */
#include <attrigraph/model.h>

static const struct {
    const char *word;
    guint value;
} words[] = {
    {"none", 0},
    {"low", 15},
    {"med", 50},
    {"medium", 50},
    {"moderate", 50},
    {"high", 85},
    {"almost no chance", 5},
    {"remote", 5},
    {"very unlikely", 15},
    {"highly improbable", 15},
    {"unlikely", 30},
    {"improbable", 30},
    {"roughly even chance", 50},
    {"roughly even odds", 50},
    {"likely", 70},
    {"probable", 70},
    {"very likely", 85},
    {"highly probable", 85},
    {"almost certain", 95},
    {"nearly certain", 95},
    {"impossible", 0},
    {"highly unlikely", 10},
    {"almost certainly not", 10},
    {"probably not", 30},
    {"even chance", 50},
    {"highly likely", 90},
    {"certain", 100},
};

/* Case and the way words are joined do not count. */
static gboolean
same_word (const char *a, const char *b)
{
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        const char c = *a == '-' || *a == '_' ? ' ' : g_ascii_tolower (*a);
        if (c != *b)
            return FALSE;
    }
    return *a == *b;
}

gboolean
attri_confidence_parse (const char *text, guint *confidence)
{
    g_return_val_if_fail (text != NULL && confidence != NULL, FALSE);

    for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
        if (same_word (text, words[i].word)) {
            *confidence = words[i].value;
            return TRUE;
        }
    }
    return FALSE;
}

const char **
attri_confidence_list (void)
{
    const char **list = g_new0 (const char *, G_N_ELEMENTS (words) + 1);

    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        list[i] = words[i].word;
    return list;
}
