/* SPDX-License-Identifier: MIT
 *
 * scan.c: the strict check that every file passes before anything reads it.
 *
 * In go bytes, borrowed; out comes an AttriJsonDocument that says where its
 * pieces are, owned by the caller, or findings. The scan is one loop over the
 * tokens with a stack of its own, so deep nesting costs no C stack. cJSON
 * comes later and sees only what passed here.
 */
#include "json/scanner.h"

#include <string.h>

/* Room to begin with, so that a document of one object needs no more. */
#define FIRST_ROWS 32

/* A third of a bundle is indentation, so blanks are crossed four at a time. Locals, because a char
 * may alias the scanner, which would be read and written again for each. */
static void
skip_space (Scanner *self)
{
    const char *at = self->at;
    const char *const end = self->end;

    while (at < end) {
        if (*at == ' ') {
            at += end - at >= 4 && memcmp (at, "    ", 4) == 0 ? 4 : 1;
        } else if (*at == '\n') {
            self->line_start = ++at;
            self->line = scanner_clamp ((gsize)self->line + 1);
            self->continued = 0;
        } else if (*at == '\t' || *at == '\r') {
            at++;
        } else {
            break;
        }
    }
    self->at = at;
}

/* What the grammar allows after a value has ended. */
static Expect
after_value (const Scanner *self)
{
    return self->frames->len == 0 ? EXPECT_END : EXPECT_COMMA;
}

static AttriJsonMember *
last_member (const Scanner *self)
{
    GArray *members = self->document->members;
    return &g_array_index (members, AttriJsonMember, members->len - 1);
}

/* Whether the innermost open frame is an array that is itself a piece of the
 * document: the root, or a member of the root object. */
static gboolean
in_listed_array (const Scanner *self)
{
    if (self->frames->len == 0 || self->frames->len > 2 || scanner_top (self)->is_object)
        return FALSE;
    return self->frames->len == 1 || g_array_index (self->frames, ScanFrame, 0).is_object;
}

/* The span to be kept of the value that begins or ends at Scanner.at, if any. */
static AttriJsonSpan *
kept_span (const Scanner *self)
{
    if (self->frames->len == 0)
        return &self->document->root;
    if (in_listed_array (self)) {
        GArray *elements = self->document->elements;
        return &g_array_index (elements, AttriJsonSpan, elements->len - 1);
    }
    if (self->frames->len == 1)
        return &last_member (self)->span;
    return NULL;
}

static void
begin_value (Scanner *self)
{
    const guint depth = self->frames->len;
    AttriJsonDocument *document = self->document;

    if (depth > 0)
        scanner_top (self)->in_value = TRUE;
    if (depth > 2)
        return;

    const AttriPlace place = scanner_place (self);
    const AttriJsonSpan span = {(gsize)(self->at - self->start), 0, place.line, place.column};
    if (depth == 0) {
        document->root = span;
    } else if (in_listed_array (self)) {
        g_array_append_val (document->elements, span);
        last_member (self)->n++;
    } else if (depth == 1) {
        const ScanKey *key = &g_array_index (self->keys, ScanKey, self->keys->len - 1);
        const AttriJsonMember member = {
            .key = g_string_chunk_insert_len (document->keys, key->bytes, (gssize)key->length),
            .key_line = key->line,
            .key_column = key->column,
            .span = span,
            .first = document->elements->len,
        };
        g_array_append_val (document->members, member);
    }
}

static Expect
end_value (Scanner *self)
{
    if (self->frames->len > 0)
        scanner_top (self)->in_value = FALSE;
    if (self->frames->len <= 2) {
        AttriJsonSpan *span = kept_span (self);
        if (span != NULL)
            span->end = (gsize)(self->at - self->start);
    }
    return after_value (self);
}

