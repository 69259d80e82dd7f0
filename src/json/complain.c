/* SPDX-License-Identifier: MIT
 *
 * complain.c: a byte that the grammar does not allow becomes a sentence that
 * names the slip and what should be there.
 */
#include "json/scanner.h"

#include "base/text-private.h"

#include <string.h>

static const char *
bracket_of (const ScanFrame *frame)
{
    return frame->is_object ? "}" : "]";
}

/* What belongs at Scanner.at, in words. */
static char *
describe_expected (const Scanner *self, Expect expect)
{
    switch (expect) {
    case EXPECT_VALUE:
        return g_strdup ("a value");
    case EXPECT_FIRST_VALUE:
        return g_strdup ("a value or ]");
    case EXPECT_KEY:
        return g_strdup ("a key in double quotes");
    case EXPECT_FIRST_KEY:
        return g_strdup ("a key in double quotes or }");
    case EXPECT_COLON:
        return g_strdup ("a colon and a value");
    case EXPECT_COMMA:
        return g_strdup_printf ("a comma or %s", bracket_of (scanner_top (self)));
    case EXPECT_END:
    case EXPECT_NOTHING:
        break;
    }
    return g_strdup ("nothing but white space");
}

static gboolean
is_word_byte (char c)
{
    return g_ascii_isalnum (c) || c == '_' || c == '$';
}

static char *
take_word (const Scanner *self)
{
    const char *end = self->at;
    while (end < self->end && is_word_byte (*end))
        end++;
    return g_strndup (self->at, (gsize)(end - self->at));
}

static char *
describe_word (const Scanner *self)
{
    g_autofree char *word = take_word (self);
    g_autofree char *quoted = attri_text__quote (word);
    return g_strdup_printf ("word %s without quotes", quoted);
}

static char *
describe_character (const Scanner *self)
{
    const guint length = scan_utf8 (self->at, self->end);
    if (length == 0)
        return g_strdup_printf ("byte 0x%02X is not UTF-8", (guint)(guchar)*self->at);

    const gunichar c = g_utf8_get_char (self->at);
    g_autofree char *text = g_strndup (self->at, length);
    g_autofree char *quoted = attri_text__quote (text);
    if (c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a))
        return g_strdup_printf ("U+%04X is no white space to JSON", (guint)c);
    if (c < 0x20 || length > 1)
        return g_strdup_printf ("stray character U+%04X", (guint)c);
    return g_strdup_printf ("stray %s", quoted);
}

/* What stands at Scanner.at, in words. */
static char *
describe_found (const Scanner *self, Expect expect)
{
    const char c = *self->at;
    const gboolean comment = c == '#' || (c == '/' && self->end - self->at > 1 &&
                                          (self->at[1] == '/' || self->at[1] == '*'));

    if (comment)
        return g_strdup ("comment, which JSON has not");
    if (expect == EXPECT_COMMA && strchr ("\"{[-", c) != NULL && c != '\0')
        return g_strdup ("no comma before the next value");
    if (expect == EXPECT_COMMA && c == ':' && !scanner_top (self)->is_object)
        return g_strdup ("colon in an array");
    if (expect == EXPECT_END && c != '\0' && strchr ("\"{[", c) != NULL)
        return g_strdup ("second value after the document");
    if (g_ascii_isdigit (c) && expect == EXPECT_COMMA)
        return g_strdup ("no comma before the next value");
    if (g_ascii_isdigit (c) && (expect == EXPECT_KEY || expect == EXPECT_FIRST_KEY))
        return g_strdup ("number as a key");
    if (g_ascii_isalpha (c) || c == '_' || c == '$')
        return describe_word (self);
    return describe_character (self);
}

/* At the end of the file; tells which bracket is still open. */
static void
complain_of_end (Scanner *self, Expect expect)
{
    const AttriPlace place = scanner_place (self);

    if (self->frames->len == 0) {
        scanner_tell (self, JSON_RULE_SYNTAX, place, "%s; expected a JSON document",
                      self->end == self->start ? "the file is empty"
                                               : "the file holds nothing but white space");
        return;
    }
    const ScanFrame *frame = scanner_top (self);
    g_autofree char *expected = describe_expected (self, expect);
    scanner_tell (self, JSON_RULE_SYNTAX, place,
                  "the file ends inside the %s that begins at line %u, column %u; expected %s",
                  frame->is_object ? "object" : "array", frame->line, frame->column, expected);
}

