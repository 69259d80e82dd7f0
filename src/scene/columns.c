/* SPDX-License-Identifier: MIT
 *
 * columns.c: the picture around a focus: targets, the focus with its sponsor
 * and names, tooling, related groups. This file makes the first two columns.
 */
#include "scene/maker.h"

#include <string.h>

#define MOST_FOLDED_NAMES 6 /* in the box of what folds */
#define MOST_FOCI_DRAWN   6 /* however little room there is */
#define TARGETS           "TARGETS"

/* One line of a targets panel: several targets of one statement. */
typedef struct {
    GArray *edges; /* guint32 */
    GPtrArray *names;
    char *places;
    guint n_places;
    char *voices; /* who says so, to compare */
    AttriFirmness firmness;
    gboolean disputed;
} TargetRow;

static void
target_row_free (gpointer data)
{
    TargetRow *row = data;
    g_array_unref (row->edges);
    g_ptr_array_unref (row->names);
    g_free (row->places);
    g_free (row->voices);
    g_free (row);
}

/* "Nepal, Philippines": where the live claims of an edge say so, each once. @n: how many */
static char *
places_of (AttriMaker *m, const AttriEdge *edge, guint *n)
{
    g_autoptr (GString) places = g_string_new (NULL);
    g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 c = 0; c < edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first + c);
        for (guint32 i = 0; i < claim->in.count; i++) {
            guint32 place = attri_graph_get_index_at (m->graph, claim->in.first + i);
            gboolean known = FALSE;
            for (guint s = 0; s < seen->len; s++)
                known |= g_array_index (seen, guint32, s) == place;
            if (known)
                continue;
            g_array_append_val (seen, place);
            g_string_append_printf (places, "%s%s", places->len > 0 ? ", " : "",
                                    attri_maker__name (m, place));
        }
    }
    *n = seen->len;
    return g_string_free (g_steal_pointer (&places), FALSE);
}

static int
compare_target_rows (gconstpointer a, gconstpointer b)
{
    const TargetRow *left = *(TargetRow *const *)a, *right = *(TargetRow *const *)b;
    if (left->disputed != right->disputed)
        return left->disputed ? 1 : -1;
    if (left->firmness != right->firmness)
        return left->firmness < right->firmness ? -1 : 1;
    if (left->names->len != right->names->len)
        return left->names->len > right->names->len ? -1 : 1;
    return strcmp (g_ptr_array_index (left->names, 0), g_ptr_array_index (right->names, 0));
}

static void
add_to_target_rows (AttriMaker *m, GPtrArray *rows, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    guint n_places;
    g_autofree char *places = places_of (m, edge, &n_places);
    g_autofree char *voices = attri_maker__voices_key (m, index);
    AttriFirmness firmness = attri_maker__firmness (m, &index, 1);
    TargetRow *row = NULL;
    for (guint i = 0; i < rows->len && row == NULL; i++) {
        TargetRow *other = g_ptr_array_index (rows, i);
        if (other->firmness == firmness && g_str_equal (other->places, places) &&
            g_str_equal (other->voices, voices) && edge->asserted)
            row = other;
    }
    if (row == NULL) {
        row = g_new0 (TargetRow, 1);
        row->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
        row->names = g_ptr_array_new ();
        row->places = g_steal_pointer (&places);
        row->n_places = n_places;
        row->voices = g_steal_pointer (&voices);
        row->firmness = firmness;
        row->disputed = edge->disputed || !edge->asserted;
        g_ptr_array_add (rows, row);
    }
    g_array_append_val (row->edges, index);
    g_ptr_array_add (row->names, (char *)attri_maker__name (m, edge->to));
    attri_maker__drawn (m, index);
}

/* A panel lists what stands at the other ends of the edges of @member. */
static void
hold_others (AttriMaker *m, guint32 panel, guint32 member, const GArray *edges)
{
    for (guint i = 0; i < edges->len; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, g_array_index (edges, guint32, i));
        attri_scene__hold (m->scene, panel, edge->from == member ? edge->to : edge->from);
    }
}

