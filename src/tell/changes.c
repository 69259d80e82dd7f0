/* SPDX-License-Identifier: MIT
 *
 * changes.c: a diff goes in; its changes as sentences come out, owned by the
 * caller.
 */
#include "tell/changes.h"

#include <string.h>

const char *
attri_tell__section_get_heading (AttriSection section)
{
    static const char *const headings[] = {
        [ATTRI_SECTION_SOURCES] = "Sources",     [ATTRI_SECTION_GROUPS] = "Groups",
        [ATTRI_SECTION_TOOLING] = "Tooling",     [ATTRI_SECTION_NAMES] = "Names and identity",
        [ATTRI_SECTION_CLAIMS] = "Other claims", [ATTRI_SECTION_RETRACTIONS] = "No longer claimed",
        [ATTRI_SECTION_OTHER] = "Other entries", [ATTRI_SECTION_VIEWS] = "Saved views",
    };
    return headings[section];
}

const char *
attri_tell__section_get_slug (AttriSection section)
{
    static const char *const slugs[] = {
        [ATTRI_SECTION_SOURCES] = "sources", [ATTRI_SECTION_GROUPS] = "groups",
        [ATTRI_SECTION_TOOLING] = "tooling", [ATTRI_SECTION_NAMES] = "names",
        [ATTRI_SECTION_CLAIMS] = "claims",   [ATTRI_SECTION_RETRACTIONS] = "retractions",
        [ATTRI_SECTION_OTHER] = "other",     [ATTRI_SECTION_VIEWS] = "views",
    };
    return slugs[section];
}

const char *
attri_tell__change_get_word (AttriChange change)
{
    static const char *const words[] = {"same", "added", "removed", "changed"};
    return words[change];
}

const char *
attri_tell__novelty_get_word (AttriNovelty novelty)
{
    static const char *const words[] = {NULL, "newly published", "new to us"};
    return words[novelty];
}

const char *
attri_tell__retraction_get_word (AttriRetraction retraction)
{
    static const char *const words[] = {NULL, "withdrawn", "revoked", "gone", "hidden"};
    return words[retraction];
}

void
attri_tell__changes_count (const GArray *entries, guint *counts)
{
    memset (counts, 0, ATTRI_N_KINDS * sizeof *counts);
    for (guint i = 0; i < entries->len; i++)
        counts[g_array_index (entries, AttriChangeEntry, i).kind]++;
}

gboolean
attri_tell__kind_is_told (AttriChangeKind kind)
{
    return kind < ATTRI_KIND_MARKED;
}

static AttriChangeKind
kind_of (const AttriDiffRow *row)
{
    static const AttriChangeKind retractions[] = {
        [ATTRI_RETRACTION_WITHDRAWN] = ATTRI_KIND_WITHDRAWN,
        [ATTRI_RETRACTION_REVOKED] = ATTRI_KIND_REVOKED,
        [ATTRI_RETRACTION_GONE] = ATTRI_KIND_GONE,
        [ATTRI_RETRACTION_HIDDEN] = ATTRI_KIND_HIDDEN,
    };
    if (row->restamp)
        return ATTRI_KIND_RESTAMPED;
    if (row->minor)
        return ATTRI_KIND_REWORDED;
    if (row->retraction != ATTRI_RETRACTION_NONE)
        return retractions[row->retraction];
    if (row->marking)
        return ATTRI_KIND_MARKED;
    if (row->change == ATTRI_CHANGE_ADDED)
        return ATTRI_KIND_ADDED;
    return row->change == ATTRI_CHANGE_REMOVED ? ATTRI_KIND_GONE : ATTRI_KIND_CHANGED;
}

static void
clear_entry (gpointer data)
{
    AttriChangeEntry *entry = data;
    g_free (entry->what);
    g_free (entry->detail);
    g_free (entry->says);
}

/* ---- sentences ---- */

static void
append_date (GString *text, const char *before, AttriDate date)
{
    if (!attri_date_is_set (date))
        return;
    g_autofree char *written = attri_date_to_string (date);
    g_string_append_printf (text, "%s%s", before, written);
}

static const char *
name_of (const AttriGraph *graph, guint32 entity)
{
    return attri_graph_get_entity (graph, entity)->name;
}

