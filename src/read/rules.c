/* SPDX-License-Identifier: MIT
 *
 * rules.c: what the readers find, as data; the manual is made from it.
 */
#include "read/reader.h"

static const AttriRule rules[] = {
    [READ_RULE_BAD_DATE] =
        {"bad-date", ATTRI_SEVERITY_ERROR, "A date is none.",
         "Dates are a year, a month or a day, as 2021, 2021-07 or 2021-07-08, of the Gregorian "
         "calendar."},
    [READ_RULE_BAD_ID] =
        {"bad-id", ATTRI_SEVERITY_ERROR, "An id is empty, too long or not legible.",
         "Ids are typed, compared and printed, so they are at most 256 bytes without white space, "
         "control and hidden characters."},
    [READ_RULE_BAD_VALUE] =
        {"bad-value", ATTRI_SEVERITY_ERROR, "A field's value is none of those allowed.",
         "The message says which are. A word is spelt as in the manual, a number lies in its "
         "range, and a text that is given is not empty."},
    [READ_RULE_FILE_LIMIT] =
        {"file-limit", ATTRI_SEVERITY_ERROR, "A file is larger than is allowed.",
         "The limit keeps a hostile file from taking all memory. It can be raised."},
    [READ_RULE_MISSING_FIELD] = {"missing-field", ATTRI_SEVERITY_ERROR,
                                 "An object lacks a field it must have.",
                                 "Without it the object says nothing that could be drawn."},
    [READ_RULE_REPEATED_ID] = {"repeated-id", ATTRI_SEVERITY_ERROR,
                               "A list names the same id twice.",
                               "Probably one of the two is a slip for another."},
    [READ_RULE_UNKNOWN_CONFIDENCE] =
        {"unknown-confidence", ATTRI_SEVERITY_WARNING, "A word for confidence has no number.",
         "The word is kept and shown. Selections by confidence treat the claim as one that states "
         "none."},
    [READ_RULE_UNKNOWN_FIELD] =
        {"unknown-field", ATTRI_SEVERITY_WARNING, "A field is not part of the format.",
         "It is ignored, so what it says is lost. Probably it is misspelt."},
    [READ_RULE_UNKNOWN_FORMAT] =
        {"unknown-format", ATTRI_SEVERITY_ERROR, "A document is in no known format.",
         "Formats are recognised by what is in a document, never by the name of its file: the own "
         "format by its member attrigraph."},
    [READ_RULE_UNKNOWN_TYPE] =
        {"unknown-type", ATTRI_SEVERITY_WARNING, "A type is neither STIX's nor ours.",
         "It is read and drawn, but means nothing to questions and columns. A type of your own "
         "begins with x- and is not warned about."},
    [READ_RULE_UNSAFE_LINK] = {"unsafe-link", ATTRI_SEVERITY_WARNING,
                               "A link is neither http nor https.",
                               "It is kept as text, and no output makes it a link."},
    [READ_RULE_WRONG_TYPE] = {"wrong-type", ATTRI_SEVERITY_ERROR,
                              "A value is of the wrong JSON type.",
                              "The message says what was found and what belongs there."},
};

const AttriRule *
read_rule (ReadRule rule)
{
    return &rules[rule];
}

const AttriRule *
attri_read_get_rules (guint *n)
{
    g_return_val_if_fail (n != NULL, NULL);
    *n = G_N_ELEMENTS (rules);
    return rules;
}

const AttriRule *
attri_read_get_json_rules (guint *n)
{
    g_return_val_if_fail (n != NULL, NULL);
    return attri_json__get_rules (n);
}
