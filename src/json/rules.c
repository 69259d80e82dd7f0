/* SPDX-License-Identifier: MIT
 *
 * rules.c: what can be wrong with a document before anybody asks what it means.
 */
#include "json/scanner.h"

static const AttriRule rules[] = {
    [JSON_RULE_SYNTAX] =
        {"json-syntax", ATTRI_SEVERITY_ERROR, "The text is not JSON.",
         "Input is strict JSON (RFC 8259): no comments, no trailing commas, no byte order mark. "
         "Reading stops at the first breach of the grammar, because what follows could mean "
         "anything."},
    [JSON_RULE_TEXT] =
        {"json-text", ATTRI_SEVERITY_ERROR, "A string holds what is no text.",
         "Strings are valid UTF-8 without U+0000, lone surrogates and bare control characters. "
         "Programs that let them through disagree about what they mean."},
    [JSON_RULE_DUPLICATE_KEY] =
        {"json-duplicate-key", ATTRI_SEVERITY_ERROR, "An object has the same key twice.",
         "One of the two values would be lost without a word (RFC 8259, section 4). Keys are "
         "compared after decoding."},
    [JSON_RULE_LIMIT] = {"json-limit", ATTRI_SEVERITY_ERROR,
                         "The document asks for more than is allowed.",
                         "Limits keep a hostile file from taking all memory. They can be raised."},
};

const AttriRule *
attri_json__get_rules (guint *n)
{
    *n = G_N_ELEMENTS (rules);
    return rules;
}
