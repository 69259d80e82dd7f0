/* SPDX-License-Identifier: MIT
 *
 * In:  all that files held and hold, and a limit on what may be told of.
 * Out: both, so marked that a cut at the limit does not tell of what was marked higher.
 */
#include "cli/remarked.h"

static void
tell_remarked (const AttriDiffRemarked *remarked, AttriTlp max_tlp)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    cli_add_count (parts, remarked->claims, "claim", "claims");
    cli_add_count (parts, remarked->entities, "entity", "entities");
    cli_add_count (parts, remarked->sources, "source", "sources");
    cli_add_count (parts, remarked->saved, "saved view", "saved views");
    if (parts->len == 0)
        return;
    g_ptr_array_add (parts, NULL);
    g_autofree char *counts = g_strjoinv (", ", (char **)parts->pdata);
    cli_say (
        "--max-tlp %s left out of both sides what only the newer marks above it: %s; the output "
        "does not say so",
        attri_tlp_to_string (max_tlp), counts);
}

static void
mark (const CliSelection *self, AttriGraph **graph)
{
    AttriGraph *marked = attri_view_mark (*graph, &self->wish);
    attri_graph_unref (*graph);
    *graph = marked;
}

void
cli_hide_remarked (const CliSelection *self, AttriGraph **before, AttriGraph **after,
                   char ***spared)
{
    g_auto (AttriDiffRemarked) remarked = {0};
    *spared = NULL;
    if (self->wish.max_tlp == ATTRI_TLP_UNMARKED)
        return;
    mark (self, before);
    mark (self, after);
    attri_diff_raise_markings (before, after, self->wish.max_tlp, &remarked);
    tell_remarked (&remarked, self->wish.max_tlp);
    *spared = g_steal_pointer (&remarked.spared);
}
