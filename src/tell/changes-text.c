/* SPDX-License-Identifier: MIT
 *
 * changes-text.c: a diff goes in; plain text for a terminal, or Markdown for a
 * wiki, comes out, one change a line.
 */
#include "base/text-private.h"
#include "tell/changes.h"
#include "tell/text.h"

#include <string.h>

/* A terminal's worth: with more, every section is cut to the same length. */
#define MOST_LINES 60

/* Where the lines go, and how they are written. */
typedef struct {
    GString *out;
    const AttriDiff *diff;
    const AttriChangesOptions *options;
    guint most; /* of a section */
} Writer;

static gboolean
is_markdown (const Writer *self)
{
    return self->options->format == ATTRI_TELL_MARKDOWN;
}

static void
append_text (const Writer *self, const char *text)
{
    g_autofree char *escaped =
        is_markdown (self) ? attri_text__escape_markdown (text) : attri_text_for_terminal (text);
    g_string_append (self->out, escaped);
}

static AttriChange
sign_of (AttriChangeKind kind)
{
    if (kind == ATTRI_KIND_ADDED)
        return ATTRI_CHANGE_ADDED;
    return kind == ATTRI_KIND_CHANGED || !attri_tell__kind_is_told (kind) ? ATTRI_CHANGE_CHANGED
                                                                          : ATTRI_CHANGE_REMOVED;
}

/* Green, red and yellow as git has them. */
static const char *
colour_of (AttriChange change)
{
    static const char *const colours[] = {"", "\033[32m", "\033[31m", "\033[33m"};
    return colours[change];
}

static void
begin_line (const Writer *self, AttriChange change)
{
    static const char *const marks[] = {" ", "+", "−", "~"};
    if (is_markdown (self))
        g_string_append_printf (self->out, "- **%s** ", marks[change]);
    else
        g_string_append_printf (self->out, "%s  %s ",
                                self->options->colour ? colour_of (change) : "", marks[change]);
}

static void
end_line (const Writer *self)
{
    const gboolean colour = self->options->colour && !is_markdown (self);
    g_string_append (self->out, colour ? "\033[0m\n" : "\n");
}

static void
append_entry (const Writer *self, const AttriChangeEntry *entry)
{
    begin_line (self, sign_of (entry->kind));
    append_text (self, entry->what);
    if (*entry->detail != '\0') {
        g_string_append (self->out, ": ");
        append_text (self, entry->detail);
    }
    if (*entry->says != '\0') {
        g_string_append (self->out, " (");
        append_text (self, entry->says);
        g_string_append_c (self->out, ')');
    }
    end_line (self);
}

static void
append_heading (const Writer *self, const char *heading, guint n)
{
    if (is_markdown (self))
        g_string_append_printf (self->out, "\n### %s\n\n", heading);
    else
        g_string_append_printf (self->out, "\n%s (%u)\n", heading, n);
}

static void
append_more (const Writer *self, guint more)
{
    if (more > 0)
        g_string_append_printf (self->out, "%s and %u more%s\n", is_markdown (self) ? "-" : "   ",
                                more, is_markdown (self) ? "" : "; --all lists them");
}

/* ---- sections ---- */

static gboolean
is_listed (const Writer *self, const AttriChangeEntry *entry)
{
    return attri_tell__kind_is_told (entry->kind) || self->options->all;
}

/* Of two sources, who says it; else what it is about. */
static guint
section_of (const Writer *self, const AttriChangeEntry *entry)
{
    return attri_diff_is_across (self->diff) ? entry->kind : entry->section;
}

static const char *
side_name (const Writer *self, guint side)
{
    const char *name = self->options->sides[side];
    return name != NULL ? name : side == 0 ? "the first" : "the second";
}

