/* SPDX-License-Identifier: MIT
 *
 * test-layout.c: the layout helper as a room meets it: a request goes in, and
 * an answer or a refusal comes out.
 */
#include "base/spawn-private.h"
#include "helpers/wire.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static GBytes *
ask (const char *request, GError **error)
{
    g_autoptr (GBytes) input = g_bytes_new (request, strlen (request));

    return attri_spawn__run (ATTRI_WIRE_LAYOUT_HELPER, NULL, input, 60000,
                             ATTRI_WIRE_LAYOUT_ANSWER_MAX, error);
}

static char *
get_answer (const char *request)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) answer = ask (request, &error);

    g_assert_no_error (error);
    return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static void
assert_answer (const char *request, const char *expected)
{
    g_autofree char *answer = get_answer (request);

    g_assert_cmpstr (answer, ==, expected);
}

/* Widths 100 and 80 share the centre 50; the next column begins 60 after 100. */
static void
test_columns (void)
{
    assert_answer ("attrigraph-layout 1 4 3 3 60 20\n"
                   "n 0 100 40\nn 0 80 30\nn 1 50 50\nn 2 60 32\n"
                   "e 0 2\ne 1 2\ne 2 3\no 0 1\nend\n",
                   "p 0 50 20\np 1 50 75\np 2 185 48\np 3 300 48\nend\n");
}

/* The same with the order turned: 30, then 20 between, then 40 high. */
static void
test_order (void)
{
    assert_answer ("attrigraph-layout 1 2 0 1 60 20\nn 0 100 40\nn 0 80 30\no 0 1\nend\n",
                   "p 0 50 20\np 1 50 75\nend\n");
    assert_answer ("attrigraph-layout 1 2 0 1 60 20\nn 0 100 40\nn 0 80 30\no 1 0\nend\n",
                   "p 0 50 70\np 1 50 15\nend\n");
}

/* Columns that no edge joins are columns all the same. */
static void
test_apart (void)
{
    assert_answer ("attrigraph-layout 1 3 0 3 60 20\nn 0 10 10\nn 1 10 10\nn 2 10 10\nend\n",
                   "p 0 5 5\np 1 75 5\np 2 145 5\nend\n");
}

static void
test_single (void)
{
    assert_answer ("attrigraph-layout 1 1 0 1 0 0\nn 0 16384 16384\nend\n", "p 0 8192 8192\nend\n");
    assert_answer ("attrigraph-layout 1 0 0 0 0 0\nend\n", "end\n");
}

/* A request of n nodes in one column and m times the same edge to another. */
static char *
make_sized (guint n_nodes, guint n_edges)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (text, "attrigraph-layout 1 %u %u 2 60 20\nn 1 9 9\n", n_nodes, n_edges);
    for (guint i = 1; i < n_nodes; i++)
        g_string_append (text, "n 0 9 9\n");
    for (guint i = 0; i < n_edges; i++)
        g_string_append (text, "e 1 0\n");
    g_string_append (text, "end\n");
    return g_string_free (text, FALSE);
}

static void
assert_sized (guint n_nodes, guint n_edges, gboolean placed)
{
    g_autofree char *request = make_sized (n_nodes, n_edges);
    g_autofree char *answer = get_answer (request);

    if (placed)
        g_assert_true (g_str_has_prefix (answer, "p 0 "));
    else
        g_assert_cmpstr (answer, ==, "grid too-large\nend\n");
}

static void
test_bounds (void)
{
    assert_sized (ATTRI_WIRE_NODES_MAX - 1, ATTRI_WIRE_EDGES_MAX - 1, TRUE);
    assert_sized (ATTRI_WIRE_NODES_MAX, ATTRI_WIRE_EDGES_MAX, TRUE);
    assert_sized (ATTRI_WIRE_NODES_MAX + 1, ATTRI_WIRE_EDGES_MAX, FALSE);
    assert_sized (ATTRI_WIRE_NODES_MAX, ATTRI_WIRE_EDGES_MAX + 1, FALSE);
    assert_sized (20000, 20000, FALSE);
}

