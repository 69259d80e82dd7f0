/* SPDX-License-Identifier: MIT
 *
 * news.c: the change marks of a diff's graph go in; what changed, in a few lines
 * with the most telling first, comes out in the scene.
 */
#include "model/independence-private.h"
#include "scene/maker.h"

#include <string.h>

#define MOST_LINES       10 /* in two columns */
#define MOST_TIGHT_LINES 4
#define MOST_OBJECTS     3

/* Who is who of the focus; its name and what it does; who is who; what was taken back or shifted;
 * then tools, targets, the rest and names. */
typedef enum {
    RANK_IDENTITY_OF_FOCUS,
    RANK_MEMBER,
    RANK_OF_MEMBER,
    RANK_IDENTITY,
    RANK_SILENCED,
    RANK_SHIFT,
    RANK_TOOLING,
    RANK_TARGET,
    RANK_OTHER,
    RANK_NAME,
} Rank;

/* One line in the making. @claims, @objects: of the graph's */
typedef struct {
    Rank rank;
    AttriChange change;
    guint32 from; /* an entity, or that which @words are of */
    const char *type;
    const char *words;
    GArray *claims;  /* guint32 */
    GArray *objects; /* guint32: of its first claims, one for each object */
    guint place;     /* in the order they were found */
} News;

static void
clear_news (gpointer data)
{
    g_array_unref (((News *)data)->claims);
    g_array_unref (((News *)data)->objects);
}

static int
compare_news (gconstpointer a, gconstpointer b)
{
    const News *x = a;
    const News *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static News *
add_news (GArray *all, News news)
{
    news.claims = g_array_new (FALSE, FALSE, sizeof (guint32));
    news.objects = g_array_new (FALSE, FALSE, sizeof (guint32));
    news.place = all->len;
    g_array_append_val (all, news);
    return &g_array_index (all, News, all->len - 1);
}

/* ---- what there is to tell ---- */

static void
find_entities (AttriMaker *m, GArray *all)
{
    for (guint32 i = 0; i < attri_graph_get_n_entities (m->graph); i++) {
        const AttriEntity *entity = attri_graph_get_entity (m->graph, i);
        if (entity->was != NULL && entity->change == ATTRI_CHANGE_CHANGED)
            add_news (all, (News){.rank = attri_maker__is_member (m, i) ? RANK_MEMBER : RANK_OTHER,
                                  .change = ATTRI_CHANGE_CHANGED,
                                  .from = i,
                                  .words = entity->was});
    }
}

static Rank
rank_of (const AttriMaker *m, const AttriClaim *claim)
{
    const AttriRelationClass relation = attri_relation_info (claim->type)->relation;
    const guint32 focus = m->members->len > 0 ? g_array_index (m->members, guint32, 0) : ATTRI_NONE;
    const gboolean of_focus = claim->from == focus || (claim->to == focus && focus != ATTRI_NONE);
    const gboolean of_member = attri_maker__is_member (m, claim->from) ||
                               (claim->to != ATTRI_NONE && attri_maker__is_member (m, claim->to));
    if (relation == ATTRI_RELATION_IDENTITY || relation == ATTRI_RELATION_DISTINCT)
        return of_focus ? RANK_IDENTITY_OF_FOCUS : RANK_IDENTITY;
    if (claim->shift != NULL)
        return claim->change == ATTRI_CHANGE_REMOVED ? RANK_SILENCED : RANK_SHIFT;
    if (relation == ATTRI_RELATION_VALUE || relation == ATTRI_RELATION_FAMILY)
        return RANK_NAME;
    if (relation == ATTRI_RELATION_TARGET)
        return RANK_TARGET;
    if (of_member)
        return RANK_OF_MEMBER;
    return relation == ATTRI_RELATION_TOOLING ? RANK_TOOLING : RANK_OTHER;
}

/* Of what is drawn; the rest is counted. */
static gboolean
is_told (const AttriMaker *m, guint32 edge, const AttriClaim *claim)
{
    return claim->change != ATTRI_CHANGE_NONE && attri_claim__is_live (claim) &&
           m->edge_drawn[edge];
}

/* Whether it takes a line of its own: what changed in it is told. */
static gboolean
stands_alone (const AttriClaim *claim)
{
    return claim->was != NULL || claim->stance != ATTRI_STANCE_ASSERTS;
}

/* The line of the same actor, verb and change. Found claims of one actor stand together. */
static News *
find_line (GArray *all, guint first, const AttriClaim *claim)
{
    for (guint i = all->len; i > first; i--) {
        News *news = &g_array_index (all, News, i - 1);
        if (news->from != claim->from)
            break;
        if (news->words == NULL && news->change == claim->change && news->type != NULL &&
            strcmp (news->type, claim->type) == 0)
            return news;
    }
    return NULL;
}

/* "doubted", or what changed in it, or "" */
static const char *
words_of (AttriMaker *m, const AttriClaim *claim)
{
    static const char *const stances[] = {"", "doubted", "denied", "withdrawn"};
    if (!stands_alone (claim))
        return NULL;
    if (claim->shift != NULL)
        return attri_scene__keep (m->scene, claim->shift);
    return claim->was != NULL ? attri_scene__keep (m->scene, claim->was) : stances[claim->stance];
}

static void
find_claims (AttriMaker *m, GArray *all)
{
    const guint first = all->len;
    for (guint32 e = 0; e < attri_graph_get_n_edges (m->graph); e++) {
        const AttriEdge *edge = attri_graph_get_edge (m->graph, e);
        const AttriRange claims = edge->claims;
        for (guint32 c = claims.first; c < claims.first + claims.count; c++) {
            const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
            if (!is_told (m, e, claim))
                continue;
            News *news = stands_alone (claim) ? NULL : find_line (all, first, claim);
            if (news == NULL)
                news = add_news (all, (News){.rank = rank_of (m, claim),
                                             .change = claim->change,
                                             .from = claim->from,
                                             .type = claim->type,
                                             .words = words_of (m, claim)});
            g_array_append_val (news->claims, c);
            if (news->objects->len == 0 ||
                attri_graph_get_claim (m->graph, g_array_index (news->objects, guint32,
                                                                news->objects->len - 1))
                        ->to != claim->to ||
                claim->to == ATTRI_NONE)
                g_array_append_val (news->objects, c);
        }
    }
}

/* ---- how it is told ---- */

/* As the boxes stand, top to bottom: of tools, the most telling first. */
static int
compare_objects (gconstpointer a, gconstpointer b, gpointer data)
{
    const AttriMaker *m = data;
    const guint32 x = attri_graph_get_claim (m->graph, *(const guint32 *)a)->to;
    const guint32 y = attri_graph_get_claim (m->graph, *(const guint32 *)b)->to;
    const guint32 boxes[] = {x == ATTRI_NONE ? ATTRI_NONE : m->box_of[x],
                             y == ATTRI_NONE ? ATTRI_NONE : m->box_of[y]};
    const guint32 rows[] = {x == ATTRI_NONE ? ATTRI_NONE : m->row_of[x],
                            y == ATTRI_NONE ? ATTRI_NONE : m->row_of[y]};
    if (boxes[0] != boxes[1])
        return boxes[0] < boxes[1] ? -1 : 1;
    if (rows[0] != rows[1])
        return rows[0] < rows[1] ? -1 : 1;
    return *(const guint32 *)a < *(const guint32 *)b ? -1 : 1;
}

static const char *
objects_phrase (AttriMaker *m, const News *news)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    const guint n = news->objects->len;
    const guint shown = n > MOST_OBJECTS ? MOST_OBJECTS - 1 : n;
    g_array_sort_with_data (news->objects, compare_objects, m);
    for (guint i = 0; i < shown; i++) {
        const AttriClaim *claim =
            attri_graph_get_claim (m->graph, g_array_index (news->objects, guint32, i));
        g_ptr_array_add (names, (char *)(claim->to != ATTRI_NONE
                                             ? attri_maker__name (m, claim->to)
                                             : attri_scene__keep (m->scene, claim->value)));
    }
    if (shown < n)
        g_ptr_array_add (names, (char *)attri_maker__format (m, "%u more", n - shown));
    return attri_maker__join (m, names);
}

