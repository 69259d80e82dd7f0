/* SPDX-License-Identifier: MIT
 *
 * editions.c: a graph goes in; which of its sources are editions of one comes out.
 */
#include "model/graph-private.h"

/* The least row of the circle of editions that @row is in. */
static guint32
find_least (const AttriGraph *self, guint32 row)
{
    guint32 least = row;
    for (guint32 at = attri_graph_get_source (self, row)->edition_of; at != row;
         at = attri_graph_get_source (self, at)->edition_of)
        least = MIN (least, at);
    return least;
}

guint32 *
attri_graph__find_edition_roots (const AttriGraph *self)
{
    const guint32 n = self->sources->len;
    guint32 *roots = g_new (guint32, n + 1);
    g_autofree guint32 *walks = g_new0 (guint32, n + 1); /* who passed here, from 1 */

    for (guint32 i = 0; i < n; i++)
        roots[i] = ATTRI_NONE;
    for (guint32 i = 0; i < n; i++) {
        guint32 at = i;
        while (roots[at] == ATTRI_NONE && walks[at] == 0) {
            walks[at] = i + 1;
            const guint32 next = attri_graph_get_source (self, at)->edition_of;
            if (next == ATTRI_NONE)
                roots[at] = at;
            else
                at = next;
        }
        const guint32 root = roots[at] != ATTRI_NONE ? roots[at] : find_least (self, at);
        for (at = i; roots[at] == ATTRI_NONE; at = attri_graph_get_source (self, at)->edition_of)
            roots[at] = root;
    }
    return roots;
}
