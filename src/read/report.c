/* SPDX-License-Identifier: MIT
 *
 * report.c: files and what readers gave to the builder go in, an account of it
 * comes out. It owns its strings.
 */
#include "read/report.h"

#include "model/builder-private.h"

#include <string.h>

/* A row as it grows. */
typedef struct {
    AttriReadFile row;
    GArray *types; /* AttriTypeCount */
} File;

struct _AttriReadReport {
    GPtrArray *files;   /* File, in the order of reading */
    GPtrArray *by_name; /* the same */
    GStringChunk *strings;
    const char *last_path;
    gint n_done;
    gint n_all;
};

static void
free_file (gpointer data)
{
    File *file = data;
    g_array_unref (file->types);
    g_free (file);
}

AttriReadReport *
attri_read_report_new (void)
{
    AttriReadReport *self = g_new0 (AttriReadReport, 1);
    self->files = g_ptr_array_new_with_free_func (free_file);
    self->by_name = g_ptr_array_new ();
    self->strings = g_string_chunk_new (1024);
    return self;
}

void
attri_read_report_free (AttriReadReport *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->by_name);
    g_ptr_array_unref (self->files);
    g_string_chunk_free (self->strings);
    g_free (self);
}

guint
attri_read_report_get_n_files (const AttriReadReport *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->files->len;
}

const AttriReadFile *
attri_read_report_get_file (const AttriReadReport *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->files->len, NULL);
    return &((const File *)g_ptr_array_index (self->files, index))->row;
}

/* Where in @by_name the file is, or belongs. */
static guint
search (const AttriReadReport *self, const char *name, gboolean *found)
{
    guint low = 0;
    guint high = self->by_name->len;

    *found = FALSE;
    /* The files of a directory come in order. */
    if (high > 0 &&
        strcmp (((const File *)g_ptr_array_index (self->by_name, high - 1))->row.name, name) < 0)
        return high;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        const File *file = g_ptr_array_index (self->by_name, middle);
        const int order = strcmp (file->row.name, name);
        *found = *found || order == 0;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static File *
find_file (const AttriReadReport *self, const char *name)
{
    gboolean found;
    const guint index = search (self, name, &found);
    return found ? g_ptr_array_index (self->by_name, index) : NULL;
}

const AttriReadFile *
attri_read_report_find (const AttriReadReport *self, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL, NULL);
    const File *file = find_file (self, name);
    return file != NULL ? &file->row : NULL;
}

void
attri_read_report_get_progress (const AttriReadReport *self, guint *n_done, guint *n_all)
{
    g_return_if_fail (self != NULL && n_done != NULL && n_all != NULL);
    *n_done = (guint)g_atomic_int_get (&self->n_done);
    *n_all = (guint)g_atomic_int_get (&self->n_all);
}

void
report_expect (AttriReadReport *self, guint n)
{
    g_atomic_int_add (&self->n_all, (gint)n);
}

/* A directory's files come one after the other. */
static const char *
keep_path (AttriReadReport *self, const char *name, const char *path)
{
    if (strcmp (path, name) == 0)
        return name;
    if (self->last_path == NULL || strcmp (self->last_path, path) != 0)
        self->last_path = g_string_chunk_insert (self->strings, path);
    return self->last_path;
}

void
report_add_file (AttriReadReport *self, const char *name, const char *path, const char *format,
                 gboolean is_feed)
{
    gboolean found;
    const guint index = search (self, name, &found);

    g_atomic_int_inc (&self->n_done);
    if (found)
        return;
    File *file = g_new0 (File, 1);
    file->row.name = g_string_chunk_insert (self->strings, name);
    file->row.path = keep_path (self, file->row.name, path);
    file->row.format = format;
    file->row.is_feed = is_feed;
    file->types = g_array_new (FALSE, FALSE, sizeof (AttriTypeCount));
    g_ptr_array_add (self->files, file);
    g_ptr_array_insert (self->by_name, (gint)index, file);
}

/* ---- counting ---- */

ReportMark
report_mark (const AttriGraphBuilder *builder)
{
    return (ReportMark){builder->entities->len, builder->sources->len, builder->statements->len};
}

/* Drafts come in runs of one file: @last is the file of the one before. */
static File *
file_of (const AttriReadReport *self, AttriPlace place, File **last)
{
    if (place.file == NULL)
        return NULL;
    if (*last == NULL || strcmp ((*last)->row.name, place.file) != 0)
        *last = find_file (self, place.file);
    return *last;
}

static void
count_type (File *file, const char *type)
{
    const AttriTypeInfo *info = attri_type_info (type);
    for (guint i = 0; i < file->types->len; i++) {
        AttriTypeCount *row = &g_array_index (file->types, AttriTypeCount, i);
        if (row->type == info) {
            row->count++;
            return;
        }
    }
    const AttriTypeCount row = {info, 1};
    g_array_append_val (file->types, row);
}

static void
count_entities (const AttriReadReport *self, const GArray *drafts, guint first)
{
    File *file = NULL;
    for (guint i = first; i < drafts->len; i++) {
        const AttriEntity *row = &g_array_index (drafts, AttriEntityDraft, i).row;
        if (!row->placeholder && file_of (self, row->place, &file) != NULL)
            count_type (file, row->type);
    }
}

static void
count_reports (const AttriReadReport *self, const GArray *drafts, guint first)
{
    File *file = NULL;
    for (guint i = first; i < drafts->len; i++) {
        const AttriSourceDraft *draft = &g_array_index (drafts, AttriSourceDraft, i);
        if (!draft->generated && draft->row.kind == ATTRI_SOURCE_REPORT &&
            file_of (self, draft->row.place, &file) != NULL)
            file->row.reports++;
    }
}

static void
count_statements (const AttriReadReport *self, const GPtrArray *drafts, guint first)
{
    File *file = NULL;
    for (guint i = first; i < drafts->len; i++) {
        const AttriStatementDraft *draft = g_ptr_array_index (drafts, i);
        if (file_of (self, draft->row.place, &file) == NULL)
            continue;
        if (draft->to != NULL)
            file->row.relationships++;
        else if (strcmp (draft->row.type, "alias") == 0)
            file->row.names++;
    }
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
    const AttriTypeCount *x = a;
    const AttriTypeCount *y = b;
    const gboolean generic_x = *x->type->type == '\0';
    const gboolean generic_y = *y->type->type == '\0';
    return generic_x != generic_y ? generic_x - generic_y : strcmp (x->type->type, y->type->type);
}

void
report_count (AttriReadReport *self, const AttriGraphBuilder *builder, ReportMark since)
{
    count_entities (self, builder->entities, since.entities);
    count_reports (self, builder->sources, since.sources);
    count_statements (self, builder->statements, since.statements);
    for (guint i = 0; i < self->files->len; i++) {
        File *file = g_ptr_array_index (self->files, i);
        g_array_sort (file->types, compare_types);
        file->row.types = (const AttriTypeCount *)file->types->data;
        file->row.n_types = file->types->len;
    }
}
