/* SPDX-License-Identifier: MIT
 *
 * sources.c: the records of a source become one row, with what it is based on. What a person
 * declared wins over what a reader made of a reference, without a word unless dates differ.
 */
#include "base/text-private.h"
#include "base/url-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* A record and the source it belongs to. */
typedef struct {
    const AttriSourceDraft *draft;
    const char *page; /* its normalised URL, or NULL */
    const char *id;   /* the source's */
} Member;

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
    const AttriSourceDraft *x = a;
    const AttriSourceDraft *y = b;
    const int by_id = strcmp (x->row.id, y->row.id);

    /* Almost all differ in their ids, and the rest takes many times longer. */
    if (by_id != 0)
        return by_id;
    const int orders[] = {
        attri_order__u32 (x->generated != FALSE, y->generated != FALSE),
        attri_order__place (x->row.place, y->row.place),
        attri_order__source (&x->row, &y->row),
        g_strcmp0 (x->edition_of, y->edition_of),
        attri_order__ids (x->based_on, y->based_on),
    };
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
    const Member *x = a;
    const Member *y = b;
    const int by_id = strcmp (x->id, y->id);

    if (by_id != 0)
        return by_id;
    const int orders[] = {
        attri_order__u32 (x->draft->generated != FALSE, y->draft->generated != FALSE),
        compare_drafts (x->draft, y->draft),
    };
    return ATTRI_FIRST_ORDER (orders);
}

/* The drafts, by the id of the source they belong to, the declared first. */
static GArray *
make_members (const GArray *drafts, char *const *pages, gboolean apart)
{
    g_autofree guint32 *roots = attri_build__group_sources (drafts, pages, apart);
    g_autofree guint32 *shown = g_memdup2 (roots, (drafts->len + 1) * sizeof (guint32));
    GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), drafts->len);

    for (guint32 i = 0; i < drafts->len; i++) {
        const AttriSourceDraft *draft = &g_array_index (drafts, AttriSourceDraft, i);
        const AttriSourceDraft *best = &g_array_index (drafts, AttriSourceDraft, shown[roots[i]]);
        if (draft->generated == best->generated
                ? attri_order__better_id (draft->row.id, best->row.id)
                : best->generated)
            shown[roots[i]] = i;
    }
    for (guint32 i = 0; i < drafts->len; i++) {
        const Member member = {&g_array_index (drafts, AttriSourceDraft, i), pages[i],
                               g_array_index (drafts, AttriSourceDraft, shown[roots[i]]).row.id};
        g_array_append_val (members, member);
    }
    g_array_sort (members, compare_members);
    return members;
}

/* Where both state a field, the rule is breached unless they agree. A reference in a feed has no
 * place. */
static void
tell_conflict (AttriBuild *build, AttriModelRule rule, const AttriSource *first,
               const AttriSource *again, const char *field, const char *kept, const char *other)
{
    const gboolean placed = again->place.file != NULL || first->place.file == NULL;
    g_autofree char *id = attri_text__quote (again->id);
    g_autofree char *shown = attri_text__quote (other);
    g_autofree char *expected = attri_text__quote (kept);
    g_autofree char *at = placed ? attri_build__describe_place (first->place) : NULL;

    attri_findings_add (build->findings, attri_model__rule (rule),
                        placed ? again->place : first->place, NULL,
                        "source %s has another %s %s, %s; expected %s%s%s", id, field,
                        placed ? "here" : "in a feed", shown, expected, placed ? ", as at " : "",
                        placed ? at : "");
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
    row->tlp = attri_tlp__join (row->tlp, again->tlp);
    row->kind = MAX (row->kind, again->kind);
    row->read = row->read || again->read;
}

/* ---- what readers made ---- */

/* Whether both may be true: a month says no more than that it was in that month. */
static gboolean
dates_agree (AttriDate a, AttriDate b)
{
    return a.year == b.year && (a.month == b.month ? a.day == b.day || a.day == 0 || b.day == 0
                                                   : a.month == 0 || b.month == 0);
}

