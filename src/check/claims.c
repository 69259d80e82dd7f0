/* SPDX-License-Identifier: MIT
 *
 * claims.c: doubts about single claims, and about the edges they make together.
 */
#include "base/text-private.h"
#include "check/check-private.h"
#include "model/withdrawn-private.h"

#include <string.h>

/* "tag-22 uses winnti", escaped, for messages. */
static char *
describe (const AttriGraph *graph, guint32 from, const char *type, guint32 to, const char *value)
{
    const char *end = to != ATTRI_NONE ? attri_graph_get_entity (graph, to)->id : value;
    g_autofree char *text = g_strjoin (" ", attri_graph_get_entity (graph, from)->id, type,
                                       end != NULL ? end : "", NULL);
    return attri_text__quote (g_strchomp (text));
}

/* ---- claims ---- */

static void
check_relationship (const AttriClaim *claim, const char *const *known, AttriFindings *findings)
{
    if (*attri_relation_info (claim->type)->type != '\0')
        return;
    const char *nearest = attri_text_nearest (claim->type, known);
    g_autofree char *type = attri_text__quote (claim->type);
    attri_findings_add (findings, attri_check__rule (RULE_UNKNOWN_RELATIONSHIP), claim->place, NULL,
                        "relationship type %s is unknown; %s%s%s", type,
                        nearest != NULL ? "did you mean '" : "expected one of STIX 2.1, or ours",
                        nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
}

static AttriRole
role_of (const AttriGraph *graph, guint32 entity)
{
    return attri_type_info (attri_graph_get_entity (graph, entity)->type)->role;
}

/* What stands where it does not belong, as far as types tell: "a place", or %NULL. What joins what
 * is that of STIX 2.1, section 4, read generously. */
static const char *
find_odd_end (const AttriGraph *graph, const AttriClaim *claim)
{
    if (claim->to == ATTRI_NONE)
        return NULL;
    const AttriRole from = role_of (graph, claim->from), to = role_of (graph, claim->to);
    const AttriRelationClass relation = attri_relation_info (claim->type)->relation;
    if (relation == ATTRI_RELATION_TOOLING && to == ATTRI_ROLE_ACTOR)
        return "a tool, technique or the like to be used";
    if (relation == ATTRI_RELATION_TARGET && (to == ATTRI_ROLE_TOOL || to == ATTRI_ROLE_ACTOR))
        return "a victim, sector or place to be targeted";
    if (relation == ATTRI_RELATION_FAMILY && (from != ATTRI_ROLE_TOOL || to != ATTRI_ROLE_TOOL))
        return "tools at both ends";
    return NULL;
}

static void
check_ends (const AttriGraph *graph, const AttriClaim *claim, const char *what,
            AttriFindings *findings)
{
    const char *expected = find_odd_end (graph, claim);
    if (expected != NULL)
        attri_findings_add (findings, attri_check__rule (RULE_ODD_ENDS), claim->place, NULL,
                            "%s joins what it cannot; expected %s", what, expected);
    for (guint32 i = 0; i < claim->in.count; i++) {
        const guint32 place = attri_graph_get_index_at (graph, claim->in.first + i);
        if (role_of (graph, place) == ATTRI_ROLE_PLACE)
            continue;
        g_autofree char *id = attri_text__quote (attri_graph_get_entity (graph, place)->id);
        attri_findings_add (findings, attri_check__rule (RULE_ODD_ENDS), claim->place, NULL,
                            "%s is limited to %s, which is no place; expected a location", what,
                            id);
    }
}

static const AttriSource *
carrier_at (const AttriGraph *graph, const AttriClaim *claim, guint32 i)
{
    const AttriCitation *citation = attri_graph_get_citation (graph, claim->citations.first + i);
    return attri_graph_get_source (graph, citation->source);
}

static void
check_carrier (const AttriGraph *graph, const AttriClaim *claim, const char *what,
               const AttriSource *carrier, AttriFindings *findings)
{
    const AttriSource *claimant = attri_graph_get_source (graph, claim->claimant);

    if (!attri_check__is_after (claimant->published, carrier->published))
        return;
    g_autofree char *carrier_id = attri_text__quote (carrier->id);
    g_autofree char *carried = attri_date_to_string (carrier->published);
    g_autofree char *claimant_id = attri_text__quote (claimant->id);
    g_autofree char *said = attri_date_to_string (claimant->published);
    attri_findings_add (findings, attri_check__rule (RULE_CLAIMANT_AFTER_CARRIER), claim->place,
                        NULL,
                        "%s is said by %s of %s but was read in %s of %s; expected a later "
                        "carrier",
                        what, claimant_id, said, carrier_id, carried);
}

/* What was read in several places was held with the first of them. */
static void
check_recorded (const AttriGraph *graph, const AttriClaim *claim, const char *what,
                AttriFindings *findings)
{
    const AttriSource *first = NULL;

    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriSource *carrier = carrier_at (graph, claim, i);
        if (!attri_check__is_after (carrier->published, claim->recorded))
            return;
        if (first == NULL || attri_check__is_after (first->published, carrier->published))
            first = carrier;
    }
    if (first == NULL)
        return;
    g_autofree char *id = attri_text__quote (first->id);
    g_autofree char *carried = attri_date_to_string (first->published);
    g_autofree char *recorded = attri_date_to_string (claim->recorded);
    attri_findings_add (findings, attri_check__rule (RULE_RECORDED_BEFORE_CARRIER), claim->place,
                        NULL, "%s was recorded on %s but read in %s of %s; expected a later record",
                        what, recorded, id, carried);
}

