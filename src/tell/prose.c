/* SPDX-License-Identifier: MIT
 *
 * In:  claims, and the sources they cite with their numbers.
 * Out: phrases, appended. Every string of the input passes the escaper that the
 *      caller chose.
 */
#include "tell/prose.h"

#include "model/names-private.h"
#include "tell/text.h"

#include <string.h>

void
attri_prose__append (const AttriProse *self, const char *before, const char *input)
{
    if (input == NULL)
        return;
    g_autofree char *safe = self->escape (input);
    g_string_append (self->text, before);
    g_string_append (self->text, safe);
}

void
attri_prose__source (const AttriProse *self, const char *before, guint32 source)
{
    g_string_append_printf (self->text, "%s[%u] ", before, self->cited->numbers[source]);
    attri_prose__append (self, "", attri_graph_get_source (self->cited->graph, source)->publisher);
}

void
attri_prose__entity (const AttriProse *self, guint32 entity)
{
    const char *const *links = self->cited->links;
    if (links != NULL && links[entity] != NULL)
        g_string_append (self->text, links[entity]);
    else
        attri_prose__append (self, "", attri_graph_get_entity (self->cited->graph, entity)->name);
}

void
attri_prose__statement (const AttriProse *self, const AttriEdge *edge, guint32 entity)
{
    const AttriGraph *graph = self->cited->graph;
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    gboolean outgoing = edge->from == entity;
    const char *words = outgoing ? info->forward : info->backward;
    gboolean fact = edge->to == ATTRI_NONE && !g_str_equal (edge->type, "alias");
    g_string_append_printf (self->text, "%s%s", fact ? "" : attri_relation_copula (words), words);
    if (edge->to == ATTRI_NONE) {
        attri_prose__append (self, " ", edge->value);
        return;
    }
    guint32 other = outgoing ? edge->to : edge->from;
    g_string_append_c (self->text, ' ');
    attri_prose__entity (self, other);
    if (other == entity || strcmp (attri_graph_get_entity (graph, other)->name,
                                   attri_graph_get_entity (graph, entity)->name) != 0)
        return;
    g_autofree char *id = attri_prose__short_id (graph, other);
    attri_prose__append (self, " (", id);
    g_string_append_c (self->text, ')');
}

const char *
attri_prose__get_verdict (const AttriClaim *claim)
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
describe_citation (const AttriProse *self, const AttriClaim *claim, const AttriCitation *citation)
{
    GString *text = g_string_new (NULL);
    const AttriProse part = {text, self->cited, self->escape};
    if (citation->source != claim->claimant)
        attri_prose__source (&part, ", read in ", citation->source);
    attri_prose__append (&part, ", ", citation->locator);
    const char *reading = get_reading (citation->reading);
    if (reading != NULL)
        g_string_append_printf (text, ", %s", reading);
    if (citation->cites != ATTRI_NONE)
        attri_prose__source (&part, ", citing ", citation->cites);
    if (citation->credibility > 0)
        g_string_append_printf (text, ", our credibility %u", citation->credibility);
    g_string_erase (text, 0, MIN (2, (gssize)text->len));
    return g_string_free (text, FALSE);
}

/* Whether @citation differs from @last, before it, in nothing but whom it cites. */
static gboolean
cites_another (const AttriCitation *last, const AttriCitation *citation)
{
    return last != NULL && last->cites != ATTRI_NONE && citation->cites != ATTRI_NONE &&
           last->source == citation->source && last->reading == citation->reading &&
           last->credibility == 0 && citation->credibility == 0 &&
           g_strcmp0 (last->locator, citation->locator) == 0;
}

static void
append_citations (const AttriProse *self, const AttriStatement *statement)
{
    const char *before = " (";
    const AttriCitation *last = NULL;
    for (guint i = 0; i < statement->citations->len; i++) {
        const AttriCitation *citation = statement->citations->pdata[i];
        const gboolean another = cites_another (last, citation);
        last = citation;
        if (another) {
            attri_prose__source (self, ", ", citation->cites);
            continue;
        }
        g_autofree char *words = describe_citation (self, &statement->claim, citation);
        if (*words == '\0')
            continue;
        g_string_append_printf (self->text, "%s%s", before, words);
        before = "; ";
    }
    if (*before == ';')
        g_string_append_c (self->text, ')');
}

