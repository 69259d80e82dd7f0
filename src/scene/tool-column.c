/* SPDX-License-Identifier: MIT
 *
 * tool-column.c: the third column: tooling, most telling first. A family is one
 * box with a row for each member; what is public or built in folds into one, and
 * past what a column can show, so does what tells least.
 */
#include "scene/maker.h"

#include <string.h>

#define LEAST_BOXES   3 /* that stay however many lines there are */
#define MOST_VARIANTS 8 /* rows of a family */

/* Why a candidate has no box of its own. */
typedef enum {
    FOLD_NOT,
    FOLD_EASY, /* public or built in */
    FOLD_OWN,  /* no other group uses it */
    FOLD_TAIL,
    N_FOLDS,
} Fold;

/* A box to be: a tool, or a family with its members. */
typedef struct {
    guint32 tool;
    GArray *variants; /* guint32 tools; NULL for a plain tool */
    guint tier;
    gboolean easy; /* public or built in */
    guint32 bits;
    guint users;
    guint groups;     /* users that are groups, and not in the focus */
    gboolean drawn;   /* some user beside the focus has a box of its own */
    gboolean counted; /* the title counts it or a variant */
    Fold fold;
} Candidate;

static void
candidate_free (gpointer data)
{
    Candidate *self = data;
    if (self->variants != NULL)
        g_array_unref (self->variants);
    g_free (self);
}

static void
count_users (AttriMaker *m, Candidate *candidate, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_incoming (m->graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 user = attri_graph_get_edge (m->graph, edges[i])->from;
        if (attri_maker__relation (m, edges[i]) != ATTRI_RELATION_TOOLING ||
            !attri_maker__is_shown (m, edges[i]))
            continue;
        candidate->users++;
        candidate->groups += attri_maker__is_group (m, user) && !attri_maker__is_member (m, user);
    }
}

static void
weigh (AttriMaker *m, Candidate *candidate, guint32 tool)
{
    AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, tool);
    candidate->tier = MIN (candidate->tier, attri_availability_get_tier (facts.availability));
    candidate->bits = MAX (candidate->bits, attri_query_bits (facts.groups, facts.of));
    candidate->easy = facts.availability == ATTRI_AVAILABILITY_PUBLIC ||
                      facts.availability == ATTRI_AVAILABILITY_BUILT_IN;
    count_users (m, candidate, tool);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
    const Candidate *left = *(Candidate *const *)a, *right = *(Candidate *const *)b;
    if (left->tier != right->tier)
        return left->tier < right->tier ? -1 : 1;
    if (left->bits != right->bits)
        return left->bits > right->bits ? -1 : 1;
    if (left->users != right->users)
        return left->users > right->users ? -1 : 1;
    return (left->tool > right->tool) - (left->tool < right->tool);
}

/* What @tool is said to be a variant of, if the view has it. */
static guint32
parent_of (AttriMaker *m, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, tool, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[i]);
        if (edge->asserted && attri_maker__relation (m, edges[i]) == ATTRI_RELATION_FAMILY &&
            attri_maker__is_shown (m, edges[i]) &&
            attri_maker__role (m, edge->to) == ATTRI_ROLE_TOOL &&
            !attri_maker__is_member (m, edge->to))
            return edge->to;
    }
    return ATTRI_NONE;
}

guint32
attri_maker__family (AttriMaker *m, guint32 tool)
{
    guint32 parent = parent_of (m, tool);
    return parent != ATTRI_NONE && parent_of (m, parent) == ATTRI_NONE ? parent : ATTRI_NONE;
}

/* Whether a live claim joins @tool to the focus or to what equates with it. */
static gboolean
joins_member (AttriMaker *m, guint32 tool)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, tool, &n[0]),
                               attri_graph_get_incoming (m->graph, tool, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            if (attri_maker__is_shown (m, edges[side][i]) &&
                attri_maker__is_member (m, side == 0 ? edge->to : edge->from))
                return TRUE;
        }
    }
    return FALSE;
}

/* A tool of other groups says nothing of the focus, unless it is of a family
 * that the focus uses. */
static gboolean
is_told_of_focus (const Candidate *candidate, AttriMaker *m)
{
    gboolean told = joins_member (m, candidate->tool);
    for (guint i = 0; candidate->variants != NULL && i < candidate->variants->len; i++)
        told |= joins_member (m, g_array_index (candidate->variants, guint32, i));
    return told;
}

