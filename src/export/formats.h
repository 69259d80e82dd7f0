/* SPDX-License-Identifier: MIT
 *
 * formats.h: the formats of other tools, one file each.
 */
#pragma once

#include <attrigraph/export.h>

/* Each gives the text of @graph (transfer full) and adds to @losses (element-type utf8) a
 * phrase for what it has no place for: "note of 3 claims". */
char *export_csv (const AttriGraph *graph, GPtrArray *losses);
char *export_dot (const AttriGraph *graph, GPtrArray *losses);
char *export_graphml (const AttriGraph *graph, GPtrArray *losses);
char *export_mermaid (const AttriGraph *graph, GPtrArray *losses);
char *export_stix (const AttriGraph *graph, GPtrArray *losses);

/* The marking of a picture of it all: the most restrictive, and none if something is not
 * marked and nothing restricted; as it is written on the page, "TLP:AMBER". (transfer full) */
char *export_marking_words (const AttriGraph *graph);

/* Adds what formats lose that write values such as aliases as a text of their entity. */
void export_tell_values (GPtrArray *losses, const AttriGraph *graph);
/* Adds what formats lose that name of a source only what tells it from others. */
void export_tell_sources (GPtrArray *losses, const AttriGraph *graph);