static const char *
publisher_of (const AttriGraph *graph, guint32 source)
{
    const AttriSource *row = attri_graph_get_source (graph, source);
    return row->publisher != NULL && *row->publisher != '\0' ? row->publisher : row->id;
}

/* What the words about who took it back tell anyhow, or what matters no more. */
static gboolean
is_told_otherwise (const AttriDiffRow *row, const AttriFieldChange *field)
{
    return row->retraction != ATTRI_RETRACTION_NONE &&
           (strcmp (field->field, "stance") == 0 || strcmp (field->field, "revoked") == 0 ||
            strcmp (field->field, "tlp") == 0);
}

/* "hedge suspected → stated; confidence none → 85" */
static char *
describe_fields (const AttriDiff *diff, const AttriDiffRow *row)
{
    GString *text = g_string_new (NULL);
    for (guint32 i = 0; i < row->fields.count; i++) {
        const AttriFieldChange *field = attri_diff_get_field (diff, row->fields.first + i);
        const gboolean words = field->minor && strcmp (field->field, "recorded") != 0 &&
                               strcmp (field->field, "modified") != 0;
        if ((field->minor && !row->minor) || is_told_otherwise (row, field))
            continue;
        if (text->len > 0)
            g_string_append (text, "; ");
        if (words)
            g_string_append_printf (text, "%s reworded", field->field);
        else
            g_string_append_printf (text, "%s %s → %s", field->field,
                                    *field->before != '\0' ? field->before : "none",
                                    *field->after != '\0' ? field->after : "none");
    }
    return g_string_free (text, FALSE);
}

static char *
describe_claim (const AttriGraph *graph, const AttriClaim *claim)
{
    GString *text = g_string_new (name_of (graph, claim->from));
    if (strcmp (claim->type, "prevalence") == 0)
        g_string_append_printf (text, " used by %u of %u groups", claim->groups, claim->of);
    else
        g_string_append_printf (text, " %s %s",
                                *attri_relation_info (claim->type)->type != '\0'
                                    ? attri_relation_info (claim->type)->forward
                                    : claim->type,
                                claim->to != ATTRI_NONE ? name_of (graph, claim->to)
                                                        : claim->value);
    for (guint32 i = 0; i < claim->in.count; i++) {
        const guint32 place = attri_graph_get_index_at (graph, claim->in.first + i);
        g_string_append_printf (text, "%s%s", i == 0 ? " in " : ", ", name_of (graph, place));
    }
    return g_string_free (text, FALSE);
}

static const char *
stance_verb (const AttriDiff *diff, const AttriClaim *claim, AttriChangeKind kind)
{
    static const char *const verbs[] = {"says", "doubted by", "denied by", "withdrawn by"};
    const gboolean asserts = claim->stance == ATTRI_STANCE_ASSERTS;
    if (kind == ATTRI_KIND_WITHDRAWN && asserts)
        return "withdrawn by";
    const gboolean said = kind == ATTRI_KIND_GONE && !attri_diff_is_across (diff);
    return said && asserts ? "said" : verbs[claim->stance];
}

/* Why it is no longer there, where its mark does not say it. */
static const char *
explain_end (AttriChangeKind kind, const char *reason)
{
    if (kind == ATTRI_KIND_HIDDEN)
        return "still in the files, but outside of what was selected";
    if (kind != ATTRI_KIND_REVOKED)
        return NULL;
    if (reason == NULL)
        return "revoked or deprecated by its publisher";
    return strcmp (reason, "our-error") == 0 ? "our own error" : reason;
}

/* What we read it in, unless it is the claimant's own: a feed's claim is read in one of its
 * editions. */
static void
append_carrier (GString *text, const AttriGraph *graph, const AttriClaim *claim)
{
    const char *claimant = publisher_of (graph, claim->claimant);
    for (guint32 i = 0; i < claim->citations.count; i++) {
        const guint32 carrier =
            attri_graph_get_citation (graph, claim->citations.first + i)->source;
        if (strcmp (publisher_of (graph, carrier), claimant) == 0)
            continue;
        g_string_append_printf (text, ", read in %s", publisher_of (graph, carrier));
        return;
    }
}

