/* SPDX-License-Identifier: MIT
 *
 * values.c: one text, link or pair of dates goes in; whether it is doubtful
 * comes out, or is added to the findings.
 */
#include "base/text-private.h"
#include "check/check-private.h"

void
attri_check__hidden (AttriFindings *findings, AttriPlace place, const char *what, const char *text)
{
    if (text == NULL || !attri_text__has_hidden (text))
        return;
    g_autofree char *shown = attri_text__quote (text);
    attri_findings_add (findings, attri_check__rule (RULE_HIDDEN_CHARACTER), place, NULL,
                        "the %s %s holds hidden characters; expected none", what, shown);
}

void
attri_check__link (AttriFindings *findings, AttriPlace place, const char *url)
{
    if (url == NULL || g_ascii_strncasecmp (url, "http://", 7) == 0 ||
        g_ascii_strncasecmp (url, "https://", 8) == 0)
        return;
    g_autofree char *shown = attri_text__quote (url);
    attri_findings_add (findings, attri_check__rule (RULE_UNSAFE_LINK), place, NULL,
                        "%s is no web link; expected http or https", shown);
}

gboolean
attri_check__is_after (AttriDate a, AttriDate b)
{
    if (!attri_date_is_set (a) || !attri_date_is_set (b))
        return FALSE;
    const AttriDate first = {a.year, MAX (a.month, 1), MAX (a.day, 1)};
    return attri_date_compare (first, b) > 0;
}
