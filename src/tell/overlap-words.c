/* SPDX-License-Identifier: MIT
 *
 * In:  an overlap.
 * Out: sentences about it, appended to what is there; each names its sources.
 */
#include "tell/overlap-words.h"

#include "tell/prose.h"

#include <string.h>

static const char *
plural (guint n)
{
    return n == 1 ? "" : "s";
}

static void
append (AttriOverlapTale *self, GString *text, const char *input)
{
    g_autofree char *safe = self->escape (input);
    g_string_append (text, safe);
}

char *
attri_words__join (AttriOverlapTale *self, const AttriSentence *sentences)
{
    GString *words = g_string_new (NULL);
    for (; *sentences != NULL; sentences++) {
        g_autoptr (GString) sentence = g_string_new (NULL);
        (*sentences) (self, sentence);
        if (sentence->len > 0)
            g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence->str);
    }
    return g_string_free (words, FALSE);
}

void
attri_words__name (AttriOverlapTale *self, GString *text, guint32 entity)
{
    append (self, text, attri_graph_get_entity (self->graph, entity)->name);
}

void
attri_words__label (AttriOverlapTale *self, GString *text, guint32 entity)
{
    const AttriProse prose = {text, self->cited, self->escape};
    attri_prose__entity (&prose, entity);
    g_autofree char *id = attri_prose__short_id (self->graph, entity);
    g_string_append (text, " (");
    append (self, text, id);
    g_string_append_c (text, ')');
}

void
attri_words__source (AttriOverlapTale *self, GString *text, guint32 source)
{
    g_string_append_printf (text, "[%u] ", attri_tell__bibliography_add (self->cited, source));
    append (self, text, attri_graph_get_source (self->graph, source)->publisher);
}

void
attri_words__names (AttriOverlapTale *self, GString *text, const GArray *entities, guint most)
{
    /* "and 1 more" would be no shorter than the name. */
    guint shown = most == 0 || entities->len <= most + 1 ? entities->len : most;
    for (guint i = 0; i < shown; i++) {
        gboolean last = i + 1 == entities->len;
        g_string_append (text, i == 0 ? "" : last ? " and " : ", ");
        attri_words__name (self, text, g_array_index (entities, guint32, i));
    }
    if (shown < entities->len)
        g_string_append_printf (text, " and %u more", entities->len - shown);
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

/* "[4,5]", each number once. */
static void
append_numbers (GString *text, const char *before, GArray *numbers)
{
    if (numbers->len == 0)
        return;
    g_array_sort (numbers, compare_index);
    g_string_append (text, before);
    for (guint i = 0; i < numbers->len; i++) {
        guint32 number = g_array_index (numbers, guint32, i);
        if (i == 0 || number != g_array_index (numbers, guint32, i - 1))
            g_string_append_printf (text, "%s%u", i > 0 ? "," : "", number);
    }
    g_string_append_c (text, ']');
}

void
attri_words__numbers (AttriOverlapTale *self, GString *text, const AttriEdge *edge)
{
    g_autoptr (GArray) asserting = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) opposing = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; edge != NULL && i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first + i);
        if (!attri_overlap__is_live (claim))
            continue;
        attri_tell__bibliography_add_claim (self->cited, claim);
        guint32 number = attri_tell__bibliography_add (self->cited, claim->claimant);
        g_array_append_val (claim->stance == ATTRI_STANCE_ASSERTS ? asserting : opposing, number);
    }
    append_numbers (text, " [", asserting);
    append_numbers (text, " ?[", opposing);
}

/* ---- the focus ---- */

/* "says [1] MITRE ATT&CK, citing [2] Insikt Group" */
static void
append_sayer (AttriOverlapTale *self, GString *text, const AttriClaim *claim)
{
    g_string_append (text, "says ");
    attri_words__source (self, text, claim->claimant);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        if (citation->source != claim->claimant) {
            g_string_append (text, ", read in ");
            attri_words__source (self, text, citation->source);
        }
        if (citation->cites != ATTRI_NONE) {
            g_string_append (text, ", citing ");
            attri_words__source (self, text, citation->cites);
        }
    }
}

void
attri_words__asked (AttriOverlapTale *self, GString *text)
{
    if (self->question->alias == ATTRI_NONE)
        return;
    const AttriEdge *edge = attri_graph_get_edge (self->graph, self->question->alias);
    for (guint32 c = 0; c < edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first + c);
        if (!attri_overlap__is_live (claim) || claim->stance != ATTRI_STANCE_ASSERTS)
            continue;
        if (text->len == 0) {
            g_string_append (text, "Asked for as ");
            append (self, text, edge->value);
            g_string_append (text, ", which is a name of it, ");
        } else {
            g_string_append (text, "; so ");
        }
        append_sayer (self, text, claim);
    }
    if (text->len > 0)
        g_string_append_c (text, '.');
}

