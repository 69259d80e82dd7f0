/* SPDX-License-Identifier: MIT
 *
 * memory.h: where the program's memory comes from.
 */
#pragma once

/**
 * cli_use_large_pages:
 *
 * Asks for the heap in large pages. To be called first: what is taken before stays as it is. A
 * wish only; where nobody grants it, nothing changes.
 */
void cli_use_large_pages (void);
