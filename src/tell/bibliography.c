/* SPDX-License-Identifier: MIT
 *
 * In:  sources and claims, in the order in which an answer tells of them.
 * Out: a number for each source, and the list of them as text or JSON.
 */
#include "tell/bibliography.h"

#include "tell/claim-json.h"
#include "tell/text.h"

#define INDENT_SOURCE 2
#define INDENT_DETAIL 6

AttriBibliography *
attri_tell__bibliography_new (const AttriGraph *graph)
{
    AttriBibliography *self = g_new0 (AttriBibliography, 1);
    self->graph = graph;
    self->sources = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->numbers = g_new0 (guint32, attri_graph_get_n_sources (graph) + 1);
    return self;
}

void
attri_tell__bibliography_free (AttriBibliography *self)
{
    g_array_unref (self->sources);
    g_free (self->numbers);
    g_free (self);
}

guint32
attri_tell__bibliography_add (AttriBibliography *self, guint32 source)
{
    if (source == ATTRI_NONE)
        return 0;
    if (self->numbers[source] == 0) {
        g_array_append_val (self->sources, source);
        self->numbers[source] = self->sources->len;
    }
    return self->numbers[source];
}

void
attri_tell__bibliography_add_claim (AttriBibliography *self, const AttriClaim *claim)
{
    attri_tell__bibliography_add (self, claim->claimant);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (self->graph, claim->citations.first + i);
        attri_tell__bibliography_add (self, citation->source);
        attri_tell__bibliography_add (self, citation->cites);
    }
}

void
attri_tell__append_source (GString *text, const AttriBibliography *self, guint32 source)
{
    g_string_append_printf (text, "[%u] ", self->numbers[source]);
    attri_tell__append_safe (text, attri_graph_get_source (self->graph, source)->publisher);
}

static void
append_based_on (GString *text, const AttriGraph *graph, const AttriSource *source)
{
    for (guint32 i = 0; i < source->based_on.count; i++) {
        guint32 index = attri_graph_get_index_at (graph, source->based_on.first + i);
        g_string_append (text, i == 0 ? ", based on " : " and ");
        attri_tell__append_safe (text, attri_graph_get_source (graph, index)->id);
    }
    if (source->edition_of != ATTRI_NONE) {
        g_string_append (text, ", an edition of ");
        attri_tell__append_safe (text, attri_graph_get_source (graph, source->edition_of)->id);
    }
}

static void
append_entry (GString *text, const AttriBibliography *self, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (self->graph, index);

    g_string_append_printf (text, "%*s", INDENT_SOURCE, "");
    attri_tell__append_source (text, self, index);
    g_string_append (text, ": ");
    attri_tell__append_safe (text, source->title);
    attri_tell__append_date (text, ", ", source->published);
    g_string_append_printf (text, "\n%*s", INDENT_DETAIL, "");
    attri_tell__append_safe (text, source->id);
    g_string_append_printf (text, ", %s", attri_source_kind_to_string (source->kind));
    if (source->reliability != 0)
        g_string_append_printf (text, ", our grade %c", source->reliability);
    if (!source->read)
        g_string_append (text, ", not read by us");
    if (source->translated != NULL) {
        g_string_append (text, ", translated: ");
        attri_tell__append_safe (text, source->translated);
    }
    append_based_on (text, self->graph, source);
    attri_tell__append_date (text, ", retrieved ", source->retrieved);
    if (source->tlp != ATTRI_TLP_UNMARKED && source->tlp != ATTRI_TLP_CLEAR)
        g_string_append_printf (text, ", TLP:%s", attri_tlp_to_string (source->tlp));
    g_string_append_c (text, '\n');
    attri_tell__append_line (text, INDENT_DETAIL, "", source->url);
}

void
attri_tell__append_bibliography (GString *text, const AttriBibliography *self)
{
    if (self->sources->len > 0)
        g_string_append (text, "\nSources\n");
    for (guint i = 0; i < self->sources->len; i++)
        append_entry (text, self, g_array_index (self->sources, guint32, i));
}

static void
write_entry (AttriJsonText *json, const AttriBibliography *self, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (self->graph, index);
    char reliability[] = {source->reliability, '\0'};

    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "number", self->numbers[index]);
    attri_json_text__string (json, "id", source->id);
    attri_json_text__string (json, "title", source->title);
    attri_json_text__string (json, "publisher", source->publisher);
    attri_json_text__date (json, "published", source->published);
    attri_json_text__date (json, "retrieved", source->retrieved);
    attri_json_text__string (json, "url", source->url);
    attri_json_text__string (json, "kind", attri_source_kind_to_string (source->kind));
    if (source->based_on.count > 0) {
        attri_json_text__open_array (json, "based_on");
        for (guint32 i = 0; i < source->based_on.count; i++)
            attri_json_text__string (
                json, NULL,
                attri_tell__get_source_id (self->graph,
                                           attri_graph_get_index_at (self->graph,
                                                                     source->based_on.first + i)));
        attri_json_text__close (json);
    }
    attri_json_text__string (json, "edition_of",
                             attri_tell__get_source_id (self->graph, source->edition_of));
    attri_json_text__boolean (json, "read", source->read);
    attri_json_text__string (json, "lang", source->lang);
    attri_json_text__string (json, "translated", source->translated);
    if (source->reliability != 0)
        attri_json_text__string (json, "reliability", reliability);
    attri_json_text__tlp (json, source->tlp);
    attri_json_text__close (json);
}

void
attri_json_text__bibliography (AttriJsonText *json, const AttriBibliography *self)
{
    attri_json_text__open_array (json, "sources");
    for (guint i = 0; i < self->sources->len; i++)
        write_entry (json, self, g_array_index (self->sources, guint32, i));
    attri_json_text__close (json);
}
