/* SPDX-License-Identifier: MIT
 *
 * builder.c: drafts from all files of a run go in and are copied; one frozen
 * graph comes out, owned by the caller. Findings tell what did not fit.
 */
#include "base/text-private.h"
#include "model/builder-private.h"

#include <string.h>

G_DEFINE_QUARK (attri_model_error, attri_model_error)

AttriGraphBuilder *
attri_graph_builder_new (void)
{
    AttriGraphBuilder *self = g_new0 (AttriGraphBuilder, 1);
    self->kept = attri_arena__new ();
    self->scratch = attri_arena__new ();
    self->sources = g_array_new (FALSE, FALSE, sizeof (AttriSourceDraft));
    self->entities = g_array_new (FALSE, FALSE, sizeof (AttriEntityDraft));
    self->statements = g_ptr_array_new ();
    self->saved = g_array_new (FALSE, FALSE, sizeof (AttriSavedDraft));
    return self;
}

void
attri_graph_builder_free (AttriGraphBuilder *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->sources);
    g_array_unref (self->entities);
    g_ptr_array_unref (self->statements);
    g_array_unref (self->saved);
    attri_arena__free (self->scratch);
    attri_arena__free (self->kept);
    g_free (self);
}

void
attri_graph_builder_keep_apart (AttriGraphBuilder *self)
{
    g_return_if_fail (self != NULL);
    self->apart = TRUE;
}

static void
keep (AttriGraphBuilder *self, const char **text)
{
    *text = attri_arena__strdup (self->kept, *text);
}

static void
keep_place (AttriGraphBuilder *self, AttriPlace *place)
{
    if (place->file == NULL)
        return;
    if (self->file == NULL || strcmp (self->file, place->file) != 0)
        self->file = attri_arena__strdup (self->kept, place->file);
    place->file = self->file;
}

static const char *const *
copy_ids (AttriGraphBuilder *self, const char *const *ids)
{
    if (ids == NULL)
        return NULL;
    const guint n = g_strv_length ((char **)ids);
    const char **copy = attri_arena__alloc (self->scratch, n + 1, sizeof (char *));
    for (guint i = 0; i < n; i++)
        copy[i] = attri_arena__strdup (self->scratch, ids[i]);
    return copy;
}

void
attri_graph_builder_add_source (AttriGraphBuilder *self, const AttriSourceDraft *source)
{
    g_return_if_fail (self != NULL && source != NULL && source->row.id != NULL);

    AttriSourceDraft copy = *source;
    keep (self, &copy.row.id);
    keep (self, &copy.row.title);
    keep (self, &copy.row.publisher);
    keep (self, &copy.row.url);
    keep (self, &copy.row.lang);
    keep (self, &copy.row.translated);
    keep_place (self, &copy.row.place);
    copy.row.based_on = (AttriRange){0, 0};
    copy.row.edition_of = ATTRI_NONE;
    copy.based_on = copy_ids (self, source->based_on);
    copy.edition_of = attri_arena__strdup (self->scratch, source->edition_of);
    g_array_append_val (self->sources, copy);
}

void
attri_graph_builder_add_entity (AttriGraphBuilder *self, const AttriEntityDraft *entity)
{
    g_return_if_fail (self != NULL && entity != NULL);
    g_return_if_fail (entity->row.id != NULL && entity->row.type != NULL);
    g_return_if_fail (entity->row.name != NULL);

    AttriEntityDraft copy = *entity;
    keep (self, &copy.row.id);
    keep (self, &copy.row.type);
    keep (self, &copy.row.name);
    keep (self, &copy.row.description);
    keep (self, &copy.row.country);
    keep (self, &copy.row.identity_class);
    keep_place (self, &copy.row.place);
    copy.row.references = (AttriRange){0, 0};

    AttriReference *references =
        attri_arena__alloc (self->scratch, entity->n_references, sizeof (AttriReference));
    for (guint i = 0; i < entity->n_references; i++) {
        references[i] = entity->references[i];
        keep (self, &references[i].source);
        keep (self, &references[i].external_id);
        keep (self, &references[i].url);
        keep (self, &references[i].description);
    }
    copy.references = references;
    g_array_append_val (self->entities, copy);
}

static const AttriAssessment *
copy_assessment (AttriGraphBuilder *self, const AttriAssessment *assessment)
{
    if (assessment == NULL)
        return NULL;
    AttriAssessment *copy = attri_arena__alloc (self->kept, 1, sizeof (AttriAssessment));
    *copy = *assessment;
    keep (self, &copy->confidence);
    keep (self, &copy->by);
    keep (self, &copy->why);
    return copy;
}

