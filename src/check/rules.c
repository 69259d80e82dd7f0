/* SPDX-License-Identifier: MIT
 *
 * rules.c: what can be doubted about a graph, as data; the manual is made from
 * it.
 */
#include "check/rules-private.h"

#include <attrigraph/check.h>

static const AttriRule rules[] = {
    [RULE_AVAILABILITY_CONFLICT] =
        {"availability-conflict", ATTRI_SEVERITY_WARNING,
         "Sources disagree about how easily a tool is had at one time.",
         "Overlap is ranked by availability, so the ranking hangs on whom one believes. Give the "
         "claims dates (since) if the tool became easier to get, or deny one of them."},
    [RULE_CLAIMANT_AFTER_CARRIER] =
        {"claimant-after-carrier", ATTRI_SEVERITY_WARNING,
         "A source is cited through one that appeared before it.",
         "What was published earlier cannot relay what was said later. One of the two dates, or "
         "the choice of source, is probably wrong."},
    [RULE_DISPUTED_EDGE] =
        {"disputed-edge", ATTRI_SEVERITY_INFO, "One source asserts what another doubts or denies.",
         "Both are kept and both are drawn. Nothing needs to be done, but a reader should hear of "
         "it."},
    [RULE_HIDDEN_CHARACTER] =
        {"hidden-character", ATTRI_SEVERITY_WARNING,
         "A text holds characters that change what is seen without being seen.",
         "Bidirectional controls and zero-width characters can make one name look like another, "
         "and accents piled on a letter, more than three, cover what stands above and below. "
         "Pictures show them as marks such as ⟨U+202E⟩. Remove them unless they are the point."},
    [RULE_IDLE_WITHDRAWAL] =
        {"idle-withdrawal", ATTRI_SEVERITY_WARNING,
         "A claim withdraws what its publisher never said.",
         "Only a publisher takes back what it asserted, in the same source or a later one. Whoever "
         "contradicts somebody else denies it. If another source of that publisher is meant, say "
         "so "
         "with claimant."},
    [RULE_LINEAGE_CYCLE] =
        {"lineage-cycle", ATTRI_SEVERITY_WARNING, "A source is based on itself by way of others.",
         "Nobody in such a ring counts as independent. One of the based_on or edition_of ids is "
         "wrong."},
    [RULE_NO_INDEPENDENT_SOURCE] =
        {"no-independent-source", ATTRI_SEVERITY_WARNING, "Nobody whose lineage is known says so.",
         "News and compilations count only through what they are based on, and what only we know "
         "does not count. Give based_on, or find the report."},
    [RULE_ODD_ENDS] =
        {"odd-ends", ATTRI_SEVERITY_WARNING,
         "A relationship joins what its type does not join, or is limited to what is no place.",
         "Tools use no groups, and nobody targets a tool: the two ends are probably exchanged. It "
         "is kept and drawn as it stands. Sectors and organisations are targets, not places."},
    [RULE_POSSIBLE_SAME_NAME] =
        {"possible-same-name", ATTRI_SEVERITY_INFO,
         "Two entities share a name, and no relationship says how they stand to each other.",
         "Nothing is ever merged by name. If a source says that they are the same, or are not, add "
         "a same-as or distinct-from relationship with that source."},
    [RULE_RECORDED_BEFORE_CARRIER] =
        {"recorded-before-carrier", ATTRI_SEVERITY_WARNING,
         "A claim was recorded before what it was read in appeared.",
         "Either date is wrong, and a picture known on a date hangs on both."},
    [RULE_SHARED_LINK] =
        {"shared-link", ATTRI_SEVERITY_WARNING,
         "Two sources have the same link, and neither is an edition of the other.",
         "They may be one source under two ids, and then they are counted twice. Drop one, give it "
         "edition_of, or link to the page that is meant."},
    [RULE_SINGLE_POINT_OF_FAILURE] =
        {"single-point-of-failure", ATTRI_SEVERITY_WARNING,
         "A source that we have not read reaches us only through carriers graded F.",
         "Grade F says that a carrier's reliability cannot be judged, so neither can what it "
         "relays. Read the source itself, or find a second carrier."},
    [RULE_SINGLE_SOURCE] = {"single-source", ATTRI_SEVERITY_INFO,
                            "Tooling or identity rests on one independent publisher.",
                            "Everything drawn from it stands or falls with that publisher."},
    [RULE_TIME_REVERSED] = {"time-reversed", ATTRI_SEVERITY_WARNING,
                            "Something ends before it begins.",
                            "One of the two dates is wrong, or they are exchanged."},
    [RULE_UNCITED_SOURCE] = {"uncited-source", ATTRI_SEVERITY_INFO,
                             "A source is declared but nothing cites it.",
                             "Cite it where it speaks, name it in based_on, or drop it."},
    [RULE_UNDATED_CLAIM] = {"undated-claim", ATTRI_SEVERITY_WARNING,
                            "Neither who claims it nor what it was read in bears a date.",
                            "Such a claim is in no picture as of a date. Give the source a date, "
                            "if only the year; it is "
                            "told once for all its claims."},
    [RULE_UNKNOWN_RELATIONSHIP] =
        {"unknown-relationship", ATTRI_SEVERITY_INFO,
         "A relationship type is neither STIX's nor ours.",
         "It is kept and drawn under its own word, but means nothing to overlap and columns."},
    [RULE_UNKNOWN_TYPE] =
        {"unknown-type", ATTRI_SEVERITY_INFO, "An entity type is neither STIX's nor ours.",
         "It is kept and drawn in a plain box, but means nothing to overlap and columns."},
    [RULE_UNSAFE_LINK] = {"unsafe-link", ATTRI_SEVERITY_WARNING,
                          "A link is neither http nor https.",
                          "Only those two are ever written into an output; any other is left out."},
    [RULE_UNUSED_ENTITY] =
        {"unused-entity", ATTRI_SEVERITY_INFO, "An entity is declared but no claim speaks of it.",
         "Without a focus it is drawn as a box on its own. Say something about it, or drop it."},
};

const AttriRule *
attri_check__rule (AttriCheckRule rule)
{
    return &rules[rule];
}

const AttriRule *
attri_check_get_rules (guint *n)
{
    g_return_val_if_fail (n != NULL, NULL);
    *n = G_N_ELEMENTS (rules);
    return rules;
}
