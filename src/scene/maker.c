/* SPDX-License-Identifier: MIT
 *
 * maker.c: what all makers of a picture ask of it, and the words they share.
 */
#include "scene/layers.h"

#include "model/names-private.h"

#include <string.h>

const char *
attri_maker__format (AttriMaker *m, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    return attri_scene__keep (m->scene, text);
}

gboolean
attri_claim__is_live (const AttriClaim *claim)
{
    return !claim->revoked && !claim->withdrawn && claim->stance != ATTRI_STANCE_WITHDRAWS;
}

/* The claimant's own hedge, weakened by a confidence it states itself. The
 * bounds are those of STIX 2.1, appendix A: low up to 29, medium up to 69. */
static AttriHedge
hedge_of (const AttriClaim *claim)
{
    AttriHedge by_confidence = ATTRI_HEDGE_STATED;
    if (claim->confidence >= 0 && claim->confidence < 30)
        by_confidence = ATTRI_HEDGE_SUSPECTED;
    else if (claim->confidence >= 0 && claim->confidence < 70)
        by_confidence = ATTRI_HEDGE_ASSESSED;
    return MAX (claim->hedge, by_confidence);
}

AttriHedge
attri_maker__hedge (AttriMaker *m, const guint32 *edges, guint n)
{
    /* What is gone counts only where nothing is left. */
    AttriHedge asserted = ATTRI_HEDGE_ALLEGED, opposed = ATTRI_HEDGE_ALLEGED;
    AttriHedge gone = ATTRI_HEDGE_ALLEGED;
    gboolean is_asserted = FALSE, is_said = FALSE;
    for (guint i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        for (guint32 c = 0; c < edge->claims.count; c++) {
            const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first + c);
            if (!attri_claim__is_live (claim))
                continue;
            is_said |= claim->change != ATTRI_CHANGE_REMOVED;
            if (claim->change == ATTRI_CHANGE_REMOVED) {
                gone = MIN (gone, hedge_of (claim));
            } else if (claim->stance == ATTRI_STANCE_ASSERTS) {
                asserted = MIN (asserted, hedge_of (claim));
                is_asserted = TRUE;
            } else {
                opposed = MIN (opposed, hedge_of (claim));
            }
        }
    }
    AttriHedge hedge = is_asserted ? asserted : is_said ? opposed : gone;
    m->hedge_used[hedge] = TRUE;
    return hedge;
}

AttriFirmness
attri_maker__firmness (AttriMaker *m, const guint32 *edges, guint n)
{
    return MIN ((AttriFirmness)attri_maker__hedge (m, edges, n), ATTRI_FIRMNESS_ALLEGED);
}

void
attri_maker__drawn (AttriMaker *m, guint32 edge)
{
    m->edge_drawn[edge] = TRUE;
}

gboolean
attri_maker__is_shown (const AttriMaker *m, guint32 index)
{
    return m->edge_shown[index];
}

AttriRelationClass
attri_maker__relation (const AttriMaker *m, guint32 edge)
{
    return attri_relation_info (attri_graph_get_edge (m->graph, edge)->type)->relation;
}

AttriRole
attri_maker__role (const AttriMaker *m, guint32 entity)
{
    return m->roles[entity];
}

gboolean
attri_maker__is_group (const AttriMaker *m, guint32 entity)
{
    return attri_maker__role (m, entity) == ATTRI_ROLE_ACTOR &&
           !g_str_equal (attri_graph_get_entity (m->graph, entity)->type, "campaign");
}

gboolean
attri_maker__is_left_out (const AttriMaker *m, guint32 entity)
{
    return m->left_out > 0 && attri_maker__role (m, entity) == ATTRI_ROLE_TECHNIQUE &&
           !attri_maker__is_member (m, entity);
}

gboolean
attri_maker__is_member (const AttriMaker *m, guint32 entity)
{
    return m->is_member[entity];
}

const char *
attri_maker__name (AttriMaker *m, guint32 entity)
{
    const char *name = attri_graph_get_entity (m->graph, entity)->name;
    m->named[entity] = TRUE;
    if (m->apart == NULL || m->apart[entity] == NULL)
        return attri_scene__keep (m->scene, name);
    g_autofree char *full = g_strdup_printf ("%s (%s)", name, m->apart[entity]);
    return attri_scene__keep (m->scene, full);
}

void
attri_maker__tell_apart (AttriMaker *m)
{
    g_free (m->apart);
    m->apart = attri_graph__tell_apart (m->graph, m->named);
}

void
attri_maker__tell_all_apart (AttriMaker *m)
{
    memset (m->named, TRUE, attri_graph_get_n_entities (m->graph));
    attri_maker__tell_apart (m);
}

const char *
attri_maker__day (AttriMaker *m, AttriDate date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (!attri_date_is_set (date))
        return "no date";
    if (date.month == 0)
        return attri_maker__format (m, "%u", date.year);
    if (date.day == 0)
        return attri_maker__format (m, "%s %u", months[date.month - 1], date.year);
    return attri_maker__format (m, "%u %s %u", date.day, months[date.month - 1], date.year);
}

const char *
attri_maker__join (AttriMaker *m, GPtrArray *words)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < words->len; i++) {
        if (i > 0)
            g_string_append (text, i + 1 == words->len ? " and " : ", ");
        g_string_append (text, g_ptr_array_index (words, i));
    }
    return attri_scene__keep (m->scene, text->str);
}

const char *
attri_phrase__number (guint n)
{
    static const char *const words[] = {"no",   "one", "two",   "three", "four",
                                        "five", "six", "seven", "eight", "nine"};
    return n < G_N_ELEMENTS (words) ? words[n] : "many";
}

gboolean
attri_maker__is_tight (const AttriMaker *m)
{
    return m->options->fold > 0 || (m->layers != NULL && m->layers->folds->len > 0);
}

void
attri_maker__count_row (AttriMaker *m, guint n, const char *what)
{
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT, .numbers = ""};
    row.text = attri_maker__format (m, "and %u more%s%s%s", n, what[0] != '\0' ? " " : "", what,
                                    what[0] != '\0' && n > 1 ? "s" : "");
    attri_scene__add_row (m->scene, &row);
}
