/* SPDX-License-Identifier: MIT
 *
 * sources.c: the records of sources become one row for each id, with what they
 * are based on.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
    const AttriSourceDraft *x = a;
    const AttriSourceDraft *y = b;
    const int orders[] = {
        strcmp (x->row.id, y->row.id),
        attri_order__place (x->row.place, y->row.place),
        attri_order__source (&x->row, &y->row),
        g_strcmp0 (x->edition_of, y->edition_of),
        attri_order__ids (x->based_on, y->based_on),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* Where both state a field, the rule is breached unless they agree. */
static void
tell_conflict (AttriBuild *build, AttriModelRule rule, const AttriSource *first,
               const AttriSource *again, const char *field, const char *kept, const char *other)
{
    g_autofree char *id = attri_text__quote (again->id);
    g_autofree char *shown = attri_text__quote (other);
    g_autofree char *expected = attri_text__quote (kept);
    g_autofree char *at = attri_build__describe_place (first->place);

    attri_findings_add (build->findings, attri_model__rule (rule), again->place, NULL,
                        "source %s has another %s here, %s; expected %s, as at %s", id, field,
                        shown, expected, at);
}

static void
merge_text (AttriBuild *build, AttriModelRule rule, const AttriSource *first,
            const AttriSource *again, const char *field, const char **into, const char *other)
{
    if (other == NULL || g_strcmp0 (*into, other) == 0)
        return;
    if (*into == NULL) {
        *into = other;
        return;
    }
    tell_conflict (build, rule, first, again, field, *into, other);
    if (strcmp (other, *into) < 0)
        *into = other;
}

static void
merge_date (AttriBuild *build, AttriModelRule rule, const AttriSource *first,
            const AttriSource *again, const char *field, AttriDate *into, AttriDate other)
{
    if (!attri_date_is_set (other) || attri_order__date (*into, other) == 0)
        return;
    if (attri_date_is_set (*into)) {
        g_autofree char *kept = attri_date_to_string (*into);
        g_autofree char *shown = attri_date_to_string (other);
        tell_conflict (build, rule, first, again, field, kept, shown);
        if (attri_order__date (other, *into) > 0)
            return;
    }
    *into = other;
}

/* Adds to @row what @again knows. A kind, a grade and "read" have no word for
 * "not said": the telling one wins. */
static void
merge_source (AttriBuild *build, AttriSource *row, const AttriSource *again)
{
    const AttriSource first = *row;
    merge_text (build, RULE_DUPLICATE_SOURCE, &first, again, "title", &row->title, again->title);
    merge_text (build, RULE_DUPLICATE_SOURCE, &first, again, "publisher", &row->publisher,
                again->publisher);
    merge_date (build, RULE_DUPLICATE_SOURCE, &first, again, "date", &row->published,
                again->published);
    merge_date (build, RULE_CONFLICTING_FIELD, &first, again, "date of retrieval", &row->retrieved,
                again->retrieved);
    merge_text (build, RULE_CONFLICTING_FIELD, &first, again, "URL", &row->url, again->url);
    merge_text (build, RULE_CONFLICTING_FIELD, &first, again, "language", &row->lang, again->lang);
    merge_text (build, RULE_CONFLICTING_FIELD, &first, again, "translation", &row->translated,
                again->translated);
    if (row->reliability != 0 && again->reliability != 0 &&
        row->reliability != again->reliability) {
        const char kept[] = {row->reliability, '\0'};
        const char shown[] = {again->reliability, '\0'};
        tell_conflict (build, RULE_CONFLICTING_FIELD, &first, again, "grade", kept, shown);
    }
    /* The worse of two grades, the tighter of two markings. */
    row->reliability = MAX (row->reliability, again->reliability);
    row->tlp = MAX (row->tlp, again->tlp);
    row->kind = MAX (row->kind, again->kind);
    row->read = row->read || again->read;
}

/* Joins the drafts first..last-1, which have one id, into a row. */
static void
append_source (AttriBuild *build, const GArray *drafts, guint first, guint last)
{
    AttriSource row = g_array_index (drafts, AttriSourceDraft, first).row;
    for (guint i = first + 1; i < last; i++)
        merge_source (build, &row, &g_array_index (drafts, AttriSourceDraft, i).row);

    const AttriIdRow id = {row.id, build->graph->sources->len};
    g_array_append_val (build->source_ids, id);
    g_array_append_val (build->graph->sources, row);
}

/* Adds what the drafts first..last-1 say about the lineage of @row. */
static void
resolve_lineage (AttriBuild *build, const GArray *drafts, guint first, guint last, AttriSource *row)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

    for (guint i = first; i < last; i++) {
        const AttriSourceDraft *draft = &g_array_index (drafts, AttriSourceDraft, i);
        const AttriPlace place = draft->row.place;
        for (guint j = 0; draft->based_on != NULL && draft->based_on[j] != NULL; j++) {
            const guint32 found =
                attri_build__find_source (build, draft->based_on[j], place, NULL, "");
            if (found != ATTRI_NONE)
                g_array_append_val (rows, found);
        }
        if (draft->edition_of != NULL) {
            const guint32 found =
                attri_build__find_source (build, draft->edition_of, place, NULL, "");
            row->edition_of = MIN (row->edition_of, found);
        }
    }
    row->based_on = attri_build__append_rows (build, rows);
}

void
attri_build__sources (AttriBuild *build)
{
    GArray *drafts = build->builder->sources;
    g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));

    g_array_sort (drafts, compare_drafts);
    for (guint i = 0; i < drafts->len; i++) {
        if (i == 0 || strcmp (g_array_index (drafts, AttriSourceDraft, i).row.id,
                              g_array_index (drafts, AttriSourceDraft, i - 1).row.id) != 0)
            g_array_append_val (firsts, i);
    }
    g_array_append_val (firsts, drafts->len);

    for (guint i = 0; i + 1 < firsts->len; i++)
        append_source (build, drafts, g_array_index (firsts, guint, i),
                       g_array_index (firsts, guint, i + 1));
    /* Only now that all ids are known. */
    for (guint i = 0; i + 1 < firsts->len; i++)
        resolve_lineage (build, drafts, g_array_index (firsts, guint, i),
                         g_array_index (firsts, guint, i + 1),
                         &g_array_index (build->graph->sources, AttriSource, i));
}
