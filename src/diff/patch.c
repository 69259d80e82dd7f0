/* SPDX-License-Identifier: MIT
 *
 * patch.c: two documents in the canonical own form go in; what one has and the
 * other has not comes out, element by element, as JSON text. The other way, a
 * document and such a list give the other document. Both forget white space.
 */
#include "base/text-private.h"
#include "json/scan-private.h"
#include <attrigraph/diff.h>

#include <string.h>

G_DEFINE_QUARK (attri_diff_error, attri_diff_error)

/* The lists of a document. The rest of it is its head: a few short members. */
static const char *const lists[] = {"sources", "entities", "relationships", "views"};
static const char *const head_keys[] = {"recorded", "tlp", "types"};

static const AttriJsonLimits limits = {.values = G_MAXUINT64,
                                       .depth = 1000,
                                       .string_bytes = G_MAXUINT64};

/* A piece of a document; without the white space between its tokens. */
typedef struct {
    char *text;
    AttriJsonSpan span;
} Piece;

static void
clear_piece (gpointer data)
{
    g_free (((Piece *)data)->text);
}

static char *
squeeze (const char *text, gsize length)
{
    GString *out = g_string_sized_new (length);
    gboolean quoted = FALSE;
    for (gsize i = 0; i < length; i++) {
        if (!quoted && strchr (" \t\r\n", text[i]) != NULL && text[i] != '\0')
            continue;
        if (quoted && text[i] == '\\') {
            g_string_append_c (out, text[i++]);
            g_string_append_c (out, text[i]);
            continue;
        }
        quoted ^= text[i] == '"';
        g_string_append_c (out, text[i]);
    }
    return g_string_free (out, FALSE);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
    const Piece *x = a;
    const Piece *y = b;
    const int order = strcmp (x->text, y->text);
    return order != 0 ? order : (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static Piece
cut_piece (const AttriJsonDocument *document, const AttriJsonSpan *span)
{
    return (Piece){squeeze (document->text + span->start, span->end - span->start), *span};
}

/* The elements of the array @key, in order of their text. */
static GArray *
cut_list (const AttriJsonDocument *document, const char *key)
{
    GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    const AttriJsonMember *member = attri_json__document_find (document, key);
    g_array_set_clear_func (pieces, clear_piece);
    for (guint i = 0; member != NULL && i < member->n; i++) {
        const Piece piece =
            cut_piece (document, attri_json__document_element (document, member, i));
        g_array_append_val (pieces, piece);
    }
    g_array_sort (pieces, compare_pieces);
    return pieces;
}

static AttriJsonDocument *
scan (const char *name, const char *text, GError **error)
{
    g_autoptr (AttriFindings) findings = attri_findings_new (1);
    AttriJsonDocument *document = attri_json__scan (name, text, strlen (text), &limits, findings);
    if (document == NULL) {
        g_autofree char *problem = attri_finding_to_diagnostic (attri_findings_get (findings, 0));
        g_set_error (error, ATTRI_DIFF_ERROR, ATTRI_DIFF_ERROR_PATCH, "%s", problem);
    }
    return document;
}

/* ---- making ---- */

/* The members @key: the elements of @pieces that @others does not have. */
static void
append_missing (GString *out, const char *key, const char *text, const GArray *pieces,
                const GArray *others)
{
    guint n = 0;
    g_string_append_printf (out, ",\n  \"%s\": [", key);
    for (guint i = 0, j = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index (pieces, Piece, i);
        int order = 1;
        while (j < others->len &&
               (order = strcmp (g_array_index (others, Piece, j).text, piece->text)) < 0)
            j++;
        if (j < others->len && order == 0) {
            j++;
            continue;
        }
        g_string_append (out, n++ > 0 ? ",\n    " : "\n    ");
        g_string_append_len (out, text + piece->span.start,
                             (gssize)(piece->span.end - piece->span.start));
    }
    g_string_append (out, n > 0 ? "\n  ]" : "]");
}

static void
append_head (GString *out, const char *key, const AttriJsonDocument *document)
{
    guint n = 0;
    g_string_append_printf (out, "%s\"%s\": {", out->len > 0 ? ",\n  " : "", key);
    for (gsize i = 0; i < G_N_ELEMENTS (head_keys); i++) {
        const AttriJsonMember *member = attri_json__document_find (document, head_keys[i]);
        if (member == NULL)
            continue;
        g_string_append_printf (out, "%s\"%s\": ", n++ > 0 ? ", " : "", head_keys[i]);
        g_string_append_len (out, document->text + member->span.start,
                             (gssize)(member->span.end - member->span.start));
    }
    g_string_append_c (out, '}');
}

char *
attri_diff_make_patch (const char *before, const char *after)
{
    g_return_val_if_fail (before != NULL && after != NULL, NULL);

    g_autoptr (AttriJsonDocument) old = scan ("before", before, NULL);
    g_autoptr (AttriJsonDocument) new = scan ("after", after, NULL);
    g_return_val_if_fail (old != NULL && new != NULL, NULL);

    GString *out = g_string_new (NULL);
    append_head (out, "head_before", old);
    append_head (out, "head_after", new);
    for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
        g_autoptr (GArray) had = cut_list (old, lists[i]);
        g_autoptr (GArray) has = cut_list (new, lists[i]);
        g_autofree char *removed = g_strconcat (lists[i], "_removed", NULL);
        g_autofree char *added = g_strconcat (lists[i], "_added", NULL);
        append_missing (out, removed, before, had, has);
        append_missing (out, added, after, has, had);
    }
    return g_string_free (out, FALSE);
}

/* ---- applying ---- */

/* A patch and what it is applied to. */
typedef struct {
    const char *name;
    const AttriJsonDocument *patch;
    const AttriJsonDocument *old;
} Applying;

static gboolean
refuse (const Applying *self, const AttriJsonSpan *span, const char *key, const char *problem,
        GError **error)
{
    g_autofree char *file = attri_text_for_terminal (self->name);
    g_set_error (error, ATTRI_DIFF_ERROR, ATTRI_DIFF_ERROR_PATCH, "%s:%u:%u: /%s: %s", file,
                 span->line, span->column, key, problem);
    return FALSE;
}

static gboolean
check_head (const Applying *self, GError **error)
{
    const AttriJsonMember *version = attri_json__document_find (self->patch, "attrigraph-diff");
    const AttriJsonMember *head = attri_json__document_find (self->patch, "head_before");
    if (version == NULL || head == NULL ||
        attri_json__document_find (self->patch, "head_after") == NULL)
        return refuse (self, &self->patch->root, "",
                       "no list of changes to apply; expected what 'diff -T json' writes", error);

    g_autoptr (GString) expected = g_string_new (NULL);
    append_head (expected, "head_before", self->old);
    g_autofree char *have = squeeze (expected->str, expected->len);
    g_autofree char *want =
        squeeze (self->patch->text + head->span.start, head->span.end - head->span.start);
    if (strcmp (have + strlen ("\"head_before\":"), want) == 0)
        return TRUE;
    return refuse (self, &head->span, "head_before",
                   "the files are recorded or marked otherwise; expected those it was made of",
                   error);
}

/* Appends the list @key: what @old has and the patch does not remove, and what it adds. */
static gboolean
append_list (const Applying *self, GString *out, const char *key, GError **error)
{
    g_autofree char *removed_key = g_strconcat (key, "_removed", NULL);
    g_autofree char *added_key = g_strconcat (key, "_added", NULL);
    g_autoptr (GArray) had = cut_list (self->old, key);
    g_autoptr (GArray) removed = cut_list (self->patch, removed_key);
    g_autoptr (GArray) added = cut_list (self->patch, added_key);
    guint gone = 0;
    guint n = 0;

    g_string_append_printf (out, ",\n\"%s\": [", key);
    for (guint i = 0; i < had->len; i++) {
        const Piece *piece = &g_array_index (had, Piece, i);
        if (gone < removed->len &&
            strcmp (g_array_index (removed, Piece, gone).text, piece->text) == 0) {
            gone++;
            continue;
        }
        g_string_append_printf (out, "%s%s", n++ > 0 ? ",\n" : "\n", piece->text);
    }
    if (gone < removed->len)
        return refuse (self, &g_array_index (removed, Piece, gone).span, removed_key,
                       "the files do not hold this; expected those the changes were made of",
                       error);
    for (guint i = 0; i < added->len; i++)
        g_string_append_printf (out, "%s%s", n++ > 0 ? ",\n" : "\n",
                                g_array_index (added, Piece, i).text);
    g_string_append_c (out, ']');
    return TRUE;
}

char *
attri_diff_apply_patch (const char *before, const char *name, const char *patch, GError **error)
{
    g_return_val_if_fail (before != NULL && name != NULL && patch != NULL, NULL);

    g_autoptr (AttriJsonDocument) old = scan ("before", before, error);
    g_autoptr (AttriJsonDocument) document = old != NULL ? scan (name, patch, error) : NULL;
    const Applying self = {name, document, old};
    if (document == NULL || !check_head (&self, error))
        return NULL;

    const AttriJsonMember *head = attri_json__document_find (document, "head_after");
    g_autofree char *after = squeeze (patch + head->span.start, head->span.end - head->span.start);
    if (*after != '{') {
        refuse (&self, &head->span, "head_after", "not an object", error);
        return NULL;
    }
    g_autoptr (GString) out = g_string_new ("{\"attrigraph\": 1");
    after[strlen (after) - 1] = '\0';
    if (after[1] != '\0')
        g_string_append_printf (out, ",\n%s", after + 1);
    for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
        if (!append_list (&self, out, lists[i], error))
            return NULL;
    }
    g_string_append (out, "\n}\n");
    return g_string_free (g_steal_pointer (&out), FALSE);
}
