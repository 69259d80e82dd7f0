/* SPDX-License-Identifier: MIT
 *
 * still.c: plans go in, how still they hold comes out.
 */
#include "support/still.h"

#include "layout/plan-private.h"
#include "model/graph-private.h"

#include <glib/gstdio.h>
#include <math.h>

#define FAR_OFF 0.05 /* of the diagonal */

typedef struct {
    char *key;
    double x, y;
} Place;

struct _TestPlaces {
    GArray *places; /* Place */
    double diagonal;
};

/* ---- where things stand ---- */

static void
place_clear (gpointer data)
{
    g_free (((Place *)data)->key);
}

static TestPlaces *
places_new (double width, double height)
{
    TestPlaces *self = g_new0 (TestPlaces, 1);
    self->places = g_array_new (FALSE, FALSE, sizeof (Place));
    g_array_set_clear_func (self->places, place_clear);
    self->diagonal = hypot (width, height);
    return self;
}

void
test_places_free (TestPlaces *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->places);
    g_free (self);
}

static void
add_place (TestPlaces *self, const AttriPlan *plan, guint32 box, double x, double y)
{
    Place place = {g_strdup (attri_scene__box (plan->scene, box)->key), x, y};
    g_array_append_val (self->places, place);
}

TestPlaces *
test_places_of_plan (const AttriPlan *plan)
{
    TestPlaces *self = places_new (plan->canvas.w, plan->canvas.h);
    for (guint i = 0; i < plan->items->len; i++) {
        const AttriItem *item = attri_plan__item (plan, i);
        if (item->kind == ATTRI_ITEM_BOX)
            add_place (self, plan, item->box, item->rect.x + item->rect.w / 2.0,
                       item->rect.y + item->rect.h / 2.0);
    }
    return self;
}

/* What an analyst would write by hand. */
static char *
write_dot (const AttriPlan *plan)
{
    GString *text = g_string_new ("digraph {\nrankdir=LR; node [shape=box];\n");
    for (guint i = 0; i < plan->scene->boxes->len; i++) {
        g_autofree char *name = g_strescape (attri_scene__box (plan->scene, i)->name, NULL);
        g_string_append_printf (text, "n%u [label=\"%s\"];\n", i, name);
    }
    for (guint i = 0; i < plan->scene->lines->len; i++) {
        const AttriSceneLine *line = attri_scene__line (plan->scene, i);
        g_string_append_printf (text, "n%u -> n%u;\n", line->left, line->right);
    }
    g_string_append (text, "}\n");
    return g_string_free (text, FALSE);
}

/* What `dot -Tplain` says, or %NULL. */
static char *
run_dot (const char *question)
{
    g_autofree char *path = NULL;
    char *answer = NULL;
    int fd = g_file_open_tmp ("still-XXXXXX", &path, NULL), status = -1;
    if (fd < 0)
        return NULL;
    g_close (fd, NULL);
    const char *const command[] = {"dot", "-Tplain", path, NULL};
    gboolean done = g_file_set_contents (path, question, -1, NULL) &&
                    g_spawn_sync (NULL, (char **)(gpointer)command, NULL,
                                  G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                  &answer, NULL, &status, NULL);
    g_unlink (path);
    if (done && g_spawn_check_wait_status (status, NULL))
        return answer;
    g_free (answer);
    return NULL;
}

/* "graph SCALE WIDTH HEIGHT", then "node nINDEX X Y ..." for each, in inches. */
TestPlaces *
test_places_of_dot (const AttriPlan *plan)
{
    g_autofree char *question = write_dot (plan);
    g_autofree char *answer = run_dot (question);
    if (answer == NULL)
        return NULL;
    g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
    TestPlaces *self = places_new (0, 0);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto (GStrv) words = g_strsplit (lines[i], " ", 5);
        if (g_strv_length (words) < 4)
            continue;
        const double x = g_ascii_strtod (words[2], NULL), y = g_ascii_strtod (words[3], NULL);
        if (g_str_equal (words[0], "graph"))
            self->diagonal = hypot (x, y);
        else if (g_str_equal (words[0], "node"))
            add_place (self, plan, (guint32)g_ascii_strtoull (words[1] + 1, NULL, 10), x, y);
    }
    return self;
}

