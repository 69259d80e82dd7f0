/* SPDX-License-Identifier: MIT
 *
 * string.c: string literals (RFC 8259, section 7) and their UTF-8.
 *
 * Most bytes of a document are in strings, so plain ASCII is skipped eight
 * bytes at a time.
 */
#include "json/scanner.h"

#include "base/text-private.h"

#include <string.h>

#define ALL_BYTES(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static const char no_nul[] = "U+0000 in a string; expected text without it";

/* Whether a byte is ASCII text and means nothing in a string but itself. */
static gboolean
is_plain (char byte)
{
    const guchar c = (guchar)byte;
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

static const char *
skip_plain (const char *at, const char *end)
{
    while (end - at >= 8) {
        guint64 word;
        memcpy (&word, at, 8);
        word = GUINT64_FROM_LE (word);
        /* A borrow spoils only the bytes after the first that is not plain. */
        const guint64 controls = word - ALL_BYTES (0x20);
        const guint64 quotes = (word ^ ALL_BYTES ('"')) - ALL_BYTES (1);
        const guint64 escapes = (word ^ ALL_BYTES ('\\')) - ALL_BYTES (1);
        const guint64 special = (word | controls | quotes | escapes) & ALL_BYTES (0x80);
        if (special != 0)
            return at + __builtin_ctzll (special) / 8;
        at += 8;
    }
    while (at < end && is_plain (*at))
        at++;
    return at;
}

guint
scan_utf8 (const char *at, const char *end)
{
    const guchar *c = (const guchar *)at;
    const gsize left = (gsize)(end - at);
    guchar low = 0x80;
    guchar high = 0xbf;
    guint length;

    if (c[0] < 0x80)
        return 1;
    if (c[0] >= 0xc2 && c[0] <= 0xdf)
        length = 2;
    else if (c[0] >= 0xe0 && c[0] <= 0xef)
        length = 3;
    else if (c[0] >= 0xf0 && c[0] <= 0xf4)
        length = 4;
    else
        return 0;
    if (length > left)
        return 0;

    /* The second byte shuts out overlong forms, surrogates and what lies past U+10FFFF. */
    if (c[0] == 0xe0)
        low = 0xa0;
    else if (c[0] == 0xed)
        high = 0x9f;
    else if (c[0] == 0xf0)
        low = 0x90;
    else if (c[0] == 0xf4)
        high = 0x8f;
    if (c[1] < low || c[1] > high)
        return 0;
    for (guint i = 2; i < length; i++) {
        if ((c[i] & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

/* The four digits after `\u`, or -1. */
static int
read_hex (const char *at, const char *end)
{
    int value = 0;
    if (end - at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        const int digit = g_ascii_xdigit_value (at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static gboolean
is_high_surrogate (int unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

static gboolean
is_low_surrogate (int unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Reads the escape at @at, a backslash: its code point, or -1 where it is none.
 * @at moves past what was understood, at least the backslash. */
static int
read_escape (const char **at, const char *end)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *c = *at + 1;

    if (c < end && *c == 'u') {
        const int unit = read_hex (c + 1, end);
        *at = unit < 0 ? c + 1 : c + 5;
        if (!is_high_surrogate (unit))
            return is_low_surrogate (unit) ? -1 : unit;
        const int second =
            *at + 1 < end && (*at)[0] == '\\' && (*at)[1] == 'u' ? read_hex (*at + 2, end) : -1;
        if (!is_low_surrogate (second))
            return -1;
        *at += 6;
        return 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
    }
    const char *letter = c < end && *c != '\0' ? strchr (letters, *c) : NULL;
    *at = letter != NULL ? c + 1 : c;
    return letter != NULL ? meanings[letter - letters] : -1;
}

/* Says what is wrong with the escape at Scanner.at; FALSE where its backslash is
 * the last thing before what ends or spoils the string anyway. */
static gboolean
tell_escape (Scanner *self)
{
    const AttriPlace place = scanner_place (self);
    const char *at = self->at + 1;

    if (at == self->end || (guchar)*at < 0x20)
        return FALSE;

    if (*at != 'u') {
        g_autofree char *letter = g_strndup (at, MAX (scan_utf8 (at, self->end), 1));
        g_autofree char *quoted = attri_text__quote (letter);
        scanner_tell (self, JSON_RULE_TEXT, place,
                      "no escape begins with a backslash and %s; expected one of "
                      "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u",
                      quoted);
        return TRUE;
    }
    const int unit = read_hex (at + 1, self->end);
    if (unit < 0)
        scanner_tell (self, JSON_RULE_TEXT, place,
                      "escape \\u without a code; expected four hexadecimal digits");
    else if (unit == 0)
        scanner_tell (self, JSON_RULE_TEXT, place, "%s", no_nul);
    else if (is_high_surrogate (unit))
        scanner_tell (
            self, JSON_RULE_TEXT, place,
            "lone high surrogate \\u%04x; expected a low one, \\udc00 to \\udfff, after it",
            (guint)unit);
    else
        scanner_tell (self, JSON_RULE_TEXT, place,
                      "lone low surrogate \\u%04x; expected a high one, \\ud800 to \\udbff, before "
                      "it",
                      (guint)unit);
    return TRUE;
}

/* Steps over the byte or sequence at Scanner.at that is not plain ASCII. Only
 * the first thing wrong in a string is told. */
static void
scan_special (Scanner *self, ScanString *string, gboolean *told)
{
    const guchar byte = (guchar)*self->at;

    if (byte == '\\') {
        const char *after = self->at;
        const int code = read_escape (&after, self->end);
        char unused[6];
        if (code <= 0 && !*told)
            *told = tell_escape (self);
        string->escaped = TRUE;
        if (code > 0)
            string->decoded += (gsize)g_unichar_to_utf8 ((gunichar)code, unused);
        self->at = after;
        return;
    }
    const guint length = byte < 0x20 ? 0 : scan_utf8 (self->at, self->end);
    if (length == 0 && !*told) {
        *told = TRUE;
        if (byte == 0)
            scanner_tell (self, JSON_RULE_TEXT, scanner_place (self), "%s", no_nul);
        else if (byte < 0x20)
            scanner_tell (self, JSON_RULE_TEXT, scanner_place (self),
                          "control character U+%04X in a string; expected the escape \\u%04x", byte,
                          byte);
        else
            scanner_tell (self, JSON_RULE_TEXT, scanner_place (self),
                          "byte 0x%02X is not UTF-8; expected a file in UTF-8", byte);
    }
    self->at += MAX (length, 1);
    self->continued += length > 1 ? length - 1 : 0;
    string->decoded += length;
}

gboolean
scan_string (Scanner *self, ScanString *string)
{
    const AttriPlace place = scanner_place (self);
    gboolean told = FALSE;

    *string = (ScanString){.bytes = ++self->at};
    for (;;) {
        const char *plain = skip_plain (self->at, self->end);
        string->decoded += (gsize)(plain - self->at);
        self->at = plain;
        if (plain == self->end || *plain == '\n' || *plain == '\r') {
            scanner_tell (self, JSON_RULE_SYNTAX, place, "string without an end; expected \" %s",
                          plain == self->end ? "before the end of the file"
                                             : "on the same line, or \\n for a line break");
            return FALSE;
        }
        if (*plain == '"')
            break;
        scan_special (self, string, &told);
    }
    string->length = (gsize)(self->at - string->bytes);
    self->at++;
    if (string->decoded > self->limits.string_bytes)
        scanner_tell (self, JSON_RULE_LIMIT, place,
                      "string of %zu bytes; expected at most %" G_GUINT64_FORMAT, string->decoded,
                      self->limits.string_bytes);
    return TRUE;
}

gsize
decode_string (const char *bytes, gsize length, char *out)
{
    const char *end = bytes + length;
    char *first = out;

    while (bytes < end) {
        const char *escape = memchr (bytes, '\\', (gsize)(end - bytes));
        const gsize plain = (gsize)((escape != NULL ? escape : end) - bytes);
        memmove (out, bytes, plain);
        out += plain;
        bytes += plain;
        if (escape == NULL)
            break;
        const int code = read_escape (&bytes, end);
        if (code > 0)
            out += g_unichar_to_utf8 ((gunichar)code, out);
        else
            *out++ = '?';
    }
    return (gsize)(out - first);
}
