/* SPDX-License-Identifier: MIT
 *
 * legend.c: what stands below the picture: dashes, what a sceptic should know,
 * and the numbered sources; only what the picture uses. And the marking.
 */
#include "model/withdrawn-private.h"
#include "scene/maker.h"

#include <string.h>

#define MOST_KINDS   3  /* of relations that are not drawn */
#define MOST_LETTERS 36 /* of a publisher, on a page of fixed size */

#define MOST_CITED_NAMES 2 /* that a source is said to be cited for */

static void
add_legend (AttriMaker *m, AttriLegendKind kind, AttriFirmness firmness, const char *text)
{
    AttriSceneLegend entry = {.kind = kind, .firmness = firmness, .text = text};
    g_array_append_val (m->scene->legend, entry);
}

/* What the numbers of users rest on: "[3]", or "in these files". */
static const char *
counted_in (AttriMaker *m)
{
    return m->prevalence_claims->len > 0 ? attri_maker__claim_numbers (m, m->prevalence_claims)
                                         : "in these files";
}

/* Where there is little room for them, boxes only say how many groups. */
static gboolean
has_bars (const AttriMaker *m)
{
    return !m->room->brief || m->picture == ATTRI_SCENE_VIEW_MATRIX;
}

static void
add_dashes (AttriMaker *m)
{
    const gboolean *used = m->hedge_used;
    if (used[ATTRI_HEDGE_STATED])
        add_legend (m, ATTRI_LEGEND_LINE, ATTRI_FIRMNESS_STATED, "stated");
    if (used[ATTRI_HEDGE_ASSESSED])
        add_legend (m, ATTRI_LEGEND_LINE, ATTRI_FIRMNESS_ASSESSED, "assessed");
    if (used[ATTRI_HEDGE_SUSPECTED] || used[ATTRI_HEDGE_ALLEGED])
        add_legend (m, ATTRI_LEGEND_LINE, ATTRI_FIRMNESS_ALLEGED,
                    !used[ATTRI_HEDGE_SUSPECTED] ? "alleged"
                    : !used[ATTRI_HEDGE_ALLEGED] ? "suspected"
                                                 : "suspected or alleged");
    if (m->bar_of > 0 && has_bars (m))
        add_legend (m, ATTRI_LEGEND_BAR, ATTRI_FIRMNESS_STATED,
                    attri_maker__format (m, "groups using it, of %u %s", m->bar_of,
                                         counted_in (m)));
    if (m->dispute_used)
        add_legend (m, ATTRI_LEGEND_DISPUTE, ATTRI_FIRMNESS_STATED,
                    m->room->brief || m->denial_used ? "doubted or denied by n"
                                                     : "disputed: doubted or denied by n");
    if (m->more_used)
        add_legend (m, ATTRI_LEGEND_MORE, ATTRI_FIRMNESS_STATED,
                    m->room->brief ? "n more sources" : "and so many more sources");
}

static void
add_note (AttriMaker *m, const char *text)
{
    g_ptr_array_add (m->scene->notes, (gpointer)text);
}

/* "A and B": what the closest group shares of what tells something. */
static const char *
shared_names (AttriMaker *m, const AttriOverlapRow *top)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = 0; i < top->telling; i++)
        g_ptr_array_add (names,
                         (char *)attri_maker__name (m, g_array_index (top->tools, guint32, i)));
    for (guint i = 0; i < top->families->len; i++)
        g_ptr_array_add (names,
                         (char *)attri_maker__name (m, g_array_index (top->families, guint32, i)));
    return attri_maker__join (m, names);
}

/* "were tools picked independently, 0.09 of 157 other groups would use A and B" */
static const char *
frequency_phrase (AttriMaker *m, const AttriOverlap *overlap, const char *expected)
{
    return attri_maker__format (
        m, "were tools picked independently, %s of %u other groups would use %s", expected,
        overlap->n_others, shared_names (m, overlap->closest));
}

