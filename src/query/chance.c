/* SPDX-License-Identifier: MIT
 *
 * chance.c: how much of an overlap would be there if who uses what had no
 * meaning. In: an overlap with its rows; it is filled in where it stands.
 */
#include "query/chance.h"

#include "query/bicm.h"
#include "query/census.h"

#include <math.h>

/* More shared tools are not told apart. */
#define MOST_SHARED 60
/* How many steps the tails may take before chance is measured more simply. */
#define MOST_STEPS (300.0 * 1000 * 1000)

/* A group of the census that is not the focus. */
typedef struct {
    guint32 entity; /* in the graph that was counted */
    guint32 size;
} Member;

/* The model of all groups of one census but the focus, whose tools stay what they are. */
typedef struct {
    const AttriCensus *census;
    GArray *members; /* Member, by size, then by entity */
    guint n_tools;   /* that some member uses */
    GArray *telling; /* guint: columns of the focus's tools that some member uses */
    GArray *others;  /* guint: the rest of them, less what is left out */
    AttriBicm *bicm; /* or NULL */
} Model;

static int
compare_members (gconstpointer a, gconstpointer b)
{
    const Member *left = a, *right = b;
    if (left->size != right->size)
        return left->size < right->size ? -1 : 1;
    return (left->entity > right->entity) - (left->entity < right->entity);
}

static guint32
round_up (double value, double unit)
{
    double units = ceil (value * unit - 1e-9);
    return units < ATTRI_UNKNOWN ? (guint32)MAX (units, 0) : ATTRI_UNKNOWN - 1;
}

static void
collect_members (Model *model, guint32 focus)
{
    const AttriCensus *census = model->census;
    guint32 n = attri_graph_get_n_entities (census->graph);
    for (guint32 i = 0; i < n; i++) {
        const char *type = attri_graph_get_entity (census->graph, i)->type;
        Member member = {i, census->sizes[i]};
        if (i != focus && member.size > 0 && attri_query__is_group (type))
            g_array_append_val (model->members, member);
    }
    g_array_sort (model->members, compare_members);
}

/* By entity: whether the focus uses it. */
static guint8 *
find_own_tools (const AttriCensus *census, guint32 focus)
{
    guint8 *own = g_new0 (guint8, attri_graph_get_n_entities (census->graph) + 1);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (census->graph, focus, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_query__tooling (census->graph, edges[i]);
        if (edge != NULL)
            own[edge->to] = 1;
    }
    return own;
}

/* A focus that is no group is not among the users that the census counts. */
static void
collect_tools (Model *model, guint32 focus, guint without, GArray *counts)
{
    const AttriCensus *census = model->census;
    guint32 n_entities = attri_graph_get_n_entities (census->graph);
    gboolean counted = attri_query__is_group (attri_graph_get_entity (census->graph, focus)->type);
    g_autofree guint8 *own = find_own_tools (census, focus);
    for (guint32 i = 0; i < n_entities; i++) {
        guint32 users = census->users[i] - (counted && own[i]);
        if (users == 0)
            continue;
        AttriAvailability availability = attri_query__claimed (census->graph, i).availability;
        guint column = model->n_tools++;
        g_array_append_val (counts, users);
        if (own[i] && !(without & 1u << availability))
            g_array_append_val (attri_availability_is_telling (availability) ? model->telling
                                                                             : model->others,
                                column);
    }
}

static void
fit (Model *model, const GArray *counts)
{
    g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < model->members->len; i++) {
        guint32 size = g_array_index (model->members, Member, i).size;
        g_array_append_val (sizes, size);
    }
    model->bicm = attri_bicm__new ((const guint32 *)sizes->data, sizes->len,
                                   (const guint32 *)counts->data, counts->len);
}

static void
model_init (Model *model, const AttriCensus *census, guint32 focus, guint without)
{
    g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));
    *model = (Model){
        .census = census,
        .members = g_array_new (FALSE, FALSE, sizeof (Member)),
        .telling = g_array_new (FALSE, FALSE, sizeof (guint)),
        .others = g_array_new (FALSE, FALSE, sizeof (guint)),
    };
    collect_members (model, focus);
    collect_tools (model, focus, without, counts);
    fit (model, counts);
}

