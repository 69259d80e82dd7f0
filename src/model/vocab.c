/* SPDX-License-Identifier: MIT
 *
 * vocab.c: what relationship and entity types mean, and how they read. STIX 2.1
 * (appendix B for relationships, sections 4 and 6 for types), MITRE ATT&CK's
 * additions, and ours. Both tables are sorted by type, by bytes.
 */
#include <attrigraph/model.h>

#include <string.h>

static const AttriRelationInfo relations[] = {
    {"alias", ATTRI_RELATION_VALUE, FALSE, FALSE, "also called", "a name of"},
    {"alias-of", ATTRI_RELATION_IDENTITY, TRUE, FALSE, "alias of", "has the alias"},
    {"analysis-of", ATTRI_RELATION_OTHER, FALSE, FALSE, "analyses", "analysed by"},
    {"attributed-to", ATTRI_RELATION_SPONSOR, FALSE, FALSE, "attributed to", "held to be behind"},
    {"authored-by", ATTRI_RELATION_OTHER, FALSE, FALSE, "written by", "wrote"},
    {"availability", ATTRI_RELATION_VALUE, FALSE, FALSE, "availability", "availability of"},
    {"based-on", ATTRI_RELATION_OTHER, FALSE, FALSE, "based on", "basis of"},
    {"beacons-to", ATTRI_RELATION_OTHER, FALSE, FALSE, "beacons to", "receives beacons of"},
    {"belongs-to", ATTRI_RELATION_OTHER, FALSE, FALSE, "belongs to", "holds"},
    {"characterizes", ATTRI_RELATION_OTHER, FALSE, FALSE, "characterises", "characterised by"},
    {"communicates-with", ATTRI_RELATION_OTHER, FALSE, TRUE, "communicates with",
     "communicates with"},
    {"compromises", ATTRI_RELATION_OTHER, FALSE, FALSE, "compromises", "compromised by"},
    {"consists-of", ATTRI_RELATION_OTHER, FALSE, FALSE, "consists of", "component of"},
    {"contains", ATTRI_RELATION_OTHER, FALSE, FALSE, "contains", "contained in"},
    {"controls", ATTRI_RELATION_OTHER, FALSE, FALSE, "controls", "controlled by"},
    {"delivers", ATTRI_RELATION_OTHER, FALSE, FALSE, "delivers", "delivered by"},
    {"derived-from", ATTRI_RELATION_OTHER, FALSE, FALSE, "derived from", "origin of"},
    {"detects", ATTRI_RELATION_OTHER, FALSE, FALSE, "detects", "detected by"},
    {"distinct-from", ATTRI_RELATION_DISTINCT, FALSE, TRUE, "distinct from", "distinct from"},
    {"downloads", ATTRI_RELATION_OTHER, FALSE, FALSE, "downloads", "downloaded by"},
    {"drops", ATTRI_RELATION_OTHER, FALSE, FALSE, "drops", "dropped by"},
    {"duplicate-of", ATTRI_RELATION_IDENTITY, TRUE, TRUE, "duplicate of", "duplicate of"},
    {"dynamic-analysis-of", ATTRI_RELATION_OTHER, FALSE, FALSE, "dynamic analysis of",
     "analysed when run by"},
    {"exfiltrates-to", ATTRI_RELATION_OTHER, FALSE, FALSE, "exfiltrates to",
     "receives data stolen by"},
    {"exploits", ATTRI_RELATION_OTHER, FALSE, FALSE, "exploits", "exploited by"},
    {"has", ATTRI_RELATION_OTHER, FALSE, FALSE, "has", "present in"},
    {"hosts", ATTRI_RELATION_OTHER, FALSE, FALSE, "hosts", "hosted by"},
    {"impersonates", ATTRI_RELATION_OTHER, FALSE, FALSE, "impersonates", "impersonated by"},
    {"indicates", ATTRI_RELATION_OTHER, FALSE, FALSE, "indicates", "indicated by"},
    {"investigates", ATTRI_RELATION_OTHER, FALSE, FALSE, "investigates", "investigated by"},
    {"located-at", ATTRI_RELATION_PLACE, FALSE, FALSE, "located in", "location of"},
    {"mitigates", ATTRI_RELATION_OTHER, FALSE, FALSE, "mitigates", "mitigated by"},
    {"originates-from", ATTRI_RELATION_PLACE, FALSE, FALSE, "originates from", "origin of"},
    {"overlaps-with", ATTRI_RELATION_IDENTITY, FALSE, TRUE, "overlaps with", "overlaps with"},
    {"owns", ATTRI_RELATION_OTHER, FALSE, FALSE, "owns", "owned by"},
    {"part-of", ATTRI_RELATION_IDENTITY, FALSE, FALSE, "part of", "includes"},
    {"prevalence", ATTRI_RELATION_VALUE, FALSE, FALSE, "used by groups", "prevalence of"},
    {"related-to", ATTRI_RELATION_OTHER, FALSE, TRUE, "related to", "related to"},
    {"remediates", ATTRI_RELATION_OTHER, FALSE, FALSE, "remediates", "remediated by"},
    {"resolves-to", ATTRI_RELATION_OTHER, FALSE, FALSE, "resolves to", "resolved from"},
    {"revoked-by", ATTRI_RELATION_OTHER, FALSE, FALSE, "replaced by", "replaces"},
    {"same-as", ATTRI_RELATION_IDENTITY, TRUE, TRUE, "same as", "same as"},
    {"sighted-by", ATTRI_RELATION_OTHER, FALSE, FALSE, "sighted by", "sighted"},
    {"sponsored-by", ATTRI_RELATION_SPONSOR, FALSE, FALSE, "sponsored by", "sponsor of"},
    {"static-analysis-of", ATTRI_RELATION_OTHER, FALSE, FALSE, "static analysis of",
     "analysed at rest by"},
    {"subtechnique-of", ATTRI_RELATION_OTHER, FALSE, FALSE, "subtechnique of", "has subtechnique"},
    {"targets", ATTRI_RELATION_TARGET, FALSE, FALSE, "targets", "targeted by"},
    {"uses", ATTRI_RELATION_TOOLING, FALSE, FALSE, "uses", "used by"},
    {"variant-of", ATTRI_RELATION_FAMILY, FALSE, FALSE, "variant of", "has variant"},
};

