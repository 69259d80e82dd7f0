/* SPDX-License-Identifier: MIT
 *
 * title.c: the finding, with the hedge of its weakest hop, and the counts.
 */
#include "base/text-private.h"
#include "model/independence-private.h"
#include "scene/maker.h"

#define MOST_NAMED 3 /* groups, before the last are only counted */
#define MOST_TOOLS 3 /* that are named */

/* How an asserted relation of @actor with @tool is hedged. */
static AttriHedge
use_hedge (AttriMaker *m, guint32 actor, guint32 tool)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, actor, &n);
    for (guint32 i = 0; i < n; i++) {
        if (attri_graph_get_edge (m->graph, edges[i])->to == tool &&
            attri_maker__relation (m, edges[i]) == ATTRI_RELATION_TOOLING)
            return attri_maker__hedge (m, &edges[i], 1);
    }
    return ATTRI_HEDGE_ALLEGED;
}

/* The groups that share most telling bits with the reference. A campaign is no finding: the
 * closest may be the group's own. */
static GPtrArray *
closest_rows (const AttriOverlap *overlap)
{
    GPtrArray *rows = g_ptr_array_new ();
    for (guint i = 0; i < overlap->rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (overlap->rows, i);
        const AttriOverlapRow *top = rows->len > 0 ? g_ptr_array_index (rows, 0) : row;
        if (row->is_group && row->undisputed && row->telling > 0 && row->telling == top->telling &&
            row->telling_bits == top->telling_bits)
            g_ptr_array_add (rows, (gpointer)row);
    }
    return rows;
}

GArray *
attri_maker__counted_tools (const AttriMaker *m)
{
    g_autoptr (GPtrArray) rows = closest_rows (attri_maker__reference (m));
    GArray *tools = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (rows, i);
        g_array_append_vals (tools, row->tools->data, row->telling);
    }
    return tools;
}

static AttriHedge
weakest_hop (AttriMaker *m, guint32 focus, GPtrArray *rows)
{
    AttriHedge weakest = ATTRI_HEDGE_STATED;
    for (guint i = 0; i < rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (rows, i);
        for (guint t = 0; t < row->telling; t++) {
            guint32 tool = g_array_index (row->tools, guint32, t);
            weakest = MAX (weakest, use_hedge (m, focus, tool));
            weakest = MAX (weakest, use_hedge (m, row->actor, tool));
        }
    }
    return weakest;
}

/* "; one of them is disputed", or "" */
static const char *
dispute_phrase (AttriMaker *m, guint n_disputed, guint n)
{
    if (n_disputed == 0)
        return "";
    if (n_disputed == n)
        return n == 1 ? "; that is disputed" : "; all of that is disputed";
    return attri_maker__format (m, "; %s of them %s disputed", attri_phrase__number (n_disputed),
                                n_disputed == 1 ? "is" : "are");
}

/* The same of what is shared with all of @rows. */
static const char *
sharing_dispute (AttriMaker *m, GPtrArray *rows)
{
    guint n = 0, n_disputed = 0;
    for (guint i = 0; i < rows->len; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (rows, i);
        n += row->telling;
        n_disputed += row->telling_disputed;
    }
    if (rows->len > 1 && n_disputed > 0 && n_disputed < n)
        return "; part of that is disputed";
    return dispute_phrase (m, n_disputed, n);
}

/* "shares two non-public tools with APT41 and Aquatic Panda" */
static const char *
sharing_phrase (AttriMaker *m, guint32 subject, GPtrArray *rows)
{
    static const char *const verbs[] = {"shares", "is assessed to share", "is suspected to share",
                                        "is alleged to share"};
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    guint shown = rows->len <= MOST_NAMED ? rows->len : MOST_NAMED - 1;
    for (guint i = 0; i < shown; i++) {
        const AttriOverlapRow *row = g_ptr_array_index (rows, i);
        g_ptr_array_add (names, (char *)attri_maker__name (m, row->actor));
    }
    if (shown < rows->len)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u others", rows->len - shown));
    guint telling = ((const AttriOverlapRow *)g_ptr_array_index (rows, 0))->telling;
    return attri_maker__format (m, "%s %s %stool%s with %s%s",
                                verbs[weakest_hop (m, subject, rows)],
                                attri_phrase__number (telling),
                                attri_maker__telling_word (attri_maker__reference (m)),
                                telling == 1 ? "" : "s", attri_maker__join (m, names),
                                sharing_dispute (m, rows));
}

