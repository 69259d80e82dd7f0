/* SPDX-License-Identifier: MIT
 *
 * own-relationship.c: a relationship of the own format, which is a statement.
 */
#include "read/own.h"

#include "base/text-private.h"

#include <string.h>

static const char *const stances[] = {"asserts", "doubts", "denies", "withdraws", NULL};
static const char *const hedges[] = {"stated", "assessed", "suspected", "alleged", NULL};
static const char *const reasons[] = {"superseded", "our-error", NULL};

typedef struct {
    AttriStatementDraft draft;
    const AttriJson *in;
    const AttriJson *confidence;
    const AttriJson *stop_time;
    const AttriJson *citations;
    const AttriJson *assessment;
    const AttriJson *revoked;
} Relationship;

static const Field relationship_fields[] = {
    {.name = "from",
     .kind = FIELD_TEXT,
     .offset = offsetof (Relationship, draft.from),
     .required = TRUE,
     .check = &check_id},
    {.name = "type",
     .kind = FIELD_TEXT,
     .offset = offsetof (Relationship, draft.row.type),
     .required = TRUE,
     .check = &check_word},
    {.name = "to",
     .kind = FIELD_TEXT,
     .offset = offsetof (Relationship, draft.to),
     .required = TRUE,
     .check = &check_id},
    {.name = "id",
     .kind = FIELD_TEXT,
     .offset = offsetof (Relationship, draft.row.id),
     .check = &check_id},
    {.name = "in", .kind = FIELD_ARRAY, .offset = offsetof (Relationship, in)},
    {.name = "purpose", .kind = FIELD_TEXT, .offset = offsetof (Relationship, draft.row.purpose)},
    {.name = "stance",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Relationship, draft.row.stance),
     .words = stances},
    {.name = "hedge",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Relationship, draft.row.hedge),
     .words = hedges},
    {.name = "confidence", .kind = FIELD_ANY, .offset = offsetof (Relationship, confidence)},
    {.name = "wording", .kind = FIELD_TEXT, .offset = offsetof (Relationship, draft.row.wording)},
    {.name = "start_time",
     .kind = FIELD_DATE,
     .offset = offsetof (Relationship, draft.row.start_time)},
    {.name = "stop_time", .kind = FIELD_ANY, .offset = offsetof (Relationship, stop_time)},
    {.name = "citations", .kind = FIELD_ARRAY, .offset = offsetof (Relationship, citations)},
    {.name = "assessment", .kind = FIELD_OBJECT, .offset = offsetof (Relationship, assessment)},
    {.name = "revoked", .kind = FIELD_OBJECT, .offset = offsetof (Relationship, revoked)},
    {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (Relationship, draft.row.tlp)},
    {.name = "note", .kind = FIELD_TEXT, .offset = offsetof (Relationship, draft.row.note)},
};

typedef struct {
    AttriAssessment row;
    const AttriJson *confidence;
} Assessment;

static const Field assessment_fields[] = {
    {.name = "confidence", .kind = FIELD_ANY, .offset = offsetof (Assessment, confidence)},
    {.name = "by", .kind = FIELD_TEXT, .offset = offsetof (Assessment, row.by), .required = TRUE},
    {.name = "date",
     .kind = FIELD_DATE,
     .offset = offsetof (Assessment, row.date),
     .required = TRUE},
    {.name = "why", .kind = FIELD_TEXT, .offset = offsetof (Assessment, row.why), .required = TRUE},
};

static const Field revoked_fields[] = {
    {.name = "date",
     .kind = FIELD_DATE,
     .offset = offsetof (AttriClaim, revoked_on),
     .required = TRUE},
    {.name = "reason",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (AttriClaim, revoked_reason),
     .required = TRUE,
     .words = reasons},
};

static void
warn_of_word (const Node *node, const char *word)
{
    g_autofree const char **known = attri_confidence_list ();
    g_autofree char *quoted = attri_text__quote (word);
    const char *nearest = attri_text_nearest (word, known);

    if (nearest != NULL)
        node_tell (node, READ_RULE_UNKNOWN_CONFIDENCE,
                   "no number is known for %s; expected 0 to 100 or a word, perhaps '%s'", quoted,
                   nearest);
    else
        node_tell (node, READ_RULE_UNKNOWN_CONFIDENCE,
                   "no number is known for %s; expected 0 to 100, or a word such as low, moderate "
                   "or high",
                   quoted);
}

/* A number, or a word; -1 where there is no number. */
static gboolean
read_confidence (const Node *node, gint64 *value, const char **word)
{
    static const Field number = {.kind = FIELD_NUMBER, .min = 0, .max = 100};
    static const Field text = {.kind = FIELD_TEXT};
    const AttriJsonType type = attri_json__get_type (node->json);

    if (type == ATTRI_JSON_NUMBER)
        return field_read (node, &number, value);
    if (type != ATTRI_JSON_STRING) {
        node_tell (node, READ_RULE_WRONG_TYPE, "%s; expected 0 to 100, or a word",
                   attri_json__type_name (type));
        return FALSE;
    }
    if (!field_read (node, &text, word))
        return FALSE;
    /* What begins with a digit or a sign, as "70%", is no word. */
    if ((guchar) * *word > '@')
        return TRUE;
    g_autofree char *quoted = attri_text__quote (*word);
    node_tell (node, READ_RULE_BAD_VALUE, "%s is no word; expected 0 to 100, or a word", quoted);
    return FALSE;
}

