/* SPDX-License-Identifier: MIT
 *
 * In:  a dossier.
 * Out: Markdown: what is known of the record as a list, and one row of a table for each
 *      claim. Every string of the input passes attri_text__escape_markdown().
 */
#include "base/text-private.h"
#include "tell/claim-text.h"
#include "tell/dossier.h"
#include "tell/text.h"

/* ---- the record ---- */

static void
append_item (AttriMarkdown *to, const char *label, const char *input)
{
    const AttriProse prose = attri_markdown__prose (to, to->text);
    if (input == NULL)
        return;
    g_string_append_printf (to->text, "- %s", label);
    attri_prose__append (&prose, "", input);
    g_string_append_c (to->text, '\n');
}

/* "mitre-attack:G1006" as a link, or what else leads to a record elsewhere. */
static void
append_reference (AttriMarkdown *to, const AttriReference *reference)
{
    g_autofree char *label = NULL;
    if (reference->external_id != NULL)
        label = g_strdup_printf ("%s:%s", reference->source, reference->external_id);
    else if (reference->url != NULL || reference->description == NULL)
        label = g_strdup (reference->source);
    else
        label = g_strdup_printf ("%s, %s", reference->source, reference->description);
    g_autofree char *link = attri_text__link_markdown (label, reference->url);
    g_string_append_printf (to->text, "- %s: %s\n",
                            reference->external_id != NULL ? "External id" : "Reference", link);
}

static void
append_times (AttriMarkdown *to, const AttriEntity *entity)
{
    if (!attri_date_is_set (entity->first_seen) && !attri_date_is_set (entity->last_seen))
        return;
    g_string_append (to->text, "- Seen:");
    attri_tell__append_date (to->text, " first ", entity->first_seen);
    attri_tell__append_date (to->text, " last ", entity->last_seen);
    g_string_append_c (to->text, '\n');
}

void
attri_tell__dossier_append_record (const AttriDossier *self, AttriMarkdown *to, const char *marking)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);
    const AttriProse prose = attri_markdown__prose (to, to->text);
    g_autoptr (GString) heading = g_string_new (NULL);
    const AttriProse words = attri_markdown__prose (to, heading);
    attri_prose__append (&words, "", entity->name);
    attri_markdown__heading (to, 0, heading->str);
    if (marking != NULL)
        g_string_append_printf (to->text, "**%s**\n\n", marking);
    g_string_append_printf (to->text, "%s%s%s\n\n",
                            entity->provisional ? "Provisional name of a " : "A ",
                            attri_type_info (entity->type)->label,
                            entity->placeholder ? " that no file defines" : "");
    attri_prose__append (&prose, "- Id: ", entity->id);
    attri_prose__append (&prose, " (", entity->type);
    g_string_append (to->text, entity->is_family ? ", a family)\n" : ")\n");
    for (guint32 i = 0; i < entity->references.count; i++)
        append_reference (to,
                          attri_graph_get_reference (self->graph, entity->references.first + i));
    append_item (to, "Country: ", entity->country);
    append_item (to, "Kind: ", entity->identity_class);
    append_times (to, entity);
    if (marking == NULL && entity->tlp != ATTRI_TLP_UNMARKED)
        append_item (to, "TLP:", attri_tlp_to_string (entity->tlp));
    attri_prose__view (&prose, "- This view: ", "\n");
    if (entity->description != NULL) {
        attri_markdown__begin_block (to);
        attri_prose__append (&prose, "", entity->description);
        g_string_append_c (to->text, '\n');
    }
}

/* ---- claims ---- */

/* "uses ShadowPad", or in full where it is about others. */
static void
append_statement (const AttriDossier *self, const AttriProse *prose, AttriChapter chapter,
                  const AttriEdge *edge)
{
    if (chapter == ATTRI_CHAPTER_PLACE) {
        attri_prose__entity (prose, edge->from);
        g_string_append_c (prose->text, ' ');
    }
    attri_prose__statement (prose, edge,
                            chapter == ATTRI_CHAPTER_PLACE ? edge->from : self->entity);
}

static void
append_standing (GString *text, const AttriEdge *edge)
{
    if (edge->disputed)
        g_string_append (text, " – **disputed**");
    else if (!edge->asserted)
        g_string_append (text, " – asserted by nobody");
}

static void
append_details (const AttriDossier *self, const AttriProse *prose, const AttriStatement *statement)
{
    g_autoptr (GPtrArray) details = attri_tell__statement_details (self->graph, statement);
    for (guint i = 0; i < details->len; i++)
        attri_prose__append (prose, i > 0 ? "; " : "", details->pdata[i]);
}

static void
append_row (const AttriDossier *self, AttriMarkdownTable *table, AttriChapter chapter,
            const AttriEdge *edge, const AttriStatement *statement)
{
    AttriMarkdown *to = table->to;
    const AttriClaim *claim = &statement->claim;
    g_autofree char *said = attri_date_to_string (claim->said_on);
    AttriProse prose = attri_markdown__prose (to, attri_markdown_table__cell (table));
    append_statement (self, &prose, chapter, edge);
    attri_prose__places (&prose, " ", claim, "");
    append_standing (prose.text, edge);
    prose.text = attri_markdown_table__cell (table);
    attri_prose__firmness (&prose, claim);
    prose.text = attri_markdown_table__cell (table);
    attri_prose__voice (&prose, statement);
    g_string_append (attri_markdown_table__cell (table), said);
    prose.text = attri_markdown_table__cell (table);
    append_details (self, &prose, statement);
    attri_markdown_table__end_row (table);
}

void
attri_tell__dossier_append_claims (const AttriDossier *self, AttriMarkdown *to)
{
    static const char *const headings[] = {"Claim", "How firmly", "Who says so",
                                           "Said",  "Remarks",    NULL};
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    for (guint i = 0; i < ATTRI_N_CHAPTERS; i++)
        for (guint j = 0; j < self->edges[i]->len; j++) {
            const AttriEdge *edge =
                attri_graph_get_edge (self->graph, g_array_index (self->edges[i], guint32, j));
            g_autoptr (GPtrArray) statements = attri_statement__list (self->graph, edge->claims);
            attri_tell__bibliography_add_claims (to->cited, edge->claims);
            for (guint k = 0; k < statements->len; k++)
                append_row (self, &table, i, edge, statements->pdata[k]);
        }
    if (!table.begun) {
        attri_markdown__begin_block (to);
        g_string_append (to->text, "Nothing is claimed of it.\n");
    }
}

char *
attri_tell__dossier_to_markdown (const AttriDossier *self)
{
    AttriMarkdown alone = {g_string_new (NULL), self->cited, 1, FALSE};
    attri_tell__dossier_append_record (self, &alone, NULL);
    attri_markdown__heading (&alone, 1, "What is claimed");
    attri_tell__dossier_append_claims (self, &alone);
    attri_markdown__bibliography (&alone);
    return g_string_free (alone.text, FALSE);
}
