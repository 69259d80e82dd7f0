/* SPDX-License-Identifier: MIT
 *
 * numbers.c: which number each source bears in the picture.
 *
 * A scene is made twice: the first time only marks the sources that it cites,
 * then numbers are dealt in the order in which our files came to know them, so
 * that a new report takes the next number and moves no other. Where that makes
 * too long a list, it is made again with fewer numbers on a line and the rest
 * counted, until the list is short enough.
 */
#include "scene/maker.h"

#include <string.h>

#define LEAST_FOR_VALUES 3 /* sources of availability stand once, in a note */

void
attri_numbering__init (AttriNumbering *self, const AttriGraph *graph)
{
    self->n_sources = attri_graph_get_n_sources (graph);
    self->numbers = g_new0 (guint32, self->n_sources);
    self->recorded = g_new0 (AttriDate, self->n_sources);
    self->used = g_new0 (guint8, self->n_sources);
    self->claims = g_new0 (guint32, self->n_sources);
    self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < attri_graph_get_n_claims (graph); i++)
        self->claims[attri_graph_get_claim (graph, i)->claimant]++;
}

void
attri_numbering__clear (AttriNumbering *self)
{
    g_free (self->numbers);
    g_free (self->recorded);
    g_free (self->used);
    g_free (self->claims);
    g_array_unref (self->order);
}

void
attri_numbering__forget (AttriNumbering *self)
{
    if (self->n_sources > 0)
        memset (self->used, 0, self->n_sources);
}

guint32
attri_numbering__count (const AttriNumbering *self)
{
    guint32 n = 0;
    for (guint32 i = 0; i < self->n_sources; i++)
        n += (self->used[i] & ATTRI_USED_SAID) != 0;
    return n;
}

void
attri_numbering__bound (AttriNumbering *self, guint32 most)
{
    guint32 n = 0;
    for (guint32 i = 0; i < self->n_sources; i++)
        n += self->used[i] != 0;
    for (guint32 i = 0; n > most && i < self->n_sources; i++)
        self->used[i] &= ATTRI_USED_SAID;
}

static void
mark_source (AttriNumbering *self, guint32 source, AttriDate recorded, guint8 use)
{
    if (!self->used[source] || attri_date_compare (recorded, self->recorded[source]) < 0)
        self->recorded[source] = recorded;
    self->used[source] |= use;
}

void
attri_numbering__mark (AttriNumbering *self, const AttriGraph *graph, guint32 index)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, index);
    mark_source (self, claim->claimant, claim->recorded, ATTRI_USED_SAID);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const AttriCitation *citation =
            attri_graph_get_citation (graph, claim->citations.first + i);
        mark_source (self, citation->source, claim->recorded, ATTRI_USED_SAID);
        if (citation->cites != ATTRI_NONE)
            mark_source (self, citation->cites, claim->recorded, ATTRI_USED_CITED);
    }
}

typedef struct {
    const AttriNumbering *numbering;
    const AttriGraph *graph;
} DealContext;

static int
compare_sources (gconstpointer a, gconstpointer b, gpointer data)
{
    const DealContext *context = data;
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    int order = attri_date_compare (context->numbering->recorded[left],
                                    context->numbering->recorded[right]);
    if (order == 0)
        order = attri_date_compare (attri_graph_get_source (context->graph, left)->published,
                                    attri_graph_get_source (context->graph, right)->published);
    return order != 0 ? order : (left > right) - (left < right);
}

/* Takes the numbers of another picture, also for what is not cited here. */
static void
take_numbers (AttriNumbering *self, const AttriGraph *graph, const AttriScene *like)
{
    for (guint i = 0; i < like->cited->len; i++) {
        const guint32 source = attri_graph_find_source (graph, like->cited->pdata[i]);
        g_array_append_val (self->order, source);
        if (source != ATTRI_NONE)
            self->numbers[source] = i + 1;
    }
}

