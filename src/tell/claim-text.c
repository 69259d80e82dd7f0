/* SPDX-License-Identifier: MIT
 *
 * In:  a claim, and the numbers of the sources it names.
 * Out: a line for a person to read, and one for each detail below it.
 */
#include "tell/claim-text.h"

#include "tell/prose.h"
#include "tell/text.h"

#define INDENT_CLAIM  4
#define INDENT_DETAIL 6

static void
append_time (GString *text, const AttriClaim *claim)
{
    g_autoptr (GString) when = g_string_new (NULL);
    attri_tell__append_date (when, " as of ", claim->since);
    attri_tell__append_date (when, " from ", claim->start_time);
    attri_tell__append_date (when, " to ", claim->stop_time);
    if (claim->ongoing)
        g_string_append (when, when->len > 0 ? ", ongoing" : " ongoing");
    if (when->len > 0)
        g_string_append_printf (text, "%*swhen:%s\n", INDENT_DETAIL, "", when->str);
}

static void
append_confidence (GString *text, const AttriClaim *claim)
{
    if (claim->confidence < 0 && claim->confidence_word == NULL)
        return;
    g_string_append_printf (text, "%*sconfidence:", INDENT_DETAIL, "");
    if (claim->confidence_word != NULL) {
        g_string_append_c (text, ' ');
        attri_tell__append_safe (text, claim->confidence_word);
    }
    if (claim->confidence >= 0)
        g_string_append_printf (text, "%s %d of 100", claim->confidence_word != NULL ? "," : "",
                                claim->confidence);
    g_string_append_c (text, '\n');
}

static void
append_assessment (GString *text, const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return;
    g_string_append_printf (text, "%*sour own view:", INDENT_DETAIL, "");
    const struct {
        const char *before;
        const char *input;
    } parts[] = {{" ", assessment->confidence}, {", by ", assessment->by}};
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if (parts[i].input != NULL) {
            g_string_append (text, parts[i].before);
            attri_tell__append_safe (text, parts[i].input);
        }
    attri_tell__append_date (text, ", ", assessment->date);
    if (assessment->why != NULL) {
        g_string_append (text, ": ");
        attri_tell__append_safe (text, assessment->why);
    }
    g_string_append_c (text, '\n');
}

/* Quotes that say more than the wording on the claim's first line. */
static void
append_quotes (GString *text, const AttriBibliography *self, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const char *quote =
            attri_graph_get_citation (self->graph, claim->citations.first + i)->quote;
        if (quote == NULL || g_strcmp0 (quote, claim->wording) == 0)
            continue;
        g_string_append_printf (text, "%*squote: \"", INDENT_DETAIL, "");
        attri_tell__append_safe (text, quote);
        g_string_append (text, "\"\n");
    }
}

/* What a view that folds identities must not hide: of whom it was said. */
static void
append_names (GString *text, const AttriClaim *claim)
{
    attri_tell__append_line (text, INDENT_DETAIL, "folds in the record: ", claim->folded);
    attri_tell__append_line (text, INDENT_DETAIL, "said of: ", claim->said_of);
    attri_tell__append_line (text, INDENT_DETAIL, "said of its relation to: ", claim->said_to);
}

static void
append_details (GString *text, const AttriBibliography *self, const AttriClaim *claim)
{
    append_names (text, claim);
    attri_tell__append_line (text, INDENT_DETAIL, "for: ", claim->purpose);
    append_time (text, claim);
    append_confidence (text, claim);
    append_quotes (text, self, claim);
    attri_tell__append_line (text, INDENT_DETAIL, "note: ", claim->note);
    append_assessment (text, claim->assessment);
    if (claim->revoked) {
        g_string_append_printf (text, "%*sno longer held", INDENT_DETAIL, "");
        attri_tell__append_date (text, " since ", claim->revoked_on);
        if (claim->revoked_reason != NULL) {
            g_string_append (text, ": ");
            attri_tell__append_safe (text, claim->revoked_reason);
        }
        g_string_append_c (text, '\n');
    }
    if (claim->tlp != ATTRI_TLP_UNMARKED && claim->tlp != ATTRI_TLP_CLEAR)
        attri_tell__append_line (text, INDENT_DETAIL, "TLP:", attri_tlp_to_string (claim->tlp));
}

void
attri_tell__append_claim (GString *text, const AttriBibliography *self, const char *subject,
                          const AttriClaim *claim)
{
    const AttriProse prose = {text, self, attri_text_for_terminal};
    g_string_append_printf (text, "%*s", INDENT_CLAIM, "");
    if (subject != NULL) {
        attri_tell__append_safe (text, subject);
        g_string_append (text, ": ");
    }
    attri_prose__dated_claim (&prose, claim);
    g_string_append_c (text, '\n');
    append_details (text, self, claim);
}
