/* SPDX-License-Identifier: MIT
 *
 * json-text.c: members go in, one after the other; JSON text comes out, two spaces
 * a level, one member a line unless asked otherwise. What a terminal might obey is escaped as well
 * as what RFC 8259, section 7 asks for.
 */
#include "base/json-text-private.h"

#include <string.h>

struct _AttriJsonText {
    GString *text;
    GString *closers; /* the brackets to come, innermost last */
    gboolean empty;   /* nothing has been written since the last bracket opened */
    gsize line;       /* so many brackets are open where a line began that is not broken, or 0 */
};

AttriJsonText *
attri_json_text__new (void)
{
    AttriJsonText *self = g_new0 (AttriJsonText, 1);
    self->text = g_string_new (NULL);
    self->closers = g_string_new (NULL);
    self->empty = TRUE;
    return self;
}

char *
attri_json_text__end (AttriJsonText *self)
{
    g_assert (self->closers->len == 0);
    g_string_append_c (self->text, '\n');
    char *text = g_string_free (self->text, FALSE);
    g_string_free (self->closers, TRUE);
    g_free (self);
    return text;
}

/* Control characters, and those that turn the direction of what follows. */
static gboolean
needs_escape (gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

static void
append_escape (GString *text, gunichar c)
{
    if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", (char)c);
    else if (c == '\n')
        g_string_append (text, "\\n");
    else if (c == '\t')
        g_string_append (text, "\\t");
    else
        g_string_append_printf (text, "\\u%04x", c);
}

static void
append_string (GString *text, const char *value)
{
    g_autofree char *valid = g_utf8_make_valid (value, -1);
    const char *run = valid; /* what needs no escape, up to p */

    g_string_append_c (text, '"');
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        if (c != '"' && c != '\\' && !needs_escape (c))
            continue;
        g_string_append_len (text, run, p - run);
        append_escape (text, c);
        run = g_utf8_next_char (p);
    }
    g_string_append (text, run);
    g_string_append_c (text, '"');
}

static void
break_line (AttriJsonText *self)
{
    g_string_append_c (self->text, '\n');
    for (gsize i = 0; i < self->closers->len; i++)
        g_string_append_len (self->text, "  ", 2);
}

/* Everything up to the value itself. */
static void
begin_member (AttriJsonText *self, const char *key)
{
    if (!self->empty)
        g_string_append (self->text, self->line > 0 ? ", " : ",");
    if (self->closers->len > 0 && self->line == 0)
        break_line (self);
    self->empty = FALSE;
    if (key != NULL) {
        append_string (self->text, key);
        g_string_append (self->text, ": ");
    }
}

static void
open_bracket (AttriJsonText *self, const char *key, char opener, char closer)
{
    begin_member (self, key);
    g_string_append_c (self->text, opener);
    g_string_append_c (self->closers, closer);
    self->empty = TRUE;
}

void
attri_json_text__open_object (AttriJsonText *self, const char *key)
{
    open_bracket (self, key, '{', '}');
}

void
attri_json_text__open_array (AttriJsonText *self, const char *key)
{
    open_bracket (self, key, '[', ']');
}

void
attri_json_text__open_object_on_line (AttriJsonText *self, const char *key)
{
    open_bracket (self, key, '{', '}');
    if (self->line == 0)
        self->line = self->closers->len;
}

void
attri_json_text__open_array_on_line (AttriJsonText *self, const char *key)
{
    open_bracket (self, key, '[', ']');
    if (self->line == 0)
        self->line = self->closers->len;
}

void
attri_json_text__close (AttriJsonText *self)
{
    g_assert (self->closers->len > 0);
    char closer = self->closers->str[self->closers->len - 1];
    g_string_truncate (self->closers, self->closers->len - 1);
    if (!self->empty && self->line == 0)
        break_line (self);
    if (self->line > self->closers->len)
        self->line = 0;
    g_string_append_c (self->text, closer);
    self->empty = FALSE;
}

void
attri_json_text__string (AttriJsonText *self, const char *key, const char *value)
{
    if (value == NULL)
        return;
    begin_member (self, key);
    append_string (self->text, value);
}

void
attri_json_text__number (AttriJsonText *self, const char *key, guint64 value)
{
    begin_member (self, key);
    g_string_append_printf (self->text, "%" G_GUINT64_FORMAT, value);
}

void
attri_json_text__boolean (AttriJsonText *self, const char *key, gboolean value)
{
    begin_member (self, key);
    g_string_append (self->text, value ? "true" : "false");
}

void
attri_json_text__members (AttriJsonText *self, const char *members)
{
    begin_member (self, NULL);
    g_string_append (self->text, members);
}

void
attri_json_text__date (AttriJsonText *self, const char *key, AttriDate value)
{
    if (!attri_date_is_set (value))
        return;
    g_autofree char *text = attri_date_to_string (value);
    attri_json_text__string (self, key, text);
}
