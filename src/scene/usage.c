/* SPDX-License-Identifier: MIT
 *
 * usage.c: a graph's groups and tools go in; the ones that a matrix has room for
 * come out, in the order to draw. The caller owns the usage.
 */
#include "scene/usage.h"

#include <string.h>

/* Of those that share least, so large a part goes in one round of peeling. */
#define PEEL_PART 8

/* ---- the usage ---- */

static void
add_tools (AttriMaker *m, AttriUsage *self, guint32 *row_of)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        row_of[i] = ATTRI_NONE;
        if (attri_maker__role (m, i) != ATTRI_ROLE_TOOL)
            continue;
        AttriUsageTool tool = {.entity = i, .of_focus = attri_maker__is_member (m, i)};
        tool.cluster = row_of[i] = self->tools->len;
        g_array_append_val (self->tools, tool);
        self->focused |= tool.of_focus;
    }
}

static void
add_uses (AttriMaker *m, AttriUsage *self, const guint32 *row_of, AttriUsageGroup *group)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, group->entity, &n);
    group->uses.first = self->uses->len;
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (!attri_maker__is_shown (m, edges[i]) || row_of[edge->to] == ATTRI_NONE ||
            attri_maker__relation (m, edges[i]) != ATTRI_RELATION_TOOLING)
            continue;
        AttriUse use = {row_of[edge->to], edges[i], edge->asserted};
        AttriUsageTool *tool = attri_usage__tool (self, use.tool);
        g_array_append_val (self->uses, use);
        group->uses.count++;
        tool->users += edge->asserted;
        tool->of_focus |= group->member && edge->asserted;
    }
}

/* A campaign is something a group does, and has no column unless it is the focus. */
static void
add_groups (AttriMaker *m, AttriUsage *self, const guint32 *row_of)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        gboolean member = attri_maker__is_member (m, i);
        if (!attri_maker__is_group (m, i) &&
            !(member && attri_maker__role (m, i) == ATTRI_ROLE_ACTOR))
            continue;
        AttriUsageGroup group = {.entity = i, .member = member};
        self->focused |= member;
        self->centred |= member;
        add_uses (m, self, row_of, &group);
        if (group.uses.count > 0)
            g_array_append_val (self->groups, group);
    }
}

/* What sharing a tool tells: as counted, or else as counted here. */
static void
weigh_tools (AttriMaker *m, AttriUsage *self)
{
    for (guint i = 0; i < self->tools->len; i++) {
        AttriUsageTool *tool = attri_usage__tool (self, i);
        AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, tool->entity);
        tool->tier = attri_availability_get_tier (facts.availability);
        tool->bits = facts.groups > 0 ? attri_query_bits (facts.groups, facts.of)
                                      : attri_query_bits (tool->users, self->groups->len);
    }
}

static void
join_families (AttriMaker *m, AttriUsage *self, const guint32 *row_of)
{
    for (guint i = 0; i < self->tools->len; i++) {
        AttriUsageTool *tool = attri_usage__tool (self, i);
        guint32 family = attri_maker__family (m, tool->entity);
        if (family != ATTRI_NONE && row_of[family] != ATTRI_NONE)
            tool->cluster = row_of[family];
    }
    for (guint i = 0; i < self->tools->len; i++) {
        const AttriUsageTool *tool = attri_usage__tool (self, i);
        AttriUsageTool *family = attri_usage__tool (self, tool->cluster);
        family->tier = MIN (family->tier, tool->tier);
    }
    for (guint i = 0; i < self->tools->len; i++) {
        AttriUsageTool *tool = attri_usage__tool (self, i);
        tool->tier = attri_usage__tool (self, tool->cluster)->tier;
    }
}

/* Whether a group is said to use something of the focus. */
static gboolean
uses_told (const AttriUsage *self, const AttriUsageGroup *group)
{
    for (guint32 u = 0; u < group->uses.count; u++) {
        const AttriUse *use = attri_usage__use (self, group->uses.first + u);
        if (attri_usage__tool (self, use->tool)->of_focus)
            return TRUE;
    }
    return FALSE;
}