/* Who says that the focus and the reference are one: "MITRE ATT&CK equates". */
static const char *
equation_phrase (AttriMaker *m, guint32 focus, guint32 other)
{
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        gboolean joins = (edge->from == focus && edge->to == other) ||
                         (edge->from == other && edge->to == focus);
        if (!joins || !edge->asserted || !attri_relation_info (edge->type)->equates)
            continue;
        for (guint32 c = 0; c < edge->claims.count; c++) {
            const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first + c);
            if (!attri_claim__is_live (claim) || claim->stance != ATTRI_STANCE_ASSERTS ||
                claim->change == ATTRI_CHANGE_REMOVED)
                continue;
            const char *who =
                attri_scene__keep (m->scene,
                                   attri_graph_get_source (m->graph, claim->claimant)->publisher);
            const char *from = attri_maker__subject (m, focus, TRUE),
                       *to = attri_maker__format (m, "%s%s", attri_maker__name (m, other),
                                                  edge->disputed ? " (disputed)" : "");
            switch (attri_maker__hedge (m, &e, 1)) {
            case ATTRI_HEDGE_STATED:
                return attri_maker__format (m, "%s equates %s with %s", who, from, to);
            case ATTRI_HEDGE_ASSESSED:
                return attri_maker__format (m, "%s assesses that %s is %s", who, from, to);
            case ATTRI_HEDGE_SUSPECTED:
                return attri_maker__format (m, "%s suspects that %s is %s", who, from, to);
            default:
                return attri_maker__format (m, "%s alleges that %s is %s", who, from, to);
            }
        }
    }
    return attri_maker__format (m, "%s is linked to %s", attri_maker__name (m, focus),
                                attri_maker__name (m, other));
}

/* Of the first @n tools those to name: first what has a box of its own. */
static GArray *
choose_named (const AttriMaker *m, const AttriOverlap *overlap, guint n)
{
    GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint folded = 0; folded < 2; folded++) {
        for (guint i = 0; i < n && chosen->len < MOST_TOOLS; i++) {
            const guint32 tool = g_array_index (overlap->tools, guint32, i);
            if ((attri_maker__find_fold (m, m->box_of[tool]) != NULL) == (folded == 1))
                g_array_append_val (chosen, tool);
        }
    }
    return chosen;
}

/* What the tools that a title is about rest on. */
typedef struct {
    AttriHedge weakest;
    guint32 edge;     /* the use looked at last */
    guint least;      /* so many independent publishers say of one of them that it is used */
    guint most;       /* and so many of another */
    gboolean at_one;  /* the same publishers of each */
    gboolean shared;  /* all are tools that several groups have */
    guint n_disputed; /* of so many */
} Basis;