/* The same where there is little room. */
static const char *
brief_chance (AttriMaker *m, const AttriOverlap *overlap, const char *expected,
              const AttriChance *chance)
{
    if (overlap->model == ATTRI_NULL_FREQUENCY)
        return attri_maker__format (m, "Chance: %s of %u other groups would use %s; here %u.",
                                    expected, overlap->n_others, shared_names (m, overlap->closest),
                                    chance->observed);
    return attri_maker__format (
        m, "Chance: %s of %u other groups would share %u or more %stools with %s; here %u.",
        expected, overlap->n_others, chance->least, attri_maker__telling_word (overlap),
        attri_maker__name (m, overlap->focus), chance->observed);
}

/* How many groups would share as many telling tools as the closest does by chance. */
static void
add_chance_note (AttriMaker *m, const AttriOverlap *overlap)
{
    if (overlap->telling_chance->len == 0)
        return;
    const AttriChance *chance =
        &g_array_index (overlap->telling_chance, AttriChance, overlap->telling_chance->len - 1);
    if (chance->least + overlap->closest->families->len < 2)
        return;
    const char *expected =
        attri_maker__format (m, "%u.%02u", chance->expected / 100, chance->expected % 100);
    if (m->room->brief)
        add_note (m, brief_chance (m, overlap, expected, chance));
    else if (overlap->model == ATTRI_NULL_FREQUENCY)
        add_note (m, attri_maker__format (
                         m,
                         "Chance: %s; here %u. Group counts are from %s; group sizes are not in "
                         "these files.",
                         frequency_phrase (m, overlap, expected), chance->observed,
                         attri_maker__claim_numbers (m, m->prevalence_claims)));
    else
        add_note (m, attri_maker__format (
                         m,
                         "Chance: if each group kept its number of tools and each tool its number "
                         "of groups, %s of %u other groups would share %u or more %stools with "
                         "%s; here %u.",
                         expected, overlap->n_others, chance->least,
                         attri_maker__telling_word (overlap), attri_maker__name (m, overlap->focus),
                         chance->observed));
}

/* What "non-public" is not: that somebody said so. */
static void
add_unsaid_note (AttriMaker *m, const AttriOverlap *overlap)
{
    if (overlap->unsaid == 0 || overlap->closest == NULL)
        return;
    if (overlap->unsaid == overlap->tools->len)
        add_note (m, "How easily these tools are had, nobody here says.");
    else
        add_note (m, attri_maker__format (m,
                                          "Non-public: not said to be sold, published or built in; "
                                          "of %u of these tools nothing is said.",
                                          overlap->unsaid));
}

/* Whether some claim joins @entity to the focus or to what equates with it. */
static gboolean
joins_member (const AttriMaker *m, guint32 entity)
{
    guint32 n[2];
    const guint32 *edges[2] = {attri_graph_get_outgoing (m->graph, entity, &n[0]),
                               attri_graph_get_incoming (m->graph, entity, &n[1])};
    for (guint side = 0; side < 2; side++) {
        for (guint32 i = 0; i < n[side]; i++) {
            const AttriEdge *edge = attri_graph_get_edge (m->graph, edges[side][i]);
            guint32 other = side == 0 ? edge->to : edge->from;
            if (other != ATTRI_NONE && attri_maker__is_member (m, other))
                return TRUE;
        }
    }
    return FALSE;
}

static void
add_technique_note (AttriMaker *m)
{
    guint of_focus = 0;
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++)
        of_focus += attri_maker__is_left_out (m, i) && joins_member (m, i);
    const char *whose =
        of_focus == 0 || of_focus == m->left_out
            ? ""
            : attri_maker__format (m, ", %u of them %s’s", of_focus,
                                   attri_maker__name (m, g_array_index (m->members, guint32, 0)));
    add_note (m, attri_maker__format (m, "%u techniques are not drawn%s (--type attack-pattern).",
                                      m->left_out, whose));
}

