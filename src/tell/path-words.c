/* SPDX-License-Identifier: MIT
 *
 * In:  a chain of claims.
 * Out: sentences about it, the same in text and Markdown.
 */
#include "tell/path.h"

const char attri_path__caution[] =
    "A chain shows how claims hang together, not that its ends are one actor: every hop would have "
    "to hold, and who shares tools may have bought, copied or found them.";

static const char *
get_name (const AttriGraph *graph, guint32 entity)
{
    return attri_graph_get_entity (graph, entity)->name;
}

/* The name of an entity, and which one it is where another on the chains is called the same. */
static void
append_entity (const AttriPathTale *self, const AttriProse *prose, const char *before,
               guint32 entity)
{
    attri_prose__append (prose, before, get_name (self->graph, entity));
    if (self->apart[entity] == NULL)
        return;
    attri_prose__append (prose, " (", self->apart[entity]);
    g_string_append_c (prose->text, ')');
}

/* One end of a hop, which may be an alias. */
static void
append_end (const AttriPathTale *self, const AttriProse *prose, const AttriPathHop *hop,
            guint32 entity)
{
    if (entity != ATTRI_NONE)
        append_entity (self, prose, "", entity);
    else
        attri_prose__append (prose, "", attri_graph_get_edge (self->graph, hop->edge)->value);
}

static const char *
get_alias (const AttriPathTale *self, guint32 edge, guint32 entity)
{
    return edge != ATTRI_NONE ? attri_graph_get_edge (self->graph, edge)->value
                              : get_name (self->graph, entity);
}

const char *
attri_path__get_from (const AttriPathTale *self)
{
    return get_alias (self, self->paths->wish.from_alias, self->paths->wish.from);
}

const char *
attri_path__get_to (const AttriPathTale *self)
{
    return get_alias (self, self->paths->wish.to_alias, self->paths->wish.to);
}

/* ---- hops ---- */

void
attri_path__hop (const AttriPathTale *self, const AttriProse *prose, const AttriPathHop *hop)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    const char *words = edge->from == hop->from ? info->forward : info->backward;
    append_end (self, prose, hop, hop->from);
    g_string_append_printf (prose->text, " %s%s ", attri_relation_copula (words), words);
    append_end (self, prose, hop, hop->to);
}

static gboolean
is_live (const AttriClaim *claim)
{
    return claim->stance == ATTRI_STANCE_ASSERTS && !claim->revoked && !claim->withdrawn;
}

/* In a view that folds identities, the first claim of the edge if none was said of the
 * names that stand in the sentence; else %NULL. */
static const AttriClaim *
find_folded (const AttriGraph *graph, const AttriEdge *edge)
{
    const AttriClaim *folded = NULL;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + i);
        if (!is_live (claim))
            continue;
        if (claim->said_of == NULL && claim->said_to == NULL)
            return NULL;
        folded = folded != NULL ? folded : claim;
    }
    return folded;
}

/* " (assessed, disputed) (said of Earth Lusca)" */
static void
append_doubts (const AttriPathTale *self, const AttriProse *prose, const AttriEdge *edge)
{
    gboolean hedged = edge->hedge != ATTRI_HEDGE_STATED;
    if (hedged || edge->disputed)
        g_string_append_printf (prose->text, " (%s%s%s)",
                                hedged ? attri_hedge_to_string (edge->hedge) : "",
                                hedged && edge->disputed ? ", " : "",
                                edge->disputed ? "disputed" : "");
    const AttriClaim *folded = find_folded (self->graph, edge);
    if (folded != NULL)
        attri_prose__said_of (prose, folded);
}

/* ", says MITRE ATT&CK": who equates, where that is the hop. */
static void
append_claimants (const AttriPathTale *self, const AttriProse *prose, const AttriEdge *edge)
{
    const char *first = NULL;
    guint others = 0;
    for (guint32 i = 0; i < edge->claims.count; i++) {
        const AttriClaim *claim = attri_graph_get_claim (self->graph, edge->claims.first + i);
        const char *publisher = attri_graph_get_source (self->graph, claim->claimant)->publisher;
        if (!is_live (claim) || g_strcmp0 (publisher, first) == 0)
            continue;
        if (first == NULL)
            first = publisher;
        else
            others++;
    }
    attri_prose__append (prose, others > 0 ? ", say " : ", says ", first);
    if (others > 0)
        g_string_append_printf (prose->text, " and %u more", others);
}

