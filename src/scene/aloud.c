/* SPDX-License-Identifier: MIT
 *
 * aloud.c: the graph read aloud, a statement a line: what `-T txt` prints and
 * what a screen reader finds in the picture.
 */
#include "scene/maker.h"

#include <string.h>

static void
append_source (AttriMaker *m, GString *text, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (m->graph, index);
    g_string_append (text, source->publisher);
    if (m->numbering.numbers[index] > 0)
        g_string_append_printf (text, " [%u]", m->numbering.numbers[index]);
}

/* "TAG-22 uses Winnti for initial access, in Taiwan" */
static void
append_relation (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    /* Under the names that were said, whatever the view folded. */
    const char *from = claim->said_of != NULL ? claim->said_of : attri_maker__name (m, claim->from);
    if (claim->to != ATTRI_NONE) {
        const AttriRelationInfo *info = attri_relation_info (claim->type);
        const char *verb = info->type[0] != '\0' ? info->forward : claim->type;
        g_string_append_printf (text, "%s %s%s %s", from, attri_relation_copula (verb), verb,
                                claim->said_to != NULL ? claim->said_to
                                                       : attri_maker__name (m, claim->to));
    } else if (claim->folded != NULL) {
        g_string_append_printf (text, "%s is the same as %s", from, claim->value);
    } else if (claim->groups > 0) {
        g_string_append_printf (text, "%s is used by %u of %u groups", from, claim->groups,
                                claim->of);
    } else if (claim->value != NULL) {
        g_string_append_printf (text, "%s %s %s", from,
                                g_str_equal (claim->type, "alias") ? "is also called" : "is",
                                claim->value);
    }
    if (claim->purpose != NULL)
        g_string_append_printf (text, " (%s)", claim->purpose);
    for (guint32 i = 0; i < claim->in.count; i++) {
        guint32 place = attri_graph_get_index_at (m->graph, claim->in.first + i);
        g_string_append_printf (text, "%s%s", i == 0 ? ", in " : ", ",
                                attri_maker__name (m, place));
    }
}

/* Where it is read, and how. */
static void
append_citation (AttriMaker *m, GString *text, const AttriClaim *claim,
                 const AttriCitation *citation)
{
    if (citation->source != claim->claimant) {
        g_string_append (text, "; read in ");
        append_source (m, text, citation->source);
    }
    if (citation->locator != NULL)
        g_string_append_printf (text, ", %s", citation->locator);
    if (citation->reading == ATTRI_READING_INFERRED)
        g_string_append (text, ", by our inference");
}

/* Whether both are at one place, which may cite several. */
static gboolean
same_place (const AttriCitation *a, const AttriCitation *b)
{
    return a->source == b->source && g_strcmp0 (a->locator, b->locator) == 0 &&
           a->reading == b->reading;
}

static void
append_reading (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    const AttriCitation *last = NULL;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (m->graph, claim->citations.first + i);
        const gboolean again = last != NULL && same_place (last, citation);
        if (!again)
            append_citation (m, text, claim, citation);
        if (citation->cites != ATTRI_NONE) {
            g_string_append (text, again && last->cites != ATTRI_NONE ? " and " : ", citing ");
            append_source (m, text, citation->cites);
        }
        last = citation;
    }
}

static void
append_claim (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    static const char *const asserting[] = {"states", "assesses", "suspects", "alleges"};
    static const char *const opposing[] = {"", "doubts", "denies", "withdraws"};
    static const char *const changes[] = {"", "New: ", "Gone: ", "Changed: "};
    g_string_append (text, changes[claim->change]);
    append_source (m, text, claim->claimant);
    g_string_append_printf (text, " %s that ",
                            claim->stance == ATTRI_STANCE_ASSERTS ? asserting[claim->hedge]
                                                                  : opposing[claim->stance]);
    append_relation (m, text, claim);
    if (claim->wording != NULL)
        g_string_append_printf (text, "; in the words “%s”", claim->wording);
    append_reading (m, text, claim);
    if (claim->revoked)
        g_string_append (text, "; since revoked");
    if (claim->withdrawn)
        g_string_append (text, "; since withdrawn");
    if (claim->was != NULL)
        g_string_append_printf (text, "; %s", claim->was);
    g_string_append (text, ".\n");
}