static GPtrArray *
find_candidates (AttriMaker *m)
{
    GPtrArray *found = g_ptr_array_new_with_free_func (candidate_free);
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree Candidate **by_tool = g_new0 (Candidate *, n);
    for (guint32 tool = 0; tool < n; tool++) {
        if (attri_maker__role (m, tool) != ATTRI_ROLE_TOOL || attri_maker__is_member (m, tool))
            continue;
        guint32 family = attri_maker__family (m, tool);
        guint32 owner = family != ATTRI_NONE ? family : tool;
        if (by_tool[owner] == NULL) {
            by_tool[owner] = g_new0 (Candidate, 1);
            by_tool[owner]->tool = owner;
            by_tool[owner]->tier = G_MAXUINT;
            g_ptr_array_add (found, by_tool[owner]);
        }
        weigh (m, by_tool[owner], tool);
        if (family == ATTRI_NONE)
            continue;
        if (by_tool[owner]->variants == NULL)
            by_tool[owner]->variants = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_array_append_val (by_tool[owner]->variants, tool);
    }
    for (guint i = found->len; i > 0; i--) {
        Candidate *candidate = g_ptr_array_index (found, i - 1);
        if (!is_told_of_focus (candidate, m)) {
            g_ptr_array_remove_index (found, i - 1);
            continue;
        }
        m->is_told[candidate->tool] = TRUE;
        for (guint v = 0; candidate->variants != NULL && v < candidate->variants->len; v++)
            m->is_told[g_array_index (candidate->variants, guint32, v)] = TRUE;
    }
    g_ptr_array_sort (found, compare_candidates);
    return found;
}

/* "for Linux" of "Winnti for Linux" in the box "Winnti". */
static const char *
name_in_family (AttriMaker *m, guint32 variant, guint32 family)
{
    const char *name = attri_graph_get_entity (m->graph, variant)->name;
    const char *prefix = attri_graph_get_entity (m->graph, family)->name;
    if (g_str_has_prefix (name, prefix) && name[strlen (prefix)] == ' ')
        name += strlen (prefix) + 1;
    return attri_scene__keep (m->scene, name);
}

static void
add_variant_row (AttriMaker *m, guint32 variant, guint32 family)
{
    AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, variant);
    AttriSceneRow row = {
        .kind = ATTRI_ROW_MEMBER,
        .text = name_in_family (m, variant, family),
        .numbers = "",
        .groups = facts.groups,
        .of = m->room->brief ? 0 : facts.of,
        .change = attri_graph_get_entity (m->graph, variant)->change,
    };
    if (facts.groups > 0)
        attri_maker__bar (m, &facts);
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, variant, &n);
    for (guint32 i = 0; i < n; i++) {
        if (attri_graph_get_edge (m->graph, edges[i])->to == family &&
            attri_maker__relation (m, edges[i]) == ATTRI_RELATION_FAMILY) {
            row.numbers = attri_maker__numbers (m, &edges[i], 1);
            attri_maker__drawn (m, edges[i]);
        }
    }
    m->row_of[variant] = attri_scene__add_row (m->scene, &row);
}

static void
add_tool_box (AttriMaker *m, const Candidate *candidate)
{
    AttriSceneBox box = attri_maker__box (m, candidate->tool, 2);
    m->box_of[candidate->tool] = attri_scene__add_box (m->scene, &box);
    guint rows = 0, more = 0;
    for (guint i = 0; candidate->variants != NULL && i < candidate->variants->len; i++) {
        guint32 variant = g_array_index (candidate->variants, guint32, i);
        if (m->room->terse && !joins_member (m, variant)) {
            m->is_told[variant] = FALSE;
            more++;
            continue;
        }
        if (rows < MOST_VARIANTS)
            add_variant_row (m, variant, candidate->tool);
        more += rows++ >= MOST_VARIANTS;
        m->box_of[variant] = m->box_of[candidate->tool];
    }
    if (more > 0)
        attri_maker__count_row (m, more, "variant");
}

/* "+ 6 tools", "public or built in"; what else folds with them is of no one kind: "+ 7 tools", "6
 * public or built in". */
static void
name_fold (AttriMaker *m, AttriSceneBox *box, const GPtrArray *folded, Fold fold)
{
    guint public = 0, built_in = 0;
    for (guint i = 0; i < folded->len; i++) {
        const Candidate *candidate = g_ptr_array_index (folded, i);
        AttriToolFacts facts = attri_query_tool (m->graph, m->options->census, candidate->tool);
        built_in += facts.availability == ATTRI_AVAILABILITY_BUILT_IN;
        public += facts.availability == ATTRI_AVAILABILITY_PUBLIC;
        if (facts.availability_claim != ATTRI_NONE)
            g_array_append_val (m->availability_claims, facts.availability_claim);
    }
    const char *had = public == 0 ? "built in" : built_in == 0 ? "public" : "public or built in";
    box->name = attri_maker__format (m, "+ %u tools", folded->len);
    if (fold == FOLD_OWN)
        box->detail = "used by no other group";
    else if (fold == FOLD_EASY)
        box->detail = had;
    else if (public + built_in > 0)
        box->detail = attri_maker__format (m, "%u %s", public + built_in, had);
}

