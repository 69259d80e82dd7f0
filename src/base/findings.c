/* SPDX-License-Identifier: MIT
 *
 * findings.c: what the rooms find goes in, a bounded list comes out. The list
 * has one owner and owns copies of every string in it.
 */
#include <attrigraph/base.h>

#include <string.h>

/* How many findings of one rule there were in one file. */
typedef struct {
    const char *file;
    const AttriRule *rule;
    guint count;
} Tally;

struct _AttriFindings {
    GArray *kept;   /* AttriFinding */
    GTree *tallies; /* Tally, by file and slug; each is its own key */
    GStringChunk *strings;
    const char *last_file; /* findings come in runs of one file */
    guint bound;
    guint counts[3]; /* by severity */
};

const char *
attri_severity_to_string (AttriSeverity severity)
{
    static const char *const words[] = {"info", "warning", "error"};
    return (guint)severity < G_N_ELEMENTS (words) ? words[severity] : NULL;
}

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer unused)
{
    const Tally *x = a;
    const Tally *y = b;
    (void)unused;
    const int order = g_strcmp0 (x->file, y->file);
    return order != 0 ? order : strcmp (x->rule->slug, y->rule->slug);
}

AttriFindings *
attri_findings_new (guint bound)
{
    AttriFindings *self = g_new0 (AttriFindings, 1);
    self->kept = g_array_new (FALSE, FALSE, sizeof (AttriFinding));
    self->tallies = g_tree_new_full (compare_tallies, NULL, g_free, NULL);
    self->strings = g_string_chunk_new (1024);
    self->bound = bound;
    return self;
}

void
attri_findings_free (AttriFindings *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->kept);
    g_tree_unref (self->tallies);
    g_string_chunk_free (self->strings);
    g_free (self);
}

static const char *
keep_file (AttriFindings *self, const char *file)
{
    if (file == NULL)
        return NULL;
    if (self->last_file == NULL || strcmp (self->last_file, file) != 0)
        self->last_file = g_string_chunk_insert (self->strings, file);
    return self->last_file;
}

static void
tally (AttriFindings *self, const AttriRule *rule, const char *file)
{
    const Tally wanted = {file, rule, 0};
    Tally *found = g_tree_lookup (self->tallies, &wanted);
    if (found == NULL) {
        found = g_new (Tally, 1);
        *found = (Tally){keep_file (self, file), rule, 0};
        g_tree_insert (self->tallies, found, found);
    }
    found->count++;
}

void
attri_findings_add (AttriFindings *self, const AttriRule *rule, AttriPlace place,
                    const char *pointer, const char *format, ...)
{
    g_return_if_fail (self != NULL && rule != NULL && format != NULL);

    tally (self, rule, place.file);
    if (self->counts[rule->severity]++ >= self->bound)
        return;

    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);

    AttriFinding finding = {
        .rule = rule,
        .place = {keep_file (self, place.file), place.line, place.column},
        .pointer = pointer != NULL ? g_string_chunk_insert (self->strings, pointer) : "",
        .message = g_string_chunk_insert (self->strings, message),
    };
    g_array_append_val (self->kept, finding);
}

guint
attri_findings_count (const AttriFindings *self, AttriSeverity at_least)
{
    g_return_val_if_fail (self != NULL, 0);

    guint count = 0;
    for (guint i = at_least; i < G_N_ELEMENTS (self->counts); i++)
        count += self->counts[i];
    return count;
}

static int
compare_rule_counts (gconstpointer a, gconstpointer b)
{
    const AttriRuleCount *x = a;
    const AttriRuleCount *y = b;
    return strcmp (x->rule->slug, y->rule->slug);
}