/* By how much they share with a group that is the focus; around a tool, who uses it at all. */
static void
rank_groups (AttriMaker *m, AttriUsage *self)
{
    g_autofree guint *places = g_new (guint, attri_graph_get_n_entities (m->graph) + 1);
    for (guint i = 0; i < self->tools->len; i++) {
        const AttriUsageTool *tool = attri_usage__tool (self, i);
        m->is_told[tool->entity] = tool->of_focus;
    }
    g_autoptr (GArray) closest = attri_maker__closest (m);
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        places[i] = G_MAXUINT;
    for (guint i = 0; i < closest->len; i++)
        places[g_array_index (closest, guint32, i)] = i;
    for (guint i = 0; i < m->members->len; i++)
        places[g_array_index (m->members, guint32, i)] = i;
    for (guint i = 0; i < self->groups->len; i++) {
        AttriUsageGroup *group = attri_usage__group (self, i);
        gboolean apart = !group->member && !uses_told (self, group);
        group->closeness = apart ? G_MAXUINT : self->centred ? places[group->entity] : 0;
    }
}

AttriUsage *
attri_usage__new (AttriMaker *m)
{
    AttriUsage *self = g_new0 (AttriUsage, 1);
    g_autofree guint32 *row_of = g_new (guint32, attri_graph_get_n_entities (m->graph) + 1);
    self->tools = g_array_new (FALSE, FALSE, sizeof (AttriUsageTool));
    self->groups = g_array_new (FALSE, FALSE, sizeof (AttriUsageGroup));
    self->uses = g_array_new (FALSE, FALSE, sizeof (AttriUse));
    self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->columns = g_array_new (FALSE, FALSE, sizeof (guint32));
    add_tools (m, self, row_of);
    add_groups (m, self, row_of);
    weigh_tools (m, self);
    join_families (m, self, row_of);
    if (self->focused)
        rank_groups (m, self);
    return self;
}

void
attri_usage__free (AttriUsage *self)
{
    g_array_unref (self->tools);
    g_array_unref (self->groups);
    g_array_unref (self->uses);
    g_array_unref (self->rows);
    g_array_unref (self->columns);
    g_free (self);
}

/* ---- what is kept ---- */

/* Keeps the tools of which some member of the family has two kept users, if anybody kept
 * uses the tool itself. */
static void
keep_tools (AttriUsage *self)
{
    guint n = self->tools->len;
    g_autofree guint *users = g_new0 (guint, n + 1);  /* by cluster */
    g_autofree guint *last = g_new0 (guint, n + 1);   /* by cluster: the group counted last */
    g_autofree guint8 *used = g_new0 (guint8, n + 1); /* by tool */
    for (guint g = 0; g < self->groups->len; g++) {
        const AttriUsageGroup *group = attri_usage__group (self, g);
        for (guint32 u = 0; group->kept && u < group->uses.count; u++) {
            const AttriUse *use = attri_usage__use (self, group->uses.first + u);
            guint32 cluster = attri_usage__tool (self, use->tool)->cluster;
            used[use->tool] = TRUE;
            if (!use->asserted || last[cluster] == g + 1)
                continue;
            last[cluster] = g + 1;
            users[cluster]++;
        }
    }
    for (guint i = 0; i < n; i++) {
        AttriUsageTool *tool = attri_usage__tool (self, i);
        tool->kept = used[i] && users[tool->cluster] >= 2 && !tool->dropped;
    }
}

/* Sums up what each group shares, and drops who shares nothing. */
static guint
keep_groups (AttriUsage *self)
{
    guint n = 0;
    for (guint g = 0; g < self->groups->len; g++) {
        AttriUsageGroup *group = attri_usage__group (self, g);
        gboolean has_row = FALSE;
        group->shared = (AttriBits){0, 0};
        for (guint32 u = 0; group->kept && u < group->uses.count; u++) {
            const AttriUse *use = attri_usage__use (self, group->uses.first + u);
            const AttriUsageTool *tool = attri_usage__tool (self, use->tool);
            has_row |= tool->kept;
            if (!tool->kept || !use->asserted)
                continue;
            group->shared.telling += tool->tier == 0 ? tool->bits : 0;
            group->shared.all += tool->bits;
        }
        group->kept = group->kept && (has_row || group->member);
        n += group->kept;
    }
    return n;
}

static int
compare_bits (const AttriBits *a, const AttriBits *b)
{
    if (a->telling != b->telling)
        return a->telling > b->telling ? -1 : 1;
    return (a->all < b->all) - (a->all > b->all);
}

/* Most worth keeping first: members, the closest, who shares most, then by id. */
static int
compare_worth (gconstpointer a, gconstpointer b, gpointer data)
{
    const AttriUsage *self = data;
    guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
    const AttriUsageGroup *left = attri_usage__group (self, i);
    const AttriUsageGroup *right = attri_usage__group (self, j);
    if (left->member != right->member)
        return left->member ? -1 : 1;
    if (left->closeness != right->closeness)
        return left->closeness < right->closeness ? -1 : 1;
    int order = compare_bits (&left->shared, &right->shared);
    return order != 0 ? order : (i > j) - (i < j);
}