void
attri_numbering__deal (AttriNumbering *self, const AttriGraph *graph, const AttriScene *like)
{
    g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (like != NULL)
        take_numbers (self, graph, like);
    for (guint32 i = 0; i < self->n_sources; i++) {
        if (self->used[i] && self->numbers[i] == 0)
            g_array_append_val (fresh, i);
    }
    DealContext context = {self, graph};
    g_array_sort_with_data (fresh, compare_sources, &context);
    for (guint i = 0; i < fresh->len; i++) {
        g_array_append_val (self->order, g_array_index (fresh, guint32, i));
        self->numbers[g_array_index (fresh, guint32, i)] = self->order->len;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
}

/* "[1,4–6]"; a run of two stays "4,5". */
static void
append_numbers (GString *text, GArray *numbers)
{
    g_array_sort (numbers, compare_numbers);
    const guint32 *n = (const guint32 *)numbers->data;
    gboolean first = TRUE;
    g_string_append_c (text, '[');
    for (guint i = 0; i < numbers->len;) {
        guint last = i;
        while (last + 1 < numbers->len && n[last + 1] <= n[last] + 1)
            last++;
        g_string_append_printf (text, first ? "%u" : ",%u", n[i]);
        if (n[last] > n[i])
            g_string_append_printf (text, n[last] > n[i] + 1 ? "–%u" : ",%u", n[last]);
        first = FALSE;
        i = last + 1;
    }
    g_string_append_c (text, ']');
}

/* One who says something of some edges, and what became of that. */
typedef struct {
    guint32 source;
    AttriChange change;
} Voice;

/* Those who say the same of some edges. */
typedef struct {
    GArray *voices; /* Voice, each source once */
    guint more;     /* how many are only counted */
} Voices;

static void
add_voice (Voices *self, guint32 source, AttriChange change)
{
    for (guint i = 0; i < self->voices->len; i++) {
        Voice *voice = &g_array_index (self->voices, Voice, i);
        if (voice->source != source)
            continue;
        if (voice->change != change)
            voice->change = ATTRI_CHANGE_CHANGED;
        return;
    }
    const Voice voice = {source, change};
    g_array_append_val (self->voices, voice);
}

/* Who says most comes first: then few sources number many lines. */
static int
compare_voices (gconstpointer a, gconstpointer b, gpointer data)
{
    const DealContext *context = data;
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    const guint32 *claims = context->numbering->claims;
    if (claims[left] != claims[right])
        return claims[left] > claims[right] ? -1 : 1;
    int order = attri_date_compare (attri_graph_get_source (context->graph, left)->published,
                                    attri_graph_get_source (context->graph, right)->published);
    return order != 0 ? order : (left > right) - (left < right);
}

static void
bound_voices (AttriMaker *m, Voices *self, guint most)
{
    if (self->voices->len <= most)
        return;
    DealContext context = {&m->numbering, m->graph};
    g_array_sort_with_data (self->voices, compare_voices, &context);
    self->more = self->voices->len - most;
    g_array_set_size (self->voices, most);
    m->more_used = TRUE;
}

static gboolean
has_voice (const Voices *self, guint32 source)
{
    for (guint i = 0; i < self->voices->len; i++) {
        if (g_array_index (self->voices, Voice, i).source == source)
            return TRUE;
    }
    return FALSE;
}

#define ANY_CHANGE (ATTRI_CHANGE_CHANGED + 1)

/* "[1,4–6]": those of whose claims the same became, or all. Nothing if there are none. */
static void
append_some (const AttriMaker *m, GString *text, const Voices *voices, guint change)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < voices->voices->len; i++) {
        const Voice *voice = &g_array_index (voices->voices, Voice, i);
        if (change == ANY_CHANGE || voice->change == change)
            g_array_append_val (numbers, m->numbering.numbers[voice->source]);
    }
    if (numbers->len > 0)
        append_numbers (text, numbers);
}

/* "[1,4–6] +2" */
static void
append_voices (AttriMaker *m, GString *text, const Voices *voices)
{
    append_some (m, text, voices, ANY_CHANGE);
    if (voices->more > 0)
        g_string_append_printf (text, " +%u", voices->more);
}

typedef void (*Hear) (AttriMaker *m, guint32 claim, gboolean asserts, Voices *asserting,
                      Voices *opposing);

/* Who is who can be opposed by a claim of another type, or from the other end. */
static void
hear_opposed (AttriMaker *m, guint32 index, Hear hear, Voices *asserting, Voices *opposing)
{
    const AttriEdge *edge = attri_graph_get_edge (m->graph, index);
    for (guint side = 0; side < 2 && edge->disputed && edge->to != ATTRI_NONE; side++) {
        guint32 n;
        const guint32 *others = side == 0 ? attri_graph_get_outgoing (m->graph, edge->from, &n)
                                          : attri_graph_get_incoming (m->graph, edge->from, &n);
        for (guint32 i = 0; i < n; i++) {
            const AttriRange claims = attri_graph_get_edge (m->graph, others[i])->claims;
            for (guint32 c = claims.first; c < claims.first + claims.count; c++) {
                if (others[i] != index &&
                    attri_edge_is_opposed_by (edge, attri_graph_get_claim (m->graph, c)))
                    hear (m, c, FALSE, asserting, opposing);
            }
        }
    }
}

/* Every live claim of some edges; the stance tells whose voice it is. */
static void
hear_edges (AttriMaker *m, const guint32 *edges, guint n, Hear hear, Voices *asserting,
            Voices *opposing)
{
    for (guint i = 0; i < n; i++) {
        const AttriRange claims = attri_graph_get_edge (m->graph, edges[i])->claims;
        for (guint32 c = claims.first; c < claims.first + claims.count; c++) {
            const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
            if (attri_claim__is_live (claim))
                hear (m, c, claim->stance == ATTRI_STANCE_ASSERTS, asserting, opposing);
        }
        hear_opposed (m, edges[i], hear, asserting, opposing);
    }
}