/* Relations of one type. */
typedef struct {
    const char *type;
    guint count;
} Kind;

static int
compare_types (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
    const Kind *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return strcmp (left->type, right->type);
}

static const char *
get_words (const char *type)
{
    const AttriRelationInfo *info = attri_relation_info (type);
    return info->type[0] != '\0' ? info->forward : type;
}

/* ": 127 targets, 41 same as, 32 overlaps with, 71 others". */
static const char *
list_kinds (AttriMaker *m, GPtrArray *types)
{
    g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
    g_ptr_array_sort (types, compare_types);
    for (guint i = 0; i < types->len; i++) {
        Kind kind = {g_ptr_array_index (types, i), 0};
        if (i == 0 || strcmp (kind.type, g_ptr_array_index (types, i - 1)) != 0)
            g_array_append_val (kinds, kind);
        g_array_index (kinds, Kind, kinds->len - 1).count++;
    }
    g_array_sort (kinds, compare_kinds);
    g_autoptr (GString) text = g_string_new (NULL);
    if (kinds->len == 1)
        return attri_maker__format (m, ": %s“%s”", types->len > 1 ? "all " : "",
                                    get_words (g_ptr_array_index (types, 0)));
    guint left = types->len, shown = kinds->len <= MOST_KINDS + 1 ? kinds->len : MOST_KINDS;
    for (guint i = 0; i < shown; i++) {
        const Kind *kind = &g_array_index (kinds, Kind, i);
        g_string_append_printf (text, "%s%u “%s”", i == 0 ? ": " : ", ", kind->count,
                                get_words (kind->type));
        left -= kind->count;
    }
    if (left > 0)
        g_string_append_printf (text, ", %u other%s", left, left == 1 ? "" : "s");
    return attri_scene__keep (m->scene, text->str);
}

static void
add_undrawn_notes (AttriMaker *m)
{
    g_autoptr (GPtrArray) undrawn = g_ptr_array_new ();
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        if (attri_maker__is_shown (m, e) && !m->edge_drawn[e])
            g_ptr_array_add (undrawn, (char *)attri_graph_get_edge (m->graph, e)->type);
    }
    guint n = undrawn->len;
    gboolean told = attri_graph_get_n_claims (m->graph) <= ATTRI_MOST_STATEMENTS;
    const char *which = !told    ? list_kinds (m, undrawn)
                        : n == 1 ? "; the description tells it"
                                 : "; the description tells them";
    if (n > 0)
        add_note (m, attri_maker__format (m, "%u relation%s not drawn%s.", n,
                                          n == 1 ? " is" : "s are", which));
    if (m->left_out > 0)
        add_technique_note (m);
}

/* What a claim is dated by where its claimant bears no date: a picture as of a day
 * rests on it. */
static void
add_dating_note (AttriMaker *m)
{
    guint by[] = {0, 0, 0, 0};
    const guint32 n = attri_graph_get_n_claims (m->graph);
    if (!attri_date_is_set (attri_graph_get_stamp (m->graph)->as_of))
        return;
    for (guint32 i = 0; i < n; i++)
        by[attri_graph_get_claim (m->graph, i)->said_by]++;
    if (by[ATTRI_DATED_BY_CARRIER] + by[ATTRI_DATED_BY_RECORD] == 0)
        return;
    g_autoptr (GString) text = g_string_new ("Dated by the report that says so");
    if (by[ATTRI_DATED_BY_RECORD] > 0)
        g_string_append_printf (text, "; %u claim%s by when the record was made",
                                by[ATTRI_DATED_BY_RECORD],
                                by[ATTRI_DATED_BY_RECORD] == 1 ? "" : "s");
    if (by[ATTRI_DATED_BY_CARRIER] > 0)
        g_string_append_printf (text, "; %u by what it was read in", by[ATTRI_DATED_BY_CARRIER]);
    add_note (m, attri_maker__format (m, "%s.", text->str));
}

