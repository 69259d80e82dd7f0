/* SPDX-License-Identifier: MIT
 *
 * test-date.c: which texts are dates, and how dates compare.
 */
#include <attrigraph/base.h>

static void
assert_reads (const char *text, const char *expected)
{
    AttriDate date = ATTRI_DATE_NONE;
    g_assert_true (attri_date_parse (text, &date));
    g_autofree char *back = attri_date_to_string (date);
    g_assert_cmpstr (back, ==, expected);
}

static void
test_parse (void)
{
    assert_reads ("2021", "2021");
    assert_reads ("2021-07", "2021-07");
    assert_reads ("2021-07-08", "2021-07-08");
    assert_reads ("2024-02-29", "2024-02-29");
    assert_reads ("2000-02-29", "2000-02-29");
    assert_reads ("0001-01-01", "0001-01-01");
    assert_reads ("9999-12-31", "9999-12-31");
}

static void
test_parse_time (void)
{
    assert_reads ("2021-07-08T23:59:60Z", "2021-07-08");
    assert_reads ("2021-07-08t10:00:00.123z", "2021-07-08");
    assert_reads ("2021-07-08T23:30:00-01:00", "2021-07-09");
    assert_reads ("2021-03-01T00:30:00+01:00", "2021-02-28");
    assert_reads ("2020-12-31T23:59:59-00:01", "2021-01-01");
    assert_reads ("2021-01-01T05:29:59+05:30", "2020-12-31");
}

static void
test_refuse (void)
{
    static const char *const texts[] = {
        "",
        "0000",
        "21",
        "2021-",
        "2021-7",
        "2021-00",
        "2021-13",
        "2021-07-00",
        "2021-07-32",
        "2021-02-29",
        "1900-02-29",
        "2021-07-08 ",
        " 2021",
        "2021/07/08",
        "+2021",
        "20210708",
        "2021-07-08T",
        "2021-07-08T10:00Z",
        "2021-07-08T24:00:00Z",
        "2021-07-08T10:60:00Z",
        "2021-07-08T10:00:61Z",
        "2021-07-08T10:00:00",
        "2021-07-08T10:00:00.Z",
        "2021-07-08T10:00:00Zz",
        "2021-07-08T10:00:00+0100",
        "2021-07-08T10:00:00+24:00",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:00-00:01",
        "2021-07T10:00:00Z",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        AttriDate date = {1, 2, 3};
        g_test_message ("%s", texts[i]);
        g_assert_false (attri_date_parse (texts[i], &date));
        g_assert_cmpuint (date.year, ==, 1);
        g_assert_cmpuint (date.month, ==, 2);
        g_assert_cmpuint (date.day, ==, 3);
    }
}

static void
test_compare (void)
{
    const AttriDate none = ATTRI_DATE_NONE;
    const AttriDate year = {2021, 0, 0};
    const AttriDate february = {2020, 2, 0};

    g_assert_cmpint (attri_date_compare (none, none), ==, 0);
    g_assert_cmpint (attri_date_compare (none, (AttriDate){1, 1, 1}), <, 0);
    g_assert_cmpint (attri_date_compare (year, (AttriDate){2021, 12, 31}), ==, 0);
    g_assert_cmpint (attri_date_compare (year, (AttriDate){2021, 12, 30}), >, 0);
    g_assert_cmpint (attri_date_compare (february, (AttriDate){2020, 2, 29}), ==, 0);
    g_assert_cmpint (attri_date_compare (february, (AttriDate){2020, 3, 1}), <, 0);
    g_assert_cmpint (attri_date_compare ((AttriDate){2021, 3, 0}, (AttriDate){2021, 2, 0}), >, 0);
    g_assert_cmpint (attri_date_compare ((AttriDate){2020, 12, 31}, year), <, 0);
    g_assert_false (attri_date_is_set (none));
    g_assert_true (attri_date_is_set (year));
    g_autofree char *text = attri_date_to_string (none);
    g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/base/date/parse", test_parse);
    g_test_add_func ("/base/date/parse-time", test_parse_time);
    g_test_add_func ("/base/date/refuse", test_refuse);
    g_test_add_func ("/base/date/compare", test_compare);
    return g_test_run ();
}
