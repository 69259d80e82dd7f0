/* SPDX-License-Identifier: MIT
 *
 * own-entity.c: an entity of the own format, and the claims written inside it:
 * its other names, how easily it is had and how many use it.
 */
#include "read/own.h"

static const char *const namings[] = {"named", "provisional", NULL};
static const char *const availabilities[] = {"exclusive", "shared",   "unknown", "commercial",
                                             "public",    "built-in", NULL};

typedef struct {
    AttriEntityDraft draft;
    gboolean ok;
    const AttriJson *references;
    const AttriJson *aliases;
    const AttriJson *availability;
    const AttriJson *prevalence;
} Entity;

static const Field entity_fields[] = {
    {.name = "id",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, draft.row.id),
     .required = TRUE,
     .check = &check_id},
    {.name = "type",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, draft.row.type),
     .required = TRUE,
     .check = &check_word},
    {.name = "name",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, draft.row.name),
     .required = TRUE},
    {.name = "naming",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Entity, draft.row.provisional),
     .words = namings},
    {.name = "is_family", .kind = FIELD_BOOL, .offset = offsetof (Entity, draft.row.is_family)},
    {.name = "country",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, draft.row.country),
     .check = &check_country},
    {.name = "identity_class",
     .kind = FIELD_TEXT,
     .offset = offsetof (Entity, draft.row.identity_class),
     .check = &check_word},
    {.name = "first_seen", .kind = FIELD_DATE, .offset = offsetof (Entity, draft.row.first_seen)},
    {.name = "last_seen", .kind = FIELD_DATE, .offset = offsetof (Entity, draft.row.last_seen)},
    {.name = "external_references", .kind = FIELD_ARRAY, .offset = offsetof (Entity, references)},
    {.name = "aliases", .kind = FIELD_ARRAY, .offset = offsetof (Entity, aliases)},
    {.name = "availability", .kind = FIELD_ARRAY, .offset = offsetof (Entity, availability)},
    {.name = "prevalence", .kind = FIELD_ARRAY, .offset = offsetof (Entity, prevalence)},
    {.name = "description", .kind = FIELD_TEXT, .offset = offsetof (Entity, draft.row.description)},
    {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (Entity, draft.row.tlp)},
};

static const Field reference_fields[] = {
    {.name = "source_name",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriReference, source),
     .required = TRUE},
    {.name = "external_id", .kind = FIELD_TEXT, .offset = offsetof (AttriReference, external_id)},
    {.name = "url",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriReference, url),
     .check = &check_link},
    {.name = "description", .kind = FIELD_TEXT, .offset = offsetof (AttriReference, description)},
};

/* Any of the claims written inside an entity. */
typedef struct {
    const char *value;
    gint64 groups;
    gint64 of;
    AttriDate since;
    const AttriJson *citations;
} Inner;

#define CITATIONS                                                                                  \
    {                                                                                              \
        .name = "citations", .kind = FIELD_ARRAY, .offset = offsetof (Inner, citations)            \
    }

static const Field alias_fields[] = {
    {.name = "name", .kind = FIELD_TEXT, .offset = offsetof (Inner, value), .required = TRUE},
    CITATIONS,
};

static const Field availability_fields[] = {
    {.name = "value",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (Inner, value),
     .required = TRUE,
     .words = availabilities},
    {.name = "since", .kind = FIELD_DATE, .offset = offsetof (Inner, since)},
    CITATIONS,
};

static const Field prevalence_fields[] = {
    {.name = "groups",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Inner, groups),
     .required = TRUE,
     .max = G_MAXUINT32},
    {.name = "of",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Inner, of),
     .required = TRUE,
     .min = 1,
     .max = G_MAXUINT32},
    CITATIONS,
};

/* The three lists of claims in an entity. */
typedef struct {
    const char *type;
    const Field *fields;
    gsize n_fields;
} InnerList;

static const InnerList alias_list = {"alias", alias_fields, G_N_ELEMENTS (alias_fields)};
static const InnerList availability_list = {"availability", availability_fields,
                                            G_N_ELEMENTS (availability_fields)};
static const InnerList prevalence_list = {"prevalence", prevalence_fields,
                                          G_N_ELEMENTS (prevalence_fields)};