/* Whose words these are, how firm, and what we read them in. */
static char *
attribute (const AttriDiff *diff, const AttriClaim *claim, const AttriDiffRow *row)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    const AttriChangeKind kind = kind_of (row);
    const char *novelty = attri_tell__novelty_get_word (row->novelty);
    const char *end = explain_end (kind, claim->revoked_reason);
    GString *text = g_string_new (NULL);
    if (claim->hedge != ATTRI_HEDGE_STATED && kind != ATTRI_KIND_WITHDRAWN)
        g_string_append_printf (text, "%s, ", attri_hedge_to_string (claim->hedge));
    g_string_append_printf (text, "%s %s", stance_verb (diff, claim, kind),
                            publisher_of (graph, claim->claimant));
    append_date (text, ", ", attri_graph_get_source (graph, claim->claimant)->published);
    append_carrier (text, graph, claim);
    if (novelty != NULL)
        g_string_append_printf (text, "; %s", novelty);
    if (end != NULL)
        g_string_append_printf (text, "; %s", end);
    return g_string_free (text, FALSE);
}

static char *
describe_entity (const AttriGraph *graph, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (graph, index);
    const AttriTypeInfo *info = attri_type_info (entity->type);
    GString *text = g_string_new (entity->name);
    g_string_append_printf (text, " (%s", *info->type != '\0' ? info->label : entity->type);
    for (guint32 i = 0; i < entity->references.count; i++) {
        const AttriReference *reference =
            attri_graph_get_reference (graph, entity->references.first + i);
        if (reference->external_id == NULL)
            continue;
        g_string_append_printf (text, ", %s", reference->external_id);
        break;
    }
    g_string_append_c (text, ')');
    return g_string_free (text, FALSE);
}

static char *
describe_source (const AttriGraph *graph, guint32 index)
{
    const AttriSource *source = attri_graph_get_source (graph, index);
    GString *text = g_string_new (publisher_of (graph, index));
    append_date (text, ", ", source->published);
    if (source->title != NULL && *source->title != '\0')
        g_string_append_printf (text, ": %s", source->title);
    return g_string_free (text, FALSE);
}

/* "briefing-2025 (of TAG-22)": what it shows, by name. */
static char *
describe_view (const AttriGraph *graph, guint32 index)
{
    const AttriSavedView *view = attri_graph_get_saved_view (graph, index);
    GString *text = g_string_new (view->id);
    for (guint32 i = 0; i < view->focus.count; i++)
        g_string_append_printf (text, "%s%s", i == 0 ? " (of " : ", ",
                                name_of (graph,
                                         attri_graph_get_index_at (graph, view->focus.first + i)));
    if (view->focus.count > 0)
        g_string_append_c (text, ')');
    return g_string_free (text, FALSE);
}

/* ---- sections ---- */

static AttriSection
section_of_entity (const AttriGraph *graph, const AttriDiffRow *row)
{
    const AttriRole role = attri_type_info (attri_graph_get_entity (graph, row->row)->type)->role;
    if (role == ATTRI_ROLE_ACTOR)
        return ATTRI_SECTION_GROUPS;
    return role == ATTRI_ROLE_TOOL ? ATTRI_SECTION_TOOLING : ATTRI_SECTION_OTHER;
}

static AttriSection
section_of_claim (const AttriGraph *graph, const AttriDiffRow *row)
{
    const AttriClaim *claim = attri_graph_get_claim (graph, row->row);
    if (row->retraction != ATTRI_RETRACTION_NONE && row->retraction != ATTRI_RETRACTION_HIDDEN)
        return ATTRI_SECTION_RETRACTIONS;
    switch (attri_relation_info (claim->type)->relation) {
    case ATTRI_RELATION_IDENTITY:
    case ATTRI_RELATION_DISTINCT:
    case ATTRI_RELATION_FAMILY:
        return ATTRI_SECTION_NAMES;
    case ATTRI_RELATION_VALUE:
        return strcmp (claim->type, "alias") == 0 ? ATTRI_SECTION_NAMES : ATTRI_SECTION_TOOLING;
    case ATTRI_RELATION_TOOLING:
        return attri_type_info (attri_graph_get_entity (graph, claim->to)->type)->role ==
                       ATTRI_ROLE_TOOL
                   ? ATTRI_SECTION_TOOLING
                   : ATTRI_SECTION_CLAIMS;
    default:
        return ATTRI_SECTION_CLAIMS;
    }
}

