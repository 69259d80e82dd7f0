/* SPDX-License-Identifier: MIT
 *
 * talk.c: all of the input, all of the answer, or one line that says why not.
 */
#include "helpers/talk.h"

#include "helpers/jail.h"
#include "helpers/wire.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

size_t
attri_talk__read (void *bytes, size_t size)
{
    char *at = bytes;
    ssize_t got = 1;

    while (got != 0 && size > 0) {
        got = read (STDIN_FILENO, at, size);
        if (got < 0 && errno != EINTR)
            attri_talk__refuse ("cannot read standard input");
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
    return (size_t)(at - (char *)bytes);
}

void
attri_talk__write (const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        ssize_t written = write (STDOUT_FILENO, at, length);

        if (written < 0 && errno != EINTR)
            attri_talk__refuse ("cannot write to standard output");
        if (written > 0) {
            at += written;
            length -= (size_t)written;
        }
    }
}

void
attri_talk__refuse (const char *format, ...)
{
    char line[1024];
    size_t length;
    va_list arguments;

    va_start (arguments, format);
    vsnprintf (line, sizeof line, format, arguments);
    va_end (arguments);
    /* Libraries end their messages with a newline or two, or break them. */
    for (length = strlen (line); length > 0 && line[length - 1] == '\n'; length--)
        line[length - 1] = '\0';
    for (char *at = strchr (line, '\n'); at != NULL; at = strchr (at, '\n'))
        *at = ' ';
    fprintf (stderr, "%s\n", line);
    attri_jail__leave (ATTRI_WIRE_EXIT_REFUSED);
}
