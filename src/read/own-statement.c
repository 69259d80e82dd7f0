/* SPDX-License-Identifier: MIT
 *
 * own-statement.c: the statements of the own format: relationships, and those
 * with a value that are written inside an entity. What may be said of one may
 * be said of all.
 */
#include "read/own.h"

#include "base/text-private.h"

#include <string.h>

const char *const own_stances[] = {"asserts", "doubts", "denies", "withdraws", NULL};
const char *const own_hedges[] = {"stated", "assessed", "suspected", "alleged", NULL};
static const char *const reasons[] = {"superseded", "our-error", NULL};
static const char *const availabilities[] = {"exclusive", "shared",   "unknown", "commercial",
                                             "public",    "built-in", NULL};

/* What the builder is given, what stands in it besides, and what is yet to be read. */
typedef struct {
    AttriStatementDraft draft;
    gint64 groups;
    gint64 of;
    const AttriJson *in;
    const AttriJson *confidence;
    const AttriJson *stop_time;
    const AttriJson *citations;
    const AttriJson *assessment;
    const AttriJson *revoked;
} Statement;

#define TEXT(key, member)                                                                          \
    {                                                                                              \
        .name = (key), .kind = FIELD_TEXT, .offset = offsetof (Statement, member)                  \
    }
#define DATE(key, member)                                                                          \
    {                                                                                              \
        .name = (key), .kind = FIELD_DATE, .offset = offsetof (Statement, member)                  \
    }
#define JSON(key, kind_of_it, member)                                                              \
    {                                                                                              \
        .name = (key), .kind = (kind_of_it), .offset = offsetof (Statement, member)                \
    }
#define ID(key, member, must)                                                                      \
    {                                                                                              \
        .name = (key), .kind = FIELD_TEXT, .offset = offsetof (Statement, member),                 \
        .required = (must), .check = &check_id                                                     \
    }
#define CHOICE(key, member, choices)                                                               \
    {                                                                                              \
        .name = (key), .kind = FIELD_CHOICE, .offset = offsetof (Statement, member),               \
        .words = (choices)                                                                         \
    }

/* What every statement may have. */
#define COMMON_FIELDS                                                                              \
    ID ("id", draft.row.id, FALSE), JSON ("in", FIELD_ARRAY, in),                                  \
        TEXT ("purpose", draft.row.purpose), CHOICE ("stance", draft.row.stance, own_stances),     \
        CHOICE ("hedge", draft.row.hedge, own_hedges), JSON ("confidence", FIELD_ANY, confidence), \
        TEXT ("confidence_word", draft.row.confidence_word), TEXT ("wording", draft.row.wording),  \
        DATE ("start_time", draft.row.start_time), JSON ("stop_time", FIELD_ANY, stop_time),       \
        DATE ("created", draft.row.created), DATE ("modified", draft.row.modified),                \
        DATE ("recorded", draft.row.recorded), JSON ("citations", FIELD_ARRAY, citations),         \
        JSON ("assessment", FIELD_OBJECT, assessment), JSON ("revoked", FIELD_ANY, revoked),       \
        {.name = "deprecated",                                                                     \
         .kind = FIELD_BOOL,                                                                       \
         .offset = offsetof (Statement, draft.row.deprecated)},                                    \
        {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (Statement, draft.row.tlp)},         \
        TEXT ("note", draft.row.note)

static const Field relationship_fields[] = {
    ID ("from", draft.from, TRUE),
    {.name = "type",
     .kind = FIELD_TEXT,
     .offset = offsetof (Statement, draft.row.type),
     .required = TRUE,
     .check = &check_word},
    ID ("to", draft.to, TRUE),
    COMMON_FIELDS,
};

static const Field alias_fields[] = {
    {.name = "name",
     .kind = FIELD_TEXT,
     .offset = offsetof (Statement, draft.row.value),
     .required = TRUE},
    COMMON_FIELDS,
};

static const Field availability_fields[] = {
    {.name = "value",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (Statement, draft.row.value),
     .required = TRUE,
     .words = availabilities},
    DATE ("since", draft.row.since),
    COMMON_FIELDS,
};

static const Field prevalence_fields[] = {
    {.name = "groups",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Statement, groups),
     .required = TRUE,
     .max = G_MAXUINT32},
    {.name = "of",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Statement, of),
     .required = TRUE,
     .min = 1,
     .max = G_MAXUINT32},
    COMMON_FIELDS,
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

/* The claimant's own; a word that is known gives a number too. A number may have a
 * word beside it. */
