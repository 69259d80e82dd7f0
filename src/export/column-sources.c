/* SPDX-License-Identifier: MIT
 *
 * column-sources.c: what is said of a source.
 */
#include "export/columns.h"

static void
make_based_on (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriRange range = ((const AttriSource *)row)->based_on;
    for (guint32 i = 0; i < range.count; i++)
        column_append_part (
            out,
            attri_graph_get_source (graph, attri_graph_get_index_at (graph, range.first + i))->id);
}

static void
make_edition_of (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const guint32 edition_of = ((const AttriSource *)row)->edition_of;
    if (edition_of != ATTRI_NONE)
        column_append_text (out, attri_graph_get_source (graph, edition_of)->id);
}

static void
make_kind (GString *out, const AttriGraph *graph, gconstpointer row)
{
    (void)graph;
    column_append_text (out, attri_source_kind_to_string (((const AttriSource *)row)->kind));
}

static void
make_read (GString *out, const AttriGraph *graph, gconstpointer row)
{
    (void)graph;
    column_append_text (out, ((const AttriSource *)row)->read ? "true" : "false");
}

static void
make_reliability (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const char grade = ((const AttriSource *)row)->reliability;
    (void)graph;
    if (grade != 0)
        g_string_append_c (out, grade);
}

#define SOURCE(key, how, member)                                                                   \
    {                                                                                              \
        .name = (key), .source = (how), .offset = offsetof (AttriSource, member)                   \
    }

static const Column source_columns[] = {
    SOURCE ("title", COLUMN_OF_TEXT, title),
    SOURCE ("publisher", COLUMN_OF_TEXT, publisher),
    SOURCE ("published", COLUMN_OF_DATE, published),
    SOURCE ("retrieved", COLUMN_OF_DATE, retrieved),
    SOURCE ("url", COLUMN_OF_TEXT, url),
    {.name = "kind", .source = COLUMN_MADE, .make = make_kind, .usual = "report"},
    COLUMN_MADE_BY ("based_on", make_based_on),
    COLUMN_MADE_BY ("edition_of", make_edition_of),
    {.name = "read",
     .type = COLUMN_BOOLEAN,
     .source = COLUMN_MADE,
     .make = make_read,
     .usual = "true"},
    SOURCE ("lang", COLUMN_OF_TEXT, lang),
    SOURCE ("translated", COLUMN_OF_TEXT, translated),
    COLUMN_MADE_BY ("reliability", make_reliability),
    SOURCE ("tlp", COLUMN_OF_TLP, tlp),
};

static gconstpointer
get_row (const AttriGraph *graph, guint32 index)
{
    return attri_graph_get_source (graph, index);
}

const ColumnTable column_sources = {
    "source", "sources", source_columns, G_N_ELEMENTS (source_columns), attri_graph_get_n_sources,
    get_row,
};
