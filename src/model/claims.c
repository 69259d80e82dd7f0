/* SPDX-License-Identifier: MIT
 *
 * claims.c: a statement becomes one claim for each claimant of its citations;
 * claims that say the same become one, with the citations of all.
 */
#include "base/text-private.h"
#include "model/builder-private.h"
#include "model/compare-private.h"

#include <string.h>

/* A citation whose ids are found. */
typedef struct {
    AttriCitation row;
    guint32 claimant;
} Found;

/* The claims of a run before equal ones become one: in the graph's own table, as there are many,
 * but with ranges in @indexes and @citations. */
typedef struct {
    GArray *claims;    /* AttriClaim */
    GArray *indexes;   /* guint32 */
    GArray *citations; /* AttriCitation */
    GArray *found;     /* Found, of the statement at hand */
    GArray *cited;     /* AttriCitation, of the claim at hand */
    GArray *in;        /* guint32, of the claim at hand */
} Pending;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    return attri_order__u32 (*(const guint32 *)a, *(const guint32 *)b);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
    const Found *x = a;
    const Found *y = b;
    const int order = attri_order__u32 (x->claimant, y->claimant);
    return order != 0 ? order : attri_order__citation (&x->row, &y->row);
}

/* Where one of the two ids is, as far as that is known. */
static AttriPlace
end_place (const AttriStatementDraft *draft, AttriPlace place)
{
    const AttriPlace whole = draft->row.place;
    return place.line > 0 ? (AttriPlace){whole.file, place.line, place.column} : whole;
}

/* Resolves both ends; FALSE after a finding. */
static gboolean
resolve_ends (AttriBuild *build, const AttriStatementDraft *draft, AttriClaim *row)
{
    const AttriPlace place = draft->row.place;
    row->from = attri_build__find_entity (build, draft->from, end_place (draft, draft->from_place),
                                          draft->pointer, "/from");
    row->to = ATTRI_NONE;
    if (draft->to == NULL)
        return row->from != ATTRI_NONE;

    row->to = attri_build__find_entity (build, draft->to, end_place (draft, draft->to_place),
                                        draft->pointer, "/to");
    if (row->from == ATTRI_NONE || row->to == ATTRI_NONE)
        return FALSE;
    if (row->from != row->to)
        return TRUE;

    g_autofree char *from = attri_text__quote (draft->from);
    g_autofree char *to = attri_text__quote (draft->to);
    if (strcmp (draft->from, draft->to) == 0)
        attri_findings_add (build->findings, attri_model__rule (RULE_SELF_RELATIONSHIP), place,
                            draft->pointer, "%s is at both ends; expected two entities", from);
    else
        attri_findings_add (build->findings, attri_model__rule (RULE_VANISHED_RELATIONSHIP), place,
                            draft->pointer, "%s and %s are records of one entity; left out", from,
                            to);
    return FALSE;
}

static AttriRange
resolve_in (AttriBuild *build, const AttriStatementDraft *draft, GArray *indexes)
{
    AttriRange range = {indexes->len, 0};

    for (guint i = 0; draft->in != NULL && draft->in[i] != NULL; i++) {
        g_autofree char *member = g_strdup_printf ("/in/%u", i);
        const guint32 row = attri_build__find_entity (build, draft->in[i], draft->row.place,
                                                      draft->pointer, member);
        if (row != ATTRI_NONE) {
            g_array_append_val (indexes, row);
            range.count++;
        }
    }
    if (range.count > 1)
        qsort (&g_array_index (indexes, guint32, range.first), range.count, sizeof (guint32),
               compare_rows);
    return range;
}

/* Resolves the citations of a statement into @all, ordered by claimant. */
static void
resolve_citations (AttriBuild *build, const AttriStatementDraft *draft, GArray *all)
{
    g_array_set_size (all, 0);
    for (guint i = 0; i < draft->n_citations; i++) {
        const AttriCitationDraft *citation = &draft->citations[i];
        const AttriPlace place = citation->place;
        Found found = {citation->row, ATTRI_NONE};
        found.row.source =
            attri_build__find_source (build, citation->source, place, citation->pointer, "/source");
        found.row.cites = ATTRI_NONE;
        if (citation->cites != NULL)
            found.row.cites = attri_build__find_source (build, citation->cites, place,
                                                        citation->pointer, "/cites");
        found.claimant = found.row.source;
        if (citation->claimant != NULL)
            found.claimant = attri_build__find_source (build, citation->claimant, place,
                                                       citation->pointer, "/claimant");
        if (found.row.source != ATTRI_NONE && found.claimant != ATTRI_NONE)
            g_array_append_val (all, found);
    }
    g_array_sort (all, compare_found);
}