static char *
heading_of (const Writer *self, guint section)
{
    if (!attri_diff_is_across (self->diff))
        return g_strdup (attri_tell__section_get_heading ((AttriSection)section));
    if (section == ATTRI_KIND_CHANGED)
        return g_strdup ("Both, but otherwise");
    if (section != ATTRI_KIND_ADDED && section != ATTRI_KIND_GONE)
        return g_strdup ("Both, in other words");
    g_autofree char *name =
        attri_text_for_terminal (side_name (self, section == ATTRI_KIND_ADDED ? 1 : 0));
    g_autofree char *escaped =
        is_markdown (self) ? attri_text__escape_markdown (name) : g_strdup (name);
    return g_strconcat ("Only ", escaped, NULL);
}

static guint
count_sections (const Writer *self)
{
    return attri_diff_is_across (self->diff) ? ATTRI_N_KINDS : ATTRI_N_SECTIONS;
}

static guint
count_listed (const Writer *self, const GArray *entries, guint section)
{
    guint n = 0;
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        n += is_listed (self, entry) && section_of (self, entry) == section;
    }
    return n;
}

static void
append_section (const Writer *self, const GArray *entries, guint section)
{
    const guint n = count_listed (self, entries, section);
    const guint most = n <= self->most + 1 ? n : self->most;
    guint told = 0;
    if (n == 0)
        return;
    g_autofree char *heading = heading_of (self, section);
    append_heading (self, heading, n);
    for (guint i = 0; i < entries->len && told < most; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        if (section_of (self, entry) != section || !is_listed (self, entry))
            continue;
        append_entry (self, entry);
        told++;
    }
    append_more (self, n - told);
}

static void
append_candidates (const Writer *self)
{
    const AttriGraph *graph = attri_diff_get_graph (self->diff);
    const guint n = attri_diff_get_n_candidates (self->diff);
    const guint most = n <= self->most + 1 ? n : self->most;
    if (n == 0)
        return;
    append_heading (self, "Perhaps the same, by name alone", n);
    for (guint i = 0; i < most; i++) {
        const AttriDiffCandidate *candidate = attri_diff_get_candidate (self->diff, i);
        const AttriEntity *removed = attri_graph_get_entity (graph, candidate->removed);
        const AttriEntity *added = attri_graph_get_entity (graph, candidate->added);
        g_autofree char *line =
            g_strdup_printf ("%s: %s → %s", added->name, removed->id, added->id);
        g_string_append (self->out, is_markdown (self) ? "- " : "  ? ");
        append_text (self, line);
        g_string_append_c (self->out, '\n');
    }
    append_more (self, n - most);
}

/* ---- the marking ---- */

/* The change of marking that an entry is. */
static const AttriFieldChange *
find_marking (const Writer *self, const AttriChangeEntry *entry)
{
    const AttriDiffRow *row = attri_diff_get_row (self->diff, entry->row);
    for (guint32 i = 0; i < row->fields.count; i++) {
        const AttriFieldChange *field = attri_diff_get_field (self->diff, row->fields.first + i);
        if (strcmp (field->field, "tlp") == 0)
            return field;
    }
    return NULL;
}

/* "GREEN → AMBER", and how many. There are six markings, hence few of these. */
typedef struct {
    const AttriFieldChange *field;
    guint n;
} Remarked;

static GArray *
count_remarked (const Writer *self, const GArray *entries)
{
    GArray *all = g_array_new (FALSE, FALSE, sizeof (Remarked));
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        const Remarked one = {entry->kind == ATTRI_KIND_MARKED ? find_marking (self, entry) : NULL,
                              1};
        if (one.field == NULL)
            continue;
        guint j = 0;
        for (; j < all->len; j++) {
            Remarked *other = &g_array_index (all, Remarked, j);
            if (strcmp (other->field->before, one.field->before) == 0 &&
                strcmp (other->field->after, one.field->after) == 0)
                break;
        }
        if (j < all->len)
            g_array_index (all, Remarked, j).n++;
        else
            g_array_append_val (all, one);
    }
    return all;
}

