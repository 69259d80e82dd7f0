/* SPDX-License-Identifier: MIT
 *
 * stix-time.c: a timestamp of RFC 3339 goes in; the point in time and the day come out.
 */
#include "read/stix-item.h"

/* Days from 1970-01-01 to a day of the Gregorian calendar (after Fliegel and Van Flandern 1968). */
static gint64
day_number (gint64 year, gint64 month, gint64 day)
{
    const gint64 a = (14 - month) / 12;
    const gint64 y = year + 4800 - a;
    const gint64 m = month + 12 * a - 3;

    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045 - 2440588;
}

static gint64
two_digits (const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/* The time of day behind the T of @text, whose form is checked: seconds, and 100 ns. */
static gint64
read_clock (const char *text)
{
    gint64 unit = 10 * 1000 * 1000;
    gint64 time =
        ((two_digits (text) * 60 + two_digits (text + 3)) * 60 + two_digits (text + 6)) * unit;

    text += 8;
    if (*text == '.') {
        for (text++; g_ascii_isdigit (*text); text++) {
            unit /= 10;
            time += (*text - '0') * unit;
        }
    }
    if (*text == '+' || *text == '-') {
        const gint64 minutes = two_digits (text + 1) * 60 + two_digits (text + 4);
        time -= (*text == '+' ? minutes : -minutes) * 60 * 10 * 1000 * 1000;
    }
    return time;
}

gboolean
stix_text_time (AttriJsonText text, gint64 *time, AttriDate *date)
{
    char copy[64] = "";
    const gsize bytes = (gsize)(text.end - text.start);
    AttriDate utc;

    if (*text.start != '"' || bytes >= sizeof copy)
        return FALSE;
    attri_json__text_decode (text, copy);
    if (!attri_date_parse (copy, &utc) || utc.day == 0)
        return FALSE;
    /* The day as it is written: that of UTC may be another. */
    const gint64 days = day_number (two_digits (copy) * 100 + two_digits (copy + 2),
                                    two_digits (copy + 5), two_digits (copy + 8));
    *time = days * 24 * 3600 * 10 * 1000 * 1000;
    if (copy[10] != '\0')
        *time += read_clock (copy + 11);
    *date = utc;
    return TRUE;
}

gint64
stix_item_time (const StixItem *self, StixKey key, AttriDate *date)
{
    gint64 time = 0;
    AttriDate unused;

    if (!stix_item_expect (self, key, ATTRI_JSON_STRING))
        return 0;
    if (!stix_text_time (self->members[key], &time, date != NULL ? date : &unused))
        stix_item_tell (self, READ_RULE_BAD_MEMBER, key,
                        "no timestamp; expected one such as 2021-07-08T00:00:00.000Z");
    return time;
}