/* The claimant's own; a word that is known gives a number too. */
static gboolean
read_claim_confidence (const Node *parent, const AttriJson *json, AttriClaim *row)
{
    gint64 value = -1;
    guint known;

    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    if (!read_confidence (&node, &value, &row->confidence_word))
        return FALSE;
    if (row->confidence_word != NULL && attri_confidence_parse (row->confidence_word, &known))
        value = known;
    else if (row->confidence_word != NULL)
        warn_of_word (&node, row->confidence_word);
    row->confidence = (gint16)value;
    return TRUE;
}

static gboolean
read_stop_time (const Node *parent, const AttriJson *json, AttriClaim *row)
{
    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    if (!node_expect_as (&node, ATTRI_JSON_STRING, "a date in quotes, or \"ongoing\""))
        return FALSE;

    const char *text = attri_json__get_string (json);
    row->ongoing = strcmp (text, "ongoing") == 0;
    if (row->ongoing || attri_date_parse (text, &row->stop_time))
        return TRUE;
    g_autofree char *quoted = attri_text__quote (text);
    node_tell (&node, READ_RULE_BAD_DATE,
               "%s is no date; expected YYYY, YYYY-MM, YYYY-MM-DD or ongoing", quoted);
    return FALSE;
}

/* @number holds the text of a confidence that is a number. */
static gboolean
read_assessment (const Node *parent, const AttriJson *json, Assessment *assessment, char **number)
{
    gint64 value = -1;

    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    gboolean ok =
        fields_read (&node, assessment_fields, G_N_ELEMENTS (assessment_fields), assessment);
    if (assessment->confidence != NULL) {
        const Node member = node_member (&node, assessment->confidence);
        ok = read_confidence (&member, &value, &assessment->row.confidence) && ok;
    }
    if (value >= 0) {
        *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
        assessment->row.confidence = *number;
    }
    return ok;
}

static gboolean
read_revoked (const Node *parent, const AttriJson *json, AttriClaim *row)
{
    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    row->revoked = TRUE;
    return fields_read (&node, revoked_fields, G_N_ELEMENTS (revoked_fields), row);
}

static AttriPlace
place_of_member (const Node *node, const char *key)
{
    const Node member = node_member (node, attri_json__get_member (node->json, key));
    return node_place (&member);
}

/* What an entity states with a value is written inside the entity. */
static gboolean
check_relation (const OwnDocument *own, const Node *node, const char *type)
{
    if (type == NULL || !check_word.ok (type))
        return FALSE;
    if (attri_relation_info (type)->relation != ATTRI_RELATION_VALUE) {
        own_check_type (node, "type", type, own->relations);
        return TRUE;
    }
    const Node member = node_member (node, attri_json__get_member (node->json, "type"));
    node_tell (&member, READ_RULE_BAD_VALUE, "%s is no relationship; expected it in the entity",
               type);
    return FALSE;
}

void
own_read_relationship (OwnDocument *own, const Node *node)
{
    Relationship found = {
        .draft.row = {.confidence = -1,
                      .recorded = own->recorded,
                      .tlp = own->tlp,
                      .place = node_piece_place (node)},
    };
    AttriClaim *row = &found.draft.row;
    Assessment assessment = {0};
    g_auto (OwnCitations) citations = {0};
    g_autofree const char **in = NULL;
    g_autofree char *number = NULL;

    gboolean ok =
        fields_read (node, relationship_fields, G_N_ELEMENTS (relationship_fields), &found);
    ok = check_relation (own, node, row->type) && ok;
    ok = fields_read_ids_member (node, found.in, &in) && ok;
    ok = read_claim_confidence (node, found.confidence, row) && ok;
    ok = read_stop_time (node, found.stop_time, row) && ok;
    ok = read_assessment (node, found.assessment, &assessment, &number) && ok;
    ok = read_revoked (node, found.revoked, row) && ok;
    ok = own_citations_read (own, node, found.citations, &citations) && ok;
    if (!ok)
        return;

    row->assessment = found.assessment != NULL ? &assessment.row : NULL;
    found.draft.in = in;
    found.draft.citations = (const AttriCitationDraft *)citations.drafts->data;
    found.draft.n_citations = citations.drafts->len;
    found.draft.from_place = place_of_member (node, "from");
    found.draft.to_place = place_of_member (node, "to");
    found.draft.pointer = node->base;
    attri_graph_builder_add_statement (own->reader->builder, &found.draft);
}