static Expect
open_container (Scanner *self)
{
    const AttriPlace place = scanner_place (self);
    const gboolean is_object = *self->at == '{';

    if (self->frames->len >= self->limits.depth) {
        scanner_tell (self, JSON_RULE_LIMIT, place,
                      "nested deeper than the limit; expected at most "
                      "%u levels",
                      self->limits.depth);
        return EXPECT_NOTHING;
    }
    const ScanFrame frame = {is_object, FALSE, place.line, place.column, self->keys->len, 0};
    g_array_append_val (self->frames, frame);
    self->at++;
    return is_object ? EXPECT_FIRST_KEY : EXPECT_FIRST_VALUE;
}

static Expect
close_container (Scanner *self)
{
    if (scanner_top (self)->is_object)
        scan_keys_check (self);
    g_array_set_size (self->frames, self->frames->len - 1);
    self->at++;
    return end_value (self);
}

static gboolean
scan_literal (Scanner *self, const char *literal)
{
    const gsize length = strlen (literal);
    const char *after = self->at + length;

    if ((gsize)(self->end - self->at) < length || memcmp (self->at, literal, length) != 0 ||
        (after < self->end && g_ascii_isalnum (*after)))
        return FALSE;
    self->at = after;
    return TRUE;
}

/* At a byte that begins no value. */
static Expect
refuse_value (Scanner *self, Expect expect)
{
    if (self->frames->len > 0 && self->at < self->end && *self->at != ',' && *self->at != ']' &&
        *self->at != '}')
        scanner_top (self)->in_value = TRUE;
    complain (self, expect);
    return EXPECT_NOTHING;
}

static Expect
scan_value (Scanner *self, Expect expect)
{
    ScanString string;
    const char c = self->at < self->end ? *self->at : '\0';
    gboolean ok = TRUE;

    if (c != '"' && (c == '\0' || strchr ("{[-0123456789tfn", c) == NULL))
        return refuse_value (self, expect);
    begin_value (self);
    if (++self->values > self->limits.values) {
        scanner_tell (self, JSON_RULE_LIMIT, scanner_place (self),
                      "more values than the limit; expected at most %" G_GUINT64_FORMAT,
                      self->limits.values);
        return EXPECT_NOTHING;
    }
    if (c == '{' || c == '[')
        return open_container (self);
    if (c == '"')
        ok = scan_string (self, &string);
    else if (c == '-' || g_ascii_isdigit (c))
        ok = scan_number (self);
    else if (!scan_literal (self, "true") && !scan_literal (self, "false") &&
             !scan_literal (self, "null"))
        return refuse_value (self, expect);
    return ok ? end_value (self) : EXPECT_NOTHING;
}

static Expect
scan_key (Scanner *self, Expect expect)
{
    const AttriPlace place = scanner_place (self);
    ScanString string;

    if (self->at == self->end || *self->at != '"') {
        complain (self, expect);
        return EXPECT_NOTHING;
    }
    if (!scan_string (self, &string))
        return EXPECT_NOTHING;
    scan_key_add (self, &string, place);
    scanner_top (self)->in_value = TRUE;
    return EXPECT_COLON;
}

static Expect
scan_colon (Scanner *self)
{
    if (self->at == self->end || *self->at != ':') {
        complain (self, EXPECT_COLON);
        return EXPECT_NOTHING;
    }
    self->at++;
    return EXPECT_VALUE;
}

static Expect
scan_comma (Scanner *self)
{
    ScanFrame *frame = scanner_top (self);
    const char c = self->at < self->end ? *self->at : '\0';

    if (c == (frame->is_object ? '}' : ']'))
        return close_container (self);
    if (c != ',') {
        complain (self, EXPECT_COMMA);
        return EXPECT_NOTHING;
    }
    self->comma = scanner_place (self);
    self->at++;
    frame->index++;
    return frame->is_object ? EXPECT_KEY : EXPECT_VALUE;
}

