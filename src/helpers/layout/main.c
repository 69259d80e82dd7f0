/* SPDX-License-Identifier: MIT
 *
 * attrigraph-layout: the only program that links Graphviz.
 * In:  a layout request on standard input: numbers, no text of any file.
 * Out: positions on standard output, or word that there are none.
 * The form of both is in wire.h. Graphviz may crash or hang; then this process
 * does, and its parent lives.
 */
#include "helpers/jail.h"
#include "helpers/layout/place.h"
#include "helpers/layout/request.h"
#include "helpers/talk.h"

#include <stdio.h>
#include <string.h>

static void
answer_grid (const char *reason)
{
    char text[64];

    attri_talk__write (text, (size_t)snprintf (text, sizeof text, "grid %s\nend\n", reason));
}

static void
answer_places (const AttriPlaced *places, int n_places)
{
    char text[ATTRI_WIRE_LAYOUT_ANSWER_MAX];
    size_t length = 0;

    for (int i = 0; i < n_places; i++)
        length += (size_t)snprintf (text + length, sizeof text - length, "p %d %d %d\n", i,
                                    places[i].x, places[i].y);
    length += (size_t)snprintf (text + length, sizeof text - length, "end\n");
    attri_talk__write (text, length);
}

int
main (void)
{
    /* Of a longer request the first line is enough to say that it is too large. */
    char text[ATTRI_WIRE_LAYOUT_REQUEST_MAX + 1];
    size_t length = attri_talk__read (text, ATTRI_WIRE_LAYOUT_REQUEST_MAX);
    AttriRequest request;
    AttriPlaced places[ATTRI_WIRE_NODES_MAX];
    int line;

    if (!attri_jail__enter_layout ())
        attri_talk__refuse ("cannot enter the jail");

    text[length] = '\0';
    if (strlen (text) != length)
        attri_talk__refuse ("the request holds a NUL");
    switch (attri_request__parse (text, &request, &line)) {
    case ATTRI_REQUEST_MALFORMED:
        attri_talk__refuse ("line %d of the request is not as expected", line);
    case ATTRI_REQUEST_TOO_LARGE:
        answer_grid ("too-large");
        break;
    case ATTRI_REQUEST_GOOD:
        if (attri_place__with_dot (&request, places))
            answer_places (places, request.n_nodes);
        else
            answer_grid ("unplaced");
        break;
    }
    attri_jail__leave (0);
}