/* Whether @hop leads to a thing that @next leads on from in the same way. */
static gboolean
is_shared (const AttriPathTale *self, const AttriPathHop *hop, const AttriPathHop *next)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
    const AttriEdge *other = attri_graph_get_edge (self->graph, next->edge);
    return hop->to != ATTRI_NONE && edge->to == hop->to && other->to == hop->to &&
           next->from == hop->to && g_str_equal (edge->type, other->type) &&
           !attri_relation_info (edge->type)->symmetric;
}

/* "Earth Lusca uses ShadowPad, as does APT41" */
static void
append_shared (const AttriPathTale *self, const AttriProse *prose, const AttriPathHop *hop,
               const AttriPathHop *next)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
    gboolean is = *attri_relation_copula (attri_relation_info (edge->type)->forward) != '\0';
    attri_path__hop (self, prose, hop);
    append_doubts (self, prose, edge);
    append_entity (self, prose, is ? ", as is " : ", as does ", next->to);
    append_doubts (self, prose, attri_graph_get_edge (self->graph, next->edge));
}

void
attri_path__sentence (const AttriPathTale *self, const AttriProse *prose, const AttriPath *path)
{
    for (guint i = 0; i < path->hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, i);
        const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
        if (i > 0)
            g_string_append (prose->text, "; ");
        if (i + 1 < path->hops->len && is_shared (self, hop, hop + 1)) {
            append_shared (self, prose, hop, hop + 1);
            i++;
            continue;
        }
        attri_path__hop (self, prose, hop);
        append_doubts (self, prose, edge);
        AttriRelationClass relation = attri_relation_info (edge->type)->relation;
        if (relation == ATTRI_RELATION_IDENTITY || relation == ATTRI_RELATION_VALUE)
            append_claimants (self, prose, edge);
    }
    g_string_append_c (prose->text, '.');
}

/* ---- the weakest link ---- */

/* "it is public; 51 of 158 groups use it": what leading through @tool tells. */
static void
append_commonness (const AttriPathTale *self, const AttriProse *prose, guint32 tool)
{
    const char *type = attri_graph_get_entity (self->graph, tool)->type;
    if (attri_type_info (type)->role != ATTRI_ROLE_TOOL)
        return;
    AttriToolFacts facts = attri_query_tool (self->graph, self->census, tool);
    if (facts.availability == ATTRI_AVAILABILITY_BUILT_IN)
        g_string_append (prose->text, "; it is built in");
    else if (!attri_availability_is_telling (facts.availability))
        attri_prose__append (prose, "; it is ", attri_availability_to_string (facts.availability));
    else if (facts.suggests_public)
        g_string_append (prose->text, "; it may be public");
    if (facts.of > 0)
        g_string_append_printf (prose->text, "; %u of %u groups use it", facts.groups, facts.of);
}

static void
append_sources (const AttriPathTale *self, const AttriProse *prose, const AttriEdge *edge)
{
    g_autofree const char **publishers = attri_graph_get_lineage (self->graph, edge->claims);
    guint n = g_strv_length ((char **)publishers);
    if (n == 0)
        g_string_append (prose->text, "; no independent publisher says so");
    else if (n == 1)
        g_string_append (prose->text, "; one publisher says so");
    else
        g_string_append_printf (prose->text, "; %u publishers say so", n);
}

/* What the relation is worth, where that is little. */
static const char *
get_relation_reason (const AttriEdge *edge)
{
    const AttriRelationInfo *info = attri_relation_info (edge->type);
    switch (info->relation) {
    case ATTRI_RELATION_TARGET:
        return "; a common target explains nothing";
    case ATTRI_RELATION_PLACE:
        return "; a common place explains nothing";
    case ATTRI_RELATION_SPONSOR:
        return g_str_equal (edge->type, "sponsored-by") ? "; a common sponsor has many hands" : "";
    case ATTRI_RELATION_OTHER:
        return *info->type == '\0' || g_str_equal (edge->type, "related-to")
                   ? "; that claims likeness, no more"
                   : "";
    default:
        return "";
    }
}

