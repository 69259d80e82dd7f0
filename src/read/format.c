/* SPDX-License-Identifier: MIT
 *
 * format.c: which format a document is in, told by its members.
 */
#include "read/reader.h"

/* Formats we can name but not read, by a member that only they have. */
static const struct {
    const char *member;
    const char *name;
} foreign[] = {
    {"objects", "a STIX bundle"},        {"spec_version", "a STIX object"},
    {"values", "a MISP galaxy cluster"}, {"Event", "a MISP event"},
    {"nodes", "a graph of nodes"},
};

static void
tell_unknown_format (const Reader *reader)
{
    const AttriJsonDocument *document = reader->document;
    const AttriPlace place = {reader->name, document->root.line, document->root.column};
    const AttriRule *rule = read_rule (READ_RULE_UNKNOWN_FORMAT);
    const AttriJsonType type = attri_json__span_type (document, &document->root);

    if (type != ATTRI_JSON_OBJECT) {
        attri_findings_add (reader->findings, rule, place, NULL,
                            "%s; expected an object with \"attrigraph\": 1",
                            attri_json__type_name (type));
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++) {
        if (attri_json__document_find (document, foreign[i].member) != NULL) {
            attri_findings_add (reader->findings, rule, place, NULL,
                                "looks like %s, which is not read yet; expected an object with "
                                "\"attrigraph\": 1",
                                foreign[i].name);
            return;
        }
    }
    attri_findings_add (reader->findings, rule, place, NULL,
                        "unknown format; expected an object with \"attrigraph\": 1");
}

void
read_document (Reader *reader)
{
    if (attri_json__span_type (reader->document, &reader->document->root) == ATTRI_JSON_OBJECT &&
        attri_json__document_find (reader->document, "attrigraph") != NULL)
        read_own (reader);
    else
        tell_unknown_format (reader);
}
