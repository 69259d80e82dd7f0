/* SPDX-License-Identifier: MIT
 *
 * export.h: a graph in the formats of files.
 * In:  an AttriGraph, which is read and neither changed nor kept.
 * Out: text that the caller owns.
 */
#pragma once

#include <attrigraph/model.h>

G_BEGIN_DECLS

/**
 * attri_export_own:
 * @graph: (transfer none): what to write
 *
 * The own format, in its canonical form: ordered, each value spelt in one way, defaults
 * left out. Reading it gives the same graph again, but for places, and that gives the same
 * text. Change marks and the stamp of a view have no place in it.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): a JSON document that ends in a newline
 */
ATTRI_API char *attri_export_own (const AttriGraph *graph);

/**
 * AttriExportFormat:
 * @ATTRI_EXPORT_OWN: the own format, as attri_export_own() writes it
 * @ATTRI_EXPORT_STIX: a bundle of STIX 2.1 (OASIS, 2021)
 * @ATTRI_EXPORT_DOT: a directed graph in the language of Graphviz
 * @ATTRI_EXPORT_GRAPHML: GraphML 1.0 with typed keys
 * @ATTRI_EXPORT_MERMAID: a flowchart
 * @ATTRI_EXPORT_CSV: a table with a row for each claim
 */
typedef enum {
    ATTRI_EXPORT_OWN,
    ATTRI_EXPORT_STIX,
    ATTRI_EXPORT_DOT,
    ATTRI_EXPORT_GRAPHML,
    ATTRI_EXPORT_MERMAID,
    ATTRI_EXPORT_CSV,
} AttriExportFormat;

/* "json", "stix" and so on, or %NULL past the end. */
ATTRI_API const char *attri_export_format_to_string (AttriExportFormat format);

/**
 * attri_export_graph:
 * @graph: (transfer none): what to write
 * @losses: (out) (optional) (transfer full) (array zero-terminated=1): what @graph says and
 *   @format has no place for, a phrase each: "note of 3 claims"
 *
 * Each format quotes in its own way: no text of @graph is a command to who reads the result.
 * The same graph gives the same bytes.
 *
 * Time: O(n log n).
 *
 * Returns: (transfer full): the text, which ends in a newline
 */
ATTRI_API char *
attri_export_graph (const AttriGraph *graph, AttriExportFormat format, char ***losses);

/**
 * AttriStatementText:
 * @from, @type, @to: ids and a relationship type
 * @in: (nullable) (array zero-terminated=1): ids of places
 * @confidence: a number from 0 to 100, or a word
 *
 * A relationship as a person gives it: each part in the words of the own format, or %NULL.
 * Nothing is checked; reading the result does.
 */
typedef struct {
    const char *from;
    const char *type;
    const char *to;
    const char *const *in;
    const char *stance;
    const char *hedge;
    const char *confidence;
    const char *wording;
    const char *start_time;
    const char *stop_time;
    const char *source;
    const char *claimant;
    const char *locator;
    const char *quote;
    const char *reading;
    const char *note;
} AttriStatementText;

/* An element of `relationships`, and one of `entities`, on one line. (transfer full) */
ATTRI_API char *attri_export_statement (const AttriStatementText *statement);
ATTRI_API char *attri_export_entity (const char *id, const char *type, const char *name);

/**
 * attri_export_report:
 * @report: its id, title, publisher, date, link, kind and marking
 * @recorded: when the file is written, or %ATTRI_DATE_NONE
 * @carrier: (nullable): id of the source it was read in, declared elsewhere; %NULL if itself
 *
 * Returns: (transfer full): a document that declares one report, cites it by default, and
 * says nothing yet
 */
ATTRI_API char *
attri_export_report (const AttriSource *report, AttriDate recorded, const char *carrier);

G_END_DECLS
