/* SPDX-License-Identifier: MIT
 *
 * own-citation.c: what a statement rests on.
 */
#include "read/own.h"

static const char *const readings[] = {"verbatim", "paraphrase", "inferred", NULL};

/* A citation as its fields are read. */
typedef struct {
    AttriCitationDraft draft;
    gint64 credibility;
} Citation;

static const Field fields[] = {
    {.name = "source",
     .kind = FIELD_TEXT,
     .offset = offsetof (Citation, draft.source),
     .required = TRUE,
     .check = &check_id},
    {.name = "claimant",
     .kind = FIELD_TEXT,
     .offset = offsetof (Citation, draft.claimant),
     .check = &check_id},
    {.name = "cites",
     .kind = FIELD_TEXT,
     .offset = offsetof (Citation, draft.cites),
     .check = &check_id},
    {.name = "recorded", .kind = FIELD_DATE, .offset = offsetof (Citation, draft.row.recorded)},
    {.name = "locator", .kind = FIELD_TEXT, .offset = offsetof (Citation, draft.row.locator)},
    {.name = "quote", .kind = FIELD_TEXT, .offset = offsetof (Citation, draft.row.quote)},
    {.name = "reading",
     .kind = FIELD_CHOICE,
     .offset = offsetof (Citation, draft.row.reading),
     .words = readings,
     .min = ATTRI_READING_VERBATIM},
    {.name = "credibility",
     .kind = FIELD_NUMBER,
     .offset = offsetof (Citation, credibility),
     .min = 1,
     .max = 6},
};

static const Field bare_id = {.kind = FIELD_TEXT,
                              .offset = offsetof (AttriCitationDraft, source),
                              .check = &check_id};

gboolean
own_citation_read (const Node *node, AttriCitationDraft *draft)
{
    const AttriJsonType type = attri_json__get_type (node->json);
    Citation citation = {0};
    gboolean ok = FALSE;

    if (type == ATTRI_JSON_STRING)
        ok = field_read (node, &bare_id, &citation.draft);
    else if (type == ATTRI_JSON_OBJECT)
        ok = fields_read (node, fields, G_N_ELEMENTS (fields), &citation);
    else
        node_tell (node, READ_RULE_WRONG_TYPE, "%s; expected the id of a source, or an object",
                   attri_json__type_name (type));
    citation.draft.row.credibility = (guint8)citation.credibility;
    *draft = citation.draft;
    return ok;
}

void
own_citations_clear (OwnCitations *self)
{
    g_clear_pointer (&self->drafts, g_array_unref);
    g_clear_pointer (&self->pointers, g_ptr_array_unref);
}

static gboolean
read_list (const Node *list, OwnCitations *citations)
{
    const AttriJsonDocument *document = list->reader->document;
    AttriJsonSpan span = node_first_span (list);
    gboolean ok = TRUE;
    guint index = 0;

    for (const AttriJson *json = attri_json__get_first (list->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node node = node_element (list, json, index++);
        AttriCitationDraft draft;
        ok = own_citation_read (&node, &draft) && ok;
        draft.place = (AttriPlace){list->reader->name, span.line, span.column};
        draft.pointer = node_pointer (&node);
        g_ptr_array_add (citations->pointers, (gpointer)draft.pointer);
        g_array_append_val (citations->drafts, draft);
        span = attri_json__locate_next (document, &span);
    }
    if (index == 0)
        node_tell (list, READ_RULE_BAD_VALUE, "empty list; expected a citation");
    return ok && index > 0;
}

gboolean
own_citations_read (const OwnDocument *own, const Node *node, const AttriJson *json,
                    OwnCitations *citations)
{
    citations->drafts = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));
    citations->pointers = g_ptr_array_new_with_free_func (g_free);
    if (json == NULL) {
        if (own->has_citation)
            g_array_append_val (citations->drafts, own->citation);
        return TRUE;
    }
    const Node list = node_member (node, json);
    return read_list (&list, citations);
}
