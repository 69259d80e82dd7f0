/* SPDX-License-Identifier: MIT
 *
 * csv.c: a graph goes in, a table comes out: a row for each claim, those with a value too,
 * below a row of names.
 */
#include "base/text-private.h"
#include "export/columns.h"
#include "export/formats.h"

char *
export_csv (const AttriGraph *graph, GPtrArray *losses)
{
    const ColumnTable *table = &column_claims;
    GString *csv = g_string_new (NULL);
    g_autoptr (GString) cell = g_string_new (NULL);

    for (gsize i = 0; i < table->n_columns; i++)
        attri_text__append_cell (csv, table->columns[i].name);
    g_string_append_c (csv, '\n');
    for (guint32 row = 0; row < table->get_n (graph); row++) {
        for (gsize i = 0; i < table->n_columns; i++) {
            g_string_truncate (cell, 0);
            column_append (cell, &table->columns[i], graph, table->get_row (graph, row));
            attri_text__append_cell (csv, cell->str);
        }
        g_string_append_c (csv, '\n');
    }

    static const char *const missing[] = {"provisional",
                                          "is_family",
                                          "country",
                                          "identity_class",
                                          "first_seen",
                                          "last_seen",
                                          "recorded",
                                          "description",
                                          "external_references",
                                          "revoked",
                                          "deprecated",
                                          "placeholder",
                                          "tlp",
                                          NULL};
    column_tell_missing (losses, &column_entities, graph, missing);
    export_tell_sources (losses, graph);
    return g_string_free (csv, FALSE);
}
