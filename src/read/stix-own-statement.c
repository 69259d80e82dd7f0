/* SPDX-License-Identifier: MIT
 *
 * stix-own-statement.c: what our own extension says of a claim goes in; a statement that lives as
 * long as the run comes out.
 */
#include "read/own.h"
#include "read/stix-own.h"

#include <string.h>

/* What is read of it, and what is yet to be read. */
typedef struct {
    AttriClaim row;
    const char *extension_type;
    gint64 groups;
    gint64 of;
    gint64 confidence;
    const AttriJson *in;
    const AttriJson *assessment;
    const AttriJson *citations;
} Fields;

#define FIELD(key, how, member)                                                                    \
    {                                                                                              \
        .name = (key), .kind = (how), .offset = offsetof (Fields, member)                          \
    }

#define COMMON_FIELDS                                                                              \
    {.name = "hedge",                                                                              \
     .kind = FIELD_CHOICE,                                                                         \
     .offset = offsetof (Fields, row.hedge),                                                       \
     .words = own_hedges},                                                                         \
        FIELD ("wording", FIELD_TEXT, row.wording), FIELD ("purpose", FIELD_TEXT, row.purpose),    \
        FIELD ("confidence_word", FIELD_TEXT, row.confidence_word),                                \
        FIELD ("in_refs", FIELD_ARRAY, in), FIELD ("start_time", FIELD_DATE, row.start_time),      \
        FIELD ("stop_time", FIELD_DATE, row.stop_time),                                            \
        FIELD ("ongoing", FIELD_BOOL, row.ongoing), FIELD ("created", FIELD_DATE, row.created),    \
        FIELD ("modified", FIELD_DATE, row.modified),                                              \
        FIELD ("deprecated", FIELD_BOOL, row.deprecated),                                          \
        FIELD ("assessment", FIELD_OBJECT, assessment), FIELD ("note", FIELD_TEXT, row.note),      \
        FIELD ("citations", FIELD_ARRAY, citations)

/* Of a relationship or an opinion. */
static const Field outer_fields[] = {
    COMMON_FIELDS,
    FIELD ("extension_type", FIELD_TEXT, extension_type),
};

static const char *const types[] = {"alias", "availability", "prevalence", NULL};

static const Field inner_fields[] = {
    COMMON_FIELDS,
    {.name = "type",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (Fields, row.type),
     .required = TRUE,
     .words = types},
    FIELD ("value", FIELD_TEXT, row.value),
    {.name = "groups",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Fields, groups),
     .max = G_MAXUINT32},
    {.name = "of", .kind = FIELD_NUMBER, .offset = offsetof (Fields, of), .max = G_MAXUINT32},
    FIELD ("since", FIELD_DATE, row.since),
    {.name = "stance",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Fields, row.stance),
     .words = own_stances},
    {.name = "confidence",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Fields, confidence),
     .max = 100},
    FIELD ("revoked", FIELD_BOOL, row.revoked),
    FIELD ("tlp", FIELD_TLP, row.tlp),
};

static const Field assessment_fields[] = {
    {.name = "confidence", .kind = FIELD_TEXT, .offset = offsetof (AttriAssessment, confidence)},
    {.name = "by", .kind = FIELD_TEXT, .offset = offsetof (AttriAssessment, by), .required = TRUE},
    {.name = "date",
     .kind = FIELD_DATE,
     .offset = offsetof (AttriAssessment, date),
     .required = TRUE},
    {.name = "why",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriAssessment, why),
     .required = TRUE},
};

/* An alias and an availability have a value, a prevalence two numbers. */
static gboolean
check_value (const Node *node, const Fields *fields)
{
    AttriAvailability availability;
    const AttriClaim *row = &fields->row;
    gboolean ok;

    if (strcmp (row->type, "prevalence") == 0)
        ok = row->value == NULL && fields->of > 0 && fields->groups <= fields->of;
    else
        ok = row->value != NULL && fields->of == 0 && fields->groups == 0;
    if (ok && strcmp (row->type, "availability") == 0)
        ok = attri_availability_parse (row->value, &availability);
    if (!ok)
        node_tell (node, READ_RULE_BAD_VALUE,
                   "no %s; expected 'value', or of a prevalence 'groups' and 'of'", row->type);
    return ok;
}

static void
read_assessment (StixItem *item, const Node *parent, const AttriJson *json, AttriClaim *row)
{
    AttriAssessment assessment = {0};

    if (json == NULL)
        return;
    const Node node = node_member (parent, json);
    if (!fields_read (&node, assessment_fields, G_N_ELEMENTS (assessment_fields), &assessment))
        return;
    AttriAssessment *copy = attri_arena__alloc (item->run->arena, 1, sizeof *copy);
    *copy = assessment;
    row->assessment = copy;
}

static void
read_places (StixItem *item, const Node *parent, const AttriJson *json, StixStatement *statement)
{
    g_autofree const char **ids = NULL;

    if (!fields_read_ids_member (parent, json, &ids))
        return;
    GPtrArray *places = stix_run_begin_list (item->run);
    for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        g_ptr_array_add (places, stix_run_id (item->run, ids[i], strlen (ids[i])));
    statement->in = stix_run_list (item->run, places);
}

gboolean
stix_own_read_statement (StixItem *item, const Node *node, gboolean inner, StixStatement *statement)
{
    Fields fields = {.confidence = -1};

    if (inner) {
        if (!fields_read (node, inner_fields, G_N_ELEMENTS (inner_fields), &fields) ||
            !check_value (node, &fields))
            return FALSE;
    } else if (!fields_read (node, outer_fields, G_N_ELEMENTS (outer_fields), &fields) &&
               attri_json__get_type (node->json) != ATTRI_JSON_OBJECT) {
        return FALSE;
    }
    read_assessment (item, node, fields.assessment, &fields.row);
    read_places (item, node, fields.in, statement);
    if (fields.citations != NULL) {
        const Node list = node_member (node, fields.citations);
        stix_own_read_citations (item, &list, statement);
    }
    statement->row = fields.row;
    statement->row.groups = (guint32)fields.groups;
    statement->row.of = (guint32)fields.of;
    statement->row.confidence = (gint16)fields.confidence;
    return TRUE;
}