/* What was taken back, and by what. */
typedef struct {
    guint n;           /* claims that were withdrawn */
    guint n_numbered;  /* claims here whose sources got numbers */
    GArray *effective; /* guint32: claims that withdraw those */
    GArray *idle;      /* guint32: claims that withdraw nothing */
} Withdrawn;

/* Of one edge. Of all that the description can tell the sources are numbered. */
static void
find_withdrawn (AttriMaker *m, const AttriEdge *edge, Withdrawn *self)
{
    g_autoptr (GTree) houses = attri_edge__find_withdrawn (m->graph, edge);
    for (guint32 c = edge->claims.first; c < edge->claims.first + edge->claims.count; c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
        const gboolean withdraws = claim->stance == ATTRI_STANCE_WITHDRAWS && !claim->revoked;
        if (!withdraws && !claim->withdrawn)
            continue;
        if (self->n_numbered++ < ATTRI_MOST_STATEMENTS)
            attri_numbering__mark (&m->numbering, m->graph, c);
        self->n += claim->withdrawn;
        if (withdraws && attri_claim__takes_back (m->graph, claim, houses))
            g_array_append_val (self->effective, c);
        else if (withdraws)
            g_array_append_val (self->idle, c);
    }
}

/* What was taken back has no line. */
static void
add_withdrawn_note (AttriMaker *m)
{
    g_autoptr (GArray) effective = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) idle = g_array_new (FALSE, FALSE, sizeof (guint32));
    Withdrawn found = {0, 0, effective, idle};
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++)
        find_withdrawn (m, attri_graph_get_edge (m->graph, e), &found);
    if (found.n > 0)
        add_note (m, attri_maker__format (m, "%u claim%s withdrawn: %s.", found.n,
                                          found.n == 1 ? " was" : "s were",
                                          attri_maker__claim_numbers (m, effective)));
    /* What a comparison shows as withdrawn is no assertion any more, and is in its news. */
    if (idle->len > 0 && !attri_graph_get_stamp (m->graph)->compares)
        add_note (m, attri_maker__format (m, "%u withdrawal%s back nothing here: %s.", idle->len,
                                          idle->len == 1 ? " takes" : "s take",
                                          attri_maker__claim_numbers (m, idle)));
}

void
attri_maker__legend (AttriMaker *m)
{
    add_dashes (m);
    if (m->centred) {
        const AttriOverlap *reference = attri_maker__reference (m);
        if (m->caption_used)
            add_note (m, attri_maker__format (
                             m,
                             m->room->brief ? "“n of %u”: of %u tools of %s. Shared tools are not "
                                              "shared identity."
                                            : "“n of %u”: of the %u tools that %s is said to use. "
                                              "Shared tools are not shared identity.",
                             reference->tools->len, reference->tools->len,
                             attri_maker__name (m, reference->focus)));
        add_chance_note (m, reference);
        add_unsaid_note (m, reference);
    }
    if (m->bar_of > 0 && !has_bars (m))
        add_note (m, attri_maker__format (m, "Groups using a tool: of %u %s.", m->bar_of,
                                          counted_in (m)));
    if (m->availability_claims->len > 0)
        add_note (m,
                  attri_maker__format (
                      m,
                      m->room->brief ? "How easily a tool is had: judged in %s."
                                     : "How easily a tool is had (shared, commercial, public …): "
                                       "judged in %s.",
                      attri_maker__claim_numbers (m, m->availability_claims)));
    if (m->lone_entities > 0)
        add_note (m, attri_maker__format (m, "%u entit%s without relations %s not drawn.",
                                          m->lone_entities, m->lone_entities == 1 ? "y" : "ies",
                                          m->lone_entities == 1 ? "is" : "are"));
    add_dating_note (m);
    add_withdrawn_note (m);
    add_undrawn_notes (m);
}

