/* SPDX-License-Identifier: MIT
 *
 * column-claims.c: what a claim says.
 */
#include "export/columns.h"

#include "model/compare-private.h"

static void
make_from (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, attri_graph_get_entity (graph, ((const AttriClaim *)row)->from)->id);
}

static void
make_from_type (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, attri_graph_get_entity (graph, ((const AttriClaim *)row)->from)->type);
}

static void
make_from_name (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, attri_graph_get_entity (graph, ((const AttriClaim *)row)->from)->name);
}

static const AttriEntity *
get_end (const AttriGraph *graph, gconstpointer row)
{
    const guint32 to = ((const AttriClaim *)row)->to;
    return to != ATTRI_NONE ? attri_graph_get_entity (graph, to) : NULL;
}

static void
make_to (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriEntity *end = get_end (graph, row);
    column_append_text (out, end != NULL ? end->id : NULL);
}

static void
make_to_type (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriEntity *end = get_end (graph, row);
    column_append_text (out, end != NULL ? end->type : NULL);
}

static void
make_to_name (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriEntity *end = get_end (graph, row);
    column_append_text (out, end != NULL ? end->name : NULL);
}

static void
make_in (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriRange in = ((const AttriClaim *)row)->in;
    for (guint32 i = 0; i < in.count; i++)
        column_append_part (
            out,
            attri_graph_get_entity (graph, attri_graph_get_index_at (graph, in.first + i))->id);
}

static void
make_stance (GString *out, const AttriGraph *graph, gconstpointer row)
{
    (void)graph;
    column_append_text (out, attri_stance_to_string (((const AttriClaim *)row)->stance));
}

static void
make_hedge (GString *out, const AttriGraph *graph, gconstpointer row)
{
    (void)graph;
    column_append_text (out, attri_hedge_to_string (((const AttriClaim *)row)->hedge));
}

static void
make_confidence (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriClaim *claim = row;
    (void)graph;
    if (claim->confidence >= 0)
        g_string_append_printf (out, "%d", claim->confidence);
}

static void
make_stop_time (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriClaim *claim = row;
    (void)graph;
    if (claim->ongoing)
        g_string_append (out, "ongoing");
    else
        column_append_date (out, claim->stop_time);
}

static const AttriSource *
get_claimant (const AttriGraph *graph, gconstpointer row)
{
    return attri_graph_get_source (graph, ((const AttriClaim *)row)->claimant);
}

static void
make_claimant (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, get_claimant (graph, row)->id);
}

static void
make_claimant_publisher (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, get_claimant (graph, row)->publisher);
}

static void
make_claimant_title (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, get_claimant (graph, row)->title);
}

static void
make_claimant_published (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_date (out, get_claimant (graph, row)->published);
}

static void
make_claimant_url (GString *out, const AttriGraph *graph, gconstpointer row)
{
    column_append_text (out, get_claimant (graph, row)->url);
}

typedef void (*AppendCitation) (GString *out, const AttriGraph *graph,
                                const AttriCitation *citation);

/* One part for each citation, an empty one where it says nothing, so that the lists of one
 * claim go side by side; nothing at all where none of them says anything. */
static void
append_citations (GString *out, const AttriGraph *graph, gconstpointer row, AppendCitation append)
{
    const AttriRange range = ((const AttriClaim *)row)->citations;
    g_autoptr (GString) all = g_string_new (NULL);
    gboolean any = FALSE;

    for (guint32 i = 0; i < range.count; i++) {
        if (i > 0)
            g_string_append (all, "; ");
        const gsize before = all->len;
        append (all, graph, attri_graph_get_citation (graph, range.first + i));
        any = any || all->len > before;
    }
    if (any)
        g_string_append (out, all->str);
}

static void
append_carrier (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    column_append_text (out, attri_graph_get_source (graph, citation->source)->id);
}

/* Who says it was read himself. */
static gboolean
is_read_in_claimant (const AttriGraph *graph, gconstpointer row)
{
    const AttriClaim *claim = row;
    gboolean all = TRUE;
    for (guint32 i = 0; i < claim->citations.count; i++)
        all = all && attri_graph_get_citation (graph, claim->citations.first + i)->source ==
                         claim->claimant;
    return all;
}

/* We held it as soon as it appeared, which is what is taken where nothing is said. */
static gboolean
is_recorded_at_once (const AttriGraph *graph, gconstpointer row)
{
    const AttriRange citations = ((const AttriClaim *)row)->citations;
    gboolean all = TRUE;
    for (guint32 i = 0; i < citations.count; i++) {
        const AttriCitation *citation = attri_graph_get_citation (graph, citations.first + i);
        const AttriDate published = attri_graph_get_source (graph, citation->source)->published;
        all = all && attri_order__date (citation->recorded, published) == 0;
    }
    return all;
}

static void
append_cited (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    if (citation->cites != ATTRI_NONE)
        column_append_text (out, attri_graph_get_source (graph, citation->cites)->id);
}

static void
append_locator (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    (void)graph;
    column_append_text (out, citation->locator);
}

static void
append_quote (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    (void)graph;
    column_append_text (out, citation->quote);
}