/* "Academia, Government: Nepal, Taiwan"; where there is little room, "Academia + 1: 2 places". */
static const char *
target_text (AttriMaker *m, const TargetRow *target)
{
    g_autoptr (GString) text = g_string_new (g_ptr_array_index (target->names, 0));
    if (m->room->brief && target->names->len > 1)
        g_string_append_printf (text, " + %u", target->names->len - 1);
    for (guint i = 1; !m->room->brief && i < target->names->len; i++)
        g_string_append_printf (text, ", %s", (char *)g_ptr_array_index (target->names, i));
    if (m->room->brief && target->n_places > 1)
        g_string_append_printf (text, ": %u places", target->n_places);
    else if (target->n_places > 0)
        g_string_append_printf (text, ": %s", target->places);
    return attri_scene__keep (m->scene, text->str);
}

/* To count a single row takes as much room as to show it. */
static guint
rows_to_show (const AttriMaker *m, guint n)
{
    return n > m->room->panel_rows + 1 ? m->room->panel_rows : n;
}

/* The panel of what @member is said to target; ATTRI_NONE if nothing. */
static guint32
add_targets_panel (AttriMaker *m, guint32 member)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (target_row_free);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, member, &n);
    for (guint32 i = 0; i < n; i++) {
        if (attri_maker__relation (m, edges[i]) == ATTRI_RELATION_TARGET &&
            attri_maker__is_shown (m, edges[i]))
            add_to_target_rows (m, rows, edges[i]);
    }
    if (rows->len == 0)
        return ATTRI_NONE;
    g_ptr_array_sort (rows, compare_target_rows);

    AttriSceneBox box = {
        .key = attri_maker__format (m, "panel:targets:%s",
                                    attri_graph_get_entity (m->graph, member)->id),
        .name = m->members->len > 1 && member != g_array_index (m->members, guint32, 0)
                    ? attri_maker__format (m, "Targets of %s", attri_maker__name (m, member))
                    : "Reported targets",
        .detail = "",
        .icon = ATTRI_ICON_TARGET,
        .tone = ATTRI_TONE_TARGET,
    };
    guint32 panel = attri_scene__add_box (m->scene, &box);
    for (guint i = 0; i < rows->len; i++)
        hold_others (m, panel, member, ((const TargetRow *)g_ptr_array_index (rows, i))->edges);
    const guint shown = rows_to_show (m, rows->len);
    for (guint i = 0; i < shown; i++) {
        const TargetRow *target = g_ptr_array_index (rows, i);
        AttriSceneRow row = {
            .kind = ATTRI_ROW_CLAIM,
            .text =
                attri_maker__with_shift (m, target_text (m, target),
                                         (const guint32 *)target->edges->data, target->edges->len),
            .numbers =
                attri_maker__numbers (m, (const guint32 *)target->edges->data, target->edges->len),
            .firmness = target->firmness,
            .change =
                attri_maker__change (m, (const guint32 *)target->edges->data, target->edges->len),
        };
        attri_scene__add_row (m->scene, &row);
    }
    if (rows->len > shown)
        attri_maker__count_row (m, rows->len - shown, "");
    return panel;
}

/* Whether an edge of a member has no better place than the panel of the rest. */
static gboolean
belongs_to_rest (const AttriMaker *m, guint32 index, guint32 member)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    if (!attri_maker__is_shown (m, index) || m->edge_drawn[index])
        return FALSE;
    guint32 other = edge->from == member ? edge->to : edge->from;
    AttriRole role = attri_maker__role (m, other);
    return role != ATTRI_ROLE_ACTOR && role != ATTRI_ROLE_TOOL &&
           attri_maker__relation (m, index) != ATTRI_RELATION_SPONSOR;
}

