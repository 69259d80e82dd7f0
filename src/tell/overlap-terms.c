/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap.
 * Out: what is known of tools, what groups have in common, and what the words and
 *      numbers mean, appended to what is there.
 */
#include "tell/overlap-words.h"

void
attri_words__model (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    switch (overlap->model) {
    case ATTRI_NULL_CONFIGURATION:
        g_string_append (text, "By chance: if ");
        attri_words__name (self, text, overlap->focus);
        g_string_append_printf (
            text,
            " used what it does, each other group kept its number of tools and each tool its "
            "number of groups, on average, and who else uses what were random (a bipartite "
            "configuration model of %u other groups and %u tools in these files).",
            overlap->n_others, overlap->n_tools);
        return;
    case ATTRI_NULL_FREQUENCY:
        g_string_append_printf (
            text,
            "By chance: if each tool kept its number of users, of %u groups as claimed, and groups "
            "picked their tools independently. How many tools each group uses is not in these "
            "files, and would raise the number.",
            overlap->n_groups);
        return;
    case ATTRI_NULL_NONE:
        g_string_append_printf (
            text,
            "How widely the tools are used is not known: these files hold fewer than %d groups "
            "with tools, and no claim of it. So there are no bits, and nothing to say of chance.",
            ATTRI_CENSUS_LEAST_GROUPS);
        return;
    }
}

/* What "non-public" means, or why nothing is called so. */
static void
append_judged (const AttriOverlap *overlap, GString *text)
{
    if (attri_words__is_unsaid (overlap)) {
        g_string_append (text, "Unjudged: no source of these says whether any of these tools is "
                               "sold, published or built into a system.");
        return;
    }
    g_string_append (text, "Non-public: no source of these says that it is sold, published or "
                           "built into a system; ");
    if (overlap->unsaid > 0)
        g_string_append_printf (text, "of %u here nobody says anything.", overlap->unsaid);
    else
        g_string_append (text, "tools of which nobody says anything count, too.");
}

void
attri_words__terms (AttriOverlapTale *self, GString *text)
{
    if (self->question->other == ATTRI_NONE && self->overlap->telling < self->overlap->tools->len)
        g_string_append (text, "Numbers tell who says so of the non-public tools; --with NAME "
                               "tells it of every tool that one group shares. ");
    append_judged (self->overlap, text);
    if (self->overlap->n_groups > 0)
        g_string_append_printf (
            text, " Bits: log2 (%u / groups that use it), summed; more for rarer tools.",
            self->overlap->n_groups);
}

void
attri_words__facts (AttriOverlapTale *self, GString *text, guint32 tool)
{
    AttriToolFacts facts = attri_overlap__get_facts (self, tool);
    if (facts.availability_claim != ATTRI_NONE) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, facts.availability_claim);
        attri_tell__bibliography_add_claim (self->cited, claim);
        g_string_append_printf (text, "%s%s [%u]",
                                facts.availability == ATTRI_AVAILABILITY_UNKNOWN ? "availability "
                                                                                 : "",
                                attri_availability_to_string (facts.availability),
                                attri_tell__bibliography_add (self->cited, claim->claimant));
    } else if (facts.suggests_public) {
        g_string_append (text, "availability unknown, but ATT&CK files it as a tool, which "
                               "suggests public");
    } else {
        g_string_append (text, "availability unknown");
    }
    if (facts.groups == 0) {
        g_string_append (text, "; nobody counted its users");
        return;
    }
    g_autofree char *bits = attri_overlap__format_bits (attri_query_bits (facts.groups, facts.of));
    g_string_append_printf (text, "; %u of %u groups, %s bits", facts.groups, facts.of, bits);
    if (facts.prevalence_claim == ATTRI_NONE)
        return;
    const AttriClaim *claim = attri_graph_get_claim (self->graph, facts.prevalence_claim);
    attri_tell__bibliography_add_claim (self->cited, claim);
    g_string_append_printf (text, " [%u]",
                            attri_tell__bibliography_add (self->cited, claim->claimant));
}

char *
attri_words__without_families (const AttriOverlapRow *row)
{
    if (row->single_bits == row->bits && row->single_telling_bits == row->telling_bits)
        return NULL;
    g_autofree char *telling = attri_overlap__format_bits (row->single_telling_bits);
    g_autofree char *all = attri_overlap__format_bits (row->single_bits);
    return g_strdup_printf ("without families %s and %s bits", telling, all);
}

void
attri_words__families (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row)
{
    for (guint i = 0; i < row->families->len; i++) {
        guint32 family = g_array_index (row->families, guint32, i);
        AttriToolFacts facts = attri_overlap__get_facts (self, family);
        g_string_append (text, i > 0 ? "; " : "");
        g_string_append (text, "the family ");
        attri_words__name (self, text, family);
        g_string_append (text, " by no common member");
        if (facts.groups > 0)
            g_string_append_printf (text, " (any member: %u of %u groups)", facts.groups, facts.of);
    }
}

void
attri_words__shared (AttriOverlapTale *self, GString *text, const AttriOverlapRow *row)
{
    for (guint i = 0; i < row->tools->len; i++) {
        guint32 tool = g_array_index (row->tools, guint32, i);
        if (i > 0)
            g_string_append (text, i == row->telling ? "; " : ", ");
        attri_words__name (self, text, tool);
        if (i < row->telling || self->overlap->telling == 0)
            attri_words__numbers (self, text,
                                  attri_overlap__get_use (self->graph, row->actor, tool));
    }
    if (row->families->len > 0 && row->tools->len > 0)
        g_string_append (text, "; ");
    attri_words__families (self, text, row);
    g_autofree char *single = attri_words__without_families (row);
    if (single != NULL)
        g_string_append_printf (text, " (%s)", single);
}

void
attri_words__campaigns (AttriOverlapTale *self, GString *text)
{
    g_autoptr (GArray) campaigns = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint most = 0;
    for (guint i = 0; i < self->overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->overlap->rows, i);
        if (row->is_group)
            continue;
        most = MAX (most, row->telling);
        g_array_append_val (campaigns, row->actor);
    }
    if (campaigns->len == 0)
        return;
    gboolean one = campaigns->len == 1;
    g_string_append_printf (text,
                            "%u campaign%s, which count%s as no group, share%s tools with it: ",
                            campaigns->len, one ? "" : "s", one ? "s" : "", one ? "s" : "");
    attri_words__names (self, text, campaigns, ATTRI_WORDS_ASIDE);
    g_string_append_printf (text, "; %u of %u%s at most.", most, self->overlap->telling,
                            attri_words__is_unsaid (self->overlap) ? "" : " non-public ones");
}

const AttriSentence attri_words__glossary[] = {attri_words__terms, attri_words__model, NULL};