/* Says once for a source that dates differ; FALSE if they agree. A compilation lives on: each who
 * cites it saw it at another date. */
static gboolean
tell_dates (AttriBuild *build, AttriModelRule rule, const AttriSource *row,
            const AttriSource *again, gboolean *told)
{
    if (row->kind == ATTRI_SOURCE_COMPILATION || !attri_date_is_set (row->published) ||
        !attri_date_is_set (again->published) || dates_agree (row->published, again->published))
        return FALSE;
    if (!*told) {
        g_autofree char *kept = attri_date_to_string (row->published);
        g_autofree char *other = attri_date_to_string (again->published);
        tell_conflict (build, rule, row, again, "date", kept, other);
    }
    *told = TRUE;
    return TRUE;
}

static void
fill_text (const char **into, const char *text)
{
    *into = *into != NULL ? *into : text;
}

/* Adds to what was declared what only a reference knows. */
static void
fill_source (AttriBuild *build, AttriSource *row, const AttriSource *again, gboolean *told)
{
    tell_dates (build, RULE_CONFLICTING_FIELD, row, again, told);
    fill_text (&row->title, again->title);
    fill_text (&row->publisher, again->publisher);
    fill_text (&row->url, again->url);
    fill_text (&row->lang, again->lang);
    fill_text (&row->translated, again->translated);
    if (!attri_date_is_set (row->published))
        row->published = again->published;
    if (!attri_date_is_set (row->retrieved))
        row->retrieved = again->retrieved;
    if (row->reliability == 0)
        row->reliability = again->reliability;
    row->tlp = MAX (row->tlp, again->tlp);
}

static void
take_least (const char **into, const char *text)
{
    if (text != NULL && (*into == NULL || strcmp (text, *into) < 0))
        *into = text;
}

/* Joins two references. Of dates the more telling wins, of such as contradict each other the
 * earlier. A title that only repeats the link is none. */
static void
merge_generated (AttriBuild *build, AttriSource *row, const Member *member, gboolean *told)
{
    const AttriSource *again = &member->draft->row;
    const int order = attri_order__date (again->published, row->published);
    if (tell_dates (build, RULE_CONFLICTING_REFERENCE, row, again, told) ? order < 0 : order > 0)
        row->published = again->published;
    if (!attri_date_is_set (row->retrieved) ||
        (attri_date_is_set (again->retrieved) &&
         attri_order__date (again->retrieved, row->retrieved) < 0))
        row->retrieved = again->retrieved;

    if (g_strcmp0 (row->title, member->page) == 0)
        row->title = again->title;
    else if (g_strcmp0 (again->title, member->page) != 0)
        take_least (&row->title, again->title);
    take_least (&row->publisher, again->publisher);
    take_least (&row->lang, again->lang);
    take_least (&row->translated, again->translated);
    if (row->url == NULL || (again->url != NULL && attri_order__better_id (again->url, row->url)))
        row->url = again->url;
    row->kind = MAX (row->kind, again->kind);
    row->reliability = MAX (row->reliability, again->reliability);
    row->tlp = attri_tlp__join (row->tlp, again->tlp);
    row->read = row->read || again->read;
    if (attri_order__place (again->place, row->place) < 0)
        row->place = again->place;
}

/* A reference that may be joined with @first by nothing but its id: readers make ids of names, so
 * that may be chance. */
static void
check_same_id (AttriBuild *build, const Member *first, const Member *again)
{
    if (first == again || g_strcmp0 (first->page, again->page) == 0)
        return;
    if (first->page != NULL && again->page != NULL)
        tell_conflict (build, RULE_CONFLICTING_FIELD, &first->draft->row, &again->draft->row, "URL",
                       first->draft->row.url, again->draft->row.url);
    else if (g_strcmp0 (first->draft->row.title, again->draft->row.title) != 0)
        tell_conflict (build, RULE_CONFLICTING_FIELD, &first->draft->row, &again->draft->row,
                       "title", first->draft->row.title, again->draft->row.title);
}

