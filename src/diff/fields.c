/* SPDX-License-Identifier: MIT
 *
 * fields.c: a row that both graphs have goes in; what differs within it comes
 * out, in words of the own file format, owned by the arena.
 */
#include "diff/diff-private.h"

#include <string.h>

/* One comparison on its way. */
typedef struct {
    const AttriUnion *both;
    AttriDiffText *into;
    AttriRange run;
} Comparing;

static Comparing
begin (const AttriUnion *both, AttriDiffText *into)
{
    return (Comparing){both, into, {into->fields->len, 0}};
}

/* Takes both words. */
static void
differ (Comparing *self, const char *field, gboolean minor, const char *before, const char *after)
{
    const AttriFieldChange change = {field, attri_arena__strdup (self->into->arena, before),
                                     attri_arena__strdup (self->into->arena, after), minor};
    g_array_append_val (self->into->fields, change);
    self->run.count++;
}

static void
compare_text (Comparing *self, const char *field, gboolean minor, const char *before,
              const char *after)
{
    before = before != NULL ? before : "";
    after = after != NULL ? after : "";
    if (strcmp (before, after) != 0)
        differ (self, field, minor, before, after);
}

static void
compare_date (Comparing *self, const char *field, gboolean minor, AttriDate before, AttriDate after)
{
    if (attri_order__date (before, after) == 0)
        return;
    g_autofree char *one = attri_date_to_string (before);
    g_autofree char *two = attri_date_to_string (after);
    compare_text (self, field, minor, one, two);
}

static void
compare_flag (Comparing *self, const char *field, gboolean before, gboolean after)
{
    compare_text (self, field, FALSE, before ? "yes" : "no", after ? "yes" : "no");
}

static const char *
tlp_word (AttriTlp tlp)
{
    return tlp == ATTRI_TLP_UNMARKED ? "not marked" : attri_tlp_to_string (tlp);
}

/* @text with every run of white space as one blank: how a text is broken says nothing. */
static char *
collapse (const char *text)
{
    GString *out = g_string_new (NULL);
    gboolean gap = FALSE;
    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        if (g_ascii_isspace (*c)) {
            gap = out->len > 0;
            continue;
        }
        if (gap)
            g_string_append_c (out, ' ');
        gap = FALSE;
        g_string_append_c (out, *c);
    }
    return g_string_free (out, FALSE);
}

static void
compare_prose (Comparing *self, const char *field, gboolean minor, const char *before,
               const char *after)
{
    if (g_strcmp0 (before, after) == 0)
        return;
    g_autofree char *one = collapse (before);
    g_autofree char *two = collapse (after);
    compare_text (self, field, minor, one, two);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The words of a set, each once, in order of bytes, joined. (transfer full) */
static char *
join_sorted (GPtrArray *words)
{
    GString *out = g_string_new (NULL);
    g_ptr_array_sort (words, compare_words);
    for (guint i = 0; i < words->len; i++) {
        if (i > 0 && strcmp (words->pdata[i], words->pdata[i - 1]) == 0)
            continue;
        g_string_append (out, out->len > 0 ? ", " : "");
        g_string_append (out, words->pdata[i]);
    }
    return g_string_free (out, FALSE);
}

static const char *
source_id (const AttriUnion *both, guint32 row)
{
    return attri_graph_get_source (both->graph, row)->id;
}

/* ---- entities ---- */

/* External ids, and apart from them where they are read, which says nothing new. */
static char *
list_references (const AttriGraph *graph, const AttriEntity *entity, gboolean links)
{
    g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        const char *authority = reference->source != NULL ? reference->source : "";
        if (links && reference->url != NULL)
            g_ptr_array_add (words, g_strdup (reference->url));
        else if (!links && reference->external_id != NULL)
            g_ptr_array_add (words, g_strconcat (authority, ":", reference->external_id, NULL));
    }
    return join_sorted (words);
}