static void
append_left_out (AttriOverlapTale *self, GString *text)
{
    const guint *left_out = self->overlap->left_out;
    const char *before = " Left out: ";
    for (guint i = 0; i <= ATTRI_AVAILABILITY_BUILT_IN; i++) {
        if (left_out[i] == 0)
            continue;
        g_string_append_printf (text, "%s%u %s", before, left_out[i],
                                attri_availability_to_string ((AttriAvailability)i));
        before = ", ";
    }
    if (*before == ',')
        g_string_append_c (text, '.');
}

gboolean
attri_words__is_unsaid (const AttriOverlap *overlap)
{
    return overlap->unsaid == overlap->tools->len;
}

const char *
attri_words__telling (const AttriOverlap *overlap)
{
    return attri_words__is_unsaid (overlap) ? "" : "non-public ";
}

void
attri_words__own_tools (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    if (overlap->tools->len == 0) {
        g_autoptr (GString) left_out = g_string_new (NULL);
        append_left_out (self, left_out);
        g_string_append (text, left_out->len > 0 ? "Nothing is left of what "
                                                 : "Nobody says which tools ");
        attri_words__name (self, text, overlap->focus);
        g_string_append_printf (text, "%s%s", left_out->len > 0 ? " is said to use." : " uses.",
                                left_out->str);
        return;
    }
    attri_words__name (self, text, overlap->focus);
    g_string_append_printf (text, " is said to use %u tool%s, ", overlap->tools->len,
                            plural (overlap->tools->len));
    if (overlap->telling == 0) {
        g_string_append (text, overlap->tools->len == 1
                                   ? "which is sold, published or built in."
                                   : "all of them sold, published or built in.");
    } else {
        g_autoptr (GArray) telling = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_array_append_vals (telling, overlap->tools->data, overlap->telling);
        if (attri_words__is_unsaid (overlap))
            g_string_append (text, "of unknown availability: ");
        else if (overlap->tools->len == 1)
            g_string_append (text, "which is non-public: ");
        else
            g_string_append_printf (text, "%u of them non-public: ", overlap->telling);
        attri_words__names (self, text, telling, 2 * ATTRI_WORDS_ASIDE);
        g_string_append_c (text, '.');
    }
    append_left_out (self, text);
}

/* ---- the closest ---- */

/* Whether two groups stand at one place, by all that ranks them but their ids. */
static gboolean
is_level (const AttriOverlapRow *row, const AttriOverlapRow *other)
{
    return row->is_group && row->undisputed == other->undisputed &&
           row->telling == other->telling && row->telling_bits == other->telling_bits &&
           (row->telling > 0 || (row->bits == other->bits && row->tools->len == other->tools->len));
}

/* The groups that stand level with the closest one. */
static GArray *
find_closest (const AttriOverlap *overlap)
{
    GArray *closest = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
        if (is_level (row, overlap->closest))
            g_array_append_val (closest, row->actor);
    }
    return closest;
}

/* "By chance 0.47 of 157 other groups would share 2 or more; here 2 do." */
static void
append_chance (AttriOverlapTale *self, GString *text, const GArray *chances, guint least,
               const char *tools)
{
    for (guint i = 0; i < chances->len; i++) {
        const AttriChance *chance = &g_array_index (chances, AttriChance, i);
        if (chance->least != least)
            continue;
        g_autofree char *expected = attri_overlap__format_number (chance->expected);
        g_string_append_printf (text, " By chance, %s of %u other groups would share %s; here %u.",
                                expected, self->overlap->n_others, tools, chance->observed);
    }
}

/* " share 2 non-public tools with it.", or what else they share. */
static void
append_shares (const AttriOverlap *overlap, GString *text, const AttriOverlapRow *row, gboolean one)
{
    guint n_tools = row->telling > 0 ? row->telling : row->tools->len;
    guint n_families = row->families->len;
    g_string_append (text, one ? " shares" : " share");
    if (n_tools > 0)
        g_string_append_printf (text, " %u %stool%s", n_tools,
                                row->telling > 0 ? attri_words__telling (overlap) : "",
                                plural (n_tools));
    if (n_families > 0)
        g_string_append_printf (text, "%s %u famil%s of tools", n_tools > 0 ? " and" : "",
                                n_families, n_families == 1 ? "y" : "ies");
    g_string_append (text, " with it");
    if (n_tools == 0)
        g_string_append (text, ", and no tool");
    else if (row->telling == 0)
        g_string_append (text, ", and no non-public tool");
    g_string_append_c (text, '.');
}

/* " One of these tools is disputed.": that both use it. */
static void
append_dispute (const AttriOverlap *overlap, GString *text, const GArray *closest)
{
    const AttriOverlapRow *top = overlap->closest;
    const guint n_tools = top->telling > 0 ? top->telling : top->tools->len;
    guint disputed = 0;
    for (guint i = 0; i < closest->len; i++) {
        const AttriOverlapRow *row =
            attri_overlap_get_row (overlap, g_array_index (closest, guint32, i));
        disputed += top->telling > 0 ? row->telling_disputed : row->disputed;
    }
    if (!top->undisputed ||
        (top->families->len == 0 && disputed > 0 && disputed == n_tools * closest->len))
        g_string_append (text, " That is disputed.");
    else if (disputed > 0 && closest->len == 1)
        g_string_append_printf (text, " %u of these tools %s disputed.", disputed,
                                disputed == 1 ? "is" : "are");
    else if (disputed > 0)
        g_string_append (text, " Part of that is disputed.");
}