static void
model_clear (Model *model)
{
    g_array_unref (model->members);
    g_array_unref (model->telling);
    g_array_unref (model->others);
    g_clear_pointer (&model->bicm, attri_bicm__free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

/* The probabilities that a member uses each of @columns. */
static double *
may_use (const Model *model, guint member, const GArray *columns)
{
    double *p = g_new (double, columns->len + 1);
    for (guint i = 0; i < columns->len; i++)
        p[i] = attri_bicm__get (model->bicm, member, g_array_index (columns, guint, i));
    return p;
}

/*
 * How many members would share at least 0, 1, ... @most of @columns with the
 * focus. Members of one size are alike and stand together.
 */
static double *
expect (const Model *model, const GArray *columns, guint most)
{
    double *expected = g_new0 (double, most + 1);
    g_autofree double *tails = g_new0 (double, most + 1);
    for (guint i = 0; i < model->members->len; i++) {
        const Member *member = &g_array_index (model->members, Member, i);
        if (i == 0 || member->size != (member - 1)->size) {
            g_autofree double *p = may_use (model, i, columns);
            attri_bicm__tails (p, columns->len, most, tails);
        }
        for (guint k = 0; k <= most; k++)
            expected[k] += tails[k];
    }
    return expected;
}

static void
add_chances (GArray *chances, const AttriOverlap *overlap, const double *expected, guint most,
             gboolean telling)
{
    for (guint k = 1; k <= most; k++) {
        AttriChance chance = {.least = k, .expected = round_up (expected[k], 100)};
        for (guint i = 0; i < overlap->rows->len; i++) {
            const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
            chance.observed += row->is_group && (telling ? row->telling : row->tools->len) >= k;
        }
        g_array_append_val (chances, chance);
    }
}

/* What a group of the size of @row's would share with the focus, and how likely as much. */
static void
add_row_chance (const Model *model, const AttriGraph *graph, AttriOverlapRow *row)
{
    const AttriCensus *census = model->census;
    guint32 entity = attri_census__find (census, graph, row->actor);
    if (entity == ATTRI_NONE || row->telling > MOST_SHARED)
        return;
    const Member wanted = {entity, census->sizes[entity]};
    guint at;
    if (!g_array_binary_search (model->members, &wanted, compare_members, &at))
        return;
    g_autofree double *p = may_use (model, at, model->telling);
    g_autofree double *tails = g_new0 (double, row->telling + 1);
    double sum = 0;
    for (guint i = 0; i < model->telling->len; i++)
        sum += p[i];
    attri_bicm__tails (p, model->telling->len, row->telling, tails);
    row->expected = round_up (sum, 100);
    row->tail = round_up (tails[row->telling], 10000);
}

/* The most tools that some group shares with the focus. */
static guint
most_shared (const AttriOverlap *overlap, gboolean telling)
{
    guint most = 0;
    for (guint i = 0; i < overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
        if (row->is_group)
            most = MAX (most, telling ? row->telling : row->tools->len);
    }
    return MIN (most, MOST_SHARED);
}

/* FALSE if the model cannot be fitted, or would take too long. */
static gboolean
add_configuration (AttriOverlap *self, const AttriGraph *graph, const AttriCensus *census,
                   guint without)
{
    guint32 focus = attri_census__find (census, graph, self->focus);
    guint most = most_shared (self, FALSE), most_telling = most_shared (self, TRUE);
    if (focus == ATTRI_NONE ||
        (double)census->n_groups * census->n_tools * (most + most_telling + 1) > MOST_STEPS)
        return FALSE;
    g_auto (Model) model = {0};
    model_init (&model, census, focus, without);
    if (model.bicm == NULL)
        return FALSE;
    g_autofree double *of_telling = expect (&model, model.telling, most_telling);
    add_chances (self->telling_chance, self, of_telling, most_telling, TRUE);
    for (guint i = 0; i < self->rows->len; i++)
        add_row_chance (&model, graph, g_ptr_array_index (self->rows, i));
    g_array_append_vals (model.telling, model.others->data, model.others->len);
    g_autofree double *of_all = expect (&model, model.telling, most);
    add_chances (self->chance, self, of_all, most, FALSE);
    self->n_others = model.members->len;
    self->n_tools = model.n_tools;
    return TRUE;
}

/* The telling tools that @row shares, and then its families. */
static GArray *
list_shared (const AttriOverlapRow *row)
{
    GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_vals (shared, row->tools->data, row->telling);
    g_array_append_vals (shared, row->families->data, row->families->len);
    return shared;
}

/*
 * How many other groups would use all of @shared if each tool or family kept its
 * number of users and groups picked independently: the product of (groups - 1) /
 * (of - 1), times of - 1; or -1 if nobody counted one. A double holds far more than
 * the two digits that are asked for; integers would overflow with many tools.
 */
static double
expect_together (const AttriGraph *graph, const AttriCensus *census, const GArray *shared,
                 guint32 *of)
{
    double expected = -1;
    for (guint i = 0; i < shared->len; i++) {
        AttriToolFacts facts = attri_query_tool (graph, census, g_array_index (shared, guint32, i));
        if (facts.groups == 0 || facts.of < 2)
            return -1;
        double others = facts.of - 1;
        if (i == 0)
            expected = others;
        expected *= (facts.groups - 1) / others;
        *of = facts.of;
    }
    return expected;
}

/* Whether @row shares @entity with the focus, itself or by way of its family. */
static gboolean
shares (const AttriGraph *graph, const AttriOverlapRow *row, guint32 entity)
{
    for (guint i = 0; i < row->families->len; i++) {
        if (g_array_index (row->families, guint32, i) == entity)
            return TRUE;
    }
    for (guint i = 0; i < row->tools->len; i++) {
        guint32 tool = g_array_index (row->tools, guint32, i);
        if (tool == entity || attri_query__claimed (graph, tool).family == entity)
            return TRUE;
    }
    return FALSE;
}

/* Whether @row shares all of @shared. */
static gboolean
shares_all (const AttriGraph *graph, const AttriOverlapRow *row, const GArray *shared)
{
    for (guint i = 0; i < shared->len; i++) {
        if (!shares (graph, row, g_array_index (shared, guint32, i)))
            return FALSE;
    }
    return TRUE;
}

/* For what the closest group shares, how many share it, too. */
static void
add_closest_chance (AttriOverlap *self, const AttriGraph *graph)
{
    if (self->closest == NULL || self->closest->together == ATTRI_UNKNOWN)
        return;
    g_autoptr (GArray) shared = list_shared (self->closest);
    AttriChance chance = {.least = self->closest->telling, .expected = self->closest->together};
    for (guint i = 0; i < self->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (self->rows, i);
        chance.observed += row->is_group && shares_all (graph, row, shared);
    }
    g_array_append_val (self->telling_chance, chance);
}

/* Chance for just what each row shares; of the sizes of groups nothing is known. */
static void
add_frequency (AttriOverlap *self, const AttriGraph *graph, const AttriCensus *census)
{
    for (guint i = 0; i < self->rows->len; i++) {
        AttriOverlapRow *row = g_ptr_array_index (self->rows, i);
        g_autoptr (GArray) shared = list_shared (row);
        double together = expect_together (graph, census, shared, &self->n_groups);
        if (together < 0)
            continue;
        row->together = round_up (together, 100);
        self->model = ATTRI_NULL_FREQUENCY;
    }
    self->n_others = self->n_groups > 0 ? self->n_groups - 1 : 0;
    add_closest_chance (self, graph);
}

void
attri_overlap__add_chance (AttriOverlap *self, const AttriGraph *graph, const AttriCensus *census,
                           guint without)
{
    if (census != NULL && census->counts) {
        self->n_groups = census->n_groups;
        if (add_configuration (self, graph, census, without)) {
            self->model = ATTRI_NULL_CONFIGURATION;
            return;
        }
    }
    add_frequency (self, graph, census);
}
