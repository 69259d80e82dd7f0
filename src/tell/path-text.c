/* SPDX-License-Identifier: MIT
 *
 * In:  chains of claims.
 * Out: plain text or Markdown: of each chain a sentence, then every hop with its
 *      claims, who says otherwise, and the weakest link.
 */
#include "base/text-private.h"
#include "tell/claim-text.h"
#include "tell/markdown.h"
#include "tell/path.h"
#include "tell/text.h"

static const AttriPath *
get_path (const AttriPathTale *self, guint place)
{
    return g_ptr_array_index (self->paths->paths, place);
}

/* "TAG-22 to APT17: 3 chains of claims, best first" */
static void
append_title (const AttriPathTale *self, const AttriProse *prose)
{
    guint n = self->paths->paths->len;
    attri_prose__append (prose, "", attri_path__get_from (self));
    attri_prose__append (prose, " to ", attri_path__get_to (self));
    if (n == 0)
        g_string_append (prose->text, ": no chain of claims\n");
    else
        g_string_append_printf (prose->text, ": %u chain%s of claims%s\n", n, n == 1 ? "" : "s",
                                n == 1 ? "" : ", best first");
}

/* " - disputed", " - no independent source". */
static void
append_standing (const AttriPathTale *self, GString *text, const AttriEdge *edge)
{
    if (edge->disputed) {
        g_string_append (text, " - disputed");
        return;
    }
    g_autofree const char **publishers = attri_graph_get_lineage (self->graph, edge->claims);
    guint n = g_strv_length ((char **)publishers);
    if (n == 0)
        g_string_append (text, " - no independent source");
    else if (n > 1)
        g_string_append_printf (text, " - %u independent sources", n);
}

/* ---- text ---- */

static void
append_claims (const AttriPathTale *self, GString *text, guint chain, guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    append_standing (self, text, edge);
    if (self->told[index] != chain) {
        g_string_append_printf (text, " (as in chain %u)\n", self->told[index]);
        return;
    }
    g_string_append_c (text, '\n');
    attri_tell__append_claims (text, self->cited, NULL, edge->claims);
}

/* "1. TAG-22 is a name of Earth Lusca" and the rest, broken into lines. */
static void
append_sentence (const AttriPathTale *self, GString *text, guint chain)
{
    g_autoptr (GString) words = g_string_new (NULL);
    const AttriProse prose = {words, self->cited, attri_text_for_terminal};
    g_string_append_printf (words, "%u. ", chain);
    attri_path__sentence (self, &prose, get_path (self, chain - 1));
    g_string_append_c (text, '\n');
    attri_tell__append_paragraph (text, 0, words->str);
}

static void
append_chain (const AttriPathTale *self, const AttriProse *prose, guint chain)
{
    const AttriPath *path = get_path (self, chain - 1);
    append_sentence (self, prose->text, chain);
    for (guint i = 0; i < path->hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, i);
        g_string_append (prose->text, "  ");
        attri_path__hop (self, prose, hop);
        append_claims (self, prose->text, chain, hop->edge);
    }
    for (guint i = 0; i < path->apart->len; i++) {
        guint32 index = g_array_index (path->apart, guint32, i);
        const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
        const AttriPathHop hop = {.from = edge->from, .to = edge->to, .edge = index};
        g_string_append (prose->text, "  but ");
        attri_path__hop (self, prose, &hop);
        append_claims (self, prose->text, chain, index);
    }
    g_string_append (prose->text, "  weakest link: ");
    attri_path__weakest (self, prose, path);
    g_string_append_c (prose->text, '\n');
}

/* What holds of all chains, or why there is none. */
static void
append_conclusion (const AttriPathTale *self, GString *text)
{
    g_autoptr (GString) words = g_string_new (NULL);
    const AttriProse prose = {words, self->cited, attri_text_for_terminal};
    if (self->paths->paths->len == 0)
        attri_path__none (self, &prose);
    else
        g_string_append (words, attri_path__caution);
    g_string_append_c (text, '\n');
    attri_tell__append_paragraph (text, 0, words->str);
}

char *
attri_path__to_text (const AttriPathTale *self)
{
    GString *text = g_string_new (NULL);
    const AttriProse prose = {text, self->cited, attri_text_for_terminal};
    append_title (self, &prose);
    attri_prose__view (&prose, "  this view: ", "\n");
    for (guint i = 0; i < self->paths->paths->len; i++)
        append_chain (self, &prose, i + 1);
    append_conclusion (self, text);
    attri_tell__append_bibliography (text, self->cited);
    return g_string_free (text, FALSE);
}

/* ---- Markdown ---- */

static void
append_markdown_claims (const AttriPathTale *self, const AttriProse *prose, guint chain,
                        guint32 index)
{
    const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
    append_standing (self, prose->text, edge);
    if (self->told[index] != chain) {
        g_string_append_printf (prose->text, " (as in chain %u)\n", self->told[index]);
        return;
    }
    g_string_append_c (prose->text, '\n');
    g_autoptr (GPtrArray) statements = attri_statement__list (self->graph, edge->claims);
    for (guint i = 0; i < statements->len; i++) {
        const AttriStatement *statement = statements->pdata[i];
        g_string_append (prose->text, "  - ");
        attri_prose__dated_statement (prose, statement);
        attri_prose__said_of (prose, &statement->claim);
        g_string_append_c (prose->text, '\n');
    }
}

static void
append_markdown_chain (const AttriPathTale *self, const AttriProse *prose, guint chain)
{
    const AttriPath *path = get_path (self, chain - 1);
    g_string_append_printf (prose->text, "\n## Chain %u\n\n", chain);
    attri_path__sentence (self, prose, path);
    g_string_append (prose->text, "\n\n");
    for (guint i = 0; i < path->hops->len; i++) {
        const AttriPathHop *hop = &g_array_index (path->hops, AttriPathHop, i);
        g_string_append (prose->text, "- ");
        attri_path__hop (self, prose, hop);
        append_markdown_claims (self, prose, chain, hop->edge);
    }
    for (guint i = 0; i < path->apart->len; i++) {
        guint32 index = g_array_index (path->apart, guint32, i);
        const AttriEdge *edge = attri_graph_get_edge (self->graph, index);
        const AttriPathHop hop = {.from = edge->from, .to = edge->to, .edge = index};
        g_string_append (prose->text, "- **but** ");
        attri_path__hop (self, prose, &hop);
        append_markdown_claims (self, prose, chain, index);
    }
    g_string_append (prose->text, "\nWeakest link: ");
    attri_path__weakest (self, prose, path);
    g_string_append_c (prose->text, '\n');
}

char *
attri_path__to_markdown (const AttriPathTale *self)
{
    GString *text = g_string_new ("# ");
    const AttriProse prose = {text, self->cited, attri_text__escape_markdown};
    append_title (self, &prose);
    attri_prose__view (&prose, "\nThis view: ", "\n");
    for (guint i = 0; i < self->paths->paths->len; i++)
        append_markdown_chain (self, &prose, i + 1);
    g_string_append_c (text, '\n');
    if (self->paths->paths->len == 0)
        attri_path__none (self, &prose);
    else
        g_string_append (text, attri_path__caution);
    g_string_append_c (text, '\n');
    AttriMarkdown alone = {text, self->cited, 1, FALSE};
    attri_markdown__bibliography (&alone);
    return g_string_free (text, FALSE);
}
