/* SPDX-License-Identifier: MIT
 *
 * request.h: a layout request, read and checked.
 */
#pragma once

#include "helpers/wire.h"

/* A box in its column, sizes in pixels. */
typedef struct {
    int column;
    int width;
    int height;
} AttriRequestNode;

/* An edge from a to b, or an order of a above b. */
typedef struct {
    int a;
    int b;
} AttriRequestPair;

typedef struct {
    int n_columns;
    int ranksep;
    int nodesep;
    int n_nodes;
    int n_edges;
    int n_orders;
    AttriRequestNode nodes[ATTRI_WIRE_NODES_MAX];
    AttriRequestPair edges[ATTRI_WIRE_EDGES_MAX];
    AttriRequestPair orders[ATTRI_WIRE_NODES_MAX];
} AttriRequest;

typedef enum {
    ATTRI_REQUEST_GOOD,
    ATTRI_REQUEST_TOO_LARGE,
    ATTRI_REQUEST_MALFORMED,
} AttriRequestVerdict;

/* Reads the request in the NUL-terminated text, in the form of wire.h. Unless
 * it is good, only line is of use: the one that is not. Linear in the text. */
AttriRequestVerdict attri_request__parse (const char *text, AttriRequest *request, int *line);
