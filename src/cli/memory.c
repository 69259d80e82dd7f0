/* SPDX-License-Identifier: MIT
 *
 * memory.c: where the program's memory comes from. A feed becomes some fifty
 * megabytes of small things; fetched four kilobytes at a time, they cost a third
 * of the time of an answer. The library leaves this to its host, whose heap it is.
 */
#include "cli/memory.h"

#include <glib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE ((gsize)2 << 20)
/* What the heap grows by at once: less than a large file, whose text is soon given back and so is
 * better kept apart. It is only addresses until something is written there. */
#define ROOM ((gsize)32 << 20)
/* Tables below this grow in the heap, too. */
#define MOST_IN_HEAP (16 << 20)

void
cli_use_large_pages (void)
{
    char *start = sbrk (0);

    if (mallopt (M_TOP_PAD, (int)ROOM) == 0 || mallopt (M_MMAP_THRESHOLD, MOST_IN_HEAP) == 0)
        return;
    g_free (g_malloc (PAGE)); /* the heap has its room now */
    char *end = sbrk (0);
    start += (PAGE - (gsize)start % PAGE) % PAGE;
    if (end > start)
        (void)madvise (start, (gsize)(end - start) / PAGE * PAGE, MADV_HUGEPAGE);
}

#else

void
cli_use_large_pages (void)
{
}

#endif
