/* SPDX-License-Identifier: MIT
 *
 * test-table.c: every text has a slot of its own, and keeps it.
 */
#include "base/table-private.h"

#include <string.h>

static gpointer *
slot (AttriTable *table, const char *text)
{
    return attri_table__slot (table, text, strlen (text), NULL);
}

static void
test_slots (void)
{
    g_autoptr (AttriTable) table = attri_table__new ();
    const char *kept;

    *slot (table, "one") = (gpointer) "1";
    *slot (table, "") = (gpointer) "0";
    /* A part of a text is another text. */
    g_assert_null (*attri_table__slot (table, "one", 2, &kept));
    g_assert_cmpstr (kept, ==, "on");
    g_assert_null (*slot (table, "one "));
    g_assert_cmpstr (*attri_table__slot (table, "one and more", 3, &kept), ==, "1");
    g_assert_cmpstr (kept, ==, "one");
    g_assert_cmpstr (*slot (table, ""), ==, "0");
    g_assert_cmpuint (attri_table__get_size (table), ==, 4);
}

/* Past several doublings, with texts of all lengths from 0 to 40. */
static void
test_growth (void)
{
    enum { N = 20000 };
    g_autoptr (AttriTable) table = attri_table__new ();
    g_autoptr (GPtrArray) kept = g_ptr_array_new ();

    for (guint i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf ("%0*u", (int)(i % 41), i);
        const char *copy;
        gpointer *value = attri_table__slot (table, text, strlen (text), &copy);
        if (*value == NULL)
            *value = GUINT_TO_POINTER (i + 1);
        g_ptr_array_add (kept, (gpointer)copy);
    }
    for (guint i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf ("%0*u", (int)(i % 41), i);
        const char *copy;
        gpointer *value = attri_table__slot (table, text, strlen (text), &copy);
        const guint first = GPOINTER_TO_UINT (*value) - 1;
        g_autofree char *same = g_strdup_printf ("%0*u", (int)(first % 41), first);
        g_assert_cmpstr (same, ==, text);
        g_assert_true (copy == g_ptr_array_index (kept, i));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/table/slots", test_slots);
    g_test_add_func ("/base/table/growth", test_growth);
    return g_test_run ();
}