/* Which numbered sources were read in which: a square table of bytes. O(claims). */
static guint8 *
find_carriers (const AttriMaker *m)
{
    const AttriNumbering *numbering = &m->numbering;
    guint n = numbering->order->len;
    guint8 *table = g_malloc0 ((gsize)n * n + 1);
    for (guint32 c = 0; c < attri_graph_get_n_claims (m->graph); c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
        guint32 claimant = numbering->numbers[claim->claimant];
        for (guint32 i = 0; claimant > 0 && i < claim->citations.count; i++) {
            guint32 carrier =
                attri_graph_get_citation (m->graph, claim->citations.first + i)->source;
            if (carrier != claim->claimant && numbering->numbers[carrier] > 0)
                table[(gsize)(claimant - 1) * n + numbering->numbers[carrier] - 1] = 1;
        }
    }
    return table;
}

/* " · read in [4,16]": the carriers through which its claims were read. */
static void
append_carriers (const AttriMaker *m, const guint8 *carriers, GString *tail)
{
    gboolean first = TRUE;
    for (guint i = 0; i < m->numbering.order->len; i++) {
        if (!carriers[i])
            continue;
        g_string_append_printf (tail, first ? " · read in [%u" : ",%u", i + 1);
        first = FALSE;
    }
    if (!first)
        g_string_append_c (tail, ']');
}

/* " · based on [1,3]": of what a source rests on, what the picture numbers. */
static void
append_bases (AttriMaker *m, const AttriSource *source, GString *tail)
{
    gboolean first = TRUE;
    for (guint n = 0; n < m->numbering.order->len; n++) {
        for (guint32 i = 0; i < source->based_on.count; i++) {
            if (attri_graph_get_index_at (m->graph, source->based_on.first + i) !=
                g_array_index (m->numbering.order, guint32, n))
                continue;
            g_string_append_printf (tail, first ? " · based on [%u" : ",%u", n + 1);
            first = FALSE;
        }
    }
    if (!first)
        g_string_append_c (tail, ']');
}

/* One that cites @source for something drawn, and for which name if that is what it says. */
static void
add_citer (const AttriMaker *m, const AttriClaim *claim, guint32 source, GArray *citers,
           GPtrArray *names)
{
    const guint32 number = m->numbering.numbers[claim->claimant];
    gboolean cites = FALSE, known = FALSE;
    for (guint32 i = 0; i < claim->citations.count; i++)
        cites |= attri_graph_get_citation (m->graph, claim->citations.first + i)->cites == source;
    if (!cites || number == 0 || !attri_claim__is_live (claim))
        return;
    for (guint i = 0; i < citers->len; i++)
        known |= g_array_index (citers, guint32, i) == number;
    if (!known)
        g_array_append_val (citers, number);
    if (claim->value != NULL && g_str_equal (claim->type, "alias") &&
        !g_ptr_array_find_with_equal_func (names, claim->value, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer)claim->value);
}

/* " · cited in [23] for “TAG-22”": names are not said by whom the citing text cites for them. */
static void
append_citers (const AttriMaker *m, guint32 source, GString *tail)
{
    g_autoptr (GArray) citers = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriRange claims = attri_graph_get_edge (m->graph, e)->claims;
        for (guint32 c = 0; m->edge_drawn[e] && c < claims.count; c++)
            add_citer (m, attri_graph_get_claim (m->graph, claims.first + c), source, citers,
                       names);
    }
    for (guint i = 0; i < citers->len; i++)
        g_string_append_printf (tail, i == 0 ? " · cited in [%u" : ",%u",
                                g_array_index (citers, guint32, i));
    if (citers->len > 0)
        g_string_append_c (tail, ']');
    if (names->len > MOST_CITED_NAMES)
        g_string_append_printf (tail, " for %u names", names->len);
    for (guint i = 0; i < names->len && names->len <= MOST_CITED_NAMES; i++)
        g_string_append_printf (tail, "%s “%s”", i == 0 ? " for" : " and",
                                (char *)g_ptr_array_index (names, i));
}