void
attri_prose__places (const AttriProse *self, const char *before, const AttriClaim *claim,
                     const char *after)
{
    const AttriGraph *graph = self->cited->graph;
    for (guint32 i = 0; i < claim->in.count; i++) {
        guint32 place = attri_graph_get_index_at (graph, claim->in.first + i);
        g_string_append (self->text, i == 0 ? before : ", ");
        attri_prose__append (self, i == 0 ? "in " : "",
                             attri_graph_get_entity (graph, place)->name);
    }
    if (claim->in.count > 0)
        g_string_append (self->text, after);
}

void
attri_prose__firmness (const AttriProse *self, const AttriClaim *claim)
{
    if (claim->of > 0)
        g_string_append_printf (self->text, "%u of %u groups, ", claim->groups, claim->of);
    g_string_append (self->text, attri_prose__get_verdict (claim));
    if (claim->wording != NULL) {
        attri_prose__append (self, " (\"", claim->wording);
        g_string_append (self->text, "\")");
    }
}

void
attri_prose__voice (const AttriProse *self, const AttriStatement *statement)
{
    attri_prose__source (self, "", statement->claim.claimant);
    append_citations (self, statement);
}

static void
append_statement (const AttriProse *self, const AttriStatement *statement)
{
    attri_prose__places (self, "", &statement->claim, ": ");
    attri_prose__firmness (self, &statement->claim);
    g_string_append (self->text, ", says ");
    attri_prose__voice (self, statement);
}

void
attri_prose__claim (const AttriProse *self, const AttriClaim *claim)
{
    g_autoptr (AttriStatement) alone = attri_statement__new (self->cited->graph, claim);
    append_statement (self, alone);
}

void
attri_prose__dated_statement (const AttriProse *self, const AttriStatement *statement)
{
    append_statement (self, statement);
    attri_tell__append_date (self->text, ", ", statement->claim.said_on);
}

void
attri_prose__said_of (const AttriProse *self, const AttriClaim *claim)
{
    const struct {
        const char *before;
        const char *input;
    } parts[] = {{" (said of ", claim->said_of},
                 {" (said of its relation to ", claim->said_to},
                 {" (folds in the record ", claim->folded}};
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
        attri_prose__append (self, parts[i].before, parts[i].input);
        if (parts[i].input != NULL)
            g_string_append_c (self->text, ')');
    }
}

void
attri_prose__view (const AttriProse *self, const char *before, const char *after)
{
    const AttriStamp *stamp = attri_graph_get_stamp (self->cited->graph);
    g_autoptr (GString) view = g_string_new (NULL);
    const AttriProse part = {view, self->cited, self->escape};
    if (!g_str_equal (stamp->identity, "strict"))
        attri_prose__append (&part, "; identity: ", stamp->identity);
    attri_tell__append_date (view, "; as of ", stamp->as_of);
    attri_tell__append_date (view, "; known on ", stamp->known_on);
    if (stamp->filters != NULL && *stamp->filters != '\0')
        attri_prose__append (&part, "; ", stamp->filters);
    if (view->len > 0)
        g_string_append_printf (self->text, "%s%s%s", before, view->str + 2, after);
}

static void
append_based_on (const AttriProse *prose, const AttriSource *source)
{
    const AttriGraph *graph = prose->cited->graph;
    for (guint32 i = 0; i < source->based_on.count; i++) {
        guint32 index = attri_graph_get_index_at (graph, source->based_on.first + i);
        attri_prose__append (prose, i == 0 ? ", based on " : " and ",
                             attri_graph_get_source (graph, index)->id);
    }
    if (source->edition_of != ATTRI_NONE)
        attri_prose__append (prose, ", an edition of ",
                             attri_graph_get_source (graph, source->edition_of)->id);
}

void
attri_prose__character (const AttriProse *self, const AttriSource *source)
{
    attri_prose__append (self, "", source->id);
    g_string_append_printf (self->text, ", %s", attri_source_kind_to_string (source->kind));
    if (source->reliability != 0)
        g_string_append_printf (self->text, ", our grade %c", source->reliability);
    if (!source->read)
        g_string_append (self->text, ", not read by us");
    attri_prose__append (self, ", translated: ", source->translated);
    append_based_on (self, source);
    attri_tell__append_date (self->text, ", retrieved ", source->retrieved);
    if (source->tlp != ATTRI_TLP_UNMARKED && source->tlp != ATTRI_TLP_CLEAR)
        g_string_append_printf (self->text, ", TLP:%s", attri_tlp_to_string (source->tlp));
}

char *
attri_prose__short_id (const AttriGraph *graph, guint32 index)
{
    char *numbers = attri_graph__list_numbers (graph, index);
    return numbers != NULL ? numbers : g_strdup (attri_graph_get_entity (graph, index)->id);
}
