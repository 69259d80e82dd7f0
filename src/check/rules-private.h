/* SPDX-License-Identifier: MIT
 *
 * rules-private.h: the rows of this room's table of rules, by name.
 */
#pragma once

#include <attrigraph/base.h>

typedef enum {
    RULE_AVAILABILITY_CONFLICT,
    RULE_CLAIMANT_AFTER_CARRIER,
    RULE_DISPUTED_EDGE,
    RULE_HIDDEN_CHARACTER,
    RULE_IDLE_WITHDRAWAL,
    RULE_LINEAGE_CYCLE,
    RULE_NO_INDEPENDENT_SOURCE,
    RULE_ODD_ENDS,
    RULE_POSSIBLE_SAME_NAME,
    RULE_RECORDED_BEFORE_CARRIER,
    RULE_SHARED_LINK,
    RULE_SINGLE_POINT_OF_FAILURE,
    RULE_SINGLE_SOURCE,
    RULE_TIME_REVERSED,
    RULE_UNCITED_SOURCE,
    RULE_UNDATED_CLAIM,
    RULE_UNKNOWN_RELATIONSHIP,
    RULE_UNKNOWN_TYPE,
    RULE_UNSAFE_LINK,
    RULE_UNUSED_ENTITY,
} AttriCheckRule;

const AttriRule *attri_check__rule (AttriCheckRule rule);
