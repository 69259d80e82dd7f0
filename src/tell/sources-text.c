/* SPDX-License-Identifier: MIT
 *
 * In:  what a case rests on.
 * Out: it as plain text or Markdown: a few sentences that count, then a table.
 */
#include "base/text-private.h"
#include "tell/sources.h"
#include "tell/text.h"

#define INDENT 2

static const char *
plural (guint64 n)
{
    return n == 1 ? "" : "s";
}

/* Of @all, rounded to whole percents. */
static guint
percent (guint64 n, guint64 all)
{
    return all > 0 ? (guint)((200 * n + all) / (2 * all)) : 0;
}

/* "45 claims of 12 sources, 30 of them read in another, make 40 statements; …" */
static char *
describe_size (const AttriFoundations *self)
{
    guint32 makers = 0;
    guint64 claims = 0;
    for (guint i = 0; i < self->bearings->len; i++) {
        const AttriBearing *bearing = &g_array_index (self->bearings, AttriBearing, i);
        makers += bearing->makes > 0;
        claims += bearing->makes;
    }
    guint32 statements = attri_graph_get_n_edges (self->graph);
    GString *text = g_string_new (NULL);
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " claim%s of %u source%s", claims,
                            plural (claims), makers, plural (makers));
    if (self->relayed > 0)
        g_string_append_printf (text, ", %u of them read in another source,", self->relayed);
    g_string_append_printf (text, " make%s %u statement%s; ", claims == 1 ? "s" : "", statements,
                            plural (statements));
    if (self->publishers == 0)
        g_string_append (text, "no publisher stands independently behind them.");
    else
        g_string_append_printf (text, "%u publisher%s stand%s independently behind them.",
                                self->publishers, plural (self->publishers),
                                self->publishers == 1 ? "s" : "");
    return g_string_free (text, FALSE);
}

/* "Of 40 that are asserted, 22 (55 %) have no independent publisher, …" */
static char *
describe_shares (const AttriFoundations *self)
{
    const guint32 *n = self->by_publishers;
    guint32 all = n[0] + n[1] + n[2];
    GString *text = g_string_new (NULL);
    if (all == 0)
        return g_string_free (g_string_append (text, "None is asserted by anybody."), FALSE);
    g_string_append_printf (text,
                            "Of the %u that somebody asserts, %u (%u %%) ha%s no independent "
                            "publisher, %u (%u %%) one, %u (%u %%) two or more.",
                            all, n[0], percent (n[0], all), n[0] == 1 ? "s" : "ve", n[1],
                            percent (n[1], all), n[2], percent (n[2], all));
    if (self->disputed > 0)
        g_string_append_printf (text, " %u %s disputed.", self->disputed,
                                self->disputed == 1 ? "is" : "are");
    if (self->unasserted > 0)
        g_string_append_printf (text, " %u more %s doubted, denied or taken back only.",
                                self->unasserted, self->unasserted == 1 ? "is" : "are");
    return g_string_free (text, FALSE);
}

static const char terms[] =
    "Alone: statements that nobody would assert without this source, be it that it makes or that "
    "it carries the only claim. Makes, carries: claims it makes, and claims of others that were "
    "read in it. Without one source means without all of its editions.";

static guint
count_hidden (const AttriFoundations *self, guint most)
{
    return self->bearings->len > most ? self->bearings->len - most : 0;
}

/* ---- text ---- */

static void
append_row (const AttriProse *prose, const AttriBearing *bearing)
{
    const AttriSource *source = attri_graph_get_source (prose->cited->graph, bearing->source);
    g_autofree char *date = attri_date_to_string (source->published);
    const char grade = source->reliability != 0 ? source->reliability : '-';
    g_string_append_printf (prose->text, "%*s%6u %6u %7u    %c    %-10s  ", INDENT, "",
                            bearing->alone, bearing->makes, bearing->carries, grade,
                            *date != '\0' ? date : "-");
    attri_prose__append (prose, "", source->publisher);
    attri_prose__append (prose, ": ", source->title);
    g_string_append (prose->text, " (");
    attri_prose__character (prose, source);
    g_string_append (prose->text, ")\n");
}

char *
attri_tell__foundations_to_text (const AttriFoundations *self, guint most)
{
    g_autoptr (AttriBibliography) cited = attri_tell__bibliography_new (self->graph);
    g_autofree char *size = describe_size (self);
    g_autofree char *shares = describe_shares (self);
    GString *text = g_string_new ("What this rests on\n");
    const AttriProse prose = {text, cited, attri_text_for_terminal};
    attri_prose__view (&prose, "  this view: ", "\n");
    attri_tell__append_paragraph (text, INDENT, size);
    attri_tell__append_paragraph (text, INDENT, shares);
    if (self->bearings->len > 0)
        g_string_append_printf (text, "\n%*s alone  makes carries  grade  published   source\n",
                                INDENT, "");
    for (guint i = 0; i < MIN (self->bearings->len, most); i++)
        append_row (&prose, &g_array_index (self->bearings, AttriBearing, i));
    guint hidden = count_hidden (self, most);
    if (hidden > 0)
        g_string_append_printf (text, "%*s%u more source%s; --all lists them\n", INDENT, "", hidden,
                                plural (hidden));
    g_string_append_c (text, '\n');
    attri_tell__append_paragraph (text, INDENT, terms);
    return g_string_free (text, FALSE);
}

/* ---- Markdown ---- */

static void
append_markdown_row (AttriMarkdown *to, AttriMarkdownTable *table, const AttriBearing *bearing)
{
    const AttriSource *source = attri_graph_get_source (to->cited->graph, bearing->source);
    const guint32 counts[] = {bearing->alone, bearing->makes, bearing->carries};
    g_autofree char *date = attri_date_to_string (source->published);
    g_autofree char *title = attri_text__link_markdown (source->title, source->url);
    const char grade[] = {source->reliability, '\0'};
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        g_string_append_printf (attri_markdown_table__cell (table), "%u", counts[i]);
    g_string_append (attri_markdown_table__cell (table), grade);
    g_string_append (attri_markdown_table__cell (table), date);
    AttriProse prose = attri_markdown__prose (to, attri_markdown_table__cell (table));
    attri_prose__append (&prose, "", source->publisher);
    g_string_append_printf (prose.text, ": %s", title);
    prose.text = attri_markdown_table__cell (table);
    attri_prose__character (&prose, source);
    attri_markdown_table__end_row (table);
}

void
attri_tell__foundations_to_markdown (const AttriFoundations *self, guint most, AttriMarkdown *to)
{
    static const char *const headings[] = {">Alone",    ">Makes", ">Carries", "Grade",
                                           "Published", "Source", "Of it",    NULL};
    g_autofree char *size = describe_size (self);
    g_autofree char *shares = describe_shares (self);
    const AttriProse prose = attri_markdown__prose (to, to->text);
    attri_markdown__heading (to, 0, "What this rests on");
    if (to->level == 1)
        attri_prose__view (&prose, "This view: ", "\n\n");
    g_string_append_printf (to->text, "%s\n\n%s\n\n", size, shares);
    g_auto (AttriMarkdownTable) table;
    attri_markdown_table__init (&table, to, headings);
    for (guint i = 0; i < MIN (self->bearings->len, most); i++)
        append_markdown_row (to, &table, &g_array_index (self->bearings, AttriBearing, i));
    attri_markdown__begin_block (to);
    guint hidden = count_hidden (self, most);
    if (hidden > 0)
        g_string_append_printf (to->text, "%u more source%s.\n\n", hidden, plural (hidden));
    g_string_append_printf (to->text, "%s\n", terms);
}