AttriRange
attri_diff__entity_fields (const AttriUnion *both, guint32 row, AttriDiffText *into)
{
    const AttriOrigin *origin = &g_array_index (both->entities, AttriOrigin, row);
    const AttriGraph *older = both->sides[BEFORE];
    const AttriGraph *newer = both->sides[AFTER];
    const AttriEntity *a = attri_graph_get_entity (older, origin->row[BEFORE]);
    const AttriEntity *b = attri_graph_get_entity (newer, origin->row[AFTER]);
    Comparing self = begin (both, into);

    compare_text (&self, "name", FALSE, a->name, b->name);
    compare_text (&self, "id", FALSE, a->id, b->id);
    compare_text (&self, "type", FALSE, a->type, b->type);
    compare_text (&self, "country", FALSE, a->country, b->country);
    compare_text (&self, "identity_class", FALSE, a->identity_class, b->identity_class);
    compare_date (&self, "first_seen", FALSE, a->first_seen, b->first_seen);
    compare_date (&self, "last_seen", FALSE, a->last_seen, b->last_seen);
    compare_flag (&self, "is_family", a->is_family, b->is_family);
    compare_text (&self, "naming", FALSE, a->provisional ? "provisional" : "named",
                  b->provisional ? "provisional" : "named");
    compare_flag (&self, "placeholder", a->placeholder, b->placeholder);
    compare_flag (&self, "revoked", a->revoked, b->revoked);
    compare_flag (&self, "deprecated", a->deprecated, b->deprecated);
    compare_text (&self, "tlp", FALSE, tlp_word (a->tlp), tlp_word (b->tlp));
    for (gboolean links = FALSE; links <= TRUE; links++) {
        g_autofree char *one = list_references (older, a, links);
        g_autofree char *two = list_references (newer, b, links);
        compare_text (&self, links ? "links" : "external_references", links, one, two);
    }
    compare_prose (&self, "description", TRUE, a->description, b->description);
    compare_date (&self, "recorded", TRUE, a->recorded, b->recorded);
    return self.run;
}

/* ---- sources ---- */

static char *
list_lineage (const AttriUnion *both, guint side, const AttriSource *source)
{
    g_autoptr (GPtrArray) words = g_ptr_array_new ();
    for (guint32 i = 0; i < source->based_on.count; i++) {
        const guint32 row =
            attri_graph_get_index_at (both->sides[side], source->based_on.first + i);
        const guint32 root = both->roots[both->source_rows[side][row]];
        g_ptr_array_add (words, (char *)source_id (both, root));
    }
    return join_sorted (words);
}

AttriRange
attri_diff__source_fields (const AttriUnion *both, guint32 row, AttriDiffText *into)
{
    const AttriOrigin *origin = &g_array_index (both->sources, AttriOrigin, row);
    const AttriSource *a = attri_graph_get_source (both->sides[BEFORE], origin->row[BEFORE]);
    const AttriSource *b = attri_graph_get_source (both->sides[AFTER], origin->row[AFTER]);
    const char grades[][2] = {{a->reliability, '\0'}, {b->reliability, '\0'}};
    g_autofree char *lineage_before = list_lineage (both, BEFORE, a);
    g_autofree char *lineage_after = list_lineage (both, AFTER, b);
    Comparing self = begin (both, into);

    /* What nobody declared says how the file is called and when it was last written. */
    const gboolean made = a->generated && b->generated;
    compare_text (&self, "title", made, a->title, b->title);
    compare_text (&self, "publisher", made, a->publisher, b->publisher);
    compare_date (&self, "published", made, a->published, b->published);
    compare_text (&self, "kind", FALSE, attri_source_kind_to_string (a->kind),
                  attri_source_kind_to_string (b->kind));
    compare_text (&self, "based_on", FALSE, lineage_before, lineage_after);
    compare_flag (&self, "read", a->read, b->read);
    compare_text (&self, "reliability", FALSE, grades[BEFORE], grades[AFTER]);
    compare_text (&self, "tlp", FALSE, tlp_word (a->tlp), tlp_word (b->tlp));
    compare_text (&self, "url", TRUE, a->url, b->url);
    compare_text (&self, "lang", TRUE, a->lang, b->lang);
    compare_text (&self, "translated", TRUE, a->translated, b->translated);
    return self.run;
}

/* ---- claims ---- */

static char *
list_places (const AttriUnion *both, guint side, const AttriClaim *claim)
{
    g_autoptr (GPtrArray) words = g_ptr_array_new ();
    for (guint32 i = 0; i < claim->in.count; i++) {
        const guint32 row = attri_graph_get_index_at (both->sides[side], claim->in.first + i);
        const guint32 place = both->entity_rows[side][row];
        g_ptr_array_add (words, (char *)attri_graph_get_entity (both->graph, place)->id);
    }
    return join_sorted (words);
}

/* The carriers and what they cite; or only where in them it is said. */
static char *
list_citations (const AttriUnion *both, guint side, const AttriClaim *claim, gboolean detail)
{
    g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (both->sides[side], claim->citations.first + i);
        const guint32 *rows = both->source_rows[side];
        const char *carrier = source_id (both, both->roots[rows[citation->source]]);
        const gboolean cites = citation->cites != ATTRI_NONE;
        const char *cited = cites ? source_id (both, both->roots[rows[citation->cites]]) : "";
        if (detail)
            g_ptr_array_add (words,
                             g_strdup_printf ("%s %s %s %s %u", carrier,
                                              citation->locator != NULL ? citation->locator : "",
                                              citation->quote != NULL ? citation->quote : "",
                                              attri_reading_to_string (citation->reading),
                                              citation->credibility));
        else
            g_ptr_array_add (words, g_strconcat (carrier, cites ? " citing " : "", cited, NULL));
    }
    return join_sorted (words);
}

