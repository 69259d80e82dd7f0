/* SPDX-License-Identifier: MIT
 *
 * names.c: what somebody calls an entity goes in; the rows that say so, and how
 * a title introduces the focus, come out.
 */
#include "scene/maker.h"

#include <string.h>

#define MOST_ALIASES 6
#define MOST_FOLDED  3 /* of a group beside the focus */
#define MOST_SAYERS  2 /* in a title, before they are only counted */

/* How much a name matters to the reader of the picture. */
typedef enum {
    NAME_ASKED,  /* the one that was asked for */
    NAME_FOLDED, /* of a record that is one with the entity in this view */
    NAME_OTHER,
} NameRank;

/* A name can lead to several records, all of which are the focus then. */
static gboolean
is_asked (const AttriMaker *m, guint32 entity, const char *name)
{
    const AttriStamp *stamp = attri_graph_get_stamp (m->graph);
    gboolean focus = FALSE;
    for (guint32 i = 0; i < stamp->focus.count; i++)
        focus |= attri_graph_get_index_at (m->graph, stamp->focus.first + i) == entity;
    if (!focus || stamp->asked == NULL)
        return FALSE;
    g_autofree char *asked = g_utf8_casefold (stamp->asked, -1);
    g_autofree char *folded = g_utf8_casefold (name, -1);
    return g_str_equal (asked, folded);
}

static gboolean
is_folded (const AttriMaker *m, const AttriEdge *edge)
{
    for (guint32 c = 0; c < edge->claims.count; c++) {
        if (attri_graph_get_claim (m->graph, edge->claims.first + c)->folded != NULL)
            return TRUE;
    }
    return FALSE;
}

static NameRank
rank_name (const AttriMaker *m, guint32 entity, const AttriEdge *edge)
{
    if (is_asked (m, entity, edge->value))
        return NAME_ASKED;
    return is_folded (m, edge) ? NAME_FOLDED : NAME_OTHER;
}

static gboolean
names_a_member (const AttriMaker *m, const char *alias)
{
    g_autofree char *folded = g_utf8_casefold (alias, -1);
    for (guint i = 0; i < m->members->len; i++) {
        guint32 member = g_array_index (m->members, guint32, i);
        g_autofree char *name =
            g_utf8_casefold (attri_graph_get_entity (m->graph, member)->name, -1);
        if (g_str_equal (name, folded))
            return TRUE;
    }
    return FALSE;
}

static void
add_name (AttriMaker *m, guint32 index, NameRank rank)
{
    static const char *const forms[] = {"%s (asked for)", "same as %s", "%s"};
    const char *value = attri_graph_get_edge (m->graph, index)->value;
    g_auto (GStrv) parts = g_strsplit (forms[rank], "%s", 2);
    AttriSceneRow row = {
        .kind = ATTRI_ROW_NAME,
        .text = attri_maker__format (m, "%s%s%s", parts[0], value, parts[1]),
        .numbers = attri_maker__numbers (m, &index, 1),
        .change = attri_maker__change (m, &index, 1),
        .strong = rank == NAME_ASKED,
    };
    attri_scene__add_row (m->scene, &row);
}

/* "CHROMIUM + 2 names", with the numbers of all of them, as the row added last. */
static void
gather_names (AttriMaker *m, AttriSceneRow *row, const GArray *edges)
{
    const guint32 *indexes = (const guint32 *)edges->data;
    row->text = attri_maker__format (m, "%s + %u name%s", row->text, edges->len - 1,
                                     edges->len == 2 ? "" : "s");
    row->change = attri_maker__change (m, indexes, edges->len);
    row->numbers = attri_maker__numbers (m, indexes, edges->len);
}

/* One that a line to a member already says is not said twice. */
void
attri_maker__alias_rows (AttriMaker *m, guint32 entity)
{
    guint32 n, shown = 0, more = 0;
    const guint32 most = attri_maker__is_tight (m) ? 1 : MOST_ALIASES;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (NameRank rank = NAME_ASKED; rank <= NAME_OTHER; rank++) {
        for (guint32 i = 0; i < n; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
            if (edge->value == NULL || !g_str_equal (edge->type, "alias") ||
                rank_name (m, entity, edge) != rank)
                continue;
            attri_maker__drawn (m, edges[i]);
            if (rank == NAME_OTHER && names_a_member (m, edge->value))
                continue;
            g_array_append_val (names, edges[i]);
            if (++shown <= most)
                add_name (m, edges[i], rank);
            else
                more++;
        }
    }
    if (more > 0 && m->room->brief)
        gather_names (m, attri_scene__row (m->scene, m->scene->rows->len - 1), names);
    else if (more > 0)
        attri_maker__count_row (m, more, "name");
}

