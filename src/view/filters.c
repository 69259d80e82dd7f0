/* SPDX-License-Identifier: MIT
 *
 * filters.c: a graph and a wish go in; what each option takes away is marked
 * in a mask, which the caller owns.
 */
#include "model/independence-private.h"
#include "view/view-private.h"

#include <string.h>

void
attri_view__mark_ends (const AttriGraph *graph, guint32 row, guint8 *entities)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, row);
    entities[claim->from] = 1;
    if (claim->to != ATTRI_NONE)
        entities[claim->to] = 1;
    for (guint32 i = 0; i < claim->in.count; i++)
        entities[attri_graph_get_index_at (graph, claim->in.first + i)] = 1;
}

static gboolean
is_value (const char *relationship)
{
    return attri_relation_info (relationship)->relation == ATTRI_RELATION_VALUE;
}

static gboolean
lists (const char *const *words, const char *word)
{
    return g_strv_contains (words, word);
}

/* ---- TLP ---- */

static gboolean
wants_tlp (const AttriSelection *wish)
{
    return wish->max_tlp != ATTRI_TLP_UNMARKED;
}

static void
mark_tlp (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++)
        mask->sources[i] =
            !attri_tlp_is_above (attri_graph_get_source (graph, i)->tlp, wish->max_tlp);
    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++)
        mask->entities[i] =
            !attri_tlp_is_above (attri_graph_get_entity (graph, i)->tlp, wish->max_tlp);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        mask->claims[i] =
            !attri_tlp_is_above (attri_graph_get_claim (graph, i)->tlp, wish->max_tlp);
    for (guint32 i = 0; i < attri_graph_get_n_saved_views (graph); i++)
        mask->saved[i] =
            !attri_tlp_is_above (attri_graph_get_saved_view (graph, i)->tlp, wish->max_tlp);
}

const AttriFilter attri_view__tlp_filter = {"--max-tlp", FALSE, FALSE, wants_tlp, mark_tlp};

/* ---- what is hidden unasked ---- */

static gboolean
in_focus (const AttriGraph *graph, const char *const *names, guint32 row)
{
    for (; names != NULL && *names != NULL; names++) {
        if (attri_graph_find_entity (graph, *names) == row)
            return TRUE;
    }
    return FALSE;
}

/* By its publisher. What we took back ourselves has a reason, and stays. */
static gboolean
is_past (const AttriClaim *claim)
{
    return claim->deprecated || (claim->revoked && claim->revoked_reason == NULL);
}

static gboolean
is_unasked_type (const AttriSelection *wish, const char *type)
{
    return g_str_has_prefix (type, "x-") && (wish->types == NULL || !lists (wish->types, type));
}

gboolean
attri_view__mark_hidden (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask,
                         AttriStamp *stamp)
{
    guint past = 0;
    guint custom = 0;

    for (guint32 i = 0; i < attri_graph_get_n_entities (graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (graph, i);
        const gboolean is_past_entity =
            !wish->include_revoked && (entity->revoked || entity->deprecated);
        if (!(is_past_entity || is_unasked_type (wish, entity->type)) ||
            in_focus (graph, wish->focus, i))
            continue;
        mask->entities[i] = 0;
        *(is_past_entity ? &past : &custom) += 1;
    }
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph) && !wish->include_revoked; i++) {
        mask->claims[i] = !is_past (attri_graph_get_claim (graph, i));
        past += !mask->claims[i];
    }
    stamp->hidden_revoked = past;
    stamp->hidden_custom = custom;
    return past + custom > 0;
}

/* ---- the two clocks ---- */

static gboolean
is_by (AttriDate date, AttriDate limit)
{
    return attri_date_is_set (date) && attri_date_compare (date, limit) <= 0;
}

static gboolean
wants_as_of (const AttriSelection *wish)
{
    return attri_date_is_set (wish->as_of);
}

static void
mark_as_of (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        mask->claims[i] = is_by (attri_graph_get_claim (graph, i)->said_on, wish->as_of);
}

static gboolean
wants_known_on (const AttriSelection *wish)
{
    return attri_date_is_set (wish->known_on);
}

/* A file can have been corrected later to cite a newer carrier. */
static void
mark_known_on (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        mask->claims[i] = is_by (claim->recorded, wish->known_on);
        for (guint32 j = 0; j < claim->citations.count; j++) {
            const guint32 row = claim->citations.first + j;
            const AttriCitation *citation = attri_graph_get_citation (graph, row);
            const AttriSource *carrier = attri_graph_get_source (graph, citation->source);
            mask->citations[row] = is_by (citation->recorded, wish->known_on) &&
                                   (!attri_date_is_set (carrier->published) ||
                                    is_by (carrier->published, wish->known_on));
        }
    }
}

/* ---- sources ---- */

static gboolean
wants_sources (const AttriSelection *wish)
{
    return wish->sources != NULL;
}

static gboolean
names_source (const AttriGraph *graph, const AttriClaim *claim, const char *const *ids)
{
    if (lists (ids, attri_graph_get_source (graph, claim->claimant)->id))
        return TRUE;
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (graph, claim->citations.first + i);
        if (lists (ids, attri_graph_get_source (graph, citation->source)->id))
            return TRUE;
    }
    return FALSE;
}

static void
mark_sources (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        mask->claims[i] = names_source (graph, attri_graph_get_claim (graph, i), wish->sources);
}

static gboolean
wants_without (const AttriSelection *wish)
{
    return wish->without_sources != NULL;
}

/* The source itself stays where others are based on it: lineage is a fact about
 * them. */
