/* SPDX-License-Identifier: MIT
 *
 * stix-own-citation.c: the citations in our own extension go in, as in the own format; drafts that
 * live as long as the run come out.
 */
#include "read/own.h"
#include "read/stix-own.h"

#include <string.h>

void
stix_own_read_citations (StixItem *item, const Node *node, StixStatement *statement)
{
    AttriArena *arena = item->run->arena;
    g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (AttriCitationDraft));
    guint index = 0;

    for (const AttriJson *json = attri_json__get_first (node->json); json != NULL;
         json = attri_json__get_next (json)) {
        const Node element = node_element (node, json, index++);
        g_autofree char *pointer = node_pointer (&element);
        AttriCitationDraft draft;
        if (!own_citation_read (&element, &draft))
            continue;
        draft.pointer = attri_arena__strdup (arena, pointer);
        draft.place = (AttriPlace){item->run->file->name, item->span.line, item->span.column};
        g_array_append_val (drafts, draft);
    }
    if (drafts->len == 0)
        return;
    AttriCitationDraft *copy = attri_arena__alloc (arena, drafts->len, sizeof *copy);
    memcpy (copy, drafts->data, drafts->len * sizeof *copy);
    statement->citations = copy;
    statement->n_citations = drafts->len;
}