/* Adds @row to the count of its rule; there are few rules. */
static void
add_tally (GArray *counts, const Tally *row)
{
    for (guint i = 0; i < counts->len; i++) {
        AttriRuleCount *count = &g_array_index (counts, AttriRuleCount, i);
        if (strcmp (count->rule->slug, row->rule->slug) == 0) {
            count->count += row->count;
            return;
        }
    }
    const AttriRuleCount count = {row->rule, row->count};
    g_array_append_val (counts, count);
}

GArray *
attri_findings_count_by_rule (const AttriFindings *self, const char *file)
{
    g_return_val_if_fail (self != NULL, NULL);

    static const AttriRule before_all = {.slug = ""};
    const Tally first = {file, &before_all, 0};
    GArray *counts = g_array_new (FALSE, FALSE, sizeof (AttriRuleCount));

    for (GTreeNode *node = g_tree_lower_bound (self->tallies, &first); node != NULL;
         node = g_tree_node_next (node)) {
        const Tally *row = g_tree_node_value (node);
        if (file != NULL && strcmp (row->file, file) != 0)
            break;
        add_tally (counts, row);
    }
    g_array_sort (counts, compare_rule_counts);
    return counts;
}

gboolean
attri_findings_is_full (const AttriFindings *self, AttriSeverity severity)
{
    g_return_val_if_fail (self != NULL && (guint)severity < G_N_ELEMENTS (self->counts), TRUE);
    return self->counts[severity] >= self->bound;
}

guint
attri_findings_get_n_kept (const AttriFindings *self)
{
    g_return_val_if_fail (self != NULL, 0);
    return self->kept->len;
}

const AttriFinding *
attri_findings_get (const AttriFindings *self, guint index)
{
    g_return_val_if_fail (self != NULL && index < self->kept->len, NULL);
    return &g_array_index (self->kept, AttriFinding, index);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
    const AttriFinding *x = a;
    const AttriFinding *y = b;
    int order = g_strcmp0 (x->place.file, y->place.file);
    if (order != 0)
        return order;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (x->place.column != y->place.column)
        return x->place.column < y->place.column ? -1 : 1;
    order = strcmp (x->rule->slug, y->rule->slug);
    if (order != 0)
        return order;
    order = strcmp (x->message, y->message);
    return order != 0 ? order : strcmp (x->pointer, y->pointer);
}

void
attri_findings_sort (AttriFindings *self)
{
    g_return_if_fail (self != NULL);
    g_array_sort (self->kept, compare_findings);
}

/* Appends `file:line:col: ` as far as the place is known. */
static void
append_place (GString *out, AttriPlace place)
{
    if (place.file == NULL)
        return;
    g_autofree char *file = attri_text_for_terminal (place.file);
    g_string_append (out, file);
    if (place.line > 0)
        g_string_append_printf (out, ":%u", place.line);
    if (place.line > 0 && place.column > 0)
        g_string_append_printf (out, ":%u", place.column);
    g_string_append (out, ": ");
}

char *
attri_finding_to_string (const AttriFinding *finding)
{
    g_return_val_if_fail (finding != NULL, NULL);

    GString *out = g_string_new (NULL);
    append_place (out, finding->place);
    g_string_append_printf (out, "%s: %s: %s", attri_severity_to_string (finding->rule->severity),
                            finding->rule->slug, finding->message);
    return g_string_free (out, FALSE);
}

char *
attri_finding_to_diagnostic (const AttriFinding *finding)
{
    g_return_val_if_fail (finding != NULL, NULL);

    GString *out = g_string_new (NULL);
    append_place (out, finding->place);
    if (finding->rule->severity == ATTRI_SEVERITY_WARNING)
        g_string_append (out, "warning: ");
    else if (finding->rule->severity == ATTRI_SEVERITY_INFO)
        g_string_append (out, "note: ");
    if (*finding->pointer != '\0') {
        g_autofree char *pointer = attri_text_for_terminal (finding->pointer);
        g_string_append_printf (out, "%s: ", pointer);
    }
    g_string_append (out, finding->message);
    return g_string_free (out, FALSE);
}