void
attri_maker__folded_rows (AttriMaker *m, guint32 entity)
{
    guint32 n, more = 0;
    guint32 room = attri_maker__is_tight (m) ? 1 : MOST_FOLDED;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->value == NULL || !is_folded (m, edge))
            continue;
        attri_maker__drawn (m, edges[i]);
        if (room == 0) {
            more++;
            continue;
        }
        add_name (m, edges[i], NAME_FOLDED);
        room--;
    }
    if (more > 0)
        attri_maker__count_row (m, more, "name");
}

const char *
attri_maker__folded_names (AttriMaker *m, guint32 entity)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->value != NULL && is_folded (m, edge))
            g_string_append_printf (text, ", same as %s %s", edge->value,
                                    attri_maker__numbers (m, &edges[i], 1));
    }
    return attri_scene__keep (m->scene, text->str);
}

/* ---- what is said between records that are one here ---- */

/* "Earth Lusca overlaps with TAG-22": both names, as both ends are this box. */
static const char *
own_relation (AttriMaker *m, const AttriEdge *edge)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first);
    const char *name = attri_graph_get_entity (m->graph, edge->from)->name;
    return attri_maker__format (m, "%s %s %s", claim->said_of != NULL ? claim->said_of : name,
                                info->type[0] != '\0' ? info->forward : edge->type,
                                claim->said_to != NULL ? claim->said_to : name);
}

static gboolean
has_voice (const AttriMaker *m, const AttriEdge *edge)
{
    for (guint32 c = 0; c < edge->claims.count; c++) {
        if (attri_claim__is_live (attri_graph_get_claim (m->graph, edge->claims.first + c)))
            return TRUE;
    }
    return FALSE;
}

void
attri_maker__own_rows (AttriMaker *m, guint32 entity)
{
    guint32 n, room = m->options->fold > 0 ? m->room->panel_rows : G_MAXUINT32, more = 0;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->to != entity || !has_voice (m, edge))
            continue;
        if (room == 0) {
            more++;
            continue;
        }
        room--;
        AttriSceneRow row = {
            .kind = ATTRI_ROW_CLAIM,
            .text = own_relation (m, edge),
            .numbers = attri_maker__numbers (m, &edges[i], 1),
            .firmness = attri_maker__firmness (m, &edges[i], 1),
            .change = attri_maker__change (m, &edges[i], 1),
        };
        attri_scene__add_row (m->scene, &row);
        attri_maker__drawn (m, edges[i]);
    }
    if (more > 0)
        attri_maker__count_row (m, more, "relation");
}

/* ---- how a title introduces the focus ---- */

/* "MITRE ATT&CK and MISP", or "three sources": who asserts an edge. */
static const char *
sayers (AttriMaker *m, const AttriEdge *edge)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint32 c = 0; c < edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first + c);
        if (!attri_claim__is_live (claim) || claim->stance != ATTRI_STANCE_ASSERTS)
            continue;
        const char *publisher =
            attri_scene__keep (m->scene,
                               attri_graph_get_source (m->graph, claim->claimant)->publisher);
        if (!g_ptr_array_find_with_equal_func (names, publisher, g_str_equal, NULL))
            g_ptr_array_add (names, (char *)publisher);
    }
    if (names->len > MOST_SAYERS)
        return attri_maker__format (m, "%s sources", attri_phrase__number (names->len));
    return attri_maker__join (m, names);
}

/* "TAG-22, by MITRE ATT&CK a name of Earth Lusca" */
static const char *
introduce (AttriMaker *m, guint32 index, const char *name, const char *what, const char *other)
{
    static const char *const hedges[] = {"", "assessed to be ", "suspected to be ",
                                         "alleged to be "};
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    return attri_maker__format (m, "%s, by %s %s%s %s", name, sayers (m, edge),
                                hedges[attri_maker__hedge (m, &index, 1)], what, other);
}

const char *
attri_maker__subject (AttriMaker *m, guint32 entity, gboolean goes_on)
{
    const char *name = attri_maker__name (m, entity);
    guint32 n, chosen = ATTRI_NONE, n_folded = 0;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, entity, &n);
    NameRank best = NAME_OTHER;
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->value == NULL || !edge->asserted || !g_str_equal (edge->type, "alias"))
            continue;
        const NameRank rank = rank_name (m, entity, edge);
        n_folded += rank == NAME_FOLDED;
        if (rank < best) {
            best = rank;
            chosen = edges[i];
        }
    }
    if (chosen == ATTRI_NONE)
        return name;
    const char *other =
        attri_scene__keep (m->scene, attri_graph_get_edge (m->graph, chosen)->value);
    const char *text =
        best == NAME_ASKED
            ? introduce (m, chosen, other, "a name of", name)
            : introduce (m, chosen, name, "the same as",
                         n_folded == 1 ? other : attri_maker__format (m, "%s and others", other));
    return goes_on ? attri_maker__format (m, "%s,", text) : text;
}
