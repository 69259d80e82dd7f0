/* SPDX-License-Identifier: MIT
 *
 * jail.h: a helper gives up what it does not need before it works.
 */
#pragma once

#include <stdbool.h>

/* For a process that only computes and writes to what is open. A forbidden
 * system call kills it. Returns false if the kernel refuses, errno being set. */
bool attri_jail__enter_layout (void);

/* For a process that also reads fonts. What else it tries, such as to open for
 * writing, reach the network or start a program, fails with EPERM. Returns as
 * above. */
bool attri_jail__enter_paint (void);
/* Leaves at once, skipping what runs at exit (a gvLayout() that failed leaves
 * a graph that its own clean-up aborts on), except where coverage is counted. */
_Noreturn void attri_jail__leave (int status);