static const AttriTypeInfo types[] = {
    {"attack-pattern", ATTRI_ROLE_TECHNIQUE, "technique", "techniques"},
    {"campaign", ATTRI_ROLE_ACTOR, "campaign", "campaigns"},
    {"course-of-action", ATTRI_ROLE_OTHER, "course of action", "courses of action"},
    {"grouping", ATTRI_ROLE_OTHER, "grouping", "groupings"},
    {"identity", ATTRI_ROLE_IDENTITY, "identity", "identities"},
    {"incident", ATTRI_ROLE_OTHER, "incident", "incidents"},
    {"indicator", ATTRI_ROLE_OTHER, "indicator", "indicators"},
    {"infrastructure", ATTRI_ROLE_OTHER, "infrastructure", "infrastructures"},
    {"intrusion-set", ATTRI_ROLE_ACTOR, "threat group", "threat groups"},
    {"location", ATTRI_ROLE_PLACE, "place", "places"},
    {"malware", ATTRI_ROLE_TOOL, "malware", "malware"},
    {"malware-analysis", ATTRI_ROLE_OTHER, "malware analysis", "malware analyses"},
    {"note", ATTRI_ROLE_OTHER, "note", "notes"},
    {"observed-data", ATTRI_ROLE_OTHER, "observed data", "observed data"},
    {"opinion", ATTRI_ROLE_OTHER, "opinion", "opinions"},
    {"report", ATTRI_ROLE_OTHER, "report", "reports"},
    {"sector", ATTRI_ROLE_SECTOR, "sector", "sectors"},
    {"threat-actor", ATTRI_ROLE_ACTOR, "threat actor", "threat actors"},
    {"tool", ATTRI_ROLE_TOOL, "tool", "tools"},
    {"vulnerability", ATTRI_ROLE_OTHER, "vulnerability", "vulnerabilities"},
};

static int
compare_relation (const void *type, const void *row)
{
    return strcmp (type, ((const AttriRelationInfo *)row)->type);
}

static int
compare_type (const void *type, const void *row)
{
    return strcmp (type, ((const AttriTypeInfo *)row)->type);
}

const AttriRelationInfo *
attri_relation_info (const char *type)
{
    static const AttriRelationInfo unknown = {"",    ATTRI_RELATION_OTHER, FALSE,
                                              FALSE, "related to",         "related to"};
    g_return_val_if_fail (type != NULL, &unknown);

    const AttriRelationInfo *row = bsearch (type, relations, G_N_ELEMENTS (relations),
                                            sizeof (AttriRelationInfo), compare_relation);
    return row != NULL ? row : &unknown;
}

const AttriTypeInfo *
attri_type_info (const char *type)
{
    static const AttriTypeInfo unknown = {"", ATTRI_ROLE_OTHER, "object", "objects"};
    g_return_val_if_fail (type != NULL, &unknown);

    const AttriTypeInfo *row =
        bsearch (type, types, G_N_ELEMENTS (types), sizeof (AttriTypeInfo), compare_type);
    return row != NULL ? row : &unknown;
}

const char *
attri_relation_copula (const char *words)
{
    static const struct {
        const char *words;
        const char *copula;
    } nouns[] = {{"alias of", "is an "},    {"basis of", "is the "},    {"component of", "is a "},
                 {"duplicate of", "is a "}, {"location of", "is the "}, {"origin of", "is the "},
                 {"same as", "is the "},    {"sponsor of", "is the "},  {"variant of", "is a "}};
    g_return_val_if_fail (words != NULL, "");

    for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
        if (strcmp (words, nouns[i].words) == 0)
            return nouns[i].copula;
    const char *end = strchrnul (words, ' ');
    return end > words && end[-1] == 's' ? "" : "is ";
}

const char **
attri_relation_list (void)
{
    const char **list = g_new0 (const char *, G_N_ELEMENTS (relations) + 1);
    for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
        list[i] = relations[i].type;
    return list;
}

const char **
attri_type_list (void)
{
    const char **list = g_new0 (const char *, G_N_ELEMENTS (types) + 1);
    for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
        list[i] = types[i].type;
    return list;
}
