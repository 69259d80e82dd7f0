/* SPDX-License-Identifier: MIT
 *
 * facts.h: what a page knows of the graph that its picture was drawn from.
 */
#pragma once

#include "draw/svg.h"

G_BEGIN_DECLS

/**
 * attri_facts__write:
 * @graph: what the scene of @plan was made of
 * @marks: (element-type AttriSvgMark): which elements of the picture stand for what
 *
 * Time: O(size of @graph).
 *
 * Returns: (transfer full): a JSON document without `<`, `>` and `&`, so that it can stand in
 * any element of HTML: view, words, boxes and lines of the picture, and in the form of
 * `show -T json` all entities, edges with their claims, and sources, each on a line of its own
 */
char *attri_facts__write (const AttriPlan *plan, const AttriGraph *graph, const GArray *marks);

G_END_DECLS