static void
add_pending (const AttriBuild *build, const Pending *pending, const AttriClaim *model,
             const Found *found, guint n)
{
    AttriClaim claim = *model;
    claim.claimant = found->claimant;
    claim.citations = (AttriRange){pending->citations->len, n};
    for (guint i = 0; i < n; i++) {
        AttriCitation citation = found[i].row;
        if (!attri_date_is_set (citation.recorded))
            citation.recorded = model->recorded;
        if (!attri_date_is_set (citation.recorded))
            citation.recorded = attri_graph_get_source (build->graph, citation.source)->published;
        g_array_append_val (pending->citations, citation);
    }
    g_array_append_val (pending->claims, claim);
}

/* Appends the claims of one statement to @pending. */
static void
split_statement (AttriBuild *build, const AttriStatementDraft *draft, const Pending *pending)
{
    AttriClaim model = draft->row;
    const gboolean whole = resolve_ends (build, draft, &model);
    model.in = resolve_in (build, draft, pending->indexes);
    const GArray *found = pending->found;

    resolve_citations (build, draft, pending->found);
    if (draft->n_citations == 0)
        attri_findings_add (build->findings, attri_model__rule (RULE_UNCITED_STATEMENT),
                            draft->row.place, draft->pointer,
                            "nothing is cited; expected a citation here or for the document");
    if (!whole)
        return;
    for (guint i = 0, end; i < found->len; i = end) {
        const Found *first = &g_array_index (found, Found, i);
        for (end = i + 1; end < found->len; end++) {
            if (g_array_index (found, Found, end).claimant != first->claimant)
                break;
        }
        add_pending (build, pending, &model, first, end - i);
    }
}

/* ---- repeated ids ---- */

static int
compare_said (const AttriStatementDraft *x, const AttriStatementDraft *y)
{
    const int orders[] = {strcmp (x->from, y->from),       strcmp (x->row.type, y->row.type),
                          g_strcmp0 (x->to, y->to),        g_strcmp0 (x->row.value, y->row.value),
                          attri_order__ids (x->in, y->in), attri_order__content (&x->row, &y->row)};
    return ATTRI_FIRST_ORDER (orders);
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
    const AttriStatementDraft *x = *(const AttriStatementDraft *const *)a;
    const AttriStatementDraft *y = *(const AttriStatementDraft *const *)b;
    int order = g_strcmp0 (x->row.id, y->row.id);

    /* One after the other: a feed gives tens of thousands, and almost all differ in their ids. */
    if (order == 0)
        order = attri_order__place (x->row.place, y->row.place);
    return order != 0 ? order : compare_said (x, y);
}

