/* SPDX-License-Identifier: MIT
 *
 * request.c: reads a layout request and believes none of it.
 * In:  text that should have the form described in wire.h.
 * Out: numbers within their bounds, every index that of a node.
 */
#include "helpers/layout/request.h"

#include <stdbool.h>
#include <string.h>

/* Where we are in the text, and in which line what was last taken stands. */
typedef struct {
    const char *at;
    int line;
} Reader;

/* A decimal number without leading zeros, as its writer prints it. */
static bool
take_number (Reader *reader, int max, int *value)
{
    const char *at = reader->at;
    int number = 0;

    if (at[0] == '0' && at[1] >= '0' && at[1] <= '9')
        return false;
    for (; *at >= '0' && *at <= '9'; at++) {
        number = number * 10 + (*at - '0');
        if (number > max)
            return false;
    }
    if (at == reader->at)
        return false;

    reader->at = at;
    *value = number;
    return true;
}

static bool
take (Reader *reader, const char *text)
{
    size_t length = strlen (text);

    if (strncmp (reader->at, text, length) != 0)
        return false;
    reader->at += length;
    return true;
}

/* One whole line: a keyword and count numbers from 0 to the max of each. */
static bool
take_line (Reader *reader, const char *keyword, int count, const int *max, int *values)
{
    reader->line++;
    if (!take (reader, keyword))
        return false;
    for (int i = 0; i < count; i++) {
        if (!take (reader, " ") || !take_number (reader, max[i], &values[i]))
            return false;
    }
    return take (reader, "\n");
}

static AttriRequestVerdict
take_header (Reader *reader, AttriRequest *request)
{
    /* Counts are read far beyond what we lay out, to be told as too large. */
    const int any = 100000000;
    const int max[] = {any, any, any, ATTRI_WIRE_GAP_MAX, ATTRI_WIRE_GAP_MAX};
    int values[5];

    if (!take_line (reader, ATTRI_WIRE_LAYOUT_HEADER, 5, max, values))
        return ATTRI_REQUEST_MALFORMED;
    request->n_nodes = values[0];
    request->n_edges = values[1];
    request->n_columns = values[2];
    request->ranksep = values[3];
    request->nodesep = values[4];
    if (request->n_nodes > ATTRI_WIRE_NODES_MAX || request->n_edges > ATTRI_WIRE_EDGES_MAX)
        return ATTRI_REQUEST_TOO_LARGE;
    return ATTRI_REQUEST_GOOD;
}

static bool
take_nodes (Reader *reader, AttriRequest *request)
{
    const int max[] = {request->n_columns - 1, ATTRI_WIRE_SIZE_MAX, ATTRI_WIRE_SIZE_MAX};
    bool filled[ATTRI_WIRE_NODES_MAX] = {false};
    int n_filled = 0;

    for (int i = 0; i < request->n_nodes; i++) {
        int values[3];

        if (!take_line (reader, "n", 3, max, values) || values[1] == 0 || values[2] == 0)
            return false;
        request->nodes[i] = (AttriRequestNode){values[0], values[1], values[2]};
        if (values[0] < ATTRI_WIRE_NODES_MAX && !filled[values[0]]) {
            filled[values[0]] = true;
            n_filled++;
        }
    }
    return n_filled == request->n_columns;
}

/* One pair, its ends being so many columns apart. */
static bool
take_pair (Reader *reader, const char *keyword, int columns_apart, const AttriRequest *request,
           AttriRequestPair *pair)
{
    const int max[] = {request->n_nodes - 1, request->n_nodes - 1};
    int ends[2];

    if (!take_line (reader, keyword, 2, max, ends) || ends[0] == ends[1])
        return false;
    *pair = (AttriRequestPair){ends[0], ends[1]};
    return request->nodes[ends[1]].column - request->nodes[ends[0]].column == columns_apart;
}

static bool
take_pairs (Reader *reader, AttriRequest *request)
{
    for (int i = 0; i < request->n_edges; i++) {
        if (!take_pair (reader, "e", 1, request, &request->edges[i]))
            return false;
    }
    while (reader->at[0] == 'o') {
        if (request->n_orders == request->n_nodes ||
            !take_pair (reader, "o", 0, request, &request->orders[request->n_orders]))
            return false;
        request->n_orders++;
    }
    return true;
}

AttriRequestVerdict
attri_request__parse (const char *text, AttriRequest *request, int *line)
{
    Reader reader = {text, 0};
    AttriRequestVerdict verdict;

    memset (request, 0, sizeof *request);
    verdict = take_header (&reader, request);
    if (verdict == ATTRI_REQUEST_GOOD &&
        !(take_nodes (&reader, request) && take_pairs (&reader, request) &&
          take_line (&reader, "end", 0, NULL, NULL) && *reader.at == '\0'))
        verdict = ATTRI_REQUEST_MALFORMED;
    *line = reader.line;
    return verdict;
}