static AttriSceneSource
source_entry (AttriMaker *m, guint32 index, const guint8 *carriers)
{
    const AttriSource *source = attri_graph_get_source (m->graph, index);
    g_autofree char *date = attri_date_to_string (source->published);
    g_autoptr (GString) tail = g_string_new (NULL);
    if (!source->read)
        append_carriers (m, carriers, tail);
    if (!m->room->brief)
        append_citers (m, index, tail);
    if (source->translated != NULL)
        g_string_append_printf (tail, " · %s-translated", source->translated);
    if (source->reliability != 0)
        g_string_append_printf (tail, " · our grade %c", source->reliability);
    if (source->kind == ATTRI_SOURCE_INTERNAL)
        g_string_append (tail, m->room->brief ? " · our own" : " · our own judgement");
    append_bases (m, source, tail);
    const char *publisher = attri_scene__keep (m->scene, source->publisher);
    if (m->options->fold > 0 && g_utf8_strlen (publisher, -1) > MOST_LETTERS) {
        g_autofree char *start = g_utf8_substring (publisher, 0, MOST_LETTERS - 1);
        publisher = attri_maker__format (m, "%s…", g_strchomp (start));
    }
    return (AttriSceneSource){
        .number = attri_maker__format (m, "[%u]", m->numbering.numbers[index]),
        .head = attri_maker__format (m, "%s, %s", publisher, date[0] != '\0' ? date : "no date"),
        .title = attri_scene__keep (m->scene, source->title),
        .tail = attri_scene__keep (m->scene, tail->str),
        .link = source->url != NULL && (g_str_has_prefix (source->url, "https://") ||
                                        g_str_has_prefix (source->url, "http://"))
                    ? attri_scene__keep (m->scene, source->url)
                    : NULL,
    };
}

static void
mark (AttriMaker *m)
{
    AttriTlp tlp = attri_graph_get_tlp (m->graph);
    /* A saved view is a text of ours with a marking of its own. */
    if (m->options->saved != NULL) {
        const AttriTlp other = m->options->saved->tlp;
        const gboolean unmarked = tlp == ATTRI_TLP_UNMARKED || other == ATTRI_TLP_UNMARKED;
        tlp = MAX (tlp, other);
        if (unmarked && tlp == ATTRI_TLP_CLEAR)
            tlp = ATTRI_TLP_UNMARKED;
    }
    m->scene->tlp = tlp;
    m->scene->tlp_text = tlp == ATTRI_TLP_UNMARKED
                             ? "TLP: NOT MARKED"
                             : attri_maker__format (m, "TLP:%s", attri_tlp_to_string (tlp));
}

/* The ids of the numbered sources, in their order. */
static void
keep_ids (AttriMaker *m)
{
    for (guint i = 0; i < m->numbering.order->len; i++) {
        const guint32 source = g_array_index (m->numbering.order, guint32, i);
        /* Numbers taken from another picture may be of sources that are not in this graph. */
        const char *id = source != ATTRI_NONE ? attri_graph_get_source (m->graph, source)->id : "";
        g_ptr_array_add (m->scene->cited, g_string_chunk_insert (m->scene->pool, id));
    }
}

void
attri_maker__sources (AttriMaker *m)
{
    guint n = m->numbering.order->len;
    g_autofree guint8 *carriers = find_carriers (m);
    for (guint i = 0; i < n; i++) {
        const guint32 source = g_array_index (m->numbering.order, guint32, i);
        if (source == ATTRI_NONE)
            continue;
        const AttriSceneSource entry = source_entry (m, source, carriers + (gsize)i * n);
        g_array_append_val (m->scene->sources, entry);
    }
    keep_ids (m);
    mark (m);
}
