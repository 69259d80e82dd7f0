/* SPDX-License-Identifier: MIT
 *
 * In:  a history.
 * Out: it as plain text or Markdown, one event a line, in two columns of dates: when
 *      it was said, and since when we know, where that is much later.
 */
#include "base/text-private.h"
#include "tell/history.h"
#include "tell/text.h"

#include <string.h>

#define INDENT       2
#define COLUMN_KNOWN 14
#define COLUMN_WORDS 27

/* "is the same as Vixen: taken back by us, our-error; was said by [1] Owl" */
static void
append_retraction (const AttriHistory *self, const AttriProse *prose, const AttriEvent *event)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, event->claim);
    attri_prose__statement (prose, attri_graph_get_edge (self->graph, event->edge), self->entity);
    if (claim->revoked_reason != NULL)
        attri_prose__append (prose, ": taken back by us, ", claim->revoked_reason);
    else
        g_string_append (prose->text, ": taken back by its publisher");
    attri_prose__source (prose, "; was said by ", claim->claimant);
}

/* " - contradicted by [4] Hen, 2022" */
static void
append_other (const AttriHistory *self, const AttriProse *prose, const char *words, guint32 place)
{
    const AttriEvent *other = attri_tell__history_get (self, place);
    const AttriClaim *claim = attri_tell__history_get_claim (self, place);
    attri_prose__source (prose, words, claim->claimant);
    attri_tell__append_date (prose->text, ", ", other->date);
}

/* What became of it, or what it is set against. */
static void
append_fate (const AttriHistory *self, const AttriProse *prose, const AttriEvent *event)
{
    const AttriClaim *claim = attri_graph_get_claim (self->graph, event->claim);
    if (event->contradicts != ATTRI_NO_EVENT)
        append_other (self, prose, " - contradicts ", event->contradicts);
    if (event->contradicted_by != ATTRI_NO_EVENT)
        append_other (self, prose,
                      event->first ? " - first said, later contradicted by "
                                   : " - later contradicted by ",
                      event->contradicted_by);
    if (claim->withdrawn)
        g_string_append (prose->text, " - withdrawn since");
    if (claim->deprecated)
        g_string_append (prose->text, " - no longer maintained");
}

static const char *
get_dating (const AttriEvent *event, const AttriClaim *claim)
{
    if (event->taken_back || !attri_date_is_set (claim->said_on))
        return "";
    if (claim->said_by == ATTRI_DATED_BY_CARRIER)
        return "; dated by what it was read in";
    return claim->said_by == ATTRI_DATED_BY_RECORD ? "; dated by its record" : "";
}

static void
append_event (const AttriHistory *self, const AttriProse *prose, guint place)
{
    const AttriEvent *event = attri_tell__history_get (self, place);
    const AttriClaim *claim = attri_tell__history_get_claim (self, place);
    if (event->taken_back) {
        append_retraction (self, prose, event);
        return;
    }
    attri_prose__statement (prose, attri_graph_get_edge (self->graph, event->edge), self->entity);
    g_string_append (prose->text, ": ");
    attri_prose__claim (prose, claim);
    attri_prose__said_of (prose, claim);
    g_string_append (prose->text, get_dating (event, claim));
    append_fate (self, prose, event);
}

static AttriDate
get_known_since (const AttriHistory *self, guint place)
{
    return attri_tell__history_get (self, place)->taken_back
               ? ATTRI_DATE_NONE
               : attri_tell__get_known_since (attri_tell__history_get_claim (self, place));
}

/* "7 more claims, of tools, targets and the like; --all lists them" */
static void
append_left_out (const AttriHistory *self, GString *text, const char *after)
{
    if (self->left_out > 0)
        g_string_append_printf (text,
                                "%u more claim%s speak%s of tools, targets and the like; --all "
                                "lists them.%s",
                                self->left_out, self->left_out == 1 ? "" : "s",
                                self->left_out == 1 ? "s" : "", after);
}