/* Candidates in one box that names the first of them. */
static void
add_fold (AttriMaker *m, const GPtrArray *folded, Fold fold)
{
    static const char *const keys[N_FOLDS] = {NULL, "fold:tools", "fold:own-tools",
                                              "fold:more-tools"};
    AttriSceneBox box = {
        .key = keys[fold],
        .detail = "",
        .icon = ATTRI_ICON_TOOL,
        .tone = ATTRI_TONE_TOOL,
        .column = 2,
    };
    name_fold (m, &box, folded, fold);
    guint32 index = attri_scene__add_box (m->scene, &box);
    GArray *tools = attri_maker__add_fold (m, index);
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = 0; i < folded->len; i++) {
        const Candidate *candidate = g_ptr_array_index (folded, i);
        g_array_append_val (tools, candidate->tool);
        if (candidate->variants != NULL)
            g_array_append_vals (tools, candidate->variants->data, candidate->variants->len);
        if (i < m->room->tool_names)
            g_ptr_array_add (names, (char *)attri_maker__name (m, candidate->tool));
    }
    if (folded->len > m->room->tool_names)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u more",
                                                             folded->len - m->room->tool_names));
    AttriSceneRow row = {.kind = ATTRI_ROW_TEXT,
                         .text = attri_maker__join (m, names),
                         .numbers = ""};
    attri_scene__add_row (m->scene, &row);
    for (guint i = 0; i < tools->len; i++)
        m->box_of[g_array_index (tools, guint32, i)] = index;
}

/* Which of the actors at hand use a tool. */
static void
mark_users (AttriMaker *m, const Candidate *candidate, guint8 *shown, gboolean *folded)
{
    guint n_tools = 1 + (candidate->variants != NULL ? candidate->variants->len : 0);
    for (guint t = 0; t < n_tools; t++) {
        guint32 n,
            tool = t == 0 ? candidate->tool : g_array_index (candidate->variants, guint32, t - 1);
        const guint32 *edges = attri_graph_get_incoming (m->graph, tool, &n);
        for (guint32 i = 0; i < n; i++) {
            guint32 user = attri_graph_get_edge (m->graph, edges[i])->from;
            if (!attri_maker__is_shown (m, edges[i]))
                continue;
            shown[user] |= m->actor_place[user] == ATTRI_ACTOR_SHOWN;
            *folded |= m->actor_place[user] == ATTRI_ACTOR_FOLDED;
        }
    }
}

/* How many actors use some of the candidates from @first to @last that fold so; all in the fold
 * of actors are one. */
static guint
count_actors (AttriMaker *m, const GPtrArray *candidates, guint first, guint last, Fold fold)
{
    guint32 n = attri_graph_get_n_entities (m->graph);
    g_autofree guint8 *shown = g_new0 (guint8, n);
    gboolean folded = FALSE;
    for (guint i = first; i < last; i++) {
        const Candidate *candidate = g_ptr_array_index (candidates, i);
        if (candidate->fold == fold)
            mark_users (m, candidate, shown, &folded);
    }
    guint count = folded;
    for (guint32 actor = 0; actor < n; actor++)
        count += shown[actor];
    return count;
}

/* How many lines there will be to related groups. */
static guint
count_lines (AttriMaker *m, const GPtrArray *candidates)
{
    guint lines = 0;
    for (guint i = 0; i < candidates->len; i++)
        lines += count_actors (m, candidates, i, i + 1, FOLD_NOT);
    for (Fold fold = FOLD_NOT + 1; fold < N_FOLDS; fold++)
        lines += count_actors (m, candidates, 0, candidates->len, fold);
    return lines;
}

static guint
count_fold (const GPtrArray *candidates, Fold fold)
{
    guint n = 0;
    for (guint i = 0; i < candidates->len; i++)
        n += ((const Candidate *)g_ptr_array_index (candidates, i))->fold == fold;
    return n;
}

static gboolean
is_too_much (AttriMaker *m, const GPtrArray *candidates)
{
    guint boxes = count_fold (candidates, FOLD_NOT);
    return boxes > m->room->tools ||
           (boxes > LEAST_BOXES && count_lines (m, candidates) > m->room->lines);
}

/* Folds those that can be, if there are at least two of them and others left. */
static void
fold_all (GPtrArray *candidates, Fold fold, gboolean (*can) (const Candidate *candidate))
{
    guint n = 0;
    for (guint i = 0; i < candidates->len; i++)
        n += can (g_ptr_array_index (candidates, i));
    for (guint i = 0; i < candidates->len && n > 1; i++) {
        Candidate *candidate = g_ptr_array_index (candidates, i);
        if (can (candidate))
            candidate->fold = fold;
    }
}