/* A file that is marked anew is a line, not a thousand. */
static void
append_markings (const Writer *self, const GArray *remarked)
{
    if (remarked->len == 0 || self->options->all)
        return;
    append_heading (self, "Markings", remarked->len);
    for (guint i = 0; i < remarked->len; i++) {
        const Remarked *one = &g_array_index (remarked, Remarked, i);
        begin_line (self, ATTRI_CHANGE_CHANGED);
        g_string_append_printf (self->out, "%u entr%s: TLP %s → %s", one->n,
                                one->n == 1 ? "y" : "ies", one->field->before, one->field->after);
        end_line (self);
    }
}

/* ---- what is not compared ---- */

/* What is left out of both sides unless it is asked for: of custom types, and what of that is not
 * in both. */
static void
append_hidden (const Writer *self)
{
    guint same = 0;
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < attri_diff_get_n_hidden (self->diff); i++) {
        const AttriDiffHidden *hidden = attri_diff_get_hidden (self->diff, i);
        const guint counts[] = {hidden->added, hidden->removed};
        static const char *const words[] = {"added", "gone"};
        same += hidden->type != NULL ? hidden->after - hidden->added : 0;
        for (guint side = 0; side < 2; side++) {
            if (counts[side] > 0)
                g_string_append_printf (text, "%s%u %s %s", text->len > 0 ? ", " : "", counts[side],
                                        hidden->type != NULL ? hidden->type : "relations of these",
                                        words[side]);
        }
    }
    if (attri_diff_get_n_hidden (self->diff) == 0)
        return;
    if (same > 0)
        g_string_append_printf (text, "%s%u in both", text->len > 0 ? ", " : "", same);
    g_string_append (self->out, "\n");
    append_text (self, "Not compared, because of custom types (--type names them): ");
    append_text (self, text->str);
    g_string_append_c (self->out, '\n');
}

static void
append_revoked (const Writer *self)
{
    const guint n = attri_graph_get_stamp (attri_diff_get_graph (self->diff))->hidden_revoked;
    if (n > 0)
        g_string_append_printf (self->out,
                                "\n%u revoked or deprecated object%s %s not compared; "
                                "--include-revoked does\n",
                                n, n == 1 ? "" : "s", n == 1 ? "is" : "are");
}

/* ---- the whole ---- */

static void
append_summary (const Writer *self, const GArray *entries)
{
    static const char *const words[] = {"added",           "gone",
                                        "changed",         "withdrawn",
                                        "revoked",         "outside of what was selected",
                                        "marked otherwise"};
    static const char *const small[] = {"reworded", "recorded anew"};
    const gboolean hint = !self->options->all && !is_markdown (self);
    guint counts[ATTRI_N_KINDS];
    gboolean any = FALSE;

    attri_tell__changes_count (entries, counts);
    for (AttriChangeKind kind = 0; kind <= ATTRI_KIND_MARKED; kind++)
        any |= counts[kind] > 0;
    if (!any)
        g_string_append (self->out, "Nothing changed");
    for (AttriChangeKind kind = 0; any && kind <= ATTRI_KIND_MARKED; kind++) {
        if (kind <= ATTRI_KIND_CHANGED || counts[kind] > 0)
            g_string_append_printf (self->out, "%s%u %s", kind > 0 ? ", " : "", counts[kind],
                                    words[kind]);
    }
    for (guint i = 0, n = 0; i < G_N_ELEMENTS (small); i++) {
        const guint count = counts[ATTRI_KIND_REWORDED + i];
        if (count > 0)
            g_string_append_printf (self->out, "%s%u only %s", n++ > 0 ? ", " : "; ", count,
                                    small[i]);
    }
    if (hint && counts[ATTRI_KIND_REWORDED] + counts[ATTRI_KIND_RESTAMPED] > 0)
        g_string_append (self->out, " (--all lists them)");
    g_string_append_c (self->out, '\n');
}