/* ---- text ---- */

static void
write_over (GString *line, gsize column, const char *words)
{
    memcpy (line->str + column, words, MIN (strlen (words), line->len - column));
}

static void
append_line (const AttriHistory *self, GString *text, guint place)
{
    const AttriEvent *event = attri_tell__history_get (self, place);
    g_autofree char *said = attri_date_to_string (event->date);
    g_autofree char *known = attri_date_to_string (get_known_since (self, place));
    g_autoptr (GString) words = g_string_new (NULL);
    const AttriProse prose = {words, self->cited, attri_text_for_terminal};
    append_event (self, &prose, place);
    g_autoptr (GString) line = g_string_new (NULL);
    attri_tell__append_paragraph (line, COLUMN_WORDS, words->str);
    write_over (line, INDENT, *said != '\0' ? said : "undated");
    write_over (line, COLUMN_KNOWN, known);
    g_string_append (text, line->str);
}

char *
attri_tell__history_to_text (const AttriHistory *self)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);
    GString *text = g_string_new (NULL);
    const AttriProse prose = {text, self->cited, attri_text_for_terminal};
    attri_prose__append (&prose, "", entity->name);
    g_string_append_printf (text, ", %s: what was said of who it is\n",
                            attri_type_info (entity->type)->label);
    attri_prose__view (&prose, "  this view: ", "\n");
    if (self->events->len > 0)
        g_string_append (text, "\n  said        known since\n");
    else
        g_string_append (text, "\n  Nothing was.\n");
    for (guint i = 0; i < self->events->len; i++)
        append_line (self, text, i);
    if (self->left_out > 0)
        g_string_append_printf (text, "\n%*s", INDENT, "");
    append_left_out (self, text, "\n");
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}

/* ---- Markdown ---- */

static void
append_row (const AttriHistory *self, AttriMarkdown *to, AttriMarkdownTable *table, guint place)
{
    const AttriEvent *event = attri_tell__history_get (self, place);
    g_autofree char *said = attri_date_to_string (event->date);
    g_autofree char *known = attri_date_to_string (get_known_since (self, place));
    g_string_append (attri_markdown_table__cell (table), *said != '\0' ? said : "undated");
    g_string_append (attri_markdown_table__cell (table), known);
    const AttriProse prose = attri_markdown__prose (to, attri_markdown_table__cell (table));
    append_event (self, &prose, place);
    attri_markdown_table__end_row (table);
}

static void
append_markdown_heading (const AttriHistory *self, AttriMarkdown *to)
{
    const AttriEntity *entity = attri_graph_get_entity (self->graph, self->entity);
    g_autoptr (GString) heading = g_string_new (NULL);
    const AttriProse words = attri_markdown__prose (to, heading);
    const AttriProse prose = attri_markdown__prose (to, to->text);
    attri_prose__append (&words, "", entity->name);
    g_string_append_printf (heading, ", %s: what was said of who it is",
                            attri_type_info (entity->type)->label);
    attri_markdown__heading (to, 0, heading->str);
    attri_prose__view (&prose, "This view: ", "\n");
}

void
attri_tell__history_to_markdown (const AttriHistory *self, AttriMarkdown *to)
{
    static const char *const headings[] = {"Said", "Known since", "", NULL};
    for (guint i = 0; i < self->events->len; i++)
        attri_tell__bibliography_add_claim (to->cited, attri_tell__history_get_claim (self, i));
    if (to->level == 1)
        append_markdown_heading (self, to);
    else
        attri_markdown__heading (to, 0, "What was said of who it is, by date");
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    for (guint i = 0; i < self->events->len; i++)
        append_row (self, to, &table, i);
    attri_markdown__begin_block (to);
    if (self->events->len == 0)
        g_string_append (to->text, "Nothing was.\n");
    if (to->level == 1)
        append_left_out (self, to->text, "\n");
}