/* The more common of the things that @hop leads from and to, or %ATTRI_NONE. */
static guint32
get_passed (const AttriPath *path, guint place)
{
    const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, place);
    guint32 before = place > 0 ? (hop - 1)->pass : 0;
    if (before == 0 && hop->pass == 0)
        return ATTRI_NONE;
    return before >= hop->pass ? hop->from : hop->to;
}

void
attri_path__weakest (const AttriPathTale *self, const AttriProse *prose, const AttriPath *path)
{
    const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, path->weakest);
    const AttriEdge *edge = attri_graph_get_edge (self->graph, hop->edge);
    g_autoptr (GString) reasons = g_string_new (NULL);
    const AttriProse part = {reasons, prose->cited, prose->escape};
    if (edge->disputed)
        g_string_append (reasons, "; it is disputed");
    g_string_append (reasons, get_relation_reason (edge));
    guint32 passed = get_passed (path, path->weakest);
    if (passed != ATTRI_NONE)
        append_commonness (self, &part, passed);
    if (edge->hedge != ATTRI_HEDGE_STATED)
        g_string_append_printf (reasons, "; it is only %s", attri_hedge_to_string (edge->hedge));
    append_sources (self, &part, edge);

    attri_path__hop (self, prose, hop);
    g_string_append_printf (prose->text, ": %s", reasons->str + 2);
}

/* ---- no chain ---- */

static gboolean
is_limited_to (const AttriGraph *graph, const AttriClaim *claim, guint32 place)
{
    for (guint32 i = 0; i < claim->in.count; i++)
        if (attri_graph_get_index_at (graph, claim->in.first + i) == place)
            return TRUE;
    return FALSE;
}

/* What is claimed of @entity and holds in @place, or NULL. */
static const AttriEdge *
find_edge_in (const AttriGraph *graph, guint32 entity, guint32 place)
{
    guint32 n;
    const guint32 *edges = attri_graph_get_outgoing (graph, entity, &n);
    for (guint32 i = 0; i < n; i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, edges[i]);
        for (guint32 j = 0; edge->to != ATTRI_NONE && j < edge->claims.count; j++)
            if (is_limited_to (graph, attri_graph_get_claim (graph, edge->claims.first + j), place))
                return edge;
    }
    return NULL;
}

/* Claims name a place as where they hold, which a reader may take for a relation. */
static void
append_place (const AttriPathTale *self, const AttriProse *prose, guint32 place, guint32 other)
{
    const char *type = attri_graph_get_entity (self->graph, place)->type;
    if (attri_type_info (type)->role != ATTRI_ROLE_PLACE)
        return;
    attri_prose__append (prose, " ", get_name (self->graph, place));
    g_string_append (prose->text, " is a place");
    const AttriEdge *edge = find_edge_in (self->graph, other, place);
    if (edge != NULL) {
        attri_prose__append (prose,
                             " in which claims hold, as: ", get_name (self->graph, edge->from));
        g_string_append_printf (prose->text, " %s", attri_relation_info (edge->type)->forward);
        attri_prose__append (prose, " ", get_name (self->graph, edge->to));
        attri_prose__append (prose, " in ", get_name (self->graph, place));
    }
    g_string_append (prose->text, ". But places and targets are no hops, for having one in common "
                                  "explains nothing; 'attrigraph show' lists what is claimed of a "
                                  "place.");
}

void
attri_path__none (const AttriPathTale *self, const AttriProse *prose)
{
    const AttriPathWish *wish = &self->paths->wish;
    attri_prose__append (prose, "No chain of claims leads from ", attri_path__get_from (self));
    attri_prose__append (prose, " to ", attri_path__get_to (self));
    g_string_append_printf (prose->text, " in %d hops or fewer.", ATTRI_PATH_MOST_HOPS);
    append_place (self, prose, wish->from, wish->to);
    append_place (self, prose, wish->to, wish->from);
    if (self->beyond == NULL || self->beyond->paths->len == 0)
        return;
    g_string_append (prose->text, " There is one through what explains nothing, as a target, a "
                                  "technique or a country in common: ");
    attri_path__sentence (self, prose, g_ptr_array_index (self->beyond->paths, 0));
    g_string_append (prose->text, " --through all lists such chains.");
}