static guint32
add_rest_panel (AttriMaker *m, guint32 member)
{
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, member, &n[0]),
                               attri_graph_get_incoming (m->graph, member, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            if (belongs_to_rest (m, edges[side][i], member))
                g_array_append_val (found, edges[side][i]);
        }
    }
    if (found->len == 0)
        return ATTRI_NONE;
    AttriSceneBox box = {
        .key =
            attri_maker__format (m, "panel:rest:%s", attri_graph_get_entity (m->graph, member)->id),
        .name = attri_maker__format (m, "Also said of %s", attri_maker__name (m, member)),
        .detail = "",
        .icon = ATTRI_ICON_OTHER,
        .tone = ATTRI_TONE_PLAIN,
    };
    guint32 panel = attri_scene__add_box (m->scene, &box);
    hold_others (m, panel, member, found);
    const guint shown = rows_to_show (m, found->len);
    for (guint i = 0; i < shown; i++)
        attri_maker__claim_row (m, g_array_index (found, guint32, i), member);
    if (found->len > shown)
        attri_maker__count_row (m, found->len - shown, "");
    return panel;
}

/* The edges by which @member is said to be sponsored. */
static GArray *
sponsor_edges (AttriMaker *m, guint32 member)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, member, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (attri_maker__relation (m, edges[i]) == ATTRI_RELATION_SPONSOR &&
            attri_maker__is_shown (m, edges[i]) && edge->asserted &&
            attri_maker__role (m, edge->to) != ATTRI_ROLE_ACTOR)
            g_array_append_val (found, edges[i]);
    }
    return found;
}

/* A lone sponsor of the first focus stands above it. */
static guint32
add_sponsor (AttriMaker *m)
{
    g_autoptr (GArray) edges = sponsor_edges (m, g_array_index (m->members, guint32, 0));
    if (edges->len != 1)
        return ATTRI_NONE;
    guint32 index = g_array_index (edges, guint32, 0);
    guint32 sponsor = attri_graph_get_edge (m->graph, index)->to;
    AttriSceneBox box = attri_maker__box (m, sponsor, 1);
    AttriHedge hedge = attri_maker__hedge (m, &index, 1);
    static const char *const words[] = {"sponsor", "assessed sponsor", "suspected sponsor",
                                        "alleged sponsor"};
    box.detail = words[hedge];
    if (attri_graph_get_entity (m->graph, sponsor)->country != NULL)
        box.icon = ATTRI_ICON_STATE;
    m->box_of[sponsor] = attri_scene__add_box (m->scene, &box);
    return index;
}

/* The relation drawn as a line between the @i-th member and the one above it. */
static guint32
edge_to_upper (AttriMaker *m, guint i)
{
    guint32 upper = g_array_index (m->members, guint32, i - 1);
    guint32 member = g_array_index (m->members, guint32, i);
    guint32 first = ATTRI_NONE, n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, member, &n[0]),
                               attri_graph_get_incoming (m->graph, member, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 e = 0; e < n[side]; e++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][e]);
            if ((side == 0 ? edge->to : edge->from) == upper && edge->asserted &&
                attri_relation_info (edge->type)->equates)
                first = MIN (first, edges[side][e]);
        }
    }
    return first;
}

/* Relations between members other than the lines between neighbours, and to further sponsors. */
static GArray *
find_member_relations (AttriMaker *m, guint i, guint32 upper_edge)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n;
    const guint32 *edges =
        attri_graph_get_outgoing (m->graph, g_array_index (m->members, guint32, i), &n);
    for (guint32 k = 0; k < n; k++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[k]);
        gboolean below = i + 1 < m->n_members_drawn && edges[k] == edge_to_upper (m, i + 1);
        if (edges[k] == upper_edge || below || !attri_maker__is_shown (m, edges[k]))
            continue;
        gboolean sponsor = attri_maker__relation (m, edges[k]) == ATTRI_RELATION_SPONSOR &&
                           m->box_of[edge->to] == ATTRI_NONE;
        if (attri_maker__is_member (m, edge->to) || sponsor)
            g_array_append_val (found, edges[k]);
    }
    return found;
}