/* The source's own word for it, with the number where both are given. */
static char *
confidence_words (const AttriClaim *claim)
{
    if (claim->confidence < 0)
        return g_strdup (claim->confidence_word != NULL ? claim->confidence_word : "");
    if (claim->confidence_word == NULL)
        return g_strdup_printf ("%d", claim->confidence);
    return g_strdup_printf ("%s (%d)", claim->confidence_word, claim->confidence);
}

static char *
assessment_words (const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return g_strdup ("");
    g_autofree char *date = attri_date_to_string (assessment->date);
    g_autoptr (GPtrArray) words = g_ptr_array_new ();
    const char *const parts[] = {assessment->confidence, assessment->by, date, assessment->why};
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
        if (parts[i] != NULL && *parts[i] != '\0')
            g_ptr_array_add (words, (char *)parts[i]);
    }
    g_ptr_array_add (words, NULL);
    return g_strjoinv (", ", (char **)words->pdata);
}

/* Compares what @words makes of both, and frees it. */
static void
compare_made (Comparing *self, const char *field, gboolean minor, char *before, char *after)
{
    compare_text (self, field, minor, before, after);
    g_free (before);
    g_free (after);
}

static char *
revoked_words (const AttriClaim *claim)
{
    if (!claim->revoked)
        return g_strdup ("");
    return g_strdup (claim->revoked_reason != NULL ? claim->revoked_reason : "yes");
}

static char *
stop_words (const AttriClaim *claim)
{
    return claim->ongoing ? g_strdup ("ongoing") : attri_date_to_string (claim->stop_time);
}

static char *
prevalence_words (const AttriClaim *claim)
{
    return claim->of == 0 ? g_strdup ("") : g_strdup_printf ("%u of %u", claim->groups, claim->of);
}

/* When the record of a claim was last changed; a new one is as it was made. What stands in an
 * entity's record has none of its own, and that record tells it. */
static void
compare_stamps (Comparing *self, const AttriClaim *a, const AttriClaim *b)
{
    const gboolean before = attri_date_is_set (a->modified);
    const gboolean after = attri_date_is_set (b->modified);
    if (before || after)
        compare_date (self, "modified", TRUE, before ? a->modified : a->created,
                      after ? b->modified : b->created);
}

/* ---- claims that did not change ---- */

static gboolean
have_same_places (const AttriUnion *both, const AttriClaim *a, const AttriClaim *b)
{
    const guint32 *const *rows = (const guint32 *const *)both->entity_rows;
    for (guint32 i = 0; i < a->in.count && i < b->in.count; i++)
        if (rows[BEFORE][attri_graph_get_index_at (both->sides[BEFORE], a->in.first + i)] !=
            rows[AFTER][attri_graph_get_index_at (both->sides[AFTER], b->in.first + i)])
            return FALSE;
    return a->in.count == b->in.count;
}

/* What a source of a side is an edition of, %ATTRI_NONE for none. */
static guint32
root_of (const AttriUnion *both, guint side, guint32 source)
{
    return source != ATTRI_NONE ? both->roots[both->source_rows[side][source]] : ATTRI_NONE;
}

static gboolean
have_same_citations (const AttriUnion *both, const AttriClaim *a, const AttriClaim *b)
{
    for (guint32 i = 0; i < a->citations.count && i < b->citations.count; i++) {
        const AttriCitation *x =
            attri_graph_get_citation (both->sides[BEFORE], a->citations.first + i);
        const AttriCitation *y =
            attri_graph_get_citation (both->sides[AFTER], b->citations.first + i);
        if (root_of (both, BEFORE, x->source) != root_of (both, AFTER, y->source) ||
            root_of (both, BEFORE, x->cites) != root_of (both, AFTER, y->cites) ||
            x->reading != y->reading || x->credibility != y->credibility ||
            g_strcmp0 (x->locator, y->locator) != 0 || g_strcmp0 (x->quote, y->quote) != 0)
            return FALSE;
    }
    return a->citations.count == b->citations.count;
}

/* Most claims of a feed are as they were, and to put them into words takes longer than all else. */
static gboolean
is_unchanged (const AttriUnion *both, const AttriClaim *a, const AttriClaim *b)
{
    return attri_order__content (a, b) == 0 && attri_order__date (a->modified, b->modified) == 0 &&
           have_same_places (both, a, b) && have_same_citations (both, a, b);
}

