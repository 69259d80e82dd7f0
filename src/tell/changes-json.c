/* SPDX-License-Identifier: MIT
 *
 * changes-json.c: a diff goes in; a JSON document comes out. Its members are in
 * data/schema/attrigraph-diff-1.schema.json.
 */
#include "tell/changes.h"
#include "tell/claim-json-private.h"

#define VERSION 1

static const char *
source_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_source (graph, row)->id;
}

static const char *
entity_id (const AttriGraph *graph, guint32 row)
{
    return attri_graph_get_entity (graph, row)->id;
}

static void
write_fields (AttriJsonText *json, const AttriDiff *diff, const AttriDiffRow *row)
{
    if (row->fields.count == 0)
        return;
    attri_json_text__open_array (json, "fields");
    for (guint32 i = 0; i < row->fields.count; i++) {
        const AttriFieldChange *field = attri_diff_get_field (diff, row->fields.first + i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "field", field->field);
        attri_json_text__string (json, "before", field->before);
        attri_json_text__string (json, "after", field->after);
        attri_json_text__true (json, "minor", field->minor);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_subject (AttriJsonText *json, const AttriGraph *graph, const AttriDiffRow *row)
{
    if (row->subject == ATTRI_DIFF_SOURCE) {
        attri_json_text__string (json, "source", source_id (graph, row->row));
        return;
    }
    if (row->subject == ATTRI_DIFF_ENTITY) {
        attri_json_text__string (json, "entity", entity_id (graph, row->row));
        attri_json_text__string (json, "type", attri_graph_get_entity (graph, row->row)->type);
        attri_json_text__string (json, "name", attri_graph_get_entity (graph, row->row)->name);
        return;
    }
    if (row->subject == ATTRI_DIFF_VIEW) {
        attri_json_text__string (json, "view", attri_graph_get_saved_view (graph, row->row)->id);
        return;
    }
    const AttriClaim *claim = attri_graph_get_claim (graph, row->row);
    attri_json_text__string (json, "from", entity_id (graph, claim->from));
    attri_json_text__string (json, "type", claim->type);
    if (claim->to != ATTRI_NONE)
        attri_json_text__string (json, "to", entity_id (graph, claim->to));
    attri_json_text__string (json, "value", claim->value);
    attri_json_text__open_array (json, "claims");
    attri_json_text__claim (json, graph, claim);
    attri_json_text__close (json);
}

static void
write_entry (AttriJsonText *json, const AttriDiff *diff, const AttriChangeEntry *entry)
{
    const AttriDiffRow *row = attri_diff_get_row (diff, entry->row);
    attri_json_text__open_object (json, NULL);
    attri_json_text__string (json, "change", attri_tell__change_get_word (row->change));
    attri_json_text__string (json, "section", attri_tell__section_get_slug (entry->section));
    attri_json_text__true (json, "minor", row->minor);
    attri_json_text__string (json, "novelty", attri_tell__novelty_get_word (row->novelty));
    attri_json_text__string (json, "retraction", attri_tell__retraction_get_word (row->retraction));
    write_subject (json, attri_diff_get_graph (diff), row);
    write_fields (json, diff, row);
    attri_json_text__close (json);
}

static void
write_editions (AttriJsonText *json, const AttriDiff *diff)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    attri_json_text__open_array (json, "editions");
    for (guint i = 0; i < attri_diff_get_n_editions (diff); i++) {
        const AttriDiffEdition *edition = attri_diff_get_edition (diff, i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "before", source_id (graph, edition->before));
        attri_json_text__string (json, "after", source_id (graph, edition->after));
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_candidates (AttriJsonText *json, const AttriDiff *diff)
{
    const AttriGraph *graph = attri_diff_get_graph (diff);
    attri_json_text__open_array (json, "candidates");
    for (guint i = 0; i < attri_diff_get_n_candidates (diff); i++) {
        const AttriDiffCandidate *candidate = attri_diff_get_candidate (diff, i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "removed", entity_id (graph, candidate->removed));
        attri_json_text__string (json, "added", entity_id (graph, candidate->added));
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

static void
write_summary (AttriJsonText *json, const GArray *entries)
{
    static const char *const keys[] = {"added",  "removed", "changed",  "withdrawn", "revoked",
                                       "hidden", "marked",  "reworded", "restamped"};
    guint counts[ATTRI_N_KINDS];
    attri_tell__changes_count (entries, counts);
    attri_json_text__open_object (json, "summary");
    for (AttriChangeKind kind = 0; kind < ATTRI_N_KINDS; kind++)
        attri_json_text__number (json, keys[kind], counts[kind]);
    attri_json_text__close (json);
}

/* What of custom types was not compared. */
static void
write_hidden (AttriJsonText *json, const AttriDiff *diff)
{
    attri_json_text__open_array (json, "not_compared");
    for (guint i = 0; i < attri_diff_get_n_hidden (diff); i++) {
        const AttriDiffHidden *hidden = attri_diff_get_hidden (diff, i);
        attri_json_text__open_object (json, NULL);
        attri_json_text__string (json, "type",
                                 hidden->type != NULL ? hidden->type : "relationship");
        attri_json_text__number (json, "before", hidden->before);
        attri_json_text__number (json, "after", hidden->after);
        attri_json_text__number (json, "added", hidden->added);
        attri_json_text__number (json, "removed", hidden->removed);
        attri_json_text__close (json);
    }
    attri_json_text__close (json);
}

char *
attri_tell__changes_to_json (const AttriDiff *diff, const GArray *entries,
                             const AttriChangesOptions *options)
{
    AttriJsonText *json = attri_json_text__new ();

    attri_json_text__open_object (json, NULL);
    attri_json_text__number (json, "attrigraph-diff", VERSION);
    write_summary (json, entries);
    write_editions (json, diff);
    attri_json_text__open_array (json, "changes");
    for (guint i = 0; i < entries->len; i++) {
        const AttriChangeEntry *entry = &g_array_index (entries, AttriChangeEntry, i);
        if (entry->row != G_MAXUINT && (options->all || entry->kind <= ATTRI_KIND_MARKED))
            write_entry (json, diff, entry);
    }
    attri_json_text__close (json);
    write_candidates (json, diff);
    write_hidden (json, diff);
    if (options->patch != NULL)
        attri_json_text__members (json, options->patch);
    attri_json_text__close (json);
    return attri_json_text__end (json);
}