static void
add_inner (OwnDocument *own, const Entity *entity, const InnerList *list, const Node *node,
           AttriPlace place)
{
    Inner inner = {0};
    g_auto (OwnCitations) citations = {0};

    gboolean ok = fields_read (node, list->fields, list->n_fields, &inner);
    ok = own_citations_read (own, node, inner.citations, &citations) && ok;
    if (ok && inner.groups > inner.of) {
        node_tell (node, READ_RULE_BAD_VALUE,
                   "%" G_GINT64_FORMAT " groups of %" G_GINT64_FORMAT "; expected no more than all",
                   inner.groups, inner.of);
        ok = FALSE;
    }
    if (!ok || !entity->ok)
        return;
    g_autofree char *pointer = node_pointer (node);
    const AttriStatementDraft statement = {
        .row = {.type = list->type,
                .value = inner.value,
                .groups = (guint32)inner.groups,
                .of = (guint32)inner.of,
                .since = inner.since,
                .confidence = -1,
                .recorded = own->recorded,
                .tlp = entity->draft.row.tlp,
                .place = place},
        .from = entity->draft.row.id,
        .citations = (const AttriCitationDraft *)citations.drafts->data,
        .n_citations = citations.drafts->len,
        .pointer = pointer,
    };
    attri_graph_builder_add_statement (own->reader->builder, &statement);
}

static void
read_inner_list (OwnDocument *own, const Entity *entity, const InnerList *list, const Node *node,
                 const AttriJson *json)
{
    if (json == NULL)
        return;

    const Node array = node_member (node, json);
    AttriJsonSpan span = node_first_span (&array);
    guint index = 0;
    for (json = attri_json__get_first (json); json != NULL; json = attri_json__get_next (json)) {
        const Node element = node_element (&array, json, index++);
        add_inner (own, entity, list, &element,
                   (AttriPlace){own->reader->name, span.line, span.column});
        span = attri_json__locate_next (own->reader->document, &span);
    }
}

static gboolean
read_reference (const Node *node, AttriReference *reference)
{
    if (!fields_read (node, reference_fields, G_N_ELEMENTS (reference_fields), reference))
        return FALSE;
    if (reference->external_id != NULL || reference->url != NULL || reference->description != NULL)
        return TRUE;
    node_tell (node, READ_RULE_MISSING_FIELD,
               "nothing but 'source_name'; expected external_id, url or description");
    return FALSE;
}

/* Reads external_references into @references; FALSE after an error. */
static gboolean
read_references (const Node *node, const AttriJson *json, GArray *references)
{
    gboolean ok = TRUE;
    guint index = 0;

    if (json == NULL)
        return TRUE;
    const Node array = node_member (node, json);
    for (json = attri_json__get_first (json); json != NULL; json = attri_json__get_next (json)) {
        const Node element = node_element (&array, json, index++);
        AttriReference reference = {0};
        ok = read_reference (&element, &reference) && ok;
        g_array_append_val (references, reference);
    }
    return ok;
}

void
own_read_entity (OwnDocument *own, const Node *node)
{
    Entity entity = {
        .draft = {.row = {.tlp = own->tlp, .place = node_piece_place (node)},
                  .recorded = own->recorded},
    };
    g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (AttriReference));

    entity.ok = fields_read (node, entity_fields, G_N_ELEMENTS (entity_fields), &entity);
    entity.ok = read_references (node, entity.references, references) && entity.ok;
    if (entity.draft.row.type != NULL && check_word.ok (entity.draft.row.type))
        own_check_type (node, "type", entity.draft.row.type, own->types);
    if (entity.ok) {
        entity.draft.references = (const AttriReference *)references->data;
        entity.draft.n_references = references->len;
        attri_graph_builder_add_entity (own->reader->builder, &entity.draft);
    }
    /* Its claims are read even so, to tell of what is wrong in them. */
    read_inner_list (own, &entity, &alias_list, node, entity.aliases);
    read_inner_list (own, &entity, &availability_list, node, entity.availability);
    read_inner_list (own, &entity, &prevalence_list, node, entity.prevalence);
}
