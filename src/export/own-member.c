/* SPDX-License-Identifier: MIT
 *
 * own-member.c: a value goes in; a member of an own document comes out, or nothing where the
 * document says it already.
 */
#include "export/own.h"

void
own_write_ids (const OwnWriter *self, const char *key, AttriRange range, OwnIdAt id_at)
{
    if (range.count == 0)
        return;
    attri_json_text__open_array_on_line (self->json, key);
    for (guint32 i = 0; i < range.count; i++) {
        const guint32 row = attri_graph_get_index_at (self->graph, range.first + i);
        attri_json_text__string (self->json, NULL, id_at (self->graph, row));
    }
    attri_json_text__close (self->json);
}

void
own_write_tlp (const OwnWriter *self, AttriTlp tlp, AttriTlp inherited)
{
    if (tlp != inherited)
        attri_json_text__string (self->json, "tlp", attri_tlp_to_string (tlp));
}

void
own_write_flag (const OwnWriter *self, const char *key, gboolean flag)
{
    if (flag)
        attri_json_text__boolean (self->json, key, TRUE);
}

void
own_write_recorded (const OwnWriter *self, AttriDate recorded)
{
    const AttriDate all = self->recorded;
    if (recorded.year != all.year || recorded.month != all.month || recorded.day != all.day)
        attri_json_text__date (self->json, "recorded", recorded);
}

static const char *
source_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_source (graph, row)->id;
}

void
own_write_source_members (const OwnWriter *self, const AttriSource *source)
{
    AttriJsonText *json = self->json;
    const char grade[] = {source->reliability, '\0'};

    attri_json_text__string (json, "id", source->id);
    attri_json_text__string (json, "title", source->title);
    attri_json_text__string (json, "publisher", source->publisher);
    attri_json_text__date (json, "published", source->published);
    attri_json_text__date (json, "retrieved", source->retrieved);
    attri_json_text__string (json, "url", source->url);
    if (source->kind != ATTRI_SOURCE_REPORT)
        attri_json_text__string (json, "kind", attri_source_kind_to_string (source->kind));
    own_write_ids (self, "based_on", source->based_on, source_id);
    if (source->edition_of != ATTRI_NONE)
        attri_json_text__string (json, "edition_of", source_id (self->graph, source->edition_of));
    if (!source->read)
        attri_json_text__boolean (json, "read", FALSE);
    own_write_flag (self, "generated", source->generated);
    attri_json_text__string (json, "lang", source->lang);
    attri_json_text__string (json, "translated", source->translated);
    if (source->reliability != 0)
        attri_json_text__string (json, "reliability", grade);
}
