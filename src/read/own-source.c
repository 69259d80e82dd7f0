/* SPDX-License-Identifier: MIT
 *
 * own-source.c: a source of the own format.
 */
#include "read/own.h"

static const char *const kinds[] = {"report", "news", "compilation", "internal", NULL};
static const char *const translators[] = {"machine", "human", NULL};
static const char *const grades[] = {"A", "B", "C", "D", "E", "F", NULL};

typedef struct {
    AttriSourceDraft draft;
    const char *reliability;
    const AttriJson *based_on;
} Source;

static const Field fields[] = {
    {.name = "id",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.row.id),
     .required = TRUE,
     .check = &check_id},
    {.name = "title",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.row.title),
     .required = TRUE},
    {.name = "publisher",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.row.publisher),
     .required = TRUE},
    {.name = "published", .kind = FIELD_DATE, .offset = offsetof (Source, draft.row.published)},
    {.name = "retrieved", .kind = FIELD_DATE, .offset = offsetof (Source, draft.row.retrieved)},
    {.name = "url",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.row.url),
     .check = &check_link},
    {.name = "kind",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Source, draft.row.kind),
     .words = kinds},
    {.name = "based_on", .kind = FIELD_ARRAY, .offset = offsetof (Source, based_on)},
    {.name = "edition_of",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.edition_of),
     .check = &check_id},
    {.name = "read", .kind = FIELD_BOOL, .offset = offsetof (Source, draft.row.read)},
    {.name = "generated", .kind = FIELD_BOOL, .offset = offsetof (Source, draft.generated)},
    {.name = "lang",
     .kind = FIELD_TEXT,
     .offset = offsetof (Source, draft.row.lang),
     .check = &check_language},
    {.name = "translated",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (Source, draft.row.translated),
     .words = translators},
    {.name = "reliability",
     .kind = FIELD_CHOICE_TEXT,
     .offset = offsetof (Source, reliability),
     .words = grades},
    {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (Source, draft.row.tlp)},
};

gboolean
own_source_read (const Node *node, AttriSourceDraft *draft, const char ***based_on)
{
    Source source = {.draft = *draft};

    gboolean ok = fields_read (node, fields, G_N_ELEMENTS (fields), &source);
    ok = fields_read_ids_member (node, source.based_on, based_on) && ok;
    source.draft.row.reliability = source.reliability != NULL ? *source.reliability : 0;
    *draft = source.draft;
    return ok;
}

void
own_read_source (OwnDocument *own, const Node *node)
{
    AttriSourceDraft draft = {
        .row = {.read = TRUE, .tlp = own->tlp, .place = node_piece_place (node)},
    };
    g_autofree const char **based_on = NULL;

    if (!own_source_read (node, &draft, &based_on))
        return;
    draft.based_on = based_on;
    attri_graph_builder_add_source (own->reader->builder, &draft);
}