static GArray *
sort_groups (const AttriUsage *self)
{
    GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 g = 0; g < self->groups->len; g++) {
        if (attri_usage__group (self, g)->kept)
            g_array_append_val (kept, g);
    }
    g_array_sort_with_data (kept, compare_worth, (gpointer)self);
    return kept;
}

static void
peel (AttriUsage *self, guint most)
{
    for (;;) {
        keep_tools (self);
        guint n = keep_groups (self);
        if (n <= most)
            break;
        g_autoptr (GArray) kept = sort_groups (self);
        /* How close a group is does not change with who else is drawn. */
        guint gone = self->centred ? n - most : MAX (1, (n - most) / PEEL_PART);
        for (guint i = 0; i < gone; i++)
            attri_usage__group (self, g_array_index (kept, guint32, kept->len - 1 - i))->kept =
                FALSE;
    }
}

static int
compare_telling (gconstpointer a, gconstpointer b, gpointer data)
{
    const AttriUsage *self = data;
    guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
    const AttriUsageTool *left = attri_usage__tool (self, i), *right = attri_usage__tool (self, j);
    if (left->of_focus != right->of_focus)
        return left->of_focus ? -1 : 1;
    if (left->tier != right->tier)
        return left->tier < right->tier ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
    return (i > j) - (i < j);
}

static GArray *
sort_tools (const AttriUsage *self)
{
    GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < self->tools->len; i++) {
        if (attri_usage__tool (self, i)->kept)
            g_array_append_val (kept, i);
    }
    g_array_sort_with_data (kept, compare_telling, (gpointer)self);
    return kept;
}

/* Everybody who may have a column: around a focus, who uses something of it. */
static void
begin_with_all (AttriUsage *self)
{
    for (guint g = 0; g < self->groups->len; g++) {
        AttriUsageGroup *group = attri_usage__group (self, g);
        group->kept = group->member || group->closeness != G_MAXUINT;
    }
    for (guint i = 0; i < self->tools->len; i++)
        attri_usage__tool (self, i)->dropped = FALSE;
}

void
attri_usage__choose (AttriUsage *self, guint most_groups, guint most_tools)
{
    begin_with_all (self);
    peel (self, most_groups);
    for (;;) {
        g_autoptr (GArray) tools = sort_tools (self);
        if (tools->len <= most_tools)
            break;
        for (guint i = most_tools; i < tools->len; i++)
            attri_usage__tool (self, g_array_index (tools, guint32, i))->dropped = TRUE;
        peel (self, most_groups);
    }
}

/* ---- the order ---- */

/* What two groups share, of what is drawn. */
static AttriBits
share (const AttriUsage *self, const guint8 *used, const AttriUsageGroup *group)
{
    AttriBits bits = {0, 0};
    for (guint32 u = 0; u < group->uses.count; u++) {
        const AttriUse *use = attri_usage__use (self, group->uses.first + u);
        const AttriUsageTool *tool = attri_usage__tool (self, use->tool);
        if (!tool->kept || !use->asserted || !used[use->tool])
            continue;
        bits.telling += tool->tier == 0 ? tool->bits : 0;
        bits.all += tool->bits;
    }
    return bits;
}

/* The place in @left of the group that shares most with the last of those placed; of equals,
 * most with any of them. @last, @placed: by tool, who uses it */
static guint
find_nearest (const AttriUsage *self, const GArray *left, const guint8 *last, const guint8 *placed)
{
    guint nearest = 0;
    AttriBits most = {0, 0}, most_any = {0, 0};
    for (guint i = 0; i < left->len; i++) {
        const AttriUsageGroup *group = attri_usage__group (self, g_array_index (left, guint32, i));
        AttriBits bits = share (self, last, group), any = share (self, placed, group);
        int order = compare_bits (&bits, &most);
        if (order == 0)
            order = compare_bits (&any, &most_any);
        if (order >= 0)
            continue;
        most = bits;
        most_any = any;
        nearest = i;
    }
    return nearest;
}

/* Around a focus: the closest first. Else a chain from whoever shares most, each time to the
 * one that shares most with the last. */