static gboolean
is_easy (const Candidate *candidate)
{
    return candidate->easy && candidate->variants == NULL;
}

static gboolean
is_own (const Candidate *candidate)
{
    return candidate->fold == FOLD_NOT && candidate->groups == 0 && !candidate->drawn;
}

/* What folds first: what anybody can have, what no other group uses, what is for sale, what only
 * groups without a box of their own use, what those with one use; and last of all what the title
 * counts. */
static guint
weight (const Candidate *candidate)
{
    if (candidate->counted)
        return 5;
    if (is_easy (candidate))
        return 0;
    if (candidate->groups == 0 && !candidate->drawn)
        return 1;
    if (candidate->tier > 0)
        return 2;
    return candidate->drawn ? 4 : 3;
}

/* Of the least weight the most widely used. */
static gboolean
folds_before (const Candidate *a, const Candidate *b)
{
    if (weight (a) != weight (b))
        return weight (a) < weight (b);
    return compare_candidates (&a, &b) > 0;
}

static void
fold_least (GPtrArray *candidates)
{
    Candidate *least = NULL;
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index (candidates, i);
        if (candidate->fold == FOLD_NOT && (least == NULL || folds_before (candidate, least)))
            least = candidate;
    }
    if (least != NULL)
        least->fold = FOLD_TAIL;
}

static void
join_folds (GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index (candidates, i);
        if (candidate->fold == FOLD_EASY)
            candidate->fold = FOLD_TAIL;
    }
}

/* A fold of one is no fold: the tail joins what anybody can have, or begins with two. On a page
 * of fixed size it joins it at once, since a second fold takes the room of a tool. */
static void
fold (AttriMaker *m, GPtrArray *candidates)
{
    fold_all (candidates, FOLD_EASY, is_easy);
    if (!is_too_much (m, candidates))
        return;
    if (m->room->brief)
        join_folds (candidates);
    if (count_fold (candidates, FOLD_NOT) > m->room->tools && m->room->own_apart)
        fold_all (candidates, FOLD_OWN, is_own);
    while (is_too_much (m, candidates))
        fold_least (candidates);
    if (count_fold (candidates, FOLD_TAIL) == 1) {
        join_folds (candidates);
        if (count_fold (candidates, FOLD_TAIL) == 1)
            fold_least (candidates);
    }
}

static gboolean
holds (const GArray *tools, const Candidate *candidate)
{
    for (guint i = 0; i < tools->len; i++) {
        const guint32 tool = g_array_index (tools, guint32, i);
        if (tool == candidate->tool)
            return TRUE;
        for (guint v = 0; candidate->variants != NULL && v < candidate->variants->len; v++) {
            if (tool == g_array_index (candidate->variants, guint32, v))
                return TRUE;
        }
    }
    return FALSE;
}

/* Which tools the title counts, and which the groups use that have boxes of their own. */
static void
mark_drawn (AttriMaker *m, GPtrArray *candidates)
{
    g_autoptr (GArray) counted = attri_maker__counted_tools (m);
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = g_ptr_array_index (candidates, i);
        g_autofree guint8 *shown = g_new0 (guint8, attri_graph_get_n_entities (m->graph));
        gboolean folded = FALSE;
        mark_users (m, candidate, shown, &folded);
        for (guint32 actor = 0; actor < attri_graph_get_n_entities (m->graph); actor++)
            candidate->drawn |= shown[actor];
        candidate->counted = holds (counted, candidate);
    }
}

void
attri_maker__tool_column (AttriMaker *m)
{
    g_autoptr (GPtrArray) candidates = find_candidates (m);
    attri_maker__choose_actors (m);
    mark_drawn (m, candidates);
    fold (m, candidates);
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = g_ptr_array_index (candidates, i);
        if (candidate->fold == FOLD_NOT)
            add_tool_box (m, candidate);
    }
    for (Fold kind = FOLD_NOT + 1; kind < N_FOLDS; kind++) {
        g_autoptr (GPtrArray) folded = g_ptr_array_new ();
        for (guint i = 0; i < candidates->len; i++) {
            Candidate *candidate = g_ptr_array_index (candidates, i);
            if (candidate->fold == kind)
                g_ptr_array_add (folded, candidate);
        }
        if (folded->len > 0)
            add_fold (m, folded, kind);
    }
    for (guint i = 0; i < m->n_members_drawn; i++)
        attri_maker__actor_lines (m, g_array_index (m->members, guint32, i), TRUE);
}