static Expect
scan_token (Scanner *self, Expect expect)
{
    const char c = self->at < self->end ? *self->at : '\0';

    switch (expect) {
    case EXPECT_FIRST_VALUE:
        return c == ']' ? close_container (self) : scan_value (self, expect);
    case EXPECT_VALUE:
        return scan_value (self, expect);
    case EXPECT_FIRST_KEY:
        return c == '}' ? close_container (self) : scan_key (self, expect);
    case EXPECT_KEY:
        return scan_key (self, expect);
    case EXPECT_COLON:
        return scan_colon (self);
    case EXPECT_COMMA:
        return scan_comma (self);
    case EXPECT_END:
        if (self->at < self->end)
            complain (self, expect);
        break;
    case EXPECT_NOTHING:
        break;
    }
    return EXPECT_NOTHING;
}

/* Other encodings show in the first bytes; FALSE after telling of one. */
static gboolean
check_encoding (Scanner *self)
{
    const gsize length = (gsize)(self->end - self->start);
    const char *problem = NULL;

    if (length >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0)
        problem = "the file begins with a byte order mark; expected UTF-8 without one";
    else if (length >= 2 && (memcmp (self->start, "\xff\xfe", 2) == 0 ||
                             memcmp (self->start, "\xfe\xff", 2) == 0 || self->start[0] == '\0' ||
                             self->start[1] == '\0'))
        problem = "the file is in UTF-16 or UTF-32, or is no text; expected UTF-8";
    if (problem != NULL)
        scanner_tell (self, JSON_RULE_SYNTAX, scanner_place (self), "%s", problem);
    return problem == NULL;
}

static void
scan_text (Scanner *self)
{
    Expect expect = EXPECT_VALUE;

    if (!check_encoding (self))
        return;
    skip_space (self);
    if (self->at < self->end && *self->at != '{') {
        /* A root that is no object is the only member of its document. */
        const AttriJsonMember member = {.key = ""};
        g_array_append_val (self->document->members, member);
    }
    while (expect != EXPECT_NOTHING && self->problems < ATTRI_JSON_PROBLEMS) {
        skip_space (self);
        expect = scan_token (self, expect);
    }
}

AttriJsonDocument *
attri_json__scan (const char *name, const char *text, gsize length, const AttriJsonLimits *limits,
                  AttriFindings *findings)
{
    g_autoptr (AttriJsonDocument) document = g_new0 (AttriJsonDocument, 1);
    document->text = text;
    document->members = g_array_sized_new (FALSE, FALSE, sizeof (AttriJsonMember), FIRST_ROWS);
    document->elements = g_array_sized_new (FALSE, FALSE, sizeof (AttriJsonSpan), FIRST_ROWS);
    document->keys = g_string_chunk_new (1024);

    g_autoptr (GArray) frames = g_array_sized_new (FALSE, FALSE, sizeof (ScanFrame), FIRST_ROWS);
    g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (ScanKey), FIRST_ROWS);
    Scanner scanner = {
        .name = name,
        .start = text,
        .end = text + length,
        .at = text,
        .line_start = text,
        .line = 1,
        .limits = *limits,
        .frames = frames,
        .keys = keys,
        .document = document,
        .findings = findings,
    };
    scan_text (&scanner);
    if (scanner.problems > 0)
        return NULL;
    if (text[document->root.start] != '{')
        last_member (&scanner)->span = document->root;
    return g_steal_pointer (&document);
}

void
attri_json__document_free (AttriJsonDocument *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->members);
    g_array_unref (self->elements);
    g_string_chunk_free (self->keys);
    g_free (self);
}

const AttriJsonMember *
attri_json__document_find (const AttriJsonDocument *self, const char *key)
{
    for (guint i = 0; i < self->members->len; i++) {
        const AttriJsonMember *member = &g_array_index (self->members, AttriJsonMember, i);
        /* Most differ in the first letter, and files of one object are asked for many. */
        if (*member->key == *key && strcmp (member->key, key) == 0)
            return member;
    }
    return NULL;
}

const AttriJsonSpan *
attri_json__document_element (const AttriJsonDocument *self, const AttriJsonMember *member,
                              guint index)
{
    return &g_array_index (self->elements, AttriJsonSpan, member->first + index);
}
