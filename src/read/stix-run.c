/* SPDX-License-Identifier: MIT
 *
 * stix-run.c: the life of a run; texts go in, and the one row that it has for each comes out, or a
 * finding on an object.
 */
#include "read/stix-run.h"

#include "base/text-private.h"
#include "model/compare-private.h"
#include "read/fields.h"

#include <string.h>

StixRun *
stix_run_new (void)
{
    StixRun *self = g_new0 (StixRun, 1);

    self->arena = attri_arena__new ();
    self->ids = attri_table__new ();
    self->words = attri_table__new ();
    self->reports = attri_table__new ();
    self->names = attri_table__new ();
    self->feeds = attri_table__new ();
    self->own_ids = attri_table__new ();
    self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify)attri_json__free);
    self->all_ids = g_ptr_array_new ();
    self->all_reports = g_ptr_array_new ();
    self->carriers = g_ptr_array_new ();
    self->sources = g_array_new (FALSE, TRUE, sizeof (AttriSourceDraft));
    self->list = g_ptr_array_new ();
    self->scratch = g_string_new (NULL);
    self->borrowed = g_string_new (NULL);
    return self;
}

void
stix_run_free (StixRun *self)
{
    if (self == NULL)
        return;
    g_string_free (self->borrowed, TRUE);
    g_string_free (self->scratch, TRUE);
    g_ptr_array_unref (self->list);
    g_array_unref (self->sources);
    g_ptr_array_unref (self->carriers);
    g_ptr_array_unref (self->all_reports);
    g_ptr_array_unref (self->all_ids);
    g_ptr_array_unref (self->trees);
    attri_table__free (self->own_ids);
    attri_table__free (self->feeds);
    attri_table__free (self->names);
    attri_table__free (self->reports);
    attri_table__free (self->words);
    attri_table__free (self->ids);
    attri_arena__free (self->arena);
    g_free (self);
}

/* TYPE--UUID; the UUID's version says nothing we need. */
static gboolean
is_stix_id (const char *text)
{
    static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const char *uuid = strstr (text, "--");

    if (uuid == NULL || uuid == text || strlen (uuid + 2) != sizeof form - 1)
        return FALSE;
    for (const char *c = text; c < uuid; c++) {
        if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
            return FALSE;
    }
    for (guint i = 0; i < sizeof form - 1; i++) {
        const char c = uuid[2 + i];
        if (form[i] == '-' ? c != '-' : !g_ascii_isxdigit (c))
            return FALSE;
    }
    return TRUE;
}

static StixId *
new_id (StixRun *self, const char *text)
{
    StixId *id = attri_arena__alloc (self->arena, 1, sizeof (StixId));

    id->text = text;
    if (is_stix_id (text))
        id->form = STIX_ID_GOOD;
    else
        id->form = check_id.ok (text) ? STIX_ID_ODD : STIX_ID_NONE;
    g_ptr_array_add (self->all_ids, id);
    return id;
}

StixId *
stix_run_id (StixRun *self, const char *text, gsize length)
{
    StixId **recent = &self->recent[(guchar)text[length - 1] % G_N_ELEMENTS (self->recent)];
    const char *kept;

    if (*recent != NULL && (*recent)->length == length &&
        memcmp ((*recent)->text, text, length) == 0)
        return *recent;
    gpointer *slot = attri_table__slot (self->ids, text, length, &kept);
    if (*slot == NULL) {
        StixId *id = new_id (self, kept);
        id->length = (guint32)length;
        *slot = id;
    }
    *recent = *slot;
    return *slot;
}

const char *
stix_run_word (StixRun *self, const char *text, gsize length)
{
    const char *kept;
    attri_table__slot (self->words, text, length, &kept);
    return kept;
}

GPtrArray *
stix_run_begin_list (StixRun *self)
{
    g_ptr_array_set_size (self->list, 0);
    return self->list;
}

gpointer
stix_run_list (StixRun *self, const GPtrArray *list)
{
    if (list->len == 0)
        return NULL;
    gpointer *copy = attri_arena__alloc (self->arena, (gsize)list->len + 1, sizeof (gpointer));
    memcpy (copy, list->pdata, list->len * sizeof (gpointer));
    return copy;
}

char *
stix_pointer (const char *list, guint32 index)
{
    return list != NULL ? g_strdup_printf ("%s/%u", list, index) : g_strdup ("");
}

AttriPlace
stix_place (const StixObject *object)
{
    return (AttriPlace){object->file->name, object->line, object->column};
}

int
stix_compare_places (const StixObject *a, const StixObject *b)
{
    return attri_order__place (stix_place (a), stix_place (b));
}

void
stix_tell (const StixObject *object, AttriFindings *findings, ReadRule rule, const char *member,
           const char *format, ...)
{
    const AttriPlace place = stix_place (object);
    const AttriRule *row = read_rule (rule);

    if (attri_findings_is_full (findings, row->severity)) {
        attri_findings_add (findings, row, place, NULL, "%s", row->summary);
        return;
    }
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    g_autofree char *base = stix_pointer (object->list, object->index);
    g_autofree char *pointer =
        member != NULL ? g_strconcat (base, "/", member, NULL) : g_strdup (base);
    attri_findings_add (findings, row, place, pointer, "%s", message);
}

void
stix_tell_id (const StixObject *object, AttriFindings *findings, ReadRule rule, const char *member,
              const char *message)
{
    /* Of most only the number is wanted. */
    if (attri_findings_is_full (findings, read_rule (rule)->severity)) {
        stix_tell (object, findings, rule, member, "%s", message);
        return;
    }
    g_autofree char *quoted = attri_text__quote (object->id->text);
    stix_tell (object, findings, rule, member, "%s %s", quoted, message);
}