static void
check_claim (const AttriGraph *graph, const AttriClaim *claim, AttriFindings *findings)
{
    g_autofree char *what = describe (graph, claim->from, claim->type, claim->to, claim->value);

    if (attri_check__is_after (claim->start_time, claim->stop_time))
        attri_findings_add (findings, attri_check__rule (RULE_TIME_REVERSED), claim->place, NULL,
                            "%s starts after it stops; expected the other order", what);
    if (strcmp (claim->type, "alias") == 0)
        attri_check__hidden (findings, claim->place, "alias", claim->value);
    for (guint32 i = 0; i < claim->citations.count; i++)
        check_carrier (graph, claim, what, carrier_at (graph, claim, i), findings);
    check_recorded (graph, claim, what, findings);
    check_ends (graph, claim, what, findings);
}

/* One finding for each claimant: all its claims would be mended by one date. */
static void
tell_undated (const AttriGraph *graph, const guint32 *n_undated, AttriFindings *findings)
{
    for (guint32 i = 0; i < attri_graph_get_n_sources (graph); i++) {
        const AttriSource *source = attri_graph_get_source (graph, i);
        if (n_undated[i] == 0)
            continue;
        g_autofree char *id = attri_text__quote (source->id);
        attri_findings_add (findings, attri_check__rule (RULE_UNDATED_CLAIM), source->place, NULL,
                            "neither %s nor what it was read in bears a date (claims: %u); "
                            "expected at least a year",
                            id, n_undated[i]);
    }
}

void
attri_check__claims (const AttriGraph *graph, AttriFindings *findings)
{
    g_autofree const char **relations = attri_relation_list ();
    g_autofree guint32 *n_undated = g_new0 (guint32, attri_graph_get_n_sources (graph) + 1);
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, i);
        check_relationship (claim, relations, findings);
        check_claim (graph, claim, findings);
        n_undated[claim->claimant] += !attri_date_is_set (claim->said_on);
    }
    tell_undated (graph, n_undated, findings);
}

/* ---- edges ---- */

static gboolean
needs_independence (const AttriEdge *edge)
{
    const AttriRelationClass relation = attri_relation_info (edge->type)->relation;
    return edge->asserted &&
           (relation == ATTRI_RELATION_TOOLING || relation == ATTRI_RELATION_IDENTITY);
}

static void
check_independence (const AttriGraph *graph, const AttriEdge *edge, const char *what,
                    AttriPlace place, AttriFindings *findings)
{
    g_autofree const char **publishers = attri_graph_get_lineage (graph, edge->claims);
    if (publishers[0] == NULL) {
        attri_findings_add (findings, attri_check__rule (RULE_NO_INDEPENDENT_SOURCE), place, NULL,
                            "nobody of known lineage says %s; expected a report, or based_on",
                            what);
    } else if (publishers[1] == NULL) {
        g_autofree char *publisher = attri_text__quote (publishers[0]);
        attri_findings_add (findings, attri_check__rule (RULE_SINGLE_SOURCE), place, NULL,
                            "%s rests on %s alone", what, publisher);
    }
}

static void
check_withdrawals (const AttriGraph *graph, const AttriEdge *edge, const char *what,
                   AttriFindings *findings)
{
    g_autoptr (GTree) withdrawn = attri_edge__find_withdrawn (graph, edge);
    for (guint32 c = 0; c < edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (graph, edge->claims.first + c);
        if (claim->stance != ATTRI_STANCE_WITHDRAWS || claim->revoked ||
            attri_claim__takes_back (graph, claim, withdrawn))
            continue;
        g_autofree char *id =
            attri_text__quote (attri_graph_get_source (graph, claim->claimant)->id);
        attri_findings_add (findings, attri_check__rule (RULE_IDLE_WITHDRAWAL), claim->place, NULL,
                            "%s withdraws %s, which its publisher asserts in no source that is as "
                            "old or older; expected another claimant, or 'denies'",
                            id, what);
    }
}

void
attri_check__edges (const AttriGraph *graph, AttriFindings *findings)
{
    for (guint32 i = 0; i < attri_graph_get_n_edges (graph); i++) {
        const AttriEdge *edge = attri_graph_get_edge (graph, i);
        const AttriPlace place = attri_graph_get_claim (graph, edge->claims.first)->place;
        g_autofree char *what = describe (graph, edge->from, edge->type, edge->to, edge->value);
        if (edge->disputed)
            attri_findings_add (findings, attri_check__rule (RULE_DISPUTED_EDGE), place, NULL,
                                "%s is asserted by one source and doubted or denied by another",
                                what);
        check_withdrawals (graph, edge, what, findings);
        if (needs_independence (edge))
            check_independence (graph, edge, what, place, findings);
    }
}