AttriRange
attri_diff__claim_fields (const AttriUnion *both, guint32 row, AttriDiffText *into)
{
    const AttriOrigin *origin = &g_array_index (both->claims, AttriOrigin, row);
    const AttriClaim *a = attri_graph_get_claim (both->sides[BEFORE], origin->row[BEFORE]);
    const AttriClaim *b = attri_graph_get_claim (both->sides[AFTER], origin->row[AFTER]);
    Comparing self = begin (both, into);

    if (is_unchanged (both, a, b))
        return self.run;
    compare_text (&self, "stance", FALSE, attri_stance_to_string (a->stance),
                  attri_stance_to_string (b->stance));
    compare_made (&self, "revoked", FALSE, revoked_words (a), revoked_words (b));
    compare_flag (&self, "deprecated", a->deprecated, b->deprecated);
    compare_text (&self, "hedge", FALSE, attri_hedge_to_string (a->hedge),
                  attri_hedge_to_string (b->hedge));
    compare_made (&self, "confidence", FALSE, confidence_words (a), confidence_words (b));
    compare_prose (&self, "wording", both->across, a->wording, b->wording);
    compare_made (&self, "in", FALSE, list_places (both, BEFORE, a), list_places (both, AFTER, b));
    compare_made (&self, "prevalence", FALSE, prevalence_words (a), prevalence_words (b));
    compare_date (&self, "since", FALSE, a->since, b->since);
    compare_date (&self, "start_time", FALSE, a->start_time, b->start_time);
    compare_made (&self, "stop_time", FALSE, stop_words (a), stop_words (b));
    compare_made (&self, "citations", both->across, list_citations (both, BEFORE, a, FALSE),
                  list_citations (both, AFTER, b, FALSE));
    compare_made (&self, "assessment", FALSE, assessment_words (a->assessment),
                  assessment_words (b->assessment));
    compare_text (&self, "tlp", FALSE, tlp_word (a->tlp), tlp_word (b->tlp));
    compare_prose (&self, "purpose", FALSE, a->purpose, b->purpose);
    compare_prose (&self, "note", TRUE, a->note, b->note);
    compare_made (&self, "citation detail", TRUE, list_citations (both, BEFORE, a, TRUE),
                  list_citations (both, AFTER, b, TRUE));
    if (!both->across)
        compare_stamps (&self, a, b);
    return self.run;
}

/* ---- saved views ---- */

/* In their order, which is that of the picture. */
static char *
list_focus (const AttriUnion *both, guint side, const AttriSavedView *view)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    for (guint32 i = 0; i < view->focus.count; i++) {
        const guint32 row = attri_graph_get_index_at (both->sides[side], view->focus.first + i);
        const guint32 entity = both->entity_rows[side][row];
        g_ptr_array_add (ids, (char *)attri_graph_get_entity (both->graph, entity)->id);
    }
    g_ptr_array_add (ids, NULL);
    return g_strjoinv (", ", (char **)ids->pdata);
}

static const char *
find_option (const AttriSavedView *view, const char *name)
{
    for (guint i = 0; i < view->n_options; i++)
        if (strcmp (view->options[i].name, name) == 0)
            return view->options[i].value;
    return NULL;
}

AttriRange
attri_diff__view_fields (const AttriUnion *both, guint32 row, AttriDiffText *into)
{
    const AttriOrigin *origin = &g_array_index (both->saved, AttriOrigin, row);
    const AttriSavedView *a = attri_graph_get_saved_view (both->sides[BEFORE], origin->row[BEFORE]);
    const AttriSavedView *b = attri_graph_get_saved_view (both->sides[AFTER], origin->row[AFTER]);
    const char *const *names = attri_view_option_list ();
    Comparing self = begin (both, into);

    compare_made (&self, "focus", FALSE, list_focus (both, BEFORE, a), list_focus (both, AFTER, b));
    for (guint i = 0; names[i] != NULL; i++)
        compare_text (&self, names[i], FALSE, find_option (a, names[i]), find_option (b, names[i]));
    compare_prose (&self, "title", FALSE, a->title, b->title);
    compare_prose (&self, "subtitle", FALSE, a->subtitle, b->subtitle);
    compare_prose (&self, "judgement", FALSE, a->judgement, b->judgement);
    compare_text (&self, "confidence", FALSE, a->confidence, b->confidence);
    compare_prose (&self, "alternative", FALSE, a->alternative, b->alternative);
    compare_text (&self, "by", FALSE, a->by, b->by);
    compare_date (&self, "date", FALSE, a->date, b->date);
    compare_text (&self, "tlp", FALSE, tlp_word (a->tlp), tlp_word (b->tlp));
    return self.run;
}
