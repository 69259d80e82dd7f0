/* SPDX-License-Identifier: MIT
 *
 * marks.c: the change marks of a diff's graph go in; badges, counts and a
 * legend come out in the scene. Where nothing is compared it does nothing.
 */
#include "scene/maker.h"

#include <string.h>

#define MOST_SHIFT 24 /* letters of "suspected → stated" */

AttriChange
attri_maker__change (const AttriMaker *m, const guint32 *edges, guint n)
{
    AttriChange change = ATTRI_CHANGE_NONE;
    for (guint i = 0; i < n; i++) {
        const AttriChange next = attri_graph_get_edge (m->graph, edges[i])->change;
        if (i > 0 && next != change)
            return ATTRI_CHANGE_CHANGED;
        change = next;
    }
    return change;
}

const char *
attri_maker__shift (AttriMaker *m, const guint32 *edges, guint n)
{
    const char *shift = NULL;
    for (guint i = 0; i < n && !attri_maker__is_tight (m); i++) {
        const AttriRange claims = attri_graph_get_edge (m->graph, edges[i])->claims;
        for (guint32 c = claims.first; c < claims.first + claims.count; c++) {
            const char *next = attri_graph_get_claim (m->graph, c)->shift;
            if (next != NULL && shift != NULL && strcmp (next, shift) != 0)
                return NULL;
            shift = next != NULL ? next : shift;
        }
    }
    return shift != NULL && g_utf8_strlen (shift, -1) <= MOST_SHIFT
               ? attri_scene__keep (m->scene, shift)
               : NULL;
}

const char *
attri_maker__with_shift (AttriMaker *m, const char *words, const guint32 *edges, guint n)
{
    const char *shift = attri_maker__shift (m, edges, n);
    if (shift == NULL)
        return words;
    return words == NULL ? shift : attri_maker__format (m, "%s (%s)", words, shift);
}

/* Whether something was said of an entity itself that is not as before: a value, or its family. */
static gboolean
is_told_of_anew (const AttriMaker *m, guint32 entity)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->to == ATTRI_NONE && edge->change != ATTRI_CHANGE_NONE)
            return TRUE;
    }
    return FALSE;
}

/* What the rows of a box say together: all of a panel may be new. */
static AttriChange
rows_change (const AttriMaker *m, const AttriSceneBox *box)
{
    AttriChange change = ATTRI_CHANGE_NONE;
    for (guint32 i = 0; i < box->rows.count; i++) {
        const AttriChange next = attri_scene__row (m->scene, box->rows.first + i)->change;
        if (i > 0 && next != change)
            return ATTRI_CHANGE_CHANGED;
        change = next;
    }
    return change;
}

/* By box: what became of the entities it stands for, and what is said in it. */
static void
mark_boxes (AttriMaker *m)
{
    const guint n_boxes = m->scene->boxes->len;
    g_autofree guint8 *seen = g_new0 (guint8, n_boxes + 1);
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        const guint32 index = m->box_of[i];
        if (index == ATTRI_NONE || m->row_of[i] != ATTRI_NONE)
            continue;
        AttriSceneBox *box = attri_scene__box (m->scene, index);
        AttriChange change = attri_graph_get_entity (m->graph, i)->change;
        if (change == ATTRI_CHANGE_NONE && is_told_of_anew (m, i))
            change = ATTRI_CHANGE_CHANGED;
        box->change = seen[index] && change != box->change ? ATTRI_CHANGE_CHANGED : change;
        seen[index] = 1;
    }
    for (guint i = 0; i < n_boxes; i++) {
        AttriSceneBox *box = attri_scene__box (m->scene, i);
        const AttriChange rows = rows_change (m, box);
        if (!seen[i])
            box->change = rows;
        else if (box->change == ATTRI_CHANGE_NONE && rows != ATTRI_CHANGE_NONE)
            box->change = ATTRI_CHANGE_CHANGED;
    }
}

/* Colour and badge have one meaning each, and here it is change. */
static void
dress_boxes (AttriMaker *m)
{
    static const char *const badges[] = {NULL, "+ new", "− gone", "~ changed"};
    for (guint i = 0; i < m->scene->boxes->len; i++) {
        AttriSceneBox *box = attri_scene__box (m->scene, i);
        box->tone = ATTRI_TONE_PLAIN;
        box->badge = badges[box->change];
    }
}

static void
explain (AttriMaker *m)
{
    static const char *const words[] = {"as before", "+ new", "− gone", "~ changed"};
    gboolean used[ATTRI_CHANGE_CHANGED + 1] = {FALSE};
    for (guint i = 0; i < m->scene->lines->len; i++)
        used[attri_scene__line (m->scene, i)->change] = TRUE;
    for (guint i = 0; i < m->scene->boxes->len; i++)
        used[attri_scene__box (m->scene, i)->change] = TRUE;
    for (guint i = 1; i <= ATTRI_CHANGE_CHANGED + 1; i++) {
        const AttriChange change = (AttriChange)(i % (ATTRI_CHANGE_CHANGED + 1));
        const AttriSceneLegend entry = {.kind = ATTRI_LEGEND_CHANGE,
                                        .text = words[change],
                                        .change = change};
        if (used[change])
            g_array_append_val (m->scene->legend, entry);
    }
}

/* How many rows of a table bear each mark. */
typedef struct {
    guint n[ATTRI_CHANGE_CHANGED + 1];
} Tally;

static void
count_marks (const AttriMaker *m, Tally *sources, Tally *entities, Tally *claims)
{
    for (guint32 i = 0; i < attri_graph_get_n_sources (m->graph); i++)
        sources->n[attri_graph_get_source (m->graph, i)->change]++;
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        entities->n[attri_graph_get_entity (m->graph, i)->change]++;
    for (guint32 i = 0; i < attri_graph_get_n_claims (m->graph); i++)
        claims->n[attri_graph_get_claim (m->graph, i)->change]++;
}

static void
append_count (GString *text, guint n, const char *one, const char *many)
{
    if (n > 0)
        g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, n == 1 ? one : many);
}

/* "+ 7 sources, 11 entities, 24 claims · ~ 3 claims" */
static const char *
summarise (AttriMaker *m)
{
    static const AttriChange order[] = {ATTRI_CHANGE_ADDED, ATTRI_CHANGE_CHANGED,
                                        ATTRI_CHANGE_REMOVED};
    static const char *const marks[] = {"", "+", "−", "~"};
    Tally sources = {{0}}, entities = {{0}}, claims = {{0}};
    g_autoptr (GString) text = g_string_new (NULL);

    count_marks (m, &sources, &entities, &claims);
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
        g_autoptr (GString) part = g_string_new (NULL);
        append_count (part, sources.n[order[i]], "source", "sources");
        append_count (part, entities.n[order[i]], "entity", "entities");
        append_count (part, claims.n[order[i]], "claim", "claims");
        if (part->len > 0)
            g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", marks[order[i]],
                                    part->str);
    }
    return attri_scene__keep (m->scene, text->len > 0 ? text->str : "nothing changed");
}

void
attri_maker__marks (AttriMaker *m)
{
    if (!attri_graph_get_stamp (m->graph)->compares)
        return;
    m->scene->compares = TRUE;
    mark_boxes (m);
    dress_boxes (m);
    explain (m);
    const AttriDate since = attri_graph_get_stamp (m->graph)->since;
    m->scene->subtitle =
        attri_maker__format (m, "Since %s: %s · %s",
                             attri_date_is_set (since) ? attri_maker__day (m, since) : "nothing",
                             summarise (m), m->scene->subtitle);
}
