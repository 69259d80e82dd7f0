/* SPDX-License-Identifier: MIT
 *
 * rules.c: what the builder finds, as data; the manual is made from it.
 */
#include "model/rules-private.h"

#include <attrigraph/model.h>

static const AttriRule rules[] = {
    [RULE_AMBIGUOUS_JOIN] =
        {"ambiguous-join", ATTRI_SEVERITY_WARNING,
         "An external id would join records that bear different ids of one authority.",
         "Records are one entity if they bear the same external id of the same authority. A record "
         "that bears two ids of one authority joins neither, and a chain of joins that would bring "
         "two ids of one authority together is not made at all. State a same-as relationship with "
         "its source instead."},
    [RULE_CONFLICTING_FIELD] =
        {"conflicting-field", ATTRI_SEVERITY_WARNING,
         "Records of one entity or source disagree about a field.",
         "Of an entity the value of the record that was recorded last is shown, and of several the "
         "least by bytes; what one record takes back another still holds. Of a source what was "
         "declared wins over what a feed refers to. Correct one of the records, or state the "
         "difference as a claim."},
    [RULE_CONFLICTING_REFERENCE] = {"conflicting-reference", ATTRI_SEVERITY_INFO,
                                    "References in feeds disagree about the source they refer to.",
                                    "One of them is wrong about the date, the link or the title. "
                                    "The earlier is shown. Declare "
                                    "the source in a file of the case to say which it is."},
    [RULE_DANGLING_REFERENCE] =
        {"dangling-reference", ATTRI_SEVERITY_ERROR,
         "An id is used that no file of the run defines.",
         "Every entity and source that is named must be declared in one of the files that are read "
         "together."},
    [RULE_DIFFERENT_DESCRIPTION] = {"different-description", ATTRI_SEVERITY_INFO,
                                    "Records of one entity describe it in different words.",
                                    "The words of the record that was recorded last are shown."},
    [RULE_DUPLICATE_CLAIM_ID] =
        {"duplicate-claim-id", ATTRI_SEVERITY_ERROR,
         "Two different relationships have the same id.",
         "An id pairs a relationship with itself from one reading to the next. Give each its own, "
         "or none."},
    [RULE_DUPLICATE_ENTITY] =
        {"duplicate-entity", ATTRI_SEVERITY_ERROR,
         "An entity is declared again with another type or name.",
         "A repeat must agree on type and name. Another name is an alias; another thing needs "
         "another id."},
    [RULE_DUPLICATE_SOURCE] =
        {"duplicate-source", ATTRI_SEVERITY_ERROR,
         "A source is declared again with another title, publisher or date.",
         "A repeat must agree with the first declaration. Another edition is a source of its own, "
         "with edition_of."},
    [RULE_DUPLICATE_VIEW] = {"duplicate-view", ATTRI_SEVERITY_ERROR,
                             "A saved view is there again and differs.",
                             "A view is asked for by its id, so an id can mean only one. A repeat "
                             "must agree in everything."},
    [RULE_JOINED_RECORDS] =
        {"joined-records", ATTRI_SEVERITY_INFO,
         "Records with different ids bear the same external id and are one entity.",
         "Nothing is joined by name, only by the same id of the same authority."},
    [RULE_SELF_RELATIONSHIP] = {"self-relationship", ATTRI_SEVERITY_ERROR,
                                "A relationship has the same entity at both ends.",
                                "Nothing is said by it. One of the two ids is probably a slip."},
    [RULE_UNCITED_STATEMENT] =
        {"uncited-statement", ATTRI_SEVERITY_ERROR, "A statement has no citation.",
         "Every line of a picture bears its source. Cite what was read, or give the document a "
         "default citation; what only you know is cited as a source of kind internal."},
    [RULE_VANISHED_RELATIONSHIP] =
        {"vanished-relationship", ATTRI_SEVERITY_INFO,
         "Both ends of a relationship are records of one entity, so it is left out.",
         "The records bear the same external id of the same authority, which says already what a "
         "relationship between them could."},
};

const AttriRule *
attri_model__rule (AttriModelRule rule)
{
    return &rules[rule];
}

const AttriRule *
attri_model_get_rules (guint *n)
{
    g_return_val_if_fail (n != NULL, NULL);
    *n = G_N_ELEMENTS (rules);
    return rules;
}