/* ---- how far they moved ---- */

/* What both show: where it was, and is. */
typedef struct {
    double x[2], y[2];
} Common;

static GArray *
find_common (const TestPlaces *old, const TestPlaces *new)
{
    GArray *common = g_array_new (FALSE, FALSE, sizeof (Common));
    for (guint i = 0; i < old->places->len; i++) {
        const Place *a = &g_array_index (old->places, Place, i);
        for (guint j = 0; j < new->places->len; j++) {
            const Place *b = &g_array_index (new->places, Place, j);
            const Common both = {{a->x, b->x}, {a->y, b->y}};
            if (g_str_equal (a->key, b->key))
                g_array_append_val (common, both);
        }
    }
    return common;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
median_move (const GArray *common, gboolean of_x)
{
    g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < common->len; i++) {
        const Common *both = &g_array_index (common, Common, i);
        const double move = of_x ? both->x[1] - both->x[0] : both->y[1] - both->y[0];
        g_array_append_val (moves, move);
    }
    g_array_sort (moves, compare_doubles);
    return moves->len > 0 ? g_array_index (moves, double, moves->len / 2) : 0;
}

/* Not swapped. */
static gboolean
keeps_order (const double *a, const double *b)
{
    return (a[0] - b[0]) * (a[1] - b[1]) >= 0;
}

void
test_stillness_add (TestStillness *self, const TestPlaces *old, const TestPlaces *new)
{
    g_autoptr (GArray) common = find_common (old, new);
    const double dx = median_move (common, TRUE), dy = median_move (common, FALSE);
    self->updates++;
    for (guint i = 0; i < common->len; i++) {
        const Common *a = &g_array_index (common, Common, i);
        const double move = hypot (a->x[1] - a->x[0] - dx, a->y[1] - a->y[0] - dy) / old->diagonal;
        self->moved += move;
        self->far += move > FAR_OFF;
        self->places++;
        for (guint j = 0; j < i; j++) {
            const Common *b = &g_array_index (common, Common, j);
            self->pairs += 2;
            self->ordered += keeps_order (a->x, b->x) + keeps_order (a->y, b->y);
        }
    }
}

static double
share (double part, guint64 whole)
{
    return whole > 0 ? part / (double)whole : 0;
}

double
test_stillness_moved (const TestStillness *self)
{
    return share (self->moved, self->places);
}

double
test_stillness_far (const TestStillness *self)
{
    return share ((double)self->far, self->places);
}

double
test_stillness_ordered (const TestStillness *self)
{
    return self->pairs > 0 ? share ((double)self->ordered, self->pairs) : 1;
}

/* ---- a case that grows ---- */

/* Marks what is there after @step of @n_steps; of what comes later, one in @rarity. */
static guint8 *
choose (GRand *random, guint n, guint rarity, guint step, guint n_steps)
{
    guint8 *kept = g_malloc0 (n + 1);
    for (guint i = 0; i < n; i++) {
        const gboolean late = g_rand_int_range (random, 0, (gint32)rarity) == 0;
        const guint born = (guint)g_rand_int_range (random, 1, (gint32)n_steps + 1);
        kept[i] = !late || born <= step;
    }
    return kept;
}

AttriGraph *
test_case_grow (const AttriGraph *whole, guint32 seed, guint step, guint n_steps)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autofree guint8 *entities = choose (random, whole->entities->len, 2, step, n_steps);
    g_autofree guint8 *claims = choose (random, whole->claims->len, 6, step, n_steps);
    g_autofree guint8 *citations = choose (random, whole->citations->len, 1, 1, 1);
    g_autofree guint8 *sources = choose (random, whole->sources->len, 1, 1, 1);
    for (guint32 i = 0; i < whole->entities->len; i++)
        entities[i] |= g_str_equal (attri_graph_get_entity (whole, i)->id, "group-0");
    const AttriSubset subset = {.entities = entities,
                                .claims = claims,
                                .citations = citations,
                                .sources = sources};
    return attri_graph__subset (whole, &subset, attri_graph_get_stamp (whole));
}
