/* SPDX-License-Identifier: MIT
 *
 * tell.c: an answer and a format go in; what there is to tell is gathered, and goes to the writer
 * of that format.
 */
#include "base/text-private.h"
#include "tell/dossier.h"
#include "tell/history.h"
#include "tell/markdown.h"
#include "tell/overlap.h"
#include "tell/sources.h"

char *
attri_tell_entity (const AttriGraph *graph, guint32 entity, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL, NULL);
    g_return_val_if_fail (entity < attri_graph_get_n_entities (graph), NULL);

    g_autoptr (AttriDossier) dossier = attri_tell__dossier_new (graph, entity);
    if (format == ATTRI_TELL_JSON)
        return attri_tell__dossier_to_json (dossier);
    return format == ATTRI_TELL_MARKDOWN ? attri_tell__dossier_to_markdown (dossier)
                                         : attri_tell__dossier_to_text (dossier);
}

char *
attri_tell_history (const AttriGraph *graph, guint32 entity, gboolean all, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL, NULL);
    g_return_val_if_fail (entity < attri_graph_get_n_entities (graph), NULL);

    g_autoptr (AttriHistory) history = attri_tell__history_new (graph, entity, all);
    if (format == ATTRI_TELL_JSON)
        return attri_tell__history_to_json (history);
    if (format == ATTRI_TELL_TEXT)
        return attri_tell__history_to_text (history);
    AttriMarkdown alone = {g_string_new (NULL), history->cited, 1, FALSE};
    attri_tell__history_to_markdown (history, &alone);
    attri_markdown__bibliography (&alone);
    return g_string_free (alone.text, FALSE);
}

static char *
sources_to_markdown (const AttriFoundations *self, guint most)
{
    g_autoptr (AttriBibliography) cited = attri_tell__bibliography_new (self->graph);
    AttriMarkdown alone = {g_string_new (NULL), cited, 1, FALSE};
    attri_tell__foundations_to_markdown (self, most, &alone);
    return g_string_free (alone.text, FALSE);
}

char *
attri_tell_sources (const AttriGraph *graph, gboolean all, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL, NULL);

    g_autoptr (AttriFoundations) foundations = attri_tell__foundations_new (graph);
    guint most = all ? G_MAXUINT : ATTRI_FOUNDATIONS_LISTED;
    switch (format) {
    case ATTRI_TELL_JSON:
        return attri_tell__foundations_to_json (foundations);
    case ATTRI_TELL_MARKDOWN:
        return sources_to_markdown (foundations, most);
    case ATTRI_TELL_CSV:
        return attri_tell__foundations_to_csv (foundations);
    case ATTRI_TELL_TEXT:
        break;
    }
    return attri_tell__foundations_to_text (foundations, most);
}

static char *
overlap_to_markdown (AttriOverlapTale *self)
{
    AttriMarkdown alone = {g_string_new (NULL), self->cited, 1, FALSE};
    attri_overlap__append_markdown (self, &alone);
    attri_markdown__bibliography (&alone);
    return g_string_free (alone.text, FALSE);
}

char *
attri_tell_overlap (const AttriGraph *graph, const AttriCensus *census, const AttriOverlap *overlap,
                    const AttriOverlapQuestion *question, AttriTellFormat format)
{
    g_return_val_if_fail (graph != NULL && overlap != NULL && question != NULL, NULL);

    g_autoptr (AttriBibliography) cited = attri_tell__bibliography_new (graph);
    AttriOverlapTale tale = {graph, census, overlap, question, cited, attri_text_for_terminal};
    gboolean pair = question->other != ATTRI_NONE;
    switch (format) {
    case ATTRI_TELL_JSON:
        return attri_overlap__to_json (&tale);
    case ATTRI_TELL_CSV:
        return pair ? attri_overlap__pair_to_csv (&tale) : attri_overlap__to_csv (&tale);
    case ATTRI_TELL_MARKDOWN:
        return overlap_to_markdown (&tale);
    case ATTRI_TELL_TEXT:
        break;
    }
    return pair ? attri_overlap__pair_to_text (&tale) : attri_overlap__to_text (&tale);
}
