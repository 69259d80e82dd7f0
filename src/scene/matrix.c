/* SPDX-License-Identifier: MIT
 *
 * matrix.c: the picture past what boxes and lines can show: tools by groups, with the
 * numbers of the sources where they meet. Only tools that two of the groups share have a
 * row; what that leaves out is counted at the foot, at the right and in the notes.
 */
#include "scene/usage.h"

#define LEAST_WIDE   12 /* groups that have room however few tools there are */
#define MOST_NUMBERS 2  /* in a cell, if there are few columns */
#define FEW_COLUMNS  12

static void
choose (AttriMaker *m, AttriUsage *usage)
{
    attri_usage__choose (usage, m->room->columns, m->room->rows);
    attri_usage__order (usage);
    if (usage->columns->len > LEAST_WIDE + usage->rows->len) {
        attri_usage__choose (usage, LEAST_WIDE + usage->rows->len, m->room->rows);
        attri_usage__order (usage);
    }
}

static void
add_foot (AttriMaker *m, const char *text)
{
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT, .text = text, .numbers = ""};
    attri_scene__add_row (m->scene, &row);
}

/* "+17", or nothing for none. */
static const char *
more (AttriMaker *m, guint n)
{
    return n > 0 ? attri_maker__format (m, "+%u", n) : "";
}

/* How many of the group's tools nobody else uses, and how many others have no row. */
static void
count_undrawn (const AttriUsage *usage, const AttriUsageGroup *group, guint *own, guint *shared)
{
    *own = *shared = 0;
    for (guint32 u = 0; u < group->uses.count; u++) {
        const AttriUse *use = attri_usage__use (usage, group->uses.first + u);
        const AttriUsageTool *tool = attri_usage__tool (usage, use->tool);
        if (tool->kept || !use->asserted)
            continue;
        *own += tool->users == 1;
        *shared += tool->users > 1;
    }
}

/* How many tools the group shares with the focus; of the focus itself, how many it uses. */
static const char *
shared_with_focus (AttriMaker *m, const AttriUsageGroup *group)
{
    const AttriOverlap *reference = attri_maker__reference (m);
    const AttriOverlapRow *row = attri_overlap_get_row (reference, group->entity);
    if (group->entity == reference->focus)
        return attri_maker__format (m, "%u", reference->tools->len);
    if (row == NULL)
        return "";
    if (row->tools->len == 0 && row->families->len > 0)
        return "family";
    return attri_maker__format (m, "%u", row->tools->len);
}

/* A row of counts below the columns, unless there is nothing to count. @counts: by column */
static void
add_foot_row (AttriMaker *m, const char *label, GPtrArray *counts)
{
    gboolean any = FALSE;
    for (guint i = 0; i < counts->len; i++)
        any |= ((const char *)g_ptr_array_index (counts, i))[0] != '\0';
    if (!any)
        g_ptr_array_set_size (counts, 0);
    else
        g_ptr_array_add (m->scene->feet, (gpointer)label);
}

static void
add_groups (AttriMaker *m, const AttriUsage *usage)
{
    g_autoptr (GPtrArray) with_focus = g_ptr_array_new ();
    g_autoptr (GPtrArray) own = g_ptr_array_new ();
    g_autoptr (GPtrArray) shared = g_ptr_array_new ();
    for (guint i = 0; i < usage->columns->len; i++) {
        const AttriUsageGroup *group =
            attri_usage__group (usage, g_array_index (usage->columns, guint32, i));
        guint n_own, n_shared;
        count_undrawn (usage, group, &n_own, &n_shared);
        if (usage->centred) {
            g_ptr_array_add (with_focus, (gpointer)shared_with_focus (m, group));
            continue;
        }
        g_ptr_array_add (own, (gpointer)more (m, n_own));
        g_ptr_array_add (shared, (gpointer)more (m, n_shared));
    }
    if (usage->centred) {
        const AttriOverlap *reference = attri_maker__reference (m);
        add_foot_row (m,
                      attri_maker__format (m, "shared with %s, of %u",
                                           attri_maker__name (m, reference->focus),
                                           reference->tools->len),
                      with_focus);
    }
    add_foot_row (m, "tools no other group here uses", own);
    add_foot_row (m, "shared tools not drawn", shared);

    for (guint i = 0; i < usage->columns->len; i++) {
        const AttriUsageGroup *group =
            attri_usage__group (usage, g_array_index (usage->columns, guint32, i));
        AttriSceneBox box = attri_maker__box (m, group->entity, 1);
        box.focus = group->member;
        m->box_of[group->entity] = attri_scene__add_box (m->scene, &box);
        const GPtrArray *rows[] = {with_focus, own, shared};
        for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
            if (rows[r]->len > 0)
                add_foot (m, g_ptr_array_index (rows[r], i));
        }
    }
}

