/* SPDX-License-Identifier: MIT
 *
 * own-view.c: a saved view of the own format: what to look at, how, and what we think of it.
 */
#include "read/own.h"

#include <string.h>

#define MOST_OPTIONS 32 /* that fields_read() takes */

typedef struct {
    AttriSavedView row;
    const AttriJson *focus;
    const AttriJson *options;
    const AttriJson *judgement;
} View;

static const Field fields[] = {
    {.name = "id",
     .kind = FIELD_TEXT,
     .offset = offsetof (View, row.id),
     .required = TRUE,
     .check = &check_id},
    {.name = "focus", .kind = FIELD_ARRAY, .offset = offsetof (View, focus)},
    {.name = "options", .kind = FIELD_OBJECT, .offset = offsetof (View, options)},
    {.name = "title", .kind = FIELD_TEXT, .offset = offsetof (View, row.title)},
    {.name = "subtitle", .kind = FIELD_TEXT, .offset = offsetof (View, row.subtitle)},
    {.name = "judgement", .kind = FIELD_OBJECT, .offset = offsetof (View, judgement)},
    {.name = "tlp", .kind = FIELD_TLP, .offset = offsetof (View, row.tlp)},
};

/* Nobody may take it for a source's, so it says whose it is. */
static const Field judgement_fields[] = {
    {.name = "text",
     .kind = FIELD_TEXT,
     .offset = offsetof (AttriSavedView, judgement),
     .required = TRUE},
    {.name = "confidence", .kind = FIELD_TEXT, .offset = offsetof (AttriSavedView, confidence)},
    {.name = "by", .kind = FIELD_TEXT, .offset = offsetof (AttriSavedView, by), .required = TRUE},
    {.name = "date",
     .kind = FIELD_DATE,
     .offset = offsetof (AttriSavedView, date),
     .required = TRUE},
    {.name = "alternative", .kind = FIELD_TEXT, .offset = offsetof (AttriSavedView, alternative)},
};

/* A text, a whole number, or true of what has no value. FALSE after a finding. */
static gboolean
read_option (const Node *node, GStringChunk *pool, const char *name, GArray *options)
{
    AttriViewOption option = {name, NULL};
    g_autofree char *literal = NULL;
    gint64 number;

    if (attri_json__get_type (node->json) == ATTRI_JSON_STRING)
        option.value = attri_json__get_string (node->json);
    else if (attri_json__get_type (node->json) == ATTRI_JSON_NUMBER &&
             attri_json__get_integer (node->json, &number)) {
        literal = g_strdup_printf ("%" G_GINT64_FORMAT, number);
        option.value = literal;
    } else if (attri_json__get_type (node->json) == ATTRI_JSON_BOOL &&
               attri_json__get_bool (node->json))
        option.value = "true";
    if (option.value == NULL || *option.value == '\0') {
        node_tell (node, READ_RULE_WRONG_TYPE,
                   "an option is a text, a whole number, or true; expected what stands behind --%s",
                   name);
        return FALSE;
    }
    option.value = g_string_chunk_insert (pool, option.value);
    g_array_append_val (options, option);
    return TRUE;
}

/* In the order of their names, which is that of the list. */
static gboolean
read_options (const Node *node, GStringChunk *pool, GArray *options)
{
    const char *const *names = attri_view_option_list ();
    const AttriJson *values[MOST_OPTIONS] = {NULL};
    Field known[MOST_OPTIONS];
    guint n = 0;

    for (; names[n] != NULL && n < MOST_OPTIONS; n++)
        known[n] = (Field){.name = names[n], .kind = FIELD_ANY, .offset = n * sizeof values[0]};
    gboolean ok = fields_read (node, known, n, values);
    for (guint i = 0; i < n; i++) {
        if (values[i] == NULL)
            continue;
        const Node member = node_member (node, values[i]);
        ok = read_option (&member, pool, names[i], options) && ok;
    }
    return ok;
}

void
own_read_view (OwnDocument *own, const Node *node)
{
    View view = {.row = {.tlp = own->tlp, .place = node_piece_place (node)}};
    g_autofree const char **focus = NULL;
    g_autofree char *pointer = node_pointer (node);
    g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (AttriViewOption));
    g_autoptr (GStringChunk) pool = g_string_chunk_new (256);

    gboolean ok = fields_read (node, fields, G_N_ELEMENTS (fields), &view);
    ok = fields_read_ids_member (node, view.focus, &focus) && ok;
    if (view.options != NULL) {
        const Node member = node_member (node, view.options);
        ok = read_options (&member, pool, options) && ok;
    }
    if (view.judgement != NULL) {
        const Node member = node_member (node, view.judgement);
        ok = fields_read (&member, judgement_fields, G_N_ELEMENTS (judgement_fields), &view.row) &&
             ok;
    }
    if (!ok)
        return;
    view.row.options = (const AttriViewOption *)(gpointer)options->data;
    view.row.n_options = options->len;
    attri_graph_builder_add_saved_view (own->reader->builder, &view.row, focus, pointer);
}
