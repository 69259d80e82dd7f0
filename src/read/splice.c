/* SPDX-License-Identifier: MIT
 *
 * splice.c: a document in the own format and a piece of one go in; the document
 * with the piece at the end of one of its lists comes out, owned by the caller.
 * Everything else in it stays as it was, byte for byte.
 */
#include "json/scan-private.h"
#include "json/value-private.h"
#include <attrigraph/read.h>

#include <string.h>

/* The white space that the line of @at begins with. (transfer full) */
static char *
indent_at (const char *text, gsize at)
{
    gsize start = at;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    return g_strndup (text + start, strspn (text + start, " \t"));
}

/* Whether nothing but white space stands before @at in its line. */
static gboolean
begins_line (const char *text, gsize at)
{
    while (at > 0 && strchr (" \t", text[at - 1]) != NULL)
        at--;
    return at == 0 || text[at - 1] == '\n';
}

/* The place after the last byte that is no white space before @end. */
static gsize
trim_end (const char *text, gsize end)
{
    while (end > 0 && strchr (" \t\r\n", text[end - 1]) != NULL)
        end--;
    return end;
}

static GBytes *
insert (GBytes *bytes, gsize at, gsize until, const GString *piece)
{
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    GString *out = g_string_sized_new (length + piece->len);
    g_string_append_len (out, text, (gssize)at);
    g_string_append_len (out, piece->str, (gssize)piece->len);
    g_string_append_len (out, text + until, (gssize)(length - until));
    return g_string_free_to_bytes (out);
}

/* After the last element, on a line of its own if that has one. */
static GBytes *
append_element (GBytes *bytes, const AttriJsonDocument *document, const AttriJsonMember *member,
                const char *element)
{
    const AttriJsonSpan *last = attri_json__document_element (document, member, member->n - 1);
    g_autoptr (GString) piece = g_string_new (",");
    if (begins_line (document->text, last->start)) {
        g_autofree char *indent = indent_at (document->text, last->start);
        g_string_append_printf (piece, "\n%s%s", indent, element);
    } else {
        g_string_append_printf (piece, " %s", element);
    }
    return insert (bytes, last->end, last->end, piece);
}

static GBytes *
fill_empty (GBytes *bytes, const AttriJsonDocument *document, const AttriJsonMember *member,
            const char *element)
{
    g_autofree char *indent = indent_at (document->text, member->span.start);
    g_autoptr (GString) piece = g_string_new (NULL);
    g_string_append_printf (piece, "[\n%s  %s\n%s]", indent, element, indent);
    return insert (bytes, member->span.start, member->span.end, piece);
}

static GBytes *
add_list (GBytes *bytes, const AttriJsonDocument *document, const char *list, const char *element)
{
    const gsize end = trim_end (document->text, document->root.end - 1);
    g_autoptr (GString) piece = g_string_new (NULL);
    g_string_append_printf (piece, "%s\n  \"%s\": [\n    %s\n  ]\n",
                            document->members->len > 0 ? "," : "", list, element);
    return insert (bytes, end, document->root.end - 1, piece);
}

/* The document, if it is in the own format. */
static AttriJsonDocument *
scan (const char *name, GBytes *bytes, GError **error)
{
    const AttriReadLimits most = attri_read_limits_default ();
    const AttriJsonLimits limits = {most.values, most.depth, most.string_bytes};
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    g_autoptr (AttriJsonDocument) document =
        attri_json__scan (name, text != NULL ? text : "", length, &limits, findings);
    if (document == NULL) {
        g_autofree char *problem = attri_finding_to_diagnostic (attri_findings_get (findings, 0));
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS, "%s", problem);
        return NULL;
    }
    if (attri_json__span_type (document, &document->root) != ATTRI_JSON_OBJECT ||
        attri_json__document_find (document, "attrigraph") == NULL) {
        g_autofree char *file = attri_text_for_terminal (name);
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                     "%s: not in the own format; expected an object with \"attrigraph\": 1", file);
        return NULL;
    }
    return g_steal_pointer (&document);
}

GBytes *
attri_read_splice (const char *name, GBytes *bytes, const char *list, const char *element,
                   GError **error)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
    g_return_val_if_fail (list != NULL && element != NULL, NULL);

    g_autoptr (AttriJsonDocument) document = scan (name, bytes, error);
    if (document == NULL)
        return NULL;
    const AttriJsonMember *member = attri_json__document_find (document, list);
    if (member == NULL)
        return add_list (bytes, document, list, element);
    if (attri_json__span_type (document, &member->span) != ATTRI_JSON_ARRAY) {
        g_autofree char *file = attri_text_for_terminal (name);
        g_set_error (error, ATTRI_READ_ERROR, ATTRI_READ_ERROR_FINDINGS,
                     "%s:%u:%u: /%s: not an array", file, member->span.line, member->span.column,
                     list);
        return NULL;
    }
    return member->n > 0 ? append_element (bytes, document, member, element)
                         : fill_empty (bytes, document, member, element);
}

static char *
text_of (const AttriJson *json)
{
    return json != NULL ? g_strdup (attri_json__get_string (json)) : NULL;
}

gboolean
attri_read_default_citation (const char *name, GBytes *bytes, char **source, char **claimant,
                             GError **error)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, FALSE);
    g_return_val_if_fail (source != NULL && claimant != NULL, FALSE);

    *source = *claimant = NULL;
    g_autoptr (AttriJsonDocument) document = scan (name, bytes, error);
    if (document == NULL)
        return FALSE;
    const AttriJsonMember *member = attri_json__document_find (document, "citation");
    if (member == NULL)
        return TRUE;
    g_autoptr (AttriJson) json = attri_json__parse (document, &member->span);
    if (json != NULL && attri_json__get_type (json) == ATTRI_JSON_OBJECT) {
        *source = text_of (attri_json__get_member (json, "source"));
        *claimant = text_of (attri_json__get_member (json, "claimant"));
    } else {
        *source = text_of (json);
    }
    return TRUE;
}