static void
add_tools (AttriMaker *m, const AttriUsage *usage, const guint *drawn_users)
{
    static const char *const bands[] = {"NOT KNOWN TO BE PUBLIC", "COMMERCIAL OR PUBLIC",
                                        "BUILT INTO THE SYSTEM"};
    guint last = G_MAXUINT;
    for (guint i = 0; i < usage->rows->len; i++) {
        guint32 index = g_array_index (usage->rows, guint32, i);
        const AttriUsageTool *tool = attri_usage__tool (usage, index);
        AttriSceneBox box = attri_maker__box (m, tool->entity, 0);
        box.focus = attri_maker__is_member (m, tool->entity);
        guint32 row = m->box_of[tool->entity] = attri_scene__add_box (m->scene, &box);
        if (tool->users > drawn_users[index])
            m->scene->beside = "other groups";
        add_foot (m, more (m, tool->users - drawn_users[index]));
        if (tool->tier == last)
            continue;
        last = tool->tier;
        AttriSceneBand band = {row, bands[MIN (tool->tier, G_N_ELEMENTS (bands) - 1)]};
        g_array_append_val (m->scene->bands, band);
    }
    /* Where nobody says how any tool is had, a heading would only say so again. */
    if (m->scene->bands->len == 1)
        g_array_set_size (m->scene->bands, 0);
}

static void
add_cells (AttriMaker *m, const AttriUsage *usage)
{
    g_autofree guint32 *edge_of = g_new (guint32, usage->tools->len * usage->columns->len + 1);
    for (gsize i = 0; i < (gsize)usage->tools->len * usage->columns->len; i++)
        edge_of[i] = ATTRI_NONE;
    for (guint c = 0; c < usage->columns->len; c++) {
        const AttriUsageGroup *group =
            attri_usage__group (usage, g_array_index (usage->columns, guint32, c));
        for (guint32 u = 0; u < group->uses.count; u++) {
            const AttriUse *use = attri_usage__use (usage, group->uses.first + u);
            edge_of[(gsize)use->tool * usage->columns->len + c] = use->edge;
        }
    }
    for (guint r = 0; r < usage->rows->len; r++) {
        gsize first = (gsize)g_array_index (usage->rows, guint32, r) * usage->columns->len;
        for (guint c = 0; c < usage->columns->len; c++) {
            if (edge_of[first + c] != ATTRI_NONE)
                attri_maker__edge_line (m, edge_of[first + c], TRUE, NULL);
        }
    }
}

/* By tool: how many of the groups drawn use it. */
static guint *
count_drawn_users (const AttriUsage *usage)
{
    guint *users = g_new0 (guint, usage->tools->len + 1);
    for (guint c = 0; c < usage->columns->len; c++) {
        const AttriUsageGroup *group =
            attri_usage__group (usage, g_array_index (usage->columns, guint32, c));
        for (guint32 u = 0; u < group->uses.count; u++) {
            const AttriUse *use = attri_usage__use (usage, group->uses.first + u);
            users[use->tool] += use->asserted;
        }
    }
    return users;
}

/* What a matrix may leave out. */
typedef enum {
    KIND_GROUP,
    KIND_TOOL,
    KIND_CAMPAIGN,
    KIND_OTHER,
    N_KINDS,
} Kind;

static void
count_kinds (AttriMaker *m, guint *all, guint *drawn)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        AttriRole role = attri_maker__role (m, i);
        if (attri_maker__is_left_out (m, i))
            continue;
        Kind kind = attri_maker__is_group (m, i) ? KIND_GROUP
                    : role == ATTRI_ROLE_ACTOR   ? KIND_CAMPAIGN
                    : role == ATTRI_ROLE_TOOL    ? KIND_TOOL
                                                 : KIND_OTHER;
        all[kind]++;
        drawn[kind] += m->box_of[i] != ATTRI_NONE;
    }
}

/* "128 groups, 542 tools and 52 campaigns", or "" if all are drawn. */
static const char *
list_undrawn (AttriMaker *m, const guint *all, const guint *drawn)
{
    static const char *const words[N_KINDS][2] = {{"group", "groups"},
                                                  {"tool", "tools"},
                                                  {"campaign", "campaigns"},
                                                  {"other entity", "other entities"}};
    g_autoptr (GPtrArray) parts = g_ptr_array_new ();
    for (Kind kind = 0; kind < N_KINDS; kind++) {
        guint n = all[kind] - drawn[kind];
        if (n > 0)
            g_ptr_array_add (parts,
                             (gpointer)attri_maker__format (m, "%u %s", n, words[kind][n != 1]));
    }
    return attri_maker__join (m, parts);
}

