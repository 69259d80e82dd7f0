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

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Says why on standard error, and leaves. */
static _Noreturn void
refuse (const char *why)
{
    fprintf (stderr, "%s\n", why);
    attri_jail__leave (ATTRI_WIRE_EXIT_REFUSED);
}

/* All of standard input as one string, or the first size - 1 bytes of it: a
 * request that large is refused for what its first line says. */
static void
read_all (char *text, size_t size)
{
    size_t length = 0;
    ssize_t got = 1;

    while (got != 0 && length < size - 1) {
        got = read (STDIN_FILENO, text + length, size - 1 - length);
        if (got < 0 && errno != EINTR)
            refuse ("cannot read the request");
        if (got > 0)
            length += (size_t)got;
    }
    text[length] = '\0';
    if (strlen (text) != length)
        refuse ("the request holds a NUL");
}

static void
write_all (const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write (STDOUT_FILENO, text, length);

        if (written < 0 && errno != EINTR)
            refuse ("cannot write the answer");
        if (written > 0) {
            text += written;
            length -= (size_t)written;
        }
    }
}

static void
answer_grid (const char *reason)
{
    char text[64];
    int length = snprintf (text, sizeof text, "grid %s\nend\n", reason);

    write_all (text, (size_t)length);
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
    write_all (text, length);
}

int
main (void)
{
    char text[ATTRI_WIRE_LAYOUT_REQUEST_MAX + 1];
    AttriRequest request;
    AttriPlaced places[ATTRI_WIRE_NODES_MAX];
    int line;

    read_all (text, sizeof text);
    if (!attri_jail__enter_layout ())
        refuse ("cannot enter the jail");

    switch (attri_request__parse (text, &request, &line)) {
    case ATTRI_REQUEST_MALFORMED:
        snprintf (text, sizeof text, "line %d of the request is not as expected", line);
        refuse (text);
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
