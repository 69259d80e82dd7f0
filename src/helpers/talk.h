/* SPDX-License-Identifier: MIT
 *
 * talk.h: a helper's side of the conversation, whatever it is about.
 */
#pragma once

#include <stddef.h>

/* Reads standard input to its end or until size bytes are there; returns how
 * many are. Refuses to go on if it cannot. */
size_t attri_talk__read (void *bytes, size_t size);

/* Writes all of it on standard output, or refuses to go on. */
void attri_talk__write (const void *bytes, size_t length);

/* Ends the program with ATTRI_WIRE_EXIT_REFUSED, having said why on standard
 * error in one line, `SLUG: SENTENCE` or just the sentence. */
_Noreturn void attri_talk__refuse (const char *format, ...) __attribute__ ((format (printf, 1, 2)));