static const AttriCitationDraft *
copy_citations (AttriGraphBuilder *self, const AttriCitationDraft *citations, guint n)
{
    AttriCitationDraft *copies = attri_arena__alloc (self->scratch, n, sizeof (AttriCitationDraft));
    for (guint i = 0; i < n; i++) {
        copies[i] = citations[i];
        keep (self, &copies[i].row.locator);
        keep (self, &copies[i].row.quote);
        keep_place (self, &copies[i].place);
        copies[i].source = attri_arena__strdup (self->scratch, citations[i].source);
        copies[i].claimant = attri_arena__strdup (self->scratch, citations[i].claimant);
        copies[i].cites = attri_arena__strdup (self->scratch, citations[i].cites);
        copies[i].pointer = attri_arena__strdup (self->scratch, citations[i].pointer);
    }
    return copies;
}

/* The vocabulary's own string for a known type, to save copies. */
static const char *
keep_type (AttriGraphBuilder *self, const char *type)
{
    const char *known = attri_relation_info (type)->type;
    return *known != '\0' ? known : attri_arena__strdup (self->kept, type);
}

void
attri_graph_builder_add_statement (AttriGraphBuilder *self, const AttriStatementDraft *statement)
{
    g_return_if_fail (self != NULL && statement != NULL);
    g_return_if_fail (statement->from != NULL && statement->row.type != NULL);
    g_return_if_fail (statement->to == NULL || statement->row.value == NULL);

    AttriStatementDraft *copy = attri_arena__alloc (self->scratch, 1, sizeof *copy);
    AttriClaim *row = &copy->row;
    *copy = *statement;
    keep (self, &row->id);
    row->type = keep_type (self, row->type);
    keep (self, &row->value);
    keep (self, &row->confidence_word);
    keep (self, &row->purpose);
    keep (self, &row->wording);
    keep (self, &row->note);
    keep (self, &row->revoked_reason);
    keep_place (self, &row->place);
    row->assessment = copy_assessment (self, row->assessment);
    copy->from = attri_arena__strdup (self->scratch, statement->from);
    copy->to = attri_arena__strdup (self->scratch, statement->to);
    copy->in = copy_ids (self, statement->in);
    copy->citations = copy_citations (self, statement->citations, statement->n_citations);
    copy->pointer = attri_arena__strdup (self->scratch, statement->pointer);
    g_ptr_array_add (self->statements, copy);
}

void
attri_graph_builder_add_saved_view (AttriGraphBuilder *self, const AttriSavedView *view,
                                    const char *const *focus, const char *pointer)
{
    g_return_if_fail (self != NULL && view != NULL && view->id != NULL);

    AttriSavedDraft copy = {.row = *view};
    AttriSavedView *row = &copy.row;
    keep (self, &row->id);
    keep (self, &row->title);
    keep (self, &row->subtitle);
    keep (self, &row->judgement);
    keep (self, &row->confidence);
    keep (self, &row->by);
    keep (self, &row->alternative);
    keep_place (self, &row->place);
    AttriViewOption *options =
        attri_arena__alloc (self->kept, row->n_options + 1, sizeof (AttriViewOption));
    for (guint i = 0; i < row->n_options; i++) {
        options[i] = view->options[i];
        keep (self, &options[i].name);
        keep (self, &options[i].value);
    }
    row->options = options;
    copy.focus = copy_ids (self, focus);
    copy.pointer = attri_arena__strdup (self->scratch, pointer);
    g_array_append_val (self->saved, copy);
}

AttriGraph *
attri_graph_builder_end (AttriGraphBuilder *self, AttriFindings *findings, GError **error)
{
    g_return_val_if_fail (self != NULL && findings != NULL, NULL);

    g_autoptr (AttriGraphBuilder) owned = self;
    g_autoptr (AttriGraph) graph = attri_graph__new (g_steal_pointer (&owned->kept));
    g_autoptr (GArray) source_ids = g_array_new (FALSE, FALSE, sizeof (AttriIdRow));
    g_autoptr (GArray) entity_ids = g_array_new (FALSE, FALSE, sizeof (AttriIdRow));
    g_autoptr (GTree) told = g_tree_new_full (attri_text__compare, NULL, g_free, NULL);
    AttriBuild build = {owned, graph, findings, source_ids, entity_ids, told};

    attri_build__sources (&build);
    attri_build__entities (&build);
    attri_build__claims (&build);
    attri_build__saved_views (&build);

    const guint errors = attri_findings_count (findings, ATTRI_SEVERITY_ERROR);
    if (errors > 0) {
        g_set_error (error, ATTRI_MODEL_ERROR, ATTRI_MODEL_ERROR_FINDINGS,
                     "the files hold %u error%s", errors, errors == 1 ? "" : "s");
        return NULL;
    }
    attri_graph__seal (graph);
    return g_steal_pointer (&graph);
}