/* A comma with nothing after it, or with nothing before it; FALSE if it is neither. */
static gboolean
complain_of_comma (Scanner *self, Expect expect)
{
    const char c = *self->at;

    if ((expect == EXPECT_VALUE && c == ']' && !scanner_top (self)->is_object) ||
        (expect == EXPECT_KEY && c == '}')) {
        scanner_tell (self, JSON_RULE_SYNTAX, self->comma, "comma before %c; expected none", c);
        return TRUE;
    }
    if (c == ',' && expect != EXPECT_COLON && expect != EXPECT_END) {
        g_autofree char *expected = describe_expected (self, expect);
        scanner_tell (self, JSON_RULE_SYNTAX, scanner_place (self),
                      "comma without a value before it; expected %s", expected);
        return TRUE;
    }
    return FALSE;
}

/* Words of other languages that mean a value of JSON, or none. */
static const char *
json_for_word (const char *word)
{
    static const struct {
        const char *word;
        const char *json;
    } words[] = {
        {"true", "true"},         {"false", "false"},  {"null", "null"},
        {"none", "null"},         {"nil", "null"},     {"nan", "a number"},
        {"infinity", "a number"}, {"inf", "a number"}, {"undefined", "null"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
        if (g_ascii_strcasecmp (word, words[i].word) == 0)
            return words[i].json;
    }
    return NULL;
}

/* Habits from other languages where a value or key should be; FALSE if it is none. */
static gboolean
complain_of_habit (Scanner *self, Expect expect)
{
    const AttriPlace place = scanner_place (self);
    const guint length = scan_utf8 (self->at, self->end);
    const gunichar c = length > 0 ? g_utf8_get_char (self->at) : 0;
    const gboolean digit = self->end - self->at > 1 && g_ascii_isdigit (self->at[1]);

    if (expect == EXPECT_COLON || expect == EXPECT_COMMA || expect == EXPECT_END)
        return FALSE;
    if (c == '\'' || (c >= 0x2018 && c <= 0x201f)) {
        scanner_tell (self, JSON_RULE_SYNTAX, place, "%s quote; expected \"",
                      c == '\'' ? "single" : "typographic");
        return TRUE;
    }
    if ((c == '+' || c == '.') && digit) {
        scanner_tell (self, JSON_RULE_SYNTAX, place,
                      "number that begins with %c; expected a digit or a minus sign", (int)c);
        return TRUE;
    }
    if (g_ascii_isalpha (*self->at) && (expect == EXPECT_VALUE || expect == EXPECT_FIRST_VALUE)) {
        g_autofree char *word = take_word (self);
        const char *json = json_for_word (word);
        if (json != NULL)
            scanner_tell (self, JSON_RULE_SYNTAX, place, "%s, which JSON has not; expected %s",
                          word, json);
        return json != NULL;
    }
    return FALSE;
}

void
complain (Scanner *self, Expect expect)
{
    if (self->at == self->end) {
        complain_of_end (self, expect);
        return;
    }
    if (self->frames->len > 0 && complain_of_comma (self, expect))
        return;
    if (complain_of_habit (self, expect))
        return;

    const AttriPlace place = scanner_place (self);
    const char c = *self->at;
    g_autofree char *expected = describe_expected (self, expect);
    if ((c == ']' || c == '}') && self->frames->len > 0) {
        const ScanFrame *frame = scanner_top (self);
        scanner_tell (self, JSON_RULE_SYNTAX, place,
                      "%c inside the %s that begins at line %u, column %u; expected %s", c,
                      frame->is_object ? "object" : "array", frame->line, frame->column, expected);
        return;
    }
    g_autofree char *found = describe_found (self, expect);
    scanner_tell (self, JSON_RULE_SYNTAX, place, "%s; expected %s", found, expected);
}
