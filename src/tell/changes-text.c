/* SPDX-License-Identifier: MIT
 *
 * changes-text.c: a diff goes in; plain text for a terminal, or Markdown for a
 * wiki, comes out, one change a line.
 */
#include "base/text-private.h"
#include "tell/changes.h"
#include "tell/text.h"

#define MOST_LINES 40 /* with more, each section shows its first few */
#define FEW        5

/* Where the lines go, and how they are written. */
typedef struct {
    GString *out;
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

/* Green, red and yellow as git has them. */
static const char *
colour_of (AttriChange change)
{
    static const char *const colours[] = {"", "\033[32m", "\033[31m", "\033[33m"};
    return colours[change];
}

static void
append_entry (const Writer *self, const AttriChangeEntry *entry)
{
    static const char *const marks[] = {" ", "+", "−", "~"};
    const gboolean colour = self->options->colour && !is_markdown (self);
    if (is_markdown (self))
        g_string_append_printf (self->out, "- **%s** ", marks[entry->change]);
    else
        g_string_append_printf (self->out, "%s  %s ", colour ? colour_of (entry->change) : "",
                                marks[entry->change]);
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
    g_string_append (self->out, colour ? "\033[0m\n" : "\n");
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

/* ---- the whole ---- */

static gboolean
is_listed (const Writer *self, const AttriChangeEntry *entry)
{
    return !entry->minor || self->options->all;
}

static guint
count_listed (const Writer *self, const GArray *entries, AttriSection section)
{
    guint n = 0;
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        n += is_listed (self, entry) && (section == ATTRI_N_SECTIONS || entry->section == section);
    }
    return n;
}

static void
append_section (const Writer *self, const GArray *entries, AttriSection section)
{
    const guint n = count_listed (self, entries, section);
    guint told = 0;
    if (n == 0)
        return;
    append_heading (self, attri_tell__section_get_heading (section), n);
    for (guint i = 0; i < entries->len && told < self->most; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        if (entry->section != section || !is_listed (self, entry))
            continue;
        append_entry (self, entry);
        told++;
    }
    append_more (self, n - told);
}

/* What is left out of both sides unless it is asked for. */
static void
append_hidden (const Writer *self, const AttriGraph *graph)
{
    const AttriStamp *stamp = attri_graph_get_stamp (graph);
    if (stamp->hidden_custom > 0)
        g_string_append_printf (
            self->out, "\n%u object%s of custom types %s not compared; --type names them\n",
            stamp->hidden_custom, stamp->hidden_custom == 1 ? "" : "s",
            stamp->hidden_custom == 1 ? "is" : "are");
    if (stamp->hidden_revoked > 0)
        g_string_append_printf (self->out,
                                "\n%u revoked or deprecated object%s %s not compared; "
                                "--include-revoked does\n",
                                stamp->hidden_revoked, stamp->hidden_revoked == 1 ? "" : "s",
                                stamp->hidden_revoked == 1 ? "is" : "are");
}

static void
append_candidates (const Writer *self, const AttriDiff *diff)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    const guint n = attri_diff_get_n_candidates (diff);
    if (n == 0)
        return;
    append_heading (self, "Perhaps the same, by name alone", n);
    for (guint i = 0; i < MIN (n, self->most); i++) {
        const AttriDiffCandidate *candidate = attri_diff_get_candidate (diff, i);
        const AttriEntity *removed = attri_graph_get_entity (graph, candidate->removed);
        const AttriEntity *added = attri_graph_get_entity (graph, candidate->added);
        g_autofree char *line =
            g_strdup_printf ("%s: %s → %s", added->name, removed->id, added->id);
        g_string_append (self->out, is_markdown (self) ? "- " : "  ? ");
        append_text (self, line);
        g_string_append_c (self->out, '\n');
    }
    append_more (self, n - MIN (n, self->most));
}

static void
append_summary (const Writer *self, const GArray *entries)
{
    guint counts[ATTRI_CHANGE_CHANGED + 1] = {0};
    guint minor = 0;
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        counts[entry->change] += !entry->minor;
        minor += entry->minor;
    }
    if (counts[1] + counts[2] + counts[3] == 0)
        g_string_append (self->out, "Nothing changed");
    else
        g_string_append_printf (self->out, "%u added, %u gone, %u changed", counts[1], counts[2],
                                counts[3]);
    if (minor > 0)
        g_string_append_printf (self->out, "; %u only reworded%s", minor,
                                self->options->all || is_markdown (self) ? ""
                                                                         : " (--all lists them)");
    g_string_append_c (self->out, '\n');
}

static void
append_all (const Writer *self, const AttriDiff *diff, const GArray *entries)
{
    append_summary (self, entries);
    for (AttriSection section = 0; section < ATTRI_N_SECTIONS; section++)
        append_section (self, entries, section);
    append_candidates (self, diff);
}

void
attri_tell__changes_append_markdown (const AttriDiff *diff, guint most, GString *text)
{
    const AttriChangesOptions options = {.format = ATTRI_TELL_MARKDOWN};
    const Writer self = {text, &options, most};
    g_autoptr (GArray) entries = attri_tell__changes_list (diff);
    append_all (&self, diff, entries);
}

char *
attri_tell_changes (const AttriDiff *diff, const AttriChangesOptions *options)
{
    g_return_val_if_fail (diff != NULL && options != NULL, NULL);

    g_autoptr (GArray) entries = attri_tell__changes_list (diff);
    if (options->format == ATTRI_TELL_JSON)
        return attri_tell__changes_to_json (diff, entries, options);

    Writer self = {g_string_new (NULL), options, G_MAXUINT};
    if (!options->all && options->format == ATTRI_TELL_TEXT &&
        count_listed (&self, entries, ATTRI_N_SECTIONS) > MOST_LINES)
        self.most = FEW;
    append_all (&self, diff, entries);
    append_hidden (&self, attri_diff_get_graph (diff));
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
    const Writer self = {summary, &options, G_MAXUINT};
    const Writer one = {first, &options, G_MAXUINT};

    append_summary (&self, entries);
    for (guint i = 0; i < entries->len && first->len == 0; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        if (!entry->minor)
            append_entry (&one, entry);
    }
    const guint n = count_listed (&self, entries, ATTRI_N_SECTIONS);
    g_strstrip (first->str);
    g_strchomp (summary->str);
    if (n == 0)
        return g_strdup (summary->str);
    if (n == 1)
        return g_strconcat (summary->str, ": ", first->str, NULL);
    return g_strdup_printf ("%s: %s, and %u more", summary->str, first->str, n - 1);
}