static void
mark_without (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        mask->claims[i] =
            !lists (wish->without_sources, attri_graph_get_source (graph, claim->claimant)->id);
        for (guint32 j = 0; j < claim->citations.count; j++) {
            const guint32 row = claim->citations.first + j;
            const guint32 carrier = attri_graph_get_citation (graph, row)->source;
            mask->citations[row] =
                !lists (wish->without_sources, attri_graph_get_source (graph, carrier)->id);
        }
    }
}

/* ---- confidence, types, independence ---- */

static gboolean
wants_confidence (const AttriSelection *wish)
{
    return wish->min_confidence > 0 || wish->stated_only;
}

static void
mark_confidence (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        if (is_value (claim->type))
            continue;
        mask->claims[i] = claim->confidence < 0 ? !wish->stated_only
                                                : (guint)claim->confidence >= wish->min_confidence;
    }
}

static gboolean
wants_relationships (const AttriSelection *wish)
{
    return wish->relationships != NULL;
}

static void
mark_relationships (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const char *type = attri_graph_get_claim (graph, i)->type;
        mask->claims[i] = is_value (type) || lists (wish->relationships, type);
    }
}

static gboolean
wants_types (const AttriSelection *wish)
{
    return wish->types != NULL;
}

/* An entity of another type may still be the place of a claim, so it is not the
 * entities that are taken away but the claims about them; the entities follow. */
static void
mark_types (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    const guint32 n = attri_graph_get_n_entities (graph);
    g_autofree guint8 *fits = g_new0 (guint8, n + 1);
    g_autofree guint8 *spoken_of = g_new0 (guint8, n + 1);

    for (guint32 i = 0; i < n; i++)
        fits[i] = lists (wish->types, attri_graph_get_entity (graph, i)->type) ||
                  in_focus (graph, wish->focus, i);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        mask->claims[i] = fits[claim->from] && (claim->to == ATTRI_NONE || fits[claim->to]);
        attri_view__mark_ends (graph, i, spoken_of);
    }
    for (guint32 i = 0; i < n; i++)
        mask->entities[i] = fits[i] || spoken_of[i];
}

static gboolean
wants_independence (const AttriSelection *wish)
{
    return wish->min_sources > 0;
}

/* The fast count ends early, so few ask for the slow one. */
static guint
count_publishers (const AttriGraph *graph, const AttriIndependence *counter, AttriRange claims,
                  guint wanted)
{
    if (wanted <= ATTRI_INDEPENDENCE_MOST)
        return attri_independence__count (counter, claims);
    g_autofree const char **publishers = attri_graph_get_lineage (graph, claims);
    return g_strv_length ((char **)publishers);
}

static void
mark_independence (const AttriGraph *graph, const AttriSelection *wish, AttriMask *mask)
{
    g_autoptr (AttriIndependence) counter = attri_independence__new (graph);
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        if (is_value (edge->type))
            continue;
        const gboolean enough =
            count_publishers (graph, counter, edge->claims, wish->min_sources) >= wish->min_sources;
        memset (mask->claims + edge->claims.first, enough, edge->claims.count);
    }
}

/* Up to --min-confidence. */
#define N_CLAIM_FILTERS 5

const AttriFilter *
attri_view__filters (guint *n, guint *n_claims)
{
    static const AttriFilter filters[] = {
        {"--as-of", FALSE, FALSE, wants_as_of, mark_as_of},
        {"--known-on", FALSE, FALSE, wants_known_on, mark_known_on},
        {"--source", FALSE, FALSE, wants_sources, mark_sources},
        {"--without-source", FALSE, FALSE, wants_without, mark_without},
        {"--min-confidence", TRUE, FALSE, wants_confidence, mark_confidence},
        {"--relationship", FALSE, FALSE, wants_relationships, mark_relationships},
        {"--type", FALSE, FALSE, wants_types, mark_types},
        {"--min-sources", TRUE, TRUE, wants_independence, mark_independence},
    };
    *n = G_N_ELEMENTS (filters);
    *n_claims = N_CLAIM_FILTERS;
    return filters;
}

/* ---- in words ---- */

static void
add_part (GString *out, const char *format, const char *rest)
{
    if (out->len > 0)
        g_string_append (out, "; ");
    g_string_append (out, format);
    g_string_append (out, rest);
}

static void
add_list (GString *out, const char *one, const char *several, const char *const *words)
{
    if (words == NULL || words[0] == NULL)
        return;
    g_autofree char *joined = g_strjoinv (", ", (char **)words);
    add_part (out, words[1] == NULL ? one : several, joined);
}

static void
add_number (GString *out, const char *before, guint number, const char *after)
{
    g_autofree char *text = g_strdup_printf ("%u%s", number, after);
    add_part (out, before, text);
}

char *
attri_view__describe (const AttriSelection *wish)
{
    GString *out = g_string_new (NULL);
    add_list (out, "only source ", "only sources ", wish->sources);
    add_list (out, "without source ", "without sources ", wish->without_sources);
    if (wish->min_confidence > 0)
        add_number (out, "confidence at least ", wish->min_confidence, "");
    if (wish->stated_only)
        add_part (out, "only where the source states a confidence", "");
    add_list (out, "only relationship ", "only relationships ", wish->relationships);
    add_list (out, "only type ", "only types ", wish->types);
    if (wish->include_revoked)
        add_part (out, "what was revoked or deprecated included", "");
    if (wish->min_sources > 0)
        add_number (out, "at least ", wish->min_sources,
                    wish->min_sources == 1 ? " independent source" : " independent sources");
    return g_string_free (out, FALSE);
}
