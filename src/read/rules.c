/* SPDX-License-Identifier: MIT
 *
 * rules.c: what the readers find, as data; the manual is made from it.
 */
#include "read/reader.h"

static const AttriRule rules[] = {
    [READ_RULE_AMBIGUOUS_VERSION] =
        {"ambiguous-version", ATTRI_SEVERITY_WARNING,
         "Two versions of a STIX object bear the same time and differ.",
         "The newest version counts, and here that is neither. The one whose content comes "
         "first by bytes is taken, so that the order of files makes no difference; find out "
         "which is right."},
    [READ_RULE_BAD_DATE] =
        {"bad-date", ATTRI_SEVERITY_ERROR, "A date is none.",
         "Dates are a year, a month or a day, as 2021, 2021-07 or 2021-07-08, of the Gregorian "
         "calendar."},
    [READ_RULE_BAD_ID] =
        {"bad-id", ATTRI_SEVERITY_ERROR, "An id is empty, too long or not legible.",
         "Ids are typed, compared and printed, so they are at most 256 bytes without white space, "
         "control and hidden characters."},
    [READ_RULE_BAD_MEMBER] =
        {"bad-member", ATTRI_SEVERITY_WARNING,
         "A member of a feed's object is not what it should be, and is ignored.",
         "The rest of the object is read. The message says what was found and what belongs "
         "there."},
    [READ_RULE_BAD_OBJECT] =
        {"bad-object", ATTRI_SEVERITY_WARNING,
         "A feed's object lacks what it cannot do without, and is left out.",
         "Other objects are read all the same. What points to it becomes a placeholder."},
    [READ_RULE_BAD_STIX_ID] = {"bad-stix-id", ATTRI_SEVERITY_WARNING,
                               "The id of a STIX object is not the type, two hyphens and a UUID.",
                               "It is read under that id, but no other feed will know it."},
    [READ_RULE_BAD_VALUE] =
        {"bad-value", ATTRI_SEVERITY_ERROR, "A field's value is none of those allowed.",
         "The message says which are. A word is spelt as in the manual, a number lies in its "
         "range, and a text that is given is not empty."},
    [READ_RULE_CUSTOM_OBJECT] =
        {"custom-object", ATTRI_SEVERITY_INFO,
         "A STIX object is of a type that we know nothing of.",
         "It is read as an entity without a role, and shown only if its type is asked for."},
    [READ_RULE_DANGLING_CITATION] =
        {"dangling-citation", ATTRI_SEVERITY_INFO,
         "A text in a feed cites a report of which only the name is known.",
         "The report becomes a source with nothing but that name. ATT&CK writes (Citation: NAME) "
         "and explains the name in the external references beside the text; here it does not."},
    [READ_RULE_DANGLING_OBJECT] =
        {"dangling-object", ATTRI_SEVERITY_WARNING,
         "A feed's object points to one that no file defines.",
         "A placeholder stands where it would be, named by its id; reading the file that "
         "defines it replaces it."},
    [READ_RULE_DEPRECATED_OBJECT] =
        {"deprecated-object", ATTRI_SEVERITY_INFO,
         "The publisher no longer maintains a STIX object.",
         "It is hidden unless asked for, as what its publisher took back is."},
    [READ_RULE_FILE_LIMIT] =
        {"file-limit", ATTRI_SEVERITY_ERROR, "A file is larger than is allowed.",
         "The limit keeps a hostile file from taking all memory. It can be raised."},
    [READ_RULE_GRANULAR_MARKING] =
        {"granular-marking", ATTRI_SEVERITY_WARNING,
         "Parts of a STIX object are marked one by one, which is not understood.",
         "The whole is marked as tightly as its tightest part, because nobody can see here which "
         "part a picture would show."},
    [READ_RULE_MISSING_FIELD] = {"missing-field", ATTRI_SEVERITY_ERROR,
                                 "An object lacks a field it must have.",
                                 "Without it the object says nothing that could be drawn."},
    [READ_RULE_NOT_AN_ENTITY] =
        {"not-an-entity", ATTRI_SEVERITY_WARNING,
         "A relationship of STIX ends at something that is no entity.",
         "Reports, notes, opinions, markings and relationships are no entities here, so the "
         "relationship is left out."},
    [READ_RULE_OTHER_NAME] =
        {"other-name", ATTRI_SEVERITY_INFO,
         "A feed's copy of a record bears another name than the record.",
         "The record's own name is shown, and the other is kept as a name that the feed gives it."},
    [READ_RULE_REPEATED_ID] = {"repeated-id", ATTRI_SEVERITY_ERROR,
                               "A list names the same id twice.",
                               "Probably one of the two is a slip for another."},
    [READ_RULE_REVOKED_OBJECT] =
        {"revoked-object", ATTRI_SEVERITY_INFO, "The publisher took a STIX object back.",
         "It is hidden unless asked for. A relationship revoked-by says what replaces it, if "
         "anything does."},
    [READ_RULE_SELF_REFERENCE] = {"self-reference", ATTRI_SEVERITY_WARNING,
                                  "A relationship of a feed has the same object at both ends.",
                                  "Nothing is said by it, and it is left out."},
    [READ_RULE_SHADOWED_VERSION] =
        {"shadowed-version", ATTRI_SEVERITY_INFO, "A newer version of a STIX object was read.",
         "Of several versions of one id the one modified last counts, whatever the order of "
         "files."},
    [READ_RULE_SKIPPED_OBJECT] =
        {"skipped-object", ATTRI_SEVERITY_INFO,
         "Something in a STIX file says nothing that could be drawn, and is left out.",
         "Such are translations, definitions of extensions, the observables inside observed data "
         "of STIX 2.0, opinions that take no side or are about something that is no relationship, "
         "and sightings by nobody."},
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
    [READ_RULE_UNKNOWN_MARKING] =
        {"unknown-marking", ATTRI_SEVERITY_WARNING,
         "A STIX object bears a marking that no file defines.",
         "TLP's own markings are known without their definitions. Another may restrict who may "
         "see the object, so it does not count as CLEAR; add its definition, or mark the source."},
    [READ_RULE_UNKNOWN_TYPE] =
        {"unknown-type", ATTRI_SEVERITY_WARNING, "A type is neither STIX's nor ours.",
         "It is read and drawn, but means nothing to questions and columns. A type of your own "
         "begins with x- or stands among the file's 'types', and is not warned about."},
    [READ_RULE_UNREAD_FIELD] =
        {"unread-field", ATTRI_SEVERITY_INFO, "A field of a feed's object becomes nothing here.",
         "Feeds carry more than claims about who is behind what. What this field says is lost."},
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