/* All of them, but on a page of fixed size no more than there is room for. */
static void
add_member_rows (AttriMaker *m, guint i, guint32 upper_edge)
{
    g_autoptr (GArray) relations = find_member_relations (m, i, upper_edge);
    const guint shown = m->options->fold > 0 ? rows_to_show (m, relations->len) : relations->len;
    for (guint k = 0; k < shown; k++)
        attri_maker__claim_row (m, g_array_index (relations, guint32, k),
                                g_array_index (m->members, guint32, i));
    if (relations->len > shown)
        attri_maker__count_row (m, relations->len - shown, "relation");
}

static void
add_vertical (AttriMaker *m, guint32 index, guint32 upper, guint32 lower, const char *label)
{
    AttriSceneLine line = {
        .left = upper,
        .left_row = ATTRI_NONE,
        .right = lower,
        .right_row = ATTRI_NONE,
        .firmness = attri_maker__firmness (m, &index, 1),
        .numbers = attri_maker__numbers (m, &index, 1),
        .label = label,
        .change = attri_maker__change (m, &index, 1),
    };
    line.about = attri_maker__about (m, index, line.numbers, line.firmness);
    attri_scene__add_line (m->scene, &line);
    attri_scene__tell (m->scene, index);
    attri_maker__drawn (m, index);
}

/* The members past what the column shows, in one box that names the first of them. */
static void
add_member_fold (AttriMaker *m)
{
    guint n = m->members->len - m->n_members_drawn;
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = 0; i < MIN (n, MOST_FOLDED_NAMES); i++)
        g_ptr_array_add (names,
                         (char *)attri_maker__name (m, g_array_index (m->members, guint32,
                                                                      m->n_members_drawn + i)));
    if (n > MOST_FOLDED_NAMES)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u more", n - MOST_FOLDED_NAMES));
    AttriSceneBox box = {
        .key = "fold:members",
        .name = attri_maker__format (m, "+ %u said to be the same", n),
        .detail = "",
        .icon = ATTRI_ICON_GROUP,
        .tone = ATTRI_TONE_ACTOR,
        .rounded = TRUE,
        .column = 1,
    };
    if (m->n_members_drawn < attri_graph_get_stamp (m->graph)->focus.count)
        box.name = attri_maker__format (m, "+ %u more", n);
    guint32 fold = attri_scene__add_box (m->scene, &box);
    for (guint i = m->n_members_drawn; i < m->members->len; i++)
        attri_scene__hold (m->scene, fold, g_array_index (m->members, guint32, i));
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT,
                         .text = attri_maker__join (m, names),
                         .numbers = ""};
    attri_scene__add_row (m->scene, &row);
}

static void
add_focus_column (AttriMaker *m)
{
    guint32 sponsor_edge = add_sponsor (m);
    for (guint i = 0; i < m->n_members_drawn; i++) {
        guint32 member = g_array_index (m->members, guint32, i);
        guint32 upper_edge = i > 0 ? edge_to_upper (m, i) : ATTRI_NONE;
        AttriSceneBox box = attri_maker__box (m, member, 1);
        box.focus = i < attri_graph_get_stamp (m->graph)->focus.count;
        m->box_of[member] = attri_scene__add_box (m->scene, &box);
        attri_maker__alias_rows (m, member);
        attri_maker__own_rows (m, member);
        add_member_rows (m, i, upper_edge);
        if (i == 0 && sponsor_edge != ATTRI_NONE) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, sponsor_edge);
            add_vertical (m, sponsor_edge, m->box_of[edge->to], m->box_of[member],
                          attri_relation_info (edge->type)->forward);
        }
        if (upper_edge != ATTRI_NONE) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, upper_edge);
            guint32 upper = g_array_index (m->members, guint32, i - 1);
            add_vertical (m, upper_edge, m->box_of[upper], m->box_of[member],
                          attri_maker__format (m, "%s, says",
                                               attri_relation_info (edge->type)->forward));
        }
    }
    if (m->n_members_drawn < m->members->len)
        add_member_fold (m);
}