static void
add_notes (AttriMaker *m, const AttriUsage *usage, const guint *all, const guint *drawn)
{
    const char *undrawn = list_undrawn (m, all, drawn), *which = "";
    if (all[KIND_GROUP] > drawn[KIND_GROUP])
        which = usage->centred
                    ? attri_maker__format (m, "; the groups are those closest to %s",
                                           attri_maker__name (m, attri_maker__reference (m)->focus))
                : usage->focused ? "; the groups are some that use what is in focus"
                                 : "; the groups are those that share most with each other";
    g_ptr_array_add (
        m->scene->notes,
        (gpointer)attri_maker__format (
            m,
            "Drawn is each tool that two or more of the groups here are said to use%s. "
            "Shared tools are not shared identity.",
            which));
    if (undrawn[0] != '\0')
        g_ptr_array_add (m->scene->notes,
                         (gpointer)attri_maker__format (m, "Not drawn: %s.", undrawn));
}

/* "; one use is disputed", or "" */
static const char *
dispute_phrase (AttriMaker *m, const AttriUsage *usage)
{
    guint n = 0;
    for (guint i = 0; i < usage->columns->len; i++) {
        const AttriRange uses =
            attri_usage__group (usage, g_array_index (usage->columns, guint32, i))->uses;
        for (guint32 u = uses.first; u < uses.first + uses.count; u++) {
            const AttriUse *use = attri_usage__use (usage, u);
            n += attri_usage__tool (usage, use->tool)->kept &&
                 attri_graph_get_edge (m->graph, use->edge)->disputed;
        }
    }
    if (n == 0)
        return "";
    return attri_maker__format (m, "; %s use%s disputed", attri_phrase__number (n),
                                n == 1 ? " is" : "s are");
}

/* "8 groups are said to use ShadowPad and share 15 other tools", where one tool is the focus. */
static const char *
tool_finding (AttriMaker *m, const AttriUsage *usage)
{
    guint32 focus = g_array_index (m->members, guint32, 0);
    guint n = usage->rows->len - 1;
    return attri_maker__format (m, "%u groups are said to use %s%s%s", usage->columns->len,
                                attri_maker__name (m, focus),
                                n == 0   ? ""
                                : n == 1 ? " and share one other tool"
                                         : attri_maker__format (m, " and share %u other tools", n),
                                dispute_phrase (m, usage));
}

static const char *
finding (AttriMaker *m, const AttriUsage *usage)
{
    guint telling = 0, n = usage->rows->len;
    for (guint i = 0; i < n; i++)
        telling += attri_usage__tool (usage, g_array_index (usage->rows, guint32, i))->tier == 0;
    const char *kind = telling == n ? "none of them known to be public"
                       : telling == 0
                           ? "all of them commercial, public or built in"
                           : attri_maker__format (m, "%u of them not known to be public", telling);
    return attri_maker__format (m, "%u groups are said to share %u tool%s, %s%s",
                                usage->columns->len, n, n == 1 ? "" : "s", kind,
                                dispute_phrase (m, usage));
}

static void
describe (AttriMaker *m, const AttriUsage *usage)
{
    guint all[N_KINDS] = {0}, drawn[N_KINDS] = {0};
    count_kinds (m, all, drawn);
    add_notes (m, usage, all, drawn);
    m->coverage =
        attri_maker__format (m, "drawn: %u of %u groups, %u of %u tools", drawn[KIND_GROUP],
                             all[KIND_GROUP], drawn[KIND_TOOL], all[KIND_TOOL]);
    m->centred = usage->centred;
    m->finding =
        usage->focused && m->members->len == 1 ? tool_finding (m, usage) : finding (m, usage);
}

gboolean
attri_maker__has_matrix (AttriMaker *m)
{
    if (m->usage == NULL) {
        m->usage = attri_usage__new (m);
        choose (m, m->usage);
    }
    return m->usage->rows->len > 0 && m->usage->columns->len > 1;
}

void
attri_maker__matrix (AttriMaker *m)
{
    static const AttriSceneColumn columns[] = {{"TOOLING", "most telling first", "", NULL},
                                               {"GROUPS", "closest first", "", NULL}};
    static const AttriSceneColumn alike[] = {{"TOOLING", "most telling kind first", "", NULL},
                                             {"GROUPS", "those that share most side by side", "",
                                              NULL}};
    const AttriUsage *usage = m->usage;
    m->scene->matrix = m->scene->ordered = TRUE;
    m->most_sources = m->room->matrix_sources;
    m->most_numbers = MIN (m->most_numbers, usage->columns->len > FEW_COLUMNS ? 1 : MOST_NUMBERS);
    g_array_append_vals (m->scene->columns, usage->centred ? columns : alike, 2);
    g_autofree guint *drawn_users = count_drawn_users (usage);
    add_tools (m, usage, drawn_users);
    add_groups (m, usage);
    add_cells (m, usage);
    describe (m, usage);
}
