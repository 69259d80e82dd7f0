/* SPDX-License-Identifier: MIT
 *
 * In:  what a case rests on.
 * Out: it as CSV or JSON, for other programs: every source, and of JSON the counts
 *      of the whole.
 */
#include "base/text-private.h"
#include "tell/claim-json-private.h"
#include "tell/sources.h"

static void
append_number (GString *csv, guint32 number)
{
    g_autofree char *cell = g_strdup_printf ("%u", number);
    attri_text__append_cell (csv, cell);
}

/* "insikt-2021 ehn-2021": ids with blanks between. */
static char *
list_based_on (const AttriGraph *graph, const AttriSource *source)
{
    GString *ids = g_string_new (NULL);
    for (guint32 i = 0; i < source->based_on.count; i++) {
        guint32 index = attri_graph_get_index_at (graph, source->based_on.first + i);
        g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                                attri_graph_get_source (graph, index)->id);
    }
    return g_string_free (ids, FALSE);
}

static void
append_row (GString *csv, const AttriGraph *graph, const AttriBearing *bearing)
{
    const AttriSource *source = attri_graph_get_source (graph, bearing->source);
    g_autofree char *published = attri_date_to_string (source->published);
    g_autofree char *based_on = list_based_on (graph, source);
    const char grade[] = {source->reliability, '\0'};
    append_number (csv, bearing->alone);
    append_number (csv, bearing->makes);
    append_number (csv, bearing->carries);
    const char *cells[] = {source->id,
                           source->publisher,
                           source->title,
                           published,
                           attri_source_kind_to_string (source->kind),
                           grade,
                           source->read ? "yes" : "no",
                           based_on,
                           attri_tell__get_source_id (graph, source->edition_of),
                           source->url};
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        attri_text__append_cell (csv, cells[i]);
    g_string_append_c (csv, '\n');
}

char *
attri_tell__foundations_to_csv (const AttriFoundations *self)
{
    GString *csv = g_string_new ("alone,makes,carries,id,publisher,title,published,kind,grade,read,"
                                 "based_on,edition_of,url\n");
    for (guint i = 0; i < self->bearings->len; i++)
        append_row (csv, self->graph, &g_array_index (self->bearings, AttriBearing, i));
    return g_string_free (csv, FALSE);
}

static void
write_bearing (AttriJsonText *json, const AttriGraph *graph, const AttriBearing *bearing)
{
    attri_json_text__open_object (json, NULL);
    attri_json_text__source (json, graph, bearing->source);
    attri_json_text__number (json, "makes", bearing->makes);
    attri_json_text__number (json, "carries", bearing->carries);
    attri_json_text__number (json, "alone", bearing->alone);
    attri_json_text__close (json);
}

char *
attri_tell__foundations_to_json (const AttriFoundations *self)
{
    AttriJsonText *json = attri_json_text__new ();
    attri_json_text__open_object (json, NULL);
    attri_json_text__view (json, attri_graph_get_stamp (self->graph));
    attri_json_text__number (json, "claims", attri_graph_get_n_claims (self->graph));
    attri_json_text__number (json, "relayed", self->relayed);
    attri_json_text__number (json, "statements", attri_graph_get_n_edges (self->graph));
    attri_json_text__number (json, "disputed", self->disputed);
    attri_json_text__number (json, "unasserted", self->unasserted);
    attri_json_text__open_object (json, "independent_publishers");
    attri_json_text__number (json, "all", self->publishers);
    attri_json_text__number (json, "none", self->by_publishers[0]);
    attri_json_text__number (json, "one", self->by_publishers[1]);
    attri_json_text__number (json, "more", self->by_publishers[2]);
    attri_json_text__close (json);
    attri_json_text__open_array (json, "sources");
    for (guint i = 0; i < self->bearings->len; i++)
        write_bearing (json, self->graph, &g_array_index (self->bearings, AttriBearing, i));
    attri_json_text__close (json);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