/* Whether two ids lead to one entity. */
static gboolean
same_entity (const AttriBuild *build, const char *a, const char *b)
{
    return g_strcmp0 (a, b) == 0 ||
           (a != NULL && b != NULL &&
            attri_build__look_up_entity (build, a) == attri_build__look_up_entity (build, b) &&
            attri_build__look_up_entity (build, a) != ATTRI_NONE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
same_places (const AttriBuild *build, const char *const *a, const char *const *b)
{
    const guint n = a != NULL ? g_strv_length ((char **)a) : 0;
    if (n != (b != NULL ? g_strv_length ((char **)b) : 0))
        return FALSE;
    g_autofree const char **x = g_memdup2 (a, n * sizeof *a);
    g_autofree const char **y = g_memdup2 (b, n * sizeof *b);
    gboolean same = TRUE;
    if (n > 0) {
        qsort (x, n, sizeof *x, compare_texts);
        qsort (y, n, sizeof *y, compare_texts);
    }
    for (guint i = 0; i < n; i++)
        same = same && same_entity (build, x[i], y[i]);
    return same;
}

static gboolean
says_same (const AttriBuild *build, const AttriStatementDraft *x, const AttriStatementDraft *y)
{
    return same_entity (build, x->from, y->from) && same_entity (build, x->to, y->to) &&
           strcmp (x->row.type, y->row.type) == 0 && g_strcmp0 (x->row.value, y->row.value) == 0 &&
           same_places (build, x->in, y->in) && attri_order__content (&x->row, &y->row) == 0;
}

static void
find_repeated_ids (AttriBuild *build, const GPtrArray *statements)
{
    for (guint i = 1; i < statements->len; i++) {
        const AttriStatementDraft *last = g_ptr_array_index (statements, i - 1);
        const AttriStatementDraft *next = g_ptr_array_index (statements, i);
        if (next->row.id == NULL || g_strcmp0 (last->row.id, next->row.id) != 0 ||
            says_same (build, last, next))
            continue;
        g_autofree char *id = attri_text__quote (next->row.id);
        g_autofree char *at = attri_build__describe_place (last->row.place);
        attri_findings_add (build->findings, attri_model__rule (RULE_DUPLICATE_CLAIM_ID),
                            next->row.place, next->pointer,
                            "%s is the id of another relationship at %s; expected an id of its "
                            "own, or none",
                            id, at);
    }
}

/* ---- writing ---- */

static const AttriClaim *
claim_at (const Pending *pending, guint32 i)
{
    return &g_array_index (pending->claims, AttriClaim, i);
}

/* The claims first..last-1, which say the same, as one. */
static AttriClaim
join_claims (AttriBuild *build, const Pending *pending, guint first, guint last)
{
    AttriClaim row = *claim_at (pending, first);

    g_array_set_size (pending->cited, 0);
    g_array_set_size (pending->in, 0);
    for (guint i = first; i < last; i++) {
        const AttriClaim *same = claim_at (pending, i);
        g_array_append_vals (pending->cited,
                             &g_array_index (pending->citations, AttriCitation,
                                             same->citations.first),
                             same->citations.count);
        if (attri_order__place (same->place, row.place) < 0)
            row.place = same->place;
        if (attri_date_compare (same->modified, row.modified) > 0)
            row.modified = same->modified;
    }
    g_array_append_vals (pending->in, &g_array_index (pending->indexes, guint32, row.in.first),
                         row.in.count);
    row.in = attri_build__append_rows (build, pending->in);
    row.recorded = ATTRI_DATE_NONE;
    row.citations = attri_graph__add_citations (build->graph, pending->cited, &row.recorded);
    attri_graph__date_claim (build->graph, &row);
    return row;
}

static int
compare_pending (gconstpointer a, gconstpointer b, gpointer indexes)
{
    return attri_order__claim (a, b, indexes);
}

/* Puts the statements' claims into the graph's table, sorted. */
static void
fill_pending (AttriBuild *build, const Pending *pending)
{
    GPtrArray *statements = build->builder->statements;

    attri_graph__make_room (build->graph, statements->len, statements->len);
    g_ptr_array_sort (statements, compare_statements);
    find_repeated_ids (build, statements);
    for (guint i = 0; i < statements->len; i++)
        split_statement (build, g_ptr_array_index (statements, i), pending);
    g_array_sort_with_data (pending->claims, compare_pending, pending->indexes);
}

void
attri_build__claims (AttriBuild *build)
{
    GArray *claims = build->graph->claims;
    g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (AttriCitation));
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
    g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (AttriCitation));
    g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (guint32));
    const Pending pending = {claims, indexes, citations, found, cited, in};
    guint n = 0;

    fill_pending (build, &pending);
    for (guint i = 0, end; i < claims->len; i = end) {
        for (end = i + 1; end < claims->len; end++) {
            if (attri_order__claim (claim_at (&pending, i), claim_at (&pending, end), indexes) != 0)
                break;
        }
        /* Never behind what is still to be read. */
        const AttriClaim row = join_claims (build, &pending, i, end);
        g_array_index (claims, AttriClaim, n++) = row;
    }
    g_array_set_size (claims, n);
}