static void
append_reading (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    (void)graph;
    if (citation->reading != ATTRI_READING_UNSTATED)
        column_append_text (out, attri_reading_to_string (citation->reading));
}

static void
append_credibility (GString *out, const AttriGraph *graph, const AttriCitation *citation)
{
    (void)graph;
    if (citation->credibility != 0)
        g_string_append_printf (out, "%u", citation->credibility);
}

static void
make_read_in (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_carrier);
}

static void
make_cites (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_cited);
}

static void
make_locator (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_locator);
}

static void
make_quote (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_quote);
}

static void
make_reading (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_reading);
}

static void
make_credibility (GString *out, const AttriGraph *graph, gconstpointer row)
{
    append_citations (out, graph, row, append_credibility);
}

/* "40, by me, 2024-01: One lineage." */
static void
make_assessment (GString *out, const AttriGraph *graph, gconstpointer row)
{
    const AttriAssessment *assessment = ((const AttriClaim *)row)->assessment;
    (void)graph;
    if (assessment == NULL)
        return;
    g_autoptr (GString) date = g_string_new (NULL);
    column_append_date (date, assessment->date);
    g_string_append_printf (out, "%s%sby %s, %s: %s",
                            assessment->confidence != NULL ? assessment->confidence : "",
                            assessment->confidence != NULL ? ", " : "", assessment->by, date->str,
                            assessment->why);
}

#define CLAIM(key, how, member)                                                                    \
    {                                                                                              \
        .name = (key), .source = (how), .offset = offsetof (AttriClaim, member)                    \
    }
#define END(key, function)                                                                         \
    {                                                                                              \
        .name = (key), .source = COLUMN_MADE, .make = (function), .is_end = TRUE                   \
    }

static const Column claim_columns[] = {
    END ("from", make_from),
    END ("from_type", make_from_type),
    END ("from_name", make_from_name),
    CLAIM ("type", COLUMN_OF_TEXT, type),
    END ("to", make_to),
    END ("to_type", make_to_type),
    END ("to_name", make_to_name),
    END ("value", column_make_value),
    COLUMN_MADE_BY ("in", make_in),
    CLAIM ("id", COLUMN_OF_TEXT, id),
    {.name = "stance", .source = COLUMN_MADE, .make = make_stance, .usual = "asserts"},
    {.name = "hedge", .source = COLUMN_MADE, .make = make_hedge, .usual = "stated"},
    {.name = "confidence", .type = COLUMN_NUMBER, .source = COLUMN_MADE, .make = make_confidence},
    CLAIM ("confidence_word", COLUMN_OF_TEXT, confidence_word),
    CLAIM ("wording", COLUMN_OF_TEXT, wording),
    CLAIM ("purpose", COLUMN_OF_TEXT, purpose),
    CLAIM ("start_time", COLUMN_OF_DATE, start_time),
    COLUMN_MADE_BY ("stop_time", make_stop_time),
    CLAIM ("since", COLUMN_OF_DATE, since),
    COLUMN_MADE_BY ("claimant", make_claimant),
    COLUMN_MADE_BY ("claimant_publisher", make_claimant_publisher),
    COLUMN_MADE_BY ("claimant_title", make_claimant_title),
    COLUMN_MADE_BY ("claimant_published", make_claimant_published),
    COLUMN_MADE_BY ("claimant_url", make_claimant_url),
    {.name = "read_in",
     .source = COLUMN_MADE,
     .make = make_read_in,
     .is_implied = is_read_in_claimant},
    COLUMN_MADE_BY ("cites", make_cites),
    COLUMN_MADE_BY ("locator", make_locator),
    COLUMN_MADE_BY ("quote", make_quote),
    COLUMN_MADE_BY ("reading", make_reading),
    COLUMN_MADE_BY ("credibility", make_credibility),
    CLAIM ("created", COLUMN_OF_DATE, created),
    CLAIM ("modified", COLUMN_OF_DATE, modified),
    CLAIM ("said_on", COLUMN_OF_DATE, said_on),
    {.name = "recorded",
     .source = COLUMN_OF_DATE,
     .offset = offsetof (AttriClaim, recorded),
     .is_implied = is_recorded_at_once},
    COLUMN_MADE_BY ("assessment", make_assessment),
    {.name = "revoked",
     .type = COLUMN_BOOLEAN,
     .source = COLUMN_OF_FLAG,
     .offset = offsetof (AttriClaim, revoked)},
    CLAIM ("revoked_on", COLUMN_OF_DATE, revoked_on),
    CLAIM ("revoked_reason", COLUMN_OF_TEXT, revoked_reason),
    {.name = "deprecated",
     .type = COLUMN_BOOLEAN,
     .source = COLUMN_OF_FLAG,
     .offset = offsetof (AttriClaim, deprecated)},
    CLAIM ("tlp", COLUMN_OF_TLP, tlp),
    CLAIM ("note", COLUMN_OF_TEXT, note),
};

static gconstpointer
get_row (const AttriGraph *graph, guint32 index)
{
    return attri_graph_get_claim (graph, index);
}

const ColumnTable column_claims = {
    "claim", "claims", claim_columns, G_N_ELEMENTS (claim_columns), attri_graph_get_n_claims,
    get_row,
};