/* Those who assert the use of a tool, told apart as independence tells them. */
static char *
publishers_key (const AttriMaker *m, const AttriEdge *edge, guint *n)
{
    g_autofree const char **lineage = attri_graph_get_lineage (m->graph, edge->claims);
    g_autoptr (GString) key = g_string_new (NULL);
    for (*n = 0; lineage[*n] != NULL; ++*n) {
        g_autofree char *folded = attri_publisher__fold (lineage[*n]);
        g_string_append_printf (key, "%s\n", folded);
    }
    return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Of the first @n_tools of a focus. */
static Basis
weigh_tools (AttriMaker *m, const AttriOverlap *overlap, guint n_tools)
{
    Basis basis = {ATTRI_HEDGE_STATED, ATTRI_NONE, G_MAXUINT, 0, TRUE, overlap->telling > 0, 0};
    g_autofree guint8 *is_counted = g_new0 (guint8, attri_graph_get_n_entities (m->graph) + 1);
    g_autofree char *first = NULL;
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (m->graph, overlap->focus, &n);
    for (guint i = 0; i < n_tools; i++)
        is_counted[g_array_index (overlap->tools, guint32, i)] = TRUE;
    for (guint32 e = 0; e < n; e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[e]);
        if (edge->to == ATTRI_NONE || !is_counted[edge->to] || !edge->asserted ||
            attri_maker__relation (m, edges[e]) != ATTRI_RELATION_TOOLING)
            continue;
        guint n_publishers;
        g_autofree char *key = publishers_key (m, edge, &n_publishers);
        basis.edge = edges[e];
        basis.weakest = MAX (basis.weakest, attri_maker__hedge (m, &edges[e], 1));
        basis.least = MIN (basis.least, n_publishers);
        basis.most = MAX (basis.most, n_publishers);
        basis.at_one &= first == NULL || g_str_equal (first, key);
        basis.shared &= attri_query_tool (m->graph, m->options->census, edge->to).availability ==
                        ATTRI_AVAILABILITY_SHARED;
        basis.n_disputed += edge->disputed;
        if (first == NULL)
            first = g_steal_pointer (&key);
    }
    return basis;
}

/* Who contradicts the one use that a title tells of: "another denies it". */
static const char *
opposing_phrase (AttriMaker *m, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    g_autoptr (GTree) opposing = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
    gboolean denied = FALSE, by_others = TRUE;
    guint n;
    g_autofree char *asserting = publishers_key (m, edge, &n);
    g_auto (GStrv) names = g_strsplit (asserting, "\n", -1);
    for (guint32 c = 0; c < edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, edge->claims.first + c);
        if (!attri_edge_is_opposed_by (edge, claim))
            continue;
        const AttriSource *source = attri_graph_get_source (m->graph, claim->claimant);
        char *folded = attri_publisher__fold (source->publisher);
        denied |= claim->stance == ATTRI_STANCE_DENIES;
        by_others &= !g_strv_contains ((const char *const *)names, folded);
        g_tree_replace (opposing, folded, NULL);
    }
    const guint n_opposing = (guint)g_tree_nnodes (opposing);
    if (n == 0 || n_opposing == 0 || !by_others)
        return "that is disputed";
    if (n_opposing > 1)
        return attri_maker__format (m, "%s others dispute it", attri_phrase__number (n_opposing));
    return denied ? "another denies it" : "another doubts it";
}

/* "each by one source": what is true of every single tool. */
static const char *
each_phrase (AttriMaker *m, const Basis *basis)
{
    if (basis->most == 0)
        return "on no independent source";
    if (basis->least == 0)
        return "not all of it on an independent source";
    return attri_maker__format (m, "each by %s%s source%s",
                                basis->least < basis->most ? "at least " : "",
                                attri_phrase__number (basis->least), basis->least == 1 ? "" : "s");
}

/* "Winnti, ShadowPad, Spyder and others, shared tooling" */
static const char *
tools_phrase (AttriMaker *m, const AttriOverlap *overlap, guint n_tools, gboolean shared)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    g_autoptr (GArray) chosen = choose_named (m, overlap, n_tools);
    for (guint i = 0; i < chosen->len; i++)
        g_ptr_array_add (names, (char *)attri_maker__name (m, g_array_index (chosen, guint32, i)));
    if (n_tools > MOST_TOOLS)
        g_ptr_array_add (names, (char *)"others");
    return attri_maker__format (m, "%s%s", attri_maker__join (m, names),
                                shared ? ", shared tooling" : "");
}

