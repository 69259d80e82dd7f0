/* SPDX-License-Identifier: MIT
 *
 * In:  a claim, and the numbers of the sources it names.
 * Out: a line for a person to read, and one for each detail below it.
 */
#include "tell/claim-text.h"

#include "tell/text.h"

#define INDENT_CLAIM  4
#define INDENT_DETAIL 6

static const char *
get_verdict (const AttriClaim *claim)
{
    switch (claim->stance) {
    case ATTRI_STANCE_DOUBTS:
        return "doubted";
    case ATTRI_STANCE_DENIES:
        return "denied";
    case ATTRI_STANCE_WITHDRAWS:
        return "withdrawn";
    case ATTRI_STANCE_ASSERTS:
        break;
    }
    return attri_hedge_to_string (claim->hedge);
}

static const char *
get_reading (AttriReading reading)
{
    switch (reading) {
    case ATTRI_READING_VERBATIM:
        return "word for word";
    case ATTRI_READING_PARAPHRASE:
        return "in our words";
    case ATTRI_READING_INFERRED:
        return "inferred by us";
    case ATTRI_READING_UNSTATED:
        break;
    }
    return NULL;
}

/* "read in [2] VOI, para. 8, inferred by us, citing [3] CyCraft", or "". */
static char *
describe_citation (const AttriBibliography *self, const AttriClaim *claim,
                   const AttriCitation *citation)
{
    GString *text = g_string_new (NULL);
    if (citation->source != claim->claimant) {
        g_string_append (text, ", read in ");
        attri_tell__append_source (text, self, citation->source);
    }
    if (citation->locator != NULL) {
        g_string_append (text, ", ");
        attri_tell__append_safe (text, citation->locator);
    }
    const char *reading = get_reading (citation->reading);
    if (reading != NULL)
        g_string_append_printf (text, ", %s", reading);
    if (citation->cites != ATTRI_NONE) {
        g_string_append (text, ", citing ");
        attri_tell__append_source (text, self, citation->cites);
    }
    if (citation->credibility > 0)
        g_string_append_printf (text, ", our credibility %u", citation->credibility);
    g_string_erase (text, 0, MIN (2, (gssize)text->len));
    return g_string_free (text, FALSE);
}

static void
append_citations (GString *text, const AttriBibliography *self, const AttriClaim *claim)
{
    const char *before = " (";
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        g_autofree char *words = describe_citation (self, claim, citation);
        if (*words == '\0')
            continue;
        g_string_append_printf (text, "%s%s", before, words);
        before = "; ";
    }
    if (*before == ';')
        g_string_append_c (text, ')');
}

/* "in Taiwan, Nepal: " */
static void
append_places (GString *text, const AttriGraph *graph, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->in.count; i++) {
        g_string_append (text, i == 0 ? "in " : ", ");
        guint32 place = attri_graph_get_index_at (graph, claim->in.first + i);
        attri_tell__append_safe (text, attri_graph_get_entity (graph, place)->name);
    }
    if (claim->in.count > 0)
        g_string_append (text, ": ");
}

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

static void
append_details (GString *text, const AttriBibliography *self, const AttriClaim *claim)
{
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
    g_string_append_printf (text, "%*s", INDENT_CLAIM, "");
    if (subject != NULL) {
        attri_tell__append_safe (text, subject);
        g_string_append (text, ": ");
    }
    append_places (text, self->graph, claim);
    if (claim->of > 0)
        g_string_append_printf (text, "%u of %u groups, ", claim->groups, claim->of);
    g_string_append (text, get_verdict (claim));
    if (claim->wording != NULL) {
        g_string_append (text, " (\"");
        attri_tell__append_safe (text, claim->wording);
        g_string_append (text, "\")");
    }
    g_string_append (text, ", says ");
    attri_tell__append_source (text, self, claim->claimant);
    append_citations (text, self, claim);
    attri_tell__append_date (text, ", ", claim->said_on);
    g_string_append_c (text, '\n');
    append_details (text, self, claim);
}
