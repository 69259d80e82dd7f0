/* SPDX-License-Identifier: MIT
 *
 * date.c: text becomes a day, month or year of the proleptic Gregorian
 * calendar and back. A date is a plain value; nobody owns it.
 */
#include <attrigraph/base.h>

/* Reads exactly @width digits and moves on; -1 if there are fewer. */
static int
read_digits (const char **text, int width)
{
    int value = 0;
    for (int i = 0; i < width; i++) {
        if (!g_ascii_isdigit ((*text)[i]))
            return -1;
        value = value * 10 + ((*text)[i] - '0');
    }
    *text += width;
    return value;
}

static guint8
days_in_month (int year, int month)
{
    static const guint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return (guint8)(days[month - 1] + (month == 2 && leap ? 1 : 0));
}

/* Moves @date by one day; FALSE at either end of the calendar. */
static gboolean
shift_day (AttriDate *date, int by)
{
    int day = date->day + by;
    int month = date->month;
    int year = date->year;

    if (day < 1) {
        month = month == 1 ? 12 : month - 1;
        year -= month == 12 ? 1 : 0;
        if (year < 1)
            return FALSE;
        day = days_in_month (year, month);
    } else if (day > days_in_month (year, month)) {
        day = 1;
        month = month == 12 ? 1 : month + 1;
        year += month == 1 ? 1 : 0;
        if (year > 9999)
            return FALSE;
    }
    *date = (AttriDate){(guint16)year, (guint8)month, (guint8)day};
    return TRUE;
}

/* RFC 3339, section 5.6, from the "T" on. A leap second is taken as it comes. */
static gboolean
read_time (const char *text, AttriDate *date)
{
    const char mark = *text++;
    if (mark != 'T' && mark != 't')
        return FALSE;

    const int hour = read_digits (&text, 2);
    if (hour < 0 || hour > 23 || *text++ != ':')
        return FALSE;
    const int minute = read_digits (&text, 2);
    if (minute < 0 || minute > 59 || *text++ != ':')
        return FALSE;
    const int second = read_digits (&text, 2);
    if (second < 0 || second > 60)
        return FALSE;
    if (*text == '.') {
        text++;
        if (read_digits (&text, 1) < 0)
            return FALSE;
        while (g_ascii_isdigit (*text))
            text++;
    }

    if (*text == 'Z' || *text == 'z')
        return text[1] == '\0';
    if (*text != '+' && *text != '-')
        return FALSE;
    const int sign = *text++ == '+' ? 1 : -1;
    const int off_hour = read_digits (&text, 2);
    if (off_hour < 0 || off_hour > 23 || *text++ != ':')
        return FALSE;
    const int off_minute = read_digits (&text, 2);
    if (off_minute < 0 || off_minute > 59 || *text != '\0')
        return FALSE;

    const int utc = hour * 60 + minute - sign * (off_hour * 60 + off_minute);
    if (utc < 0)
        return shift_day (date, -1);
    if (utc >= 24 * 60)
        return shift_day (date, 1);
    return TRUE;
}

gboolean
attri_date_parse (const char *text, AttriDate *date)
{
    g_return_val_if_fail (text != NULL && date != NULL, FALSE);

    const int year = read_digits (&text, 4);
    if (year < 1)
        return FALSE;
    AttriDate read = {(guint16)year, 0, 0};
    if (*text == '\0') {
        *date = read;
        return TRUE;
    }

    if (*text++ != '-')
        return FALSE;
    const int month = read_digits (&text, 2);
    if (month < 1 || month > 12)
        return FALSE;
    read.month = (guint8)month;
    if (*text == '\0') {
        *date = read;
        return TRUE;
    }

    if (*text++ != '-')
        return FALSE;
    const int day = read_digits (&text, 2);
    if (day < 1 || day > days_in_month (year, month))
        return FALSE;
    read.day = (guint8)day;
    if (*text != '\0' && !read_time (text, &read))
        return FALSE;
    *date = read;
    return TRUE;
}

char *
attri_date_to_string (AttriDate date)
{
    if (date.year == 0)
        return g_strdup ("");
    if (date.month == 0)
        return g_strdup_printf ("%04u", date.year);
    if (date.day == 0)
        return g_strdup_printf ("%04u-%02u", date.year, date.month);
    return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

AttriDate
attri_date_end (AttriDate date)
{
    if (date.year == 0 || date.day != 0)
        return date;
    const guint8 month = date.month != 0 ? date.month : 12;
    return (AttriDate){date.year, month, days_in_month (date.year, month)};
}

int
attri_date_compare (AttriDate a, AttriDate b)
{
    a = attri_date_end (a);
    b = attri_date_end (b);
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

gboolean
attri_date_is_set (AttriDate date)
{
    return date.year != 0;
}