/* ---- all records ---- */

/* Joins the members first..last-1, which are one source, into a row. */
static void
append_source (AttriBuild *build, const GArray *members, guint first, guint last)
{
    const Member *head = &g_array_index (members, Member, first);
    const Member *peer = NULL; /* the first with this id */
    AttriSource row = head->draft->row;
    gboolean told = FALSE;

    for (guint i = first; i < last; i++) {
        const Member *member = &g_array_index (members, Member, i);
        const AttriIdRow id = {member->draft->row.id, build->graph->sources->len};
        if (peer == NULL || strcmp (id.id, peer->draft->row.id) != 0) {
            peer = strcmp (id.id, head->draft->row.id) == 0 ? head : member;
            g_array_append_val (build->source_ids, id);
        }
        if (i == first)
            continue;
        if (member->draft->generated)
            check_same_id (build, peer, member);
        if (!member->draft->generated)
            merge_source (build, &row, &member->draft->row);
        else if (!head->draft->generated)
            fill_source (build, &row, &member->draft->row, &told);
        else
            merge_generated (build, &row, member, &told);
    }
    row.id = head->id;
    row.generated = head->draft->generated;
    g_array_append_val (build->graph->sources, row);
}

/* The row that @draft names as @id, or %ATTRI_NONE: also where that has been joined with it. */
static guint32
find_parent (AttriBuild *build, const AttriSourceDraft *draft, const char *id, guint32 own)
{
    const guint32 found = attri_build__find_source (build, id, draft->row.place, NULL, "");
    return found == own && strcmp (id, draft->row.id) != 0 ? ATTRI_NONE : found;
}

/* Adds what the members first..last-1 say about the lineage of the source @own. */
static void
resolve_lineage (AttriBuild *build, const GArray *members, guint first, guint last, guint32 own)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    AttriSource *row = &g_array_index (build->graph->sources, AttriSource, own);

    for (guint i = first; i < last; i++) {
        const AttriSourceDraft *draft = g_array_index (members, Member, i).draft;
        for (guint j = 0; draft->based_on != NULL && draft->based_on[j] != NULL; j++) {
            const guint32 found = find_parent (build, draft, draft->based_on[j], own);
            if (found != ATTRI_NONE)
                g_array_append_val (rows, found);
        }
        if (draft->edition_of != NULL)
            row->edition_of =
                MIN (row->edition_of, find_parent (build, draft, draft->edition_of, own));
    }
    row->based_on = attri_build__append_rows (build, rows);
}

void
attri_build__sources (AttriBuild *build)
{
    GArray *drafts = build->builder->sources;
    g_array_sort (drafts, compare_drafts);

    g_autoptr (GPtrArray) pages = g_ptr_array_new_full (drafts->len, g_free);
    for (guint32 i = 0; i < drafts->len; i++)
        g_ptr_array_add (pages, attri_url__normalise (
                                    g_array_index (drafts, AttriSourceDraft, i).row.url));
    g_autoptr (GArray) members =
        make_members (drafts, (char **)pages->pdata, build->builder->apart);

    g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < members->len; i++) {
        const Member *member = &g_array_index (members, Member, i);
        if (i == 0 || strcmp (member->id, (member - 1)->id) != 0)
            g_array_append_val (firsts, i);
    }
    g_array_append_val (firsts, members->len);

    for (guint i = 0; i + 1 < firsts->len; i++)
        append_source (build, members, g_array_index (firsts, guint, i),
                       g_array_index (firsts, guint, i + 1));
    attri_build__sort_ids (build->source_ids);
    /* Only now that all ids are known. */
    for (guint32 i = 0; i + 1 < firsts->len; i++)
        resolve_lineage (build, members, g_array_index (firsts, guint, i),
                         g_array_index (firsts, guint, i + 1), i);
}
