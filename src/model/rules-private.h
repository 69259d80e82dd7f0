/* SPDX-License-Identifier: MIT
 *
 * rules-private.h: the rows of this room's table of rules, by name.
 */
#pragma once

#include <attrigraph/base.h>

typedef enum {
    RULE_AMBIGUOUS_JOIN,
    RULE_CONFLICTING_FIELD,
    RULE_CONFLICTING_REFERENCE,
    RULE_DANGLING_REFERENCE,
    RULE_DIFFERENT_DESCRIPTION,
    RULE_DUPLICATE_CLAIM_ID,
    RULE_DUPLICATE_ENTITY,
    RULE_DUPLICATE_SOURCE,
    RULE_DUPLICATE_VIEW,
    RULE_JOINED_RECORDS,
    RULE_SELF_RELATIONSHIP,
    RULE_UNCITED_STATEMENT,
    RULE_VANISHED_RELATIONSHIP,
} AttriModelRule;

const AttriRule *attri_model__rule (AttriModelRule rule);