/* What is told first where not everything can be: what is said of the focus, then what has a
 * line of its own, then what shares one. */
typedef enum {
    TOLD_OF_FOCUS,
    TOLD_AS_DRAWN,
    TOLD_AS_FOLDED,
    TOLD_OTHERWISE,
    N_TOLD,
} Told;

static gboolean
has_own_box (const AttriMaker *m, guint32 entity)
{
    return m->actor_place[entity] != ATTRI_ACTOR_FOLDED && m->box_of[entity] != ATTRI_NONE &&
           attri_maker__find_fold (m, m->box_of[entity]) == NULL;
}

/* By claim: when it is told. */
static guint8 *
order_claims (const AttriMaker *m)
{
    guint8 *told = g_new0 (guint8, attri_graph_get_n_claims (m->graph));
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        gboolean ends = edge->to != ATTRI_NONE;
        Told when = TOLD_OTHERWISE;
        if (ends &&
            (attri_maker__is_left_out (m, edge->from) || attri_maker__is_left_out (m, edge->to)))
            when = TOLD_OTHERWISE;
        else if (attri_maker__is_member (m, edge->from) ||
                 (ends && attri_maker__is_member (m, edge->to)))
            when = TOLD_OF_FOCUS;
        else if (has_own_box (m, edge->from) && (!ends || has_own_box (m, edge->to)))
            when = TOLD_AS_DRAWN;
        else if (m->edge_drawn[e])
            when = TOLD_AS_FOLDED;
        memset (told + edge->claims.first, when, edge->claims.count);
    }
    return told;
}

static void
append_claims (AttriMaker *m, GString *text)
{
    guint32 n = attri_graph_get_n_claims (m->graph), room = ATTRI_MOST_STATEMENTS;
    g_autofree guint8 *told = order_claims (m);
    for (Told when = 0; when < N_TOLD && room > 0; when++) {
        for (guint32 i = 0; i < n && room > 0; i++) {
            if (n > ATTRI_MOST_STATEMENTS && told[i] != when)
                continue;
            append_claim (m, text, attri_graph_get_claim (m->graph, i));
            room--;
        }
        if (n <= ATTRI_MOST_STATEMENTS)
            return;
    }
    g_string_append_printf (text, "And %u more claims.\n", n - ATTRI_MOST_STATEMENTS);
}

/* "Our judgement: Ann, 13 November 2025: ..." */
static void
append_judgements (const AttriScene *scene, GString *text)
{
    for (guint i = 0; i < scene->judgements->len; i++) {
        const AttriSceneJudgement *judgement =
            &g_array_index (scene->judgements, AttriSceneJudgement, i);
        g_autofree char *label = g_ascii_strdown (judgement->label, -1);
        label[0] = g_ascii_toupper (label[0]);
        g_string_append_printf (text, "%s%s: %s\n", label,
                                i > 0 ? " that we consider" : ", not a source's", judgement->text);
    }
}

void
attri_maker__aloud (AttriMaker *m)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const AttriScene *scene = m->scene;
    g_string_append_printf (text, "%s.\n%s.\n%s.\n", scene->title, scene->subtitle,
                            scene->tlp_text);
    append_judgements (scene, text);
    for (guint i = 0; i < scene->news->len; i++) {
        const AttriSceneNews *news = &g_array_index (scene->news, AttriSceneNews, i);
        g_string_append_printf (text, "%s%s%s.\n", news->text, *news->numbers != '\0' ? " " : "",
                                news->numbers);
    }
    append_claims (m, text);
    for (guint i = 0; i < scene->notes->len; i++)
        g_string_append_printf (text, "%s\n", (char *)g_ptr_array_index (scene->notes, i));
    for (guint i = 0; i < scene->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (scene->sources, AttriSceneSource, i);
        g_string_append_printf (text, "Source %s: %s, %s%s.\n", source->number, source->head,
                                source->title, source->tail);
    }
    /* Line by line, because a line feed in a name must not look like a statement. */
    g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
    g_string_truncate (text, 0);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
        g_string_append_printf (text, "%s\n", attri_scene__keep (m->scene, lines[i]));
    m->scene->text = g_string_chunk_insert (m->scene->pool, text->str);
}
