/* SPDX-License-Identifier: MIT
 *
 * In:  sources and claims, in the order in which an answer tells of them.
 * Out: a number for each source, and the list of them as text or JSON.
 */
#include "tell/bibliography.h"

#include "tell/claim-json-private.h"
#include "tell/prose.h"
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
attri_tell__bibliography_skip (AttriBibliography *self)
{
    const guint32 none = ATTRI_NONE;
    g_array_append_val (self->sources, none);
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
attri_tell__bibliography_add_claims (AttriBibliography *self, AttriRange claims)
{
    for (guint32 i = 0; i < claims.count; i++)
        attri_tell__bibliography_add_claim (self,
                                            attri_graph_get_claim (self->graph, claims.first + i));
}

void
attri_tell__append_source (GString *text, const AttriBibliography *self, guint32 source)
{
    g_string_append_printf (text, "[%u] ", self->numbers[source]);
    attri_tell__append_safe (text, attri_graph_get_source (self->graph, source)->publisher);
}

static void
append_entry (const AttriProse *prose, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (prose->cited->graph, index);

    g_string_append_printf (prose->text, "%*s", INDENT_SOURCE, "");
    attri_prose__source (prose, "", index);
    attri_prose__append (prose, ": ", source->title);
    attri_tell__append_date (prose->text, ", ", source->published);
    g_string_append_printf (prose->text, "\n%*s", INDENT_DETAIL, "");
    attri_prose__character (prose, source);
    g_string_append_c (prose->text, '\n');
    attri_tell__append_line (prose->text, INDENT_DETAIL, "", source->url);
}

void
attri_tell__append_bibliography (GString *text, const AttriBibliography *self)
{
    const AttriProse prose = {text, self, attri_text_for_terminal};
    if (self->sources->len > 0)
        g_string_append (text, "\nSources\n");
    for (guint i = 0; i < self->sources->len; i++) {
        const guint32 source = g_array_index (self->sources, guint32, i);
        if (source != ATTRI_NONE)
            append_entry (&prose, source);
    }
}

static void
write_entry (AttriJsonText *json, const AttriBibliography *self, guint32 index)
{
    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "number", self->numbers[index]);
    attri_json_text__source (json, self->graph, index);
    attri_json_text__close (json);
}

void
attri_json_text__bibliography (AttriJsonText *json, const AttriBibliography *self)
{
    attri_json_text__open_array (json, "sources");
    for (guint i = 0; i < self->sources->len; i++) {
        const guint32 source = g_array_index (self->sources, guint32, i);
        if (source != ATTRI_NONE)
            write_entry (json, self, source);
    }
    attri_json_text__close (json);
}