/* "One source assesses that TAG-22 uses Winnti and ShadowPad" */
static const char *
usage_title (AttriMaker *m, const AttriOverlap *overlap)
{
    static const char *const one[] = {"states", "assesses", "suspects", "alleges"};
    static const char *const many[] = {"state", "assess", "suspect", "allege"};
    static const char *const past[] = {"stated", "assessed", "suspected", "alleged"};
    const guint n_tools = overlap->telling > 0 ? overlap->telling : overlap->tools->len;
    const Basis basis = weigh_tools (m, overlap, n_tools);
    const char *subject = attri_maker__subject (m, overlap->focus, TRUE);
    const char *tools = tools_phrase (m, overlap, n_tools, basis.shared && basis.most > 0);
    const char *dispute = n_tools == 1 && basis.n_disputed == 1
                              ? attri_maker__format (m, "; %s", opposing_phrase (m, basis.edge))
                              : dispute_phrase (m, basis.n_disputed, n_tools);
    if (basis.most == 0 || !basis.at_one)
        return attri_maker__format (m, "%s is %s to use %s, %s%s", subject,
                                    basis.most == 0 ? "said" : past[basis.weakest], tools,
                                    each_phrase (m, &basis), dispute);
    g_autofree char *count = g_strdup (attri_phrase__number (basis.least));
    count[0] = g_ascii_toupper (count[0]);
    return attri_maker__format (m, "%s source%s %s that %s uses %s%s", count,
                                basis.least == 1 ? "" : "s",
                                basis.least == 1 ? one[basis.weakest] : many[basis.weakest],
                                subject, tools, dispute);
}

static const char *
focus_title (AttriMaker *m)
{
    guint32 focus = g_array_index (m->members, guint32, 0);
    const AttriOverlap *reference = attri_maker__reference (m);
    g_autoptr (GPtrArray) rows = closest_rows (reference);
    if (rows->len > 0 && reference->focus != focus)
        return attri_maker__format (m, "%s, which %s", equation_phrase (m, focus, reference->focus),
                                    sharing_phrase (m, reference->focus, rows));
    if (rows->len > 0)
        return attri_maker__format (m, "%s %s", attri_maker__subject (m, focus, TRUE),
                                    sharing_phrase (m, focus, rows));
    if (reference->tools->len > 0)
        return usage_title (m, reference);
    return attri_maker__format (m, "What is said of %s", attri_maker__subject (m, focus, FALSE));
}

/* Three at most, each once: a feed and its list of tools are of one house. */
static void
add_house (GPtrArray *houses, const char *publisher)
{
    if (houses->len < 3 && !g_ptr_array_find_with_equal_func (houses, publisher, g_str_equal, NULL))
        g_ptr_array_add (houses, (char *)publisher);
}

/* By source: whether something that independent sources are counted for is said or read there. */
static guint8 *
find_speaking (const AttriMaker *m)
{
    guint8 *speaking = g_new0 (guint8, attri_graph_get_n_sources (m->graph) + 1);
    for (guint32 c = 0; c < attri_graph_get_n_claims (m->graph); c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
        if (claim->stance != ATTRI_STANCE_ASSERTS || claim->withdrawn || claim->revoked)
            continue;
        speaking[claim->claimant] = TRUE;
        for (guint32 i = 0; i < claim->citations.count; i++)
            speaking[attri_graph_get_citation (m->graph, claim->citations.first + i)->source] =
                TRUE;
    }
    return speaking;
}

/* "3 independent sources, read through VOI": the claimants' roots, and what we
 * read if it was none of the claimants. */
static void
append_sources (AttriMaker *m, GString *text)
{
    AttriRange all = {0, attri_graph_get_n_claims (m->graph)};
    g_autofree const char **lineage = attri_graph_get_lineage (m->graph, all);
    guint independent = g_strv_length ((char **)lineage);
    g_string_append_printf (text, "%u independent source%s", independent,
                            independent == 1 ? "" : "s");
    g_autoptr (GPtrArray) carriers = g_ptr_array_new ();
    g_autofree guint8 *speaking = find_speaking (m);
    gboolean read = FALSE;
    for (guint32 i = 0; i < m->numbering.n_sources; i++) {
        const AttriSource *source = attri_graph_get_source (m->graph, i);
        if (!(m->numbering.used[i] & ATTRI_USED_SAID) || !speaking[i] ||
            source->kind == ATTRI_SOURCE_INTERNAL)
            continue;
        for (guint p = 0; lineage[p] != NULL; p++)
            read |= source->read && g_strcmp0 (source->publisher, lineage[p]) == 0;
        if (source->read)
            add_house (carriers, attri_scene__keep (m->scene, source->publisher));
    }
    if (!read && carriers->len > 0)
        g_string_append_printf (text, ", read through %s", attri_maker__join (m, carriers));
}