/* Each is wrong in one place, in the line given. */
static void
test_malformed (void)
{
#define HEADER "attrigraph-layout 1 2 1 2 60 20\n"
#define NODES  "n 0 10 10\nn 1 10 10\n"
    const struct {
        guint line;
        const char *request;
    } cases[] = {
        {1, ""},
        {1, "attrigraph-layout"},
        {1, "attrigraph-layout 2 1 0 1 60 20\nn 0 1 1\nend\n"},
        {1, "attrigraph-layout 0 1 0 1 60 20\nn 0 1 1\nend\n"},
        {1, "attrigraph-layout 1 1 0 1 4097 20\nn 0 1 1\nend\n"},
        {1, "attrigraph-layout 1 -1 0 1 60 20\n"},
        {1, "attrigraph-layout 1  1 0 1 60 20\nn 0 1 1\nend\n"},
        {1, "attrigraph-layout 1 01 0 1 60 20\nn 0 1 1\nend\n"},
        {1, "attrigraph-layout 1 99999999999999999999 0 1 60 20\n"},
        {1, "attrigraph-layout 1 1 0 1 60 20\r\n"},
        {2, HEADER},
        {2, HEADER "n 2 10 10\nn 1 10 10\ne 0 1\nend\n"},
        {2, HEADER "n 0 0 10\nn 1 10 10\ne 0 1\nend\n"},
        {2, HEADER "n 0 10 16385\nn 1 10 10\ne 0 1\nend\n"},
        {2, HEADER "n 0 10 10 10\nn 1 10 10\ne 0 1\nend\n"},
        {2, HEADER "n 0 10 x\nn 1 10 10\ne 0 1\nend\n"},
        {3, HEADER "n 0 10 10\nn 0 10 10\ne 0 1\nend\n"},
        {4, HEADER NODES "end\n"},
        {4, HEADER NODES "e 0 2\nend\n"},
        {4, HEADER NODES "e 0 -1\nend\n"},
        {4, HEADER NODES "e 1 0\nend\n"},
        {5, HEADER NODES "e 0 1\ne 0 1\nend\n"},
        {5, HEADER NODES "e 0 1\no 0 1\nend\n"},
        {5, HEADER NODES "e 0 1\n"},
        {5, HEADER NODES "e 0 1\nend"},
        {5, HEADER NODES "e 0 1\nend\n\n"},
        {5, HEADER NODES "e 0 1\nx 0 1\nend\n"},
    };
#undef HEADER
#undef NODES

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) answer = ask (cases[i].request, &error);
        g_autofree char *message =
            g_strdup_printf ("attrigraph-layout: line %u of the request is not as expected",
                             cases[i].line);

        g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, cases[i].request);
        g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED);
        g_assert_cmpstr (error->message, ==, message);
        g_assert_null (answer);
    }
}

static void
test_nul (void)
{
    g_autoptr (GBytes) input = g_bytes_new_static ("attrigraph\0layout", 17);
    g_autoptr (GError) error = NULL;

    g_assert_null (attri_spawn__run (ATTRI_WIRE_LAYOUT_HELPER, NULL, input, 60000,
                                     ATTRI_WIRE_LAYOUT_ANSWER_MAX, &error));
    g_assert_error (error, ATTRI_SPAWN_ERROR, ATTRI_SPAWN_ERROR_REFUSED);
    g_assert_cmpstr (error->message, ==, "attrigraph-layout: the request holds a NUL");
}

/* Random graphs: what was asked, for the checks on what comes back. */
typedef struct {
    guint n_nodes;
    guint n_columns;
    guint column[ATTRI_WIRE_NODES_MAX];
    int width[ATTRI_WIRE_NODES_MAX];
} Asked;

static int
pick (GRand *random, const guint *column, guint n_nodes, guint wanted)
{
    guint at = (guint)g_rand_int_range (random, 0, (gint32)n_nodes);

    while (column[at] != wanted)
        at = (at + 1) % n_nodes;
    return (int)at;
}

static void
append_edges (GString *text, GRand *random, const Asked *asked, guint n_edges)
{
    for (guint i = 0; i < n_edges; i++) {
        guint from = (guint)g_rand_int_range (random, 0, (gint32)asked->n_columns - 1);

        g_string_append_printf (text, "e %d %d\n",
                                pick (random, asked->column, asked->n_nodes, from),
                                pick (random, asked->column, asked->n_nodes, from + 1));
    }
}

/* In every column the nodes one below the other, by index. */
static void
append_orders (GString *text, const Asked *asked)
{
    for (guint column = 0; column < asked->n_columns; column++) {
        int above = -1;

        for (guint i = 0; i < asked->n_nodes; i++) {
            if (asked->column[i] != column)
                continue;
            if (above >= 0)
                g_string_append_printf (text, "o %d %u\n", above, i);
            above = (int)i;
        }
    }
}