static gboolean
is_silenced (const AttriClaim *claim)
{
    return claim->shift != NULL && claim->change == ATTRI_CHANGE_REMOVED;
}

static gboolean
is_of_one_house (const AttriMaker *m, const AttriClaim *a, const AttriClaim *b)
{
    g_autofree char *one = attri_source__house (attri_graph_get_source (m->graph, a->claimant));
    g_autofree char *other = attri_source__house (attri_graph_get_source (m->graph, b->claimant));
    return g_str_equal (one, other);
}

/* " in [5]": where its publisher took it back. */
static const char *
withdrawal (AttriMaker *m, const News *news)
{
    const AttriClaim *said =
        attri_graph_get_claim (m->graph, g_array_index (news->claims, guint32, 0));
    for (guint32 c = 0; is_silenced (said) && c < attri_graph_get_n_claims (m->graph); c++) {
        const AttriClaim *claim = attri_graph_get_claim (m->graph, c);
        if (claim->stance != ATTRI_STANCE_WITHDRAWS || claim->from != said->from ||
            claim->to != said->to || strcmp (claim->type, said->type) != 0 ||
            claim->citations.count == 0 || !is_of_one_house (m, claim, said))
            continue;
        attri_numbering__mark (&m->numbering, m->graph, c);
        const guint32 carrier = attri_graph_get_citation (m->graph, claim->citations.first)->source;
        return attri_maker__format (m, " in [%u]", m->numbering.numbers[carrier]);
    }
    return "";
}

static void
put (AttriMaker *m, AttriChange change, const char *text, const char *numbers)
{
    const AttriSceneNews line = {change, text, numbers};
    g_array_append_val (m->scene->news, line);
}

static void
tell (AttriMaker *m, const News *news)
{
    static const char *const marks[] = {"", "+", "−", "~"};
    const char *mark = marks[news->change];
    if (news->type == NULL) {
        put (m, news->change,
             attri_maker__format (m, "%s %s: %s", mark, attri_maker__name (m, news->from),
                                  news->words),
             "");
        return;
    }
    const AttriRelationInfo *info = attri_relation_info (news->type);
    const char *text =
        attri_maker__format (m, "%s %s %s %s%s%s%s", mark, attri_maker__name (m, news->from),
                             *info->type != '\0' ? info->forward : news->type,
                             objects_phrase (m, news), news->words != NULL ? ": " : "",
                             news->words != NULL ? news->words : "", withdrawal (m, news));
    put (m, news->change, text, attri_maker__claim_numbers (m, news->claims));
}

void
attri_maker__news (AttriMaker *m)
{
    if (!attri_graph_get_stamp (m->graph)->compares)
        return;
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (News));
    g_array_set_clear_func (all, clear_news);
    find_entities (m, all);
    find_claims (m, all);
    g_array_sort (all, compare_news);
    const guint most = attri_maker__is_tight (m) ? MOST_TIGHT_LINES : MOST_LINES;
    const guint shown = all->len > most ? most - 1 : all->len;
    for (guint i = 0; i < shown; i++)
        tell (m, &g_array_index (all, News, i));
    if (shown < all->len)
        put (m, ATTRI_CHANGE_NONE, attri_maker__format (m, "and %u more", all->len - shown), "");
}