static gboolean
read_claim_confidence (const Node *parent, const AttriJson *json, AttriClaim *row)
{
    const char *word = NULL;
    gint64 value = -1;
    guint known;

    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    if (!read_confidence (&node, &value, &word))
        return FALSE;
    if (word != NULL && row->confidence_word != NULL) {
        node_tell (&node, READ_RULE_BAD_VALUE,
                   "a word beside 'confidence_word'; expected a number here, or one of the two");
        return FALSE;
    }
    if (word != NULL && attri_confidence_parse (word, &known))
        value = known;
    else if (word != NULL)
        warn_of_word (&node, word);
    row->confidence = (gint16)value;
    if (word != NULL)
        row->confidence_word = word;
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

/* Whether, or when and why. */
static gboolean
read_revoked (const Node *parent, const AttriJson *json, AttriClaim *row)
{
    if (json == NULL)
        return TRUE;
    const Node node = node_member (parent, json);
    const AttriJsonType type = attri_json__get_type (json);
    if (type == ATTRI_JSON_BOOL) {
        row->revoked = attri_json__get_bool (json);
        return TRUE;
    }
    if (type != ATTRI_JSON_OBJECT) {
        node_tell (&node, READ_RULE_WRONG_TYPE, "%s; expected an object with date and reason",
                   attri_json__type_name (type));
        return FALSE;
    }
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
        own_check_type (own, node, "type", type, own->relations);
        return TRUE;
    }
    const Node member = node_member (node, attri_json__get_member (node->json, "type"));
    node_tell (&member, READ_RULE_BAD_VALUE, "%s is no relationship; expected it in the entity",
               type);
    return FALSE;
}

/* Of a statement that is no prevalence both are 0. */
static gboolean
check_prevalence (const Node *node, const Statement *statement)
{
    if (statement->groups <= statement->of)
        return TRUE;
    node_tell (node, READ_RULE_BAD_VALUE,
               "%" G_GINT64_FORMAT " groups of %" G_GINT64_FORMAT "; expected no more than all",
               statement->groups, statement->of);
    return FALSE;
}

/* Reads @node by @fields and gives it to the builder. @known: whether what it is about could
 * be read; if not, only what is wrong is told. */
static void
read_statement (OwnDocument *own, const Node *node, const Field *fields, gsize n,
                Statement *statement, gboolean known)
{
    AttriClaim *row = &statement->draft.row;
    const char *inner_type = row->type;
    Assessment assessment = {0};
    g_auto (OwnCitations) citations = {0};
    g_autofree const char **in = NULL;
    g_autofree char *number = NULL;
    g_autofree char *pointer = node_pointer (node);

    row->confidence = -1;
    row->recorded = own->recorded;
    gboolean ok = fields_read (node, fields, n, statement);
    ok = (inner_type != NULL || check_relation (own, node, row->type)) && ok;
    ok = fields_read_ids_member (node, statement->in, &in) && ok;
    ok = read_claim_confidence (node, statement->confidence, row) && ok;
    ok = read_stop_time (node, statement->stop_time, row) && ok;
    ok = read_assessment (node, statement->assessment, &assessment, &number) && ok;
    ok = read_revoked (node, statement->revoked, row) && ok;
    ok = own_citations_read (own, node, statement->citations, &citations) && ok;
    ok = check_prevalence (node, statement) && ok;
    if (!ok || !known)
        return;

    row->groups = (guint32)statement->groups;
    row->of = (guint32)statement->of;
    AttriStatementDraft draft = statement->draft;
    draft.row.assessment = statement->assessment != NULL ? &assessment.row : NULL;
    draft.in = in;
    draft.citations = (const AttriCitationDraft *)citations.drafts->data;
    draft.n_citations = citations.drafts->len;
    if (inner_type == NULL) {
        draft.from_place = place_of_member (node, "from");
        draft.to_place = place_of_member (node, "to");
    }
    draft.pointer = pointer;
    attri_graph_builder_add_statement (own->reader->builder, &draft);
}

void
own_read_relationship (OwnDocument *own, const Node *node)
{
    Statement statement = {.draft.row = {.tlp = own->tlp, .place = node_piece_place (node)}};

    read_statement (own, node, relationship_fields, G_N_ELEMENTS (relationship_fields), &statement,
                    TRUE);
}

/* The lists of statements in an entity, and the types of their claims. */
static const struct {
    const char *member;
    const char *type;
    const Field *fields;
    gsize n;
} inner_lists[] = {
    {"aliases", "alias", alias_fields, G_N_ELEMENTS (alias_fields)},
    {"availability", "availability", availability_fields, G_N_ELEMENTS (availability_fields)},
    {"prevalence", "prevalence", prevalence_fields, G_N_ELEMENTS (prevalence_fields)},
};

static void
read_inner_list (OwnDocument *own, const AttriEntityDraft *entity, const Node *array, gsize list)
{
    AttriJsonSpan span = node_first_span (array);
    guint index = 0;

    for (const AttriJson *json = attri_json__get_first (array->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node node = node_element (array, json, index++);
        Statement statement = {
            .draft = {.row = {.type = inner_lists[list].type,
                              .tlp = entity != NULL ? entity->row.tlp : own->tlp,
                              .place = {own->reader->name, span.line, span.column}},
                      .from = entity != NULL ? entity->row.id : NULL},
        };
        read_statement (own, &node, inner_lists[list].fields, inner_lists[list].n, &statement,
                        entity != NULL);
        span = attri_json__locate_next (own->reader->document, &span);
    }
}

void
own_read_inner_statements (OwnDocument *own, const AttriEntityDraft *entity, const Node *node)
{
    for (gsize i = 0; i < G_N_ELEMENTS (inner_lists); i++) {
        const AttriJson *json = attri_json__get_member (node->json, inner_lists[i].member);
        if (json == NULL || attri_json__get_type (json) != ATTRI_JSON_ARRAY)
            continue;
        const Node array = node_member (node, json);
        read_inner_list (own, entity, &array, i);
    }
}
