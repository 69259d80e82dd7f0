/* SPDX-License-Identifier: MIT
 *
 * In:  the report of what was read, and what was found on the way.
 * Out: lines on standard error.
 */
#include "cli/account.h"

#include <string.h>

/* With more files of feeds in one directory they are told of together. */
#define MOST_LINES 10

/* The sum of some files. */
typedef struct {
    const char *name;
    const char *format; /* %NULL where there are several */
    guint n_files;
    GArray *types;  /* AttriTypeCount */
    GArray *losses; /* AttriRuleCount */
    guint relationships;
    guint names;
    guint reports;
} Account;

static void
account_clear (Account *self)
{
    g_array_unref (self->types);
    g_array_unref (self->losses);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Account, account_clear)

static void
add_type (GArray *types, AttriTypeCount row)
{
    for (guint i = 0; i < types->len; i++) {
        if (g_array_index (types, AttriTypeCount, i).type == row.type) {
            g_array_index (types, AttriTypeCount, i).count += row.count;
            return;
        }
    }
    g_array_append_val (types, row);
}

static void
add_loss (GArray *losses, AttriRuleCount row)
{
    for (guint i = 0; i < losses->len; i++) {
        if (g_array_index (losses, AttriRuleCount, i).rule == row.rule) {
            g_array_index (losses, AttriRuleCount, i).count += row.count;
            return;
        }
    }
    g_array_append_val (losses, row);
}

static void
add_file (Account *self, const AttriReadFile *file, const AttriFindings *findings)
{
    g_autoptr (GArray) losses = attri_findings_count_by_rule (findings, file->name);

    self->format =
        self->n_files == 0 || g_strcmp0 (self->format, file->format) == 0 ? file->format : NULL;
    self->n_files++;
    for (guint i = 0; i < file->n_types; i++)
        add_type (self->types, file->types[i]);
    for (guint i = 0; i < losses->len; i++)
        add_loss (self->losses, g_array_index (losses, AttriRuleCount, i));
    self->relationships += file->relationships;
    self->names += file->names;
    self->reports += file->reports;
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
    const AttriTypeInfo *x = ((const AttriTypeCount *)a)->type;
    const AttriTypeInfo *y = ((const AttriTypeCount *)b)->type;
    if (x->role != y->role) /* what is of no role to us comes last */
        return (int)(x->role + ATTRI_ROLE_SECTOR) % (ATTRI_ROLE_SECTOR + 1) -
               (int)(y->role + ATTRI_ROLE_SECTOR) % (ATTRI_ROLE_SECTOR + 1);
    return strcmp (x->type, y->type);
}

static int
compare_losses (gconstpointer a, gconstpointer b)
{
    return strcmp (((const AttriRuleCount *)a)->rule->slug,
                   ((const AttriRuleCount *)b)->rule->slug);
}

static void
append_count (GString *line, guint count, const char *one, const char *many)
{
    if (count > 0)
        g_string_append_printf (line, "%s%u %s", g_str_has_suffix (line->str, ": ") ? "" : ", ",
                                count, count == 1 ? one : many);
}

/* Actors first, then tools; what no question asks for is one number. */
static void
append_types (GString *line, GArray *types)
{
    guint others = 0;

    g_array_sort (types, compare_types);
    for (guint i = 0; i < types->len; i++) {
        const AttriTypeCount *row = &g_array_index (types, AttriTypeCount, i);
        if (row->type->role == ATTRI_ROLE_OTHER)
            others += row->count;
        else
            append_count (line, row->count, row->type->label, row->type->plural);
    }
    append_count (line, others, "other object", "other objects");
}

/* A rule's name in words: "3 dangling references", "120 revoked". */
static void
append_loss (GString *line, const AttriRuleCount *row)
{
    g_autofree char *one = g_strdelimit (g_strdup (row->rule->slug), "-", ' ');
    const gboolean is_noun = strchr (one, ' ') != NULL && !g_str_has_suffix (one, "s");
    g_autofree char *many = g_strconcat (one, is_noun ? "s" : "", NULL);
    append_count (line, row->count, one, many);
}

static void
append_losses (GString *line, GArray *losses)
{
    guint n = 0;

    if (losses->len == 0)
        return;
    g_array_sort (losses, compare_losses);
    g_autoptr (GString) list = g_string_new (": ");
    for (guint i = 0; i < losses->len; i++) {
        append_loss (list, &g_array_index (losses, AttriRuleCount, i));
        n += g_array_index (losses, AttriRuleCount, i).count;
    }
    g_string_append_printf (line, "; %s; 'attrigraph check' lists %s", list->str + strlen (": "),
                            n == 1 ? "it" : "them");
}

static void
tell (Account *self)
{
    g_autofree char *name = attri_text_for_terminal (self->name);
    g_autoptr (GString) line = g_string_new (name);
    const char *format = self->format != NULL ? self->format : "several formats";

    if (self->n_files == 1)
        g_string_append_printf (line, ": %s: ", format);
    else
        g_string_append_printf (line, ": %u files (%s): ", self->n_files, format);
    const gsize before = line->len;
    append_types (line, self->types);
    append_count (line, self->names, "other name", "other names");
    append_count (line, self->relationships, "relationship", "relationships");
    append_count (line, self->reports, "report", "reports");
    if (line->len == before)
        g_string_append (line, "nothing to draw");
    append_losses (line, self->losses);
    cli_say_line (line->str);
}

/* Tells of the feeds among the files first..last-1, together or one by one. */
static void
tell_files (const AttriReadReport *report, guint first, guint last, const AttriFindings *findings,
            gboolean together)
{
    for (guint i = first; i < last;) {
        const AttriReadFile *file = attri_read_report_get_file (report, i);
        g_auto (Account) account = {
            .name = together ? file->path : file->name,
            .types = g_array_new (FALSE, FALSE, sizeof (AttriTypeCount)),
            .losses = g_array_new (FALSE, FALSE, sizeof (AttriRuleCount)),
        };
        const guint end = together ? last : i + 1;
        for (; i < end; i++) {
            file = attri_read_report_get_file (report, i);
            if (file->is_feed)
                add_file (&account, file, findings);
        }
        if (account.n_files > 0)
            tell (&account);
    }
}

void
cli_tell_account (const AttriReadReport *report, const AttriFindings *findings)
{
    const guint n = attri_read_report_get_n_files (report);

    for (guint i = 0, end; i < n; i = end) {
        const char *path = attri_read_report_get_file (report, i)->path;
        guint n_feeds = 0;
        for (end = i; end < n; end++) {
            const AttriReadFile *file = attri_read_report_get_file (report, end);
            if (!g_str_equal (file->path, path))
                break;
            n_feeds += file->is_feed;
        }
        tell_files (report, i, end, findings, n_feeds > MOST_LINES);
    }
}

static gboolean
is_loss (const AttriRule *rule)
{
    guint n;
    const AttriRule *rules = attri_read_get_rules (&n);

    for (guint i = 0; i < n; i++) {
        if (rule == &rules[i])
            return rule->severity == ATTRI_SEVERITY_INFO;
    }
    return FALSE;
}

guint
cli_count_losses (const AttriFindings *findings)
{
    g_autoptr (GArray) counts = attri_findings_count_by_rule (findings, NULL);
    guint n = 0;

    for (guint i = 0; i < counts->len; i++) {
        const AttriRuleCount *row = &g_array_index (counts, AttriRuleCount, i);
        n += is_loss (row->rule) ? row->count : 0;
    }
    return n;
}