static void
order_groups (AttriUsage *self)
{
    guint n_tools = self->tools->len;
    g_autoptr (GArray) left = sort_groups (self);
    g_autofree guint8 *last = g_new0 (guint8, n_tools + 1);
    g_autofree guint8 *placed = g_new0 (guint8, n_tools + 1);
    g_array_set_size (self->columns, 0);
    for (guint next = 0; left->len > 0;) {
        guint32 index = g_array_index (left, guint32, next);
        const AttriUsageGroup *group = attri_usage__group (self, index);
        g_array_append_val (self->columns, index);
        g_array_remove_index (left, next);
        memset (last, 0, n_tools);
        for (guint32 u = 0; u < group->uses.count; u++) {
            const AttriUse *use = attri_usage__use (self, group->uses.first + u);
            last[use->tool] = use->asserted;
            placed[use->tool] |= use->asserted;
        }
        next = self->centred ? 0 : find_nearest (self, left, last, placed);
    }
}

/* A row with what it is sorted by. */
typedef struct {
    const AttriUsage *usage;
    guint32 tool;
    guint64 users[2]; /* a bit for each column that uses it, the first column highest */
    guint64 family[2];
    gboolean family_of_focus;
    guint32 family_bits;
} Row;

static int
compare_users (const guint64 *a, const guint64 *b)
{
    for (guint i = 0; i < 2; i++) {
        if (a[i] != b[i])
            return a[i] > b[i] ? -1 : 1;
    }
    return 0;
}

/* By tier; around a focus by how telling, else by the columns that use it, so that blocks
 * run down along the diagonal. A family stays together, its own row first. */
static int
compare_order (gconstpointer a, gconstpointer b)
{
    const Row *left = a, *right = b;
    const AttriUsageTool *x = attri_usage__tool (left->usage, left->tool);
    const AttriUsageTool *y = attri_usage__tool (right->usage, right->tool);
    if (x->tier != y->tier)
        return x->tier < y->tier ? -1 : 1;
    if (left->family_of_focus != right->family_of_focus)
        return left->family_of_focus ? -1 : 1;
    if (left->usage->focused && left->family_bits != right->family_bits)
        return left->family_bits > right->family_bits ? -1 : 1;
    int order = compare_users (left->family, right->family);
    if (order == 0 && left->family_bits != right->family_bits)
        order = left->family_bits > right->family_bits ? -1 : 1;
    if (order == 0 && x->cluster != y->cluster)
        order = x->cluster < y->cluster ? -1 : 1;
    if (order == 0 && (x->cluster == left->tool) != (y->cluster == right->tool))
        order = x->cluster == left->tool ? -1 : 1;
    if (order == 0)
        order = compare_users (left->users, right->users);
    return order != 0 ? order : (left->tool > right->tool) - (left->tool < right->tool);
}

static void
mark_users (const AttriUsage *self, Row *rows, const guint32 *row_of)
{
    for (guint c = 0; c < self->columns->len && c < 128; c++) {
        const AttriUsageGroup *group =
            attri_usage__group (self, g_array_index (self->columns, guint32, c));
        for (guint32 u = 0; u < group->uses.count; u++) {
            guint32 tool = attri_usage__use (self, group->uses.first + u)->tool;
            if (row_of[tool] != ATTRI_NONE)
                rows[row_of[tool]].users[c / 64] |= (guint64)1 << (63 - c % 64);
        }
    }
}

/* What all rows of a family have in common. */
static void
sum_families (const AttriUsage *self, Row *rows, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint32 cluster = attri_usage__tool (self, rows[i].tool)->cluster;
        for (guint j = 0; j < n; j++) {
            const AttriUsageTool *other = attri_usage__tool (self, rows[j].tool);
            if (other->cluster != cluster)
                continue;
            rows[i].family[0] |= rows[j].users[0];
            rows[i].family[1] |= rows[j].users[1];
            rows[i].family_of_focus |= other->of_focus;
            rows[i].family_bits = MAX (rows[i].family_bits, other->bits);
        }
    }
}

static void
order_tools (AttriUsage *self)
{
    g_autoptr (GArray) kept = sort_tools (self);
    g_autofree Row *rows = g_new0 (Row, kept->len + 1);
    g_autofree guint32 *row_of = g_new (guint32, self->tools->len + 1);
    memset (row_of, 0xff, self->tools->len * sizeof (guint32));
    for (guint i = 0; i < kept->len; i++) {
        rows[i].usage = self;
        rows[i].tool = g_array_index (kept, guint32, i);
        row_of[rows[i].tool] = i;
    }
    mark_users (self, rows, row_of);
    sum_families (self, rows, kept->len);
    qsort (rows, kept->len, sizeof (Row), compare_order);
    g_array_set_size (self->rows, 0);
    for (guint i = 0; i < kept->len; i++)
        g_array_append_val (self->rows, rows[i].tool);
}

void
attri_usage__order (AttriUsage *self)
{
    order_groups (self);
    order_tools (self);
}
