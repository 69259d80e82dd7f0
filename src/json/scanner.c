/* SPDX-License-Identifier: MIT
 *
 * scanner.c: a scan under way goes in; the place it has reached, or a finding about what is there,
 * comes out.
 */
#include "json/scanner.h"

guint32
scanner_clamp (gsize value)
{
    return (guint32)MIN (value, G_MAXUINT32);
}

AttriPlace
scanner_place (const Scanner *self)
{
    const gsize bytes = (gsize)(self->at - self->line_start);
    return (AttriPlace){self->name, self->line, scanner_clamp (bytes - self->continued + 1)};
}

ScanFrame *
scanner_top (const Scanner *self)
{
    return &g_array_index (self->frames, ScanFrame, self->frames->len - 1);
}

void
attri_json__pointer_append (GString *pointer, const char *key)
{
    g_string_append_c (pointer, '/');
    for (; *key != '\0'; key++) {
        if (*key == '~')
            g_string_append (pointer, "~0");
        else if (*key == '/')
            g_string_append (pointer, "~1");
        else
            g_string_append_c (pointer, *key);
    }
}

static char *
pointer_of (const Scanner *self)
{
    GString *pointer = g_string_new (NULL);

    for (guint i = 0; i < self->frames->len; i++) {
        const ScanFrame *frame = &g_array_index (self->frames, ScanFrame, i);
        if (!frame->in_value)
            break;
        if (!frame->is_object) {
            g_string_append_printf (pointer, "/%" G_GUINT64_FORMAT, frame->index);
            continue;
        }
        /* The current key is the last before those of the frame within. */
        const guint keys = i + 1 < self->frames->len
                               ? g_array_index (self->frames, ScanFrame, i + 1).first_key
                               : self->keys->len;
        const ScanKey *key = &g_array_index (self->keys, ScanKey, keys - 1);
        g_autofree char *text = g_strndup (key->bytes, key->length);
        attri_json__pointer_append (pointer, text);
    }
    return g_string_free (pointer, FALSE);
}

void
scanner_tell (Scanner *self, JsonRule rule, AttriPlace place, const char *format, ...)
{
    guint n;
    g_autofree char *pointer = pointer_of (self);
    va_list args;

    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    attri_findings_add (self->findings, &attri_json__get_rules (&n)[rule], place, pointer, "%s",
                        message);
    self->problems++;
}