static void
collect_voice (AttriMaker *m, guint32 claim, gboolean asserts, Voices *asserting, Voices *opposing)
{
    const AttriClaim *row = attri_graph_get_claim (m->graph, claim);
    add_voice (asserts ? asserting : opposing, row->claimant, row->change);
}

/* Marks a claim if its voice is numbered. */
static void
mark_voice (AttriMaker *m, guint32 claim, gboolean asserts, Voices *asserting, Voices *opposing)
{
    if (has_voice (asserts ? asserting : opposing,
                   attri_graph_get_claim (m->graph, claim)->claimant))
        attri_numbering__mark (&m->numbering, m->graph, claim);
}

static void
append_key (GString *text, const Voices *voices, char stance)
{
    g_array_sort (voices->voices, compare_numbers);
    for (guint i = 0; i < voices->voices->len; i++)
        g_string_append_printf (text, "%c%u", stance,
                                g_array_index (voices->voices, Voice, i).source);
}

char *
attri_maker__voices_key (AttriMaker *m, guint32 edge)
{
    g_autoptr (GArray) yes = g_array_new (FALSE, FALSE, sizeof (Voice));
    g_autoptr (GArray) no = g_array_new (FALSE, FALSE, sizeof (Voice));
    Voices asserting = {yes, 0}, opposing = {no, 0};
    hear_edges (m, &edge, 1, collect_voice, &asserting, &opposing);
    g_autoptr (GString) key = g_string_new (NULL);
    append_key (key, &asserting, '+');
    append_key (key, &opposing, '-');
    return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Whether the same became of all. */
static gboolean
is_uniform (const Voices *self, AttriChange change)
{
    for (guint i = 0; i < self->voices->len; i++) {
        if (g_array_index (self->voices, Voice, i).change != change)
            return FALSE;
    }
    return TRUE;
}

/* What all say is told by the line; else each says it for itself: "[1] ~[2] +[4] −[3]". */
static void
append_marked (AttriMaker *m, GString *text, const Voices *voices, gboolean uniform,
               const char *before)
{
    static const AttriChange order[] = {ATTRI_CHANGE_NONE, ATTRI_CHANGE_CHANGED, ATTRI_CHANGE_ADDED,
                                        ATTRI_CHANGE_REMOVED};
    static const char *const marks[] = {"", "+", "−", "~"};
    for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
        g_autoptr (GString) some = g_string_new (NULL);
        append_some (m, some, voices, order[i]);
        if (some->len == 0)
            continue;
        const gboolean marked = !uniform || order[i] != ATTRI_CHANGE_ADDED;
        g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " " : "",
                                marked ? marks[order[i]] : "", before, some->str);
    }
    if (voices->more > 0)
        g_string_append_printf (text, " +%u", voices->more);
}

const char *
attri_maker__few_numbers (AttriMaker *m, const guint32 *edges, guint n, guint most)
{
    g_autoptr (GArray) yes = g_array_new (FALSE, FALSE, sizeof (Voice));
    g_autoptr (GArray) no = g_array_new (FALSE, FALSE, sizeof (Voice));
    Voices asserting = {yes, 0}, opposing = {no, 0};
    hear_edges (m, edges, n, collect_voice, &asserting, &opposing);
    bound_voices (m, &asserting, most);
    bound_voices (m, &opposing, most);
    hear_edges (m, edges, n, mark_voice, &asserting, &opposing);

    g_autoptr (GString) text = g_string_new (NULL);
    const GArray *any = yes->len > 0 ? yes : no;
    const gboolean uniform =
        any->len == 0 || (is_uniform (&asserting, g_array_index (any, Voice, 0).change) &&
                          is_uniform (&opposing, g_array_index (any, Voice, 0).change));
    append_marked (m, text, &asserting, uniform, "");
    append_marked (m, text, &opposing, uniform, "?");
    m->dispute_used |= no->len > 0;
    m->denial_used |= no->len > 0 && yes->len == 0;
    return attri_scene__keep (m->scene, text->str);
}

const char *
attri_maker__numbers (AttriMaker *m, const guint32 *edges, guint n)
{
    return attri_maker__few_numbers (m, edges, n, m->most_numbers);
}

const char *
attri_maker__claim_numbers (AttriMaker *m, const GArray *claims)
{
    g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (Voice));
    g_autoptr (GString) text = g_string_new (NULL);
    Voices voices = {sources, 0};
    for (guint i = 0; i < claims->len; i++)
        add_voice (&voices,
                   attri_graph_get_claim (m->graph, g_array_index (claims, guint32, i))->claimant,
                   ATTRI_CHANGE_NONE);
    bound_voices (m, &voices, MAX (m->most_numbers, LEAST_FOR_VALUES));
    for (guint i = 0; i < claims->len; i++) {
        guint32 claim = g_array_index (claims, guint32, i);
        if (has_voice (&voices, attri_graph_get_claim (m->graph, claim)->claimant))
            attri_numbering__mark (&m->numbering, m->graph, claim);
    }
    append_voices (m, text, &voices);
    return attri_scene__keep (m->scene, text->str);
}
