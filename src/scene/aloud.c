/* SPDX-License-Identifier: MIT
 *
 * aloud.c: the graph read aloud, a statement a line: what `-T txt` prints and
 * what a screen reader finds in the picture.
 */
#include "scene/maker.h"

#define MOST_STATEMENTS 400

static void
append_source (AttriMaker *m, GString *text, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (m->graph, index);
    g_string_append (text, source->publisher);
    if (m->numbering.numbers[index] > 0)
        g_string_append_printf (text, " [%u]", m->numbering.numbers[index]);
}

/* "TAG-22 uses Winnti for initial access, in Taiwan" */
static void
append_relation (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    const char *from = attri_graph_get_entity (m->graph, claim->from)->name;
    if (claim->to != ATTRI_NONE) {
        const AttriRelationInfo *info = attri_relation_info (claim->type);
        const char *verb = info->type[0] != '\0' ? info->forward : claim->type;
        g_string_append_printf (text, "%s %s%s %s", from, attri_phrase__copula (verb), verb,
                                attri_graph_get_entity (m->graph, claim->to)->name);
    } else if (claim->groups > 0) {
        g_string_append_printf (text, "%s is used by %u of %u groups", from, claim->groups,
                                claim->of);
    } else if (claim->value != NULL) {
        g_string_append_printf (text, "%s %s %s", from,
                                g_str_equal (claim->type, "alias") ? "is also called" : "is",
                                claim->value);
    }
    if (claim->purpose != NULL)
        g_string_append_printf (text, " (%s)", claim->purpose);
    for (guint32 i = 0; i < claim->in.count; i++) {
        guint32 place = attri_graph_get_index_at (m->graph, claim->in.first + i);
        g_string_append_printf (text, "%s%s", i == 0 ? ", in " : ", ",
                                attri_graph_get_entity (m->graph, place)->name);
    }
}

static void
append_reading (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (m->graph, claim->citations.first + i);
        if (citation->source != claim->claimant) {
            g_string_append (text, "; read in ");
            append_source (m, text, citation->source);
        }
        if (citation->locator != NULL)
            g_string_append_printf (text, ", %s", citation->locator);
        if (citation->reading == ATTRI_READING_INFERRED)
            g_string_append (text, ", by our inference");
    }
}

static void
append_claim (AttriMaker *m, GString *text, const AttriClaim *claim)
{
    static const char *const asserting[] = {"states", "assesses", "suspects", "alleges"};
    static const char *const opposing[] = {"", "doubts", "denies", "withdraws"};
    static const char *const changes[] = {"", "New: ", "Gone: ", "Changed: "};
    g_string_append (text, changes[claim->change]);
    append_source (m, text, claim->claimant);
    g_string_append_printf (text, " %s that ",
                            claim->stance == ATTRI_STANCE_ASSERTS ? asserting[claim->hedge]
                                                                  : opposing[claim->stance]);
    append_relation (m, text, claim);
    if (claim->wording != NULL)
        g_string_append_printf (text, "; in the words “%s”", claim->wording);
    append_reading (m, text, claim);
    if (claim->revoked)
        g_string_append (text, "; since revoked");
    if (claim->was != NULL)
        g_string_append_printf (text, "; %s", claim->was);
    g_string_append (text, ".\n");
}

void
attri_maker__aloud (AttriMaker *m)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const AttriScene *scene = m->scene;
    g_string_append_printf (text, "%s.\n%s.\n%s.\n", scene->title, scene->subtitle,
                            scene->tlp_text);
    guint32 n = attri_graph_get_n_claims (m->graph);
    for (guint32 i = 0; i < MIN (n, MOST_STATEMENTS); i++)
        append_claim (m, text, attri_graph_get_claim (m->graph, i));
    if (n > MOST_STATEMENTS)
        g_string_append_printf (text, "And %u more claims.\n", n - MOST_STATEMENTS);
    for (guint i = 0; i < scene->notes->len; i++)
        g_string_append_printf (text, "%s\n", (char *)g_ptr_array_index (scene->notes, i));
    for (guint i = 0; i < scene->sources->len; i++) {
        const AttriSceneSource *source = &g_array_index (scene->sources, AttriSceneSource, i);
        g_string_append_printf (text, "Source %s: %s, %s%s.\n", source->number, source->head,
                                source->title, source->tail);
    }
    /* Line by line, because a line feed in a name must not look like a statement. */
    g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
    g_string_truncate (text, 0);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
        g_string_append_printf (text, "%s\n", attri_scene__keep (m->scene, lines[i]));
    m->scene->text = g_string_chunk_insert (m->scene->pool, text->str);
}