/* How many lines it takes if every section shows at most @most, and says how many more. */
static guint
count_lines (const Writer *self, const GArray *lengths, guint most)
{
    guint lines = 1;
    for (guint i = 0; i < lengths->len; i++) {
        const guint n = g_array_index (lengths, guint, i);
        lines += n == 0 ? 0 : 2 + MIN (n, most + 1);
    }
    lines += attri_diff_get_n_hidden (self->diff) > 0 ? 2 : 0;
    lines += attri_graph_get_stamp (attri_diff_get_graph (self->diff))->hidden_revoked > 0 ? 2 : 0;
    return lines;
}

/* How much of each section fits a terminal. */
static guint
choose_most (const Writer *self, const GArray *entries, const GArray *remarked)
{
    const guint n = count_sections (self);
    g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
    if (self->options->all || is_markdown (self))
        return G_MAXUINT - 1;
    for (guint section = 0; section < n + 2; section++) {
        const guint length = section < n    ? count_listed (self, entries, section)
                             : section == n ? attri_diff_get_n_candidates (self->diff)
                                            : remarked->len;
        g_array_append_val (lengths, length);
    }
    guint most = MOST_LINES;
    while (most > 1 && count_lines (self, lengths, most) > MOST_LINES)
        most--;
    return most;
}

static void
append_all (const Writer *self, const GArray *entries, const GArray *remarked)
{
    append_summary (self, entries);
    for (guint section = 0; section < count_sections (self); section++)
        append_section (self, entries, section);
    append_markings (self, remarked);
    append_candidates (self);
}

void
attri_tell__changes_append_markdown (const AttriDiff *diff, guint most, GString *text)
{
    const AttriChangesOptions options = {.format = ATTRI_TELL_MARKDOWN};
    const Writer self = {text, diff, &options, MIN (most, G_MAXUINT - 1)};
    g_autoptr (GArray) entries = attri_tell__changes_list (diff);
    g_autoptr (GArray) remarked = count_remarked (&self, entries);
    append_all (&self, entries, remarked);
}

char *
attri_tell_changes (const AttriDiff *diff, const AttriChangesOptions *options)
{
    g_return_val_if_fail (diff != NULL && options != NULL, NULL);

    g_autoptr (GArray) entries = attri_tell__changes_list (diff);
    if (options->format == ATTRI_TELL_JSON)
        return attri_tell__changes_to_json (diff, entries, options);

    Writer self = {g_string_new (NULL), diff, options, 0};
    g_autoptr (GArray) remarked = count_remarked (&self, entries);
    self.most = choose_most (&self, entries, remarked);
    append_all (&self, entries, remarked);
    append_hidden (&self);
    append_revoked (&self);
    return g_string_free (self.out, FALSE);
}

char *
attri_tell_changes_in_short (const AttriDiff *diff)
{
    g_return_val_if_fail (diff != NULL, NULL);

    const AttriChangesOptions options = {.format = ATTRI_TELL_TEXT};
    g_autoptr (GArray) entries = attri_tell__changes_list (diff);
    g_autoptr (GString) summary = g_string_new (NULL);
    g_autoptr (GString) first = g_string_new (NULL);
    const Writer self = {summary, diff, &options, G_MAXUINT};
    const Writer one = {first, diff, &options, G_MAXUINT};
    guint n = 0;

    append_summary (&self, entries);
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        if (!attri_tell__kind_is_told (entry->kind))
            continue;
        if (n++ == 0)
            append_entry (&one, entry);
    }
    g_strstrip (first->str);
    g_strchomp (summary->str);
    if (n == 0)
        return g_strdup (summary->str);
    if (n == 1)
        return g_strconcat (summary->str, ": ", first->str, NULL);
    return g_strdup_printf ("%s: %s, and %u more", summary->str, first->str, n - 1);
}