static char *
make_random (guint32 seed, Asked *asked)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    GString *text = g_string_new (NULL);
    guint n_edges;

    asked->n_nodes = (guint)g_rand_int_range (random, 5, 81);
    asked->n_columns = (guint)g_rand_int_range (random, 2, 6);
    n_edges = (guint)g_rand_int_range (random, 0, 2 * (gint32)asked->n_nodes);
    g_string_append_printf (text, "attrigraph-layout 1 %u %u %u 60 20\n", asked->n_nodes, n_edges,
                            asked->n_columns);
    for (guint i = 0; i < asked->n_nodes; i++) {
        asked->column[i] = i < asked->n_columns
                               ? i
                               : (guint)g_rand_int_range (random, 0, (gint32)asked->n_columns);
        asked->width[i] = g_rand_int_range (random, 1, 300);
        g_string_append_printf (text, "n %u %d %d\n", asked->column[i], asked->width[i],
                                g_rand_int_range (random, 1, 200));
    }
    append_edges (text, random, asked, n_edges);
    append_orders (text, asked);
    g_string_append (text, "end\n");
    return g_string_free (text, FALSE);
}

/* One x in each column, and 60 between the widest boxes of neighbours, but for
 * the rounding of both. */
static void
check_random (const Asked *asked, const char *answer)
{
    int centre[8];
    int width[8] = {0};

    for (guint i = 0; i < asked->n_nodes; i++) {
        int x;
        int y;
        guint index;
        int length;

        g_assert_cmpint (sscanf (answer, "p %u %d %d\n%n", &index, &x, &y, &length), ==, 3);
        g_assert_cmpuint (index, ==, i);
        if (width[asked->column[i]] == 0)
            centre[asked->column[i]] = x;
        g_assert_cmpint (x, ==, centre[asked->column[i]]);
        width[asked->column[i]] = MAX (width[asked->column[i]], asked->width[i]);
        answer += length;
    }
    g_assert_cmpstr (answer, ==, "end\n");
    for (guint column = 1; column < asked->n_columns; column++) {
        int apart = centre[column] - centre[column - 1];
        int expected = 60 + (width[column] + width[column - 1]) / 2;

        g_assert_cmpint (ABS (apart - expected), <=, 1);
    }
}

static void
test_random (void)
{
    for (guint32 seed = 1; seed <= 300; seed++) {
        Asked asked;
        g_autofree char *request = make_random (seed, &asked);
        g_autofree char *first = get_answer (request);
        g_autofree char *second = get_answer (request);

        g_test_message ("seed %u", seed);
        check_random (&asked, first);
        g_assert_cmpstr (first, ==, second);
    }
}

/* The real helper with too little memory: it may die in any way, and we are
 * told; it never answers half. */
static void
test_starved (void)
{
    const char *real = g_getenv ("ATTRIGRAPH_LIBEXEC");
    g_autofree char *folder = g_dir_make_tmp ("attrigraph-layout-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, ATTRI_WIRE_LAYOUT_HELPER, NULL);
    g_autofree char *request = make_sized (ATTRI_WIRE_NODES_MAX, ATTRI_WIRE_EDGES_MAX);
    g_autofree char *whole = get_answer (request);
    guint n_failed = 0;

    for (guint kilobytes = 1000; kilobytes <= 60000; kilobytes += 1000) {
        g_autofree char *script =
            g_strdup_printf ("#!/bin/sh\nulimit -c 0; ulimit -v %u; exec %s/%s\n", kilobytes, real,
                             ATTRI_WIRE_LAYOUT_HELPER);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) answer = NULL;

        g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755, NULL);
        g_setenv ("ATTRIGRAPH_LIBEXEC", folder, TRUE);
        answer = ask (request, &error);
        g_setenv ("ATTRIGRAPH_LIBEXEC", real, TRUE);
        if (answer == NULL) {
            g_test_message ("%u kB: %s", kilobytes, error->message);
            g_assert_true (g_str_has_prefix (error->message, ATTRI_WIRE_LAYOUT_HELPER));
            n_failed++;
        } else {
            g_assert_cmpmem (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), whole,
                             strlen (whole));
        }
    }
    g_assert_cmpuint (n_failed, >, 0);
    g_remove (path);
    g_rmdir (folder);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/helpers/layout/columns", test_columns);
    g_test_add_func ("/helpers/layout/order", test_order);
    g_test_add_func ("/helpers/layout/apart", test_apart);
    g_test_add_func ("/helpers/layout/single", test_single);
    g_test_add_func ("/helpers/layout/bounds", test_bounds);
    g_test_add_func ("/helpers/layout/malformed", test_malformed);
    g_test_add_func ("/helpers/layout/nul", test_nul);
    g_test_add_func ("/helpers/layout/random", test_random);
    g_test_add_func ("/helpers/layout/starved", test_starved);
    return g_test_run ();
}
