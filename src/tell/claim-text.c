/* SPDX-License-Identifier: MIT
 *
 * In:  claims, and the numbers of the sources they name.
 * Out: of each statement a line for a person to read, and one for each detail below it;
 *      the details also by themselves.
 */
#include "tell/claim-text.h"

#include "tell/prose.h"
#include "tell/text.h"

#define INDENT_CLAIM  4
#define INDENT_DETAIL 6

/* @before and @input as a detail, or nothing without an input. */
static void
add (GPtrArray *details, const char *before, const char *input)
{
    if (input != NULL)
        g_ptr_array_add (details, g_strconcat (before, input, NULL));
}

static void
take (GPtrArray *details, GString *detail)
{
    g_ptr_array_add (details, g_string_free (detail, FALSE));
}

static void
add_time (GPtrArray *details, const AttriClaim *claim)
{
    g_autoptr (GString) when = g_string_new ("when:");
    const gsize empty = when->len;
    attri_tell__append_date (when, " as of ", claim->since);
    attri_tell__append_date (when, " from ", claim->start_time);
    attri_tell__append_date (when, " to ", claim->stop_time);
    if (claim->ongoing)
        g_string_append (when, when->len > empty ? ", ongoing" : " ongoing");
    if (when->len > empty)
        take (details, g_steal_pointer (&when));
}

static void
add_confidence (GPtrArray *details, const AttriClaim *claim)
{
    const char *word = claim->confidence_word;
    if (claim->confidence < 0) {
        add (details, "confidence: ", word);
        return;
    }
    GString *detail = g_string_new ("confidence: ");
    if (word != NULL)
        g_string_append_printf (detail, "%s, ", word);
    g_string_append_printf (detail, "%d of 100", claim->confidence);
    take (details, detail);
}

static void
add_assessment (GPtrArray *details, const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return;
    GString *detail = g_string_new ("our own view:");
    if (assessment->confidence != NULL)
        g_string_append_printf (detail, " %s", assessment->confidence);
    if (assessment->by != NULL)
        g_string_append_printf (detail, ", by %s", assessment->by);
    attri_tell__append_date (detail, ", ", assessment->date);
    if (assessment->why != NULL)
        g_string_append_printf (detail, ": %s", assessment->why);
    take (details, detail);
}

/* Quotes that say more than the wording on the claim's first line. */
static void
add_quotes (GPtrArray *details, const AttriGraph *graph, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const char *quote = attri_graph_get_citation (graph, claim->citations.first + i)->quote;
        if (quote != NULL && g_strcmp0 (quote, claim->wording) != 0)
            g_ptr_array_add (details, g_strdup_printf ("quote: \"%s\"", quote));
    }
}

static void
add_revocation (GPtrArray *details, const AttriClaim *claim)
{
    if (!claim->revoked)
        return;
    GString *detail = g_string_new ("no longer held");
    attri_tell__append_date (detail, " since ", claim->revoked_on);
    if (claim->revoked_reason != NULL)
        g_string_append_printf (detail, ": %s", claim->revoked_reason);
    take (details, detail);
}

static void
add_details (GPtrArray *details, const AttriGraph *graph, const AttriClaim *claim)
{
    add (details, "folds in the record: ", claim->folded);
    add (details, "said of: ", claim->said_of);
    add (details, "said of its relation to: ", claim->said_to);
    add (details, "for: ", claim->purpose);
    add_time (details, claim);
    add_confidence (details, claim);
    add_quotes (details, graph, claim);
    add (details, "note: ", claim->note);
    add_assessment (details, claim->assessment);
    add_revocation (details, claim);
    if (claim->tlp != ATTRI_TLP_UNMARKED && claim->tlp != ATTRI_TLP_CLEAR)
        add (details, "TLP:", attri_tlp_to_string (claim->tlp));
}

/* Of several claims all details, those of the first before the others'. */
GPtrArray *
attri_tell__statement_details (const AttriGraph *graph, const AttriStatement *statement)
{
    GPtrArray *details = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < statement->claims->len; i++) {
        AttriClaim claim = *(const AttriClaim *)statement->claims->pdata[i];
        g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
        claim.wording = statement->claim.wording;
        add_details (own, graph, &claim);
        for (guint j = 0; j < own->len; j++)
            if (!g_ptr_array_find_with_equal_func (details, own->pdata[j], g_str_equal, NULL))
                g_ptr_array_add (details, g_strdup (own->pdata[j]));
    }
    return details;
}

static void
append_statement (GString *text, const AttriBibliography *self, const char *subject,
                  const AttriStatement *statement)
{
    const AttriProse prose = {text, self, attri_text_for_terminal};
    g_string_append_printf (text, "%*s", INDENT_CLAIM, "");
    if (subject != NULL) {
        attri_tell__append_safe (text, subject);
        g_string_append (text, ": ");
    }
    attri_prose__dated_statement (&prose, statement);
    g_string_append_c (text, '\n');
    g_autoptr (GPtrArray) details = attri_tell__statement_details (self->graph, statement);
    for (guint i = 0; i < details->len; i++)
        attri_tell__append_line (text, INDENT_DETAIL, "", details->pdata[i]);
}

void
attri_tell__append_claims (GString *text, const AttriBibliography *self, const char *subject,
                           AttriRange claims)
{
    g_autoptr (GPtrArray) statements = attri_statement__list (self->graph, claims);
    for (guint i = 0; i < statements->len; i++)
        append_statement (text, self, subject, statements->pdata[i]);
}