/* "9 claims on 7 entities" */
static const char *
counts_phrase (AttriMaker *m)
{
    guint32 n_claims = attri_graph_get_n_claims (m->graph);
    guint32 n_entities = attri_graph_get_n_entities (m->graph);
    return attri_maker__format (m, "%u claim%s on %u %s", n_claims, n_claims == 1 ? "" : "s",
                                n_entities, n_entities == 1 ? "entity" : "entities");
}

/* As of when the picture is; without a clock of its own, the latest date of its sources. */
static void
append_clocks (AttriMaker *m, GString *text)
{
    const AttriStamp *stamp = attri_graph_get_stamp (m->graph);
    const AttriDate latest = attri_graph_get_latest_date (m->graph);
    if (attri_date_is_set (stamp->known_on))
        g_string_append_printf (text, "Known on %s · ", attri_maker__day (m, stamp->known_on));
    if (attri_date_is_set (stamp->as_of))
        g_string_append_printf (text, "Published by %s · ", attri_maker__day (m, stamp->as_of));
    if (attri_date_is_set (stamp->known_on) || attri_date_is_set (stamp->as_of))
        return;
    if (attri_date_is_set (latest))
        g_string_append_printf (text, "Sources to %s · ", attri_maker__day (m, latest));
    else
        g_string_append (text, "Sources without dates · ");
}

void
attri_maker__title (AttriMaker *m)
{
    const AttriStamp *stamp = attri_graph_get_stamp (m->graph);
    const char *counts = counts_phrase (m);
    const char *focus =
        m->members->len > 0 ? attri_maker__name (m, g_array_index (m->members, guint32, 0)) : "";
    if (m->options->title != NULL)
        m->scene->title = attri_scene__keep (m->scene, m->options->title);
    else if (m->centred)
        m->scene->title = focus_title (m);
    else if (m->finding != NULL)
        m->scene->title = m->finding;
    else if (m->members->len > 0)
        m->scene->title =
            attri_maker__format (m, "What is said of %s",
                                 attri_maker__subject (m, g_array_index (m->members, guint32, 0),
                                                       FALSE));
    else
        m->scene->title = counts;
    m->scene->key = attri_maker__format (m, "%s\n%s", focus, m->scene->title);
    if (stamp->asked_ids != NULL)
        m->scene->focus = g_string_chunk_insert (m->scene->pool, stamp->asked_ids);

    g_autoptr (GString) text = g_string_new (NULL);
    if (m->options->subtitle != NULL)
        g_string_append_printf (text, "%s · ", m->options->subtitle);
    append_clocks (m, text);
    append_sources (m, text);
    if (strcmp (m->scene->title, counts) != 0)
        g_string_append_printf (text, " · %s", counts);
    if (stamp->hidden_entities > 0 && m->options->fold > 0)
        g_string_append_printf (text, ", %u more beyond %u hop%s", stamp->hidden_entities,
                                stamp->hops, stamp->hops == 1 ? "" : "s");
    g_string_append_printf (text, " · identity: %s", stamp->identity);
    if (stamp->filters[0] != '\0')
        g_string_append_printf (text, " · %s", stamp->filters);
    if (m->coverage != NULL)
        g_string_append_printf (text, " · %s", m->coverage);
    if (stamp->hidden_entities > 0 && m->options->fold == 0)
        g_string_append_printf (text, " · %u %s further than %u hop%s left out",
                                stamp->hidden_entities,
                                stamp->hidden_entities == 1 ? "entity" : "entities", stamp->hops,
                                stamp->hops == 1 ? "" : "s");
    if (stamp->hidden_revoked + stamp->hidden_custom > 0)
        g_string_append_printf (text, " · %u %s left out",
                                stamp->hidden_revoked + stamp->hidden_custom,
                                stamp->hidden_custom == 0    ? "revoked or deprecated"
                                : stamp->hidden_revoked == 0 ? "of custom types"
                                                             : "revoked, deprecated or custom");
    m->scene->subtitle = attri_scene__keep (m->scene, text->str);
}