static AttriChangeEntry
make_entry (const AttriDiff *diff, guint index)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    const AttriDiffRow *row = attri_diff_get_row (diff, index);
    AttriChangeEntry entry = {
        .kind = kind_of (row),
        .row = index,
        .detail = describe_fields (diff, row),
    };
    switch (row->subject) {
    case ATTRI_DIFF_SOURCE:
        entry.section = ATTRI_SECTION_SOURCES;
        entry.what = describe_source (graph, row->row);
        entry.says = g_strdup (attri_tell__novelty_get_word (row->novelty));
        break;
    case ATTRI_DIFF_ENTITY:
        entry.section = section_of_entity (graph, row);
        entry.what = describe_entity (graph, row->row);
        entry.says = g_strdup (explain_end (entry.kind, NULL));
        break;
    case ATTRI_DIFF_CLAIM:
        entry.section = section_of_claim (graph, row);
        entry.what = describe_claim (graph, attri_graph_get_claim (graph, row->row));
        entry.says = attribute (diff, attri_graph_get_claim (graph, row->row), row);
        break;
    case ATTRI_DIFF_VIEW:
        entry.section = ATTRI_SECTION_VIEWS;
        entry.what = describe_view (graph, row->row);
        break;
    }
    if (entry.says == NULL)
        entry.says = g_strdup ("");
    return entry;
}

/* Whether a source's coming or going is told as a new edition. */
static gboolean
is_edition (const AttriDiff *diff, const AttriDiffRow *row)
{
    for (guint i = 0; row->subject == ATTRI_DIFF_SOURCE && i < attri_diff_get_n_editions (diff);
         i++) {
        const AttriDiffEdition *edition = attri_diff_get_edition (diff, i);
        if (edition->before == row->row || edition->after == row->row)
            return TRUE;
    }
    return FALSE;
}

static void
add_editions (const AttriDiff *diff, GArray *entries)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    for (guint i = 0; i < attri_diff_get_n_editions (diff); i++) {
        const AttriDiffEdition *edition = attri_diff_get_edition (diff, i);
        g_autofree char *before = describe_source (graph, edition->before);
        g_autofree char *after = describe_source (graph, edition->after);
        const AttriChangeEntry entry = {
            .section = ATTRI_SECTION_SOURCES,
            .kind = ATTRI_KIND_CHANGED,
            .row = G_MAXUINT,
            .what = g_strdup ("new edition"),
            .detail = g_strdup_printf ("%s → %s", before, after),
            .says = g_strdup (""),
        };
        g_array_append_val (entries, entry);
    }
}

/* Within a section: relations, then what is new in itself, then what is told of it. */
static guint
rank_of (const AttriDiff *diff, const AttriChangeEntry *entry)
{
    if (entry->row == G_MAXUINT)
        return 0;
    const AttriDiffRow *row = attri_diff_get_row (diff, entry->row);
    if (row->subject != ATTRI_DIFF_CLAIM)
        return 1;
    return attri_graph_get_claim (attri_diff_get_graph (diff), row->row)->to == ATTRI_NONE ? 2 : 0;
}

#define N_RANKS 3

GArray *
attri_tell__changes_list (const AttriDiff *diff)
{
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AttriChangeEntry));
    GArray *entries = g_array_new (FALSE, FALSE, sizeof (AttriChangeEntry));

    g_array_set_clear_func (entries, clear_entry);
    add_editions (diff, all);
    for (guint i = 0; i < attri_diff_get_n_rows (diff); i++) {
        if (is_edition (diff, attri_diff_get_row (diff, i)))
            continue;
        const AttriChangeEntry entry = make_entry (diff, i);
        g_array_append_val (all, entry);
    }
    for (guint place = 0; place < ATTRI_N_SECTIONS * N_RANKS; place++) {
        for (guint i = 0; i < all->len; i++) {
            const AttriChangeEntry *entry = &g_array_index (all, AttriChangeEntry, i);
            if (entry->section * N_RANKS + rank_of (diff, entry) == place)
                g_array_append_val (entries, *entry);
        }
    }
    return entries;
}