void
attri_words__closest (AttriOverlapTale *self, GString *text)
{
    const AttriOverlap *overlap = self->overlap;
    const AttriOverlapRow *top = overlap->closest;
    if (overlap->tools->len == 0)
        return;
    if (top == NULL) {
        g_string_append (text, "No other group in these files shares any.");
        return;
    }
    g_autoptr (GArray) closest = find_closest (overlap);
    attri_words__names (self, text, closest, ATTRI_WORDS_ASIDE);
    append_shares (overlap, text, top, closest->len == 1);
    append_dispute (overlap, text, closest);
    if (overlap->model == ATTRI_NULL_FREQUENCY) {
        append_chance (self, text, overlap->telling_chance, top->telling, "these");
        return;
    }
    gboolean telling = top->telling > 0;
    guint least = telling ? top->telling : top->tools->len;
    g_autofree char *tools = g_strdup_printf ("%u or more", least);
    append_chance (self, text, telling ? overlap->telling_chance : overlap->chance, least, tools);
}

/* ---- what a side rests on ---- */

void
attri_words__side (AttriOverlapTale *self, GString *text, guint32 actor, const GArray *tools)
{
    g_autoptr (AttriSide) side = attri_side__new (self->graph, actor, tools);
    if (side->reports->len == 0)
        return;
    if (side->reports->len == 1) {
        g_string_append (text, "Every claim of what ");
        attri_words__name (self, text, actor);
        g_string_append (text, " uses here rests on one report: ");
        attri_words__source (self, text, g_array_index (side->reports, guint32, 0));
        g_string_append_c (text, '.');
        return;
    }
    g_string_append (text, "What ");
    attri_words__name (self, text, actor);
    g_string_append_printf (text, " uses here is told by %u reports", side->reports->len);
    if (side->publishers->len == 0) {
        g_string_append (text, ", none of them independent.");
    } else if (side->publishers->len == 1) {
        g_string_append (text, " of one independent publisher: ");
        append (self, text, side->publishers->pdata[0]);
        g_string_append_c (text, '.');
    } else {
        g_string_append_printf (text, " of %u independent publishers.", side->publishers->len);
    }
}

void
attri_words__focus_side (AttriOverlapTale *self, GString *text)
{
    attri_words__side (self, text, self->overlap->focus, self->overlap->tools);
}

/* ---- who is who ---- */

/* "Earth Lusca distinct from APT41 [9]" */
static void
append_relation (AttriOverlapTale *self, GString *text, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    attri_words__name (self, text, edge->from);
    g_string_append_printf (text, " %s ", attri_relation_info (edge->type)->forward);
    attri_words__name (self, text, edge->to);
    attri_words__numbers (self, text, edge);
}

void
attri_words__identity (AttriOverlapTale *self, GString *text, guint32 actor)
{
    g_autoptr (GArray) edges =
        attri_overlap__find_identity (self->graph, self->overlap->focus, actor);
    for (guint i = 0; i < edges->len; i++) {
        g_string_append (text, i == 0 ? "said: " : "; ");
        append_relation (self, text, g_array_index (edges, guint32, i));
    }
}

void
attri_words__equated (AttriOverlapTale *self, GString *text)
{
    g_autoptr (GArray) equated = attri_overlap__find_equated (self->graph, self->overlap->focus);
    for (guint i = 0; i < equated->len; i++) {
        guint32 other = g_array_index (equated, guint32, i);
        guint n_tools = attri_overlap__count_tools (self->graph, other);
        if (n_tools == 0)
            continue;
        g_autoptr (GArray) edges =
            attri_overlap__find_identity (self->graph, self->overlap->focus, other);
        g_string_append (text, text->len > 0 ? " " : "");
        g_string_append (text, "It is said to be ");
        attri_words__name (self, text, other);
        for (guint e = 0; e < edges->len; e++) {
            const AttriEdge *edge =
                attri_graph_get_edge (self->graph, g_array_index (edges, guint32, e));
            if (attri_relation_info (edge->type)->equates)
                attri_words__numbers (self, text, edge);
        }
        g_string_append_printf (text, ", which is said to use %u tool%s; %s not counted here.",
                                n_tools, plural (n_tools), n_tools == 1 ? "it is" : "they are");
    }
}

const AttriSentence attri_words__introduction[] = {attri_words__asked, NULL};
const AttriSentence attri_words__answer[] = {attri_words__own_tools, attri_words__closest, NULL};
const AttriSentence attri_words__doubts[] = {attri_words__focus_side, attri_words__equated, NULL};
