/* SPDX-License-Identifier: MIT
 *
 * format.c: which format a document is in, told by its members.
 */
#include "read/misp.h"
#include "read/stix.h"

/* Formats by a member that only they have. What STIX calls observables has none; see below. Those
 * we can name but not read have no reader. */
static const struct {
    const char *member;
    const char *name;
    void (*read) (Reader *reader);
} formats[] = {
    {"attrigraph", "own format", read_own},
    {"objects", "STIX bundle", read_stix},
    {"spec_version", "STIX object", read_stix},
    {"source_ref", "STIX object", read_stix},
    {"created", "STIX object", read_stix},
    {"values", "MISP galaxy cluster", read_misp},
    {"Event", "MISP event", NULL},
    {"nodes", "graph of nodes", NULL},
};

#define EXPECTED "expected an object with \"attrigraph\": 1, STIX, or a MISP galaxy cluster"

static void
tell_unknown_format (const Reader *reader)
{
    const AttriJsonDocument *document = reader->document;
    const AttriPlace place = {reader->name, document->root.line, document->root.column};
    const AttriRule *rule = read_rule (READ_RULE_UNKNOWN_FORMAT);
    const AttriJsonType type = attri_json__span_type (document, &document->root);

    if (type != ATTRI_JSON_OBJECT) {
        attri_findings_add (reader->findings, rule, place, NULL, "%s; " EXPECTED,
                            attri_json__type_name (type));
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
        if (formats[i].read == NULL &&
            attri_json__document_find (document, formats[i].member) != NULL) {
            attri_findings_add (reader->findings, rule, place, NULL,
                                "looks like a %s, which is not read; " EXPECTED, formats[i].name);
            return;
        }
    }
    attri_findings_add (reader->findings, rule, place, NULL, "unknown format; " EXPECTED);
}

static void
read_as_stix (Reader *reader, const char *format)
{
    reader->format = format;
    reader->is_feed = TRUE;
    read_stix (reader);
}

void
read_document (Reader *reader)
{
    const AttriJsonDocument *document = reader->document;
    const AttriJsonType type = attri_json__span_type (document, &document->root);

    if (type == ATTRI_JSON_ARRAY) {
        read_as_stix (reader, "STIX objects");
        return;
    }
    for (gsize i = 0; type == ATTRI_JSON_OBJECT && i < G_N_ELEMENTS (formats); i++) {
        if (formats[i].read != NULL &&
            attri_json__document_find (document, formats[i].member) != NULL) {
            reader->format = formats[i].name;
            reader->is_feed = formats[i].read != read_own;
            formats[i].read (reader);
            return;
        }
    }
    if (stix_is_object (document))
        read_as_stix (reader, "STIX object");
    else
        tell_unknown_format (reader);
}
