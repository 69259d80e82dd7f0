/* SPDX-License-Identifier: MIT
 *
 * own-entity.c: an entity of the own format, with its references.
 */
#include "read/own.h"

static const char *const namings[] = {"named", "provisional", NULL};

/* What is yet to be read is only looked at here for its type. */
typedef struct {
    AttriEntityDraft draft;
    gboolean ok;
    const AttriJson *also;
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
    {.name = "also", .kind = FIELD_ARRAY, .offset = offsetof (Entity, also)},
    {.name = "external_references", .kind = FIELD_ARRAY, .offset = offsetof (Entity, references)},
    {.name = "aliases", .kind = FIELD_ARRAY, .offset = offsetof (Entity, aliases)},
    {.name = "availability", .kind = FIELD_ARRAY, .offset = offsetof (Entity, availability)},
    {.name = "prevalence", .kind = FIELD_ARRAY, .offset = offsetof (Entity, prevalence)},
    {.name = "description", .kind = FIELD_TEXT, .offset = offsetof (Entity, draft.row.description)},
    {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (Entity, draft.row.tlp)},
    {.name = "recorded", .kind = FIELD_DATE, .offset = offsetof (Entity, draft.recorded)},
    {.name = "revoked", .kind = FIELD_BOOL, .offset = offsetof (Entity, draft.row.revoked)},
    {.name = "deprecated", .kind = FIELD_BOOL, .offset = offsetof (Entity, draft.row.deprecated)},
    {.name = "placeholder", .kind = FIELD_BOOL, .offset = offsetof (Entity, draft.row.placeholder)},
};

/* What an earlier or another record said. */
static const Field also_fields[] = {
    {.name = "recorded", .kind = FIELD_DATE, .offset = offsetof (AttriEntityDraft, recorded)},
    {.name = "country",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriEntityDraft, row.country),
     .check = &check_country},
    {.name = "identity_class",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriEntityDraft, row.identity_class),
     .check = &check_word},
    {.name = "first_seen",
     .kind = FIELD_DATE,
     .offset = offsetof (AttriEntityDraft, row.first_seen)},
    {.name = "last_seen", .kind = FIELD_DATE, .offset = offsetof (AttriEntityDraft, row.last_seen)},
    {.name = "description",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriEntityDraft, row.description)},
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

/* Each is a record of its own: what is not said in it is as in the entity. */
static void
read_also (OwnDocument *own, const Entity *entity, const Node *node, const AttriJson *json)
{
    guint index = 0;

    if (json == NULL)
        return;
    const Node array = node_member (node, json);
    for (json = attri_json__get_first (json); json != NULL; json = attri_json__get_next (json)) {
        const Node element = node_element (&array, json, index++);
        AttriEntityDraft draft = {.row = entity->draft.row, .recorded = own->recorded};
        draft.row.description = draft.row.country = draft.row.identity_class = NULL;
        draft.row.first_seen = draft.row.last_seen = ATTRI_DATE_NONE;
        if (fields_read (&element, also_fields, G_N_ELEMENTS (also_fields), &draft) && entity->ok)
            attri_graph_builder_add_entity (own->reader->builder, &draft);
    }
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
        own_check_type (own, node, "type", entity.draft.row.type, own->types);
    if (entity.ok) {
        entity.draft.references = (const AttriReference *)references->data;
        entity.draft.n_references = references->len;
        attri_graph_builder_add_entity (own->reader->builder, &entity.draft);
    }
    read_also (own, &entity, node, entity.also);
    /* Its claims are read even so, to tell of what is wrong in them. */
    own_read_inner_statements (own, entity.ok ? &entity.draft : NULL, node);
}