/* One line from a panel to the member it speaks of, with all its numbers. */
static void
add_panel_line (AttriMaker *m, guint32 panel, guint32 member, GArray *edges)
{
    AttriSceneLine line = {
        .left = panel,
        .left_row = ATTRI_NONE,
        .right = m->box_of[member],
        .right_row = ATTRI_NONE,
        .firmness = attri_maker__firmness (m, (const guint32 *)edges->data, edges->len),
        .numbers = "",
        .about = attri_scene__box (m->scene, panel)->name,
        .change = attri_maker__change (m, (const guint32 *)edges->data, edges->len),
    };
    attri_scene__add_line (m->scene, &line);
    for (guint i = 0; i < edges->len; i++)
        attri_scene__tell (m->scene, g_array_index (edges, guint32, i));
}

/* All edges of @member that are drawn so far, that is, by its panel. */
static GArray *
drawn_edges (AttriMaker *m, guint32 member, gboolean targets)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, member, &n[0]),
                               attri_graph_get_incoming (m->graph, member, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            guint32 index = edges[side][i];
            gboolean target = attri_maker__relation (m, index) == ATTRI_RELATION_TARGET;
            if (m->edge_drawn[index] && target == targets && attri_maker__is_shown (m, index))
                g_array_append_val (found, index);
        }
    }
    return found;
}

/* What the first column is called where it holds no targets. @panels: of each member that of its
 * targets, then that of the rest */
static void
head_panels (AttriMaker *m, const GArray *panels)
{
    gboolean any = FALSE;
    for (guint i = 0; i < panels->len; i += 2) {
        if (g_array_index (panels, guint32, i) != ATTRI_NONE)
            return;
        any |= g_array_index (panels, guint32, i + 1) != ATTRI_NONE;
    }
    if (any)
        g_array_index (m->scene->columns, AttriSceneColumn, 0) =
            (AttriSceneColumn){"ALSO SAID", "", "", TARGETS};
}

void
attri_maker__columns (AttriMaker *m)
{
    const AttriSceneColumn columns[] = {
        {TARGETS, "", "← targets", NULL},
        {"FOCUS", "", "uses →", NULL},
        {"TOOLING", "most telling first", "← uses", NULL},
        {"RELATED GROUPS", "", "", NULL},
    };
    g_array_append_vals (m->scene->columns, columns, G_N_ELEMENTS (columns));
    m->scene->ordered = TRUE;
    m->centred = TRUE;

    g_autoptr (GArray) panels = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    const guint foci = attri_graph_get_stamp (m->graph)->focus.count;
    const guint most = MAX (m->room->members, MIN (foci, MOST_FOCI_DRAWN));
    m->n_members_drawn = m->members->len > most + 1 ? most : m->members->len;
    for (guint i = 0; i < m->n_members_drawn; i++) {
        guint32 member = g_array_index (m->members, guint32, i);
        guint32 panel = add_targets_panel (m, member);
        g_array_append_val (panels, panel);
        g_ptr_array_add (claims, drawn_edges (m, member, TRUE));
        panel = add_rest_panel (m, member);
        g_array_append_val (panels, panel);
        g_ptr_array_add (claims, drawn_edges (m, member, FALSE));
    }
    head_panels (m, panels);
    add_focus_column (m);
    for (guint i = 0; i < panels->len; i++) {
        guint32 panel = g_array_index (panels, guint32, i);
        if (panel != ATTRI_NONE)
            add_panel_line (m, panel, g_array_index (m->members, guint32, i / 2),
                            g_ptr_array_index (claims, i));
    }
    attri_maker__tool_column (m);
    attri_maker__actor_column (m);
}
